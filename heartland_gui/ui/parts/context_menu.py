"""Menus of what is under the pointer, or has the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

Deed = tuple[str, Callable[[], object]]
"""What an entry is called, and what it does."""


def show_menu(place: QWidget, event: QContextMenuEvent, *groups: Sequence[Deed]) -> None:
    """Show a menu of what can be done there, with lines between the groups; nothing where there is nothing to do."""
    menu = QMenu(place)
    menu.setObjectName("context_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        if menu.actions() and group:
            menu.addSeparator()
        for name, does in group:
            menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, does=does: does())
    event.accept()
    if menu.isEmpty():
        menu.deleteLater()
        return
    by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
    menu.popup(place.mapToGlobal(QPoint(12, 12)) if by_keyboard else event.globalPos())
