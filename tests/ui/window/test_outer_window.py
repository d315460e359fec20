"""The window that is on the screen before the program, and how the program comes into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, QTimer
from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.outer_window import FirstPaint, OuterWindow


@pytest.fixture
def frame(qtbot: QtBot, settings: QSettings) -> OuterWindow:
    made = OuterWindow(settings, LIGHT)
    qtbot.addWidget(made)
    return made


def test_the_first_painting_is_told_once(qtbot: QtBot, frame: OuterWindow) -> None:
    told: list[bool] = []
    FirstPaint(frame, lambda: told.append(frame.isVisible()))
    frame.show()
    assert told == []
    qtbot.waitUntil(lambda: told == [True])
    frame.repaint()
    with qtbot.waitSignal(frame.windowTitleChanged):
        QTimer.singleShot(0, lambda: frame.setWindowTitle("later"))
    assert told == [True]


def test_the_empty_frame_shows_where_the_columns_will_be(frame: OuterWindow) -> None:
    frame.resize(1440, 900)
    seen = frame.grab().toImage()
    colours = [seen.pixelColor(x, 450).name() for x in (100, 400, 1000)]
    assert colours == [LIGHT.window, LIGHT.surface, LIGHT.page]


def test_the_program_gives_the_frame_its_title(frame: OuterWindow, window: MainWindow) -> None:
    assert frame.windowTitle() == "Heartland"
    frame.hold(window)
    assert frame.windowTitle() == window.windowTitle() != "Heartland"
    window.setWindowTitle("Somewhere")
    assert frame.windowTitle() == "Somewhere"


def test_the_frame_s_place_is_remembered(
    qtbot: QtBot, frame: OuterWindow, window: MainWindow, settings: QSettings
) -> None:
    frame.hold(window)
    frame.show()
    frame.resize(777, 555)
    frame.close()
    again = OuterWindow(settings, LIGHT)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (777, 555)
