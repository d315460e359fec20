"""The numbers at marks: in the magnitude of their axis, hedged as their source does, told apart from others."""

from __future__ import annotations

import math

import pytest

from heartland_gui.charts.number_labels import (
    hedge_of,
    hedge_of_computed,
    hedge_of_part,
    hedge_of_share,
    is_hedged,
    number_on,
    percent_text,
    points_text,
    shown_number,
)
from heartland_gui.charts.spec import ValueAxis
from heartland_gui.model.observations import Qualifier, Status
from heartland_gui.text import Magnitude, Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import seen
from tests.units import unit

YUAN = unit("yuan", "money")
BILLIONS = ValueAxis(0, 2e10, Magnitude(1e9, "billion yuan"), unit=YUAN)
DECADES = ValueAxis(1e6, 2e12, Magnitude(1e12, "trillion yuan"), logarithmic=True, unit=YUAN)


@pytest.mark.parametrize(
    ("percent", "shown"),
    [
        (0, "0"),
        (0.048, "0.05"),
        (0.48, "0.5"),
        (0.96, "1.0"),
        (12.34, "12.3"),
        (99.97, "99.97"),
        (99.762, "99.8"),
        (100, "100"),
        (100.04, "100.04"),
        (134.2, "134"),
        (12_345.6, "12,346"),
        (-5.25, "\u22125.3"),
        (12.5, "12.5"),
        (112.5, "113"),
        (2.675, "2.7"),
        (0.045, "0.05"),
    ],
)
def test_percentages_are_short_and_never_rounded_to_a_whole(percent: float, shown: str) -> None:
    assert percent_text(percent, Words()) == f"{shown}\u00a0%"
    assert percent_text(percent, words_in("zh")) == f"{shown}%"


def test_a_percentage_that_is_no_number_is_said_as_such() -> None:
    assert percent_text(math.inf, Words()) == "inf\u00a0%"


@pytest.mark.parametrize(
    ("axis", "value", "shown"),
    [
        (BILLIONS, 1.365e9, "1.37"),
        (BILLIONS, 1e7, "0.01"),
        (BILLIONS, 9.9e6, "9.9 mn yuan"),
        (BILLIONS, -48_000, "−48,000 yuan"),
        (BILLIONS, 0, "0"),
        (DECADES, 9.9e6, "9.9 mn"),
        (DECADES, 1.25e12, "1.25 tn"),
    ],
)
def test_a_number_is_in_the_magnitude_of_its_axis_where_that_can_be_read(
    axis: ValueAxis, value: float, shown: str
) -> None:
    assert number_on(axis, value, Words()).replace("\u00a0", " ") == shown


def test_all_but_only_is_a_hedge() -> None:
    hedged = {each for each in (None, *Qualifier) if is_hedged(seen(1, "2019", qualifier=each))}
    assert hedged == {*Qualifier} - {Qualifier.ONLY}


@pytest.mark.parametrize(
    ("part", "whole", "hedge"),
    [
        (None, None, None),
        (Qualifier.ONLY, None, None),
        (Qualifier.OVER, None, Qualifier.OVER),
        (Qualifier.UP_TO, Qualifier.ONLY, Qualifier.UP_TO),
        (None, Qualifier.OVER, Qualifier.UNDER),
        (None, Qualifier.UNDER, Qualifier.OVER),
        (None, Qualifier.AT_LEAST, Qualifier.UP_TO),
        (Qualifier.ONLY, Qualifier.UP_TO, Qualifier.AT_LEAST),
        (Qualifier.OVER, Qualifier.OVER, Qualifier.ABOUT),
        (Qualifier.NEARLY, None, Qualifier.ABOUT),
        (None, Qualifier.ABOUT, Qualifier.ABOUT),
    ],
)
def test_a_share_is_hedged_as_its_numbers_are(
    part: Qualifier | None, whole: Qualifier | None, hedge: Qualifier | None
) -> None:
    assert hedge_of_share(seen(3, "2019", qualifier=part), seen(10, "2019", qualifier=whole)) is hedge


