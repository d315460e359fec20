"""The gallery of a dataset: every chart once, under the headings of what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from heartland_gui.charts.furniture import edition_line
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, ref_of
from heartland_gui.model.queries import first_pillar
from heartland_gui.text import Words


@dataclass(frozen=True, slots=True)
class GalleryEntry:
    """A chart in the gallery; its files are `<subject's id>/<stem>.<format>`. The size is the picture's in units."""

    subject: Ref
    stem: str
    title: str
    sentence: str
    size: tuple[int, int]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The charts of one subject."""

    ref: Ref
    name: str
    entries: tuple[GalleryEntry, ...]


@dataclass(frozen=True, slots=True)
class GallerySection:
    """Groups under a title; links lead to the anchor."""

    anchor: str
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """The whole gallery in one language; no section is empty."""

    title: str
    summary: str
    sections: tuple[GallerySection, ...]
    colophon: str


def gallery_of(dataset: Dataset, entries: Sequence[GalleryEntry], words: Words) -> GalleryPage:
    """Return the gallery that shows these charts."""
    return GalleryPage(
        title=dataset.manifest.title.text(words.language),
        summary=_summary(dataset, entries, words),
        sections=tuple(section for section in _sections(dataset, entries, words) if section.groups),
        colophon=_colophon(dataset, words),
    )


def _sections(dataset: Dataset, entries: Iterable[GalleryEntry], words: Words) -> Iterator[GallerySection]:
    """Yield the region, each pillar with its companies, the zones, the cities, the technologies, and what is left."""
    by_subject: dict[Ref, list[GalleryEntry]] = {}
    for entry in entries:
        by_subject.setdefault(entry.subject, []).append(entry)

    def groups(refs: Iterable[Ref]) -> tuple[Group, ...]:
        """Take subjects out of those that are left."""
        return tuple(
            Group(ref, dataset.subjects[ref.id].name.text(words.language), tuple(by_subject.pop(ref)))
            for ref in refs
            if ref in by_subject
        )

    region = dataset.region
    yield GallerySection("region", region.name.text(words.language), groups([dataset.region_ref]))
    for pillar in dataset.pillars:
        members = [ref_of(company) for company in dataset.companies if first_pillar(company) == ref_of(pillar)]
        found = groups([ref_of(pillar), *members])
        yield GallerySection(f"pillar-{pillar.id}", pillar.name.text(words.language), found)
    yield GallerySection("zones", words.text("Zones"), groups(ref_of(zone) for zone in dataset.zones))
    yield GallerySection("places", words.text("Cities and counties"), groups(ref_of(each) for each in dataset.places))
    named = groups(ref_of(technology) for technology in dataset.technologies)
    yield GallerySection("technologies", words.text("Technologies"), named)
    yield GallerySection("others", words.text("Others"), groups(list(by_subject)))


def _summary(dataset: Dataset, entries: Sequence[GalleryEntry], words: Words) -> str:
    charts = words.plural("{n} chart", "{n} charts", len(entries))
    sources = words.plural("{n} source", "{n} sources", len(dataset.sources))
    return words.text(
        "{edition}. {charts} from {sources}.", edition=edition_line(dataset, words), charts=charts, sources=sources
    )


def _colophon(dataset: Dataset, words: Words) -> str:
    made, licence = words.text("Made by Heartland; each picture names its sources."), dataset.manifest.licence
    if not licence:
        return made
    return words.sentences([made, words.text("Licence of the data: {licence}.", licence=licence)])
