"""Numbers and what is known of them: status, qualifier, scope, source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from heartland_gui.model.entities import Localized
from heartland_gui.model.period import Period


class Status(StrEnum):
    """How real a number is: done, guessed, expected, planned or designed."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FORECAST = "forecast"
    TARGET = "target"
    CAPACITY = "capacity"


OBS_STATUS: Final = {Status.ACTUAL: "A", Status.ESTIMATE: "E", Status.FORECAST: "F"}
"""The codes of the SDMX code list CL_OBS_STATUS; targets and capacities have none."""

DONE: Final = frozenset({Status.ACTUAL, Status.ESTIMATE})
"""The statuses of what has happened; the others are hopes, plans and designs."""


HOPED: Final = frozenset({Status.FORECAST, Status.TARGET})
"""The statuses of what somebody wants or expects to reach."""


class Qualifier(StrEnum):
    """How a source hedges a number; shown at the number, never mixed into it."""

    ABOUT = "about"
    OVER = "over"
    NEARLY = "nearly"
    UNDER = "under"
    AT_LEAST = "at-least"
    UP_TO = "up-to"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Base:
    """From where a plan sets out: a value, in the unit of the plan's indicator, and its period."""

    period: Period
    value: int | float


@dataclass(frozen=True, slots=True)
class Terms:
    """What a target or a forecast says of itself: when it was set, from which base, and whether it is due some day.

    One that is not `due` has no year by which it is to be reached: its period is the one in which it was told.
    """

    set: Period | None = None
    base: Base | None = None
    due: bool = True


class Observation(NamedTuple):
    """One number of one indicator of one subject for one period by one source, in the indicator's base unit.

    `terms` are there for the few plans that say any.
    """

    subject: str
    indicator: str
    source: str
    period: Period
    value: int | float
    status: Status = Status.ACTUAL
    qualifier: Qualifier | None = None
    note: Localized | None = None
    scope: Localized | None = None
    terms: Terms | None = None

    @property
    def is_due(self) -> bool:
        """Whether the end of its period is the day by which a plan is to be reached."""
        return self.terms is None or self.terms.due


class Series(NamedTuple):
    """What one source says of one indicator of one subject, in order of time; these three come first.

    `break_before` holds the labels of the periods before which the definition changed.
    """

    subject: str
    indicator: str
    source: str
    observations: tuple[Observation, ...]
    break_before: tuple[str, ...] = ()
