"""The button beside a notice that brings back what was cleared or removed."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QStatusBar

from heartland_gui.text import Words
from heartland_gui.ui.state.undoing import Undoing

_STANDS: Final = 10_000
"""How long a notice stands that has a button, in milliseconds."""


class UndoButton(QPushButton):
    """Stands at the right of the status bar as long as the sentence that it belongs to."""

    def __init__(self, bar: QStatusBar, undoing: Undoing, words: Words) -> None:
        super().__init__(words.text("Undo"), bar)
        self._bar, self._undoing, self._said = bar, undoing, ""
        self.setObjectName("undo")
        self.setProperty("link", "true")
        self.setToolTip(words.text("Bring back what was removed last (Ctrl+Z)"))
        bar.addPermanentWidget(self)
        self.hide()
        self.clicked.connect(self._undo)
        undoing.offered.connect(self._offer)
        undoing.changed.connect(self._check)
        bar.messageChanged.connect(self._follow)

    def _offer(self, said: str) -> None:
        """Show the sentence, speak it, and offer the way back."""
        self._said = said
        self._bar.showMessage(said, _STANDS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._bar, said))
        self.show()

    def _follow(self, shown: str) -> None:
        if shown != self._said:
            self.hide()

    def _check(self) -> None:
        if not self._undoing.is_possible:
            self.hide()

    def _undo(self) -> None:
        self._bar.clearMessage()
        self._undoing.undo()
