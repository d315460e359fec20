"""What the reader of a chart over time must know: the remarks below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from heartland_gui.charts.axes import ValueAxis
from heartland_gui.charts.disputes import dispute_notes, disputes
from heartland_gui.charts.footnotes import notes_by_period
from heartland_gui.charts.frame import listed_names
from heartland_gui.charts.joining import Interruption, interruptions, joined_frequencies
from heartland_gui.charts.spec import Panel
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.facts import DONE, Observation
from heartland_gui.model.period import parse_period
from heartland_gui.model.queries import series_of
from heartland_gui.text import Words

_MOST_GAPS: Final = 4
_MOST_CHANGES: Final = 3


def remarks(dataset: Dataset, ordered: Sequence[Observation], panels: Sequence[Panel], words: Words) -> tuple[str, ...]:
    """Return what the reader of a chart must know.

    A cut axis, zeros, changed definitions and what else breaks lines, gaps, where sources differ, notes of figures.
    `ordered` are the figures of the chart, all of one subject and indicator, in order of time.
    """
    axes = [panel.y for panel in panels if isinstance(panel.y, ValueAxis)]
    found = [*cut_axes(panels, words)]
    zeros = [words.period(item.period.label) for item in ordered if item.value == 0]
    if zeros:
        found.append(words.text("Zero in {periods}.", periods=words.listing(zeros)))
    breaks = broken_at(dataset, ordered, words)
    if breaks:
        listed = words.listing(breaks)
        found.append(words.text("Definition changed before {periods}: lines are broken there.", periods=listed))
    found += _interruptions(dataset, ordered, words)
    found += _gaps(ordered, words)
    # A footer has few lines: what the sources say is long, and stands at the marks as well.
    found += dispute_notes(dataset, disputes(ordered), axes[0], words)
    found += notes_by_period(dataset, ordered, words)
    return tuple(found)


def cut_axes(panels: Sequence[Panel], words: Words) -> tuple[str, ...]:
    """Return the remark that axes do not start at zero, where that is so."""
    axes = [panel.y for panel in panels if isinstance(panel.y, ValueAxis)]
    if any(not axis.logarithmic and (axis.low > 0 or axis.high < 0) for axis in axes):
        return (words.text("The axis does not start at zero."),)
    return ()


def broken_at(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> list[str]:
    """Return the periods, in words, before which the definition changed between the first and the last figure.

    `ordered` are figures of one subject and indicator, in order of time.
    """
    first, last = ordered[0].period.last, ordered[-1].period.last
    series = series_of(dataset, ordered[0].subject, ordered[0].indicator)
    labels = {label for one in series for label in one.break_before if first < parse_period(label).first <= last}
    return [words.period(label) for label in sorted(labels)]


def broken_courses(
    dataset: Dataset, courses: Sequence[tuple[str, Sequence[Observation]]], words: Words
) -> tuple[str, ...]:
    """Return where definitions changed in named courses, each of one subject and indicator and in order of time."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for name, figures in courses:
        broken = broken_at(dataset, figures, words)
        if broken:
            named[words.listing(broken)].append(name)
    found = []
    for periods, names in named.items():
        # Translators: in place of names, for everyone or everything in the chart.
        who = words.text("all") if len(names) == len(courses) > 1 else listed_names(names, words)
        found.append(words.text("Definition changed before {periods}: {names}.", periods=periods, names=who))
    return tuple(found)


def figures_left_out(count: int, words: Words) -> tuple[str, ...]:
    """Return how many figures cannot stand beside those of whole years and whole subjects."""
    if not count:
        return ()
    return (
        words.plural(
            "Left out: {n} figure of a part, of less than a year, or of a capacity.",
            "Left out: {n} figures of a part, of less than a year, or of a capacity.",
            count,
        ),
    )


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


def _interruptions(dataset: Dataset, ordered: Sequence[Observation], words: Words) -> tuple[str, ...]:
    """Return why lines are interrupted where the definition stays the same."""
    found = _unjoined(dataset, ordered)
    told = []
    changes = found.get(Interruption.SOURCE, [])
    if len(changes) > _MOST_CHANGES:
        told.append(words.text("Lines join consecutive years of one source."))
    elif changes:
        periods = _listed_periods(changes, words)
        told.append(words.text("The source changes before {periods}: no line leads across.", periods=periods))
    if found.get(Interruption.SCOPE):
        periods = _listed_periods(found[Interruption.SCOPE], words)
        told.append(words.text("What is covered changes before {periods}: no line leads across.", periods=periods))
    if found.get(Interruption.ESTIMATE):
        told.append(words.text("Lines do not join estimates."))
    return tuple(told)


def _unjoined(dataset: Dataset, ordered: Sequence[Observation]) -> dict[Interruption, list[str]]:
    subject, indicator = ordered[0].subject, dataset.indicator_by_id[ordered[0].indicator]
    return interruptions(series_of(dataset, subject, indicator.id), ordered, joined_frequencies(indicator))


def joining_rule(dataset: Dataset, courses: Iterable[Sequence[Observation]], words: Words) -> tuple[str, ...]:
    """Return what lines join, where one of several courses has figures that are not joined."""
    found: set[Interruption] = set()
    gap = False
    for course in courses:
        found |= set(_unjoined(dataset, course))
        years = sorted({item.period.year for item in course if item.status in DONE})
        gap = gap or any(after - before > 1 for before, after in pairwise(years))
    told = []
    if gap or Interruption.SOURCE in found:
        told.append(words.text("Lines join consecutive years of one source."))
    if Interruption.ESTIMATE in found:
        told.append(words.text("Lines do not join estimates."))
    return tuple(told)


def _listed_periods(labels: Sequence[str], words: Words) -> str:
    return words.listing([words.period(label) for label in labels])


def _gaps(ordered: Sequence[Observation], words: Words) -> tuple[str, ...]:
    """Return the remark on years between the first and the last of what is done of which no figure says anything."""
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


def listed_years(years: Iterable[int], words: Words) -> str:
    """Return years as a listing in which those that follow each other are one span."""
    spans: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if spans and spans[-1][1] == year - 1:
            spans[-1] = (spans[-1][0], year)
        else:
            spans.append((year, year))
    return words.listing([words.years(first, last) for first, last in spans])
