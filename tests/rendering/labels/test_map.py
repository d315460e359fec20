"""Words on maps and tiles: on no circle, on their own land where it has room, in an ink that can be read."""

from __future__ import annotations

from itertools import combinations

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import (
    Area,
    Chart,
    Circle,
    Details,
    Label,
    MapAxis,
    Mark,
    Panel,
    Pin,
    Question,
    Symbol,
    Tile,
)
from heartland_gui.rendering.canvas import Background, text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.map import labels_of_map
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.picture.layout import Layout, layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE, LayoutOptions
from heartland_gui.rendering.picture.painter import paint
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.screen.pointing import reading_order
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import pillar, region, seen, square
from tests.golden.transcripts import changes
from tests.rendering.recording import recording

PLOT = Plot(Box(0, 0, 300, 300), (0, 3), (0, 3))
NOTHING = Details("")


def area(west: float, south: float, name: str, value: str = "", shade: int | None = 0, size: float = 1) -> Area:
    middle = (west + size / 2, south + size / 2)
    return Area((square(west, south, size),), middle, shade, NOTHING, Label(name, value))


def circle(x: float, y: float, share: float, number: str, name: str = "") -> Circle:
    return Circle(x, y, share, None, NOTHING, Label(number, name))


def written(*marks: Mark) -> list[TextLine]:
    return list(labels_of_map(Panel(MapAxis(0, 3), marks), PLOT).text_lines)


def texts(*marks: Mark) -> list[str]:
    return [text_line.text for text_line in written(*marks)]


@pytest.mark.parametrize("name", ["map-all", "map-actual", "map-missing", "map-companies"])
def test_the_words_of_maps_stand_as_they_are_kept(name: str) -> None:
    assert changes(name) == []


def test_a_name_stands_over_its_value_in_the_middle_of_the_land() -> None:
    name, value = written(area(1, 1, "Oak", "12"))
    assert (name.text, name.bold, value.text, value.bold) == ("Oak", True, "12", False)
    assert 100 < name.x < 150 < value.x + 10
    assert value.baseline > name.baseline
    assert 100 < name.baseline < value.baseline < 200


def test_words_know_the_shade_that_they_stand_on() -> None:
    name, value = written(area(1, 1, "Oak", "12", shade=4))
    assert name.background == value.background == Background(shade=4, halo=True)


def test_words_that_are_mostly_beside_their_land_are_written_as_on_paper() -> None:
    (name,) = written(area(1, 1, "A name of a place", shade=4, size=0.1))
    assert name.background == Background(halo=True)


def test_no_words_stand_on_a_circle_or_a_pin() -> None:
    marks = (area(1, 1, "Oak", "12"), circle(1.5, 1.5, 1, "8"), Pin(1.5, 1.3, None, NOTHING, Label("Park")))
    text_lines = written(*marks)
    assert [text_line.text for text_line in text_lines] == ["8", "Oak", "12", "Park"]
    boxes = [box for mark in marks[1:] if (box := mark_box(mark, PLOT))]
    for text_line in text_lines[1:]:
        letters = Box(text_line.x, text_line.baseline - 9, 20, 9)
        assert not any(letters.overlaps(box) for box in boxes), text_line.text


def test_a_number_stands_in_its_circle_or_below_the_name() -> None:
    assert texts(area(1, 1, "Oak"), circle(1.5, 1.5, 1, "28")) == ["28", "Oak"]
    inside = written(area(1, 1, "Oak"), circle(1.5, 1.5, 1, "28"))[0]
    assert inside.background == Background(disc=True)
    assert texts(area(1, 1, "Oak"), circle(1.5, 1.5, 0.01, "1")) == ["Oak", "1"]


def test_the_number_of_a_small_circle_never_stands_beside_a_value() -> None:
    assert texts(area(1, 1, "Oak", "142"), circle(1.5, 1.5, 0.01, "1")) == ["Oak", "142"]


