"""The navigation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.companies.model import CompanyModel
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.navigation import navigation_rows

ENERGY = Ref(SubjectKind.PILLAR, "energy")


SND = Ref(SubjectKind.COMPANY, "snd")


def _names(model: CompanyModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


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
