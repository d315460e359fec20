"""Where everything of a chart stands in a picture of a given size. Computed once, drawn by `painter`, hit by `view`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from heartland_gui.charts.spec import (
    Area,
    Chart,
    Details,
    Goal,
    LaneAxis,
    LegendEntry,
    Line,
    MapAxis,
    Milestone,
    Panel,
    RowAxis,
    Tick,
    TimeAxis,
)
from heartland_gui.rendering.canvas import elided, line_height, text_width, wrapped
from heartland_gui.rendering.geometry import Box, Point, Ring, holds
from heartland_gui.rendering.labels.line_ends import Leader, has_line_ends
from heartland_gui.rendering.labels.map import labels_of_map
from heartland_gui.rendering.labels.plot import labels_of_panel
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.marks.drawing import mark_box, outline
from heartland_gui.rendering.marks.thinning import dot_radius
from heartland_gui.rendering.picture.axes import Range, has_labelled_axis, side_margins, x_ticks, y_ticks
from heartland_gui.rendering.picture.margins import (
    LEGEND_SYMBOL,
    ON_PAGE,
    LayoutOptions,
    MapColumn,
    footer_texts,
    labelled_text,
    legend_rows,
    map_column,
    natural_map_height,
    stacked,
)
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES

_FEW_PANELS: Final = 3
_TITLE_OF_MANY: Final = 17.0
"""How much the title of a panel takes where there are many: every point counts then."""
_LEAST_PANEL: Final = 12.0
_LEAST_ROW: Final = 18.0
_LEAST_PICTURE: Final = 160.0
"""Of a map and of events."""
_LEAST_PLOT: Final = 110.0
"""Of one panel; each further one adds half of it."""
_WITH_COLUMN: Final = 300.0
"""How high a plot with a column of names is on a page: eight names of two lines have room."""
_PLOT_HEIGHTS: Final = {1: 240.0, 2: 380.0, 3: 450.0}
"""How high plots on a page are, all panels together; further panels are 120 each."""


@dataclass(frozen=True, slots=True)
class PanelLayout:
    """One plot: where it stands, its ticks and the words at its marks."""

    panel: Panel
    plot: Plot
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    text_lines: tuple[TextLine, ...]
    stems: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()
    left_out: int = 0
    leaders: tuple[Leader, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What the pointer can hit: a box, or within it a closed outline, and what it stands for."""

    box: Box
    details: Details
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
    text_lines: tuple[TextLine, ...]
    legend: tuple[tuple[Box, LegendEntry], ...]
    panels: tuple[PanelLayout, ...]
    targets: tuple[Target, ...]


def layout(chart: Chart, width: float, height: float, options: LayoutOptions) -> Layout:
    """Return where everything stands in a picture of this size (in the chart's own scale)."""
    inner = width - 2 * options.margin
    header, top = _header(chart, options, inner)
    rows = [] if isinstance(chart.x, MapAxis) else legend_rows(chart, inner, shown=options.legend)
    texts = footer_texts(chart, options, inner)
    bottom = height - options.margin - len(texts) * line_height(MEASURES.small)
    footer = stacked(texts, options.margin, bottom)
    bottom -= len(rows) * 18 + (8 if rows or texts else 0)
    legend = tuple(
        (Box(options.margin + x, bottom + 8 + row * 18, LEGEND_SYMBOL, 16), entry)
        for row, entries in enumerate(rows)
        for x, entry in entries
    )
    area = Box(options.margin, top, inner, max(40.0, bottom - top))
    listed = chart if options.legend else replace(chart, legend=())
    column = map_column(listed, area) if isinstance(chart.x, MapAxis) else MapColumn(area)
    panels = _panels(chart, column.area, options)
    targets = [target for panel in panels for target in _targets(panel)]
    targets += [Target(box, details) for box, details in column.rows]
    remark = _left_out_remark(chart, panels, area.right, bottom + 8 + (len(rows) - 1) * 18)
    text_lines = (*header, *footer, *remark, *column.text_lines)
    return Layout(width, height, text_lines, (*legend, *column.legend), panels, tuple(targets))


