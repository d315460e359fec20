"""Classes of values for shading: few, each a group of values that lie together, with round limits between them.

The groups are natural breaks: of all ways to part the sorted values, the one with the least squared deviation within
the groups (W. D. Fisher, "On Grouping for Maximum Homogeneity", Journal of the American Statistical Association 53,
1958; G. F. Jenks, "The Data Model Concept in Statistical Mapping", International Yearbook of Cartography 7, 1967). A
region has few cities, and one of them is often far ahead: equal steps would leave classes empty, and quantiles, which
C. A. Brewer and L. Pickle (Annals of the Association of American Geographers 92, 2002) prefer for many areas, would
hide the one that is ahead. Each limit is the roundest number between two groups, so rounding moves no value.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from heartland_gui.text import Magnitude, Words

MOST_CLASSES: Final = 5
_MOST_DIGITS: Final = 17
"""A number of double precision has no more."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Limits in rising order: a value that equals one belongs above it."""

    limits: tuple[float, ...]

    def shade(self, value: float) -> int:
        """Return the shade of a value: the lowest class has the first of five, the highest one the last."""
        if not self.limits:
            return MOST_CLASSES // 2
        return round(bisect_right(self.limits, value) * (MOST_CLASSES - 1) / len(self.limits))

    def labels(self, magnitude: Magnitude, words: Words) -> tuple[tuple[int, str], ...]:
        """Return the shade and the words of every class from the highest one down, in units of a magnitude."""
        if not self.limits:
            return ((self.shade(0.0), words.text("all the same")),)
        shown = [_limit_text(limit, magnitude, words) for limit in self.limits]
        found = [(self.shade(-math.inf), words.text("under {limit}", limit=shown[0]))]
        found += [
            (self.shade(limit), words.text("{low} to {high}", low=low, high=high))
            for limit, (low, high) in zip(self.limits, pairwise(shown), strict=False)
        ]
        found.append((self.shade(self.limits[-1]), words.text("{limit} and more", limit=shown[-1])))
        return tuple(reversed(found))


def natural_classes(values: Sequence[float], most: int = MOST_CLASSES) -> Classes:
    """Return at most `most` classes for values, fewer where fewer differ."""
    ordered = sorted(values)
    distinct = sorted(set(ordered))
    firsts = _natural_breaks(distinct, [ordered.count(value) for value in distinct], min(most, len(distinct)))
    return Classes(tuple(roundest(distinct[first - 1], distinct[first]) for first in firsts))


def roundest(low: float, high: float) -> float:
    """Return the roundest number above `low` and up to `high`, the one nearest the middle of several.

    It is a multiple of the largest step that has one there; steps are 1, 2 and 5 times a power of ten, as on axes.
    """
    top = math.floor(math.log10(max(abs(low), abs(high))))
    middle = low / 2 + high / 2
    for exponent in range(top, top - _MOST_DIGITS, -1):
        for factor in (5, 2, 1):
            count = round(middle / (factor * 10.0**exponent))
            for number in (count, count + 1, count - 1):
                # A whole number by a power of ten is the decimal number itself, unlike a product with 0.1.
                found = number * factor * 10.0**exponent if exponent >= 0 else number * factor / 10.0**-exponent
                if low < found <= high:
                    return found
    return high


def _natural_breaks(values: Sequence[float], weights: Sequence[int], groups: int) -> list[int]:
    """Return where each group but the first begins, by dynamic programming over distinct values in rising order."""
    mean = math.fsum(values) / len(values)
    spread = max(abs(value - mean) for value in values) or 1.0
    # Numbers near 1, or their squares would lose the digits that matter.
    near = [(value - mean) / spread for value in values]
    counts = [0, *accumulate(weights)]
    sums = [0.0, *accumulate(value * weight for value, weight in zip(near, weights, strict=True))]
    squares = [0.0, *accumulate(value * value * weight for value, weight in zip(near, weights, strict=True))]

    def deviation(first: int, end: int) -> float:
        total = sums[end] - sums[first]
        return squares[end] - squares[first] - total * total / (counts[end] - counts[first])

    size = len(values)
    costs = [deviation(0, end) if end else 0.0 for end in range(size + 1)]
    starts: list[list[int]] = []
    for group in range(2, groups + 1):
        best = [(0.0, 0)] * (size + 1)
        for end in range(group, size + 1):
            best[end] = min((costs[first] + deviation(first, end), first) for first in range(group - 1, end))
        costs = [cost for cost, _ in best]
        starts.append([first for _, first in best])
    found, end = [], size
    for start in reversed(starts):
        end = start[end]
        found.append(end)
    return found[::-1]


def _limit_text(limit: float, magnitude: Magnitude, words: Words) -> str:
    """Return a limit as other numbers are shown, with more digits where rounding would move it past a value."""
    shown = limit / magnitude.divisor
    if limit == 0 or math.isclose(float(f"{shown:.3g}"), shown, rel_tol=1e-9):
        return words.scaled(limit, magnitude)
    digits = next((count for count in range(9) if math.isclose(round(shown, count), shown, rel_tol=1e-9)), 9)
    return words.scaled(limit, magnitude, digits)
