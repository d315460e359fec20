"""What outlives the window when its language or colours change: bookmarks, settings, and what is to be compared."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from heartland_gui.model.comparison import MOST_MEMBERS, comparison_of, known_comparison, members_of
from heartland_gui.model.entities import WITHOUT_FIGURES, Ref, SubjectKind
from heartland_gui.model.selection import AddressError, Selection, View, address_of, selection_at
from heartland_gui.pages.names import address_refusal
from heartland_gui.ui.state.appearance import Appearance
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.undoing import Undoing


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An address and the selection it leads to, or why it leads nowhere any more."""

    address: str
    selection: Selection | None
    refusal: str = ""


class Bookmarks(QObject):
    """The bookmarks of the dataset that is open; they are written as soon as they change."""

    changed = Signal()

    def __init__(self, session: Session, settings: Settings, undoing: Undoing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings, self._undoing = session, settings, undoing

    @property
    def all(self) -> tuple[Bookmark, ...]:
        """Every bookmark, the newest first."""
        return tuple(self._bookmark(address) for address in reversed(self._addresses))

    @property
    def holds_current(self) -> bool:
        """Whether what is shown has a bookmark."""
        return self._session.is_open and self._current in self._addresses

    def toggle(self) -> bool:
        """Add a bookmark of what is shown, or remove it; return whether there is one now."""
        if self.holds_current:
            self.remove(self._current)
        else:
            self._save((*self._addresses, self._current))
        return self.holds_current

    def add(self, selection: Selection) -> None:
        """Add a bookmark of a selection that need not be shown."""
        address = address_of(self._session.dataset, selection)
        if address not in self._addresses:
            self._save((*self._addresses, address))

    def remove(self, address: str) -> None:
        """Remove the bookmark of an address; it can be brought back."""
        before = self._addresses
        self._save(tuple(each for each in before if each != address))
        self._undoing.offer(self._session.words.text("Bookmark removed."), lambda: self._save(before))

    @property
    def _addresses(self) -> tuple[str, ...]:
        return self._settings.bookmarks(self._session.dataset.manifest.id) if self._session.is_open else ()

    @property
    def _current(self) -> str:
        """The address of what is shown; what is typed into the filter belongs to the moment."""
        return address_of(self._session.dataset, replace(self._session.selection, filter=""))

    def _save(self, addresses: tuple[str, ...]) -> None:
        self._settings.save_bookmarks(self._session.dataset.manifest.id, addresses)
        self.changed.emit()

    def _bookmark(self, address: str) -> Bookmark:
        try:
            return Bookmark(address, selection_at(self._session.dataset, address))
        except AddressError as error:
            return Bookmark(address, None, address_refusal(error, self._session.words))


class Comparing(QObject):
    """The subjects that are gathered for a comparison; while one is shown they are its members."""

    changed = Signal()

    def __init__(self, session: Session, settings: Settings, undoing: Undoing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings, self._undoing = session, settings, undoing
        self._gathered = comparison_of(())
        self._dataset = ""
        session.changed.connect(self._follow)
        self._follow()

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of what was gathered."""
        return members_of(self._gathered)

    @property
    def is_full(self) -> bool:
        """Whether no more can be added."""
        return len(self.shown) >= MOST_MEMBERS

    @property
    def shown(self) -> tuple[str, ...]:
        """The members of the comparison that is shown, else what was gathered: what is added to and taken from."""
        page = self._session.selection.page
        return members_of(page) if page.kind is SubjectKind.COMPARISON else self.members

    def can_hold(self, page: Ref) -> bool:
        """Whether a page is of something that can be compared, and of this dataset."""
        session = self._session
        return page.kind not in WITHOUT_FIGURES and session.is_open and session.dataset.find(page) is not None

    def holds(self, page: Ref) -> bool:
        """Whether a page's subject was gathered."""
        return self.can_hold(page) and page.id in self.shown

    def add(self, page: Ref) -> bool:
        """Gather a page's subject; return whether it is gathered, False where nothing more can be."""
        if self.can_hold(page) and not self.holds(page) and not self.is_full:
            self._become((*self.shown, page.id))
        return self.holds(page)

    def remove(self, page: Ref) -> None:
        """Let go of a page's subject; it can be brought back."""
        if self.holds(page):
            before = self.shown
            self._become(tuple(each for each in before if each != page.id))
            self._undoing.offer(self._session.words.text("Removed from comparison."), lambda: self._become(before))

    def clear(self) -> None:
        """Let go of everything; it can be brought back."""
        before = self.shown
        self._become(())
        self._undoing.offer(self._session.words.text("Comparison cleared."), lambda: self._become(before))

    def show(self) -> None:
        """Show what was gathered side by side."""
        self._visit(self._gathered)

    def _become(self, ids: tuple[str, ...]) -> None:
        """Gather those that the dataset has: what is brought back may be of another day."""
        self._gathered = known_comparison(self._session.dataset.subjects, comparison_of(ids))
        self._keep()
        if self._session.selection.page.kind is SubjectKind.COMPARISON:
            self._visit(self._gathered)
        self.changed.emit()

    def _keep(self) -> None:
        """Remember what is gathered of the dataset that is open, for the next start."""
        self._settings.save_compared(self._session.dataset.manifest.id, self.members)

    def _visit(self, page: Ref) -> None:
        """Show a comparison, with the kind of chart and the indicator of the one that is shown."""
        now = self._session.selection
        if now.page.kind is SubjectKind.COMPARISON:
            self._session.visit(replace(now, page=page, view=View.SUBJECT))
        else:
            self._session.go_to(page)

    def _follow(self) -> None:
        """Take the members of a comparison that is visited; let go of what another dataset or day does not have.

        Whoever goes back to an older one still has what was gathered since.
        """
        session = self._session
        if not session.is_open:
            return
        page = session.selection.page
        if session.dataset.manifest.id != self._dataset:
            self._dataset = session.dataset.manifest.id
            self._gathered = comparison_of(self._settings.compared(self._dataset))
            self.changed.emit()
        visited = page.kind is SubjectKind.COMPARISON and not session.came_back
        gathered = page if visited else self._gathered
        gathered = known_comparison(session.dataset.subjects, gathered)
        if gathered != self._gathered:
            self._gathered = gathered
            if visited:
                # What a day does not have yet is there again at the next start.
                self._keep()
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class UserState:
    """The settings, the bookmarks, what is gathered for a comparison, and the appearance of the window."""

    settings: Settings
    bookmarks: Bookmarks
    comparing: Comparing
    appearance: Appearance
    undoing: Undoing

    @classmethod
    def of(cls, session: Session, settings: Settings, appearance: Appearance | None = None) -> UserState:
        """Return the state of whoever uses a session."""
        undoing = Undoing(session)
        return cls(
            settings,
            Bookmarks(session, settings, undoing),
            Comparing(session, settings, undoing),
            appearance or Appearance(settings),
            undoing,
        )
