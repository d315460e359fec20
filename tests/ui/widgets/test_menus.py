"""Menus of what is under the pointer, and of indicators under the topics of the dataset."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, IndicatorKind, Topic
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from heartland_gui.ui.widgets.menus import list_by_topic, show_menu
from heartland_gui.ui.window.main_window import MainWindow
from tests.charts.small_region import region, said

pytestmark = pytest.mark.usefixtures("without_popups")


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


# -- indicators by topic ---------------------------------------------------------------------------------------------

TOPICS = (Topic("wood", said("Wood & timber", "木材")), Topic("coal", said("Black gold", "煤")))


def grouped(*topics: str, known: tuple[Topic, ...] = TOPICS) -> Dataset:
    """Return a region whose indicators i0, i1 … have these topics."""
    indicators = tuple(
        Indicator(f"i{place}", said(f"I {place}"), "yuan", IndicatorKind.FLOW, topic)
        for place, topic in enumerate(topics)
    )
    return replace(region(), indicators=indicators, topics=known)


def listed(qtbot: QtBot, dataset: Dataset, words: Words) -> list[str]:
    menu = QMenu()
    qtbot.addWidget(menu)
    choices = [(each.id, each.id) for each in dataset.indicators]

    def add(within: QMenu, choice: str) -> None:
        within.addAction(choice)

    list_by_topic(menu, choices, dataset, words, add)
    return [action.text() for action in menu.actions()]


@pytest.mark.parametrize(("language", "wood", "coal"), [("en", "Wood && timber", "Black gold"), ("zh", "木材", "煤")])
def test_topics_stand_in_the_order_of_the_dataset_by_its_names(
    qtbot: QtBot, language: str, wood: str, coal: str
) -> None:
    words = words_in(language)
    found = listed(qtbot, grouped("coal", "", "wood", "coal"), words)
    assert found == [wood, "i2", coal, "i0", "i3", words.text("Other"), "i1"]


def test_many_have_a_menu_for_each_topic(qtbot: QtBot) -> None:
    found = listed(qtbot, grouped(*["coal"] * 15, *["wood"] * 6), Words())
    assert found == ["Wood && timber", "Black gold"]
    assert len(listed(qtbot, grouped(*["coal"] * 14, *["wood"] * 6), Words())) == 22, "twenty stand in one menu"


def test_one_topic_needs_no_heading(qtbot: QtBot) -> None:
    assert listed(qtbot, grouped("coal", "coal"), Words()) == ["i0", "i1"]


def test_without_topics_they_are_named_by_their_word_and_stand_as_they_come(qtbot: QtBot) -> None:
    found = listed(qtbot, grouped("structure", "", "coal-and-gas", known=()), Words())
    assert found == ["Structure", "i0", "Other", "i1", "Coal and gas", "i2"]
