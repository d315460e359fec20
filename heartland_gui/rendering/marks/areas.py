"""Marks that cover a surface or stand at a place: parts of a whole, tiles, land, circles, pins; spreads and goals."""

from __future__ import annotations

import math
from typing import Final

from heartland_gui.charts.spec import Area, Circle, Goal, Part, Pin, Spread, Tile
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import Canvas, disc_colour
from heartland_gui.rendering.labels.placement import Box
from heartland_gui.rendering.picture.plot import Frame
from heartland_gui.rendering.shapes import Ring
from heartland_gui.rendering.style import MEASURES

_CAP: Final = 4.0
_LEAST_SPREAD: Final = 4.0
_SHARE: Final = 0.72
"""How much of its stretch of time an upright bar covers."""
_WIDEST_PART: Final = 96.0
"""Where few years are shown, bars as wide as that would be walls."""


def box_of_surface(mark: Part | Tile | Area | Circle | Pin | Spread | Goal, frame: Frame) -> Box:
    """Return the box that a mark of this module covers."""
    if isinstance(mark, Part):
        return part_box(mark, frame)
    if isinstance(mark, Tile):
        return tile_box(mark, frame)
    if isinstance(mark, Area):
        points = [point for ring in outline(mark, frame) for point in ring]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)
    if isinstance(mark, Spread):
        return _spread_box(mark, frame)
    if isinstance(mark, Goal):
        half = _row_half(mark.row, frame)
        return Box(frame.x(mark.value) - 3, frame.y(mark.row) - half, 6, 2 * half)
    radius = circle_radius(mark.share) if isinstance(mark, Circle) else MEASURES.dot + 1
    return Box(frame.x(mark.x) - radius, frame.y(mark.y) - radius, 2 * radius, 2 * radius)


def part_box(mark: Part, frame: Frame) -> Box:
    """Return the rectangle of a part: the middle of its stretch of time, with air on both sides."""
    left, right = frame.x(mark.first), frame.x(mark.last)
    width, top = min((right - left) * _SHARE, _WIDEST_PART), frame.y(mark.high)
    return Box((left + right - width) / 2, top, width, frame.y(mark.low) - top)


def tile_box(mark: Tile, frame: Frame) -> Box:
    """Return the rectangle of a tile, less a thin gap between tiles."""
    left, top = frame.x(mark.first), frame.y(mark.row - 0.5)
    return Box(left + 1, top + 1, frame.x(mark.last) - left - 2, frame.y(mark.row + 0.5) - top - 2)


def outline(mark: Area, frame: Frame) -> list[Ring]:
    """Return the rings of an area as points of the picture."""
    return [[(frame.x(x), frame.y(y)) for x, y in ring] for polygon in mark.polygons for ring in polygon]


def circle_radius(share: float) -> float:
    """Return the radius of a disc whose area is `share` of the largest one's."""
    return MEASURES.circle * math.sqrt(max(0.0, share))


def _spread_box(mark: Spread, frame: Frame) -> Box:
    if mark.lying:
        left, y = frame.x(mark.low), frame.y(mark.along)
        return Box(left, y - _CAP, frame.x(mark.high) - left, 2 * _CAP)
    # Right of the marks, which would hide it where the numbers are near each other.
    top, bottom = frame.y(mark.high), frame.y(mark.low)
    height = max(bottom - top, _LEAST_SPREAD)
    return Box(frame.x(mark.along) + MEASURES.dot, (top + bottom - height) / 2, 2 * _CAP, height)


def _row_half(row: int, frame: Frame) -> float:
    return min(MEASURES.bar, abs(frame.y(row + 0.5) - frame.y(row - 0.5)) * 0.68) / 2 + 3


def draw_part(mark: Part, frame: Frame, canvas: Canvas) -> None:
    """Draw a part of a whole, parted from its neighbours by a thin line."""
    canvas.rectangle(part_box(mark, frame), canvas.theme.tone(mark.tone), canvas.theme.surface, 1.0)


def draw_tile(mark: Tile, frame: Frame, canvas: Canvas) -> None:
    """Draw a tile: shaded, or an empty frame where nothing is known."""
    theme = canvas.theme
    fill = None if mark.shade is None else theme.shade(mark.shade)
    canvas.rectangle(tile_box(mark, frame), fill, theme.grid if fill is None else None)


