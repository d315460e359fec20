"""What a chart is before it is drawn: titles, panels, key, sources, and the same numbers as a table.

Its axes are in `axes`, its marks in `marks`. All positions are in data units (decimal years, values in the indicator's
base unit, row numbers, degrees); the axes know how values become positions on a linear scale. The vocabulary of
statuses follows IBCS: done is solid, the rest is not.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.charts.axes import Across, Up, ValueAxis
from heartland_gui.charts.marks import Datum, Dot, Mark
from heartland_gui.model.entities import Ref
from heartland_gui.model.facts import Status
from heartland_gui.text import Words


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to see: a kind of chart for a subject and, for most kinds, an indicator.

    `logarithmic` is None where the rule of the kind decides.
    """

    kind: str
    subject: Ref
    indicator: str | None = None
    logarithmic: bool | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot of a chart; several share the horizontal axis. `title` is empty where there is only one.

    `weight` is how high the plot is beside the others.
    """

    y: Up
    marks: tuple[Mark, ...]
    title: str = ""
    weight: float = 1.0


class Symbol(StrEnum):
    """What stands in the key before a word."""

    DOT = "dot"
    LINE = "line"
    SPAN = "span"
    BAR = "bar"
    REFERENCE = "reference"
    MILESTONE = "milestone"
    SPREAD = "spread"
    GOAL = "goal"
    MOVE = "move"
    PART = "part"
    SHADE = "shade"
    CIRCLE = "circle"
    PIN = "pin"
    HEADING = "heading"
    """No sign: the words stand above the entries that follow."""


ANY_COLOUR: Final = -1
"""The colour of a sign in the key that holds for marks of every colour."""

BESIDE: Final = -2
"""The colour of subjects that stand beside the one that is asked about."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """An entry of the key: a symbol as it is drawn for a status (and colour), and its word.

    `fill` is the class of a shade (None: hatched, nothing is known) or the tone of a part; `share` is the size of a
    circle beside the largest.
    """

    symbol: Symbol
    label: str
    status: Status = Status.ACTUAL
    colour: int | None = None
    fill: int | None = None
    share: float = 0.16


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list beside a plot: a name, its numbers, and the sign of what stands for them on the plot."""

    name: str
    cells: tuple[str, ...]
    datum: Datum
    sign: KeyEntry | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a plot shows, once more in order, beside it where there is room; `headings` are those of the cells."""

    headings: tuple[str, ...]
    rows: tuple[ListedRow, ...]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source in the footer."""

    id: str
    text: str


Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """The same numbers as rows: `columns` are stable machine names, `headings` their words for people."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, complete: what is drawn, what is read out, what is exported."""

    question: Question
    subject: str
    title: str
    subtitle: str
    x: Across
    panels: tuple[Panel, ...]
    words: Words
    key: tuple[KeyEntry, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    edition: str = ""
    sentence: str = ""
    """What the chart shows, in plain words: the accessible description."""
    table: Table = Table((), (), ())
    can_be_logarithmic: bool = False
    listing: Listing | None = None

    @property
    def full_title(self) -> str:
        """The title of a picture that stands alone: the subject and what is shown of it."""
        if not self.title:
            return self.subject
        after = self.title.removeprefix(self.subject)[:1]
        if after and self.title.startswith(self.subject) and unicodedata.category(after).startswith("P"):
            return self.title  # such as the indicator `Finance, value added` of the pillar
        return self.words.text("{subject}: {title}", subject=self.subject, title=self.title)

    @property
    def has_value_scale(self) -> bool:
        """Whether points stand on an axis of values, which may be linear or logarithmic."""
        return any(
            any(isinstance(axis, ValueAxis) for axis in (self.x, panel.y))
            and any(isinstance(mark, Dot) for mark in panel.marks)
            for panel in self.panels
        )

    @property
    def is_logarithmic(self) -> bool:
        """Whether an axis is logarithmic."""
        axes = [self.x, *(panel.y for panel in self.panels)]
        return any(isinstance(axis, ValueAxis) and axis.logarithmic for axis in axes)
