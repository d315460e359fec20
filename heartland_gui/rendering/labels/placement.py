"""Where labels go, so that none ever covers another: plain geometry, no Qt.

Point labels follow the greedy rule of Christensen, Marks and Shieber (1995): heaviest first, each at the best of a few
places around its mark, left out where none is free. Labels of events open to the right of their stems.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.rendering.geometry import Box, Point


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A label that wants a place: its mark's box, its sizes from the fullest to the shortest form, its weight.

    One that `yields` would rather be left out than stand on a line.
    """

    anchor: Box
    sizes: tuple[tuple[float, float], ...]
    weight: int
    yields: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Where a label stands: which request, which of its forms, in which box."""

    request: int
    form: int
    box: Box


_GAP: Final = 4.0
_APART: Final = 5.0
_UNCLEAR: Final = 6.0


def placed_labels(
    requests: Sequence[LabelRequest], obstacles: Sequence[Box], lines: Sequence[tuple[Point, Point]], bounds: Box
) -> tuple[PlacedLabel, ...]:
    """Return places for as many labels as find one: inside `bounds`, off all obstacles and off each other.

    Among free places one that is not as near to the mark of another number is taken, of those the one that crosses the
    fewest lines, then the first in the order right, above, below, left; a shorter form is tried only where the fuller
    one finds no place.
    """
    found: list[PlacedLabel] = []
    marks = [*obstacles, *(request.anchor for request in requests)]
    taken: list[Box] = []
    for number in sorted(range(len(requests)), key=lambda number: (-requests[number].weight, number)):
        request = requests[number]
        near = _lines_near(request, lines)
        own, reach = request.anchor, _reach(request)
        others = [other for other in marks if other is not own and reach.overlaps(other)]
        occupied = [*others, *(label for label in taken if reach.overlaps(label))]
        for form, size in enumerate(request.sizes):
            free = [
                box
                for box in _candidates(own, size)
                if bounds.holds(box) and not any(box.overlaps(other) for other in occupied)
            ]
            if request.yields:
                free = [box for box in free if not any(_crosses(box, line) for line in near)]
            if free:
                box = min(free, key=lambda box: (_is_unclear(box, others), sum(_crosses(box, line) for line in near)))
                found.append(PlacedLabel(number, form, box))
                # Two numbers side by side must not read as one.
                taken.append(Box(box.x - _APART, box.y, box.width + 2 * _APART, box.height))
                break
    return tuple(found)


def _reach(request: LabelRequest) -> Box:
    """Return a box around all places of a label and what makes them unclear: nothing beyond it need be looked at."""
    widest = max((width for width, _ in request.sizes), default=0.0) + _GAP + 2 * _UNCLEAR
    highest = max((height for _, height in request.sizes), default=0.0) + 2 * _UNCLEAR
    anchor = request.anchor
    return Box(anchor.x - widest, anchor.y - highest, anchor.width + 2 * widest, anchor.height + 2 * highest)


def _lines_near(request: LabelRequest, lines: Sequence[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """Return the lines that may run through a place of a label, by how far to the sides its places reach."""
    reach = max((width for width, _ in request.sizes), default=0.0) + _GAP
    left, right = request.anchor.x - reach, request.anchor.right + reach
    return [
        line
        for line in lines
        if (line[0][0] <= right or line[1][0] <= right) and (line[0][0] >= left or line[1][0] >= left)
    ]


def _is_unclear(box: Box, others: Sequence[Box]) -> bool:
    """Whether a label would stand so near to the mark of another number that it might be taken for that one's."""
    near = box.grown(_UNCLEAR)
    return any(near.overlaps(other) for other in others)


def _candidates(anchor: Box, size: tuple[float, float]) -> Iterable[Box]:
    width, height = size
    middle_x, middle_y = anchor.x + anchor.width / 2, anchor.y + anchor.height / 2
    right, left = anchor.right + _GAP, anchor.x - _GAP - width
    above, below = anchor.y - height - 1, anchor.bottom + 1
    yield Box(right, middle_y - height / 2, width, height)
    yield Box(middle_x - width / 2, above, width, height)
    yield Box(middle_x - width / 2, below, width, height)
    yield Box(left, middle_y - height / 2, width, height)
    yield Box(anchor.x, above, width, height)
    yield Box(anchor.x, below, width, height)
    yield Box(anchor.right - width, above, width, height)
    yield Box(anchor.right - width, below, width, height)
    yield Box(right, above, width, height)
    yield Box(right, below, width, height)
    yield Box(left, above, width, height)
    yield Box(left, below, width, height)


def _crosses(box: Box, line: tuple[Point, Point]) -> bool:
    """Whether a line runs through a box, by clipping it to the box (Liang and Barsky 1984)."""
    (x0, y0), (x1, y1) = line
    dx, dy = x1 - x0, y1 - y0
    enter, leave = 0.0, 1.0
    for step, distance in ((-dx, x0 - box.x), (dx, box.right - x0), (-dy, y0 - box.y), (dy, box.bottom - y0)):
        if step == 0:
            if distance < 0:
                return False
            continue
        ratio = distance / step
        if step < 0:
            enter = max(enter, ratio)
        else:
            leave = min(leave, ratio)
        if enter > leave:
            return False
    return True


def spread_out(middles: Sequence[float], heights: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Return where the middles of boxes in one column go, so that no box covers another and none leaves the bounds.

    All are moved as little as that takes (least squares, by pooling adjacent violators: Barlow et al. 1972), and keep
    their order. Boxes that are higher together than the bounds begin at the low one and leave the high one.
    """
    order = sorted(range(len(middles)), key=lambda number: middles[number])
    before: list[float] = []
    total = 0.0
    for number in order:
        before.append(total)
        total += heights[number]
    # Less what stands above it, the top of each box must not come before that of the one above.
    pools: list[tuple[float, int]] = []
    for number, above in zip(order, before, strict=True):
        top, count = middles[number] - heights[number] / 2 - above, 1
        while pools and pools[-1][0] > top:
            other, others = pools.pop()
            top, count = (top * count + other * others) / (count + others), count + others
        pools.append((top, count))
    tops = [max(low, min(top, high - total)) for top, count in pools for _ in range(count)]
    found = [0.0] * len(middles)
    for number, above, top in zip(order, before, tops, strict=True):
        found[number] = top + above + heights[number] / 2
    return tuple(found)


@dataclass(frozen=True, slots=True)
class EventLabel:
    """A label of a timeline: which mark, above (-1) or below (1) the line, how many levels away from it."""

    mark: int
    side: int
    level: int


def placed_event_labels(stems: Sequence[float], width: float, levels: int) -> tuple[EventLabel, ...]:
    """Return labels of one width for the marks at these positions that find room within `levels` on both sides.

    They open to the right. Taken from right to left, each stands above every label whose stem it would cover, so that
    none covers another and no stem runs through one.
    """
    found: list[EventLabel] = []
    placed: dict[int, list[tuple[float, int]]] = {-1: [], 1: []}
    for mark in sorted(range(len(stems)), key=lambda mark: -stems[mark]):
        x = stems[mark]
        heights = {
            side: 1 + max((level for other, level in placed[side] if other < x + width), default=-1) for side in (-1, 1)
        }
        side = min((-1, 1), key=lambda side: heights[side])
        if heights[side] < levels:
            placed[side].append((x, heights[side]))
            found.append(EventLabel(mark, side, heights[side]))
    return tuple(found)
