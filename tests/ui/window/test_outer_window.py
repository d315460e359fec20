"""The window that is on the screen before the program, and how the program comes into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.outer_window import FirstPaint, OuterWindow


@pytest.fixture
def outer(qtbot: QtBot, settings: QSettings) -> OuterWindow:
    made = OuterWindow(settings, LIGHT)
    qtbot.addWidget(made)
    return made


def test_the_first_painting_is_told_once(qtbot: QtBot, outer: OuterWindow) -> None:
    told: list[bool] = []
    FirstPaint(outer, lambda: told.append(outer.isVisible()))
    outer.show()
    assert told == []
    qtbot.waitUntil(lambda: told == [True])
    outer.repaint()
    with qtbot.waitSignal(outer.windowTitleChanged):
        QTimer.singleShot(0, lambda: outer.setWindowTitle("later"))
    assert told == [True]


def test_the_empty_outer_window_shows_where_the_columns_will_be(outer: OuterWindow) -> None:
    outer.resize(1440, 900)
    seen = outer.grab().toImage()
    colours = [seen.pixelColor(x, 450).name() for x in (100, 400, 1000)]
    assert colours == [LIGHT.window, LIGHT.page, LIGHT.page]
    outer.resize(1000, 900)
    assert outer.grab().toImage().pixelColor(100, 450).name() == LIGHT.page, "in a narrow window the page is alone"


def test_the_window_is_no_smaller_than_can_be_used(qtbot: QtBot, settings: QSettings) -> None:
    for zoom, least in ((100, (720, 560)), (200, (360, 280))):
        Settings(settings).save_zoom(zoom)
        outer = OuterWindow(settings, LIGHT)
        qtbot.addWidget(outer)
        assert (outer.minimumWidth(), outer.minimumHeight()) == least


def test_the_least_size_follows_the_size_of_everything(outer: OuterWindow, settings: QSettings) -> None:
    Settings(settings).save_zoom(200)
    QApplication.sendEvent(outer, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert outer.minimumWidth() == 360


def test_the_program_gives_the_outer_window_its_title(outer: OuterWindow, window: MainWindow) -> None:
    assert outer.windowTitle() == "Heartland"
    outer.hold(window)
    assert outer.windowTitle() == window.windowTitle() != "Heartland"
    window.setWindowTitle("Somewhere")
    assert outer.windowTitle() == "Somewhere"


def test_the_frame_s_place_is_remembered(
    qtbot: QtBot, outer: OuterWindow, window: MainWindow, settings: QSettings
) -> None:
    outer.hold(window)
    outer.show()
    outer.resize(777, 565)
    outer.close()
    again = OuterWindow(settings, LIGHT)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (777, 565)
