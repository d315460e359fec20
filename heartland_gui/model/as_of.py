"""A dataset as it could have been read on a day: only what had been published by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company


def undated_sources(dataset: Dataset) -> int:
    """Return how many sources say of no day that they were published by then."""
    return sum(1 for source in dataset.sources if source.date is None)


def as_of(dataset: Dataset, day: date) -> Dataset:
    """Return the figures, events, people and companies that rest on sources published by the end of a day.

    A source that only names its month or year counts from the end of it, one without a date never: nobody can say that
    it was there. The region, its places, pillars and technologies stay, so that the window keeps its order; a company
    stays where anything of it had been published.
    """
    known = {source.id for source in dataset.sources if source.date is not None and source.date.last <= day}
    series = tuple(each for each in dataset.series if each.source in known)
    events = tuple(each for each in dataset.events if each.source in known)
    told = {each.subject for each in series} | {each.subject for each in events}

    def published(sources: Sequence[str]) -> tuple[str, ...]:
        return tuple(source for source in sources if source in known)

    companies = tuple(
        _company(each, known, day) for each in dataset.companies if each.id in told or published(each.sources)
    )
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


def _company(company: Company, known: set[str], day: date) -> Company:
    founded = company.founded
    return replace(
        company,
        # Its date has no source of its own; one after the day was not known on it.
        founded=founded if founded is None or founded.first <= day else None,
        sources=tuple(source for source in company.sources if source in known),
        people=tuple(person for person in company.people if person.source in known),
    )
