"""Tables: what the menu of a row offers, and that it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Chart
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.chart.card import ChartCard
from heartland_gui.ui.widgets.tables import FrozenColumn
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture(autouse=True)
def _without_popups(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a screen Qt cannot give a menu the keyboard.
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menu.setProperty("popped_up", "true"))


def menu_at(
    place: QWidget, at: QPoint, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
) -> dict[str, QAction]:
    """Open the menu of a place and return its entries by name."""
    QApplication.sendEvent(place, QContextMenuEvent(reason, at, place.mapToGlobal(at)))
    menu = place.window().findChildren(QMenu, "context_menu")[-1]
    assert menu.property("popped_up")
    menu.setObjectName("")
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def go_to_snd(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)


def test_a_row_of_figures_is_copied_and_its_source_opened(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    table.selectRow(0)
    at = table.visualRect(table.model().index(0, 0)).center()
    entries = menu_at(table.viewport(), at)
    assert list(entries) == ["Open", "Copy", "Copy all"]
    entries["Copy"].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 2, "the headings and the row"
    entries["Copy all"].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 1 + table.cells.total
    menu_at(table.viewport(), at)["Open"].trigger()
    assert window.session.selection.page.kind is SubjectKind.SOURCE


def test_the_menu_key_is_about_the_current_row(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    sources = [table.cells.cell(row, 5).ref for row in range(table.cells.rowCount())]
    other = next(row for row, ref in enumerate(sources) if ref != sources[0])
    table.setCurrentIndex(table.model().index(other, 0))
    menu_at(table, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)["Open"].trigger()
    assert window.session.selection.page == sources[other] != sources[0]


def test_a_row_that_is_gone_is_not_opened(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    at = table.visualRect(table.model().index(table.cells.rowCount() - 1, 0)).center()
    entries = menu_at(table.viewport(), at)
    table.show_cells((), ())
    entries["Open"].trigger()
    assert window.session.selection.page == SND


def test_the_column_that_stays_offers_what_the_others_do(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    frozen = FrozenColumn(table)
    frozen.setGeometry(0, 0, 100, 200)
    frozen.show()
    at = table.visualRect(table.model().index(0, 0)).center()
    QApplication.sendEvent(
        frozen.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    )
    menu = window.findChildren(QMenu, "context_menu")[-1]
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == ["Open", "Copy", "Copy all"]


def test_a_heading_has_no_menu_of_what_lies_behind_the_table(window: MainWindow, qtbot: QtBot) -> None:
    card, _ = shown_card(window, qtbot)
    card.show_as_table(shown=True)
    header = card.table.horizontalHeader().viewport()
    before = len(window.findChildren(QMenu, "context_menu"))
    at = QPoint(5, 5)
    QApplication.sendEvent(header, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at)))
    assert len(window.findChildren(QMenu, "context_menu")) == before


def test_below_the_rows_nothing_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    entries = menu_at(window.page.table.viewport(), QPoint(5, 4000))
    assert list(entries) == ["Copy", "Copy all"]


def shown_card(window: MainWindow, qtbot: QtBot) -> tuple[ChartCard, Chart]:
    go_to_snd(window, qtbot)
    card = window.page.charts.primary
    assert card is not None
    assert card.chart is not None
    return card, card.chart
