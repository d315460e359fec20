"""Comparing in the window: gathered anywhere, shown on a page of its own, exported as a table."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from heartland_gui.model.comparison import comparison_of, members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Localized, Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.observations import Observation, Series
from heartland_gui.model.period import parse_period
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.page.comparison import ComparisonCard
from heartland_gui.ui.page.emptiness import EmptinessCard
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.dragging import dragged_page, page_data
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import FakeReading, WindowMaker
from tests.ui.drag_events import drag_event

SND = Ref(SubjectKind.COMPANY, "snd")
SOLAR = Ref(SubjectKind.COMPANY, "solar")
TAIYUAN = Ref(SubjectKind.PLACE, "taiyuan")


@pytest.fixture
def dataset(dataset: Dataset) -> Dataset:
    """Return the small dataset with a second maker of vehicles and enough other companies."""
    made = (Observation("solar", "vehicles", "monthly", parse_period("2019"), 12),)
    more = tuple(Company(f"more-{number}", Localized((("en", f"More {number}"),))) for number in range(9))
    series = (*dataset.series, Series("solar", "vehicles", "monthly", made))
    return replace(dataset, companies=(*dataset.companies, *more), series=series)


def gather(window: MainWindow, *refs: Ref) -> None:
    for ref in refs:
        window.session.go_to(ref)
        window.actions_by_id["compare_this"].trigger()


def shown_members(window: MainWindow) -> tuple[str, ...]:
    return members_of(window.session.selection.page)


def cells(window: MainWindow) -> list[list[str]]:
    model = window.page.table.cells
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_two_makers_side_by_side(window: MainWindow) -> None:
    gather(window, SND, SOLAR)
    assert window.actions_by_id["compare"].text() == "Compare (2)"
    window.actions_by_id["compare"].trigger()
    assert shown_members(window) == ("snd", "solar")
    assert window.windowTitle().startswith("Comparison: SND Vehicles · Abc Solar")
    window.page._complete()
    table = window.page.table.cells
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert headings == ["Figure", "SND Vehicles", "Abc Solar"]
    assert cells(window)[0] == ["Vehicles produced", "only\u00a048\u00a0vehicles", "12\u00a0vehicles"]
    chart = window.page.chart()
    assert chart is not None
    assert chart.question.kind == "ranking"


def test_the_same_key_lets_go_again(window: MainWindow) -> None:
    gather(window, SND)
    assert window.actions_by_id["compare_this"].text() == "Remove from comparison"
    window.actions_by_id["compare_this"].trigger()
    assert window.comparing.members == ()
    assert window.actions_by_id["compare"].text() == "Compare"
    assert window.actions_by_id["compare_this"].text() == "Add to comparison"


def test_sources_and_comparisons_cannot_be_gathered(window: MainWindow) -> None:
    window.session.go_to(Ref(SubjectKind.SOURCE, "daily"))
    assert not window.actions_by_id["compare_this"].isEnabled()
    window.actions_by_id["compare"].trigger()
    assert not window.actions_by_id["compare_this"].isEnabled()
    assert not window.comparing.add(window.session.selection.page)


def test_nine_are_too_many(window: MainWindow) -> None:
    gather(window, *(Ref(SubjectKind.COMPANY, f"more-{number}") for number in range(8)))
    assert not window.banner.isVisible()
    gather(window, SND)
    assert window.banner.isVisible()
    assert len(window.comparing.members) == 8
    assert not window.comparing.holds(SND)


def test_an_empty_comparison_says_how_to_fill_it(window: MainWindow) -> None:
    for gathered in ((), (SND,)):
        gather(window, *gathered)
        window.actions_by_id["compare"].trigger()
        window.page._complete()
        (card,) = (each for each in window.page.findChildren(EmptinessCard) if each.isVisible())
        assert card.state.sentence.text().startswith("Add two to eight")
        assert "find_member" in window.actions_by_id
    window.session.go_to(comparison_of([]))
    assert window.windowTitle().startswith("Comparison –")


def test_what_is_cleared_can_be_brought_back(window: MainWindow) -> None:
    gather(window, SND, SOLAR)
    window.actions_by_id["clear_comparison"].trigger()
    assert not window.comparing.members
    assert not window.actions_by_id["clear_comparison"].isEnabled()
    window.actions_by_id["undo"].trigger()
    assert window.comparing.members == ("snd", "solar")


def test_a_chip_takes_its_member_away_as_one_step(window: MainWindow) -> None:
    gather(window, SND, SOLAR, TAIYUAN)
    window.actions_by_id["compare"].trigger()
    window.page.members.chips[1].close_button.click()
    assert shown_members(window) == ("snd", "taiyuan")
    window.session.back()
    assert shown_members(window) == ("snd", "solar", "taiyuan")


def test_a_comparison_that_is_visited_is_what_is_added_to(window: MainWindow) -> None:
    window.session.go_to(comparison_of(["snd", "solar"]))
    gather(window, TAIYUAN)
    assert window.comparing.members == ("snd", "solar", "taiyuan")


def test_without_common_units_the_page_says_so(window: MainWindow) -> None:
    window.session.go_to(comparison_of(["snd", "province"]))
    window.page._complete()
    (card,) = window.page.findChildren(ComparisonCard)
    assert card.nothing.sentence.text() == "These have no figure in common."
    assert window.page.chart() is None


def test_as_of_a_day_only_those_that_were_there_are_left(window: MainWindow) -> None:
    gather(window, SND, Ref(SubjectKind.COMPANY, "more-1"), TAIYUAN)
    window.actions_by_id["compare"].trigger()
    window.session.show_as_of(date(2021, 1, 1))
    assert shown_members(window) == ("snd", "taiyuan")
    assert window.comparing.members == ("snd", "taiyuan")


def test_another_dataset_begins_without(window: MainWindow, dataset: Dataset) -> None:
    gather(window, SND, TAIYUAN)
    other = replace(dataset, companies=dataset.companies[1:], series=(), events=())
    window.session.open(Path("other"), other)
    assert window.comparing.members == ("taiyuan",)


def test_the_table_is_exported(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "pair"), ""))
    gather(window, SND, SOLAR)
    window.actions_by_id["compare"].trigger()
    window.page._complete()
    window.commands.chart.export_table()
    rows = list(csv.DictReader((tmp_path / "pair.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["SUBJECT"], row["OBS_VALUE"]) for row in rows] == [("snd", "48"), ("solar", "12")]


def test_a_table_that_cannot_be_written_is_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "pair.csv"), ""))
    window.session.go_to(SND)
    window.commands.chart.export_table()
    assert window.banner.isVisible()
    assert not (tmp_path / "no").exists()


def test_the_place_is_remembered(make_window: WindowMaker, session: Session, dataset: Dataset) -> None:
    window = make_window(session)
    gather(window, SND, SOLAR)
    window.actions_by_id["compare"].trigger()
    window.close()
    again = Session(session.words)
    again.open(Path("tiny"), FakeReading(dataset).dataset, selection=window._settings.selection)
    assert members_of(again.selection.page) == ("snd", "solar")


def dropped(window: MainWindow, page: Ref, at: QPoint) -> bool:
    """Drag a page over the window and let it go; return whether it was taken."""
    data, action = page_data(page), Qt.DropAction.CopyAction
    entering = drag_event(QDragEnterEvent, at, data, action)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    moving = drag_event(QDragMoveEvent, at, data, action)
    QApplication.sendEvent(window, moving)
    if not moving.isAccepted():
        return False
    QApplication.sendEvent(window, drag_event(QDropEvent, at, data, action))
    return True


def test_a_row_is_dragged_as_its_page(window: MainWindow) -> None:
    model = window.companies.model
    index = model.index_of(SND)
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    data = model.mimeData([index])
    assert dragged_page(data) == SND
    assert data.text() == "heartland:company/snd"
    navigation = window.navigation.view.model()
    pages = [dragged_page(navigation.mimeData([navigation.index(row, 0)])) for row in range(navigation.rowCount())]
    assert pages[:2] == [window.session.dataset.region_ref, None]
    assert TAIYUAN in pages


def test_what_is_dropped_on_the_page_is_compared_and_elsewhere_it_is_not(window: MainWindow) -> None:
    beside = window.navigation.mapTo(window, QPoint(20, 200))
    assert not dropped(window, SND, beside)
    assert window.comparing.members == ()
    inside = window.pages.mapTo(window, QPoint(40, 40))
    assert dropped(window, SND, inside)
    assert dropped(window, TAIYUAN, inside)
    assert dropped(window, SND, inside)
    assert shown_members(window) == ("snd", "taiyuan")


def test_a_row_has_a_menu_that_compares(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # offscreen there are no popups
    view = window.companies.view
    view.customContextMenuRequested.emit(view.visualRect(window.companies.model.index_of(SOLAR)).center())
    (menu,) = view.findChildren(QMenu)
    menu.actions()[0].trigger()
    assert window.comparing.members == ("solar",)
    heading = QPoint(20, 40)
    window.navigation.view.customContextMenuRequested.emit(heading)
    assert not window.navigation.view.findChildren(QMenu)


def test_going_back_to_an_older_comparison_loses_nothing_that_was_gathered_since(window: MainWindow) -> None:
    gather(window, SND, SOLAR)
    window.actions_by_id["compare"].trigger()
    gather(window, TAIYUAN)
    window.session.back()
    assert shown_members(window) == ("snd", "solar")
    assert window.comparing.members == ("snd", "solar", "taiyuan")
    window.commands.page.gather(Ref(SubjectKind.PLACE, "datong"))
    assert shown_members(window) == ("snd", "solar", "datong"), "what is shown is added to"


def test_what_another_program_drags_is_refused_with_a_sentence(window: MainWindow) -> None:
    window.commands.page.gather_dropped(Ref(SubjectKind.COMPANY, "of-another-dataset"))
    assert window.banner.isVisible()
    assert window.comparing.members == ()
    assert window.pages.currentWidget() is window.page
    assert window.session.selection.page == window.session.dataset.region_ref


def test_a_ninth_that_is_dropped_is_refused_where_it_can_be_read(window: MainWindow) -> None:
    gather(window, *(Ref(SubjectKind.COMPANY, f"more-{number}") for number in range(8)))
    window.commands.page.gather_dropped(SND)
    assert len(shown_members(window)) == 8
    assert window.banner.isVisible()


def test_gathering_from_a_narrowed_list_leaves_it_narrowed(window: MainWindow) -> None:
    window.session.choose_filter("a")
    window.session.choose_facets(facets_at(["kind:company"]))
    window.actions_by_id["compare"].trigger()
    window.commands.page.gather(SOLAR)
    window.commands.page.gather(SND)
    chosen = window.session.selection
    assert (chosen.filter, chosen.facets) == ("a", facets_at(["kind:company"]))
    assert shown_members(window) == ("solar", "snd")
    window.actions_by_id["map"].trigger()
    assert window.session.selection.facets == facets_at(["kind:company"])


def test_find_offers_a_comparison_that_was_seen(window: MainWindow) -> None:
    gather(window, SND, SOLAR)
    window.actions_by_id["compare"].trigger()
    window.session.go_to(TAIYUAN)
    window.actions_by_id["find"].trigger()
    (panel,) = window.findChildren(FindPanel)
    rows = [str(panel.model.index(row, 0).data()) for row in range(panel.model.rowCount())]
    assert rows[:2] == ["Recent", "Recent; SND Vehicles · Abc Solar; 2 side by side"]
    panel.dismiss()


def test_what_is_hoped_for_beside_what_is_done_is_told(window: MainWindow) -> None:
    window.session.go_to(comparison_of(["snd", "solar"]))
    window.page._complete()
    cell = window.page.table.cells.cell(0, 1)
    assert "also forecast and capacity" in cell.beneath
    assert "5,000" in cell.tip
