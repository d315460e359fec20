"""The marks of a chart: what stands for a number, an event or a place, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from heartland_gui.model.entities import Ref
from heartland_gui.model.facts import Observation, Status


@dataclass(frozen=True, slots=True)
class Datum:
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
class Ending:
    """Words in the column right of the plot, at the end of a course: whose it is, and its last number.

    `strong` and `faint` are as in a label; `emphasis` sets the name in strong type as well.
    """

    name: str
    strong: str = ""
    faint: str = ""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A number at a point of time, or on a row; one with an ending is where a course ends.

    `minor` is drawn small: what another number is compared with.
    """

    x: float
    y: float
    status: Status
    colour: int | None
    datum: Datum
    label: Label | None = None
    weight: int = 0
    """Labels of greater weight are placed first; those without room are left out."""
    minor: bool = False
    ending: Ending | None = None


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
    """A number of a row, as a horizontal bar from zero; `cut` where it would be longer than the axis."""

    row: int
    value: float
    status: Status
    colour: int | None
    datum: Datum
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
    datum: Datum
    label: Label
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event: a mark on the line of time, from `first` to `last`, with its words."""

    first: float
    last: float
    colour: int | None
    datum: Datum
    label: Label
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """How far two or more sources are apart on one number: a bracket from the lowest to the highest.

    `along` is where on the other axis it stands: a time, or a row where `lying`.
    """

    along: float
    low: float
    high: float
    datum: Datum
    lying: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """What a row is measured against: a target, forecast or capacity, as an upright tick across the row."""

    row: int
    value: float
    status: Status
    colour: int | None
    datum: Datum


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole in a stretch of time: a stacked piece of an upright bar, from `low` to `high`.

    `tone` is the place of the part in the whole, counted from 0; parts of all wholes have the same tones. The label
    stands inside, where it has room.
    """

    first: float
    last: float
    low: float
    high: float
    tone: int
    datum: Datum
    label: Label | None = None
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A cell of a table that is shaded by how much it holds; `shade` is a class counted from 0, None where nothing."""

    row: int
    first: float
    last: float
    shade: int | None
    datum: Datum
    label: Label


@dataclass(frozen=True, slots=True)
class Area:
    """The land of a place: polygons of rings of (longitude, latitude), shaded by class; hatched where `shade` is None.

    `label` stands at `anchor`, a point inside.
    """

    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]
    anchor: tuple[float, float]
    shade: int | None
    datum: Datum
    label: Label


@dataclass(frozen=True, slots=True)
class Circle:
    """A count at a place: a disc whose area is in proportion; `share` is its size beside the largest, from 0 to 1."""

    x: float
    y: float
    share: float
    colour: int | None
    datum: Datum
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A place without an outline, such as a zone: a diamond with its name."""

    x: float
    y: float
    colour: int | None
    datum: Datum
    label: Label


Mark = Dot | Line | Span | Reference | Bar | Move | Milestone | Spread | Goal | Part | Tile | Area | Circle | Pin
