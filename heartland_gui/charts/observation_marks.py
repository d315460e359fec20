"""Figures of one indicator of one subject as marks along time: dots, spans, lines between them, words at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from heartland_gui.charts.disagreements import bracket, bracket_legend
from heartland_gui.charts.furniture import details, status_legend
from heartland_gui.charts.joins import Joining, joined_frequencies, joining_lines
from heartland_gui.charts.number_labels import ONE_MARK, shown_number
from heartland_gui.charts.scales import time_range, value_range
from heartland_gui.charts.spec import (
    Bracket,
    Dot,
    EndLabel,
    Label,
    LegendEntry,
    Line,
    Mark,
    Panel,
    Span,
    Symbol,
    TimeAxis,
    ValueAxis,
)
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreements
from heartland_gui.model.entities import Indicator, IndicatorKind
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import is_comparable, series_of
from heartland_gui.text import Magnitude, Words
from heartland_gui.wording import publisher_text, status_text


def stands_beside_years(item: Observation, indicator: Indicator) -> bool:
    """Whether a figure that can be compared may also stand on a line of years: a year, a moment, or a level.

    A level holds at the end of any period, a relation of part of a year does not hold for the year.
    """
    held = indicator.kind is IndicatorKind.STOCK or item.period.frequency in (Frequency.YEAR, Frequency.DAY)
    return held and is_comparable(item, indicator)


def stands_at_end(indicator: Indicator, observations: Iterable[Observation]) -> bool:
    """Whether levels stand at the end of their periods: as soon as moments or parts of years are among them."""
    levels = indicator.kind is IndicatorKind.STOCK
    return levels and any(item.period.frequency is not Frequency.YEAR for item in observations)


def value_axis(
    dataset: Dataset,
    indicator: Indicator,
    values: Sequence[float],
    magnitude: Magnitude,
    *,
    logarithmic: bool = False,
) -> ValueAxis:
    """Return the upright axis that holds values of an indicator.

    Amounts of a period are compared by their height, so they start at zero; levels and relations may be looked at
    closely.
    """
    unit = dataset.unit_by_id[indicator.unit]
    low, high = value_range(values, from_zero=indicator.kind.is_of_period, logarithmic=logarithmic)
    return ValueAxis(low, high, magnitude, logarithmic, unit)


def time_axis(figures: Sequence[Observation], panels: Sequence[Panel]) -> TimeAxis:
    """Return the axis of time of some figures and their marks.

    A year's dot stands in the middle of the year: on an axis of quarters it would read as that of the second.
    """
    axis = time_range([(item.period.start, item.period.end) for item in figures])
    return replace(axis, finest=1.0) if any(_is_of_a_year(mark) for panel in panels for mark in panel.marks) else axis


def _is_of_a_year(mark: Mark) -> bool:
    if not isinstance(mark, Dot) or mark.details.observation is None:
        return False
    period = mark.details.observation.period
    return period.frequency is Frequency.YEAR and period.middle == mark.x


def unit_text(indicator: Indicator, unit: str, words: Words) -> str:
    """Return the unit of a year's figures: that of an amount is so much a year."""
    return words.text("{unit} a year", unit=unit) if indicator.kind is IndicatorKind.FLOW else unit


def legend_of_marks(marks: Sequence[Mark], colour: int | None, words: Words) -> tuple[LegendEntry, ...]:
    """Return the legend of dots and of brackets between sources."""
    legend = status_legend((mark.status for mark in marks if isinstance(mark, Dot)), Symbol.DOT, colour, words)
    return legend + bracket_legend(marks, words)


