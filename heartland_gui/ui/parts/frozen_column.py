"""The first column of a table that stays where it is while the others are scrolled: it names the rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFrame, QTableView


class FrozenColumn(QTableView):
    """Lies over a table's first column while not all of its columns have room."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("frozen_column")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(table.verticalHeader().sectionResizeMode(0))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self.place())
        self.hide()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Have the table offer what it offers for its other columns."""
        at = self._table.viewport().mapFromGlobal(event.globalPos())
        QApplication.sendEvent(self._table.viewport(), QContextMenuEvent(event.reason(), at, event.globalPos()))

    def place(self) -> None:
        """Lie over the first column where the others are scrolled."""
        table = self._table
        scrolled = table.horizontalScrollBar().value() > 0
        if scrolled:
            for column in range(table.model().columnCount()):
                self.setColumnHidden(column, column > 0)
            width = table.columnWidth(0)
            self.setColumnWidth(0, width)
            self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
            self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
            frame = table.frameWidth()
            height = table.viewport().height() + table.horizontalHeader().height()
            self.setGeometry(frame, frame, width, height)
            self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.setVisible(scrolled)
