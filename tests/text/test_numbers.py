"""Numbers, amounts and magnitudes, in English and in Chinese; grouped and shortened as CLDR has it."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.entities import Localized
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.units import KILOWATT, unit

ENGLISH = Words("en")
CHINESE = words_in("zh")
NBSP = "\u00a0"


NUMBERS = [
    (0, "0"),
    (48, "48"),
    (5_000, "5,000"),
    (-1_234_567, "−1,234,567"),
    (223.8, "223.8"),
    (5.0, "5"),
    (1_234.5678, "1,234.5678"),
    (-0.25, "−0.25"),
    (0.0001, "0.0001"),
    (1e-7, "0.0000001"),
    (1e-9, "0.000000001"),
    (9.9e-10, "9.9×10⁻¹⁰"),
    (-5e-324, "−5×10⁻³²⁴"),
    (0.1 + 0.2, "0.3"),
    (1 / 3, "0.333333333333333"),
    (-0.0, "0"),
    (1_702_668_000_000, "1,702,668,000,000"),
    (123_456_789_012_345_678, "123,456,789,012,345,678"),
    (10**18, "1×10¹⁸"),
    (999_999_999_999_999.0, "999,999,999,999,999"),
    (1.5e15, "1.5×10¹⁵"),
    (-1.23e300, "−1.23×10³⁰⁰"),
    (math.inf, "inf"),
]


@pytest.mark.parametrize(("value", "shown"), NUMBERS)
def test_a_number_in_full(value: float, shown: str) -> None:
    assert ENGLISH.number(value) == shown
    # Chinese has no comma below 万.
    assert CHINESE.number(value) == (shown.replace(",", "") if abs(value) < 10_000 else shown)


def test_a_number_rounded() -> None:
    assert ENGLISH.number(1234.567, 1) == "1,234.6"
    assert ENGLISH.number(5, 2) == "5.00"
    assert ENGLISH.number(-0.001, 2) == "0.00"
    assert ENGLISH.number(1e-12, 2) == "0.00"
    assert ENGLISH.number(2e300, 1) == "2×10³⁰⁰"
    assert ENGLISH.rounded(1.23456e-12) == "1.23×10⁻¹²"
    assert ENGLISH.rounded(1.23456e-9) == "0.00000000123"
    assert ENGLISH.rounded(-98765e15) == "−9.88×10¹⁹"


@given(st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_short_and_has_no_exponent(value: float) -> None:
    for shown in (ENGLISH.number(value), ENGLISH.rounded(value), ENGLISH.amount(value, unit("%", "ratio"))):
        assert "e" not in shown
        assert "-" not in shown
        assert len(shown) <= 29


POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def read(shown: str) -> float:
    return float(shown.replace(",", "").replace("−", "-").replace("×10", "e").translate(POWERS))


@given(st.integers(-(10**14), 10**14) | st.floats(-1e14, 1e14, allow_subnormal=False))
def test_a_number_in_full_loses_nothing(value: float) -> None:
    assert math.isclose(read(ENGLISH.number(value)), value, rel_tol=1e-14, abs_tol=0.0)


AMOUNTS = [
    (1_500_000_000, "yuan", "元", "money", "1.5 bn yuan", "15亿元"),
    (1_702_668_000_000, "yuan", "元", "money", "1.7 tn yuan", "1.7万亿元"),
    (20_000_000, "yuan", "元", "money", "20 mn yuan", "2000万元"),
    (999_600_000, "yuan", "元", "money", "1 bn yuan", "10亿元"),
    (999_400_000, "yuan", "元", "money", "999 mn yuan", "9.99亿元"),
    (48, "vehicles", "辆", "count", "48 vehicles", "48辆"),
    (5_000, "vehicles", "辆", "count", "5,000 vehicles", "5000辆"),
    (100_000, "vehicles", "辆", "count", "100,000 vehicles", "10万辆"),
    (-2_500_000, "yuan", "元", "money", "−2.5 mn yuan", "−250万元"),
    (99, "%", "%", "ratio", "99 %", "99%"),
    (12_345_678, "%", "%", "ratio", "12,345,678 %", "12,345,678%"),
    (816_000_000, "tonnes", "吨", "physical", "816 mn tonnes", "8.16亿吨"),
    (0, "yuan", "元", "money", "0 yuan", "0元"),
    (12, "", "", "count", "12", "12"),
]


@pytest.mark.parametrize(("value", "symbol", "zeichen", "scale", "english", "chinese"), AMOUNTS)
def test_an_amount_shortened(value: float, symbol: str, zeichen: str, scale: str, english: str, chinese: str) -> None:
    assert ENGLISH.amount(value, unit(symbol, scale)).replace(NBSP, " ") == english
    assert CHINESE.amount(value, unit(zeichen, scale)) == chinese


POWERS_OF_KW = [
    (40_100_000, "40.1 GW", "4010万千瓦"),
    (1_500_000, "1.5 GW", "150万千瓦"),
    (2.5e9, "2.5 TW", "25亿千瓦"),
    (5_000, "5 MW", "5000千瓦"),
    (999.6, "1 MW", "999.6千瓦"),
    (500, "500 kW", "500千瓦"),
    (0.25, "0.25 kW", "0.25千瓦"),
    (0, "0 kW", "0千瓦"),
]


@pytest.mark.parametrize(("value", "english", "chinese"), POWERS_OF_KW)
def test_what_is_counted_in_the_si_has_its_prefixes_but_in_chinese(value: float, english: str, chinese: str) -> None:
    assert ENGLISH.amount(value, KILOWATT).replace(NBSP, " ") == english
    assert CHINESE.amount(value, KILOWATT) == chinese
    assert ENGLISH.full_amount(value, KILOWATT).endswith("kW")


def test_the_factor_of_a_unit_decides_and_not_its_symbol() -> None:
    watt = unit("W", "physical", si=Localized((("en", "W"),)))
    coal = unit("tce", "physical", si=Localized((("en", "J"),)), factor=29.3e9)
    plain = unit("kW", "physical")
    shown = [ENGLISH.amount(1.5e6, each).replace(NBSP, " ") for each in (watt, coal, plain)]
    assert shown == ["1.5 MW", "43,950 TJ", "1.5 mn kW"]
    assert ENGLISH.amount(1500, watt).replace(NBSP, " ") == "1.5 kW"
    assert ENGLISH.amount(6, coal).replace(NBSP, " ") == "176 GJ"
    found = ENGLISH.magnitude(4e7, KILOWATT)
    assert (found.divisor, found.unit) == (1e6, "GW")
    assert CHINESE.magnitude(4e7, KILOWATT).unit == "万千瓦"


HALVES = [
    (1_365_000_000, "t", "physical", "1.37 bn t"),
    (2_125_000_000, "yuan", "money", "2.13 bn yuan"),
    (2_135_000_000, "yuan", "money", "2.14 bn yuan"),
    (2_675_000, "yuan", "money", "2.68 mn yuan"),
    (1_005_000, "yuan", "money", "1.01 mn yuan"),
    (1_250_000_000_000, "yuan", "money", "1.25 tn yuan"),
    (999_950_000_000, "yuan", "money", "1 tn yuan"),
    (-1_225_000, "heads", "count", "−1.23 mn heads"),
    (2_125, "heads", "count", "2,125 heads"),
    (99_999.5, "heads", "count", "99,999.5 heads"),
    (12.5, "%", "ratio", "12.5 %"),
    (12.345, "%", "ratio", "12.345 %"),
    (0.045, "%", "ratio", "0.045 %"),
]


@pytest.mark.parametrize(("value", "symbol", "scale", "shown"), HALVES)
def test_halves_of_amounts_go_away_from_zero(value: float, symbol: str, scale: str, shown: str) -> None:
    assert ENGLISH.amount(value, unit(symbol, scale)).replace(NBSP, " ") == shown


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [(12.5, 0, "13"), (1.005, 2, "1.01"), (-0.045, 2, "−0.05"), (2.5, 0, "3"), (3, 1, "3.0")],
)
def test_a_number_is_rounded_to_decimals_as_it_is_written(value: float, digits: int, shown: str) -> None:
    assert ENGLISH.number(value, digits) == shown


@given(st.integers(-(10**14), 10**14) | st.floats(-1e14, 1e14), st.integers(0, 9))
def test_decimals_are_those_of_decimal_arithmetic(value: float, digits: int) -> None:
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, Context(prec=60))
    assert Decimal(ENGLISH.number(value, digits).replace(",", "").replace("−", "-")) == exact


@given(st.floats(1e6, 1e14) | st.integers(10**6, 10**14))
def test_three_digits_are_those_of_decimal_arithmetic(value: float) -> None:
    magnitude = ENGLISH.magnitude(value, unit("yuan", "money"))
    quotient = Decimal(repr(value)) / int(magnitude.divisor)
    exact = Context(prec=max(3, quotient.adjusted() + 1), rounding=ROUND_HALF_UP).plus(quotient)
    assert Decimal(ENGLISH.scaled(value, magnitude).replace(",", "")) == exact


def test_numbers_and_units_do_not_part_at_the_end_of_a_line() -> None:
    assert ENGLISH.amount(1_500_000_000, unit("yuan", "money")) == f"1.5{NBSP}bn{NBSP}yuan"
    assert ENGLISH.compact(1_500_000_000, unit("", "money")) == f"1.5{NBSP}bn"
    assert CHINESE.compact(1_500_000_000, unit("", "money")) == "15亿"
    assert ENGLISH.compact(48, unit("", "count")) == "48"


def test_an_amount_in_full() -> None:
    assert ENGLISH.full_amount(1_500_000_000, unit("yuan", "money")).replace(NBSP, " ") == "1,500,000,000 yuan"
    assert CHINESE.full_amount(1_500_000_000, unit("元", "money")) == "1,500,000,000元"


MAGNITUDES = [
    (5e12, "money", "yuan", 1e12, "trillion yuan"),
    (1.5e9, "money", "yuan", 1e9, "billion yuan"),
    (1e6, "count", "visits", 1e6, "million visits"),
    (999_499, "count", "visits", 1.0, "visits"),
    (999_500, "count", "visits", 1e6, "million visits"),
    (1e9, "ratio", "%", 1.0, "%"),
    (4e9, "count", "", 1e9, "billion"),
    (0, "money", "yuan", 1.0, "yuan"),
    (-3e9, "money", "yuan", 1e9, "billion yuan"),
    (math.inf, "money", "yuan", 1.0, "yuan"),
    (math.nan, "money", "yuan", 1.0, "yuan"),
]


@pytest.mark.parametrize(("largest", "scale", "symbol", "divisor", "name"), MAGNITUDES)
def test_a_magnitude_in_english(largest: float, scale: str, symbol: str, divisor: float, name: str) -> None:
    found = ENGLISH.magnitude(largest, unit(symbol, scale))
    assert (found.divisor, found.unit) == (divisor, name)


@pytest.mark.parametrize(
    ("largest", "divisor", "name"),
    [(5e12, 1e12, "万亿元"), (1.5e9, 1e8, "亿元"), (20_000, 1e4, "万元"), (9_000, 1.0, "元")],
)
def test_a_magnitude_in_chinese(largest: float, divisor: float, name: str) -> None:
    found = CHINESE.magnitude(largest, unit("元", "money"))
    assert (found.divisor, found.unit) == (divisor, name)


def test_a_whole_axis_has_one_scale() -> None:
    magnitude = ENGLISH.magnitude(1.5e9, unit("yuan", "money"))
    assert [ENGLISH.scaled(value, magnitude) for value in (0, 50_000_000, 1_000_000_000, 1_500_000_000)] == [
        "0",
        "0.05",
        "1",
        "1.5",
    ]


@given(
    st.integers(-(10**14), 10**14)
    | st.floats(-1e9, 1e9, allow_subnormal=False).map(lambda value: round(value, 3) + 0.0)
)
def test_numbers_are_grouped_as_cldr_groups_them(value: float) -> None:
    for words, locale in ((ENGLISH, "en_GB"), (CHINESE, "zh_Hans_CN")):
        # Chinese has no comma below 万, as 5000 stands beside 1500亿, which CLDR does not know.
        grouped = words is ENGLISH or abs(value) >= 10_000
        assert words.number(value, 3).replace("−", "-") == format_decimal(
            value, "#,##0.000" if grouped else "0.000", locale
        )
        if isinstance(value, int):
            expected = format_decimal(value, "#,##0" if grouped else "0", locale)
            assert words.number(value).replace("−", "-") == expected


@given(st.integers(10_000, 999 * 10**13))
def test_chinese_shortens_numbers_as_cldr_does(value: int) -> None:
    """To three digits where CLDR takes as many decimals; so what is compared has no more than three digits."""
    shown = int(f"{value:.2e}".partition("e")[0].replace(".", "")) * 10 ** (len(str(value)) - 3)
    for exact in (shown, -shown):
        cldr = format_compact_decimal(exact, locale="zh_Hans_CN", fraction_digits=3)
        assert CHINESE.compact(exact, unit("", "money")).replace("−", "-") == cldr
        assert CHINESE.amount(exact, unit("元", "money")).replace("−", "-") == f"{cldr}元"


YUAN = unit("yuan", "money")


def test_the_digits_of_an_amount_stand_in_it() -> None:
    words = Words()
    for value in (0, 48, 1_500_000_000, -2.5e12, 999_600_000, 0.5):
        assert words.numbers.digits(value, YUAN) in words.amount(value, YUAN)


def test_an_amount_beside_another_has_its_step_and_its_decimals() -> None:
    numbers = Words().numbers
    assert numbers.amount_as(5.796e9, 5.79e9, YUAN) == "5.80\u00a0bn\u00a0yuan"
    assert numbers.amount_as(2e9, 393e9, YUAN) == "2\u00a0bn\u00a0yuan"
    assert numbers.amount_as(12.0, 12.5, YUAN) == "12.0\u00a0yuan"
    assert numbers.amount_as(5e6, 5e9, YUAN) == "5\u00a0mn\u00a0yuan", "of another step it is written as ever"


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (2_549_568_000_000, "2,549.568 bn yuan", "25495.68亿元"),
        (538_245_000_000, "538.245 bn yuan", "5382.45亿元"),
        (1_500_000_000, "1.5 bn yuan", "15亿元"),
        (-1_250_000, "−1.25 mn yuan", "−125万元"),
        (19_030_807_655.6, "19,030,807,655.6 yuan", "19,030,807,655.6元"),
        (48, "48 yuan", "48元"),
        (math.inf, "inf yuan", "inf元"),
    ],
)
def test_an_exact_amount_loses_no_digit_and_has_few_decimals(value: float, english: str, chinese: str) -> None:
    assert ENGLISH.exact_amount(value, unit("yuan", "money")).replace(NBSP, " ") == english
    assert CHINESE.exact_amount(value, unit("元", "money")) == chinese
