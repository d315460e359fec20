"""How informative a chart is: one scale for all kinds, and the charts that stand first on pages that ship."""

from __future__ import annotations

from itertools import pairwise

import pytest

from heartland_gui.charts import weights
from heartland_gui.charts.choice import best_of_each_kind
from heartland_gui.charts.weights import CHANGE, MAP_OF_COMPANIES, MAP_OF_HEADLINE, OVER_TIME, RANKING, Weight
from heartland_gui.model.entities import ref_of
from tests.charts.shipped import shipped_dataset

EVERY = {name: value for name, value in vars(weights).items() if isinstance(value, Weight)}
SCALE = Weight(least=1, most=5, headline=10, complete=100, variety=1000, of_company=-0.5, doubtful=-0.25)


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        (SCALE.of(0, 4), 1),
        (SCALE.of(1, 4), 2),
        (SCALE.of(4, 4), 5),
        (SCALE.of(9, 4), 5),
        (SCALE.of(), 5),
        (SCALE.of(0, 4, headline=0.5), 6),
        (SCALE.of(0, 4, complete=True), 101),
        (SCALE.of(0, 4, variety=2), 2001),
        (SCALE.of(0, 4, of_company=True), 0.5),
        (SCALE.of(0, 4, doubtful=True), 0.75),
    ],
)
def test_a_weight_is_its_place_between_least_and_most_and_what_is_added(weight: float, expected: float) -> None:
    assert weight == expected


@pytest.mark.parametrize("weight", EVERY.values(), ids=EVERY)
def test_every_kind_is_on_the_same_scale(weight: Weight) -> None:
    assert -2 <= weight.least <= weight.most
    assert weight.of(headline=1, complete=True, variety=1) <= 20
    assert min(weight.headline, weight.complete, weight.variety) >= 0
    assert max(weight.of_company, weight.doubtful) <= 0


def test_what_goes_before_what() -> None:
    order = [
        OVER_TIME.of(8, 8, headline=1, variety=1),
        RANKING.of(12, 12, headline=1),
        MAP_OF_HEADLINE.of(headline=1),
        MAP_OF_COMPANIES.of(),
        CHANGE.of(8, 8),
        OVER_TIME.of(8, 8),
        RANKING.of(6, 12, of_company=True),
        weights.TARGETS_OF_COMPANY.of(),
        weights.TIMELINE.of(),
        weights.COVERAGE.of(),
        OVER_TIME.of(1, 8, doubtful=True),
    ]
    assert all(before > after for before, after in pairwise(order))


ENDS = {
    "OVER_TIME": (-2, 6),
    "SEVERAL_OVER_TIME": (0, 9),
    "MULTIPLES": (0, 6),
    "STRUCTURE": (8, 12),
    "RANKING": (0, 12),
    "MAP": (3, 7),
    "MAP_OF_COMPANIES": (11, 11),
    "MAP_OF_HEADLINE": (11, 11),
    "TARGETS": (4, 9),
    "TARGETS_OF_COMPANY": (1.25, 1.25),
    "CHANGE": (5, 7),
    "TIMELINE": (1, 1),
    "COVERAGE": (0.5, 0.5),
}


def test_where_each_kind_lies_on_the_scale() -> None:
    assert {name: (weight.of(0, 4), weight.of(4, 4)) for name, weight in EVERY.items()} == ENDS


FIRST = {
    "shanxi": "over-time:gdp ranking:gdp structure:gdp",
    "information-technology": "over-time:base-stations-5g targets several-over-time:revenue",
    "civil-aviation": "several-over-time:airport-passengers ranking:airport-passengers targets",
    "finance": "over-time:social-financing-stock several-over-time:total-assets change:revenue",
    "cultural-tourism": "over-time:tourism-revenue ranking:tourist-visits multiples",
    "new-energy-and-new-materials": "over-time:new-energy-capacity ranking:revenue targets",
    "natural-gas": "over-time:coalbed-methane-output ranking:gas-output targets",
    "advanced-manufacturing": "over-time:equipment-manufacturing-growth ranking:revenue targets",
    "modern-chemicals": "ranking:revenue several-over-time:revenue targets",
    "taiyuan": "ranking:revenue several-over-time:revenue structure:gdp",
    "datong": "structure:gdp targets over-time:budget-revenue",
}
"""The first three charts of pages, each with its indicator."""


@pytest.mark.parametrize(("page", "expected"), FIRST.items(), ids=FIRST)
def test_the_first_charts_of_a_page_that_ships(page: str, expected: str) -> None:
    dataset = shipped_dataset()
    first = best_of_each_kind(dataset, ref_of(dataset.subjects[page]))[:3]
    assert [":".join(filter(None, (each.kind, each.indicator))) for each in first] == expected.split()
