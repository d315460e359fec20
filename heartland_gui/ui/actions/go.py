"""Actions that lead somewhere: through the history, to pages and views, to what is found by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from heartland_gui.finding.entries import Entry, EntryKind
from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.entities import Ref, SubjectKind, ref_of
from heartland_gui.model.selection import View
from heartland_gui.pages.names import selection_name
from heartland_gui.text import message
from heartland_gui.ui.actions.action import Action, Command, Section, Tool, action, each
from heartland_gui.ui.actions.parts import Actions, Pane, WindowParts, when_open
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.user import Bookmarks
from heartland_gui.ui.views.map import map_selection
from heartland_gui.ui.widgets.menus import MenuEntry
from heartland_gui.wording import listed_name

_MOST_STEPS: Final = 15
"""So many pages a menu of the history offers."""


class QuickFind(Protocol):
    """A panel that finds anything."""

    @property
    def chosen(self) -> SignalInstance:
        """What was chosen, as an Entry."""

    @property
    def gathered(self) -> SignalInstance:
        """What is to be compared, as a Ref."""

    def begin(self, *, comparable: bool = False) -> None:
        """Let somebody type; with `comparable` only for what can be compared."""

    def say(self, text: str) -> None:
        """Say what was done."""


FindFactory = Callable[[Session, Bookmarks, Mapping[str, Command], QWidget], QuickFind]
"""Makes the panel; its library of readings is loaded when it is first wanted."""


def _to_pillar(number: int) -> Action:
    """Return what leads to a pillar, counted from 1."""

    def is_there(go: GoActions) -> bool:
        return go.session.is_open and number <= len(go.session.dataset.pillars)

    def name(go: GoActions) -> str:
        words = go.session.words
        if is_there(go):
            return go.session.dataset.pillars[number - 1].name.text(words.language)
        return words.text("Pillar {number}", number=number) if go.session.is_open else ""

    return action(
        message("Pillar {number}", number=number),
        Section.PILLARS,
        message("Show pillar {number} and its companies", number=number),
        id=f"pillar_{number}",
        shortcuts=(f"Ctrl+{number}",),
        enabled=is_there,
        name=name,
        arguments=(number,),
    )


class GoActions(Actions):
    """Each is one step in the history, but for those that walk it."""

    def __init__(self, parts: WindowParts, commands: Mapping[str, Command], new_find: FindFactory) -> None:
        """Take the parts of the window, all that can be done in it by its id, and what makes the panel that finds."""
        super().__init__(parts)
        self._commands, self._new_find = commands, new_find
        self._find: QuickFind | None = None

    @action(
        message("&Back"),
        Section.HISTORY,
        message("Show the page before this one"),
        shortcuts=("Alt+Left", "Back"),
        tool=Tool.BACK,
        icon="back",
        enabled=lambda go: go.session.can_go_back,
    )
    def back(self) -> None:
        """Show the page before in the history."""
        self.session.back()

    @action(
        message("&Forward"),
        Section.HISTORY,
        message("Show the page after this one"),
        shortcuts=("Alt+Right", "Forward"),
        tool=Tool.FORWARD,
        icon="forward",
        enabled=lambda go: go.session.can_go_forward,
    )
    def forward(self) -> None:
        """Show the page after in the history."""
        self.session.forward()

    def history_entries(self, *, back: bool) -> list[MenuEntry]:
        """Return what menus of the history offer: the pages before this one, or after it, the nearest first."""
        session = self.session
        if not session.is_open:
            return []
        steps = session.steps(back=back)[:_MOST_STEPS]
        return [
            (selection_name(session.dataset, selection, session.words), partial(session.step, by))
            for by, selection in steps
        ]

    def _region_name(self) -> str:
        session = self.session
        return session.dataset.region.name.text(session.words.language) if session.is_open else ""

    @action(
        message("&Region"),
        Section.HISTORY,
        message("Show the overview of the region"),
        shortcuts=("Ctrl+0",),
        enabled=when_open,
        name=_region_name,
    )
    def region(self) -> None:
        """Show the region."""
        self.session.choose_listing(self.session.dataset.region_ref)

    @each(_to_pillar(number) for number in range(1, 9))
    def pillar(self, number: int) -> None:
        """Show a pillar, counted from 1."""
        self.session.choose_listing(ref_of(self.session.dataset.pillars[number - 1]))

    @action(
        message("M&ap"),
        Section.MAP,
        message("Show the places of the region on a map, and list the companies of each"),
        shortcuts=("Ctrl+M",),
        enabled=when_open,
    )
    def map(self) -> None:
        """Show the map of the region."""
        self.session.visit(map_selection(self.session))

    @action(
        message("Fin&d …"),
        Section.FIND,
        message("Find a company, place, figure, source or command"),
        shortcuts=("Ctrl+K", "/"),
        tool=Tool.FIND,
        icon="search",
        enabled=when_open,
    )
    def find(self) -> None:
        """Find anything by its name."""
        self._panel.begin()

    @action(
        message("Find &what to compare …"),
        Section.FIND,
        message("Find a company, place or pillar and add it to the comparison"),
        enabled=when_open,
    )
    def find_member(self) -> None:
        """Find what can be compared, and gather it."""
        self._panel.begin(comparable=True)

    @property
    def _panel(self) -> QuickFind:
        if self._find is None:
            self._find = self._new_find(self.session, self.parts.user.bookmarks, self._commands, self.parts.page)
            self._find.chosen.connect(self.open_found)
            self._find.gathered.connect(self.gather_found)
        return self._find

    def gather_found(self, page: Ref) -> None:
        """Gather what was found for a comparison; say where it was found how many there are now."""
        words, comparing = self.session.words, self.parts.user.comparing
        if not comparing.add(page):
            said = words.text("At most {most} can be compared. Remove one first.", most=MOST_MEMBERS)
        else:
            name = listed_name(self.session.dataset, self.session.dataset.entity(page), words)
            said = words.text(
                "{name} is in the comparison ({n} of {most}).",
                name=name,
                n=len(comparing.members),
                most=MOST_MEMBERS,
            )
        self._panel.say(said)
        self.say_briefly(said)

    def open_found(self, entry: Entry) -> None:
        """Show what was found, or do what it is called."""
        session = self.session
        if entry.selection is not None:
            session.visit(entry.selection)
        elif entry.command is not None:
            command = self._commands[entry.command]
            if command.is_enabled:
                command.run()
            else:
                self.complain(session.words.text("“{name}” is not available here.", name=entry.names[0]))
        elif entry.kind is EntryKind.INDICATOR and entry.indicator is not None:
            session.go_to(Ref(SubjectKind.INDICATOR, entry.indicator))
        elif entry.ref is not None and entry.indicator is not None:
            session.show_figure(entry.ref, entry.indicator)
        elif entry.ref is not None and entry.ref.kind in (SubjectKind.COMPANY, SubjectKind.SOURCE):
            session.go_to(entry.ref)
        elif entry.ref is not None:
            session.choose_listing(entry.ref)
        if entry.kind is EntryKind.EVENT and entry.position < len(session.dataset.events):
            event = session.dataset.events[entry.position]
            self.parts.page.show_event(event.text.text(session.words.language))

    @action(
        message("Fi&lter by a word"),
        Section.FIND,
        message("Type a part of a name to narrow the list or the table that is shown"),
        shortcuts=("Ctrl+F",),
        enabled=lambda go: go.parts.filter_field() is not None,
    )
    def filter(self) -> None:
        """Put the cursor into the field that narrows the list beside the page, else the table on it."""
        field = self.parts.filter_field()
        if field is None:
            return
        if field is self.parts.companies.filter:
            self.parts.panes.show_pane(Pane.COMPANIES)
        elif self.parts.page.isAncestorOf(field):
            self.parts.page.scroll_area.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _day_name(self) -> str:
        words = self.session.words
        day = self.session.dataset.manifest.as_of if self.session.is_open else None
        return words.text("As of today") if day is None else words.day(day)

    @action(
        message("Pre&vious company"),
        Section.PILLARS,
        message("Show the company before this one in the list"),
        shortcuts=("Alt+Up",),
        enabled=lambda go: go.parts.panes.offers(Pane.COMPANIES),
    )
    def previous_company(self) -> None:
        """Show the company before in the list."""
        self.parts.companies.step(-1)

    @action(
        message("&Next company"),
        Section.PILLARS,
        message("Show the company after this one in the list"),
        shortcuts=("Alt+Down",),
        enabled=lambda go: go.parts.panes.offers(Pane.COMPANIES),
    )
    def next_company(self) -> None:
        """Show the company after in the list."""
        self.parts.companies.step(1)

    @action(
        message("As &of a day …"),
        Section.DATA,
        message("Show only what was published by a certain day"),
        shortcuts=("Ctrl+Shift+A",),
        tool=Tool.AS_OF,
        tool_name=_day_name,
        icon="history",
        enabled=when_open,
    )
    def as_of(self) -> None:
        """Ask for the day of which everything is shown."""
        self.parts.ask_day()

    @action(
        message("Back to &today"),
        Section.DATA,
        message("Show everything again, not only what was published by a day"),
        shortcuts=("Ctrl+Shift+Y",),
        enabled=lambda go: go.session.is_open and go.session.dataset.manifest.as_of is not None,
    )
    def back_to_today(self) -> None:
        """Show everything again."""
        self.session.show_as_of(None)

    @action(
        message("Where sources &differ"),
        Section.DATA,
        message("Show every figure on which sources differ"),
        shortcuts=("F7",),
        enabled=when_open,
    )
    def disagreements(self) -> None:
        """Show every number that sources give differently."""
        self.session.choose_view(View.DISAGREEMENTS)

    @action(
        message("All &sources"),
        Section.DATA,
        message("Show every source with its date, its grade and the number of its figures"),
        shortcuts=("Ctrl+Shift+S",),
        enabled=when_open,
    )
    def all_sources(self) -> None:
        """Show every source."""
        self.session.choose_view(View.SOURCES)

    @action(
        message("&Problems in the dataset"),
        Section.DATA,
        message("Show what is wrong in the files and where"),
        shortcuts=("F8",),
        enabled=lambda go: bool(go.session.problems),
    )
    def problems(self) -> None:
        """Show the problems of the dataset."""
        self.session.choose_view(View.PROBLEMS)