def _targets(panel: PanelLayout) -> Iterator[Target]:
    """Yield what can be hit: marks that were moved out of the plot cannot."""
    area = seen_box(panel.plot)
    for mark in panel.panel.marks:
        box = mark_box(mark, panel.plot)
        if box is not None and not isinstance(mark, Line) and box.overlaps(area):
            rings = tuple(outline(mark, panel.plot)) if isinstance(mark, Area) else ()
            yield Target(box, mark.details, rings)


def seen_box(plot: Plot) -> Box:
    """Return where marks of a plot can be seen: in it, and as far outside as one at its edge reaches.

    On the right that is as far as a bracket, which stands beside its numbers.
    """
    box = plot.box.grown(MEASURES.dot + 1)
    return Box(box.x, box.y, box.width + MEASURES.gap, box.height)


def natural_height(chart: Chart, width: float, options: LayoutOptions = ON_PAGE) -> float:
    """Return the height at which a chart reads best on a page of this width."""
    inner = width - 2 * options.margin
    y_axis = chart.panels[0].y
    if isinstance(y_axis, RowAxis):
        row = 30.0 if len(y_axis.rows) <= 8 else 25.0
        # What is held against a goal needs a sentence.
        row = 40.0 if _holds_goals(chart) else row
        plots = len(y_axis.rows) * row + 34
    elif isinstance(y_axis, LaneAxis):
        plots = 130.0 + 46.0 * min(4, 1 + len(chart.panels[0].marks) // 4)
    elif isinstance(y_axis, MapAxis):
        plots = natural_map_height(chart, inner)
    else:
        plots = _PLOT_HEIGHTS.get(len(chart.panels), 120.0 * len(chart.panels))
        if any(has_line_ends(panel.marks) for panel in chart.panels):
            plots = max(plots, _WITH_COLUMN)
    return _around_plots(chart, inner, options) + plots


def least_height(chart: Chart, width: float, options: LayoutOptions = ON_PAGE) -> float:
    """Return the height below which the words of a chart of this width would stand on one another."""
    y_axis = chart.panels[0].y
    if isinstance(y_axis, RowAxis):
        plots = len(y_axis.rows) * (34.0 if _holds_goals(chart) else _LEAST_ROW) + 34
    elif isinstance(y_axis, MapAxis | LaneAxis):
        plots = _LEAST_PICTURE
    else:
        plots = _LEAST_PLOT * (1 + len(chart.panels)) / 2
    return _around_plots(chart, width - 2 * options.margin, options) + plots


def _holds_goals(chart: Chart) -> bool:
    return any(isinstance(mark, Goal) for mark in chart.panels[0].marks)


def _around_plots(chart: Chart, width: float, options: LayoutOptions) -> float:
    """Return how much of the height is title, legend and footer."""
    _, top = _header(chart, options, width)
    rows = [] if isinstance(chart.x, MapAxis) else legend_rows(chart, width)
    return top + len(rows) * 18 + len(footer_texts(chart, options, width)) * line_height(MEASURES.small) + 24


# -- above and below the plots ---------------------------------------------------------------------------------


def _header(chart: Chart, options: LayoutOptions, width: float) -> tuple[tuple[TextLine, ...], float]:
    if options.bare:
        return (), options.margin
    title = "" if not options.title else chart.full_title if options.standing_alone else chart.title
    text_lines: list[TextLine] = []
    y = options.margin
    for line in wrapped(title, MEASURES.title, width, 2, bold=True):
        y += line_height(MEASURES.title)
        text_lines.append(TextLine(options.margin, y - 5, line, MEASURES.title, bold=True))
    subtitle = chart.subtitle
    for line in wrapped(subtitle, MEASURES.subtitle, width, 2):
        y += line_height(MEASURES.subtitle)
        text_lines.append(TextLine(options.margin, y - 4, line, MEASURES.subtitle, faint=True))
    return tuple(text_lines), y + MEASURES.gap


def _left_out_remark(chart: Chart, panels: Sequence[PanelLayout], right: float, top: float) -> tuple[TextLine, ...]:
    """Return how many events found no room for their words, right of the legend."""
    left_out = sum(panel.left_out for panel in panels if isinstance(panel.panel.y, LaneAxis))
    if not left_out:
        return ()
    events = sum(1 for mark in chart.panels[0].marks if isinstance(mark, Milestone))
    text = labelled_text(chart, events - left_out, events)
    return (TextLine(right - text_width(text, MEASURES.small), top + 12, text, MEASURES.small, faint=True),)


# -- the plots --------------------------------------------------------------------------------------------------


def _panels(chart: Chart, area: Box, options: LayoutOptions) -> tuple[PanelLayout, ...]:
    ranges = options.ranges or (chart.x.bounds, tuple(panel.y.bounds for panel in chart.panels))
    stretches = _stretches(chart, area)
    ticks = [
        y_ticks(panel, y_range, height, chart.words)
        for panel, y_range, (_, height) in zip(chart.panels, ranges[1], stretches, strict=True)
    ]
    margins = side_margins(chart, area.width, [tick for each in ticks for tick in each])
    edges = (area.x - options.margin, area.right + options.margin)
    found = []
    for panel, y_range, (top, height), labels in zip(chart.panels, ranges[1], stretches, ticks, strict=True):
        box = Box(area.x + margins.left, top, max(30.0, area.width - margins.left - margins.right), height)
        if isinstance(chart.x, MapAxis) and isinstance(panel.y, MapAxis):
            box = _true_to_scale(box, chart.x, panel.y)
        plot = Plot(box, ranges[0], y_range, chart.x, panel.y)
        if isinstance(chart.x, TimeAxis):
            plot = replace(plot, dot=dot_radius(panel.marks, plot))
        placed = labels_of_map(panel, plot) if isinstance(panel.y, MapAxis) else labels_of_panel(panel, plot, margins)
        title = _panel_title(panel, box, area.right, len(chart.panels))
        found.append(
            PanelLayout(
                panel,
                plot,
                x_ticks(chart, plot, edges),
                labels,
                (*title, *placed.text_lines),
                placed.stems,
                placed.left_out,
                placed.leaders,
            )
        )
    return tuple(found)


def _panel_title(panel: Panel, box: Box, right: float, panels: int) -> tuple[TextLine, ...]:
    if not panel.title:
        return ()
    text = elided(panel.title, MEASURES.small, right - box.x, bold=True)
    return (TextLine(box.x, box.y - (8 if panels <= _FEW_PANELS else 6), text, MEASURES.small, bold=True),)


def _true_to_scale(box: Box, x: MapAxis, y: MapAxis) -> Box:
    """Return the largest box inside, at the left and in the middle of the height, in which land keeps its shape."""
    across, up = (x.high - x.low) * x.stretch, (y.high - y.low) * y.stretch
    scale = min(box.width / across, box.height / up)
    width, height = across * scale, up * scale
    return Box(box.x, box.y + (box.height - height) / 2, width, height)


def _stretches(chart: Chart, area: Box) -> list[Range]:
    """Return the top and the height of each plot."""
    axis_height = 22.0 if has_labelled_axis(chart) else 4.0
    many = len(chart.panels) > _FEW_PANELS
    titled, gap = (_TITLE_OF_MANY, 8.0) if many else (20.0, 10.0)
    headed = [panel.title or (isinstance(panel.y, RowAxis) and panel.y.trailing) for panel in chart.panels]
    above = [titled if head else 4.0 for head in headed]
    room = area.height - axis_height - sum(above) - gap * (len(chart.panels) - 1)
    whole = sum(panel.weight for panel in chart.panels)
    top, found = area.y, []
    for panel, over in zip(chart.panels, above, strict=True):
        height = max(_LEAST_PANEL, room * panel.weight / whole)
        # Few rows stay together at the top instead of drifting apart.
        drawn = min(height, MEASURES.row * len(panel.y.rows)) if isinstance(panel.y, RowAxis) else height
        found.append((top + over, drawn))
        top += over + height + gap
    return found
