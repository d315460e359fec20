"""Questions about a dataset. Each is a function of the dataset and what is asked about; none keeps anything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from heartland_gui.model.comparison import members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import (
    WITHOUT_FIGURES,
    Company,
    Entity,
    Event,
    Indicator,
    IndicatorKind,
    Person,
    Pillar,
    Place,
    Ref,
    Source,
    Subject,
    SubjectKind,
    Technology,
    Zone,
)
from heartland_gui.model.observations import DONE, Observation, Series, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.plans import shown_hope

_NEAR_YEARS: Final = 2


def companies_of(dataset: Dataset, ref: Ref) -> tuple[Company, ...]:
    """Return the companies of a region, city, zone, pillar, technology, source or comparison, or the company itself."""
    if ref == dataset.region_ref:
        return dataset.companies
    belongs = _membership(dataset, ref)
    return tuple(company for company in dataset.companies if belongs(company))


def _membership(dataset: Dataset, ref: Ref) -> Callable[[Company], bool]:
    """Return the test whether a company belongs to what was chosen."""
    if ref.kind is SubjectKind.PLACE:
        places = _tree(ref.id, {place.id: place.parent for place in dataset.places})
        return lambda company: company.place in places
    if ref.kind is SubjectKind.ZONE:
        zones = _tree(ref.id, {zone.id: zone.part_of for zone in dataset.zones})
        return lambda company: company.zone in zones
    if ref.kind is SubjectKind.SOURCE:
        citing = {subject.id for subject in uses_of_source(dataset, ref.id).subjects}
        return lambda company: company.id in citing
    if ref.kind is SubjectKind.PILLAR:
        return lambda company: ref.id in company.pillars
    if ref.kind is SubjectKind.TECHNOLOGY:
        return lambda company: ref.id in company.technologies
    members = {ref.id, *members_of(ref)}
    return lambda company: company.id in members


def _tree(root: str, parents: dict[str, str | None]) -> set[str]:
    """Return the ids below `root`, itself included; a cycle in the data ends nowhere but does no harm."""
    found = {root}
    grown = True
    while grown:
        below = {child for child, parent in parents.items() if parent in found}
        grown = not below <= found
        found |= below
    return found


def series_of(dataset: Dataset, subject: str, indicator: str | None = None) -> tuple[Series, ...]:
    """Return the series of a subject, of one indicator or of all."""
    found = dataset.series_by_subject.get(subject, ())
    if indicator is None:
        return found
    return tuple(series for series in found if series.indicator == indicator)


def observations_of(dataset: Dataset, subject: str, indicator: str | None = None) -> tuple[Observation, ...]:
    """Return the figures of a subject: by indicator in the dataset's order, then by period."""
    if indicator is not None:
        return dataset.figures.get((subject, indicator), ())
    present = dataset.indicators_by_subject.get(subject, ())
    return tuple(item for identifier in present for item in dataset.figures[subject, identifier])


def indicators_of(dataset: Dataset, subject: str) -> tuple[Indicator, ...]:
    """Return the indicators of which a subject has figures: its headline ones first, then in the dataset's order."""
    present = dataset.indicators_by_subject.get(subject, ())
    first = [identifier for identifier in headline_ids(dataset, subject) if identifier in present]
    rest = [identifier for identifier in present if identifier not in first]
    return tuple(dataset.indicator_by_id[identifier] for identifier in (*first, *rest))


def headline_ids(dataset: Dataset, subject: str) -> tuple[str, ...]:
    """Return the indicators that the dataset wants shown first on a subject's page."""
    if subject == dataset.manifest.region:
        return dataset.manifest.headline
    found = dataset.subjects.get(subject)
    return found.headline if isinstance(found, Pillar | Company) else ()


def latest(
    observations: Iterable[Observation], statuses: Iterable[Status], *, whole_years: bool = False
) -> Observation | None:
    """Return the newest figure with one of these statuses; what covers the whole subject goes before a part of it.

    With `whole_years` a year goes before other periods that are up to two years newer: nine months of output say
    little beside a year of it, but more than a year of long ago.
    """
    wanted = frozenset(statuses)
    candidates = [item for item in observations if item.status in wanted]
    newest = max((item.period.year for item in candidates), default=0)

    def rank(item: Observation) -> tuple[bool, bool, tuple[date, date]]:
        is_year = item.period.frequency is Frequency.YEAR and newest - item.period.year <= _NEAR_YEARS
        return item.scope is None, whole_years and is_year, item.period.order

    return max(candidates, key=rank, default=None)


@dataclass(frozen=True, slots=True)
class Headline:
    """What one figure card shows: a figure, and what other sources say of the same number."""

    figure: Observation
    others: tuple[Observation, ...] = ()


