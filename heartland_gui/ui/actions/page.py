"""Actions about what is shown: comparing it, keeping it as a bookmark, citing it, copying its address."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QGuiApplication

from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.entities import Ref, Source, SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.model.queries import own_listing
from heartland_gui.model.selection import Selection, View, address_of
from heartland_gui.pages.names import selection_name
from heartland_gui.text import Message, message
from heartland_gui.ui.actions.action import Action, Section, Tool, action, each
from heartland_gui.ui.actions.parts import Actions, WindowParts, when_open
from heartland_gui.ui.dialogs.web_address import AddressQuestion
from heartland_gui.ui.widgets.menus import MenuEntry, comparing_text
from heartland_gui.wording import Citation, cited


def _cite(form: Citation, name: Message) -> Action:
    """Return what copies a citation in a form."""
    return action(
        name,
        Section.CITE,
        message("Copy the source of this page as it is cited"),
        id=f"cite_{form}",
        enabled=lambda page: page.session.is_open and page.session.selection.page.kind is SubjectKind.SOURCE,
        arguments=(form,),
    )


_MOST_BOOKMARKS: Final = 15
"""So many bookmarks the menu of their button offers."""


class PageActions(Actions):
    """What is shown is the selection of the session."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts)
        self.comparing = parts.user.comparing

    # -- comparing ----------------------------------------------------------------------------------------------

    def _can_compare_this(self) -> bool:
        return self.session.is_open and self.comparing.can_hold(self.session.selection.page)

    def _compare_this_name(self) -> str:
        session = self.session
        held = session.is_open and self.comparing.holds(session.selection.page)
        return comparing_text(session.words, held=held)

    @action(
        message("Add to c&omparison"),
        Section.COMPARE,
        message("Add this page to the comparison, or remove it"),
        shortcuts=("Ctrl+D",),
        enabled=_can_compare_this,
        live_name=_compare_this_name,
    )
    def compare_this(self) -> None:
        """Gather what is shown for a comparison, or let it go."""
        self.gather(self.session.selection.page)

    def gather(self, page: object) -> None:
        """Gather the subject of a page, a Ref, for a comparison, or let it go; say how many there are now."""
        words, comparing = self.session.words, self.comparing
        if not isinstance(page, Ref) or not comparing.can_hold(page):
            return
        if comparing.holds(page):
            comparing.remove(page)
        elif comparing.add(page):
            said = words.text(
                "Added to comparison ({n} of {most}). Ctrl+Shift+D shows it.",
                n=len(comparing.members),
                most=MOST_MEMBERS,
            )
            self.say_briefly(said)
        else:
            self.complain(words.text("At most {most} can be compared. Remove one first.", most=MOST_MEMBERS))

    def gather_dropped(self, page: Ref) -> None:
        """Gather what was dragged onto the page, and show what was gathered."""
        if not self.comparing.can_hold(page):
            self.complain(self.session.words.text("This page cannot be compared."))
            return
        refused = self.comparing.is_full and not self.comparing.holds(page)
        if refused:
            self.comparing.show()
        if not self.comparing.holds(page):
            self.gather(page)
        if not refused:
            self.comparing.show()

    def _compare_name(self) -> str:
        words, count = self.session.words, len(self.comparing.members)
        return words.text("Compare ({n})", n=count) if count else words.text("Compare")

    @action(
        message("Co&mpare"),
        Section.COMPARE,
        message("Show the comparison"),
        shortcuts=("Ctrl+Shift+D",),
        tool=Tool.COMPARE,
        tool_name=lambda page: page.session.words.text("Compare"),
        icon="compare",
        enabled=when_open,
        live_name=_compare_name,
    )
    def compare(self) -> None:
        """Show what was gathered."""
        self.comparing.show()

    @action(
        message("Cl&ear comparison"),
        Section.COMPARE,
        message("Take everything out of the comparison"),
        enabled=lambda page: page.session.is_open and bool(page.comparing.shown),
    )
    def clear_comparison(self) -> None:
        """Let go of all members."""
        self.comparing.clear()

    # -- keeping ------------------------------------------------------------------------------------------------

    def _bookmark_name(self) -> str:
        words = self.session.words
        there = self.session.is_open and self.parts.user.bookmarks.holds_current
        return words.text("Remove bookmark") if there else words.text("Add bookmark")

    def bookmark_entries(self) -> list[MenuEntry]:
        """Return what the menu of bookmarks offers: those that lead somewhere, the newest first."""
        session = self.session
        if not session.is_open:
            return []
        kept = [each.selection for each in self.parts.user.bookmarks.all if each.selection is not None]
        entries: list[MenuEntry] = [
            (selection_name(session.dataset, selection, session.words), partial(session.visit, selection))
            for selection in kept[:_MOST_BOOKMARKS]
        ]
        return [*entries, (session.words.text("Bookmarks and history"), self.bookmarks)]

    def _bookmark_icon(self) -> str:
        there = self.session.is_open and self.parts.user.bookmarks.holds_current
        return "bookmark-set" if there else "bookmark"

    @action(
        message("Add boo&kmark"),
        Section.BOOKMARKS,
        message("Add this page to the bookmarks, or remove it"),
        shortcuts=("Ctrl+B",),
        tool=Tool.BOOKMARK,
        live_icon=_bookmark_icon,
        enabled=lambda page: page.session.is_open and page.session.selection.view is not View.BOOKMARKS,
        live_name=_bookmark_name,
    )
    def bookmark(self) -> None:
        """Add the page that is shown to the bookmarks, or remove it."""
        words = self.session.words
        if self.parts.user.bookmarks.toggle():
            self.say_briefly(words.text("Bookmark added."))

    def bookmark_page(self, page: object) -> None:
        """Add the page of a subject to the bookmarks, by itself as if it were open."""
        if isinstance(page, Ref):
            self.parts.user.bookmarks.add(Selection(page, own_listing(self.session.dataset, page)))
            self.say_briefly(self.session.words.text("Bookmark added."))

    @action(
        message("Bookmarks and &history"),
        Section.BOOKMARKS,
        message("Show the bookmarks and the recent pages"),
        shortcuts=("Ctrl+Shift+B",),
        enabled=when_open,
    )
    def bookmarks(self) -> None:
        """List what was kept and seen."""
        self.session.choose_view(View.BOOKMARKS)

    @action(
        message("&Sources of this page"),
        Section.BOOKMARKS,
        message("Scroll to the sources of this page"),
        shortcuts=("S",),
        enabled=when_open,
    )
    def sources(self) -> None:
        """Bring the page's sources into view."""
        self.parts.page.show_sources()

    @action(
        message("&Undo"),
        Section.UNDO,
        message("Bring back what was cleared or removed last"),
        shortcuts=("Ctrl+Z",),
        enabled=lambda page: page.parts.user.undoing.is_possible,
    )
    def undo(self) -> None:
        """Bring back what was cleared or removed last."""
        self.parts.user.undoing.undo()

    # -- citing -------------------------------------------------------------------------------------------------

    @each(
        (
            _cite(Citation.PLAIN, message("Copy c&itation")),
            _cite(Citation.MARKDOWN, message("Copy citation as &Markdown")),
            _cite(Citation.BIBTEX, message("Copy citation as &BibTeX")),
        )
    )
    def cite(self, form: Citation) -> None:
        """Put the source of the page on the clipboard as it is cited."""
        source = self.session.dataset.entity(self.session.selection.page)
        if isinstance(source, Source):
            QGuiApplication.clipboard().setText(cited(self.session.dataset, source, form, self.session.words))
            self.say_briefly(self.session.words.text("Citation copied."))

    def cite_figure(self, figure: object) -> None:
        """Put the source of a figure on the clipboard as it is cited."""
        if isinstance(figure, Observation):
            source = self.session.dataset.source_by_id[figure.source]
            QGuiApplication.clipboard().setText(cited(self.session.dataset, source, Citation.PLAIN, self.session.words))
            self.say_briefly(self.session.words.text("Citation copied."))

    @action(
        message("Copy &address"),
        Section.ADDRESS,
        message("Copy the address of this page"),
        shortcuts=("Ctrl+Shift+L",),
        enabled=when_open,
    )
    def copy_address(self) -> None:
        """Put the address of what is shown on the clipboard."""
        session = self.session
        QGuiApplication.clipboard().setText(address_of(session.dataset, session.selection))
        self.say_briefly(session.words.text("Address copied."))

    def ask_about_address(self, address: str) -> None:
        """Ask whether an address of the web shall be opened."""
        AddressQuestion(address, self.session.words, self.parts.page).open()
