"""Plans and their outcomes in words."""

from __future__ import annotations

from typing import Final

from heartland_gui.charts.number_labels import points_text
from heartland_gui.charts.plans import Difference, Plan, PlanState, pace_state
from heartland_gui.decimals import rounded, written
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import PERCENT
from heartland_gui.model.observations import Qualifier, Status
from heartland_gui.text import Message, Words, message
from heartland_gui.wording import label_name, qualified, value_text

_TELLING: Final = {
    PlanState.MET: message("met"),
    PlanState.MISSED: message("missed"),
    PlanState.NO_FIGURE: message("no figure known"),
    PlanState.UNDECIDED: message("the figure is too rough to tell"),
    PlanState.SOURCES_DIFFER: message("sources differ"),
    PlanState.ON_TRACK: message("on track"),
    PlanState.MOVING_AWAY: message("moving away"),
    PlanState.NOT_YET_MEASURED: message("not yet measured"),
    PlanState.NOT_YET_DUE: message("not yet due"),
    PlanState.AS_PLANNED: message("as planned"),
    PlanState.ABOVE: message("above the plan"),
    PlanState.BELOW: message("below the plan"),
    PlanState.BEHIND: message("behind"),
    PlanState.FAR_BEHIND: message("far behind"),
}
_TELLING_BY_DIFFERENCE: Final = {
    PlanState.MISSED: message("missed by {difference}"),
    PlanState.ABOVE: message("{difference} above the plan"),
    PlanState.BELOW: message("{difference} below the plan"),
}
_TELLING_BY_PACE: Final = {
    PlanState.BEHIND: message("behind ({share} of the pace)"),
    PlanState.FAR_BEHIND: message("far behind ({share} of the pace)"),
}
_TELLING_BY_THEN: Final = {
    PlanState.ON_TRACK: message("{outcome}; was on track"),
    PlanState.BEHIND: message("{outcome}; was behind"),
    PlanState.FAR_BEHIND: message("{outcome}; was far behind"),
    PlanState.MOVING_AWAY: message("{outcome}; was moving away"),
}
_UNTOLD: Final = frozenset({PlanState.NOT_YET_DUE, PlanState.NOT_YET_MEASURED, PlanState.ANNOUNCED})
"""What the date of a plan says already."""


def plan_text(dataset: Dataset, plan: Plan, words: Words) -> str:
    """Return a plan beside a figure of its own indicator: `target for 2026: > 20 bn m³`."""
    target = plan.target
    known = {"period": words.period(target.period.label), "value": value_text(dataset, target, words)}
    if plan.due is None:
        return words.text("announced {period}: {value}", **known)
    if target.status is Status.FORECAST:
        return words.text("expected for {period}: {value}", **known)
    return words.text("target for {period}: {value}", **known)


def plan_text_with_name(dataset: Dataset, plan: Plan, words: Words) -> str:
    """Return a plan beside a figure of another indicator: `plan: new energy capacity added 20 GW in 2026`.

    The figure that it is judged by stands behind it, `(> 16.9 GW in 2025)`, where the outcome does not tell it.
    """
    target, figure = plan.target, plan.figure
    known = {
        "name": words.inside(label_name(dataset, target, words)),
        "value": value_text(dataset, target, words),
        "period": words.period(target.period.label),
    }
    if plan.due is None:
        known["plan"] = words.text("{name} {value}, announced {period}", **known)
    elif dataset.indicator_by_id[target.indicator].kind.is_of_period:
        known["plan"] = words.text("{name} {value} in {period}", **known)
    else:
        known["plan"] = words.text("{name} {value} by {period}", **known)
    if target.status is Status.FORECAST:
        said = words.text("expected: {plan}", plan=known["plan"])
    else:
        said = words.text("plan: {plan}", plan=known["plan"])
    if figure is None or plan.state is PlanState.NO_FIGURE_SINCE:
        return said
    value = value_text(dataset, figure, words)
    if figure.period.order == target.period.order:
        return words.text("{plan} ({value})", plan=said, value=value)
    return words.text("{plan} ({value} in {period})", plan=said, value=value, period=words.period(figure.period.label))


