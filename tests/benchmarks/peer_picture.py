"""A chart as matplotlib would draw it: the same marks, labels, ticks and words around them, nothing more.

It stands in benchmarks only. Labels are put where their marks are: matplotlib does not keep them apart by itself.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.path import Path as Outline

from heartland_gui.charts import spec
from heartland_gui.charts.spec import Chart, Panel, RowAxis, ValueAxis
from heartland_gui.export.picture import DEFAULT_SCALE, DEFAULT_SIZE
from heartland_gui.model.observations import Status
from heartland_gui.resources import resource

DOTS_PER_INCH = 100
_STYLES = {Status.FORECAST: "--", Status.TARGET: "--", Status.CAPACITY: ":"}


def pictures(chart: Chart, formats: tuple[str, ...]) -> dict[str, bytes]:
    """Return a chart in several formats, of the size and the scale that exports have by default."""
    figure = _figure(chart)
    found = {}
    for name in formats:
        buffer = io.BytesIO()
        figure.savefig(buffer, format=name, dpi=DOTS_PER_INCH * DEFAULT_SCALE)
        found[name] = buffer.getvalue()
    return found


@cache
def _use_our_fonts() -> None:
    for path in sorted(resource("fonts").glob("*.?tf")):
        font_manager.fontManager.addfont(path)
    mpl.rcParams["font.family"] = ["Heartland Sans", "Heartland Sans SC"]
    mpl.rcParams["svg.fonttype"] = "path"


def _figure(chart: Chart) -> Figure:
    _use_our_fonts()
    figure = Figure(figsize=(DEFAULT_SIZE[0] / DOTS_PER_INCH, DEFAULT_SIZE[1] / DOTS_PER_INCH), dpi=DOTS_PER_INCH)
    plots = figure.subplots(len(chart.panels), 1, sharex=True, squeeze=False)[:, 0]
    figure.suptitle(chart.full_title)
    for panel, plot in zip(chart.panels, plots, strict=True):
        _draw_panel(chart, panel, plot)
    for number, line in enumerate((*chart.notes, *(source.text for source in chart.sources), chart.edition)):
        figure.text(0.05, 0.12 - 0.02 * number, line, fontsize=8)
    for number, entry in enumerate(chart.legend):
        figure.text(0.05 + 0.15 * (number % 6), 0.16 - 0.02 * (number // 6), entry.label, fontsize=8)
    figure.subplots_adjust(bottom=0.22)
    return figure


def _draw_panel(chart: Chart, panel: Panel, plot: Any) -> None:
    plot.set_title(panel.title or chart.subtitle, fontsize=9)
    for mark in panel.marks:
        _draw(mark, plot)
    if isinstance(panel.y, RowAxis):
        plot.set_yticks(range(len(panel.y.rows)), [row.label for row in panel.y.rows])
        plot.set_ylim(*panel.y.bounds)
    elif isinstance(panel.y, ValueAxis):
        if panel.y.logarithmic:
            plot.set_yscale("log")
        plot.set_ylim(panel.y.low, panel.y.high)
    if isinstance(chart.x, ValueAxis) and chart.x.logarithmic:
        plot.set_xscale("log")


def _draw(mark: spec.Mark, plot: Any) -> None:  # noqa: C901, PLR0912 - a case for each kind of mark
    status = getattr(mark, "status", Status.ACTUAL)
    style, filled = _STYLES.get(status, "-"), status is Status.ACTUAL
    label = getattr(mark, "label", None)
    x, y = 0.0, 0.0
    match mark:
        case spec.Line():
            plot.plot(*zip(*mark.points, strict=True), style)
            return
        case spec.Dot() | spec.Circle() | spec.Pin():
            x, y = mark.x, mark.y
            plot.plot([x], [y], "o", fillstyle="full" if filled else "none")
        case spec.Span():
            x, y = mark.first, mark.y
            plot.plot([mark.first, mark.last], [y, y], style)
        case spec.Reference():
            y = mark.y
            plot.axhline(y, linestyle=":")
        case spec.Bar():
            x, y = mark.value, mark.row
            plot.barh([y], [x], fill=filled, linestyle=style)
        case spec.Move():
            x, y = mark.after, mark.row
            plot.annotate("", (x, y), (mark.before, y), arrowprops={"arrowstyle": "->"})
        case spec.Milestone():
            x, y = (mark.first + mark.last) / 2, 0.5
            plot.plot([x], [y], "D")
        case spec.Bracket():
            ends = ([mark.low, mark.high], [mark.along, mark.along])
            plot.plot(*(ends if mark.horizontal else reversed(ends)))
        case spec.Goal():
            plot.plot([mark.value], [mark.row], "|")
        case spec.Part():
            x, y = mark.first, mark.low
            plot.bar([x], [mark.high - mark.low], mark.last - mark.first, y)
        case spec.Tile():
            x, y = mark.first, mark.row
            plot.barh([y], [mark.last - mark.first], left=[x])
        case spec.Area():
            x, y = mark.anchor
            for polygon in mark.polygons:
                _draw_land(polygon, plot)
    if label is not None:
        plot.annotate(f"{label.strong} {label.faint}", (x, y), (5, 5), textcoords="offset points", fontsize=8)


def _draw_land(rings: tuple[tuple[tuple[float, float], ...], ...], plot: Any) -> None:
    points = [point for ring in rings for point in ring]
    codes = [code for ring in rings for code in (Outline.MOVETO, *[Outline.LINETO] * (len(ring) - 1))]
    plot.add_patch(mpl.patches.PathPatch(Outline(points, codes)))
