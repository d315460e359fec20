"""Events of dragging, as the window system sends them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QLibraryInfo, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent

_PLACES_HAVE_FRACTIONS: Final = QLibraryInfo.version().segments()[:2] >= [6, 12]
"""Qt 6.12 deprecates the constructors with whole pixels, which are the only ones before it."""

_Event = TypeVar("_Event", bound=QDropEvent)


def drag_event(kind: type[_Event], at: QPoint, data: QMimeData, actions: Qt.DropAction) -> _Event:
    """Return an event of dragging with the left button; what is dragged has to be kept as long as the event."""
    made: Callable[..., _Event] = kind
    place = QPointF(at) if _PLACES_HAVE_FRACTIONS else at
    return made(place, actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
