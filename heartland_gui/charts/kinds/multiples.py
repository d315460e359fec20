"""Several indicators of one subject: a panel and a scale for each, one line of time for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.furniture import (
    NoChartError,
    cited_sources,
    colour_slot,
    edition_line,
    listed_names,
    years_text,
)
from heartland_gui.charts.headlines import figure_texts
from heartland_gui.charts.notes import broken_courses, counted_notes, figures_left_out, joining_rule
from heartland_gui.charts.observation_marks import (
    MarkFactory,
    legend_of_marks,
    stands_at_end,
    stands_beside_years,
    time_axis,
    unit_text,
    value_axis,
)
from heartland_gui.charts.spec import Chart, Mark, Panel, Question, ValueAxis
from heartland_gui.charts.tables import figures_table
from heartland_gui.charts.weights import MULTIPLES
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, Ref
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.queries import headline_ids, indicators_of, observations_of, short_name
from heartland_gui.text import Words, message

KIND: Final = "multiples"
NAME: Final = message("Side by side")

_MOST_PANELS: Final = 6
_FEWEST_PANELS: Final = 2
_FEWEST_PERIODS: Final = 2
_MANY_YEARS: Final = 6


@dataclass(frozen=True, slots=True)
class _Course:
    """What one panel shows: an indicator and its comparable figures, in order of time."""

    indicator: Indicator
    figures: tuple[Observation, ...]

    @property
    def periods(self) -> int:
        return len({item.period.label for item in self.figures})


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return the one question about a subject of which two indicators have figures of two periods or more."""
    courses = _courses(dataset, subject)
    if len(courses) < _FEWEST_PANELS:
        return ()
    panels = courses[:_MOST_PANELS]
    years = sum(min(course.periods, _MANY_YEARS) for course in panels) / len(panels)
    return ((MULTIPLES.of(len(panels) + years, _MOST_PANELS + _MANY_YEARS), Question(KIND, subject)),)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:  # noqa: ARG001 - the same for every subject
    """Return why there is nothing to put side by side."""
    return words.text("Fewer than two indicators have comparable figures for two periods here.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the panels of a subject's first indicators. Raises NoChartError where fewer than two have two figures."""
    courses = _courses(dataset, question.subject)
    if len(courses) < _FEWEST_PANELS:
        raise NoChartError(reason(dataset, question.subject, words))
    return _Drawing(dataset, question, courses, words).chart()


def _courses(dataset: Dataset, subject: Ref) -> list[_Course]:
    """Return every indicator that can have a panel: headline ones first, then those with the most periods."""
    found = []
    for indicator in indicators_of(dataset, subject.id):
        figures = observations_of(dataset, subject.id, indicator.id)
        # The period of a capacity is when it was stated: it is a level, no point of a course.
        shown = [
            item for item in figures if stands_beside_years(item, indicator) and item.status is not Status.CAPACITY
        ]
        course = _Course(indicator, tuple(sorted(shown, key=lambda item: item.period.order)))
        if course.periods >= _FEWEST_PERIODS:
            found.append(course)
    headline = headline_ids(dataset, subject.id)

    def rank(course: _Course) -> tuple[int, int]:
        first = course.indicator.id in headline
        return headline.index(course.indicator.id) if first else len(headline), 0 if first else -course.periods

    return sorted(found, key=rank)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The making of one chart: what the steps below share. `courses` are those that could be shown."""

    dataset: Dataset
    question: Question
    courses: Sequence[_Course]
    words: Words

    def chart(self) -> Chart:
        dataset, words = self.dataset, self.words
        panels = tuple(self.panel(course) for course in self.shown)
        figures = [item for course in self.shown for item in course.figures]
        return Chart(
            question=self.question,
            subject=self.subject,
            title=self.title(figures),
            subtitle="",
            x=time_axis(figures, panels),
            panels=panels,
            words=words,
            legend=legend_of_marks([mark for panel in panels for mark in panel.marks], self.colour, words),
            notes=self.notes(panels),
            sources=cited_sources(dataset, (item.source for item in figures), words),
            edition=edition_line(dataset, words),
            sentence=self.sentence(),
            table=figures_table(dataset, figures, words),
        )

    @property
    def shown(self) -> Sequence[_Course]:
        return self.courses[:_MOST_PANELS]

    @property
    def subject(self) -> str:
        return short_name(self.dataset.entity(self.question.subject), self.words.language)

    @property
    def colour(self) -> int | None:
        return colour_slot(self.dataset, self.dataset.subjects[self.question.subject.id])

    def panel(self, course: _Course) -> Panel:
        """Return the panel of an indicator: linear, since heights of several scales are hard enough to read."""
        words, indicator = self.words, course.indicator
        unit = self.dataset.unit_by_id[indicator.unit]
        values = [item.value for item in course.figures]
        magnitude = words.magnitude(max(map(abs, values)), unit)
        axis = value_axis(self.dataset, indicator, values, magnitude)
        name = self.name(course)
        shown_unit = unit_text(indicator, magnitude.unit, words)
        title = words.text("{indicator}, {unit}", indicator=name, unit=shown_unit)
        if name.casefold().split()[-1:] == [magnitude.unit.casefold()]:
            title = unit_text(indicator, name, words)  # of aircraft movements, `movements` says nothing more
        return Panel(axis, self.marks(course, axis), title)

    def marks(self, course: _Course, axis: ValueAxis) -> tuple[Mark, ...]:
        at_end = stands_at_end(course.indicator, course.figures)
        factory = MarkFactory(self.dataset, course.indicator, course.figures, self.words, self.colour, at_end)
        weights = self.weights(course)
        marks: list[Mark] = [*factory.lines(course.figures), *factory.brackets(course.figures)]
        for item in course.figures:
            weight = weights.get(id(item), 0)
            marks.append(factory.mark(item, factory.label(item, axis) if weight else None, weight))
        return tuple(marks)

    @staticmethod
    def weights(course: _Course) -> dict[int, int]:
        """Return the weights of the labels: low panels have room for the first and last number and the last hope."""
        done = [item for item in course.figures if item.status in DONE]
        rest = [item for item in course.figures if item.status not in DONE]
        ends = ((60, done[:1]), (80, rest[-1:]), (90, done[-1:]))
        return {id(item): weight for weight, items in ends for item in items}

    # -- words --------------------------------------------------------------------------------------------------

    def name(self, course: _Course) -> str:
        return course.indicator.name.text(self.words.language)

    def title(self, figures: Sequence[Observation]) -> str:
        years = years_text(figures, self.words)
        return self.words.plural(
            "{n} indicator side by side, {years}", "{n} indicators side by side, {years}", len(self.shown), years=years
        )

    def notes(self, panels: Sequence[Panel]) -> tuple[str, ...]:
        words = self.words
        found = []
        cut = [
            self.name(course)
            for course, panel in zip(self.shown, panels, strict=True)
            if isinstance(panel.y, ValueAxis) and panel.y.is_cut
        ]
        if cut:
            found.append(words.text("The axis does not start at zero: {names}.", names=listed_names(cut, words)))
        found += broken_courses(self.dataset, [(self.name(course), course.figures) for course in self.shown], words)
        found += joining_rule(self.dataset, [course.figures for course in self.shown], words)
        rest = len(self.courses) - len(self.shown)
        if rest:
            found.append(
                words.plural(
                    "{n} more indicator has figures for two years.",
                    "{n} more indicators have figures for two years.",
                    rest,
                )
            )
        found += self.left_out()
        found += counted_notes([item for course in self.shown for item in course.figures], words)
        return tuple(found)

    def left_out(self) -> tuple[str, ...]:
        """Return how many figures of the shown indicators have no place here."""
        count = sum(
            len(observations_of(self.dataset, self.question.subject.id, course.indicator.id)) - len(course.figures)
            for course in self.shown
        )
        return figures_left_out(count, self.words)

    def sentence(self) -> str:
        """Return the first and the last of each panel in words."""
        words = self.words
        told = []
        for course in self.shown:
            done = [item for item in course.figures if item.status in DONE]
            rest = [item for item in course.figures if item.status not in DONE]
            listed = words.listing(list(figure_texts(self.dataset, [*done, *rest[-1:]], words)))
            told.append(words.text("{name}: {text}", name=self.name(course), text=listed))
        return words.text("{subject}, side by side. {courses}.", subject=self.subject, courses=words.clauses(told))
