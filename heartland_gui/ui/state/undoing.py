"""What was cleared or removed last, and how to bring it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from heartland_gui.model.selection import Selection
from heartland_gui.ui.state.session import Session, known_selection


class Undoing(QObject):
    """Holds the last deed that can be undone. One more deed takes its place; another dataset lets go of it."""

    offered = Signal(str)
    """What was done, as a sentence."""
    changed = Signal()
    """Emitted when there is something to bring back, or nothing any more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._restore: Callable[[], object] | None = None
        self._of = ""
        session.changed.connect(self._check)
        session.facets_cleared.connect(self._offer_facets)

    @property
    def is_possible(self) -> bool:
        """Whether something can be brought back."""
        return self._restore is not None

    def offer(self, said: str, restore: Callable[[], object]) -> None:
        """Say what was cleared or removed; `restore` brings it back."""
        self._restore, self._of = restore, self._dataset
        self.changed.emit()
        self.offered.emit(said)

    def undo(self) -> None:
        """Bring back what was cleared or removed last."""
        restore, self._restore = self._restore, None
        if restore is not None:
            restore()
            self.changed.emit()

    @property
    def _dataset(self) -> str:
        return self._session.dataset.manifest.id if self._session.is_open else ""

    def _check(self) -> None:
        if self._restore is not None and self._of != self._dataset:
            self._restore = None
            self.changed.emit()

    def _offer_facets(self, before: Selection) -> None:
        """Offer the choices back that narrowed the companies; `before` is the selection that had them."""
        session = self._session

        def restore() -> None:
            # The dataset may be that of another day by then.
            session.visit(known_selection(session.dataset, before))

        self.offer(session.words.text("Filters cleared."), restore)
