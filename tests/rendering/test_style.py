"""The colours: seen against what they stand on, and told apart by everybody."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import pairwise

import pytest

from heartland_gui.model.dataset import SLOTS
from heartland_gui.rendering import style
from heartland_gui.rendering.style import CONTRAST, DARK, LIGHT, MEASURES, THEMES, Measures, Theme
from tests.colour import (
    Triple,
    Vision,
    ciede2000,
    contrast,
    distance,
    lab,
    least_distance,
    lightness,
    linear,
    luminance,
    seen,
)

SHARMA: list[tuple[Triple, Triple, float]] = [
    ((50.0000, 2.6772, -79.7751), (50.0000, 0.0000, -82.7485), 2.0425),
    ((50.0000, 3.1571, -77.2803), (50.0000, 0.0000, -82.7485), 2.8615),
    ((50.0000, 2.8361, -74.0200), (50.0000, 0.0000, -82.7485), 3.4412),
    ((50.0000, -1.3802, -84.2814), (50.0000, 0.0000, -82.7485), 1.0000),
    ((50.0000, -1.1848, -84.8006), (50.0000, 0.0000, -82.7485), 1.0000),
    ((50.0000, -0.9009, -85.5211), (50.0000, 0.0000, -82.7485), 1.0000),
    ((50.0000, 0.0000, 0.0000), (50.0000, -1.0000, 2.0000), 2.3669),
    ((50.0000, -1.0000, 2.0000), (50.0000, 0.0000, 0.0000), 2.3669),
    ((50.0000, 2.4900, -0.0010), (50.0000, -2.4900, 0.0009), 7.1792),
    ((50.0000, 2.4900, -0.0010), (50.0000, -2.4900, 0.0010), 7.1792),
    ((50.0000, 2.4900, -0.0010), (50.0000, -2.4900, 0.0011), 7.2195),
    ((50.0000, 2.4900, -0.0010), (50.0000, -2.4900, 0.0012), 7.2195),
    ((50.0000, -0.0010, 2.4900), (50.0000, 0.0009, -2.4900), 4.8045),
    ((50.0000, -0.0010, 2.4900), (50.0000, 0.0010, -2.4900), 4.8045),
    ((50.0000, -0.0010, 2.4900), (50.0000, 0.0011, -2.4900), 4.7461),
    ((50.0000, 2.5000, 0.0000), (50.0000, 0.0000, -2.5000), 4.3065),
    ((50.0000, 2.5000, 0.0000), (73.0000, 25.0000, -18.0000), 27.1492),
    ((50.0000, 2.5000, 0.0000), (61.0000, -5.0000, 29.0000), 22.8977),
    ((50.0000, 2.5000, 0.0000), (56.0000, -27.0000, -3.0000), 31.9030),
    ((50.0000, 2.5000, 0.0000), (58.0000, 24.0000, 15.0000), 19.4535),
    ((50.0000, 2.5000, 0.0000), (50.0000, 3.1736, 0.5854), 1.0000),
    ((50.0000, 2.5000, 0.0000), (50.0000, 3.2972, 0.0000), 1.0000),
    ((50.0000, 2.5000, 0.0000), (50.0000, 1.8634, 0.5757), 1.0000),
    ((50.0000, 2.5000, 0.0000), (50.0000, 3.2592, 0.3350), 1.0000),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((61.2901, 3.7196, -5.3901), (61.4292, 2.2480, -4.9620), 1.8731),
    ((35.0831, -44.1164, 3.7933), (35.0232, -40.0716, 1.5901), 1.8645),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((36.4612, 47.8580, 18.3852), (36.2715, 50.5065, 21.2231), 1.4146),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]
"""The pairs that Sharma, Wu and Dalal (2005) published to test implementations with."""

APART = 11.0
"""How far any two subjects' colours are apart for everybody."""
MARK, WORDS = 3.0, 4.5
"""The least contrast of marks and of words (WCAG 2.1, 1.4.11 and 1.4.3)."""

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
visions = pytest.mark.parametrize("vision", Vision, ids=lambda vision: vision.name.lower())


# -- the measures themselves ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_the_distance_is_that_of_the_published_pairs(one: Triple, other: Triple, expected: float) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert luminance("#ff0000") == pytest.approx(0.2126)


