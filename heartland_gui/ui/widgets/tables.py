"""Tables on a page: cells with words, keys, badges and links; sortable, selectable, copied as tab-separated text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
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
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartland_gui.charts.spec import CellValue, Table
from heartland_gui.export.table import tsv_text
from heartland_gui.model.observations import Observation, Status
from heartland_gui.pages.page import Cell, Row
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge
from heartland_gui.rendering.marks.small import draw_subject_mark
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.text import MINUS, NO_BREAK_SPACE
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.cells import CellLayout, cell_layout, draw_cell, row_height
from heartland_gui.ui.widgets.clicks import OneClick
from heartland_gui.ui.widgets.ground import draw_ground, draw_ring
from heartland_gui.ui.widgets.menus import MenuEntry, quoting_entries, show_menu
from heartland_gui.ui.widgets.theme import EDGE, SMALL_SIZE, TEXT_SIZE, sized

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
SORT: Final = Qt.ItemDataRole.UserRole + 1
_NOWHERE: Final = QModelIndex()


_SAID: Final[dict[int, Callable[[Cell], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: cell.spoken,
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
        return f"{tsv_text(self.table(rows, columns))}\n"

    def table(self, rows: Sequence[int], columns: Sequence[int]) -> Table:
        """Return headings and cells as a table: what a cell has to say in several parts, in columns of their own."""
        headings: list[str] = []
        read: list[Callable[[Row], CellValue]] = []
        for column in columns:
            parts = dict.fromkeys(name for row in rows for name, _ in self.cell(row, column).parts)
            for name in parts or [""]:
                headings.append(name or self._headings[column])
                read.append(_part_reader(column, name))
        told = tuple(tuple(part(self._rows[self._order[row]]) for part in read) for row in rows)
        return Table(tuple(headings), tuple(headings), told)


def _part_reader(column: int, name: str) -> Callable[[Row], CellValue]:
    def read(row: Row) -> CellValue:
        cell = row[column]
        if cell.parts:
            return dict(cell.parts).get(name)
        if name:
            return None
        number = _number_of(cell)
        return cell.copied or f"{cell.text} {cell.after}".strip() if number is None else number

    return read


def _number_of(cell: Cell) -> float | None:
    """Return the number that a cell says and nothing else, None where it says more: a unit, a bound, a note."""
    if not cell.number or cell.copied or isinstance(cell.key, str):
        return None
    try:
        said = float(re.sub(f"[,{NO_BREAK_SPACE}\u202f]", "", cell.text).replace(MINUS, "-"))
    except ValueError:
        return None
    return cell.key if said == cell.key else None


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
_LEAST_ROW: Final = 34
_NUMBER_GAP: Final = 10
_STYLED: Final = 3
"""What the style leaves at both sides of a text, in pixels."""


class CellDelegate(QStyledItemDelegate):
    """Draws statuses as badges and links in the link's colour, with a line below each row."""

    def __init__(self, session: Session, parent: QWidget, *, wrapped: bool) -> None:
        super().__init__(parent)
        self._session, self._wrapped = session, wrapped
        self.hovered = -1
        """The row below the pointer; only rows that are as high as their words show it."""
        self.leads = False
        """Whether rows lead to a page wherever they are clicked: then no words look like a link."""
        self._laid: dict[tuple[int, int, int, bool], CellLayout] = {}

    def forget(self) -> None:
        """Lay out all cells anew when they are next seen."""
        self._laid = {}

    def laid(self, index: Index, width: int, *, chosen: bool = False) -> CellLayout:
        """Return a cell's words in lines, in a column of that width."""
        key = (index.row(), index.column(), width, chosen)
        if key not in self._laid:
            theme = self._session.theme
            left, right = self.margins(index)
            font = QApplication.font()
            theme = theme.chosen if chosen else theme
            linked = not self.leads
            self._laid[key] = cell_layout(index.data(CELL), width - left - right, font, theme, linked=linked)
        return self._laid[key]

    @staticmethod
    def margins(index: Index) -> tuple[int, int]:
        """Return what is free left and right of the words of a column: more at the edges of the table."""
        last = index.model().columnCount() - 1
        return EDGE if index.column() == 0 else _SIDE, EDGE if index.column() == last else _SIDE

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
        # Which row has the keyboard is said around all of it.
        option.state &= ~QStyle.StateFlag.State_HasFocus
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
        if not isinstance(cell, Cell):
            return super().sizeHint(option, index).expandedTo(QSize(0, _ROW_HEIGHT))
        if self._wrapped:
            return QSize(option.rect.width(), row_height([self.laid(index, option.rect.width()).height]))
        return QSize(self.width_of(cell.text, cell.status, cell.beneath, option.font), _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell; numbers keep off what stands right of them."""
        cell, place = index.data(CELL), QRect(option.rect)
        if self._wrapped and isinstance(cell, Cell):
            self._draw_wrapped(painter, option, index, cell)
            return
        left, right = self._around(index)
        inner = place.adjusted(left, 0, -right, 0)
        if inner != place and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, option.palette.highlight())
        option.rect = inner
        super().paint(painter, option, index)
        theme = self._theme(option)
        painter.save()
        painter.setPen(QColor(self._session.theme.border))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if isinstance(cell, Cell) and cell.beneath:
            self._draw_two_lines(painter, option, cell)
        elif isinstance(cell, Cell) and cell.status is not None:
            label, size = self._badge(painter, option.font, cell.status)
            top = inner.top() + (inner.height() - size.height()) / 2
            draw_badge(painter, QRectF(QPointF(inner.left() + _STYLED, top), size), label, cell.status, theme)
        option.rect = place
        painter.restore()

    @staticmethod
    def _around(index: Index) -> tuple[int, int]:
        """Return what is free left and right of a cell of one line, beside the little that the style leaves."""
        last = index.model().columnCount() - 1
        cell = index.data(CELL)
        gap = _NUMBER_GAP if isinstance(cell, Cell) and cell.number else 0
        return EDGE - _STYLED if index.column() == 0 else 0, EDGE - _STYLED if index.column() == last else gap

    def _theme(self, option: QStyleOptionViewItem) -> Theme:
        theme = self._session.theme
        return theme.chosen if option.state & QStyle.StateFlag.State_Selected else theme

    def _draw_wrapped(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, cell: Cell) -> None:
        """Draw a cell whose row is as high as its words need; the view draws the frame of the row with the keyboard."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        # The whole row is one ground, drawn by each cell as far as it reaches.
        painter.setClipRect(option.rect)
        row = QRect(0, option.rect.top(), option.widget.width(), option.rect.height() - 1)
        theme = draw_ground(painter, row, self._session.theme, chosen=chosen, hovered=index.row() == self.hovered)
        left, right = self.margins(index)
        inner = QRectF(option.rect).adjusted(left, 0, -right, -1)
        draw_cell(painter, inner, cell, self.laid(index, option.rect.width(), chosen=chosen), theme)
        painter.setPen(QColor(theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _badge(self, painter: QPainter, font: QFont, status: Status) -> tuple[str, QSizeF]:
        painter.setFont(sized(font, SMALL_SIZE))
        label = badge_label(status, self._session.words)
        return label, badge_size(painter.font(), label)

    def _draw_two_lines(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        """Draw the text behind its badge and, small, what stands beneath it."""
        theme = self._theme(option)
        inner = QRectF(option.rect).adjusted(_STYLED, 4, -_STYLED, -4)
        side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
        colour = theme.faint_text if cell.faint else theme.link if cell.ref else theme.text
        room = inner.width()
        if cell.status is not None:
            label, size = self._badge(painter, option.font, cell.status)
            room -= size.width() + 6
        # The end of a name tells it apart as well as its beginning.
        text = QFontMetrics(option.font).elidedText(cell.text, Qt.TextElideMode.ElideMiddle, int(room))
        if cell.status is not None:
            left = inner.right() - _width(text, option.font) - size.width() - 6 if cell.number else inner.left()
            draw_badge(painter, QRectF(QPointF(int(left), inner.top() - 1), size), label, cell.status, theme)
        beside = 0 if cell.number or cell.status is None else size.width() + 6
        painter.setPen(QColor(colour))
        painter.setFont(option.font)
        painter.drawText(inner.adjusted(beside, 0, 0, 0), side | Qt.AlignmentFlag.AlignTop, text)
        small = sized(option.font, SMALL_SIZE)
        beneath = QFontMetrics(small).elidedText(cell.beneath, Qt.TextElideMode.ElideMiddle, int(inner.width()))
        painter.setFont(small)
        painter.setPen(QColor(theme.warning if cell.warned else theme.faint_text))
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignBottom, beneath)


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


class TableHead(QHeaderView):
    """The head of a table whose order is chosen elsewhere: a click or a key on a heading asks for it.

    Tab stops here: Left and Right go from heading to heading, Return and Space sort, Down opens what a heading offers.
    """

    sort_requested = Signal(int, bool)
    """The column, and whether it is to be a further key of the order."""
    list_requested = Signal(int)
    """The column whose drop-down is wanted."""

    def __init__(self, session: Session, parent: QTableView, *, sorts: bool = True) -> None:
        """Make the head; one that sorts nothing has nothing for the keyboard."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self._current = 0
        self.listing: int | None = None
        """The column whose heading has a drop-down."""
        self.directions: Mapping[int, bool] = {}
        """The columns by which is sorted, and whether the largest stand first."""
        self.slots: Mapping[int, int | None] = {}
        """The columns of subjects that are compared, with the slots of their colours and shapes."""
        self._sorts = sorts
        self.setSectionsClickable(sorts)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if sorts else Qt.FocusPolicy.NoFocus)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(session.words.text("Heads of the columns"))
        self.setAccessibleDescription(session.words.text("Return sorts, Shift+Return adds a further order"))
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(super().sizeHint().width(), _HEAD_HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Sort by what is clicked, or open its drop-down where its sign is."""
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        if not self._sorts or section < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if section == self.listing and event.position().x() >= self._words_end(section):
            self.list_requested.emit(section)
        else:
            self.sort_requested.emit(section, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from heading to heading; sort by the one that has the keyboard."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in steps:
            self._current = max(0, min(self.count() - 1, self._current + steps[Qt.Key(event.key())]))
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sort_requested.emit(self._current, further)
        elif event.key() == Qt.Key.Key_Down and self._current == self.listing:
            self.list_requested.emit(self._current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which heading has the keyboard."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _margins(self, section: int) -> tuple[int, int]:
        return CellDelegate.margins(self.model().index(0, section)) if self.model().rowCount() else (EDGE, _SIDE)

    def _shown(self, section: int) -> tuple[str, QFont]:
        """Return what stands above a column, and in which type."""
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        font = sized(self.font(), SMALL_SIZE, bold=section in self.directions or section in self.slots)
        if section in self.directions:
            text += f"{NO_BREAK_SPACE}{'↓' if self.directions[section] else '↑'}"
        return text, font

    def needed(self, section: int) -> int:
        """Return how wide a column has to be for its heading, with the arrow that it may get."""
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        sign = _LIST_SIGN + 4 if section == self.listing else 4
        return (
            _width(f"{text}{NO_BREAK_SPACE}↓", sized(self.font(), SMALL_SIZE, bold=True))
            + sum(self._margins(section))
            + sign
        )

    def _words_end(self, section: int) -> float:
        text, font = self._shown(section)
        return self.sectionViewportPosition(section) + self._margins(section)[0] + _width(text, font) + 4

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a heading: the one that is sorted by in the first level of text, with an arrow."""
        theme = self._session.theme
        painter.save()
        painter.fillRect(rect, QColor(theme.surface))
        text, font = self._shown(section)
        left, right = self._margins(section)
        room = rect.adjusted(left, 0, -right, -1)
        side = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        painter.setFont(font)
        is_strong = section in self.directions or section in self.slots
        painter.setPen(QColor(theme.text if is_strong else theme.faint_text))
        room.setLeft(room.left() + (_MEMBER_SIGN if section in self.slots else 0))
        sign = _LIST_SIGN if section == self.listing else 0
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - sign)
        painter.drawText(room, side or Qt.AlignmentFlag.AlignVCenter, shown)
        if section in self.slots:
            x = room.right() - metrics.horizontalAdvance(shown) - _MEMBER_SIGN / 2
            draw_subject_mark(painter, QPointF(x, room.center().y() + 1), self.slots[section], theme)
        if sign:
            # A small open angle, as on every drop-down.
            x, y = room.left() + metrics.horizontalAdvance(shown) + 10, room.center().y()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.faint_text), 1.5))
            painter.drawPolyline([QPointF(x - 3.5, y - 1), QPointF(x, y + 2.5), QPointF(x + 3.5, y - 1)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(theme.pane_border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.hasFocus() and section == self._current:
            draw_ring(painter, rect, theme)
        painter.restore()


_SIDE: Final = 6
_HEAD_HEIGHT: Final = 30
_LIST_SIGN: Final = 18
_MEMBER_SIGN: Final = 18
_MOST_PAGE_HIGH: Final = 60
"""A table of more rows scrolls by itself: a page of thousands of rows is a page without an end."""
_SCROLLED_HEIGHT: Final = 640
_TWO_LINES: Final = 44
_LEAST_COLUMN: Final = 110
_LEAST_OF_TWO_LINES: Final = 165
_MOST_NUMBERS: Final = 2000
_MOST_ROWS: Final = 14
"""A longer table begins with so many rows and offers the rest; so many are measured for the widths of the columns."""


class SidewaysBar(QScrollBar):
    """Moves what it belongs to sideways; a wheel that turns up or down over it scrolls the page, as beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take what goes sideways."""
        if event.angleDelta().x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
        else:
            event.ignore()


class TableWidget(QTableView):
    """A table of cells; a click on a link asks for its page."""

    requested = Signal(object)
    """The page that a cell leads to, a Ref."""
    figure_requested = Signal(object)
    """The Observation whose number was clicked."""
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

        `widest` is the column that takes spare width; with `wrapped` rows are as high as their words need. `shares` are
        the parts of the width that columns get; where there are none, what they need.
        """
        super().__init__(parent)
        self._session, self._fills, self._widest, self._wrapped = session, fills, widest, wrapped
        self.rows_lead = False
        self.ends_with_rows = False
        """Whether a table that takes what room there is ends with its last row."""
        self.shares: Sequence[int] = ()
        self._fitted: set[int] = set()
        self._area: QScrollArea | None = None
        self._is_page_high = not fills
        self._modified = False
        self._clicked_at = QPoint(-1, -1)
        self.activate_text = ""
        """What the menu of a row calls following it; where it is empty, opening."""
        self._needed: list[int] = []
        self._fitted_width = -1
        """The width that was last shared among the columns: on being shown Qt tells of a new one in any case."""
        self.cells = TableModel(self)
        self.setModel(self.cells)
        self._drawn = CellDelegate(session, self, wrapped=wrapped)
        self.setItemDelegate(self._drawn)
        self._prepare_sideways()
        self._prepare_rows()
        self._prepare_header()
        self.setSortingEnabled(True)
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(self._follow_choice)
        self.one_click = OneClick(self)
        self.clicked.connect(self._follow_click)
        self.activated.connect(self._follow)

    def _prepare_sideways(self) -> None:
        """Let the first column stay where the others are scrolled beside it."""
        if not self._fills:
            self.setHorizontalScrollBar(SidewaysBar(self))
        self._frozen: FrozenColumn | None = None
        self.horizontalScrollBar().valueChanged.connect(self._freeze)

    def _prepare_rows(self) -> None:
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(self._wrapped)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_TWO_LINES if self._wrapped else _ROW_HEIGHT)
        if self._wrapped:
            # The row with the keyboard has a ring of its own.
            self.setFrameShape(QFrame.Shape.NoFrame)
            self.verticalScrollBar().valueChanged.connect(self._fit_rows)

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

    def use_head(self, head: TableHead) -> None:
        """Take a head whose order is chosen elsewhere."""
        self.setHorizontalHeader(head)
        self.setSortingEnabled(False)
        head.setMinimumSectionSize(46)

    def show_cells(self, headings: Sequence[str], rows: Sequence[Row], most: int | None = None) -> None:
        """Replace all rows, in the order given; at first only `most` of them are shown."""
        self._drawn.hovered = -1
        self._drawn.forget()
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        # Rows that are as high as their words are put into words only where they are seen.
        two_lines = self._wrapped or any(cell.beneath for row in rows[:_MOST_ROWS] for cell in row)
        self.verticalHeader().setDefaultSectionSize(_TWO_LINES if two_lines else _ROW_HEIGHT)
        self.cells.show_cells(headings, rows, None if self._fills else most or _MOST_ROWS)
        self._measure_columns()
        self._fit_columns()

    def _measure_columns(self) -> None:
        """Note what every column needs; a new width of the table only shares it out anew."""
        if self.shares:
            return
        header = self.horizontalHeader()
        columns = range(self.cells.columnCount())
        self._needed = [max(self._content_width(column), header.sectionSizeHint(column)) + 6 for column in columns]

    def _fit_columns(self) -> None:
        """Give every column what it needs; the first, which names things, takes what is left or gives way."""
        room = self._fitted_width = self.viewport().width()
        if self.shares and self.cells.columnCount():
            self._share_out(room)
            return
        if not self._needed:
            return
        header = self.horizontalHeader()
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
        self._fit_rows_anew()
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > room else 0
        if self._fills:
            if self.ends_with_rows:
                self.setMaximumHeight(
                    self.verticalHeader().length() + header.sizeHint().height() + bar + 2 * self.frameWidth()
                )
            return
        rows = self.cells.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + header.sizeHint().height() + bar + 4)

    def _share_out(self, room: int) -> None:
        """Give every column its part of the room, and every row the height that its words need then."""
        header = self.horizontalHeader()
        whole = sum(self.shares)
        widths = [room * share // whole for share in self.shares]
        needed = [header.needed(column) if isinstance(header, TableHead) else 0 for column in range(len(widths))]
        needed = [max(least, self._number_width(column)) for column, least in enumerate(needed)]
        # What stands in or above a short column may need more than its part; who has most to spare gives that.
        widths = [max(width, min(least, 2 * width)) for width, least in zip(widths, needed, strict=True)]
        spare = [width - least for width, least in zip(widths, needed, strict=True)]
        widths[spare.index(max(spare))] -= sum(widths) - room
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        self._fit_rows_anew()
        rows = self.cells.rowCount()
        self._is_page_high = rows <= _MOST_PAGE_HIGH
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._is_page_high else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        high = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(high if self._is_page_high else _SCROLLED_HEIGHT)

    def _number_width(self, column: int) -> int:
        """Return what the numbers of a column need that are shown first: one that is broken is another one."""
        cells = [self.cells.cell(row, column) for row in range(min(self.cells.rowCount(), _MOST_ROWS))]
        numbers = [(each.text, each.lead is not None) for each in cells if each.number]
        if not numbers:
            return 0
        strong = sized(self.font(), TEXT_SIZE, bold=True)
        left, right = self._drawn.margins(self.cells.index(0, column))
        return max(_width(text, strong) + marked * _LIST_SIGN for text, marked in numbers) + left + right + 1

    def _fit_rows_anew(self) -> None:
        if self._wrapped:
            self._fitted = set()
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Give the rows that are seen, or all where there are not many, the height that their words need."""
        count = self.cells.rowCount()
        header = self.verticalHeader()
        row = 0 if count <= _MOST_PAGE_HIGH else max(0, self.rowAt(0))
        end = count if count <= _MOST_PAGE_HIGH else min(count, row + self.viewport().height() // _LEAST_ROW + 1)
        for number in range(row, end):
            if number not in self._fitted:
                self._fitted.add(number)
                indexes = [self.cells.index(number, column) for column in range(self.cells.columnCount())]
                heights = [self._drawn.laid(each, self.columnWidth(each.column())).height for each in indexes]
                header.resizeSection(number, row_height(heights))

    def stay_in_view(self) -> None:
        """Keep the head in view while the page is scrolled on which the table stands as high as its rows."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if self._area is None and isinstance(above, QScrollArea):
            self._area = above
            above.verticalScrollBar().valueChanged.connect(self._keep_head)

    def updateGeometries(self) -> None:
        """Keep the head in view also after the table was laid out anew."""
        super().updateGeometries()
        self._keep_head()

    def _keep_head(self) -> None:
        if self._area is None or not self._is_page_high:
            return
        header = self.horizontalHeader()
        above = -self.mapTo(self._area.viewport(), QPoint(0, 0)).y()
        # The last row stays below the head.
        lowest = self.height() - header.height() - _TWO_LINES
        header.move(header.x(), max(self.frameWidth(), min(above, lowest)))
        header.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of the row that has the keyboard last, above the lines of all rows."""
        super().paintEvent(event)
        current = self.currentIndex()
        if not (self.hasFocus() and current.isValid()):
            return
        painter = QPainter(self.viewport())
        draw_ring(painter, self._row_place(current.row()), self._session.theme)
        painter.end()

    def _bring_into_view(self, row: int) -> None:
        """Scroll the page to the row that has the keyboard, free of the head that stays."""
        content = None if self._area is None else self._area.widget()
        if self._area is None or content is None or not self._is_page_high or not self.hasFocus():
            return
        place, head = self._row_place(row), self.horizontalHeader().height()
        top = self.viewport().mapTo(content, place.topLeft()).y()
        bar = self._area.verticalScrollBar()
        if top - head < bar.value():
            bar.setValue(top - head)
        elif top + place.height() > bar.value() + self._area.viewport().height():
            bar.setValue(top + place.height() - self._area.viewport().height())

    def _row_place(self, row: int) -> QRect:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        return QRect(0, top, self.viewport().width(), height)

    def _freeze(self, value: int) -> None:
        """Keep the first column in place, from the first time on that others are scrolled: few tables ever are."""
        if value and self._frozen is None:
            self._frozen = FrozenColumn(self)
        if self._frozen is not None:
            self._frozen.place()

    @property
    def leads(self) -> bool:
        """Whether a row leads to the page of its first cell, wherever it is clicked."""
        return self._drawn.leads

    @leads.setter
    def leads(self, leads: bool) -> None:
        self._drawn.leads = leads

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
        """Let the page scroll, unless the table is the page or too long to stand there whole."""
        if not self._is_page_high or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
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
        edges = (column == 0) + (column == self.cells.columnCount() - 1)
        return max((self._drawn.width_of(*each, self.font()) for each in different), default=0) + edges * EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        if self.viewport().width() != self._fitted_width:
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
            self._bring_into_view(current.row())
            cells = [self.cells.cell(current.row(), column) for column in range(self.cells.columnCount())]
            tips = dict.fromkeys(cell.tip for cell in cells if cell.tip)
            self.setWhatsThis("".join(plain_tip(tip) for tip in tips) or self.accessibleDescription())

    def _linked(self, index: QModelIndex) -> QModelIndex:
        """Return the cell that Return is about: the current one where rows or it lead somewhere, else the last link.

        Quiet links, which all rows have, are for the pointer: Return on a figure opens its source.
        """
        if self.rows_lead:
            return index
        for column in (index.column(), *range(self.cells.columnCount() - 1, -1, -1)):
            found = index.siblingAtColumn(column)
            cell = self.cells.cell(found.row(), found.column()) if found.isValid() else None
            if cell is not None and cell.ref and not cell.quiet:
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
        groups = self.row_entries(index.row()) if index.isValid() else ()
        figure = self._figure_of(index)
        quoting = quoting_entries(self._session.dataset, figure, words) if figure is not None else []
        if groups:
            # What the rows of a table offer has the citation already.
            show_menu(self, event.globalPos(), *groups, quoting[:1])
            return
        copying = [(words.text("Copy row"), self.copy), (words.text("Copy all"), self.copy_all)]
        leading = [does] if linked.isValid() else []
        if figure is not None:
            leading.append((words.text("Show the source of the figure"), lambda: self.figure_requested.emit(figure)))
        show_menu(self, event.globalPos(), leading, copying, quoting)

    def _figure_of(self, index: QModelIndex) -> Observation | None:
        """Return the figure of a cell, else the only one of its row."""
        if not index.isValid():
            return None
        row = [self.cells.cell(index.row(), column).figure for column in range(self.cells.columnCount())]
        # The number and its source are of one figure.
        told = {id(figure): figure for figure in row if figure is not None}
        return row[index.column()] or (next(iter(told.values())) if len(told) == 1 else None)

    def row_entries(self, row: int) -> Sequence[Sequence[MenuEntry]]:  # noqa: ARG002 - for tables that have more
        """Return what the menu of a row offers instead, in groups; nothing where it is the usual menu."""
        return ()

    def _activate(self, index: QPersistentModelIndex) -> None:
        """Do what Return does, but open the page of a source whose sheet a click shows."""
        if not index.isValid():
            return
        cell = self.cells.cell(index.row(), index.column())
        if cell.figure is not None and cell.ref is not None and not self.leads:
            self.requested.emit(cell.ref)
        else:
            self.activated.emit(self.cells.index(index.row(), index.column()))

    def copy_all(self) -> None:
        """Put every row on the clipboard."""
        self.clearSelection()
        self.copy()

    def copy(self) -> None:
        """Put the selected rows, or all where none is selected, on the clipboard."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        self.copy_rows(chosen or range(self.cells.total))

    def copy_rows(self, rows: Sequence[int]) -> None:
        """Put rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.cells.tab_separated(rows, range(self.cells.columnCount())))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a hand over links."""
        if event.type() == QEvent.Type.HoverMove and isinstance(event, QEvent):
            self._show_hand()
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where the click was: on a number, or beside it."""
        self._clicked_at = event.position().toPoint()
        self._modified = bool(event.modifiers())
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no row any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        before = self._drawn.hovered
        if self._wrapped and row != before:
            self._drawn.hovered = row
            for each in (before, row):
                if 0 <= each < self.cells.rowCount():
                    self.viewport().update(self._row_place(each))

    def figure_at(self, at: QPoint) -> Observation | None:
        """Return the figure whose number is at a place of the viewport, None where there is none."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        cell = self.cells.cell(index.row(), index.column())
        if not self._wrapped:
            return cell.figure
        place = self.visualRect(index)
        left, _ = self._drawn.margins(index)
        within = at.x() - place.left() - left
        return cell.figure if within <= self._drawn.laid(index, place.width()).number_width else None

    def _show_hand(self) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        index = self.indexAt(at)
        self._hover(index.row())
        linked = index.isValid() and (self.leads or self.cells.cell(index.row(), index.column()).ref is not None)
        linked = linked or self.figure_at(at) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.ArrowCursor)

    def _follow(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        cell = self.cells.cell(index.row(), 0 if self.leads else index.column())
        if cell.figure is not None and not self.leads:
            self.figure_requested.emit(cell.figure)
        elif cell.ref is not None:
            self.requested.emit(cell.ref)

    def _follow_choice(self, selected: QItemSelection) -> None:
        """Open the page of a row that assistive technology chose; whoever types or clicks has the keyboard here."""
        rows = {index.row() for index in selected.indexes()}
        if self.leads and len(rows) == 1 and self.isActiveWindow() and not self.hasFocus():
            self._follow(self.cells.index(rows.pop(), 0))

    def _follow_click(self, index: QModelIndex) -> None:
        """Open the source of a number that was clicked, else what the row or the cell leads to."""
        figure = self.figure_at(self._clicked_at)
        if self._modified:
            # Whoever holds a key chooses rows, to copy them.
            return
        if figure is not None:
            self.figure_requested.emit(figure)
        else:
            self._follow(index)


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
