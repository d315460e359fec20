"""An indicator of one subject over time: what is done, expected, planned and designed, never alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from heartland_gui.charts.axes import TimeAxis, ValueAxis
from heartland_gui.charts.disputes import Dispute, disputes, spread, spread_key
from heartland_gui.charts.figure_labels import rivals, shown_number
from heartland_gui.charts.frame import (
    NoChartError,
    cited_sources,
    colour_slot,
    datum,
    edition_line,
    status_key,
)
from heartland_gui.charts.joining import Joining, joining_lines
from heartland_gui.charts.marks import Dot, Label, Mark, Reference, Span, Spread
from heartland_gui.charts.remarks import MOST_NOTES, course, note_text, remarks, titled_by_scale
from heartland_gui.charts.scales import can_be_logarithmic, time_range, value_range
from heartland_gui.charts.spec import Chart, KeyEntry, Panel, Question, Symbol
from heartland_gui.charts.tables import figures_table
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, IndicatorKind, Ref, SubjectKind, Unit
from heartland_gui.model.facts import DONE, Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import headline_ids, indicators_of, observations_of, series_of, short_name
from heartland_gui.model.wording import citation, status_text
from heartland_gui.text import Words, message

KIND: Final = "over-time"
NAME: Final = message("Over time")

_POINTS: Final = frozenset({IndicatorKind.STOCK, IndicatorKind.RATIO, IndicatorKind.INDEX})
"""Kinds of indicator whose values hold at a moment: a month's value stands beside a year's end."""
_MOST_REFERENCES: Final = 4
_MOST_LABELS: Final = 8
_SHORT_NOTE: Final = 24
_FEW_MARKS: Final = 3


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return a weight and a question for every indicator of which the subject has two figures or more.

    Headline indicators go first, then those with more periods.
    """
    if subject.kind is SubjectKind.SOURCE:
        return ()
    headline = headline_ids(dataset, subject.id)
    found = []
    for indicator in indicators_of(dataset, subject.id):
        observations = observations_of(dataset, subject.id, indicator.id)
        if len(observations) < 2:
            continue
        periods = len({item.period.label for item in observations})
        statuses = len({item.status for item in observations})
        rank = headline.index(indicator.id) if indicator.id in headline else len(headline) + 4
        weight = min(periods, 8) + 1.5 * (statuses - 1) + 6 - 2 * min(rank, 4) - (0 if periods > 1 else 8)
        found.append((float(weight), Question(KIND, subject, indicator.id)))
    return tuple(found)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why there is nothing to show over time."""
    if not indicators_of(dataset, subject.id):
        return words.text("No figure is known here.")
    return words.text("Of no indicator are two figures known here.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the chart of one indicator over time.

    Raises NoChartError where the subject has no figure of the indicator.
    """
    observations = observations_of(dataset, question.subject.id, question.indicator)
    if question.indicator is None or not observations:
        raise NoChartError(words.text("There is no figure of this indicator here."))
    return _Drawing(dataset, question, dataset.indicator_by_id[question.indicator], observations, words).chart()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The making of one chart: what the steps below share."""

    dataset: Dataset
    question: Question
    indicator: Indicator
    observations: tuple[Observation, ...]
    words: Words

    def chart(self) -> Chart:
        words, groups = self.words, self.panels()
        possible = any(can_be_logarithmic([item.value for item in group]) for _, group in groups)
        largest = max(abs(item.value) for item in self.observations)
        magnitude = words.magnitude(largest, self.unit.scale, self.unit.symbol.text(words.language))
        # Amounts of a period are compared by their height; levels and shares may be looked at closely.
        from_zero = self.indicator.kind in (IndicatorKind.FLOW, IndicatorKind.GROWTH)
        panels: list[Panel] = []
        for title, group in groups:
            fits = can_be_logarithmic([item.value for item in group])
            logarithmic = fits and self.question.logarithmic is not False
            low, high = value_range([item.value for item in group], from_zero=from_zero, logarithmic=logarithmic)
            symbol = self.unit.symbol.text(words.language)
            axis = ValueAxis(low, high, magnitude, logarithmic, self.unit.scale, symbol)
            marks = self.marks(group, axis)
            # A few spans below the years need little room.
            weight = 1.0 if not panels else 0.5 if len(marks) <= _FEW_MARKS else 0.75
            panels.append(Panel(axis, marks, title, weight))
        ordered = sorted(self.observations, key=lambda item: item.period.order)
        return Chart(
            question=self.question,
            subject=short_name(self.dataset.subjects[self.question.subject.id], words.language),
            title=self.title(ordered),
            subtitle=self.subtitle(magnitude.unit, panels),
            x=self.time,
            panels=titled_by_scale(panels, words),
            words=words,
            key=self.key(panels),
            notes=remarks(self.dataset, ordered, panels, words),
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
        return time_range([(item.period.start, item.period.end) for item in self.observations])

    @property
    def colour(self) -> int | None:
        return colour_slot(self.dataset, self.dataset.subjects[self.question.subject.id])

    # -- what goes where ----------------------------------------------------------------------------------------

    def panels(self) -> list[tuple[str, tuple[Observation, ...]]]:
        """Return the figures of each panel: parts of a year are never drawn as if they were years.

        The period of a capacity is when it was stated, so it is a level beside the years.
        """
        if self.indicator.kind in _POINTS:
            return [("", self.observations)]
        years = tuple(item for item in self.observations if _is_of_a_year(item))
        parts = tuple(item for item in self.observations if not _is_of_a_year(item))
        if not parts or all(item.status is Status.CAPACITY for item in years):
            return [("", self.observations)]
        return [(self.words.text("Years"), years), (self.words.text("Parts of years and spans"), parts)]

    def marks(self, group: tuple[Observation, ...], axis: ValueAxis) -> tuple[Mark, ...]:
        references = self.references(group)
        drawn = [item for item in group if item not in references]
        labelled = self.labelled(drawn, axis)
        lines = joining_lines(series_of(self.dataset, self.question.subject.id, self.indicator.id), drawn, self.style())
        marks: list[Mark] = [self.reference(item, references, axis) for item in references]
        marks += lines
        marks += [self.bracket(dispute, references) for dispute in disputes(group)]
        marks += [self.mark(item, axis, labelled.get(id(item), 0)) for item in drawn]
        return tuple(marks)

    def style(self) -> Joining:
        """Return how the figures of this chart are joined: spans of anything but a stock never are."""
        frequencies = {Frequency.YEAR}
        if self.indicator.kind is IndicatorKind.STOCK:
            frequencies |= {Frequency.HALF_YEAR, Frequency.QUARTER, Frequency.MONTH}
        return Joining(frozenset(frequencies), self.colour, self.x)

    @staticmethod
    def references(group: Sequence[Observation]) -> list[Observation]:
        """Return the designed capacities that are drawn as levels: a few, beside something to compare them with."""
        capacities = [item for item in group if item.status is Status.CAPACITY]
        enough = len(capacities) < len(group) and len(capacities) <= _MOST_REFERENCES
        return capacities if enough else []

    def x(self, item: Observation) -> float:
        """Return where a figure stands in time.

        A year's figure stands in the middle of the year, where the year's label is. Figures that hold at a moment stand
        at the end of their period as soon as months or days are among them.
        """
        if self.indicator.kind is IndicatorKind.STOCK:
            mixed = any(other.period.frequency is not Frequency.YEAR for other in self.observations)
            if mixed:
                return item.period.end
        return item.period.middle

    def mark(self, item: Observation, axis: ValueAxis, weight: int) -> Mark:
        label = self.label(item, axis) if weight else None
        about = datum(self.dataset, item, self.words)
        stretch = item.period.frequency not in (Frequency.YEAR, Frequency.DAY)
        if stretch and self.indicator.kind is not IndicatorKind.STOCK:
            period = item.period
            return Span(period.start, period.end, item.value, item.status, self.colour, about, label, weight)
        return Dot(self.x(item), item.value, item.status, self.colour, about, label, weight)

    def reference(self, item: Observation, references: Sequence[Observation], axis: ValueAxis) -> Reference:
        words = self.words
        value = shown_number(item, self.observations, axis, self.words)
        strong = words.text("designed capacity {value}", value=value)
        if self.indicator.kind is IndicatorKind.FLOW and item.period.frequency is Frequency.YEAR:
            strong = words.text("designed capacity {value} a year", value=value)
        source = self.dataset.source_by_id[item.source]
        faint = words.period(item.period.label)
        if len(references) > 1:
            faint = citation(source, words)
        if item.scope is not None:
            faint = f"{faint} · {item.scope.text(words.language)}"
        return Reference(item.value, self.colour, datum(self.dataset, item, words), Label(strong, faint))

    def bracket(self, dispute: Dispute, references: Sequence[Observation]) -> Spread:
        """Return the bracket between sources that differ: at their marks, between levels at the right end."""
        along = self.time.high if dispute[0] in references else self.x(dispute[0])
        return spread(self.dataset, dispute, along, self.words)

    # -- words --------------------------------------------------------------------------------------------------

    def labelled(self, drawn: Sequence[Observation], axis: ValueAxis) -> dict[int, int]:
        """Return the weight of the label of each figure that gets one, by the figure's identity."""
        if not drawn:
            return {}
        weights: dict[int, int] = {}
        if axis.logarithmic or len(drawn) <= _MOST_LABELS:
            weights = {id(item): 10 for item in drawn}
        ordered = sorted(drawn, key=lambda item: item.period.order)
        done = [item for item in ordered if item.status in DONE] or ordered
        for weight, item in (
            (50, done[0]),
            (60, min(done, key=lambda item: item.value)),
            (61, max(done, key=lambda item: item.value)),
            (90, done[-1]),
        ):
            weights[id(item)] = weight
        for item in drawn:
            if item.status not in DONE:
                weights[id(item)] = 80
            elif rivals(item, self.observations):
                weights[id(item)] = max(70, weights.get(id(item), 0))
        return weights

    def label(self, item: Observation, axis: ValueAxis) -> Label:
        faint = []
        if item.status is not Status.ACTUAL:
            faint.append(status_text(item.status, self.words))
        if item.scope is not None:
            faint.append(item.scope.text(self.words.language))
        note = note_text(item, self.words).rstrip(".。")
        if len(self.observations) <= MOST_NOTES and 0 < len(note) <= _SHORT_NOTE:
            faint.append(note)
        return Label(shown_number(item, self.observations, axis, self.words), " · ".join(faint))

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
        if self.indicator.kind is IndicatorKind.FLOW and yearly:
            unit = words.text("{unit} a year", unit=unit)
        if logarithmic and len(panels) == 1:
            return words.text("{unit} · logarithmic scale", unit=unit)
        return unit

    def key(self, panels: Sequence[Panel]) -> tuple[KeyEntry, ...]:
        marks = [mark for panel in panels for mark in panel.marks]
        dots = [mark.status for mark in marks if isinstance(mark, Dot)]
        spans = [mark.status for mark in marks if isinstance(mark, Span)]
        key = status_key(dots, Symbol.DOT, self.colour, self.words)
        if spans:
            entries = status_key(spans, Symbol.SPAN, self.colour, self.words)
            key += tuple(
                replace(entry, label=self.words.text("{status}, over a span", status=entry.label)) for entry in entries
            )
        if any(isinstance(mark, Reference) for mark in marks):
            label = self.words.text("designed capacity")
            key += (KeyEntry(Symbol.REFERENCE, label, Status.CAPACITY, self.colour),)
        if any(isinstance(mark, Spread) for mark in marks):
            key += (spread_key(self.words),)
        return key


def _is_of_a_year(item: Observation) -> bool:
    return item.period.frequency is Frequency.YEAR or item.status is Status.CAPACITY
