"""A window that has the keyboard."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.window.main_window import MainWindow


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.session.go_to(Ref(SubjectKind.COMPANY, "snd"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
