"""Sources that differ on one number: the bracket between them, and by how much they are apart in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from heartland_gui.charts.number_labels import percent_text, shown_number
from heartland_gui.charts.spec import Datum, KeyEntry, Spread, Symbol, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Words
from heartland_gui.text.decimals import difference, percentage
from heartland_gui.wording import citation, full_value_text, publisher_text, status_text

_MOST_NOTES: Final = 3

Dispute = tuple[Observation, ...]
"""Figures of one subject and indicator for the same period, status and scope, of which two differ at least."""


def disputes(observations: Sequence[Observation]) -> tuple[Dispute, ...]:
    """Return where the sources of these figures differ; the figures are all of one subject and indicator."""
    grouped: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for item in observations:
        grouped[item.period.label, item.status, item.scope].append(item)
    return tuple(tuple(items) for items in grouped.values() if len({item.value for item in items}) > 1)


def spread(dataset: Dataset, dispute: Dispute, along: float, words: Words, *, lying: bool = False) -> Spread:
    """Return the bracket from the lowest to the highest number of a dispute."""
    values = [item.value for item in dispute]
    return Spread(along, min(values), max(values), spread_datum(dataset, dispute, words), lying)


def spread_datum(dataset: Dataset, dispute: Dispute, words: Words) -> Datum:
    """Return what a bracket reads out: every number with its source.

    It leads to the last source: in a ranking that number has no other mark.
    """
    lines = [
        words.text(
            "{value} by {source}",
            value=full_value_text(dataset, item, words),
            source=citation(dataset.source_by_id[item.source], words),
        )
        for item in dispute
    ]
    head = words.text("Sources differ, {period}:", period=words.period(dispute[0].period.label))
    return Datum("\n".join((head, *lines)), dispute[-1].source)


def spread_key(words: Words) -> KeyEntry:
    """Return the entry of the key that says what a bracket is."""
    return KeyEntry(Symbol.SPREAD, words.text("sources differ"))


def dispute_notes(
    dataset: Dataset, found: Sequence[Dispute], axis: ValueAxis, words: Words, *, named: bool = False
) -> tuple[str, ...]:
    """Return `2018: 1.6 by X, 1.68 by Y; apart by 0.08 (5.0 %).` for the widest disputes; more are counted.

    `named` says whose number it is, where figures of several subjects stand together.
    """
    widest = sorted(found, key=_width, reverse=True)[:_MOST_NOTES]
    notes = [_note(dataset, dispute, axis, words, named=named) for dispute in found if dispute in widest]
    if len(found) > _MOST_NOTES:
        rest = len(found) - _MOST_NOTES
        notes.append(words.plural("Sources differ on {n} more number.", "Sources differ on {n} more numbers.", rest))
    return tuple(notes)


def _width(dispute: Dispute) -> float:
    """Return how far apart the numbers of a dispute are, as a share of the largest."""
    values = [item.value for item in dispute]
    return (max(values) - min(values)) / max(abs(value) for value in values)


def _note(dataset: Dataset, dispute: Dispute, axis: ValueAxis, words: Words, *, named: bool) -> str:
    first = dispute[0]
    head = [dataset.subjects[first.subject].name.text(words.language)] if named else []
    head.append(words.period(first.period.label))
    if first.status is not Status.ACTUAL:
        head.append(status_text(first.status, words))
    if first.scope is not None:
        head.append(first.scope.text(words.language))
    values = [
        words.text(
            "{value} by {source}",
            value=shown_number(item, dispute, axis, words),
            source=publisher_text(dataset, item, words),
        )
        for item in dispute
    ]
    return words.text(
        "{number}: {values}; apart by {distance}.",
        number=words.enumeration(head),
        values=words.enumeration(values),
        distance=_distance(dispute, axis, words),
    )


def _distance(dispute: Dispute, axis: ValueAxis, words: Words) -> str:
    """Return how far the highest number is from the lowest, also as a share of the lowest."""
    low, high = min(item.value for item in dispute), max(item.value for item in dispute)
    distance = difference(high, low)
    if axis.unit.percentage:
        return words.text("{n} percentage points", n=words.number(distance))
    # With its unit: it is much smaller than the numbers beside it.
    shown = words.amount(distance, axis.unit)
    if low <= 0:
        return shown
    return words.text("{distance} ({percent})", distance=shown, percent=percent_text(percentage(distance, low), words))
