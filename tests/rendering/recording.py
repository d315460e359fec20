"""A canvas that draws nothing and remembers where every text and line would have stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtGui import QImage, QPainter

from heartland_gui.charts.spec import Chart
from heartland_gui.rendering.canvas import SOLID, Canvas, text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.picture.layout import Layout
from heartland_gui.rendering.picture.painter import paint
from heartland_gui.rendering.style import LIGHT
from tests.charts.shipped import chart_name

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the box of its letters."""

    text: str
    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line."""

    start: Place
    end: Place
    colour: str
    width: float
    dash: tuple[float, ...]


class RecordingCanvas(Canvas):
    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter, LIGHT)
        self.texts: list[Written] = []
        self.lines: list[Segment] = []

    def text(self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        if text:
            # From the top of a capital or a Chinese character down to the tail of a g.
            box = Box(x, baseline - size * 0.8, text_width(text, size, bold=bold), size * 1.02)
            self.texts.append(Written(text, box, colour))

    def line(self, start: Place, end: Place, colour: str, width: float, dash: Sequence[float] = SOLID) -> None:
        self.lines.append(Segment(start, end, colour, width, tuple(dash)))

    def polyline(self, points: Sequence[Place], colour: str, width: float, dash: Sequence[float] = SOLID) -> None:
        pass

    def circle(self, x: float, y: float, radius: float, fill: str, outline: str, width: float) -> None:
        pass

    def rectangle(
        self, box: Box, fill: str | None, outline: str | None = None, width: float = 1.0, dash: Sequence[float] = SOLID
    ) -> None:
        pass

    def polygon(self, points: Sequence[Place], fill: str, outline: str, width: float) -> None:
        pass


@contextmanager
def recording() -> Iterator[RecordingCanvas]:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        yield RecordingCanvas(painter)
    finally:
        painter.end()


def written(placed: Layout) -> list[Written]:
    """Return the texts of a picture."""
    with recording() as canvas:
        paint(placed, canvas)
        return canvas.texts


def faults(drawn: Chart, placed: Layout) -> list[str]:
    """Return which texts of a picture are cut off by its edge or cover another, each as a sentence."""
    picture = Box(0, 0, placed.width, placed.height).grown(1)
    texts = written(placed)
    name = f"{chart_name(drawn)} at {placed.width:g}x{placed.height:g}"
    found = [f"{name}: outside: {each.text!r} {each.box}" for each in texts if not picture.holds(each.box)]
    found += [
        f"{name}: overlap: {one.text!r} {one.box} and {other.text!r} {other.box}"
        for one, other in combinations(texts, 2)
        if one.box.grown(-1).overlaps(other.box.grown(-1))
    ]
    return found
