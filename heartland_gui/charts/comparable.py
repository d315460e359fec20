"""Which figures of several subjects may stand beside each other, and what is said of those that may not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from heartland_gui.charts.figure_labels import rivals
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import AMOUNTS, Indicator, Subject
from heartland_gui.model.facts import DONE, Observation, Status
from heartland_gui.model.period import Frequency, Period
from heartland_gui.model.queries import latest, observations_of, short_name
from heartland_gui.text import Words

_MOST_NAMES: Final = 5
_COMMON_SHARE: Final = 0.8
"""A period of which so many of those with figures have one is used for all."""


def is_comparable(item: Observation, indicator: Indicator) -> bool:
    """Whether a figure covers the whole of its subject and, for flows and growth, a full year."""
    if item.scope is not None:
        return False
    whole_year = item.period.frequency is Frequency.YEAR
    return whole_year or indicator.kind not in AMOUNTS


def comparable_figures(dataset: Dataset, subject: str, indicator: Indicator) -> tuple[Observation, ...]:
    """Return the figures of a subject that can be compared with those of others."""
    return tuple(item for item in observations_of(dataset, subject, indicator.id) if is_comparable(item, indicator))


def newest_comparable(dataset: Dataset, subject: str, indicator: Indicator) -> Observation | None:
    """Return the newest comparable figure of a subject, None where it has none."""
    return newest_known(comparable_figures(dataset, subject, indicator))


def newest_known(comparable: Collection[Observation]) -> Observation | None:
    """Return the newest of figures, None where there are none.

    What is done goes first; where nothing is done yet, what is expected, planned or designed, in this order.
    """
    figure = latest(comparable, DONE)
    for status in (Status.FORECAST, Status.TARGET, Status.CAPACITY):
        figure = figure or latest(comparable, {status})
    return figure


def newest(dataset: Dataset, items: Collection[Observation]) -> Observation | None:
    """Return the figure of the latest period; of several for that period the one that was published last."""

    def rank(item: Observation) -> tuple[tuple[date, date], date]:
        published = dataset.source_by_id[item.source].date
        return item.period.order, published.last if published else date.min

    return max(items, key=rank, default=None)


def common_period(items: Collection[Observation]) -> str | None:
    """Return the label of the period that all figures are of, or None where periods differ."""
    labels = {item.period.label for item in items}
    return next(iter(labels)) if len(labels) == 1 else None


def shared_period(members: Collection[Collection[Observation]]) -> Period | None:
    """Return the newest period of which most members have a figure, None where there is none.

    Given are the figures of each member that could be shown. The few without one of that period are left out, because
    numbers of one period say more than the newest of each.
    """
    counts = Counter(period for figures in members for period in {item.period for item in figures})
    shared = [period for period, count in counts.items() if count >= _COMMON_SHARE * len(members)]
    return max(shared, key=lambda period: period.order, default=None)


def others_of(dataset: Dataset, item: Observation) -> tuple[Observation, ...]:
    """Return what other sources say of the same number."""
    return rivals(item, observations_of(dataset, item.subject, item.indicator))


def with_others(dataset: Dataset, items: Sequence[Observation]) -> list[Observation]:
    """Return figures, each followed by what other sources say of it."""
    return [each for item in items for each in (item, *others_of(dataset, item))]


def left_out_notes(
    dataset: Dataset, members: Sequence[Subject], present: Collection[str], indicator: Indicator, words: Words
) -> tuple[str, ...]:
    """Return who has figures of an indicator but none that can be compared, with the reason.

    `present` are the ids of those that are shown, and of those that are spoken of elsewhere.
    """
    names: defaultdict[bool, list[str]] = defaultdict(list)
    for member in members:
        figures = observations_of(dataset, member.id, indicator.id)
        if figures and member.id not in present:
            names[all(item.scope is not None for item in figures)].append(short_name(member, words.language))
    found = []
    if names[True]:
        found.append(words.text("Left out, only a part is covered: {names}.", names=some_names(names[True], words)))
    if names[False]:
        found.append(words.text("Left out, no full year: {names}.", names=some_names(names[False], words)))
    return tuple(found)


def some_names(names: Sequence[str], words: Words) -> str:
    """Return the first names in one phrase, the rest counted."""
    if len(names) <= _MOST_NAMES:
        return words.listing(names)
    rest = len(names) - _MOST_NAMES
    return words.listing([*names[:_MOST_NAMES], words.text("{n} more", n=rest)])
