"""Ticks, ranges and classes: from the values that a chart must hold to round numbers that people read."""

from __future__ import annotations

import math
from bisect import bisect_right
from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Final

from heartland_gui.charts.spec import Tick, TimeAxis, ValueAxis
from heartland_gui.decimals import rounded, significant
from heartland_gui.model.period import decimal_year
from heartland_gui.text import Magnitude, Words

MOST_TICKS: Final = 9
LOG_FACTOR: Final = 30.0
"""From this ratio of the largest to the smallest value on, small values vanish on a linear axis from zero."""

_NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_LEAST_SPAN: Final = 1e-9
"""Beside the largest of several values: what is closer than that cannot be told apart as printed."""
_NOTHING: Final = 1e-304
"""What is smaller than that is zero on an axis: its parts would be no numbers any more."""
_YEAR_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
_DAY_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)


def can_be_logarithmic(values: Iterable[float]) -> bool:
    """Whether positive values span a factor of 30 or more; zeros and negatives rule a logarithm out."""
    held = list(values)
    return bool(held) and min(held) > 0 and max(held) / min(held) >= LOG_FACTOR


def nice_step(span: float, most: int) -> float:
    """Return the smallest round step that divides `span` into at most `most` parts."""
    raw = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(nice * power for nice in _NICE if nice * power >= raw * (1 - 1e-9))


def value_range(values: Sequence[float], *, from_zero: bool, logarithmic: bool) -> tuple[float, float]:
    """Return a round range that holds all values with room for labels.

    A linear range starts at zero where asked for, where values cross it, and where the smallest is at most half of the
    largest; otherwise it starts near the smallest value. Values that hardly differ are taken as one.
    """
    low, high = float(min(values)), float(max(values))
    size = max(abs(low), abs(high))
    if logarithmic:
        # The margin keeps the outermost marks and their labels off the frame.
        return low / 10**0.15, high * 10**0.25
    if high - low <= size * _LEAST_SPAN or size < _NOTHING:
        margin = size / 2 if size >= _NOTHING else 1.0
        low, high = low - margin, high + margin
        if from_zero or min(values) >= 0:
            low, high = (0.0, high) if max(values) > 0 else (low, 0.0) if max(values) < 0 else (-1.0, 1.0)
    elif low >= 0 and (from_zero or low <= high / 2):
        low = 0.0
    elif high <= 0 and (from_zero or high >= low / 2):
        high = 0.0
    span = high - low
    low = low if low == 0 else low - span * 0.06
    high = high if high == 0 else high + span * 0.08
    return low, high


def value_ticks(axis: ValueAxis, low: float, high: float, words: Words, most: int = 6) -> tuple[Tick, ...]:
    """Return the ticks of an axis between two positions, in order, their labels distinct as printed.

    They divide the axis into about `most` parts; there are never more than nine.
    """
    # Parts have one tick more than there are of them.
    most = max(1, min(most, MOST_TICKS - 1))
    if not (math.isfinite(low) and math.isfinite(high)) or high - low <= max(abs(low), abs(high)) * 1e-12:
        return ()
    if axis.logarithmic:
        return _logarithmic_ticks(axis, low, high, words, most)
    return _linear_ticks(low, high, words, axis.magnitude, most)


