"""What is done against what was planned: how much of each target, forecast and capacity, and by when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from heartland_gui.charts.disagreements import bracket_details, bracket_legend
from heartland_gui.charts.furniture import (
    NoChartError,
    cited_sources,
    colour_slot,
    details,
    edition_line,
    listed_names,
    pillar_legend,
    status_legend,
)
from heartland_gui.charts.notes import notes_by_name
from heartland_gui.charts.number_labels import hedge_of_share, is_hedged, percent_text
from heartland_gui.charts.spec import (
    ANY_COLOUR,
    AxisRow,
    Bar,
    Bracket,
    CellValue,
    Chart,
    Details,
    Goal,
    Label,
    LegendEntry,
    Mark,
    Panel,
    Question,
    RowAxis,
    Symbol,
    Table,
    ValueAxis,
)
from heartland_gui.charts.tables import figures_table, with_computed
from heartland_gui.charts.weights import TARGETS, TARGETS_OF_COMPANY
from heartland_gui.decimals import percentage
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in, others_of
from heartland_gui.model.entities import PERCENT, Better, Indicator, IndicatorKind, Ref, SubjectKind, ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import companies_of, is_amount, latest, observations_of, short_name
from heartland_gui.text import Magnitude, Words, message
from heartland_gui.wording import (
    figure_name,
    listed_name,
    publisher_text,
    qualified,
    read_out,
    starred,
    status_text,
    value_text,
)

PLANS: Final = (Status.TARGET, Status.FORECAST, Status.CAPACITY)
"""The statuses of what something is measured against, in the order in which they are shown."""


_NEAR: Final = 0.05
"""How much of a hedged number may hide behind its hedge, as `more than 1.2 billion` does."""


class Outcome(Enum):
    """What a figure says about a plan."""

    MET = auto()
    MISSED = auto()
    NEARLY = auto()
    """Figure and plan are of one period and near each other, and one of them is hedged: more cannot be said."""
    SO_FAR = auto()
    """The figure is of a period before that of the plan."""
    AFTER = auto()
    """The figure is a level, and the only ones known are from after the date of the plan."""
    UNKNOWN_SINCE = auto()
    """The date of the plan has passed, and the newest figure is from before it."""
    USED = auto()
    """The plan is a designed capacity; its date is that of its statement."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A plan, the figure that it is compared with, and whether sources differ on the plan."""

    plan: Observation
    actual: Observation
    outcome: Outcome
    sources_differ: bool = False

    @property
    def share(self) -> float:
        """How much of the plan is reached, in percent: actual / plan."""
        return percentage(self.actual.value, self.plan.value)


@dataclass(frozen=True, slots=True)
class Tracked:
    """All progress of a subject, and one plan of each indicator for which none can be told."""

    progress: tuple[Progress, ...] = ()
    without_actual: tuple[Observation, ...] = ()
    not_positive: tuple[Observation, ...] = ()
    """The figures that they would be compared with are zero or less."""
    unfit: tuple[Observation, ...] = ()
    """No share says how far it is: plans of growth, shares and indices, of less, or of nothing."""


def tracked(dataset: Dataset, subject: str) -> Tracked:
    """Return the progress of a subject: of each indicator and status the newest plan that can be compared."""
    progress: list[Progress] = []
    without_actual: list[Observation] = []
    not_positive: list[Observation] = []
    unfit: list[Observation] = []
    for identifier in dataset.indicators_by_subject.get(subject, ()):
        figures = observations_of(dataset, subject, identifier)
        plans = [item for item in figures if item.status in PLANS]
        if not plans:
            continue
        indicator = dataset.indicator_by_id[identifier]
        possible = [item for item in plans if _is_fit(dataset, item, indicator, figures)]
        found = _progress(dataset, possible, indicator, figures)
        progress += found
        if found:
            continue
        if not possible:
            unfit.append(plans[-1])
        elif any(_actual(plan, indicator, figures) is not None for plan in possible):
            not_positive.append(plans[-1])
        else:
            without_actual.append(plans[-1])
    return Tracked(tuple(progress), tuple(without_actual), tuple(not_positive), tuple(unfit))


