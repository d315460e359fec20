"""Layouts whose height follows from their width: widgets in lines, and parts below one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
        margins = self.contentsMargins()
        place = place.marginsRemoved(margins)
        x, y, line = place.x(), place.y(), 0
        gap = self.spacing()
        placed: list[tuple[QLayoutItem, QRect]] = []
        push = max(0, self._spare(place.width())) if self._right else 0
        for item in self._items:
            if item.isEmpty():
                continue
            if push and item.widget() in self._right:
                x += push
                push = 0
            hint = item.sizeHint().boundedTo(QSize(max(1, place.width()), 10_000))
            if line and x + hint.width() > place.x() + place.width():
                _set_in_line(placed, line, move=move)
                x, y, line, placed = place.x(), y + line + gap, 0, []
            placed.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + gap
            line = max(line, hint.height())
        _set_in_line(placed, line, move=move)
        return y + line - place.y() + margins.top() + margins.bottom()


def _set_in_line(placed: Sequence[tuple[QLayoutItem, QRect]], height: int, *, move: bool) -> None:
    """Set the items of a line that is so high, each in the middle of it."""
    for item, at in placed if move else ():
        item.setGeometry(at.translated(0, (height - at.height()) // 2))


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
            height = _height_of(item, width)
            if move:
                widget.setGeometry(QRect(inner.x(), y, width, height))
            y += height
            gap = self.spacing()
        return y + self.contentsMargins().bottom() - place.y()


@dataclass(frozen=True, slots=True)
class Line:
    """Widgets that stand beside each other from a width on, else below each other.

    `widths` are those of the widgets in pixels, 0 for what shares the rest. Where `spilled` is given, that widget goes
    below the line that follows where `least_spilled` is reached, but not `least`. `above` is the gap above the line
    where it is not that of the layout. Those of an `even` line are as high as the highest of them.
    """

    widgets: tuple[QWidget, ...]
    widths: tuple[int, ...] = ()
    least: int = 0
    spilled: int | None = None
    least_spilled: int = 0
    above: int | None = None
    even: bool = True


class LineLayout(ColumnLayout):
    """Lines of widgets below one another."""

    def __init__(self, parent: QWidget | None = None, gap: int = 12, margins: tuple[int, ...] = (0, 0, 0, 0)) -> None:
        super().__init__(parent, gap, margins)
        self._lines: tuple[Line, ...] = ()
        self._item_of: dict[QWidget, QLayoutItem] = {}

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Set the widgets in these lines; what is in none of them is not moved and takes no room."""
        known = {item.widget() for item in self._items}
        for added in dict.fromkeys(each for line in lines for each in line.widgets):
            if added not in known:
                self.addWidget(added)
        self._item_of = {held: item for item in self._items if (held := item.widget()) is not None}
        self._lines = tuple(lines)
        self.invalidate()

    def _arranged(self, place: QRect, *, move: bool) -> int:
        inner = place.marginsRemoved(self.contentsMargins())
        y, is_first = inner.y(), True
        uneven = {widget for line in self._lines if not line.even for widget in line.widgets}
        for widgets, widths, above in self._rows(inner.width()):
            placed = list(zip(widgets, widths, strict=True))
            heights = [_height_of(self._item_of[widget], width) for widget, width in placed]
            height = max(heights)
            y, x = y + (0 if is_first else above), inner.x()
            for (widget, width), own in zip(placed, heights, strict=True):
                if move:
                    widget.setGeometry(QRect(x, y, width, own if widget in uneven else height))
                x += width + self.spacing()
            y, is_first = y + height, False
        return y + self.contentsMargins().bottom() - place.y()

    def _rows(self, width: int) -> Iterator[tuple[tuple[QWidget, ...], tuple[int, ...], int]]:
        """Yield the widgets that stand beside each other, with their widths and the gap above, from top to bottom."""
        spilled: list[QWidget] = []
        gap = self.spacing()
        for line in self._lines:
            shown = list(zip(line.widgets, line.widths or (0,) * len(line.widgets), strict=True))
            shown = [(widget, wide) for widget, wide in shown if not self._item_of[widget].isEmpty()]
            below, spilled = spilled, []
            if line.spilled is not None and line.least_spilled <= width < line.least:
                spilled = [widget for widget, _ in shown if widget is line.widgets[line.spilled]]
                shown = [(widget, wide) for widget, wide in shown if widget not in spilled]
            above = gap if line.above is None else line.above
            if len(shown) > 1 and width >= (line.least_spilled if spilled else line.least):
                yield (*self._beside(shown, width), above)
            else:
                for widget, _ in shown:
                    yield (widget,), (min(width, widget.maximumWidth()),), above
                    above = gap
            for widget in below:
                yield (widget,), (width,), gap
        for widget in spilled:
            yield (widget,), (width,), gap

    def _beside(self, shown: Sequence[tuple[QWidget, int]], width: int) -> tuple[tuple[QWidget, ...], tuple[int, ...]]:
        rest = width - sum(wide for _, wide in shown) - self.spacing() * (len(shown) - 1)
        sharing = sum(1 for _, wide in shown if not wide) or 1
        return tuple(widget for widget, _ in shown), tuple(wide or rest // sharing for _, wide in shown)


def _height_of(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def finish_layouts() -> None:
    """Have every part take its place now.

    Qt lays parts within parts out one after the other and paints in between: everything twice, first in wrong places.
    """
    for _ in range(_LAYERS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