def _linear_ticks(low: float, high: float, words: Words, magnitude: Magnitude, most: int) -> tuple[Tick, ...]:
    step = nice_step(high - low, most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    positions = [number * step for number in range(first, last + 1)]
    labels = _printed(positions, step, magnitude, words)
    return _distinct(Tick(place, label) for place, label in zip(positions, labels, strict=True))


def _printed(places: Sequence[float], step: float, magnitude: Magnitude, words: Words) -> list[str]:
    """Return the labels of places that are a step apart: with the digits that the step needs, and no more."""
    divisor = magnitude.divisor
    shown_step, largest = step / divisor, max((abs(place) for place in places), default=0.0) / divisor
    if shown_step < 1e-9 or largest >= 1e15:
        digits = 2 + math.ceil(math.log10(max(largest / shown_step, 1.0)))
        return [words.number(float(significant(place / divisor, digits))) for place in places]
    digits = max(0, -math.floor(math.log10(shown_step) + 1e-9))
    # A step of 2.5 needs one decimal more than its power of ten.
    if not math.isclose(rounded(shown_step, digits), shown_step, rel_tol=1e-9):
        digits += 1
    return [words.scaled(place + 0.0, magnitude, digits) for place in places]


def _logarithmic_ticks(axis: ValueAxis, low: float, high: float, words: Words, most: int) -> tuple[Tick, ...]:
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    decades = list(range(first, last + 1))
    if len(decades) > most:
        step = math.ceil(len(decades) / most)
        decades = [decade for decade in decades if decade % step == 0]
    exponents: list[float] = [float(decade) for decade in decades]
    if len(exponents) < 3:
        within = [math.log10(factor) + decade for decade in range(first - 1, last + 1) for factor in (1, 2, 5)]
        finer = [exponent for exponent in within if low <= exponent <= high]
        exponents = finer if 2 <= len(finer) <= most else exponents
    if len(exponents) < 2:
        return _fine_logarithmic_ticks(axis, low, high, words, most)
    return _distinct(Tick(exponent, _plain(10.0**exponent, axis, words)) for exponent in exponents)


def _fine_logarithmic_ticks(axis: ValueAxis, low: float, high: float, words: Words, most: int) -> tuple[Tick, ...]:
    """Return ticks for a stretch of less than a decade: round values, placed by their logarithm."""
    magnitude = words.magnitude(10.0**high, axis.unit)
    ticks = _linear_ticks(10.0**low, 10.0**high, words, magnitude, most)
    named = [(tick.position, words.compact(tick.position, axis.unit)) for tick in ticks]
    return _distinct(Tick(math.log10(position), label) for position, label in named if position > 0)


def _plain(value: float, axis: ValueAxis, words: Words) -> str:
    # Ten to a whole power is not always exact in binary.
    rounded = float(significant(value, 6))
    whole = int(rounded) if rounded.is_integer() and rounded < 1e15 else rounded
    return words.compact(whole, axis.unit)


def _distinct(ticks: Iterable[Tick]) -> tuple[Tick, ...]:
    found: dict[str | None, Tick] = {}
    for tick in ticks:
        found.setdefault(tick.label, tick)
    return tuple(found.values())


def time_range(periods: Sequence[tuple[float, float]]) -> TimeAxis:
    """Return an axis of whole years that holds all stretches given as (start, end) in decimal years."""
    first = min(start for start, _ in periods)
    last = max(end for _, end in periods)
    if last - first < 0.5:
        # A few weeks or months: a margin on both sides instead of whole years.
        margin = max((last - first) * 0.4, 1 / 24)
        return TimeAxis(first - margin, last + margin)
    # Whole years and nothing shorter: months on the axis would pretend to know more.
    yearly = all(_is_whole(start) and _is_whole(end) for start, end in periods)
    return TimeAxis(math.floor(first + 1e-9), math.ceil(last - 1e-9), 1.0 if yearly else 0.0)


def _is_whole(year: float) -> bool:
    return abs(year - round(year)) < 1e-9


def time_ticks(low: float, high: float, words: Words, most: int = 8, finest: float = 0.0) -> tuple[Tick, ...]:
    """Return the ticks of a time axis between two decimal years, no finer than `finest` years.

    The label of a year stands in its middle, with unlabelled ticks at the boundaries between years.
    """
    most = max(1, min(most, MOST_TICKS))
    # The margins of an axis may reach beyond the first and the last day of the calendar.
    low, high = max(low, 1.0), min(high, 10_000.0)
    if not low < high:
        return ()
    if high - low > 2.0 or finest >= 1.0:
        return _year_ticks(low, high, words, most)
    return _month_ticks(low, high, words, most) or _day_ticks(low, high, words, most)


def _year_ticks(low: float, high: float, words: Words, most: int) -> tuple[Tick, ...]:
    first, last = math.ceil(low - 0.5), math.floor(high - 0.5)
    labelled = finer = range(0)
    for step in _YEAR_STEPS:
        labelled, finer = range(-(-first // step) * step, last + 1, step), labelled
        if (last - first) // step + 1 <= most:
            break
    if not labelled:
        # No year of so coarse a step is in sight: some of a finer one are.
        labelled = finer[:: max(1, -(-len(finer) // most))]
    ticks = [Tick(year + 0.5, words.period(f"{year:04d}")) for year in labelled]
    if labelled.step == 1:
        boundaries = range(math.ceil(low), math.floor(high) + 1)
        ticks += [Tick(float(year), None) for year in boundaries]
    return tuple(sorted(ticks, key=lambda tick: tick.position))


def _month_ticks(low: float, high: float, words: Words, most: int) -> tuple[Tick, ...]:
    for months in (1, 3, 6, 12):
        stretches = [
            (year, start)
            for year in range(math.floor(low), min(math.floor(high), 9999) + 1)
            for start in range(1, 13, months)
            if low <= (year + (start - 1 + months / 2) / 12) <= high
        ]
        if len(stretches) > most:
            continue
        if len(stretches) < 2 and months == 1:
            return ()
        ticks = [
            Tick(year + (start - 1 + months / 2) / 12, words.period(_stretch_label(year, start, months)))
            for year, start in stretches
        ]
        boundaries = [Tick(year + (start - 1) / 12, None) for year, start in stretches]
        inside = [tick for tick in boundaries if low <= tick.position <= high]
        return tuple(sorted((*ticks, *inside), key=lambda tick: tick.position))
    return _year_ticks(low, high, words, most)


def _stretch_label(year: int, start: int, months: int) -> str:
    if months == 1:
        return f"{year:04d}-{start:02d}"
    if months == 3:
        return f"{year:04d}-Q{(start + 2) // 3}"
    return f"{year:04d}-S{(start + 5) // 6}" if months == 6 else f"{year:04d}"


def _day_ticks(low: float, high: float, words: Words, most: int) -> tuple[Tick, ...]:
    """Return ticks for some weeks at most; the label of a day stands in its middle, as those of years and months do."""
    first = date(math.floor(low), 1, 1) + timedelta(days=math.floor((low % 1) * 365))
    days = [(_middle_of(day), day) for day in _days_from(first, high)]
    days = [(middle, day) for middle, day in days if low <= middle <= high]
    step = next((step for step in _DAY_STEPS if math.ceil(len(days) / step) <= most), _DAY_STEPS[-1])
    return tuple(Tick(middle, words.period(day.isoformat())) for middle, day in days[::step])


def _days_from(first: date, high: float) -> Iterator[date]:
    """Yield the days from one on that begin before a time, in the calendar."""
    for number in range((date.max - first).days + 1):
        day = first + timedelta(days=number)
        if decimal_year(day) > high:
            return
        yield day


def _middle_of(day: date) -> float:
    return decimal_year(day) + 0.5 / (366 if isleap(day.year) else 365)


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
    if limit == 0 or math.isclose(float(significant(shown, 3)), shown, rel_tol=1e-9):
        return words.scaled(limit, magnitude)
    digits = next((count for count in range(9) if math.isclose(rounded(shown, count), shown, rel_tol=1e-9)), 9)
    return words.scaled(limit, magnitude, digits)
