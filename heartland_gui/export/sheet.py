"""A page that is written from top to bottom, or only measured: the same code does both, so that both agree.

Lengths are in units of half a point.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF

from heartland_gui.model.facts import Status
from heartland_gui.rendering.badges import badge_label, badge_size, draw_badge
from heartland_gui.rendering.canvas import Canvas, line_height, text_width, wrapped
from heartland_gui.rendering.fonts import chart_font
from heartland_gui.rendering.labels import Box
from heartland_gui.text import Words

SMALL: Final = 15.0
TEXT: Final = 17.0
SECTION: Final = 18.0
FIGURE: Final = 25.0
TITLE: Final = 34.0


class Sheet:
    """Writes onto a canvas, or only finds out how much room everything needs where there is none.

    `y` is how far the page is written.
    """

    def __init__(self, canvas: Canvas | None, y: float) -> None:
        self.canvas = canvas
        self.y = y

    def paragraph(
        self, place: tuple[float, float], text: str, size: float, colour: str, *, most: int, bold: bool = False
    ) -> None:
        """Write a text below what is written; `place` is where it begins and how wide it may be."""
        x, width = place
        self.y += self.block(Box(x, self.y, width, 0), text, size, colour, most=most, bold=bold)

    def block(
        self, box: Box, text: str, size: float, colour: str, *, most: int, bold: bool = False, align: float = 0.0
    ) -> float:
        """Write a text from the top of a box on, in `most` lines; return the height that it takes.

        What does not fit ends in an ellipsis. `align` is 0 for left and 1 for right.
        """
        lines = wrapped(text, size, box.width, most, bold=bold)
        step = line_height(size)
        for number, line in enumerate(lines if self.canvas is not None else ()):
            x = box.x + (box.width - text_width(line, size, bold=bold)) * align
            baseline = box.y + number * step + size
            if self.canvas is not None:
                self.canvas.text(x, baseline, line, size, colour, bold=bold)
        return len(lines) * step

    def line(self, x: float, width: float, colour: str) -> None:
        """Draw a thin line at the height that is reached."""
        if self.canvas is not None:
            self.canvas.line((x, self.y), (x + width, self.y), colour, 1.0)

    def badge(self, x: float, y: float, status: Status, words: Words, *, align: float = 0.0) -> float:
        """Draw the badge of a status; return its height. With `align` 1 its right edge is at `x`."""
        label, font = badge_label(status, words), chart_font(SMALL)
        size = badge_size(font, label)
        if self.canvas is not None:
            painter = self.canvas.painter
            painter.setFont(font)
            place = QRectF(QPointF(x - align * size.width(), y), size)
            draw_badge(painter, place, label, status, self.canvas.theme)
        return size.height()


def badge_width(status: Status, words: Words) -> float:
    """Return how wide a badge is."""
    return badge_size(chart_font(SMALL), badge_label(status, words)).width()
