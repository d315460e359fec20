"""Questions about figures: an indicator, a year, who is in a pillar, what to compare; and what rows say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from heartland_gui.finding import answers as module
from heartland_gui.finding.answers import Answers, FoundGroup, year_in
from heartland_gui.finding.entries import Entry, EntryKind, entries_of
from heartland_gui.finding.finder import Finder, Group, Hit
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Compare, Place
from heartland_gui.model.observations import Status
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import company, happened, pillar, region, said, seen


def made() -> Dataset:
    """Return a region in which companies, cities and the region itself have revenue."""
    dataset = region(
        seen(9, "2024", indicator="revenue", subject="valley"),
        seen(5, "2024", indicator="revenue", subject="south"),
        seen(3, "2025", indicator="revenue", subject="north"),
        seen(1, "2024", indicator="revenue", subject="rival"),
        seen(4, "2023", indicator="revenue", subject="rival"),
        seen(4, "2022", indicator="revenue", subject="rival"),
        seen(2, "2024", indicator="revenue"),
        seen(8, "2026", Status.TARGET, indicator="revenue", subject="third"),
        seen(7, "2024-S1", indicator="revenue", subject="fourth"),
        seen(6, "2024", indicator="revenue", subject="park"),
        seen(6, "2024", indicator="revenue", subject="chemicals"),
        seen(1, "2019"),
        events=(happened("Revenue doubled", "2024-05"),),
    )
    maker = replace(dataset.companies[0], products=(said("lorries", "卡车"), said("vans")), aliases=("MKR",))
    headline = replace(dataset.manifest, headline=("staff", "revenue"))
    return replace(dataset, manifest=headline, companies=(maker, *dataset.companies[1:]))


DATASET = made()
FINDER = Finder(entries_of(DATASET))
ANSWERS = Answers(DATASET, Words())


def groups(query: str, *, comparable: bool = False) -> list[str]:
    return [group.title for group in ANSWERS.groups(FINDER, query, comparable=comparable)]


def group(query: str, title: str, answers: Answers = ANSWERS) -> FoundGroup:
    return next(each for each in answers.groups(FINDER, query) if each.title == title)


def ids(found: FoundGroup) -> list[str]:
    return [hit.entry.ref.id for hit in found.hits if hit.entry.ref]


def details(query: str, title: str) -> list[str]:
    return [ANSWERS.text(hit, query).text.detail.replace("\u00a0", " ") for hit in group(query, title).hits]


def test_an_indicator_lists_who_has_it_with_the_largest_newest_figure_first() -> None:
    assert groups("revenue") == [
        "Figures",
        "Companies with revenue",
        "Places with revenue",
        "Pillars and technologies with revenue",
        "Events",
        "Commands",
    ]
    assert ids(group("revenue", "Companies with revenue")) == ["maker", "rival", "third"], "a target stands behind"
    assert details("revenue", "Companies with revenue") == ["2 yuan, 2024", "1 yuan, 2024", "8 yuan, 2026, target"]
    assert ids(group("revenue", "Places with revenue")) == ["park", "south", "north"], "all but the region"
    assert {hit.entry.indicator for hit in group("revenue", "Places with revenue").hits} == {"revenue"}


@pytest.mark.parametrize(
    "query", ["2024 revenue", "revenue 2024", "revenue in 2024", "Revenue of 2024", "营业收入2024年"]
)
def test_an_indicator_and_a_year_list_who_has_that_figure(query: str) -> None:
    assert ids(group(query, "Companies with revenue in 2024")) == ["maker", "rival"]
    assert ids(group(query, "Places with revenue in 2024")) == ["park", "south"]
    assert ids(group(query, "Pillars and technologies with revenue in 2024")) == ["chemicals"]
    assert details(query, "Figures")[0] == "Valley 2024: 9 yuan · all years: 11 figures of 9 subjects"
    assert groups(query)[0] == "Figures"


def test_what_may_not_be_compared_is_listed_by_name() -> None:
    indicators = tuple(
        replace(each, compare=Compare.NEVER) if each.id == "revenue" else each for each in DATASET.indicators
    )
    dataset = replace(DATASET, indicators=indicators)
    answers = Answers(dataset, Words())
    assert ids(group("revenue", "Places with revenue", answers)) == ["north", "park", "south"]


def test_a_year_without_an_indicator_asks_for_none() -> None:
    assert groups("2024") == ["Events"]
    assert groups("2024 flowers") == []


def test_what_has_the_words_stands_before_who_has_the_figure() -> None:
    dataset = replace(
        DATASET,
        companies=(*DATASET.companies, replace(DATASET.companies[1], id="office", name=said("Office of revenue"))),
    )
    answers, finder = Answers(dataset, Words()), Finder(entries_of(dataset))
    titles = [each.title for each in answers.groups(finder, "revenue")]
    assert titles[:4] == ["Figures", "Companies", "Companies with revenue", "Places with revenue"]


def test_whoever_typed_all_of_another_name_has_not_meant_an_indicator() -> None:
    dataset = replace(DATASET, pillars=(*DATASET.pillars, replace(DATASET.pillars[0], id="r", name=said("Vehicles p"))))
    answers, finder = Answers(dataset, Words()), Finder(entries_of(dataset))
    assert [each.title for each in answers.groups(finder, "vehicles p")] == ["Pillars and technologies", "Figures"]
    assert "Companies with vehicles produced" in [each.title for each in answers.groups(finder, "vehicles pr")]


@pytest.mark.parametrize("query", ["re", "evenue", "vehicles produced by the moon"])
def test_who_has_figures_is_listed_only_where_an_indicator_is_meant(query: str) -> None:
    assert not [title for title in groups(query) if " with " in title]


def test_two_characters_of_chinese_name_an_indicator() -> None:
    assert "Companies with vehicles produced" in groups("产量")


def test_an_indicator_says_the_newest_of_the_region_and_how_much_there_is() -> None:
    assert details("revenue", "Figures")[0] == "Valley 2024: 9 yuan · 11 figures of 9 subjects"
    assert details("vehicles", "Figures")[0] == "1 figure of 1 subject"


def test_places_can_be_compared_by_it() -> None:
    (hit,) = group("revenue", "Commands").hits
    assert hit.entry.names == ("Compare the cities by revenue",)
    assert (hit.entry.ref, hit.entry.indicator) == (comparison_of(["south", "north"]), "revenue")
    assert "Commands" not in groups("vehicles"), "no two cities have it"
    found = ANSWERS.text(hit, "revenue 2024")
    assert [found.text.title[first:last] for first, last in found.title] == ["revenue"]
    assert found.text.detail == "command"


def test_counties_are_no_cities() -> None:
    north, south = (replace(place, kind="county") for place in DATASET.places[1:])
    dataset = replace(DATASET, places=(DATASET.places[0], north, south))
    found = Answers(dataset, Words()).groups(FINDER, "revenue")
    assert found[-1].hits[0].entry.names == ("Compare the places by revenue",)


def test_commands_with_these_words_stand_behind_the_comparison() -> None:
    finder = Finder([*entries_of(DATASET), Entry(EntryKind.COMMAND, ("Revenue office",), command="office")])
    found = ANSWERS.groups(finder, "revenue")
    assert [hit.entry.command for hit in found[-1].hits] == [None, "office"]


@pytest.mark.parametrize(
    ("language", "query", "title"),
    [
        ("en", "who is in vehicles", "Companies in Vehicles"),
        ("en", "Who is in vehicles?", "Companies in Vehicles"),
        ("en", "companies of north", "Companies in North City"),
        ("en", "who is in 汽车", "Companies in Vehicles"),
        ("zh", "who is in vehicles", "汽车的企业"),
    ],
)
def test_who_is_in_something_lists_its_companies(language: str, query: str, title: str) -> None:
    first = Answers(DATASET, words_in(language)).groups(FINDER, query)[0]
    assert first.group is Group.COMPANIES
    assert first.title == title
    assert ids(first)[:3] == ["rival", "maker", "third"], "those with most figures first"
    assert ANSWERS.text(first.hits[0], query).text.detail == "North City"
    assert ANSWERS.text(first.hits[0], query).title == (), "nobody typed their names"


@pytest.mark.parametrize("query", ["who is in", "who is in ", "who is in nowhere", "who is in silence"])
def test_who_is_in_nothing_is_no_answer(query: str) -> None:
    assert not [title for title in groups(query) if title.startswith("Companies in")]


def test_only_what_can_be_compared_is_offered_where_that_is_asked_for() -> None:
    assert groups("revenue", comparable=True) == [
        "Companies with revenue",
        "Places with revenue",
        "Pillars and technologies with revenue",
    ]
    assert groups("who is in vehicles", comparable=True) == ["Companies in Vehicles"]
    found = ANSWERS.alike(FINDER, "vehiclse prodoced", comparable=True)
    assert all(hit.entry.kind is not EntryKind.INDICATOR for hit in found)


def test_a_product_says_what_is_made() -> None:
    (hit,) = group("lorries", "Companies").hits
    found = ANSWERS.text(hit, "lorries")
    assert (found.text.title, found.text.detail) == ("Maker Works", "makes lorries")
    assert [found.text.detail[first:last] for first, last in found.detail] == ["lorries"]
    (hit,) = group("卡车", "Companies").hits
    assert ANSWERS.text(hit, "卡车").text.detail == "makes lorries"


def test_another_name_by_which_something_was_found_stands_behind_its_title() -> None:
    (hit,) = group("mkr", "Companies").hits
    found = ANSWERS.text(hit, "mkr")
    assert (found.text.title, found.text.other, found.text.detail) == ("Maker Works", "MKR", "Vehicles")
    assert (found.title, found.other, found.detail) == ((), ((0, 3),), ())
    (hit,) = group("maker厂", "Companies").hits
    assert ANSWERS.text(hit, "maker厂").text.other == "maker厂"


def test_nothing_is_marked_where_nothing_is_typed() -> None:
    assert ANSWERS.text(Hit(Entry(EntryKind.COMPANY, (), company("maker")))).title == ()
    assert ANSWERS.text(Hit(Entry(EntryKind.PILLAR, (), pillar("vehicles")), "Vehicles"), "").title == ()


def test_examples_are_made_of_the_dataset() -> None:
    assert [hit.entry.names[0] for hit in ANSWERS.examples] == [
        "revenue",
        "lorries",
        "North City",
        "who is in vehicles",
    ]
    assert all(hit.entry.kind is EntryKind.QUERY for hit in ANSWERS.examples)
    bare = Dataset(DATASET.manifest, places=(Place("valley", said("Valley"), "province"),))
    assert Answers(bare, Words()).examples == ()


def test_every_example_finds_something() -> None:
    for language in ("en", "zh"):
        answers, finder = Answers(DATASET, words_in(language)), FINDER
        assert answers.examples
        for hit in answers.examples:
            assert answers.groups(finder, hit.entry.names[0]), hit.entry.names


def test_of_many_subjects_those_with_the_largest_last_figures_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_WEIGHED", 3)
    having = Answers(DATASET, Words()).having(DATASET.indicator_by_id["revenue"])
    assert [hit.entry.ref.id for hit in having if hit.entry.ref] == ["third"], "of region, target and half a year"


@pytest.mark.parametrize(
    ("query", "year"), [("2024 revenue", 2024), ("revenue 1999", 1999), ("2024年", 2024), ("12024", None), ("5g", None)]
)
def test_a_year_has_four_digits(query: str, year: int | None) -> None:
    assert year_in(query) == year


@cache
def shipped() -> tuple[Answers, Finder]:
    return Answers(shipped_dataset(), Words()), Finder(entries_of(shipped_dataset()))


def test_coal_output_of_the_shipped_dataset() -> None:
    answers, finder = shipped()
    found = answers.groups(finder, "coal output")
    assert [each.title for each in found] == [
        "Figures",
        "Companies with raw coal output",
        "Places with raw coal output",
        "Events",
        "Sources",
        "Commands",
    ]
    assert ids(found[2])[:3] == ["shuozhou", "jincheng", "jinzhong"]
    assert found[0].hits[0].entry.indicator == "raw-coal-output"


@pytest.mark.parametrize("query", ["hydrogen", "coke", "who is in finance", "2024 revenue"])
def test_the_shipped_dataset_answers(query: str) -> None:
    answers, finder = shipped()
    found = answers.groups(finder, query)
    assert any(each.group is Group.COMPANIES for each in found)
    for each in found:
        assert all(answers.text(hit, query).text.title for hit in each.hits)
