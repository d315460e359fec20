"""The navigation and the company list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Localized, Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.model.selection import address_of, place_at
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.companies.model import CompanyModel, CompanyRow
from heartland_gui.ui.widgets.rows import ROW
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.navigation import navigation_rows

ENERGY = Ref(SubjectKind.PILLAR, "energy")
MAKING = Ref(SubjectKind.PILLAR, "making")
REGION = Ref(SubjectKind.PLACE, "province")
SND = Ref(SubjectKind.COMPANY, "snd")


def _names(model: CompanyModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def _type_filter(window: MainWindow, qtbot: QtBot, text: str) -> None:
    field = window.companies.filter
    field.clear()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        # Chinese comes from an input method, which ends in the same change of the text.
        field.insert(text)


def test_the_navigation_names_everything_with_its_number_of_companies(dataset: Dataset) -> None:
    rows = [(row.text, row.beside, row.count, row.colour) for row in navigation_rows(dataset, Words())]
    assert rows == [
        ("Province", "overview", "", None),
        ("Pillars", "", "", None),
        ("New energy & materials", "", "2", 0),
        ("Advanced manufacturing", "", "2", 1),
        ("Places", "", "", None),
        ("Zone", "", "1", None),
        ("Taiyuan", "太原", "1", None),
        ("Datong", "大同", "2", None),
        ("Technologies", "", "", None),
        ("Big data", "", "1", None),
    ]


def test_a_click_on_a_pillar_shows_it(window: MainWindow, qtbot: QtBot) -> None:
    view = window.navigation.view
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.selection.page == ENERGY
    assert _names(window.companies.model) == ["Abc Solar", "SND Vehicles"]


def test_a_second_click_leads_back_from_a_company_to_its_pillar(window: MainWindow, qtbot: QtBot) -> None:
    window.session.choose_listing(ENERGY)
    window.session.go_to(SND)
    view = window.navigation.view
    place = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.selection.page == ENERGY


def test_arrow_keys_pass_over_headings(window: MainWindow, qtbot: QtBot) -> None:
    window.navigation.view.setFocus()
    QTest.keyClick(window.navigation.view, Qt.Key.Key_Down)
    assert window.session.selection.page == ENERGY


def test_the_ring_around_the_choice_stays_inside_its_row(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = window.navigation.view
    view.setFocus()
    window.session.choose_listing(ENERGY)
    row = view.visualRect(view.currentIndex())
    seen = view.viewport().grab().toImage()
    across = range(20, row.width() - 20)
    assert {seen.pixelColor(x, row.top()).name() for x in across} == {LIGHT.focus}
    assert {seen.pixelColor(x, row.top() - 1).name() for x in across} == {LIGHT.window}


def test_long_names_wrap(window: MainWindow) -> None:
    view = window.navigation.view
    window.splitter.setSizes([150, 300, 900])
    two_lines = view.sizeHintForIndex(view.model().index(2, 0)).height()
    one_line = view.sizeHintForIndex(view.model().index(9, 0)).height()
    assert two_lines > one_line


def test_the_list_marks_the_company_of_the_page(window: MainWindow) -> None:
    window.session.go_to(SND)
    assert window.companies.view.currentIndex().data() == "SND Vehicles"
    window.session.choose_listing(ENERGY)
    assert not window.companies.view.currentIndex().isValid()


def test_a_click_on_a_company_shows_its_page(window: MainWindow, qtbot: QtBot) -> None:
    view = window.companies.view
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.selection.page == SND
    assert window.windowTitle() == "SND Vehicles – Tiny in transition – Heartland"


def test_the_filter_finds_both_languages_and_aliases_in_any_case(window: MainWindow, qtbot: QtBot) -> None:
    for typed in ("sInAdE", "snd", "斯纳"):
        _type_filter(window, qtbot, typed)
        assert _names(window.companies.model) == ["SND Vehicles"]


def test_an_empty_filter_result_says_so_and_offers_to_clear_it(window: MainWindow, qtbot: QtBot) -> None:
    _type_filter(window, qtbot, "xyz <b>")
    assert window.companies.empty.text.isVisible()
    assert window.companies.empty.text.text() == "No company matches “xyz <b>”."
    QTest.mouseClick(window.companies.empty.clear_button, Qt.MouseButton.LeftButton)
    assert window.companies.filter.text() == ""
    assert window.companies.view.isVisible()
    assert window.companies.model.rowCount() == 3


def test_down_leads_from_the_filter_to_the_first_company(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.filter.setFocus()
    QTest.keyClick(window.companies.filter, Qt.Key.Key_Down)
    assert window.companies.view.hasFocus()
    assert window.companies.view.currentIndex().row() == 0
    assert window.session.selection.page == Ref(SubjectKind.COMPANY, "solar")


def test_down_leads_to_the_company_that_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    QTest.keyClick(window.companies.filter, Qt.Key.Key_Down)
    assert window.session.selection.page == SND


def test_down_stays_in_a_filter_that_leaves_nothing(window: MainWindow, qtbot: QtBot) -> None:
    page = window.session.selection.page
    _type_filter(window, qtbot, "xyz")
    QTest.keyClick(window.companies.filter, Qt.Key.Key_Down)
    QTest.keyClick(window.companies.filter, Qt.Key.Key_Return)
    assert window.session.selection.page == page


def test_return_in_the_filter_opens_the_first_match(window: MainWindow, qtbot: QtBot) -> None:
    _type_filter(window, qtbot, "sinade")
    QTest.keyClick(window.companies.filter, Qt.Key.Key_Return)
    assert window.session.selection.page == SND
    assert window.companies.filter.text() == "sinade"


def test_escape_clears_the_filter_and_stays_in_it(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.filter.setFocus()
    _type_filter(window, qtbot, "snd")
    QTest.keyClick(window.companies.filter, Qt.Key.Key_Escape)
    assert window.companies.filter.text() == ""
    assert window.companies.model.rowCount() == 3
    assert window.companies.filter.hasFocus()


def test_the_field_says_how_many_there_are(window: MainWindow) -> None:
    assert window.companies.filter.placeholderText() == "Filter 3 companies …"
    window.session.choose_listing(Ref(SubjectKind.TECHNOLOGY, "big-data"))
    assert window.companies.filter.placeholderText() == "Filter 1 company …"


def test_companies_are_sorted_with_the_unknown_last(window: MainWindow) -> None:
    found = {}
    for sort in ("name", "city", "founded", "figures"):
        window.session.choose_sort(sort)
        found[sort] = _names(window.companies.model)
    assert found == {
        "name": ["Abc Solar", "SND Vehicles", "Zhong Mill"],
        "city": ["Abc Solar", "Zhong Mill", "SND Vehicles"],
        "founded": ["Abc Solar", "SND Vehicles", "Zhong Mill"],
        "figures": ["SND Vehicles", "Abc Solar", "Zhong Mill"],
    }


def test_a_row_says_where_and_the_most_telling_figure(window: MainWindow) -> None:
    row = window.companies.model.index(1).data(ROW)
    assert (row.name, row.place) == ("SND Vehicles", "Zone · founded 2018")
    assert (row.measured, row.figure) == ("Vehicles produced", "only\u00a048\u00a0vehicles · 2019")


def test_rows_are_looked_up_when_they_are_drawn(dataset: Dataset) -> None:
    many = tuple(Company(f"c{number}", Localized((("en", f"Company {number}"),))) for number in range(5000))
    large = replace(dataset, companies=many)
    model = CompanyModel()
    model.show_companies(large, Words(), many, "name")
    model.apply_filter("company 49")
    assert model.rowCount() == 199  # both words anywhere: also 149 and 1149
    assert len(model._rows) == 0
    assert model.index(3).data(ROW) is not None
    assert len(model._rows) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vehicles snd", ["SND Vehicles"]),  # in any order
        ("datong", ["Abc Solar", "Zhong Mill"]),  # where it is
        ("大同", ["Abc Solar", "Zhong Mill"]),
        ("cold-storage", ["SND Vehicles"]),  # what it makes
        ("snow", ["SND Vehicles"]),  # what that is for
        ("solar taiyuan", []),
    ],
)
def test_every_word_of_the_filter_is_looked_for(dataset: Dataset, text: str, found: list[str]) -> None:
    model = CompanyModel()
    model.show_companies(dataset, Words(), dataset.companies, "name")
    model.apply_filter(text)
    assert [model.index(row).data() for row in range(model.rowCount())] == found


@pytest.mark.parametrize("texts", [("a", "ab", "abc s"), ("solar d", "solar", "s"), ("solar", "mill"), ("AB", "Abc")])
def test_a_filter_leaves_the_same_whatever_was_typed_before(dataset: Dataset, texts: tuple[str, ...]) -> None:
    model = CompanyModel()
    model.show_companies(dataset, Words(), dataset.companies, "name")
    for text in texts:
        model.apply_filter(text)
        fresh = CompanyModel()
        fresh.show_companies(dataset, Words(), dataset.companies, "name")
        fresh.apply_filter(text)
        assert [model.ref(model.index(row)) for row in range(model.rowCount())] == [
            fresh.ref(fresh.index(row)) for row in range(fresh.rowCount())
        ]


def test_other_companies_are_filtered_anew(dataset: Dataset) -> None:
    model = CompanyModel()
    model.show_companies(dataset, Words(), dataset.companies[:1], "name")
    model.apply_filter("mill")
    assert model.rowCount() == 0
    model.show_companies(dataset, Words(), dataset.companies, "name")
    model.apply_filter("mill")
    assert model.rowCount() == 1


def test_a_filter_that_finds_nothing_here_offers_what_is_elsewhere(window: MainWindow) -> None:
    window.session.choose_listing(MAKING)
    window.companies.filter.setText("solar")
    button = window.companies.empty.everywhere_button
    assert button.isVisible()
    assert button.text() == "Show 1 elsewhere"
    button.click()
    assert window.session.selection.listing == REGION
    assert window.companies.filter.text() == "solar"
    assert window.companies.model.rowCount() == 1
    window.companies.filter.setText("nothing at all")
    assert not button.isVisible()


def test_the_filter_takes_what_an_address_carries(window: MainWindow) -> None:
    window.companies.filter.setText("太" * 1_000)
    selection = window.session.selection
    assert selection.filter == "太" * 200
    assert place_at(window.session.dataset, address_of(window.session.dataset, selection)) == selection


def drawn_texts(window: MainWindow, monkeypatch: pytest.MonkeyPatch, row: CompanyRow, width: int) -> dict[str, QRect]:
    """Return the texts of a row as it is drawn, with the room that each is given."""
    found: dict[str, QRect] = {}
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, room, _side, text: found.setdefault(text, room))
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), row, ROW)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 66)
    option.font = window.font()
    surface = QPixmap(width, 66)
    painter = QPainter(surface)
    window.companies.view.itemDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    return found


def test_what_a_figure_measures_goes_beside_the_place_where_the_figure_leaves_no_room(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = CompanyRow(SND, "SND", "", "Capacity", "5,000,000 kW · 1 May 2020", Status.CAPACITY)
    wide, narrow = (drawn_texts(window, monkeypatch, row, width) for width in (400, 270))
    assert wide["Capacity"].y() == wide[row.figure].y()
    assert narrow["Capacity"].y() < narrow[row.figure].y()
    placed = drawn_texts(window, monkeypatch, replace(row, place="Taiyuan"), 270)
    assert placed["Capacity"].left() > placed["Taiyuan"].left()
    crowded = drawn_texts(window, monkeypatch, replace(row, place="A very long place indeed " * 2), 270)
    assert "Capacity" in crowded, "the place gives way"
    assert any(text.startswith("A very long") and text.endswith("…") for text in crowded)


@pytest.mark.parametrize("width", range(150, 420, 3))
def test_a_short_name_of_what_is_measured_never_goes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    row = CompanyRow(SND, "SND", "Datong", "GDP", "5,000,000 kW · 1 May 2020")
    drawn = drawn_texts(window, monkeypatch, row, width)
    assert "GDP" in drawn
