"""Chips that narrow a table: each with its count, and chips that open a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.rendering.screen.tooltips import plain_label, plain_tip
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.theme import SMALL_SIZE, sized

CHIP_HEIGHT: Final = 26
_SIDE: Final = 11
_GAP: Final = 6
_ANGLE: Final = 9
_SEARCH_FROM: Final = 12
_LIST_ROW: Final = 28
_LIST_SIZE: Final = QSize(280, 340)


class FilterChip(QPushButton):
    """A word and a count; pressed while it narrows the table. With `opens` an angle says that it opens a list.

    What would leave nothing cannot be chosen.
    """

    def __init__(self, session: Session, parent: QWidget, *, opens: bool = False) -> None:
        super().__init__(parent)
        self._session, self._opens = session, opens
        self._name = self._count = ""
        self.setProperty("chip", "true")
        self.setCheckable(True)
        self.setFixedHeight(CHIP_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chip(self, name: str, count: int | None, *, chosen: bool) -> None:
        """Show another word, its count and whether it is chosen."""
        words = self._session.words
        self._count = "" if count is None else words.number(count)
        self._name = name
        self.setText(plain_label(name))
        self.setChecked(chosen)
        self.setEnabled(chosen or count != 0)
        said = name if count is None else words.text("{name}, {n}", name=name, n=self._count)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the state alone: what is chosen is shown when it was chosen."""

    def sizeHint(self) -> QSize:
        """Return the room for the word, its count and the angle."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._name) + 2 * _SIDE
        if self._count:
            width += _GAP + metrics.horizontalAdvance(self._count)
        return QSize(width + (_GAP + _ANGLE if self._opens else 0), CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the whole size: a chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip of the style sheet with the count in the third level of text."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        theme = self._session.theme.chosen if self.isChecked() else self._session.theme
        painter.setFont(sized(self.font(), SMALL_SIZE))
        room = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.third_text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
        if self._count:
            room.setLeft(room.left() + self.fontMetrics().horizontalAdvance(self._name) + _GAP)
            painter.setPen(QColor(theme.third_text))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._count)
        if self._opens:
            x, y = self.width() - _SIDE - _ANGLE / 2, self.height() / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.text), 1.5))
            half = _ANGLE / 2 - 1
            painter.drawPolyline([QPointF(x - half, y - 1.5), QPointF(x, y + 2), QPointF(x + half, y - 1.5)])
        painter.end()


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry of a list to choose from; `value` is handed back when it is chosen."""

    name: str
    value: object
    count: int | None = None
    chosen: bool = False


class ChoiceList(QFrame):
    """A list that opens below a widget; from twelve entries on a line above it searches them.

    It is a part of the window and no window of its own: input methods and screen readers work as everywhere else. It
    closes with Escape, with a click elsewhere, or when the keyboard goes on.
    """

    def __init__(
        self, session: Session, opener: QWidget, title: str, offers: Sequence[Offer], chosen: Callable[[object], object]
    ) -> None:
        super().__init__(opener.window())
        self._session, self._opener, self._offers, self._chosen = session, opener, offers, chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("floating", "true")
        self.setObjectName("choice_list")
        words = session.words
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words.text("Search"))
        self.search.setAccessibleName(words.text("Search: {name}", name=title))
        self.search.setVisible(len(offers) >= _SEARCH_FROM)
        self.search.textChanged.connect(self._list)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self._list("")

    def open_at(self, place: QPoint) -> None:
        """Open with the upper left corner at a place of the screen, as far as the window has room."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        above = self.search.sizeHint().height() + 6 if self.search.isVisibleTo(self) else 0
        self.resize(_LIST_SIZE.width(), min(_LIST_SIZE.height(), rows + above + 20))
        ground = self._opener.window()
        room, corner = ground.rect(), ground.mapFromGlobal(place)
        x = min(corner.x(), room.right() - self.width())
        y = min(corner.y(), room.bottom() - self.height())
        self.move(max(0, x), max(0, y))
        self.show()
        self.raise_()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._follow_keyboard)
        (self.search if self.search.isVisibleTo(self) else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Return; go from the search into the list with Down; close with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._choose(item)
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
            self.close()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when something else is pressed."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close()
        return False

    def _follow_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look at nothing else any more."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and self.isVisible():
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._follow_keyboard)
        super().closeEvent(event)

    def _list(self, text: str) -> None:
        """List what holds every word that is searched for."""
        self.list.clear()
        wanted = text.casefold().split()
        for offer in self._offers:
            if not all(word in offer.name.casefold() for word in wanted):
                continue
            shown = offer.name if offer.count is None else f"{offer.name}  {self._session.words.number(offer.count)}"
            item = QListWidgetItem(shown)
            item.setData(Qt.ItemDataRole.UserRole, self._offers.index(offer))
            item.setSizeHint(QSize(0, _LIST_ROW))
            font = item.font()
            font.setBold(offer.chosen)
            item.setFont(font)
            item.setToolTip(plain_tip(shown))
            self.list.addItem(item)
            if offer.chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        offer = self._offers[item.data(Qt.ItemDataRole.UserRole)]
        self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close()
        self._chosen(offer.value)
