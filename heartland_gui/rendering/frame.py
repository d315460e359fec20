"""The plot of a panel: from positions of the data to points of the picture."""

from __future__ import annotations

from dataclasses import dataclass

from heartland_gui.charts.axes import ValueAxis
from heartland_gui.rendering.labels import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot of a panel: a box of the picture, and the positions of the data at its edges.

    `x_range` runs from left to right, `y_range` from the lower to the upper edge.
    """

    box: Box
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_axis: object = None
    y_axis: object = None

    def x(self, value: float) -> float:
        """Return where a value of the horizontal axis stands."""
        return self.across(self.x_axis.position(value) if isinstance(self.x_axis, ValueAxis) else value)

    def across(self, position: float) -> float:
        """Return where a position of the horizontal axis stands, such as that of a tick."""
        low, high = self.x_range
        return self.box.x + (position - low) / (high - low) * self.box.width

    def y(self, value: float) -> float:
        """Return where a value of the vertical axis stands."""
        low, high = self.y_range
        place = self.y_axis.position(value) if isinstance(self.y_axis, ValueAxis) else value
        return self.box.bottom - (place - low) / (high - low) * self.box.height
