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
from heartland_gui.rendering.canvas import Ground, line_height, text_width, wrapped
from heartland_gui.rendering.labels.line_ends import LEAST_ROOM, Leader, column
from heartland_gui.rendering.labels.lines import Run, label_runs, label_width
from heartland_gui.rendering.labels.placement import Box, Flag, Placed, Point, Request, flags, placed_labels
from heartland_gui.rendering.labels.rows import RowMargins, row_labels
from heartland_gui.rendering.marks.areas import part_box, tile_box
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.marks.thinning import COARSE, strokes
from heartland_gui.rendering.picture.plot import Frame
from heartland_gui.rendering.style import MEASURES

_FLAG_SHAPES: Final = ((200.0, 4), (200.0, 3), (150.0, 3), (150.0, 2))
"""Widths of the flags of a timeline and how many lines of words they have, from the fullest to the smallest.

A flag beyond which there is room has more lines.
"""
_MOST_FLAG_LINES: Final = 7
_WIDEST_FLAG: Final = 260.0


@dataclass(frozen=True, slots=True)
class PanelLabels:
    """The words of a panel, stems of flags, leaders to names beside the plot, and how many found no room for theirs."""

    runs: tuple[Run, ...] = ()
    stems: tuple[tuple[Point, Point], ...] = ()
    leaders: tuple[Leader, ...] = ()
    left_out: int = 0


def widest_date(events: Sequence[Milestone]) -> float:
    """Return the width of the widest date of events: no flag is narrower."""
    return max((text_width(mark.label.strong, MEASURES.small, bold=True) for mark in events), default=0.0)


def labels_of_panel(panel: Panel, frame: Frame, margins: RowMargins) -> PanelLabels:
    """Return the words at the marks of a panel, in the plot and the room beside it."""
    if isinstance(panel.y, LaneAxis):
        return _flags(panel, frame, margins.right)
    if isinstance(panel.y, RowAxis):
        return PanelLabels((*row_labels(panel, panel.y, frame, margins), *_tile_numbers(panel, frame)))
    beside = column(panel.marks, frame, margins.right)
    leads = [step for leader in beside.leaders for step in itertools.pairwise(leader.path)]
    right = LEAST_ROOM if beside.leaders else margins.right
    points = _point_labels(panel, frame, right, leads)
    parts = _part_labels(panel, frame)
    return PanelLabels((*points.runs, *parts, *beside.runs), leaders=beside.leaders, left_out=points.left_out)


# -- in parts ---------------------------------------------------------------------------------------------------


def _part_labels(panel: Panel, frame: Frame) -> tuple[Run, ...]:
    """Return the words inside parts of a whole that have room for them."""
    runs: list[Run] = []
    size = MEASURES.small
    parts = [(mark, mark.label.strong) for mark in panel.marks if isinstance(mark, Part) and mark.label is not None]
    if any(mark.short and part_box(mark, frame).width < text_width(label, size) + 2 for mark, label in parts):
        # All or none: numbers side by side are equally exact.
        parts = [(mark, mark.short or label) for mark, label in parts]
    for mark, label in parts:
        box, width = part_box(mark, frame), text_width(label, size)
        inside = frame.box.x - 1 <= box.x and box.right <= frame.box.right + 1
        if inside and box.width >= width + 2 and box.height >= size * 1.2:
            x, baseline = box.x + (box.width - width) / 2, box.y + box.height / 2 + size * 0.36
            runs.append(Run(x, baseline, label, size, ground=Ground(tone=mark.tone)))
    return tuple(runs)


# -- at points --------------------------------------------------------------------------------------------------


def _point_labels(panel: Panel, frame: Frame, right: float, leads: Sequence[tuple[Point, Point]]) -> PanelLabels:
    box = frame.box
    labels: list[Label] = []
    requests: list[Request] = []
    obstacles: list[Box] = []
    lines: list[tuple[Point, Point]] = [*leads]
    for mark in panel.marks:
        if isinstance(mark, Line):
            lines += frame.strokes(strokes(mark.points, frame.x_range, box.width / COARSE))
            continue
        around = mark_box(mark, frame)
        if around is None:
            continue
        if isinstance(mark, Reference):
            lines.append(((box.x, frame.y(mark.y)), (box.right, frame.y(mark.y))))
            around = Box(box.right - 1, frame.y(mark.y) - 3, 1, 6)
        label = mark.label if isinstance(mark, Dot | Span | Reference) else None
        if label is None or not box.grown(1).contains((around.x + around.width / 2, around.y + around.height / 2)):
            if not isinstance(mark, Reference):
                obstacles.append(around)
            continue
        labels.append(label)
        weight = mark.weight if isinstance(mark, Dot | Span) else 100
        requests.append(Request(around, _sizes(label), weight, yields=weight < FIRM))
    bounds = Box(box.x, box.y - 6, box.width + right, box.height + 6)
    placed = placed_labels(requests, obstacles, lines, bounds)
    runs = tuple(run for place in placed for run in _label_runs(labels[place.request], place))
    return PanelLabels(runs, left_out=len(requests) - len(placed))


