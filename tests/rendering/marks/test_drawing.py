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
from heartland_gui.charts.spec import Bar, Bracket, Details, Dot, Goal, Label, Line, Mark, Move, Question, Symbol
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.drawing import (
    DRAWINGS,
    bar_box,
    draw_bar,
    draw_diamond,
    draw_mark,
    draw_stretch,
    draw_symbol,
    mark_box,
)
from heartland_gui.rendering.marks.legend import SYMBOLS
from heartland_gui.rendering.picture.layout import layout
from heartland_gui.rendering.picture.margins import LayoutOptions
from heartland_gui.rendering.picture.painter import paint_picture
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import LIGHT, MEASURES
from heartland_gui.text import Words
from tests.charts.small_region import pillar, region, seen
from tests.rendering.recording import recording

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


def test_every_symbol_of_the_legend_has_a_drawing() -> None:
    assert set(SYMBOLS) == set(Symbol)
