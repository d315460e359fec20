"""The same indicator of several subjects over time: one unit, one axis, each course named where it ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.comparing.comparable import groups, indicator_of_members, own_slot
from heartland_gui.charts.furniture import (
    NEEDS_INDICATOR,
    NoChartError,
    cited_sources,
    colour_slot,
    edition_line,
    listed_names,
    logarithmic_subtitle,
    years_text,
)
from heartland_gui.charts.headlines import figure_texts
from heartland_gui.charts.notes import broken_courses, counted_notes, cut_axes, figures_left_out, joining_rule
from heartland_gui.charts.observation_marks import (
    MarkFactory,
    legend_of_marks,
    stands_at_end,
    stands_beside_years,
    time_axis,
    unit_text,
    value_axis,
)
from heartland_gui.charts.scales import can_be_logarithmic
from heartland_gui.charts.spec import (
    ANY_COLOUR,
    FIRST_MEMBER,
    OTHER_COLOUR,
    Chart,
    EndLabel,
    Mark,
    Panel,
    Question,
    ValueAxis,
)
from heartland_gui.charts.tables import figures_table
from heartland_gui.charts.weights import SEVERAL_OVER_TIME
from heartland_gui.model.comparison import members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, Pillar, Ref, Subject, SubjectKind
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.queries import cities_of, headline_ids, latest, observations_of, short_name
from heartland_gui.text import Words, message

_FEWEST_YEARS: Final = 2


def shared_indicators(dataset: Dataset, subject: Ref) -> list[Indicator]:
    """Return the indicators of which members have figures; for a company only its own ones."""
    members = [member for group in groups_of(dataset, subject) for member in group]
    present = {name for member in members for name in dataset.indicators_by_subject.get(member.id, ())}
    if subject.kind is SubjectKind.COMPANY:
        present &= set(dataset.indicators_by_subject.get(subject.id, ()))
    return [indicator for indicator in dataset.indicators if indicator.id in present]


def groups_of(dataset: Dataset, subject: Ref) -> tuple[tuple[Subject, ...], ...]:
    """Return who may be shown together: of the region its cities or its pillars, else as in other comparisons."""
    if subject == dataset.region_ref:
        return cities_of(dataset), dataset.pillars
    return groups(dataset, subject)


Course = tuple[Observation, ...]
"""The comparable figures of one member."""


def courses_of(dataset: Dataset, subject: Ref, indicator: Indicator) -> tuple[Course, ...]:
    """Return the figures of every member that has two years of what is done, the largest newest value first.

    A company that is asked about comes first, and without it there is nothing.
    """
    found: tuple[Course, ...] = ()
    for group in groups_of(dataset, subject):
        courses = [_course(dataset, member, indicator) for member in group]
        long = [course for course in courses if len(_done_years(course)) >= _FEWEST_YEARS]
        found = max(found, tuple(long), key=len)
    if subject.kind is SubjectKind.COMPANY and all(course[0].subject != subject.id for course in found):
        return ()
    return tuple(sorted(found, key=lambda course: (course[0].subject != subject.id, -_newest(course).value)))


def _course(dataset: Dataset, member: Subject, indicator: Indicator) -> Course:
    figures = observations_of(dataset, member.id, indicator.id)
    return tuple(
        item for item in figures if stands_beside_years(item, indicator) and item.status is not Status.CAPACITY
    )


def _done_years(course: Course) -> set[int]:
    return {item.period.year for item in course if item.status in DONE}


def _newest(course: Course) -> Observation:
    return latest(course, DONE) or course[-1]


KIND: Final = "several-over-time"
NAME: Final = message("Compared over time")

_MOST_SUBJECTS: Final = 8
_FEWEST_SUBJECTS: Final = 2
_MANY_YEARS: Final = 8
_TOLD: Final = 3


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return a weight and a question for every indicator of which two members or more have two years or more.

    The more members and years there are, the more informative it is. A company is shown among those of its first
    pillar.
    """
    found = []
    headline = headline_ids(dataset, subject.id)
    for indicator in shared_indicators(dataset, subject):
        courses = courses_of(dataset, subject, indicator)
        if len(courses) < _FEWEST_SUBJECTS:
            continue
        years = {item.period.year for course in courses for item in course if item.status in DONE}
        weight = SEVERAL_OVER_TIME.of(
            min(len(courses), _MOST_SUBJECTS) + min(len(years), _MANY_YEARS),
            _MOST_SUBJECTS + _MANY_YEARS,
            headline=indicator.id in headline,
            complete=len(courses) == len(members_of(subject)),
        )
        found.append((weight, Question(KIND, subject, indicator.id)))
    return tuple(found)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why nothing is shown together."""
    if subject.kind is not SubjectKind.COMPANY:
        return words.text("Fewer than two have comparable figures of the same indicator for two years.")
    if any(_has_own(dataset, subject, indicator) for indicator in shared_indicators(dataset, subject)):
        return words.say(_NO_OTHER)
    return words.text("No indicator has comparable figures for two years here.")


_NO_OTHER: Final = message("No other has comparable figures of the same indicator for two years.")


def _has_own(dataset: Dataset, subject: Ref, indicator: Indicator) -> bool:
    """Whether a company itself could be shown with others."""
    return len(_done_years(_course(dataset, dataset.subjects[subject.id], indicator))) >= _FEWEST_YEARS


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the chart of one indicator of the members with the largest newest values.

    Raises NoChartError where fewer than two have figures of two years.
    """
    if question.indicator is None:
        raise NoChartError(words.say(NEEDS_INDICATOR))
    indicator = dataset.indicator_by_id[question.indicator]
    courses = courses_of(dataset, question.subject, indicator)
    if len(courses) < _FEWEST_SUBJECTS:
        if question.subject.kind is not SubjectKind.COMPANY:
            why = words.text("Fewer than two have comparable figures of this indicator for two years.")
        elif _has_own(dataset, question.subject, indicator):
            why = words.say(_NO_OTHER)
        else:
            why = words.text("This indicator has no comparable figures for two years here.")
        raise NoChartError(why)
    return _Drawing(dataset, question, indicator, courses, words).chart()


