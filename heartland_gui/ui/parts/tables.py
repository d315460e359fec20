"""Tables on a page: sortable, selectable, copied as tab-separated text, as high as their rows up to a limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartland_gui.model.facts import Status
from heartland_gui.ui.parts.badges import badge_label, badge_size, draw_badge
from heartland_gui.ui.session import Session
from heartland_gui.ui.table_model import CELL, Cell, TableModel
from heartland_gui.ui.theme import SMALL_SIZE, sized

_ROW_HEIGHT: Final = 27
_LEAST_COLUMN: Final = 110
_NUMBER_GAP: Final = 10
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
        self._fills, self._widest, self._wrapped = fills, widest, wrapped
        self.rows_lead = False
        self._needed: list[int] = []
        self.cells = TableModel(self)
        self.setModel(self.cells)
        self._drawn = _CellDelegate(session, self, wrapped=wrapped)
        self.setItemDelegate(self._drawn)
        self.setShowGrid(False)
        self.setWordWrap(wrapped)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicatorShown(True)
        header.setResizeContentsPrecision(_MOST_ROWS)
        header.setMinimumSectionSize(46)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.clicked.connect(self._follow)
        self.activated.connect(self._follow)

    def show_cells(self, headings: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> None:
        """Replace all rows, in the order given."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
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
        widths = shared_widths(self._needed, room, self._widest)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        if self._wrapped:
            self.resizeRowsToContents()
        if self._fills:
            return
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > room else 0
        self.setFixedHeight(self.cells.rowCount() * _ROW_HEIGHT + header.sizeHint().height() + bar + 4)

    @property
    def hidden_rows(self) -> int:
        """How many rows are left to be shown."""
        return self.cells.total - self.cells.rowCount()

    def show_all(self) -> None:
        """Show every row."""
        self.cells.show_all()
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
        first = [self.cells.cell(row, column) for row in range(min(self.cells.rowCount(), _MOST_ROWS))]
        # Units, dates and sources recur.
        different = {(cell.text, cell.status) for cell in first}
        return max((self._drawn.width_of(text, status, self.font()) for text, status in different), default=0)

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

    def _linked(self, index: QModelIndex) -> QModelIndex:
        """Return the cell that Return is about: the current one where rows or it lead somewhere, else the last link."""
        if self.rows_lead:
            return index
        for column in (index.column(), *range(self.cells.columnCount() - 1, -1, -1)):
            found = index.siblingAtColumn(column)
            if found.isValid() and self.cells.cell(found.row(), found.column()).ref:
                return found
        return QModelIndex()

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


def shared_widths(needed: Sequence[int], room: int, widest: int = 0) -> list[int]:
    """Return the widths of columns that need so much: spare room goes to column `widest`, too wide ones give way."""
    if sum(needed) <= room:
        # Further rows may need a little more than those that were measured.
        spare = room - sum(needed)
        more = [min(spare // (2 * len(needed)), width // 3) * (number != widest) for number, width in enumerate(needed)]
        return [
            width + extra + (spare - sum(more)) * (number == widest)
            for number, (width, extra) in enumerate(zip(needed, more, strict=True))
        ]
    level, left = _LEAST_COLUMN, room
    for number, width in enumerate(sorted(needed)):
        share = left // (len(needed) - number)
        if width > share:
            level = max(_LEAST_COLUMN, share)
            break
        left -= width
    return [min(width, level) for width in needed]


class _CellDelegate(QStyledItemDelegate):
    """Draws statuses as badges and links in the link's colour, with a line below each row."""

    def __init__(self, session: Session, parent: QWidget, *, wrapped: bool) -> None:
        super().__init__(parent)
        self._session, self._wrapped = session, wrapped

    def width_of(self, text: str, status: Status | None, font: QFont) -> int:
        """Return the width of a cell's text or badge with its margins."""
        if status is None:
            return QFontMetrics(font).horizontalAdvance(text) + 16
        return int(badge_size(sized(font, SMALL_SIZE), badge_label(status, self._session.words)).width()) + 18

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Colour links."""
        super().initStyleOption(option, index)
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            if cell.ref is not None:
                option.palette.setColor(option.palette.ColorRole.Text, QColor(self._session.theme.link))
                option.palette.setColor(option.palette.ColorRole.HighlightedText, QColor(self._session.theme.link))
            if cell.status is not None:
                option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width of the text or the badge with its margins."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell) or self._wrapped:
            return super().sizeHint(option, index).expandedTo(QSize(0, _ROW_HEIGHT))
        return QSize(self.width_of(cell.text, cell.status, option.font), _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell; numbers keep off what stands right of them."""
        cell, place = index.data(CELL), QRect(option.rect)
        if isinstance(cell, Cell) and cell.number:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(place, option.palette.highlight())
            option.rect = place.adjusted(0, 0, -_NUMBER_GAP, 0)
        super().paint(painter, option, index)
        option.rect = place
        theme = self._session.theme
        painter.save()
        painter.setPen(QColor(theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if isinstance(cell, Cell) and cell.status is not None:
            painter.setFont(sized(option.font, SMALL_SIZE))
            label = badge_label(cell.status, self._session.words)
            size = badge_size(painter.font(), label)
            top = option.rect.top() + (option.rect.height() - size.height()) / 2
            draw_badge(painter, QRectF(QPointF(option.rect.left() + 6, top), size), label, cell.status, theme)
        painter.restore()
