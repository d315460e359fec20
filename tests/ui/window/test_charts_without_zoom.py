"""A machine on which pyqtgraph cannot be loaded: charts are read as ever, and the window says what is lost."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from heartland_gui.app import Program
from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.window.outer_window import OuterWindow


def test_the_window_says_that_charts_cannot_be_zoomed(
    qtbot: QtBot, session: Session, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "heartland_gui.rendering.screen.zooming", None)
    outer = OuterWindow(settings, LIGHT)
    qtbot.addWidget(outer)
    program = Program(session, UserState.of(session, Settings(settings)), outer)
    program.use_interactive_charts()
    assert program.window.banner.said is not None
    assert program.window.banner.said[0].startswith("Charts cannot be zoomed: ")
    qtbot.waitUntil(lambda: program.window.page.is_complete)
    assert program.window.page.charts.primary is not None
