"""The figures of a page as tables: every one with its status, source and note, and by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from heartland_gui.charts.disagreements import others_text
from heartland_gui.charts.joins import Join, joins_of, main_course
from heartland_gui.decimals import last_digit, written
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreements, disagreements_in
from heartland_gui.model.entities import Localized, Ref, SubjectKind, ref_of
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.pages.companies import NOTHING
from heartland_gui.pages.copying import figure_parts, value_parts
from heartland_gui.pages.page import Cell, FigureTable, LateRows, Row
from heartland_gui.pages.sources import figure_tip
from heartland_gui.text import Words
from heartland_gui.text.numbers import Magnitude
from heartland_gui.wording import citation, exact_value_text, figure_name, listed_name, qualified, status_text

_MANY_FIGURES: Final = 20
_MANY_YEARS: Final = 5
"""From so many figures or years on they are read better by year."""
_MOST_YEARS: Final = 8
_FEW_PARTS: Final = 2
_SHARES: Final = (150, 110, 150, 90, 170, 190)
_KEPT: Final = (0, 2, 4)
"""What is measured, the value and the source."""
_SHARES_OF_SOURCE: Final = (150, 170, 100, 150, 90, 200)
_KEPT_OF_SOURCE: Final = (0, 1, 3)
"""The subject, what is measured and the value."""

_Line = tuple[str, Localized | None]
"""What a row of the table by year is of: an indicator, and the part that it covers."""


@dataclass(frozen=True, slots=True)
class FiguresBlock:
    """The figures of a page: all of them and, where there are many, those of the newest years."""

    title: str
    every: FigureTable
    by_year: FigureTable | None = None


def figures_block(dataset: Dataset, ref: Ref, figures: Sequence[Observation], words: Words) -> FiguresBlock:
    """Return the figures of a page; `figures` are in the order in which they are to be read."""
    differing = _differing(dataset, ref) if figures else Disagreements(())
    rows = LateRows(len(figures), lambda number: _row(dataset, ref, figures[number], differing, words))
    shares, kept = (_SHARES_OF_SOURCE, _KEPT_OF_SOURCE) if ref.kind is SubjectKind.SOURCE else (_SHARES, _KEPT)
    every = FigureTable(words.text("Figures"), _headings(ref, words), rows, shares=shares, kept=kept)
    years = {item.period.year for item in figures if item.period.frequency is Frequency.YEAR}
    many = bool(years) and (len(figures) >= _MANY_FIGURES or len(years) >= _MANY_YEARS)
    by_year = many and ref.kind not in (SubjectKind.SOURCE, SubjectKind.INDICATOR)
    title = words.text("Newest figures") if ref.kind is SubjectKind.INDICATOR else words.text("Figures")
    return FiguresBlock(title, every, _ByYear(dataset, figures, years, words).table() if by_year else None)


def _differing(dataset: Dataset, ref: Ref) -> Disagreements:
    if ref.kind is SubjectKind.INDICATOR:
        return disagreements_in(dataset, None, ref.id)
    return disagreements_in(dataset, None if ref.kind is SubjectKind.SOURCE else ref.id)


# -- all figures ------------------------------------------------------------------------------------------------


def _headings(ref: Ref, words: Words) -> tuple[str, ...]:
    common = (words.text("Figure"), words.text("Period"), words.text("Value"), words.text("Status"))
    if ref.kind is SubjectKind.SOURCE:
        return (words.text("Subject"), *common, words.text("Note"))
    if ref.kind is SubjectKind.INDICATOR:
        common = (words.text("Subject"), *common[1:])
    return (*common, words.text("Source"), words.text("Note"))


def _row(dataset: Dataset, ref: Ref, figure: Observation, differing: Disagreements, words: Words) -> Row:
    name = figure_name(dataset, figure, words)
    note = figure.note.text(words.language) if figure.note else ""
    status = status_text(figure.status, words)
    about = Ref(SubjectKind.INDICATOR, figure.indicator)
    subject = dataset.subjects[figure.subject]
    subject_name = listed_name(dataset, subject, words)
    scope = figure.scope.text(words.language) if figure.scope else ""
    of_subject = Cell(subject_name, subject_name, ref=ref_of(subject), beneath=scope)
    cells = (
        of_subject if ref.kind is SubjectKind.INDICATOR else Cell(name, name, ref=about, quiet=True),
        Cell(words.period(figure.period.label), figure.period.last.toordinal(), faint=True),
        _value(dataset, figure, differing, words),
        Cell(status, tuple(Status).index(figure.status), lead=figure.status, faint=True),
    )
    noted = Cell(note, note, faint=True)
    if ref.kind is SubjectKind.SOURCE:
        # On a source's page the source is the page itself.
        return (replace(of_subject, beneath=""), *cells, noted)
    source = dataset.source_by_id[figure.source]
    cited = citation(dataset, source, words)
    cited_in = Cell(cited, cited, tip=source.title.text(words.language), ref=ref_of(source), figure=figure)
    return (*cells, cited_in, noted)


def _value(dataset: Dataset, figure: Observation, differing: Disagreements, words: Words) -> Cell:
    tip, others = figure_tip(dataset, figure, words), differing.others(figure)
    if others:
        tip += "\n" + others_text(dataset, others, words)
    return Cell(
        exact_value_text(dataset, figure, words),
        figure.value,
        tip=tip,
        number=True,
        strong=True,
        beneath=words.text("sources differ") if others else "",
        warned=bool(others),
        # The name, the period and the status have columns of their own.
        parts=figure_parts(dataset, figure, words)[1:5],
        figure=figure,
    )


# -- by year ----------------------------------------------------------------------------------------------------


class _ByYear:
    """Makes a row for each indicator and a column for each of the newest years, and one for what is newer."""

    def __init__(self, dataset: Dataset, figures: Sequence[Observation], years: set[int], words: Words) -> None:
        self._dataset, self._words = dataset, words
        self._years = sorted(years)[-_MOST_YEARS:]
        lines: defaultdict[_Line, list[Observation]] = defaultdict(list)
        for item in figures:
            lines[item.indicator, item.scope].append(item)
        self._lines = [items for items in lines.values() if self._has_years(items) or self._part(items)]
        self._parts = sorted({part.period.order for items in self._lines if (part := self._part(items))})

    def _has_years(self, items: Sequence[Observation]) -> bool:
        """Whether there are figures of the years that are shown."""
        return any(item.period.frequency is Frequency.YEAR and item.period.year in self._years for item in items)

    def _of_years(self, items: Sequence[Observation]) -> dict[int, Observation]:
        """Return the figures of the years that are shown."""
        years = [item for item in items if item.period.frequency is Frequency.YEAR]
        return {item.period.year: item for item in _courses(self._dataset, years) if item.period.year in self._years}

    def _part(self, items: Sequence[Observation]) -> Observation | None:
        """Return the newest figure of a part of one year, of the last year that is shown or of a later one."""
        others = [item for item in items if item.period.frequency is not Frequency.YEAR]
        parts = [item for item in others if item.period.first.year == item.period.last.year]
        newest = [item for item in parts if item.period.year >= self._years[-1]]
        return max(newest, key=lambda item: item.period.order, default=None)

    def table(self) -> FigureTable:
        """Return the table."""
        words = self._words
        headings = [words.text("Figure"), *(words.period(f"{year:04d}") for year in self._years)]
        if self._parts:
            headings.append(self._heading_of_parts())
        rows = LateRows(len(self._lines), lambda number: self._row(self._lines[number]))
        return FigureTable(words.text("By year"), tuple(headings), rows, sortable=False)

    def _heading_of_parts(self) -> str:
        labels = {part.period.label for items in self._lines if (part := self._part(items))}
        if not self._is_dated:
            return self._words.text(" or ").join(self._words.period(label) for label in sorted(labels))
        return self._words.text("Part of a year")

    @property
    def _is_dated(self) -> bool:
        """Whether each part of a year says itself which it is: there are too many for one heading."""
        return len(self._parts) > _FEW_PARTS

    def _row(self, items: Sequence[Observation]) -> Row:
        of_years, part, words = self._of_years(items), self._part(items), self._words
        found = [*of_years.values(), *([part] if part is not None else [])]
        unit = self._dataset.unit_of(items[0].indicator)
        largest = max(abs(item.value) for item in found)
        magnitude = words.magnitude(largest, unit)
        scale = _Scale(magnitude, _digits(largest / magnitude.divisor))
        broken = self._broken([*of_years.values()])
        name = figure_name(self._dataset, items[0], words)
        behind = words.amount(largest, unit).partition(words.numbers.digits(largest, unit))[2].strip()
        changed = words.text("new definition")
        cells = [self._cell(of_years.get(year), scale, changed if year in broken else "") for year in self._years]
        if self._parts:
            dated = words.period(part.period.label) if part is not None and self._is_dated else ""
            cells.append(self._cell(part, scale, dated))
        # The unit behind the name is that of the numbers on the screen; those that are copied are in the base unit.
        copied = ((words.text("Figure"), name), (words.text("Unit"), unit.name.text(words.language)))
        about = Ref(SubjectKind.INDICATOR, items[0].indicator)
        return Cell(name, name, after=behind, parts=copied, ref=about, quiet=True), *cells

    def _broken(self, figures: Sequence[Observation]) -> set[int]:
        """Return the years from which on another definition holds than in the shown year before."""
        course = sorted((item for item in figures if item.status in DONE), key=lambda item: item.period.order)
        joins = joins_of(self._dataset, course)
        return {item.period.year for item, join in zip(course[1:], joins, strict=True) if join is Join.BREAK}

    def _cell(self, item: Observation | None, scale: _Scale, beneath: str) -> Cell:
        if item is None:
            return Cell(NOTHING, "", number=True, faint=True)
        words = self._words
        text = qualified(words.scaled(item.value, scale.magnitude, scale.decimals(item)), item.qualifier, words)
        lead = None if item.status is Status.ACTUAL else item.status
        # A mark is not read out; what goes to the clipboard are the parts.
        told = [text, *([status_text(lead, words)] if lead else []), *([beneath] if beneath else [])]
        return Cell(
            text,
            item.value,
            tip=figure_tip(self._dataset, item, words),
            number=True,
            lead=lead,
            beneath=beneath,
            copied=words.details(told),
            parts=value_parts(item, words, words.period(item.period.label)),
            figure=item,
        )


def _courses(dataset: Dataset, items: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return one figure a year: what is done goes before what is hoped for, and that before what is designed."""
    by_status = [[item for item in items if item.status is status] for status in reversed(Status)]
    return tuple(item for each in by_status for item in main_course(dataset, each))


@dataclass(frozen=True, slots=True)
class _Scale:
    """How the numbers of a row are shortened: all by one step, and each with so many `digits` behind the point."""

    magnitude: Magnitude
    digits: int

    def decimals(self, item: Observation) -> int:
        """Return how many decimals a figure is shown with: no more than its source gives, and enough to be told by."""
        number = written(item.value) / written(self.magnitude.divisor)
        given = -min(0, last_digit(number).adjusted())
        return min(given, max(self.digits, _LEAST_DIGITS - 1 - number.adjusted() if number else 0))


_LEAST_DIGITS: Final = 2
"""A small number of a row of large ones keeps so many of its digits."""


def _digits(largest: float) -> int:
    """Return how many decimals the numbers of a row have at most: three digits of the largest."""
    return 2 if largest < 10 else 1 if largest < 1000 else 0
