"""The rows of the company list: how they are drawn, and how the keyboard walks them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from heartland_gui.rendering.marks.small import MARK_SIZE, draw_status_mark
from heartland_gui.rendering.style import Theme
from heartland_gui.ui.companies.model import ROW, CompanyRow
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.ground import draw_ground, draw_ring
from heartland_gui.ui.widgets.menus import takes_letter
from heartland_gui.ui.widgets.theme import SMALL_SIZE, TEXT_SIZE, sized

_MARGIN: Final = 12
_ROW_HEIGHT: Final = 52
_NAME_LINE: Final = 18
_GAP: Final = 10
_MARK: Final = 5
"""Between the mark of a status and the year."""
_LEAST_NAME: Final = 80
_MEASURED: Final = 2000
"""Rows of longer lists are not measured."""


class CompanyView(QListView):
    """A list that can be entered with Tab without choosing anything; Return and the arrows choose."""

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer is over no row any more."""
        super().leaveEvent(event)
        self.viewportEntered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: names wrap."""
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Measure the rows again: the name of the current one is bold."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; Qt would make the first row the current one, and that would leave the page."""
        blocker = QSignalBlocker(self.selectionModel())
        before = self.currentIndex()
        super().focusInEvent(event)
        if not before.isValid():
            self.selectionModel().clear()
        blocker.unblock()

    def event(self, event: QEvent) -> bool:
        """Keep letters for finding a row by its beginning; elsewhere in the window they are shortcuts."""
        if takes_letter(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose with the left button only: the right one asks for a menu, those at the side are for the window."""
        if event.button() is Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif event.button() is not Qt.MouseButton.RightButton:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the company of the current row again on Return, from wherever the page has gone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class CompanyDelegate(QStyledItemDelegate):
    """Draws two lines: the name and the key figure, and below what the company makes and where, and the year.

    A long name takes two lines of its own. In long lists every row is as high as those, so that none is measured.
    """

    def __init__(self, session: Session, view: QListView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that a row needs at the width of the list."""
        if index.model().rowCount() > _MEASURED:
            return QSize(120, _ROW_HEIGHT + _NAME_LINE)
        row = index.data(ROW)
        width = self._view.viewport().width()
        more = isinstance(row, CompanyRow) and len(self._name_lines(option, index, row, width)) > 1
        return QSize(120, _ROW_HEIGHT + (_NAME_LINE if more else 0))

    def _font(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QFont:
        return sized(option.font, TEXT_SIZE, bold=index == self._view.currentIndex())

    def _name_lines(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, row: CompanyRow, width: int
    ) -> list[str]:
        """Return the name in one line or two, of which the first has the figure beside it; what is longer is cut."""
        figure = QFontMetrics(sized(option.font, TEXT_SIZE)).horizontalAdvance(row.figure)
        whole = width - 2 * _MARGIN
        room = max(_LEAST_NAME, whole - (figure + _GAP if figure else 0))
        return two_lines(row.name, self._font(option, index), room, whole)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row, the line below it, and around all of it that the keyboard is here."""
        row = index.data(ROW)
        if not isinstance(row, CompanyRow):
            return
        chosen = index == self._view.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        theme = draw_ground(painter, option.rect, self._session.theme, chosen=chosen, hovered=hovered)
        painter.setPen(QColor(self._session.theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._draw_lines(painter, option, index, row, theme)
        if chosen and self._view.hasFocus():
            draw_ring(painter, option.rect, theme)
        painter.restore()

    def _draw_lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        row: CompanyRow,
        theme: Theme,
    ) -> None:
        room = option.rect.adjusted(_MARGIN, 8, -_MARGIN, -8)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        line = QRect(room.left(), room.top(), room.width(), _NAME_LINE)
        painter.setPen(QColor(theme.text))
        painter.setFont(sized(option.font, TEXT_SIZE))
        painter.drawText(line, middle | right, row.figure)
        painter.setFont(self._font(option, index))
        for part in self._name_lines(option, index, row, option.rect.width()):
            painter.drawText(line, middle | left, part)
            line.translate(0, _NAME_LINE)
        small = sized(option.font, SMALL_SIZE)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(theme.warning if row.warned else theme.faint_text))
        painter.drawText(line, middle | right, row.year)
        taken = float(metrics.horizontalAdvance(row.year))
        if row.status is not None:
            taken += _MARK + MARK_SIZE
            centre = QPointF(line.right() - taken + MARK_SIZE / 2, line.center().y() + 1)
            draw_status_mark(painter, centre, row.status, theme)
        line.setRight(int(line.right() - taken - (_GAP if taken else 0)))
        painter.setPen(QColor(theme.faint_text))
        painter.drawText(line, middle | left, metrics.elidedText(row.below, Qt.TextElideMode.ElideMiddle, line.width()))


def two_lines(text: str, font: QFont, first: int, second: int) -> list[str]:
    """Return a text in at most two lines of these widths, the second one cut in its middle where that is not enough."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= first:
        return [text]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(first)
    layout.endLayout()
    end = line.textLength()
    rest = metrics.elidedText(text[end:].strip(), Qt.TextElideMode.ElideMiddle, second)
    return [text[:end].strip(), rest] if rest else [text]
