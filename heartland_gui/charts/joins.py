"""Which numbers a line may join: solid through what is done, dashed towards what is hoped for, never across a break."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from heartland_gui.charts.spec import Line
from heartland_gui.decimals import difference
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import is_bound, others_of
from heartland_gui.model.entities import Grade, Indicator, IndicatorKind
from heartland_gui.model.observations import DONE, HOPED, Observation, Series, Status
from heartland_gui.model.period import Frequency, Period, parse_period
from heartland_gui.model.queries import series_of


@dataclass(frozen=True, slots=True)
class Joining:
    """How figures are joined: which frequencies follow each other, in which colour, standing where in time."""

    frequencies: frozenset[Frequency]
    colour: int | None
    x: Callable[[Observation], float]


def joined_frequencies(indicator: Indicator) -> frozenset[Frequency]:
    """Return the frequencies whose figures follow each other on a line: parts of years only where they are levels."""
    if indicator.kind is not IndicatorKind.STOCK:
        return frozenset({Frequency.YEAR})
    return frozenset({Frequency.YEAR, Frequency.HALF_YEAR, Frequency.QUARTER, Frequency.MONTH})


def joining_lines(
    dataset: Dataset, series: Sequence[Series], drawn: Sequence[Observation], joining: Joining
) -> list[Line]:
    """Return the lines between the figures `drawn`, all of one indicator of one subject, whose series are given.

    Only figures of one scope and one work are joined: editions of one work continue each other as one source does.
    """
    breaks = breaks_by_source(series)
    groups: defaultdict[tuple[str, object], list[Observation]] = defaultdict(list)
    for item in drawn:
        groups[dataset.work_of[item.source], item.scope].append(item)
    found: list[Line] = []
    known: defaultdict[object, list[date]] = defaultdict(list)
    for item in drawn:
        if item.status in DONE:
            insort(known[item.scope], item.period.last)
    for (_, scope), items in groups.items():
        ordered = sorted(items, key=lambda item: (item.period.order, -_published(dataset, item)))
        runs = _runs(ordered, breaks, joining.frequencies)
        found += [_line(run, Status.ACTUAL, joining) for run in runs if len(run) > 1]
        found += [_line(chain, chain[-1].status, joining) for chain in _chains(ordered, breaks, known[scope])]
    return found


def _published(dataset: Dataset, item: Observation) -> int:
    return dataset.published(dataset.source_by_id[item.source]).last.toordinal()


class Interruption(StrEnum):
    """Why no line joins what is done in one period to what is done in the next."""

    SOURCE = "source"
    SCOPE = "scope"
    ESTIMATE = "estimate"
    DEFINITION = "definition"


def interruptions(
    dataset: Dataset, series: Sequence[Series], drawn: Sequence[Observation], frequencies: frozenset[Frequency]
) -> dict[Interruption, list[str]]:
    """Return before which periods a line is interrupted, by reason, although the period before has a figure as well.

    `drawn` are figures of one indicator of one subject, whose series are given.
    """
    breaks = breaks_by_source(series)
    found: defaultdict[Interruption, list[str]] = defaultdict(list)
    for frequency in sorted(frequencies):
        grouped: defaultdict[tuple[date, date], list[Observation]] = defaultdict(list)
        for item in drawn:
            if item.status in DONE and item.period.frequency is frequency:
                grouped[item.period.first, item.period.last].append(item)
        for before, after in pairwise(sorted(grouped)):
            if before[1].toordinal() + 1 == after[0].toordinal():
                reason = _interruption(dataset, grouped[before], grouped[after], breaks)
                if reason is not None:
                    found[reason].append(grouped[after][0].period.label)
    return found


def _interruption(
    dataset: Dataset,
    before: Sequence[Observation],
    after: Sequence[Observation],
    breaks: defaultdict[str, set[date]],
) -> Interruption | None:
    """Return why none of these figures is joined to the next, the reason of the pair that has most in common."""
    pairs = [(one, other) for one in before for other in after]
    works = dataset.work_of
    same = [
        (one, other) for one, other in pairs if one.scope == other.scope and works[one.source] == works[other.source]
    ]
    actual = [pair for pair in same if all(item.status is Status.ACTUAL for item in pair)]
    if actual:
        broken = all(is_broken(one, other, breaks[other.source]) for one, other in actual)
        return Interruption.DEFINITION if broken else None
    if same:
        return Interruption.ESTIMATE
    same_scope = any(one.scope == other.scope for one, other in pairs)
    return Interruption.SOURCE if same_scope else Interruption.SCOPE


def breaks_by_source(series: Sequence[Series]) -> defaultdict[str, set[date]]:
    """Return the days before which the definition changed, for each source of some series."""
    breaks: defaultdict[str, set[date]] = defaultdict(set)
    for one in series:
        breaks[one.source].update(parse_period(label).first for label in one.break_before)
    return breaks


def _line(items: Sequence[Observation], status: Status, joining: Joining) -> Line:
    points = tuple((joining.x(item), float(item.value)) for item in items)
    return Line(points, status, joining.colour)


def _runs(
    ordered: Sequence[Observation], breaks: defaultdict[str, set[date]], frequencies: frozenset[Frequency]
) -> list[list[Observation]]:
    """Return the unbroken runs of actual values: each begins on the day after the one before it ends.

    Of editions that give the same period the one that comes first is joined. Whether the definition changed is said by
    the source of the later value.
    """
    runs: list[list[Observation]] = []
    for frequency in sorted(frequencies):
        run: list[Observation] = []
        for item in ordered:
            if item.status is not Status.ACTUAL or item.period.frequency is not frequency:
                continue
            if run and item.period == run[-1].period:
                continue
            # Days as numbers: the calendar ends with the year 9999.
            follows = run and run[-1].period.last.toordinal() + 1 == item.period.first.toordinal()
            if not follows or is_broken(run[-1], item, breaks[item.source]):
                run = []
                runs.append(run)
            run.append(item)
    return runs


def _chains(
    ordered: Sequence[Observation], breaks: defaultdict[str, set[date]], known: Sequence[date]
) -> list[list[Observation]]:
    """Return the ways from the last actual year to the forecast or target years after it.

    `known` are the ends of the periods that any source knows of the same scope, in order: a dashed line leads through
    what is not known yet.
    """
    years = [item for item in ordered if item.period.frequency is Frequency.YEAR]
    chains: list[list[Observation]] = []
    for status in (Status.FORECAST, Status.TARGET):
        chain: list[Observation] = []
        for item in years:
            if item.status is Status.ACTUAL:
                chain = [item]
            elif chain and item.status is status and item.period != chain[-1].period:
                later = bisect_right(known, chain[0].period.last) < bisect_right(known, item.period.last)
                if later or is_broken(chain[-1], item, breaks[item.source]):
                    chain = []
                    continue
                chain.append(item)
                if len(chain) == 2:
                    chains.append(chain)
    return chains


def is_broken(before: Observation, after: Observation, breaks: set[date]) -> bool:
    """Whether the definition changed after one figure and no later than in the period of another."""
    return any(before.period.last < day <= after.period.last for day in breaks)


def definition_break(dataset: Dataset, figure: Observation, since: date, source: str | None = None) -> Period | None:
    """Return the first period, after a day and up to that of a figure, before which the definition changed.

    None where it did not. Any series of the same scope tells that it changed; but where what is compared with the
    figure is by the same `source`, or another issue of the same work, only that work, which knows best.
    """
    work = dataset.work_of[figure.source]
    is_one_work = source is not None and dataset.work_of[source] == work
    series = [
        each
        for each in series_of(dataset, figure.subject, figure.indicator)
        if (not is_one_work or dataset.work_of[each.source] == work)
        and any(item.scope == figure.scope for item in each.observations)
    ]
    found = [parse_period(label) for each in series for label in each.break_before]
    between = [period for period in found if since < period.first <= figure.period.last]
    return min(between, key=lambda period: period.order, default=None)


class Join(StrEnum):
    """How two neighbouring figures of a course are joined, the earlier one with the later."""

    THICK = "thick"
    """Solid: of one source, or of issues of one work, and of periods that follow each other."""
    THIN = "thin"
    """Solid: of different sources that agree well enough to tell the step, and of periods that follow each other."""
    DOTTED = "dotted"
    """There is no figure of the periods between."""
    DASHED = "dashed"
    """From what is done to what one source wants or expects to be."""
    BREAK = "break"
    """Nothing, and a mark: the definition changed."""
    NONE = "none"


def joins_of(dataset: Dataset, course: Sequence[Observation], axis_years: float | None = None) -> tuple[Join, ...]:
    """Return how each figure of a course is joined to the next; all are of one subject, indicator and scope.

    `course` has one figure a period, in order of time. A gap of more than half of the axis, which shows so many years
    (by default those of the course), is not bridged.
    """
    if axis_years is None and course:
        axis_years = course[-1].period.end - course[0].period.end
    return tuple(join_between(dataset, before, after, axis_years or 0.0) for before, after in pairwise(course))


def join_between(dataset: Dataset, before: Observation, after: Observation, axis_years: float) -> Join:
    """Return how two neighbouring figures of a course are joined, on an axis of so many years."""
    if _breaks_off(dataset, before, after):
        return Join.BREAK
    same = dataset.work_of[before.source] == dataset.work_of[after.source]
    if before.status not in DONE or after.status not in DONE:
        sets_out = before.status in DONE and after.status in HOPED
        return Join.DASHED if sets_out and before.source == after.source else Join.NONE
    if not _is_next(before.period, after.period):
        return Join.DOTTED if 2 * (after.period.end - before.period.end) <= axis_years else Join.NONE
    if same:
        return Join.THICK
    return Join.THIN if _tells_the_step(dataset, before, after) else Join.NONE


def _breaks_off(dataset: Dataset, before: Observation, after: Observation) -> bool:
    """Whether the series of the later figure says that the definition changed since the earlier one."""
    breaks = breaks_by_source(series_of(dataset, after.subject, after.indicator))
    return is_broken(before, after, breaks[after.source])


def _is_next(before: Period, after: Period) -> bool:
    """Whether no period is between two; a level of a year is followed by one of any moment within the next."""
    if before.frequency is after.frequency and before.frequency is not Frequency.DAY:
        # Days as numbers: the calendar ends with the year 9999.
        return before.last.toordinal() + 1 == after.first.toordinal()
    return after.last.toordinal() - before.last.toordinal() <= _LONGEST_YEAR


_LONGEST_YEAR: Final = 366


def _tells_the_step(dataset: Dataset, before: Observation, after: Observation) -> bool:
    """Whether what other sources say of two figures is less far from them than half of the step from one to the other.

    Else the line would show what is a difference between sources as if it were a change.
    """
    step = abs(difference(after.value, before.value))
    apart = [abs(difference(other.value, item.value)) for item in (before, after) for other in others_of(dataset, item)]
    return 2 * max(apart, default=0.0) <= step


_GRADES: Final = {grade: place for place, grade in enumerate(Grade)}


def main_course(dataset: Dataset, figures: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return one figure a period of those of one subject, indicator and scope, in order of time.

    An exact figure goes before a bound, then the work with most periods, then what was published last, then what is
    nearest to the fact.
    """
    by_period: defaultdict[tuple[date, date], list[Observation]] = defaultdict(list)
    for item in figures:
        by_period[item.period.order].append(item)
    periods = Counter(work for items in by_period.values() for work in {dataset.work_of[item.source] for item in items})

    def rank(item: Observation) -> tuple[bool, int, int, int]:
        grade = dataset.source_by_id[item.source].grade
        far = len(_GRADES) if grade is None else _GRADES[grade]
        return not is_bound(item), periods[dataset.work_of[item.source]], _published(dataset, item), -far

    # Most periods have one figure, of which nothing need be asked.
    ordered = (by_period[order] for order in sorted(by_period))
    return tuple(items[0] if len(items) == 1 else max(items, key=rank) for items in ordered)
