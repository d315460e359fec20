"""Tables of any kind: cells with their words, keys, badges and links, as Qt's table views want them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from heartland_gui.model.entities import Ref
from heartland_gui.model.facts import Status

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
SORT: Final = Qt.ItemDataRole.UserRole + 1
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what is shown, what is sorted by, and what stands in the tooltip.

    `status` draws a badge, `ref` makes it a link, `number` puts it to the right.
    """

    text: str
    key: str | float | int = ""
    tip: str = ""
    status: Status | None = None
    ref: Ref | None = None
    number: bool = False


class TableModel(QAbstractTableModel):
    """Rows of cells under headings, sorted by the cells' keys: by values, never by their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: list[tuple[Cell, ...]] = []
        self._given: list[tuple[Cell, ...]] = []

    def show_cells(self, headings: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._headings, self._rows, self._given = tuple(headings), list(rows), list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading, above numbers to the right."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            to_right = bool(self._rows) and self._rows[0][section].number
            side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, tooltip or key, or the cell itself."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == SORT:
            return cell.key
        return cell if role == CELL else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the keys of a column; column -1 restores the order in which the rows were given."""
        self.layoutAboutToBeChanged.emit()
        rows = list(self._given)
        if 0 <= column < len(self._headings):
            rows.sort(key=lambda row: _sorting_key(row[column]), reverse=order is Qt.SortOrder.DescendingOrder)
        self._rows = rows
        self.layoutChanged.emit()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell."""
        return self._rows[row][column]

    def tab_separated(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Return headings and cells as lines of tab-separated texts, for the clipboard."""
        lines = [[self._headings[column] for column in columns]]
        lines += [[self._rows[row][column].text for column in columns] for row in rows]
        return "".join("\t".join(" ".join(text.split()) for text in line) + "\n" for line in lines)


def _sorting_key(cell: Cell) -> tuple[int, float, str]:
    """Return numbers before words: a column may hold both, and what has neither comes first."""
    if isinstance(cell.key, str):
        return (1, 0.0, cell.key.casefold())
    return (0, cell.key, "")
