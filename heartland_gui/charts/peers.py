"""Who may be shown together over time: cities, pillars or companies with figures that can be compared."""

from __future__ import annotations

from typing import Final

from heartland_gui.charts.members import groups
from heartland_gui.charts.points import stands_beside_years
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, Ref, Subject, SubjectKind
from heartland_gui.model.facts import DONE, Observation, Status
from heartland_gui.model.queries import cities_of, latest, observations_of

_FEWEST_YEARS: Final = 2


def shared_indicators(dataset: Dataset, subject: Ref) -> list[Indicator]:
    """Return the indicators of which members have figures; for a company only its own ones."""
    members = [member for group in groups_of(dataset, subject) for member in group]
    present = {name for member in members for name in dataset.indicators_by_subject.get(member.id, ())}
    if subject.kind is SubjectKind.COMPANY:
        present &= set(dataset.indicators_by_subject.get(subject.id, ()))
    return [indicator for indicator in dataset.indicators if indicator.id in present]


def groups_of(dataset: Dataset, subject: Ref) -> tuple[tuple[Subject, ...], ...]:
    """Return who may be shown together: of the region its cities or its pillars, else as in other comparisons."""
    if subject.kind is SubjectKind.SOURCE:
        return ()
    if subject == dataset.region_ref:
        return cities_of(dataset), dataset.pillars
    return groups(dataset, subject)


Course = tuple[Observation, ...]
"""The comparable figures of one member."""


def courses_of(dataset: Dataset, subject: Ref, indicator: Indicator) -> tuple[Course, ...]:
    """Return the figures of every member that has two years of what is done, the largest newest value first.

    A company that is asked about comes first, and without it there is nothing.
    """
    found: tuple[Course, ...] = ()
    for group in groups_of(dataset, subject):
        courses = [_course(dataset, member, indicator) for member in group]
        long = [course for course in courses if len(_done_years(course)) >= _FEWEST_YEARS]
        found = max(found, tuple(long), key=len)
    if subject.kind is SubjectKind.COMPANY and all(course[0].subject != subject.id for course in found):
        return ()
    return tuple(sorted(found, key=lambda course: (course[0].subject != subject.id, -_newest(course).value)))


def _course(dataset: Dataset, member: Subject, indicator: Indicator) -> Course:
    figures = observations_of(dataset, member.id, indicator.id)
    return tuple(
        item for item in figures if stands_beside_years(item, indicator) and item.status is not Status.CAPACITY
    )


def _done_years(course: Course) -> set[int]:
    return {item.period.year for item in course if item.status in DONE}


def _newest(course: Course) -> Observation:
    return latest(course, DONE) or course[-1]
