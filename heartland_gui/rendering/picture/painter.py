"""The one painter: a chart drawn on whatever Qt can paint on, the screen, a picture, an SVG or a PDF."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from heartland_gui.charts.spec import (
    Area,
    Chart,
    LaneAxis,
    Line,
    Mark,
    Milestone,
    Move,
    Reference,
    Spread,
    TimeAxis,
    ValueAxis,
)
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.labels.line_ends import Leader, sign_width
from heartland_gui.rendering.labels.lines import Run
from heartland_gui.rendering.labels.placement import Box
from heartland_gui.rendering.marks.drawing import draw_duration, draw_mark
from heartland_gui.rendering.marks.legend import paint_key
from heartland_gui.rendering.picture.layout import Layout, PanelLayout, layout, seen_box
from heartland_gui.rendering.picture.margins import Look
from heartland_gui.rendering.style import MEASURES, Theme


def picture_scale(width: float, height: float) -> float:
    """Return how many pixels one point of the chart's own scale is in a picture of this size.

    Type and lines grow with the picture, so that a slide and a thumbnail look the same.
    """
    return min(width / MEASURES.base_width, height / MEASURES.base_height)


def picture_layout(chart: Chart, width: float, height: float, look: Look) -> Layout:
    """Return where everything stands in a picture of this size, for `paint_picture` to draw in as many formats."""
    scale = picture_scale(width, height)
    return layout(chart, width / scale, height / scale, look)


def paint_picture(placed: Layout, painter: QPainter, width: float, theme: Theme, *, outlines: bool = False) -> None:
    """Draw a chart that stands alone into a picture as wide as that, background included."""
    scale = width / placed.width
    painter.save()
    painter.scale(scale, scale)
    canvas = Canvas(painter, theme, outlines=outlines)
    canvas.rectangle(Box(0, 0, placed.width, placed.height), theme.surface)
    paint(placed, canvas)
    painter.restore()


def paint(placed: Layout, canvas: Canvas, *, clipped: bool = False) -> None:
    """Draw a chart as it is laid out; `clipped` cuts marks to their plots, which only a screen that zooms needs."""
    for panel in placed.panels:
        _paint_axes(panel, canvas, last=panel is placed.panels[-1])
        _paint_leaders(panel.leaders, canvas)
        _paint_marks(panel, canvas, clipped=clipped)
    for panel in placed.panels:
        _paint_runs(panel.runs, canvas)
    _paint_runs(placed.runs, canvas)
    for box, entry in placed.key:
        paint_key(box, entry, placed.width - box.right, canvas)


def _paint_axes(panel: PanelLayout, canvas: Canvas, *, last: bool) -> None:
    frame, theme = panel.frame, canvas.theme
    box = frame.box
    low, high = sorted(frame.y_range)
    for tick in panel.y_ticks:
        y = box.bottom - (tick.position - low) / (high - low) * box.height
        canvas.line((box.x, y), (box.right, y), theme.axis if tick.position == 0 else theme.grid, MEASURES.thin)
        label_box = Box(box.x - 90, y - 8, 82, 16)
        canvas.text_in(label_box, tick.label or "", MEASURES.label, theme.faint_text, align=1.0)
    x_low, x_high = frame.x_range
    for tick in panel.x_ticks:
        x = box.x + (tick.position - x_low) / (x_high - x_low) * box.width
        if isinstance(frame.x_axis, ValueAxis):
            colour = theme.axis if tick.position == 0 or tick.label is None else theme.grid
            canvas.line((x, box.y), (x, box.bottom), colour, MEASURES.thin)
            _paint_tick_label(x, box.bottom, tick.label or "", canvas)
        elif tick.label is None:
            canvas.line((x, box.bottom), (x, box.bottom + 4), theme.axis, MEASURES.thin)
        elif last:
            _paint_tick_label(x, box.bottom, tick.label, canvas)
    if isinstance(frame.x_axis, TimeAxis):
        canvas.line((box.x, box.bottom), (box.right, box.bottom), theme.axis, MEASURES.thin)


def _paint_tick_label(x: float, bottom: float, label: str, canvas: Canvas) -> None:
    place = Box(x - 60, bottom + 5, 120, 16)
    canvas.text_in(place, label, MEASURES.label, canvas.theme.faint_text, align=0.5)


def _paint_marks(panel: PanelLayout, canvas: Canvas, *, clipped: bool) -> None:
    frame, painter = panel.frame, canvas.painter
    painter.save()
    if clipped:
        reach = seen_box(frame)
        painter.setClipRect(round(reach.x), round(reach.y), round(reach.width), round(reach.height))
    if isinstance(panel.panel.y, LaneAxis):
        y = frame.y(0.5)
        canvas.line((frame.box.x, y), (frame.box.right, y), canvas.theme.axis, 2.0)
        for start, end in panel.stems:
            canvas.line(start, end, canvas.theme.axis, MEASURES.thin)
        for mark in panel.panel.marks:
            if isinstance(mark, Milestone):
                draw_duration(mark, frame, canvas)
    # Land lies under everything, levels, lines and brackets lie under the numbers; only brackets on rows lie over bars.
    for mark in sorted(panel.panel.marks, key=_height):
        draw_mark(mark, frame, canvas)
    painter.restore()


def _paint_leaders(leaders: tuple[Leader, ...], canvas: Canvas) -> None:
    theme, width = canvas.theme, sign_width()
    for leader in leaders:
        x, y = leader.end
        if leader.path:
            # Dotted: a line beside courses would read as one that stays level.
            canvas.polyline(leader.path, theme.axis, MEASURES.thin, MEASURES.leader)
        if leader.tone is not None:
            canvas.rectangle(Box(x, y - width / 2, width, width), theme.tone(leader.tone))
        else:
            canvas.line((x, y), (x + width, y), theme.mark(leader.colour), MEASURES.line * 1.5)


def _height(mark: Mark) -> int:
    if isinstance(mark, Spread) and mark.lying:
        return 3
    return 0 if isinstance(mark, Area) else 1 if isinstance(mark, Reference | Line | Move | Spread) else 2


def _paint_runs(runs: tuple[Run, ...], canvas: Canvas) -> None:
    theme = canvas.theme
    for run in runs:
        colour = theme.faint_text if run.faint else theme.text
        if run.ground is not None:
            ground = run.ground.colour(theme)
            colour = theme.ink_on(ground)
            if run.ground.halo:
                canvas.halo(run.x, run.baseline, run.text, run.size, ground, bold=run.bold)
        canvas.text(run.x, run.baseline, run.text, run.size, colour, bold=run.bold)
