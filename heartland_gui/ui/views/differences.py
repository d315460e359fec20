"""The table of where sources differ: the cells of a figure reach over its periods, a period's over its values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartland_gui.pages.disagreements import DifferingFigure, Line, headings, lines_of, status_line
from heartland_gui.rendering.marks.small import MARK_SIZE, draw_status_mark
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.ground import draw_ring
from heartland_gui.ui.widgets.theme import SMALL_SIZE, TEXT_SIZE, sized

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_EDGE: Final = 16
_SIDE: Final = 10
_AROUND: Final = 10
"""What is free above the first and below the last line of a figure, and between two of its periods."""
_HEAD: Final = 30
_LINE: Final = 18
_SMALL_LINE: Final = 16
_LEAST_SOURCE: Final = 120
_LEAST_FIGURE: Final = 110
"""In the narrowest windows figure and value give way, so that who says what is not cut, in pixels."""
_SIDEWAYS_BELOW: Final = 500
"""Below this width that is not enough, and the table goes sideways, in pixels."""
_NARROW: Final = 760
"""Below this width the note stands under the figure, in pixels."""
_MOST_NOTE: Final = 6
"""So many lines of a note are shown; the whole of it is in the tooltip."""


class Column(IntEnum):
    """The columns, from the left."""

    FIGURE = 0
    PERIOD = 1
    VALUE = 2
    SOURCE = 3
    APART = 4
    NOTE = 5


def _left(column: Column) -> int:
    return _EDGE if column is Column.FIGURE else _SIDE


def _right(column: Column) -> int:
    return _EDGE if column is Column.NOTE else _SIDE if column is not Column.VALUE else 4


class DifferencesModel(QAbstractTableModel):
    """A row for what each source says, and one that offers the periods that are folded."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading; the first that is sorted by has an arrow."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == Column.APART else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def heading(self, column: Column) -> str:
        """Return what stands above a column, with an arrow above what the figures are sorted by."""
        name = headings(self._session.words)[column]
        return f"{name} ↓" if column is Column.APART else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, or its line."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(line, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            is_note = index.column() == Column.NOTE
            return plain_tip(line.figure.note if is_note else self.text(line, Column(index.column())))
        return None

    def text(self, line: Line, column: Column) -> str:
        """Return what a cell says."""
        words, figure = self._session.words, line.figure
        if column is Column.FIGURE:
            return words.details([figure.name, figure.figure, status_line(figure, words)])
        if column is Column.NOTE:
            return figure.note
        if line.period is None or line.said is None:
            more = words.plural("Show {n} more period", "Show {n} more periods", line.more)
            return more if column is Column.VALUE else ""
        said = {
            Column.PERIOD: line.period.period,
            Column.VALUE: line.said.value,
            Column.SOURCE: line.said.source,
            Column.APART: line.period.apart,
        }
        return said[column]


