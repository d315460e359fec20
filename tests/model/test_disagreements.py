"""Sources that differ on one number: what is one number, who speaks of it, and how far they are apart."""

from __future__ import annotations

from typing import Any

import pytest

from heartland_gui.model.disagreements import (
    Disagreement,
    Disagreements,
    NoDistance,
    disagreements_in,
    number_of,
    others_of,
    told_differently,
)
from heartland_gui.model.observations import Observation, Qualifier, Status
from tests.charts.small_region import region, said, seen


def pair(first: float, second: float, period: str = "2019", **known: Any) -> tuple[Observation, Observation]:
    return seen(first, period, **known), seen(second, period, source="paper", **known)


OTHER_NUMBERS = {
    "other subject": seen(60, "2019", subject="rival", source="paper"),
    "other indicator": seen(60, "2019", indicator="staff", source="paper"),
    "other period": seen(60, "2018", source="paper"),
    "other status": seen(60, "2019", Status.TARGET, source="paper"),
    "other scope": seen(60, "2019", source="paper", scope=said("part")),
}


@pytest.mark.parametrize("other", OTHER_NUMBERS.values(), ids=OTHER_NUMBERS)
def test_only_two_values_of_one_number_are_a_disagreement(other: Observation) -> None:
    item = seen(50, "2019")
    assert number_of(item) != number_of(other)
    assert not len(Disagreements((item, other)))


def test_sources_that_give_the_same_value_agree() -> None:
    found = Disagreements((seen(50, "2019"), seen(50.0, "2019", source="paper")))
    assert list(found) == []
    assert found.about(seen(50, "2019")) is None
    assert found.others(seen(50, "2019")) == ()


def test_all_who_speak_of_a_number_are_in_the_disagreement() -> None:
    agreeing = seen(50, "2019", source="report")
    first, second = pair(50, 60)
    found = Disagreements((first, second, seen(1, "2018"), agreeing))
    assert [each.observations for each in found] == [(first, second, agreeing)]
    assert len(found) == 1
    assert found.others(first) == (second,)
    assert found.others(second) == (first, agreeing)


def test_any_figure_may_lead() -> None:
    agreeing = seen(60, "2019", source="report")
    first, second = pair(50, 60)
    found = Disagreement((first, second, agreeing))
    assert found.led_by(agreeing).observations == (agreeing, second, first)
    assert found.led_by(first).observations == (first, second, agreeing)


def test_a_dataset_is_asked_as_a_whole_by_subject_and_by_indicator() -> None:
    output, staff = pair(50, 60), pair(3, 4, indicator="staff")
    other = pair(7, 8, subject="rival")
    dataset = region(*output, *staff, *other)
    assert {each.observations for each in disagreements_in(dataset)} == {output, staff, other}
    assert [each.observations for each in disagreements_in(dataset, "maker")] == [output, staff]
    assert [each.observations for each in disagreements_in(dataset, "maker", "staff")] == [staff]
    assert list(disagreements_in(dataset, "third")) == []
    assert others_of(dataset, staff[0]) == (staff[1],)


@pytest.mark.parametrize(
    ("values", "distance", "percent"),
    [
        ((49.7, 50), 0.3, 30 / 49.7),
        ((60, 50), 10, 20),
        ((0, 60), 60, None),
        ((-10, 30), 40, None),
        ((0.1, 0.3), 0.2, 200),
    ],
)
def test_the_distance_is_exact_to_the_digits_of_the_numbers(
    values: tuple[float, float], distance: float, percent: float | None
) -> None:
    found = Disagreement(pair(*values))
    assert found.distance == distance
    assert found.percent == (None if percent is None else pytest.approx(percent))
    assert (found.low, found.high) == (min(values), max(values))


@pytest.mark.parametrize("bound", [Qualifier.OVER, Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.UP_TO])
def test_nothing_is_measured_from_a_bound(bound: Qualifier) -> None:
    limit = seen(50, "2019", source="paper", qualifier=bound)
    one, other = seen(60, "2019"), seen(80, "2019", source="report")
    found = Disagreement((limit, one))
    assert (found.distance, found.percent, found.width) == (NoDistance.ONE_BOUND, None, 0)
    assert (found.low, found.high) == (50, 60)
    assert Disagreement((limit, one, other)).distance == 20


def test_why_nothing_is_measured_is_true_of_all_numbers() -> None:
    over = [seen(value, "2019", source=source, qualifier=Qualifier.OVER) for value, source in ((50, "a"), (60, "b"))]
    exact = seen(70, "2019")
    assert Disagreement(tuple(over)).distance is NoDistance.ALL_BOUNDS
    assert Disagreement((*over, exact)).distance is NoDistance.SOME_BOUNDS
    assert Disagreement((over[0], exact, exact._replace(source="c"))).distance is NoDistance.ONE_BOUND


@pytest.mark.parametrize("rough", [Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.ONLY])
def test_a_rough_number_is_no_bound(rough: Qualifier) -> None:
    assert Disagreement((seen(60, "2019"), seen(50, "2019", source="paper", qualifier=rough))).distance == 10


def test_disagreements_of_any_size_are_ordered_by_their_width() -> None:
    widths = [Disagreement(pair(*values)).width for values in ((1000, 1001), (10, 12), (0, 3), (-5, 5))]
    assert widths == sorted(widths)
    assert widths[2:] == [1, 2]
    assert Disagreement(pair(-10, 5)).width == 1.5


@pytest.mark.parametrize(
    ("values", "rounding"),
    [
        ((1.25, 1.3), True),
        ((1.24, 1.3), False),
        ((1234, 1200), True),
        ((1250, 1200), True),
        ((1251, 1200), False),
        ((0.1, 0.3), False),
        ((100_000, 10_000), False),
        ((99.6, 100), True),
        ((130, 100), False),
        ((105, 100), True),
        ((0, 0.4), False),
        ((-1.25, -1.3), True),
    ],
)
def test_what_one_source_only_rounds(values: tuple[float, float], rounding: bool) -> None:  # noqa: FBT001 - a case
    assert Disagreement(pair(*values)).is_rounding is rounding
    assert Disagreement(pair(values[1], values[0])).is_rounding is rounding


def test_all_values_must_be_roundings_of_each_other_and_bounds_do_not_count() -> None:
    third = seen(1290, "2019", source="report")
    assert not Disagreement((*pair(1234, 1200), third)).is_rounding
    assert Disagreement((*pair(1234, 1200), third._replace(qualifier=Qualifier.OVER))).is_rounding
    assert not Disagreement(pair(1234, 1200, qualifier=Qualifier.OVER)).is_rounding


def test_what_is_told_differently_leaves_rounding_out() -> None:
    apart = pair(50, 60)
    dataset = region(*apart, *pair(1234, 1200, indicator="staff"))
    assert [each.observations for each in told_differently(dataset)] == [apart]
    assert len(disagreements_in(dataset)) == 2


def test_how_many_times_the_lower_value_the_higher_one_is() -> None:
    assert Disagreement(pair(100_000, 10_000)).times == 10
    assert Disagreement(pair(0, 10)).times is None
    assert Disagreement(pair(50, 60, qualifier=Qualifier.OVER)).times is None
