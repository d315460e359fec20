"""What stands above the company list: the number, the orders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QMenu

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, IndicatorKind, Localized, Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.observations import Status
from heartland_gui.pages.companies import sort_by
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.companies.model import ROW
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import WindowMaker
from tests.ui.layout import as_read


def names(window: MainWindow) -> list[object]:
    model = window.companies.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_field_says_how_many_the_facets_leave(window: MainWindow) -> None:
    window.session.choose_facets(facets_at(["city:datong"]))
    assert window.companies.filter.placeholderText() == "Filter 2"


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_list_can_be_sorted_by_any_indicator_of_its_companies(window: MainWindow) -> None:
    sort = window.companies.head.sort
    menu = sort.menu()
    menu.aboutToShow.emit()
    assert entries(menu) == ["Newest source", "Name", "City", "Founded", "Key figure", "Most figures", "By indicator"]
    within = menu.actions()[-1].menu()
    assert isinstance(within, QMenu)
    assert entries(within) == ["Vehicles produced"], "the region's GDP orders no companies"
    within.actions()[0].trigger()
    assert window.session.selection.sort == "indicator:vehicles"
    assert names(window) == ["SND Vehicles", "Abc Solar", "Zhong Mill"]
    assert sort.accessibleName() == "Companies sorted by: Vehicles produced"
    row = window.companies.model.index(1).data(ROW)
    assert (row.measured, row.figure) == ("Vehicles produced", "no figure")
    window.session.choose_facets(facets_at(["city:datong"]))
    menu.aboutToShow.emit()
    assert entries(menu) == ["Newest source", "Name", "City", "Founded", "Key figure", "Most figures"], (
        "none of these has a figure"
    )


def test_a_loss_stands_before_what_is_not_known(make_window: WindowMaker, dataset: Dataset) -> None:
    known = dataset.series[0]
    lost = known.observations[0]._replace(subject="mill", value=-5)
    session = Session(Words())
    session.open(Path("loss"), replace(dataset, series=(known, known._replace(subject="mill", observations=(lost,)))))
    window = make_window(session)
    session.choose_sort(sort_by("vehicles"))
    assert names(window) == ["SND Vehicles", "Zhong Mill", "Abc Solar"]


def test_what_is_only_planned_is_shown_but_neither_measured_nor_ordered(
    make_window: WindowMaker, dataset: Dataset
) -> None:
    known = dataset.series[0]
    plan = known.observations[0]._replace(subject="mill", value=9000, status=Status.TARGET)
    session = Session(Words())
    session.open(Path("plan"), replace(dataset, series=(known, known._replace(subject="mill", observations=(plan,)))))
    window = make_window(session)
    session.choose_sort(sort_by("vehicles"))
    assert names(window) == ["SND Vehicles", "Abc Solar", "Zhong Mill"]
    row = window.companies.model.index(2).data(ROW)
    assert ("9,000" in row.figure, row.status) == (True, Status.TARGET)
    session.choose_facets(facets_at(["indicator:vehicles"]))
    assert names(window) == ["SND Vehicles", "Zhong Mill"], "a plan is a figure of it all the same"
    session.choose_facets(facets_at(["indicator:vehicles:1"]))
    assert names(window) == ["SND Vehicles"]


def test_many_indicators_stand_in_menus_of_their_topics(make_window: WindowMaker, dataset: Dataset) -> None:
    vehicles = dataset.series[0]
    more = [Indicator(f"i{n}", Localized((("en", f"I {n}"),)), "yuan", IndicatorKind.STOCK, "coal") for n in range(30)]
    series = [
        vehicles._replace(indicator=each.id, observations=(vehicles.observations[0]._replace(indicator=each.id),))
        for each in more
    ]
    session = Session(Words())
    large = replace(dataset, indicators=(*dataset.indicators, *more), series=(*dataset.series, *series))
    session.open(Path("large"), large)
    menu = make_window(session).companies.head.sort.menu()
    menu.aboutToShow.emit()
    within = menu.actions()[-1].menu()
    assert isinstance(within, QMenu)
    assert entries(within) == ["Other", "Coal"]


def test_an_order_that_is_gone_is_that_by_name(window: MainWindow) -> None:
    window.session.choose_sort(sort_by("gone"))
    assert names(window) == ["Abc Solar", "SND Vehicles", "Zhong Mill"]
    assert window.companies.head.sort.text().startswith("Name")


def test_rows_show_again_what_is_most_telling_when_the_order_changes(window: MainWindow, dataset: Dataset) -> None:
    window.session.choose_sort(sort_by("vehicles"))
    assert window.companies.model.index(1).data(ROW).figure == "no figure"
    window.session.choose_sort("name")
    assert window.companies.model.index(0).data(ROW).figure == ""


def test_the_field_says_how_many_there_are(window: MainWindow) -> None:
    assert window.companies.filter.placeholderText() == "Filter 3"
    window.session.choose_listing(Ref(SubjectKind.TECHNOLOGY, "big-data"))
    assert window.companies.filter.placeholderText() == "Filter 1"


def test_the_filter_shows_what_is_chosen(window: MainWindow) -> None:
    window.session.choose_filter("snd")
    assert window.companies.filter.text() == "snd"
    window.session.choose_filter("")
    assert window.companies.filter.text() == ""
    window.session.go_to(Ref(SubjectKind.COMPANY, "snd"))
    assert as_read(window.companies.head) == [["company_listing", "company_close"], ["company_facets", "company_sort"]]


def test_the_head_names_the_list_and_its_cross_hides_it(window: MainWindow) -> None:
    window.session.choose_listing(Ref(SubjectKind.PILLAR, "energy"))
    window.session.go_to(Ref(SubjectKind.COMPANY, "snd"))
    head = window.companies.head
    assert head.title.accessibleName() == "Companies of New energy & materials"
    image = head.title.grab().toImage()
    assert image.pixelColor(6, image.height() // 2).name() == LIGHT.pillar[0]
    head.close_button.click()
    assert not window.companies.isVisible()
    window.session.go_to(Ref(SubjectKind.COMPANY, "solar"))
    assert not window.companies.isVisible()
