"""Rows for the list of the navigation. They hold no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from heartland_gui.model.entities import Ref
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.ui.widgets.dragging import page_data

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class NavigationRow:
    """A heading (`ref` is None) or a choice with its number of companies; `colour` is a slot of the palette."""

    text: str
    ref: Ref | None = None
    beside: str = ""
    count: str = ""
    colour: int | None = None
    strong: bool = False


class NavigationModel(QAbstractListModel):
    """The rows of the navigation; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[NavigationRow, ...] = ()

    def show_rows(self, rows: Sequence[NavigationRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are not enabled, so that arrow keys pass over them."""
        if not index.isValid() or self.rows[index.row()].ref is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the page of the row that is dragged."""
        ref = self.ref(indexes[0])
        return QMimeData() if ref is None else page_data(ref)

    def ref(self, index: Index) -> Ref | None:
        """Return the page of a row, None of a heading."""
        return self.rows[index.row()].ref

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the spoken text, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spoken = " ".join(part for part in (row.text, row.beside, row.count) if part)
            return plain_tip(spoken) if role == Qt.ItemDataRole.ToolTipRole else spoken
        return row if role == ROW else None

    def index_of(self, ref: Ref) -> QModelIndex:
        """Return where a choice stands, an invalid index where it is none."""
        for number, row in enumerate(self.rows):
            if row.ref == ref:
                return self.index(number)
        return QModelIndex()
