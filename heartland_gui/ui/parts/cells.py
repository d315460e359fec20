"""The cells of tables: statuses as badges, links in their colour, a second line where there is one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from heartland_gui.model.facts import Status
from heartland_gui.rendering.badges import badge_label, badge_size, draw_badge
from heartland_gui.ui.session import Session
from heartland_gui.ui.table_model import CELL, Cell
from heartland_gui.ui.theme import SMALL_SIZE, sized

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
                option.palette.setColor(option.palette.ColorRole.HighlightedText, QColor(self._session.theme.link))
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
        theme = self._session.theme
        painter.save()
        painter.setPen(QColor(theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if isinstance(cell, Cell) and cell.beneath:
            self._draw_two_lines(painter, option, cell)
        elif isinstance(cell, Cell) and cell.status is not None:
            label, size = self._badge(painter, option.font, cell.status)
            top = option.rect.top() + (option.rect.height() - size.height()) / 2
            draw_badge(painter, QRectF(QPointF(option.rect.left() + 6, top), size), label, cell.status, theme)
        painter.restore()

    def _badge(self, painter: QPainter, font: QFont, status: Status) -> tuple[str, QSizeF]:
        painter.setFont(sized(font, SMALL_SIZE))
        label = badge_label(status, self._session.words)
        return label, badge_size(painter.font(), label)

    def _draw_two_lines(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        """Draw the text behind its badge and, small, what stands beneath it."""
        theme = self._session.theme
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
