"""Sources that differ on one number: who says what of it, and how far they are apart. Nothing here has words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from itertools import combinations
from typing import Final

from heartland_gui.decimals import difference, last_digit, percentage, quotient, written
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized
from heartland_gui.model.observations import Observation, Qualifier, Status

Number = tuple[str, str, str, Status, Localized | None]

_BOUNDS: Final = frozenset({Qualifier.OVER, Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.UP_TO})
"""Such a number is not what is measured, but a limit of it: no distance can be computed from it."""


def is_bound(item: Observation) -> bool:
    """Whether a number is a limit of what is measured, and not what is measured."""
    return item.qualifier in _BOUNDS


def number_of(item: Observation) -> Number:
    """Return which number a figure gives: that of a subject, indicator, period, status and scope."""
    return item.subject, item.indicator, item.period.label, item.status, item.scope


class NoDistance(Enum):
    """Why it is not computed how far sources are apart."""

    ONE_BOUND = auto()
    SOME_BOUNDS = auto()
    """Several are bounds, and those that are none are of one value."""
    ALL_BOUNDS = auto()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources say of one number where two of them differ at least, in the order in which it was given."""

    observations: tuple[Observation, ...]

    def led_by(self, item: Observation) -> Disagreement:
        """Return the same with one of the figures first, those that agree with it next, the others at the end."""
        return Disagreement(
            tuple(sorted(self.observations, key=lambda each: (each is not item, each.value != item.value)))
        )

    @property
    def low(self) -> int | float:
        """The lowest value, in the indicator's base unit."""
        return min(item.value for item in self.observations)

    @property
    def high(self) -> int | float:
        """The highest value, in the indicator's base unit."""
        return max(item.value for item in self.observations)

    @property
    def distance(self) -> float | NoDistance:
        """How far the highest value is above the lowest one that are no bounds, exact to the digits of both.

        In the indicator's base unit: of percentages these are points. The reason where fewer than two are no bounds.
        """
        ends = self._ends
        if ends is not None:
            return difference(ends[1], ends[0])
        bounds = sum(is_bound(item) for item in self.observations)
        if bounds == len(self.observations):
            return NoDistance.ALL_BOUNDS
        return NoDistance.ONE_BOUND if bounds == 1 else NoDistance.SOME_BOUNDS

    @property
    def percent(self) -> float | None:
        """The distance in percent of the lower value, None where that is not positive or there is no distance."""
        ends = self._ends
        return None if ends is None or ends[0] <= 0 else percentage(difference(ends[1], ends[0]), ends[0])

    @property
    def times(self) -> float | None:
        """How many times the lower value the higher one is, None as for the percent."""
        ends = self._ends
        return None if ends is None or ends[0] <= 0 else quotient(ends[1], ends[0])

    @property
    def is_rounding(self) -> bool:
        """Whether the values differ only as one and the same number does that is written with fewer digits.

        That is half a unit of the coarser one's last digit that is not 0, as its source may have rounded it.
        """
        known = {written(item.value) for item in self.observations if not is_bound(item)}
        return len(known) > 1 and all(
            2 * abs(one - other) <= max(_rounded_to(one), _rounded_to(other)) for one, other in combinations(known, 2)
        )

    @property
    def width(self) -> float:
        """The distance beside the largest size of its ends, 0 to 2: what disagreements of any unit are ordered by."""
        ends = self._ends
        return 0.0 if ends is None else (ends[1] - ends[0]) / max(abs(ends[0]), abs(ends[1]))

    @property
    def _ends(self) -> tuple[int | float, int | float] | None:
        known = {item.value for item in self.observations if not is_bound(item)}
        return (min(known), max(known)) if len(known) > 1 else None


def _rounded_to(number: Decimal) -> Decimal:
    """Return to what a source may have rounded a number: of 830,000 to 10,000, of 100 to 10.

    Two digits are taken as meant: else 130 would be a rounding of 100.
    """
    return min(last_digit(number), Decimal(1).scaleb(number.adjusted() - 1)) if number else Decimal(0)


class Disagreements:
    """Where sources differ among some figures. They are grouped once; then any of them can be asked about."""

    def __init__(self, figures: Iterable[Observation]) -> None:
        grouped: defaultdict[Number, list[Observation]] = defaultdict(list)
        for item in figures:
            grouped[number_of(item)].append(item)
        self._by_number = {
            number: Disagreement(tuple(items))
            for number, items in grouped.items()
            if len(items) > 1 and len({item.value for item in items}) > 1
        }

    def __iter__(self) -> Iterator[Disagreement]:
        """Yield every disagreement, in the order of their first figures."""
        return iter(self._by_number.values())

    def __len__(self) -> int:
        return len(self._by_number)

    def about(self, item: Observation) -> Disagreement | None:
        """Return what sources say of the number that a figure gives, None where they agree."""
        return self._by_number.get(number_of(item))

    def others(self, item: Observation) -> tuple[Observation, ...]:
        """Return the figures that give another value for the number of a figure."""
        found = self.about(item)
        return tuple(other for other in found.observations if other.value != item.value) if found else ()


def disagreements_in(dataset: Dataset, subject: str | None = None, indicator: str | None = None) -> Disagreements:
    """Return where the sources of a dataset differ: on anything, on a subject, or on one of its indicators."""
    if subject is None:
        return Disagreements(dataset.observations())
    named = dataset.indicators_by_subject.get(subject, ()) if indicator is None else (indicator,)
    return Disagreements(item for each in named for item in dataset.figures.get((subject, each), ()))


def told_differently(dataset: Dataset) -> tuple[Disagreement, ...]:
    """Return what sources say differently of any number, but for what they only round differently."""
    return tuple(found for found in disagreements_in(dataset) if not found.is_rounding)


def others_of(dataset: Dataset, item: Observation) -> tuple[Observation, ...]:
    """Return what other sources say of the number of a figure, where it is another value."""
    number = number_of(item)
    # What differs is compared first: it is rare, and which number a figure gives takes longer to tell.
    known = dataset.figures.get((item.subject, item.indicator), ())
    return tuple(other for other in known if other.value != item.value and number_of(other) == number)
