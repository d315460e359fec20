"""The number at a mark: in the axis's magnitude, with its qualifier, and told apart from what other sources say."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from heartland_gui.charts.spec import ValueAxis
from heartland_gui.decimals import rounded, written
from heartland_gui.model.entities import PERCENT
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Words
from heartland_gui.wording import qualified

ONE_MARK: Final = 0.03
"""Marks that are nearer to each other than this share of the axis look like one."""
_LEAST_SHARE: Final = 0.01
"""Numbers below this share of an axis's magnitude are written with a unit of their own."""


def number_on(axis: ValueAxis, value: float, words: Words) -> str:
    """Return a value as it is written beside an axis: in its magnitude where that can be read, else with its unit."""
    if axis.logarithmic:
        return words.compact(value, axis.unit)
    if value and abs(value) < axis.magnitude.divisor * _LEAST_SHARE:
        # With its unit: beside an axis in billions, `48,000` alone would be read as billions.
        return words.amount(value, axis.unit)
    return words.scaled(value, axis.magnitude)


def hedge_of(item: Observation) -> Qualifier | None:
    """Return how a number is not exact: as its source says, else roughly where it is an estimate."""
    if item.qualifier in (None, Qualifier.ONLY):
        return Qualifier.ABOUT if item.status is Status.ESTIMATE else None
    return item.qualifier


def is_hedged(item: Observation) -> bool:
    """Whether a number is a bound or rough; what is computed from it is no more exact."""
    return hedge_of(item) is not None


_TURNED: Final = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.AT_LEAST: Qualifier.UP_TO,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.UP_TO: Qualifier.AT_LEAST,
}


def hedge_of_share(part: Observation, whole: Observation) -> Qualifier | None:
    """Return how a share of positive numbers is hedged: 3 of more than 10 is less than 30 percent."""
    return _hedge_of_quotient(hedge_of(part), hedge_of(whole))


def hedge_of_part(part: Observation, rest: Iterable[Observation]) -> Qualifier | None:
    """Return how the share of a part in the sum of it and the rest is hedged: 30 beside more than 70 is less than 30 %.

    The larger the part the larger its share, the larger the rest the smaller: as of a quotient of the two.
    """
    hedges = {hedge_of(item) for item in rest} - {None}
    # Of bounds that differ in any way nothing is known of the sum but that it is not exact.
    return _hedge_of_quotient(hedge_of(part), hedges.pop() if len(hedges) == 1 else Qualifier.ABOUT if hedges else None)


def _hedge_of_quotient(upper: Qualifier | None, lower: Qualifier | None) -> Qualifier | None:
    if upper is None and lower is None:
        return None
    if lower is None and upper in _TURNED:
        return upper
    if upper is None and lower in _TURNED:
        return _TURNED[lower]
    return Qualifier.ABOUT


def hedge_of_computed(inputs: Iterable[Observation]) -> Qualifier | None:
    """Return how what is computed from numbers is hedged where it is no share: roughly where one of them is."""
    return Qualifier.ABOUT if any(is_hedged(item) for item in inputs) else None


def percent_text(percent: float, words: Words) -> str:
    """Return a computed percentage: one decimal below 100, or as many as tell it from 0 and from 100."""
    size = abs(percent)
    if size == 0 or not math.isfinite(size):
        return words.full_amount(percent, PERCENT, 0)
    digits = 0 if size >= 99.95 else 1 if size >= 0.1 else min(9, -math.floor(math.log10(size)))
    while digits < 6 and rounded(size, digits) == 100 and size != 100:
        digits += 1
    return words.full_amount(percent, PERCENT, digits)


def points_text(points: float, words: Words, *, short: bool = False) -> str:
    """Return how far two percentages are apart: `1 percentage point`, with `short` `1 point`."""
    # Only 1 is one: 1.5 and 0.5 are points.
    count = 1 if written(points) == 1 else 2
    if short:
        return words.plural("{points} point", "{points} points", count, points=words.number(points))
    return words.plural("{points} percentage point", "{points} percentage points", count, points=words.number(points))


def _near(item: Observation, drawn: Sequence[Observation], axis: ValueAxis, words: Words) -> tuple[Observation, ...]:
    """Return the figures of a chart that stand clearly apart from one, and would have the same number at their mark."""
    if axis.logarithmic:
        return ()
    apart, shown = ONE_MARK * (axis.high - axis.low), words.scaled(item.value, axis.magnitude)
    # Three digits are shown: what differs by a hundredth and more is not shown alike.
    most = 0.01 * abs(item.value)
    near = [other for other in drawn if apart < abs(other.value - item.value) <= most]
    return tuple(other for other in near if words.scaled(other.value, axis.magnitude) == shown)


def shown_number(
    item: Observation,
    others: Sequence[Observation],
    axis: ValueAxis,
    words: Words,
    drawn: Sequence[Observation] = (),
) -> str:
    """Return the number at the mark of a figure, told apart from what `others` say of it and from figures `drawn`."""
    values = {each.value for each in (item, *others, *_near(item, drawn, axis, words))}
    # The decades of a logarithmic axis have magnitudes of their own.
    magnitude = words.magnitude(max(values), axis.unit) if axis.logarithmic else axis.magnitude
    alike = len({words.scaled(value, magnitude) for value in values}) < len(values)
    divisor = magnitude.divisor
    if alike and abs(item.value) >= divisor * _LEAST_SHARE:
        # Numbers that nearly agree are shown with as many digits as tell them apart.
        rest = values - {item.value}
        told = ((words.scaled(item.value, magnitude, count), count) for count in range(2, 9))
        apart = (own for own, count in told if all(words.scaled(each, magnitude, count) != own for each in rest))
        shown = next(apart, words.scaled(item.value, magnitude, 9))
        if axis.logarithmic:
            shown = words.text("{number}\u00a0{unit}", number=shown, unit=magnitude.unit)
    elif others and not axis.logarithmic and abs(item.value) >= divisor * _LEAST_SHARE:
        # What sources say against each other is equally exact: 1.60 and 1.68.
        decimals = max(words.decimals(value, magnitude) for value in values)
        shown = words.scaled(item.value, magnitude, decimals)
    else:
        shown = number_on(axis, item.value, words)
    # The word `only` hedges nothing, and is shown all the same.
    return qualified(shown, item.qualifier or hedge_of(item), words)
