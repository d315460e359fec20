"""Kept places: on and off with a key, remembered for each dataset, and honest about what is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.selection import View
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.widgets.tables import TableWidget
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import WindowMaker
from tests.ui.layout import as_read

SND = Ref(SubjectKind.COMPANY, "snd")


def cells(table: TableWidget) -> list[list[str]]:
    model = table.cells
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def keep(window: MainWindow, ref: Ref) -> None:
    window.session.go_to(ref)
    window.actions_by_id["bookmark"].trigger()


def test_a_kept_place_is_listed_and_leads_back(window: MainWindow) -> None:
    keep(window, SND)
    window.session.go_to(window.session.dataset.region_ref)
    window.actions_by_id["bookmarks"].trigger()
    assert window.pages.currentWidget() is window.bookmarks
    assert window.windowTitle().startswith("Bookmarks and history")
    ((name, _, address),) = cells(window.bookmarks.table)
    assert (name, address.split("?")[0]) == ("SND Vehicles", "heartland:company/snd")
    window.bookmarks.table.activated.emit(window.bookmarks.table.cells.index(0, 0))
    assert window.session.selection.page == SND
    assert window.pages.currentWidget() is window.page


def test_the_same_key_takes_a_place_away(window: MainWindow) -> None:
    keep(window, SND)
    assert window.user.bookmarks.holds_current
    window.actions_by_id["bookmark"].trigger()
    assert not window.user.bookmarks.holds_current
    assert window.user.bookmarks.all == ()


def test_what_is_typed_into_the_filter_is_not_kept(window: MainWindow) -> None:
    window.session.choose_filter("snd")
    window.actions_by_id["bookmark"].trigger()
    window.session.choose_filter("")
    assert window.user.bookmarks.holds_current


def test_delete_takes_the_chosen_place_away(window: MainWindow, qtbot: QtBot) -> None:
    keep(window, SND)
    keep(window, Ref(SubjectKind.PLACE, "taiyuan"))
    window.actions_by_id["bookmarks"].trigger()
    assert len(cells(window.bookmarks.table)) == 2
    window.bookmarks.table.selectRow(0)
    window.bookmarks.table.setFocus()
    QTest.keyClick(window.bookmarks.table, Qt.Key.Key_Delete)
    assert [row[0] for row in cells(window.bookmarks.table)] == ["SND Vehicles"]
    window.bookmarks.table.selectRow(0)
    window.bookmarks.remove_button.click()
    assert cells(window.bookmarks.table) == []
    assert "Ctrl+B" in window.bookmarks.explanation.text()


def test_the_keyboard_takes_a_place_away_as_soon_as_the_page_shows(window: MainWindow) -> None:
    keep(window, SND)
    keep(window, Ref(SubjectKind.PLACE, "taiyuan"))
    window.actions_by_id["bookmarks"].trigger()
    assert window.focusWidget() is window.bookmarks.table
    for left in (["SND Vehicles"], []):
        QTest.keyClick(window.bookmarks.table, Qt.Key.Key_Delete)
        assert [row[0] for row in cells(window.bookmarks.table)] == left


def test_a_click_chooses_what_is_kept_and_opens_what_was_seen(window: MainWindow) -> None:
    keep(window, SND)
    window.actions_by_id["bookmarks"].trigger()
    for table, shown in ((window.bookmarks.table, window.bookmarks), (window.bookmarks.history, window.page)):
        where = table.visualRect(table.cells.index(0, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert window.pages.currentWidget() is shown


def test_bookmarks_are_remembered_for_each_dataset(
    make_window: WindowMaker, session: Session, settings: QSettings, dataset: Dataset
) -> None:
    window = make_window(session)
    keep(window, SND)
    again = Settings(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert len(again.bookmarks(dataset.manifest.id)) == 1
    other = replace(dataset, manifest=replace(dataset.manifest, id="else/where"))
    window.session.open(None, other)
    assert window.user.bookmarks.all == ()
    window.actions_by_id["bookmark"].trigger()
    assert len(again.bookmarks("else/where")) == 1


@pytest.mark.parametrize("damaged", [7, "", "no address", ["heartland:place/taiyuan", 3, "x"], [["heartland:"]]])
def test_damaged_settings_are_no_bookmarks(settings: QSettings, damaged: object) -> None:
    settings.setValue("bookmarks/valley", damaged)
    assert all(text.startswith("heartland:") for text in Settings(settings).bookmarks("valley"))


def test_a_place_that_is_gone_says_so_and_can_be_taken_away(window: MainWindow, dataset: Dataset) -> None:
    keep(window, SND)
    window.session.open(None, replace(dataset, companies=(), series=(), events=()))
    window.actions_by_id["bookmarks"].trigger()
    ((said, _, _),) = cells(window.bookmarks.table)
    assert said == "The dataset has no page “snd”."
    window.bookmarks.table.activated.emit(window.bookmarks.table.cells.index(0, 0))
    assert window.pages.currentWidget() is window.bookmarks
    window.bookmarks.table.selectRow(0)
    window.bookmarks.remove_button.click()
    assert cells(window.bookmarks.table) == []


def test_the_places_that_were_seen_stand_below_the_last_first(window: MainWindow) -> None:
    region = window.session.dataset.region_ref
    for ref in (SND, Ref(SubjectKind.PLACE, "taiyuan"), SND):
        window.session.go_to(ref)
    window.session.choose_view(View.DISAGREEMENTS)
    window.actions_by_id["bookmarks"].trigger()
    names = [row[0] for row in cells(window.bookmarks.history)]
    assert names[0] == "Where sources differ"
    assert names[1] == "SND Vehicles"
    window.bookmarks.history.activated.emit(window.bookmarks.history.cells.index(len(names) - 1, 0))
    assert window.session.selection.page == region


def test_the_list_of_seen_places_says_what_narrowed_them(window: MainWindow) -> None:
    window.session.choose_facets(facets_at(["city:datong", "kind:company"]))
    window.session.choose_view(View.BOOKMARKS)
    cells = window.bookmarks.history.cells
    said = [cells.data(cells.index(row, 0)) for row in range(cells.rowCount())]
    assert said == ["Province: Datong, Kind: company", "Province"]


def test_bookmarks_stand_above_the_history(window: MainWindow) -> None:
    keep(window, SND)
    window.actions_by_id["bookmarks"].trigger()
    read = [["page_title"], ["1 bookmark of this dataset"], ["Remove"], ["bookmarks"], ["Recent"], ["history"]]
    assert as_read(window.bookmarks) == read
    heading = next(label for label in window.bookmarks.findChildren(QLabel) if label.text() == "Recent")
    assert heading.property("section") == "true"


def test_without_bookmarks_the_page_says_how_there_are_some(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.session.go_to(SND)
    window.actions_by_id["bookmarks"].trigger()
    pane = window.bookmarks
    said = "No bookmarks yet. Ctrl+B adds the page that is open."
    assert as_read(pane) == [["page_title"], [said], ["Recent"], ["history"]]
    assert not pane.nothing.icon.pixmap().isNull()
    qtbot.waitUntil(pane.history.hasFocus)
    window.session.back()
    window.actions_by_id["bookmark"].trigger()
    window.actions_by_id["bookmarks"].trigger()
    assert (pane.table.isVisible(), pane.nothing.isVisible()) == (True, False)
