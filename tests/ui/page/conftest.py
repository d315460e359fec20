"""A window that goes to pages and waits until all of them is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref
from heartland_gui.ui.window.main_window import MainWindow

Goer = Callable[[Ref], None]


@pytest.fixture
def go(window: MainWindow, qtbot: QtBot) -> Goer:
    def go_to(ref: Ref) -> None:
        window.session.go_to(ref)
        qtbot.waitUntil(lambda: window.page.is_complete)

    return go_to
