"""The order in which things are found by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.finding import index
from heartland_gui.finding.index import Index, Match

THINGS = [
    ["Taiyuan", "太原"],
    ["Changzhi", "长治"],
    ["Taiyuan Heavy Industry", "太原重工", "TYHI"],
    ["Heavy Works of Tai"],
]
INDEX = Index(THINGS)


def found(query: str) -> list[tuple[int, Match]]:
    return [(each.number, each.match) for each in INDEX.search(query, 10)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("taiyuan", (0, Match.EXACT)),
        ("ty", (0, Match.ABBREVIATION)),
        ("taiy", (0, Match.PREFIX)),
        ("tai yuan", (0, Match.EXACT)),
        ("industry", (2, Match.WORD)),
        ("重工", (2, Match.WORD)),
        ("tyz", (2, Match.INITIALS)),
        ("ndustr", (2, Match.INNER)),
        ("industry heavy", (2, Match.WORDS)),
        ("tiayuan", (0, Match.FUZZY)),
        ("taiyuna", (0, Match.FUZZY)),
        ("taiyan", (0, Match.FUZZY)),
        ("taiyuuan", (0, Match.FUZZY)),
        ("daiyuan", (0, Match.FUZZY)),
        ("indostry", (2, Match.FUZZY)),
    ],
)
def test_the_best_fit_goes_first(query: str, first: tuple[int, Match]) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize(
    "query", ["", " ", "🚛", "xyzzy", "taixxan", "dai", "\n", "\n\n", "*", "[a-z", "\\", "a" * 10_000]
)
def test_what_fits_nothing_finds_nothing(query: str) -> None:
    assert found(query) == []


def test_a_thing_is_found_once_by_its_best_name() -> None:
    assert [number for number, _ in found("tai")] == [0, 2, 3]


def test_worse_fits_are_not_tried_where_enough_was_found() -> None:
    assert [each.match for each in INDEX.search("taiyuan", 1)] == [Match.EXACT]


def test_many_blocks_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_BLOCK", 2)
    many = Index(THINGS)
    for query in (
        "taiyuan",
        "ty",
        "taiy",
        "t",
        "h",
        "tyz",
        "tyzg",
        "太",
        "太原",
        "industry",
        "ndustr",
        "taiyan",
        "wor",
    ):
        assert many.search(query, 10) == INDEX.search(query, 10) != []


def test_three_letters_have_no_error() -> None:
    assert found("tya") == []


@given(st.text(max_size=200), st.lists(st.lists(st.text(max_size=12), max_size=3), max_size=6))
def test_any_query_of_any_names_has_an_answer(query: str, things: list[list[str]]) -> None:
    numbers = [each.number for each in Index(things).search(query, 5)]
    assert len(set(numbers)) == len(numbers)
    assert all(0 <= number < len(things) for number in numbers)


@given(
    st.lists(
        st.lists(st.from_regex(r"[a-z]{4,9}( [a-z]{2,9}){0,2}", fullmatch=True), min_size=1, max_size=2),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
def test_everything_is_found_by_its_own_name_and_by_one_error(things: list[list[str]], data: st.DataObject) -> None:
    index = Index(things)
    number = data.draw(st.integers(0, len(things) - 1))
    name = data.draw(st.sampled_from(things[number]))
    assert number in {each.number for each in index.search(name, 10)}
    place = data.draw(st.integers(0, len(name) - 1))
    wrong = name[:place] + "5" + name[place + 1 :]
    assert number in {each.number for each in index.search(wrong, 10)}
