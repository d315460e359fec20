"""What can be found in a dataset, and what a found thing says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import (
    Company,
    Comparison,
    Indicator,
    Localized,
    Pillar,
    Place,
    Ref,
    Source,
    Subject,
    Technology,
    Zone,
    ref_of,
)
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.model.queries import (
    cities_of,
    companies_of,
    first_pillar,
    full_name,
    short_name,
)
from heartland_gui.model.selection import Selection
from heartland_gui.text import Words
from heartland_gui.wording import citation, listed_name, place_kind_text, status_text, value_text


class EntryKind(StrEnum):
    """What a found thing is; in a group the earlier kinds stand first."""

    PLACE = "place"
    ZONE = "zone"
    PILLAR = "pillar"
    TECHNOLOGY = "technology"
    COMPANY = "company"
    INDICATOR = "indicator"
    PERSON = "person"
    EVENT = "event"
    SOURCE = "source"
    COMMAND = "command"
    COMPARISON = "comparison"
    """Only among the places that were seen."""
    QUERY = "query"
    """Something that may be typed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: where it leads and what it is called.

    `aside` is what else it is found by: a company's products, a person's role, the publisher of a source. A person and
    an event lead to the page `ref` of whom they belong to, an indicator to that of the subject with most figures of it.
    `position` is that of a person or event among those of its subject. `indicator` is what a page is looked at for.
    `command` is the id of an action, `selection` what an address leads to.
    """

    kind: EntryKind
    names: tuple[str, ...]
    ref: Ref | None = None
    aside: tuple[str, ...] = ()
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
    """Yield everything of a dataset that can be found.

    What there is most of goes first among companies and indicators, what is newest among sources and events.
    """
    named: list[Place | Zone | Pillar | Technology | Company] = [*dataset.places, *dataset.zones, *dataset.pillars]
    named += dataset.technologies
    named += sorted(dataset.companies, key=lambda company: -figure_count(dataset, company.id))
    for each in named:
        yield Entry(EntryKind(ref_of(each).kind.value), _names(each), ref_of(each), _aside(each))
    yield from _indicators(dataset)
    for company in dataset.companies:
        for number, person in enumerate(company.people):
            aside = (*person.role.all_texts(), *company.name.all_texts())
            yield Entry(EntryKind.PERSON, person.name.all_texts(), ref_of(company), aside, position=number)
    newest = sorted(enumerate(dataset.events), key=lambda pair: pair[1].date.order, reverse=True)
    for number, event in newest:
        subject = dataset.subjects[event.subject]
        aside = (event.date.label, *(subject.name.all_texts() if subject != dataset.region else ()))
        yield Entry(EntryKind.EVENT, event.text.all_texts(), ref_of(subject), aside, position=number)
    for source in sorted(dataset.sources, key=lambda source: dataset.published(source).last, reverse=True):
        via = source.via.all_texts() if source.via is not None else ()
        aside = (*source.publisher.all_texts(), *via, source.id)
        yield Entry(EntryKind.SOURCE, source.title.all_texts(), ref_of(source), aside)


def _names(each: Place | Zone | Pillar | Technology | Company) -> tuple[str, ...]:
    short = each.short.all_texts() if isinstance(each, Zone) and each.short is not None else ()
    aliases = each.aliases if isinstance(each, Zone | Company) else ()
    return tuple(dict.fromkeys((*each.name.all_texts(), *short, *aliases)))


def _aside(each: Subject) -> tuple[str, ...]:
    """Return what else a subject is found by: what it makes, and its id, which addresses and files have."""
    products = each.products if isinstance(each, Company) else ()
    return (*(text for product in products for text in product.all_texts()), each.id)


def figure_count(dataset: Dataset, subject: str) -> int:
    """Return how many figures a subject has."""
    return sum(len(series.observations) for series in dataset.series_by_subject.get(subject, ()))


def _indicators(dataset: Dataset) -> Iterator[Entry]:
    """Yield the indicators that anybody has figures of, each with the subject that has most; the region goes first."""
    most: dict[str, tuple[bool, int, str]] = {}
    counted: Counter[str] = Counter()
    for (subject, indicator), figures in dataset.figures.items():
        counted[indicator] += len(figures)
        rank = (subject == dataset.region.id, len(figures), subject)
        most[indicator] = max(most.get(indicator, (False, 0, "")), rank)
    known = (each for each in dataset.indicators if each.id in most)
    for each in sorted(known, key=lambda each: -counted[each.id]):
        ref = ref_of(dataset.subjects[most[each.id][2]])
        short = each.short.all_texts() if each.short is not None else ()
        names = tuple(dict.fromkeys((*each.name.all_texts(), *short)))
        yield Entry(EntryKind.INDICATOR, names, ref, indicator=each.id)


def entry_text(dataset: Dataset, entry: Entry, words: Words) -> EntryText:
    """Return what the row of an entry of the dataset says, wherever it stands."""
    if entry.kind is EntryKind.COMMAND:
        return EntryText(entry.names[0], "", "" if entry.selection is not None else words.text("command"))
    if entry.ref is None:
        return EntryText(entry.names[0], "", "")
    language, entity = words.language, dataset.entity(entry.ref)
    name = listed_name(dataset, entity, words)
    if isinstance(entity, Source):
        return EntryText(full_name(entity, language), "", citation(dataset, entity, words))
    if isinstance(entity, Comparison):
        return EntryText(name, "", words.plural("{n} side by side", "{n} side by side", len(entity.members)))
    if isinstance(entity, Indicator):
        return EntryText(entity.name.text(language), entity.name.other(language) or "", "")
    return _text_of(dataset, entry, entity, words)


def _text_of(dataset: Dataset, entry: Entry, entity: Subject, words: Words) -> EntryText:
    """Return what the row of a subject says, or of what belongs to one."""
    language, name = words.language, listed_name(dataset, entity, words)
    if entry.kind is EntryKind.EVENT:
        event = dataset.events[entry.position]
        of = () if entity == dataset.region else (name,)
        return EntryText(event.text.text(language), "", words.details([*of, words.period(event.date.label)]))
    if entry.kind is EntryKind.PERSON and isinstance(entity, Company):
        person = entity.people[entry.position]
        about = words.details([person.role.text(language), name])
        return EntryText(person.name.text(language), person.name.other(language) or "", about)
    if entry.kind is EntryKind.INDICATOR and entry.indicator is not None:
        called = dataset.indicator_by_id[entry.indicator].name
        return EntryText(called.text(language), called.other(language) or "", name)
    return EntryText(name, _other_name(entity, language), _detail(dataset, entity, words))


def _other_name(entity: Place | Zone | Pillar | Technology | Company, language: str) -> str:
    """Return the name in the other language, in the form that has the length of the one that is shown."""
    called: Localized = entity.name
    if isinstance(entity, Zone) and entity.short is not None:
        called = entity.short
    return called.other(language) or ""


def _detail(dataset: Dataset, entity: Place | Zone | Pillar | Technology | Company, words: Words) -> str:
    """Return the first pillar of a company, and how many companies anything else has."""
    if isinstance(entity, Company):
        first = first_pillar(entity)
        return "" if first is None else short_name(dataset.subjects[first.id], words.language)
    count = len(companies_of(dataset, ref_of(entity)))
    said = words.plural("{n} company", "{n} companies", count)
    if isinstance(entity, Place) and entity not in (dataset.region, *cities_of(dataset)):
        return words.details([place_kind_text(entity, words), said])
    return said


def figure_detail(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return `13.9 mn t, 2024`: a figure, its period, and how real it is where it is not done."""
    parts = [value_text(dataset, figure, words), words.period(figure.period.label)]
    if figure.status not in DONE:
        parts.append(status_text(figure.status, words))
    return words.details(parts)
