"""What is where in a chart, for the pointer and for the keys, and reading it from mark to mark without a mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QToolTip, QWidget

from heartland_gui.charts.spec import Details, RowAxis, TimeAxis
from heartland_gui.model.entities import Ref
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.picture.layout import Layout, Target
from heartland_gui.rendering.screen.tooltips import plain_tip

_REACH: Final = 6.0
"""How near the pointer must come to a mark, in pixels."""

BY_KEYBOARD: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)
"""The ways a key brings the focus, when a chart shows where it is; a press of the pointer does not."""


def target_at(placed: Layout | None, x: float, y: float) -> Target | None:
    """Return the mark at a point, the nearest of several, or None."""
    if placed is None:
        return None
    near = [target for target in placed.targets if target.is_near((x, y), _REACH)]
    return min(near, key=lambda target: _distance(target.box, x, y), default=None)


def row_at(placed: Layout | None, x: float, y: float) -> Ref | None:
    """Return the page behind the row name at a point, or None."""
    if placed is None or not isinstance(placed.panels[0].panel.y, RowAxis):
        return None
    plot, rows = placed.panels[0].plot, placed.panels[0].panel.y.rows
    number = round((y - plot.box.y) / plot.box.height * len(rows) - 0.5)
    return rows[number].ref if x < plot.box.x - 4 and 0 <= number < len(rows) else None


def mark_of(placed: Layout | None, subject: Ref | None) -> Target | None:
    """Return the smallest mark that is about a subject, or None: of a city its circle, not its land."""
    if placed is None or subject is None:
        return None
    about = (target for target in placed.targets if target.details.subject == subject)
    return min(about, key=lambda target: target.box.width * target.box.height, default=None)


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """Return how far a point is from a box, small boxes before large ones at the same distance."""
    dx = max(box.x - x, 0.0, x - box.right)
    dy = max(box.y - y, 0.0, y - box.bottom)
    return (dx * dx + dy * dy, box.width * box.height)


def reading_order(placed: Layout) -> tuple[Target, ...]:
    """Return the marks of a chart as they are read: along time, else row by row from the left.

    What stands for the same twice, such as a city's land and its circle, is read once.
    """
    along_time = all(isinstance(panel.plot.x_axis, TimeAxis) for panel in placed.panels)

    def place(target: Target) -> tuple[int, float, float]:
        x, y = target.box.x + target.box.width / 2, target.box.y + target.box.height / 2
        panel = sum(1 for panel in placed.panels if y > panel.plot.box.bottom)
        return (panel, x, y) if along_time else (panel, y, x)

    once: dict[Details, Target] = {}
    for target in placed.targets:
        once.setdefault(target.details, target)
    return tuple(sorted(once.values(), key=place))


class MarkCursor:
    """The mark that the keyboard is at, on one chart."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._order: tuple[Target, ...] = ()
        self._at: int | None = None

    @property
    def current(self) -> Target | None:
        """The mark that is read, None before the first step and after leaving."""
        return None if self._at is None else self._order[self._at]

    def set_targets(self, targets: Sequence[Target]) -> None:
        """Take the marks of a chart that was laid out anew; the same mark stays the current one."""
        details = self.current.details if self.current else None
        self._order = tuple(targets)
        self._at = next((number for number, target in enumerate(self._order) if target.details == details), None)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) mark, not beyond the ends, and read it out."""
        if not self._order:
            return
        first = 0 if by > 0 else len(self._order) - 1
        self._at = first if self._at is None else min(max(self._at + by, 0), len(self._order) - 1)
        self._read_out(self._order[self._at])

    def leave(self) -> None:
        """Read nothing any more."""
        self._at = None
        QToolTip.hideText()

    def _read_out(self, target: Target) -> None:
        text = target.details.read_out
        place = QPoint(round(target.box.right), round(target.box.bottom))
        QToolTip.showText(self._view.mapToGlobal(place), plain_tip(text), self._view)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, text))


def focus_ring(target: Target) -> Box:
    """Return the box of the ring that shows which mark is read."""
    return target.box.grown(4)
