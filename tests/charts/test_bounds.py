"""Which values a figure allows, and that what is said of ranges holds for each number in them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.charts.bounds import Values, values_allowed, values_of
from heartland_gui.model.observations import Qualifier, Status
from tests.charts.small_region import seen

_ENDS = st.integers(-20, 20).map(Decimal)


@st.composite
def _ranges(draw: st.DrawFn) -> Values:
    low, high = sorted((draw(_ENDS), draw(_ENDS)))
    apart = low < high
    return Values(low, high, apart and draw(st.booleans()), apart and draw(st.booleans()))


def _numbers(values: Values) -> set[Decimal]:
    """Return the halves of whole numbers in a range: two ranges whose ends are whole differ in one of them."""
    found = {Decimal(half) / 2 for half in range(-42, 43)}
    above = {each for each in found if each > values.low or (each == values.low and not values.low_open)}
    return {each for each in above if each < values.high or (each == values.high and not values.high_open)}


@given(_ranges(), _ranges())
def test_what_lies_within_has_no_number_outside(one: Values, other: Values) -> None:
    assert one.within(other) == (_numbers(one) <= _numbers(other))


@given(_ranges(), _ranges())
def test_what_lies_below_has_no_number_that_is_not_less(one: Values, other: Values) -> None:
    assert one.below(other) == all(less < more for less in _numbers(one) for more in _numbers(other))


@pytest.mark.parametrize(
    ("qualifier", "allowed", "refused"),
    [
        (None, (50,), (49.9, 50.1)),
        (Qualifier.ONLY, (50,), (49.9, 50.1)),
        (Qualifier.OVER, (50.1, 1e9), (50, 49)),
        (Qualifier.AT_LEAST, (50, 1e9), (49.9,)),
        (Qualifier.UNDER, (49.9, -1e9), (50, 51)),
        (Qualifier.UP_TO, (50, -1e9), (50.1,)),
        (Qualifier.ABOUT, (49, 50, 51), (48.9, 51.1)),
        (Qualifier.NEARLY, (49, 49.9), (48.9, 50)),
    ],
)
def test_each_word_allows_its_numbers(
    qualifier: Qualifier | None, allowed: tuple[float, ...], refused: tuple[float, ...]
) -> None:
    values = values_of(50, qualifier)
    assert all(values_of(each, None).within(values) for each in allowed)
    assert not any(values_of(each, None).within(values) for each in refused)


def test_what_is_about_a_loss_lies_on_both_sides_of_it() -> None:
    assert values_of(-50, Qualifier.ABOUT) == Values(Decimal(-51), Decimal(-49))


@pytest.mark.parametrize("qualifier", [Qualifier.ABOUT, Qualifier.NEARLY])
def test_what_is_about_nothing_is_nothing(qualifier: Qualifier) -> None:
    assert values_of(0, qualifier) == Values(Decimal(0), Decimal(0))


def test_an_estimate_is_about_its_value() -> None:
    assert values_allowed(seen(50, "2020", Status.ESTIMATE)) == values_of(50, Qualifier.ABOUT)
    assert values_allowed(seen(50, "2020", Status.ESTIMATE, qualifier=Qualifier.OVER)) == values_of(50, Qualifier.OVER)
