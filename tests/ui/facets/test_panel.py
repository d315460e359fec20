"""The panel of the facets: choosing, counting, and the keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Place, Ref, SubjectKind
from heartland_gui.model.facets import NO_FACETS, Choice, Facet, facets_at
from heartland_gui.model.selection import address_of, selection_at
from heartland_gui.pages.companies import sort_by
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from heartland_gui.ui.facets.panel import FacetBox, FacetPanel, LeastField
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import WindowMaker
from tests.ui.keyboard import focused

ENERGY = Ref(SubjectKind.PILLAR, "energy")


SND = Ref(SubjectKind.COMPANY, "snd")


def names(window: MainWindow) -> list[object]:
    model = window.companies.model
    return [model.index(row).data() for row in range(model.rowCount())]


def opened(window: MainWindow) -> FacetPanel:
    head = window.companies.head
    if not (head.panel.isVisible()):
        head.facets_button.click()
    return head.panel


def box(panel: FacetPanel, facet: Facet, value: str) -> FacetBox:
    return next(each for each in panel.groups[facet].boxes if each.row and each.row.choice.value == value)


def counts(panel: FacetPanel, facet: Facet) -> dict[str, int]:
    rows = [each.row for each in panel.groups[facet].boxes if each.row and not each.isHidden()]
    return {row.choice.value: row.count for row in rows}


def test_a_choice_narrows_the_list_and_every_other_count(window: MainWindow) -> None:
    panel = opened(window)
    assert counts(panel, Facet.CITY) == {"taiyuan": 1, "datong": 2}
    assert counts(panel, Facet.PILLAR) == {"energy": 2, "making": 2}
    box(panel, Facet.CITY, "datong").click()
    assert names(window) == ["Abc Solar", "Zhong Mill"]
    assert counts(panel, Facet.CITY) == {"taiyuan": 1, "datong": 2}, "alternatives count as if nothing were chosen here"
    assert counts(panel, Facet.PILLAR) == {"energy": 1, "making": 1}
    assert panel.result.text() == "2 of 3 companies"
    box(panel, Facet.PILLAR, "making").click()
    assert names(window) == ["Zhong Mill"]
    box(panel, Facet.CITY, "taiyuan").click()
    assert names(window) == ["SND Vehicles", "Zhong Mill"]
    box(panel, Facet.CITY, "datong").click()
    assert names(window) == ["SND Vehicles"]


def test_counts_are_of_the_list_and_of_the_words_in_the_filter(window: MainWindow) -> None:
    panel = opened(window)
    window.session.choose_listing(ENERGY)
    assert counts(panel, Facet.CITY) == {"taiyuan": 1, "datong": 1}
    window.session.choose_filter("solar")
    assert counts(panel, Facet.CITY) == {"taiyuan": 0, "datong": 1}
    assert panel.result.text() == "1 of 1 company"


def test_what_would_keep_nobody_cannot_be_chosen_but_can_be_taken_back(window: MainWindow) -> None:
    panel = opened(window)
    box(panel, Facet.TECHNOLOGY, "big-data").click()
    assert not box(panel, Facet.CITY, "datong").isEnabled()
    window.session.choose_facets(facets_at(["technology:big-data", "city:datong"]))
    chosen = box(panel, Facet.CITY, "datong")
    assert (chosen.isChecked(), chosen.isEnabled(), counts(panel, Facet.CITY)["datong"]) == (True, True, 0)
    chosen.click()
    assert window.session.selection.facets == facets_at(["technology:big-data"])


def test_every_box_says_its_count_to_those_who_do_not_see_it(window: MainWindow) -> None:
    panel = opened(window)
    assert box(panel, Facet.CITY, "datong").accessibleName() == "Datong, 2 companies"
    assert box(panel, Facet.PILLAR, "energy").text() == "New energy && materials"
    box(panel, Facet.INDICATOR, "vehicles").click()
    stops = [each for each in panel.tab_stops() if each.isVisible()]
    assert any(isinstance(each, LeastField) for each in stops)
    assert all(each.accessibleName() or (isinstance(each, QPushButton) and each.text()) for each in stops)


def test_years_are_taken_when_they_are_whole(active: MainWindow) -> None:
    panel = opened(active)
    panel.years.since.setFocus()
    QTest.keyClicks(panel.years.since, "200")
    assert len(names(active)) == 3
    QTest.keyClicks(panel.years.since, "2")
    assert names(active) == ["SND Vehicles"]
    panel.years.until.setFocus()
    QTest.keyClicks(panel.years.until, "2001x")
    assert names(active) == []
    panel.years.since.setFocus()
    QTest.keyClick(panel.years.since, Qt.Key.Key_Backspace)
    assert len(names(active)) == 0
    panel.years.since.selectAll()
    QTest.keyClick(panel.years.since, Qt.Key.Key_Delete)
    assert names(active) == ["Abc Solar"]
    panel.clear_button.click()
    assert panel.years.until.text() == ""


def test_an_indicator_may_have_a_least_value(active: MainWindow) -> None:
    panel = opened(active)
    box(panel, Facet.INDICATOR, "vehicles").click()
    field = panel.groups[Facet.INDICATOR].fields[0]
    assert field.placeholderText() == "at least … vehicles"
    assert names(active) == ["SND Vehicles"]
    field.setFocus()
    QTest.keyClicks(field, "0.1 k")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert active.session.selection.facets == facets_at(["indicator:vehicles:100"])
    assert names(active) == [], "the newest figure of what is done is 48"
    assert counts(panel, Facet.INDICATOR) == {"vehicles": 0}
    field.selectAll()
    QTest.keyClicks(field, "48")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(active) == ["SND Vehicles"]
    field.selectAll()
    QTest.keyClicks(field, "plenty")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert "Not an amount" in field.accessibleDescription()
    assert active.session.selection.facets == facets_at(["indicator:vehicles:48"])
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Space)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert active.session.selection.facets == facets_at(["indicator:vehicles"])


def test_going_back_from_a_least_value_leaves_the_way_forward(active: MainWindow) -> None:
    panel, session = opened(active), active.session
    box(panel, Facet.INDICATOR, "vehicles").click()
    field = panel.groups[Facet.INDICATOR].fields[0]
    field.setFocus()
    QTest.keyClicks(field, "1000")
    session.back()
    assert not field.isVisible()
    assert session.selection.facets == NO_FACETS
    session.forward()
    assert session.selection.facets == facets_at(["indicator:vehicles"])
    assert (field.isVisible(), field.text()) == (True, ""), "what was not chosen is forgotten"


@pytest.fixture
def many_cities(dataset: Dataset) -> Dataset:
    more = tuple(Place(f"city-{n}", Localized((("en", f"City {n}"),)), "city", "province") for n in range(9))
    companies = [replace(dataset.companies[1], id=f"more-{n}", place="city-7") for n in range(3)]
    return replace(dataset, places=(*dataset.places, *more), companies=(*dataset.companies, *companies))


def test_a_long_group_shows_the_most_frequent_first_and_all_when_asked(
    make_window: WindowMaker, many_cities: Dataset
) -> None:
    session = Session(Words())
    session.open(Path("many"), many_cities)
    window = make_window(session)
    panel = opened(window)
    group = panel.groups[Facet.CITY]
    assert list(counts(panel, Facet.CITY)) == ["city-7", "datong", "taiyuan", "city-0", "city-1", "city-2"]
    assert group.all_button.text() == "Show all 11"
    group.all_button.click()
    assert len(counts(panel, Facet.CITY)) == 11
    box(panel, Facet.CITY, "taiyuan").click()
    assert next(iter(counts(panel, Facet.CITY))) == "city-7", "rows stay where they are while somebody chooses"
    window.session.choose_facets(facets_at(["city:city-8"]))
    group.all_button.click()
    assert list(counts(panel, Facet.CITY))[6:] == ["city-8"], "what is chosen is never hidden"


def test_a_group_too_long_to_show_says_so_and_hides_nothing_that_is_chosen(
    make_window: WindowMaker, dataset: Dataset
) -> None:
    more = tuple(Place(f"city-{n}", Localized((("en", f"City {n}"),)), "city", "province") for n in range(498))
    session = Session(Words())
    session.open(Path("long"), replace(dataset, places=(*dataset.places, *more)))
    panel = opened(make_window(session))
    group = panel.groups[Facet.CITY]
    assert group.all_button.text() == "Show 300 of 500"
    session.choose_facets(facets_at(["city:city-497"]))
    assert box(panel, Facet.CITY, "city-497").isChecked()
    assert list(counts(panel, Facet.CITY))[6:] == ["city-497"]
    assert group.all_button.text() == "Show 301 of 500"
    group.all_button.click()
    assert len(counts(panel, Facet.CITY)) == 301
    session.choose_facets(NO_FACETS)
    assert len(counts(panel, Facet.CITY)) == 300


def test_the_keyboard_goes_into_the_panel_and_comes_back_with_escape(active: MainWindow) -> None:
    head = active.companies.head
    head.facets_button.setFocus()
    QTest.keyClick(head.facets_button, Qt.Key.Key_Space)
    assert head.panel.isVisible()
    assert focused() is box(head.panel, Facet.PILLAR, "energy")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is box(head.panel, Facet.PILLAR, "making")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is box(head.panel, Facet.PILLAR, "making"), "the last one is the end"
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert names(active) == ["SND Vehicles", "Zhong Mill"]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is box(head.panel, Facet.CITY, "taiyuan")
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is box(head.panel, Facet.PILLAR, "making"), "a group is entered where it was left"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not head.panel.isVisible()
    assert focused() is head.facets_button
    assert names(active) == ["SND Vehicles", "Zhong Mill"]


def test_tab_reaches_everything_and_leaves_at_the_end(active: MainWindow) -> None:
    panel = opened(active)
    reached = [focused()]
    while panel.isVisible() and len(reached) < 40:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(focused())
    assert reached[-1] is active.companies.head.filter
    usable = [each for each in panel.tab_stops() if each.isEnabled() and each.isVisibleTo(panel)]
    assert reached[:-1] == usable
    assert {panel.years.since, panel.years.until, panel.close_button} <= set(usable)


def test_back_from_the_first_leads_to_the_button(active: MainWindow) -> None:
    panel = opened(active)
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert not panel.isVisible()
    assert focused() is active.companies.head.facets_button


def test_what_has_the_keyboard_is_seen(active: MainWindow) -> None:
    active.resize(1024, 420)
    panel = opened(active)
    for _ in range(9):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert not focused().visibleRegion().isEmpty()
    assert panel.isVisible()


def test_a_click_elsewhere_closes_the_panel(active: MainWindow) -> None:
    panel = opened(active)
    QTest.mouseClick(panel.groups[Facet.CITY], Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert panel.isVisible()
    QTest.mouseClick(active.status, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    head = active.companies.head
    QTest.mouseClick(head.facets_button, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    QTest.mouseClick(head.facets_button, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_opening_a_company_closes_the_panel_and_keeps_the_choice(active: MainWindow) -> None:
    panel = opened(active)
    box(panel, Facet.CITY, "taiyuan").click()
    view = active.companies.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert active.session.selection.page == SND
    assert not panel.isVisible()
    assert names(active) == ["SND Vehicles"]


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (900, 420)])
def test_the_panel_stays_in_the_window(active: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    panel = opened(active)
    active.resize(*size)
    qtbot.waitUntil(lambda: active.rect().contains(panel.geometry()))
    assert panel.x() >= active.companies.mapTo(active, QPoint(active.companies.width(), 0)).x()


def test_the_panel_goes_with_its_window_where_that_is_renewed_in_a_frame(active: MainWindow, qtbot: QtBot) -> None:
    frame = QMainWindow()
    qtbot.addWidget(frame)
    frame.setCentralWidget(active)
    frame.show()
    panel = opened(active)
    assert panel.parentWidget() is active
    assert panel.window() is frame
    panel.close_panel()
    # The window is put away by itself after the test.
    frame.takeCentralWidget()


def test_an_address_leads_to_the_same_list(window: MainWindow) -> None:
    session = window.session
    session.choose_facets(facets_at(["city:datong", "pillar:making"]))
    session.choose_sort(sort_by("vehicles"))
    address = address_of(session.dataset, session.selection)
    session.choose_listing(ENERGY)
    session.visit(selection_at(session.dataset, address))
    assert names(window) == ["Zhong Mill"]


def test_the_panel_speaks_chinese(make_window: WindowMaker, dataset: Dataset) -> None:
    session = Session(words_in("zh"))
    session.open(Path("tiny"), dataset)
    window = make_window(session)
    panel = opened(window)
    assert box(panel, Facet.CITY, "datong").accessibleName() == "大同，2家企业"
    session.choose_facets(facets_at(["city:datong", "since:1990"]))
    said = [chip.accessibleName() for chip in window.companies.head.chips.chips]
    assert said == ["移除：大同", "移除：1990年及以后成立"]
    assert Choice(Facet.CITY, "datong") in session.selection.facets.choices
