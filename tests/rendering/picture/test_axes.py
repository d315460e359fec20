"""The ticks and the room beside the plots: as many labels as do not touch, none outside of the picture."""

from __future__ import annotations

from itertools import pairwise

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import (
    AxisRow,
    Bar,
    Bracket,
    Chart,
    Details,
    Dot,
    EndLabel,
    Goal,
    Label,
    LaneAxis,
    Line,
    MapAxis,
    Mark,
    Milestone,
    Panel,
    Question,
    RowAxis,
    Tick,
    TimeAxis,
    ValueAxis,
)
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.line_ends import line_ends_width
from heartland_gui.rendering.labels.plot import widest_date
from heartland_gui.rendering.labels.rows import row_margins
from heartland_gui.rendering.labels.text_lines import label_width
from heartland_gui.rendering.picture.axes import has_labelled_axis, side_margins, x_ticks, y_ticks
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import MAKER, model_case
from tests.golden.transcripts import changes

NONE = Details("")
VALUES = ValueAxis(0, 100, Magnitude(1, "vehicles"))
TIME = TimeAxis(2000, 2020, 1)
QUESTION = Question("over-time", Ref(SubjectKind.PILLAR, "vehicles"))
BAR = Bar(0, 50, Status.ACTUAL, 0, NONE, Label("50"))


def made(x: TimeAxis | ValueAxis | MapAxis, *panels: Panel) -> Chart:
    return Chart(QUESTION, "", "", "", x, panels, Words())


def on_rows(*marks: Mark) -> Chart:
    return made(VALUES, Panel(RowAxis((AxisRow("a"), AxisRow("b"))), marks))


@pytest.mark.parametrize(
    "name",
    [
        *("over-time-all", "multiples-all", "several-over-time-all", "structure-all", "ranking-losses"),
        *("change-all", "timeline-all", "map-all", "coverage-all", "targets-all"),
    ],
)
def test_axes_are_as_they_are_kept(name: str) -> None:
    assert changes(name) == []


def test_bars_and_maps_need_no_words_below() -> None:
    assert not has_labelled_axis(
        on_rows(BAR, Goal(0, 1, Status.TARGET, 0, NONE), Bracket(0, 1, 2, NONE, horizontal=True))
    )
    assert has_labelled_axis(on_rows(BAR, Dot(1, 0, Status.ACTUAL, 0, NONE)))
    assert has_labelled_axis(made(TIME, Panel(VALUES, (BAR,))))
    assert not has_labelled_axis(made(MapAxis(0, 1), Panel(MapAxis(0, 1), ())))


# -- the upright axis -------------------------------------------------------------------------------------------


def test_rows_have_no_ticks() -> None:
    assert y_ticks(Panel(RowAxis((AxisRow("a"),)), ()), (0.5, -0.5), 200, Words()) == ()


@pytest.mark.parametrize(("height", "most"), [(300, 10), (150, 5), (90, 3), (70, 3), (69, 2), (30, 2)])
def test_a_higher_plot_has_more_ticks(height: float, most: int) -> None:
    ticks = y_ticks(Panel(VALUES, ()), (0, 100), height, Words())
    assert len(ticks) <= most + 1
    apart = [(after.position - before.position) / 100 * height for before, after in pairwise(ticks)]
    assert all(step >= 12.5 for step in apart)
    assert ticks[0].position == 0


def test_ticks_without_room_are_thinned_out_from_zero() -> None:
    axis = ValueAxis(-40, 100, Magnitude(1, "vehicles"))
    for height in (14, 20, 26, 32, 40):
        ticks = y_ticks(Panel(axis, ()), (-40, 100), height, Words())
        assert any(tick.position == 0 for tick in ticks), height
        apart = [(after.position - before.position) / 140 * height for before, after in pairwise(ticks)]
        assert all(step >= 12.5 for step in apart), height


def test_zero_stays_wherever_it_is_among_the_ticks() -> None:
    for low in range(-90, 0, 5):
        for height in (14, 20, 30, 45):
            axis = ValueAxis(low, 100, Magnitude(1, "vehicles"))
            ticks = y_ticks(Panel(axis, ()), (low, 100), height, Words())
            assert any(tick.position == 0 for tick in ticks), (low, height)


def test_without_zero_the_first_tick_stays() -> None:
    axis = ValueAxis(1000, 1100, Magnitude(1, "vehicles"))
    whole = y_ticks(Panel(axis, ()), (1000, 1100), 300, Words())
    assert whole[0].position == 1000
    for height in (14, 20, 30):
        assert y_ticks(Panel(axis, ()), (1000, 1100), height, Words())[0].position == 1000


# -- the horizontal axis ----------------------------------------------------------------------------------------


def reach(tick: Tick, plot: Plot) -> tuple[float, float]:
    half = text_width(tick.label or "", MEASURES.label) / 2
    return plot.tick_x(tick.position) - half, plot.tick_x(tick.position) + half


