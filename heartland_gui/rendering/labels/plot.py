"""The words at the marks of a panel: what is asked for, and where it finds room."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.spec import (
    FIRM,
    Dot,
    Label,
    LaneAxis,
    Line,
    Milestone,
    Panel,
    Part,
    Reference,
    RowAxis,
    Span,
    Tile,
)
from heartland_gui.rendering.canvas import Background, line_height, text_width, wrapped
from heartland_gui.rendering.geometry import Box, Point
from heartland_gui.rendering.labels.line_ends import LEAST_ROOM, Leader, line_end_labels
from heartland_gui.rendering.labels.placement import (
    EventLabel,
    LabelRequest,
    PlacedLabel,
    placed_event_labels,
    placed_labels,
)
from heartland_gui.rendering.labels.rows import RowMargins, row_labels
from heartland_gui.rendering.labels.text_lines import TextLine, label_lines, label_width
from heartland_gui.rendering.marks.drawing import mark_box, part_box, tile_box
from heartland_gui.rendering.marks.thinning import COARSE, segments
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES

_EVENT_SHAPES: Final = ((200.0, 4), (200.0, 3), (150.0, 3), (150.0, 2))
"""Widths of the labels of events and how many lines of words they have, from the fullest to the smallest.

A label beyond which there is room has more lines.
"""
_MOST_EVENT_LINES: Final = 7
_WIDEST_EVENT: Final = 260.0


@dataclass(frozen=True, slots=True)
class PanelLabels:
    """The words of a panel, stems of events, leaders to the names right of the plot, and how many found no room."""

    text_lines: tuple[TextLine, ...] = ()
    stems: tuple[tuple[Point, Point], ...] = ()
    leaders: tuple[Leader, ...] = ()
    left_out: int = 0


def widest_date(events: Sequence[Milestone]) -> float:
    """Return the width of the widest date of events: no label is narrower."""
    return max((text_width(mark.label.strong, MEASURES.small, bold=True) for mark in events), default=0.0)


def labels_of_panel(panel: Panel, plot: Plot, margins: RowMargins) -> PanelLabels:
    """Return the words at the marks of a panel, in the plot and the room beside it."""
    if isinstance(panel.y, LaneAxis):
        return _event_labels(panel, plot, margins.right)
    if isinstance(panel.y, RowAxis):
        return PanelLabels((*row_labels(panel, panel.y, plot, margins), *_tile_numbers(panel, plot)))
    ends = line_end_labels(panel.marks, plot, margins.right)
    leads = [step for leader in ends.leaders for step in itertools.pairwise(leader.path)]
    right = LEAST_ROOM if ends.leaders else margins.right
    points = _point_labels(panel, plot, right, leads)
    parts = _part_labels(panel, plot)
    return PanelLabels((*points.text_lines, *parts, *ends.text_lines), leaders=ends.leaders, left_out=points.left_out)


# -- in parts ---------------------------------------------------------------------------------------------------


def _part_labels(panel: Panel, plot: Plot) -> tuple[TextLine, ...]:
    """Return the words inside parts of a whole that have room for them."""
    text_lines: list[TextLine] = []
    size = MEASURES.small
    parts = [(mark, mark.label.strong) for mark in panel.marks if isinstance(mark, Part) and mark.label is not None]
    if any(mark.short and part_box(mark, plot).width < text_width(label, size) + 2 for mark, label in parts):
        # All or none: numbers side by side are equally exact.
        parts = [(mark, mark.short or label) for mark, label in parts]
    for mark, label in parts:
        box, width = part_box(mark, plot), text_width(label, size)
        inside = plot.box.x - 1 <= box.x and box.right <= plot.box.right + 1
        if inside and box.width >= width + 2 and box.height >= size * 1.2:
            x, baseline = box.x + (box.width - width) / 2, box.y + box.height / 2 + size * 0.36
            text_lines.append(TextLine(x, baseline, label, size, background=Background(tone=mark.tone)))
    return tuple(text_lines)


# -- at points --------------------------------------------------------------------------------------------------


def _point_labels(panel: Panel, plot: Plot, right: float, leads: Sequence[tuple[Point, Point]]) -> PanelLabels:
    box = plot.box
    labels: list[Label] = []
    requests: list[LabelRequest] = []
    obstacles: list[Box] = []
    lines: list[tuple[Point, Point]] = [*leads]
    for mark in panel.marks:
        if isinstance(mark, Line):
            lines += plot.segments(segments(mark.points, plot.x_range, box.width / COARSE))
            continue
        anchor = mark_box(mark, plot)
        if anchor is None:
            continue
        if isinstance(mark, Reference):
            lines.append(((box.x, plot.y(mark.y)), (box.right, plot.y(mark.y))))
            anchor = Box(box.right - 1, plot.y(mark.y) - 3, 1, 6)
        label = mark.label if isinstance(mark, Dot | Span | Reference) else None
        if label is None or not box.grown(1).contains((anchor.x + anchor.width / 2, anchor.y + anchor.height / 2)):
            if not isinstance(mark, Reference):
                obstacles.append(anchor)
            continue
        labels.append(label)
        weight = mark.weight if isinstance(mark, Dot | Span) else 100
        requests.append(LabelRequest(anchor, _sizes(label), weight, yields=weight < FIRM))
    bounds = Box(box.x, box.y - 6, box.width + right, box.height + 6)
    placed = placed_labels(requests, obstacles, lines, bounds)
    text_lines = tuple(text_line for place in placed for text_line in _label_lines(labels[place.request], place))
    return PanelLabels(text_lines, left_out=len(requests) - len(placed))


def _sizes(label: Label) -> tuple[tuple[float, float], ...]:
    height = MEASURES.label * 1.15
    strong = text_width(label.strong, MEASURES.label, bold=True)
    return ((label_width(label), height), (strong, height)) if label.faint else ((strong, height),)


def _label_lines(label: Label, place: PlacedLabel) -> tuple[TextLine, ...]:
    return label_lines(label, place.box.x, place.box.y + place.box.height * 0.83, full=place.form == 0)


# -- in tiles ---------------------------------------------------------------------------------------------------


def _tile_numbers(panel: Panel, plot: Plot) -> tuple[TextLine, ...]:
    """Return the numbers in the middle of those tiles that are seen whole and have room for them."""
    text_lines: list[TextLine] = []
    size, seen = MEASURES.small, plot.box.grown(1)
    for mark in panel.marks:
        if not isinstance(mark, Tile) or not mark.label.strong:
            continue
        box, width = tile_box(mark, plot), text_width(mark.label.strong, size)
        if seen.holds(box) and width <= box.width and size <= box.height:
            baseline = box.y + box.height / 2 + size * 0.36
            background = None if mark.shade is None else Background(shade=mark.shade)
            text_lines.append(
                TextLine(box.x + (box.width - width) / 2, baseline, mark.label.strong, size, background=background)
            )
    return tuple(text_lines)


# -- at events --------------------------------------------------------------------------------------------------


def _event_labels(panel: Panel, plot: Plot, right: float) -> PanelLabels:
    """Return the labels of the events: wide with many words, or smaller where more events then find room."""
    marks = [mark for mark in panel.marks if isinstance(mark, Milestone)]
    stems = [(plot.x(mark.first) + plot.x(mark.last)) / 2 for mark in marks]
    visible = [number for number, x in enumerate(stems) if plot.box.x - 1 <= x <= plot.box.right + 1]
    step = line_height(MEASURES.small)
    best: tuple[float, int, float, tuple[EventLabel, ...]] | None = None
    for widest, lines in _EVENT_SHAPES:
        width = max(min(widest, right - 6), widest_date(marks) + 6)
        height = step * (1 + lines) + 8
        levels = max(0, int((plot.box.height / 2 - 12) // height))
        found = placed_event_labels([stems[number] for number in visible], width + 10, levels)
        if best is None or len(found) > len(best[-1]):
            best = (width, lines, height, found)
    width, lines, height, found = best or (0.0, 0, 0.0, ())
    text_lines: list[TextLine] = []
    drawn: list[tuple[Point, Point]] = []
    middle = plot.y(0.5)
    at = {event: stems[visible[event.mark]] for event in found}
    edge = plot.box.right + right - 6
    widths = {event: max(width, min(_WIDEST_EVENT, _room_right_of(event, at, edge))) for event in found}
    for event, x in at.items():
        mark = marks[visible[event.mark]]
        above = [other.level * height for other in found if _stands_beyond(other, event, at, widths)]
        free = min(above, default=plot.box.height / 2 - 12) - event.level * height
        most = max(lines, min(_MOST_EVENT_LINES, int((free - 8) // step) - 1))
        wrapped_lines = wrapped(mark.label.faint, MEASURES.small, widths[event] - 5, most)
        near, tall = middle + event.side * (14 + event.level * height), step * (1 + len(wrapped_lines)) + 8
        top = near - tall + 4 if event.side < 0 else near
        drawn.append(((x, middle), (x, top if event.side < 0 else top + tall - 8)))
        text_lines.append(TextLine(x + 5, top + step - 2, mark.label.strong, MEASURES.small, bold=True))
        for number, line in enumerate(wrapped_lines):
            text_lines.append(TextLine(x + 5, top + step * (number + 2) - 2, line, MEASURES.small))
    return PanelLabels(tuple(text_lines), tuple(drawn), left_out=len(visible) - len(found))


def _room_right_of(event: EventLabel, at: Mapping[EventLabel, float], edge: float) -> float:
    """Return how wide a label may be: up to the next stem that passes it, or the edge of the picture."""
    stems = [x for other, x in at.items() if other.side == event.side and other.level >= event.level and x > at[event]]
    return min(stems, default=edge + 10) - 10 - at[event]


def _stands_beyond(
    other: EventLabel, event: EventLabel, at: Mapping[EventLabel, float], widths: Mapping[EventLabel, float]
) -> bool:
    """Whether another label stands farther from the line of time than this one, and over or under it."""
    beyond = other.side == event.side and other.level > event.level
    return beyond and at[other] < at[event] + widths[event] + 10 and at[event] < at[other] + widths[other] + 10
