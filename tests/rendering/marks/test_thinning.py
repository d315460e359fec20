"""Lines of very many points: drawn with few strokes, and seen as if with all."""

from __future__ import annotations

import math
import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from heartland_gui.charts.spec import Chart, Details, Dot, Label, Line, Panel, Question, TimeAxis, ValueAxis
from heartland_gui.export.formats import FORMATS
from heartland_gui.export.picture import Picture, PictureOptions
from heartland_gui.model.entities import NO_UNIT, Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.rendering.geometry import Box, Point
from heartland_gui.rendering.marks import drawing, thinning
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.marks.thinning import LONG, dot_radius, segments
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES
from heartland_gui.text import Words
from tests.pictures import likeness

SEEN = (2000.0, 2016.0)


def walk(count: int, *, noise: float = 0.3) -> tuple[Point, ...]:
    """Return a noisy random walk of `count` points over the range `SEEN`."""
    dice = random.Random(1)  # noqa: S311 - no secret
    value, found = 100.0, []
    for number in range(count):
        value += dice.gauss(0, 0.3)
        found.append((SEEN[0] + 16 * (number + 0.4) / count, value + dice.gauss(0, noise)))
    return tuple(found)


counts = st.integers(LONG, 4 * LONG)
noises = st.sampled_from((0.0, 1.0, 30.0))
widths = st.sampled_from((16, 64, 256))


@settings(max_examples=20)
@given(count=counts, noise=noises, columns=widths)
def test_strokes_are_few_and_between_points_of_the_line(count: int, noise: float, columns: int) -> None:
    line = walk(count, noise=noise)
    found = segments(line, SEEN, columns)
    assert {end for segment in found for end in segment} <= set(line)
    assert len(found) <= columns + 2


@settings(max_examples=20)
@given(count=counts, noise=noises, columns=widths)
def test_every_point_is_as_high_as_the_stroke_of_its_column_reaches(count: int, noise: float, columns: int) -> None:
    line = walk(count, noise=noise)
    reached: dict[int, tuple[float, float]] = {}
    for segment in segments(line, SEEN, columns):
        low, high = sorted(value for _, value in segment)
        reached[math.floor(segment[1][0] / (16 / columns))] = (low, high)
    for x, value in line:
        low, high = reached[math.floor(x / (16 / columns))]
        assert low <= value <= high


@settings(max_examples=20)
@given(count=counts, noise=noises, columns=widths)
def test_strokes_meet(count: int, noise: float, columns: int) -> None:
    for before, after in pairwise(segments(walk(count, noise=noise), SEEN, columns)):
        (low, high), (next_low, next_high) = sorted(y for _, y in before), sorted(y for _, y in after)
        assert next_low <= high
        assert low <= next_high


def test_strokes_of_a_level_line_reach_from_one_to_the_next() -> None:
    line = tuple((x, 5.0) for x, _ in walk(3000))
    found = segments(line, SEEN, 100)
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert (found[0][0], found[-1][1]) == (line[0], line[-1])


def test_gap_between_many_points_is_crossed_from_the_last_to_the_next() -> None:
    before = [(x, 0.0) for x, _ in walk(6000) if x <= 2005.0]
    after = [(x, float((-1) ** number)) for number, (x, _) in enumerate(walk(6000)) if x >= 2010.0]
    assert (before[-1], after[0]) in segments((*before, *after), SEEN, 300)


def test_short_line_is_drawn_from_point_to_point() -> None:
    line = walk(LONG - 1)
    assert segments(line, (2005.0, 2006.0), 10) == list(pairwise(line))


def test_line_that_goes_back_in_time_is_drawn_from_point_to_point() -> None:
    line = (*walk(2 * LONG), (2000.0, 1.0))
    assert segments(line, SEEN, 10) == list(pairwise(line))


def test_few_points_in_sight_are_drawn_with_one_more_on_either_side() -> None:
    line = walk(2000)
    found = segments(line, (2008.0, 2008.04), 1000)
    assert found == list(pairwise(line[999:1006]))


def test_line_leaves_a_picture_that_is_zoomed_into_where_it_would() -> None:
    line = walk(100_000)
    found = segments(line, (2005.0, 2015.0), 400)
    assert found[0][0][0] < 2005.0 + 10 / 400
    assert found[-1][-1][0] > 2015.0 - 10 / 400


def test_line_that_is_moved_keeps_its_strokes() -> None:
    line = walk(50_000)
    for number in range(20):
        low = 2001.1 + number * 0.0137
        # A view that is dragged is not as wide to the last digit.
        segments(line, (low, low + 9.3 + number * 1e-12), 400)
    kept = thinning._long_line(thinning._ByIdentity(line)).column.cache_info()
    assert kept.misses <= 420
    assert kept.hits >= 19 * 380


