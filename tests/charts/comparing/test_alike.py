"""Which two figures may be compared: each reason by itself keeps them apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from heartland_gui.charts.comparing.alike import is_within, kind_of, may_compare, same_length
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Compare, Grade, Place, Zone
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import parse_period
from tests.charts.small_region import region, said, seen

PLAIN: Final = seen(10, "2019")


def compared(other: Observation, one: Observation = PLAIN, dataset: Dataset | None = None) -> bool:
    known = dataset or region(one, other)
    both = may_compare(known, one, other)
    assert may_compare(known, other, one) is both, "it does not matter which is named first"
    return both


@pytest.mark.parametrize(
    "other",
    [
        seen(12, "2020"),
        seen(12, "2020", source="paper"),
        seen(12, "2020", Status.ESTIMATE),
        seen(12, "2019", subject="rival"),
        seen(12, "2014", subject="rival"),
    ],
)
def test_what_is_alike_may_be_compared(other: Observation) -> None:
    assert compared(other)


@pytest.mark.parametrize(
    "other",
    [
        seen(12, "2020", indicator="revenue"),
        seen(12, "2020", Status.FORECAST),
        seen(12, "2020", Status.TARGET),
        seen(12, "2020", Status.CAPACITY),
        seen(12, "2020", scope=said("north works")),
        seen(12, "2020-S1"),
        seen(12, "2020/2021"),
        seen(12, "2019", subject="vehicles"),
        seen(12, "2019", subject="north"),
    ],
)
def test_each_difference_keeps_figures_apart(other: Observation) -> None:
    assert not compared(other)


def test_levels_of_any_moment_may_be_compared() -> None:
    staff = seen(10, "2019", indicator="staff")
    assert compared(seen(12, "2020-03", indicator="staff"), staff)


def test_spans_are_of_the_same_part_of_the_year() -> None:
    (output,) = (each for each in region().indicators if each.id == "output")

    def same(one: str, other: str) -> bool:
        return same_length(parse_period(one), parse_period(other), output)

    assert same("2019-01/2019-09", "2020-01/2020-09")
    assert not same("2019-01/2019-09", "2020-02/2020-10")
    assert not same("2019-01/2019-09", "2019-01/2020-09")
    assert same("2016/2020", "2021/2025")


def test_an_airport_and_a_company_are_of_two_kinds() -> None:
    dataset = region(PLAIN, seen(12, "2019", subject="rival"))
    rival = replace(dataset.companies[1], kind=ActorKind.AIRPORT)
    companies = (dataset.companies[0], rival, *dataset.companies[2:])
    assert not compared(seen(12, "2019", subject="rival"), dataset=replace(dataset, companies=companies))


def test_a_county_and_a_city_are_of_two_kinds() -> None:
    assert kind_of(Place("a", said("A"), "county")) != kind_of(Place("b", said("B"), "prefecture-level-city"))


def test_a_part_never_stands_beside_its_whole() -> None:
    dataset = region(PLAIN, seen(12, "2019", subject="rival"))
    maker, rival, third, *rest = dataset.companies
    parted = replace(
        dataset, companies=(replace(maker, part_of="third"), rival, replace(third, part_of="rival"), *rest)
    )
    assert not compared(seen(12, "2019", subject="rival"), dataset=parted)
    assert compared(seen(12, "2019", subject="fourth"), dataset=parted)


def test_parts_of_places_and_zones_are_found_and_circles_do_no_harm() -> None:
    dataset = region()
    north, valley = dataset.subjects["north"], dataset.subjects["valley"]
    assert is_within(dataset, north, valley)
    assert not is_within(dataset, valley, north)
    inner, outer = Zone("inner", said("Inner"), part_of="outer"), Zone("outer", said("Outer"), part_of="inner")
    zoned = replace(dataset, zones=(inner, outer))
    assert is_within(zoned, inner, outer)
    assert not is_within(zoned, inner, north)


def test_what_stands_for_different_things_is_never_compared_between_subjects() -> None:
    dataset = region(PLAIN, seen(12, "2020"), seen(12, "2019", subject="rival"))
    indicators = tuple(replace(each, compare=Compare.NEVER) for each in dataset.indicators)
    apart = replace(dataset, indicators=indicators)
    assert not compared(seen(12, "2019", subject="rival"), dataset=apart)
    assert compared(seen(12, "2020"), dataset=apart)


def test_nothing_is_compared_across_a_new_definition() -> None:
    later = seen(12, "2021")
    assert not compared(later, dataset=region(PLAIN, later, breaks=("2020",)))
    assert compared(later, dataset=region(PLAIN, later, breaks=("2019",)))
    rivals = seen(12, "2021", subject="rival")
    dataset = region(PLAIN, rivals)
    for subject in ("maker", "rival"):
        series = tuple(
            each._replace(break_before=("2020",) if each.subject == subject else ()) for each in dataset.series
        )
        assert not compared(rivals, dataset=replace(dataset, series=series))


def test_a_copy_is_no_second_voice() -> None:
    again, other = seen(10, "2019", source="paper"), seen(11, "2019", source="paper")
    dataset = region(PLAIN, again)
    assert compared(again, dataset=dataset)
    copies = tuple(replace(each, grade=Grade.COPY if each.id == "paper" else None) for each in dataset.sources)
    assert not compared(again, dataset=replace(dataset, sources=copies))
    assert compared(other, dataset=replace(region(PLAIN, other), sources=copies))
