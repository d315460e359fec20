"""Tables on a page: sortable, selectable, copied as tab-separated text, as high as their rows up to a limit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from heartland_gui.rendering.tooltips import plain_tip
from heartland_gui.ui.parts.cells import CellDelegate
from heartland_gui.ui.parts.context_menu import show_menu
from heartland_gui.ui.parts.frozen_column import FrozenColumn
from heartland_gui.ui.session import Session
from heartland_gui.ui.table_model import Cell, TableModel

_ROW_HEIGHT: Final = 27
_TWO_LINES: Final = 44
_LEAST_COLUMN: Final = 110
_LEAST_OF_TWO_LINES: Final = 165
_NUMBER_GAP: Final = 10
_MOST_NUMBERS: Final = 2000
_MOST_ROWS: Final = 14
"""A longer table begins with so many rows and offers the rest; so many are measured for the widths of the columns."""


class FactTable(QTableView):
    """A table of cells; a click on a link asks for its page."""

    requested = Signal(object)
    """The page that a cell leads to, a Ref."""
    resized = Signal()
    """Emitted when the table shows more rows."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        fills: bool = False,
        widest: int = 0,
        wrapped: bool = False,
    ) -> None:
        """Make a table; with `fills` it takes what room there is instead of being as high as its rows.

        `widest` is the column that takes spare width; with `wrapped` rows are as high as their words need.
        """
        super().__init__(parent)
        self._session, self._fills, self._widest, self._wrapped = session, fills, widest, wrapped
        self.rows_lead = False
        self.deed = ""
        """What the menu of a row calls following it; where it is empty, opening."""
        self._needed: list[int] = []
        self.cells = TableModel(self)
        self.setModel(self.cells)
        self._drawn = CellDelegate(session, self, wrapped=wrapped)
        self.setItemDelegate(self._drawn)
        self.setShowGrid(False)
        self.setWordWrap(wrapped)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self._prepare_header()
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self._frozen: FrozenColumn | None = None
        self.horizontalScrollBar().valueChanged.connect(self._freeze)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._follow)
        self.activated.connect(self._follow)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # Else the menu of what the table stands in would come.
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        header.setSortIndicatorClearable(True)
        header.setSortIndicatorShown(True)
        header.setResizeContentsPrecision(_MOST_ROWS)
        header.setMinimumSectionSize(46)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def set_sortable(self, *, sortable: bool) -> None:
        """Let a click on a heading sort the rows, or not where they are of different units."""
        self.setSortingEnabled(sortable)
        self.horizontalHeader().setSectionsClickable(sortable)
        self.horizontalHeader().setSortIndicatorShown(sortable)

    def show_cells(self, headings: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> None:
        """Replace all rows, in the order given."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        has_second = bool(rows) and any(cell.beneath for cell in rows[0])
        self.verticalHeader().setDefaultSectionSize(_TWO_LINES if has_second else _ROW_HEIGHT)
        self.cells.show_cells(headings, rows, None if self._fills else _MOST_ROWS)
        self._measure_columns()
        self._fit_columns()

    def _measure_columns(self) -> None:
        """Note what every column needs; a new width of the table only shares it out anew."""
        header = self.horizontalHeader()
        columns = range(self.cells.columnCount())
        self._needed = [max(self._content_width(column), header.sectionSizeHint(column)) + 6 for column in columns]

    def _fit_columns(self) -> None:
        """Give every column what it needs; the first, which names things, takes what is left or gives way."""
        if not self._needed:
            return
        header = self.horizontalHeader()
        room = self.viewport().width()
        two_lines = self.verticalHeader().defaultSectionSize() == _TWO_LINES
        if two_lines:
            # What names the rows goes before what stands in them, as far as it leaves the others room.
            needed = [min(self._needed[0], max(_LEAST_OF_TWO_LINES, room * 2 // 5)), *self._needed[1:]]
            widths = shared_widths(needed, room, self._widest, _LEAST_OF_TWO_LINES, kept=[0])
        else:
            columns = range(self.cells.columnCount() if self.cells.rowCount() else 0)
            kept = [column for column in columns if self.cells.cell(0, column).number]
            widths = shared_widths(self._needed, room, self._widest, kept=kept)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        if self._frozen is not None:
            self._frozen.place()
        if self._wrapped:
            self.resizeRowsToContents()
        if self._fills:
            return
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > room else 0
        rows = self.cells.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + header.sizeHint().height() + bar + 4)

    def _freeze(self, value: int) -> None:
        """Keep the first column in place, from the first time on that others are scrolled: few tables ever are."""
        if value and self._frozen is None:
            self._frozen = FrozenColumn(self)
        if self._frozen is not None:
            self._frozen.place()

    @property
    def hidden_rows(self) -> int:
        """How many rows are left to be shown."""
        return self.cells.total - self.cells.rowCount()

    def show_all(self) -> None:
        """Show every row."""
        self.cells.show_all()
        self._measure_columns()
        self._fit_columns()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, unless the table is the page: all rows of this one are always there."""
        if self._fills or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _content_width(self, column: int) -> int:
        """Return what the first cells need; Qt would ask the model and the delegate for each of them again."""
        count = self.cells.rowCount()
        numbers = bool(count) and self.cells.cell(0, column).number
        # A number that is cut is another one: of those all are measured, as far as there are not too many.
        first = [self.cells.cell(row, column) for row in range(min(count, _MOST_NUMBERS if numbers else _MOST_ROWS))]
        # Units, dates and sources recur.
        different = {(cell.text, cell.status, cell.beneath) for cell in first}
        return max((self._drawn.width_of(*each, self.font()) for each in different), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Ctrl+C; follow a link on Return."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self._linked(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        """Let the row that has the keyboard be asked for what the pointer is told of it."""
        if current.isValid():
            cells = [self.cells.cell(current.row(), column) for column in range(self.cells.columnCount())]
            tips = dict.fromkeys(cell.tip for cell in cells if cell.tip)
            self.setWhatsThis("".join(plain_tip(tip) for tip in tips) or self.accessibleDescription())

    def _linked(self, index: QModelIndex) -> QModelIndex:
        """Return the cell that Return is about: the current one where rows or it lead somewhere, else the last link."""
        if self.rows_lead:
            return index
        for column in (index.column(), *range(self.cells.columnCount() - 1, -1, -1)):
            found = index.siblingAtColumn(column)
            if found.isValid() and self.cells.cell(found.row(), found.column()).ref:
                return found
        return QModelIndex()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to follow the link of a row and to copy."""
        words = self._session.words
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        # The rows may change while the menu is open.
        linked = QPersistentModelIndex(self._linked(index))
        does = (self.deed or words.text("Open"), lambda: self._activate(linked))
        copying = [(words.text("Copy"), self.copy), (words.text("Copy all"), self.copy_all)]
        show_menu(self, event.globalPos(), [does] if linked.isValid() else [], copying)

    def _activate(self, index: QPersistentModelIndex) -> None:
        if index.isValid():
            self.activated.emit(self.cells.index(index.row(), index.column()))

    def copy_all(self) -> None:
        """Put every row on the clipboard."""
        self.clearSelection()
        self.copy()

    def copy(self) -> None:
        """Put the selected rows, or all where none is selected, on the clipboard."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        rows = chosen or range(self.cells.total)
        QGuiApplication.clipboard().setText(self.cells.tab_separated(rows, range(self.cells.columnCount())))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a hand over links."""
        if event.type() == QEvent.Type.HoverMove and isinstance(event, QEvent):
            self._show_hand()
        return super().viewportEvent(event)

    def _show_hand(self) -> None:
        index = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        linked = index.isValid() and self.cells.cell(index.row(), index.column()).ref is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.ArrowCursor)

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid():
            ref = self.cells.cell(index.row(), index.column()).ref
            if ref is not None:
                self.requested.emit(ref)


def shared_widths(
    needed: Sequence[int], room: int, widest: int = 0, least: int = _LEAST_COLUMN, kept: Collection[int] = ()
) -> list[int]:
    """Return the widths of columns that need so much: spare room goes to column `widest`, too wide ones give way.

    Columns of numbers are `kept` as they are: a number that is cut is another one.
    """
    if sum(needed) <= room:
        # Further rows may need a little more than those that were measured.
        spare = room - sum(needed)
        more = [min(spare // (2 * len(needed)), width // 3) * (number != widest) for number, width in enumerate(needed)]
        return [
            width + extra + (spare - sum(more)) * (number == widest)
            for number, (width, extra) in enumerate(zip(needed, more, strict=True))
        ]
    scarce = sorted(width for number, width in enumerate(needed) if number not in kept)
    level, left = least, room - sum(needed) + sum(scarce)
    for number, width in enumerate(scarce):
        share = left // (len(scarce) - number)
        if width > share:
            level = max(least, share)
            break
        left -= width
    return [width if number in kept else min(width, level) for number, width in enumerate(needed)]
