"""How much the dataset knows: how many figures of each year, and how old the newest source is."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from heartland_gui.charts.furniture import NoChartError, cited_sources, edition_line
from heartland_gui.charts.spec import (
    AxisRow,
    Chart,
    Details,
    Label,
    LegendEntry,
    Panel,
    Question,
    RowAxis,
    Symbol,
    Tile,
    TimeAxis,
)
from heartland_gui.charts.tables import coverage_table, newest_source
from heartland_gui.charts.weights import COVERAGE
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, Subject, SubjectKind, ref_of
from heartland_gui.model.observations import Observation
from heartland_gui.model.queries import companies_of, observations_of, short_name
from heartland_gui.text import Words, message
from heartland_gui.wording import citation, listed_name

KIND: Final = "coverage"
NAME: Final = message("Coverage")

_MOST_YEARS: Final = 20
_MOST_COMPANIES: Final = 20
_LIMITS: Final = (2, 5, 10, 20)
"""Where the classes of shade begin, after the first; the same on every page, so that pages can be compared."""


@dataclass(frozen=True)
class _Counted:
    """The figures that a row counts: a subject's own and, on the region's page, those of a pillar's companies."""

    subject: Subject
    figures: tuple[Observation, ...]

    @cached_property
    def by_year(self) -> Counter[int]:
        """How many figures there are of each year; a span belongs to the year in which it ends."""
        return Counter(item.period.year for item in self.figures)


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return the one question about the region or a pillar with any figure; all other charts are more informative."""
    if subject != dataset.region_ref and subject.kind is not SubjectKind.PILLAR:
        return ()
    known = any(row.figures for row in _rows(dataset, subject))
    return ((COVERAGE.of(), Question(KIND, subject)),) if known else ()


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why nothing is counted."""
    if subject != dataset.region_ref and subject.kind is not SubjectKind.PILLAR:
        return words.text("Coverage is shown for the region and for pillars only.")
    return words.text("There are no figures here.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return how many figures of each year the dataset holds. Raises NoChartError where there are none."""
    if not questions(dataset, question.subject):
        raise NoChartError(reason(dataset, question.subject, words))
    rows = _rows(dataset, question.subject)
    shown = rows[: 1 + _MOST_COMPANIES] if question.subject.kind is SubjectKind.PILLAR else rows
    years = sum((row.by_year for row in rows), Counter())
    first, last = _window(years)
    axis = RowAxis(
        tuple(_row(dataset, row, question.subject, words) for row in shown), trailing=words.text("newest source")
    )
    counts = [row.by_year[year] for row in shown for year in range(first, last + 1)]
    counted = [item for row in rows for item in row.figures]
    return Chart(
        question=question,
        subject=short_name(dataset.entity(question.subject), words.language),
        title=words.text("Figures in this dataset, {years}", years=words.years(first, last)),
        subtitle=_subtitle(dataset, question.subject, words),
        x=TimeAxis(float(first), last + 1.0, 1.0),
        panels=(Panel(axis, _tiles(dataset, shown, range(first, last + 1), words)),),
        words=words,
        legend=_legend(counts, words),
        notes=_notes(dataset, question.subject, rows, (first, last), words),
        sources=cited_sources(dataset, (item.source for item in counted), words),
        edition=edition_line(dataset, words),
        sentence=_sentence(dataset, question.subject, rows, words),
        table=coverage_table(dataset, [(row.subject, row.figures) for row in rows], words),
    )


def _rows(dataset: Dataset, subject: Ref) -> tuple[_Counted, ...]:
    """Return the rows of a page: the region and its pillars, or a pillar and its companies, the best known first."""
    first = _Counted(dataset.subjects[subject.id], observations_of(dataset, subject.id))
    if subject == dataset.region_ref:
        return (first, *(_Counted(pillar, _of_pillar(dataset, pillar)) for pillar in dataset.pillars))
    members = [
        _Counted(company, observations_of(dataset, company.id))
        for company in companies_of(dataset, subject)
        if observations_of(dataset, company.id)
    ]
    return (first, *sorted(members, key=lambda row: (-len(row.figures), row.subject.id)))


def _of_pillar(dataset: Dataset, pillar: Subject) -> tuple[Observation, ...]:
    members = companies_of(dataset, ref_of(pillar))
    return tuple(item for subject in (pillar, *members) for item in observations_of(dataset, subject.id))


def _window(years: Counter[int]) -> tuple[int, int]:
    """Return the stretch of at most 20 years that holds the most figures, the latest of several.

    A single plan for a far year does not push what is known of the present out of the chart.
    """
    held = {year: sum(years[each] for each in range(year, year + _MOST_YEARS)) for year in years}
    first = max(held, key=lambda year: (held[year], year))
    return first, max(year for year in years if year < first + _MOST_YEARS)


def _row(dataset: Dataset, row: _Counted, page: Ref, words: Words) -> AxisRow:
    name, trailing = listed_name(dataset, row.subject, words), ""
    if row.figures:
        published = newest_source(dataset, row.figures).date
        trailing = words.period(published.label) if published else words.text("no date")
    return AxisRow(name, ref_of(row.subject), row.subject.id == page.id, trailing)


def _tiles(dataset: Dataset, rows: Sequence[_Counted], years: range, words: Words) -> tuple[Tile, ...]:
    return tuple(_tile(dataset, number, row, year, words) for number, row in enumerate(rows) for year in years)


def _tile(dataset: Dataset, number: int, row: _Counted, year: int, words: Words) -> Tile:
    count = row.by_year[year]
    name, period = row.subject.name.text(words.language), words.period(f"{year:04d}")
    text = words.plural("{n} figure, {period}, computed", "{n} figures, {period}, computed", count, period=period)
    if count:
        source = newest_source(dataset, [item for item in row.figures if item.period.year == year])
        text = words.text("{figures}\nnewest source: {source}", figures=text, source=citation(dataset, source, words))
    return Tile(
        row=number,
        first=float(year),
        last=year + 1.0,
        shade=bisect_right(_LIMITS, count) if count else None,
        details=Details(f"{name}\n{text}", subject=ref_of(row.subject)),
        label=Label(words.number(count) if count else ""),
    )


def _subtitle(dataset: Dataset, subject: Ref, words: Words) -> str:
    if subject == dataset.region_ref:
        return words.text(
            "number of figures for each year: the region's own, and those of each pillar and its companies"
        )
    return words.text("number of figures for each year: the pillar's own, and those of its companies")


def _legend(counts: Sequence[int], words: Words) -> tuple[LegendEntry, ...]:
    """Return the classes up to the highest that is there."""
    highest = max(bisect_right(_LIMITS, count) for count in counts)
    lows = (1, *_LIMITS)
    found = []
    for shade, low in enumerate(lows[: highest + 1]):
        if shade == len(_LIMITS):
            label = words.text("{limit} and more", limit=low)
        else:
            high = lows[shade + 1] - 1
            label = words.number(low) if low == high else words.text("{low} to {high}", low=low, high=high)
        found.append(LegendEntry(Symbol.SHADE, label, fill=shade))
    return tuple(found)


def _notes(
    dataset: Dataset, subject: Ref, rows: Sequence[_Counted], years: tuple[int, int], words: Words
) -> tuple[str, ...]:
    found = [words.text("Computed from this dataset. A span counts in the year in which it ends.")]
    figures = [item.period.year for row in rows for item in row.figures]
    earlier = sum(year < years[0] for year in figures)
    later = sum(year > years[1] for year in figures)
    if earlier:
        found.append(words.plural("{n} figure is of earlier years.", "{n} figures are of earlier years.", earlier))
    if later:
        found.append(words.plural("{n} figure is of later years.", "{n} figures are of later years.", later))
    if subject == dataset.region_ref:
        if any(len(company.pillars) > 1 for company in dataset.companies):
            found.append(words.text("A company in several pillars counts in each."))
    elif len(rows) > 1 + _MOST_COMPANIES:
        found.append(
            words.text("Shown are the {n} of {all} companies with most figures.", n=_MOST_COMPANIES, all=len(rows) - 1)
        )
    return tuple(found)


def _sentence(dataset: Dataset, subject: Ref, rows: Sequence[_Counted], words: Words) -> str:
    # A company of several pillars stands in several rows.
    figures = {id(item): item for row in rows for item in row.figures}
    years = Counter(item.period.year for item in figures.values())
    most, count = max(years.items(), key=lambda item: (item[1], item[0]))
    return words.plural(
        "{n} figure for {subject}, {years}.",
        "{n} figures for {subject}, {years}; the most, {count}, are for {most}.",
        len(figures),
        subject=short_name(dataset.entity(subject), words.language),
        years=words.years(min(years), max(years)),
        count=count,
        most=words.period(f"{most:04d}"),
    )
