"""All sources in a list."""

from __future__ import annotations

from heartland_gui.model.entities import Ref, SubjectKind
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
