"""Figures as they stand in strips, tiles and rows: a value in its parts, how real it is, and what it is measured by."""

from __future__ import annotations

from dataclasses import dataclass

from heartland_gui.charts.joins import Join
from heartland_gui.charts.plans import PlanBar, PlanState
from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Observation, Status


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in the parts in which it is drawn: `only`, `48`, `vehicles`. `text` alone is drawn large."""

    text: str
    qualifier: str = ""
    unit: str = ""

    @property
    def whole(self) -> str:
        """All of it in one text."""
        return f"{self.qualifier}{self.text}{self.unit}"


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line: its points in order of time, years across and values up, and how each is joined to the next."""

    points: tuple[tuple[float, float], ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Proportion:
    """What puts a figure in proportion: a plan with its outcome, else the year before.

    `status` is that of the plan, None where there is none; `outcome` follows the text and is in the colour of `state`;
    `figures` are those that are told.
    """

    text: str
    status: Status | None = None
    outcome: str = ""
    state: PlanState | None = None
    bar: PlanBar | None = None
    figures: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A headline figure: what it is of, how much, when, how real, and what it is measured by.

    Where sources differ there are several amounts, each with its figure. `remark` is what stands behind the period:
    the word of a status that is not actual, or in place of it that sources differ.
    """

    label: str
    amounts: tuple[Amount, ...]
    figures: tuple[Observation, ...]
    status: Status
    period: str
    spoken: str
    remark: str = ""
    differs: bool = False
    warned: bool = False
    """Whether the period is one of long ago."""
    proportion: Proportion | None = None
    spark: Spark | None = None
    tip: str = ""

    @property
    def told(self) -> tuple[Observation, ...]:
        """Every figure that stands in the cell."""
        return (*self.figures, *(() if self.proportion is None else self.proportion.figures))


@dataclass(frozen=True, slots=True)
class Tile:
    """A pillar in short: one figure of what is done, one plan, and how many companies there are."""

    ref: Ref
    colour: int | None
    title: str
    companies: int
    spoken: str
    cell: FigureCell | None = None
    plan: Proportion | None = None
