"""The badge of a status: solid for what is done, broken for what is not."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from heartland_gui.model.observations import Status
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.wording import ROUGHLY, status_text

_PADDING: Final = 5.0
_LINES: Final = {
    Status.ACTUAL: Qt.PenStyle.SolidLine,
    Status.ESTIMATE: Qt.PenStyle.SolidLine,
    Status.FORECAST: Qt.PenStyle.DashLine,
    Status.TARGET: Qt.PenStyle.DashDotLine,
    Status.CAPACITY: Qt.PenStyle.DotLine,
}


def status_colour(status: Status, theme: Theme) -> str:
    """Return the colour of a status's word and border."""
    return {
        Status.ACTUAL: theme.status_actual,
        Status.ESTIMATE: theme.status_estimate,
        Status.FORECAST: theme.status_forecast,
        Status.TARGET: theme.status_target,
        Status.CAPACITY: theme.status_capacity,
    }[status]


def badge_label(status: Status, words: Words) -> str:
    """Return the word in a badge; an estimate is marked as in charts."""
    word = status_text(status, words)
    return f"{ROUGHLY}{word}" if status is Status.ESTIMATE else word


def badge_size(font: QFont, label: str) -> QSizeF:
    """Return how much room a badge takes."""
    metrics = QFontMetricsF(font)
    # Whole pixels, or the border would be blurred.
    return QSizeF(ceil(metrics.horizontalAdvance(label) + 2 * _PADDING), ceil(metrics.height() + 3))


def draw_badge(painter: QPainter, place: QRectF, label: str, status: Status, theme: Theme) -> None:
    """Draw a badge in the painter's font."""
    colour = QColor(status_colour(status, theme))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.0, _LINES[status]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(colour)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)
    painter.restore()
