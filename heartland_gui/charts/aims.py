"""What is done beside what was aimed at: which two figures may be compared, and what that says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from heartland_gui.charts.figure_labels import is_hedged
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Better, Indicator, IndicatorKind
from heartland_gui.model.facts import Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import latest, observations_of

AIMS: Final = (Status.TARGET, Status.FORECAST, Status.CAPACITY)
"""The statuses of what something is measured against, in the order in which they are shown."""


_NEAR: Final = 0.05
"""How much of a hedged number may hide behind its hedge, as `more than 1.2 billion` does."""


class Outcome(Enum):
    """What a figure says about an aim."""

    MET = auto()
    MISSED = auto()
    NEARLY = auto()
    """Figure and aim are of one period and near each other, and one of them is hedged: more cannot be said."""
    SO_FAR = auto()
    """The figure is of a period before that of the aim."""
    AFTER = auto()
    """The figure is a level, and the only ones known are from after the date of the aim."""
    UNKNOWN_SINCE = auto()
    """The date of the aim has passed, and the newest figure is from before it."""
    USED = auto()
    """The aim is a designed capacity; its date is that of its statement."""


@dataclass(frozen=True, slots=True)
class Progress:
    """An aim, the figure that it is compared with, and whether sources differ on the aim."""

    aim: Observation
    actual: Observation
    outcome: Outcome
    disputed: bool = False

    @property
    def share(self) -> float:
        """How much of the aim is reached, in percent: actual / aim."""
        return self.actual.value / self.aim.value * 100


@dataclass(frozen=True, slots=True)
class Tracked:
    """All progress of a subject, and one aim of each indicator for which none can be told."""

    progress: tuple[Progress, ...] = ()
    without_actual: tuple[Observation, ...] = ()
    unfit: tuple[Observation, ...] = ()
    """No share says how far it is: aims at growth, shares and indices, at less, or at nothing."""


def tracked(dataset: Dataset, subject: str) -> Tracked:
    """Return the progress of a subject: of each indicator and status the newest aim that can be compared."""
    progress: list[Progress] = []
    without_actual: list[Observation] = []
    unfit: list[Observation] = []
    for identifier in dataset.indicators_by_subject.get(subject, ()):
        figures = observations_of(dataset, subject, identifier)
        aims = [item for item in figures if item.status in AIMS]
        if not aims:
            continue
        indicator = dataset.indicator_by_id[identifier]
        possible = [item for item in aims if _is_fit(dataset, item, indicator, figures)]
        found = _progress(dataset, possible, indicator, figures)
        progress += found
        if not found:
            (without_actual if possible else unfit).append(aims[-1])
    return Tracked(tuple(progress), tuple(without_actual), tuple(unfit))


def _progress(
    dataset: Dataset, aims: Sequence[Observation], indicator: Indicator, figures: Sequence[Observation]
) -> list[Progress]:
    """Return the progress towards the newest aim of each status and scope; sources that differ each have their own."""
    measured: defaultdict[tuple[object, ...], list[tuple[Observation, Observation]]] = defaultdict(list)
    for aim in aims:
        actual = _actual(aim, indicator, figures)
        if actual is not None:
            measured[aim.status, aim.scope].append((aim, actual))
    found = []
    for pairs in measured.values():
        newest = max(pairs, key=lambda pair: pair[0].period.order)[0]
        by_value: dict[float, tuple[Observation, Observation]] = {}
        for aim, actual in pairs:
            if aim.period == newest.period:
                by_value.setdefault(aim.value, (aim, actual))
        found += [
            Progress(aim, actual, _outcome(dataset, aim, actual), len(by_value) > 1)
            for aim, actual in by_value.values()
        ]
    return found


def _is_fit(dataset: Dataset, aim: Observation, indicator: Indicator, figures: Iterable[Observation]) -> bool:
    """Whether a share of the aim says how far it is."""
    if indicator.kind not in (IndicatorKind.FLOW, IndicatorKind.STOCK) or indicator.better is Better.LESS:
        return False
    if aim.value <= 0:
        return False
    # Where more than the aim was done when it was set, it aims at less.
    date = dataset.source_by_id[aim.source].date
    known = date.last if date is not None and date.last < aim.period.last else aim.period.first
    before = [item for item in figures if item.scope == aim.scope and item.period.last <= known]
    done = _newest([item for item in before if _is_alike(aim, item, indicator)])
    return aim.status is Status.CAPACITY or done is None or done.value <= aim.value


def _actual(aim: Observation, indicator: Indicator, figures: Iterable[Observation]) -> Observation | None:
    """Return the actual figure of the aim's own period, else the newest one before that can be compared.

    A level that is known only later is better than nothing; what a later year produced says nothing about an aim.
    """
    alike = [item for item in figures if item.scope == aim.scope and _is_alike(aim, item, indicator)]
    if aim.status is Status.CAPACITY:
        found = _newest(alike)
    else:
        own = [item for item in alike if _is_own(aim, item, indicator)]
        before = [item for item in alike if item.period.last <= aim.period.last]
        after = alike if indicator.kind is IndicatorKind.STOCK else []
        found = _newest(own) or _newest(before) or _newest(after)
    return found if found is not None and found.value > 0 else None


def _newest(figures: Iterable[Observation]) -> Observation | None:
    return latest(figures, {Status.ACTUAL})


def _is_alike(aim: Observation, item: Observation, indicator: Indicator) -> bool:
    """Whether both are of one kind of period: levels of any moment, amounts of whole years or of the same stretch.

    The period of a capacity is when it was stated; it is designed for a year.
    """
    if indicator.kind is IndicatorKind.STOCK or item.period == aim.period:
        return True
    whole_year = aim.status is Status.CAPACITY or aim.period.frequency is Frequency.YEAR
    return whole_year and item.period.frequency is Frequency.YEAR


def _is_own(aim: Observation, item: Observation, indicator: Indicator) -> bool:
    """Whether a figure is of the aim's own period; a level is of the period at whose end it was measured."""
    at_end = indicator.kind is IndicatorKind.STOCK and item.period.last == aim.period.last
    return item.period == aim.period or at_end


def _outcome(dataset: Dataset, aim: Observation, actual: Observation) -> Outcome:
    if aim.status is Status.CAPACITY:
        return Outcome.USED
    if _is_own(aim, actual, dataset.indicator_by_id[aim.indicator]):
        near = abs(actual.value - aim.value) <= _NEAR * aim.value
        if near and (is_hedged(actual) or is_hedged(aim)):
            return Outcome.NEARLY
        return Outcome.MET if actual.value >= aim.value else Outcome.MISSED
    if actual.period.last > aim.period.last:
        return Outcome.AFTER
    dates = [source.date.last for source in dataset.sources if source.date is not None]
    # The newest source is how far the dataset reaches; what day it is where it is read says nothing about it.
    passed = bool(dates) and aim.period.last < max(dates)
    return Outcome.UNKNOWN_SINCE if passed else Outcome.SO_FAR
