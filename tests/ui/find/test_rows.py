"""The rows of quick find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.ui.find.dialog import FindDialog
from heartland_gui.ui.window.main_window import MainWindow


@pytest.fixture
def finding(window: MainWindow, qtbot: QtBot) -> FindDialog:
    window.actions_by_id["find"].trigger()
    (dialog,) = window.findChildren(FindDialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and not dialog.names.is_reading)
    return dialog


def test_rows_are_spoken_in_one_line(finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "snd")
    spoken = finding.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(spoken, str)
    assert spoken.startswith("SND Vehicles; 斯纳德; Company")
