"""Menus of places in a window, opened without a screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget


def menu_at(
    place: QWidget, at: QPoint, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
) -> dict[str, QAction]:
    """Open the menu of a place and return its entries by name; the test uses the fixture `without_popups`."""
    QApplication.sendEvent(place, QContextMenuEvent(reason, at, place.mapToGlobal(at)))
    menu = place.window().findChildren(QMenu, "context_menu")[-1]
    assert menu.property("popped_up")
    menu.setObjectName("")
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}