def test_the_number_of_a_small_circle_never_stands_where_a_value_is_missing() -> None:
    assert texts(area(1, 1, "Oak", shade=None), circle(1.5, 1.5, 0.01, "1")) == ["Oak"]


def test_a_circle_without_land_has_its_name_beside_it() -> None:
    assert texts(circle(1.5, 1.5, 1, "3", "Elm")) == ["3", "Elm"]


@pytest.mark.parametrize(
    ("room", "expected", "left_out"),
    [
        (Box(0, 0, 300, 300), ["Oakland", "1,234"], 0),
        (Box(0, 0, 300, 20), ["Oakland"], 0),
        (Box(0, 0, 20, 300), [], 1),
    ],
)
def test_words_without_room_are_shortened_and_then_left_out(room: Box, expected: list[str], left_out: int) -> None:
    plot = Plot(room, (0, 3), (0, 3))
    found = labels_of_map(Panel(MapAxis(0, 3), (area(1, 1, "Oakland", "1,234"),)), plot)
    assert [text_line.text for text_line in found.text_lines] == expected
    assert found.left_out == left_out


def test_no_words_of_a_crowd_are_on_others() -> None:
    crowd = [area(1 + 0.2 * x, 1 + 0.2 * y, "Oakland", size=0.2) for x in range(5) for y in range(5)]
    found = labels_of_map(Panel(MapAxis(0, 3), tuple(crowd)), PLOT)
    boxes = [
        Box(text_line.x, text_line.baseline - 9, text_width(text_line.text, text_line.size, bold=True), 11)
        for text_line in found.text_lines
    ]
    assert len(boxes) + found.left_out == 25
    assert len(boxes) > 1
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


# -- the shipped maps -------------------------------------------------------------------------------------------


def shipped_map(indicator: str | None, language: str = "en") -> Chart:
    dataset = shipped_dataset()
    return chart(dataset, Question("map", dataset.region_ref, indicator), words_in(language))


def on_page(answer: Chart, width: float) -> Layout:
    return layout(answer, width, natural_height(answer, width), ON_PAGE)


@pytest.mark.parametrize("width", [400.0, 560.0, 816.0])
@pytest.mark.parametrize("indicator", [None, "gdp", "area"])
def test_every_city_is_named_on_a_page(indicator: str | None, width: float) -> None:
    placed = on_page(shipped_map(indicator), width)
    assert placed.panels[0].left_out == 0


@pytest.mark.parametrize("width", [400.0, 560.0, 816.0])
def test_land_keeps_its_shape(width: float) -> None:
    answer = shipped_map("gdp")
    x, y, plot = answer.x, answer.panels[0].y, on_page(answer, width).panels[0].plot
    assert isinstance(x, MapAxis)
    assert isinstance(y, MapAxis)
    across = plot.box.width / ((x.high - x.low) * x.stretch)
    assert across == pytest.approx(plot.box.height / (y.high - y.low), rel=1e-6)


@pytest.mark.parametrize("width", [400.0, 560.0, 816.0])
def test_the_legend_stands_right_of_the_map_with_its_headings(width: float) -> None:
    answer = shipped_map("gdp")
    placed = on_page(answer, width)
    area = placed.panels[0].plot.box
    signs = [entry for entry in answer.legend if entry.symbol is not Symbol.HEADING]
    assert len([entry for _, entry in placed.legend if entry.label]) == len(signs)
    assert all(box.x > area.right for box, _ in placed.legend)
    assert any(
        text_line.text == "billion yuan, 2024" and text_line.bold and text_line.x > area.right
        for text_line in placed.text_lines
    )
    assert not any(one.overlaps(other) for (one, _), (other, _) in combinations(placed.legend, 2))


def test_the_list_is_shown_where_there_is_room() -> None:
    answer = shipped_map("gdp")
    assert answer.listing is not None
    cells = {row.cells[0] for row in answer.listing.rows}

    def listed(placed: Layout) -> set[str]:
        return {text_line.text for text_line in placed.text_lines} & cells

    assert listed(layout(answer, 880, 495, LayoutOptions())) == cells
    assert not listed(on_page(answer, 400))
    assert not listed(on_page(answer, 560)), "the legend has room, the list has not"


