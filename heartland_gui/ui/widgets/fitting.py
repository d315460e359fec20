"""What gives way where room is scarce: windows and columns on a small screen, rows of widgets, words on a button."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QMainWindow, QPushButton, QSizePolicy, QWidget

SIZE: Final = (1440, 900)
_DECORATION: Final = 32
"""What the desktop draws around a window needs room as well."""


def default_columns(width: int) -> tuple[int, int, int]:
    """Return the widths of the three columns in a window of that width: the page gets most of what is there."""
    navigation = min(260, max(200, width * 16 // 100))
    companies = min(360, max(240, width * 21 // 100))
    return navigation, companies, max(1, width - navigation - companies)


def place_window(window: QMainWindow, geometry: QByteArray) -> None:
    """Put a window where it was, or give it the usual size as far as the screen has room."""
    if not window.restoreGeometry(geometry):
        resize_within_screen(window, *SIZE)


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window or dialog a size as far as the screen has room; at twice the scale screens are half as large."""
    available = window.screen().availableSize()
    window.resize(min(width, available.width()), min(height, available.height() - _DECORATION))


class FlowLayout(QLayout):
    """Widgets at their own size, from left to right, then on the next line.

    Those added with `add_right` stand at the right edge as long as everything fits on one line.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right: list[QWidget] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def add_right(self, widget: QWidget) -> None:
        """Add a widget that keeps to the right edge."""
        self._right.append(widget)
        self.addWidget(widget)

    def insert_left(self, position: int, widget: QWidget) -> None:
        """Add a widget before those at a position."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._flow(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        """Set the widgets."""
        super().setGeometry(place)
        self._flow(place, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size: the width is given from outside."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _spare(self, width: int) -> int:
        """Return how much room is left when everything stands on one line; negative where it does not fit."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return width - sum(widths) - self.spacing() * max(0, len(widths) - 1)

    def _flow(self, place: QRect, *, move: bool) -> int:
        x, y, line = place.x(), place.y(), 0
        gap = self.spacing()
        push = max(0, self._spare(place.width())) if self._right else 0
        for item in self._items:
            if item.isEmpty():
                continue
            if push and item.widget() in self._right:
                x += push
                push = 0
            hint = item.sizeHint().boundedTo(QSize(max(1, place.width()), 10_000))
            if line and x + hint.width() > place.x() + place.width():
                x, y, line = place.x(), y + line + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + gap
            line = max(line, hint.height())
        return y + line - place.y()


_LEAST_WIDTH: Final = 64


class ElidedButton(QPushButton):
    """Words, and a sign that always stays, such as `▼` for a menu; without a sign it is empty."""

    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words = f" {sign}" if sign else "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show other words before the sign."""
        self._words = words
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the new width, or show more of them."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size for all words."""
        metrics, shown = self.fontMetrics(), super().sizeHint()
        return QSize(shown.width() + metrics.horizontalAdvance(self._whole) - self._advance, shown.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size for the beginning of a word."""
        return QSize(min(_LEAST_WIDTH, self.sizeHint().width()), super().minimumSizeHint().height())

    @property
    def _whole(self) -> str:
        return self._words + self._sign

    @property
    def _advance(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        around = super().sizeHint().width() - self._advance
        room = self.width() - around
        # Together they are narrower than one after the other: where all fits, nothing is measured in parts.
        if metrics.horizontalAdvance(self._whole) <= room:
            shown = self._whole
        else:
            room -= metrics.horizontalAdvance(self._sign)
            shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room) + self._sign
        self.setText(shown.replace("&", "&&"))
