"""What can be found in a dataset, and what a found thing says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Comparison, Pillar, Place, Ref, Source, Technology, Zone, ref_of
from heartland_gui.model.queries import companies_of, first_pillar, full_name, short_name
from heartland_gui.model.selection import Selection
from heartland_gui.text import Words, message
from heartland_gui.wording import citation


class EntryKind(StrEnum):
    """What a found thing is; of those that fit equally well the earlier kinds stand first."""

    PLACE = "place"
    PILLAR = "pillar"
    ZONE = "zone"
    COMPANY = "company"
    TECHNOLOGY = "technology"
    INDICATOR = "indicator"
    PERSON = "person"
    COMMAND = "command"
    PRODUCT = "product"
    SOURCE = "source"
    EVENT = "event"
    COMPARISON = "comparison"
    """Only among the places that were seen."""


KIND_NAMES: Final = {
    EntryKind.PLACE: message("Place"),
    EntryKind.PILLAR: message("Pillar"),
    EntryKind.ZONE: message("Zone"),
    EntryKind.COMPANY: message("Company"),
    EntryKind.TECHNOLOGY: message("Technology"),
    EntryKind.INDICATOR: message("Indicator"),
    EntryKind.PERSON: message("Person"),
    EntryKind.COMMAND: message("Command"),
    EntryKind.PRODUCT: message("Product"),
    EntryKind.SOURCE: message("Source"),
    EntryKind.EVENT: message("Event"),
    EntryKind.COMPARISON: message("Comparison"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: where it leads and what it is called.

    A person, a product and an event lead to the page `ref` of whom they belong to, an indicator to the page of the
    subject with most figures of it. `position` is that of a person, product or event among those of its subject.
    `command` is the id of an action, `selection` what an address leads to.
    """

    kind: EntryKind
    names: tuple[str, ...]
    ref: Ref | None = None
    indicator: str | None = None
    position: int = 0
    command: str | None = None
    selection: Selection | None = None


@dataclass(frozen=True, slots=True)
class EntryText:
    """What the row of an entry says: its title, the same in another language, and what is worth knowing of it."""

    title: str
    other: str
    detail: str


def entries_of(dataset: Dataset) -> Iterator[Entry]:
    """Yield everything of a dataset that can be found, the companies with most figures before the others."""
    named: list[Place | Zone | Pillar | Technology | Company] = [*dataset.places, *dataset.pillars, *dataset.zones]
    named += sorted(dataset.companies, key=lambda company: -_figures(dataset, company.id))
    named += dataset.technologies
    for each in named:
        yield Entry(EntryKind(ref_of(each).kind.value), _names(each), ref_of(each))
    yield from _indicators(dataset)
    for company in dataset.companies:
        ref = ref_of(company)
        for number, person in enumerate(company.people):
            yield Entry(EntryKind.PERSON, (*person.name.all_texts(), *person.role.all_texts()), ref, position=number)
        for number, product in enumerate(company.products):
            yield Entry(EntryKind.PRODUCT, product.all_texts(), ref, position=number)
    for source in dataset.sources:
        via = source.via.all_texts() if source.via is not None else ()
        names = (*source.publisher.all_texts(), *source.title.all_texts(), source.id, *via)
        yield Entry(EntryKind.SOURCE, names, ref_of(source))
    for number, event in enumerate(dataset.events):
        subject = dataset.subjects[event.subject]
        yield Entry(EntryKind.EVENT, event.text.all_texts(), ref_of(subject), position=number)


def _names(each: Place | Zone | Pillar | Technology | Company) -> tuple[str, ...]:
    short = each.short.all_texts() if isinstance(each, Zone) and each.short is not None else ()
    aliases = each.aliases if isinstance(each, Zone | Company) else ()
    return tuple(dict.fromkeys((*each.name.all_texts(), *short, *aliases, each.id)))


def _figures(dataset: Dataset, subject: str) -> int:
    return sum(len(series.observations) for series in dataset.series_by_subject.get(subject, ()))


def _indicators(dataset: Dataset) -> Iterator[Entry]:
    """Yield the indicators that anybody has figures of, each with the subject that has most; the region goes first."""
    most: dict[str, tuple[bool, int, str]] = {}
    for (subject, indicator), figures in dataset.figures.items():
        rank = (subject == dataset.region.id, len(figures), subject)
        most[indicator] = max(most.get(indicator, (False, 0, "")), rank)
    for each in dataset.indicators:
        if each.id in most:
            ref = ref_of(dataset.subjects[most[each.id][2]])
            yield Entry(EntryKind.INDICATOR, (*each.name.all_texts(), each.id), ref, each.id)


def entry_text(dataset: Dataset, entry: Entry, words: Words) -> EntryText:
    """Return what the row of an entry of the dataset says."""
    if entry.ref is None:
        return EntryText(entry.names[0], "", "")
    language, entity = words.language, dataset.entity(entry.ref)
    name = short_name(entity, language)
    if entry.kind is EntryKind.EVENT:
        event = dataset.events[entry.position]
        return EntryText(event.text.text(language), "", words.enumeration([name, words.period(event.date.label)]))
    if isinstance(entity, Source):
        return EntryText(full_name(entity, language), "", citation(dataset, entity, words))
    if isinstance(entity, Comparison):
        return EntryText(name, "", words.plural("{n} side by side", "{n} side by side", len(entity.members)))
    called, detail = entity.name, _detail(dataset, entity, words)
    if entry.kind is EntryKind.INDICATOR and entry.indicator is not None:
        called, detail = dataset.indicator_by_id[entry.indicator].name, name
    elif isinstance(entity, Company) and entry.kind is EntryKind.PERSON:
        person = entity.people[entry.position]
        called, detail = person.name, words.enumeration([person.role.text(language), name])
    elif isinstance(entity, Company) and entry.kind is EntryKind.PRODUCT:
        called, detail = entity.products[entry.position], name
    return EntryText(called.text(language), called.other(language) or "", detail)


def _detail(dataset: Dataset, entity: Place | Zone | Pillar | Technology | Company, words: Words) -> str:
    """Return the first pillar of a company, and how many companies anything else has."""
    if isinstance(entity, Company):
        first = first_pillar(entity)
        return "" if first is None else short_name(dataset.subjects[first.id], words.language)
    count = len(companies_of(dataset, ref_of(entity)))
    return words.plural("{n} company", "{n} companies", count)