@pytest.mark.parametrize(
    ("part", "rest", "hedge"),
    [
        (None, (None, None), None),
        (Qualifier.OVER, (None, None), Qualifier.OVER),
        (None, (None, Qualifier.OVER), Qualifier.UNDER),
        (None, (Qualifier.UNDER, Qualifier.UNDER), Qualifier.OVER),
        (None, (Qualifier.OVER, Qualifier.UNDER), Qualifier.ABOUT),
        (None, (None, Qualifier.ABOUT), Qualifier.ABOUT),
        (Qualifier.OVER, (Qualifier.OVER,), Qualifier.ABOUT),
        (Qualifier.ONLY, (Qualifier.ONLY,), None),
    ],
)
def test_a_part_is_hedged_as_all_parts_are(
    part: Qualifier | None, rest: tuple[Qualifier | None, ...], hedge: Qualifier | None
) -> None:
    others = [seen(3, "2019", qualifier=each) for each in rest]
    assert hedge_of_part(seen(3, "2019", qualifier=part), others) is hedge


def test_an_estimate_hedges_what_is_computed_from_it() -> None:
    exact, estimate = seen(3, "2019"), seen(3, "2019", Status.ESTIMATE)
    assert hedge_of(estimate) is Qualifier.ABOUT
    assert hedge_of(estimate._replace(qualifier=Qualifier.OVER)) is Qualifier.OVER
    assert hedge_of_share(exact, estimate) is Qualifier.ABOUT
    assert hedge_of_computed((exact, estimate)) is Qualifier.ABOUT
    assert hedge_of_computed((exact, exact._replace(qualifier=Qualifier.ONLY))) is None
    assert hedge_of_computed((exact, exact._replace(qualifier=Qualifier.OVER))) is Qualifier.ABOUT


def at_mark(axis: ValueAxis, value: float, *others: float, drawn: tuple[float, ...] = ()) -> str:
    figures = [seen(each, "2019", source="paper") for each in others]
    beside = [seen(each, "2020") for each in drawn]
    return shown_number(seen(value, "2019"), figures, axis, Words(), beside).replace("\u00a0", " ")


def test_numbers_that_sources_differ_on_are_told_apart_and_equally_exact() -> None:
    assert at_mark(BILLIONS, 1.6e9) == "1.6"
    assert at_mark(BILLIONS, 1.6e9, 1.68e9) == "1.60"
    assert at_mark(BILLIONS, 1.681e9, 1.684e9) == "1.681", "both are 1.68 with three digits"
    assert at_mark(BILLIONS, 1.684e9, 1.681e9) == "1.684"
    assert at_mark(BILLIONS, 12.34e9, 12.341e9) == "12.340"
    assert at_mark(BILLIONS, 9e6, 9.001e6) == "9 mn yuan", "too small for the magnitude"
    assert at_mark(BILLIONS, 1e7, 1.6e9) == "0.01"


def test_on_a_logarithmic_axis_they_have_a_magnitude_together() -> None:
    assert at_mark(DECADES, 1.681e9, 1.684e9) == "1.681 billion yuan"
    assert at_mark(DECADES, 1.6e9, 1.68e9) == "1.6 bn"


def test_marks_clearly_apart_never_have_one_number() -> None:
    close = ValueAxis(1.36e9, 1.38e9, Magnitude(1e9, "billion yuan"), unit=YUAN)
    assert at_mark(close, 1.372e9, drawn=(1.368e9,)) == "1.372", "both would be 1.37"
    assert at_mark(close, 1.372e9, drawn=(1.3717e9,)) == "1.37", "they look like one mark"
    assert at_mark(close, 1.372e9, drawn=(1.362e9,)) == "1.37", "that one is 1.36"


def test_an_estimate_is_rough_unless_its_source_says_how() -> None:
    estimate = seen(5e9, "2019", Status.ESTIMATE)
    assert shown_number(estimate, (), BILLIONS, Words()) == "≈\u00a05"
    assert shown_number(estimate._replace(qualifier=Qualifier.OVER), (), BILLIONS, Words()) == ">\u00a05"
    assert shown_number(seen(5e9, "2019", qualifier=Qualifier.NEARLY), (), BILLIONS, Words()) == "nearly\u00a05"


@pytest.mark.parametrize(
    ("points", "long", "short"),
    [
        (1, "1 percentage point", "1 point"),
        (1.0, "1 percentage point", "1 point"),
        (0.5, "0.5 percentage points", "0.5 points"),
        (2, "2 percentage points", "2 points"),
    ],
)
def test_one_point_is_one(points: float, long: str, short: str) -> None:
    assert points_text(points, Words()) == long
    assert points_text(points, Words(), short=True) == short
