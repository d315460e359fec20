"""The page of a subject or source: its table, related pages, events and sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.companies import CompaniesBlock
from heartland_gui.pages.comparison import ComparisonBlock
from heartland_gui.pages.figure_tables import FiguresBlock
from heartland_gui.pages.page import (
    Beside,
    ChartBlock,
    Charts,
    Emptiness,
    Link,
    NewestEvents,
    Page,
    Paragraph,
    Section,
    plain,
)
from heartland_gui.pages.subject import first_screen, page_of
from heartland_gui.pages.tiles import TileBlock
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, region, seen

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


def figures_of(page: Page) -> FiguresBlock | None:
    return next((block for block in page.blocks if isinstance(block, FiguresBlock)), None)


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
        figures = figures_of(found)
        if figures is None:
            assert [block for block in found.blocks if isinstance(block, Emptiness)]
        else:
            assert figures.title == "Figures"
            assert all(len(row) == len(figures.every.headings) == 6 for row in figures.every.rows)


def test_what_is_known_of_a_page_is_not_made_again(dataset: Dataset) -> None:
    first = first_screen(dataset, SND, WORDS)
    page = page_of(dataset, SND, WORDS, first)
    assert page.header is first.header
    assert page.strip is first.strip
    assert page_of(dataset, SND, WORDS).header == first.header


def test_a_comparison_has_a_page_too(dataset: Dataset) -> None:
    found = page_of(dataset, comparison_of(["snd", "solar"]), WORDS)
    assert (found.header.title, found.sections) == ("Compare", ())
    assert isinstance(found.blocks[-1], ComparisonBlock)


def test_figures_stand_newest_first_below_what_matters_most(page: Page) -> None:
    figures = figures_of(page)
    assert figures is not None
    assert [(row[0].text, row[1].text) for row in figures.every.rows] == [
        ("Vehicles produced", "2021"),
        ("Vehicles produced", "2021"),
        ("Vehicles produced", "2020"),
        ("Vehicles produced", "2019"),
    ]
    dataset = region(seen(1, "2019"), seen(2, "2020", indicator="revenue"))
    headed = tuple(replace(each, headline=("revenue",)) for each in dataset.companies)
    found = figures_of(page_of(replace(dataset, companies=headed), MAKER, WORDS))
    assert found is not None
    assert [row[0].text for row in found.every.rows] == ["Revenue", "Vehicles produced"]


def test_the_page_of_a_company_has_one_chart_above_its_figures(page: Page) -> None:
    assert page.blocks[0] == ChartBlock()
    assert [block for block in page.blocks if isinstance(block, ChartBlock)] == [ChartBlock()]
    assert [cell.label for cell in page.strip] == [
        "Vehicles produced",
        "Expected for 2020",
        "Designed vehicles produced",
    ]


def test_without_figures_a_page_says_so_and_leads_to_its_sources(dataset: Dataset) -> None:
    solar = Ref(SubjectKind.COMPANY, "solar")
    told = [block for block in page_of(dataset, solar, WORDS).blocks if isinstance(block, Emptiness)]
    assert told == [Emptiness("info", "No figure of this company is in the data.")]
    cited = tuple(replace(each, sources=("daily",)) for each in dataset.companies)
    with_source = page_of(replace(dataset, companies=cited), solar, WORDS)
    (found,) = [block for block in with_source.blocks if isinstance(block, Emptiness)]
    assert (found.action, found.deed) == ("Show its sources", "sources")
    place = page_of(dataset, Ref(SubjectKind.PLACE, "datong"), WORDS)
    assert Emptiness("info", "No figure is in the data.") in place.blocks


def test_the_region_is_seen_on_one_screen(dataset: Dataset) -> None:
    row, tiles = first_screen(dataset, REGION, WORDS).blocks
    assert isinstance(row, Beside)
    chart, news, shown_map = row.blocks
    assert isinstance(chart, ChartBlock)
    assert isinstance(news, NewestEvents)
    assert shown_map == ChartBlock(Charts.MAP, chart.height)
    assert [(each.lead, plain(each.below)) for each in news.events] == [
        ("Apr 2020", "SND Vehicles"),
        ("14 Feb 2020", "SND Vehicles"),
        ("2018", "SND Vehicles"),
    ]
    assert news.more == ""
    assert isinstance(tiles, TileBlock)
    assert [each.title for each in tiles.tiles] == ["New energy & materials", "Advanced manufacturing"]
    many = replace(dataset, events=dataset.events * 2, pillars=())
    (alone,) = first_screen(many, REGION, WORDS).blocks
    assert isinstance(alone, Beside)
    assert isinstance(alone.blocks[1], NewestEvents)
    assert alone.blocks[1].more == "All 6"
    (none, *_) = first_screen(replace(dataset, events=()), REGION, WORDS).blocks
    assert isinstance(none, Beside)
    assert none.blocks[1] == Emptiness("event", "No event is in the data.")


def test_an_event_of_a_company_names_its_source_on_the_page_of_the_region(dataset: Dataset) -> None:
    first = sections(page_of(dataset, REGION, WORDS))["events"].paragraphs[0]
    assert first.text == (Link("SND Vehicles", SND), ": ", "Won orders.")
    assert first.marks == (Link("Daily", DAILY),)


def test_events_stand_newest_first_with_their_dates_and_marks(page: Page) -> None:
    mark = Link("[1]", DAILY)
    assert sections(page)["events"] == Section(
        "events",
        "Events",
        (
            Paragraph(("Won orders.",), "Apr 2020", (mark,)),
            Paragraph(("Resumed <work>.",), "14 Feb 2020", (mark,)),
            Paragraph(("Founded.",), "2018", (mark,)),
        ),
    )


def test_an_event_of_another_subject_says_whose_it_is(dataset: Dataset) -> None:
    event = sections(page_of(dataset, TAIYUAN, WORDS))["events"].paragraphs[0]
    assert event.text == (Link("SND Vehicles", SND), ": ", "Won orders.")


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


def test_a_zone_leads_to_its_companies(dataset: Dataset) -> None:
    part = replace(dataset.zones[0], id="part", part_of="reform-zone", places=())
    found = page_of(replace(dataset, zones=(*dataset.zones, part)), ZONE, WORDS)
    assert [section.id for section in found.sections] == ["events", "sources"]
    assert found.blocks[0] == CompaniesBlock(ZONE)


def test_a_technology_leads_to_its_companies(dataset: Dataset) -> None:
    found = page_of(dataset, Ref(SubjectKind.TECHNOLOGY, "big-data"), WORDS)
    assert found.blocks[0] == CompaniesBlock(Ref(SubjectKind.TECHNOLOGY, "big-data"))


def test_a_source_lists_all_that_rests_on_it(dataset: Dataset) -> None:
    found = page_of(dataset, DAILY, WORDS)
    figures = figures_of(found)
    assert figures is not None
    assert len(figures.every.rows) == 3
    assert (figures.every.rows[0][0].text, figures.every.rows[0][0].ref) == ("SND Vehicles", SND)
    assert [section.id for section in found.sections] == ["subjects", "events"]
    assert leads(found.sections[0]) == [("SND Vehicles", SND)]


@pytest.mark.parametrize("page", [REGION, SND, DAILY, TAIYUAN, comparison_of(["snd", "solar"])])
def test_a_page_begins_with_what_is_seen_first(dataset: Dataset, page: Ref) -> None:
    first = first_screen(dataset, page, WORDS)
    whole = page_of(dataset, page, WORDS, first)
    assert first.blocks
    assert all(one is other for one, other in zip(first.blocks, whole.blocks, strict=False))
    assert len(whole.blocks) > len(first.blocks)