# -- what is drawn ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The making of one chart: what the steps below share. `courses` are those that could be shown."""

    dataset: Dataset
    question: Question
    indicator: Indicator
    courses: tuple[Course, ...]
    words: Words

    def chart(self) -> Chart:
        dataset, words, shown = self.dataset, self.words, self.shown
        values = [item.value for course in shown for item in course]
        possible = can_be_logarithmic(values)
        logarithmic = possible and self.question.logarithmic is not False
        unit = dataset.unit_by_id[self.indicator.unit]
        magnitude = words.magnitude(max(map(abs, values)), unit)
        axis = value_axis(dataset, self.indicator, values, magnitude, logarithmic=logarithmic)
        panel = Panel(axis, self.marks(axis))
        figures = [item for course in shown for item in course]
        return Chart(
            question=self.question,
            subject=short_name(dataset.entity(self.question.subject), words.language),
            title=self.title(figures),
            subtitle=self.subtitle(unit.symbol.text(words.language) if logarithmic else magnitude.unit, axis),
            x=time_axis(figures, (panel,)),
            panels=(panel,),
            words=words,
            legend=legend_of_marks(panel.marks, ANY_COLOUR, words),
            notes=self.notes(panel),
            sources=cited_sources(dataset, (item.source for item in figures), words),
            edition=edition_line(dataset, words),
            sentence=self.sentence(figures),
            table=figures_table(dataset, (item for course in self.courses for item in course), words),
            can_be_logarithmic=possible,
        )

    @property
    def shown(self) -> tuple[Course, ...]:
        return self.courses[:_MOST_SUBJECTS]

    def marks(self, axis: ValueAxis) -> tuple[Mark, ...]:
        """Return all marks; those of the first course lie over all others."""
        at_end = stands_at_end(self.indicator, [item for course in self.shown for item in course])
        last = max(item.period.year for course in self.shown for item in course)
        colours = self.colours()
        marks: list[Mark] = []
        for course in reversed(self.shown):
            colour = colours[course[0].subject]
            factory = MarkFactory(self.dataset, self.indicator, course, self.words, colour, at_end, named=True)
            weights = factory.readable(self.weights(course, factory, axis), course, axis)
            final = max(course, key=lambda item: (factory.x(item), item.status in DONE, item.value))
            marks += [*factory.lines(course), *factory.brackets(course)]
            for item in course:
                ends = self.end_label(item, factory, axis, last) if item is final else None
                weight = 0 if ends else weights.get(id(item), 0)
                marks.append(factory.mark(item, factory.label(item, axis) if weight else None, weight, ends))
        return tuple(marks)

    def colours(self) -> Mapping[str, int | None]:
        """Return the slot of each subject's colour: pillars have their own, and beside one company all are grey."""
        subjects = [course[0].subject for course in self.shown]
        if self.question.subject.kind is SubjectKind.COMPANY:
            own = colour_slot(self.dataset, self.dataset.subjects[self.question.subject.id])
            return {subject: own if subject == self.question.subject.id else OTHER_COLOUR for subject in subjects}
        if self.of_pillars:
            return {subject: colour_slot(self.dataset, self.dataset.subjects[subject]) for subject in subjects}
        asked = self.question.subject
        if asked.kind is SubjectKind.COMPARISON:
            return {subject: own_slot(self.dataset, asked, self.dataset.subjects[subject]) for subject in subjects}
        return {subject: FIRST_MEMBER + number for number, subject in enumerate(subjects)}

    @property
    def of_pillars(self) -> bool:
        return all(isinstance(self.dataset.subjects[course[0].subject], Pillar) for course in self.courses)

    def weights(self, course: Course, factory: MarkFactory, axis: ValueAxis) -> Mapping[int, int]:
        """Return the weights of the labels: numbers at all points would hide the courses.

        Told are all figures that are not done or on which sources differ, those of the company that is asked about,
        and on a logarithm, where heights are hard to read, as many as have room.
        """
        if course[0].subject == self.question.subject.id:
            return factory.label_weights(course)
        uncertain = {id(item): 40 for item in course if item.status not in DONE or factory.disagreements.about(item)}
        every = {id(item): 5 for item in course} if axis.logarithmic else {}
        return every | uncertain

    def end_label(self, item: Observation, factory: MarkFactory, axis: ValueAxis, last: int) -> EndLabel:
        """Return the words at the end of a course, with the year where it ends before the others."""
        more = (self.words.period(item.period.label),) if item.period.year != last else ()
        label = factory.label(item, axis, *more)
        emphasis = item.subject == self.question.subject.id
        return EndLabel(self.name(item), label.strong, label.faint, emphasis)

    # -- words --------------------------------------------------------------------------------------------------

    def name(self, item: Observation) -> str:
        return short_name(self.dataset.subjects[item.subject], self.words.language)

    def title(self, figures: Sequence[Observation]) -> str:
        first = self.dataset.subjects[figures[0].subject]
        name = indicator_of_members(self.dataset, self.question.subject, first, self.indicator, self.words)
        return self.words.text("{indicator}, {years}", indicator=name, years=years_text(figures, self.words))

    def subtitle(self, unit: str, axis: ValueAxis) -> str:
        unit = unit_text(self.indicator, unit, self.words)
        return logarithmic_subtitle(unit, self.words) if axis.logarithmic else unit

    def notes(self, panel: Panel) -> tuple[str, ...]:
        words, shown = self.words, self.shown
        found = list(cut_axes([panel], words))
        if len(shown) < len(self.courses):
            found.append(
                words.text(
                    "Shown are the {n} of {all} with the largest newest values.", n=len(shown), all=len(self.courses)
                )
            )
        found += self.left_out()
        found += broken_courses(self.dataset, [(self.name(course[0]), course) for course in shown], words)
        given = [observations_of(self.dataset, course[0].subject, self.indicator.id) for course in shown]
        found += figures_left_out(sum(map(len, given)) - sum(map(len, shown)), words)
        found += joining_rule(self.dataset, shown, words)
        found += counted_notes([item for course in shown for item in course], words)
        return tuple(found)

    def left_out(self) -> Iterable[str]:
        """Yield who of the same group has figures that cannot be shown here."""
        words = self.words
        present = {course[0].subject for course in self.courses}
        group = next(
            each for each in groups_of(self.dataset, self.question.subject) if any(m.id in present for m in each)
        )
        names = [
            short_name(member, words.language)
            for member in group
            if member.id not in present and observations_of(self.dataset, member.id, self.indicator.id)
        ]
        if names:
            yield words.text("Left out, fewer than two comparable years: {names}.", names=listed_names(names, words))

    def sentence(self, figures: Sequence[Observation]) -> str:
        words = self.words
        told = [
            words.text(
                "{name}: {text}",
                name=self.name(course[0]),
                text=words.listing(list(figure_texts(self.dataset, course, words))),
            )
            for course in self.shown[:_TOLD]
        ]
        return words.text(
            "{title}: {n} compared. The largest: {courses}.",
            title=self.title(figures),
            n=len(self.shown),
            courses=words.clauses(told),
        )
