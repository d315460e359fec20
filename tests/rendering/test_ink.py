"""Words on coloured ground can be read in both themes."""

from __future__ import annotations

import pytest

from heartland_gui.rendering.canvas import Ground
from heartland_gui.rendering.style import THEMES, Theme, contrast

GROUNDS = [*(Ground(shade=shade) for shade in range(5)), Ground(), Ground(disc=True)]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", GROUNDS, ids=str)
def test_every_ground_has_an_ink_that_can_be_read(ground: Ground, theme: Theme) -> None:
    colour = ground.colour(theme)
    assert contrast(theme.ink_on(colour), colour) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_discs_and_pins_stand_out_from_land_of_most_shades(theme: Theme) -> None:
    # Where they do not, their rim in the colour of the paper does.
    disc = Ground(disc=True).colour(theme)
    for shade in theme.shades:
        assert max(contrast(disc, shade), contrast(theme.surface, shade)) >= 1.2
        assert max(contrast(theme.pin, shade), contrast(theme.surface, shade)) >= 3


def test_dark_land_has_light_words_and_light_land_dark_ones() -> None:
    light = THEMES["light"]
    assert light.ink_on(light.shades[0]) == light.text
    assert light.ink_on(light.shades[4]) == light.surface
