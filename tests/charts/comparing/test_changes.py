"""From one year to another: which years are taken, and what may be computed from two figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from heartland_gui.charts.comparing.changes import (
    Change,
    Refusal,
    change_between,
    change_label,
    change_told,
    computed_change,
    shared_years,
    signed,
    whole_years,
)
from heartland_gui.charts.spec import Label, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import PERCENT, Company, Unit
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import region, said, seen
from tests.units import unit

VEHICLES = unit("vehicles")


def of(subject: str, *years: int, source: str = "yearbook") -> list[Observation]:
    return [seen(1, str(year), subject=subject, source=source) for year in years]


def members(dataset: Dataset, *ids: str) -> list[Company]:
    return [each for each in dataset.companies if each.id in ids]


def change(before: float, after: float, *, same_source: bool = True, broken: bool = False, **known: Any) -> Change:
    return Change(seen(before, "2018", **known), seen(after, "2020"), same_source, broken)


def label(found: Change, measured: Unit = VEHICLES) -> Label:
    return change_label(found, ValueAxis(0, 100, Magnitude(1.0, ""), unit=measured), Words())


def test_whole_years_are_actual_figures_of_the_whole() -> None:
    dataset = region(
        seen(3, "2020"),
        seen(1, "2018"),
        seen(2, "2019", Status.ESTIMATE),
        seen(4, "2021-S1"),
        seen(5, "2021", scope=said("north works")),
        seen(6, "2022", indicator="revenue"),
    )
    assert [item.value for item in whole_years(dataset, "maker", "output")] == [1, 3]


@pytest.mark.parametrize(
    ("maker", "rival", "third", "years"),
    [
        ((2018, 2019), (2019, 2020), (2018, 2019), ("2018", "2019")),
        ((2018, 2019, 2020), (2018, 2019, 2020), (), ("2018", "2020")),
        ((2010, 2012), (2018, 2020), (), ("2018", "2020")),
        ((2010, 2015, 2019, 2020), (2010, 2015), (2019, 2020), ("2010", "2015")),
        ((2018,), (2019,), (2020,), None),
    ],
    ids=["most", "farthest", "newest", "farther", "none"],
)
def test_the_years_are_those_that_most_share_then_the_farthest_apart_then_the_newest(
    maker: tuple[int, ...], rival: tuple[int, ...], third: tuple[int, ...], years: tuple[str, str] | None
) -> None:
    dataset = region(*of("maker", *maker), *of("rival", *rival), *of("third", *third))
    assert shared_years(dataset, members(dataset, "maker", "rival", "third"), "output") == years


def test_years_that_are_farther_apart_go_before_newer_ones() -> None:
    old, new = (2010, 2018), (2019, 2020)
    figures = [*of("maker", *old), *of("rival", *old), *of("third", *new), *of("fourth", *new)]
    dataset = region(*figures)
    everybody = members(dataset, "third", "fourth", "maker", "rival")
    assert shared_years(dataset, everybody, "output") == ("2010", "2018")


def test_the_years_may_have_to_be_those_of_one_member() -> None:
    dataset = region(*of("maker", 2010, 2011), *of("rival", 2018, 2020), *of("third", 2018, 2020))
    everybody = members(dataset, "maker", "rival", "third")
    assert shared_years(dataset, everybody, "output") == ("2018", "2020")
    assert shared_years(dataset, everybody, "output", of="maker") == ("2010", "2011")
    assert shared_years(dataset, everybody, "output", of="fourth") is None


def test_the_years_may_be_those_of_one_source_first() -> None:
    dataset = region(
        *of("maker", 2018, 2019),
        *of("maker", 2010, source="paper"),
        *of("rival", 2018, 2019),
        *of("rival", 2010, source="paper"),
    )
    everybody = members(dataset, "maker", "rival")
    assert shared_years(dataset, everybody, "output") == ("2010", "2019")
    assert shared_years(dataset, everybody, "output", by_source=True) == ("2018", "2019")
    alone = region(*of("maker", 2018, 2019), *of("maker", 2010, source="paper"), *of("rival", 2010, 2019))
    assert shared_years(alone, members(alone, "maker", "rival"), "output", by_source=True) == ("2010", "2019")


def test_two_figures_of_one_source_in_one_definition_go_first() -> None:
    figures = [seen(1, "2018"), seen(2, "2020"), seen(3, "2018", source="paper"), seen(4, "2020", source="report")]
    found = change_between(region(*figures), "maker", "output", ("2018", "2020"))
    assert found is not None
    assert (found.before.value, found.after.value, found.is_comparable) == (1, 2, True)
    broken = change_between(region(*figures[:2], breaks=("2020",)), "maker", "output", ("2018", "2020"))
    assert broken is not None
    assert (broken.same_source, broken.broken, broken.is_comparable) == (True, True, False)
    apart = change_between(region(*figures[2:]), "maker", "output", ("2018", "2020"))
    assert apart is not None
    assert (apart.same_source, apart.is_comparable) == (False, False)
    issues = region(*figures[2:])
    issues = replace(issues, sources=tuple(replace(each, serial="yearly") for each in issues.sources))
    joined = change_between(issues, "maker", "output", ("2018", "2020"))
    assert joined is not None
    assert joined.is_comparable, "issues of one serial are one source"
    assert change_between(region(*figures), "maker", "output", ("2018", "2021")) is None


def test_growth_and_points_are_those_of_the_decimals() -> None:
    assert computed_change(change(0.1, 0.3), VEHICLES) == 200
    assert computed_change(change(80, 90), VEHICLES) == 12.5
    assert computed_change(change(100.1, 100.3), PERCENT) == 0.2
    assert computed_change(change(-1, 5), PERCENT) == 6


def test_what_is_not_computed_has_its_reason() -> None:
    assert computed_change(change(0, 5), VEHICLES) is Refusal.NOT_POSITIVE
    assert computed_change(change(-1, 5), VEHICLES) is Refusal.NOT_POSITIVE
    assert computed_change(change(-1, 5, broken=True), VEHICLES) is Refusal.OTHER_DEFINITION
    assert computed_change(change(-1, 5, same_source=False), VEHICLES) is Refusal.OTHER_SOURCE
    assert computed_change(change(1, 5, same_source=False), PERCENT) is Refusal.OTHER_SOURCE
    assert computed_change(change(1, 5, broken=True), PERCENT) is Refusal.OTHER_DEFINITION
    assert computed_change(change(1e-300, 1e300), VEHICLES) is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    ("found", "measured", "strong", "faint"),
    [
        (change(80, 90), VEHICLES, "+12.5\u00a0%", ""),
        (change(80, 70), VEHICLES, "−12.5\u00a0%", ""),
        (change(80, 80), VEHICLES, "0\u00a0%", ""),
        (change(80, 90), PERCENT, "+10", ""),
        (change(12.5, 12.25), PERCENT, "−0.25", ""),
        (change(0, 5), VEHICLES, "+5", "earlier value is zero or less"),
        (change(-5, -7), VEHICLES, "−2", "earlier value is zero or less"),
        (change(80, 90, qualifier=Qualifier.ABOUT), VEHICLES, "≈\u00a0+12.5\u00a0%", ""),
        (change(80, 90, qualifier=Qualifier.ONLY), VEHICLES, "+12.5\u00a0%", ""),
        (change(80, 90, same_source=False), VEHICLES, "", "different sources"),
        (change(80, 90, broken=True), PERCENT, "", "definition changed"),
    ],
)
def test_a_change_in_words(found: Change, measured: Unit, strong: str, faint: str) -> None:
    assert label(found, measured) == Label(strong, faint)


@pytest.mark.parametrize(
    ("found", "measured", "strong", "faint"),
    [
        (change(80, 90), VEHICLES, "+12.5\u00a0%", ""),
        (change(80, 90), PERCENT, "+10 percentage points", ""),
        (change(80, 79.5, qualifier=Qualifier.ABOUT), PERCENT, "≈\u00a0−0.5 percentage points", ""),
        (change(-900, -950), VEHICLES, "−50\u00a0vehicles", "earlier value is zero or less"),
        (change(80, 90, broken=True, qualifier=Qualifier.ABOUT), PERCENT, "", "definition changed"),
    ],
)
def test_a_change_is_told_with_its_unit(found: Change, measured: Unit, strong: str, faint: str) -> None:
    assert change_told(found, measured, Words()) == Label(strong, faint)


def test_a_distance_has_a_sign_before_it() -> None:
    assert [signed(value, "5") for value in (1, -1, 0)] == ["+5", "−5", "5"]