def test_lab_is_that_of_the_standard() -> None:
    assert lab(linear("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
    assert lab(linear("#ffffff")) == pytest.approx((100, 0, 0), abs=0.02)


@visions
def test_grey_looks_grey_to_everybody(vision: Vision) -> None:
    assert seen("#7a7a7a", vision) == pytest.approx(linear("#7a7a7a"), abs=1e-5)


def test_red_and_green_look_alike_to_those_who_cannot_tell_them_apart() -> None:
    red, green = "#b24a3a", "#6f7a2e"
    assert distance(red, green, Vision.DEUTERANOPIA) < distance(red, green) / 2


# -- subjects ---------------------------------------------------------------------------------------------------


@themes
def test_every_subject_stands_out_from_the_surface(theme: Theme) -> None:
    for colour in (*theme.pillar, theme.neutral, theme.disagreement):
        assert contrast(colour, theme.surface) >= MARK, colour


@themes
@visions
def test_everybody_can_tell_any_two_subjects_apart(theme: Theme, vision: Vision) -> None:
    assert len(theme.pillar) == len(SLOTS) == 8
    least = least_distance((*theme.pillar, theme.neutral), vision)
    assert least[0] >= APART, least


@themes
@visions
def test_a_bracket_between_sources_is_no_colour_of_a_subject(theme: Theme, vision: Vision) -> None:
    for colour in (*theme.pillar, theme.neutral):
        assert distance(theme.disagreement, colour, vision) >= 7, colour


# -- parts of a whole and classes -------------------------------------------------------------------------------


@themes
def test_parts_of_a_whole_stand_out_from_the_surface(theme: Theme) -> None:
    for colour in theme.tones:
        assert contrast(colour, theme.surface) >= MARK, colour


@themes
@visions
def test_a_part_is_told_from_the_next(theme: Theme, vision: Vision) -> None:
    # The sixth part has the tone of the first.
    for one, other in pairwise((*theme.tones, theme.tones[0])):
        assert distance(one, other, vision) >= 15, (one, other)
    assert least_distance(theme.tones, vision)[0] >= APART


@themes
def test_classes_grow_from_the_surface_to_the_other_end(theme: Theme) -> None:
    lights = [lightness(colour) for colour in (theme.surface, *theme.shades)]
    assert len(theme.shades) == 5
    assert lights in (sorted(lights), sorted(lights, reverse=True))


@themes
@visions
def test_a_class_is_told_from_the_next(theme: Theme, vision: Vision) -> None:
    # The first one, too, from land without a value, which is hatched on the surface.
    assert distance(theme.surface, theme.shades[0], vision) >= 5
    for one, other in pairwise(theme.shades):
        assert distance(one, other, vision) >= 7, (one, other)


# -- words and controls -----------------------------------------------------------------------------------------


ON_TEXT = {
    LIGHT: {"text": (15.1, 16.2, 16.9, 14.4, 13.6, 14.8), "faint_text": (6.0, 6.4, 6.7, 5.7, 5.4, 5.9),
            "third_text": (5.2, 5.6, 5.9, 5.0, 4.7, 5.1)},
    DARK: {"text": (14.0, 13.4, 12.3, 10.3, 8.5, 9.8), "faint_text": (8.3, 7.9, 7.2, 6.0, 5.0, 5.8),
           "third_text": (7.6, 7.3, 6.7, 5.6, 4.7, 5.3)},
}  # fmt: skip
"""The contrast that each level of text was drawn with, on `GROUNDS`."""
GROUNDS = ("window", "page", "surface", "raised", "selection", "hover")
SIGNS = (
    *("link", "status_actual", "status_estimate", "status_forecast", "status_target", "status_capacity"),
    *("met", "missed", "error", "warning", "disagreement"),
)


@themes
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_wherever_they_stand(theme: Theme, ground: str) -> None:
    words = theme.chosen if ground == "selection" else theme
    for name in ("text", "faint_text", "third_text", "link"):
        assert contrast(getattr(words, name), getattr(theme, ground)) >= WORDS, name


@pytest.mark.parametrize("theme", ON_TEXT, ids=lambda theme: theme.name)
def test_levels_of_text_have_the_contrast_that_they_were_drawn_with(theme: Theme) -> None:
    for name, drawn in ON_TEXT[theme].items():
        found = [contrast(getattr(theme, name), getattr(theme, ground)) for ground in GROUNDS]
        assert found == pytest.approx(drawn, abs=0.06), name


@themes
@pytest.mark.parametrize("ground", ["page", "surface", "selection", "hover"])
def test_badges_and_problems_can_be_read_in_cards_and_rows(theme: Theme, ground: str) -> None:
    words = theme.chosen if ground == "selection" else theme
    for name in SIGNS:
        assert contrast(getattr(words, name), getattr(theme, ground)) >= WORDS, name


@themes
def test_what_is_chosen_looks_chosen_and_in_high_contrast_is_the_inverse(theme: Theme) -> None:
    assert theme.selection not in (theme.surface, theme.hover)
    assert (theme.chosen is theme) == (theme is not CONTRAST)
    assert contrast(theme.selection, theme.chosen.text) >= 8
    if theme is CONTRAST:
        assert (theme.raised, theme.hover) == (theme.surface, theme.surface)


@themes
def test_the_banner_of_a_day_can_be_read(theme: Theme) -> None:
    for name in ("text", "faint_text"):
        assert contrast(getattr(theme, name), theme.banner) >= WORDS, name


@themes
def test_words_on_the_accent_can_be_read(theme: Theme) -> None:
    assert contrast(theme.accent_text, theme.accent) >= WORDS


@themes
@pytest.mark.parametrize("ground", ["window", "page", "surface", "raised", "selection", "hover"])
def test_what_has_the_keyboard_is_seen(theme: Theme, ground: str) -> None:
    shown = theme.chosen if ground == "selection" else theme
    assert contrast(shown.focus, getattr(theme, ground)) >= MARK


@themes
@pytest.mark.parametrize("ground", ["window", "page", "surface"])
def test_what_can_be_used_has_an_outline_that_is_seen(theme: Theme, ground: str) -> None:
    assert contrast(theme.control, getattr(theme, ground)) >= MARK


@themes
def test_the_line_of_an_axis_is_quieter_than_marks_and_louder_than_the_grid(theme: Theme) -> None:
    assert (
        contrast(theme.grid, theme.surface) < contrast(theme.axis, theme.surface) < contrast(theme.text, theme.surface)
    )
    assert contrast(theme.axis, theme.surface) >= 2.5


# -- what is chosen by number, and sizes ------------------------------------------------------------------------


@themes
def test_contrast_is_measured_as_by_the_guideline(theme: Theme) -> None:
    for colour in (*theme.pillar, *theme.tones, *theme.shades, "#000000", "#0a0a0a", "#ffffff"):
        for other in ("#ffffff", "#000000", theme.surface):
            assert style.contrast(colour, other) == style.contrast(other, colour)
            assert style.contrast(colour, other) == pytest.approx(contrast(colour, other), rel=1e-6)


@themes
def test_every_colour_is_one(theme: Theme) -> None:
    known = {each.name: getattr(theme, each.name) for each in fields(theme)}
    colours = [colour for value in known.values() for colour in (value if isinstance(value, tuple) else (value,))]
    written = [colour for colour in colours if isinstance(colour, str) and colour != theme.name]
    assert len(written) > 40
    assert [colour for colour in written if not re.fullmatch("#[0-9a-f]{6}", colour)] == []


def test_slots_tones_and_shades_begin_again_or_end() -> None:
    assert [LIGHT.mark(slot) for slot in (0, 7, 8)] == [LIGHT.pillar[0], LIGHT.pillar[7], LIGHT.pillar[0]]
    assert [LIGHT.mark(slot) for slot in (None, -1, -2)] == [LIGHT.neutral, LIGHT.faint_text, LIGHT.control]
    assert [LIGHT.tone(number) for number in (0, 4, 5)] == [LIGHT.tones[0], LIGHT.tones[4], LIGHT.tones[0]]
    assert [LIGHT.shade(number) for number in (0, 4, 9)] == [LIGHT.shades[0], LIGHT.shades[4], LIGHT.shades[4]]
    assert (LIGHT.text_colour_on("#ffffff"), DARK.text_colour_on("#ffffff")) == (LIGHT.text, DARK.window)
    assert {name: theme.name for name, theme in THEMES.items()} == {name: name for name in THEMES}


def test_sizes_are_those_that_charts_are_laid_out_by() -> None:
    assert Measures(
        base_width=880, base_height=495, margin=18, title=16, subtitle=12, label=12, small=11, line=2, thin=1, dot=5,
        bar=20, circle=15, row=56, gap=8, dash=(5, 3.5), dots=(1.4, 3), leader=(1, 2.5), hatch=5, halo=3,
    ) == MEASURES  # fmt: skip
