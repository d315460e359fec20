"""Rounding and computing with numbers as they are written."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.decimals import difference, last_digit, percentage, quotient, rounded, significant, written

WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
numbers = st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False)
NEAR = st.decimals(-(10**6), 10**6, places=4, allow_nan=False, allow_infinity=False)
"""Numbers as people write them."""


def exactly(value: float) -> Decimal:
    return Decimal(repr(value))


@given(numbers, st.integers(0, 12))
def test_decimals_are_rounded_as_decimal_arithmetic_does(value: float, decimals: int) -> None:
    assert rounded(value, decimals) == exactly(value).quantize(Decimal(1).scaleb(-decimals), context=WIDE)


@given(numbers, st.integers(1, 15))
def test_significant_digits_are_rounded_as_decimal_arithmetic_does(value: float, digits: int) -> None:
    assert significant(value, digits) == Context(prec=digits, rounding=ROUND_HALF_UP).plus(exactly(value))


@given(st.integers(0, 10**9), st.integers(0, 6))
def test_halves_go_away_from_zero(number: int, decimals: int) -> None:
    half = float((number + Decimal("0.5")).scaleb(-decimals))
    assert rounded(half, decimals) == Decimal(number + 1).scaleb(-decimals)
    assert rounded(-half, decimals) == -rounded(half, decimals)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (12.345, 2, "12.35"),
        (0.045, 2, "0.05"),
        (0.125, 2, "0.13"),
        (2.4999999999999996, 0, "2"),
        (1365, -1, "1.37E+3"),
        (7, 2, "7.00"),
    ],
)
def test_a_number_is_rounded_as_it_is_written(value: float, decimals: int, shown: str) -> None:
    assert str(rounded(value, decimals)) == shown


def test_significant_digits_of_nothing_and_of_a_carry() -> None:
    assert significant(0, 3) == 0
    assert significant(99.96, 3) == 100
    assert significant(1.365e9, 3) == Decimal("1.37e9")


def test_numbers_of_numpy_are_written_like_others() -> None:
    class Wordy(float):
        def __repr__(self) -> str:
            return f"np.float64({float(self)})"

    assert written(Wordy(0.1)) == Decimal("0.1")


@given(NEAR, NEAR)
def test_differences_are_those_of_the_decimals(later: Decimal, earlier: Decimal) -> None:
    assert difference(float(later), float(earlier)) == float(later - earlier)


@given(NEAR, NEAR.filter(bool))
def test_quotients_are_those_of_the_decimals(part: Decimal, whole: Decimal) -> None:
    assert quotient(float(part), float(whole)) == float(part / whole)
    assert percentage(float(part), float(whole)) == float(100 * part / whole)


def test_binary_noise_does_not_show() -> None:
    assert difference(100.3, 100.1) == 0.2
    assert percentage(0.7, 5.6) == 12.5
    assert quotient(0.3, 0.1) == 3


def test_what_is_too_large_is_infinite() -> None:
    assert percentage(1e200, 1e-200) == math.inf
    assert quotient(1e200, 1e-200) == math.inf


@pytest.mark.parametrize(
    ("number", "worth"), [("1.25", "0.01"), ("830000", "10000"), ("7", "1"), ("1.50", "0.1"), ("-20", "10"), ("0", "1")]
)
def test_what_the_last_digit_is_worth(number: str, worth: str) -> None:
    assert last_digit(Decimal(number)) == Decimal(worth)
