"""Layouts whose height follows from their width: widgets in lines, and parts below one another."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QWidget

_LEAST_WIDTH: Final = 200
_LAYERS: Final = 4
"""How deep parts lie within parts: the text, its card, the page, what scrolls it."""


class ItemLayout(QLayout):
    """Holds items, whose height follows from the width; how they stand is for the layouts that derive from it."""

    def __init__(self, parent: QWidget | None, gap: int, margins: tuple[int, ...] = (0, 0, 0, 0)) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(*margins)
        self.setSpacing(gap)

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

    def setGeometry(self, place: QRect) -> None:
        """Set the items."""
        super().setGeometry(place)
        self._arranged(place, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size: the width is given from outside."""
        return self.minimumSize()

    def _arranged(self, place: QRect, *, move: bool) -> int:
        """Return the height of all items at the width of a rectangle; set them there if they are to be moved."""
        raise NotImplementedError


class FlowLayout(ItemLayout):
    """Widgets at their own size, from left to right, then on the next line.

    Those added with `add_right` stand at the right edge as long as everything fits on one line.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent, gap)
        self._right: list[QWidget] = []

    def add_right(self, widget: QWidget) -> None:
        """Add a widget that keeps to the right edge."""
        self._right.append(widget)
        self.addWidget(widget)

    def insert_left(self, position: int, widget: QWidget) -> None:
        """Add a widget before those at a position."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._arranged(QRect(0, 0, width, 0), move=False)

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

    def _arranged(self, place: QRect, *, move: bool) -> int:
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


class ColumnLayout(ItemLayout):
    """Parts below one another at the full width, or at their greatest width.

    Qt's own box layout shares spare height among parts whose height follows from their width; this one never does.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 12, margins: tuple[int, ...] = (0, 0, 0, 0)) -> None:
        super().__init__(parent, gap, margins)
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:
        """Return the height of all parts."""
        if width <= _LEAST_WIDTH:
            # Qt asks so for the least height; measuring all texts at a width that they never get would be dear.
            return self.minimumSize().height()
        if width not in self._heights:
            self._heights[width] = self._arranged(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget the heights: a part has changed."""
        self._heights = {}
        super().invalidate()

    def minimumSize(self) -> QSize:
        """Return the least width; asking the parts would have Qt lay out all rich text at widths it never gets."""
        margins = self.contentsMargins()
        return QSize(_LEAST_WIDTH, margins.top() + margins.bottom())

    def _arranged(self, place: QRect, *, move: bool) -> int:
        inner = place.marginsRemoved(self.contentsMargins())
        y, gap = inner.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            y += gap
            widget = item.widget()
            if widget is None:
                continue
            width = min(inner.width(), widget.maximumWidth())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                widget.setGeometry(QRect(inner.x(), y, width, height))
            y += height
            gap = self.spacing()
        return y + self.contentsMargins().bottom() - place.y()


def finish_layouts() -> None:
    """Have every part take its place now.

    Qt lays parts within parts out one after the other and paints in between: everything twice, first in wrong places.
    """
    for _ in range(_LAYERS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
