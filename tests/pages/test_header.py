"""What stands above the charts of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Company, Localized, Place, Ref, SubjectKind
from heartland_gui.model.period import parse_period
from heartland_gui.pages.header import subject_header, titles_of
from heartland_gui.pages.page import Chip, Header, Link, Paragraph
from heartland_gui.pages.views import sources_table
from heartland_gui.text import Words

WORDS = Words()
REGION = Ref(SubjectKind.PLACE, "province")
SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")
ENERGY = Ref(SubjectKind.PILLAR, "energy")
ZONE = Ref(SubjectKind.ZONE, "reform-zone")


def chips(dataset: Dataset, page: Ref) -> list[str]:
    return [chip.text for chip in subject_header(dataset, page, WORDS).chips]


@pytest.fixture
def header(dataset: Dataset) -> Header:
    return subject_header(dataset, SND, WORDS)


def test_the_name_in_the_other_language_stands_beside_the_title(dataset: Dataset, header: Header) -> None:
    assert (header.title, header.other_title) == ("SND Vehicles", "斯纳德")
    assert titles_of(dataset.entity(SND), Words("zh")) == ("斯纳德", "SND Vehicles")
    assert titles_of(dataset.entity(DAILY), WORDS) == ("Heartland reinvents itself", "")


def test_chips_say_what_a_company_belongs_to(header: Header) -> None:
    assert [(chip.text, chip.ref is not None) for chip in header.chips] == [
        ("New energy & materials", True),
        ("Advanced manufacturing", True),
        ("Zone", True),
        ("Taiyuan", True),
        ("founded 2018", False),
        ("president Que Wenxiu (Apr 2020) [1]", True),
        ("Big data", True),
    ]
    assert header.chips[0] == Chip("New energy & materials", ENERGY, 0, "Assigned by what it makes; no source says so.")
    assert (header.chips[2].tip, header.chips[5].ref) == ("Long Reform Zone", DAILY)
    assert header.chips[5].tip == "Source: Daily, 26 Apr 2020"


def test_a_chip_says_of_what_a_company_is_a_part(dataset: Dataset) -> None:
    companies = tuple(replace(each, part_of="mill" if each.id == "snd" else None) for each in dataset.companies)
    found = subject_header(replace(dataset, companies=companies), SND, WORDS).chips
    (part,) = (chip for chip in found if chip.text.startswith("part of "))
    assert part.ref == Ref(SubjectKind.COMPANY, "mill")


def test_chips_of_a_company_say_what_it_is_if_not_a_company(dataset: Dataset) -> None:
    mill = next(each for each in dataset.companies if each.id == "mill")
    assert "company" not in chips(dataset, Ref(SubjectKind.COMPANY, "mill"))
    park = replace(mill, kind=ActorKind.PARK)
    changed = replace(dataset, companies=tuple(park if each is mill else each for each in dataset.companies))
    assert "park" in chips(changed, Ref(SubjectKind.COMPANY, "mill"))
    assert subject_header(changed, Ref(SubjectKind.COMPANY, "mill"), WORDS).chips[0].tip == ""


def test_a_person_without_a_date_has_only_a_role(dataset: Dataset) -> None:
    snd = next(each for each in dataset.companies if each.id == "snd")
    undated = replace(snd, people=(replace(snd.people[0], as_of=None),))
    changed = replace(dataset, companies=tuple(undated if each is snd else each for each in dataset.companies))
    assert "president Que Wenxiu [1]" in chips(changed, SND)


def test_chips_of_places_and_pillars_count_what_is_there(dataset: Dataset) -> None:
    assert chips(dataset, REGION) == ["3 companies", "6 figures", "2 sources"]
    assert chips(dataset, Ref(SubjectKind.PLACE, "taiyuan")) == ["Province", "1 company", "4 figures", "2 sources"]
    assert chips(dataset, ENERGY) == ["2 companies", "4 figures", "2 sources"]
    founded = replace(dataset.zones[0], founded=parse_period("2012"))
    changed = replace(dataset, zones=(founded,))
    assert chips(changed, ZONE) == ["founded 2012", "1 company", "4 figures", "2 sources"]


def test_chips_of_a_source_say_how_near_it_is_to_the_fact(dataset: Dataset) -> None:
    assert chips(dataset, DAILY) == ["Daily", "26 Apr 2020", "press", "in English", "3 figures", "3 events"]
    assert chips(dataset, MONTHLY) == ["Monthly", "2019 (inferred)", "copy", "in Chinese", "3 figures"]


def test_chips_of_a_source_say_where_and_when_it_was_read_and_of_what_it_is_an_edition(dataset: Dataset) -> None:
    daily, *others = dataset.sources
    read = replace(daily, serial="yearly", via=Localized((("en", "Metals"),)), accessed=parse_period("2026-11-30"))
    first = replace(dataset, sources=(read, *others))
    assert chips(first, DAILY)[:4] == ["Daily via Metals", "26 Apr 2020", "accessed 30 Nov 2026", "press"]
    both = replace(dataset, sources=(read, *(replace(each, serial="yearly") for each in others)))
    assert "one of 2 issues of one serial" in chips(both, DAILY)
    table = sources_table(first, first.sources, WORDS)
    assert table.rows[0][0].text == "Daily via Metals"
    assert table.rows[0][2].tip == "accessed 30 Nov 2026"


def test_the_summary_says_what_a_company_makes(header: Header) -> None:
    assert header.summary == (
        Paragraph(("Makes vehicles & parts.",)),
        Paragraph(("cold-storage vehicles",), lead="Products"),
        Paragraph(("snow removal",), lead="Uses"),
    )


def test_the_summary_of_a_source_is_its_note_and_its_address(dataset: Dataset) -> None:
    address = "https://example.org/article"
    assert subject_header(dataset, DAILY, WORDS).summary == (Paragraph((Link(address, address),)),)
    assert subject_header(dataset, MONTHLY, WORDS).summary == (Paragraph(("A copy.",)),)


def test_a_region_is_described_by_its_dataset_and_no_other_place(dataset: Dataset) -> None:
    described = replace(dataset.manifest, description=Localized((("en", "Coal country."),)))
    changed = replace(dataset, manifest=described)
    assert subject_header(changed, REGION, WORDS).summary == (Paragraph(("Coal country.",)),)
    assert isinstance(changed.places[1], Place)
    assert subject_header(changed, Ref(SubjectKind.PLACE, "taiyuan"), WORDS).summary == ()


def test_a_source_has_no_cards(dataset: Dataset, header: Header) -> None:
    assert len(header.cards) == 3
    assert subject_header(dataset, DAILY, WORDS).cards == ()
    assert isinstance(dataset.companies[0], Company)
