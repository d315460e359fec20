"""Figures on the clipboard."""

from __future__ import annotations

from heartland_gui.model.dataset import Dataset
from heartland_gui.pages.copying import figure_parts, value_parts
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import said

WORDS = Words()


def test_a_figure_has_a_column_for_each_thing_that_is_known_of_it(dataset: Dataset) -> None:
    noted = dataset.series[0].observations[0]
    assert figure_parts(dataset, noted, WORDS) == (
        ("Indicator", "Vehicles produced"),
        ("Scope", ""),
        ("Qualifier", "only"),
        ("Value", 48),
        ("Unit", "vehicles"),
        ("Period", "2019"),
        ("Status", "actual"),
    )
    assert [name for name, _ in figure_parts(dataset, None, WORDS, "Plan")][3] == "Plan: Value"


def test_the_number_is_the_same_in_every_language(dataset: Dataset) -> None:
    gdp = dataset.series[3].observations[0]
    told = [dict(enumerate(figure_parts(dataset, gdp, words)))[3][1] for words in (WORDS, words_in("zh"))]
    assert told == [1.6e12, 1.6e12]


def test_a_number_alone_keeps_its_qualifier(dataset: Dataset) -> None:
    assert value_parts(dataset.series[0].observations[0], WORDS, "2019") == (("2019", 48), ("2019: Qualifier", "only"))
    assert value_parts(dataset.series[1].observations[0], WORDS, "2020") == (
        ("2020", 5000),
        ("2020: Status", "forecast"),
    )


def test_a_figure_of_a_part_says_of_which_in_every_language(dataset: Dataset) -> None:
    part = dataset.series[0].observations[0]._replace(scope=said("methanol cars", "甲醇汽车"))
    told = [figure_parts(dataset, part, words)[1] for words in (WORDS, words_in("zh"))]
    assert [told[0], told[1][1]] == [("Scope", "methanol cars"), "甲醇汽车"]
