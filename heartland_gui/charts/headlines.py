"""What a chart over time tells in one sentence: how a course began and ended, and what is hoped for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from heartland_gui.charts.notes import broken_at
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreements
from heartland_gui.model.entities import Indicator, Localized
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import short_name
from heartland_gui.text import Words
from heartland_gui.wording import publisher_text, status_text, value_text

_MOST_HOPES: Final = 6
_MOST_OTHERS: Final = 3

_Basis = tuple[Localized | None, object]
"""What figures of one course share: what they cover, and how long a stretch of time; None is the whole, and a year."""


def course(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> str:
    """Return what a chart over time shows: the first and the last value, hopes, plans and designs.

    `ordered` are the figures of the chart, all of one subject and indicator, in order of time.
    """
    subject = short_name(dataset.subjects[ordered[0].subject], words.language)
    indicator = dataset.indicator_by_id[ordered[0].indicator]
    told = words.text(
        "{indicator} of {subject}: {figures}.",
        indicator=indicator.name.text(words.language),
        subject=subject,
        figures=words.listing(list(figure_texts(dataset, ordered, words))),
    )
    first, *others = _courses(ordered, indicator) or [[]]
    sentences = [told]
    if len(first) > 1:
        breaks = broken_at(dataset, [first[0], first[-1]], words)
        if breaks:
            sentences.append(words.text("Definition changed before {periods}.", periods=words.listing(breaks)))
    if others:
        apart = [figure_text(dataset, each[-1], words) for each in others[:_MOST_OTHERS]]
        sentences.append(words.text("Not comparable with these: {figures}.", figures=words.listing(apart)))
    return words.sentences(sentences)


def figure_texts(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> Iterable[str]:
    """Yield the first and the last of what is done, and some of what is hoped for, planned or designed, in words.

    The first and the last cover the same; where two sources give them, or another source says otherwise, each names
    its source.
    """
    courses = _courses(ordered, dataset.indicator_by_id[ordered[0].indicator])
    done = courses[0] if courses else []
    ends = (*done[:1], *done[1:][-1:])
    sources, differing = {item.source for item in ends}, Disagreements(done)
    for item in ends:
        yield figure_text(dataset, item, words, sourced=len(sources) > 1 or differing.about(item) is not None)
    for item in [item for item in ordered if item.status not in DONE][:_MOST_HOPES]:
        yield figure_text(dataset, item, words)


def figure_text(dataset: Dataset, item: Observation, words: Words, *, sourced: bool = False) -> str:
    """Return `48 vehicles in 2019 (actual)`, with the scope of a figure and, where it is asked for, its source."""
    known = [status_text(item.status, words)]
    if item.scope is not None:
        known.append(item.scope.text(words.language))
    if sourced:
        known.append(words.text("by {source}", source=publisher_text(dataset, item, words)))
    return words.text(
        "{value} in {period} ({status})",
        value=value_text(dataset, item, words),
        period=words.period(item.period.label),
        status=words.details(known),
    )


def _courses(ordered: Sequence[Observation], indicator: Indicator) -> list[list[Observation]]:
    """Return what is done, parted by what may be compared; that of the whole and of years goes first."""
    parted: defaultdict[_Basis, list[Observation]] = defaultdict(list)
    for item in ordered:
        if item.status in DONE:
            parted[item.scope, _stretch(item, indicator)].append(item)

    def rank(basis: _Basis) -> tuple[bool, bool, bool, int]:
        scope, stretch = basis
        periods = len({item.period for item in parted[basis]})
        return periods < 2, scope is not None, stretch is not None, -periods

    return [parted[basis] for basis in sorted(parted, key=rank)]


def _stretch(item: Observation, indicator: Indicator) -> object:
    """Return which part of a year a figure is of, None for a year and for what holds at a moment."""
    period = item.period
    if period.frequency is Frequency.YEAR or not indicator.kind.is_of_period:
        return None
    return period.first.month, period.last.month, period.last.year - period.first.year
