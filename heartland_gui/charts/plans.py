"""What was promised and what became of it: the plans of a subject, each with its state. Nothing here has words.

A plan is a target, or a forecast where there is no target. How its state is told is in `plan_words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Observation, Qualifier
from heartland_gui.model.period import Period


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
    """No figure of it is known at all."""
    UNDECIDED = "undecided"
    """Due, and the figure of the due period is a bound or rough: some of the values that it allows reach the plan."""
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
    """It has no date to be held to."""


class PlanGroup(StrEnum):
    """What plans are chosen by; each is in one group."""

    NOT_YET_DUE = "not-yet-due"
    MET = "met"
    MISSED = "missed"
    NO_FIGURE = "no-figure"
    NEITHER = "neither"
    """Above, below or as planned, where neither more nor less is better."""
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class Base:
    """Where a plan began: a period and a value in the indicator's base unit, and the figure that says so, if any."""

    period: Period
    value: int | float
    figure: Observation | None = None


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
    """The day after its period ends; None where it is announced without a date to be held to."""
    is_due: bool = False
    figure: Observation | None = None
    """The figure of the due period, else the newest that can be compared with the plan, else None."""
    base: Base | None = None
    pace: float | None = None
    """The step a year since the base as a share of the step a year that was needed: 1 is as fast as needed."""
    pace_state: PlanState | None = None
    """Which state the pace means, of a plan that is due as well: it was on track."""
    needed: float | None = None
    """The step a year from the base to the plan, in the indicator's base unit; of percentages in points."""
    so_far: float | None = None
    """The step a year from the base to the figure."""
    years_early: int = 0
    difference: Difference | None = None
    older: tuple[Observation, ...] = ()
    """Other targets and forecasts of the same subject, indicator and scope, newest first."""


@dataclass(frozen=True, slots=True)
class PlanBar:
    """A figure beside its plan: both from 0 in shares of the width, 0 to 1."""

    figure: float
    plan: float


def judged_on(dataset: Dataset) -> date:
    """Return the day on which plans are judged: the chosen day, else the first of the edition's month, else the newest.

    Never the day of the clock: the same dataset says the same wherever and whenever it is read.
    """
    return dataset.manifest.as_of or date.min


def plans_of(dataset: Dataset, ref: Ref) -> tuple[Plan, ...]:
    """Return the plans of a page: not yet due first, nearest first, then due, newest first, then announced.

    A pillar, city, zone, technology or the region has those of its companies as well, behind its own.
    """
    return ()


def shown_plan(dataset: Dataset, subject: str, indicator: str) -> Plan | None:
    """Return the plan of an indicator of a subject that is shown beside its figure, None where there is none."""
    return None


def plan_bar(dataset: Dataset, plan: Plan) -> PlanBar | None:
    """Return the small bar of a plan, None where there is none: without a figure, of growth, below zero."""
    return None
