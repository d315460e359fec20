"""One value of a facet: a box to tick, with the number of companies that it would keep."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from heartland_gui.rendering.tooltips import plain_tip
from heartland_gui.ui.facet_words import FacetRow
from heartland_gui.ui.session import Session

_HEIGHT: Final = 23
_BOX: Final = 15
_SQUARE: Final = 10
_GAP: Final = 7
_PADDING: Final = 5
_TICK: Final = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
"""The corners of the tick, as shares of the box."""


class FacetBox(QCheckBox):
    """A box, the value's name and its count; what would keep nobody is faint and cannot be ticked."""

    stepped = Signal(int)
    """An arrow key asks for the value above (-1) or below (1)."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.row: FacetRow | None = None
        self._count = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_row(self, row: FacetRow) -> None:
        """Show a value."""
        words = self._session.words
        self.row = row
        self._count = words.number(row.count)
        # Qt's own key for a letter would be an ampersand in the name.
        self.setText(row.text.replace("&", "&&"))
        self.setChecked(row.chosen)
        self.setEnabled(row.chosen or row.count > 0)
        said = words.plural("{name}, {n} company", "{name}, {n} companies", row.count, name=row.text)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size for name and count."""
        metrics = self.fontMetrics()
        shown = metrics.horizontalAdvance(self.row.text if self.row else "") + metrics.horizontalAdvance(self._count)
        return QSize(self._left() + shown + 2 * _GAP + _PADDING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size for the beginning of a name."""
        return QSize(90, _HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        """Take clicks anywhere in the row."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next value with the arrows; tick with Return as with Space."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _left(self) -> int:
        coloured = self.row is not None and self.row.colour is not None
        return _PADDING + _BOX + _GAP + (_SQUARE + _GAP if coloured else 0)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the row."""
        if self.row is None:
            return
        theme, row = self._session.theme, self.row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self.hasFocus():
            painter.setPen(QColor(theme.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        middle = self.rect().center().y()
        self._draw_box(painter, QRectF(_PADDING, middle - _BOX // 2, _BOX, _BOX).adjusted(0.5, 0.5, -0.5, -0.5))
        if row.colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.mark(row.colour)))
            left = _PADDING + _BOX + _GAP
            painter.drawRoundedRect(QRect(left, middle - _SQUARE // 2, _SQUARE, _SQUARE), 2, 2)
        painter.setPen(QColor(theme.faint_text if self.isEnabled() else theme.control))
        room = self.rect().adjusted(self._left(), 0, -_PADDING, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.control))
        metrics = self.fontMetrics()
        room.setRight(room.right() - metrics.horizontalAdvance(self._count) - _GAP)
        name = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _draw_box(self, painter: QPainter, place: QRectF) -> None:
        """Draw the box and its tick; Qt's own outline is hardly seen on a dark surface."""
        theme = self._session.theme
        ticked = self.isChecked()
        usable = theme.control if self.isEnabled() else theme.border
        painter.setPen(QColor(theme.accent if ticked else usable))
        painter.setBrush(QColor(theme.accent if ticked else theme.surface))
        painter.drawRoundedRect(place, 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(theme.accent_text), 2))
            points = [place.topLeft() + QPointF(x, y) * place.width() for x, y in _TICK]
            painter.drawPolyline(points)
