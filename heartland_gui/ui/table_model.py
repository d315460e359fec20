"""Tables of any kind: cells with their words, keys, badges and links, as Qt's table views want them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from heartland_gui.model.entities import Ref
from heartland_gui.model.facts import Status
from heartland_gui.rendering.tooltips import plain_tip

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
SORT: Final = Qt.ItemDataRole.UserRole + 1
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what is shown, what is sorted by, and what stands in the tooltip.

    `status` draws a badge, `ref` makes it a link, `number` puts it to the right. `beneath` is a second line, `warned`
    where it warns; the badge then stands before it. `copied` goes to the clipboard where it is more than the text.
    """

    text: str
    key: str | float | int = ""
    tip: str = ""
    status: Status | None = None
    ref: Ref | None = None
    number: bool = False
    beneath: str = ""
    warned: bool = False
    faint: bool = False
    copied: str = ""


_SAID: Final[dict[int, Callable[[Cell], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: cell.copied or cell.text,
    Qt.ItemDataRole.ToolTipRole: lambda cell: plain_tip(cell.tip or cell.text),
    SORT: lambda cell: cell.key,
    CELL: lambda cell: cell,
}
"""What a cell answers to each role."""


class LateRows(Sequence[tuple[Cell, ...]]):
    """Rows that are put into words when they are asked for: most of a long table are never seen."""

    def __init__(self, count: int, worded: Callable[[int], tuple[Cell, ...]]) -> None:
        self._count, self._worded = count, worded
        self._made: dict[int, tuple[Cell, ...]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Cell, ...], ...]: ...
    def __getitem__(self, index: int | slice) -> tuple[Cell, ...] | tuple[tuple[Cell, ...], ...]:
        numbers = range(self._count)[index]
        if isinstance(numbers, range):
            return tuple(self[number] for number in numbers)
        if numbers not in self._made:
            self._made[numbers] = self._worded(numbers)
        return self._made[numbers]


class TableModel(QAbstractTableModel):
    """Rows of cells under headings, sorted by the cells' keys: by values, never by their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: Sequence[tuple[Cell, ...]] = ()
        self._order: Sequence[int] = ()
        self._most: int | None = None

    def show_cells(self, headings: Sequence[str], rows: Sequence[tuple[Cell, ...]], most: int | None = None) -> None:
        """Replace all rows; with `most` only so many stand in the table until all are asked for."""
        self.beginResetModel()
        self._headings, self._rows, self._order = tuple(headings), rows, range(len(rows))
        self._most = most
        self.endResetModel()

    def show_all(self) -> None:
        """Show every row."""
        self.beginInsertRows(_NOWHERE, self.rowCount(), max(self.rowCount(), len(self._rows) - 1))
        self._most = None
        self.endInsertRows()

    @property
    def total(self) -> int:
        """The number of all rows, shown or not."""
        return len(self._rows)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows that are shown."""
        if parent.isValid():
            return 0
        return len(self._rows) if self._most is None else min(self._most, len(self._rows))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading, above numbers to the right."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            to_right = bool(self._rows) and self.cell(0, section).number
            side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, tooltip or key, or the cell itself."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        said = _SAID.get(role)
        return said(cell) if said is not None else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the keys of a column; column -1 restores the order in which the rows were given."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [self._order[index.row()] for index in before]
        self._order = range(len(self._rows))
        if 0 <= column < len(self._headings):
            keys = [_sorting_key(row[column]) for row in self._rows]
            self._order = sorted(self._order, key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder)
        # What was selected stays selected, wherever it now stands.
        place = {row: number for number, row in enumerate(self._order[: self.rowCount()])}
        after = [
            self.index(place[row], index.column()) if row in place else QModelIndex()
            for row, index in zip(rows, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell."""
        return self._rows[self._order[row]][column]

    def source_row(self, row: int) -> int:
        """Return which of the rows that were given stands in a row of the sorted table."""
        return self._order[row]

    def tab_separated(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Return headings and cells as lines of tab-separated texts, for the clipboard."""
        lines = [[self._headings[column] for column in columns]]
        cells = ((self.cell(row, column) for column in columns) for row in rows)
        lines += [[cell.copied or cell.text for cell in row] for row in cells]
        return "".join("\t".join(" ".join(text.split()) for text in line) + "\n" for line in lines)


def _sorting_key(cell: Cell) -> tuple[int, float, str]:
    """Return numbers before words: a column may hold both, and what has neither comes first."""
    if isinstance(cell.key, str):
        return (1, 0.0, cell.key.casefold())
    return (0, cell.key, "")
