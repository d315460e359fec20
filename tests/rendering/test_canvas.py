"""Words on a line: wrapped and elided within their width, hatching within its box."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartland_gui.rendering.canvas import Background, elided, mixed, text_width, wrapped
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.style import MEASURES, THEMES, Theme, contrast
from tests.rendering.recording import recording

properties = settings(derandomize=True, max_examples=150)

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


def test_combining_marks_stay_with_their_letter() -> None:
    text = "e\u0301" * 100
    lines = wrapped(text, MEASURES.label, 60, 50)
    assert len(lines) > 1
    assert all(line.startswith("e") for line in lines)


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
