"""The box and the drawing of each kind of mark: status by fill and line, subject by colour.

actual: filled, solid · estimate: light fill · forecast: hollow or hatched, dashed · target: hollow with a tick ·
capacity: hollow, dotted, capped.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from heartland_gui.charts.spec import (
    Area,
    Bar,
    Bracket,
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
    Tile,
)
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import SOLID, Canvas, disc_colour, mixed
from heartland_gui.rendering.geometry import Box, Point, Ring
from heartland_gui.rendering.marks.shapes import outline_of
from heartland_gui.rendering.marks.thinning import FINE, LONG, is_plain_actual, segments
from heartland_gui.rendering.picture.plot import Plot
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
_MANY: Final = 100
"""A line of that many points is drawn as lines that meet: as one outline, up and down, it takes Qt seconds."""
_CAP: Final = 4.0
_LEAST_SPREAD: Final = 4.0
_SHARE: Final = 0.72
"""How much of its stretch of time an upright bar covers."""
_WIDEST_PART: Final = 96.0
"""Where few years are shown, bars as wide as that would be walls."""


def mark_box(mark: Mark, plot: Plot) -> Box | None:
    """Return the box that a mark covers, for hovering and for keeping labels off it; lines have none."""
    if isinstance(mark, Dot):
        radius = (_MINOR if mark.minor else _radius(mark, plot)) + 1
        return Box(plot.x(mark.x) - radius, plot.y(mark.y) - radius, 2 * radius, 2 * radius)
    if isinstance(mark, Span):
        left, right = plot.x(mark.first), plot.x(mark.last)
        return Box(left, plot.y(mark.y) - 5, max(right - left, 2.0), 10)
    if isinstance(mark, Reference):
        return Box(plot.box.x, plot.y(mark.y) - 3, plot.box.width, 6)
    if isinstance(mark, Bar | Move):
        return bar_box(mark, plot) if isinstance(mark, Bar) else _move_box(mark, plot)
    if isinstance(mark, Milestone):
        left, right = plot.x(mark.first), plot.x(mark.last)
        middle = (left + right) / 2
        half = max((right - left) / 2, MEASURES.dot + 1)
        return Box(middle - half, plot.y(0.5) - MEASURES.dot - 1, 2 * half, 2 * MEASURES.dot + 2)
    return None if isinstance(mark, Line) else _box_of_surface(mark, plot)


def bar_box(mark: Bar, plot: Plot) -> Box:
    """Return the rectangle of a bar from zero to its value."""
    height = min(MEASURES.bar, abs(plot.y(mark.row + 0.5) - plot.y(mark.row - 0.5)) * 0.68)
    zero, end = plot.x(0.0), plot.x(mark.value)
    return Box(min(zero, end), plot.y(mark.row) - height / 2, abs(end - zero), height)


def _move_box(mark: Move, plot: Plot) -> Box:
    left, right = sorted((plot.x(mark.before), plot.x(mark.after)))
    return Box(left, plot.y(mark.row) - 4, right - left, 8)


def draw_mark(mark: Mark, plot: Plot, canvas: Canvas) -> None:
    """Draw a mark without its label."""
    DRAWINGS[type(mark)](mark, plot, canvas)


def _draw_line(mark: Line, plot: Plot, canvas: Canvas) -> None:
    colour, dash = canvas.theme.mark(mark.colour), _DASHES[mark.status]
    if len(mark.points) < LONG:
        places = plot.to_picture(mark.points)
        if dash or len(places) < _MANY:
            canvas.polyline(places, colour, MEASURES.line, dash)
        else:
            canvas.segments(pairwise(places), colour, MEASURES.line)
        return
    few = plot.segments(segments(mark.points, plot.x_range, plot.box.width / FINE))
    if dash:
        few = (segment for segment in few if segment[0][0] % sum(dash) < dash[0])
    canvas.segments(few, colour, MEASURES.line)


def _draw_dot(mark: Dot, plot: Plot, canvas: Canvas) -> None:
    if mark.minor:
        draw_minor(plot.x(mark.x), plot.y(mark.y), canvas.theme.mark(mark.colour), canvas)
        return
    x, y, colour, radius = plot.x(mark.x), plot.y(mark.y), canvas.theme.mark(mark.colour), _radius(mark, plot)
    if radius < _SMALL:
        canvas.circle(x, y, radius, colour, colour, 0.2)
    else:
        draw_symbol(x, y, mark.status, colour, canvas, radius, slot=mark.colour)


def _radius(mark: Dot, plot: Plot) -> float:
    return plot.dot if is_plain_actual(mark) else MEASURES.dot


def draw_symbol(
    x: float,
    y: float,
    status: Status,
    colour: str,
    canvas: Canvas,
    radius: float = MEASURES.dot,
    *,
    slot: int | None = None,
) -> None:
    """Draw the sign of a number with this status around a point, in the shape of a subject that is compared."""
    surface = canvas.theme.surface
    outline = outline_of(slot, x, y, radius)
    if outline and status is not Status.CAPACITY:
        _draw_shape(outline, status, colour, canvas)
        if status is Status.TARGET:
            canvas.line((x, y - radius - 3), (x, y + radius + 3), colour, 2.0)
        return
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


def _draw_shape(outline: Sequence[Point], status: Status, colour: str, canvas: Canvas) -> None:
    surface = canvas.theme.surface
    if status is Status.ACTUAL:
        canvas.polygon(outline, colour, surface, 1.0)
    elif status is Status.ESTIMATE:
        canvas.polygon(outline, mixed(colour, surface, _LIGHT), colour, 1.5)
    else:
        canvas.polygon(outline, surface, colour, 2.0)


def draw_minor(x: float, y: float, colour: str, canvas: Canvas) -> None:
    """Draw the small sign of a number that another one is compared with: filled, since it is done as well."""
    canvas.circle(x, y, _MINOR, mixed(colour, canvas.theme.surface, _THIN), canvas.theme.surface, 1.0)


def _draw_move(mark: Move, plot: Plot, canvas: Canvas) -> None:
    if mark.joined:
        y, colour = plot.y(mark.row), canvas.theme.mark(mark.colour)
        draw_arrow(plot.x(mark.before), plot.x(mark.after), y, colour, canvas)


def draw_arrow(start: float, end: float, y: float, colour: str, canvas: Canvas) -> None:
    """Draw an arrow between the middles of two dots; between dots that nearly touch there is no room for its head."""
    ahead = 1.0 if end > start else -1.0
    tip = end - ahead * MEASURES.dot
    canvas.line((start, y), (end, y), mixed(colour, canvas.theme.surface, _THIN), MEASURES.line)
    if abs(end - start) > MEASURES.dot + _MINOR + _HEAD:
        base = tip - ahead * _HEAD
        canvas.polygon([(tip, y), (base, y - _HEAD * 0.6), (base, y + _HEAD * 0.6)], colour, colour, 0.5)


def _draw_span(mark: Span, plot: Plot, canvas: Canvas) -> None:
    colour, y = canvas.theme.mark(mark.colour), plot.y(mark.y)
    draw_stretch(plot.x(mark.first), max(plot.x(mark.last), plot.x(mark.first) + 2), y, mark.status, colour, canvas)


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


def _draw_reference(mark: Reference, plot: Plot, canvas: Canvas) -> None:
    draw_level(plot.box.x, plot.box.right, plot.y(mark.y), canvas.theme.text, canvas)


def draw_level(left: float, right: float, y: float, colour: str, canvas: Canvas) -> None:
    """Draw a capped dotted line: what was designed, not what was done."""
    canvas.line((left, y), (right, y), colour, 1.6, MEASURES.dots)
    for x in (left, right):
        canvas.line((x, y - 4), (x, y + 4), colour, 1.6)


def _draw_bar(mark: Bar, plot: Plot, canvas: Canvas) -> None:
    backwards = mark.value < 0
    box = bar_box(mark, plot)
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


def _draw_milestone(mark: Milestone, plot: Plot, canvas: Canvas) -> None:
    x = (plot.x(mark.first) + plot.x(mark.last)) / 2
    draw_diamond(x, plot.y(0.5), canvas.theme.mark(mark.colour), canvas, planned=mark.planned)


def draw_duration(mark: Milestone, plot: Plot, canvas: Canvas) -> None:
    """Draw how long an event of a month or a year lasts; its mark stands in the middle of that."""
    left, right, y = plot.x(mark.first), plot.x(mark.last), plot.y(0.5)
    if right - left > 2 * MEASURES.dot:
        colour = mixed(canvas.theme.mark(mark.colour), canvas.theme.surface, 0.5)
        canvas.line((left + 1, y), (right - 1, y), colour, 4.0)


# -- surfaces and places ----------------------------------------------------------------------------------------


def _box_of_surface(mark: Part | Tile | Area | Circle | Pin | Bracket | Goal, plot: Plot) -> Box:
    """Return the box that a mark covers that has a surface or a place."""
    if isinstance(mark, Part):
        return part_box(mark, plot)
    if isinstance(mark, Tile):
        return tile_box(mark, plot)
    if isinstance(mark, Area):
        points = [point for ring in outline(mark, plot) for point in ring]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)
    if isinstance(mark, Bracket):
        return _bracket_box(mark, plot)
    if isinstance(mark, Goal):
        half = _row_half(mark.row, plot)
        return Box(plot.x(mark.value) - 3, plot.y(mark.row) - half, 6, 2 * half)
    radius = circle_radius(mark.share) if isinstance(mark, Circle) else MEASURES.dot + 1
    return Box(plot.x(mark.x) - radius, plot.y(mark.y) - radius, 2 * radius, 2 * radius)


def part_box(mark: Part, plot: Plot) -> Box:
    """Return the rectangle of a part: the middle of its stretch of time, with air on both sides."""
    left, right = plot.x(mark.first), plot.x(mark.last)
    width, top = min((right - left) * _SHARE, _WIDEST_PART), plot.y(mark.high)
    return Box((left + right - width) / 2, top, width, plot.y(mark.low) - top)


def tile_box(mark: Tile, plot: Plot) -> Box:
    """Return the rectangle of a tile, less a thin gap between tiles."""
    left, top = plot.x(mark.first), plot.y(mark.row - 0.5)
    return Box(left + 1, top + 1, plot.x(mark.last) - left - 2, plot.y(mark.row + 0.5) - top - 2)


def outline(mark: Area, plot: Plot) -> list[Ring]:
    """Return the rings of an area as points of the picture."""
    return [plot.to_picture(ring) for polygon in mark.polygons for ring in polygon]


def circle_radius(share: float) -> float:
    """Return the radius of a disc whose area is `share` of the largest one's."""
    return MEASURES.circle * math.sqrt(max(0.0, share))


