"""The words of rows: none covers another, none leaves the picture, each where it belongs."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartland_gui.charts.spec import (
    AxisRow,
    Bar,
    Bracket,
    Chart,
    Details,
    Dot,
    Goal,
    Label,
    Mark,
    Move,
    Panel,
    Question,
    RowAxis,
    ValueAxis,
)
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.rows import RowMargins, row_labels
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.picture.layout import PanelLayout, layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.text import Magnitude, Words
from tests.examples import examples
from tests.golden.transcripts import changes

properties = settings(derandomize=True, max_examples=examples(80))
ABOUT = Details("")
ACTUAL = Status.ACTUAL

values = st.floats(0, 1000)
words = st.text("abc 0123456789", min_size=1, max_size=60).map(str.strip).filter(bool)
ends = st.tuples(values, values, words, words, words)


def laid_out(marks: list[Mark], names: list[str], width: float = 816, high: float = 1000) -> PanelLayout:
    rows = RowAxis(tuple(AxisRow(name) for name in names))
    question = Question("change", Ref(SubjectKind.PILLAR, "vehicles"))
    axis = ValueAxis(0, high, Magnitude(1, ""))
    drawn = Chart(question, "", "", "", axis, (Panel(rows, tuple(marks)),), Words())
    return layout(drawn, width, natural_height(drawn, width), ON_PAGE).panels[0]


def moves_of(rows: list[tuple[float, float, str, str, str]]) -> list[Mark]:
    marks: list[Mark] = []
    for row, (before, after, first, second, change) in enumerate(rows):
        marks.append(Move(row, before, after, 0, ABOUT, Label(change)))
        marks.append(Dot(before, row, ACTUAL, 0, ABOUT, Label("", first), minor=True))
        marks.append(Dot(after, row, ACTUAL, 0, ABOUT, Label(second)))
    return marks


def box_of(text_line: TextLine) -> Box:
    return Box(
        text_line.x,
        text_line.baseline - text_line.size * 0.8,
        text_width(text_line.text, text_line.size, bold=text_line.bold),
        text_line.size,
    )


def run_of(panel: PanelLayout, text: str) -> Box:
    return next(box_of(text_line) for text_line in panel.text_lines if text_line.text == text)


@pytest.mark.parametrize(
    "name",
    [
        "ranking-all",
        "ranking-losses",
        "ranking-own",
        "ranking-periods",
        "change-all",
        "change-actual",
        "targets-all",
        "coverage-all",
    ],
)
def test_the_words_of_rows_stand_as_they_are_kept(name: str) -> None:
    assert changes(name) == []


@properties
@given(st.lists(ends, min_size=1, max_size=12), st.sampled_from([400.0, 560.0, 816.0]))
def test_numbers_at_dots_never_cover_anything_nor_leave_the_picture(
    rows: list[tuple[float, float, str, str, str]], width: float
) -> None:
    panel = laid_out(moves_of(rows), [f"row {number}" for number in range(len(rows))], width)
    boxes = [box_of(text_line) for text_line in panel.text_lines]
    assert all(box.x >= -1 and box.right <= width + 1 for box in boxes)
    for one, other in combinations(boxes, 2):
        assert not one.grown(-1).overlaps(other.grown(-1))
    dots = [mark_box(mark, panel.plot) for mark in panel.panel.marks if isinstance(mark, Dot)]
    assert not any(dot is not None and box.overlaps(dot.grown(-1)) for dot in dots for box in boxes)


@properties
@given(values, values)
def test_short_numbers_at_dots_always_find_room_on_their_outer_sides(before: float, after: float) -> None:
    panel = laid_out(moves_of([(before, after, "12.3 bn", "45.6 bn", "+12.0 %")]), ["a row"])
    earlier, later = run_of(panel, "12.3 bn"), run_of(panel, "45.6 bn")
    left, right = (earlier, later) if before <= after else (later, earlier)
    low, high = sorted((panel.plot.x(before), panel.plot.x(after)))
    assert left.right < low
    assert right.x > high


def test_changes_stand_below_one_another_right_of_everything() -> None:
    panel = laid_out(moves_of([(1, 999, "1", "999", "+1"), (500, 400, "500", "400", "-20 %")]), ["a", "b"])
    first, second = run_of(panel, "+1"), run_of(panel, "-20 %")
    assert first.x == second.x
    assert first.x > run_of(panel, "999").right


def test_names_stand_left_of_the_numbers_at_the_left_edge() -> None:
    panel = laid_out(moves_of([(0, 999, "a long number", "999", "+1")]), ["the name"])
    assert run_of(panel, "the name").right < run_of(panel, "a long number").x


def test_the_number_of_a_bar_stands_behind_its_goal_and_its_bracket() -> None:
    bar = Bar(0, 100, ACTUAL, 0, ABOUT, Label("48"))
    panel = laid_out([bar, Goal(0, 500, ACTUAL, 0, ABOUT)], ["a"])
    assert run_of(panel, "48").x > panel.plot.x(500)
    panel = laid_out([bar, Bracket(0, 50, 700, ABOUT, horizontal=True)], ["a"])
    assert run_of(panel, "48").x > panel.plot.x(700)
    panel = laid_out([bar, Goal(1, 500, ACTUAL, 0, ABOUT)], ["a", "b"])
    assert run_of(panel, "48").x < panel.plot.x(200), "what stands on another row is not in the way"


def test_long_words_at_a_bar_go_on_below_or_are_cut() -> None:
    long = "of designed capacity used in the year in which the works were opened, by two sources of the region"
    goal = Goal(0, 1000, ACTUAL, 0, ABOUT)
    panel = laid_out([Bar(0, 100, ACTUAL, 0, ABOUT, Label("48", long)), goal], ["a"], 560)
    lines = [text_line for text_line in panel.text_lines if text_line.faint]
    assert len(lines) == 3
    assert len({text_line.x for text_line in lines}) == 1
    assert len({text_line.baseline for text_line in lines}) == 3
    assert lines[-1].text.endswith("…")


def test_a_long_number_at_a_bar_finds_its_room_in_a_small_picture() -> None:
    number = "−0.0000000011 people"
    panel = laid_out([Bar(0, 1000, ACTUAL, 0, ABOUT, Label(number, "actual, 2019"))], ["Maker Works"], 400)
    assert run_of(panel, number).right < 400


def test_ticks_of_values_below_rows_do_not_touch() -> None:
    panel = laid_out(moves_of([(0, 1e12, "0", "1", "+")]), ["a name that takes much of the room"], 320, 1e12)
    reaches = []
    for tick in panel.x_ticks:
        half = text_width(tick.label or "", 12) / 2
        reaches.append((panel.plot.tick_x(tick.position) - half, panel.plot.tick_x(tick.position) + half))
    assert reaches
    assert all(before[1] < after[0] for before, after in pairwise(reaches))


@pytest.mark.parametrize(("height", "expected"), [(24.0, 1), (26.0, 2), (39.0, 3), (80.0, 3)])
def test_a_higher_row_has_more_lines_of_faint_words(height: float, expected: int) -> None:
    long = "of designed capacity used in the year in which the works were opened, by two sources of the region"
    rows = RowAxis((AxisRow("a"), AxisRow("b")))
    plot = Plot(Box(100, 0, 300, 2 * height), (0, 1000), (1.5, -0.5))
    panel = Panel(rows, (Bar(0, 900, ACTUAL, 0, ABOUT, Label("48", long)),))
    found = row_labels(panel, rows, plot, RowMargins(90, 150))
    faint = [line for line in found if line.faint]
    assert len(faint) == expected
    middle = sum(line.baseline for line in faint) / len(faint)
    assert middle == pytest.approx(height / 2 + 11 * 0.36)


def test_names_of_rows_end_before_the_plot_and_long_ones_are_broken_where_rows_are_high() -> None:
    name = "Shanxi Rural Commercial United Bank"
    rows = RowAxis((AxisRow(name), AxisRow("b", emphasis=True)))
    for height, lines in ((28.0, 2), (27.0, 1)):
        plot = Plot(Box(150, 0, 300, 2 * height), (0, 1000), (1.5, -0.5))
        found = [line for line in row_labels(Panel(rows, ()), rows, plot, RowMargins(150, 50)) if line.x < 140]
        assert len(found) == lines + 1
        ends = [line.x + text_width(line.text, 12, bold=line.bold) for line in found]
        assert ends == pytest.approx([140] * len(found))
        assert [line.bold for line in found] == [False] * lines + [True]
        assert found[-1].baseline == pytest.approx(1.5 * height + 12 * 0.36)


def test_a_change_and_an_aside_stand_in_one_column_below_its_heading() -> None:
    rows = RowAxis((AxisRow("a", trailing="Sep 2021"), AxisRow("b")), trailing="newest")
    plot = Plot(Box(100, 20, 300, 80), (0, 1000), (1.5, -0.5))
    margins = RowMargins(90, 120, 0, 30)
    heading, aside = row_labels(Panel(rows, ()), rows, plot, margins)[2:]
    assert (heading.text, heading.bold, heading.baseline) == ("newest", True, 14)
    assert (aside.text, aside.faint) == ("Sep 2021", True)
    assert heading.x == aside.x == 400 + 30 + 10
    moved = Panel(RowAxis((AxisRow("a"), AxisRow("b"))), (Move(1, 1, 2, 0, ABOUT, Label("+12 %", "since 2018")),))
    change = [line for line in row_labels(moved, RowAxis((AxisRow("a"), AxisRow("b"))), plot, margins) if line.bold]
    assert [(line.text, line.x) for line in change] == [("+12 %", 440)]
