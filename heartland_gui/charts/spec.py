"""What a chart is before it is drawn: titles, panels, axes, marks, legend, sources, and the same numbers as a table."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.model.entities import NO_UNIT, Ref, Unit
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Magnitude, Words


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and its label; a label of None marks a boundary without a word."""

    position: float
    label: str | None


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """An axis of values from `low` to `high` (base units).

    A linear axis is labelled in one magnitude; the decades of a logarithmic one are each shortened as the unit is
    (`1,000`, `1 mn`).
    """

    low: float
    high: float
    magnitude: Magnitude
    logarithmic: bool = False
    unit: Unit = NO_UNIT

    def position(self, value: float) -> float:
        """Return where a value stands: itself, or its decimal logarithm on a logarithmic axis."""
        return math.log10(value) if self.logarithmic else value

    @property
    def is_cut(self) -> bool:
        """Whether a linear axis does not reach zero, from above or from below."""
        return not self.logarithmic and (self.low > 0 or self.high < 0)

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
class AxisRow:
    """A row of a ranking: its name, the page that it leads to, and whether it is the one that is asked about.

    `trailing` are words at its right end.
    """

    label: str
    ref: Ref | None = None
    emphasis: bool = False
    trailing: str = ""


@dataclass(frozen=True, slots=True)
class RowAxis:
    """Named rows from top to bottom; row number `n` reaches from `n - 0.5` to `n + 0.5`.

    `trailing` is the heading of the words at their right ends.
    """

    rows: tuple[AxisRow, ...]
    trailing: str = ""

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
class MapAxis:
    """Degrees of longitude or latitude (WGS 84), in an equirectangular projection that is true at the middle latitude.

    `stretch` is how long a degree of this axis is drawn, beside one of latitude: the cosine of the middle latitude for
    longitudes, 1 for latitudes.
    """

    low: float
    high: float
    stretch: float = 1.0

    @property
    def bounds(self) -> tuple[float, float]:
        """The positions of both ends."""
        return self.low, self.high


HorizontalAxis = TimeAxis | ValueAxis | MapAxis
"""What may run from left to right."""

VerticalAxis = ValueAxis | RowAxis | LaneAxis | MapAxis
"""What may run from bottom to top."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a mark stands for: the line that is read out, and where a click leads."""

    read_out: str
    source: str | None = None
    subject: Ref | None = None
    observation: Observation | None = None


FIRM: Final = 10
"""Labels of less than this weight are left out rather than put on a line."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a mark: the number in strong type, what it is in faint type behind it."""

    strong: str
    faint: str = ""


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words in the column right of the plot, at the end of a course: whose it is, and its last number.

    `strong` and `faint` are as in a label; `emphasis` sets the name in strong type as well.
    """

    name: str
    strong: str = ""
    faint: str = ""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A number at a point of time, or on a row; one with an end label is where a course ends.

    `minor` is drawn small: what another number is compared with.
    """

    x: float
    y: float
    status: Status
    colour: int | None
    details: Details
    label: Label | None = None
    weight: int = 0
    """Labels of greater weight are placed first; those without room are left out."""
    minor: bool = False
    end_label: EndLabel | None = None


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
    details: Details
    label: Label | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A level that limits others, such as a designed capacity: a capped dotted line with its own label."""

    y: float
    colour: int | None
    details: Details
    label: Label


@dataclass(frozen=True, slots=True)
class Bar:
    """A number of a row, as a horizontal bar from zero; `cut` where it would be longer than the axis."""

    row: int
    value: float
    status: Status
    colour: int | None
    details: Details
    label: Label
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """How a number of a row changed: an arrow from the earlier to the later value, its label in a column of its own.

    Where the two may not be joined there is no arrow, and the label says why.
    """

    row: int
    before: float
    after: float
    colour: int | None
    details: Details
    label: Label
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event: a mark on the line of time, from `first` to `last`, with its words."""

    first: float
    last: float
    colour: int | None
    details: Details
    label: Label
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Bracket:
    """How far two or more sources are apart on one number: a bracket from the lowest to the highest.

    `along` is where on the other axis it stands: a time, or a row where `horizontal`.
    """

    along: float
    low: float
    high: float
    details: Details
    horizontal: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """What a row is measured against: a target, forecast or capacity, as an upright tick across the row."""

    row: int
    value: float
    status: Status
    colour: int | None
    details: Details


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole in a stretch of time: a stacked piece of an upright bar, from `low` to `high`.

    `tone` is the place of the part in the whole, counted from 0; parts of all wholes have the same tones. The label
    stands inside, where it has room; `short` stands there in all parts of a panel whose bars are too narrow for one.
    """

    first: float
    last: float
    low: float
    high: float
    tone: int
    details: Details
    label: Label | None = None
    end_label: EndLabel | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A cell of a table that is shaded by how much it holds; `shade` is a class counted from 0, None where nothing."""

    row: int
    first: float
    last: float
    shade: int | None
    details: Details
    label: Label


