"""Panning and zooming along time: pyqtgraph turns drags and the wheel into a range of time.

The only module that needs pyqtgraph, which takes as long to load as the rest of the window.
"""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtWidgets import QWidget

from heartland_gui.charts.spec import TimeAxis


class TimeZoom(pyqtgraph.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """The range of time that a chart shows. Never seen itself: the chart hands it events and draws the range."""

    changed = Signal()

    def __init__(self, axis: TimeAxis, chart: QWidget) -> None:
        """Begin with all of the time; nobody gets beyond it, nor nearer than the axis can be labelled."""
        super().__init__(chart, background=None)
        self.hide()
        low, high = axis.bounds
        # Not nearer than the labels of the axis go: yearly figures would stand on an axis without any.
        nearest = min(high - low, max(axis.finest, min((high - low) / 2, 1 / 12)))
        self._whole = high - low
        self._view_box = pyqtgraph.ViewBox(enableMenu=False)
        self._view_box.setMouseEnabled(x=True, y=False)
        self._view_box.setLimits(xMin=low, xMax=high, minXRange=nearest, maxXRange=high - low)
        self._view_box.setXRange(low, high, padding=0)
        self._view_box.sigXRangeChanged.connect(self._tell)
        self.scene().addItem(self._view_box)

    def _tell(self) -> None:
        self.changed.emit()

    @property
    def time_range(self) -> tuple[float, float]:
        """What is seen of the time, as decimal years."""
        low, high = self._view_box.viewRange()[0]
        return low, high

    @property
    def is_part(self) -> bool:
        """Whether only a part of the time is seen."""
        low, high = self.time_range
        return high - low < 0.999 * self._whole

    def show_range(self, low: float, high: float) -> None:
        """See another part of the time, within the limits."""
        self._view_box.setXRange(low, high, padding=0)

    def place(self, plot: QRectF) -> None:
        """Take the place of the plot in the chart, in pixels: drags and turns are measured by it.

        A view that is never shown keeps its own size and moves nothing: its points are those of the chart.
        """
        self._view_box.setGeometry(plot)
        # Otherwise the first drag would be measured by the place before.
        self._view_box.prepareForPaint()

    def handle(self, event: QEvent) -> None:
        """Take an event of the mouse or the wheel, at its position in the chart."""
        self.viewportEvent(event)
