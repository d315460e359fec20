"""Which letters of a text are those that were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.finding.highlights import matched_ranges


def marked(text: str, query: str, *, nearly: bool = False) -> list[str]:
    return [text[first:last] for first, last in matched_ranges(text, query, nearly=nearly)]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Raw coal output", "coal output", ["coal", "output"]),
        ("Raw coal output", "output co", ["co", "output"]),
        ("China's coal-rich province: coalbed methane output", "coal output", ["coal", "coal", "output"]),
        ("Coal and charcoal", "coal", ["Coal"]),
        ("Charcoal", "coal", ["coal"]),
        ("Charcoal", "co", []),
        ("Lüliang", "lul", ["Lül"]),
        ("Lu\u0308liang", "luliang", ["Lu\u0308liang"]),
        ("①coal", "coal", ["coal"]),
        ("Taiyuan", "tai yuan", ["Taiyuan"]),
        ("太原重工", "重", ["重"]),
        ("太原重工", "zhonggong", ["重工"]),
        ("太原重工", "tyz", ["太原重"]),
        ("太原 重工", "taiyuanzh", ["太原 重"]),
        ("太原", "ty", ["太原"]),
        ("太原重工", "ty", []),
        ("Heavy Works", "hw", ["H", "W"]),
        ("太原", "太原市", ["太原"]),
        ("旅游总收入", "旅游收入", ["旅游", "收入"]),
        ("原煤产量", "煤炭产量", ["煤产量"]),
        ("太原钢铁", "太钢", ["太", "钢"]),
        ("人均地区生产总值", "人均GDP", ["人均"]),
        ("Heavy Works", "steel", []),
        ("Heavy Works", "steel works", ["Works"]),
        ("", "steel", []),
        ("Steel", " ", []),
        ("Tourism revenue", "tousrism", []),
    ],
)
def test_the_letters_that_were_typed_are_found(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Tourism revenue", "tousrism", ["Tourism"]),
        ("Cultural tourism", "tuorism", ["tourism"]),
        ("Cultural tourism", "cultural tuorism", ["Cultural", "tourism"]),
        ("A cat", "cab", []),
    ],
)
def test_an_error_is_forgiven_where_it_was_in_finding(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query, nearly=True) == found


@given(st.text(max_size=40), st.text(max_size=12))
def test_ranges_lie_in_the_text_one_behind_the_other(text: str, query: str) -> None:
    for nearly in (False, True):
        ends = [place for pair in matched_ranges(text, query, nearly=nearly) for place in pair]
        assert ends == sorted(set(ends))
        assert all(0 <= place <= len(text) for place in ends)
