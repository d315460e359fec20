"""Writing on a painted card: paragraphs below one another, drawn or only measured."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from heartland_gui.rendering.fonts import CHINESE

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


def strut_of(label: str) -> str:
    """Return what gives every line the height of Chinese text where the card is in Chinese, though it has none."""
    return "\u3000" if any(character > CHINESE for character in label) else ""


class PaintPen:
    """Writes wrapped paragraphs below one another, or only measures them."""

    def __init__(self, painter: QPainter | None, margin: int, width: int, strut: str) -> None:
        self.painter = painter
        self.y = margin - 2
        self._x, self._width, self._strut = margin, width, strut

    def write(self, text: str, font: QFont, colour: str, *, breakable: bool = False) -> None:
        """Write a paragraph; with `breakable` a value may part from its unit where it would be cut off."""
        if breakable and QFontMetrics(font).horizontalAdvance(text) > self._width:
            text = text.replace("\u00a0", " ").replace(" *", "\u00a0*")
        place = QRect(self._x, self.y, self._width, 10_000)
        text += self._strut
        taken = QFontMetrics(font).boundingRect(place, _WRAP, text)
        if self.painter is not None:
            self.painter.setFont(font)
            self.painter.setPen(QColor(colour))
            self.painter.drawText(place, _WRAP, text)
        self.y += taken.height() + 2
