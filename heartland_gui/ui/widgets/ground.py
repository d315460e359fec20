"""What lies behind a row that is painted, and what is drawn around it: the same in every list and table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from heartland_gui.rendering.style import Theme

_RING: Final = 2
"""How wide the ring of the keyboard is, in pixels."""


def draw_ground(
    painter: QPainter, place: QRect, theme: Theme, *, chosen: bool, hovered: bool, corner: int = 0
) -> Theme:
    """Draw what lies behind a row, and return the colours for what stands on it."""
    if not (chosen or hovered):
        return theme
    is_outline = not chosen and theme.hover == theme.surface
    edge = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5) if is_outline else QRectF(place)
    painter.setPen(QColor(theme.text) if is_outline else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.selection if chosen else theme.hover))
    painter.drawRoundedRect(edge, corner, corner)
    return theme.chosen if chosen else theme


def draw_ring(painter: QPainter, place: QRect, theme: Theme, corner: int = 0) -> None:
    """Draw that the keyboard is here: a ring within a row or a cell, to be drawn after all lines around it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.focus), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    within = _RING / 2
    painter.drawRoundedRect(QRectF(place).adjusted(within, within, -within, -within), corner, corner)
    painter.restore()