def test_a_long_list_counts_what_has_no_room() -> None:
    answer = shipped_map("gdp")
    placed = layout(answer, 880, 260, LayoutOptions())
    assert any("more in the table" in text_line.text for text_line in placed.text_lines)


def test_a_point_on_land_leads_to_its_city_and_so_does_its_row() -> None:
    placed = layout(shipped_map("gdp"), 880, 495, LayoutOptions())
    hit: dict[str, int] = {}
    for target in placed.targets:
        if target.details.subject is not None:
            hit[target.details.subject.id] = hit.get(target.details.subject.id, 0) + 1
    # Land, circle and row.
    assert hit["datong"] == 3
    land = next(target for target in placed.targets if target.outline)
    corner = (land.box.x + 1, land.box.y + 1)
    assert land.box.contains(corner)
    assert not land.is_near(corner, 6)


def test_the_keyboard_reads_every_city_once() -> None:
    placed = layout(shipped_map("gdp"), 880, 495, LayoutOptions())
    subjects = [target.details.subject.id for target in reading_order(placed) if target.details.subject]
    assert len(subjects) == len(set(subjects)) == 12
    assert "shanxi-transition-zone" in subjects


# -- tiles ------------------------------------------------------------------------------------------------------


def tiles(first: int, number: int) -> Chart:
    figures = [seen(value, str(year)) for year in range(first, first + 20) for value in range(number)]
    return chart(region(*figures), Question("coverage", pillar("vehicles")), Words())


def test_a_number_stands_in_the_middle_of_its_tile() -> None:
    answer = tiles(2000, 3)
    placed = layout(answer, 880, 495, LayoutOptions())
    (panel,) = placed.panels
    shown = [mark for mark in answer.panels[0].marks if isinstance(mark, Tile) and mark.label.strong]
    numbers = [text_line for text_line in panel.text_lines if text_line.text == "3"]
    assert len(numbers) == len(shown) == 20
    for text_line, mark in zip(numbers, shown, strict=True):
        box = mark_box(mark, panel.plot)
        assert box is not None
        assert text_line.x - box.x == pytest.approx(box.right - text_line.x - 7, abs=1.5)
        assert box.y < text_line.baseline < box.bottom
        assert text_line.background == Background(shade=mark.shade)


def test_numbers_without_room_in_their_tiles_are_left_to_the_table() -> None:
    answer = tiles(2000, 3)
    narrow = layout(answer, 200, 300, ON_PAGE).panels[0]
    assert not [text_line for text_line in narrow.text_lines if text_line.text == "3"]


def test_numbers_of_tiles_out_of_sight_are_not_written() -> None:
    answer = tiles(2000, 3)
    options = LayoutOptions(ranges=((2010.5, 2013.5), (answer.panels[0].y.bounds,)))
    numbers = [
        text_line for text_line in layout(answer, 880, 495, options).panels[0].text_lines if text_line.text == "3"
    ]
    assert len(numbers) == 2


def test_the_words_at_the_ends_of_rows_have_a_heading_and_stay_in_the_picture() -> None:
    placed = on_page(tiles(2000, 3), 400)
    heading = next(text_line for text_line in placed.panels[0].text_lines if text_line.text == "newest source")
    date = next(text_line for text_line in placed.panels[0].text_lines if text_line.text == "Sep 2021")
    assert heading.x == date.x > placed.panels[0].plot.box.right
    assert heading.baseline < placed.panels[0].plot.box.y


def test_light_numbers_are_painted_on_dark_tiles() -> None:
    with recording() as canvas:
        paint(layout(tiles(2000, 25), 880, 495, LayoutOptions()), canvas)
    colours = {text.colour for text in canvas.texts if text.text == "25"}
    assert colours == {LIGHT.surface}
