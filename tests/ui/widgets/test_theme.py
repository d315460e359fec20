"""A theme as palette and style sheet."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import CONTRAST, DARK, LIGHT, THEMES, Theme
from heartland_gui.resources import resource
from heartland_gui.ui.widgets.theme import (
    apply_theme,
    dim_colour,
    palette,
    shadow_colour,
    sized,
    style_sheet,
)

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


@each_theme
def test_every_colour_of_the_style_sheet_is_one_of_the_theme(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    known = {getattr(theme, name).lower() for name in theme.__slots__ if isinstance(getattr(theme, name), str)}
    known |= {QColor(each).name() for each in known if QColor(each).isValid()}
    used = set(re.findall(r"#[0-9a-f]{6}\b", sheet.lower()))
    assert used <= known
    assert theme.focus.lower() in used


def test_in_high_contrast_what_is_under_the_pointer_has_an_outline() -> None:
    assert "QPushButton:hover, QToolButton:hover, QToolBar" in style_sheet(CONTRAST)
    assert "QPushButton:hover, QToolButton:hover, QToolBar" not in style_sheet(DARK)


@each_theme
def test_text_stands_out_in_the_palette(theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window).name() == QColor(theme.window).name()
    assert made.color(QPalette.ColorRole.WindowText).name() == QColor(theme.text).name()
    assert made.color(QPalette.ColorRole.Base) != made.color(QPalette.ColorRole.Text)


def test_the_ticks_and_arrows_of_a_theme_have_its_colours() -> None:
    for theme in THEMES.values():
        for name, colour in (("tick", theme.accent_text), ("open", theme.faint_text)):
            drawing = resource("icons", theme.name, f"{name}.svg")
            assert f'stroke="{colour}"' in drawing.read_text(encoding="utf-8"), (theme.name, name)
            assert f"{drawing.as_posix()}" in style_sheet(theme)


@each_theme
def test_a_checked_box_has_a_tick(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    try:
        apply_theme(qapp, theme)
        box = QCheckBox()
        qtbot.addWidget(box)
        box.setChecked(True)
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.show()
        image = box.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(16) for y in range(image.height())}
        assert {QColor(theme.accent).name(), QColor(theme.accent_text).name()} <= seen
    finally:
        apply_theme(qapp, LIGHT)


def test_what_floats_dims_and_throws_a_shadow_of_its_own_in_the_dark() -> None:
    assert dim_colour(palette(LIGHT)) != dim_colour(palette(DARK)) == dim_colour(palette(CONTRAST))
    assert shadow_colour(palette(LIGHT)) != shadow_colour(palette(DARK))


def test_the_whole_program_takes_a_theme(qapp: QApplication) -> None:
    apply_theme(qapp, DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == QColor(DARK.window).name()
    assert qapp.styleSheet() == style_sheet(DARK)
    assert qapp.font().pixelSize() == 13
    apply_theme(qapp, LIGHT)
    assert qapp.styleSheet() == style_sheet(LIGHT)


def test_a_font_at_another_size_leaves_the_one_it_was_made_of() -> None:
    font = QFont()
    font.setPixelSize(13)
    small, bold = sized(font, 12), sized(font, 22, bold=True)
    assert (small.pixelSize(), small.bold()) == (12, False)
    assert (bold.pixelSize(), bold.bold()) == (22, True)
    assert font.pixelSize() == 13
