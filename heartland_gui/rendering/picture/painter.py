"""The one painter: a chart drawn on whatever Qt can paint on, the screen, a picture, an SVG or a PDF."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from heartland_gui.charts.spec import (
    Area,
    Bracket,
    Chart,
    LaneAxis,
    Line,
    Mark,
    Milestone,
    Move,
    Reference,
    TimeAxis,
    ValueAxis,
)
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.line_ends import Leader, sign_width
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.marks.drawing import draw_duration, draw_mark, draw_symbol
from heartland_gui.rendering.marks.legend import draw_legend_entry
from heartland_gui.rendering.marks.shapes import is_member
from heartland_gui.rendering.picture.layout import Layout, PanelLayout, layout, seen_box
from heartland_gui.rendering.picture.margins import LayoutOptions
from heartland_gui.rendering.style import MEASURES, Theme


def picture_scale(width: float, height: float) -> float:
    """Return how many pixels one point of the chart's own scale is in a picture of this size.

    Type and lines grow with the picture, so that a slide and a thumbnail look the same.
    """
    return min(width / MEASURES.base_width, height / MEASURES.base_height)


def picture_layout(chart: Chart, width: float, height: float, options: LayoutOptions) -> Layout:
    """Return where everything stands in a picture of this size, for `paint_picture` to draw in as many formats."""
    scale = picture_scale(width, height)
    return layout(chart, width / scale, height / scale, options)


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
        _paint_text_lines(panel.text_lines, canvas)
    _paint_text_lines(placed.text_lines, canvas)
    for box, entry in placed.legend:
        draw_legend_entry(box, entry, placed.width - box.right, canvas)


def _paint_axes(panel: PanelLayout, canvas: Canvas, *, last: bool) -> None:
    plot, theme = panel.plot, canvas.theme
    box = plot.box
    low, high = sorted(plot.y_range)
    for tick in panel.y_ticks:
        y = box.bottom - (tick.position - low) / (high - low) * box.height
        canvas.line((box.x, y), (box.right, y), theme.axis if tick.position == 0 else theme.grid, MEASURES.thin)
        label_box = Box(box.x - 90, y - 8, 82, 16)
        canvas.text_in(label_box, tick.label or "", MEASURES.label, theme.faint_text, align=1.0)
    x_low, x_high = plot.x_range
    for tick in panel.x_ticks:
        x = box.x + (tick.position - x_low) / (x_high - x_low) * box.width
        if isinstance(plot.x_axis, ValueAxis):
            colour = theme.axis if tick.position == 0 or tick.label is None else theme.grid
            canvas.line((x, box.y), (x, box.bottom), colour, MEASURES.thin)
            _paint_tick_label(x, box.bottom, tick.label or "", canvas)
        elif tick.label is None:
            canvas.line((x, box.bottom), (x, box.bottom + 4), theme.axis, MEASURES.thin)
        elif last:
            _paint_tick_label(x, box.bottom, tick.label, canvas)
    if isinstance(plot.x_axis, TimeAxis):
        canvas.line((box.x, box.bottom), (box.right, box.bottom), theme.axis, MEASURES.thin)


def _paint_tick_label(x: float, bottom: float, label: str, canvas: Canvas) -> None:
    place = Box(x - 60, bottom + 5, 120, 16)
    canvas.text_in(place, label, MEASURES.label, canvas.theme.faint_text, align=0.5)


def _paint_marks(panel: PanelLayout, canvas: Canvas, *, clipped: bool) -> None:
    plot, painter = panel.plot, canvas.painter
    painter.save()
    if clipped:
        reach = seen_box(plot)
        painter.setClipRect(round(reach.x), round(reach.y), round(reach.width), round(reach.height))
    if isinstance(panel.panel.y, LaneAxis):
        y = plot.y(0.5)
        canvas.line((plot.box.x, y), (plot.box.right, y), canvas.theme.axis, 2.0)
        for start, end in panel.stems:
            canvas.line(start, end, canvas.theme.axis, MEASURES.thin)
        for mark in panel.panel.marks:
            if isinstance(mark, Milestone):
                draw_duration(mark, plot, canvas)
    # Land lies under everything, levels, lines and brackets lie under the numbers; only brackets on rows lie over bars.
    for mark in sorted(panel.panel.marks, key=_z_value):
        draw_mark(mark, plot, canvas)
    painter.restore()


def _paint_leaders(leaders: tuple[Leader, ...], canvas: Canvas) -> None:
    theme, width = canvas.theme, sign_width()
    for leader in leaders:
        x, y = leader.end
        if leader.path:
            # Dotted: a solid one beside lines would read as one that stays level.
            canvas.polyline(leader.path, theme.axis, MEASURES.thin, MEASURES.leader)
        if leader.tone is not None:
            canvas.rectangle(Box(x, y - width / 2, width, width), theme.tone(leader.tone))
        elif is_member(leader.colour):
            draw_symbol(x + width / 2, y, Status.ACTUAL, theme.mark(leader.colour), canvas, slot=leader.colour)
        else:
            canvas.line((x, y), (x + width, y), theme.mark(leader.colour), MEASURES.line * 1.5)


def _z_value(mark: Mark) -> int:
    if isinstance(mark, Bracket) and mark.horizontal:
        return 3
    return 0 if isinstance(mark, Area) else 1 if isinstance(mark, Reference | Line | Move | Bracket) else 2


def _paint_text_lines(text_lines: tuple[TextLine, ...], canvas: Canvas) -> None:
    theme = canvas.theme
    for text_line in text_lines:
        colour = theme.faint_text if text_line.faint else theme.name_of(text_line.slot)
        if text_line.background is not None:
            background = text_line.background.colour(theme)
            colour = theme.text_colour_on(background)
            if text_line.background.halo:
                canvas.halo(
                    text_line.x, text_line.baseline, text_line.text, text_line.size, background, bold=text_line.bold
                )
        canvas.text(text_line.x, text_line.baseline, text_line.text, text_line.size, colour, bold=text_line.bold)
