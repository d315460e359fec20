"""What a chart of figures over time says in words: the remarks below it, and its course in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from heartland_gui.charts.axes import ValueAxis
from heartland_gui.charts.disputes import dispute_notes, disputes
from heartland_gui.charts.spec import Panel
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.facts import DONE, Observation
from heartland_gui.model.period import parse_period
from heartland_gui.model.queries import series_of, short_name
from heartland_gui.model.wording import status_text, value_text
from heartland_gui.text import Words

MOST_NOTES: Final = 4
"""Up to this many notes of figures are printed in full."""
_MOST_GAPS: Final = 4


def remarks(dataset: Dataset, ordered: Sequence[Observation], panels: Sequence[Panel], words: Words) -> tuple[str, ...]:
    """Return what the reader of a chart must know.

    Where sources differ, a cut axis, zeros, changed definitions, gaps, notes of figures. `ordered` are the figures of
    the chart, all of one subject and indicator, in order of time.
    """
    axes = [panel.y for panel in panels if isinstance(panel.y, ValueAxis)]
    found = [*dispute_notes(dataset, disputes(ordered), axes[0], words)]
    if any(not axis.logarithmic and (axis.low > 0 or axis.high < 0) for axis in axes):
        found.append(words.text("The axis does not start at zero."))
    zeros = [words.period(item.period.label) for item in ordered if item.value == 0]
    if zeros:
        found.append(words.text("Zero in {periods}.", periods=words.listing(zeros)))
    breaks = _broken_at(dataset, ordered, words)
    if breaks:
        found.append(words.text("Definition changed before {periods}: lines are broken there.", periods=breaks))
    found += _gaps(ordered, words)
    noted = [item for item in ordered if item.note is not None]
    if len(noted) <= MOST_NOTES:
        found += [
            words.text("{period}: {note}", period=words.period(item.period.label), note=note_text(item, words))
            for item in noted
        ]
    else:
        found.append(
            words.plural("{n} figure has a note in the data.", "{n} figures have notes in the data.", len(noted))
        )
    return tuple(found)


def titled_by_scale(panels: Sequence[Panel], words: Words) -> tuple[Panel, ...]:
    """Return the panels of several with their scale in the title where one of them is logarithmic.

    The decades of a logarithmic axis have magnitudes of their own, so a linear one beside it must name its own too.
    """
    axes = [panel.y for panel in panels if isinstance(panel.y, ValueAxis)]
    if len(panels) < 2 or not any(axis.logarithmic for axis in axes):
        return tuple(panels)
    titles = (
        words.text("{title} (logarithmic scale)", title=panel.title)
        if axis.logarithmic
        else words.text("{title}, {unit}", title=panel.title, unit=axis.magnitude.unit)
        for panel, axis in zip(panels, axes, strict=True)
    )
    return tuple(replace(panel, title=title) for panel, title in zip(panels, titles, strict=True))


def note_text(item: Observation, words: Words) -> str:
    """Return the note of a figure, empty where it has none."""
    return item.note.text(words.language) if item.note else ""


def course(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> str:
    """Return what a chart over time shows, in one sentence: the first and last value, hopes, plans and designs."""
    subject = short_name(dataset.subjects[ordered[0].subject], words.language)
    indicator = dataset.indicator_by_id[ordered[0].indicator].name.text(words.language)
    facts = words.listing(list(_facts(dataset, ordered, words)))
    return words.text("{indicator} of {subject}: {facts}.", indicator=indicator, subject=subject, facts=facts)


def _facts(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> Iterable[str]:
    done = [item for item in ordered if item.status in DONE]
    rest = [item for item in ordered if item.status not in DONE]
    for item in (*done[:1], *done[1:][-1:], *rest[:6]):
        yield words.text(
            "{value} in {period} ({status})",
            value=value_text(dataset, item, words),
            period=words.period(item.period.label),
            status=status_text(item.status, words),
        )


def _broken_at(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> str:
    first, last = ordered[0].period.last, ordered[-1].period.last
    series = series_of(dataset, ordered[0].subject, ordered[0].indicator)
    labels = {label for one in series for label in one.break_before if first < parse_period(label).first <= last}
    return words.listing([words.period(label) for label in sorted(labels)])


def _gaps(ordered: Sequence[Observation], words: Words) -> tuple[str, ...]:
    """Return the years between the first and the last of what is done of which no figure says anything."""
    known: set[int] = set()
    for item in ordered:
        if item.status in DONE:
            known.update(range(item.period.first.year, item.period.last.year + 1))
    gaps = [(before + 1, after - 1) for before, after in pairwise(sorted(known)) if after - before > 1]
    if not gaps:
        return ()
    if len(gaps) > _MOST_GAPS:
        years = sum(last - first + 1 for first, last in gaps)
        return (
            words.plural("{n} year is without an actual figure.", "{n} years are without an actual figure.", years),
        )
    periods = words.listing([words.years(first, last) for first, last in gaps])
    return (words.text("No actual figure for {periods}.", periods=periods),)
