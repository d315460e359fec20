"""The field whose words narrow the table below it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from heartland_gui.model.selection import LONGEST_FILTER
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.icons import icon

_WIDTH: Final = 200
"""In pixels."""


class FilterField(QLineEdit):
    """Asks for a word; Escape takes away what was typed."""

    def __init__(self, session: Session, parent: QWidget, *, name: str = "", width: int = _WIDTH) -> None:
        """Make the field; `name` says what it narrows to those who do not see the table."""
        super().__init__(parent)
        words = session.words
        self.setPlaceholderText(words.text("Filter by a word"))
        self.setAccessibleName(name or words.text("Filter by a word"))
        self.setMaxLength(LONGEST_FILTER)
        self.setFixedWidth(width)
        self.setClearButtonEnabled(True)
        # The button that Qt makes has no name.
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(words.text("Clear filter"))
        sign = QAction(icon("filter", session.theme, size=16), "", self)
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape, where there is something to clear."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