def _bracket_box(mark: Bracket, plot: Plot) -> Box:
    if mark.horizontal:
        left, y = plot.x(mark.low), plot.y(mark.along)
        return Box(left, y - _CAP, plot.x(mark.high) - left, 2 * _CAP)
    # Right of the marks, which would hide it where the numbers are near each other.
    top, bottom = plot.y(mark.high), plot.y(mark.low)
    height = max(bottom - top, _LEAST_SPREAD)
    return Box(plot.x(mark.along) + MEASURES.dot, (top + bottom - height) / 2, 2 * _CAP, height)


def _row_half(row: int, plot: Plot) -> float:
    return min(MEASURES.bar, abs(plot.y(row + 0.5) - plot.y(row - 0.5)) * 0.68) / 2 + 3


def _draw_part(mark: Part, plot: Plot, canvas: Canvas) -> None:
    """Draw a part of a whole, parted from its neighbours by a thin line."""
    canvas.rectangle(part_box(mark, plot), canvas.theme.tone(mark.tone), canvas.theme.surface, 1.0)


def _draw_tile(mark: Tile, plot: Plot, canvas: Canvas) -> None:
    """Draw a tile: shaded, or an empty outline where nothing is known."""
    theme = canvas.theme
    fill = None if mark.shade is None else theme.shade(mark.shade)
    canvas.rectangle(tile_box(mark, plot), fill, theme.grid if fill is None else None)


