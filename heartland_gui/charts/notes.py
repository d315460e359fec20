"""What is said below a chart: the notes of its figures, and what its reader must know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from heartland_gui.charts.disagreements import disagreement_notes
from heartland_gui.charts.furniture import listed_names
from heartland_gui.charts.joins import Interruption, interruptions, joined_frequencies
from heartland_gui.charts.spec import Panel, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreements
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.model.period import parse_period
from heartland_gui.model.queries import series_of, short_name
from heartland_gui.text import Words
from heartland_gui.wording import publisher_text, status_text, value_text

_MOST_NOTES: Final = 4
"""Up to this many different notes are printed in full."""


def note_text(item: Observation, words: Words) -> str:
    """Return the note of a figure, empty where it has none."""
    return item.note.text(words.language) if item.note else ""


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
            others = [other for other in by_head[head(item)] if id(other) not in same]
            heads.append(words.details([head(item), *_apart(dataset, item, others, words)]))
        who = words.text("All figures") if are_all else listed_names(list(dict.fromkeys(heads)), words)
        found.append(words.text("{name}: {text}", name=who, text=text))
    return tuple(found)


def _apart(dataset: Dataset, item: Observation, others: Sequence[Observation], words: Words) -> tuple[str, ...]:
    """Return as few words as tell a figure from others: its value, then its source, its status, its scope."""

    def known(each: Observation) -> tuple[str, ...]:
        scope = (each.scope.text(words.language),) if each.scope else ()
        by = words.text("by {source}", source=publisher_text(dataset, each, words))
        return value_text(dataset, each, words), by, status_text(each.status, words), *scope

    own, rest = known(item), [known(each) for each in others]
    count = 0
    while count < len(own) and any(other[:count] == own[:count] for other in rest):
        count += 1
    return own[:count]


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
        found.append(words.text("Definition changed before {periods}: the line breaks there.", periods=listed))
    found += _interruptions(dataset, ordered, words)
    found += _gaps(ordered, words)
    # A footer has few lines: what the sources say is long, and stands at the marks as well.
    found += disagreement_notes(dataset, Disagreements(ordered), axes[0], words)
    found += notes_by_period(dataset, ordered, words)
    return tuple(found)


def cut_axes(panels: Sequence[Panel], words: Words) -> tuple[str, ...]:
    """Return the remark that axes do not start at zero, where that is so."""
    axes = [panel.y for panel in panels if isinstance(panel.y, ValueAxis)]
    if any(axis.is_cut for axis in axes):
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
        told.append(words.text("The scope changes before {periods}: no line leads across.", periods=periods))
    if found.get(Interruption.ESTIMATE):
        told.append(words.text("Lines do not join estimates."))
    return tuple(told)


def _unjoined(dataset: Dataset, ordered: Sequence[Observation]) -> dict[Interruption, list[str]]:
    subject, indicator = ordered[0].subject, dataset.indicator_by_id[ordered[0].indicator]
    return interruptions(dataset, series_of(dataset, subject, indicator.id), ordered, joined_frequencies(indicator))


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
        return (words.plural("{n} year has no actual figure.", "{n} years have no actual figure.", years),)
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
