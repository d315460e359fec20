"""The order in which things are found by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.finding import index
from heartland_gui.finding.index import Fit, Found, Index, Match, same_sound

THINGS = [
    ["Taiyuan", "太原"],
    ["Changzhi", "长治"],
    ["Taiyuan Heavy Industry", "太原重工", "TYHI"],
    ["Heavy Works of Tai"],
]
INDEX = Index(THINGS)


def found(query: str) -> list[tuple[int, Match]]:
    exact = INDEX.search(query, 10)
    return [(each.number, each.match) for each in exact or INDEX.nearly(query, 10)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("taiyuan", (0, Match.EXACT)),
        ("ch", (1, Match.START)),
        ("cz", (1, Match.WHOLE_READING)),
        ("taiy", (0, Match.START)),
        ("tai yuan", (0, Match.EXACT)),
        ("industry", (2, Match.WORD)),
        ("重工", (2, Match.WORD)),
        ("industry heavy", (2, Match.WORDS)),
        ("工 taiyuan", (2, Match.WORDS)),
        ("ndustr", (2, Match.INSIDE)),
        ("ndustr eavy", (2, Match.INSIDE)),
        ("tyz", (2, Match.READING)),
        ("zhonggo", (2, Match.READING)),
        ("tiayuan", (0, Match.FUZZY)),
        ("taiyuna", (0, Match.FUZZY)),
        ("taiyan", (0, Match.FUZZY)),
        ("taiyuuan", (0, Match.FUZZY)),
        ("daiyuan", (0, Match.FUZZY)),
        ("太原市", (0, Match.EXACT)),
        ("太重", (2, Match.APART)),
        ("原重机工", (2, Match.MOSTLY)),
        ("重工industry", (2, Match.WORDS)),
        ("indostry", (2, Match.FUZZY)),
        ("indostry heavy", (2, Match.FUZZY)),
    ],
)
def test_the_best_fit_goes_first(query: str, first: tuple[int, Match]) -> None:
    assert found(query)[0] == first


def test_the_ways_to_fit_are_word_starts_then_inside_then_readings_then_an_error() -> None:
    fits = [Found(0, match, "").fit for match in Match]
    assert fits == sorted(fits)
    assert list(dict.fromkeys(fits)) == list(Fit)
    assert Found(0, Match.WORDS, "").fit is Fit.WORD_START


def test_what_stands_aside_is_found_and_said_to_be_no_name() -> None:
    index = Index()
    index.add(["Green Works"], ["hydrogen", "氢气"])
    index.add(["Hydrogen Works"])
    (one, other) = sorted(index.search("hydrogen", 10), key=lambda each: each.number)
    assert (one.name, one.aside, one.fit, one.is_whole) == ("hydrogen", True, Fit.WORD_START, False)
    assert (other.aside, other.match) == (False, Match.START)
    (mixed,) = index.search("works green hydrogen", 10)
    assert (mixed.number, mixed.aside) == (0, True)
    assert index.search("qq", 10) == []
    assert index.search("qingqi", 10)[0].aside


def test_a_name_goes_before_the_same_words_aside() -> None:
    index = Index()
    index.add(["Hydrogen Works"], ["hydrogen"])
    (only,) = index.search("hydrogen", 10)
    assert (only.name, only.aside) == ("Hydrogen Works", False)


def test_a_part_of_a_reading_begins_with_a_syllable() -> None:
    assert [number for number, _ in found("yuanzh")] == [2]
    assert found("uanzho") == []


def test_two_letters_stand_inside_of_nothing() -> None:
    assert found("uy") == []
    assert found("yu") == []
    assert found("yua") == [(0, Match.INSIDE), (2, Match.INSIDE)]


def test_nobody_types_the_initials_of_sentences() -> None:
    index = Index()
    index.add(["Taiyuan opened a works"], sentences=True)
    index.add(["Taiyuan opened a works"])
    assert [each.number for each in index.search("toaw", 10)] == [1]


def test_what_is_alike_shares_runs_of_letters() -> None:
    alike = [each.name for each in INDEX.alike("haevy industires")]
    assert alike[0] == "Taiyuan Heavy Industry"
    assert "Changzhi" not in alike
    assert INDEX.alike("xy") == []


def test_chinese_that_sounds_the_same_is_known() -> None:
    assert "taiyuan" in same_sound("太源")
    assert same_sound("taiyuan") == ()


@pytest.mark.parametrize(
    "query", ["", " ", "🚛", "xyzzy", "taixxan", "dai", "\n", "\n\n", "*", "[a-z", "\\", "a" * 10_000]
)
def test_what_fits_nothing_finds_nothing(query: str) -> None:
    assert found(query) == []


def test_a_thing_is_found_once_by_its_best_name() -> None:
    assert [number for number, _ in found("tai")] == [0, 2, 3]
    assert len(INDEX) == 4


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
        assert many.search(query, 10) == INDEX.search(query, 10)
        assert many.nearly(query, 10) == INDEX.nearly(query, 10)


def test_three_letters_have_no_error() -> None:
    assert found("tya") == []
    assert found("taw heavy") == []


@given(st.text(max_size=200), st.lists(st.lists(st.text(max_size=12), max_size=3), max_size=6))
def test_any_query_of_any_names_has_an_answer(query: str, things: list[list[str]]) -> None:
    index = Index(things)
    for found in (index.search(query, 5), index.nearly(query, 5)):
        numbers = [each.number for each in found]
        assert len(set(numbers)) == len(numbers)
        assert all(0 <= number < len(things) for number in numbers)
    assert all(0 <= each.number < len(things) for each in index.alike(query))


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
    assert number in {each.number for each in (*index.search(wrong, 10), *index.nearly(wrong, 10))}
