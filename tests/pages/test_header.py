"""What stands above the charts of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Localized, Place, Ref, SubjectKind
from heartland_gui.model.period import parse_period
from heartland_gui.pages.header import subject_header, titles_of, way_to
from heartland_gui.pages.page import Header, Link, Paragraph, plain
from heartland_gui.text import Words

WORDS = Words()
REGION = Ref(SubjectKind.PLACE, "province")
SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")
ENERGY = Ref(SubjectKind.PILLAR, "energy")
ZONE = Ref(SubjectKind.ZONE, "reform-zone")


def facts(dataset: Dataset, page: Ref) -> list[tuple[str, str]]:
    return [(fact.label, plain(fact.text)) for fact in subject_header(dataset, page, WORDS).facts]


@pytest.fixture
def header(dataset: Dataset) -> Header:
    return subject_header(dataset, SND, WORDS)


def test_the_name_in_the_other_language_stands_beside_the_title(dataset: Dataset, header: Header) -> None:
    assert (header.title, header.other_title) == ("SND Vehicles", "斯纳德")
    assert titles_of(dataset.entity(SND), Words("zh")) == ("斯纳德", "SND Vehicles")
    assert titles_of(dataset.entity(DAILY), WORDS) == ("Heartland reinvents itself", "")


def test_facts_say_what_a_company_belongs_to(dataset: Dataset, header: Header) -> None:
    assert facts(dataset, SND) == [
        ("Pillars", "New energy & materials  Advanced manufacturing"),
        ("Place", "Taiyuan, Zone"),
        ("Founded", "2018"),
        ("President", "Que Wenxiu"),
        ("Technologies", "Big data"),
        ("Makes", "cold-storage vehicles"),
    ]
    pillars, place, _, president, *_ = header.facts
    assert (pillars.colours, pillars.tip) == ((0, 1), "Assigned by what it makes; no source says so.")
    assert place.text[-1] == Link("Zone", ZONE)
    assert (president.faint, president.source, president.tip) == (
        "Apr 2020",
        Link("[1]", DAILY),
        "Source: Daily, 26 Apr 2020",
    )


def test_a_company_of_one_pillar_has_one(dataset: Dataset) -> None:
    mill = Ref(SubjectKind.COMPANY, "mill")
    assert facts(dataset, mill) == [("Pillar", "Advanced manufacturing"), ("Place", "Datong")]
    park = tuple(replace(each, kind=ActorKind.PARK, part_of="snd") for each in dataset.companies if each.id == "mill")
    changed = replace(dataset, companies=(*dataset.companies[:2], *park))
    assert facts(changed, mill)[2:] == [("Part of", "SND Vehicles"), ("Kind", "park")]
    assert subject_header(changed, mill, WORDS).facts[0].tip == ""


def test_a_person_without_a_date_has_only_a_role(dataset: Dataset) -> None:
    snd = next(each for each in dataset.companies if each.id == "snd")
    undated = replace(snd, people=(replace(snd.people[0], as_of=None),))
    changed = replace(dataset, companies=tuple(undated if each is snd else each for each in dataset.companies))
    president = next(fact for fact in subject_header(changed, SND, WORDS).facts if fact.label == "President")
    assert president.faint == ""


def test_places_and_zones_say_what_is_in_them(dataset: Dataset) -> None:
    assert facts(dataset, REGION) == []
    assert facts(dataset, ENERGY) == []
    assert facts(dataset, Ref(SubjectKind.PLACE, "taiyuan")) == [("Zones", "Zone")]
    town = Place("town", dataset.places[1].name, "county", "taiyuan")
    changed = replace(dataset, places=(*dataset.places, town))
    assert facts(changed, Ref(SubjectKind.PLACE, "taiyuan"))[0] == ("Places", "Taiyuan")
    founded = replace(dataset.zones[0], founded=parse_period("2012"))
    part = replace(dataset.zones[0], id="part", part_of="reform-zone", places=())
    changed = replace(dataset, zones=(founded, part))
    assert facts(changed, ZONE) == [("Place", "Taiyuan"), ("Parts", "Zone"), ("Founded", "2012")]


def test_facts_of_a_source_say_how_near_it_is_to_the_fact(dataset: Dataset) -> None:
    assert facts(dataset, DAILY) == [
        ("Publisher", "Daily"),
        ("Date", "26 Apr 2020"),
        ("Kind", "press"),
        ("Language", "in English"),
        ("Used for", "3 figures, 3 events"),
    ]
    assert ("Used for", "3 figures") in facts(dataset, MONTHLY)
    read = replace(dataset.sources[0], accessed=parse_period("2026-11-30"), serial="daily-work")
    twice = replace(dataset.sources[1], serial="daily-work")
    assert facts(replace(dataset, sources=(read, twice)), DAILY)[4:6] == [
        ("Accessed", "30 Nov 2026"),
        ("Serial", "2 issues"),
    ]


def test_the_way_leads_over_the_list_of_a_company_and_the_group_of_all_else(dataset: Dataset) -> None:
    def way(page: Ref, listing: Ref = REGION) -> str:
        return plain(way_to(dataset, page, listing, WORDS))

    assert way(SND, ENERGY) == "Province › New energy & materials"
    assert way(SND) == "Province › Companies"
    assert way(ENERGY) == "Province › Pillars"
    assert way(Ref(SubjectKind.PLACE, "taiyuan")) == "Province › Places"
    assert way(Ref(SubjectKind.TECHNOLOGY, "big-data")) == "Province › Technologies"
    assert way(DAILY) == "Province › Sources"
    assert way(REGION) == way(comparison_of(["snd", "solar"])) == ""
    assert way_to(dataset, SND, ENERGY, WORDS)[-1] == Link("New energy & materials", ENERGY)


def test_the_way_to_a_part_leads_over_the_whole(dataset: Dataset) -> None:
    town = Place("town", dataset.places[1].name, "county", "taiyuan")
    part = replace(dataset.zones[0], id="part", part_of="reform-zone", places=())
    changed = replace(dataset, places=(*dataset.places, town), zones=(*dataset.zones, part))
    assert plain(way_to(changed, Ref(SubjectKind.PLACE, "town"), REGION, WORDS)) == "Province › Places › Taiyuan"
    assert plain(way_to(changed, Ref(SubjectKind.ZONE, "part"), REGION, WORDS)) == "Province › Places › Zone"


def test_what_a_company_makes_gives_way_among_its_facts(header: Header) -> None:
    assert [fact.label for fact in header.facts if fact.gives_way] == ["Makes"]
    assert header.summary == (Paragraph(("Makes vehicles & parts.",)),)


def test_without_a_summary_stands_what_a_company_makes_and_what_for(dataset: Dataset) -> None:
    untold = replace(dataset.companies[0], summary=None)
    changed = replace(dataset, companies=(untold, *dataset.companies[1:]))
    assert subject_header(changed, SND, WORDS).summary == (
        Paragraph(("cold-storage vehicles",), lead="Makes"),
        Paragraph(("snow removal",), lead="Uses"),
    )
    assert "Makes" not in dict(facts(changed, SND))


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


def test_a_pillar_has_its_colour(dataset: Dataset, header: Header) -> None:
    assert subject_header(dataset, ENERGY, WORDS).colour == 0
    assert header.colour is None
