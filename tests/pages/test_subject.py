"""The page of a subject or source: its table, related pages, events and sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Place, Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages.companies import CompaniesBlock
from heartland_gui.pages.page import Link, Page, Paragraph, Section, plain
from heartland_gui.pages.subject import header_of, page_of
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, region, said, seen

WORDS = Words()
REGION = Ref(SubjectKind.PLACE, "province")
TAIYUAN = Ref(SubjectKind.PLACE, "taiyuan")
SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")
ZONE = Ref(SubjectKind.ZONE, "reform-zone")
ADDRESS = "https://example.org/article"


@pytest.fixture
def page(dataset: Dataset) -> Page:
    return page_of(dataset, SND, WORDS)


def sections(page: Page) -> dict[str, Section]:
    return {section.id: section for section in page.sections}


def leads(section: Section) -> list[tuple[str, object]]:
    return [(run.text, run.target) for each in section.paragraphs for run in each.text if isinstance(run, Link)]


@pytest.mark.parametrize("kind", ["place", "pillar", "zone", "technology", "company", "source"])
def test_every_subject_has_a_page(dataset: Dataset, kind: str) -> None:
    ids = [subject.id for subject in dataset.subjects.values()] + list(dataset.source_by_id)
    refs = [ref for ref in map(dataset.ref, ids) if ref is not None and ref.kind == kind]
    assert refs
    for ref in refs:
        found = page_of(dataset, ref, WORDS)
        assert found.header.title
        assert found.table.title == "Figures"
        assert found.table.sortable
        assert all(len(row) == len(found.table.headings) == 6 for row in found.table.rows)


def test_a_header_that_is_known_is_not_made_again(dataset: Dataset) -> None:
    header = header_of(dataset, SND, WORDS)
    assert page_of(dataset, SND, WORDS, header).header is header
    assert page_of(dataset, SND, WORDS).header == header


def test_a_comparison_has_a_page_too(dataset: Dataset) -> None:
    found = page_of(dataset, comparison_of(["snd", "solar"]), WORDS)
    assert (found.header.title, found.table.title, found.sections) == ("Comparison", "Figures side by side", ())


def test_a_row_has_what_when_how_much_and_by_whom(page: Page) -> None:
    assert page.table.headings == ("Indicator", "Period", "Value", "Unit", "Status", "Source")
    texts = [[cell.text for cell in row] for row in page.table.rows]
    assert texts[0] == [
        "Vehicles produced", "2019", "only\u00a048\u00a0*", "vehicles", "actual", "[1] Daily, 26 Apr 2020",
    ]  # fmt: skip
    first, last = page.table.rows[0], page.table.rows[3]
    assert [cell.number for cell in first] == [False, False, True, False, False, False]
    assert [cell.ref for cell in first] == [None, None, None, None, None, DAILY]
    assert first[4].status is Status.ACTUAL
    assert (first[2].key, first[5].key, last[5].key, last[5].ref) == (48, 0, 1, MONTHLY)
    assert first[1].key < page.table.rows[1][1].key  # type: ignore[operator]
    assert first[4].key < page.table.rows[1][4].key  # type: ignore[operator]
    assert last[5].tip == "The month"


def test_the_table_marks_notes_and_disagreements(page: Page) -> None:
    values = [row[2] for row in page.table.rows]
    assert [cell.text for cell in values] == ["only\u00a048\u00a0*", "5,000", "≠\u00a0100,000", "≠\u00a010,000"]
    assert values[2].tip.endswith("\nSources differ: 10,000\u00a0vehicles by Monthly, 2019 (inferred)")
    assert values[3].tip.endswith("\nSources differ: 100,000\u00a0vehicles by Daily, 26 Apr 2020")
    assert "Trial operation." in values[0].tip
    assert "differ" not in values[1].tip


def test_the_signs_that_are_there_are_explained(dataset: Dataset, page: Page) -> None:
    how = "point at a number to read it."
    assert page.table.signs == f"* has a note, ≠ sources differ: {how}"
    assert page_of(dataset, DAILY, WORDS).table.signs == f"* has a note, ≠ sources differ: {how}"
    assert page_of(dataset, MONTHLY, WORDS).table.signs == f"≠ sources differ: {how}"
    assert page_of(dataset, REGION, WORDS).table.signs == ""


def test_events_stand_in_order_with_their_dates_and_marks(page: Page) -> None:
    mark = Link("[1]", DAILY)
    assert sections(page)["events"] == Section(
        "events",
        "Events",
        (
            Paragraph(("Founded.",), "2018", (mark,)),
            Paragraph(("Resumed <work>.",), "14 Feb 2020", (mark,)),
            Paragraph(("Won orders.",), "Apr 2020", (mark,)),
        ),
    )


def test_an_event_of_another_subject_says_whose_it_is(dataset: Dataset) -> None:
    event = sections(page_of(dataset, TAIYUAN, WORDS))["events"].paragraphs[0]
    assert event.text == (Link("SND Vehicles", SND), ": ", "Founded.")


def test_sources_are_numbered_with_grade_and_address(page: Page) -> None:
    assert sections(page)["sources"].paragraphs == (
        Paragraph(
            (Link("Heartland reinvents itself", DAILY),),
            lead="[1]",
            below=("Daily, 26 Apr 2020", " · ", "press", " · ", Link(ADDRESS, ADDRESS)),
        ),
        Paragraph((Link("The month", MONTHLY),), lead="[2]", below=("Monthly, 2019 (inferred)", " · ", "copy")),
    )
    assert page.sections[-1].title == "Sources"


def test_a_zone_leads_to_its_cities_parts_and_companies(dataset: Dataset) -> None:
    part = replace(dataset.zones[0], id="part", part_of="reform-zone", places=())
    found = page_of(replace(dataset, zones=(*dataset.zones, part)), ZONE, WORDS)
    assert [section.id for section in found.sections] == ["places", "parts", "events", "sources"]
    assert leads(found.sections[0]) == [("Taiyuan", TAIYUAN)]
    assert leads(found.sections[1]) == [("Long Reform Zone", Ref(SubjectKind.ZONE, "part"))]
    assert CompaniesBlock(ZONE) in found.blocks


def test_a_place_leads_to_what_is_below_it_and_the_region_to_nothing(dataset: Dataset) -> None:
    town = Place("town", dataset.places[1].name, "county", "taiyuan")
    changed = replace(dataset, places=(*dataset.places, town))
    found = page_of(changed, TAIYUAN, WORDS)
    assert [section.id for section in found.sections] == ["places", "events", "sources"]
    assert [target for _, target in leads(found.sections[0])] == [Ref(SubjectKind.PLACE, "town"), ZONE]
    assert [section.id for section in page_of(changed, REGION, WORDS).sections] == ["sources"]


def test_a_technology_leads_to_its_companies(dataset: Dataset) -> None:
    found = page_of(dataset, Ref(SubjectKind.TECHNOLOGY, "big-data"), WORDS)
    assert found.blocks[0] == CompaniesBlock(Ref(SubjectKind.TECHNOLOGY, "big-data"))


def test_several_links_of_a_section_are_set_apart(dataset: Dataset) -> None:
    parts = [replace(dataset.zones[0], id=each, part_of="reform-zone", places=()) for each in ("one", "two")]
    found = page_of(replace(dataset, zones=(*dataset.zones, *parts)), ZONE, WORDS)
    (paragraph,) = found.sections[1].paragraphs
    assert plain(paragraph.text) == "Long Reform Zone · Long Reform Zone"


def test_a_source_lists_all_that_rests_on_it(dataset: Dataset) -> None:
    found = page_of(dataset, DAILY, WORDS)
    assert found.table.headings == ("Subject", "Indicator", "Period", "Value", "Unit", "Status")
    assert len(found.table.rows) == 3
    assert (found.table.rows[0][0].text, found.table.rows[0][0].ref) == ("SND Vehicles", SND)
    assert [section.id for section in found.sections] == ["subjects", "events"]
    assert leads(found.sections[0]) == [("SND Vehicles", SND)]


def test_a_figure_of_a_part_is_named_after_it() -> None:
    dataset = region(seen(5, "2019", scope=said("The old plant")))
    assert page_of(dataset, MAKER, WORDS).table.rows[0][0].text == "Vehicles produced (The old plant)"
