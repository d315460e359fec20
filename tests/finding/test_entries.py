"""What can be found in a dataset, in which order, and what each found thing says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.finding.entries import (
    Entry,
    EntryKind,
    EntryText,
    entries_of,
    entry_text,
    figure_detail,
)
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Person, Place, Ref, SubjectKind, ref_of
from heartland_gui.model.observations import Status
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, REGION, happened, region, said, seen
from tests.charts.small_region import company as page_of
from tests.charts.small_region import pillar as page_of_pillar


def made() -> Dataset:
    """Return a region in which there is one thing at least of everything that can be found."""
    dataset = region(
        seen(1, "2018", subject="rival"),
        seen(2, "2019", subject="rival"),
        seen(3, "2019"),
        seen(4, "2019", indicator="revenue", subject="rival"),
        seen(5, "2019", indicator="revenue", subject="valley"),
        seen(6, "2020", indicator="revenue", subject="rival"),
        events=(happened("Opened", "2019-05"), happened("Closed", "2020", subject="rival")),
    )
    maker = replace(
        dataset.companies[0],
        aliases=("MKR", "Maker Works"),
        people=(
            Person(said("Ann", "安"), said("owner", "业主"), "paper"),
            Person(said("Bob"), said("driver"), "paper"),
        ),
        products=(said("lorries", "卡车"), said("vans")),
    )
    park = replace(dataset.zones[0], short=said("The P"), aliases=("Yard",))
    return replace(dataset, companies=(maker, *dataset.companies[1:]), zones=(park,))


DATASET = made()
ENTRIES = list(entries_of(DATASET))


def of(kind: EntryKind) -> list[Entry]:
    return [entry for entry in ENTRIES if entry.kind is kind]


def text(entry: Entry, language: str = "en") -> EntryText:
    return entry_text(DATASET, entry, words_in(language))


def test_kinds_stand_one_after_the_other_in_the_order_of_the_dataset() -> None:
    kinds = list(dict.fromkeys(entry.kind.value for entry in ENTRIES))
    assert kinds == [
        "place",
        "zone",
        "pillar",
        "technology",
        "company",
        "indicator",
        "person",
        "event",
        "source",
    ]
    assert [entry.ref for entry in of(EntryKind.PILLAR)] == [ref_of(pillar) for pillar in DATASET.pillars]


def test_companies_with_most_figures_stand_first_and_else_as_in_the_dataset() -> None:
    ids = [entry.ref.id for entry in of(EntryKind.COMPANY) if entry.ref]
    assert ids == ["rival", "maker", "third", "fourth", "chemist", "quiet", "homeless"]


def test_a_thing_is_found_by_each_of_its_names_and_by_what_else_is_said_of_it() -> None:
    maker = of(EntryKind.COMPANY)[1]
    assert maker.names == ("Maker Works", "maker厂", "MKR")
    assert maker.aside == ("lorries", "卡车", "vans", "maker")
    assert of(EntryKind.ZONE)[0].names == ("Park", "园区", "The P", "Yard")
    assert of(EntryKind.TECHNOLOGY)[0].names == ("Cloud", "云")
    assert of(EntryKind.SOURCE)[0].names == ("Statistical yearbook",)
    assert of(EntryKind.SOURCE)[0].aside == ("Bureau of Statistics", "统计局", "yearbook")
    passed_on = replace(DATASET, sources=(replace(DATASET.sources[0], via=said("Metals", "金属网")),))
    (source,) = (entry for entry in entries_of(passed_on) if entry.kind is EntryKind.SOURCE)
    assert source.aside[-3:] == ("Metals", "金属网", "yearbook")


def test_an_indicator_leads_to_the_region_or_to_whom_most_is_known_of() -> None:
    assert [(entry.indicator, entry.ref) for entry in of(EntryKind.INDICATOR)] == [
        ("output", page_of("rival")),
        ("revenue", REGION),
    ], "and those without figures lead nowhere"
    assert of(EntryKind.INDICATOR)[0].names == ("Vehicles produced", "整车产量")


def test_the_indicator_with_most_figures_stands_first_and_is_found_by_its_short_name() -> None:
    dataset = region(seen(1, "2019"), *(seen(1, year, indicator="revenue") for year in ("2018", "2019")))
    named = {"revenue": replace(dataset.indicator_by_id["revenue"], short=said("Sales", "营收"))}
    dataset = replace(dataset, indicators=tuple(named.get(each.id, each) for each in dataset.indicators))
    first, second = (entry for entry in entries_of(dataset) if entry.kind is EntryKind.INDICATOR)
    assert (first.indicator, first.names) == ("revenue", ("Revenue", "营业收入", "Sales", "营收"))
    assert second.indicator == "output"


def test_people_lead_to_whom_they_belong() -> None:
    assert [(entry.names, entry.ref, entry.position) for entry in of(EntryKind.PERSON)] == [
        (("Ann", "安"), MAKER, 0),
        (("Bob",), MAKER, 1),
    ]
    assert of(EntryKind.PERSON)[0].aside == ("owner", "业主", "Maker Works", "maker厂")


def test_the_newest_events_and_sources_stand_first() -> None:
    assert [(entry.names, entry.ref, entry.position) for entry in of(EntryKind.EVENT)] == [
        (("Closed",), page_of("rival"), 1),
        (("Opened",), MAKER, 0),
    ]
    assert of(EntryKind.EVENT)[1].aside == ("2019-05", "Maker Works", "maker厂")
    assert [entry.ref.id for entry in of(EntryKind.SOURCE) if entry.ref] == ["yearbook", "paper", "report"]


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        (EntryKind.PLACE, 1, EntryText("North City", "北城", "4 companies")),
        (EntryKind.PILLAR, 1, EntryText("Modern chemicals", "现代煤化工", "1 company")),
        (EntryKind.ZONE, 0, EntryText("The P", "", "0 companies")),
        (EntryKind.COMPANY, 1, EntryText("Maker Works", "maker厂", "Vehicles")),
        (EntryKind.COMPANY, 6, EntryText("Company of no pillar", "", "")),
        (EntryKind.INDICATOR, 0, EntryText("Vehicles produced", "整车产量", "Rival Works")),
        (EntryKind.PERSON, 0, EntryText("Ann", "安", "owner, Maker Works")),
        (EntryKind.PERSON, 1, EntryText("Bob", "", "driver, Maker Works")),
        (EntryKind.SOURCE, 1, EntryText("Heartland reinvents itself", "", "Morning Paper, 26 Apr 2020")),
        (EntryKind.EVENT, 0, EntryText("Closed", "", "Rival Works, 2020")),
    ],
)
def test_what_the_row_of_an_entry_says(kind: EntryKind, number: int, expected: EntryText) -> None:
    assert text(of(kind)[number]) == expected


def test_a_row_is_in_the_language_of_its_reader() -> None:
    assert text(of(EntryKind.COMPANY)[1], "zh") == EntryText("maker厂", "Maker Works", "汽车")
    assert text(of(EntryKind.PERSON)[0], "zh") == EntryText("安", "Ann", "业主，maker厂")


def test_an_indicator_that_a_company_is_best_known_for_is_no_person() -> None:
    entry = Entry(EntryKind.INDICATOR, ("x",), MAKER, indicator="revenue")
    assert text(entry) == EntryText("Revenue", "营业收入", "Maker Works")


def test_what_leads_to_no_page_says_its_name() -> None:
    command = Entry(EntryKind.COMMAND, ("Open …",), aside=("open",), command="open")
    assert text(command) == EntryText("Open …", "", "command")
    assert text(Entry(EntryKind.QUERY, ("coal",))) == EntryText("coal", "", "")


def test_an_event_of_the_region_says_its_date_alone() -> None:
    dataset = region(events=(happened("Flood", "2019-05", subject="valley"),))
    (event,) = (entry for entry in entries_of(dataset) if entry.kind is EntryKind.EVENT)
    assert entry_text(dataset, event, Words()) == EntryText("Flood", "", "May 2019")
    assert event.aside == ("2019-05",)


def test_a_county_says_that_it_is_one() -> None:
    county = Place("gate", said("Gate"), "county", "north")
    dataset = replace(DATASET, places=(*DATASET.places, county))
    entry = Entry(EntryKind.PLACE, ("Gate",), Ref(SubjectKind.PLACE, "gate"))
    assert entry_text(dataset, entry, Words()).detail == "county, 0 companies"


def test_a_name_that_two_have_carries_its_parent() -> None:
    twin = replace(DATASET.companies[1], name=DATASET.companies[0].name, place="south")
    dataset = replace(DATASET, companies=(DATASET.companies[0], twin))
    entry = Entry(EntryKind.COMPANY, ("Maker Works",), page_of("rival"))
    assert entry_text(dataset, entry, Words()).title == "Maker Works (South City)"


@pytest.mark.parametrize(
    ("status", "expected"),
    [(Status.ACTUAL, "48\u00a0vehicles, 2019"), (Status.TARGET, "48\u00a0vehicles, 2019, target")],
)
def test_a_figure_says_when_it_is_of_and_what_it_is_where_it_is_not_done(status: Status, expected: str) -> None:
    assert figure_detail(DATASET, seen(48, "2019", status), Words()) == expected


def test_a_comparison_says_how_many_stand_side_by_side() -> None:
    page = comparison_of(["maker", "rival"])
    assert page.kind is SubjectKind.COMPARISON
    assert text(Entry(EntryKind.COMPARISON, ("x",), page)) == EntryText(
        "Maker Works · Rival Works", "", "2 side by side"
    )


def test_a_page_that_is_not_in_the_dataset_is_a_fault() -> None:
    with pytest.raises(KeyError):
        text(Entry(EntryKind.COMPANY, ("x",), Ref(SubjectKind.COMPANY, "nobody")))
    assert text(Entry(EntryKind.PILLAR, ("x",), page_of_pillar("silent"))).detail == "1 company"
