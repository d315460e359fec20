"""Tables on a page: cells with words, keys, badges and links; sortable, selectable, copied as tab-separated text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
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
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartland_gui.model.observations import Status
from heartland_gui.pages.page import Cell, Row
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.menus import show_menu
from heartland_gui.ui.widgets.theme import SMALL_SIZE, sized

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
SORT: Final = Qt.ItemDataRole.UserRole + 1
_NOWHERE: Final = QModelIndex()


_SAID: Final[dict[int, Callable[[Cell], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: cell.copied or cell.text,
    Qt.ItemDataRole.ToolTipRole: lambda cell: plain_tip(cell.tip or cell.text),
    SORT: lambda cell: cell.key,
    CELL: lambda cell: cell,
}
"""What a cell answers to each role."""


class TableModel(QAbstractTableModel):
    """Rows of cells under headings, sorted by the cells' keys: by values, never by their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: Sequence[Row] = ()
        self._order: Sequence[int] = ()
        self._most: int | None = None

    def show_cells(self, headings: Sequence[str], rows: Sequence[Row], most: int | None = None) -> None:
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


_ROW_HEIGHT: Final = 27
_NUMBER_GAP: Final = 10


class CellDelegate(QStyledItemDelegate):
    """Draws statuses as badges and links in the link's colour, with a line below each row."""

    def __init__(self, session: Session, parent: QWidget, *, wrapped: bool) -> None:
        super().__init__(parent)
        self._session, self._wrapped = session, wrapped

    def width_of(self, text: str, status: Status | None, beneath: str, font: QFont) -> int:
        """Return the width of a cell's text or badge, or of its second line, with its margins."""
        small = sized(font, SMALL_SIZE)
        badge = int(badge_size(small, badge_label(status, self._session.words)).width()) + 18 if status else 0
        if beneath:
            return max(_width(text, font) + max(badge, 16), _width(beneath, small) + 16) + _NUMBER_GAP
        return badge or _width(text, font) + 16

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Colour links."""
        super().initStyleOption(option, index)
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            if cell.faint:
                option.palette.setColor(option.palette.ColorRole.Text, QColor(self._session.theme.faint_text))
            if cell.ref is not None:
                option.palette.setColor(option.palette.ColorRole.Text, QColor(self._session.theme.link))
                option.palette.setColor(
                    option.palette.ColorRole.HighlightedText, QColor(self._session.theme.chosen.link)
                )
            if cell.status is not None or cell.beneath:
                option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width of the text or the badge with its margins."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell) or self._wrapped:
            return super().sizeHint(option, index).expandedTo(QSize(0, _ROW_HEIGHT))
        return QSize(self.width_of(cell.text, cell.status, cell.beneath, option.font), _ROW_HEIGHT)

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
        theme = self._theme(option)
        painter.save()
        painter.setPen(QColor(self._session.theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if isinstance(cell, Cell) and cell.beneath:
            self._draw_two_lines(painter, option, cell)
        elif isinstance(cell, Cell) and cell.status is not None:
            label, size = self._badge(painter, option.font, cell.status)
            top = option.rect.top() + (option.rect.height() - size.height()) / 2
            draw_badge(painter, QRectF(QPointF(option.rect.left() + 6, top), size), label, cell.status, theme)
        painter.restore()

    def _theme(self, option: QStyleOptionViewItem) -> Theme:
        theme = self._session.theme
        return theme.chosen if option.state & QStyle.StateFlag.State_Selected else theme

    def _badge(self, painter: QPainter, font: QFont, status: Status) -> tuple[str, QSizeF]:
        painter.setFont(sized(font, SMALL_SIZE))
        label = badge_label(status, self._session.words)
        return label, badge_size(painter.font(), label)

    def _draw_two_lines(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        """Draw the text behind its badge and, small, what stands beneath it."""
        theme = self._theme(option)
        inner = QRectF(option.rect).adjusted(4, 4, -4 - (_NUMBER_GAP if cell.number else 0), -4)
        side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
        colour = theme.faint_text if cell.faint else theme.link if cell.ref else theme.text
        room = inner.width()
        if cell.status is not None:
            label, size = self._badge(painter, option.font, cell.status)
            room -= size.width() + 6
        text = QFontMetrics(option.font).elidedText(cell.text, Qt.TextElideMode.ElideRight, int(room))
        if cell.status is not None:
            left = inner.right() - _width(text, option.font) - size.width() - 6 if cell.number else inner.left()
            draw_badge(painter, QRectF(QPointF(int(left), inner.top() - 1), size), label, cell.status, theme)
        beside = 0 if cell.number or cell.status is None else size.width() + 6
        painter.setPen(QColor(colour))
        painter.setFont(option.font)
        painter.drawText(inner.adjusted(beside, 0, 0, 0), side | Qt.AlignmentFlag.AlignTop, text)
        small = sized(option.font, SMALL_SIZE)
        beneath = QFontMetrics(small).elidedText(cell.beneath, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.setFont(small)
        painter.setPen(QColor(theme.warning if cell.warned else theme.faint_text))
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignBottom, beneath)


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


_TWO_LINES: Final = 44
_LEAST_COLUMN: Final = 110
_LEAST_OF_TWO_LINES: Final = 165
_MOST_NUMBERS: Final = 2000
_MOST_ROWS: Final = 14
"""A longer table begins with so many rows and offers the rest; so many are measured for the widths of the columns."""


class TableWidget(QTableView):
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
        self.activate_text = ""
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

    def show_cells(self, headings: Sequence[str], rows: Sequence[Row]) -> None:
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
        does = (self.activate_text or words.text("Open"), lambda: self._activate(linked))
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
