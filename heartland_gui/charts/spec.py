"""What a chart is before it is drawn: titles, axes, marks, key, sources, and the same numbers as a table.

All positions are in data units (decimal years, values in the indicator's base unit, row numbers); the axes know how
values become positions on a linear scale. The vocabulary of statuses follows IBCS: done is solid, the rest is not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.model.entities import Ref
from heartland_gui.model.facts import Observation, Status
from heartland_gui.text import Magnitude, Words


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
class Tick:
    """A place on an axis and its label; a label of None marks a boundary without a word."""

    position: float
    label: str | None


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """An axis of values from `low` to `high` (base units).

    A linear axis is labelled in one magnitude; the decades of a logarithmic one are each shortened by the unit's scale
    and symbol (`1,000`, `1 mn`).
    """

    low: float
    high: float
    magnitude: Magnitude
    logarithmic: bool = False
    scale: str = "count"
    symbol: str = ""

    def position(self, value: float) -> float:
        """Return where a value stands: itself, or its decimal logarithm on a logarithmic axis."""
        return math.log10(value) if self.logarithmic else value

    @property
    def bounds(self) -> tuple[float, float]:
        """The positions of both ends."""
        return self.position(self.low), self.position(self.high)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """A true scale of time in decimal years; the label of a year stands in the middle of it.

    `finest` is the shortest step in years that labels may have: yearly figures get no months.
    """

    low: float
    high: float
    finest: float = 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """The positions of both ends."""
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a ranking: its name, the page that it leads to, and whether it is the one that is asked about."""

    label: str
    ref: Ref | None = None
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class RowAxis:
    """Named rows from top to bottom; row number `n` reaches from `n - 0.5` to `n + 0.5`."""

    rows: tuple[Row, ...]

    @property
    def bounds(self) -> tuple[float, float]:
        """The positions of the lower and the upper end: rows count downwards."""
        return len(self.rows) - 0.5, -0.5


@dataclass(frozen=True, slots=True)
class LaneAxis:
    """No scale: marks are stacked as room allows."""

    @property
    def bounds(self) -> tuple[float, float]:
        """The positions of both ends."""
        return 0.0, 1.0


@dataclass(frozen=True, slots=True)
class Datum:
    """What a mark stands for: the line that is read out, and where a click leads."""

    read_out: str
    source: str | None = None
    subject: Ref | None = None
    observation: Observation | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a mark: the number in strong type, what it is in faint type behind it."""

    strong: str
    faint: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A number at a point of time."""

    x: float
    y: float
    status: Status
    colour: int | None
    datum: Datum
    label: Label | None = None
    weight: int = 0
    """Labels of greater weight are placed first; those without room are left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through numbers of one source: solid between what is done, dashed towards what is hoped for."""

    points: tuple[tuple[float, float], ...]
    status: Status
    colour: int | None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A number that covers a stretch of time, drawn as long as it lasts."""

    first: float
    last: float
    y: float
    status: Status
    colour: int | None
    datum: Datum
    label: Label | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A level that limits others, such as a designed capacity: a capped dotted line with its own label."""

    y: float
    colour: int | None
    datum: Datum
    label: Label


@dataclass(frozen=True, slots=True)
class Bar:
    """A number of a row, as a horizontal bar from zero."""

    row: int
    value: float
    status: Status
    colour: int | None
    datum: Datum
    label: Label


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event: a mark on the line of time, from `first` to `last`, with its words."""

    first: float
    last: float
    colour: int | None
    datum: Datum
    label: Label
    planned: bool = False


Mark = Dot | Line | Span | Reference | Bar | Milestone


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot of a chart; several share the horizontal axis. `title` is empty where there is only one."""

    y: ValueAxis | RowAxis | LaneAxis
    marks: tuple[Mark, ...]
    title: str = ""


class Symbol(StrEnum):
    """What stands in the key before a word."""

    DOT = "dot"
    LINE = "line"
    SPAN = "span"
    BAR = "bar"
    REFERENCE = "reference"
    MILESTONE = "milestone"
    BREAK = "break"


ANY_COLOUR: Final = -1
"""The colour of a sign in the key that holds for marks of every colour."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """An entry of the key: a symbol as it is drawn for a status (and colour), and its word."""

    symbol: Symbol
    label: str
    status: Status = Status.ACTUAL
    colour: int | None = None


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
    x: TimeAxis | ValueAxis
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

    @property
    def full_title(self) -> str:
        """The title of a picture that stands alone: the subject and what is shown of it."""
        return f"{self.subject}: {self.title}" if self.title else self.subject

    @property
    def is_logarithmic(self) -> bool:
        """Whether an axis is logarithmic."""
        axes = [self.x, *(panel.y for panel in self.panels)]
        return any(isinstance(axis, ValueAxis) and axis.logarithmic for axis in axes)
