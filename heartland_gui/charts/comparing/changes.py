"""From one year to another: who has a figure of both, and what may be computed from the two."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from heartland_gui.charts.joins import breaks_by_source, is_broken
from heartland_gui.charts.number_labels import hedge_of_computed, number_on, percent_text, points_text
from heartland_gui.charts.spec import Label, ValueAxis
from heartland_gui.decimals import difference, percentage
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, IndicatorKind, Subject, Unit
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import observations_of, series_of
from heartland_gui.text import MINUS, Words, message
from heartland_gui.wording import qualified

YearPair = tuple[str, str]
"""The labels of the earlier and the later year."""


class Refusal(StrEnum):
    """Why nothing is computed. From `OTHER_SOURCE` on there are two figures, and they cannot be computed with."""

    NO_FIGURE = "no-figure"
    """The row of figures says so already."""
    NOT_BOTH_YEARS = "not-both-years"
    PART = "part"
    NOT_DONE = "not-done"
    NO_POPULATION = "no-population"
    REGION_ITSELF = "region-itself"
    NO_REGION = "no-region"
    OTHER_SOURCE = "other-source"
    OTHER_DEFINITION = "other-definition"
    NOT_POSITIVE = "not-positive"
    NOBODY = "nobody"
    NO_SHARE = "no-share"
    LARGER_THAN_WHOLE = "larger-than-whole"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Change:
    """Two figures of one subject, and whether one source, or one work by its editions, gives both in one definition."""

    before: Observation
    after: Observation
    same_source: bool
    broken: bool

    @property
    def is_comparable(self) -> bool:
        """Whether anything may be computed from the two."""
        return self.same_source and not self.broken


def is_changing(indicator: Indicator) -> bool:
    """Whether changes of an indicator are computed: a growth rate is one already, and two of them make no third."""
    return indicator.kind is not IndicatorKind.GROWTH


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
            of_source.update(_pairs_of_a_source(dataset, figures))
    candidates = [pair for pair in counts if of is None or pair in (allowed or ())]

    def rank(pair: YearPair) -> tuple[bool, int, int, int, str]:
        return counts[pair] > 1, of_source[pair], counts[pair], int(pair[1]) - int(pair[0]), pair[1]

    return max(candidates, key=rank, default=None)


def _pairs_of_a_source(dataset: Dataset, figures: Iterable[Observation]) -> set[YearPair]:
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for item in figures:
        labels[dataset.work_of[item.source]].add(item.period.label)
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
            same_source=dataset.work_of[before.source] == dataset.work_of[after.source],
            broken=is_broken(before, after, breaks[after.source]),
        )
        for before in first
        for after in second
    ]
    return max(found, key=lambda each: (each.is_comparable, each.same_source), default=None)


_REFUSALS: Final = {
    Refusal.NOT_BOTH_YEARS: message("one of the years is missing"),
    Refusal.PART: message("covers only a part"),
    Refusal.NOT_DONE: message("no actual figure yet"),
    Refusal.NO_POPULATION: message("no actual population for the period"),
    Refusal.REGION_ITSELF: message("the region itself"),
    Refusal.NO_REGION: message("no actual figure for the region in this period"),
    Refusal.OTHER_SOURCE: message("different sources"),
    Refusal.OTHER_DEFINITION: message("definition changed"),
    Refusal.NOT_POSITIVE: message("earlier value is zero or less"),
    Refusal.NOBODY: message("population is zero or less"),
    Refusal.NO_SHARE: message("no share where a value is zero or less"),
    Refusal.LARGER_THAN_WHOLE: message("larger than the region's"),
    Refusal.TOO_LARGE: message("too large to compute"),
}


def computed_change(found: Change, unit: Unit) -> float | Refusal:
    """Return (later - earlier) / earlier in percent, of percentages later - earlier in points, or why it is neither."""
    before, after = found.before.value, found.after.value
    if not found.same_source:
        return Refusal.OTHER_SOURCE
    if found.broken:
        return Refusal.OTHER_DEFINITION
    if unit.percentage:
        return difference(after, before)
    if before <= 0:
        return Refusal.NOT_POSITIVE
    percent = percentage(difference(after, before), before)
    return percent if math.isfinite(percent) else Refusal.TOO_LARGE


def change_label(found: Change, axis: ValueAxis, words: Words) -> Label:
    """Return the computed change as it stands in a chart, points without their unit, or why there is none."""
    computed = computed_change(found, axis.unit)
    distance = difference(found.after.value, found.before.value)
    if computed is Refusal.NOT_POSITIVE:
        return _label(found, signed(distance, number_on(axis, abs(distance), words)), computed, words)
    if not isinstance(computed, Refusal) and axis.unit.percentage:
        # What they are stands above them.
        return _label(found, signed(computed, words.number(abs(computed))), computed, words)
    return change_told(found, axis.unit, words)


def change_told(found: Change, unit: Unit, words: Words) -> Label:
    """Return the computed change with its unit, or why there is none; from zero or less on there are both."""
    computed = computed_change(found, unit)
    if computed is Refusal.NOT_POSITIVE:
        distance = difference(found.after.value, found.before.value)
        return _label(found, signed(distance, words.amount(abs(distance), unit)), computed, words)
    shown = "" if isinstance(computed, Refusal) else change_text(computed, unit, words)
    return _label(found, shown, computed, words)


def _label(found: Change, shown: str, computed: float | Refusal, words: Words) -> Label:
    hedge = hedge_of_computed((found.before, found.after))
    strong = qualified(shown, hedge, words) if shown else ""
    return Label(strong, refusal_said(computed, words) if isinstance(computed, Refusal) else "")


def change_text(value: float, unit: Unit, words: Words) -> str:
    """Return a computed change of what is measured in a unit, with its sign: percent, or points of percentages."""
    return signed(value, points_text(abs(value), words) if unit.percentage else percent_text(abs(value), words))


def refusal_said(refusal: Refusal, words: Words) -> str:
    """Return why nothing was computed, empty where there is no figure to compute with."""
    return words.say(_REFUSALS[refusal]) if refusal in _REFUSALS else ""


def signed(value: float, shown: str) -> str:
    """Return how far something moved, `shown` without its sign, with a sign before it."""
    return f"+{shown}" if value > 0 else f"{MINUS}{shown}" if value < 0 else shown
