"""From one year to another: who has a figure of both, and what may be computed from the two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from heartland_gui.charts.joins import breaks_by_source, is_broken
from heartland_gui.charts.number_labels import hedge_of_computed, number_on, percent_text
from heartland_gui.charts.spec import Label, ValueAxis
from heartland_gui.decimals import difference, percentage
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Subject
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import observations_of, series_of
from heartland_gui.text import MINUS, Words
from heartland_gui.wording import qualified

YearPair = tuple[str, str]
"""The labels of the earlier and the later year."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two figures of one subject, and whether one source gives both in one definition."""

    before: Observation
    after: Observation
    same_source: bool
    broken: bool

    @property
    def is_comparable(self) -> bool:
        """Whether anything may be computed from the two."""
        return self.same_source and not self.broken


def whole_years(dataset: Dataset, subject: str, indicator: str) -> tuple[Observation, ...]:
    """Return what was done in whole years by the whole of a subject, in order of time."""
    return tuple(
        item
        for item in observations_of(dataset, subject, indicator)
        if item.status is Status.ACTUAL and item.scope is None and item.period.frequency is Frequency.YEAR
    )


def shared_years(
    dataset: Dataset, members: Sequence[Subject], indicator: str, of: str | None = None, *, by_source: bool = False
) -> YearPair | None:
    """Return the two years that most members have figures of; among several the farthest apart, then the newest.

    Only pairs of which the subject `of` has both, where it is given; with `by_source` those first of which one source
    gives both for most members, since nothing is computed across sources, but none that a single member has while
    others share one. None where no member has two years.
    """
    counts: Counter[YearPair] = Counter()
    of_source: Counter[YearPair] = Counter()
    allowed: set[YearPair] | None = None
    for member in members:
        figures = whole_years(dataset, member.id, indicator)
        pairs = list(combinations(sorted({item.period.label for item in figures}), 2))
        counts.update(pairs)
        if member.id == of:
            allowed = set(pairs)
        if by_source:
            of_source.update(_pairs_of_a_source(figures))
    candidates = [pair for pair in counts if of is None or pair in (allowed or ())]

    def rank(pair: YearPair) -> tuple[bool, int, int, int, str]:
        return counts[pair] > 1, of_source[pair], counts[pair], int(pair[1]) - int(pair[0]), pair[1]

    return max(candidates, key=rank, default=None)


def _pairs_of_a_source(figures: Iterable[Observation]) -> set[YearPair]:
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for item in figures:
        labels[item.source].add(item.period.label)
    return {pair for each in labels.values() for pair in combinations(sorted(each), 2)}


def change_between(dataset: Dataset, subject: str, indicator: str, years: YearPair) -> Change | None:
    """Return the figures of a subject for two years, None where one is missing.

    Two of one source in one definition go before two of one source, and these before two of different ones.
    """
    figures = whole_years(dataset, subject, indicator)
    breaks = breaks_by_source(series_of(dataset, subject, indicator))
    first, second = ([item for item in figures if item.period.label == label] for label in years)
    found = [
        Change(
            before,
            after,
            same_source=before.source == after.source,
            broken=is_broken(before, after, breaks[before.source]),
        )
        for before in first
        for after in second
    ]
    return max(found, key=lambda each: (each.is_comparable, each.same_source), default=None)


def growth(found: Change) -> float | None:
    """Return the growth in percent, (later - earlier) / earlier, None where it must not or cannot be computed."""
    if not found.is_comparable or found.before.value <= 0:
        return None
    return percentage(difference(found.after.value, found.before.value), found.before.value)


def change_in_points(found: Change) -> float | None:
    """Return the difference of two percentages in percentage points, None where it must not be computed."""
    return difference(found.after.value, found.before.value) if found.is_comparable else None


def change_label(found: Change, axis: ValueAxis, words: Words) -> Label:
    """Return the computed change in words, or why there is none."""
    if not found.same_source:
        return Label("", words.text("different sources"))
    if found.broken:
        return Label("", words.text("definition changed"))
    hedge = hedge_of_computed((found.before, found.after))
    if axis.unit.percentage:
        distance = change_in_points(found) or 0.0
        return Label(qualified(signed(distance, words.number(abs(distance))), hedge, words))
    percent = growth(found)
    if percent is not None:
        return Label(qualified(signed(percent, percent_text(abs(percent), words)), hedge, words))
    distance = difference(found.after.value, found.before.value)
    return Label(
        qualified(signed(distance, number_on(axis, abs(distance), words)), hedge, words),
        words.text("earlier value is zero or less"),
    )


def signed(value: float, shown: str) -> str:
    """Return how far something moved, `shown` without its sign, with a sign before it."""
    return f"+{shown}" if value > 0 else f"{MINUS}{shown}" if value < 0 else shown
