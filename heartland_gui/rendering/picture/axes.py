"""The ticks of a plot and the room beside it: labels that cover no other and stay in the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from heartland_gui.charts.scales import time_ticks, value_ticks
from heartland_gui.charts.spec import (
    Bar,
    Bracket,
    Chart,
    Dot,
    Goal,
    LaneAxis,
    MapAxis,
    Mark,
    Milestone,
    Panel,
    RowAxis,
    Tick,
    ValueAxis,
)
from heartland_gui.rendering.canvas import text_width
from heartland_gui.rendering.labels.line_ends import line_ends_width
from heartland_gui.rendering.labels.plot import widest_date
from heartland_gui.rendering.labels.rows import RowMargins, row_margins
from heartland_gui.rendering.labels.text_lines import label_width
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES
from heartland_gui.text import Words

Range = tuple[float, float]

_TICK_GAP: Final = 8.0
"""Between the labels of two ticks, and between a label and its axis."""
_LEAST_X_ROOM: Final = 64.0
_LEAST_Y_ROOM: Final = 30.0
_LEAST_Y_STEP: Final = 12.5
"""From one label of an upright axis to the next, so that neither covers the other."""
_LOW_PANEL: Final = 70.0
_NAMES: Final = 150.0
_ZERO: Final = Tick(0.0, None)


def has_labelled_axis(chart: Chart) -> bool:
    """Whether words stand below the plot: not below a map, nor below bars, which carry their numbers."""
    marks = [mark for panel in chart.panels for mark in panel.marks]
    bars = isinstance(chart.x, ValueAxis) and all(isinstance(mark, Bar | Goal | Bracket) for mark in marks)
    return not isinstance(chart.x, MapAxis) and not bars


def y_ticks(panel: Panel, y_range: Range, height: float, words: Words) -> tuple[Tick, ...]:
    """Return the ticks of a panel's vertical axis, as many as its height has room for."""
    if not isinstance(panel.y, ValueAxis):
        return ()
    most = max(3 if height >= _LOW_PANEL else 2, int(height // _LEAST_Y_ROOM))
    ticks = value_ticks(panel.y, *y_range, words, most)
    if len(ticks) < 2:
        return ticks
    step = min(after.position - before.position for before, after in pairwise(ticks))
    apart = step / (y_range[1] - y_range[0]) * height
    if apart >= _LEAST_Y_STEP:
        return ticks
    # Every other one, or fewer; zero stays.
    every = math.ceil(_LEAST_Y_STEP / apart)
    first = next((number for number, tick in enumerate(ticks) if tick.position == 0), 0) % every
    return ticks[first::every]


def x_ticks(chart: Chart, plot: Plot, edges: Range) -> tuple[Tick, ...]:
    """Return the ticks of the horizontal axis, as many as have room; `edges` are those of the picture."""
    if isinstance(chart.x, MapAxis):
        return ()
    if isinstance(chart.x, ValueAxis) and not has_labelled_axis(chart):
        return (_ZERO,)  # every bar carries its number, so bars need only their zero
    ticks: tuple[Tick, ...] = ()
    for most in range(max(2, int(plot.box.width // _LEAST_X_ROOM)), 0, -1):
        if isinstance(chart.x, ValueAxis):
            ticks = value_ticks(chart.x, *plot.x_range, chart.words, most)
        else:
            ticks = time_ticks(*plot.x_range, chart.words, most, chart.x.finest)
        reaches = [_reach(tick, plot) for tick in ticks if tick.label is not None]
        if all(before[1] + _TICK_GAP <= after[0] for before, after in pairwise(reaches)):
            break
    return tuple(
        tick if edges[0] <= _reach(tick, plot)[0] and _reach(tick, plot)[1] <= edges[1] else replace(tick, label=None)
        for tick in ticks
    )


def _reach(tick: Tick, plot: Plot) -> Range:
    half = text_width(tick.label or "", MEASURES.label) / 2
    middle = plot.tick_x(tick.position)
    return middle - half, middle + half


def side_margins(chart: Chart, width: float, y_labels: Sequence[Tick]) -> RowMargins:
    """Return the room left of the plots for ticks or row names, and right of them for the last labels."""
    if isinstance(chart.x, MapAxis):
        return RowMargins(0.0, 0.0)
    left = max((text_width(tick.label or "", MEASURES.label) + _TICK_GAP + 2 for tick in y_labels), default=0.0)
    right = 14.0
    indent = beyond = 0.0
    for panel in chart.panels:
        if isinstance(panel.y, RowAxis):
            rows = row_margins(panel, panel.y, chart.x, width)
            left, right = max(left, rows.left), max(right, rows.right)
            indent, beyond = max(indent, rows.indent), max(beyond, rows.beyond)
            continue
        if isinstance(panel.y, LaneAxis):
            # The first year's label reaches to the left of its tick.
            left = max(left, 20.0)
        right = max(right, _right_margin(panel.marks, chart.x.bounds, width))
    return RowMargins(left, right, indent, beyond)


def _right_margin(marks: Sequence[Mark], x_range: Range, width: float) -> float:
    events = [mark for mark in marks if isinstance(mark, Milestone)]
    if events:
        return max(min(width * 0.22, 200.0), widest_date(events) + 12)
    # On a narrow page names need more of the width.
    beside = line_ends_width(marks, max(width * 0.34, min(_NAMES, width / 2)))
    if beside:
        return beside
    low, high = x_range
    # What the plot is likely to have right of a mark; its label needs the rest outside.
    beyond = [
        label_width(mark.label) + 14 - (high - mark.x) / (high - low) * width * 0.85
        for mark in marks
        if isinstance(mark, Dot) and mark.label is not None
    ]
    return min(max(beyond, default=0.0), width * 0.22)
