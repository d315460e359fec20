"""What was promised and what became of it: the plans of a subject, each with its state. Nothing here has words.

A plan is a target, or a forecast where there is no target; how its state is told is in `plan_words`. What is due is
judged by the figure of the due period, what is not due by its pace: the step a year since the base, beside the step a
year that leads from the base to the plan.

Source of the measure and of its thresholds (95 percent, 60 percent, 0): Statistics Canada, progress measure of the
Sustainable Development Goals, after one of Eurostat's, https://sdgcif-data-canada-oddcic-donnee.github.io/methodology.
Unlike there, steps are straight and not compound, so that zero and negative values have a pace as well, and the base is
where the plan sets out, not one year for all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import Final

from heartland_gui.charts.bounds import Values, values_allowed, values_of
from heartland_gui.charts.comparing.alike import same_length
from heartland_gui.charts.joins import definition_break
from heartland_gui.charts.number_labels import hedge_of
from heartland_gui.decimals import difference, written
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Better, Company, Indicator, IndicatorKind, Ref, SubjectKind
from heartland_gui.model.observations import DONE, Base, Observation, Qualifier, Status
from heartland_gui.model.period import Frequency, Period
from heartland_gui.model.plans import Hope, has_due, hopes_of, judged_on, order_of, set_in, set_on, shown_hope
from heartland_gui.model.queries import companies_of, headline_ids, observations_of


class PlanState(StrEnum):
    """What the figures say of a plan on the day on which it is judged."""

    MET = "met"
    """The figure of the due period reaches it, or one before that does: `years_early`."""
    MISSED = "missed"
    REACHED_LATER = "reached-later"
    """A level: there is no figure of the due period, and a later one reaches it."""
    NO_FIGURE_SINCE = "no-figure-since"
    """Due, and the figure is of another period than the due one."""
    NO_FIGURE = "no-figure"
    """No figure that can be compared with it is known at all."""
    UNDECIDED = "undecided"
    """The figure of the due period is a bound or rough: some of the values that it allows reach the plan."""
    SOURCES_DIFFER = "sources-differ"
    """Sources differ on the figure of the due period, and by one the plan is met, by another it is not."""
    NEW_DEFINITION = "new-definition"
    """The definition changed since the plan was set: nothing is told across that."""
    ON_TRACK = "on-track"
    BEHIND = "behind"
    FAR_BEHIND = "far-behind"
    MOVING_AWAY = "moving-away"
    NOT_YET_MEASURED = "not-yet-measured"
    """Not due, and there is no figure since the base."""
    NOT_YET_DUE = "not-yet-due"
    """Not due, and no pace can be told."""
    ABOVE = "above"
    BELOW = "below"
    AS_PLANNED = "as-planned"
    """These three where neither more nor less is better."""
    ANNOUNCED = "announced"
    """It has no day by which it is to be reached."""


class PlanGroup(StrEnum):
    """What plans are chosen by; each is in one group."""

    NOT_YET_DUE = "not-yet-due"
    MET = "met"
    MISSED = "missed"
    NO_FIGURE = "no-figure"
    NEITHER = "neither"
    """Above, below or as planned, where neither more nor less is better."""
    ANNOUNCED = "announced"


_GROUPS: Final = {
    PlanState.MET: PlanGroup.MET,
    PlanState.REACHED_LATER: PlanGroup.MET,
    PlanState.MISSED: PlanGroup.MISSED,
    PlanState.ABOVE: PlanGroup.NEITHER,
    PlanState.BELOW: PlanGroup.NEITHER,
    PlanState.AS_PLANNED: PlanGroup.NEITHER,
    PlanState.ANNOUNCED: PlanGroup.ANNOUNCED,
}
"""The groups of what is told, due or not; all else is not yet due, or without a figure that would tell."""


_UNTOLD_BY_FIGURE: Final = frozenset({PlanState.UNDECIDED, PlanState.SOURCES_DIFFER})


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the figure is from the plan, in the indicator's base unit, above zero; of percentages in points."""

    value: float
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A target or forecast and what the figures say of it."""

    target: Observation
    state: PlanState
    group: PlanGroup
    due: date | None = None
    """The day after its period ends; None where it is announced without a day to be held to."""
    is_due: bool = False
    figure: Observation | None = None
    """The figure that decided, else the newest that can be compared with the plan, else None."""
    base: Base | None = None
    pace: float | None = None
    """The step a year since the base as a share of the step a year that was needed: 1 is as fast as needed."""
    pace_state: PlanState | None = None
    """Which state the pace means, of a plan that is due as well: it was on track. None where neither is better."""
    needed: float | None = None
    """The step a year from the base to the plan, in the indicator's base unit; of percentages in points."""
    so_far: float | None = None
    """The step a year from the base to the figure."""
    years_early: int = 0
    difference: Difference | None = None
    broken: Period | None = None
    """The period before which the definition changed, where that is why nothing is told."""
    others: tuple[Observation, ...] = ()
    """Other targets and forecasts of the same subject, indicator and scope, newest first."""

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The plan and, where there is one, the figure that it is held against."""
        return (self.target,) if self.figure is None else (self.target, self.figure)


# -- which plans there are ----------------------------------------------------------------------------------------


def plans_of(dataset: Dataset, ref: Ref) -> tuple[Plan, ...]:
    """Return the plans of a page: not yet due first, nearest first, then due, newest first, then announced.

    A pillar, city, zone, technology or the region has those of its companies as well, behind its own of the same day.
    """
    if ref.kind is SubjectKind.SOURCE:
        return ()
    others = [company.id for company in companies_of(dataset, ref) if company.id != ref.id]
    return _ordered(dataset, (plan for subject in (ref.id, *others) for plan in _plans(dataset, subject)))


def shown_plan(dataset: Dataset, subject: str, indicator: str) -> Plan | None:
    """Return the plan that is shown beside the figure of an indicator of a subject, None where there is none.

    That of `shown_hope`: the nearest that is not yet due, else the newest; one of the whole subject goes before one of
    a part of it.
    """
    shown = shown_hope(dataset, subject, indicator)
    return next((plan for plan in _plans(dataset, subject, indicator) if plan.target is shown), None)


def plan_beside(dataset: Dataset, subject: str, indicator: str | None) -> Plan | None:
    """Return the one plan that is shown of a subject: that of the indicator shown, else another, None without plans.

    Another is of a company that of its first headline indicator with one, of all else the nearest that is not yet due,
    else the newest. What has a day to be held to goes before what has none.
    """
    own = None if indicator is None else shown_plan(dataset, subject, indicator)
    if own is not None:
        return own
    is_company = isinstance(dataset.subjects[subject], Company)
    headline = headline_ids(dataset, subject) if is_company else ()

    def rank(plan: Plan) -> int:
        name = plan.target.indicator
        return headline.index(name) if name in headline else len(headline)

    return min(_ordered(dataset, _plans(dataset, subject)), key=rank, default=None)


def _ordered(dataset: Dataset, plans: Iterable[Plan]) -> tuple[Plan, ...]:
    day = judged_on(dataset)
    return tuple(sorted(plans, key=lambda plan: order_of(dataset, plan.target, day)))


def _plans(dataset: Dataset, subject: str, indicator: str | None = None) -> list[Plan]:
    """Return the plans of one subject in the dataset's order: of each set of like targets the one that is shown."""
    return [_plan(dataset, hope) for hope in hopes_of(dataset, subject, indicator)]


