"""A chart on the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from heartland_gui.charts.spec import Chart


class ChartView(QWidget):
    """Draws a chart and lets people hover, click and zoom."""

    source_requested = Signal(str)
    subject_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(300)

    def set_chart(self, chart: Chart) -> None:
        """Show another chart."""
