"""When sources were published: as they say, or as what rests on them lets one infer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from heartland_gui.model.entities import Company, Event, EventKind, Source
from heartland_gui.model.observations import DONE, HOPED, Series
from heartland_gui.model.period import Frequency, Period, parse_period


@dataclass(frozen=True, slots=True)
class Published:
    """When a source was published: a day, month or year; None where nothing is known of it."""

    period: Period | None
    is_inferred: bool = False
    read: Period | None = None
    """The day on which it was read: it was out by then, whatever its date or what it tells of leaves open."""

    @property
    def last(self) -> date:
        """The last day on which it may have been published; where nothing is known of it a day before all others."""
        if self.period is None:
            return date.min
        return self.period.last if self.read is None else min(self.period.last, self.read.last)

    def by(self, day: date) -> bool:
        """Whether it had surely been published by the end of a day."""
        return self.period is not None and self.last <= day


def inferred_dates(
    sources: Iterable[Source],
    series: Iterable[Series],
    events: Iterable[Event],
    companies: Iterable[Company],
    plan_sizes: Collection[str],
) -> Mapping[str, Period]:
    """Return by id when each source without a date was published at the earliest, as far as that can be inferred.

    A source is younger than what it tells of as done: its newest actual or estimated figure, its newest event, the day
    of which it names a person, the day on which a plan in it was set, and what it announces (plans that are never due,
    and those of the indicators `plan_sizes`). All of these count as figures do; else something would be shown on a day
    on which it had not happened.

    One that tells only of what is to come is taken for as old as the end of its earliest plan, since nobody plans what
    is over. Of one on which nothing rests at all no more is known than the day on which it was read.
    """
    undated = {source.id: source for source in sources if source.date is None}
    done: defaultdict[str, list[Period]] = defaultdict(list)
    to_come: defaultdict[str, list[Period]] = defaultdict(list)
    for item in chain.from_iterable(each.observations for each in series if each.source in undated):
        told = item.status in DONE or (item.status in HOPED and (not item.is_due or item.indicator in plan_sizes))
        (done if told else to_come)[item.source].append(item.period)
        if item.terms is not None and item.terms.set is not None:
            done[item.source].append(item.terms.set)
    for event in events:
        if event.source in undated:
            (to_come if event.kind is EventKind.PLAN else done)[event.source].append(event.date)
    for person in chain.from_iterable(company.people for company in companies):
        if person.source in undated and person.as_of is not None:
            done[person.source].append(person.as_of)
    read = {identifier: source.accessed for identifier, source in undated.items() if source.accessed is not None}
    earliest = {identifier: end_of(min(periods, key=_end)) for identifier, periods in to_come.items()}
    return read | earliest | {identifier: end_of(max(periods, key=_end)) for identifier, periods in done.items()}


def _end(period: Period) -> date:
    return period.last


def end_of(period: Period) -> Period:
    """Return the day, month or year with which a period ends: no date is a quarter or a span."""
    last = parse_period(period.label.rpartition("/")[2])
    if last.frequency in (Frequency.HALF_YEAR, Frequency.QUARTER):
        return parse_period(f"{last.last.year:04}-{last.last.month:02}")
    return last
