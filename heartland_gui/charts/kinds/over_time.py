"""An indicator of one subject over time: what is done, expected, planned and designed, never alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from heartland_gui.charts.disagreements import bracket_legend
from heartland_gui.charts.furniture import (
    NEEDS_INDICATOR,
    NoChartError,
    cited_sources,
    colour_slot,
    details,
    edition_line,
    logarithmic_subtitle,
    status_legend,
)
from heartland_gui.charts.headlines import course, figure_text
from heartland_gui.charts.notes import remarks, titled_by_scale
from heartland_gui.charts.observation_marks import MarkFactory, stands_at_end, time_axis, unit_text, value_axis
from heartland_gui.charts.scales import can_be_logarithmic
from heartland_gui.charts.spec import (
    Chart,
    Dot,
    Label,
    LegendEntry,
    Mark,
    Panel,
    Question,
    Reference,
    Span,
    Symbol,
    TimeAxis,
    ValueAxis,
)
from heartland_gui.charts.tables import figures_table
from heartland_gui.charts.weights import OVER_TIME
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, IndicatorKind, Ref, Unit
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import headline_ids, indicators_of, observations_of, short_name
from heartland_gui.text import Words, message
from heartland_gui.wording import citation

KIND: Final = "over-time"
NAME: Final = message("Over time")

_MOST_REFERENCES: Final = 4
_MOST_LABELS: Final = 8
_MANY_PERIODS: Final = 8
_FIRST: Final = 4
"""So many headline indicators have their course shown before those of others."""
_FEW_MARKS: Final = 3
_PAIR: Final = 2


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return a weight and a question for every indicator of which the subject has two figures or more.

    Headline indicators go first, then those with more periods.
    """
    headline = headline_ids(dataset, subject.id)
    found = []
    for indicator in indicators_of(dataset, subject.id):
        observations = observations_of(dataset, subject.id, indicator.id)
        if len(observations) < 2:
            continue
        periods = len({item.period.label for item in observations})
        statuses = len({item.status for item in observations})
        rank = min(headline.index(indicator.id), _FIRST) if indicator.id in headline else _FIRST
        weight = OVER_TIME.of(
            periods, _MANY_PERIODS, headline=1 - rank / _FIRST, variety=statuses - 1, doubtful=periods == 1
        )
        found.append((weight, Question(KIND, subject, indicator.id)))
    return tuple(found)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why there is nothing to show over time."""
    if not indicators_of(dataset, subject.id):
        return words.text("There are no figures here.")
    return words.text("No indicator has two figures here.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the chart of one indicator over time.

    Raises NoChartError where the subject has no figure of the indicator.
    """
    if question.indicator is None:
        raise NoChartError(words.say(NEEDS_INDICATOR))
    observations = observations_of(dataset, question.subject.id, question.indicator)
    if not observations:
        raise NoChartError(words.text("There is no figure of this indicator here."))
    indicator = dataset.indicator_by_id[question.indicator]
    table_only = _table_only(observations, indicator)
    drawn = tuple(item for item in observations if item not in table_only)
    return _Drawing(dataset, question, indicator, drawn, words, table_only).chart()


