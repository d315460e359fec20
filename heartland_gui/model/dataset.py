"""The whole dataset, immutable, with the indexes that questions need; and what is computed from the whole of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Final, Protocol, TypeVar

from heartland_gui.model.comparison import found_comparison
from heartland_gui.model.dating import Published, inferred_dates
from heartland_gui.model.entities import (
    Company,
    Entity,
    Event,
    Indicator,
    IndicatorRole,
    Localized,
    Pillar,
    Place,
    Ref,
    Source,
    Subject,
    SubjectKind,
    Technology,
    Topic,
    Unit,
    Zone,
    product_key,
    ref_of,
)
from heartland_gui.model.observations import Observation, Series
from heartland_gui.model.period import Period


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_Named)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The dataset as a whole. `as_of` is the day of which it is shown, None where all of it is."""

    id: str
    title: Localized
    region: str
    edition: str = ""
    format: int = 1
    default_language: str = "en"
    languages: tuple[str, ...] = ("en",)
    currency: str = ""
    licence: str = ""
    description: Localized | None = None
    headline: tuple[str, ...] = ()
    boundaries: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """The outline of a place: polygons of rings of (longitude, latitude) in WGS 84 degrees, the outer ring first."""

    place: str
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


@dataclass(frozen=True)
class Dataset:
    """Everything that was read from one folder. Every id in it is known: what did not fit was left out in reading."""

    manifest: Manifest
    places: tuple[Place, ...] = ()
    zones: tuple[Zone, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    technologies: tuple[Technology, ...] = ()
    companies: tuple[Company, ...] = ()
    units: tuple[Unit, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    sources: tuple[Source, ...] = ()
    series: tuple[Series, ...] = ()
    events: tuple[Event, ...] = ()
    boundaries: tuple[Boundary, ...] = field(default=(), repr=False)
    topics: tuple[Topic, ...] = ()

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """Every subject by its id."""
        groups: tuple[tuple[Subject, ...], ...] = (
            self.places,
            self.zones,
            self.pillars,
            self.technologies,
            self.companies,
        )
        return {subject.id: subject for group in groups for subject in group}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return _by_id(self.sources)

    @cached_property
    def indicator_by_id(self) -> Mapping[str, Indicator]:
        """Every indicator by its id, in the order of the dataset."""
        return _by_id(self.indicators)

    @cached_property
    def population(self) -> Indicator | None:
        """The indicator that amounts per head are divided by, None where the dataset names none."""
        return next((each for each in self.indicators if each.role is IndicatorRole.POPULATION), None)

    @cached_property
    def unit_by_id(self) -> Mapping[str, Unit]:
        """Every unit by its id."""
        return _by_id(self.units)

    @cached_property
    def series_by_subject(self) -> Mapping[str, tuple[Series, ...]]:
        """The series of every subject that has any, in the order of the dataset."""
        grouped: defaultdict[str, list[Series]] = defaultdict(list)
        for series in self.series:
            grouped[series.subject].append(series)
        return {subject: tuple(group) for subject, group in grouped.items()}

    @cached_property
    def figures(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """The figures of every pair of subject and indicator that has any, in order of time."""
        grouped: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
        for series in self.series:
            grouped[series.subject, series.indicator] += series.observations
        return {pair: tuple(sorted(group, key=lambda item: item.period.order)) for pair, group in grouped.items()}

    @cached_property
    def indicators_by_subject(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the indicators of which each subject has figures, in the order of the dataset's indicators."""
        order = {identifier: place for place, identifier in enumerate(self.indicator_by_id)}
        grouped: defaultdict[str, list[str]] = defaultdict(list)
        for subject, indicator in self.figures:
            grouped[subject].append(indicator)
        return {subject: tuple(sorted(found, key=order.__getitem__)) for subject, found in grouped.items()}

    @cached_property
    def subjects_by_indicator(self) -> Mapping[str, frozenset[str]]:
        """The ids of the subjects that have figures of each indicator that has any."""
        grouped: defaultdict[str, set[str]] = defaultdict(set)
        for subject, indicator in self.figures:
            grouped[indicator].add(subject)
        return {indicator: frozenset(found) for indicator, found in grouped.items()}

    @cached_property
    def product_by_key(self) -> Mapping[str, Localized]:
        """Every product as the first company that makes it calls it, by its `product_key`."""
        found: dict[str, Localized] = {}
        for company in self.companies:
            for product in company.products:
                found.setdefault(product_key(product), product)
        return found

    @cached_property
    def events_by_subject(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of every subject that has any, in the order of the dataset."""
        grouped: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            grouped[event.subject].append(event)
        return {subject: tuple(group) for subject, group in grouped.items()}

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """The names, in any language, that two subjects of one kind have."""
        groups: tuple[tuple[Subject, ...], ...] = (self.places, self.zones, self.pillars, self.technologies)
        shared: set[str] = set()
        for group in (*groups, self.companies):
            known: set[str] = set()
            for subject in group:
                names = {*subject.name.all_texts()}
                if isinstance(subject, Zone) and subject.short is not None:
                    names.update(subject.short.all_texts())
                shared |= known & names
                known |= names
        return frozenset(shared)

    @cached_property
    def work_of(self) -> Mapping[str, str]:
        """Of which work each source is, by its id: that of its serial, which all editions share, else it is its own."""
        return {source.id: source.serial or source.id for source in self.sources}

    @property
    def day(self) -> date | None:
        """The day of which it is shown, None where all of it is."""
        return self.manifest.as_of

    @cached_property
    def _inferred_dates(self) -> Mapping[str, Period]:
        sizes = {indicator.id for indicator in self.indicators if indicator.plan_size}
        return inferred_dates(self.sources, self.series, self.events, self.companies, sizes)

    def published(self, source: Source) -> Published:
        """Return when a source was published: its own date, else the one that can be inferred from what it tells."""
        if source.date is not None:
            return Published(source.date, read=source.accessed)
        inferred = self._inferred_dates.get(source.id)
        return Published(inferred, is_inferred=inferred is not None, read=source.accessed)

    @cached_property
    def inferred_count(self) -> int:
        """How many figures rest on sources whose date is inferred."""
        return sum(len(series.observations) for series in self.series if series.source in self._inferred_dates)

    @property
    def region(self) -> Place:
        """The place that the dataset is about."""
        region = self.subjects[self.manifest.region]
        if not isinstance(region, Place):
            raise TypeError(f"the region {region.id!r} is not a place")
        return region

    @property
    def region_ref(self) -> Ref:
        """The page on which the program opens."""
        return Ref(SubjectKind.PLACE, self.manifest.region)

    def find(self, ref: Ref) -> Entity | None:
        """Return the entity behind a page, or None where the dataset has no such thing."""
        if ref.kind is SubjectKind.SOURCE:
            return self.source_by_id.get(ref.id)
        if ref.kind is SubjectKind.COMPARISON:
            return found_comparison(self.subjects, ref)
        if ref.kind is SubjectKind.INDICATOR:
            return self.indicator_by_id.get(ref.id)
        found = self.subjects.get(ref.id)
        return found if found is not None and ref_of(found) == ref else None

    def entity(self, ref: Ref) -> Entity:
        """Return the entity behind a page. Raises KeyError where the dataset has no such thing."""
        found = self.find(ref)
        if found is None:
            raise KeyError(ref)
        return found

    def ref(self, identifier: str) -> Ref | None:
        """Return the page that an id means: of a subject, else of a source; ids with commas are a comparison."""
        if "," in identifier:
            page = Ref(SubjectKind.COMPARISON, identifier)
            return page if self.find(page) is not None else None
        subject = self.subjects.get(identifier)
        if subject is not None:
            return ref_of(subject)
        source = self.source_by_id.get(identifier)
        return ref_of(source) if source is not None else None

    def unit_of(self, indicator: str) -> Unit:
        """Return the unit of an indicator."""
        return self.unit_by_id[self.indicator_by_id[indicator].unit]

    @cached_property
    def observation_count(self) -> int:
        """How many figures the dataset holds."""
        return sum(len(series.observations) for series in self.series)

    def observations(self) -> Iterable[Observation]:
        """Yield every figure, in the order of the dataset."""
        for series in self.series:
            yield from series.observations


def _by_id(entries: Iterable[_Entry]) -> Mapping[str, _Entry]:
    return {entry.id: entry for entry in entries}


def as_of(dataset: Dataset, day: date) -> Dataset:
    """Return the figures, events, people and companies that rest on sources published by the end of a day.

    A source that only names its month or year counts from the end of it, one without a date from the one that is
    inferred, either at the latest from the day on which it was read, and one of which nothing is known never. The
    region, its places, pillars and technologies stay, so that the window keeps its order; a company stays where
    anything of it had been published.
    """
    known = {source.id for source in dataset.sources if dataset.published(source).by(day)}
    series = tuple(each for each in dataset.series if each.source in known)
    events = tuple(each for each in dataset.events if each.source in known)
    told = {each.subject for each in series} | {each.subject for each in events}

    def published(sources: Sequence[str]) -> tuple[str, ...]:
        return tuple(source for source in sources if source in known)

    left = {each.id for each in dataset.companies if each.id in told or published(each.sources)}
    companies = tuple(_company(each, known, left, day) for each in dataset.companies if each.id in left)
    return replace(
        dataset,
        manifest=replace(dataset.manifest, as_of=day),
        zones=tuple(replace(each, sources=published(each.sources)) for each in dataset.zones),
        pillars=tuple(replace(each, sources=published(each.sources)) for each in dataset.pillars),
        technologies=tuple(replace(each, sources=published(each.sources)) for each in dataset.technologies),
        companies=companies,
        sources=tuple(each for each in dataset.sources if each.id in known),
        series=series,
        events=events,
    )


def _company(company: Company, known: set[str], left: set[str], day: date) -> Company:
    founded = company.founded
    return replace(
        company,
        # Its date has no source of its own; one after the day was not known on it.
        founded=founded if founded is None or founded.first <= day else None,
        part_of=company.part_of if company.part_of in left else None,
        sources=tuple(source for source in company.sources if source in known),
        people=tuple(person for person in company.people if person.source in known),
    )


def texts_beyond_ascii(dataset: Dataset) -> Iterator[list[str]]:
    """Yield for each record and figure of the dataset its texts that have characters beyond ASCII."""
    tables = (
        *((dataset.manifest,), dataset.places, dataset.zones, dataset.pillars, dataset.technologies),
        *(dataset.companies, dataset.units, dataset.topics, dataset.indicators, dataset.sources, dataset.events),
    )
    # Of a figure only what is in words: its ids stand in the other records.
    said = (
        (item.note, item.scope) for item in dataset.observations() if item.note is not None or item.scope is not None
    )
    for record in chain(chain.from_iterable(tables), said):
        texts: list[str] = []
        _gather(record, texts)
        yield texts


def _gather(found: object, texts: list[str]) -> None:
    if isinstance(found, str):
        if not found.isascii():
            texts.append(found)
    elif isinstance(found, tuple):
        for each in found:
            _gather(each, texts)
    else:
        # Records name their attributes so; numbers and dates have none.
        for name in getattr(type(found), "__match_args__", ()):
            _gather(getattr(found, name), texts)


SLOTS: Final = ("blue", "cyan", "green", "magenta", "leaf", "orange", "purple", "rust")
"""What the key `colour` of a pillar may say."""


def pillar_slot(dataset: Dataset, pillar: Pillar) -> int:
    """Return the slot of a pillar: the one that it asks for, else the next free one in the order of the dataset.

    Beyond eight pillars colours are shared, again in order.
    """
    if pillar.colour in SLOTS:
        return SLOTS.index(pillar.colour)
    asked = {each.colour for each in dataset.pillars}
    free = [slot for slot, name in enumerate(SLOTS) if name not in asked] or list(range(len(SLOTS)))
    others = [each.id for each in dataset.pillars if each.colour not in SLOTS]
    return free[others.index(pillar.id) % len(free)]


def pillars_painted(dataset: Dataset, slots: Collection[int | None]) -> tuple[tuple[int, Pillar], ...]:
    """Return every pillar that has one of these slots, behind its slot, in the order of the dataset."""
    painted = ((pillar_slot(dataset, pillar), pillar) for pillar in dataset.pillars)
    return tuple((slot, pillar) for slot, pillar in painted if slot in slots)
