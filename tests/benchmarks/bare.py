"""The windows to compare with: nothing but Qt with a label, nothing but pyqtgraph with a line, a page of plain Qt.

    python bare.py label|line
    python bare.py page LABELS ROWS COLUMNS

All say what `program.py` says. The page is refilled by clicks as the program's is: so many labels, and a QTableView
with so many rows and columns below them.
"""

from __future__ import annotations

import importlib
import sys
import time
from itertools import count

from measuring import Measurement
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QGridLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)


def line_plot() -> QWidget:
    """Return a plot with one line; the library is only loaded for it."""
    pyqtgraph = importlib.import_module("pyqtgraph")
    plot: QWidget = pyqtgraph.PlotWidget()
    plot.plot([2016, 2017, 2018, 2019, 2020], [12, 14, 16, 17, 18])  # type: ignore[attr-defined] # pyqtgraph has no types
    return plot


class Rows(QAbstractTableModel):
    """Rows of texts that are others after each click."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._size, self.number = (rows, columns), 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: ARG002 - Qt's form
        """Return the number of rows."""
        return self._size[0]

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: ARG002 - Qt's form
        """Return the number of columns."""
        return self._size[1]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return f"Cell {index.row()} of {index.column()}, {self.number}"
        return None

    def refill(self, number: int) -> None:
        """Have other texts."""
        self.beginResetModel()
        self.number = number
        self.endResetModel()


class Page(QScrollArea):
    """So many labels in columns, and a table as high as its rows below them."""

    def __init__(self, labels: int, rows: int, columns: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        body = QWidget()
        grid = QGridLayout(body)
        self._labels = [QLabel(body) for _ in range(labels)]
        for number, label in enumerate(self._labels):
            grid.addWidget(label, number // _COLUMNS, number % _COLUMNS)
        self._rows = Rows(rows, columns)
        self._table = QTableView(body)
        self._table.setModel(self._rows)
        grid.addWidget(self._table, labels // _COLUMNS + 1, 0, 1, _COLUMNS)
        self.setWidget(body)

    def refill(self, number: int) -> None:
        """Show other texts, with columns and rows as large as these need."""
        for place, label in enumerate(self._labels):
            label.setText(f"Label {place} of page {number}" + " and more" * (number % 3))
        self._rows.refill(number)
        self._table.resizeColumnsToContents()
        self._table.resizeRowsToContents()
        height = self._table.verticalHeader().length() + self._table.horizontalHeader().height() + 4
        self._table.setFixedHeight(height)


_COLUMNS = 6
_CLICKS = 50


def clicks(app: QApplication) -> int:
    """Click so often that the page shows other texts, and say how long each click took to the painted page."""
    measurement, window = Measurement(), QMainWindow()
    page, button = Page(*map(int, sys.argv[2:5])), QPushButton("Another page", window)
    numbers = count(1)
    button.clicked.connect(lambda: page.refill(next(numbers)))
    holder = QWidget(window)
    column = QVBoxLayout(holder)
    column.addWidget(button)
    column.addWidget(page)
    window.setCentralWidget(holder)
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    taken = []
    for _ in range(_CLICKS):
        started = time.process_time()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        for _ in range(3):
            # Layouts within layouts ask one after the other.
            app.processEvents()
        QApplication.sendPostedEvents()
        taken.append(time.process_time() - started)
    measurement.more["whole_page"] = taken[1:]
    measurement.report()
    return 0


def main() -> int:
    """Show the window, say when it was painted, and end."""
    app = QApplication(sys.argv[:1])
    if sys.argv[1] == "page":
        return clicks(app)
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
