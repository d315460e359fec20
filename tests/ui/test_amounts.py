"""Amounts as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.text import Words
from heartland_gui.ui.amounts import typed_amount


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
        ("40.1 GW", "kW", 40.1e6),
        ("5 kW", "kW", 5),
        ("5 m", "m", 5),  # metres, where they are the unit
    ],
)
def test_an_amount_is_read_as_it_is_spoken(text: str, symbol: str, amount: float) -> None:
    assert typed_amount(text, symbol) == amount


@pytest.mark.parametrize("text", ["", "much", "1 zillion", "bn", "1.2.3", "--5", "1e999", "nan", "inf", "٣", "5 5 x"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert typed_amount(text, "yuan") is None


@pytest.mark.parametrize(
    "text",
    ["1,5 bn", "12,34", "1 5", "1,50", "0,125", "1,2345", "1234,567", "1,000 000", "1,,000", "1.5,000", "1,000,"],
)
def test_a_comma_that_may_be_a_decimal_one_makes_no_amount(text: str) -> None:
    assert typed_amount(text, "yuan") is None


@given(st.integers(-(10**15), 10**15) | st.floats(-1e14, 1e14))
def test_what_the_field_shows_is_read_back(value: float) -> None:
    shown = Words().number(value)
    if "×" not in shown:
        assert typed_amount(shown) == pytest.approx(value, rel=1e-14)


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    found = typed_amount(text, "yuan")
    assert found is None or isinstance(found, float)
