"""Which values a figure allows: "over 50 percent" is no number but all that lie above, "about 5" all that round to it.

What is told of a figure, such as that a target is met, has to hold for every value that it allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from heartland_gui.charts.number_labels import hedge_of
from heartland_gui.decimals import written
from heartland_gui.model.observations import Observation, Qualifier

_ROUGH: Final = Decimal("0.02")
"""What is about a number lies within so much of it."""
_ENDLESS: Final = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Values:
    """All numbers from `low` to `high`; an end that is `open` is not one of them. Never empty."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Values) -> bool:
        """Whether each of these is one of the others."""
        above = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        below = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return above and below

    def below(self, other: Values) -> bool:
        """Whether each of these is less than each of the others."""
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


def values_of(value: float, qualifier: Qualifier | None) -> Values:
    """Return which numbers "over 50" or "about 50" allow."""
    number = written(value)
    rough = _ROUGH * abs(number)
    bounds = {
        Qualifier.OVER: Values(number, _ENDLESS, low_open=True),
        Qualifier.AT_LEAST: Values(number, _ENDLESS),
        Qualifier.UNDER: Values(-_ENDLESS, number, high_open=True),
        Qualifier.UP_TO: Values(-_ENDLESS, number),
        Qualifier.ABOUT: Values(number - rough, number + rough),
        Qualifier.NEARLY: Values(number - rough, number, high_open=bool(rough)),
    }
    exact = Values(number, number)
    return exact if qualifier is None else bounds.get(qualifier, exact)


def values_allowed(figure: Observation) -> Values:
    """Return which numbers a figure allows, in its indicator's base unit; those of an estimate are about its value."""
    return values_of(figure.value, hedge_of(figure))
