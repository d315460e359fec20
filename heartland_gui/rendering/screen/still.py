"""A chart as a still picture: what is on the page until the library that moves charts has been loaded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from heartland_gui.charts.spec import Chart
from heartland_gui.model.entities import Ref
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.picture.layout import layout
from heartland_gui.rendering.picture.margins import ON_PAGE
from heartland_gui.rendering.picture.painter import paint
from heartland_gui.rendering.style import LIGHT, Theme


class StillChart(QWidget):
    """Draws a chart exactly as `ChartView` first shows it, in the size that it is given, and answers to nothing."""

    source_requested = Signal(str)
    subject_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: Chart | None = None

    def set_chart(self, chart: Chart) -> None:
        """Show another chart."""
        self._chart = chart
        self.setAccessibleName(chart.full_title)
        self.setAccessibleDescription(chart.sentence)
        self.update()

    @property
    def is_zoomed(self) -> bool:
        """Never: all of the chart is always shown."""
        return False

    def mark_subject(self, subject: Ref | None) -> None:
        """Do nothing: rings come with the living chart."""

    def set_least_height(self, height: int) -> None:
        """Do nothing: a picture is as high as it is made."""

    def reset_view(self) -> None:
        """Do nothing: all of the chart is always shown."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Draw the chart."""
        width, height = float(self.width()), float(self.height())
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        canvas.rectangle(Box(0, 0, width, height), self._theme.surface)
        if self._chart is not None:
            paint(layout(self._chart, width, height, ON_PAGE), canvas, clipped=True)
        painter.end()
