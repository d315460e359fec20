"""Figure cards: what their menu offers, and that it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


DAILY = Ref(SubjectKind.SOURCE, "daily")


@pytest.fixture(autouse=True)
def _without_popups(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a screen Qt cannot give a menu the keyboard.
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menu.setProperty("popped_up", "true"))


def menu_at(
    place: QWidget, at: QPoint, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
) -> dict[str, QAction]:
    """Open the menu of a place and return its entries by name."""
    QApplication.sendEvent(place, QContextMenuEvent(reason, at, place.mapToGlobal(at)))
    menu = place.window().findChildren(QMenu, "context_menu")[-1]
    assert menu.property("popped_up")
    menu.setObjectName("")
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def go_to_snd(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)


def test_a_card_is_copied_with_its_source(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    card = window.page.cards.cards[0]
    entries = menu_at(card, card.rect().center())
    assert list(entries) == ["Open source: Heartland reinvents itself", "Copy with source"]
    entries["Copy with source"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("SND Vehicles; Vehicles produced: only\u00a048")
    assert "Daily, 26 Apr 2020" in copied
    entries["Open source: Heartland reinvents itself"].trigger()
    assert window.session.selection.page == DAILY
