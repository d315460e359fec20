"""Boxes and outlines in a picture, y downwards: what lies inside, and the lines that hatch them. Plain, no Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Ring = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether the inner parts of both share anything."""
        # Asked by the ten thousand for one chart: the edges are reckoned here, and not by a call each.
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def holds(self, other: Box) -> bool:
        """Whether the other one lies wholly inside."""
        return self.x <= other.x and other.right <= self.right and self.y <= other.y and other.bottom <= self.bottom

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The corners, from the upper left one clockwise."""
        return (self.x, self.y), (self.right, self.y), (self.right, self.bottom), (self.x, self.bottom)

    def grown(self, by: float) -> Box:
        """Return the box with a margin around it."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def holds(rings: Sequence[Ring], point: Point) -> bool:
    """Whether a point lies inside closed rings, by the even-odd rule: rings within rings are holes."""
    x, y = point
    inside = False
    for ring in rings:
        for (x0, y0), (x1, y1) in _edges(ring):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                inside = not inside
    return inside


def hatch_lines(rings: Sequence[Ring], step: float) -> list[tuple[Point, Point]]:
    """Return the slanting lines x + y = n · step, cut to closed rings by the even-odd rule: files have no clipping."""
    sums = [x + y for ring in rings for x, y in ring]
    if not sums:
        return []
    lines: list[tuple[Point, Point]] = []
    first = math.floor(min(sums) / step) + 1
    for number in range(first, math.ceil(max(sums) / step)):
        # An edge is met by a line when its ends lie on different sides of it.
        level = number * step
        crossings = sorted(
            x0 + (level - x0 - y0) / (x1 + y1 - x0 - y0) * (x1 - x0)
            for ring in rings
            for (x0, y0), (x1, y1) in _edges(ring)
            if (x0 + y0 > level) != (x1 + y1 > level)
        )
        lines += [
            ((start, level - start), (end, level - end))
            for start, end in zip(crossings[::2], crossings[1::2], strict=False)
        ]
    return lines


def _edges(ring: Ring) -> list[tuple[Point, Point]]:
    return [*pairwise(ring), (ring[-1], ring[0])]
