"""The facets in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Place
from heartland_gui.model.facets import Choice, Facet, facets_at
from heartland_gui.pages.facets import choice_text, facet_name, facet_rows, value_name
from heartland_gui.text import Words


@pytest.mark.parametrize(
    ("text", "value", "alone"),
    [
        ("pillar:energy", "New energy & materials", "New energy & materials"),
        ("city:datong", "Datong", "Datong"),
        ("kind:project", "project", "Kind: project"),
        ("status:capacity", "capacity", "Figure: capacity"),
        ("figures:yes", "with figures", "with figures"),
        ("figures:no", "without figures", "without figures"),
        ("indicator:vehicles", "Vehicles produced", "Figure: Vehicles produced"),
    ],
)
def test_a_choice_is_said_below_its_facet_and_alone(dataset: Dataset, text: str, value: str, alone: str) -> None:
    (choice,) = facets_at([text]).choices
    assert value_name(dataset, choice, Words()) == value
    assert choice_text(dataset, choice, Words()) == alone


def test_a_least_value_is_said_with_its_unit(dataset: Dataset) -> None:
    choice = Choice(Facet.INDICATOR, "vehicles", 5000)
    assert choice_text(dataset, choice, Words()) == "Vehicles produced ≥ 5,000\u00a0vehicles"


def test_years_are_said_with_their_side(dataset: Dataset) -> None:
    said = [choice_text(dataset, choice, Words()) for choice in facets_at(["since:2000", "until:2010"]).choices]
    assert sorted(said) == ["founded 2000 or later", "founded 2010 or earlier"]


def test_the_values_of_a_facet_are_rows_with_their_counts(dataset: Dataset) -> None:
    chosen = facets_at(["pillar:making"])
    rows = facet_rows(dataset, Facet.PILLAR, chosen, {"energy": 2, "making": 1}, Words())
    assert [(row.text, row.count, row.chosen, row.colour) for row in rows] == [
        ("New energy & materials", 2, False, 0),
        ("Advanced manufacturing", 1, True, 1),
    ]
    (city,) = facet_rows(dataset, Facet.CITY, chosen, {"datong": 2}, Words())
    assert (city.choice, city.colour) == (Choice(Facet.CITY, "datong"), None)


def test_every_facet_has_a_name(dataset: Dataset) -> None:
    names = {facet: facet_name(dataset, facet, Words()) for facet in Facet}
    assert all(names.values())
    assert names[Facet.SINCE] == names[Facet.UNTIL] == "Founded"
    assert names[Facet.CITY] == "City"
    county = Place("county", dataset.region.name, "county", "province")
    mixed = replace(dataset, places=(*dataset.places, county))
    assert facet_name(mixed, Facet.CITY, Words()) == "Place"
