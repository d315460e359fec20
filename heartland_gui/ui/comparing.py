"""What is being put side by side: gathered on any page, shown on a page of its own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from heartland_gui.model.comparison import MOST_MEMBERS, comparison_of, known_comparison, members_of
from heartland_gui.model.entities import WITHOUT_FIGURES, Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.ui.session import Session


class Comparing(QObject):
    """The subjects that are gathered for a comparison; while one is shown they are its members."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._gathered = comparison_of(())
        session.changed.connect(self._follow)
        self._follow()

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of what was gathered."""
        return members_of(self._gathered)

    @property
    def is_full(self) -> bool:
        """Whether no more can be added."""
        return len(self._shown) >= MOST_MEMBERS

    @property
    def _shown(self) -> tuple[str, ...]:
        """The members of the comparison that is shown, else what was gathered: what is added to and taken from."""
        page = self._session.selection.page
        return members_of(page) if page.kind is SubjectKind.COMPARISON else self.members

    def can_hold(self, page: Ref) -> bool:
        """Whether a page is of something that can be compared, and of this dataset."""
        session = self._session
        return page.kind not in WITHOUT_FIGURES and session.is_open and session.dataset.find(page) is not None

    def holds(self, page: Ref) -> bool:
        """Whether a page's subject was gathered."""
        return self.can_hold(page) and page.id in self._shown

    def add(self, page: Ref) -> bool:
        """Gather a page's subject; return whether it is gathered, False where nothing more can be."""
        if self.can_hold(page) and not self.holds(page) and not self.is_full:
            self._become((*self._shown, page.id))
        return self.holds(page)

    def remove(self, page: Ref) -> None:
        """Let go of a page's subject."""
        if self.holds(page):
            self._become(tuple(each for each in self._shown if each != page.id))

    def show(self) -> None:
        """Show what was gathered side by side."""
        self._visit(self._gathered)

    def _become(self, ids: tuple[str, ...]) -> None:
        self._gathered = comparison_of(ids)
        if self._session.selection.page.kind is SubjectKind.COMPARISON:
            self._visit(self._gathered)
        self.changed.emit()

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
        visited = page.kind is SubjectKind.COMPARISON and not session.came_back
        gathered = page if visited else self._gathered
        gathered = known_comparison(session.dataset.subjects, gathered)
        if gathered != self._gathered:
            self._gathered = gathered
            self.changed.emit()