class DifferencesDelegate(QStyledItemDelegate):
    """Draws the cells; their heights follow from the words in them."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.note_below = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell from its upper edge on, with the line above a figure."""
        line, column = index.data(_LINE_ROLE), Column(index.column())
        if not isinstance(line, Line):
            return
        theme = self._session.theme
        painter.save()
        if line.figure_lines and index.row():
            painter.setPen(QColor(theme.border))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        top = _AROUND if line.period_lines else 0
        inner = option.rect.adjusted(_left(column), top, -_right(column), 0)
        if column is Column.FIGURE:
            self._paint_figure(painter, inner, line.figure, option.font)
        elif column is Column.NOTE:
            self._paint_note(painter, inner, line.figure.note, option.font)
        else:
            self._paint_said(painter, inner, line, column, option.font, str(index.data()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, option.rect.adjusted(1, 2, -1, -2), theme)
        painter.restore()

    def _paint_figure(self, painter: QPainter, inner: QRect, figure: DifferingFigure, font: QFont) -> None:
        theme, words = self._session.theme, self._session.words
        bold, plain, small = (sized(font, TEXT_SIZE, bold=True), sized(font, TEXT_SIZE), sized(font, SMALL_SIZE))
        top = inner.top()
        top = _draw(painter, QPoint(inner.left(), top), inner.width(), figure.name, bold, theme.text)
        top = _draw(painter, QPoint(inner.left(), top), inner.width(), figure.figure, plain, theme.text)
        indent = int(MARK_SIZE) + 6
        draw_status_mark(painter, QPointF(inner.left() + MARK_SIZE / 2, top + _LINE / 2), figure.status, theme)
        said, place = status_line(figure, words), QPoint(inner.left() + indent, top)
        top = _draw(painter, place, inner.width() - indent, said, small, theme.faint_text)
        if self.note_below and figure.note:
            self._paint_note(painter, QRect(inner.left(), top + 2, inner.width(), inner.height()), figure.note, font)

    def _paint_note(self, painter: QPainter, inner: QRect, note: str, font: QFont) -> None:
        theme, small = self._session.theme, sized(font, SMALL_SIZE)
        shown = QRect(inner.left(), inner.top(), inner.width(), _note_height(note, inner.width(), small))
        _draw(painter, shown.topLeft(), shown.width(), _cut(note, shown.width(), small), small, theme.faint_text)

    def _paint_said(self, painter: QPainter, inner: QRect, line: Line, column: Column, font: QFont, text: str) -> None:
        theme = self._session.theme
        leads = column is Column.SOURCE or line.said is None
        colour = theme.link if leads else theme.disagreement if column is Column.APART else theme.text
        bold = column in (Column.VALUE, Column.APART) and not leads
        side = Qt.AlignmentFlag.AlignRight if column is Column.APART else Qt.AlignmentFlag.AlignLeft
        _draw(painter, inner.topLeft(), inner.width(), text, sized(font, TEXT_SIZE, bold=bold), colour, side)

    def needed(self, line: Line, widths: Sequence[int], font: QFont) -> tuple[int, int]:
        """Return how high the cells of a figure and those of one line have to be, without what is free around them."""
        bold, plain, small = (sized(font, TEXT_SIZE, bold=True), sized(font, TEXT_SIZE), sized(font, SMALL_SIZE))
        room = widths[Column.FIGURE] - _EDGE - _SIDE
        named = _height(line.figure.name, room, bold) + _height(line.figure.figure, room, plain)
        status = status_line(line.figure, self._session.words)
        named += _height(status, room - int(MARK_SIZE) - 6, small)
        note = line.figure.note
        if self.note_below:
            named += _note_height(note, room, small) + 2
            beside = 0
        else:
            beside = _note_height(note, widths[Column.NOTE] - _SIDE - _EDGE, small)
        if line.said is None:
            return max(named, beside), _LINE
        source = _height(line.said.source, widths[Column.SOURCE] - 2 * _SIDE, plain)
        value = _height(line.said.value, widths[Column.VALUE] - 2 * _SIDE, sized(font, TEXT_SIZE, bold=True))
        source = max(source, value)
        period = 0 if line.period is None else _height(line.period.period, widths[Column.PERIOD] - 2 * _SIDE, plain)
        return max(named, beside), max(_LINE, source, period if line.period_lines == 1 else 0)


def _height(text: str, width: int, font: QFont) -> int:
    """Return the height of words in lines of that width."""
    if not text:
        return 0
    least = _SMALL_LINE if font.pixelSize() <= SMALL_SIZE else _LINE
    metrics = QFontMetrics(font)
    flags = Qt.TextFlag.TextWordWrap
    bounds = metrics.boundingRect(QRect(0, 0, max(20, width), 100_000), flags, text)
    lines = max(1, round(bounds.height() / metrics.lineSpacing()))
    return lines * max(least, metrics.lineSpacing())


def _note_height(note: str, width: int, font: QFont) -> int:
    return min(_height(note, width, font), _MOST_NOTE * max(_SMALL_LINE, QFontMetrics(font).lineSpacing()))


def _cut(note: str, width: int, font: QFont) -> str:
    """Return as many words of a note as have room in its lines."""
    most = _note_height(note, width, font)
    if _height(note, width, font) <= most:
        return note
    # Chinese has no spaces to cut at.
    count = bisect_right(range(len(note)), most, key=lambda end: _height(f"{note[:end]} …", width, font)) - 1
    return f"{note[: max(0, count)].rstrip()} …"


def _draw(
    painter: QPainter,
    at: QPoint,
    width: int,
    text: str,
    font: QFont,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Draw words in lines of that width, and return where they end."""
    height = _height(text, width, font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    place = QRect(at.x(), at.y(), width, height)
    painter.drawText(place, int(side) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), text)
    return at.y() + height


class _Head(QHeaderView):
    """Headings that stand where the words below them do; what the figures are sorted by is bold."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setFixedHeight(_HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt has it
        """Draw a heading with the line below it."""
        theme, column = self._session.theme, Column(logicalIndex)
        painter.save()
        painter.fillRect(rect, QColor(theme.surface))
        painter.setPen(QColor(theme.pane_border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        is_sorted = column is Column.APART
        painter.setFont(sized(self.font(), SMALL_SIZE, bold=is_sorted))
        painter.setPen(QColor(theme.text if is_sorted else theme.faint_text))
        inner = rect.adjusted(_left(column), 0, -_right(column), -1)
        side = Qt.AlignmentFlag.AlignRight if is_sorted else Qt.AlignmentFlag.AlignLeft
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class DifferencesTable(QTableView):
    """Shows figures with their periods. Return and a click lead where a cell leads: to the figure, to the source."""

    figure_requested = Signal(object)
    """The Observation whose value or source was clicked."""
    subject_requested = Signal(object, str)
    """The subject, a Ref, and the indicator of a figure that was clicked."""
    menu_requested = Signal(object, object)
    """An Observation, and the place on the screen for its menu."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._figures: tuple[DifferingFigure, ...] = ()
        self._unfolded: set[object] = set()
        self.lines = DifferencesModel(session, self)
        self._drawn = DifferencesDelegate(session, self)
        self.setModel(self.lines)
        self.setItemDelegate(self._drawn)
        self.setObjectName("disagreements")
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(_Head(session, self))
        self.clicked.connect(self._follow)

    def show_figures(self, figures: tuple[DifferingFigure, ...]) -> None:
        """Show figures in the order given; what was unfolded stays so."""
        self._figures = figures
        self.lines.show_lines(lines_of(figures, self._unfolded))
        self._fit()

    def _unfold(self, figure: DifferingFigure) -> None:
        before = self.currentIndex()
        self._unfolded.add(figure.key)
        self.lines.show_lines(lines_of(self._figures, self._unfolded))
        self._fit()
        self.setCurrentIndex(self.lines.index(before.row(), before.column()))

    # -- sizes --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Give the columns their widths, the rows their heights, and the cells their reach."""
        widths = self._widths(self.viewport().width())
        self._drawn.note_below = widths[Column.NOTE] == 0
        self.setColumnHidden(Column.NOTE, self._drawn.note_below)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
        for row, height in enumerate(self._heights(widths)):
            self.setRowHeight(row, height)
        self.clearSpans()
        for row, line in enumerate(self.lines.lines):
            if line.figure_lines > 1:
                self.setSpan(row, Column.FIGURE, line.figure_lines, 1)
                self.setSpan(row, Column.NOTE, line.figure_lines, 1)
            if line.period_lines > 1:
                self.setSpan(row, Column.PERIOD, line.period_lines, 1)
                self.setSpan(row, Column.APART, line.period_lines, 1)
            if line.said is None:
                self.setSpan(row, Column.VALUE, 1, 2)

    def _widths(self, room: int) -> list[int]:
        lines = self.lines.lines
        plain, bold = (
            QFontMetrics(sized(self.font(), TEXT_SIZE)),
            QFontMetrics(sized(self.font(), TEXT_SIZE, bold=True)),
        )

        def widest(texts: Sequence[str], metrics: QFontMetrics, most: int) -> int:
            return min(most, max((metrics.horizontalAdvance(text) for text in texts), default=0) + 2 * _SIDE + 4)

        periods = [line.period for line in lines if line.period is not None]
        period = widest([each.period for each in periods], plain, 130)
        value = widest([line.said.value for line in lines if line.said is not None], bold, 200)
        heading = QFontMetrics(sized(self.font(), SMALL_SIZE)).horizontalAdvance(self.lines.heading(Column.VALUE))
        value = max(value, heading + 2 * _SIDE)
        apart = max(70, widest([each.apart for each in periods], bold, 130))
        left = room - period - value - apart
        if room < _NARROW:
            figure = max(150, left * 2 // 5)
            missing = max(0, _LEAST_SOURCE - (left - figure))
            less = min(missing, figure - _LEAST_FIGURE)
            narrower = min(missing - less, value - heading - 2 * _SIDE)
            source = left - figure + less + narrower
            if room < _SIDEWAYS_BELOW:
                source = max(source, _LEAST_SOURCE)
            return [figure - less, period, value - narrower, source, apart, 0]
        figure, note = left * 32 // 100, left * 30 // 100
        return [figure, period, value, left - figure - note, apart, note]

    def _heights(self, widths: Sequence[int]) -> list[int]:
        """Return the heights of all rows: the last of a figure makes up for what its name and note need."""
        heights: list[int] = []
        needed = start = 0
        lines = self.lines.lines
        for row, line in enumerate(lines):
            of_figure, own = self._drawn.needed(line, widths, self.font())
            if line.figure_lines:
                needed, start = of_figure, row
            heights.append(own + (_AROUND if line.period_lines else 0))
            is_last = row + 1 == len(lines) or bool(lines[row + 1].figure_lines)
            if is_last:
                heights[row] += max(0, needed + _AROUND - sum(heights[start:])) + _AROUND
        return heights

    # -- following ----------------------------------------------------------------------------------------------

    def _follow(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line = self.lines.lines[index.row()]
        if line.said is None:
            self._unfold(line.figure)
        elif index.column() in (Column.VALUE, Column.SOURCE):
            self.figure_requested.emit(line.said.figure)
        else:
            self.subject_requested.emit(line.figure.subject, line.figure.indicator)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow a cell on Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what leads somewhere."""
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what a source says."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        said = self.lines.lines[index.row()].said if index.isValid() else None
        if said is not None:
            place = self.visualRect(index).center() if by_keyboard else event.pos()
            at = self.viewport().mapToGlobal(place)
            self.menu_requested.emit(said.figure, at)
