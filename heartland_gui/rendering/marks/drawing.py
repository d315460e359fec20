"""Mark to drawing: status by fill and line, subject by colour.

actual: filled, solid · estimate: light fill · forecast: hollow or hatched, dashed · target: hollow with a tick ·
capacity: hollow, dotted, capped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from heartland_gui.charts.spec import (
    Area,
    Bar,
    Circle,
    Dot,
    Goal,
    Line,
    Mark,
    Milestone,
    Move,
    Part,
    Pin,
    Reference,
    Span,
    Spread,
    Tile,
)
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import SOLID, Canvas, mixed
from heartland_gui.rendering.labels.placement import Box
from heartland_gui.rendering.marks.areas import (
    box_of_surface,
    diamond,
    draw_area,
    draw_circle,
    draw_goal,
    draw_part,
    draw_pin,
    draw_spread,
    draw_tile,
)
from heartland_gui.rendering.marks.thinning import FINE, LONG, is_common, strokes
from heartland_gui.rendering.picture.plot import Frame
from heartland_gui.rendering.style import MEASURES

_LIGHT: Final = 0.35
_THIN: Final = 0.6
_MINOR: Final = 3.5
_SMALL: Final = 2.5
"""Smaller dots have no edge: it would be larger than the dot."""
_HEAD: Final = 7.0
_DASHES: Final = {
    Status.ACTUAL: SOLID,
    Status.ESTIMATE: SOLID,
    Status.FORECAST: MEASURES.dash,
    Status.TARGET: MEASURES.dash,
    Status.CAPACITY: MEASURES.dots,
}


def mark_box(mark: Mark, frame: Frame) -> Box | None:
    """Return the box that a mark covers, for hovering and for keeping labels off it; lines have none."""
    if isinstance(mark, Dot):
        radius = (_MINOR if mark.minor else _radius(mark, frame)) + 1
        return Box(frame.x(mark.x) - radius, frame.y(mark.y) - radius, 2 * radius, 2 * radius)
    if isinstance(mark, Span):
        left, right = frame.x(mark.first), frame.x(mark.last)
        return Box(left, frame.y(mark.y) - 5, max(right - left, 2.0), 10)
    if isinstance(mark, Reference):
        return Box(frame.box.x, frame.y(mark.y) - 3, frame.box.width, 6)
    if isinstance(mark, Bar | Move):
        return bar_box(mark, frame) if isinstance(mark, Bar) else _move_box(mark, frame)
    if isinstance(mark, Milestone):
        left, right = frame.x(mark.first), frame.x(mark.last)
        middle = (left + right) / 2
        half = max((right - left) / 2, MEASURES.dot + 1)
        return Box(middle - half, frame.y(0.5) - MEASURES.dot - 1, 2 * half, 2 * MEASURES.dot + 2)
    return None if isinstance(mark, Line) else box_of_surface(mark, frame)


def bar_box(mark: Bar, frame: Frame) -> Box:
    """Return the rectangle of a bar from zero to its value."""
    height = min(MEASURES.bar, abs(frame.y(mark.row + 0.5) - frame.y(mark.row - 0.5)) * 0.68)
    zero, end = frame.x(0.0), frame.x(mark.value)
    return Box(min(zero, end), frame.y(mark.row) - height / 2, abs(end - zero), height)


def _move_box(mark: Move, frame: Frame) -> Box:
    left, right = sorted((frame.x(mark.before), frame.x(mark.after)))
    return Box(left, frame.y(mark.row) - 4, right - left, 8)


def draw_mark(mark: Mark, frame: Frame, canvas: Canvas) -> None:
    """Draw a mark without its label."""
    DRAWINGS[type(mark)](mark, frame, canvas)


def _draw_line(mark: Line, frame: Frame, canvas: Canvas) -> None:
    colour, dash = canvas.theme.mark(mark.colour), _DASHES[mark.status]
    if len(mark.points) < LONG:
        canvas.polyline(frame.points(mark.points), colour, MEASURES.line, dash)
        return
    few = frame.strokes(strokes(mark.points, frame.x_range, frame.box.width / FINE))
    if dash:
        few = (stroke for stroke in few if stroke[0][0] % sum(dash) < dash[0])
    canvas.strokes(few, colour, MEASURES.line)


def _draw_dot(mark: Dot, frame: Frame, canvas: Canvas) -> None:
    if mark.minor:
        draw_minor(frame.x(mark.x), frame.y(mark.y), canvas.theme.mark(mark.colour), canvas)
        return
    x, y, colour, radius = frame.x(mark.x), frame.y(mark.y), canvas.theme.mark(mark.colour), _radius(mark, frame)
    if radius < _SMALL:
        canvas.circle(x, y, radius, colour, colour, 0.2)
    else:
        draw_symbol(x, y, mark.status, colour, canvas, radius)


def _radius(mark: Dot, frame: Frame) -> float:
    return frame.dot if is_common(mark) else MEASURES.dot


def draw_symbol(x: float, y: float, status: Status, colour: str, canvas: Canvas, radius: float = MEASURES.dot) -> None:
    """Draw the sign of a number with this status around a point."""
    surface = canvas.theme.surface
    if status is Status.ACTUAL:
        canvas.circle(x, y, radius, colour, surface, 1.0)
    elif status is Status.ESTIMATE:
        canvas.circle(x, y, radius - 0.5, mixed(colour, surface, _LIGHT), colour, 1.5)
    elif status is Status.FORECAST:
        canvas.circle(x, y, radius - 0.5, surface, colour, 2.0)
    elif status is Status.TARGET:
        canvas.circle(x, y, radius - 0.5, surface, colour, 2.0)
        canvas.line((x, y - radius - 3), (x, y + radius + 3), colour, 2.0)
    else:
        box = Box(x - radius + 0.5, y - radius + 0.5, 2 * radius - 1, 2 * radius - 1)
        canvas.rectangle(box, surface, colour, 1.5, MEASURES.dots)


def draw_minor(x: float, y: float, colour: str, canvas: Canvas) -> None:
    """Draw the small sign of a number that another one is compared with: filled, since it is done as well."""
    canvas.circle(x, y, _MINOR, mixed(colour, canvas.theme.surface, _THIN), canvas.theme.surface, 1.0)


def _draw_move(mark: Move, frame: Frame, canvas: Canvas) -> None:
    if mark.joined:
        y, colour = frame.y(mark.row), canvas.theme.mark(mark.colour)
        draw_arrow(frame.x(mark.before), frame.x(mark.after), y, colour, canvas)


def draw_arrow(start: float, end: float, y: float, colour: str, canvas: Canvas) -> None:
    """Draw an arrow between the middles of two dots; between dots that nearly touch there is no room for its head."""
    ahead = 1.0 if end > start else -1.0
    tip = end - ahead * MEASURES.dot
    canvas.line((start, y), (end, y), mixed(colour, canvas.theme.surface, _THIN), MEASURES.line)
    if abs(end - start) > MEASURES.dot + _MINOR + _HEAD:
        base = tip - ahead * _HEAD
        canvas.polygon([(tip, y), (base, y - _HEAD * 0.6), (base, y + _HEAD * 0.6)], colour, colour, 0.5)


def _draw_span(mark: Span, frame: Frame, canvas: Canvas) -> None:
    colour, y = canvas.theme.mark(mark.colour), frame.y(mark.y)
    draw_stretch(frame.x(mark.first), max(frame.x(mark.last), frame.x(mark.first) + 2), y, mark.status, colour, canvas)


def draw_stretch(left: float, right: float, y: float, status: Status, colour: str, canvas: Canvas) -> None:
    """Draw the sign of a number that covers a stretch of time."""
    shown = mixed(colour, canvas.theme.surface, 0.6) if status is Status.ESTIMATE else colour
    width = 3.5 if status is Status.ACTUAL else 2.0
    canvas.line((left, y), (right, y), shown, width, _DASHES[status])
    for x in (left, right):
        canvas.line((x, y - 4), (x, y + 4), colour, 1.5)
    if status is Status.TARGET:
        middle = (left + right) / 2
        canvas.line((middle, y - MEASURES.dot - 3), (middle, y + MEASURES.dot + 3), colour, 2.0)


def _draw_reference(mark: Reference, frame: Frame, canvas: Canvas) -> None:
    draw_level(frame.box.x, frame.box.right, frame.y(mark.y), canvas.theme.text, canvas)


def draw_level(left: float, right: float, y: float, colour: str, canvas: Canvas) -> None:
    """Draw a capped dotted line: what was designed, not what was done."""
    canvas.line((left, y), (right, y), colour, 1.6, MEASURES.dots)
    for x in (left, right):
        canvas.line((x, y - 4), (x, y + 4), colour, 1.6)


def _draw_bar(mark: Bar, frame: Frame, canvas: Canvas) -> None:
    backwards = mark.value < 0
    box = bar_box(mark, frame)
    draw_bar(box, mark.status, canvas.theme.mark(mark.colour), canvas, backwards=backwards)
    if mark.cut:
        draw_cut(box, canvas)


def draw_bar(box: Box, status: Status, colour: str, canvas: Canvas, *, backwards: bool = False) -> None:
    """Draw a bar as its status asks for; `backwards` is a bar that ends at its left."""
    surface = canvas.theme.surface
    inner = Box(box.x + 0.75, box.y + 0.75, max(0.5, box.width - 1.5), max(0.5, box.height - 1.5))
    end = box.x if backwards else box.right
    if status is Status.ACTUAL:
        canvas.rectangle(Box(box.x, box.y, max(box.width, 1.5), box.height), colour)
    elif status is Status.ESTIMATE:
        canvas.rectangle(inner, mixed(colour, surface, _LIGHT), colour, 1.5)
    elif status is Status.FORECAST:
        canvas.rectangle(inner, surface)
        canvas.hatching([inner.corners], colour, 1.0)
        canvas.rectangle(inner, None, colour, 1.5, MEASURES.dash)
    elif status is Status.TARGET:
        canvas.rectangle(inner, surface, colour, 1.5)
        canvas.line((end, box.y - 3), (end, box.bottom + 3), colour, 2.5)
    else:
        canvas.rectangle(inner, surface, colour, 1.5, MEASURES.dots)
        canvas.line((end, box.y - 3), (end, box.bottom + 3), colour, 1.6)


def draw_cut(box: Box, canvas: Canvas) -> None:
    """Draw two slanting gaps near the end of a bar: it goes on beyond the axis."""
    for right in (box.right - 8, box.right - 14):
        canvas.line((right - 4, box.bottom + 1), (right, box.y - 1), canvas.theme.surface, 2.5)


def _draw_milestone(mark: Milestone, frame: Frame, canvas: Canvas) -> None:
    x = (frame.x(mark.first) + frame.x(mark.last)) / 2
    diamond(x, frame.y(0.5), canvas.theme.mark(mark.colour), canvas, planned=mark.planned)


def draw_duration(mark: Milestone, frame: Frame, canvas: Canvas) -> None:
    """Draw how long an event of a month or a year lasts; its mark stands in the middle of that."""
    left, right, y = frame.x(mark.first), frame.x(mark.last), frame.y(0.5)
    if right - left > 2 * MEASURES.dot:
        colour = mixed(canvas.theme.mark(mark.colour), canvas.theme.surface, 0.5)
        canvas.line((left + 1, y), (right - 1, y), colour, 4.0)


DRAWINGS: Final[Mapping[type, Callable[[Any, Frame, Canvas], None]]] = {
    Line: _draw_line,
    Dot: _draw_dot,
    Span: _draw_span,
    Reference: _draw_reference,
    Bar: _draw_bar,
    Move: _draw_move,
    Milestone: _draw_milestone,
    Spread: draw_spread,
    Goal: draw_goal,
    Part: draw_part,
    Tile: draw_tile,
    Area: draw_area,
    Circle: draw_circle,
    Pin: draw_pin,
}
"""One row for each kind of mark; a test compares it with the marks of the specification."""
