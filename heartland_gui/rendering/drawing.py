"""A chart as one item of a graphics scene."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from heartland_gui.charts.spec import Chart
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.labels import Box
from heartland_gui.rendering.layout import Layout, Target
from heartland_gui.rendering.painter import paint
from heartland_gui.rendering.reading import ring
from heartland_gui.rendering.style import LIGHT


class Drawing(QGraphicsItem):
    """The chart as one item of the scene, painted from its layout."""

    def __init__(self) -> None:
        super().__init__()
        self.chart: Chart | None = None
        self.placed: Layout | None = None
        self.theme = LIGHT
        self.focused = False
        self.read: Target | None = None

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the whole picture."""
        return QRectF(0, 0, self.placed.width, self.placed.height) if self.placed else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """Draw the chart, and a frame around it while it has the keyboard."""
        if self.chart is None or self.placed is None:
            return
        canvas = Canvas(painter, self.theme)
        paint(self.placed, canvas, clipped=True)
        if self.focused:
            box = Box(1, 1, self.placed.width - 2, self.placed.height - 2)
            canvas.rectangle(box, None, self.theme.focus, 1.5)
        if self.read is not None:
            canvas.rectangle(ring(self.read), None, self.theme.focus, 1.8)
