"""A button whose words give way where room is scarce."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from heartland_gui.rendering.screen.tooltips import plain_label

_LEAST_WIDTH: Final = 64


class ElidedButton(QPushButton):
    """Words, and a sign that always stays, such as `▼` for a menu; without a sign it is empty."""

    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words = f" {sign}" if sign else "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show other words before the sign."""
        self._words = words
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the new width, or show more of them."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size for all words."""
        metrics, shown = self.fontMetrics(), super().sizeHint()
        return QSize(shown.width() + metrics.horizontalAdvance(self._whole) - self._advance, shown.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size for the beginning of a word."""
        return QSize(min(_LEAST_WIDTH, self.sizeHint().width()), super().minimumSizeHint().height())

    @property
    def _whole(self) -> str:
        return self._words + self._sign

    @property
    def _advance(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        around = super().sizeHint().width() - self._advance
        room = self.width() - around
        # Together they are narrower than one after the other: where all fits, nothing is measured in parts.
        if metrics.horizontalAdvance(self._whole) <= room:
            shown = self._whole
        else:
            room -= metrics.horizontalAdvance(self._sign)
            shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room) + self._sign
        self.setText(plain_label(shown))
