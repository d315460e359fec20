"""Which targets and forecasts are shown: of each set of like ones the nearest that is not yet due, else the latest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import HOPED, Observation, Status
from heartland_gui.model.period import Frequency, Period, PeriodError, parse_period


@dataclass(frozen=True, slots=True)
class Hope:
    """A target or forecast that is shown, and the `others` of its subject, indicator and scope, newest first."""

    target: Observation
    others: tuple[Observation, ...] = ()


def judged_on(dataset: Dataset) -> date:
    """Return the day on which plans are judged: the chosen day, else the first of the edition's month, else the newest.

    The newest is that of a source. Never the day of the clock: a dataset says the same whenever it is read.
    """
    if dataset.day is not None:
        return dataset.day
    try:
        return parse_period(dataset.manifest.edition).first.replace(day=1)
    except PeriodError:
        return max((dataset.published(source).last for source in dataset.sources), default=date.min)


def hopes_of(dataset: Dataset, subject: str, indicator: str | None = None) -> tuple[Hope, ...]:
    """Return of each set of like targets of a subject the one that is shown, in the dataset's order.

    Like are those of one indicator and scope; a span of years and what has no day to be held to are sets of their own.
    """
    named = dataset.indicators_by_subject.get(subject, ()) if indicator is None else (indicator,)
    sets: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for name in named:
        for item in dataset.figures.get((subject, name), ()):
            if item.status in HOPED:
                dated = has_due(dataset, item)
                span = dated and item.period.frequency is Frequency.SPAN
                sets[name, item.scope, dated, span].append(item)
    day = judged_on(dataset)
    return tuple(_hope(dataset, items, day) for items in sets.values())


def shown_hope(dataset: Dataset, subject: str, indicator: str) -> Observation | None:
    """Return the target or forecast that is shown beside the figure of an indicator, None where there is none.

    The first by `order_of`; one of the whole subject goes before one of a part of it.
    """
    day = judged_on(dataset)
    found = (each.target for each in hopes_of(dataset, subject, indicator))
    return min(found, key=lambda item: (item.scope is not None, order_of(dataset, item, day)), default=None)


_AHEAD: Final = 0
_DUE: Final = 1
_ANNOUNCED: Final = 2


def order_of(dataset: Dataset, target: Observation, day: date) -> tuple[int, int]:
    """Return what sorts plans: what is not yet due, nearest first, then what is, newest first, then what never is."""
    last = target.period.last.toordinal()
    if not has_due(dataset, target):
        return _ANNOUNCED, -last
    return (_DUE, -last) if day.toordinal() > last else (_AHEAD, last)


def has_due(dataset: Dataset, target: Observation) -> bool:
    """Whether there is a day by which it is to be reached: what says how large a plan is was only announced."""
    return target.is_due and not dataset.indicator_by_id[target.indicator].plan_size


def set_in(dataset: Dataset, target: Observation) -> Period | None:
    """Return the day, month or year in which a target was set, None where nobody knows."""
    if target.terms is not None and target.terms.set is not None:
        return target.terms.set
    return dataset.source_by_id[target.source].date


def set_on(dataset: Dataset, target: Observation) -> date | None:
    """Return the last day on which a target may have been set, None where nobody knows."""
    period = set_in(dataset, target)
    return None if period is None else period.last


def _hope(dataset: Dataset, items: Sequence[Observation], day: date) -> Hope:
    """Return the one of like targets that is shown; of several for one day the one that was set last.

    Forecasts are shown only where there is no target: what somebody expects does not hide what was promised.
    """
    hoped = [item for item in items if item.status is Status.TARGET] or items
    ahead = [item for item in hoped if item.period.last >= day]
    last = [item.period.last for item in ahead or hoped]
    wanted = min(last) if ahead else max(last)
    target = max(
        (item for item in hoped if item.period.last == wanted), key=lambda item: set_on(dataset, item) or date.min
    )
    # In order of time they were already.
    return Hope(target, tuple(item for item in reversed(items) if item is not target))
