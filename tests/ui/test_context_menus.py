"""The menus of tables, figure cards and charts: what they offer, and that it is done."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Chart
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.chart.card import ChartCard
from heartland_gui.ui.widgets.menus import show_menu
from heartland_gui.ui.widgets.tables import FrozenColumn
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import FakeChart

SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Ref(SubjectKind.SOURCE, "daily")


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


def test_a_menu_without_entries_is_not_shown(window: MainWindow) -> None:
    show_menu(window, QPoint(9, 9), [], [])
    assert not any(menu.property("popped_up") for menu in window.findChildren(QMenu, "context_menu"))


def test_the_menu_is_at_the_pointer_and_goes_when_it_is_closed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _, at: places.append(at))
    show_menu(window, QPoint(31, 41), [("A & B", lambda: None)])
    assert places == [QPoint(31, 41)]
    menu = window.findChildren(QMenu, "context_menu")[-1]
    assert menu.actions()[0].text() == "A && B"
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(menu)


def test_below_the_rows_nothing_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    entries = menu_at(window.page.table.viewport(), QPoint(5, 4000))
    assert list(entries) == ["Copy", "Copy all"]


def test_a_card_is_copied_with_its_source(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    card = window.page.cards.cards[0]
    entries = menu_at(card, card.rect().center())
    assert list(entries) == ["Open source: Heartland reinvents itself", "Copy with source"]
    entries["Copy with source"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("SND Vehicles; Vehicles produced: only\u00a048")
    assert "Daily, 26 Apr 2020" in copied
    entries["Open source: Heartland reinvents itself"].trigger()
    assert window.session.selection.page == DAILY


def shown_card(window: MainWindow, qtbot: QtBot) -> tuple[ChartCard, Chart]:
    go_to_snd(window, qtbot)
    card = window.page.charts.primary
    assert card is not None
    assert card.chart is not None
    return card, card.chart


def test_a_chart_is_copied_exported_and_seen_otherwise(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    entries = menu_at(card, QPoint(40, 120))
    assert list(entries)[:5] == ["Copy picture", "Copy table", "Copy as Markdown", "Copy citation", "Export …"]
    entries["Copy table"].trigger()
    assert "\t" in QGuiApplication.clipboard().text()
    entries["Copy as Markdown"].trigger()
    assert QGuiApplication.clipboard().text().startswith("|")
    entries["Copy citation"].trigger()
    assert "Daily" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(card.copy_requested) as copied:
        entries["Copy picture"].trigger()
    assert copied.args == [chart]
    card.export_requested.disconnect()
    with qtbot.waitSignal(card.export_requested) as exported:
        entries["Export …"].trigger()
    assert exported.args == [chart]
    entries["Show as table"].trigger()
    assert card.as_table
    again = menu_at(card, QPoint(40, 8))
    assert "Linear scale" not in again
    assert "Whole chart" not in again
    again["Show as drawing"].trigger()
    assert not card.as_table


def test_a_chart_changes_its_scale(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    assert chart.is_logarithmic
    menu_at(card, QPoint(40, 120))["Linear scale"].trigger()
    assert card.chart is not None
    assert not card.chart.is_logarithmic
    assert "Logarithmic scale" in menu_at(card, QPoint(40, 120))


def test_a_chart_that_is_zoomed_is_shown_whole_again(window: MainWindow, qtbot: QtBot) -> None:
    card, _ = shown_card(window, qtbot)
    drawing = card.drawing
    assert isinstance(drawing, FakeChart)
    drawing.is_zoomed = True
    menu_at(card, QPoint(40, 120))["Whole chart"].trigger()
    assert drawing.resets == 1
