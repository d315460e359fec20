"""What stands where something is missing: an icon, one sentence, and the one thing to do about it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from heartland_gui.rendering.style import Theme
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.theme import SELECTABLE

_ICON: Final = QSize(20, 20)
_MARGIN: Final = 16
_GAP: Final = 10


class EmptyState(QWidget):
    """Takes the place of what would be blank; `button` does the one thing, and is hidden where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.icon = QLabel(self)
        self.icon.setFixedSize(_ICON)
        self.sentence = QLabel(self)
        self.sentence.setProperty("faint", "true")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(SELECTABLE)
        self.button = QPushButton(self)
        self.button.setProperty("link", "true")
        self.button.hide()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        row.setSpacing(_GAP)
        for part in (self.icon, self.sentence, self.button):
            row.addWidget(part)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentence where it has no room in one line."""
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        button = 0 if self.button.isHidden() else self.button.sizeHint().width() + _GAP
        room = self.width() - 2 * _MARGIN - _ICON.width() - _GAP - button
        wraps = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) > room
        self.sentence.setWordWrap(wraps)
        self._row.setStretchFactor(self.sentence, int(wraps))
        self._row.setStretch(self._row.count() - 1, int(not wraps))

    def say(self, icon: str, sentence: str, action: str = "") -> None:
        """Say what is missing, and what the button does."""
        self.icon.setPixmap(pixmap(icon, self._theme.third_text, _ICON.width(), self.devicePixelRatioF()))
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self._wrap()
