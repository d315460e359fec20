"""Menus of what is under the pointer."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QMenu

from heartland_gui.ui.widgets.menus import show_menu
from heartland_gui.ui.window.main_window import MainWindow


@pytest.fixture(autouse=True)
def _without_popups(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a screen Qt cannot give a menu the keyboard.
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menu.setProperty("popped_up", "true"))


def test_a_menu_without_entries_is_not_shown(window: MainWindow) -> None:
    show_menu(window, QPoint(9, 9), [], [])
    assert not any(menu.property("popped_up") for menu in window.findChildren(QMenu, "context_menu"))


def test_the_menu_is_at_the_pointer_and_goes_when_it_is_closed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _, at: places.append(at))
    show_menu(window, QPoint(31, 41), [("A & B", lambda: None)])
    assert places == [QPoint(31, 41)]
    menu = window.findChildren(QMenu, "context_menu")[-1]
    assert menu.actions()[0].text() == "A && B"
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(menu)
