"""All sources in a list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.sources import SourcesPane
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.menus import menu_at
from tests.ui.mouse import click_twice

DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")


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
    (daily,) = [row for row in rows if row[1] == "Daily"]
    assert daily[4] == str(figures)


def test_a_row_leads_to_the_page_of_the_source(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    row = [row[1] for row in cells(window)].index("Daily")
    window.sources.table.activated.emit(window.sources.table.cells.index(row, 1))
    assert window.session.selection.page == DAILY
    window.session.back()
    assert window.pages.currentWidget() is window.sources


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
    assert QGuiApplication.clipboard().text().startswith("Title\tPublisher\t")


def test_words_narrow_the_list_and_rows_lead_where_they_stand(session: Session, qtbot: QtBot) -> None:
    session.choose_view(View.SOURCES)
    pane = SourcesPane(session)
    qtbot.addWidget(pane)
    pane.table.cells.sort(1, Qt.SortOrder.DescendingOrder)
    pane.table.clicked.emit(pane.table.cells.index(1, 0))
    assert session.selection.page == DAILY
    session.back()
    pane.filter.setText("month")
    assert pane.table.cells.rowCount() == 1
    assert pane.explanation.text() == "1 of 2 sources."
    pane.table.clicked.emit(pane.table.cells.index(0, 1))
    assert session.selection.page == MONTHLY


def test_a_number_shows_the_sheet_and_leaves_the_list(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    window.sources.table.clicked.emit(window.sources.table.cells.index(0, 4))
    assert window.sheet.isVisible()
    assert window.sheet.title.text() == "Heartland reinvents itself"
    assert window.pages.currentWidget() is window.sources


def test_a_double_click_on_a_number_leaves_the_sheet_open(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    table = window.sources.table
    click_twice(table, table.visualRect(table.cells.index(0, 4)).center())
    assert window.sheet.isVisible()
    assert window.pages.currentWidget() is window.sources


@pytest.mark.usefixtures("without_popups")
def test_the_menu_of_a_row_cites_its_source(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    table = window.sources.table
    menu = menu_at(table.viewport(), table.visualRect(table.cells.index(0, 1)).center())
    assert list(menu) == ["Open", "Show beside this page", "Copy citation", "Copy row", "Copy all"]
    menu["Copy citation"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Daily, “Heartland reinvents itself”, 26 Apr 2020")
    menu["Show beside this page"].trigger()
    assert window.sheet.isVisible()


def test_words_that_leave_nothing_are_cleared(session: Session, qtbot: QtBot) -> None:
    session.choose_view(View.SOURCES)
    pane = SourcesPane(session)
    qtbot.addWidget(pane)
    pane.show()
    pane.filter.setText("xyz")
    assert (pane.table.isVisible(), pane.nothing.isVisible(), pane.copy_button.isEnabled()) == (False, True, False)
    assert pane.nothing.sentence.text() == "Nothing matches these filters."
    pane.nothing.button.click()
    assert (pane.filter.text(), pane.table.cells.rowCount()) == ("", 2)
    assert (pane.table.isVisible(), pane.nothing.isVisible(), pane.copy_button.isEnabled()) == (True, False, True)


def test_a_dataset_without_sources_says_so(session: Session, dataset: Dataset, qtbot: QtBot) -> None:
    session.choose_view(View.SOURCES)
    pane = SourcesPane(session)
    qtbot.addWidget(pane)
    bare = replace(dataset, companies=(), sources=(), series=(), events=())
    session.open(session.path, bare)
    session.choose_view(View.SOURCES)
    assert pane.nothing.sentence.text() == "No source is in the data."
    assert pane.nothing.button.isHidden()
