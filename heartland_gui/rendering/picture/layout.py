"""Where everything of a chart stands in a picture of a given size. Computed once, drawn by `painter`, hit by `view`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from heartland_gui.charts.spec import (
    Area,
    Chart,
    Datum,
    Goal,
    KeyEntry,
    LaneAxis,
    Line,
    MapAxis,
    Milestone,
    Panel,
    RowAxis,
    Tick,
    TimeAxis,
)
from heartland_gui.rendering.canvas import elided, line_height, text_width, wrapped
from heartland_gui.rendering.labels.line_ends import Leader, has_column
from heartland_gui.rendering.labels.lines import Run
from heartland_gui.rendering.labels.map import labels_of_map
from heartland_gui.rendering.labels.placement import Box, Point
from heartland_gui.rendering.labels.plot import labels_of_panel
from heartland_gui.rendering.marks.areas import outline
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.marks.thinning import dot_radius
from heartland_gui.rendering.picture.axes import Range, has_labelled_axis, side_margins, x_ticks, y_ticks
from heartland_gui.rendering.picture.margins import (
    KEY_SYMBOL,
    ON_PAGE,
    Beside,
    Look,
    beside_map,
    footer_texts,
    key_rows,
    labelled_text,
    natural_map_height,
    stacked,
)
from heartland_gui.rendering.picture.plot import Frame
from heartland_gui.rendering.shapes import Ring, holds
from heartland_gui.rendering.style import MEASURES

_FEW_PANELS: Final = 3
_TITLE_OF_MANY: Final = 17.0
"""How much the title of a panel takes where there are many: every point counts then."""
_LEAST_PANEL: Final = 12.0
_WITH_COLUMN: Final = 300.0
"""How high a plot with a column of names is on a page: eight names of two lines have room."""
_PLOT_HEIGHTS: Final = {1: 240.0, 2: 380.0, 3: 450.0}
"""How high plots on a page are, all panels together; further panels are 120 each."""


@dataclass(frozen=True, slots=True)
class PanelLayout:
    """One plot: its frame, ticks and the words at its marks."""

    panel: Panel
    frame: Frame
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    runs: tuple[Run, ...]
    stems: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()
    left_out: int = 0
    leaders: tuple[Leader, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What the pointer can hit: a box, or within it a closed outline, and what it stands for."""

    box: Box
    datum: Datum
    outline: tuple[Ring, ...] = ()

    def is_near(self, point: Point, reach: float) -> bool:
        """Whether a point hits the target: within `reach` of a box, inside an outline."""
        near = self.box.grown(reach).contains(point)
        return near and (not self.outline or holds(self.outline, point))


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole picture, in the chart's own scale."""

    width: float
    height: float
    runs: tuple[Run, ...]
    key: tuple[tuple[Box, KeyEntry], ...]
    panels: tuple[PanelLayout, ...]
    targets: tuple[Target, ...]


def layout(chart: Chart, width: float, height: float, look: Look) -> Layout:
    """Return where everything stands in a picture of this size (in the chart's own scale)."""
    inner = width - 2 * look.margin
    header, top = _header(chart, look, inner)
    rows = [] if isinstance(chart.x, MapAxis) else key_rows(chart, inner, shown=look.key)
    texts = footer_texts(chart, look, inner)
    bottom = height - look.margin - len(texts) * line_height(MEASURES.small)
    footer = stacked(texts, look.margin, bottom)
    bottom -= len(rows) * 18 + (8 if rows or texts else 0)
    key = tuple(
        (Box(look.margin + x, bottom + 8 + row * 18, KEY_SYMBOL, 16), entry)
        for row, entries in enumerate(rows)
        for x, entry in entries
    )
    plot = Box(look.margin, top, inner, max(40.0, bottom - top))
    keyed = chart if look.key else replace(chart, key=())
    beside = beside_map(keyed, plot) if isinstance(chart.x, MapAxis) else Beside(plot)
    panels = _panels(chart, beside.plot, look)
    targets = [target for panel in panels for target in _targets(panel)]
    targets += [Target(box, datum) for box, datum in beside.rows]
    remark = _left_out_remark(chart, panels, plot.right, bottom + 8 + (len(rows) - 1) * 18)
    runs = (*header, *footer, *remark, *beside.runs)
    return Layout(width, height, runs, (*key, *beside.key), panels, tuple(targets))


def _targets(panel: PanelLayout) -> Iterator[Target]:
    """Yield what can be hit: marks that were moved out of the plot cannot."""
    plot = seen_box(panel.frame)
    for mark in panel.panel.marks:
        box = mark_box(mark, panel.frame)
        if box is not None and not isinstance(mark, Line) and box.overlaps(plot):
            rings = tuple(outline(mark, panel.frame)) if isinstance(mark, Area) else ()
            yield Target(box, mark.datum, rings)


def seen_box(frame: Frame) -> Box:
    """Return where marks of a plot can be seen: in it, and as far outside as one at its edge reaches.

    On the right that is as far as a bracket, which stands beside its numbers.
    """
    box = frame.box.grown(MEASURES.dot + 1)
    return Box(box.x, box.y, box.width + MEASURES.gap, box.height)


