"""The header of a page: the names of a subject or source, its chips, its running text and its cards."""

from __future__ import annotations

from collections.abc import Mapping

from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import (
    ActorKind,
    Company,
    Comparison,
    Entity,
    Localized,
    Person,
    PillarBasis,
    Place,
    Ref,
    Source,
    SubjectKind,
    Zone,
    ref_of,
)
from heartland_gui.model.queries import (
    companies_of,
    headline_figures,
    page_sources,
    pillars_of,
    short_name,
    technologies_of,
    uses_of_source,
)
from heartland_gui.pages.cards import cards_of, source_marks
from heartland_gui.pages.page import Chip, Header, Link, Paragraph
from heartland_gui.text import Words
from heartland_gui.wording import (
    accessed_text,
    actor_text,
    citation,
    date_text,
    grade_text,
    publisher_of,
    source_language_text,
)


def subject_header(dataset: Dataset, ref: Ref, words: Words) -> Header:
    """Return the header of the page of a subject or a source."""
    entity = dataset.entity(ref)
    marks = source_marks(page_sources(dataset, ref))
    return Header(
        *titles_of(entity, words),
        chips=chips_of(dataset, ref, words, marks),
        summary=_summary(dataset, ref, words),
        cards=() if isinstance(entity, Source) else cards_of(dataset, headline_figures(dataset, ref.id), words, marks),
    )


def titles_of(entity: Entity, words: Words) -> tuple[str, str]:
    """Return the name of a page, and that in the other language, empty where there is none."""
    named = entity.title if isinstance(entity, Source) else entity.name
    return named.text(words.language), named.other(words.language) or ""


def description(dataset: Dataset, ref: Ref) -> Localized | None:
    """Return what is said of a subject or source; a region is described by its dataset."""
    entity = dataset.entity(ref)
    if isinstance(entity, Source):
        return entity.note
    if isinstance(entity, Place):
        return dataset.manifest.description if ref == dataset.region_ref else None
    return None if isinstance(entity, Comparison) else entity.summary


def makings(entity: Entity, words: Words) -> tuple[Paragraph, ...]:
    """Return what a company makes and what for, each list after its name."""
    if not isinstance(entity, Company):
        return ()
    lists = ((words.text("Products"), entity.products), (words.text("Uses"), entity.uses))
    return tuple(
        Paragraph((words.listing([item.text(words.language) for item in items]),), lead=name)
        for name, items in lists
        if items
    )


def _summary(dataset: Dataset, ref: Ref, words: Words) -> tuple[Paragraph, ...]:
    entity, said = dataset.entity(ref), description(dataset, ref)
    paragraphs = [Paragraph((said.text(words.language),))] if said else []
    if isinstance(entity, Source) and entity.url:
        paragraphs.append(Paragraph((Link(entity.url, entity.url),)))
    return (*paragraphs, *makings(entity, words))


def chips_of(dataset: Dataset, ref: Ref, words: Words, marks: Mapping[str, str]) -> tuple[Chip, ...]:
    """Return the chips of a page; `marks` are the page's source marks by the source's id."""
    entity = dataset.entity(ref)
    if isinstance(entity, Company):
        return _company_chips(dataset, entity, words, marks)
    if isinstance(entity, Source):
        return _source_chips(dataset, entity, words)
    return (*_place_chips(dataset, entity, words), *_count_chips(dataset, ref, words, marks))


def _company_chips(dataset: Dataset, company: Company, words: Words, marks: Mapping[str, str]) -> tuple[Chip, ...]:
    language = words.language
    assigned = company.pillar_basis is PillarBasis.ASSIGNED
    basis = words.text("Assigned by what it makes; no source says so.") if assigned else ""
    chips = [
        Chip(pillar.name.text(language), ref_of(pillar), pillar_slot(dataset, pillar), basis)
        for pillar in pillars_of(dataset, company)
    ]
    for identifier in (company.zone, company.place):
        if identifier:
            subject = dataset.subjects[identifier]
            chips.append(Chip(short_name(subject, language), ref_of(subject), tip=subject.name.text(language)))
    if company.kind is not ActorKind.COMPANY:
        chips.append(Chip(actor_text(company.kind, words)))
    if company.founded:
        chips.append(Chip(words.text("founded {date}", date=words.period(company.founded.label))))
    chips += [_person_chip(dataset, person, words, marks) for person in company.people]
    chips += [Chip(found.name.text(language), ref_of(found)) for found in technologies_of(dataset, company)]
    return tuple(chips)


def _person_chip(dataset: Dataset, person: Person, words: Words, marks: Mapping[str, str]) -> Chip:
    role, name = person.role.text(words.language), person.name.text(words.language)
    mark = marks[person.source]
    tip = words.text("Source: {source}", source=citation(dataset, dataset.source_by_id[person.source], words))
    source = Ref(SubjectKind.SOURCE, person.source)
    if person.as_of is None:
        return Chip(words.text("{role} {name} {mark}", role=role, name=name, mark=mark), source, tip=tip)
    date = words.period(person.as_of.label)
    text = words.text("{role} {name} ({date}) {mark}", role=role, name=name, date=date, mark=mark)
    return Chip(text, source, tip=tip)


def _source_chips(dataset: Dataset, source: Source, words: Words) -> tuple[Chip, ...]:
    use = uses_of_source(dataset, source.id)
    chips = [Chip(publisher_of(source, words))]
    date = date_text(dataset, source, words)
    if date:
        chips.append(Chip(date))
    if source.accessed:
        chips.append(Chip(accessed_text(source, words)))
    editions = sum(1 for each in dataset.sources if each.serial == source.serial) if source.serial else 0
    if editions > 1:
        chips.append(Chip(words.plural("{n} edition of one work", "one of {n} editions of one work", editions)))
    if source.grade:
        chips.append(Chip(grade_text(source.grade, words)))
    if source.language:
        chips.append(Chip(source_language_text(source.language, words)))
    chips.append(Chip(words.plural("{n} figure", "{n} figures", len(use.observations))))
    if use.events:
        chips.append(Chip(words.plural("{n} event", "{n} events", len(use.events))))
    return tuple(chips)


def _place_chips(dataset: Dataset, entity: object, words: Words) -> list[Chip]:
    chips: list[Chip] = []
    above = entity.parent if isinstance(entity, Place) else entity.part_of if isinstance(entity, Zone) else None
    if above is not None and above in dataset.subjects:
        subject = dataset.subjects[above]
        chips.append(Chip(short_name(subject, words.language), ref_of(subject)))
    if isinstance(entity, Zone) and entity.founded:
        chips.append(Chip(words.text("founded {date}", date=words.period(entity.founded.label))))
    return chips


def _count_chips(dataset: Dataset, ref: Ref, words: Words, marks: Mapping[str, str]) -> tuple[Chip, ...]:
    companies = companies_of(dataset, ref)
    subjects = {ref.id, *(company.id for company in companies)}
    if ref == dataset.region_ref:
        subjects = set(dataset.subjects)
    known = [series for subject in subjects for series in dataset.series_by_subject.get(subject, ())]
    figures = sum(len(series.observations) for series in known)
    sources = {series.source for series in known} | set(marks)
    sources |= {source for company in companies for source in company.sources}
    if ref == dataset.region_ref:
        sources = set(dataset.source_by_id)
    return (
        Chip(words.plural("{n} company", "{n} companies", len(companies))),
        Chip(words.plural("{n} figure", "{n} figures", figures)),
        Chip(words.plural("{n} source", "{n} sources", len(sources))),
    )
