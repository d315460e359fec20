"""Marks: one drawing for each, and no two statuses alike."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from heartland_gui.charts.marks import Bar, Datum, Label, Line, Mark
from heartland_gui.charts.spec import Symbol
from heartland_gui.model.facts import Status
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.frame import Frame
from heartland_gui.rendering.key import SIGNS
from heartland_gui.rendering.labels import Box
from heartland_gui.rendering.marks import (
    DRAWINGS,
    bar_box,
    draw_bar,
    draw_mark,
    draw_stretch,
    draw_symbol,
    mark_box,
)
from heartland_gui.rendering.style import LIGHT, MEASURES
from heartland_gui.rendering.surfaces import diamond
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
    return pixels(lambda canvas: diamond(40, 30, COLOUR, canvas, planned=planned))


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
    frame = Frame(Box(0, 0, 80, 60), (0, 1), (0, 1))
    solid = pixels(lambda canvas: draw_mark(Line(((0, 0.5), (1, 0.5)), Status.ACTUAL, 0), frame, canvas))
    dashed = pixels(lambda canvas: draw_mark(Line(((0, 0.5), (1, 0.5)), status, 0), frame, canvas))
    assert (solid[30, :, :3].min(axis=1) < 255).all()
    assert 20 < (dashed[30] == 255).all(axis=1).sum() < 60


@pytest.mark.parametrize(("value", "left", "width"), [(10, 50, 50), (-5, 25, 25), (0, 50, 0)])
def test_a_bar_begins_at_zero(value: float, left: float, width: float) -> None:
    frame = Frame(Box(0, 0, 100, 100), (-10, 10), (0.5, -0.5))
    box = bar_box(Bar(0, value, Status.ACTUAL, 0, Datum(""), Label("")), frame)
    assert (box.x, box.width) == (left, width)
    assert box.y + box.height / 2 == 50
    assert box.height == MEASURES.bar


def test_lines_have_no_box_to_hit() -> None:
    assert mark_box(Line(((0, 0), (1, 1)), Status.ACTUAL, 0), Frame(Box(0, 0, 1, 1), (0, 1), (0, 1))) is None


def test_a_hatched_bar_is_hatched() -> None:
    with recording() as canvas:
        draw_bar(BOX, Status.FORECAST, COLOUR, canvas)
    assert len(canvas.lines) > 10
    assert all(BOX.contains(stroke.start) and BOX.contains(stroke.end) for stroke in canvas.lines)


def test_every_symbol_of_the_key_has_a_sign() -> None:
    assert set(SIGNS) == set(Symbol)