def _draw_area(mark: Area, plot: Plot, canvas: Canvas) -> None:
    """Draw the land of a place: shaded, or hatched where its value is missing."""
    draw_land(outline(mark, plot), mark.shade, canvas)


def draw_land(rings: list[Ring], shade: int | None, canvas: Canvas) -> None:
    """Draw a shape in a class of shade; None is hatched."""
    theme = canvas.theme
    canvas.shape(rings, theme.surface if shade is None else theme.shade(shade))
    if shade is None:
        canvas.hatching(rings, theme.axis, 0.8)
    # Hatching has no edge of its own on which a border in the colour of the paper would show.
    canvas.shape(rings, None, theme.axis if shade is None else theme.border_of_land, 0.8)


def _draw_circle(mark: Circle, plot: Plot, canvas: Canvas) -> None:
    """Draw a count at a place."""
    draw_disc(plot.x(mark.x), plot.y(mark.y), circle_radius(mark.share), mark.colour, canvas)


def draw_disc(x: float, y: float, radius: float, slot: int | None, canvas: Canvas) -> None:
    """Draw a disc with a clear rim, so that it can be seen on land of every shade."""
    canvas.circle(x, y, radius, disc_colour(slot, canvas.theme), canvas.theme.surface, 1.2)


def _draw_pin(mark: Pin, plot: Plot, canvas: Canvas) -> None:
    """Draw a diamond at a place."""
    draw_place(plot.x(mark.x), plot.y(mark.y), mark.colour, canvas)


