"""The header of a page: the way to it, the names of a subject or source, facts and running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import (
    ActorKind,
    Company,
    Comparison,
    Entity,
    Indicator,
    Localized,
    Person,
    Pillar,
    PillarBasis,
    Place,
    Ref,
    Source,
    SubjectKind,
    Technology,
    Zone,
    ref_of,
)
from heartland_gui.model.queries import page_sources, pillars_of, short_name, technologies_of, uses_of_source
from heartland_gui.pages.indicator import indicator_facts
from heartland_gui.pages.page import Fact, Header, Link, Paragraph, Text, joined
from heartland_gui.pages.sources import source_marks
from heartland_gui.text import Words
from heartland_gui.wording import (
    actor_text,
    citation,
    date_text,
    grade_text,
    publisher_of,
    source_language_text,
)


def subject_header(dataset: Dataset, ref: Ref, words: Words) -> Header:
    """Return the header of the page of a subject, a source or an indicator."""
    entity = dataset.entity(ref)
    marks = source_marks(page_sources(dataset, ref))
    return Header(
        *titles_of(entity, words),
        summary=_summary(dataset, ref, words),
        facts=facts_of(dataset, ref, words, marks),
        colour=pillar_slot(dataset, entity) if isinstance(entity, Pillar) else None,
    )


def way_to(dataset: Dataset, page: Ref, listing: Ref, words: Words) -> Text:
    """Return the way to a page: the region, then the list that a company stands in, or the group of the page."""
    if page == dataset.region_ref or page.kind is SubjectKind.COMPARISON:
        return ()
    entity, language = dataset.entity(page), words.language
    region = dataset.region
    runs: list[str | Link] = [Link(short_name(region, language), ref_of(region))]
    if isinstance(entity, Company):
        if listing not in (dataset.region_ref, page):
            runs.append(Link(short_name(dataset.entity(listing), language), listing))
        else:
            runs.append(words.text("Companies"))
    else:
        runs.append(_group_name(entity, words))
    if isinstance(entity, Place) and entity.parent and entity.parent != dataset.manifest.region:
        runs += _links(dataset, [entity.parent], words)
    if isinstance(entity, Zone) and entity.part_of:
        runs += _links(dataset, [entity.part_of], words)
    return joined(runs, " › ")


def _group_name(entity: Entity, words: Words) -> str:
    if isinstance(entity, Pillar):
        return words.text("Pillars")
    if isinstance(entity, Technology):
        return words.text("Technologies")
    if isinstance(entity, Indicator):
        return words.text("Indicators")
    return words.text("Sources") if isinstance(entity, Source) else words.text("Places")


def _links(dataset: Dataset, ids: Iterable[str | None], words: Words) -> list[Link]:
    found = [dataset.subjects[each] for each in ids if each is not None and each in dataset.subjects]
    return [Link(short_name(each, words.language), ref_of(each)) for each in found]


def titles_of(entity: Entity, words: Words) -> tuple[str, str]:
    """Return the name of a page, and that in the other language, empty where there is none."""
    named = entity.title if isinstance(entity, Source) else entity.name
    return named.text(words.language), named.other(words.language) or ""


def description(dataset: Dataset, ref: Ref) -> Localized | None:
    """Return what is said of a subject, source or indicator; a region is described by its dataset."""
    entity = dataset.entity(ref)
    if isinstance(entity, Indicator):
        return entity.description
    if isinstance(entity, Source):
        return entity.note
    if isinstance(entity, Place):
        return dataset.manifest.description if ref == dataset.region_ref else None
    return None if isinstance(entity, Comparison) else entity.summary


def _summary(dataset: Dataset, ref: Ref, words: Words) -> tuple[Paragraph, ...]:
    entity, said = dataset.entity(ref), description(dataset, ref)
    paragraphs = [Paragraph((said.text(words.language),))] if said else []
    if isinstance(entity, Source) and entity.url:
        paragraphs.append(Paragraph((Link(entity.url, entity.url),)))
    # What a company makes stands in its facts, or in its table and brief: the chart begins above the fold.
    return tuple(paragraphs) or makings(entity, words)


def facts_of(dataset: Dataset, ref: Ref, words: Words, marks: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return the facts of a page; `marks` are the page's source marks by the source's id."""
    entity = dataset.entity(ref)
    if isinstance(entity, Company):
        return tuple(_company_facts(dataset, entity, words, marks))
    if isinstance(entity, Source):
        return tuple(_source_facts(dataset, entity, words))
    if isinstance(entity, Indicator):
        return tuple(indicator_facts(dataset, entity, words))
    if isinstance(entity, Place) and ref != dataset.region_ref:
        return tuple(_place_facts(dataset, entity, words))
    return tuple(_zone_facts(dataset, entity, words)) if isinstance(entity, Zone) else ()


