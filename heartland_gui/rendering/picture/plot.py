"""The plot of a panel: from positions of the data to points of the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from heartland_gui.charts.spec import ValueAxis
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.style import MEASURES


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot of a panel: a box of the picture, and the positions of the data at its edges.

    `x_range` runs from left to right, `y_range` from the lower to the upper edge. `dot` is the radius of the sign of a
    number that is done, smaller where very many stand side by side.
    """

    box: Box
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_axis: object = None
    y_axis: object = None
    dot: float = MEASURES.dot

    def x(self, value: float) -> float:
        """Return where a value of the horizontal axis stands."""
        return self.tick_x(self.x_axis.position(value) if isinstance(self.x_axis, ValueAxis) else value)

    def tick_x(self, position: float) -> float:
        """Return where a position of the horizontal axis stands, such as that of a tick."""
        low, high = self.x_range
        return self.box.x + (position - low) / (high - low) * self.box.width

    def y(self, value: float) -> float:
        """Return where a value of the vertical axis stands."""
        low, high = self.y_range
        place = self.y_axis.position(value) if isinstance(self.y_axis, ValueAxis) else value
        return self.box.bottom - (place - low) / (high - low) * self.box.height

    def to_picture(self, values: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return where many pairs of values stand: as `x` and `y` say, in a third of the time."""
        (left, right), (low, high), box = self.x_range, self.y_range, self.box
        across, up, begin, bottom, width, height = right - left, high - low, box.x, box.bottom, box.width, box.height
        if isinstance(self.x_axis, ValueAxis):
            values = [(self.x_axis.position(x), y) for x, y in values]
        if isinstance(self.y_axis, ValueAxis) and self.y_axis.logarithmic:
            values = [(x, self.y_axis.position(y)) for x, y in values]
        return [(begin + (x - left) / across * width, bottom - (y - low) / up * height) for x, y in values]

    def segments(
        self, values: Sequence[tuple[tuple[float, float], tuple[float, float]]]
    ) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """Yield where lines between pairs of values stand."""
        ends = iter(self.to_picture(list(chain.from_iterable(values))))
        return zip(ends, ends, strict=True)
