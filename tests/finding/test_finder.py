"""In which order things are found: the shipped dataset by what somebody would type, in both languages."""

from __future__ import annotations

from functools import cache

import pytest

from heartland_gui.finding.entries import Entry, EntryKind, entries_of, entry_text
from heartland_gui.finding.finder import COMPARABLE, ENOUGH, Finder, Group
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
    "ancient city": "company datong-ancient-city",
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
    "cold-storage": "company snd-new-energy-special-vehicle",
    "hydrogen": "indicator hydrogen-vehicles",
    "coal output": "indicator raw-coal-output",
    "output coal": "indicator raw-coal-output",
    "china daily": "source",
    # what people call things that have another name in the data
    "太原市": "place taiyuan",
    "大同市": "place datong",
    "山西省": "place shanxi",
    "煤炭产量": "indicator raw-coal-output",
    "人均GDP": "indicator gdp-per-person",
}


@cache
def finder() -> Finder:
    return Finder(entries_of(shipped_dataset()))


def told(entry: Entry) -> str:
    return f"{entry.kind} {entry.indicator or (entry.ref.id if entry.ref else '')}"


@pytest.mark.parametrize(("query", "first"), FIRST.items())
def test_what_is_meant_stands_first_in_its_group(query: str, first: str) -> None:
    assert any(told(hits.hits[0].entry).startswith(first) for hits in finder().find(query))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("旅游收入", "indicator tourism-revenue"),
        ("太钢", "company tisco"),
        ("氢燃料电池公交车", "company meijin-energy"),
    ],
)
def test_chinese_is_found_by_its_signs_in_order(query: str, wanted: str) -> None:
    assert wanted in [told(hit.entry) for hits in finder().find(query) for hit in hits.hits]


def test_there_are_fifty_queries_in_both_languages() -> None:
    assert len(FIRST) >= 50
    assert sum(not query.isascii() for query in FIRST) >= 10


def test_groups_stand_in_order_but_for_those_that_are_called_so() -> None:
    assert [hits.group for hits in finder().find("coal output")] == [Group.FIGURES, Group.EVENTS, Group.SOURCES]
    groups = [hits.group for hits in finder().find("finance")]
    assert groups[0] is Group.PILLARS
    assert groups[1:] == [group for group in Group if group in groups[1:]]
    first = finder().find("ty")[0]
    assert (first.group, first.match, first.is_whole) == (Group.PLACES, Match.WHOLE_READING, True)


def test_recent_places_stand_first_among_equals() -> None:
    (usual,) = finder().find("datong", groups=[Group.COMPANIES])
    last = usual.hits[-1].entry.ref
    assert last is not None
    (now,) = finder().find("datong", recent=[last], groups=[Group.COMPANIES])
    assert now.hits[0].entry.ref == last
    assert usual.hits[0].entry.ref != last


def test_only_some_groups_can_be_asked_for() -> None:
    assert [hits.group for hits in finder().find("taiyuan", groups=[Group.SOURCES])] == [Group.SOURCES]
    assert {hits.group for hits in finder().find("taiyuan", groups=COMPARABLE)} <= COMPARABLE


def test_a_product_finds_who_makes_it_after_who_is_called_so() -> None:
    companies = Finder(
        [
            Entry(EntryKind.COMPANY, ("Green Works",), aside=("hydrogen",)),
            Entry(EntryKind.COMPANY, ("Works of Hydrogen",)),
        ]
    )
    (hits,) = companies.find("hydrogen")
    assert [(hit.entry.names[0], hit.name, hit.aside) for hit in hits.hits] == [
        ("Works of Hydrogen", "Works of Hydrogen", False),
        ("Green Works", "hydrogen", True),
    ]
    assert hits.fits_words
    (made,) = companies.find("hydrogen green")
    assert not made.fits_words
    assert not made.is_whole


def test_the_newest_and_the_largest_stand_first_however_their_words_fit() -> None:
    events = [Entry(EntryKind.EVENT, (text,)) for text in ("A plan for coal", "Coal plan of May", "coal for a plan")]
    (hits,) = Finder(events).find("coal plan")
    assert [hit.entry for hit in hits.hits] == events
    named = [Entry(EntryKind.PLACE, entry.names) for entry in events]
    (hits,) = Finder(named).find("coal plan")
    assert [hit.entry.names[0] for hit in hits.hits] == ["Coal plan of May", "A plan for coal", "coal for a plan"]


def test_an_error_is_tried_only_where_nothing_fits() -> None:
    things = Finder([Entry(EntryKind.PLACE, ("Tourist",)), Entry(EntryKind.COMPANY, ("Tourism",))])
    assert [hits.group for hits in things.find("tourism")] == [Group.COMPANIES]
    both = things.find("touris5")
    assert [hits.group for hits in both] == [Group.COMPANIES, Group.PLACES]
    assert all(hit.nearly for hits in both for hit in hits.hits)
    assert not both[0].fits_words


def test_many_of_one_group_hide_nothing_of_another() -> None:
    many = [Entry(EntryKind.COMPANY, (f"Alpha Works {n}", f"Works alpha {n}")) for n in range(1_500)]
    one = Entry(EntryKind.SOURCE, ("Alpha yearbook", "Yearbook of Alpha"))
    crowded = Finder([*many, one])
    for query in ("alph", "lpha", "alpa"):
        companies, sources = crowded.find(query)
        assert [hit.entry for hit in sources.hits] == [one], query
        assert len(companies.hits) == ENOUGH == 100, query


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("shuzou city", ["Shuozhou"]),
        ("太源", ["Taiyuan"]),
        ("cultral turism", ["Cultural tourism"]),
        ("qqqqq", []),
        ("", []),
    ],
)
def test_where_nothing_fits_the_nearest_names_are_known(query: str, near: list[str]) -> None:
    found = [hit.entry.names[0] for hit in finder().alike(query, tuple(Group))]
    assert len(found) <= 2
    assert found[: len(near)] == near
    assert bool(found) == bool(near)


def test_only_what_can_be_compared_is_near_where_that_is_asked_for() -> None:
    assert all(hit.entry.kind is not EntryKind.INDICATOR for hit in finder().alike("raw caol outputt", COMPARABLE))
    assert finder().alike("raw caol outputt", tuple(Group))[0].entry.kind is EntryKind.INDICATOR


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_entry_says_what_it_is(language: str) -> None:
    words = words_in(language)
    for entry in entries_of(shipped_dataset()):
        text = entry_text(shipped_dataset(), entry, words)
        assert text.title
        assert text.other != text.title
        assert shipped_dataset().find(entry.ref or Ref(SubjectKind.PLACE, "")) is not None
