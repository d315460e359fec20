"""Notes of figures below a chart: whose they are, printed in full where they are few, else counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.facts import Observation
from heartland_gui.model.queries import short_name
from heartland_gui.model.wording import publisher_text, status_text, value_text
from heartland_gui.text import NO_BREAK_SPACE, Words

MOST_NOTES: Final = 4
"""Up to this many notes of figures are printed in full."""


def note_text(item: Observation, words: Words) -> str:
    """Return the note of a figure, empty where it has none."""
    return item.note.text(words.language) if item.note else ""


def starred(shown: str, item: Observation) -> str:
    """Return a number with the sign that its figure has a note, as cards have it."""
    return f"{shown}{NO_BREAK_SPACE}*" if item.note is not None else shown


def counted_notes(figures: Iterable[Observation], words: Words) -> tuple[str, ...]:
    """Return how many figures have a note that is not printed."""
    count = sum(1 for item in figures if item.note is not None)
    if not count:
        return ()
    return (words.plural("{n} figure has a note in the data.", "{n} figures have notes in the data.", count),)


def notes_by_period(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> tuple[str, ...]:
    """Return the notes of one subject's figures, each behind the period that it belongs to."""
    if sum(item.note is not None for item in ordered) > MOST_NOTES:
        return counted_notes(ordered, words)

    def head(item: Observation) -> str:
        return words.period(item.period.label)

    return _printed(dataset, ordered, head, words)


def notes_by_name(dataset: Dataset, figures: Sequence[Observation], words: Words) -> tuple[str, ...]:
    """Return the notes of figures of several subjects, whose numbers are starred, each behind its name."""
    count = sum(item.note is not None for item in figures)
    if count > MOST_NOTES:
        return (words.plural("* {n} figure has a note in the data.", "* {n} figures have notes in the data.", count),)

    def head(item: Observation) -> str:
        return short_name(dataset.subjects[item.subject], words.language)

    return tuple(words.text("* {note}", note=note) for note in _printed(dataset, figures, head, words))


def _printed(
    dataset: Dataset, figures: Sequence[Observation], head: Callable[[Observation], str], words: Words
) -> tuple[str, ...]:
    """Return every note behind the head of its figure, told apart from other figures that have the same head."""
    found = []
    for item in figures:
        if item.note is not None:
            rivals = [other for other in figures if other is not item and head(other) == head(item)]
            figure = words.enumeration([head(item), *_apart(dataset, item, rivals, words)])
            found.append(words.text("{name}: {text}", name=figure, text=note_text(item, words)))
    return tuple(found)


def _apart(dataset: Dataset, item: Observation, rivals: Sequence[Observation], words: Words) -> tuple[str, ...]:
    """Return as few words as tell a figure from others: its value, then its source, its status, its scope."""

    def known(each: Observation) -> tuple[str, ...]:
        scope = (each.scope.text(words.language),) if each.scope else ()
        by = words.text("by {source}", source=publisher_text(dataset, each, words))
        return value_text(dataset, each, words), by, status_text(each.status, words), *scope

    own, others = known(item), [known(each) for each in rivals]
    count = 0
    while count < len(own) and any(other[:count] == own[:count] for other in others):
        count += 1
    return own[:count]