def plan_name(dataset: Dataset, plan: Plan, words: Words) -> str:
    """Return what a plan is of, as it stands below its value: `Revenue`, or `Investment, announced 2025`."""
    name = label_name(dataset, plan.target, words)
    if plan.due is not None:
        return name
    return words.text("{name}, announced {period}", name=name, period=words.period(plan.target.period.label))


def outcome_text(dataset: Dataset, plan: Plan, words: Words, *, with_figure: bool = False) -> str:
    """Return what became of a plan: `missed by 1 point`, `no figure since 2020`, `not yet due`.

    With `with_figure` the figure since which there is none is told: `9 sites in Jun 2022, no figure since`.
    """
    state = plan.state
    if state is PlanState.NO_FIGURE_SINCE:
        return _no_figure_since(dataset, plan, words, with_figure=with_figure)
    dated = _by_date(plan, words)
    if dated:
        return dated
    if plan.difference is not None and state in _TELLING_BY_DIFFERENCE:
        return _by_difference(dataset, plan, plan.difference, words)
    if plan.pace is not None and state in _TELLING_BY_PACE:
        share = _pace_text(plan.pace, words)
        return words.say(Message(_TELLING_BY_PACE[state].template, (("share", share),)))
    return words.say(_TELLING[state])


def _by_date(plan: Plan, words: Words) -> str:
    """Return what became of a plan where that is told by a date or by years, else an empty text."""
    state = plan.state
    if state is PlanState.MET and plan.years_early:
        return words.plural("met {n} year early", "met {n} years early", plan.years_early)
    if state is PlanState.REACHED_LATER and plan.figure is not None:
        return words.text("reached by {period}", period=words.period(plan.figure.period.label))
    if state is PlanState.NEW_DEFINITION and plan.broken is not None:
        return words.text("new definition since {period}", period=words.period(plan.broken.label))
    if state is PlanState.ANNOUNCED:
        return words.text("announced {period}", period=words.period(plan.target.period.label))
    return ""


def outcome_sentence(dataset: Dataset, plan: Plan, words: Words) -> tuple[str, str]:
    """Return the line below a figure of a plan's own indicator in two parts, which have different colours.

    `target for 2025: ≈ 5 %` and `missed by 1 point`; the second is empty where it would only repeat that the plan is
    not yet due.
    """
    is_untold = plan.state in _UNTOLD or (plan.state is PlanState.NO_FIGURE and not plan.is_due)
    return plan_text(dataset, plan, words), "" if is_untold else outcome_text(dataset, plan, words)


def _no_figure_since(dataset: Dataset, plan: Plan, words: Words, *, with_figure: bool) -> str:
    figure, target = plan.figure, plan.target
    if figure is None or figure.period.last > target.period.last:
        # A later one is known, which tells nothing of the due period.
        said = words.text("no figure for {period}", period=words.period(target.period.label))
    elif with_figure:
        value, period = value_text(dataset, figure, words), words.period(figure.period.label)
        said = words.text("{value} in {period}, no figure since", value=value, period=period)
    else:
        said = words.text("no figure since {period}", period=words.period(figure.period.label))
    if plan.pace_state is None:
        return said
    return words.say(Message(_TELLING_BY_THEN[plan.pace_state].template, (("outcome", said),)))


def _by_difference(dataset: Dataset, plan: Plan, apart: Difference, words: Words) -> str:
    unit = dataset.unit_of(plan.target.indicator)
    said = points_text(apart.value, words, short=True) if unit.percentage else words.amount(apart.value, unit)
    if plan.state is PlanState.MISSED and apart.qualifier is Qualifier.OVER:
        return words.text("missed by >\u00a0{difference}", difference=said)
    said = qualified(said, apart.qualifier, words)
    return words.say(Message(_TELLING_BY_DIFFERENCE[plan.state].template, (("difference", said),)))


def _pace_text(pace: float, words: Words) -> str:
    """Return a pace in percent, with as many decimals as keep it in its own class: 94.9 % and not 95 %."""
    percent = written(pace) * 100
    digits = 0
    while digits < 9 and pace_state(rounded(percent, digits) / 100) is not pace_state(percent / 100):
        digits += 1
    return words.full_amount(float(percent), PERCENT, digits)
