"""Sources that differ on one number, in words and as a mark: who says what, and how far they are apart.

Charts, pages and tables all say it with these words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from heartland_gui.charts.number_labels import percent_text, points_text, shown_number
from heartland_gui.charts.spec import Bracket, Details, LegendEntry, Mark, Symbol, ValueAxis
from heartland_gui.decimals import last_digit, written
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreement, NoDistance, is_bound
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import NO_BREAK_SPACE, Message, Words, message
from heartland_gui.wording import citation, full_value_text, publisher_text, qualified, status_text, value_text

_MOST_NOTES: Final = 3
_NONE: Final = {
    NoDistance.ONE_BOUND: message("none, one is a bound"),
    NoDistance.SOME_BOUNDS: message("none, some are bounds"),
    NoDistance.ALL_BOUNDS: message("none, each is a bound"),
}
_NOT_COMPUTED: Final = {
    NoDistance.ONE_BOUND: message("{number}: {values}; difference not computed, one is a bound."),
    NoDistance.SOME_BOUNDS: message("{number}: {values}; difference not computed, some are bounds."),
    NoDistance.ALL_BOUNDS: message("{number}: {values}; difference not computed, each is a bound."),
}


def distance_text(dataset: Dataset, found: Disagreement, words: Words) -> str:
    """Return how far sources are apart, or why that is not computed.

    Percentages are apart by points, all else by an amount and, from a positive number on, by a share of the lower one.
    """
    if isinstance(found.distance, NoDistance):
        return words.say(_NONE[found.distance])
    unit = dataset.unit_of(found.observations[0].indicator)
    if unit.percentage:
        return points_text(found.distance, words)
    # With its unit: it is much smaller than the numbers beside it.
    amount = words.amount(found.distance, unit)
    if found.percent is None:
        return amount
    return words.text("{distance} ({percent})", distance=amount, percent=percent_text(found.percent, words))


_TWOFOLD: Final = 2


def apart_text(dataset: Dataset, found: Disagreement, words: Words) -> str:
    """Return how far sources are apart in one number, empty where that is not computed.

    Points for percentages, times from twofold on, else percent of the lower value, and an amount where that is not
    positive.
    """
    if isinstance(found.distance, NoDistance):
        return ""
    unit = dataset.unit_of(found.observations[0].indicator)
    if unit.percentage:
        return points_text(found.distance, words, short=True)
    if found.percent is None or found.times is None:
        return words.amount(found.distance, unit)
    if found.times >= _TWOFOLD:
        return words.text("{n} times", n=words.rounded(found.times))
    return percent_text(found.percent, words)


_EXACTLY: Final = 30
"""The last digit shown is at least so much smaller than how far values are apart: the share can be computed anew."""


def values_apart(dataset: Dataset, found: Disagreement, words: Words) -> tuple[str, ...]:
    """Return every value with its unit and its qualifier, all shortened alike and with digits enough to differ."""
    unit = dataset.unit_of(found.observations[0].indicator)
    largest = max((item.value for item in found.observations), key=abs)
    divisor = words.magnitude(largest, unit).divisor
    numbers = sorted({written(item.value) / written(divisor) for item in found.observations})
    # Points are told in full, and percentages have few digits.
    needed = (
        Decimal(0)
        if unit.percentage
        else min(*(after - before for before, after in pairwise(numbers)), (numbers[-1] - numbers[0]) / _EXACTLY)
    )
    # No more digits than the sources give.
    finest = min(*(last_digit(number) for number in numbers), Decimal(1))
    digits = -min(0, max(needed, finest).adjusted())

    def said(item: Observation) -> str:
        # A bound is no more exact than it was said: over 50, not over 50.0.
        decimals = None if is_bound(item) else digits
        return qualified(words.numbers.amount_beside(item.value, unit, largest, decimals), item.qualifier, words)

    return tuple(said(item) for item in found.observations)


def bracket(
    dataset: Dataset, found: Disagreement, along: float, words: Words, *, horizontal: bool = False, named: bool = False
) -> Bracket:
    """Return the bracket from the lowest to the highest number; `named` says whose number it is."""
    return Bracket(along, found.low, found.high, bracket_details(dataset, found, words, named=named), horizontal)


def bracket_details(dataset: Dataset, found: Disagreement, words: Words, *, named: bool = False) -> Details:
    """Return what a bracket reads out: every number with its source.

    It leads to the last source: in a ranking that number has no other mark.
    """
    first = found.observations[0]
    lines = [dataset.subjects[first.subject].name.text(words.language)] if named else []
    lines.append(words.text("Sources differ, {period}:", period=words.period(first.period.label)))
    lines += _in_full(dataset, found.observations, words)
    return Details("\n".join(lines), found.observations[-1].source)


def bracket_legend(marks: Collection[Mark], words: Words) -> tuple[LegendEntry, ...]:
    """Return the entry of the legend that says what a bracket is, where there is one."""
    shown = any(isinstance(mark, Bracket) for mark in marks)
    return (LegendEntry(Symbol.BRACKET, words.text("sources differ")),) if shown else ()


def disagreement_notes(
    dataset: Dataset, found: Iterable[Disagreement], axis: ValueAxis, words: Words, *, named: bool = False
) -> tuple[str, ...]:
    """Return `2018: 1.6 by X, 1.68 by Y; difference: 0.08 (5.0 %).` for the widest; how many more there are is counted.

    `named` says whose number it is, where figures of several subjects stand together.
    """
    every = list(found)
    widest = sorted(every, key=lambda each: each.width, reverse=True)[:_MOST_NOTES]
    notes = [_note(dataset, each, axis, words, named=named) for each in every if each in widest]
    if len(every) > _MOST_NOTES:
        rest = len(every) - _MOST_NOTES
        notes.append(words.plural("Sources differ on {n} more figure.", "Sources differ on {n} more figures.", rest))
    return tuple(notes)


def _note(dataset: Dataset, found: Disagreement, axis: ValueAxis, words: Words, *, named: bool) -> str:
    first = found.observations[0]
    head = [dataset.subjects[first.subject].name.text(words.language)] if named else []
    head.append(words.period(first.period.label))
    if first.status is not Status.ACTUAL:
        head.append(status_text(first.status, words))
    if first.scope is not None:
        head.append(first.scope.text(words.language))
    values = words.enumeration(_values(dataset, found.observations, axis, words))
    number = words.details(head)
    if isinstance(found.distance, NoDistance):
        return words.say(Message(_NOT_COMPUTED[found.distance].template, (("number", number), ("values", values))))
    distance = distance_text(dataset, found, words)
    return words.text("{number}: {values}; difference: {distance}.", number=number, values=values, distance=distance)


def _values(dataset: Dataset, items: Sequence[Observation], axis: ValueAxis, words: Words) -> list[str]:
    return [
        _said_by(
            shown_number(item, [each for each in items if each.value != item.value], axis, words),
            publisher_text(dataset, item, words),
            words,
        )
        for item in items
    ]


def _in_full(dataset: Dataset, items: Iterable[Observation], words: Words) -> list[str]:
    return [
        _said_by(
            full_value_text(dataset, item, words), citation(dataset, dataset.source_by_id[item.source], words), words
        )
        for item in items
    ]


def _said_by(value: str, source: str, words: Words) -> str:
    return words.text("{value} by {source}", value=value, source=source)


# -- in a table or on a card ------------------------------------------------------------------------------------


def told_apart(dataset: Dataset, item: Observation, told: Iterable[Observation], words: Words) -> str:
    """Return a value shortened, or in full where one that was told differently would read the same."""
    values = {(each.value, each.qualifier): value_text(dataset, each, words) for each in (item, *told)}
    alike = len(set(values.values())) < len(values)
    return full_value_text(dataset, item, words) if alike else value_text(dataset, item, words)


def others_text(dataset: Dataset, others: Iterable[Observation], words: Words) -> str:
    """Return what other sources say of a number, each by its name."""
    return words.text("Sources differ: {others}", others=words.clauses(_in_full(dataset, others, words)))


def differing(shown: str, others: object) -> str:
    """Return a number in words with the sign that sources differ on it, where there are others."""
    return f"≠{NO_BREAK_SPACE}{shown}" if others else shown


def signs_text(words: Words, *, noted: bool, differ: bool) -> str:
    """Return what the signs beside the numbers of a table mean, as far as they are there."""
    signs = [words.text("* has a note")] if noted else []
    if differ:
        signs.append(words.text("≠ sources differ"))
    return words.enumeration(signs)
