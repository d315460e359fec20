"""The figures of the sheet of a source: rows under the names of their subjects, walked by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Observation
from heartland_gui.pages.source_sheet import SheetFigure, SheetGroup
from heartland_gui.rendering.marks.small import MARK_SIZE, draw_status_mark
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.clicks import OneClick
from heartland_gui.ui.widgets.ground import draw_ground, draw_ring
from heartland_gui.ui.widgets.theme import CHOSEN, SMALL_SIZE, TEXT_SIZE, sized

_NOWHERE: Final = QModelIndex()
_ROW: Final = Qt.ItemDataRole.UserRole
_EDGE: Final = 18
_HEAD: Final = 26
_GAP: Final = 10
_ABOVE: Final = 5
_LINE: Final = 18

Index = QModelIndex | QPersistentModelIndex
Row = SheetGroup | SheetFigure


class FigureRows(QAbstractListModel):
    """The names of subjects, each with its figures below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[Row, Ref], ...] = ()

    def show_groups(self, groups: Sequence[SheetGroup]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        rows: list[tuple[Row, Ref]] = []
        for group in groups:
            rows.append((group, group.subject))
            rows += [(figure, group.subject) for figure in group.figures]
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()][0]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, SheetGroup) else f"{row.label}, {row.value}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.name if isinstance(row, SheetGroup) else row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let figures be chosen; the keyboard goes past the names of subjects."""
        if index.isValid() and isinstance(self.rows[index.row()][0], SheetGroup):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class FigureDelegate(QStyledItemDelegate):
    """Draws a figure in a line: mark, what and when, value; a long name goes on in the next line."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need."""
        row = index.data(_ROW)
        width = option.rect.width()
        if not isinstance(row, SheetFigure):
            return QSize(width, _HEAD)
        room = self._label_room(row, width, option)
        metrics = QFontMetrics(sized(option.font, TEXT_SIZE))
        flags = Qt.TextFlag.TextWordWrap
        needed = metrics.boundingRect(QRect(0, 0, room, 10_000), flags, row.label).height()
        return QSize(width, max(_LINE, needed) + 2 * _ABOVE)

    def _label_room(self, row: SheetFigure, width: int, option: QStyleOptionViewItem) -> int:
        bold = QFontMetrics(sized(option.font, TEXT_SIZE, bold=True))
        left = _EDGE + int(MARK_SIZE) + 8
        return max(60, width - left - _EDGE - _GAP - bold.horizontalAdvance(row.value))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; the one that somebody came from has the colour of a selection and a bar."""
        row, theme, place = index.data(_ROW), self._session.theme, option.rect
        painter.save()
        if isinstance(row, SheetGroup):
            painter.setFont(sized(option.font, SMALL_SIZE))
            painter.setPen(QColor(theme.faint_text))
            inner = place.adjusted(_EDGE, 0, -_EDGE, -2)
            text = QFontMetrics(painter.font()).elidedText(row.name, Qt.TextElideMode.ElideMiddle, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        elif isinstance(row, SheetFigure):
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            chosen = draw_ground(painter, place, theme, chosen=row.is_marked, hovered=hovered)
            if row.is_marked:
                painter.fillRect(QRect(place.left(), place.top(), CHOSEN, place.height()), QColor(theme.accent))
            middle = place.top() + _ABOVE + _LINE / 2
            draw_status_mark(painter, QPointF(place.left() + _EDGE + MARK_SIZE / 2, middle), row.status, chosen)
            left = place.left() + _EDGE + int(MARK_SIZE) + 8
            room = self._label_room(row, place.width(), option)
            painter.setPen(QColor(chosen.text))
            painter.setFont(sized(option.font, TEXT_SIZE))
            wrapping = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            painter.drawText(QRectF(left, place.top() + _ABOVE, room, place.height()), row.label, wrapping)
            painter.setFont(sized(option.font, TEXT_SIZE, bold=True))
            value = place.adjusted(0, _ABOVE, -_EDGE, 0)
            painter.drawText(value, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, row.value)
            has_keyboard = bool(option.state & QStyle.StateFlag.State_HasFocus)
            if has_keyboard:
                draw_ring(painter, place, theme)
        painter.restore()


class FigureList(QListView):
    """As high as its rows: what it stands in scrolls. Up and Down walk the figures, Return asks for their subject."""

    opened = Signal(object)
    """The page of a figure's subject, a Ref."""
    walked = Signal()
    """Emitted when another row has the keyboard."""
    menu_requested = Signal(object, object)
    """A figure, an Observation, and the place on the screen for its menu."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_figures")
        self.rows = FigureRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(FigureDelegate(session, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        OneClick(self)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda *_: self.walked.emit())

    def show_groups(self, groups: Sequence[SheetGroup]) -> None:
        """Show figures, with the keyboard on the marked one, else on the first."""
        self.rows.show_groups(groups)
        self._fit()
        figures = [number for number, (row, _) in enumerate(self.rows.rows) if isinstance(row, SheetFigure)]
        marked = [number for number in figures if self._is_marked(number)]
        start = next(iter(marked or figures), None)
        self.setCurrentIndex(_NOWHERE if start is None else self.rows.index(start))
        self.setVisible(bool(figures))

    def _is_marked(self, number: int) -> bool:
        row = self.rows.rows[number][0]
        return isinstance(row, SheetFigure) and row.is_marked

    def figure_at(self, index: QModelIndex) -> Observation | None:
        """Return the figure of a row, None for the name of a subject."""
        row = self.rows.rows[index.row()][0] if index.isValid() else None
        return row.figure if isinstance(row, SheetFigure) else None

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.rows[index.row()][1])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a figure."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        figure = self.figure_at(index)
        if figure is not None:
            at = self.visualRect(index).center() if by_keyboard else event.pos()
            self.menu_requested.emit(figure, self.viewport().mapToGlobal(at))

    def event(self, event: QEvent) -> bool:
        """Be as high as the rows at another width."""
        done = super().event(event)
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return done

    def _fit(self) -> None:
        self.doItemsLayout()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(0, 0, self.viewport().width(), 0)
        heights = [
            self.itemDelegate().sizeHint(option, self.rows.index(number)).height()
            for number in range(self.rows.rowCount())
        ]
        self.setFixedHeight(sum(heights) + 2)
