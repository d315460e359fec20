"""Menus of what is under the pointer, or has the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from heartland_gui.ui.action_spec import Deed


def fill_menu(menu: QMenu, deeds: Sequence[Deed]) -> None:
    """Add an entry for each deed."""
    for name, does in deeds:
        menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, does=does: does())


def show_menu(place: QWidget, at: QPoint, *groups: Sequence[Deed]) -> None:
    """Show a menu at a place on the screen, with lines between the groups; nothing where there is nothing to do."""
    menu = QMenu(place)
    menu.setObjectName("context_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        if menu.actions() and group:
            menu.addSeparator()
        fill_menu(menu, group)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(at)