def _plan(dataset: Dataset, hope: Hope) -> Plan:
    target = hope.target
    if has_due(dataset, target):
        return _Case(dataset, target, judged_on(dataset), _alike(dataset, target)).judged(hope.others)
    return Plan(target, PlanState.ANNOUNCED, PlanGroup.ANNOUNCED, others=hope.others)


def _alike(dataset: Dataset, target: Observation) -> tuple[Observation, ...]:
    """Return the figures that may be compared with a target, in order of time; the best of a period comes last.

    The whole of what is done in a span is known by a figure of the same span only.
    """
    indicator = dataset.indicator_by_id[target.indicator]
    is_sum = target.period.frequency is Frequency.SPAN and indicator.kind.is_of_period

    def fits(item: Observation) -> bool:
        if item.status not in DONE or item.scope != target.scope:
            return False
        return _same_days(item, target) if is_sum else same_length(item.period, target.period, indicator)

    def rank(item: Observation) -> tuple[date, tuple[bool, bool], date]:
        published = dataset.published(dataset.source_by_id[item.source]).last
        return item.period.last, _exactness(item), published

    return tuple(sorted(filter(fits, observations_of(dataset, target.subject, target.indicator)), key=rank))


def _exactness(item: Observation) -> tuple[bool, bool]:
    """Return how exact a figure is; the greater goes before the less."""
    return hedge_of(item) is None, item.status is Status.ACTUAL


def _same_days(one: Observation, other: Observation) -> bool:
    return one.period.order == other.period.order


# -- what becomes of one ------------------------------------------------------------------------------------------

