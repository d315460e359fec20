"""What can be found in a dataset, in which order, and what each found thing says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.finding.entries import KIND_NAMES, Entry, EntryKind, EntryText, entries_of, entry_text
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Person, Ref, SubjectKind, ref_of
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


def test_every_kind_has_a_name() -> None:
    assert list(KIND_NAMES) == list(EntryKind)
    assert {kind.value: Words().say(name).lower() for kind, name in KIND_NAMES.items()} == {
        kind.value: kind.value for kind in EntryKind
    }


def test_kinds_stand_one_after_the_other_in_the_order_of_the_dataset() -> None:
    kinds = list(dict.fromkeys(entry.kind.value for entry in ENTRIES))
    assert kinds == [
        "place",
        "pillar",
        "zone",
        "company",
        "technology",
        "indicator",
        "person",
        "product",
        "source",
        "event",
    ]
    assert [entry.ref for entry in of(EntryKind.PILLAR)] == [ref_of(pillar) for pillar in DATASET.pillars]


def test_companies_with_most_figures_stand_first_and_else_as_in_the_dataset() -> None:
    ids = [entry.ref.id for entry in of(EntryKind.COMPANY) if entry.ref]
    assert ids == ["rival", "maker", "third", "fourth", "chemist", "quiet", "homeless"]


def test_a_thing_is_found_by_each_of_its_names_once() -> None:
    assert of(EntryKind.COMPANY)[1] == Entry(
        EntryKind.COMPANY, of(EntryKind.COMPANY)[1].names, MAKER, None, 0, None, None
    )
    assert of(EntryKind.COMPANY)[1].names == ("Maker Works", "maker厂", "MKR", "maker")
    assert of(EntryKind.ZONE)[0].names == ("Park", "园区", "The P", "Yard", "park")
    assert of(EntryKind.TECHNOLOGY)[0].names == ("Cloud", "云", "cloud")
    assert of(EntryKind.SOURCE)[0].names == ("Bureau of Statistics", "统计局", "Statistical yearbook", "yearbook")
    passed_on = replace(DATASET, sources=(replace(DATASET.sources[0], via=said("Metals", "金属网")),))
    (source,) = (entry for entry in entries_of(passed_on) if entry.kind is EntryKind.SOURCE)
    assert source.names[-2:] == ("Metals", "金属网")


def test_an_indicator_leads_to_the_region_or_to_whom_most_is_known_of() -> None:
    assert [(entry.indicator, entry.ref) for entry in of(EntryKind.INDICATOR)] == [
        ("output", page_of("rival")),
        ("revenue", REGION),
    ], "and those without figures lead nowhere"
    assert of(EntryKind.INDICATOR)[0].names == ("Vehicles produced", "整车产量", "output")


def test_people_products_and_events_lead_to_whom_they_belong() -> None:
    assert [(entry.names, entry.ref, entry.position) for entry in (*of(EntryKind.PERSON), *of(EntryKind.PRODUCT))] == [
        (("Ann", "安", "owner", "业主"), MAKER, 0),
        (("Bob", "driver"), MAKER, 1),
        (("lorries", "卡车"), MAKER, 0),
        (("vans",), MAKER, 1),
    ]
    assert [(entry.names, entry.ref, entry.position) for entry in of(EntryKind.EVENT)] == [
        (("Opened",), MAKER, 0),
        (("Closed",), page_of("rival"), 1),
    ]


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        (EntryKind.PLACE, 1, EntryText("North City", "北城", "4 companies")),
        (EntryKind.PILLAR, 1, EntryText("Modern chemicals", "现代煤化工", "1 company")),
        (EntryKind.ZONE, 0, EntryText("Park", "园区", "0 companies")),
        (EntryKind.COMPANY, 1, EntryText("Maker Works", "maker厂", "Vehicles")),
        (EntryKind.COMPANY, 6, EntryText("Company of no pillar", "", "")),
        (EntryKind.INDICATOR, 0, EntryText("Vehicles produced", "整车产量", "Rival Works")),
        (EntryKind.PERSON, 0, EntryText("Ann", "安", "owner, Maker Works")),
        (EntryKind.PERSON, 1, EntryText("Bob", "", "driver, Maker Works")),
        (EntryKind.PRODUCT, 1, EntryText("vans", "", "Maker Works")),
        (EntryKind.SOURCE, 1, EntryText("Heartland reinvents itself", "", "Morning Paper, 26 Apr 2020")),
        (EntryKind.EVENT, 1, EntryText("Closed", "", "Rival Works, 2020")),
    ],
)
def test_what_the_row_of_an_entry_says(kind: EntryKind, number: int, expected: EntryText) -> None:
    assert text(of(kind)[number]) == expected


def test_a_row_is_in_the_language_of_its_reader() -> None:
    assert text(of(EntryKind.COMPANY)[1], "zh") == EntryText("maker厂", "Maker Works", "汽车")
    assert text(of(EntryKind.PERSON)[0], "zh") == EntryText("安", "Ann", "业主、maker厂")


def test_an_indicator_that_a_company_is_best_known_for_is_no_person() -> None:
    entry = Entry(EntryKind.INDICATOR, ("x",), MAKER, "revenue")
    assert text(entry) == EntryText("Revenue", "营业收入", "Maker Works")


def test_what_leads_to_no_page_says_its_name() -> None:
    assert text(Entry(EntryKind.COMMAND, ("Open …", "open"), command="open")) == EntryText("Open …", "", "")


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
