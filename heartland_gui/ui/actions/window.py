"""What the actions do: they ask the session, the panes and the dialogs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWhatsThis, QWidget

from heartland_gui.finding.entries import Entry
from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.entities import Ref, Source, SubjectKind, ref_of
from heartland_gui.model.selection import View, address_of
from heartland_gui.ui.actions.chart import ChartCommands
from heartland_gui.ui.actions.files import FileCommands, Reader
from heartland_gui.ui.actions.paper import PaperCommands
from heartland_gui.ui.actions.spec import Commands
from heartland_gui.ui.actions.table import ACTIONS
from heartland_gui.ui.companies.pane import CompanyListPane
from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.dialogs.as_of import AsOfDialog
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.dialogs.web_address import AddressQuestion
from heartland_gui.ui.page.page import PagePane
from heartland_gui.ui.state.kept import Kept
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.map import map_place
from heartland_gui.ui.window.banner import Banner
from heartland_gui.ui.window.explanations import explain_focused
from heartland_gui.wording import Citation, cited


class DialogCommands:
    """Opens dialogs in front of the window that `place` is in; they go with it, but for the preferences."""

    def __init__(self, session: Session, kept: Kept, commands: Commands, place: QWidget) -> None:
        self._session, self._kept, self._commands, self._place = session, kept, commands, place

    def show_shortcuts(self) -> None:
        """List the keys."""
        ShortcutsDialog(self._session, self._commands, self._place).open()

    def show_about(self) -> None:
        """Say what the program is."""
        AboutDialog(self._session, self._place).open()

    def explain(self) -> None:
        """Say what the part of the window is that has the keyboard."""
        explain_focused()

    def ask_for_part(self) -> None:
        """Let somebody click a part of the window to be told what it is."""
        QWhatsThis.enterWhatsThisMode()

    def show_preferences(self) -> None:
        """Let somebody choose language, colours and folder."""
        PreferencesDialog(self._kept.look, self._kept.remembered, self._place.window()).open()


class Finding(Protocol):
    """A dialog that finds anything."""

    @property
    def chosen(self) -> SignalInstance:
        """What was chosen, as an Entry."""

    def begin(self) -> None:
        """Let somebody type."""


FindFactory = Callable[[Session, QWidget], Finding]
"""Makes the dialog; its library of readings is loaded when it is first wanted."""


class WindowCommands(FileCommands):
    """The deeds of the actions table."""

    def __init__(
        self,
        session: Session,
        reader: Reader,
        page: PagePane,
        companies: CompanyListPane,
        banner: Banner,
        say_briefly: Callable[[str], None],
        new_find: FindFactory,
        kept: Kept,
    ) -> None:
        chart = ChartCommands(session, page, say_briefly, banner.say, kept.remembered)
        super().__init__(session, reader, chart, page, banner, say_briefly, kept.remembered)
        self._page, self._companies = page, companies
        self._new_find, self._bookmarks = new_find, kept.bookmarks
        self.comparing, self.look = kept.comparing, kept.look
        self._find: Finding | None = None
        self.paper = PaperCommands(session, chart, page, say_briefly, banner.say)
        self.dialogs = DialogCommands(session, kept, self, page)

    # -- where to -----------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Show the page before (-1) or after (1) in the history."""
        if by < 0:
            self._session.back()
        else:
            self._session.forward()

    def go_to_region(self) -> None:
        """Show the region."""
        self._session.choose_listing(self._session.dataset.region_ref)

    def go_to_pillar(self, number: int) -> None:
        """Show a pillar, counted from 1."""
        self._session.choose_listing(ref_of(self._session.dataset.pillars[number - 1]))

    def copy_address(self) -> None:
        """Put the address of what is shown on the clipboard."""
        session = self._session
        QGuiApplication.clipboard().setText(address_of(session.dataset, session.selection))
        self._say_briefly(session.words.text("Address copied."))

    def choose_day(self) -> None:
        """Ask for the day of which everything is shown."""
        AsOfDialog(self._session, self._page).open()

    def copy_citation(self, form: Citation) -> None:
        """Put the source of the page on the clipboard as it is cited."""
        source = self._session.dataset.entity(self._session.selection.page)
        if isinstance(source, Source):
            QGuiApplication.clipboard().setText(cited(source, form, self._session.words))
            self._say_briefly(self._session.words.text("The citation is on the clipboard."))

    def ask_about_address(self, address: str) -> None:
        """Ask whether an address of the web shall be opened."""
        AddressQuestion(address, self._session.words, self._page).open()

    def compare_this(self) -> None:
        """Gather what is shown for a comparison, or let it go."""
        self.compare(self._session.selection.page)

    def compare(self, page: object) -> None:
        """Gather the subject of a page, a Ref, for a comparison, or let it go; say how many there are now."""
        words, comparing = self._session.words, self.comparing
        if not isinstance(page, Ref) or not comparing.can_hold(page):
            return
        if comparing.holds(page):
            comparing.remove(page)
            self._say_briefly(words.text("Taken out of the comparison."))
        elif comparing.add(page):
            said = words.text(
                "Added to the comparison, {n} of {most}: Ctrl+Shift+D shows it.",
                n=len(comparing.members),
                most=MOST_MEMBERS,
            )
            self._say_briefly(said)
        else:
            self._banner.say(words.text("At most {most} can be compared: take one out first.", most=MOST_MEMBERS))

    def compare_dropped(self, page: Ref) -> None:
        """Gather what was dragged onto the page, and show what was gathered."""
        if not self.comparing.can_hold(page):
            self._banner.say(self._session.words.text("This is no page of this dataset that can be compared."))
            return
        refused = self.comparing.is_full and not self.comparing.holds(page)
        if refused:
            self.comparing.show()
        if not self.comparing.holds(page):
            self.compare(page)
        if not refused:
            self.comparing.show()

    def bookmark(self) -> None:
        """Keep what is shown, or keep it no more."""
        words = self._session.words
        kept = self._bookmarks.toggle()
        said = words.text("Kept among the bookmarks.") if kept else words.text("Taken away from the bookmarks.")
        self._say_briefly(said)

    def find(self) -> None:
        """Find anything by its name."""
        if self._find is None:
            self._find = self._new_find(self._session, self._page)
            self._find.chosen.connect(self._open_found)
        self._find.begin()

    def _open_found(self, entry: Entry) -> None:
        """Show what was found, or do what it is called."""
        session = self._session
        if entry.location is not None:
            session.visit(entry.location)
        elif entry.command is not None:
            spec = next(spec for spec in ACTIONS if spec.id == entry.command)
            if spec.enabled(session, self):
                spec.does(self)
            else:
                self._banner.say(session.words.text("“{name}” cannot be done here.", name=entry.names[0]))
        elif entry.ref is not None and entry.indicator is not None:
            session.show_figure(entry.ref, entry.indicator)
        elif entry.ref is not None and entry.ref.kind in (SubjectKind.COMPANY, SubjectKind.SOURCE):
            session.go_to(entry.ref)
        elif entry.ref is not None:
            session.choose_listing(entry.ref)

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the company list."""
        self._companies.filter.setFocus()
        self._companies.filter.selectAll()

    def show_sources(self) -> None:
        """Bring the page's sources into view."""
        self._page.show_sources()

    def show_map(self) -> None:
        """Show the map of the region."""
        self._session.visit(map_place(self._session))

    def show_view(self, view: View) -> None:
        """Show a page of the whole dataset."""
        self._session.choose_view(view)

    def show_problems(self) -> None:
        """Show the problems of the dataset."""
        self._session.choose_view(View.PROBLEMS)

    # -- the window ---------------------------------------------------------------------------------------------

    def quit(self) -> None:
        """Close the window; with the last one the program ends."""
        self._page.window().close()

    def switch_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        window = self._page.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