_ON_TRACK: Final = Decimal("0.95")
_BEHIND: Final = Decimal("0.60")
_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class _Case:
    """A target that has a day to be held to, and the figures that may be compared with it, in order of time."""

    dataset: Dataset
    target: Observation
    day: date
    alike: tuple[Observation, ...]

    def judged(self, others: tuple[Observation, ...]) -> Plan:
        """Return the plan with its state."""
        due = _next_day(self.target.period.last)
        is_due = self.day >= due
        plan = Plan(self.target, PlanState.NOT_YET_DUE, PlanGroup.NOT_YET_DUE, due, is_due, others=others)
        if self.alike:
            base = self.base()
            plan = replace(plan, figure=self.own() or self.alike[-1], base=None if base is None else base[0])
            plan = self.with_state(self.with_pace(plan, base), base)
        else:
            plan = replace(plan, state=PlanState.NO_FIGURE)
        missing = PlanGroup.NO_FIGURE if is_due or plan.state in _UNTOLD_BY_FIGURE else PlanGroup.NOT_YET_DUE
        return replace(plan, group=_GROUPS.get(plan.state, missing))

    @property
    def indicator(self) -> Indicator:
        return self.dataset.indicator_by_id[self.target.indicator]

    # -- the figures that tell -----------------------------------------------------------------------------------

    def own(self) -> Observation | None:
        """Return the figure of the due period that goes before all others."""
        return self._newest(self.own_of_all_sources())

    def own_of_all_sources(self) -> list[Observation]:
        """Return the figures of the due period; a level is of the period at whose end it was measured.

        They tell of a target even where its source was printed after the period: sources repeat old targets. Only where
        the target itself says that it was set later they do not.
        """
        given = self.target.terms.set if self.target.terms is not None else None
        return [
            item
            for item in self.alike
            if (_same_days(item, self.target) or (self.is_level and item.period.last == self.target.period.last))
            and (given is None or item.period.last > given.first)
        ]

    @property
    def is_level(self) -> bool:
        return self.indicator.kind is IndicatorKind.STOCK

    def before(self) -> Observation | None:
        """Return the newest figure from before the end of the due period."""
        return self._newest(item for item in self.alike if item.period.last <= self.target.period.last)

    def base(self) -> tuple[Base, Values] | None:
        """Return from where the target sets out, and the values that this allows.

        As the target says; else the newest actual figure of its own source; else the last one from before it was set.
        """
        terms, given_on = self.target.terms, set_on(self.dataset, self.target)
        if terms is not None and terms.base is not None:
            return terms.base, values_of(terms.base.value, None)
        given = terms.set.last if terms is not None and terms.set is not None else date.max
        known = [
            item for item in self.alike if item.status is Status.ACTUAL and item.period.last < self.target.period.last
        ]
        own = (item for item in known if item.source == self.target.source and item.period.last <= given)
        earlier = (item for item in known if given_on is not None and item.period.last <= given_on)
        figure = self._newest(own) or self._newest(earlier)
        return None if figure is None else (Base(figure.period, figure.value), values_allowed(figure))

    @staticmethod
    def _newest(figures: Iterable[Observation]) -> Observation | None:
        """Return the last of figures that are in order of time."""
        return next(iter(list(figures)[::-1]), None)

    def broken(self, figure: Observation, base: Base | None) -> Period | None:
        """Return before which period the definition changed between the beginning of a plan and a figure.

        A plan is told in the definition of the figures that were known when it was set: its base.
        """
        if base is not None:
            since = base.period.last
        else:
            given_in = set_in(self.dataset, self.target) or self.target.period
            since = date.fromordinal(max(1, given_in.first.toordinal() - 1))
        return definition_break(self.dataset, figure, since, self.target.source)

    # -- the state -----------------------------------------------------------------------------------------------

    def with_state(self, plan: Plan, base: tuple[Base, Values] | None) -> Plan:
        """Return a plan that has a figure with its state."""
        own = self.own()
        if own is not None:
            return self.decided(plan, own)
        early = self.before()
        if early is not None and self.met_early(early, plan, base):
            years = _whole_years(early.period.last, self.target.period.last)
            return replace(plan, state=PlanState.MET, figure=early, years_early=years)
        if plan.is_due:
            later = self.reached_later(plan)
            if later is not None:
                return replace(plan, state=PlanState.REACHED_LATER, figure=later)
            return replace(plan, state=PlanState.NO_FIGURE_SINCE)
        return self.under_way(plan)

    def decided(self, plan: Plan, own: Observation) -> Plan:
        """Return a plan as the figure of its due period tells it, and all others that are as exact as this one."""
        broken = self.broken(own, plan.base)
        if broken is not None:
            return replace(plan, state=PlanState.NEW_DEFINITION, broken=broken)
        state = self.decision(own)
        as_exact = (item for item in self.own_of_all_sources() if _exactness(item) == _exactness(own))
        if any(self.decision(item) is not state for item in as_exact):
            return replace(plan, state=PlanState.SOURCES_DIFFER)
        if state in (PlanState.MISSED, PlanState.ABOVE, PlanState.BELOW):
            apart = _difference(self.target, own, above=own.value > self.target.value)
            return replace(plan, state=state, difference=apart)
        return replace(plan, state=state)

    def decision(self, own: Observation) -> PlanState:
        """Return what one figure of the due period tells by itself."""
        wanted, allowed = _wanted(self.target, self.indicator.better), values_allowed(own)
        is_good = self.indicator.better is not Better.NEITHER
        if allowed.within(wanted):
            return PlanState.MET if is_good else PlanState.AS_PLANNED
        above, below = wanted.below(allowed), allowed.below(wanted)
        if not (above or below) or self.is_contrary:
            return PlanState.UNDECIDED
        if is_good:
            return PlanState.MISSED
        return PlanState.ABOVE if above else PlanState.BELOW

    @property
    def is_contrary(self) -> bool:
        """Whether the bound of a target is on the wrong side: up to 500 of what should be many are no least number."""
        contrary = {
            Better.MORE: (Qualifier.UNDER, Qualifier.UP_TO),
            Better.LESS: (Qualifier.OVER, Qualifier.AT_LEAST),
            Better.NEITHER: (),
        }
        return self.target.qualifier in contrary[self.indicator.better]

    def reaches(self, figure: Observation) -> bool:
        """Whether every value that a figure allows reaches the target, by all sources that are as exact as this one."""
        wanted = _wanted(self.target, self.indicator.better)
        as_exact = (item for item in self.alike if _same_days(item, figure) and _exactness(item) == _exactness(figure))
        return all(values_allowed(item).within(wanted) for item in as_exact)

    def is_reached_by(self, base: tuple[Base, Values]) -> bool:
        """Whether a base reaches the target already: a level that was there before is no progress."""
        is_good = self.indicator.better is not Better.NEITHER
        return is_good and base[1].within(_wanted(self.target, self.indicator.better))

    def met_early(self, early: Observation, plan: Plan, base: tuple[Base, Values] | None) -> bool:
        """Whether a figure from before the end of the due period reaches the target.

        Not where the target was set later or nobody knows when, not where its base reached it already, and not the
        growth of another year.
        """
        given_on = set_on(self.dataset, self.target)
        if given_on is None or early.period.last <= given_on or self.indicator.better is Better.NEITHER:
            return False
        if self.indicator.kind is IndicatorKind.GROWTH or not self.reaches(early):
            return False
        if base is not None and self.is_reached_by(base):
            return False
        return self.broken(early, plan.base) is None

    def reached_later(self, plan: Plan) -> Observation | None:
        """Return the first level from after the due period that reaches the target."""
        if not self.is_level or self.indicator.better is Better.NEITHER:
            return None
        later = (item for item in self.alike if item.period.last > self.target.period.last)
        found = next((item for item in later if self.reaches(item)), None)
        return None if found is None or self.broken(found, plan.base) is not None else found

    def under_way(self, plan: Plan) -> Plan:
        """Return a plan that is not due and not met."""
        if plan.base is None or plan.figure is None:
            return plan
        if plan.figure.period.last <= plan.base.period.last:
            return replace(plan, state=PlanState.NOT_YET_MEASURED)
        broken = self.broken(plan.figure, plan.base)
        if broken is not None:
            return replace(plan, state=PlanState.NEW_DEFINITION, broken=broken)
        return replace(plan, state=plan.pace_state or PlanState.NOT_YET_DUE)

    # -- the pace ------------------------------------------------------------------------------------------------

    def with_pace(self, plan: Plan, base: tuple[Base, Values] | None) -> Plan:
        """Return a plan with its steps a year, where they mean something.

        Growth is no way from here to there, and what is there already needs no step; a year is the shortest way. The
        steps of a span are its sum by the year.
        """
        if self.indicator.kind is IndicatorKind.GROWTH:
            return plan
        if self.target.period.frequency is Frequency.SPAN and self.indicator.kind.is_of_period:
            own = self.own()
            done = None if own is None else _step(0, own.value, own.period.start, own.period.end)
            span = self.target.period
            return replace(plan, needed=_step(0, self.target.value, span.start, span.end), so_far=done)
        if base is None or self.is_reached_by(base) or self.target.period.last - base[0].period.last < _YEAR:
            return plan
        start, allowed = base
        if not (allowed.low.is_finite() and allowed.high.is_finite()):
            return plan
        plan = replace(plan, needed=_step(start.value, self.target.value, start.period.end, self.target.period.end))
        now = self.before()
        if now is None or now.period.last <= start.period.last or self.broken(now, start) is not None:
            return plan
        return self.with_step_so_far(plan, now, start, allowed)

    def with_step_so_far(self, plan: Plan, now: Observation, start: Base, allowed: Values) -> Plan:
        """Return a plan with the step a year from its base to a figure, and its pace where that is a number."""
        goal, known = written(self.target.value), values_allowed(now)
        if goal in (allowed.low, allowed.high) or (goal > allowed.low) != (goal > allowed.high):
            return plan
        years = _years(start.period.end, self.target.period.end) / _years(start.period.end, now.period.end)

        def pace(begun: Decimal, reached: Decimal) -> Decimal:
            return (reached - begun) / (goal - begun) * years

        states = {pace_state(pace(*ends)) for ends in product((allowed.low, allowed.high), (known.low, known.high))}
        is_good = self.indicator.better is not Better.NEITHER
        state = states.pop() if is_good and len(states) == 1 else None
        if not (known.low.is_finite() and known.high.is_finite()):
            return replace(plan, pace_state=state)
        return replace(
            plan,
            pace=float(pace(written(start.value), written(now.value))),
            pace_state=state,
            so_far=_step(start.value, now.value, start.period.end, now.period.end),
        )


