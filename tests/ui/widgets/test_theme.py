"""A theme as palette, style sheet and icons."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.style import CONTRAST, DARK, LIGHT, THEMES, Theme
from heartland_gui.ui.widgets.theme import apply_theme, icon, palette, program_icon, sized, style_sheet

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


def test_dark_and_contrasting_themes_draw_their_boxes_themselves() -> None:
    lengths = [len(style_sheet(theme)) for theme in (LIGHT, DARK, CONTRAST)]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == 3


@each_theme
def test_text_stands_out_in_the_palette(theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window).name() == QColor(theme.window).name()
    assert made.color(QPalette.ColorRole.WindowText).name() == QColor(theme.text).name()
    assert made.color(QPalette.ColorRole.Base) != made.color(QPalette.ColorRole.Text)


def test_icons_have_the_colours_of_the_theme() -> None:
    for theme in (LIGHT, DARK):
        made = icon("back", theme, 32)
        seen = set()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            image = made.pixmap(32, 32, mode).toImage()
            solid = {
                image.pixelColor(x, y).name()
                for x in range(image.width())
                for y in range(image.height())
                if image.pixelColor(x, y).alpha() == 255
            }
            seen |= solid
        assert {QColor(theme.text).name(), QColor(theme.border).name()} <= seen
    assert not program_icon().isNull()


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
