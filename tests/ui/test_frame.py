"""The frame that is on the screen before the program: what it shows, and how the program comes into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heartland_gui import app, start
from heartland_gui.cli import WindowOptions
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.window.frame import FirstPaint, Frame
from heartland_gui.ui.window.main_window import MainWindow


@pytest.fixture
def frame(qtbot: QtBot, settings: QSettings) -> Frame:
    made = Frame(settings, LIGHT)
    qtbot.addWidget(made)
    return made


def test_the_first_painting_is_told_once(qtbot: QtBot, frame: Frame) -> None:
    told: list[bool] = []
    FirstPaint(frame, lambda: told.append(frame.isVisible()))
    frame.show()
    assert told == []
    qtbot.waitUntil(lambda: told == [True])
    frame.repaint()
    with qtbot.waitSignal(frame.windowTitleChanged):
        QTimer.singleShot(0, lambda: frame.setWindowTitle("later"))
    assert told == [True]


def test_the_empty_frame_shows_where_the_columns_will_be(frame: Frame) -> None:
    frame.resize(1440, 900)
    seen = frame.grab().toImage()
    colours = [seen.pixelColor(x, 450).name() for x in (100, 400, 1000)]
    assert colours == [LIGHT.window, LIGHT.surface, LIGHT.page]


def test_the_program_gives_the_frame_its_title(frame: Frame, window: MainWindow) -> None:
    assert frame.windowTitle() == "Heartland"
    frame.hold(window)
    assert frame.windowTitle() == window.windowTitle() != "Heartland"
    window.setWindowTitle("Somewhere")
    assert frame.windowTitle() == "Somewhere"


def test_the_frame_s_place_is_remembered(qtbot: QtBot, frame: Frame, window: MainWindow, settings: QSettings) -> None:
    frame.hold(window)
    frame.show()
    frame.resize(777, 555)
    frame.close()
    again = Frame(settings, LIGHT)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (777, 555)


def test_what_cannot_be_loaded_is_said_in_the_frame(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "_PROGRAM", "heartland_gui.nothing")
    start.load_program(frame, WindowOptions(), Words())
    said = frame.centralWidget()
    assert isinstance(said, QLabel)
    assert "heartland_gui.nothing" in said.text()


def test_the_page_is_painted_with_its_chart_before_the_library_is_loaded(
    qtbot: QtBot, frame: Frame, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawn: list[str] = []

    class Painted(ChartView):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            drawn.append("picture")

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr(app, "ChartView", Painted)
    monkeypatch.setattr(app, "load_zooming", lambda: drawn.append("library"))
    monkeypatch.setattr("sys.excepthook", None)  # given back afterwards
    frame.resize(1440, 1400)
    frame.show()
    app.furnish(frame, WindowOptions(), Words())
    qtbot.waitUntil(lambda: "library" in drawn)
    assert drawn[0] == "picture"
    window = frame.centralWidget()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: window.page.is_complete)