def _next_day(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _whole_years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _years(start: float, end: float) -> Decimal:
    return written(end) - written(start)


def _step(first: float, last: float, start: float, end: float) -> float:
    """Return the straight step a year from one value to another, between two moments in decimal years."""
    return float((written(last) - written(first)) / _years(start, end))


def pace_state(pace: Decimal) -> PlanState:
    """Return what a pace means: the step a year since the base as a share of the one that was needed."""
    if pace >= _ON_TRACK:
        return PlanState.ON_TRACK
    if pace >= _BEHIND:
        return PlanState.BEHIND
    return PlanState.FAR_BEHIND if pace >= 0 else PlanState.MOVING_AWAY


def _wanted(target: Observation, better: Better) -> Values:
    """Return which values reach a target; what is about it lies within a fiftieth.

    Where neither more nor less is better, these are the values that are as planned.
    """
    own = values_of(target.value, target.qualifier)
    stated, endless = written(target.value), Decimal("Infinity")
    if better is Better.MORE:
        low = own.low if own.low.is_finite() else stated
        return Values(low, endless, low_open=target.qualifier is Qualifier.OVER)
    if better is Better.LESS:
        high = own.high if own.high.is_finite() else stated
        return Values(-endless, high, high_open=target.qualifier is Qualifier.UNDER)
    return own


def _difference(target: Observation, figure: Observation, *, above: bool) -> Difference | None:
    """Return how far a figure is above or below a target, hedged so that it holds for all that both allow."""
    apart = abs(difference(figure.value, target.value))
    if not apart:
        return None
    allowed = values_allowed(figure)
    near_open, far = (allowed.low_open, allowed.high) if above else (allowed.high_open, allowed.low)
    beyond = target.qualifier in ((Qualifier.UNDER,) if above else (Qualifier.OVER,))
    if beyond or near_open:
        return Difference(apart, Qualifier.OVER)
    if not far.is_finite():
        return Difference(apart, Qualifier.AT_LEAST)
    return Difference(apart, hedge_of(figure))


# -- the small bar ------------------------------------------------------------------------------------------------

_ROOM: Final = 1.06
"""How much wider the bar is than the larger of figure and plan."""


@dataclass(frozen=True, slots=True)
class PlanBar:
    """A figure beside its plan: both from 0 in shares of the width, 0 to 1."""

    figure: float
    plan: float


def plan_bar(dataset: Dataset, plan: Plan) -> PlanBar | None:
    """Return the small bar of a plan, None where none is drawn.

    Without a figure, of growth, and of what is not above zero there is none; what is made in a period only stands
    beside the plan of the same period. The bar puts both beside each other: it never says how much is reached.
    """
    figure, target = plan.figure, plan.target
    kind = dataset.indicator_by_id[target.indicator].kind
    if figure is None or kind is IndicatorKind.GROWTH or figure.value <= 0 or target.value <= 0:
        return None
    if kind is IndicatorKind.FLOW and not _same_days(figure, target):
        return None
    width = written(max(figure.value, target.value)) * written(_ROOM)
    return PlanBar(float(written(figure.value) / width), float(written(target.value) / width))