def natural_height(chart: Chart, width: float) -> float:
    """Return the height at which a chart reads best on a page of this width."""
    look = ON_PAGE
    width -= 2 * look.margin
    _, top = _header(chart, look, width)
    rows = [] if isinstance(chart.x, MapAxis) else key_rows(chart, width)
    below = len(rows) * 18 + len(footer_texts(chart, look, width)) * line_height(MEASURES.small)
    y_axis = chart.panels[0].y
    if isinstance(y_axis, RowAxis):
        row = 30.0 if len(y_axis.rows) <= 8 else 25.0
        # What is held against a goal needs a sentence.
        row = 40.0 if any(isinstance(mark, Goal) for mark in chart.panels[0].marks) else row
        plot = len(y_axis.rows) * row + 34
    elif isinstance(y_axis, LaneAxis):
        plot = 130.0 + 46.0 * min(4, 1 + len(chart.panels[0].marks) // 4)
    elif isinstance(y_axis, MapAxis):
        plot = natural_map_height(chart, width)
    else:
        plot = _PLOT_HEIGHTS.get(len(chart.panels), 120.0 * len(chart.panels))
        if any(has_column(panel.marks) for panel in chart.panels):
            plot = max(plot, _WITH_COLUMN)
    return top + plot + below + 24


# -- around the plot --------------------------------------------------------------------------------------------


def _header(chart: Chart, look: Look, width: float) -> tuple[tuple[Run, ...], float]:
    title = "" if not look.title else chart.full_title if look.standing_alone else chart.title
    runs: list[Run] = []
    y = look.margin
    for line in wrapped(title, MEASURES.title, width, 2, bold=True):
        y += line_height(MEASURES.title)
        runs.append(Run(look.margin, y - 5, line, MEASURES.title, bold=True))
    subtitle = chart.subtitle
    for line in wrapped(subtitle, MEASURES.subtitle, width, 2):
        y += line_height(MEASURES.subtitle)
        runs.append(Run(look.margin, y - 4, line, MEASURES.subtitle, faint=True))
    return tuple(runs), y + MEASURES.gap


def _left_out_remark(chart: Chart, panels: Sequence[PanelLayout], right: float, top: float) -> tuple[Run, ...]:
    """Return how many events found no room for their words, right of the key."""
    left_out = sum(panel.left_out for panel in panels if isinstance(panel.panel.y, LaneAxis))
    if not left_out:
        return ()
    events = sum(1 for mark in chart.panels[0].marks if isinstance(mark, Milestone))
    text = labelled_text(chart, events - left_out, events)
    return (Run(right - text_width(text, MEASURES.small), top + 12, text, MEASURES.small, faint=True),)


# -- the plots --------------------------------------------------------------------------------------------------


def _panels(chart: Chart, plot: Box, look: Look) -> tuple[PanelLayout, ...]:
    ranges = look.ranges or (chart.x.bounds, tuple(panel.y.bounds for panel in chart.panels))
    stretches = _stretches(chart, plot)
    ticks = [
        y_ticks(panel, y_range, height, chart.words)
        for panel, y_range, (_, height) in zip(chart.panels, ranges[1], stretches, strict=True)
    ]
    margins = side_margins(chart, plot.width, [tick for each in ticks for tick in each])
    edges = (plot.x - look.margin, plot.right + look.margin)
    found = []
    for panel, y_range, (top, height), labels in zip(chart.panels, ranges[1], stretches, ticks, strict=True):
        box = Box(plot.x + margins.left, top, max(30.0, plot.width - margins.left - margins.right), height)
        if isinstance(chart.x, MapAxis) and isinstance(panel.y, MapAxis):
            box = _true_to_scale(box, chart.x, panel.y)
        frame = Frame(box, ranges[0], y_range, chart.x, panel.y)
        if isinstance(chart.x, TimeAxis):
            frame = replace(frame, dot=dot_radius(panel.marks, frame))
        placed = labels_of_map(panel, frame) if isinstance(panel.y, MapAxis) else labels_of_panel(panel, frame, margins)
        title = _panel_title(panel, box, plot.right, len(chart.panels))
        found.append(
            PanelLayout(
                panel,
                frame,
                x_ticks(chart, frame, edges),
                labels,
                (*title, *placed.runs),
                placed.stems,
                placed.left_out,
                placed.leaders,
            )
        )
    return tuple(found)


def _panel_title(panel: Panel, box: Box, right: float, panels: int) -> tuple[Run, ...]:
    if not panel.title:
        return ()
    text = elided(panel.title, MEASURES.small, right - box.x, bold=True)
    return (Run(box.x, box.y - (8 if panels <= _FEW_PANELS else 6), text, MEASURES.small, bold=True),)


def _true_to_scale(box: Box, x: MapAxis, y: MapAxis) -> Box:
    """Return the largest box inside, at the left and in the middle of the height, in which land keeps its shape."""
    across, up = (x.high - x.low) * x.stretch, (y.high - y.low) * y.stretch
    scale = min(box.width / across, box.height / up)
    width, height = across * scale, up * scale
    return Box(box.x, box.y + (box.height - height) / 2, width, height)


def _stretches(chart: Chart, plot: Box) -> list[Range]:
    """Return the top and the height of each plot."""
    axis_height = 22.0 if has_labelled_axis(chart) else 4.0
    many = len(chart.panels) > _FEW_PANELS
    titled, gap = (_TITLE_OF_MANY, 8.0) if many else (20.0, 10.0)
    headed = [panel.title or (isinstance(panel.y, RowAxis) and panel.y.aside) for panel in chart.panels]
    above = [titled if head else 4.0 for head in headed]
    room = plot.height - axis_height - sum(above) - gap * (len(chart.panels) - 1)
    whole = sum(panel.weight for panel in chart.panels)
    top, found = plot.y, []
    for panel, over in zip(chart.panels, above, strict=True):
        height = max(_LEAST_PANEL, room * panel.weight / whole)
        # Few rows stay together at the top instead of drifting apart.
        drawn = min(height, MEASURES.row * len(panel.y.rows)) if isinstance(panel.y, RowAxis) else height
        found.append((top + over, drawn))
        top += over + height + gap
    return found
