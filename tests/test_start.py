"""The start: whether there is a display, and what is said where the program cannot be loaded."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from heartland_gui import start
from heartland_gui.cli import WindowOptions
from heartland_gui.rendering.style import LIGHT
from heartland_gui.start import TerminalQuitter, has_display, named_application, run_window, x_server_answers
from heartland_gui.text import Words
from heartland_gui.ui.window.outer_window import OuterWindow


@pytest.fixture
def outer(qtbot: QtBot, tmp_path: Path) -> OuterWindow:
    made = OuterWindow(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat), LIGHT)
    qtbot.addWidget(made)
    return made


def test_what_cannot_be_loaded_is_said_in_the_outer_window(
    outer: OuterWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "_PROGRAM", "heartland_gui.nothing")
    start.load_program(outer, WindowOptions(), Words())
    said = outer.centralWidget()
    assert isinstance(said, QLabel)
    assert "heartland_gui.nothing" in said.text()
    assert capsys.readouterr().err == f"{said.text()}\n"
    assert outer.has_failed


def test_the_program_is_loaded_into_the_outer_window(outer: OuterWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []
    module = SimpleNamespace(load_into=lambda *given: called.extend(given))
    monkeypatch.setattr("importlib.import_module", lambda _: module)
    options, words = WindowOptions(), Words()
    start.load_program(outer, options, words)
    assert called == [outer, options, words]
    assert not outer.has_failed


@pytest.mark.parametrize(
    ("environment", "platform", "found"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": "nonsense"}, "linux", False),
        ({"DISPLAY": ":4000"}, "linux", False),  # where no server listens
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4000", "WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_looked_for_before_qt_ends_the_process(
    environment: dict[str, str], platform: str, *, found: bool
) -> None:
    assert has_display(environment, platform) is found


@pytest.mark.parametrize("name", ["", "4000", ":", ":x", ":4000.0", "unix:4000"])
def test_no_server_answers_where_none_is(name: str) -> None:
    assert not x_server_answers(name)


def test_a_server_of_another_machine_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        del timeout
        asked.append(address)
        return socket.socket()

    monkeypatch.setattr(socket, "create_connection", connect)
    assert x_server_answers("far:10.0")
    assert asked == [("far", 6010)]
    assert x_server_answers("/private/tmp/launch/org.xquartz:0")


def test_without_a_display_the_tour_is_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "has_display", lambda *_: False)
    assert run_window(WindowOptions(language="en")) == 1
    assert "heartland tour" in capsys.readouterr().err


def test_the_names_of_the_program_say_where_settings_are(qapp: QApplication) -> None:
    assert named_application() is qapp
    assert (qapp.applicationName(), qapp.organizationName(), qapp.desktopFileName()) == ("heartland",) * 3


def test_an_interrupt_closes_the_windows(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(QApplication, "closeAllWindows", lambda *_: closed.append(True))
    before = signal.getsignal(signal.SIGINT)
    quitter = TerminalQuitter(qapp)
    os.kill(os.getpid(), signal.SIGINT)
    qtbot.waitUntil(lambda: bool(closed))
    quitter.close()
    assert signal.getsignal(signal.SIGINT) is before
