"""The column right of a plot: every line named, no name over another, each joined to where its line ends."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Details, Dot, EndLabel, Panel, Part, Question, TimeAxis, ValueAxis
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import Background, text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.line_ends import has_line_ends, line_end_labels, line_ends_width, sign_width
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.picture.axes import y_ticks
from heartland_gui.rendering.picture.layout import Layout, layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE, LayoutOptions
from heartland_gui.rendering.picture.painter import paint
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import LIGHT, THEMES, Theme, contrast
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import pillar, region, seen
from tests.examples import examples
from tests.golden.transcripts import changes
from tests.rendering.recording import Written, recording

properties = settings(derandomize=True, max_examples=examples(100))

BOX = Box(40, 20, 500, 240)
PLOT = Plot(BOX, (2010, 2020), (0, 100))
NAMES = ("Taiyuan", "Shanxi Rural Commercial United Bank", "山西永东化工股份有限公司", "x" * 80)


def dot(value: float, name: str, strong: str = "12.3", faint: str = "", x: float = 2019.5) -> Dot:
    return Dot(x, value, Status.ACTUAL, 0, Details(""), end_label=EndLabel(name, strong, faint))


def box_of(text_line: TextLine) -> Box:
    return Box(
        text_line.x,
        text_line.baseline - text_line.size * 0.8,
        text_width(text_line.text, text_line.size, bold=text_line.bold),
        text_line.size * 1.02,
    )


@pytest.mark.parametrize(
    "name", ["several-over-time-all", "several-over-time-actual", "structure-all", "structure-actual"]
)
def test_names_at_the_ends_of_lines_stand_as_they_are_kept(name: str) -> None:
    assert changes(name) == []


@properties
@given(
    st.lists(st.tuples(st.floats(0, 100), st.sampled_from(NAMES)), min_size=1, max_size=8),
    st.floats(110, 300),
    st.sampled_from(["", "2019", "estimate · Mar 2023"]),
)
def test_names_never_cover_each_other_and_none_is_lost(ends: list[tuple[float, str]], right: float, faint: str) -> None:
    beside = line_end_labels([dot(value, name, faint=faint) for value, name in ends], PLOT, right)
    boxes = [box_of(text_line) for text_line in beside.text_lines]
    assert not any(one.grown(-0.5).overlaps(other.grown(-0.5)) for one, other in combinations(boxes, 2))
    assert all(BOX.right < box.x and box.right <= BOX.right + right + 1 for box in boxes)
    assert all(BOX.y - 8 <= box.y and box.bottom <= BOX.bottom + 16 for box in boxes)
    assert len(beside.leaders) == len(ends)
    assert len([text_line for text_line in beside.text_lines if text_line.text == "12.3"]) == len(ends), (
        "every number stands"
    )


def test_a_name_stands_at_the_height_of_its_end_where_it_can() -> None:
    beside = line_end_labels([dot(20, "low"), dot(80, "high")], PLOT, 200)
    assert [leader.end[1] for leader in beside.leaders] == [PLOT.y(20), PLOT.y(80)]
    for leader, x in zip(beside.leaders, (2019.5, 2019.5), strict=True):
        assert leader.path[0] == (PLOT.x(x), leader.end[1])


def test_a_leader_is_flat_inside_the_plot() -> None:
    beside = line_end_labels([dot(50, "one", x=2012.5), dot(50.5, "other")], PLOT, 200)
    assert len(beside.leaders) == 2
    for leader in beside.leaders:
        start, edge, end = leader.path
        assert start[1] == edge[1]
        assert edge[0] == BOX.right
        assert end == leader.end


def test_an_end_out_of_sight_keeps_its_name_and_has_no_line() -> None:
    beside = line_end_labels([dot(50, "gone", x=2025.5)], PLOT, 200)
    assert [text_line.text for text_line in beside.text_lines] == ["gone", "12.3"]
    assert beside.leaders[0].path == ()


def test_a_long_name_takes_two_lines_and_on_one_line_is_cut_before_its_number() -> None:
    name = "Shanxi Rural Commercial United Bank"
    two = line_end_labels([dot(50, name, faint="2023")], PLOT, 200)
    assert " ".join(text_line.text for text_line in two.text_lines[:-2]) == name
    assert [text_line.text for text_line in two.text_lines[-2:]] == ["12.3", "2023"]
    low = Plot(Box(40, 20, 500, 20), (2010, 2020), (0, 100))
    crowded = line_end_labels([dot(value, name, faint="2023") for value in (10, 90)], low, 200)
    assert [text_line.text.endswith("…") for text_line in crowded.text_lines] == [True, False, True, False]


def test_without_room_the_lowest_in_the_drawing_lose_their_names() -> None:
    low = Plot(Box(40, 20, 500, 20), (2010, 2020), (0, 100))
    beside = line_end_labels([dot(50, f"n{number}") for number in range(6)], low, 200)
    assert [text_line.text for text_line in beside.text_lines if text_line.text.startswith("n")] == ["n4", "n5"]


def test_the_column_is_as_wide_as_its_words_and_not_wider_than_allowed() -> None:
    assert line_ends_width([replace(dot(1, "a"), end_label=None)], 300) == 0
    narrow, wide = line_ends_width([dot(1, "a")], 300), line_ends_width([dot(1, "a" * 20)], 300)
    assert 0 < narrow < wide < 300
    assert line_ends_width([dot(1, "a" * 200)], 300) == 300


def test_only_marks_with_names_make_a_column() -> None:
    bare = replace(dot(1, "a"), end_label=None)
    assert not has_line_ends([bare])
    assert has_line_ends([bare, dot(1, "a")])
    assert not has_line_ends([])
    assert line_end_labels([bare], PLOT, 200).text_lines == ()


def test_however_low_the_plot_the_last_name_stays() -> None:
    lowest = Plot(Box(40, 20, 500, 0.1), (2010, 2020), (0, 100))
    beside = line_end_labels([dot(50, "first"), dot(50, "last")], lowest, 200)
    assert [line.text for line in beside.text_lines] == ["last", "12.3"]


def test_words_stand_behind_the_sign_strong_ones_strong_and_faint_ones_small() -> None:
    (leader,) = line_end_labels([dot(50, "name", faint="2019")], PLOT, 300).leaders
    name, number, year = line_end_labels([dot(50, "name", faint="2019")], PLOT, 300).text_lines
    assert leader.end == (BOX.right + 14, PLOT.y(50))
    assert sign_width() == 10
    assert name.x == BOX.right + 29
    assert number.x == name.x + text_width("name", 12) + 4
    assert year.x == number.x + text_width("12.3", 12, bold=True) + 4
    assert name.baseline == number.baseline == pytest.approx(PLOT.y(50) + 12 * 0.36)
    assert [(line.bold, line.faint, line.size) for line in (name, number, year)] == [
        (False, False, 12), (True, False, 12), (False, True, 11),
    ]  # fmt: skip
    wide = text_width("name", 12) + 4 + text_width("12.3", 12, bold=True) + 4 + text_width("2019", 11)
    assert line_ends_width([dot(50, "name", faint="2019")], 900) == 29 + wide + 2


def test_names_reach_a_little_beyond_the_plot_above_and_more_below() -> None:
    tops = [line.baseline for line in line_end_labels([dot(100, f"n{n}") for n in range(3)], PLOT, 200).text_lines]
    assert min(tops) == pytest.approx(BOX.y - 6 + 12 * 1.3 / 2 + 12 * 0.36)
    low = [line.baseline for line in line_end_labels([dot(-4, f"n{n}") for n in range(3)], PLOT, 200).text_lines]
    assert max(low) == pytest.approx(BOX.bottom + 14 - 12 * 1.3 / 2 + 12 * 0.36)


def test_parts_have_squares_in_their_tone() -> None:
    part = Part(2019, 2020, 0, 40, 2, Details(""), end_label=EndLabel("Services", "40 %"))
    (leader,) = line_end_labels([part], PLOT, 200).leaders
    assert leader.tone == 2
    assert leader.end[1] == PLOT.y(20)


# -- in the picture ---------------------------------------------------------------------------------------------


def many_together() -> Chart:
    figures = [
        seen(100 + number / 10, year, subject=f"maker-{number:02d}") for number in range(8) for year in ("2018", "2019")
    ]
    return chart(region(*figures, more_makers=8), Question("several-over-time", pillar("vehicles"), "output"), Words())


def written(placed: Layout) -> list[Written]:
    with recording() as canvas:
        paint(placed, canvas)
        return canvas.texts


@pytest.mark.parametrize("size", [(880, 495), (880, 628), (400, None), (320, None)], ids=str)
def test_eight_that_end_together_are_all_named(size: tuple[float, float | None]) -> None:
    answer = many_together()
    width, height = size
    options = LayoutOptions() if height else ON_PAGE
    texts = written(layout(answer, width, height or natural_height(answer, width), options))
    assert len([each for each in texts if "Maker-" in each.text]) == 8
    assert not [
        (one.text, other.text)
        for one, other in combinations(texts, 2)
        if one.box.grown(-1).overlaps(other.box.grown(-1))
    ]


def structure() -> Chart:
    figures = [
        seen(value, year, subject="valley", indicator=part)
        for year in ("2018", "2019")
        for part, value in (("goods", 97), ("services", 3))
    ]
    dataset = region(*figures)
    return chart(dataset, Question("structure", dataset.region_ref, "revenue"), Words())


def test_shares_stand_inside_their_parts_where_they_have_room() -> None:
    (panel,) = layout(structure(), 880, 495, LayoutOptions()).panels
    inside = [text_line for text_line in panel.text_lines if text_line.background is not None]
    assert [(text_line.text, text_line.background) for text_line in inside] == [
        ("97", Background(tone=0)),
        ("97", Background(tone=0)),
    ]
    (small,) = layout(structure(), 880, 1400, LayoutOptions()).panels
    assert [text_line.text for text_line in small.text_lines if text_line.background is not None] == [
        "97",
        "3",
        "97",
        "3",
    ]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_on_a_part_can_be_read(theme: Theme) -> None:
    assert all(contrast(theme.text_colour_on(tone), tone) >= 4.5 for tone in theme.tones)


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)
    assert LIGHT.text_colour_on("#ffffff") == LIGHT.text


# -- panels -----------------------------------------------------------------------------------------------------


def panels(count: int) -> Chart:
    axis = ValueAxis(0, 54, Magnitude(1, "vehicles"))
    dots = tuple(Dot(2010.5 + year, 5 * year, Status.ACTUAL, 0, Details("")) for year in range(10))
    panel = Panel(axis, dots, "Vehicles produced, vehicles a year")
    return replace(structure(), x=TimeAxis(2010, 2020, 1.0), panels=(panel,) * count, notes=("A note.",) * 30)


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_many_panels_are_alike_and_can_be_read(count: int) -> None:
    placed = layout(panels(count), 880, 495, LayoutOptions())
    boxes = [panel.plot.box for panel in placed.panels]
    assert {round(box.height, 6) for box in boxes} == {round(boxes[0].height, 6)}
    assert {(box.x, box.width) for box in boxes} == {(boxes[0].x, boxes[0].width)}
    assert all(2 <= len(panel.y_ticks) <= 9 for panel in placed.panels)
    assert boxes[0].height >= 30
    texts = written(placed)
    years = [each for each in texts if each.text in {"2012", "2014", "2016", "2018"}]
    assert all(each.box.y > boxes[-1].bottom for each in years), "years stand below the last only"
    assert years
    assert not [
        (one.text, other.text)
        for one, other in combinations(texts, 2)
        if one.box.grown(-1).overlaps(other.box.grown(-1))
    ]


@pytest.mark.parametrize("high", [1.0, 1.4, 2.6, 5.2, 20.0, 54.0, 99.0])
@pytest.mark.parametrize("height", [14.0, 20.0, 30.0, 45.0, 60.0, 75.0, 240.0])
def test_ticks_of_low_panels_leave_room_for_their_labels_and_keep_zero(high: float, height: float) -> None:
    panel = Panel(ValueAxis(0, high, Magnitude(1, "vehicles")), ())
    ticks = y_ticks(panel, (0, high), height, Words())
    assert ticks[0].position == 0
    steps = [after.position - before.position for before, after in pairwise(ticks)]
    assert all(step / high * height >= 12 for step in steps)


def test_a_title_of_a_panel_stays_in_the_picture() -> None:
    answer = panels(2)
    long = replace(answer, panels=tuple(replace(panel, title="x" * 300) for panel in answer.panels))
    placed = layout(long, 400, 400, ON_PAGE)
    assert all(each.box.right <= 400 for each in written(placed))
