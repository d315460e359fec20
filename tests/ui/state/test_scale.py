"""How large everything is, changed while the program runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.state import scale
from heartland_gui.ui.state.scale import set_scale
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.window.outer_window import OuterWindow


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    set_scale(100)


def test_a_window_stays_as_large_on_the_screen_with_less_in_it(qtbot: QtBot) -> None:
    window, hidden = QWidget(), QWidget()
    for each in (window, hidden):
        qtbot.addWidget(each)
    field = QLineEdit(window)
    window.resize(600, 400)
    window.show()
    hidden.show()
    hidden.hide()
    field.setFocus()
    assert set_scale(200)
    assert (window.devicePixelRatioF(), window.width(), window.height()) == (2.0, 300, 200)
    assert (window.isVisible(), hidden.isVisible()) == (True, False)
    assert window.focusWidget() is field
    assert window.grab().width() == 600
    assert set_scale(100)
    assert (window.devicePixelRatioF(), window.width()) == (1.0, 600)


def test_a_dialog_grows_with_what_stands_in_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(300, 200)
    dialog.show()
    set_scale(150)
    assert (dialog.width(), dialog.grab().width()) == (300, 450)


def test_a_window_with_a_least_size_may_be_as_small_as_it_was_on_the_screen(qtbot: QtBot, settings: QSettings) -> None:
    outer = OuterWindow(settings, LIGHT)
    qtbot.addWidget(outer)
    outer.resize(800, 600)
    outer.show()
    Settings(settings).save_zoom(200)
    set_scale(200)
    assert (outer.width(), outer.height()) == (400, 300)
    assert (outer.minimumWidth(), outer.minimumHeight()) == (360, 280)


def test_a_window_that_fills_the_screen_still_does(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showFullScreen()
    qtbot.waitUntil(window.isFullScreen)
    set_scale(150)
    assert window.isFullScreen()
    assert bool(window.windowState() & Qt.WindowState.WindowFullScreen)


def test_where_qt_does_not_offer_it_nothing_is_done(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(scale, "_SETTERS", ("no such function", "no such function"))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert not set_scale(200)
    assert (window.devicePixelRatioF(), window.isVisible()) == (1.0, True)
    assert QApplication.topLevelWidgets()
