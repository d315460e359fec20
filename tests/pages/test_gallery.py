"""Which charts stand under which heading of a gallery."""

from __future__ import annotations

from dataclasses import replace

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages import gallery
from heartland_gui.pages.gallery import GalleryEntry, gallery_of
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, company, pillar, region
from tests.pages.frozen import thawed

WORDS = Words()
NORTH = Ref(SubjectKind.PLACE, "north")
PARK = Ref(SubjectKind.ZONE, "park")
CLOUD = Ref(SubjectKind.TECHNOLOGY, "cloud")


def entry(subject: Ref, stem: str = "ranking") -> GalleryEntry:
    return GalleryEntry(subject, stem, "Title", "A sentence.", (1600, 900), ("png",))


def headings(dataset: Dataset, *subjects: Ref) -> dict[str, list[str]]:
    page = gallery_of(dataset, [entry(each) for each in subjects], WORDS)
    return {section.anchor: [group.name for group in section.groups] for section in page.sections}


def test_every_subject_stands_under_its_heading_once() -> None:
    known = headings(
        region(), CLOUD, PARK, NORTH, MAKER, pillar("vehicles"), company("chemist"), company("homeless"), REGION
    )
    assert list(known.items()) == [
        ("region", ["Valley"]),
        ("pillar-vehicles", ["Vehicles", "Maker Works"]),
        ("pillar-chemicals", ["Chemist"]),
        ("zones", ["Park"]),
        ("places", ["North City"]),
        ("technologies", ["Cloud"]),
        ("others", ["Company of no pillar"]),
    ]


def test_charts_of_a_subject_keep_their_order() -> None:
    page = gallery_of(region(), [entry(MAKER, "b"), entry(REGION), entry(MAKER, "a")], WORDS)
    assert [each.stem for each in page.sections[1].groups[0].entries] == ["b", "a"]


def test_titles_counts_and_licence_are_said() -> None:
    page = gallery_of(region(), [entry(MAKER)], WORDS)
    assert page.title == "The valley"
    assert "1 chart from 3 sources." in page.summary
    assert page.colophon == "Made by Heartland; each picture names its sources."
    licensed = replace(region(), manifest=replace(region().manifest, licence="CC BY 4.0"))
    assert gallery_of(licensed, [], WORDS).colophon.endswith(" Licence of the data: CC BY 4.0.")
    assert gallery_of(licensed, [], WORDS).sections == ()


def test_its_values_cannot_be_changed() -> None:
    assert thawed(gallery) == []