def _table_only(observations: Sequence[Observation], indicator: Indicator) -> tuple[Observation, ...]:
    """Return what is left to the table: one part of a year beside several years is not worth a panel of its own.

    It is drawn where nothing else is done, or nothing else is hoped for.
    """
    parts = tuple(item for item in observations if not _is_of_a_year(item))
    years = [item for item in observations if _is_of_a_year(item) and item.status is not Status.CAPACITY]
    if not indicator.kind.is_of_period or len(parts) != 1 or len(years) < _PAIR:
        return ()
    alike = any((item.status in DONE) == (parts[0].status in DONE) for item in years)
    return parts if alike else ()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The making of one chart: what the steps below share. `table_only` are figures that are not drawn."""

    dataset: Dataset
    question: Question
    indicator: Indicator
    observations: tuple[Observation, ...]
    words: Words
    table_only: tuple[Observation, ...] = ()

    def chart(self) -> Chart:
        words, groups = self.words, self.panels()
        possible = any(can_be_logarithmic([item.value for item in group]) for _, group in groups)
        largest = max(abs(item.value) for item in self.observations)
        magnitude = words.magnitude(largest, self.unit)
        panels: list[Panel] = []
        for title, group in groups:
            values = [item.value for item in group]
            logarithmic = can_be_logarithmic(values) and self.question.logarithmic is True
            axis = value_axis(self.dataset, self.indicator, values, magnitude, logarithmic=logarithmic)
            marks = self.marks(group, axis)
            # A few spans below the years need little room.
            weight = 1.0 if not panels else 0.5 if len(marks) <= _FEW_MARKS else 0.75
            panels.append(Panel(axis, marks, title, weight))
        ordered = sorted((*self.observations, *self.table_only), key=lambda item: item.period.order)
        return Chart(
            question=self.question,
            subject=short_name(self.dataset.subjects[self.question.subject.id], words.language),
            title=self.title(sorted(self.observations, key=lambda item: item.period.order)),
            subtitle=self.subtitle(magnitude.unit, panels),
            x=time_axis(self.observations, panels),
            panels=titled_by_scale(panels, words),
            words=words,
            legend=self.legend(panels),
            notes=(*self.left_to_the_table(), *remarks(self.dataset, ordered, panels, words)),
            sources=cited_sources(self.dataset, (item.source for item in ordered), words),
            edition=edition_line(self.dataset, words),
            sentence=course(self.dataset, ordered, words),
            table=figures_table(self.dataset, ordered, words),
            can_be_logarithmic=possible,
        )

    @property
    def unit(self) -> Unit:
        return self.dataset.unit_by_id[self.indicator.unit]

    @property
    def time(self) -> TimeAxis:
        return time_axis(self.observations, ())

    @property
    def colour(self) -> int | None:
        return colour_slot(self.dataset, self.dataset.subjects[self.question.subject.id])

    # -- what goes where ----------------------------------------------------------------------------------------

    def panels(self) -> list[tuple[str, tuple[Observation, ...]]]:
        """Return the figures of each panel: parts of a year are never drawn as if they were years.

        The period of a capacity is when it was stated, so it is a level beside the years.
        """
        if not self.indicator.kind.is_of_period:
            return [("", self.observations)]
        years = tuple(item for item in self.observations if _is_of_a_year(item))
        parts = tuple(item for item in self.observations if not _is_of_a_year(item))
        # A year and a part of one, both labelled and both as long as they last, are read best beside each other.
        if not parts or len(self.observations) == _PAIR or all(item.status is Status.CAPACITY for item in years):
            return [("", self.observations)]
        return [(self.words.text("Years"), years), (self.words.text("Parts of years and spans"), parts)]

    def marks(self, group: tuple[Observation, ...], axis: ValueAxis) -> tuple[Mark, ...]:
        references = self.references(group)
        drawn = [item for item in group if item not in references]
        at_end = stands_at_end(self.indicator, self.observations)
        mixed = any(not _is_of_a_year(item) for item in group) and self.indicator.kind.is_of_period
        factory = MarkFactory(
            self.dataset, self.indicator, self.observations, self.words, self.colour, at_end, as_spans=mixed
        )
        labelled = factory.readable(self.labelled(factory, drawn, axis), drawn, axis)
        marks: list[Mark] = [self.reference(item, references, factory, axis) for item in references]
        marks += factory.lines(drawn)
        # Levels have no place in time: their bracket stands at the right end.
        marks += factory.brackets(group, lambda item: self.time.high if item in references else factory.x(item))
        for item in drawn:
            weight = labelled.get(id(item), 0)
            label = factory.label(item, axis) if weight else None
            marks.append(factory.mark(item, label, weight))
        return tuple(marks)

    @staticmethod
    def references(group: Sequence[Observation]) -> list[Observation]:
        """Return the designed capacities that are drawn as levels: a few, beside something to compare them with."""
        capacities = [item for item in group if item.status is Status.CAPACITY]
        enough = len(capacities) < len(group) and len(capacities) <= _MOST_REFERENCES
        return capacities if enough else []

    def reference(
        self, item: Observation, references: Sequence[Observation], factory: MarkFactory, axis: ValueAxis
    ) -> Reference:
        words = self.words
        value = factory.number(item, axis)
        strong = words.text("designed capacity {value}", value=value)
        if self.indicator.kind is IndicatorKind.FLOW and item.period.frequency is Frequency.YEAR:
            strong = words.text("designed capacity {value} a year", value=value)
        source = self.dataset.source_by_id[item.source]
        faint = words.period(item.period.label)
        if len(references) > 1:
            faint = citation(self.dataset, source, words)
        if item.scope is not None:
            faint = f"{faint} · {item.scope.text(words.language)}"
        return Reference(item.value, self.colour, details(self.dataset, item, words), Label(strong, faint))

    # -- words --------------------------------------------------------------------------------------------------

    def labelled(self, factory: MarkFactory, drawn: Sequence[Observation], axis: ValueAxis) -> dict[int, int]:
        """Return the weight of the label of each figure that gets one, by the figure's identity."""
        every = axis.logarithmic or len(drawn) <= _MOST_LABELS
        return ({id(item): 10 for item in drawn} if every else {}) | factory.label_weights(drawn)

    def left_to_the_table(self) -> tuple[str, ...]:
        """Return which figures are not drawn, with their numbers."""
        words = self.words
        told = words.listing([figure_text(self.dataset, item, words) for item in self.table_only])
        return (words.text("Only in the table, not for a single year: {figure}.", figure=told),) if told else ()

    def title(self, ordered: Sequence[Observation]) -> str:
        first, last = ordered[0].period, ordered[-1].period
        earliest = min(item.period.first.year for item in ordered)
        years = self.words.period(last.label) if first == last else self.words.years(earliest, last.year)
        name = self.indicator.name.text(self.words.language)
        return self.words.text("{indicator}, {years}", indicator=name, years=years)

    def subtitle(self, unit: str, panels: Sequence[Panel]) -> str:
        words = self.words
        logarithmic = any(isinstance(panel.y, ValueAxis) and panel.y.logarithmic for panel in panels)
        if logarithmic:
            unit = self.unit.symbol.text(words.language)
        yearly = all(_is_of_a_year(item) for item in self.observations)
        if yearly:
            unit = unit_text(self.indicator, unit, words)
        if logarithmic and len(panels) == 1:
            return logarithmic_subtitle(unit, words)
        return unit

    def legend(self, panels: Sequence[Panel]) -> tuple[LegendEntry, ...]:
        marks = [mark for panel in panels for mark in panel.marks]
        dots = [mark.status for mark in marks if isinstance(mark, Dot)]
        spans = [mark.status for mark in marks if isinstance(mark, Span)]
        legend = status_legend(dots, Symbol.DOT, self.colour, self.words)
        if spans:
            entries = status_legend(spans, Symbol.SPAN, self.colour, self.words)
            legend += tuple(
                replace(entry, label=self.words.text("{status}, over a span", status=entry.label)) for entry in entries
            )
        if any(isinstance(mark, Reference) for mark in marks):
            label = self.words.text("designed capacity")
            legend += (LegendEntry(Symbol.REFERENCE, label, Status.CAPACITY, self.colour),)
        return legend + bracket_legend(marks, self.words)


def _is_of_a_year(item: Observation) -> bool:
    return item.period.frequency is Frequency.YEAR or item.status is Status.CAPACITY
