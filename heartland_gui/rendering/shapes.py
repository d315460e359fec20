"""Shapes of any outline: what lies inside, and slanting lines that fill them without clipping, which files lack."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Ring = Sequence[Point]


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
    """Return the slanting lines x + y = n · step, cut to closed rings by the even-odd rule."""
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
