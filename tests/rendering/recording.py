"""A canvas that draws nothing and remembers where every text and line would have stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPainter

from heartland_gui.charts.spec import Chart
from heartland_gui.rendering.canvas import SOLID, Canvas, text_width
from heartland_gui.rendering.geometry import Box, Ring
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


class Transcript(Canvas):
    """A canvas that writes down each step of a drawing as a line of text, lengths to a tenth."""

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter, LIGHT)
        self.steps: list[str] = []

    def _write(self, *words: object) -> None:
        self.steps.append(" ".join(_text_of(word) for word in words if word is not None and word != ()))

    def text(self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        self._write("text", (x, baseline), text, size, colour, "bold" if bold else None)

    def halo(self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        self._write("halo", (x, baseline), text, size, colour, "bold" if bold else None)

    def line(self, start: Place, end: Place, colour: str, width: float, dash: Sequence[float] = SOLID) -> None:
        self._write("line", start, end, colour, width, tuple(dash))

    def polyline(self, points: Sequence[Place], colour: str, width: float, dash: Sequence[float] = SOLID) -> None:
        self._write("polyline", *points, colour, width, tuple(dash))

    def segments(self, segments: Iterable[tuple[Place, Place]], colour: str, width: float) -> None:
        self._write("segments", len(list(segments)), colour, width)

    def circle(self, x: float, y: float, radius: float, fill: str, outline: str, width: float) -> None:
        self._write("circle", (x, y), radius, fill, outline, width)

    def rectangle(
        self, box: Box, fill: str | None, outline: str | None = None, width: float = 1.0, dash: Sequence[float] = SOLID
    ) -> None:
        self._write("rectangle", (box.x, box.y), (box.width, box.height), fill or "-", outline or "-", width, dash)

    def polygon(self, points: Sequence[Place], fill: str, outline: str, width: float) -> None:
        self._write("polygon", *points, fill, outline, width)

    def shape(self, rings: Sequence[Ring], fill: str | None, outline: str | None = None, width: float = 1.0) -> None:
        self._write("shape", *(point for ring in rings for point in ring), fill or "-", outline or "-", width)

    def hatching(self, rings: Sequence[Ring], colour: str, width: float) -> None:
        self._write("hatching", *(point for ring in rings for point in ring), colour, width)


def _text_of(word: object) -> str:
    if isinstance(word, tuple | list):
        return ",".join(_text_of(each) for each in word)
    return f"{round(word, 1) + 0.0:g}" if isinstance(word, int | float) else str(word)


def written_number(*numbers: float) -> str:
    """Return numbers as they stand in a transcript."""
    return _text_of(numbers)


def transcript(draw: Callable[[Canvas], None]) -> str:
    """Return the steps of a drawing, one on each line."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Transcript(painter)
    draw(canvas)
    painter.end()
    return "\n".join(canvas.steps)


def sections(text: str) -> dict[str, str]:
    """Return the parts of a text by their headings, which stand in square brackets on a line of their own."""
    parts = (part.partition("]\n") for part in text.strip().split("\n["))
    return {name.lstrip("["): body.strip() for name, _, body in parts}


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
        f"{name}: overlap: {one.text!r} {one.box} and {other.text!r} {other.box}" for one, other in covering(texts)
    ]
    return found


def covering(texts: Sequence[Written]) -> Iterator[tuple[Written, Written]]:
    """Yield every pair of texts that lie over each other by more than a pixel on each side."""
    downwards = sorted(((each.box.grown(-1), each) for each in texts), key=lambda pair: pair[0].y)
    for at, (box, one) in enumerate(downwards):
        bottom = box.bottom
        for other_box, other in downwards[at + 1 :]:
            if other_box.y >= bottom:
                break
            if box.overlaps(other_box):
                yield one, other
