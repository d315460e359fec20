"""The axes of a chart: from values, times, rows and places to positions on a linear scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

from heartland_gui.model.entities import Ref
from heartland_gui.text import Magnitude


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
    """A row of a ranking: its name, the page that it leads to, and whether it is the one that is asked about.

    `aside` are words at its right end.
    """

    label: str
    ref: Ref | None = None
    emphasis: bool = False
    aside: str = ""


@dataclass(frozen=True, slots=True)
class RowAxis:
    """Named rows from top to bottom; row number `n` reaches from `n - 0.5` to `n + 0.5`.

    `aside` is the heading of the words at their right ends.
    """

    rows: tuple[Row, ...]
    aside: str = ""

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


Across = TimeAxis | ValueAxis | MapAxis
"""What may run from left to right."""

Up = ValueAxis | RowAxis | LaneAxis | MapAxis
"""What may run from bottom to top."""
