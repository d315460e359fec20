"""Where labels go: never over each other, never outside, no stem through a flag."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartland_gui.rendering.geometry import Box, Point
from heartland_gui.rendering.labels.placement import LabelRequest, placed_event_labels, placed_labels, spread_out
from tests.examples import examples
from tests.golden.transcripts import changes

properties = settings(derandomize=True, max_examples=examples(200))

places = st.floats(0, 500)
points = st.tuples(places, places)
boxes = st.builds(Box, places, places, st.floats(1, 40), st.floats(1, 40))
# Marks of one size that crowd each other, as yearly figures do.
crowded = st.builds(lambda x, y: Box(x, y, 12, 12), st.floats(0, 120), st.floats(0, 120))
label_sizes = st.tuples(st.floats(5, 120), st.floats(8, 20))
requests = st.builds(
    LabelRequest,
    st.one_of(boxes, crowded),
    st.lists(label_sizes, min_size=1, max_size=2).map(tuple),
    st.integers(0, 100),
)
bounds = Box(0, 0, 500, 400)


@pytest.mark.parametrize(
    "name",
    [
        "over-time-all",
        "over-time-breaks",
        "over-time-sources-differ",
        "timeline-all",
        "multiples-all",
        "several-over-time-all",
    ],
)
def test_labels_are_placed_as_they_are_kept(name: str) -> None:
    assert changes(name) == []


@properties
@given(st.lists(requests, max_size=40), st.lists(boxes, max_size=8), st.lists(st.tuples(points, points), max_size=8))
def test_labels_never_cover_anything_nor_leave_the_bounds(
    asked: list[LabelRequest], obstacles: list[Box], lines: list[tuple[tuple[float, float], tuple[float, float]]]
) -> None:
    placed = placed_labels(asked, obstacles, lines, bounds)
    assert len({each.request for each in placed}) == len(placed)
    for each in placed:
        assert bounds.holds(each.box)
        assert (each.box.width, each.box.height) == asked[each.request].sizes[each.form]
        assert not any(each.box.overlaps(obstacle) for obstacle in obstacles)
        others = [request.anchor for number, request in enumerate(asked) if number != each.request]
        assert not any(each.box.overlaps(other) for other in others)
    for one, other in combinations(placed, 2):
        assert not one.box.overlaps(other.box)


@properties
@given(requests)
def test_a_label_alone_in_the_open_finds_its_fullest_form(request: LabelRequest) -> None:
    (placed,) = placed_labels([request], [], [], Box(-1000, -1000, 3000, 3000))
    assert placed.form == 0


def test_the_heavier_label_goes_first() -> None:
    tight = Box(0, 0, 60, 12)
    light = LabelRequest(Box(0, 0, 10, 12), ((30.0, 10.0),), 1)
    heavy = LabelRequest(Box(50, 0, 10, 12), ((30.0, 10.0),), 2)
    assert [each.request for each in placed_labels([light, heavy], [], [], tight)] == [1]


def test_a_shorter_form_is_taken_where_the_fuller_has_no_room() -> None:
    request = LabelRequest(Box(0, 0, 10, 12), ((80.0, 10.0), (30.0, 10.0)), 1)
    (placed,) = placed_labels([request], [], [], Box(0, 0, 60, 12))
    assert placed.form == 1


def test_a_label_that_yields_is_left_out_rather_than_put_on_a_line() -> None:
    lines = [((0.0, float(y)), (500.0, float(y))) for y in range(0, 400, 4)]
    firm = LabelRequest(Box(100, 100, 10, 10), ((40.0, 10.0),), 1)
    yielding = LabelRequest(Box(100, 100, 10, 10), ((40.0, 10.0),), 1, yields=True)
    assert len(placed_labels([firm], [], lines, bounds)) == 1
    assert placed_labels([yielding], [], lines, bounds) == ()
    assert len(placed_labels([yielding], [], [], bounds)) == 1


def test_a_label_avoids_lines() -> None:
    request = LabelRequest(Box(100, 100, 10, 10), ((40.0, 10.0),), 1)
    (free,) = placed_labels([request], [], [], bounds)
    assert free.box.x > 110
    (avoiding,) = placed_labels([request], [], [((100, 105), (400, 105))], bounds)
    assert avoiding.box.bottom <= 100


@properties
@given(
    st.lists(st.one_of(st.floats(0, 800), st.sampled_from([100.0, 100.5, 250.0])), max_size=60),
    st.floats(20, 220),
    st.integers(0, 5),
)
def test_flags_cover_no_flag_and_no_stem(stems: list[float], width: float, levels: int) -> None:
    found = placed_event_labels(stems, width, levels)
    assert len({flag.mark for flag in found}) == len(found)
    assert all(flag.side in (-1, 1) and 0 <= flag.level < levels for flag in found)
    for one in found:
        for other in found:
            if one is other or one.side != other.side:
                continue
            start, stem = stems[one.mark], stems[other.mark]
            if one.level == other.level:
                assert abs(start - stem) >= width
            # A stem reaches from the line through all levels below its own flag.
            if other.level > one.level:
                assert not start < stem < start + width


@properties
@given(st.lists(st.floats(0, 800), min_size=1, max_size=30))
def test_with_room_enough_every_event_has_its_flag(stems: list[float]) -> None:
    assert len(placed_event_labels(stems, 150, len(stems))) == len(stems)


columns = st.lists(st.tuples(st.floats(-50, 450), st.sampled_from([14.0, 15.5, 30.0])), max_size=40)


@properties
@given(columns, st.floats(-20, 20), st.floats(0, 900))
def test_boxes_in_a_column_never_cover_each_other_and_keep_their_order(
    wanted: list[tuple[float, float]], low: float, room: float
) -> None:
    heights = [height for _, height in wanted]
    middles = spread_out([middle for middle, _ in wanted], heights, low, low + room)
    assert len(middles) == len(wanted)
    placed = sorted(zip(middles, heights, strict=True))
    for (one, height), (other, next_height) in pairwise(placed):
        assert one + height / 2 <= other - next_height / 2 + 1e-6
    by_wish = sorted(range(len(wanted)), key=lambda number: wanted[number][0])
    assert [middles[number] for number in by_wish] == sorted(middles)
    if sum(heights) <= room:
        assert all(low - 1e-6 <= middle - height / 2 for middle, height in placed)
        assert all(middle + height / 2 <= low + room + 1e-6 for middle, height in placed)


@properties
@given(st.lists(st.integers(0, 30), max_size=20, unique=True))
def test_boxes_that_have_room_stay_where_they_are(places: list[int]) -> None:
    wanted = [20.0 * place + 10 for place in places]
    assert spread_out(wanted, [15.0] * len(wanted), 0, 700) == tuple(wanted)


def test_boxes_that_meet_give_way_to_both_sides() -> None:
    assert spread_out([100, 100], [10, 10], 0, 200) == (95, 105)
    assert spread_out([3, 3], [10, 10], 0, 200) == (5, 15)
    assert spread_out([199, 199], [10, 10], 0, 200) == (185, 195)


def test_a_label_stands_where_it_cannot_be_taken_for_another_number() -> None:
    own = LabelRequest(Box(100, 100, 8, 8), ((40, 12),), 50)
    bounds = Box(0, 0, 400, 200)
    (alone,) = placed_labels([own], [], [], bounds)
    assert alone.box.x > 108
    for beside in (LabelRequest(Box(155, 100, 8, 8), ((40, 12),), 10), None):
        other = Box(155, 100, 8, 8)
        requests = [own] if beside is None else [own, beside]
        first = placed_labels(requests, [other] if beside is None else [], [], bounds)[0]
        assert not first.box.grown(6).overlaps(other)


def test_a_label_is_kept_off_lines_that_begin_and_end_far_away() -> None:
    own = LabelRequest(Box(100, 100, 8, 8), ((40, 12),), 50)
    across = ((0.0, 104.0), (400.0, 104.0))
    (placed,) = placed_labels([own], [], [across], Box(0, 0, 400, 200))
    assert not placed.box.y < 104 < placed.box.bottom
    near = ((130.0, 90.0), (135.0, 120.0))
    (placed,) = placed_labels([own], [], [near], Box(0, 0, 400, 200))
    assert not placed.box.contains((132.0, 104.0))


@pytest.mark.parametrize(
    ("y", "line"),
    [
        (300.0, ((130.0, 306.0), (400.0, 300.0))),
        (300.0, ((400.0, 300.0), (130.0, 306.0))),
        (20.0, ((130.0, 24.0), (-200.0, 24.0))),
        (20.0, ((-200.0, 24.0), (130.0, 24.0))),
    ],
)
def test_a_label_is_kept_off_a_line_of_which_one_end_is_near(y: float, line: tuple[Point, Point]) -> None:
    own = LabelRequest(Box(100, y, 8, 8), ((40, 12),), 50)
    (placed,) = placed_labels([own], [], [line], Box(0, 0, 400, 400))
    assert placed.box.bottom <= y + 3 or placed.box.y >= y + 6


def test_two_numbers_side_by_side_are_apart() -> None:
    requests = [LabelRequest(Box(x, 100, 4, 4), ((30, 12),), 50 - x) for x in (0, 42)]
    first, second = placed_labels(requests, [], [], Box(-10, 90, 300, 24))
    assert first.box.x == 8
    assert second.box.x - first.box.right >= 5
