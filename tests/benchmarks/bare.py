"""The windows to compare with: nothing but Qt with a label, and nothing but pyqtgraph with a line.

    python bare.py label|line

Both say what `program.py` says.
"""

from __future__ import annotations

import importlib
import sys

from measuring import Measurement
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QMainWindow, QWidget


def line_plot() -> QWidget:
    """Return a plot with one line; the library is only loaded for it."""
    pyqtgraph = importlib.import_module("pyqtgraph")
    plot: QWidget = pyqtgraph.PlotWidget()
    plot.plot([2016, 2017, 2018, 2019, 2020], [12, 14, 16, 17, 18])  # type: ignore[attr-defined] # pyqtgraph has no types
    return plot


def main() -> int:
    """Show the window, say when it was painted, and end."""
    app = QApplication(sys.argv[:1])
    measurement = Measurement()
    window = QMainWindow()
    content: QWidget = QLabel("Heartland") if sys.argv[1] == "label" else line_plot()
    window.setCentralWidget(content)
    window.resize(1440, 900)
    measurement.watch(window, "window")
    if isinstance(content, QAbstractScrollArea):
        measurement.watch(content.viewport(), "chart")
    measurement.until("window" if sys.argv[1] == "label" else "chart", measurement.report)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
