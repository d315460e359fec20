"""Marks: one drawing for each, and no two statuses alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import (
    Area,
    Bar,
    Bracket,
    Circle,
    Details,
    Dot,
    Goal,
    Label,
    Line,
    Mark,
    Milestone,
    Move,
    Part,
    Pin,
    Question,
    Reference,
    Span,
    Tile,
)
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.drawing import (
    DRAWINGS,
    bar_box,
    circle_radius,
    draw_bar,
    draw_diamond,
    draw_duration,
    draw_mark,
    draw_stretch,
    draw_symbol,
    mark_box,
)
from heartland_gui.rendering.picture.layout import layout
from heartland_gui.rendering.picture.margins import LayoutOptions
from heartland_gui.rendering.picture.painter import paint_picture
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import LIGHT, MEASURES
from heartland_gui.text import Words
from tests.charts.small_region import pillar, region, seen
from tests.rendering.recording import recording, sections, transcript, written_number

COLOUR = LIGHT.pillar[0]
BOX = Box(10, 20, 60, 20)
BY_STATUS: dict[str, Callable[[Status, Canvas], None]] = {
    "bar": lambda status, canvas: draw_bar(BOX, status, COLOUR, canvas),
    "dot": lambda status, canvas: draw_symbol(40, 30, status, COLOUR, canvas),
    "span": lambda status, canvas: draw_stretch(10, 70, 30, status, COLOUR, canvas),
    "short span": lambda status, canvas: draw_stretch(30, 50, 30, status, COLOUR, canvas),
}


def pixels(draw: Callable[[Canvas], None]) -> NDArray[np.uint8]:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    draw(Canvas(painter, LIGHT))
    painter.end()
    return np.frombuffer(image.constBits(), dtype=np.uint8).reshape(60, 80, 4).copy()


def difference(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> int:
    return int((np.abs(first.astype(int) - second).max(axis=2) > 60).sum())


def drawn(kind: str, status: Status) -> NDArray[np.uint8]:
    return pixels(lambda canvas: BY_STATUS[kind](status, canvas))


def milestone(*, planned: bool) -> NDArray[np.uint8]:
    return pixels(lambda canvas: draw_diamond(40, 30, COLOUR, canvas, planned=planned))


def test_every_mark_has_a_drawing() -> None:
    assert set(DRAWINGS) == set(get_args(Mark))


@pytest.mark.parametrize("kind", BY_STATUS)
@pytest.mark.parametrize(("one", "other"), list(combinations(Status, 2)))
def test_no_two_statuses_look_alike(kind: str, one: Status, other: Status) -> None:
    assert difference(drawn(kind, one), drawn(kind, other)) >= 10


@pytest.mark.parametrize("kind", BY_STATUS)
@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_seen(kind: str, status: Status) -> None:
    nothing = pixels(lambda _: None)
    assert difference(nothing, drawn(kind, status)) >= 20


def test_what_is_done_is_filled_and_what_is_hoped_for_is_hollow() -> None:
    middle = {status: drawn("dot", status)[30, 42] for status in Status}
    filled = middle[Status.ACTUAL]
    assert (middle[Status.FORECAST] == 255).all()
    assert (middle[Status.CAPACITY] == 255).all()
    assert not (filled == 255).all()
    assert filled.sum() < middle[Status.ESTIMATE].sum() < middle[Status.FORECAST].sum()


def test_a_plan_is_a_hollow_diamond() -> None:
    happened, planned = milestone(planned=False)[30, 40], milestone(planned=True)[30, 40]
    assert (planned == 255).all()
    assert not (happened == 255).all()


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_bar_stays_in_its_box(status: Status, backwards: bool) -> None:  # noqa: FBT001
    # Ticks and caps at its end stand out by three; hatching, dashes and outlines do not.
    body = pixels(lambda canvas: draw_bar(BOX, status, COLOUR, canvas, backwards=backwards))
    body[20:40, 10:70] = 255
    around = body.copy()
    around[17:43, 8:73] = 255
    assert (around == 255).all()
    end = slice(8, 13) if backwards else slice(67, 73)
    body[:, end] = 255
    assert (body == 255).all()


@pytest.mark.parametrize("status", [Status.FORECAST, Status.TARGET])
def test_lines_to_what_is_hoped_for_are_dashed(status: Status) -> None:
    plot = Plot(Box(0, 0, 80, 60), (0, 1), (0, 1))
    solid = pixels(lambda canvas: draw_mark(Line(((0, 0.5), (1, 0.5)), Status.ACTUAL, 0), plot, canvas))
    dashed = pixels(lambda canvas: draw_mark(Line(((0, 0.5), (1, 0.5)), status, 0), plot, canvas))
    assert (solid[30, :, :3].min(axis=1) < 255).all()
    assert 20 < (dashed[30] == 255).all(axis=1).sum() < 60


@pytest.mark.parametrize(("value", "left", "width"), [(10, 50, 50), (-5, 25, 25), (0, 50, 0)])
def test_a_bar_begins_at_zero(value: float, left: float, width: float) -> None:
    plot = Plot(Box(0, 0, 100, 100), (-10, 10), (0.5, -0.5))
    box = bar_box(Bar(0, value, Status.ACTUAL, 0, Details(""), Label("")), plot)
    assert (box.x, box.width) == (left, width)
    assert box.y + box.height / 2 == 50
    assert box.height == MEASURES.bar


@pytest.mark.parametrize(
    ("count", "status", "step"),
    [
        (99, Status.ACTUAL, "polyline"),
        (100, Status.ACTUAL, "segments 99"),
        (100, Status.ESTIMATE, "segments 99"),
        (100, Status.FORECAST, "polyline"),
    ],
)
def test_a_solid_line_of_many_points_is_drawn_as_lines_that_meet(count: int, status: Status, step: str) -> None:
    line = Line(tuple((float(x), float(x % 2)) for x in range(count)), status, 0)
    plot = Plot(Box(0, 0, 400, 200), (0.0, float(count)), (0.0, 1.0))
    assert transcript(lambda canvas: draw_mark(line, plot, canvas)).startswith(step + " ")


def test_lines_have_no_box_to_hit() -> None:
    assert mark_box(Line(((0, 0), (1, 1)), Status.ACTUAL, 0), Plot(Box(0, 0, 1, 1), (0, 1), (0, 1))) is None


# -- rows -------------------------------------------------------------------------------------------------------

ROW = Plot(Box(0, 0, 80, 60), (0, 80), (0.5, -0.5))


def on_row(*marks: Mark) -> NDArray[np.uint8]:
    def draw(canvas: Canvas) -> None:
        for mark in marks:
            draw_mark(mark, ROW, canvas)

    return pixels(draw)


def inked(drawing: NDArray[np.uint8], x: int) -> int:
    """Return how many pixels of a column are not white."""
    return int((drawing[:, x] < 255).any(axis=1).sum())


def move(before: float, after: float, *, joined: bool = True) -> Move:
    return Move(0, before, after, 0, Details(""), Label(""), joined)


def dot(*, minor: bool) -> Dot:
    return Dot(40, 0, Status.ACTUAL, 0, Details(""), minor=minor)


def test_a_minor_dot_is_small_and_filled() -> None:
    minor, major = on_row(dot(minor=True)), on_row(dot(minor=False))
    assert inked(minor, 40) < inked(major, 40)
    assert not (minor[30, 40] == 255).all(), "hollow would be a forecast"
    around = [mark_box(dot(minor=minor), ROW) for minor in (True, False)]
    assert around[0] is not None
    assert around[1] is not None
    assert around[0].width < around[1].width


@pytest.mark.parametrize(("before", "after", "head", "tail"), [(10, 70, 59, 20), (70, 10, 21, 60)])
def test_an_arrow_points_to_the_later_number(before: float, after: float, head: int, tail: int) -> None:
    drawing = on_row(move(before, after))
    assert inked(drawing, head) > inked(drawing, tail) > 0


def test_between_numbers_that_nearly_touch_an_arrow_has_no_head() -> None:
    drawing = on_row(move(40, 50))
    assert max(inked(drawing, x) for x in range(80)) <= MEASURES.line + 1


def test_numbers_that_may_not_be_joined_have_no_arrow_and_can_still_be_hit() -> None:
    assert (on_row(move(10, 70, joined=False)) == 255).all()
    box = mark_box(move(70, 10, joined=False), ROW)
    assert box is not None
    assert (box.x, box.right) == (10, 70)


def test_a_bar_that_goes_on_beyond_the_axis_is_cut_near_its_end() -> None:
    bar = Bar(0, 70, Status.ACTUAL, 0, Details(""), Label(""))
    whole, cut = on_row(bar), on_row(replace(bar, cut=True))
    assert difference(whole[:, :50], cut[:, :50]) == 0
    assert difference(whole[:, 50:], cut[:, 50:]) > 40
    assert not (cut[30, 68] == 255).all(), "it ends as a bar"


def test_a_goal_is_seen_on_a_bar_of_its_colour() -> None:
    bar = Bar(0, 70, Status.ACTUAL, 0, Details(""), Label(""))
    goal = Goal(0, 40, Status.TARGET, 0, Details(""))
    drawing = on_row(bar, goal)
    assert not (drawing[30, 40] == 255).all()
    assert (drawing[30, [37, 42]] > 200).all(), "light on both sides"


def test_a_bracket_stands_beside_its_numbers_and_is_seen_however_near_they_are() -> None:
    plot = Plot(Box(0, 0, 80, 60), (0, 80), (0, 60))
    box = mark_box(Bracket(40, 29.9, 30.1, Details("")), plot)
    number = mark_box(Dot(40, 30, Status.ACTUAL, 0, Details("")), plot)
    assert box is not None
    assert number is not None
    assert box.x >= number.right - 1
    assert box.height >= 4
    assert box.y + box.height / 2 == pytest.approx(30)


def test_a_bracket_on_a_row_reaches_from_the_lowest_to_the_highest() -> None:
    box = mark_box(Bracket(0, 20, 60, Details(""), horizontal=True), ROW)
    assert box is not None
    assert (box.x, box.right, box.y + box.height / 2) == (20, 60, 30)


def test_a_bracket_on_a_row_lies_over_its_bar() -> None:
    dataset = region(seen(40, "2019"), seen(15, "2019", source="paper"), seen(50, "2019", subject="rival"))
    answer = chart(dataset, Question("ranking", pillar("vehicles"), "output"), Words())
    image = QImage(880, 495, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_picture(layout(answer, 880, 495, LayoutOptions()), painter, 880, LIGHT)
    painter.end()
    drawing = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(495, 880, 4)[:440, :, :3]
    red = np.array([int(LIGHT.disagreement[place : place + 2], 16) for place in (5, 3, 1)])
    disagreement = (np.abs(drawing.astype(int) - red).max(axis=2) < 60).any(axis=0)
    assert disagreement.sum() > 200, "from 15 to 40, on a bar of the full length"


def test_a_hatched_bar_is_hatched() -> None:
    with recording() as canvas:
        draw_bar(BOX, Status.FORECAST, COLOUR, canvas)
    assert len(canvas.lines) > 10
    assert all(BOX.contains(segment.start) and BOX.contains(segment.end) for segment in canvas.lines)


# -- every mark, step by step -----------------------------------------------------------------------------------

HOPED = (Status.FORECAST, Status.TARGET, Status.CAPACITY)
PLOT = Plot(Box(10, 20, 100, 80), (0, 10), (0, 8), dot=4.0)
ROWS = Plot(Box(10, 20, 100, 90), (-5, 5), (2.5, -0.5))
ABOUT, WORDS = Details(""), Label("12")
SQUARE = (((2.0, 2.0), (4.0, 2.0), (4.0, 4.0), (2.0, 4.0)),)
DRAWN_MARKS: dict[str, tuple[Mark, Plot]] = {
    **{f"dot, {status.value}": (Dot(5, 4, status, 0, ABOUT, WORDS), PLOT) for status in Status},
    "dot among many": (Dot(5, 4, Status.ACTUAL, 1, ABOUT), PLOT),
    "dot among very many": (Dot(5, 4, Status.ACTUAL, 1, ABOUT), replace(PLOT, dot=2.4)),
    "minor dot": (Dot(5, 4, Status.ACTUAL, 0, ABOUT, minor=True), PLOT),
    **{f"line, {status.value}": (Line(((1, 1), (5, 4), (9, 2)), status, 2), PLOT) for status in Status},
    "long line": (Line(tuple((number / 200, number % 7) for number in range(2000)), Status.ACTUAL, 0), PLOT),
    "long line, dashed": (Line(tuple((number / 200, number % 7) for number in range(2000)), Status.TARGET, 0), PLOT),
    **{f"span, {status.value}": (Span(2, 6, 4, status, 0, ABOUT), PLOT) for status in Status},
    "short span": (Span(2, 2.01, 4, Status.ACTUAL, 0, ABOUT), PLOT),
    "reference": (Reference(6, None, ABOUT, WORDS), PLOT),
    **{f"bar, {status.value}": (Bar(1, 4, status, 0, ABOUT, WORDS), ROWS) for status in Status},
    **{f"bar below zero, {status.value}": (Bar(1, -4, status, 0, ABOUT, WORDS), ROWS) for status in HOPED},
    "bar of nothing": (Bar(0, 0, Status.ACTUAL, 0, ABOUT, WORDS), ROWS),
    "cut bar": (Bar(2, 4, Status.ACTUAL, 0, ABOUT, WORDS, cut=True), ROWS),
    "bar on a low row": (Bar(1, 4, Status.ACTUAL, 0, ABOUT, WORDS), replace(ROWS, box=Box(10, 20, 100, 30))),
    "move up": (Move(1, -3, 4, 0, ABOUT, WORDS), ROWS),
    "move down": (Move(1, 4, -3, 0, ABOUT, WORDS), ROWS),
    "short move": (Move(1, 1, 2.5, 0, ABOUT, WORDS), ROWS),
    "move of two that cannot be joined": (Move(1, 4, -3, 0, ABOUT, WORDS, joined=False), ROWS),
    "event of a day": (Milestone(5, 5.02, 0, ABOUT, WORDS), replace(PLOT, y_range=(0, 1))),
    "planned event of a year": (Milestone(5, 7, 0, ABOUT, WORDS, planned=True), replace(PLOT, y_range=(0, 1))),
    "bracket": (Bracket(5, 2, 6, ABOUT), PLOT),
    "narrow bracket": (Bracket(5, 3.9, 4.1, ABOUT), PLOT),
    "lying bracket": (Bracket(1, -2, 4, ABOUT, horizontal=True), ROWS),
    **{f"goal, {status.value}": (Goal(1, 3, status, 0, ABOUT), ROWS) for status in HOPED},
    "part": (Part(2, 3, 1, 5, 1, ABOUT), PLOT),
    "wide part": (Part(0, 10, 1, 5, 6, ABOUT), replace(PLOT, box=Box(10, 20, 400, 80))),
    "tile": (Tile(1, -2, 2, 3, ABOUT, WORDS), ROWS),
    "empty tile": (Tile(1, -2, 2, None, ABOUT, Label("")), ROWS),
    "area": (Area((SQUARE,), (3, 3), 2, ABOUT, WORDS), PLOT),
    "area without a value": (Area((SQUARE,), (3, 3), None, ABOUT, WORDS), PLOT),
    "circle": (Circle(5, 4, 0.25, None, ABOUT), PLOT),
    "circle of a subject": (Circle(5, 4, 1, 3, ABOUT), PLOT),
    "pin": (Pin(5, 4, None, ABOUT, WORDS), PLOT),
    "pin of a subject": (Pin(5, 4, 3, ABOUT, WORDS), PLOT),
}

DRAWN = sections("""
[dot, actual]
box 54,54,12,12
circle 60,60 5 #2d6ee0 #ffffff 1
[dot, estimate]
box 54,54,12,12
circle 60,60 4.5 #b6ccf4 #2d6ee0 1.5
[dot, forecast]
box 54,54,12,12
circle 60,60 4.5 #ffffff #2d6ee0 2
[dot, target]
box 54,54,12,12
circle 60,60 4.5 #ffffff #2d6ee0 2
line 60,52 60,68 #2d6ee0 2
[dot, capacity]
box 54,54,12,12
rectangle 55.5,55.5 9,9 #ffffff #2d6ee0 1.5 1.4,3
[dot among many]
box 55,55,10,10
circle 60,60 4 #289eca #ffffff 1
[dot among very many]
box 56.6,56.6,6.8,6.8
circle 60,60 2.4 #289eca #289eca 0.2
[minor dot]
box 55.5,55.5,9,9
circle 60,60 3.5 #81a8ec #ffffff 1
[line, actual]
polyline 20,90 60,60 100,80 #1a7d5a 2
[line, estimate]
polyline 20,90 60,60 100,80 #1a7d5a 2
[line, forecast]
polyline 20,90 60,60 100,80 #1a7d5a 2 5,3.5
[line, target]
polyline 20,90 60,60 100,80 #1a7d5a 2 5,3.5
[line, capacity]
polyline 20,90 60,60 100,80 #1a7d5a 2 1.4,3
[long line]
segments 100 #2d6ee0 2
[long line, dashed]
segments 59 #2d6ee0 2
[span, actual]
box 30,55,40,10
line 30,60 70,60 #2d6ee0 3.5
line 30,56 30,64 #2d6ee0 1.5
line 70,56 70,64 #2d6ee0 1.5
[span, estimate]
box 30,55,40,10
line 30,60 70,60 #81a8ec 2
line 30,56 30,64 #2d6ee0 1.5
line 70,56 70,64 #2d6ee0 1.5
[span, forecast]
box 30,55,40,10
line 30,60 70,60 #2d6ee0 2 5,3.5
line 30,56 30,64 #2d6ee0 1.5
line 70,56 70,64 #2d6ee0 1.5
[span, target]
box 30,55,40,10
line 30,60 70,60 #2d6ee0 2 5,3.5
line 30,56 30,64 #2d6ee0 1.5
line 70,56 70,64 #2d6ee0 1.5
line 50,52 50,68 #2d6ee0 2
[span, capacity]
box 30,55,40,10
line 30,60 70,60 #2d6ee0 2 1.4,3
line 30,56 30,64 #2d6ee0 1.5
line 70,56 70,64 #2d6ee0 1.5
[short span]
box 30,55,2,10
line 30,60 32,60 #2d6ee0 3.5
line 30,56 30,64 #2d6ee0 1.5
line 32,56 32,64 #2d6ee0 1.5
[reference]
box 10,37,100,6
line 10,40 110,40 #1d1d1b 1.6 1.4,3
line 10,36 10,44 #1d1d1b 1.6
line 110,36 110,44 #1d1d1b 1.6
[bar, actual]
box 60,55,40,20
rectangle 60,55 40,20 #2d6ee0 - 1
[bar, estimate]
box 60,55,40,20
rectangle 60.8,55.8 38.5,18.5 #b6ccf4 #2d6ee0 1.5
[bar, forecast]
box 60,55,40,20
rectangle 60.8,55.8 38.5,18.5 #ffffff - 1
hatching 60.8,55.8 99.2,55.8 99.2,74.2 60.8,74.2 #2d6ee0 1
rectangle 60.8,55.8 38.5,18.5 - #2d6ee0 1.5 5,3.5
[bar, target]
box 60,55,40,20
rectangle 60.8,55.8 38.5,18.5 #ffffff #2d6ee0 1.5
line 100,52 100,78 #2d6ee0 2.5
[bar, capacity]
box 60,55,40,20
rectangle 60.8,55.8 38.5,18.5 #ffffff #2d6ee0 1.5 1.4,3
line 100,52 100,78 #2d6ee0 1.6
[bar below zero, forecast]
box 20,55,40,20
rectangle 20.8,55.8 38.5,18.5 #ffffff - 1
hatching 20.8,55.8 59.2,55.8 59.2,74.2 20.8,74.2 #2d6ee0 1
rectangle 20.8,55.8 38.5,18.5 - #2d6ee0 1.5 5,3.5
[bar below zero, target]
box 20,55,40,20
rectangle 20.8,55.8 38.5,18.5 #ffffff #2d6ee0 1.5
line 20,52 20,78 #2d6ee0 2.5
[bar below zero, capacity]
box 20,55,40,20
rectangle 20.8,55.8 38.5,18.5 #ffffff #2d6ee0 1.5 1.4,3
line 20,52 20,78 #2d6ee0 1.6
[bar of nothing]
box 60,25,0,20
rectangle 60,25 1.5,20 #2d6ee0 - 1
[cut bar]
box 60,85,40,20
rectangle 60,85 40,20 #2d6ee0 - 1
line 88,106 92,84 #ffffff 2.5
line 82,106 86,84 #ffffff 2.5
[bar on a low row]
box 60,31.6,40,6.8
rectangle 60,31.6 40,6.8 #2d6ee0 - 1
[move up]
box 30,61,70,8
line 30,65 100,65 #81a8ec 2
polygon 95,65 88,60.8 88,69.2 #2d6ee0 #2d6ee0 0.5
[move down]
box 30,61,70,8
line 100,65 30,65 #81a8ec 2
polygon 35,65 42,60.8 42,69.2 #2d6ee0 #2d6ee0 0.5
[short move]
box 70,61,15,8
line 70,65 85,65 #81a8ec 2
[move of two that cannot be joined]
box 30,61,70,8
[event of a day]
box 54.1,54,12,12
polygon 60.1,54.5 65.6,60 60.1,65.5 54.6,60 #2d6ee0 #ffffff 1
[planned event of a year]
box 60,54,20,12
polygon 70,54.5 75.5,60 70,65.5 64.5,60 #ffffff #2d6ee0 1.5
[bracket]
box 65,40,8,40
line 69,40 69,80 #8f1734 1.4
line 65,40 73,40 #8f1734 1.4
line 65,80 73,80 #8f1734 1.4
[narrow bracket]
box 65,58,8,4
line 69,58 69,62 #8f1734 1.4
line 65,58 73,58 #8f1734 1.4
line 65,62 73,62 #8f1734 1.4
[lying bracket]
box 40,61,60,8
line 39,65 101,65 #ffffff 4
line 40,61 40,69 #ffffff 4
line 100,61 100,69 #ffffff 4
line 40,65 100,65 #8f1734 1.4
line 40,61 40,69 #8f1734 1.4
line 100,61 100,69 #8f1734 1.4
[goal, forecast]
box 87,52,6,26
line 90,52 90,78 #ffffff 6
line 90,52 90,78 #2d6ee0 2.4 5,3.5
[goal, target]
box 87,52,6,26
line 90,52 90,78 #ffffff 6
line 90,52 90,78 #2d6ee0 2.4
[goal, capacity]
box 87,52,6,26
line 90,52 90,78 #ffffff 6
line 90,52 90,78 #2d6ee0 2.4 1.4,3
[part]
box 31.4,50,7.2,40
rectangle 31.4,50 7.2,40 #2c4158 #ffffff 1
[wide part]
box 162,50,96,40
rectangle 162,50 96,40 #2c4158 #ffffff 1
[tile]
box 41,51,38,28
rectangle 41,51 38,28 #3a7ab3 - 1
[empty tile]
box 41,51,38,28
rectangle 41,51 38,28 - #e9e9e5 1
[area]
box 30,60,20,20
shape 30,80 50,80 50,60 30,60 #6fa5cf - 1
shape 30,80 50,80 50,60 30,60 - #868680 0.8
[area without a value]
box 30,60,20,20
shape 30,80 50,80 50,60 30,60 #ffffff - 1
hatching 30,80 50,80 50,60 30,60 #8f8f89 0.8
shape 30,80 50,80 50,60 30,60 - #8f8f89 0.8
[circle]
box 52.5,52.5,15,15
circle 60,60 7.5 #e69b43 #ffffff 1.2
[circle of a subject]
box 45,45,30,30
circle 60,60 15 #c67aa5 #ffffff 1.2
[pin]
box 54,54,12,12
polygon 60,54.5 65.5,60 60,65.5 54.5,60 #1d1d1b #ffffff 1
[pin of a subject]
box 54,54,12,12
polygon 60,54.5 65.5,60 60,65.5 54.5,60 #b8598f #ffffff 1
""")
"""The box that is hit, and what is drawn. Where a mark is meant to change, change it here by hand."""


def test_every_kind_of_mark_is_among_them() -> None:
    assert {type(mark) for mark, _ in DRAWN_MARKS.values()} == set(get_args(Mark))
    assert DRAWN_MARKS.keys() == DRAWN.keys()


@pytest.mark.parametrize("name", DRAWN_MARKS)
def test_a_mark_is_drawn_and_hit_where_it_stands(name: str) -> None:
    mark, plot = DRAWN_MARKS[name]
    box = mark_box(mark, plot)
    hit = [f"box {written_number(box.x, box.y, box.width, box.height)}"] if box else []
    drawn_steps = transcript(lambda canvas: draw_mark(mark, plot, canvas))
    assert "\n".join([*hit, *filter(None, [drawn_steps])]) == DRAWN[name]


def test_an_event_of_a_year_shows_how_long_it_lasts_and_one_of_a_day_does_not() -> None:
    plot = replace(PLOT, y_range=(0, 1))
    year, day = Milestone(5, 7, 0, ABOUT, WORDS), Milestone(5, 6, 0, ABOUT, WORDS)
    assert transcript(lambda canvas: draw_duration(year, plot, canvas)) == "line 61,60 79,60 #96b6f0 4"
    assert transcript(lambda canvas: draw_duration(day, plot, canvas)) == ""


def test_the_area_of_a_circle_is_its_share() -> None:
    assert [circle_radius(share) for share in (-1, 0, 0.25, 1)] == [0, 0, MEASURES.circle / 2, MEASURES.circle]
