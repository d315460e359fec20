"""What lies behind painted rows and around the one with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from heartland_gui.rendering.style import CONTRAST, THEMES, Theme
from heartland_gui.ui.widgets.ground import draw_ground, draw_ring

ROW = QRect(0, 0, 40, 20)


def drawn(theme: Theme, *, chosen: bool = False, hovered: bool = False, ring: bool = False) -> QImage:
    """Return a row on the surface of a theme."""
    image = QImage(ROW.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    draw_ground(painter, ROW, theme, chosen=chosen, hovered=hovered)
    if ring:
        draw_ring(painter, ROW, theme)
    painter.end()
    return image


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_chosen_row_is_told_from_one_under_the_pointer_and_from_the_rest(theme: Theme) -> None:
    assert at(drawn(theme), 20, 10) == theme.surface
    assert at(drawn(theme, chosen=True, hovered=True), 20, 10) == theme.selection
    assert at(drawn(theme, hovered=True), 20, 10) == theme.hover


def test_in_high_contrast_the_row_under_the_pointer_has_an_outline() -> None:
    assert at(drawn(CONTRAST, hovered=True), 20, 0) == CONTRAST.text
    assert at(drawn(CONTRAST, chosen=True, hovered=True), 20, 0) == CONTRAST.selection


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_stands_on_a_chosen_row_has_the_colours_for_it(theme: Theme) -> None:
    image = drawn(theme)
    painter = QPainter(image)
    assert draw_ground(painter, ROW, theme, chosen=True, hovered=False) is theme.chosen
    assert draw_ground(painter, ROW, theme, chosen=False, hovered=True) is theme
    painter.end()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_ring_lies_within_the_row_two_pixels_wide(theme: Theme) -> None:
    image = drawn(theme, ring=True)
    ring = [at(image, x, 10) == theme.focus for x in (0, 1, 2, 37, 38, 39)]
    assert ring == [True, True, False, False, True, True]
    assert [at(image, 20, y) == theme.focus for y in (0, 1, 2, 17, 18, 19)] == ring
