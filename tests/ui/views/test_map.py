"""The page of the map: linked both ways with the list, one place in the history for each city."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from heartland_gui.model.dataset import Boundary, Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View, address_of, selection_at
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import FakeChart

PROVINCE, TAIYUAN, DATONG = (Ref(SubjectKind.PLACE, name) for name in ("province", "taiyuan", "datong"))


SND = Ref(SubjectKind.COMPANY, "snd")


def _square(west: float, south: float) -> tuple[tuple[tuple[tuple[float, float], ...], ...], ...]:
    return ((((west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1), (west, south)),),)


@pytest.fixture
def dataset(dataset: Dataset) -> Dataset:
    """Return the small dataset with outlines of both cities."""
    outlines = (Boundary("taiyuan", _square(112, 37)), Boundary("datong", _square(113, 39)))
    return replace(dataset, boundaries=outlines)


def drawing(window: MainWindow) -> FakeChart:
    card = window.map.charts.primary
    assert card is not None
    assert isinstance(card.drawing, FakeChart)
    return card.drawing


def listed(window: MainWindow) -> list[str]:
    model = window.companies.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_map_has_a_page(window: MainWindow) -> None:
    window.actions_by_id["map"].trigger()
    assert window.pages.currentWidget() is window.map
    assert window.windowTitle().startswith("Map of Province")
    chart = window.map.charts.chart()
    assert chart is not None
    assert chart.question.kind == "map"
    assert len(listed(window)) == 3
    assert window.actions_by_id["export"].isEnabled()


def test_a_click_on_a_city_lists_its_companies_and_back_lists_all(window: MainWindow) -> None:
    window.actions_by_id["map"].trigger()
    drawing(window).subject_requested.emit(DATONG)
    assert window.pages.currentWidget() is window.map
    assert listed(window) == ["Abc Solar", "Zhong Mill"]
    assert window.companies.isVisible()
    assert drawing(window).marked == DATONG
    assert "Datong" in window.map.explanation.text()
    window.map.all_button.click()
    assert len(listed(window)) == 3
    assert not window.map.all_button.isVisible()
    window.session.back()
    assert listed(window) == ["Abc Solar", "Zhong Mill"]


def test_pointing_at_a_company_rings_its_city(window: MainWindow) -> None:
    window.actions_by_id["map"].trigger()
    view = window.companies.view
    view.entered.emit(window.companies.model.index_of(SND))
    assert drawing(window).marked == TAIYUAN
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert drawing(window).marked == PROVINCE


def test_what_is_chosen_in_the_navigation_stays_chosen(window: MainWindow) -> None:
    window.session.choose_listing(TAIYUAN)
    window.actions_by_id["map"].trigger()
    assert window.session.selection.listing == TAIYUAN
    assert drawing(window).marked == TAIYUAN


def test_a_company_is_opened_and_back_is_the_map(window: MainWindow) -> None:
    window.actions_by_id["map"].trigger()
    window.session.go_to(SND)
    assert window.pages.currentWidget() is window.page
    window.session.back()
    assert window.pages.currentWidget() is window.map


def test_another_indicator_stays_on_the_map(window: MainWindow) -> None:
    window.actions_by_id["map"].trigger()
    card = window.map.charts.primary
    assert card is not None
    assert card.chart is not None
    card.question_chosen.emit(replace(card.chart.question, indicator="gdp"))
    assert window.session.selection.view is View.MAP
    assert window.session.selection.indicator == "gdp"


def test_a_city_on_the_map_has_an_address(window: MainWindow) -> None:
    window.actions_by_id["map"].trigger()
    drawing(window).subject_requested.emit(DATONG)
    session = window.session
    address = address_of(session.dataset, session.selection)
    assert "view=map" in address
    assert selection_at(session.dataset, address) == session.selection


def test_a_dataset_without_outlines_says_so(window: MainWindow, dataset: Dataset) -> None:
    window.session.open(None, replace(dataset, boundaries=()))
    window.actions_by_id["map"].trigger()
    assert window.map.nothing.sentence.text() == "The dataset has no outlines of the cities."
    assert (window.map.nothing.isVisible(), window.map.explanation.isVisible()) == (True, False)
    assert not window.map.charts.isVisible()
    assert window.map.charts.primary is None
    assert not window.actions_by_id["export"].isEnabled()


def test_the_map_is_as_high_as_there_is_room(window: MainWindow) -> None:
    window.resize(1400, 1200)
    window.actions_by_id["map"].trigger()
    QApplication.processEvents()
    assert drawing(window).height() > 700


def test_in_a_narrow_window_a_click_on_a_city_opens_the_drawer_of_its_companies(window: MainWindow) -> None:
    window.resize(1000, 700)
    window.actions_by_id["map"].trigger()
    assert not window.companies.isVisible()
    drawing(window).subject_requested.emit(DATONG)
    assert window.companies.isVisible()
