"""The panel of a day: it says what it understood, and nothing changes before that was asked for."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.ui.dates.panel import DatePanel, ExampleRow
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow

DAY = date(2020, 4, 26)


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> DatePanel:
    window.activateWindow()
    window.actions_by_id["as_of"].trigger()
    qtbot.waitUntil(window.dates.isVisible)
    return window.dates


def day_of(session: Session) -> date | None:
    return session.dataset.manifest.as_of


def test_what_is_typed_is_understood_before_it_is_shown(window: MainWindow, panel: DatePanel, qtbot: QtBot) -> None:
    whole = window.session.dataset
    assert not panel.show_button.isEnabled()
    QTest.keyClicks(panel.field, "26 april 2020")
    assert panel.sentence.accessibleName().startswith("Sunday, 26 April 2020: ")
    assert panel.show_button.isEnabled()
    assert window.session.dataset is whole
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert day_of(window.session) == DAY
    assert panel.isHidden()


def test_what_is_no_day_cannot_be_shown(window: MainWindow, panel: DatePanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.field, "<b>2020-13")
    assert panel.sentence.accessibleName() == "“<b>2020-13” is no date. Try 2020-06-01 or June 2020."
    assert "&lt;b&gt;" in panel.sentence.text()
    assert panel.field.property("wrong") == "true"
    assert not panel.show_button.isEnabled()
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert (day_of(window.session), panel.isHidden()) == (None, False)


def test_escape_and_cancel_leave_all_as_it_was(window: MainWindow, panel: DatePanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.field, "2020-04-26")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert (day_of(window.session), panel.isHidden()) == (None, True)
    panel.begin()
    assert panel.field.text() == ""
    panel.field.setText("2020-04-26")
    panel.cancel_button.click()
    assert (day_of(window.session), panel.isHidden()) == (None, True)


def test_the_day_that_is_set_can_be_changed_and_taken_back(window: MainWindow, panel: DatePanel) -> None:
    assert not panel.whole_button.isEnabled()
    window.session.show_as_of(DAY)
    panel.begin()
    assert panel.field.text() == "26 April 2020"
    assert panel.field.selectedText() == "26 April 2020"
    panel.whole_button.click()
    assert (day_of(window.session), panel.isHidden()) == (None, True)


def test_an_example_fills_the_field_and_shows_nothing_yet(window: MainWindow, panel: DatePanel) -> None:
    rows = [row for row in panel.findChildren(ExampleRow) if row.isVisible()]
    (row,) = [row for row in rows if row.accessibleName().startswith("26 April 2020, Daily")]
    row.click()
    assert panel.field.text() == "26 April 2020"
    assert panel.show_button.isEnabled()
    assert day_of(window.session) is None


def test_another_day_does_not_count_what_is_shown_but_all(window: MainWindow, dataset: Dataset) -> None:
    window.session.show_as_of(date(1990, 1, 1))
    assert window.session.dataset.observation_count == 0
    window.dates.begin()
    window.dates.field.setText("2020-04-26")
    assert "figures from" in window.dates.sentence.accessibleName()
