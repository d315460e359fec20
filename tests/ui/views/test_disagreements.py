"""Where sources differ: every figure, each with its source, and the way to its chart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Series, Status
from heartland_gui.model.period import parse_period
from heartland_gui.model.selection import View
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def disagreement(window: MainWindow, dataset: Dataset) -> MainWindow:
    figures = [
        Series(
            "snd", "vehicles", source, (Observation("snd", "vehicles", source, parse_period("2022"), value, status),)
        )
        for source, value, status in (("daily", 100_000, Status.CAPACITY), ("monthly", 10_000, Status.CAPACITY))
    ]
    window.session.open(None, replace(dataset, series=(*dataset.series, *figures)))
    window.commands.go.disagreements()
    return window


def cells(window: MainWindow) -> list[list[str]]:
    model = window.disagreements.table.cells
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_both_numbers_stand_with_their_sources_and_how_far_they_are_apart(disagreement: MainWindow) -> None:
    assert disagreement.pages.currentWidget() is disagreement.disagreements
    rows = [row for row in cells(disagreement) if row[2] == "2022"]
    assert [(row[0], row[4], row[5]) for row in rows] == [
        ("SND Vehicles", "100,000\u00a0vehicles", "Daily, 26 Apr 2020"),
        ("SND Vehicles", "10,000\u00a0vehicles", "Monthly, 2019 (inferred)"),
    ]
    assert {row[6] for row in rows} == {"90,000\u00a0vehicles (900\u00a0%)"}


def test_the_list_is_a_place_in_the_history(disagreement: MainWindow) -> None:
    assert disagreement.session.selection.view is View.DISAGREEMENTS
    assert disagreement.windowTitle().startswith("Where sources differ")
    assert not disagreement.actions_by_id["export"].isEnabled()
    disagreement.session.back()
    assert disagreement.pages.currentWidget() is disagreement.page
    disagreement.session.forward()
    assert disagreement.pages.currentWidget() is disagreement.disagreements


def test_a_source_is_one_click_away(disagreement: MainWindow) -> None:
    table = disagreement.disagreements.table
    row = next(row for row in range(table.cells.rowCount()) if table.cells.cell(row, 5).text.startswith("Daily"))
    table.clicked.emit(table.cells.index(row, 5))
    assert disagreement.session.selection.page == Ref(SubjectKind.SOURCE, "daily")
    assert disagreement.session.selection.view is View.SUBJECT


def test_a_row_leads_to_the_chart_of_the_number_also_when_sorted(disagreement: MainWindow) -> None:
    table = disagreement.disagreements.table
    table.cells.sort(4, Qt.SortOrder.DescendingOrder)
    table.clicked.emit(table.cells.index(0, 4))
    chosen = disagreement.session.selection
    assert (chosen.page, chosen.indicator, chosen.view) == (SND, "vehicles", View.SUBJECT)
