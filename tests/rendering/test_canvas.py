"""Words on a line: wrapped and elided within their width, hatching within its box."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from heartland_gui.rendering.canvas import (
    Background,
    Canvas,
    disc_colour,
    elided,
    line_height,
    metrics,
    mixed,
    text_width,
    wrapped,
)
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.style import MEASURES, THEMES, Theme, contrast
from tests.examples import examples
from tests.rendering.recording import recording

properties = settings(derandomize=True, max_examples=examples(150))

letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz WM,.-()/\u00a0")
chinese = st.sampled_from("山西转型综合改革示范区，。（）")
beyond = st.sampled_from("𠮷𡈽𠀋🚗")
marks = st.sampled_from(["e\u0301", "a\u0302\u0323", "o\u0308", "\u0e01\u0e33"])
texts = st.one_of(
    st.lists(st.one_of(letters, chinese, beyond, marks), max_size=120).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60),
    st.integers(1, 300).map(lambda length: "x" * length),
)
widths = st.floats(40, 900)
sizes = st.sampled_from([MEASURES.small, MEASURES.label, MEASURES.title])


@properties
@given(text=texts, size=sizes, width=widths, most=st.integers(1, 4), bold=st.booleans())
def test_wrapped_lines_keep_to_their_width(*, text: str, size: float, width: float, most: int, bold: bool) -> None:
    lines = wrapped(text, size, width, most, bold=bold)
    assert len(lines) <= most
    assert all(text_width(line, size, bold=bold) <= width + 0.5 for line in lines)


@properties
@given(text=texts, size=sizes, width=widths, bold=st.booleans())
def test_an_elided_text_keeps_to_its_width(*, text: str, size: float, width: float, bold: bool) -> None:
    assert text_width(elided(text, size, width, bold=bold), size, bold=bold) <= width + 0.5


@properties
@given(text=texts, width=widths)
def test_nothing_is_lost_without_an_ellipsis(*, text: str, width: float) -> None:
    lines = wrapped(text, MEASURES.label, width, 400)
    assert "".join("".join(lines).split()) == "".join(text.split())


@properties
@given(st.text("iW山𠮷", min_size=60, max_size=90))
def test_what_does_not_fit_ends_in_an_ellipsis(text: str) -> None:
    assert wrapped(text, MEASURES.label, 70, 2)[-1].endswith("…")
    assert elided(text, MEASURES.label, 100).endswith("…")


@pytest.mark.parametrize("text", ["𠮷" * 40, "🚗" * 40, "a𠮷" * 40, "山𠮷" * 40])
def test_characters_that_count_twice_for_qt_count_once(text: str) -> None:
    lines = wrapped(text, MEASURES.label, 100, 3)
    assert len(lines) == 3
    assert all(80 < text_width(line, MEASURES.label) <= 100 for line in lines)
    assert text.startswith("".join(lines[:2]))


@pytest.mark.parametrize("text", ["i" * 3000, "e\u0301\u0302\u0323" * 900, "山" * 900], ids=["narrow", "marks", "wide"])
def test_lines_of_a_long_text_are_as_full_as_those_of_a_short_one(text: str) -> None:
    first, second, *_ = wrapped(text, MEASURES.label, 500, 400)
    widths = [text_width(line, MEASURES.label) for line in (first, second, elided(text, MEASURES.label, 500))]
    assert all(480 < width <= 500 for width in widths)
    assert elided(text[: len(first)], MEASURES.label, 500) == first


def test_combining_marks_stay_with_their_letter() -> None:
    text = "e\u0301" * 100
    lines = wrapped(text, MEASURES.label, 60, 50)
    assert len(lines) > 1
    assert all(line.startswith("e") for line in lines)


def test_no_last_chinese_sign_is_alone_on_a_line() -> None:
    for text, lines in (
        ("目标值已实现", ("目标值已", "实现")),
        ("目标值已实现）", ("目标值已", "实现）")),
        ("设计能力目标值 已实现", ("设计能力目标值", "已实现")),
    ):
        assert wrapped(text, MEASURES.label, text_width(text.rstrip("）"), MEASURES.label) - 1, 5) == lines


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrapped("one two three", MEASURES.label, text_width("one two", MEASURES.label) + 1, 5) == (
        "one two",
        "three",
    )


def test_a_short_text_is_left_alone() -> None:
    assert wrapped("", 12, 100, 2) == ()
    assert wrapped("中文", 12, 100, 2) == ("中文",)
    assert elided("中文", 12, 100) == "中文"


def test_line_breaks_of_the_data_are_spaces() -> None:
    assert wrapped("one\ntwo\u2028three", MEASURES.label, 400, 2) == ("one two three",)


def test_the_chinese_font_is_there() -> None:
    # Without it every character is the same empty box.
    assert text_width("山西", 12) == pytest.approx(24, abs=1)


@properties
@given(st.floats(0.5, 700), st.floats(0.5, 60), st.floats(-50, 500), st.floats(-50, 500))
def test_hatching_stays_inside_its_box(width: float, height: float, x: float, y: float) -> None:
    box = Box(x, y, width, height)
    with recording() as canvas:
        canvas.hatching([box.corners], "#000000", 1.0)
    edge = box.grown(1e-6)
    assert all(edge.contains(segment.start) and edge.contains(segment.end) for segment in canvas.lines)
    assert len(canvas.lines) >= int((width + height) / MEASURES.hatch) - 1
    slanting = [segment.end[0] - segment.start[0] - (segment.start[1] - segment.end[1]) for segment in canvas.lines]
    assert all(abs(difference) < 1e-6 for difference in slanting), "at 45 degrees"


def test_colours_are_thinned_towards_the_background() -> None:
    assert mixed("#000000", "#ffffff", 0.0) == "#ffffff"
    assert mixed("#000000", "#ffffff", 1.0) == "#000000"
    assert mixed("#ff0000", "#ffffff", 0.5) == "#ff8080"


def test_a_number_is_not_parted_from_its_chinese_unit() -> None:
    text = "英文报道称设计年能力为100,000辆，中文报道称为10万辆，到2026-11版为止。"
    for width in range(60, 400, 4):
        lines = wrapped(text, 12, width, 40)
        assert "".join(lines) == text
        for line, after in pairwise(lines):
            parted = line[-1].isdigit() and (after[0] > "\u2e80" or after[0].isdigit())
            assert not parted or width < 110, (width, lines)


# -- words on coloured backgrounds ------------------------------------------------------------------------------

BACKGROUNDS = [*(Background(shade=shade) for shade in range(5)), Background(), Background(disc=True)]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("background", BACKGROUNDS, ids=str)
def test_every_background_has_words_that_can_be_read(background: Background, theme: Theme) -> None:
    colour = background.colour(theme)
    assert contrast(theme.text_colour_on(colour), colour) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_discs_and_pins_stand_out_from_land_of_most_shades(theme: Theme) -> None:
    # Where they do not, their rim in the colour of the paper does.
    disc = Background(disc=True).colour(theme)
    for shade in theme.shades:
        assert max(contrast(disc, shade), contrast(theme.surface, shade)) >= 1.2
        assert max(contrast(theme.pin, shade), contrast(theme.surface, shade)) >= 3


def test_dark_land_has_light_words_and_light_land_dark_ones() -> None:
    light = THEMES["light"]
    assert light.text_colour_on(light.shades[0]) == light.text
    assert light.text_colour_on(light.shades[4]) == light.surface


# -- what reaches the picture -----------------------------------------------------------------------------------


def painted(draw: Callable[[Canvas], None]) -> Callable[[int, int], str]:
    """Return the colour of each pixel of a white picture after a drawing."""
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    draw(Canvas(painter, THEMES["light"]))
    painter.end()
    return lambda x, y: image.pixelColor(x, y).name()


RED, BLUE, WHITE = "#ff0000", "#0000ff", "#ffffff"


def test_a_rectangle_is_filled_and_outlined_around_its_edge() -> None:
    at = painted(lambda canvas: canvas.rectangle(Box(10, 10, 20, 10), RED, BLUE, 2))
    assert [at(x, 15) for x in (8, 9, 10, 11, 20, 28, 29, 30, 31)] == [
        WHITE,
        *[BLUE] * 2,
        *[RED] * 3,
        *[BLUE] * 2,
        WHITE,
    ]
    assert [at(20, y) for y in (8, 9, 15, 20, 21)] == [WHITE, BLUE, RED, BLUE, WHITE]
    bare = painted(lambda canvas: canvas.rectangle(Box(10, 10, 20, 10), RED))
    assert [bare(x, 15) for x in (9, 10, 29, 30)] == [WHITE, RED, RED, WHITE]
    hollow = painted(lambda canvas: canvas.rectangle(Box(10.5, 10.5, 20, 10), None, BLUE))
    assert [hollow(x, 15) for x in (9, 10, 11, 30, 31)] == [WHITE, BLUE, WHITE, BLUE, WHITE], "one pixel wide"


def test_a_line_ends_where_it_ends_and_a_dash_is_as_long_as_it_says() -> None:
    at = painted(lambda canvas: canvas.line((10, 20), (30, 20), RED, 2))
    assert [at(x, 20) for x in (9, 10, 29, 30)] == [WHITE, RED, RED, WHITE]
    dashed = painted(lambda canvas: canvas.line((0, 20), (60, 20), RED, 2, (6, 4)))
    assert [dashed(x, 20) for x in (2, 5, 6, 9, 10, 15, 16, 19, 20)] == [RED, RED, WHITE, WHITE] * 2 + [RED]


def test_lines_through_points_and_between_pairs_of_them() -> None:
    points = [(10.0, 10.0), (30.0, 10.0), (30.0, 30.0)]
    through = painted(lambda canvas: canvas.polyline(points, RED, 2))
    assert (through(20, 10), through(30, 20), through(20, 20)) == (RED, RED, WHITE)
    pairs = [((10.0, 10.0), (20.0, 10.0)), ((40.0, 10.0), (50.0, 10.0))]
    between = painted(lambda canvas: canvas.segments(pairs, RED, 2))
    assert [between(x, 10) for x in (8, 9, 15, 20, 21, 30, 38, 39, 45)] == [WHITE, *[RED] * 3, *[WHITE] * 3, RED, RED]


def test_a_disc_and_a_polygon_are_filled_to_their_outline() -> None:
    disc = painted(lambda canvas: canvas.circle(30, 20, 10, RED, BLUE, 2))
    assert (disc(30, 20), disc(20, 20), disc(40, 10), disc(18, 20)) == (RED, BLUE, WHITE, WHITE)
    corners = [(10.0, 10.0), (40.0, 10.0), (40.0, 30.0), (10.0, 30.0)]
    polygon = painted(lambda canvas: canvas.polygon(corners, RED, BLUE, 2))
    assert (polygon(20, 20), polygon(10, 20), polygon(20, 30), polygon(42, 20)) == (RED, BLUE, BLUE, WHITE)


def test_a_ring_within_a_ring_is_a_hole() -> None:
    rings = [
        [(5.0, 5.0), (55.0, 5.0), (55.0, 35.0), (5.0, 35.0)],
        [(20.0, 15.0), (40.0, 15.0), (40.0, 25.0), (20.0, 25.0)],
    ]
    land = painted(lambda canvas: canvas.shape(rings, RED))
    assert (land(10, 20), land(30, 20), land(2, 20)) == (RED, WHITE, WHITE)
    edge = painted(lambda canvas: canvas.shape(rings, None, BLUE, 2))
    assert (edge(5, 20), edge(20, 20), edge(30, 35), edge(10, 10)) == (BLUE, BLUE, BLUE, WHITE)
    hatched = painted(lambda canvas: canvas.hatching(rings, BLUE, 1))
    assert any(hatched(x, 10) != WHITE for x in range(6, 54))
    assert all(hatched(x, 20) == WHITE for x in range(21, 39))


def test_words_stand_in_the_middle_of_their_box_at_the_side_that_is_asked_for() -> None:
    found = {}
    for align in (0.0, 0.5, 1.0):
        at = painted(lambda canvas, a=align: canvas.text_in(Box(5, 5, 50, 30), "HI", 12, RED, align=a))  # type: ignore[misc]
        inked = [(x, y) for x in range(60) for y in range(40) if at(x, y) != WHITE]
        found[align] = (min(x for x, _ in inked), max(x for x, _ in inked))
        assert abs((min(y for _, y in inked) + max(y for _, y in inked)) / 2 - 19.5) <= 1
    assert 5 <= found[0.0][0] <= 7
    assert abs(sum(found[0.5]) / 2 - 29.5) <= 1
    assert 52 <= found[1.0][1] <= 55


def test_an_edge_around_words_is_three_wide_and_does_not_fill_them() -> None:
    halo = painted(lambda canvas: canvas.halo(10, 30, "I", 24, RED))
    word = painted(lambda canvas: canvas.text(10, 30, "I", 24, BLUE))
    stem = [x for x in range(60) if word(x, 22) == BLUE]
    edge = [x for x in range(60) if halo(x, 22) != WHITE]
    assert min(stem) - min(edge) in (1, 2)
    assert max(edge) - max(stem) in (1, 2)


def test_words_as_outlines_look_as_words_do() -> None:
    plain = painted(lambda canvas: canvas.text(10, 30, "H", 24, RED))

    def outlined(canvas: Canvas) -> None:
        Canvas(canvas.painter, THEMES["light"], outlines=True).text(10, 30, "H", 24, RED)

    outlines = painted(outlined)
    same = sum((plain(x, y) == WHITE) == (outlines(x, y) == WHITE) for x in range(60) for y in range(40))
    assert same > 2400 * 0.97
    assert any(outlines(x, 20) == RED for x in range(60))


def test_strong_words_are_wider() -> None:
    assert text_width("Maker", 12) < text_width("Maker", 12, bold=True)
    assert metrics(12).horizontalAdvance("Maker") == text_width("Maker", 12)
    assert text_width("Maker Works", 24) == pytest.approx(2 * text_width("Maker Works", 12), rel=0.01)
    assert line_height(10) == 13


def test_the_colour_of_a_disc_is_thinned_by_a_fifth() -> None:
    light = THEMES["light"]
    assert disc_colour(None, light) == mixed(light.count, light.surface, 0.8)
    assert disc_colour(2, light) == mixed(light.pillar[2], light.surface, 0.8)
    assert Background(disc=True, slot=2).colour(light) == disc_colour(2, light)
    assert Background(tone=1, shade=2).colour(light) == light.tones[1]
    assert Background(shade=2).colour(light) == light.shades[2]
    assert Background().colour(light) == light.surface
    assert not Background().halo


def test_one_character_fits_however_narrow_the_line_is() -> None:
    assert wrapped("abc", 12, 1, 5) == ("a", "b", "c")
    assert wrapped("a1234", 12, text_width("a12", 12) + 1, 3)[0] == "a12", (
        "a number is broken where nothing else is left"
    )
