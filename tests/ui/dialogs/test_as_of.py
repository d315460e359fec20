"""The window as of a day: all of it follows, and the line at the bottom says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.dialogs.as_of import AsOfDialog
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def asked(window: MainWindow, qtbot: QtBot) -> AsOfDialog:
    window.actions_by_id["as_of"].trigger()
    (dialog,) = window.findChildren(AsOfDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def line(window: MainWindow) -> str:
    return window.status._edition.text()


def test_the_whole_window_follows_the_day(window: MainWindow, asked: AsOfDialog) -> None:
    whole = window.session.dataset
    asked.day.setDate(QDate(2020, 4, 26))
    asked.show_button.click()
    assert window.session.dataset.manifest.as_of == date(2020, 4, 26)
    assert len(window.session.dataset.sources) < len(whole.sources)
    assert line(window).endswith(", as of 26 Apr 2020")
    assert window.companies.model.listed.total == len(window.session.dataset.companies)


def test_one_button_shows_everything_again(window: MainWindow, asked: AsOfDialog, qtbot: QtBot) -> None:
    assert not asked.whole_button.isEnabled()
    whole = window.session.dataset
    asked.show_button.click()
    window.actions_by_id["as_of"].trigger()
    again = [dialog for dialog in window.findChildren(AsOfDialog) if dialog.isVisible()][-1]
    again.whole_button.click()
    assert window.session.dataset is whole
    assert "published" not in line(window)


def test_a_page_that_had_not_been_published_gives_way_to_the_region(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.session.show_as_of(date(1990, 1, 1))
    assert window.session.selection.page == window.session.dataset.region_ref
    window.session.show_as_of(None)
    assert window.session.dataset.find(SND) is not None


def test_reading_again_keeps_the_day(window: MainWindow, dataset: Dataset) -> None:
    window.session.open(Path("here"), dataset)
    window.session.show_as_of(date(2020, 4, 26))
    window.session.open(Path("here"), replace(dataset))
    assert window.session.dataset.manifest.as_of == date(2020, 4, 26)
    window.session.open(Path("here"), None)
    window.session.open(Path("here"), dataset)
    assert window.session.dataset.manifest.as_of == date(2020, 4, 26), "also when it could not be read in between"
    window.session.open(Path("elsewhere"), dataset)
    assert window.session.dataset.manifest.as_of is None


def test_the_day_cannot_be_outside_of_what_is_dated(asked: AsOfDialog) -> None:
    asked.day.setDate(QDate(1800, 1, 1))
    assert asked.day.date() == asked.day.minimumDate()
    assert asked.note.text() == "1 source without a date is left out."


def test_the_question_stands_above_its_answers(window: MainWindow) -> None:
    dialog = AsOfDialog(window.session, window)
    dialog.show()
    assert as_read(dialog) == [
        ["Show only what had been published by the end of this day:"],
        ["as_of_day"],
        ["1 source without a date is left out."],
        ["Show everything", "Show", "Cancel"],
    ]
    assert dialog.day.calendarPopup()