@dataclass(frozen=True, slots=True)
class Area:
    """The land of a place: polygons of rings of (longitude, latitude), shaded by class; hatched where `shade` is None.

    `label` stands at `anchor`, a point inside.
    """

    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]
    anchor: tuple[float, float]
    shade: int | None
    details: Details
    label: Label


@dataclass(frozen=True, slots=True)
class Circle:
    """A count at a place: a disc whose area is in proportion; `share` is its size beside the largest, from 0 to 1."""

    x: float
    y: float
    share: float
    colour: int | None
    details: Details
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A place without an outline, such as a zone: a diamond with its name."""

    x: float
    y: float
    colour: int | None
    details: Details
    label: Label


Mark = Dot | Line | Span | Reference | Bar | Move | Milestone | Bracket | Goal | Part | Tile | Area | Circle | Pin


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

    y: VerticalAxis
    marks: tuple[Mark, ...]
    title: str = ""
    weight: float = 1.0


class Symbol(StrEnum):
    """What stands in the legend before a word."""

    DOT = "dot"
    LINE = "line"
    SPAN = "span"
    BAR = "bar"
    REFERENCE = "reference"
    MILESTONE = "milestone"
    BRACKET = "bracket"
    GOAL = "goal"
    MOVE = "move"
    PART = "part"
    SHADE = "shade"
    CIRCLE = "circle"
    PIN = "pin"
    HEADING = "heading"
    """No sign: the words stand above the entries that follow."""


ANY_COLOUR: Final = -1
"""The colour of a sign in the legend that holds for marks of every colour."""

OTHER_COLOUR: Final = -2
"""The colour of subjects other than the one that is asked about."""

FIRST_MEMBER: Final = 100
"""The colour and shape of the first of several subjects that are compared; those of the others follow it."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """An entry of the legend: a symbol as it is drawn for a status (and colour), and its word.

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
    details: Details
    sign: LegendEntry | None = None


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


CellValue = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """The same numbers as rows: `columns` are stable machine names, `headings` their words for people."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, complete: what is drawn, what is read out, what is exported."""

    question: Question
    subject: str
    title: str
    subtitle: str
    x: HorizontalAxis
    panels: tuple[Panel, ...]
    words: Words
    legend: tuple[LegendEntry, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    edition: str = ""
    sentence: str = ""
    """What the chart shows, in plain words: the accessible description."""
    table: Table = Table((), (), ())
    can_be_logarithmic: bool | None = None
    """Whether the values allow a logarithmic scale; None where this kind of chart has none whatever they are."""
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
    def is_logarithmic(self) -> bool:
        """Whether an axis is logarithmic."""
        axes = [self.x, *(panel.y for panel in self.panels)]
        return any(isinstance(axis, ValueAxis) and axis.logarithmic for axis in axes)
