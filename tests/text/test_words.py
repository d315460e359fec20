"""Sentences, plurals and lists, in English and in Chinese; lists as the Unicode consortium's data (CLDR) has them."""

from __future__ import annotations

import gettext

import pytest
from babel.lists import format_list

from heartland_gui.text import Message, Words, message
from heartland_gui.text.languages import words_in
from tests.other_languages import words_of

ENGLISH = Words("en")
CHINESE = words_in("zh")


class Catalogue(gettext.NullTranslations):
    """Two sentences in Chinese."""

    def gettext(self, message: str) -> str:
        return {"The id “{id}” is taken.": "编号“{id}”已被使用。"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{n}个错误" if msgid2 == "{n} errors" else super().ngettext(msgid1, msgid2, n)


def test_sentences_come_from_the_catalogue() -> None:
    words = Words("zh", Catalogue())
    said = message("The id “{id}” is taken.", id="{x}")
    assert words.say(said) == "编号“{x}”已被使用。"
    assert ENGLISH.say(said) == "The id “{x}” is taken."
    assert words.text("Not translated") == "Not translated"
    assert words.plural("{n} error", "{n} errors", 1_200) == "1,200个错误"


def test_a_sentence_without_values_may_hold_braces() -> None:
    assert ENGLISH.say(Message('write "…" or { en = "…" }')) == 'write "…" or { en = "…" }'


def test_plurals_and_lists() -> None:
    assert [ENGLISH.plural("{n} error", "{n} errors", count) for count in (0, 1, 2)] == [
        "0 errors",
        "1 error",
        "2 errors",
    ]
    assert [ENGLISH.listing(list(items)) for items in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert CHINESE.listing(["甲", "乙", "丙"]) == "甲、乙和丙"


def test_words_of_one_language_are_equal() -> None:
    assert Words("en") == ENGLISH
    assert hash(Words("en")) == hash(ENGLISH)
    assert ENGLISH != CHINESE
    assert ENGLISH != "en"


def test_sentences_and_clauses_are_joined_as_the_language_joins_them() -> None:
    assert ENGLISH.sentences(["One.", "Two."]) == "One. Two."
    assert CHINESE.sentences(["一。", "二。"]) == "一。二。"
    assert CHINESE.sentences(["One.", "二。", "Three."]) == "One. 二。Three."
    assert ENGLISH.sentences([]) == CHINESE.sentences([]) == ""
    assert ENGLISH.clauses(["a, b", "c"]) == "a, b; c"
    assert CHINESE.clauses(["甲、乙", "丙"]) == "甲、乙；丙"
    assert [words.details(["a", "b", "c"]) for words in (ENGLISH, CHINESE)] == ["a, b, c", "a，b，c"]
    assert [words.enumeration(["1", "2", "3"]) for words in (ENGLISH, CHINESE)] == ["1, 2, 3", "1、2、3"]


@pytest.mark.parametrize("count", range(1, 5))
def test_lists_are_joined_as_cldr_joins_them(count: int) -> None:
    items = ["甲", "乙", "丙", "丁"][:count]
    assert CHINESE.listing(items) == format_list(items, locale="zh_Hans_CN")
    assert ENGLISH.listing(items) == format_list(items, locale="en_GB")


def test_counts_in_sentences_are_grouped_and_years_come_as_words() -> None:
    words = Words()
    assert words.text("{n} of {all} are shown in {year}.", n=20, all=12_500, year="2019") == (
        "20 of 12,500 are shown in 2019."
    )
    assert words.plural("{n} of {all}", "{n} of {all}", 1_000, all=2_000) == "1,000 of 2,000"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Revenue", "revenue"),
        ("GDP growth", "GDP growth"),
        ("5G base stations", "5G base stations"),
        ("R&D spending", "R&D spending"),
        ("A", "A"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_has_no_capital(name: str, inside: str) -> None:
    assert Words().inside(name) == inside


def test_capitals_of_names_are_a_convention_of_the_language() -> None:
    assert words_of("de").inside("Umsatz") == "Umsatz"
    assert words_of("fr").inside("Recettes") == "recettes"
    assert words_in("zh").inside("营业收入") == "营业收入"