def _sizes(label: Label) -> tuple[tuple[float, float], ...]:
    height = MEASURES.label * 1.15
    strong = text_width(label.strong, MEASURES.label, bold=True)
    return ((label_width(label), height), (strong, height)) if label.faint else ((strong, height),)


def _label_runs(label: Label, place: Placed) -> tuple[Run, ...]:
    return label_runs(label, place.box.x, place.box.y + place.box.height * 0.83, full=place.form == 0)


# -- in tiles ---------------------------------------------------------------------------------------------------


def _tile_numbers(panel: Panel, frame: Frame) -> tuple[Run, ...]:
    """Return the numbers in the middle of those tiles that are seen whole and have room for them."""
    runs: list[Run] = []
    size, seen = MEASURES.small, frame.box.grown(1)
    for mark in panel.marks:
        if not isinstance(mark, Tile) or not mark.label.strong:
            continue
        box, width = tile_box(mark, frame), text_width(mark.label.strong, size)
        if seen.holds(box) and width <= box.width and size <= box.height:
            baseline = box.y + box.height / 2 + size * 0.36
            ground = None if mark.shade is None else Ground(shade=mark.shade)
            runs.append(Run(box.x + (box.width - width) / 2, baseline, mark.label.strong, size, ground=ground))
    return tuple(runs)


# -- at events --------------------------------------------------------------------------------------------------


def _flags(panel: Panel, frame: Frame, right: float) -> PanelLabels:
    """Return the flags of the events: wide with many words, or smaller where more events then find room."""
    marks = [mark for mark in panel.marks if isinstance(mark, Milestone)]
    stems = [(frame.x(mark.first) + frame.x(mark.last)) / 2 for mark in marks]
    visible = [number for number, x in enumerate(stems) if frame.box.x - 1 <= x <= frame.box.right + 1]
    step = line_height(MEASURES.small)
    best: tuple[float, int, float, tuple[Flag, ...]] | None = None
    for widest, lines in _FLAG_SHAPES:
        width = max(min(widest, right - 6), widest_date(marks) + 6)
        height = step * (1 + lines) + 8
        levels = max(0, int((frame.box.height / 2 - 12) // height))
        found = flags([stems[number] for number in visible], width + 10, levels)
        if best is None or len(found) > len(best[-1]):
            best = (width, lines, height, found)
    width, lines, height, found = best or (0.0, 0, 0.0, ())
    runs: list[Run] = []
    drawn: list[tuple[Point, Point]] = []
    middle = frame.y(0.5)
    at = {flag: stems[visible[flag.mark]] for flag in found}
    edge = frame.box.right + right - 6
    widths = {flag: max(width, min(_WIDEST_FLAG, _room_beside(flag, at, edge))) for flag in found}
    for flag, x in at.items():
        mark = marks[visible[flag.mark]]
        above = [other.level * height for other in found if _stands_beyond(other, flag, at, widths)]
        free = min(above, default=frame.box.height / 2 - 12) - flag.level * height
        most = max(lines, min(_MOST_FLAG_LINES, int((free - 8) // step) - 1))
        told = wrapped(mark.label.faint, MEASURES.small, widths[flag] - 5, most)
        near, tall = middle + flag.side * (14 + flag.level * height), step * (1 + len(told)) + 8
        top = near - tall + 4 if flag.side < 0 else near
        drawn.append(((x, middle), (x, top if flag.side < 0 else top + tall - 8)))
        runs.append(Run(x + 5, top + step - 2, mark.label.strong, MEASURES.small, bold=True))
        for number, line in enumerate(told):
            runs.append(Run(x + 5, top + step * (number + 2) - 2, line, MEASURES.small))
    return PanelLabels(tuple(runs), tuple(drawn), left_out=len(visible) - len(found))


def _room_beside(flag: Flag, at: Mapping[Flag, float], edge: float) -> float:
    """Return how wide a flag may be: up to the next stem that passes it, or the edge of the picture."""
    stems = [x for other, x in at.items() if other.side == flag.side and other.level >= flag.level and x > at[flag]]
    return min(stems, default=edge + 10) - 10 - at[flag]


def _stands_beyond(other: Flag, flag: Flag, at: Mapping[Flag, float], widths: Mapping[Flag, float]) -> bool:
    """Whether another flag stands farther from the line of time than a flag, and over or under it."""
    beyond = other.side == flag.side and other.level > flag.level
    return beyond and at[other] < at[flag] + widths[flag] + 10 and at[flag] < at[other] + widths[other] + 10