@pytest.mark.parametrize("width", [60, 100, 180, 300, 520, 900])
@pytest.mark.parametrize("axis", [TIME, VALUES], ids=["time", "values"])
def test_labels_have_a_gap_between_them_and_use_the_room(axis: TimeAxis | ValueAxis, width: int) -> None:
    answer = made(axis, Panel(VALUES, (Dot(1, 0, Status.ACTUAL, 0, NONE),)))
    plot = Plot(Box(50, 0, width, 100), axis.bounds, (0, 100), axis, VALUES)
    ticks = x_ticks(answer, plot, (0, width + 100))
    named = [tick for tick in ticks if tick.label is not None]
    assert named
    reaches = [reach(tick, plot) for tick in named]
    assert all(after[0] - before[1] >= 8 for before, after in pairwise(reaches))
    if width >= 300:
        assert len(named) >= 4, "a wide axis is not left empty"


def test_labels_outside_of_the_picture_are_not_written() -> None:
    answer = made(VALUES, Panel(VALUES, (Dot(1, 0, Status.ACTUAL, 0, NONE),)))
    plot = Plot(Box(50, 0, 300, 100), (0, 100), (0, 100), VALUES, VALUES)
    whole = [tick.label for tick in x_ticks(answer, plot, (0, 400))]
    left = [tick.label for tick in x_ticks(answer, plot, (50, 400))]
    right = [tick.label for tick in x_ticks(answer, plot, (0, 350))]
    assert left == [None, *whole[1:]]
    assert right == [*whole[:-1], None]


def test_bars_have_only_their_zero_and_maps_nothing() -> None:
    answer = on_rows(BAR)
    plot = Plot(Box(50, 0, 300, 100), (0, 100), (1.5, -0.5), VALUES)
    assert x_ticks(answer, plot, (0, 400)) == (Tick(0.0, None),)
    land = made(MapAxis(0, 1), Panel(MapAxis(0, 1), ()))
    assert x_ticks(land, Plot(Box(0, 0, 9, 9), (0, 1), (0, 1)), (0, 9)) == ()


# -- the room beside the plots ----------------------------------------------------------------------------------


def test_the_widest_label_has_room_left_of_the_plots() -> None:
    answer = made(TIME, Panel(VALUES, ()))
    margins = side_margins(answer, 800, [Tick(0, "0"), Tick(100, "100,000"), Tick(50, None)])
    assert margins.left == text_width("100,000", MEASURES.label) + 10
    assert (margins.right, margins.indent, margins.beyond) == (14, 0, 0)
    assert side_margins(answer, 800, []).left == 0
    assert side_margins(made(MapAxis(0, 1), Panel(MapAxis(0, 1), ())), 800, []).right == 0


def test_rows_have_the_room_that_they_ask_for() -> None:
    answer = on_rows(BAR)
    panel = answer.panels[0]
    assert isinstance(panel.y, RowAxis)
    asked = row_margins(panel, panel.y, VALUES, 800)
    margins = side_margins(answer, 800, [])
    assert (margins.left, margins.right) == (asked.left, asked.right)
    moved = on_rows(Dot(1, 0, Status.ACTUAL, 0, NONE, Label("", "12")), Dot(99, 0, Status.ACTUAL, 0, NONE, Label("9")))
    asked = row_margins(moved.panels[0], panel.y, VALUES, 800)
    margins = side_margins(moved, 800, [])
    assert (margins.indent, margins.beyond) == (asked.indent, asked.beyond) > (0, 0)


def test_events_have_room_for_the_words_of_the_last_one() -> None:
    marks = (Milestone(2019, 2019, 0, NONE, Label("26 Apr 2020")),)
    answer = made(TIME, Panel(LaneAxis(), marks))
    assert side_margins(answer, 500, []).left == 20
    assert side_margins(answer, 500, []).right == 110
    assert side_margins(answer, 2000, []).right == 200
    assert side_margins(answer, 100, []).right == widest_date(marks) + 12


def test_names_of_lines_have_a_third_of_the_width_or_half_of_a_narrow_one() -> None:
    named = Dot(2019, 1, Status.ACTUAL, 0, NONE, end_label=EndLabel("x" * 90, "12"))
    answer = made(TIME, Panel(VALUES, (named,)))
    assert side_margins(answer, 800, []).right == 272
    assert side_margins(answer, 400, []).right == 150
    assert side_margins(answer, 200, []).right == 100
    short = Dot(2019, 1, Status.ACTUAL, 0, NONE, end_label=EndLabel("x"))
    assert side_margins(made(TIME, Panel(VALUES, (short,))), 800, []).right == line_ends_width([short], 800)


def test_a_number_near_the_right_edge_has_room_outside() -> None:
    label = Label("5,000", "forecast")
    last = Dot(2020, 1, Status.ACTUAL, 0, NONE, label)
    answer = made(TIME, Panel(VALUES, (last, Line(((2000, 1), (2020, 1)), Status.ACTUAL, 0))))
    assert side_margins(answer, 800, []).right == label_width(label) + 14
    assert side_margins(answer, 200, []).right == 44, "not more than a good fifth"
    earlier = Dot(2019, 1, Status.ACTUAL, 0, NONE, label)
    wanted = label_width(label) + 14 - 1 / 20 * 800 * 0.85
    assert side_margins(made(TIME, Panel(VALUES, (earlier,))), 800, []).right == pytest.approx(wanted)
    first = Dot(2000, 1, Status.ACTUAL, 0, NONE, label)
    assert side_margins(made(TIME, Panel(VALUES, (first,))), 800, []).right == 14


def test_the_chart_of_a_question_has_both_axes() -> None:
    answer = chart(model_case(), Question("over-time", MAKER, "output"), Words())
    assert has_labelled_axis(answer)
