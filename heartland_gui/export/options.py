"""How a picture is to be: its size, its colours, and what stands around the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from heartland_gui.rendering.around import Look
from heartland_gui.rendering.style import LIGHT, Theme

DEFAULT_SIZE: Final = (1600, 900)
DEFAULT_SCALE: Final = 2.0
A4_SIZE: Final = (1190, 1684)
SQUARE_SIZE: Final = (1200, 1200)
_POINTS: Final = {
    DEFAULT_SIZE: 0.6,  # 13 1/3 by 7 1/2 inches, as presentations have it
    A4_SIZE: 0.5,
    SQUARE_SIZE: 0.5,
}
_USUAL_POINTS: Final = 0.75
"""96 units to the inch."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """Width and height are in units; a unit is `scale` pixels of a PNG or SVG, and `points` points of a PDF.

    Without `title` its second line stays, which has the unit; without `sources` the notes stay.
    """

    width: int = DEFAULT_SIZE[0]
    height: int = DEFAULT_SIZE[1]
    scale: float = DEFAULT_SCALE
    theme: Theme = LIGHT
    title: bool = True
    key: bool = True
    sources: bool = True

    @property
    def pixels(self) -> tuple[int, int]:
        """The size in pixels."""
        return round(self.width * self.scale), round(self.height * self.scale)

    @property
    def points(self) -> float:
        """How many points a unit is on a page: known sizes are pages of presentations and of paper."""
        return _POINTS.get((self.width, self.height), _USUAL_POINTS)

    @property
    def look(self) -> Look:
        """What the layout has to know."""
        return Look(title=self.title, key=self.key, sources=self.sources)
