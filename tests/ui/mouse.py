"""A mouse that does what a person does: the functions of Qt for tests leave events out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

_LEFT = Qt.MouseButton.LeftButton


def click_twice(view: QAbstractItemView, at: QPoint) -> None:
    """Double-click a place of a view: press, let go, press again, let go."""
    viewport = view.viewport()
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    ):
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else _LEFT
        place, on_screen = QPointF(at), QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(kind, place, on_screen, _LEFT, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, event)
