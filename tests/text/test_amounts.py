"""Amounts as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.entities import NO_UNIT
from heartland_gui.text import Words
from heartland_gui.text.amounts import typed_amount
from heartland_gui.text.languages import words_in
from tests.other_languages import LINES, words_of
from tests.units import KILOWATT, unit


@pytest.mark.parametrize(
    ("text", "symbol", "amount"),
    [
        ("5", "", 5),
        ("1,000,000", "yuan", 1e6),
        ("1 000 000", "yuan", 1e6),
        ("1.5 bn", "yuan", 1.5e9),
        ("1.1 bn yuan", "yuan", 1.1e9),
        ("1.005 bn", "yuan", 1.005e9),
        ("1,234.5 m", "yuan", 1234.5e6),
        ("12\u202f345", "yuan", 12345),
        ("- 1,500", "yuan", -1500),
        ("2 Million", "yuan", 2e6),
        ("15亿", "元", 1.5e9),
        ("15亿元", "元", 1.5e9),
        ("2.57万亿元", "元", 2.57e12),
        ("3，000万", "元", 3e7),
        ("−5", "%", -5),
        ("99 %", "%", 99),
        (".5", "", 0.5),
        ("1e6", "", 1e6),
        ("5 m", "m", 5),  # metres, where they are the unit
    ],
)
def test_an_amount_is_read_as_it_is_spoken(text: str, symbol: str, amount: float) -> None:
    assert typed_amount(text, unit(symbol), Words()) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [("40.1 GW", 40.1e6), ("5 kW", 5), ("5", 5), ("2 W", 0.002), ("1.5 mn kW", 1.5e6), ("3 tw", 3e9)],
)
def test_power_is_read_with_any_prefix_of_the_si(text: str, amount: float) -> None:
    assert typed_amount(text, KILOWATT, Words()) == amount
    joule = unit("J", "physical", si=KILOWATT.si)
    assert typed_amount("40.1 GW", joule, Words()) == 40.1e9


@pytest.mark.parametrize(
    ("text", "language", "amount"), [("40,1 ГВт", "ru", 40.1e6), ("5 кВт", "ru", 5), ("4010万千瓦", "zh", 40.1e6)]
)
def test_power_is_read_as_the_language_writes_it(text: str, language: str, amount: float) -> None:
    words = words_in("zh") if language == "zh" else words_of(language)
    assert typed_amount(text, KILOWATT, words) == amount


@pytest.mark.parametrize("text", ["", "much", "1 zillion", "bn", "1.2.3", "--5", "1e999", "nan", "inf", "٣", "5 5 x"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert typed_amount(text, unit("yuan"), Words()) is None


@pytest.mark.parametrize(
    "text",
    ["1,5 bn", "12,34", "1 5", "1,50", "0,125", "1,2345", "1234,567", "1,000 000", "1,,000", "1.5,000", "1,000,"],
)
def test_a_comma_that_may_be_a_decimal_one_makes_no_amount(text: str) -> None:
    assert typed_amount(text, unit("yuan"), Words()) is None


@given(st.integers(-(10**15), 10**15) | st.floats(-1e14, 1e14))
def test_what_the_field_shows_is_read_back(value: float) -> None:
    shown = Words().number(value)
    if "×" not in shown:
        assert typed_amount(shown, NO_UNIT, Words()) == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize("language", LINES)
@given(value=st.integers(-(10**15), 10**15) | st.floats(-1e14, 1e14))
def test_what_the_field_shows_in_another_language_is_read_back(language: str, value: float) -> None:
    words = words_of(language)
    shown = words.number(value)
    if "×" not in shown:
        assert typed_amount(shown, NO_UNIT, words) == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize("language", LINES)
@given(value=st.integers(-999, 999), power=st.integers(0, 12))
def test_a_shortened_amount_in_another_language_is_read_back(language: str, value: int, power: int) -> None:
    words, exact = words_of(language), value * 10**power
    for each in (unit("Yuan", "money"), KILOWATT):
        assert typed_amount(words.amount(exact, each), each, words) == exact


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("de", "1,5 Mrd", 1.5e9),
        ("de", "2 milliarden yuan", 2e9),
        ("de", "1.500", 1500),
        ("de", "1.5", None),
        ("de", "1,500", 1.5),
        ("es", "1,5 B", 1.5e12),
        ("fr", "1 500,5", 1500.5),
        ("hi", "1,00,000", 100_000),
        ("hi", "100,000", None),
    ],
)
def test_an_amount_is_typed_as_the_language_writes_it(language: str, text: str, amount: float | None) -> None:
    assert typed_amount(text, unit("yuan"), words_of(language)) == amount


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    found = typed_amount(text, unit("yuan"), Words())
    assert found is None or isinstance(found, float)


# -- facets in words --------------------------------------------------------------------------------------------
