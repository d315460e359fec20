"""The company list: its filter, and what it says when nothing is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.selection import address_of, selection_at
from heartland_gui.ui.companies.model import ROW, CompanyModel
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import WindowMaker
from tests.ui.layout import as_read


@pytest.fixture
def window(make_window: WindowMaker, session: Session) -> MainWindow:
    """Return a window beside whose page the list stands."""
    session.choose_sort("name")
    made = make_window(session)
    session.go_to(SND)
    return made


def names(window: MainWindow) -> list[object]:
    model = window.companies.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_a_list_that_nobody_fits_says_so_and_offers_to_clear(window: MainWindow) -> None:
    window.session.choose_facets(facets_at(["city:taiyuan", "since:2030"]))
    empty = window.companies.empty
    assert empty.isVisible()
    assert empty.text.text() == "No company matches these filters."
    assert not empty.clear_button.isVisible()
    assert empty.facets_button.isVisible()
    empty.facets_button.click()
    assert len(names(window)) == 3
    window.session.choose_facets(facets_at(["city:taiyuan"]))
    window.session.choose_filter("solar")
    assert empty.text.text() == "No company matches “solar” and these filters."
    assert empty.clear_button.isVisible()
    empty.facets_button.click()
    assert names(window) == ["Abc Solar"]


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


def test_the_list_marks_the_company_of_the_page(window: MainWindow) -> None:
    window.session.go_to(SND)
    assert window.companies.view.currentIndex().data() == "SND Vehicles"
    window.session.choose_listing(ENERGY)
    assert not window.companies.view.currentIndex().isValid()


def test_a_click_on_a_company_shows_its_page(window: MainWindow, qtbot: QtBot) -> None:
    view = window.companies.view
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.selection.page.id == "mill"
    assert window.windowTitle() == "Zhong Mill – Tiny in transition – Heartland"


def test_the_filter_finds_both_languages_and_aliases_in_any_case(window: MainWindow, qtbot: QtBot) -> None:
    for typed in ("sInAdE", "snd", "斯纳"):
        _type_filter(window, qtbot, typed)
        assert _names(window.companies.model) == ["SND Vehicles"]


def test_the_open_company_is_brought_into_the_middle(window: MainWindow, qtbot: QtBot) -> None:
    view = window.companies.view
    window.resize(1440, 400)
    window.session.go_to(Ref(SubjectKind.COMPANY, "mill"))
    view.setFixedHeight(60)
    window.session.go_to(Ref(SubjectKind.COMPANY, "solar"))

    def off_the_middle() -> int:
        return abs(view.visualRect(view.currentIndex()).center().y() - view.viewport().rect().center().y())

    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: off_the_middle() < 4)


def test_an_empty_filter_result_says_so_and_offers_to_clear_it(window: MainWindow, qtbot: QtBot) -> None:
    _type_filter(window, qtbot, "xyz <b>")
    assert window.companies.empty.text.isVisible()
    assert window.companies.empty.text.text() == "No company matches “xyz <b>”."
    QTest.mouseClick(window.companies.empty.clear_button, Qt.MouseButton.LeftButton)
    assert window.companies.filter.text() == ""
    assert window.companies.view.isVisible()
    assert window.companies.model.rowCount() == 3


def test_down_leads_from_the_filter_into_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.filter.setFocus()
    QTest.keyClick(window.companies.filter, Qt.Key.Key_Down)
    assert window.companies.view.hasFocus()
    assert window.companies.view.currentIndex().row() == 1
    assert window.session.selection.page == SND


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


def test_a_row_says_where_and_the_most_telling_figure(window: MainWindow) -> None:
    row = window.companies.model.index(1).data(ROW)
    assert (row.name, row.below) == ("SND Vehicles", "cold-storage vehicles · Taiyuan")
    assert (row.measured, row.figure, row.year) == ("Vehicles produced", "only\u00a048\u00a0vehicles", "2019")
    spoken = window.companies.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("SND Vehicles; cold-storage vehicles · Taiyuan; Vehicles produced; only")


def test_a_filter_that_finds_nothing_here_offers_what_is_elsewhere(window: MainWindow) -> None:
    window.session.choose_listing(MAKING)
    window.session.go_to(SND)
    window.companies.filter.setText("solar")
    button = window.companies.empty.everywhere_button
    assert button.isVisible()
    assert button.text() == "Show 1 elsewhere"
    button.click()
    assert window.session.selection.listing == REGION
    assert window.session.selection.filter == "solar"
    assert window.companies.model.rowCount() == 1
    window.companies.filter.setText("nothing at all")
    assert not button.isVisible()


def test_the_filter_takes_what_an_address_carries(window: MainWindow) -> None:
    window.companies.filter.setText("太" * 1_000)
    selection = window.session.selection
    assert selection.filter == "太" * 200
    assert selection_at(window.session.dataset, address_of(window.session.dataset, selection)) == selection


def test_the_filter_stands_above_the_list(window: MainWindow) -> None:
    head = [["company_listing", "company_close"], ["company_facets", "company_sort"]]
    assert as_read(window.companies) == [*head, ["companies"]]
    window.session.choose_filter("nothing of the kind")
    assert as_read(window.companies)[2:] == [["no_company_text"], ["clear_filter"]]
