"""The rows of quick find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.finding.entries import Entry, EntryKind
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.find.dialog import FindDialog
from heartland_gui.ui.find.rows import FOUND, KIND, TEXTS, FoundModel, FoundRow
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


def test_the_row_that_is_chosen_is_marked(finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "s")
    view, seen = finding.view, finding.view.viewport().grab().toImage()
    first, second = (view.visualRect(finding.model.index(row, 0)) for row in range(2))
    assert seen.pixelColor(1, first.center().y()).name() == QColor(LIGHT.focus).name()
    assert seen.pixelColor(first.right() - 4, first.top() + 2).name() == QColor(LIGHT.selection).name()
    assert seen.pixelColor(1, second.center().y()) == seen.pixelColor(second.right() - 4, second.top() + 2)
    assert seen.pixelColor(1, second.center().y()).name() != QColor(LIGHT.selection).name()


def test_a_row_says_what_it_is_and_the_name_it_was_found_by(dataset: Dataset) -> None:
    model = FoundModel()
    company = Ref(SubjectKind.COMPANY, "snd")
    found = [
        FoundRow(Entry(EntryKind.COMPANY, (), company), "Sinade"),
        FoundRow(Entry(EntryKind.COMPANY, (), company), "snd"),
        FoundRow(Entry(EntryKind.COMMAND, ("Back", "Show the page before"), command="back"), "Back"),
    ]
    model.show_rows(dataset, Words(), found)
    assert model.rowCount() == 3
    titles = [(row.title, row.other) for row in (model.index(number, 0).data(TEXTS) for number in range(3))]
    assert titles == [("SND Vehicles", "Sinade"), ("SND Vehicles", "斯纳德"), ("Back", "")]
    assert [model.index(number, 0).data(KIND) for number in (0, 2)] == ["Company", "Command"]
    assert model.index(0, 0).data(FOUND) is found[0]
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    model.show_rows(dataset, Words(), found[:1])
    assert model.rowCount() == 1
