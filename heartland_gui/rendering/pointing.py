"""What is where in a chart that was laid out, for the pointer and for the keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from heartland_gui.charts.axes import RowAxis
from heartland_gui.model.entities import Ref
from heartland_gui.rendering.labels import Box
from heartland_gui.rendering.layout import Layout, Target

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
    frame, rows = placed.panels[0].frame, placed.panels[0].panel.y.rows
    number = round((y - frame.box.y) / frame.box.height * len(rows) - 0.5)
    return rows[number].ref if x < frame.box.x - 4 and 0 <= number < len(rows) else None


def mark_of(placed: Layout | None, subject: Ref | None) -> Target | None:
    """Return the smallest mark that is about a subject, or None: of a city its circle, not its land."""
    if placed is None or subject is None:
        return None
    about = (target for target in placed.targets if target.datum.subject == subject)
    return min(about, key=lambda target: target.box.width * target.box.height, default=None)


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """Return how far a point is from a box, small boxes before large ones at the same distance."""
    dx = max(box.x - x, 0.0, x - box.right)
    dy = max(box.y - y, 0.0, y - box.bottom)
    return (dx * dx + dy * dy, box.width * box.height)
