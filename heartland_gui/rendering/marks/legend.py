"""The legend of a chart: each symbol drawn as its marks are, with its word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from heartland_gui.charts.spec import LegendEntry, Symbol
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import Canvas, elided
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.drawing import (
    circle_radius,
    draw_arrow,
    draw_bar,
    draw_bracket,
    draw_diamond,
    draw_disc,
    draw_goal_line,
    draw_land,
    draw_level,
    draw_minor,
    draw_place,
    draw_stretch,
    draw_symbol,
)
from heartland_gui.rendering.style import MEASURES


def draw_legend_entry(box: Box, entry: LegendEntry, room: float, canvas: Canvas) -> None:
    """Draw an entry of the legend: its symbol in the box, its word in the room right of it."""
    SYMBOLS[entry.symbol](box, entry, canvas)
    label = elided(entry.label, MEASURES.small, room)
    canvas.text_in(Box(box.right, box.y, room, box.height), label, MEASURES.small, canvas.theme.faint_text)


def _dot(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    draw_symbol(*_middle(box), entry.status, canvas.theme.mark(entry.colour), canvas)


def _line(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    y = _middle(box)[1]
    canvas.line((box.x, y), (box.x + _WIDTH, y), canvas.theme.mark(entry.colour), MEASURES.line)


def _span(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    y = _middle(box)[1]
    draw_stretch(box.x, box.x + _WIDTH, y, entry.status, canvas.theme.mark(entry.colour), canvas)


def _bar(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    draw_bar(_symbol_box(box), entry.status, canvas.theme.mark(entry.colour), canvas)


def _reference(box: Box, _: LegendEntry, canvas: Canvas) -> None:
    draw_level(box.x, box.x + _WIDTH, _middle(box)[1], canvas.theme.text, canvas)


def _diamond(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    planned = entry.status is not Status.ACTUAL
    draw_diamond(*_middle(box), canvas.theme.mark(entry.colour), canvas, planned=planned)


def _pin(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    draw_place(box.x + (box.width - 6) / 2, box.y + box.height / 2, entry.colour, canvas)


def _bracket(box: Box, _: LegendEntry, canvas: Canvas) -> None:
    y = _middle(box)[1]
    draw_bracket((box.x + 2, y), (box.x + _WIDTH - 2, y), canvas)


def _goal(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    draw_goal_line(*_middle(box), 7, entry.status, canvas.theme.mark(entry.colour), canvas)


def _move(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    y, colour = _middle(box)[1], canvas.theme.mark(entry.colour)
    start, end = box.x + 2, box.x + _WIDTH - 2
    draw_arrow(start, end, y, colour, canvas)
    draw_minor(start, y, colour, canvas)
    draw_symbol(end, y, Status.ACTUAL, colour, canvas)


def _part(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    canvas.rectangle(_symbol_box(box), canvas.theme.tone(entry.fill or 0))


def _shade(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    symbol = _symbol_box(box)
    draw_land([symbol.corners], entry.fill, canvas)
    canvas.rectangle(symbol, None, canvas.theme.axis, 0.8)


def _circle(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    radius = circle_radius(entry.share)
    # Circles of several sizes stand above each other by their middles.
    draw_disc(box.x + (box.width - 6) / 2, box.y + box.height / 2, radius, entry.colour, canvas)


def _heading(box: Box, entry: LegendEntry, canvas: Canvas) -> None:
    """Draw nothing: a heading is its words."""


def _middle(box: Box) -> tuple[float, float]:
    return box.x + _WIDTH / 2, box.y + box.height / 2


def _symbol_box(box: Box) -> Box:
    return Box(box.x, box.y + box.height / 2 - 5, _WIDTH, 10)


_WIDTH: Final = 20.0
SYMBOLS: Final[Mapping[Symbol, Callable[[Box, LegendEntry, Canvas], None]]] = {
    Symbol.DOT: _dot,
    Symbol.LINE: _line,
    Symbol.SPAN: _span,
    Symbol.BAR: _bar,
    Symbol.REFERENCE: _reference,
    Symbol.MILESTONE: _diamond,
    Symbol.PIN: _pin,
    Symbol.BRACKET: _bracket,
    Symbol.GOAL: _goal,
    Symbol.MOVE: _move,
    Symbol.PART: _part,
    Symbol.SHADE: _shade,
    Symbol.CIRCLE: _circle,
    Symbol.HEADING: _heading,
}
"""One row for each symbol; a test compares it with the symbols of the specification."""
