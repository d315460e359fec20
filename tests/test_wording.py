"""Figures in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Place
from heartland_gui.text import Words
from heartland_gui.wording import edition_text, label_name, listed_name, place_kind_text, starred
from tests.charts.small_region import region, said, seen


def test_a_star_says_that_there_is_a_note() -> None:
    assert starred("48", Localized((("en", "Trial operation."),))) == "48\u00a0*"
    assert starred("48", "Trial operation.") == "48\u00a0*"
    assert starred("48", None) == starred("48", "") == "48"


@pytest.mark.parametrize(
    ("edition", "day", "title", "text"),
    [
        ("2026-11", date(2020, 6, 1), "Shanxi", "Shanxi, edition 2026-11, as of 1 June 2020"),
        ("2026-11", None, "Shanxi", "Shanxi, edition 2026-11"),
        ("", date(2020, 5, 1), "Shanxi", "Shanxi, as of 1 May 2020"),
        ("", None, "Shanxi", "Shanxi"),
        ("2026-11", date(2020, 5, 1), "", "edition 2026-11, as of 1 May 2020"),
        ("", None, "", "an unnamed edition"),
    ],
)
def test_an_edition_has_the_day_that_is_shown_behind_it(edition: str, day: date | None, title: str, text: str) -> None:
    assert edition_text(edition, day, Words(), title) == text


def twins() -> Dataset:
    """Return the region with a county in each city that are called the same, and a third one that is so in Chinese."""
    dataset = region()
    counties = (
        Place("gate-north", said("Gate", "城门"), "county", "north"),
        Place("gate-south", said("Gate", "关口"), "county", "south"),
        Place("bridge", said("Bridge", "关口"), "county", "south"),
    )
    return replace(dataset, places=(*dataset.places, *counties))


def test_a_name_that_occurs_twice_carries_its_parent() -> None:
    dataset = twins()
    named = [listed_name(dataset, place, Words()) for place in dataset.places]
    assert named[3:] == ["Gate (North City)", "Gate (South City)", "Bridge"]
    assert named[1:3] == ["North City", "South City"]
    assert listed_name(dataset, dataset.sources[0], Words()) == "Bureau of Statistics"
    comparison = dataset.entity(comparison_of(["maker", "rival"]))
    assert listed_name(dataset, comparison, Words()) == "Maker Works · Rival Works"


def test_without_a_parent_a_name_stays_alone() -> None:
    dataset = region()
    maker, rival, *others = dataset.companies
    lost = replace(rival, name=maker.name, place=None)
    dataset = replace(dataset, companies=(maker, lost, *others))
    assert listed_name(dataset, maker, Words()) == "Maker Works (North City)"
    assert listed_name(dataset, lost, Words()) == "Maker Works"


@pytest.mark.parametrize(
    ("kind", "text"), [("prefecture-level-city", "city"), ("county", "county"), ("land-of-lakes", "land of lakes")]
)
def test_a_place_is_called_what_it_is(kind: str, text: str) -> None:
    assert place_kind_text(Place("x", said("X"), kind), Words()) == text


def test_a_label_has_the_short_name_and_the_part() -> None:
    dataset = region()
    assert label_name(dataset, seen(1, "2019"), Words()) == "Vehicles produced"
    short = tuple(replace(each, short=said("Vehicles", "整车")) for each in dataset.indicators)
    dataset = replace(dataset, indicators=short)
    assert label_name(dataset, seen(1, "2019"), Words("zh")) == "整车"
    assert label_name(dataset, seen(1, "2019", scope=said("north works")), Words()) == "Vehicles (north works)"