def draw_place(x: float, y: float, slot: int | None, canvas: Canvas) -> None:
    """Draw the diamond of a place in the colour of a subject, or of places."""
    draw_diamond(x, y, canvas.theme.pin if slot is None else canvas.theme.mark(slot), canvas, planned=False)


def draw_diamond(x: float, y: float, colour: str, canvas: Canvas, *, planned: bool) -> None:
    """Draw a diamond: filled, or hollow where it is a plan."""
    radius = MEASURES.dot + 0.5
    points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    surface = canvas.theme.surface
    canvas.polygon(points, surface if planned else colour, colour if planned else surface, 1.5 if planned else 1.0)


def _draw_bracket(mark: Bracket, plot: Plot, canvas: Canvas) -> None:
    """Draw a bracket between what sources say."""
    box = _bracket_box(mark, plot)
    if mark.horizontal:
        # On a bar the bracket needs light around it.
        y = plot.y(mark.along)
        for start, end in (
            ((box.x - 1, y), (box.right + 1, y)),
            *(((x, box.y), (x, box.bottom)) for x in (box.x, box.right)),
        ):
            canvas.line(start, end, canvas.theme.surface, 4.0)
        draw_bracket((box.x, plot.y(mark.along)), (box.right, plot.y(mark.along)), canvas)
    else:
        draw_bracket((box.x + _CAP, box.y), (box.x + _CAP, box.bottom), canvas)


def draw_bracket(start: tuple[float, float], end: tuple[float, float], canvas: Canvas) -> None:
    """Draw a thin line with caps at both ends."""
    colour = canvas.theme.disagreement
    across = (0.0, _CAP) if start[1] == end[1] else (_CAP, 0.0)
    canvas.line(start, end, colour, 1.4)
    for x, y in (start, end):
        canvas.line((x - across[0], y - across[1]), (x + across[0], y + across[1]), colour, 1.4)


_GOAL_DASHES: Final = {Status.FORECAST: MEASURES.dash, Status.CAPACITY: MEASURES.dots}


def _draw_goal(mark: Goal, plot: Plot, canvas: Canvas) -> None:
    """Draw what a row is measured against as an upright line: solid for a target, dashed or dotted for the rest."""
    x, y, half = plot.x(mark.value), plot.y(mark.row), _row_half(mark.row, plot)
    # A bar of the same colour may run through it.
    canvas.line((x, y - half), (x, y + half), canvas.theme.surface, 6.0)
    draw_goal_line(x, y, half, mark.status, canvas.theme.mark(mark.colour), canvas)


def draw_goal_line(x: float, y: float, half: float, status: Status, colour: str, canvas: Canvas) -> None:
    """Draw an upright line of a status around a point."""
    canvas.line((x, y - half), (x, y + half), colour, 2.4, _GOAL_DASHES.get(status, ()))


DRAWINGS: Final[Mapping[type, Callable[[Any, Plot, Canvas], None]]] = {
    Line: _draw_line,
    Dot: _draw_dot,
    Span: _draw_span,
    Reference: _draw_reference,
    Bar: _draw_bar,
    Move: _draw_move,
    Milestone: _draw_milestone,
    Bracket: _draw_bracket,
    Goal: _draw_goal,
    Part: _draw_part,
    Tile: _draw_tile,
    Area: _draw_area,
    Circle: _draw_circle,
    Pin: _draw_pin,
}
"""One row for each kind of mark; a test compares it with the marks of the specification."""