@dataclass(frozen=True)
class MarkFactory:
    """The making of marks for the figures of one indicator of one subject.

    `at_end` puts levels at the end of their periods (see `stands_at_end`); `named` read-outs name the subject.
    `as_spans` draws amounts of years as long as they last, beside those of parts of years.
    """

    dataset: Dataset
    indicator: Indicator
    observations: tuple[Observation, ...]
    words: Words
    colour: int | None
    at_end: bool = False
    named: bool = False
    as_spans: bool = False

    @cached_property
    def disagreements(self) -> Disagreements:
        """Where the sources of all figures differ."""
        return Disagreements(self.observations)

    def x(self, item: Observation) -> float:
        """Return where a figure stands in time: a year's in the middle of the year, where the year's label is."""
        return item.period.end if self.at_end else item.period.middle

    def lines(self, drawn: Sequence[Observation]) -> list[Line]:
        """Return the lines that may join figures."""
        if not drawn:
            return []
        joining = Joining(joined_frequencies(self.indicator), self.colour, self.x)
        return joining_lines(self.dataset, series_of(self.dataset, drawn[0].subject, self.indicator.id), drawn, joining)

    def mark(
        self, item: Observation, label: Label | None = None, weight: int = 0, end_label: EndLabel | None = None
    ) -> Dot | Span:
        """Return the mark of a figure: one of part of a year is as long as that, unless it is a level."""
        about = details(self.dataset, item, self.words, named=self.named)
        stretch = item.period.frequency not in (Frequency.YEAR, Frequency.DAY)
        if self.as_spans and item.period.frequency is Frequency.YEAR and item.status is not Status.CAPACITY:
            stretch = True
        if stretch and self.indicator.kind is not IndicatorKind.STOCK:
            period = item.period
            return Span(period.start, period.end, item.value, item.status, self.colour, about, label, weight)
        return Dot(self.x(item), item.value, item.status, self.colour, about, label, weight, end_label=end_label)

    def brackets(self, drawn: Iterable[Observation], x: Callable[[Observation], float] | None = None) -> list[Bracket]:
        """Return a bracket for every number on which the sources of drawn figures differ.

        `x` tells where the first of them stands, where that is not its place in time.
        """
        place = x or self.x
        return [
            bracket(self.dataset, each, place(each.observations[0]), self.words, named=self.named)
            for each in Disagreements(drawn)
        ]

    def hidden_behind(self, item: Observation, axis: ValueAxis) -> tuple[Observation, ...]:
        """Return what other sources say of the same number that looks like the same mark on a logarithmic axis."""
        if not axis.logarithmic:
            return ()
        low, high = axis.bounds
        near = ONE_MARK * (high - low)
        place = axis.position(item.value)
        others = self.disagreements.others(item)
        return tuple(other for other in others if abs(axis.position(other.value) - place) < near)

    def readable(self, weights: Mapping[int, int], drawn: Sequence[Observation], axis: ValueAxis) -> dict[int, int]:
        """Return the weights of labels, those of figures that look like one mark given to the largest of them.

        Its label tells the others as well: two labels at one mark would hide each other.
        """
        found = dict(weights)
        for item in drawn:
            first = max((item, *self.hidden_behind(item, axis)), key=lambda each: each.value)
            if first is not item and id(item) in found:
                found[id(first)] = max(found.pop(id(item)), found.get(id(first), 0))
        return found

    def number(self, item: Observation, axis: ValueAxis) -> str:
        """Return the number at a mark."""
        return shown_number(item, self.disagreements.others(item), axis, self.words, self.observations)

    def label(self, item: Observation, axis: ValueAxis, *more: str) -> Label:
        """Return the words at a mark: the number, and what it is where it is not done or of a part only.

        Where other sources' numbers look like the same mark, each is told with its source.
        """
        faint = []
        if item.status is not Status.ACTUAL:
            faint.append(status_text(item.status, self.words))
        if item.scope is not None:
            faint.append(item.scope.text(self.words.language))
        others = self.hidden_behind(item, axis)
        if others:
            faint.append(self.words.text("by {source}", source=publisher_text(self.dataset, item, self.words)))
        for other in others:
            value, source = self.number(other, axis), publisher_text(self.dataset, other, self.words)
            faint.append(self.words.text("{value} by {source}", value=value, source=source))
        return Label(self.number(item, axis), " · ".join([*faint, *more]))

    def label_weights(self, drawn: Sequence[Observation]) -> dict[int, int]:
        """Return the weight of the label of the most informative figures, by the figure's identity.

        They are the first, the last, the lowest and the highest of what is done, all that is not done, and all on
        which sources differ.
        """
        if not drawn:
            return {}
        ordered = sorted(drawn, key=lambda item: item.period.order)
        done = [item for item in ordered if item.status in DONE] or ordered
        weights: dict[int, int] = {}
        for weight, item in (
            (50, done[0]),
            (60, min(done, key=lambda item: item.value)),
            (61, max(done, key=lambda item: item.value)),
            (90, done[-1]),
        ):
            weights[id(item)] = weight
        of_parts = {item.scope: item for item in done if item.scope is not None}
        for item in of_parts.values():
            # Where only some say what they cover, the others read as the whole.
            weights[id(item)] = max(65, weights.get(id(item), 0))
        for item in drawn:
            if item.status not in DONE:
                weights[id(item)] = 80
            elif self.disagreements.about(item):
                weights[id(item)] = max(70, weights.get(id(item), 0))
        return weights
