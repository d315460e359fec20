"""What is being put side by side: gathered on any page, shown on a page of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from heartland_gui.model.comparison import MOST_MEMBERS, comparison_of, known_comparison, members_of
from heartland_gui.model.entities import WITHOUT_FIGURES, Ref, SubjectKind
from heartland_gui.model.selection import Selection
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
        return len(self.members) >= MOST_MEMBERS

    def can_hold(self, page: Ref) -> bool:
        """Whether a page is of something that can be compared."""
        return page.kind not in WITHOUT_FIGURES

    def holds(self, page: Ref) -> bool:
        """Whether a page's subject was gathered."""
        return self.can_hold(page) and page.id in self.members

    def add(self, page: Ref) -> bool:
        """Gather a page's subject; return whether it is gathered, False where nothing more can be."""
        if self.can_hold(page) and not self.holds(page) and not self.is_full:
            self._become((*self.members, page.id))
        return self.holds(page)

    def remove(self, page: Ref) -> None:
        """Let go of a page's subject."""
        if self.holds(page):
            self._become(tuple(each for each in self.members if each != page.id))

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
            self._session.visit(Selection(page, now.listing, now.chart, now.indicator, now.logarithmic, sort=now.sort))
        else:
            self._session.visit(Selection(page, now.listing, filter=now.filter, sort=now.sort))

    def _follow(self) -> None:
        """Take the members of the comparison that is shown; let go of what another dataset or day does not have."""
        session = self._session
        if not session.is_open:
            return
        page = session.selection.page
        gathered = page if page.kind is SubjectKind.COMPARISON else self._gathered
        gathered = known_comparison(session.dataset.subjects, gathered)
        if gathered != self._gathered:
            self._gathered = gathered
            self.changed.emit()