def test_points_of_a_line_stand_where_each_stands_alone() -> None:
    words = Words()
    axis = ValueAxis(1.0, 1e6, words.magnitude(1e6, NO_UNIT), logarithmic=True)
    plot = Plot(Box(31.7, 12.3, 611.9, 207.1), (2001.3, 2017.9), (0.1, 5.9), TimeAxis(*SEEN), axis)
    values = [(2000 + number * 1.7, 10 ** (number / 3)) for number in range(12)]
    assert plot.to_picture(values) == [(plot.x(x), plot.y(y)) for x, y in values]


# -- numbers side by side -----------------------------------------------------------------------------------------


def crowd(count: int, *, status: Status = Status.ACTUAL, label: Label | None = None) -> list[Dot]:
    return [Dot(2000 + 16 * number / count, 1.0, status, 0, Details(""), label) for number in range(count)]


def radius(drawing: list[Dot], seen: tuple[float, float] = SEEN) -> float:
    return dot_radius(drawing, Plot(Box(0, 0, 800, 100), seen, (0, 2)))


def test_dots_that_stand_apart_keep_their_size() -> None:
    assert radius(crowd(40)) == MEASURES.dot
    assert radius(crowd(11), (1000.0, 3000.0)) == MEASURES.dot, "few are never small"


def test_dots_side_by_side_touch_at_most() -> None:
    assert radius(crowd(160)) == pytest.approx(800 / 160 / 2)


def test_very_many_dots_are_no_wider_than_their_line() -> None:
    assert radius(crowd(5000)) == MEASURES.line * 0.6


def test_dots_grow_again_where_few_are_in_sight() -> None:
    assert radius(crowd(5000), (2000.0, 2000.1)) == MEASURES.dot


def test_what_is_not_done_or_has_words_stays_as_large_as_it_is() -> None:
    hoped, told = crowd(500, status=Status.FORECAST), crowd(500, label=Label("1"))
    assert radius(hoped) == radius(told) == MEASURES.dot
    plot = Plot(Box(0, 0, 800, 100), SEEN, (0, 2), dot=1.2)
    small, *large = (mark_box(drawing[0], plot) for drawing in (crowd(500), hoped, told))
    assert small is not None
    assert small.width == pytest.approx(4.4)
    assert [box.width for box in large if box is not None] == [2 * MEASURES.dot + 2] * 2


# -- as pictures ------------------------------------------------------------------------------------------------


def drawn(line: tuple[Point, ...], path: Path, format_id: str = "png", status: Status = Status.ACTUAL) -> Path:
    words = Words()
    values = [value for _, value in line]
    axis = ValueAxis(min(values), max(values), words.magnitude(max(values), NO_UNIT))
    panel = Panel(axis, (Line(line, status, 0),))
    question = Question("over-time", Ref(SubjectKind.PLACE, "region"))
    chart = Chart(question, "A region", "A long line", "", TimeAxis(*SEEN), (panel,), words)
    path.write_bytes(FORMATS[format_id].draw(Picture(chart, PictureOptions(width=900, height=560), None))())
    return path


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("noise", [0.0, 1.0, 8.0])
def test_long_line_looks_as_if_every_point_were_drawn(
    noise: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = walk(12_000, noise=noise)
    few = drawn(line, tmp_path / "few.png")
    monkeypatch.setattr(drawing, "LONG", len(line) + 1)
    every = drawn(line, tmp_path / "every.png")
    whole, weakest, _ = likeness(few, every)
    assert whole >= 0.97
    assert weakest >= 0.5


@pytest.mark.usefixtures("qapp")
def test_one_peak_among_very_many_points_is_seen(tmp_path: Path) -> None:
    line = [(x, 1.0) for x, _ in walk(100_000)]
    line[61_803] = (line[61_803][0], 2.0)
    line[5] = (line[5][0], 0.0)
    flat = [*line]
    flat[61_803] = (flat[61_803][0], 1.2)
    with_peak, without = drawn(tuple(line), tmp_path / "peak.png"), drawn(tuple(flat), tmp_path / "flat.png")
    assert likeness(with_peak, without)[1] < 0.9


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("status", [Status.ACTUAL, Status.FORECAST])
def test_file_of_a_long_line_stays_small(status: Status, tmp_path: Path) -> None:
    assert drawn(walk(60_000), tmp_path / "line.svg", "svg", status).stat().st_size < 400_000


def test_line_goes_on_to_the_first_point_beyond_a_gap_at_the_edge() -> None:
    line = (*(point for point in walk(5000) if point[0] < 2008.0), (2020.0, 7.0))
    assert segments(line, (2000.0, 2010.0), 400)[-1] == (line[-2], line[-1])


@pytest.mark.usefixtures("qapp")
def test_long_dashed_line_has_gaps(tmp_path: Path) -> None:
    line = tuple((x, 5.0) for x, _ in walk(8000))
    solid, dashed = (
        np.asarray(Image.open(drawn((*line, (2016.0, 6.0)), tmp_path / f"{status}.png", status=status)).convert("L"))
        for status in (Status.ACTUAL, Status.FORECAST)
    )
    ink, broken = int((solid < 200).sum()), int((dashed < 200).sum())
    assert 0.4 * ink < broken < 0.8 * ink