def headline_figures(dataset: Dataset, subject: str, limit: int = 8, *, plans: bool = True) -> tuple[Headline, ...]:
    """Return the first figures of a page.

    Of each headline indicator: the newest done and, with `plans`, the plan that is shown beside it, if that lies ahead
    of it, and the designed capacity; without it these only where nothing is done. A subject without headline indicators
    shows its first indicators.
    """
    wanted = headline_ids(dataset, subject)
    chosen = wanted or tuple(indicator.id for indicator in indicators_of(dataset, subject)[:limit])
    differing = disagreements_in(dataset, subject)
    found: list[Headline] = []
    for indicator in chosen:
        observations = observations_of(dataset, subject, indicator)
        years = dataset.indicator_by_id[indicator].kind is IndicatorKind.FLOW
        done = latest(observations, DONE, whole_years=years)
        hoped = shown_hope(dataset, subject, indicator)
        if hoped and done and hoped.period.last <= done.period.last:
            hoped = None
        figures = [each for each in (done, hoped, latest(observations, {Status.CAPACITY})) if each is not None]
        found += [Headline(figure, differing.others(figure)) for figure in (figures if plans else figures[:1])]
    return tuple(found[:limit])


def events_of(dataset: Dataset, ref: Ref) -> tuple[Event, ...]:
    """Return the events of a page in order of time: its own and, but for the region, those of its companies."""
    subjects = [ref.id]
    if ref != dataset.region_ref:
        subjects += [company.id for company in companies_of(dataset, ref) if company.id != ref.id]
    found = [event for subject in subjects for event in dataset.events_by_subject.get(subject, ())]
    return in_order(found)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in order of time: by their first day, a year or a month before the days within it."""
    return tuple(sorted(events, key=lambda event: (event.date.first, -event.date.last.toordinal())))


@dataclass(frozen=True, slots=True)
class SourceUse:
    """All that rests on one source."""

    subjects: tuple[Subject, ...]
    observations: tuple[Observation, ...]
    events: tuple[Event, ...]


def uses_of_source(dataset: Dataset, source: str) -> SourceUse:
    """Return the subjects, figures and events that cite a source."""
    observations = tuple(item for item in dataset.observations() if item.source == source)
    events = in_order(event for event in dataset.events if event.source == source)
    ids = {item.subject for item in observations} | {event.subject for event in events}
    subjects = tuple(
        subject for subject in dataset.subjects.values() if subject.id in ids or source in _cited_by(subject)
    )
    return SourceUse(subjects, observations, events)


def _cited_by(subject: Subject) -> tuple[str, ...]:
    if isinstance(subject, Place):
        return ()
    people: tuple[Person, ...] = subject.people if isinstance(subject, Company) else ()
    return (*subject.sources, *(person.source for person in people))


def newest_source_of(dataset: Dataset, company: Company) -> Source | None:
    """Return the source that spoke last of a company, in a figure, an event or its summary; None without any date.

    The date may be inferred; of two of one day the one goes first that has its own.
    """
    ids = {series.source for series in dataset.series_by_subject.get(company.id, ())}
    ids.update(_cited_by(company), (event.source for event in dataset.events_by_subject.get(company.id, ())))
    known = [dataset.source_by_id[each] for each in ids]
    dated = [source for source in known if dataset.published(source).period is not None]
    return max(dated, key=lambda each: (dataset.published(each).last, each.date is not None, each.id), default=None)


def page_sources(dataset: Dataset, ref: Ref) -> tuple[Source, ...]:
    """Return the sources of a page in the order of their marks: [1] is the first of the result.

    First those of the figures, then those of the summary and the people, then those of the events.
    """
    if ref.kind is SubjectKind.SOURCE:
        source = dataset.source_by_id.get(ref.id)
        return (source,) if source else ()
    if ref.kind is SubjectKind.COMPARISON:
        return _sources_of(dataset, (item for member in members_of(ref) for item in observations_of(dataset, member)))
    if ref.kind is SubjectKind.INDICATOR:
        return _sources_of(dataset, figures_of_indicator(dataset, ref.id))
    subject = dataset.subjects[ref.id]
    ids = [headline.figure.source for headline in headline_figures(dataset, ref.id)]
    ids += [item.source for item in observations_of(dataset, ref.id)]
    ids += _cited_by(subject)
    ids += [event.source for event in events_of(dataset, ref)]
    return tuple(dataset.source_by_id[identifier] for identifier in dict.fromkeys(ids))


def _sources_of(dataset: Dataset, figures: Iterable[Observation]) -> tuple[Source, ...]:
    """Return the sources of figures, each once."""
    return tuple(dataset.source_by_id[each] for each in dict.fromkeys(item.source for item in figures))


def figures_of_indicator(dataset: Dataset, indicator: str) -> tuple[Observation, ...]:
    """Return every figure of an indicator, subject by subject."""
    found = (figures for (_, measured), figures in dataset.figures.items() if measured == indicator)
    return tuple(item for figures in found for item in figures)


def breadcrumb(dataset: Dataset, page: Ref, listing: Ref) -> tuple[Ref, ...]:
    """Return the way to a page: the region, the choice in the navigation, the page, each once.

    Sources, comparisons and indicators belong to no choice, whatever is listed beside them.
    """
    way = (dataset.region_ref, page) if page.kind in WITHOUT_FIGURES else (dataset.region_ref, listing, page)
    return tuple(dict.fromkeys(way))


def listing_for(dataset: Dataset, ref: Ref, listing: Ref) -> Ref:
    """Return which choice of the navigation goes with a page.

    A company stays in the list that it is in, else moves to its first pillar; a source, a comparison and an indicator
    have no list of their own.
    """
    if ref.kind in WITHOUT_FIGURES:
        return listing
    if ref.kind is not SubjectKind.COMPANY:
        return ref
    company = dataset.entity(ref)
    if not isinstance(company, Company) or company in companies_of(dataset, listing):
        return listing
    return home_of(dataset, company)


def own_listing(dataset: Dataset, page: Ref) -> Ref:
    """Return the choice of the navigation that goes with a page by itself, wherever somebody comes from."""
    entity = dataset.entity(page)
    return home_of(dataset, entity) if isinstance(entity, Company) else listing_for(dataset, page, dataset.region_ref)


def home_of(dataset: Dataset, company: Company) -> Ref:
    """Return the list that a company is at home in: that of its first pillar, else the region's."""
    return first_pillar(company) or dataset.region_ref


