"""Lines of very many points, as the few segments that can be told apart in a picture.

Each column of the picture has one segment, from the lowest to the highest of its points, so that no peak is lost; the
last point before the column counts as well, so that segments meet. This is the M4 of Jugel, Jerzak, Hackenbroich and
Markl (PVLDB 7(10), 2014) in one segment instead of three, for a line that is wider than a column. Columns are fixed to
the data, not to the screen: a line that is moved sideways does not flicker, and its segments are kept.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Final, TypeGuard

from heartland_gui.charts.spec import Dot, Mark
from heartland_gui.model.observations import Status
from heartland_gui.rendering.geometry import Point
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES

Segment = tuple[Point, Point]

LONG: Final = 1_000
"""A line of fewer points is drawn as it is."""
_CROWD: Final = 12
"""Fewer numbers than that are never drawn smaller."""
FINE: Final = 1.0
"""The width of a column where a line is drawn, in the chart's own scale: half as wide as the line."""
COARSE: Final = 4.0
"""The width of a column where it only matters whether a label would stand on the line."""


def segments(points: Sequence[Point], visible: tuple[float, float], columns: float) -> list[Segment]:
    """Return segments that look like a line where the range `visible` is drawn in so many columns.

    Those of a line that is short, or that goes back in time, are between each point and the next. A long line goes on
    to the first point on either side of the range, so that it leaves the picture where it would.
    """
    long_line = _long_line(_ByIdentity(points)) if len(points) >= LONG else None
    if long_line is None or not long_line.ascends:
        return list(pairwise(points))
    first, after = long_line.span_of(visible)
    if after - first < LONG:
        return list(pairwise(points[first:after]))
    # Rounded, since a range that is moved is not as wide to the last digit.
    width = float(f"{(visible[1] - visible[0]) / columns:.6g}")
    numbers = range(math.floor(visible[0] / width), math.floor(visible[1] / width) + 2)
    found = [segment for number in numbers for segment in long_line.column(number, width)]
    beyond = points[after - 1]
    if beyond[0] >= numbers.stop * width:
        found.append((points[after - 2], beyond))
    return found


def dot_radius(marks: Sequence[Mark], plot: Plot) -> float:
    """Return the radius of the signs of numbers that are done, so that those side by side do not melt into one.

    It is half of how far they are apart (the median of each colour's), but not less than what vanishes in a line.
    """
    places: defaultdict[int | None, set[float]] = defaultdict(set)
    for mark in marks:
        if is_plain_actual(mark):
            places[mark.colour].add(mark.x)
    steps = [median(b - a for a, b in pairwise(sorted(each))) for each in places.values() if len(each) >= _CROWD]
    if not steps:
        return MEASURES.dot
    low, high = plot.x_range
    return min(MEASURES.dot, max(MEASURES.line * 0.6, min(steps) / (high - low) * plot.box.width / 2))


def is_plain_actual(mark: Mark) -> TypeGuard[Dot]:
    """Whether a mark is one number among others along time: done, without words of its own."""
    return isinstance(mark, Dot) and mark.status is Status.ACTUAL and mark.label is None and mark.end_label is None


class _ByIdentity:
    """A sequence of points that is the same as another only where it is that one: comparing them takes too long."""

    __slots__ = ("points",)

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points

    def __hash__(self) -> int:
        return id(self.points)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.points is self.points


class _LongLine:
    """A long line, column by column."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.xs, self._ys = tuple(zip(*points, strict=True))
        self.ascends = all(before <= after for before, after in pairwise(self.xs))
        self._points = points
        self.column = lru_cache(maxsize=16_384)(self._column)

    def span_of(self, visible: tuple[float, float]) -> tuple[int, int]:
        """Return the places of the first point that a range needs, and after the last one."""
        return max(0, bisect_left(self.xs, visible[0]) - 1), min(len(self.xs), bisect_right(self.xs, visible[1]) + 1)

    def _column(self, number: int, width: float) -> tuple[Segment, ...]:
        """Return the segments of a column: one from its lowest to its highest point, and one across a gap before it."""
        first = bisect_left(self.xs, number * width)
        after = bisect_left(self.xs, (number + 1) * width, first)
        if first == after:
            return ()
        gap: tuple[Segment, ...] = ()
        if first and self.xs[first - 1] < (number - 1) * width:
            gap = ((self._points[first - 1], self._points[first]),)
        elif first:
            first -= 1
        values = self._ys[first:after]
        # The first of the lowest and the last of the highest: where all are the same, that is all the way.
        highest = after - 1 - values[::-1].index(max(values))
        begin, end = sorted((first + values.index(min(values)), highest))
        return (*gap, (self._points[begin], self._points[end]))


@lru_cache(maxsize=32)
def _long_line(line: _ByIdentity) -> _LongLine:
    return _LongLine(line.points)
