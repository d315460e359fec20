"""The rows of the company list: how they are drawn, and how the keyboard walks them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from heartland_gui.model.observations import Status
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge
from heartland_gui.ui.companies.model import ROW, CompanyRow
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.menus import takes_letter
from heartland_gui.ui.widgets.theme import CHOSEN, SMALL_SIZE, TEXT_SIZE, sized

_MARGIN: Final = 12
_ROW_HEIGHT: Final = 66
_GAP: Final = 10
_LEAST_WORD: Final = 48
"""In less room, in pixels, the beginning of a word says nothing."""


class CompanyView(QListView):
    """A list that can be entered with Tab without choosing anything; Return and the arrows choose."""

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer is over no row any more."""
        super().leaveEvent(event)
        self.viewportEntered.emit()

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
        """Leave the page as it is when the menu of a row is asked for."""
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the company of the current row again on Return, from wherever the page has gone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class CompanyDelegate(QStyledItemDelegate):
    """Draws three lines: the name, where it is, and its most informative figure with what it measures."""

    def __init__(self, session: Session, view: QListView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the same height for every row, so that long lists need no measuring."""
        return QSize(120, _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(ROW)
        if not isinstance(row, CompanyRow):
            return
        theme = self._session.theme
        chosen = index == self._view.currentIndex()
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.selection if chosen else theme.hover))
        if chosen:
            # The fill alone is too faint for many eyes.
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), CHOSEN, option.rect.height()), QColor(theme.accent)
            )
        if chosen and self._view.hasFocus():
            painter.setPen(QColor(theme.focus))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._draw_lines(painter, option, row)
        painter.restore()

    def _draw_lines(self, painter: QPainter, option: QStyleOptionViewItem, row: CompanyRow) -> None:
        theme = self._session.theme
        room = option.rect.adjusted(_MARGIN, 6, -_MARGIN, -6)
        bold, small = sized(option.font, TEXT_SIZE, bold=True), sized(option.font, SMALL_SIZE)
        name = QFontMetrics(bold).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(small)
        painter.setPen(QColor(theme.faint_text))
        metrics = QFontMetrics(small)
        line = QRect(room.left(), room.bottom() - metrics.height() + 1, room.width(), metrics.height())
        if row.status is not None and row.status is not Status.ACTUAL:
            # The badge is never cut: what is hoped for must not read as done.
            label = badge_label(row.status, self._session.words)
            size = badge_size(small, label)
            corner = QPointF(line.right() - size.width() + 1, line.center().y() - size.height() / 2 + 1)
            draw_badge(painter, QRectF(corner, size), label, row.status, theme)
            line.setRight(int(corner.x()) - 8)
        figure = metrics.elidedText(row.figure, Qt.TextElideMode.ElideRight, line.width())
        painter.setPen(QColor(theme.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, figure)
        line.setRight(line.right() - metrics.horizontalAdvance(figure) - _GAP)
        self._draw_measured(painter, row, line, room, metrics)

    def _draw_measured(
        self, painter: QPainter, row: CompanyRow, line: QRect, room: QRect, metrics: QFontMetrics
    ) -> None:
        """Draw where the company is and what its figure measures: in `line` beside the figure, or beside the place."""
        needed = metrics.horizontalAdvance(row.measured)
        above = QRect(room.left(), room.center().y() - metrics.height() // 2, room.width(), metrics.height())
        # A number without what it measures says nothing: the place gives way, from its end, that is its founding, on.
        moves = line.width() <= needed and line.width() <= max(
            room.width() - metrics.horizontalAdvance(row.place) - _GAP, min(needed, _LEAST_WORD)
        )
        beside = min(needed, _LEAST_WORD * 2) + _GAP if moves else 0
        place = metrics.elidedText(row.place, Qt.TextElideMode.ElideRight, room.width() - beside)
        painter.setPen(QColor(self._session.theme.faint_text))
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, place)
        side = Qt.AlignmentFlag.AlignLeft
        if moves:
            line = above.adjusted(metrics.horizontalAdvance(place) + _GAP if place else 0, 0, 0, 0)
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
        measured = metrics.elidedText(row.measured, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | side, measured)
