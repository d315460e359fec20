"""What stands first for what somebody would type about the shipped dataset, in both languages."""

from __future__ import annotations

from functools import cache

import pytest

from heartland_gui.finding.entries import Entry, EntryKind, entries_of, entry_text
from heartland_gui.finding.finder import ENOUGH, Finder
from heartland_gui.finding.index import Match
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset

FIRST = {
    # places, by name, characters, syllables, initials, with and without tones
    "taiyuan": "place taiyuan",
    "TAIYUAN": "place taiyuan",
    "taiy": "place taiyuan",
    "tài yuán": "place taiyuan",
    "tai4yuan2": "place taiyuan",
    "太原": "place taiyuan",
    "太": "place taiyuan",
    "ty": "place taiyuan",
    "tiayuan": "place taiyuan",
    "dt": "place datong",
    "大同": "place datong",
    "datnog": "place datong",
    "cz": "place changzhi",
    "changzhi": "place changzhi",
    "长治": "place changzhi",
    "lvliang": "place lvliang",
    "luliang": "place lvliang",
    "Lüliang": "place lvliang",
    "yangqan": "place yangquan",
    "shanxi": "place shanxi",
    # companies
    "snd": "company snd-new-energy-special-vehicle",
    "SND new": "company snd-new-energy-special-vehicle",
    "special vehicle snd": "company snd-new-energy-special-vehicle",
    "tisco": "company tisco",
    "武宿": "company taiyuan-wusu-airport",
    "wusu": "company taiyuan-wusu-airport",
    "meijin": "company meijin-energy",
    "foxconn": "company foxconn-taiyuan",
    "jinshang": "company jinshang-bank",
    "晋商": "company jinshang-bank",
    "bank of shan": "company bank-of-shanxi",
    "平遥": "company pingyao-ancient-city",
    "city of pingyao": "company pingyao-ancient-city",
    # pillars, zones, technologies
    "natural gas": "pillar natural-gas",
    "天然气": "pillar natural-gas",
    "trq": "pillar natural-gas",
    "finance": "pillar finance",
    "cultural": "pillar cultural-tourism",
    "tousrism": "pillar cultural-tourism",
    "reform zone": "zone shanxi-transition-zone",
    "转型": "zone shanxi-transition-zone",
    "blockchain": "technology blockchain",
    "qkl": "technology blockchain",
    "区块链": "technology blockchain",
    # indicators, people, products, sources
    "gdp": "indicator gdp",
    "gross dom": "indicator gdp",
    "population": "indicator population",
    "5g base": "indicator base-stations-5g",
    "que wenxiu": "person snd-new-energy-special-vehicle",
    "cold-storage": "product snd-new-energy-special-vehicle",
    "china daily": "source",
}


@cache
def finder() -> Finder:
    return Finder(entries_of(shipped_dataset()))


def told(entry: Entry) -> str:
    return f"{entry.kind} {entry.indicator or (entry.ref.id if entry.ref else '')}"


@pytest.mark.parametrize(("query", "first"), FIRST.items())
def test_what_is_meant_stands_first(query: str, first: str) -> None:
    assert told(finder().find(query)[0].entry).startswith(first)


def test_there_are_fifty_queries_in_both_languages() -> None:
    assert len(FIRST) >= 50
    assert sum(not query.isascii() for query in FIRST) >= 10


def test_recent_places_stand_first_among_equals() -> None:
    usual = [told(hit.entry) for hit in finder().find("taiyuan h")]
    assert usual[0] == "company taiyuan-heavy-industry"
    hits = finder().find("datong", kind=EntryKind.COMPANY)
    last = [hit.entry.ref for hit in hits if hit.match is Match.PREFIX][-1]
    assert last is not None
    assert finder().find("datong", recent=[last], kind=EntryKind.COMPANY)[0].entry.ref == last


def test_only_one_kind_can_be_asked_for() -> None:
    assert {hit.entry.kind for hit in finder().find("taiyuan", kind=EntryKind.SOURCE)} == {EntryKind.SOURCE}


def test_many_of_one_kind_hide_nothing_of_another() -> None:
    many = [Entry(EntryKind.COMPANY, (f"Alpha Works {n}", f"Works alpha {n}")) for n in range(1_500)]
    one = Entry(EntryKind.SOURCE, ("Alpha yearbook", "Yearbook of Alpha"))
    crowded = Finder([*many, one])
    for query in ("alph", "lpha", "yearbook al", "alpa", "ay"):
        assert [hit.entry for hit in crowded.find(query, kind=EntryKind.SOURCE)] == [one], query
    assert len(crowded.find("alph", kind=EntryKind.COMPANY)) == ENOUGH


def test_no_more_than_enough_are_found() -> None:
    assert len(finder().find("shanxi")) == ENOUGH


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_entry_says_what_it_is(language: str) -> None:
    words = words_in(language)
    for entry in entries_of(shipped_dataset()):
        text = entry_text(shipped_dataset(), entry, words)
        assert text.title
        assert text.other != text.title
        assert shipped_dataset().find(entry.ref or Ref(SubjectKind.PLACE, "")) is not None
