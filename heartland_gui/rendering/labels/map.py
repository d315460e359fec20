"""The words on a map: names with their values, none on another, on no circle and no pin.

Places are taken greedily (Christensen, Marks and Shieber 1995), smallest land first since it has the fewest: around the
circle in the middle of the land, wherever the words leave their land least, rather for the paper than for other land.
A label that finds no room is shortened to the name and then left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.spec import Area, Circle, Label, Panel, Pin
from heartland_gui.rendering.canvas import Background, text_width
from heartland_gui.rendering.geometry import Box, Point, Ring, holds
from heartland_gui.rendering.labels.plot import PanelLabels
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.marks.drawing import circle_radius, mark_box, outline
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES

_STEP: Final = MEASURES.label * 1.15
_GAP: Final = 2.0
_BEYOND: Final = 6.0
"""How far names may reach beyond the land at the edge of the map."""
_ENOUGH_POINTS: Final = 50
_MOSTLY: Final = 3
"""Of six points of a label."""


@dataclass(frozen=True, slots=True)
class _Land:
    """The outline of a place in the picture, and the box around it; a place without an outline has no rings."""

    rings: tuple[Ring, ...]
    box: Box

    def holds(self, point: Point) -> bool:
        """Whether a point lies on the land."""
        return self.box.contains(point) and holds(self.rings, point)


@dataclass(frozen=True, slots=True)
class _Request:
    """Words that want a place around a box, and the land that they should keep to."""

    lines: tuple[tuple[str, bool], ...]
    """Each with whether it is strong."""
    anchor: Box
    land: _Land
    background: Background

    def size(self, lines: int) -> tuple[float, float]:
        """Return the width and height of the first lines."""
        widths = [text_width(text, MEASURES.label, bold=strong) for text, strong in self.lines[:lines]]
        return max(widths), _STEP * lines


def labels_of_map(panel: Panel, plot: Plot) -> PanelLabels:
    """Return the words of a map in its plot and a little beside it."""
    circles = {(mark.x, mark.y): mark for mark in panel.marks if isinstance(mark, Circle)}
    taken = [box for mark in panel.marks if isinstance(mark, Circle | Pin) and (box := mark_box(mark, plot))]
    text_lines = [text_line for mark in circles.values() for text_line in _number(mark, plot)]
    bounds = Box(plot.box.x, plot.box.y, plot.box.width + _BEYOND, plot.box.height)
    requests = _requests(panel, plot, circles)
    lands = [request.land for request in requests if request.land.rings]
    left_out = 0
    for request in requests:
        for count in range(len(request.lines), 0, -1):
            free = [
                box
                for box in _places(request.anchor, request.size(count))
                if bounds.holds(box) and not any(box.overlaps(other) for other in taken)
            ]
            if free:
                box = min(free, key=lambda box: _distance_off_land(box, request.land, lands))
                taken.append(box.grown(1))
                text_lines += _text_lines(request, count, box)
                break
        else:
            left_out += 1
    return PanelLabels(tuple(text_lines), left_out=left_out)


def _requests(panel: Panel, plot: Plot, circles: dict[tuple[float, float], Circle]) -> list[_Request]:
    """Return what is to be written: on land from the smallest to the largest, then at circles without land, at pins."""
    lands: list[tuple[float, _Request]] = []
    points: list[_Request] = []
    for mark in panel.marks:
        box = mark_box(mark, plot)
        if box is None:
            continue
        if isinstance(mark, Area):
            circle = circles.get(mark.anchor)
            middle = Box(plot.x(mark.anchor[0]), plot.y(mark.anchor[1]), 0, 0)
            anchor = middle if circle is None else mark_box(circle, plot) or middle
            # Where a value is missing, the number of companies would be taken for it.
            counted = circle if mark.shade is not None else None
            request = _Request(
                _lines(mark.label, counted),
                anchor,
                _Land(tuple(_thinned(ring) for ring in outline(mark, plot)), box),
                Background(mark.shade, halo=True),
            )
            lands.append((box.width * box.height, request))
        elif isinstance(mark, Circle) and mark.label is not None and mark.label.faint:
            points.append(_Request(_lines(Label(mark.label.faint), mark), box, _Land((), box), Background(halo=True)))
        elif isinstance(mark, Pin) and mark.label.strong:
            points.append(_Request(((mark.label.strong, False),), box, _Land((), box), Background(halo=True)))
    return [request for _, request in sorted(lands, key=lambda item: item[0])] + points


def _thinned(ring: Ring) -> Ring:
    """Return an outline with fewer points: what lies inside is asked for hundreds of places."""
    return ring[:: max(1, len(ring) // _ENOUGH_POINTS)]


def _lines(label: Label, circle: Circle | None) -> tuple[tuple[str, bool], ...]:
    """Return the name and what stands below it: its value, else the number for which its circle has no room."""
    below = label.faint
    if not below and circle is not None and circle.label is not None and not _has_room(circle):
        below = circle.label.strong
    name = (label.strong, True)
    return (name, (below, False)) if below else (name,)


def _places(anchor: Box, size: tuple[float, float]) -> Iterator[Box]:
    width, height = size
    middle_x, middle_y = anchor.x + anchor.width / 2, anchor.y + anchor.height / 2
    below, above = anchor.bottom + _GAP, anchor.y - _GAP - height
    if not anchor.width:
        yield Box(middle_x - width / 2, middle_y - height / 2, width, height)
    for y in (below, above):
        yield Box(middle_x - width / 2, y, width, height)
        yield Box(anchor.x, y, width, height)
        yield Box(anchor.right - width, y, width, height)
    yield Box(anchor.right + _GAP, middle_y - height / 2, width, height)
    yield Box(anchor.x - _GAP - width, middle_y - height / 2, width, height)


def _samples(box: Box) -> list[Point]:
    return [(box.x + box.width * x, box.y + box.height * y) for y in (0, 1) for x in (0, 0.5, 1)]


def _distance_off_land(box: Box, land: _Land, lands: Sequence[_Land]) -> int:
    """Return how far words leave their land, a little more where they lie on that of others."""
    if not land.rings:
        return 0
    outside = [point for point in _samples(box) if not land.holds(point)]
    return sum(3 if any(other.holds(point) for other in lands if other is not land) else 2 for point in outside)


def _text_lines(request: _Request, count: int, box: Box) -> Iterator[TextLine]:
    inside = sum(request.land.holds(point) for point in _samples(box))
    # Words that are mostly elsewhere are written as on paper: light ones would vanish there.
    background = request.background if inside > _MOSTLY else Background(halo=True)
    for number, (text, strong) in enumerate(request.lines[:count]):
        width = text_width(text, MEASURES.label, bold=strong)
        # Beside a circle lines begin or end at it; above and below it they are centred.
        middle = box.x + (box.width - width) / 2
        x = box.x if box.x > request.anchor.right else box.right - width if box.right < request.anchor.x else middle
        yield TextLine(x, box.y + _STEP * (number + 0.83), text, MEASURES.label, strong, background=background)


def _has_room(mark: Circle) -> bool:
    """Whether the number of a circle fits into it: the corners of the digits must lie within the disc."""
    width = text_width(mark.label.strong, MEASURES.small) if mark.label else 0.0
    return math.hypot(width / 2, MEASURES.small * 0.38) <= circle_radius(mark.share) - 0.3


def _number(mark: Circle, plot: Plot) -> Iterator[TextLine]:
    """Yield the number of a circle where the circle has room for it."""
    if mark.label is None or not _has_room(mark):
        return
    text, size = mark.label.strong, MEASURES.small
    x, baseline = plot.x(mark.x) - text_width(text, size) / 2, plot.y(mark.y) + size * 0.36
    yield TextLine(x, baseline, text, size, background=Background(disc=True, slot=mark.colour))
