"""Notes of figures below a chart: whose they are, printed in full where they are few, else counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from heartland_gui.charts.frame import listed_names
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.facts import Observation
from heartland_gui.model.queries import short_name
from heartland_gui.model.wording import publisher_text, status_text, value_text
from heartland_gui.text import NO_BREAK_SPACE, Words

_MOST_NOTES: Final = 4
"""Up to this many different notes are printed in full."""


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
    """Return the notes of one subject's figures, each behind the periods that it belongs to."""

    def head(item: Observation) -> str:
        return words.period(item.period.label)

    return _printed(dataset, ordered, head, words) or counted_notes(ordered, words)


def notes_by_name(
    dataset: Dataset, figures: Sequence[Observation], words: Words, name: Callable[[Observation], str] | None = None
) -> tuple[str, ...]:
    """Return the notes of figures of several subjects, whose numbers are starred, each behind the names it is of.

    `name` names the row of a figure where that is not its subject alone.
    """

    def head(item: Observation) -> str:
        return name(item) if name else short_name(dataset.subjects[item.subject], words.language)

    told = tuple(words.text("*\u00a0{note}", note=note) for note in _printed(dataset, figures, head, words))
    count = sum(item.note is not None for item in figures)
    if told or not count:
        return told
    return (words.plural("* {n} figure has a note in the data.", "* {n} figures have notes in the data.", count),)


def _printed(
    dataset: Dataset, figures: Sequence[Observation], head: Callable[[Observation], str], words: Words
) -> tuple[str, ...]:
    """Return every note once, behind the heads of its figures, or none of them where they are too many.

    A head is told apart from that of other figures which have another note or none.
    """
    noted: defaultdict[str, list[Observation]] = defaultdict(list)
    for item in figures:
        if item.note is not None:
            noted[note_text(item, words)].append(item)
    if len(noted) > _MOST_NOTES:
        return ()
    by_head: defaultdict[str, list[Observation]] = defaultdict(list)
    for item in figures:
        by_head[head(item)].append(item)
    found = []
    for text, items in noted.items():
        same, heads = {id(item) for item in items}, []
        are_all = len(items) == len(figures) > 1
        for item in () if are_all else items:
            rivals = [other for other in by_head[head(item)] if id(other) not in same]
            heads.append(words.enumeration([head(item), *_apart(dataset, item, rivals, words)]))
        who = words.text("All figures") if are_all else listed_names(list(dict.fromkeys(heads)), words)
        found.append(words.text("{name}: {text}", name=who, text=text))
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