def _progress(
    dataset: Dataset, plans: Sequence[Observation], indicator: Indicator, figures: Sequence[Observation]
) -> list[Progress]:
    """Return the progress towards the newest plan of each status and scope; sources that differ each have their own."""
    measured: defaultdict[tuple[object, ...], list[tuple[Observation, Observation]]] = defaultdict(list)
    for plan in plans:
        actual = _actual(plan, indicator, figures)
        if actual is not None and actual.value > 0:
            measured[plan.status, plan.scope].append((plan, actual))
    found = []
    for pairs in measured.values():
        newest = max(pairs, key=lambda pair: pair[0].period.order)[0]
        by_value: dict[float, tuple[Observation, Observation]] = {}
        for plan, actual in pairs:
            if plan.period == newest.period:
                by_value.setdefault(plan.value, (plan, actual))
        found += [
            Progress(plan, actual, _outcome(dataset, plan, actual), len(by_value) > 1)
            for plan, actual in by_value.values()
        ]
    return found


def _is_fit(dataset: Dataset, plan: Observation, indicator: Indicator, figures: Iterable[Observation]) -> bool:
    """Whether a share of the plan says how far it is."""
    if not is_amount(dataset, indicator) or indicator.better is Better.LESS:
        return False
    if plan.value <= 0:
        return False
    # Where more than the plan was done when it was made, it is one of less.
    date = dataset.source_by_id[plan.source].date
    known = date.last if date is not None and date.last < plan.period.last else plan.period.first
    before = [item for item in figures if item.scope == plan.scope and item.period.last <= known]
    done = _newest([item for item in before if _is_alike(plan, item, indicator)])
    return plan.status is Status.CAPACITY or done is None or done.value <= plan.value


def _actual(plan: Observation, indicator: Indicator, figures: Iterable[Observation]) -> Observation | None:
    """Return the actual figure of the plan's own period, else the newest one before that can be compared.

    A level that is known only later is better than nothing; what a later year produced says nothing about a plan.
    """
    alike = [item for item in figures if item.scope == plan.scope and _is_alike(plan, item, indicator)]
    if plan.status is Status.CAPACITY:
        found = _newest(alike)
    else:
        own = [item for item in alike if _is_own(plan, item, indicator)]
        before = [item for item in alike if item.period.last <= plan.period.last]
        after = alike if indicator.kind is IndicatorKind.STOCK else []
        found = _newest(own) or _newest(before) or _newest(after)
    return found


def _newest(figures: Iterable[Observation]) -> Observation | None:
    return latest(figures, {Status.ACTUAL})


def _is_alike(plan: Observation, item: Observation, indicator: Indicator) -> bool:
    """Whether both are of one kind of period: levels of any moment, amounts of whole years or of the same stretch.

    The period of a capacity is when it was stated; it is designed for a year.
    """
    if indicator.kind is IndicatorKind.STOCK or item.period == plan.period:
        return True
    whole_year = plan.status is Status.CAPACITY or plan.period.frequency is Frequency.YEAR
    return whole_year and item.period.frequency is Frequency.YEAR


def _is_own(plan: Observation, item: Observation, indicator: Indicator) -> bool:
    """Whether a figure is of the plan's own period; a level is of the period at whose end it was measured."""
    at_end = indicator.kind is IndicatorKind.STOCK and item.period.last == plan.period.last
    return item.period == plan.period or at_end


def _outcome(dataset: Dataset, plan: Observation, actual: Observation) -> Outcome:
    if plan.status is Status.CAPACITY:
        return Outcome.USED
    if _is_own(plan, actual, dataset.indicator_by_id[plan.indicator]):
        near = abs(actual.value - plan.value) <= _NEAR * plan.value
        if near and (is_hedged(actual) or is_hedged(plan)):
            return Outcome.NEARLY
        return Outcome.MET if actual.value >= plan.value else Outcome.MISSED
    if actual.period.last > plan.period.last:
        return Outcome.AFTER
    dates = [source.date.last for source in dataset.sources if source.date is not None]
    # The newest source is how far the dataset reaches; what day it is where it is read says nothing about it.
    passed = bool(dates) and plan.period.last < max(dates)
    return Outcome.UNKNOWN_SINCE if passed else Outcome.SO_FAR


