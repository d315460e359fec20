"""All sources in a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade, Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.sources import SourcesPane
from heartland_gui.ui.window.main_window import MainWindow

DAILY = Ref(SubjectKind.SOURCE, "daily")


def cells(window: MainWindow) -> list[list[str]]:
    model = window.sources.table.cells
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_every_source_is_listed_with_what_rests_on_it(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    assert window.pages.currentWidget() is window.sources
    assert window.windowTitle().startswith("All sources")
    rows = cells(window)
    assert len(rows) == len(window.session.dataset.sources)
    figures = sum(item.source == "daily" for item in window.session.dataset.observations())
    (daily,) = [row for row in rows if row[0] == "Daily"]
    assert daily[5] == str(figures)


def test_a_row_leads_to_the_page_of_the_source(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    row = [row[0] for row in cells(window)].index("Daily")
    window.sources.table.activated.emit(window.sources.table.cells.index(row, 1))
    assert window.session.selection.page == DAILY
    window.session.back()
    assert window.pages.currentWidget() is window.sources


def test_each_column_says_one_thing_of_a_source(session: Session, qtbot: QtBot) -> None:
    session.choose_view(View.SOURCES)
    pane = SourcesPane(session)
    qtbot.addWidget(pane)
    model = pane.table.cells
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headings == ["Publisher", "Title", "Date", "Grade", "Language", "Figures", "Events"]
    rows = [[model.cell(row, column) for column in range(7)] for row in range(2)]
    assert [[cell.text for cell in row] for row in rows] == [
        ["Daily", "Heartland reinvents itself", "26 Apr 2020", "press", "en", "3", "3"],
        ["Monthly", "The month", "2019 (inferred)", "copy", "zh", "3", "0"],
    ]
    end_of_2019 = date(2019, 12, 31).toordinal()
    assert [cell.key for cell in rows[1]] == [
        "monthly",
        "the month",
        end_of_2019,
        list(Grade).index(Grade.COPY),
        "zh",
        3,
        0,
    ]
    assert [cell.number for cell in rows[0]] == [False] * 5 + [True] * 2
    assert [row[1].tip for row in rows] == ["https://example.org/article", ""]
    assert pane.explanation.text() == "2 sources; 2 of them with figures or events."


def test_the_list_follows_the_dataset_only_while_it_is_seen(session: Session, dataset: Dataset, qtbot: QtBot) -> None:
    pane = SourcesPane(session)
    qtbot.addWidget(pane)
    assert pane.table.cells.rowCount() == 0
    session.choose_view(View.SOURCES)
    assert pane.table.cells.rowCount() == 2
    session.open(session.path, replace(dataset, sources=dataset.sources[:1], series=(), events=()))
    assert pane.table.cells.rowCount() == 1
    assert pane.explanation.text() == "1 source; 0 with figures or events."
    pane.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("Publisher\tTitle\t")


def test_a_click_leads_to_the_source_also_when_rows_are_sorted(session: Session, qtbot: QtBot) -> None:
    session.choose_view(View.SOURCES)
    pane = SourcesPane(session)
    qtbot.addWidget(pane)
    pane.table.cells.sort(0, Qt.SortOrder.DescendingOrder)
    pane.table.clicked.emit(pane.table.cells.index(1, 0))
    assert session.selection.page == DAILY
