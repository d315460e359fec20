"""Which period several subjects share, and what is said of figures that may not stand beside each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from heartland_gui.charts.figure_labels import rivals
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, Subject
from heartland_gui.model.facts import Observation
from heartland_gui.model.period import Period
from heartland_gui.model.queries import observations_of, short_name
from heartland_gui.text import Words

_MOST_NAMES: Final = 5
_COMMON_SHARE: Final = 0.8
"""A period of which so many of those with figures have one is used for all."""


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