def draw_area(mark: Area, frame: Frame, canvas: Canvas) -> None:
    """Draw the land of a place: shaded, or hatched where its value is missing."""
    draw_land(outline(mark, frame), mark.shade, canvas)


def draw_land(rings: list[Ring], shade: int | None, canvas: Canvas) -> None:
    """Draw a shape in a class of shade; None is hatched."""
    theme = canvas.theme
    canvas.shape(rings, theme.surface if shade is None else theme.shade(shade))
    if shade is None:
        canvas.hatching(rings, theme.axis, 0.8)
    # Hatching has no edge of its own on which a border in the colour of the paper would show.
    canvas.shape(rings, None, theme.axis if shade is None else theme.border_of_land, 0.8)


def draw_circle(mark: Circle, frame: Frame, canvas: Canvas) -> None:
    """Draw a count at a place."""
    disc(frame.x(mark.x), frame.y(mark.y), circle_radius(mark.share), mark.colour, canvas)


def disc(x: float, y: float, radius: float, slot: int | None, canvas: Canvas) -> None:
    """Draw a disc with a clear rim, so that it can be seen on land of every shade."""
    canvas.circle(x, y, radius, disc_colour(slot, canvas.theme), canvas.theme.surface, 1.2)


def draw_pin(mark: Pin, frame: Frame, canvas: Canvas) -> None:
    """Draw a diamond at a place."""
    pin(frame.x(mark.x), frame.y(mark.y), mark.colour, canvas)


def pin(x: float, y: float, slot: int | None, canvas: Canvas) -> None:
    """Draw the diamond of a place in the colour of a subject, or of places."""
    diamond(x, y, canvas.theme.pin if slot is None else canvas.theme.mark(slot), canvas, planned=False)


def diamond(x: float, y: float, colour: str, canvas: Canvas, *, planned: bool) -> None:
    """Draw a diamond: filled, or hollow where it is a plan."""
    radius = MEASURES.dot + 0.5
    points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    surface = canvas.theme.surface
    canvas.polygon(points, surface if planned else colour, colour if planned else surface, 1.5 if planned else 1.0)


def draw_spread(mark: Spread, frame: Frame, canvas: Canvas) -> None:
    """Draw a bracket between what sources say."""
    box = _spread_box(mark, frame)
    if mark.lying:
        # On a bar the bracket needs light around it.
        y = frame.y(mark.along)
        for start, end in (
            ((box.x - 1, y), (box.right + 1, y)),
            *(((x, box.y), (x, box.bottom)) for x in (box.x, box.right)),
        ):
            canvas.line(start, end, canvas.theme.surface, 4.0)
        bracket((box.x, frame.y(mark.along)), (box.right, frame.y(mark.along)), canvas)
    else:
        bracket((box.x + _CAP, box.y), (box.x + _CAP, box.bottom), canvas)


def bracket(start: tuple[float, float], end: tuple[float, float], canvas: Canvas) -> None:
    """Draw a thin line with caps at both ends."""
    colour = canvas.theme.disputed
    across = (0.0, _CAP) if start[1] == end[1] else (_CAP, 0.0)
    canvas.line(start, end, colour, 1.4)
    for x, y in (start, end):
        canvas.line((x - across[0], y - across[1]), (x + across[0], y + across[1]), colour, 1.4)


_GOAL_DASHES: Final = {Status.FORECAST: MEASURES.dash, Status.CAPACITY: MEASURES.dots}


def draw_goal(mark: Goal, frame: Frame, canvas: Canvas) -> None:
    """Draw what a row is measured against as an upright line: solid for a target, dashed or dotted for the rest."""
    x, y, half = frame.x(mark.value), frame.y(mark.row), _row_half(mark.row, frame)
    # A bar of the same colour may run through it.
    canvas.line((x, y - half), (x, y + half), canvas.theme.surface, 6.0)
    upright(x, y, half, mark.status, canvas.theme.mark(mark.colour), canvas)


def upright(x: float, y: float, half: float, status: Status, colour: str, canvas: Canvas) -> None:
    """Draw an upright line of a status around a point."""
    canvas.line((x, y - half), (x, y + half), colour, 2.4, _GOAL_DASHES.get(status, ()))
