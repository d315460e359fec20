"""Where sources differ: what is chosen, what is copied, and where the table leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Series, Status
from heartland_gui.model.period import parse_period
from heartland_gui.model.selection import View
from heartland_gui.pages.disagreements import Group
from heartland_gui.ui.views.differences import Column
from heartland_gui.ui.views.disagreements import DisagreementsPane
from heartland_gui.ui.widgets.filter_chips import ChoiceList
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.menus import menu_at

SND = Ref(SubjectKind.COMPANY, "snd")


def told(subject: str, indicator: str, period: str, first: float, second: float) -> list[Series]:
    return [
        Series(
            subject,
            indicator,
            source,
            (Observation(subject, indicator, source, parse_period(period), value, Status.CAPACITY),),
        )
        for source, value in (("daily", first), ("monthly", second))
    ]


@pytest.fixture
def pane(window: MainWindow, dataset: Dataset) -> DisagreementsPane:
    more = [
        *told("snd", "vehicles", "2022", 100_000, 10_000),
        *told("snd", "vehicles", "2023", 1234, 1200),
        *told(dataset.manifest.region, "vehicles", "2022", 50, 60),
    ]
    window.session.open(None, replace(dataset, series=(*dataset.series, *more)))
    window.commands.go.disagreements()
    return window.disagreements


def names(pane: DisagreementsPane) -> list[str]:
    return list(dict.fromkeys(line.figure.subject.id for line in pane.table.lines.lines))


def test_figures_are_counted_and_the_largest_difference_stands_first(pane: DisagreementsPane) -> None:
    assert pane.count.text() == "3 periods of 2 figures"
    assert names(pane)[0] == "snd"
    assert pane.explanation.text().endswith("1 more differs only because one source rounds.")


def test_the_list_is_a_place_in_the_history(window: MainWindow, pane: DisagreementsPane, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.session.selection.view is View.DISAGREEMENTS
    assert window.windowTitle().startswith("Where sources differ")
    window.session.back()
    assert window.pages.currentWidget() is window.page
    window.session.forward()
    assert window.pages.currentWidget() is pane
    assert pane.table.hasFocus()


def test_chips_and_words_narrow_the_table(pane: DisagreementsPane) -> None:
    assert not pane.clear_button.isVisible()
    pane._chips[Group.COMPANIES].click()
    assert names(pane) == ["snd"]
    assert pane._chips[Group.COMPANIES].isChecked()
    assert not pane._chips[None].isChecked()
    pane.filter.setText("nothing like it")
    assert (names(pane), pane.nothing.sentence.text()) == ([], "Nothing matches these filters.")
    assert pane.nothing.isVisible()
    assert not pane.table.isVisible()
    pane.clear_button.click()
    assert len(names(pane)) == 2
    assert pane.filter.text() == ""


def test_rounding_is_behind_its_chip(pane: DisagreementsPane) -> None:
    assert pane.rounding_chip.accessibleName() == "Rounding too, 1"
    pane.rounding_chip.click()
    assert pane.count.text() == "4 periods of 2 figures"
    pane.rounding_chip.click()
    assert pane.count.text() == "3 periods of 2 figures"


def test_one_indicator_is_chosen_from_a_list(pane: DisagreementsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a screen Qt cannot give a popup the keyboard.
    monkeypatch.setattr(ChoiceList, "open_at", lambda *_: None)
    pane.indicator_chip.click()
    opened = pane.window().findChildren(ChoiceList)[-1]
    assert [opened.list.item(row).text() for row in range(opened.list.count())] == [
        "All figures  3",
        "Vehicles produced  3",
    ]
    opened.list.itemClicked.emit(opened.list.item(1))
    assert pane.indicator_chip.text() == "Vehicles produced"
    assert pane.clear_button.isVisible()


def test_the_table_that_is_copied_is_that_which_is_chosen(pane: DisagreementsPane) -> None:
    pane._chips[Group.REGION].click()
    pane.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[4] for line in lines] == ["Value", "60", "50"]


def test_a_value_leads_to_the_sheet_and_a_figure_to_its_chart(window: MainWindow, pane: DisagreementsPane) -> None:
    model = pane.table.lines
    pane.table.clicked.emit(model.index(1, Column.VALUE))
    assert window.sheet.isVisible()
    assert window.sheet.title.text() == "The month"
    assert window.session.selection.view is View.DISAGREEMENTS
    pane.table.clicked.emit(model.index(0, Column.FIGURE))
    chosen = window.session.selection
    assert (chosen.page, chosen.indicator, chosen.view) == (SND, "vehicles", View.SUBJECT)


@pytest.mark.usefixtures("without_popups")
def test_the_menu_of_a_value_copies_it_as_a_sentence(pane: DisagreementsPane) -> None:
    place = pane.table.visualRect(pane.table.lines.index(0, Column.VALUE)).center()
    menu = menu_at(pane.table.viewport(), place)
    assert list(menu) == ["Copy as sentence", "Copy citation"]
    menu["Copy as sentence"].trigger()
    assert "100,000\u00a0vehicles (2022, capacity; Daily" in QGuiApplication.clipboard().text()


def test_a_dataset_in_which_all_agree_says_so(window: MainWindow, dataset: Dataset) -> None:
    window.session.open(None, replace(dataset, series=()))
    window.commands.go.disagreements()
    assert window.disagreements.nothing.sentence.text() == "No two sources differ."
    assert window.disagreements.count.text() == "0 periods of 0 figures"
