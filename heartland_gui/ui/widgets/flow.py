"""A layout that sets widgets in lines, as words are set in a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


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
