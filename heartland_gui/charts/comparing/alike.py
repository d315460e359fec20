"""Which two figures may be compared: of one indicator, and alike in all that a number by itself does not say."""

from __future__ import annotations

from typing import Final

from heartland_gui.charts.joins import definition_break
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import number_of
from heartland_gui.model.entities import Company, Compare, Grade, Indicator, Place, Subject, Zone
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.model.period import Frequency, Period


def may_compare(dataset: Dataset, one: Observation, other: Observation) -> bool:
    """Whether two figures may stand beside each other, and a difference between them be told.

    Both are of one indicator, done or both of one other status, cover the same, are of periods of one length and of
    subjects of one kind, neither of which is a part of the other; the definition did not change between them; and
    neither is a mere copy of the other.
    """
    indicator = dataset.indicator_by_id[one.indicator]
    return (
        one.indicator == other.indicator
        and (one.status is other.status or {one.status, other.status} <= DONE)
        and one.scope == other.scope
        and same_length(one.period, other.period, indicator)
        and _may_stand_beside(dataset, one.subject, other.subject, indicator)
        and not _is_broken(dataset, one, other)
        and not _is_copy(dataset, one, other)
    )


def same_length(one: Period, other: Period, indicator: Indicator) -> bool:
    """Whether values of an indicator are of equally long periods; what holds at a moment has no length.

    Spans are of the same part of the year: nine months of one are no nine months across the winter.
    """
    if not indicator.kind.is_of_period:
        return True
    if one.frequency is not other.frequency:
        return False
    return one.frequency is not Frequency.SPAN or _part_of_year(one) == _part_of_year(other)


def _part_of_year(span: Period) -> tuple[int, ...]:
    first, last = span.first, span.last
    return first.month, first.day, last.month, last.day, last.year - first.year


def _may_stand_beside(dataset: Dataset, one: str, other: str, indicator: Indicator) -> bool:
    if one == other:
        return True
    if indicator.compare is Compare.NEVER:
        return False
    subjects = dataset.subjects[one], dataset.subjects[other]
    apart = not (is_within(dataset, *subjects) or is_within(dataset, *reversed(subjects)))
    return kind_of(subjects[0]) == kind_of(subjects[1]) and apart


def kind_of(subject: Subject) -> tuple[str, str]:
    """Return of which kind a subject is: no airport stands beside a company, no county beside a city."""
    finer = subject.kind if isinstance(subject, Company | Place) else ""
    return type(subject).__name__, finer


def is_within(dataset: Dataset, part: Subject, whole: Subject) -> bool:
    """Whether a subject is a part of another, at however many removes: its figures are in those of the other."""
    return whole.id in wholes_of(dataset, part)


def wholes_of(dataset: Dataset, part: Subject) -> list[str]:
    """Return the ids of what a subject is a part of, the nearest first; a cycle in the data does no harm."""
    wholes: list[str] = []
    above = _whole_of(part)
    while above is not None and above != part.id and above not in wholes:
        wholes.append(above)
        found = dataset.subjects.get(above)
        above = None if found is None else _whole_of(found)
    return wholes


def _whole_of(subject: Subject) -> str | None:
    if isinstance(subject, Company | Zone):
        return subject.part_of
    return subject.parent if isinstance(subject, Place) else None


def _is_broken(dataset: Dataset, one: Observation, other: Observation) -> bool:
    """Whether the definition changed for either subject between the periods of two figures."""
    before, after = sorted((one, other), key=lambda item: item.period.order)
    later = after if before.subject == after.subject else after._replace(subject=before.subject)
    return any(
        definition_break(dataset, each, before.period.last, before.source) is not None for each in {after, later}
    )


_COPIES: Final = frozenset({Grade.COPY})


def _is_copy(dataset: Dataset, one: Observation, other: Observation) -> bool:
    """Whether one of two sources only repeats what the other says of the same number."""
    if one.source == other.source or number_of(one) != number_of(other) or one.value != other.value:
        return False
    return any(dataset.source_by_id[item.source].grade in _COPIES for item in (one, other))
