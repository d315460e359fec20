"""A machine on which pyqtgraph cannot be loaded: charts are read as ever, and the window says what is lost."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from heartland_gui.app import Stage
from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.state.kept import Kept
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Remembered
from heartland_gui.ui.window.frame import Frame


def test_the_window_says_that_charts_cannot_be_zoomed(
    qtbot: QtBot, session: Session, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "heartland_gui.rendering.screen.zooming", None)
    frame = Frame(settings, LIGHT)
    qtbot.addWidget(frame)
    stage = Stage(session, Kept.of(session, Remembered(settings)), frame)
    stage.bring_to_life()
    assert stage.window.banner.said is not None
    assert stage.window.banner.said[0].startswith("Charts cannot be zoomed: ")
    qtbot.waitUntil(lambda: stage.window.page.is_complete)
    assert stage.window.page.charts.primary is not None
