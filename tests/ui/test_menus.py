"""Menus of indicators: under their topics, in the order and by the names that the dataset gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, IndicatorKind, Topic
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from heartland_gui.ui.widgets.menus import list_by_topic
from tests.charts.small_region import region, said

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
