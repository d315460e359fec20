"""The number at a mark: in the axis's magnitude, with its qualifier, and told apart from what other sources say."""

from __future__ import annotations

from collections.abc import Sequence

from heartland_gui.charts.axes import ValueAxis
from heartland_gui.model.facts import Observation, Status
from heartland_gui.model.wording import qualified
from heartland_gui.text import Words


def rivals(item: Observation, others: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return those of `others` that give another value for the same period, status and scope."""
    same = (item.period.label, item.status, item.scope)
    return tuple(
        other
        for other in others
        if (other.period.label, other.status, other.scope) == same and other.value != item.value
    )


def shown_number(item: Observation, others: Sequence[Observation], axis: ValueAxis, words: Words) -> str:
    """Return the number at the mark of `item`, one of the figures `others` of a chart."""
    divisor = axis.magnitude.divisor
    clash = {other.value for other in (item, *rivals(item, others))}
    alike = len({words.scaled(value, axis.magnitude) for value in clash}) < len(clash)
    if axis.logarithmic:
        shown = words.compact(item.value, axis.scale, axis.symbol)
    elif item.value and abs(item.value) < divisor / 100:
        # With its unit: beside an axis in billions, `48,000` alone would be read as billions.
        shown = words.amount(item.value, axis.symbol, axis.scale)
    elif alike:
        # Sources that nearly agree are shown with as many digits as tell them apart.
        counts = (count for count in range(2, 9) if len({round(v / divisor, count) for v in clash}) == len(clash))
        shown = words.number(item.value / divisor, next(counts, 9))
    else:
        shown = words.scaled(item.value, axis.magnitude)
    if item.status is Status.ESTIMATE and item.qualifier is None:
        return f"≈\u00a0{shown}"
    return qualified(shown, item.qualifier, words)