def _company_facts(dataset: Dataset, company: Company, words: Words, marks: Mapping[str, str]) -> Iterator[Fact]:
    language = words.language
    pillars = pillars_of(dataset, company)
    if pillars:
        assigned = company.pillar_basis is PillarBasis.ASSIGNED
        yield Fact(
            words.text("Pillar") if len(pillars) == 1 else words.text("Pillars"),
            joined([Link(each.name.text(language), ref_of(each)) for each in pillars], "  "),
            tuple(pillar_slot(dataset, each) for each in pillars),
            tip=words.text("Assigned by what it makes; no source says so.") if assigned else "",
        )
    places = _links(dataset, (company.place, company.zone), words)
    if places:
        yield Fact(words.text("Place"), _enumerated(places, words))
    if company.part_of:
        yield Fact(words.text("Part of"), tuple(_links(dataset, [company.part_of], words)))
    if company.kind is not ActorKind.COMPANY:
        yield Fact(words.text("Kind"), (actor_text(company.kind, words),))
    if company.founded:
        yield Fact(words.text("Founded"), (words.period(company.founded.label),))
    for person in company.people:
        yield _person_fact(dataset, person, words, marks)
    technologies = technologies_of(dataset, company)
    if technologies:
        links = [Link(each.name.text(language), ref_of(each)) for each in technologies]
        yield Fact(words.text("Technologies"), _enumerated(links, words))
    if company.products and company.summary:
        yield Fact(words.text("Makes"), (_listed(company.products, words),), gives_way=True)


def makings(entity: Entity, words: Words) -> tuple[Paragraph, ...]:
    """Return what a company makes and what for, each list after its name."""
    if not isinstance(entity, Company):
        return ()
    lists = ((words.text("Makes"), entity.products), (words.text("Uses"), entity.uses))
    return tuple(Paragraph((_listed(items, words),), lead=lead) for lead, items in lists if items)


def _listed(items: Iterable[Localized], words: Words) -> str:
    return words.enumeration([item.text(words.language) for item in items])


def _enumerated(links: Iterable[Link], words: Words) -> Text:
    return joined(links, words.enumeration(["", ""]))


def _person_fact(dataset: Dataset, person: Person, words: Words, marks: Mapping[str, str]) -> Fact:
    role = person.role.text(words.language)
    return Fact(
        role[:1].upper() + role[1:],
        (person.name.text(words.language),),
        faint="" if person.as_of is None else words.period(person.as_of.label),
        source=Link(marks[person.source], Ref(SubjectKind.SOURCE, person.source)),
        tip=words.text("Source: {source}", source=citation(dataset, dataset.source_by_id[person.source], words)),
    )


def _source_facts(dataset: Dataset, source: Source, words: Words) -> Iterator[Fact]:
    use = uses_of_source(dataset, source.id)
    yield Fact(words.text("Publisher"), (publisher_of(source, words),))
    date = date_text(dataset, source, words)
    if date:
        yield Fact(words.text("Date"), (date,))
    if source.grade:
        yield Fact(words.text("Kind"), (grade_text(source.grade, words),))
    if source.language:
        yield Fact(words.text("Language"), (source_language_text(source.language, words),))
    if source.accessed:
        yield Fact(words.text("Accessed"), (words.period(source.accessed.label),))
    issues = sum(1 for each in dataset.sources if each.serial == source.serial) if source.serial else 0
    if issues > 1:
        yield Fact(words.text("Serial"), (words.plural("{n} issue", "{n} issues", issues),))
    counts = [words.plural("{n} figure", "{n} figures", len(use.observations))]
    if use.events:
        counts.append(words.plural("{n} event", "{n} events", len(use.events)))
    yield Fact(words.text("Used for"), (words.enumeration(counts),))


def _zone_facts(dataset: Dataset, zone: Zone, words: Words) -> Iterator[Fact]:
    places = _links(dataset, zone.places, words)
    if places:
        yield Fact(words.text("Place"), _enumerated(places, words))
    parts = _links(dataset, [each.id for each in dataset.zones if each.part_of == zone.id], words)
    if parts:
        yield Fact(words.text("Parts"), _enumerated(parts, words))
    if zone.founded:
        yield Fact(words.text("Founded"), (words.period(zone.founded.label),))


def _place_facts(dataset: Dataset, place: Place, words: Words) -> Iterator[Fact]:
    below = _links(dataset, [each.id for each in dataset.places if each.parent == place.id], words)
    if below:
        yield Fact(words.text("Places"), _enumerated(below, words))
    zones = _links(dataset, [each.id for each in dataset.zones if place.id in each.places], words)
    if zones:
        yield Fact(words.text("Zones"), _enumerated(zones, words))
