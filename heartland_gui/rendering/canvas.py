"""A painter that knows the chart's fonts and theme, and paints the same on every device."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from heartland_gui.rendering.fonts import CHINESE, chart_font, follows_fonts
from heartland_gui.rendering.geometry import Box, Ring, hatch_lines
from heartland_gui.rendering.style import MEASURES, Theme

_SHORT: Final = 4
"""A line of fewer signs is not made shorter."""
SOLID: Final[tuple[float, ...]] = ()


@follows_fonts
@lru_cache(maxsize=64)
def metrics(size: float, *, bold: bool = False) -> QFontMetricsF:
    """Return the metrics of the chart font at a size."""
    return QFontMetricsF(chart_font(size, bold=bold))


@follows_fonts
@lru_cache(maxsize=16_384)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in the chart's own scale."""
    return metrics(size, bold=bold).horizontalAdvance(text)


def line_height(size: float) -> float:
    """Return the distance from one line of text to the next.

    The bundled font's own line gap is made for long Chinese text and would spread short labels too far.
    """
    return size * 1.3


@follows_fonts
@lru_cache(maxsize=4096)
def wrapped(text: str, size: float, width: float, most_lines: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in at most `most_lines` lines no wider than `width`; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    rest = _one_line(text).strip()
    while rest and len(lines) < most_lines:
        length = _fitting(rest, size, width, bold=bold)
        if len(lines) == most_lines - 1 and length < len(rest):
            return (*lines, elided(rest, size, width, bold=bold))
        lines.append(rest[:length].strip())
        rest = rest[length:].lstrip()
    return tuple(lines)


def _one_line(text: str) -> str:
    """Return a text without the line breaks that the data may hold: they would be drawn as empty boxes."""
    return re.sub(r"\s*[\n\r\t\u2028\u2029]\s*", " ", text)


def _beginning(text: str, size: float, width: float, *, bold: bool) -> str:
    """Return as much of a text as is certainly wider than a line, or all of it: Qt shapes what it is given."""
    length = int(3 * width / size) + 20
    while length < len(text):
        begun = text[:length]
        if metrics(size, bold=bold).horizontalAdvance(begun) > width + 4 * size:
            return begun
        length *= 2
    return text


def _fitting(text: str, size: float, width: float, *, bold: bool) -> int:
    """Return how many characters fit on the first line, at least one."""
    layout = QTextLayout(_beginning(text, size, width, bold=bold), chart_font(size, bold=bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width))
    length = line.textLength()
    layout.endLayout()
    # Qt counts UTF-16 units; beyond the basic plane a character is two of them.
    units = 0
    for place, character in enumerate(text):
        if units >= length:
            return _before_last(text, _before_number(text, max(1, place)))
        units += 2 if ord(character) > 0xFFFF else 1
    return len(text)


def _before_number(text: str, length: int) -> int:
    """Return where a line of that length ends better: a number is not parted from the Chinese unit that follows it."""
    if not (text[length - 1].isdigit() and (text[length] > CHINESE or text[length].isdigit())):
        return length
    start = len(text[:length].rstrip("0123456789.,-"))
    return start if start > length // 2 else length


def _before_last(text: str, length: int) -> int:
    """Return where a line of that length ends better: a last Chinese sign does not stand alone on the next."""
    if (
        len(text[length:].rstrip("。；）")) > 1
        or length < _SHORT
        or text[length] <= CHINESE
        or text[length - 1] <= CHINESE
    ):
        return length
    start = text.rfind(" ", 0, length)
    return start if start > length // 2 else length - 1


@follows_fonts
@lru_cache(maxsize=4096)
def elided(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return a text cut to a width with an ellipsis."""
    begun = _beginning(_one_line(text), size, width, bold=bold)
    return metrics(size, bold=bold).elidedText(begun, Qt.TextElideMode.ElideRight, width)


class Canvas:
    """A painter for one picture. Colours are `#rrggbb`, lengths are in the chart's own scale."""

    def __init__(self, painter: QPainter, theme: Theme, *, outlines: bool = False) -> None:
        self.painter = painter
        self.theme = theme
        self._outlines = outlines
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def text(self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """Write a line of text from `x` on."""
        if not text:
            return
        font = chart_font(size, bold=bold)
        if self._outlines:
            path = QPainterPath()
            path.addText(QPointF(x, baseline), font, text)
            self.painter.fillPath(path, QColor(colour))
            return
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(QPointF(x, baseline), text)

    def halo(self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """Draw an edge around a line of text that is to be written over it."""
        path = QPainterPath()
        path.addText(QPointF(x, baseline), chart_font(size, bold=bold), text)
        self.painter.strokePath(path, _pen(colour, MEASURES.halo))

    def text_in(self, box: Box, text: str, size: float, colour: str, *, bold: bool = False, align: float = 0.0) -> None:
        """Write a line of text in the vertical middle of a box; `align` is 0 for left, 0.5 for centre, 1 for right."""
        font_metrics = metrics(size, bold=bold)
        x = box.x + (box.width - text_width(text, size, bold=bold)) * align
        middle = box.y + box.height / 2
        self.text(x, middle + font_metrics.capHeight() / 2, text, size, colour, bold=bold)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float,
        dash: Sequence[float] = SOLID,
    ) -> None:
        """Draw a line; `dash` are lengths of strokes and gaps."""
        self.painter.setPen(_pen(colour, width, dash))
        self.painter.drawLine(QLineF(*start, *end))

    def polyline(
        self, points: Sequence[tuple[float, float]], colour: str, width: float, dash: Sequence[float] = SOLID
    ) -> None:
        """Draw a line through points."""
        self.painter.setPen(_pen(colour, width, dash))
        self.painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))

    def segments(
        self, segments: Iterable[tuple[tuple[float, float], tuple[float, float]]], colour: str, width: float
    ) -> None:
        """Draw very many lines that meet: one long outline would take Qt fifty times as long.

        Each is longer by its width, so that no gap is left.
        """
        pen = _pen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        self.painter.setPen(pen)
        self.painter.drawLines([QLineF(*start, *end) for start, end in segments])

    def circle(self, x: float, y: float, radius: float, fill: str, outline: str, width: float) -> None:
        """Draw a disc with an outline."""
        self.painter.setPen(_pen(outline, width))
        self.painter.setBrush(QBrush(QColor(fill)))
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def rectangle(
        self, box: Box, fill: str | None, outline: str | None = None, width: float = 1.0, dash: Sequence[float] = SOLID
    ) -> None:
        """Draw a rectangle, filled, outlined or both."""
        self.painter.setPen(_pen(outline, width, dash) if outline else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush))
        self.painter.drawRect(QRectF(box.x, box.y, box.width, box.height))

    def polygon(self, points: Sequence[tuple[float, float]], fill: str, outline: str, width: float) -> None:
        """Draw a closed shape."""
        self.painter.setPen(_pen(outline, width))
        self.painter.setBrush(QBrush(QColor(fill)))
        self.painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))

    def shape(self, rings: Sequence[Ring], fill: str | None, outline: str | None = None, width: float = 1.0) -> None:
        """Draw closed rings by the even-odd rule, filled, outlined or both."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for ring in rings:
            path.addPolygon(QPolygonF([QPointF(*point) for point in ring]))
            path.closeSubpath()
        self.painter.setPen(_pen(outline, width) if outline else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush))
        self.painter.drawPath(path)

    def hatching(self, rings: Sequence[Ring], colour: str, width: float) -> None:
        """Fill closed rings with slanting lines, cut to them by arithmetic since files have no clipping."""
        for start, end in hatch_lines(rings, MEASURES.hatch):
            self.line(start, end, colour, width)


def mixed(colour: str, background: str, share: float) -> str:
    """Return a colour thinned towards a background; `share` is how much of the colour is left."""
    front, back = QColor(colour), QColor(background)
    channels = [
        round(a * share + b * (1 - share))
        for a, b in zip(front.getRgb()[:3], back.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*channels).name()


def _pen(colour: str | None, width: float, dash: Sequence[float] = SOLID) -> QPen:
    pen = QPen(QColor(colour or "#000000"), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen


_DISC: Final = 0.8
"""How much of its colour a disc on a map keeps."""


@dataclass(frozen=True, slots=True)
class Background:
    """What lies under words: a class of shade (None: hatched or plain), the tone of a part of a whole, or a disc.

    With `halo` the words have an edge in the colour of the background: they may reach beyond it.
    """

    shade: int | None = None
    disc: bool = False
    slot: int | None = None
    halo: bool = False
    tone: int | None = None

    def colour(self, theme: Theme) -> str:
        """Return the colour of the background."""
        if self.disc:
            return disc_colour(self.slot, theme)
        if self.tone is not None:
            return theme.tone(self.tone)
        return theme.surface if self.shade is None else theme.shade(self.shade)


def disc_colour(slot: int | None, theme: Theme) -> str:
    """Return the colour of a disc on a map: that of a subject, or of counts."""
    return mixed(theme.count if slot is None else theme.mark(slot), theme.surface, _DISC)