def first_pillar(entity: Entity) -> Ref | None:
    """Return the pillar that a company is of first of all; None of a company without one and of anything else."""
    return Ref(SubjectKind.PILLAR, entity.pillars[0]) if isinstance(entity, Company) and entity.pillars else None


def short_name(entity: Entity, language: str) -> str:
    """Return the name of an entity where room is scarce; a source is named by publisher and date."""
    if isinstance(entity, Zone) and entity.short is not None:
        return entity.short.text(language)
    if isinstance(entity, Source):
        return entity.publisher.text(language)
    return entity.name.text(language)


def full_name(entity: Entity, language: str) -> str:
    """Return the name that stands above an entity's page: a source's is its title."""
    return entity.title.text(language) if isinstance(entity, Source) else entity.name.text(language)


def parent_of(dataset: Dataset, subject: Subject) -> Subject | None:
    """Return the place or zone that a subject lies in, None where nothing is known of it."""
    parents: tuple[str | None, ...] = ()
    if isinstance(subject, Place):
        parents = (subject.parent,)
    elif isinstance(subject, Zone):
        parents = (subject.part_of, *subject.places)
    elif isinstance(subject, Company):
        parents = (subject.place, subject.zone)
    return next((dataset.subjects[parent] for parent in parents if parent is not None), None)


def pillars_of(dataset: Dataset, company: Company) -> tuple[Pillar, ...]:
    """Return the pillars of a company in the order in which the company names them."""
    found = (dataset.subjects[identifier] for identifier in company.pillars)
    return tuple(pillar for pillar in found if isinstance(pillar, Pillar))


def technologies_of(dataset: Dataset, company: Company) -> tuple[Technology, ...]:
    """Return the technologies of a company in the order in which the company names them."""
    found = (dataset.subjects[identifier] for identifier in company.technologies)
    return tuple(technology for technology in found if isinstance(technology, Technology))


def cities_of(dataset: Dataset) -> tuple[Place, ...]:
    """Return the places directly below the region."""
    return tuple(place for place in dataset.places if place.parent == dataset.manifest.region)


def is_amount(dataset: Dataset, indicator: Indicator) -> bool:
    """Whether a share of a value, or so much per head, means something.

    It does of flows and stocks that are neither percentages nor so much for each person already.
    """
    counted = indicator.kind in (IndicatorKind.FLOW, IndicatorKind.STOCK) and not indicator.per_person
    return counted and not dataset.unit_of(indicator.id).percentage


def is_comparable(item: Observation, indicator: Indicator) -> bool:
    """Whether a figure covers the whole of its subject and, for flows and growth, a full year."""
    if item.scope is not None:
        return False
    whole_year = item.period.frequency is Frequency.YEAR
    return whole_year or not indicator.kind.is_of_period


def comparable_figures(dataset: Dataset, subject: str, indicator: Indicator) -> tuple[Observation, ...]:
    """Return the figures of a subject that can be compared with those of others."""
    return tuple(item for item in observations_of(dataset, subject, indicator.id) if is_comparable(item, indicator))


def newest_comparable(dataset: Dataset, subject: str, indicator: Indicator) -> Observation | None:
    """Return the newest comparable figure of a subject, None where it has none."""
    return newest_known(comparable_figures(dataset, subject, indicator))


def newest_done(dataset: Dataset, subject: str, indicator: Indicator) -> Observation | None:
    """Return the newest comparable figure of what is done, None where a subject only expects, plans or can do it."""
    return latest(comparable_figures(dataset, subject, indicator), DONE)


def newest_known(comparable: Collection[Observation]) -> Observation | None:
    """Return the newest of figures, None where there are none.

    What is done goes first; where nothing is done yet, what is expected, planned or designed, in this order.
    """
    figure = latest(comparable, DONE)
    for status in (Status.FORECAST, Status.TARGET, Status.CAPACITY):
        figure = figure or latest(comparable, {status})
    return figure