KIND: Final = "targets"
NAME: Final = message("Plans and results")

_MOST_ROWS: Final = 10
_LONGEST: Final = 160.0
"""Bars end here, in percent of the plan; longer ones are cut, and their number stays."""
_MARGIN: Final = 1.04


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return the one question about a subject that has a plan and a figure to compare it with."""
    rows = len(_tracked(dataset, subject).progress)
    if not rows:
        return ()
    weight = TARGETS_OF_COMPANY.of() if subject.kind is SubjectKind.COMPANY else TARGETS.of(rows > 1)
    return ((weight, Question(KIND, subject)),)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why nothing can be held against a plan."""
    found = _tracked(dataset, subject)
    if found.without_actual:
        return words.text("There is no actual figure to compare with a target, forecast or capacity.")
    if found.not_positive:
        return words.text("The actual figures to compare with a target, forecast or capacity are zero or less.")
    if found.unfit:
        return words.text("The results of these plans cannot be given as a share.")
    return words.text("There is no target, forecast or capacity here.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return how much of each plan of a subject is reached; a pillar shows those of its companies as well.

    Raises NoChartError where no plan can be compared with an actual figure.
    """
    found = _tracked(dataset, question.subject)
    if not found.progress:
        raise NoChartError(reason(dataset, question.subject, words))
    return _Drawing(dataset, question, found, words).chart()


def _tracked(dataset: Dataset, subject: Ref) -> Tracked:
    """Return what is tracked on a page, ordered by the status of the plans, then by their dates."""
    subjects = [subject.id]
    if subject.kind is SubjectKind.PILLAR:
        subjects += [company.id for company in companies_of(dataset, subject)]
    found = [tracked(dataset, identifier) for identifier in subjects]
    progress = [item for each in found for item in each.progress]
    progress.sort(key=lambda item: (PLANS.index(item.plan.status), item.plan.period.order))
    return Tracked(
        tuple(progress),
        tuple(item for each in found for item in each.without_actual),
        tuple(item for each in found for item in each.not_positive),
        tuple(item for each in found for item in each.unfit),
    )


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The making of one chart: what the steps below share."""

    dataset: Dataset
    question: Question
    tracked: Tracked
    words: Words

    def chart(self) -> Chart:
        words, shown = self.words, self.shown
        longest = min(max(item.share for item in shown), _LONGEST)
        axis = ValueAxis(0.0, max(100.0, longest) * _MARGIN, Magnitude(1.0, "%"), unit=PERCENT)
        marks = tuple(mark for row, item in enumerate(shown) for mark in self.marks(row, item))
        rows = tuple(AxisRow(self.name(item.plan), ref_of(self.dataset.subjects[item.plan.subject])) for item in shown)
        return Chart(
            question=self.question,
            subject=short_name(self.dataset.entity(self.question.subject), words.language),
            title=self.title(),
            subtitle=words.text("actual figure as a percentage of the target, forecast or capacity, computed"),
            x=axis,
            panels=(Panel(RowAxis(rows), marks),),
            words=words,
            legend=self.legend(marks),
            notes=self.notes(),
            sources=cited_sources(self.dataset, (item.source for item in self.inputs(shown)), words),
            edition=edition_line(self.dataset, words),
            sentence=self.sentence(),
            table=self.table(),
        )

    @property
    def shown(self) -> tuple[Progress, ...]:
        return self.tracked.progress[:_MOST_ROWS]

    def inputs(self, progress: Sequence[Progress]) -> list[Observation]:
        """Return the figures behind the rows, each once, and what other sources say of the same."""
        found: dict[int, Observation] = {}
        for each in progress:
            for item in (each.actual, *self.others(each), each.plan):
                found.setdefault(id(item), item)
        return list(found.values())

    def others(self, item: Progress) -> tuple[Observation, ...]:
        """Return what other sources say of the actual figure."""
        return others_of(self.dataset, item.actual)

    # -- what goes where ----------------------------------------------------------------------------------------

    def marks(self, row: int, item: Progress) -> tuple[Mark, ...]:
        colour = colour_slot(self.dataset, self.dataset.subjects[item.plan.subject])
        if self.question.subject.kind is SubjectKind.PILLAR:
            colour = colour_slot(self.dataset, self.dataset.entity(self.question.subject))
        label = Label(starred(self.share(item), item.actual.note or item.plan.note), self.words_of(item))
        cut = item.share > _LONGEST
        bar = Bar(row, min(item.share, _LONGEST), Status.ACTUAL, colour, self.details(item), label, cut=cut)
        goal = Goal(row, 100.0, item.plan.status, colour, details(self.dataset, item.plan, self.words, named=True))
        found = disagreements_in(self.dataset, item.actual.subject, item.actual.indicator).about(item.actual)
        if found is None:
            return bar, goal
        shares = [percentage(each.value, item.plan.value) for each in found.observations]
        about = bracket_details(self.dataset, found.led_by(item.actual), self.words)
        return bar, goal, Bracket(row, min(*shares, _LONGEST), min(max(shares), _LONGEST), about, horizontal=True)

    def details(self, item: Progress) -> Details:
        words = self.words
        lines = [
            self.name(item.plan),
            words.text(
                "{share} = actual / {plan}, computed", share=self.share(item), plan=status_text(item.plan.status, words)
            ),
            read_out(self.dataset, item.actual, words),
            read_out(self.dataset, item.plan, words),
        ]
        return Details("\n".join(lines), item.actual.source)

    # -- words --------------------------------------------------------------------------------------------------

    def title(self) -> str:
        if all(item.outcome is Outcome.USED for item in self.shown):
            return self.words.text("Use of designed capacity")
        return self.words.text("Plans and results")

    def name(self, plan: Observation) -> str:
        """Return the name of a row: the indicator, whose it is if not the page's, and which part it covers."""
        name = figure_name(self.dataset, plan, self.words)
        if plan.subject == self.question.subject.id:
            return name
        owner = listed_name(self.dataset, self.dataset.subjects[plan.subject], self.words)
        return self.words.text("{name}: {indicator}", name=owner, indicator=name)

    def names(self, plans: Sequence[Observation]) -> str:
        return listed_names([self.name(plan) for plan in plans], self.words)

    def share(self, item: Progress) -> str:
        return qualified(percent_text(item.share, self.words), hedge_of_share(item.actual, item.plan), self.words)

    def words_of(self, item: Progress) -> str:
        """Return `48 of 5,000 vehicles by 2020 · forecast · so far, 2019`: how far, by when, and what that says."""
        words = self.words
        unit = self.dataset.unit_of(item.plan.indicator)
        actual = words.compact(item.actual.value, unit)
        values = {
            "actual": qualified(actual, item.actual.qualifier, words),
            "plan": value_text(self.dataset, item.plan, words),
            "date": words.period(item.plan.period.label),
            "period": words.period(item.actual.period.label),
            "status": status_text(item.plan.status, words),
        }
        if item.outcome is Outcome.USED:
            parts = [words.text("of designed capacity used: {actual} of {plan}, {period}", **values)]
            if item.actual.period.year != item.plan.period.year:
                parts.append(words.text("capacity as of {date}", **values))
        elif item.plan.period.frequency is Frequency.SPAN:
            parts = [words.text("{actual} of {plan} in {date} · {status}", **values)]
        else:
            parts = [words.text("{actual} of {plan} by {date} · {status}", **values)]
        if item.outcome in _VERDICTS:
            parts.append(words.say(_VERDICTS[item.outcome]))
        elif item.outcome is Outcome.SO_FAR:
            parts.append(words.text("so far, {period}", **values))
        elif item.outcome is Outcome.AFTER:
            parts.append(words.text("only a later figure, {period}", **values))
        elif item.outcome is Outcome.UNKNOWN_SINCE:
            parts.append(words.text("so far, {period}; no figure since", **values))
        if item.sources_differ:
            parts.append(words.text("by {source}", source=publisher_text(self.dataset, item.plan, words)))
        if self.others(item):
            parts.append(words.text("actual by {source}", source=publisher_text(self.dataset, item.actual, words)))
        return " · ".join(parts)

    def legend(self, marks: Sequence[Mark]) -> tuple[LegendEntry, ...]:
        words = self.words
        colours = {mark.colour for mark in marks if isinstance(mark, Bar)}
        colour = next(iter(colours)) if len(colours) == 1 else ANY_COLOUR
        goals = [mark.status for mark in marks if isinstance(mark, Goal)]
        legend = status_legend([Status.ACTUAL], Symbol.BAR, colour, words)
        legend += tuple(
            LegendEntry(entry.symbol, words.text("{status} = 100 %", status=entry.label), entry.status, colour)
            for entry in status_legend(goals, Symbol.GOAL, colour, words)
        )
        if len(colours) > 1:
            legend += pillar_legend(self.dataset, colours, Symbol.BAR, words)
        return (*legend, *bracket_legend(marks, words))

    def notes(self) -> tuple[str, ...]:
        words, everything = self.words, self.tracked.progress
        found = []
        if len(everything) > _MOST_ROWS:
            found.append(words.text("The first {n} of {all} are shown.", n=_MOST_ROWS, all=len(everything)))
        if any(item.share > _LONGEST for item in self.shown):
            found.append(words.text("Bars longer than {n} are cut.", n=percent_text(_LONGEST, words)))
        if any(item.sources_differ for item in self.shown):
            found.append(words.text("Sources differ on the plan: each has its own row."))
        if self.tracked.without_actual:
            names = self.names(self.tracked.without_actual)
            found.append(words.text("No actual figure to compare: {names}.", names=names))
        if self.tracked.not_positive:
            names = self.names(self.tracked.not_positive)
            found.append(words.text("Left out, the actual figure is zero or less: {names}.", names=names))
        if self.tracked.unfit:
            names = self.names(self.tracked.unfit)
            found.append(words.text("Left out, a share would mislead: {names}.", names=names))
        figures = list({id(item): item for each in self.shown for item in (each.actual, each.plan)}.values())
        found += notes_by_name(self.dataset, figures, words, self.name)
        return tuple(found)

    def sentence(self) -> str:
        words = self.words
        listed = [
            words.text(
                "{name} {share} ({words})", name=self.name(item.plan), share=self.share(item), words=self.words_of(item)
            )
            for item in self.shown[:3]
        ]
        return words.text(
            "{subject}, {n} compared with a target, forecast or capacity: {names}.",
            subject=short_name(self.dataset.entity(self.question.subject), words.language),
            n=len(self.tracked.progress),
            names=words.listing(listed),
        )

    def table(self) -> Table:
        """Return the figures behind all rows; beside each plan how much of it is reached, and by the figure of when."""
        words, everything = self.words, self.tracked.progress
        inputs = self.inputs(everything)
        rows = {id(item): number for number, item in enumerate(inputs)}
        shares: dict[int, CellValue] = {rows[id(item.plan)]: item.share for item in everything}
        periods: dict[int, CellValue] = {rows[id(item.plan)]: item.actual.period.label for item in everything}
        table = with_computed(
            figures_table(self.dataset, inputs, words), "REACHED", words.text("Reached in percent, computed"), shares
        )
        return with_computed(table, "REACHED_PERIOD", words.text("Reached in"), periods)


_VERDICTS: Final = {
    Outcome.MET: message("met"),
    Outcome.MISSED: message("missed"),
    Outcome.NEARLY: message("about met"),
}
