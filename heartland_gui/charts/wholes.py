"""Wholes and their parts: for which years one source gives all parts of a whole, and what share each has."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade, Indicator
from heartland_gui.model.facts import Observation, Status
from heartland_gui.model.period import Frequency, Period
from heartland_gui.model.queries import observations_of

_FEWEST_PARTS: Final = 2
_GRADES: Final = tuple(Grade)


@dataclass(frozen=True, slots=True)
class Whole:
    """All parts of a whole in one year by one source, in the order of the dataset.

    `rivals` are other sources that give all parts of the same year, and other amounts.
    """

    parts: tuple[Observation, ...]
    rivals: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        """The year."""
        return self.parts[0].period

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.parts[0].source

    @property
    def total(self) -> float:
        """The sum of the parts, in their unit."""
        return sum(part.value for part in self.parts)

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of each part in the sum of all, in percent."""
        total = self.total
        return tuple(100 * part.value / total for part in self.parts)


def parts_of(dataset: Dataset, whole: str) -> tuple[Indicator, ...]:
    """Return the indicators that are parts of another, in the order of the dataset."""
    return tuple(indicator for indicator in dataset.indicators if indicator.part_of == whole)


def wholes(dataset: Dataset, subject: str, whole: str) -> tuple[Whole, ...]:
    """Return the whole of every year for which one source gives all of its parts, two or more, in order of time.

    Parts are actual figures of the whole subject. A negative part has no share, so such years are none. Of several
    sources the newest is taken where all agree, else the one of the best grade, the newest among equals.
    """
    found = []
    for sources in _known(dataset, subject, whole).values():
        complete = [tuple(parts.values()) for parts in sources.values() if _is_whole(dataset, whole, parts)]
        if complete:
            found.append(_chosen(dataset, complete))
    return tuple(sorted(found, key=lambda each: each.period.order))


def known_in_part(dataset: Dataset, subject: str, whole: str) -> tuple[Period, ...]:
    """Return the years for which sources give parts of a whole, but none of them all, in order of time."""
    periods = [
        next(iter(next(iter(sources.values())).values())).period
        for sources in _known(dataset, subject, whole).values()
        if not any(_is_whole(dataset, whole, parts) for parts in sources.values())
    ]
    return tuple(sorted(periods, key=lambda period: period.order))


_BySource = dict[str, dict[str, Observation]]
"""What each source says of each part."""


def _known(dataset: Dataset, subject: str, whole: str) -> dict[str, _BySource]:
    """Return the actual figures of the parts, by year, then by source, then by part."""
    found: defaultdict[str, _BySource] = defaultdict(dict)
    for part in parts_of(dataset, whole):
        for item in observations_of(dataset, subject, part.id):
            fits = item.status is Status.ACTUAL and item.scope is None and item.period.frequency is Frequency.YEAR
            if fits:
                found[item.period.label].setdefault(item.source, {})[part.id] = item
    return found


def _is_whole(dataset: Dataset, whole: str, parts: dict[str, Observation]) -> bool:
    wanted = len(parts_of(dataset, whole))
    values = [part.value for part in parts.values()]
    return _FEWEST_PARTS <= wanted == len(parts) and min(values) >= 0 and sum(values) > 0


def _chosen(dataset: Dataset, complete: list[tuple[Observation, ...]]) -> Whole:
    """Return the whole by the source that is shown, with those that differ from it."""
    agreed = len({tuple(part.value for part in parts) for parts in complete}) == 1

    def rank(parts: tuple[Observation, ...]) -> tuple[int, int]:
        source = dataset.source_by_id[parts[0].source]
        grade = len(_GRADES) if source.grade is None else _GRADES.index(source.grade)
        published = source.date.last if source.date else date.min
        return (0 if agreed else grade), -published.toordinal()

    first, *rest = sorted(complete, key=rank)
    values = [part.value for part in first]
    rivals = tuple(parts[0].source for parts in rest if [part.value for part in parts] != values)
    return Whole(first, rivals)
