"""Icons in the colours of the theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import DARK, LIGHT, THEMES, Theme
from heartland_gui.resources import resource
from heartland_gui.ui.widgets.icons import icon, pixmap, program_icon

pytestmark = pytest.mark.usefixtures("qapp")


def solid(image: QImage) -> set[str]:
    """Return the colours of what is drawn without showing anything behind it."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_an_icon_says_by_its_colour_whether_it_is_on_or_off(theme: Theme) -> None:
    made = icon("sidebar", theme, size=32)
    for mode, state, colour in (
        (QIcon.Mode.Normal, QIcon.State.Off, theme.faint_text),
        (QIcon.Mode.Normal, QIcon.State.On, theme.text),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.axis),
    ):
        assert solid(made.pixmap(32, 32, mode, state).toImage()) == {QColor(colour).name()}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(ratio: float) -> None:
    made = pixmap("search", LIGHT.text, 20, ratio)
    assert (made.width(), made.deviceIndependentSize().width()) == (round(20 * ratio), 20)


def test_small_icons_have_wider_strokes() -> None:
    shares = []
    for size in (16, 17):
        image = pixmap("close", "#000000", size).toImage()
        inked = sum(image.pixelColor(x, y).alpha() for x in range(size) for y in range(size))
        shares.append(inked / size**2)
    # A stroke of the same width would cover less of the smaller one's box by a hair only.
    assert shares[0] > shares[1] * 1.08


def test_an_icon_that_was_made_before_keeps_its_colour() -> None:
    first, other, again = (pixmap("add", colour, 20) for colour in (LIGHT.text, DARK.text, LIGHT.text))
    assert solid(first.toImage()) == solid(again.toImage()) != solid(other.toImage())


def test_every_icon_of_the_set_can_be_drawn(qtbot: QtBot) -> None:
    assert not program_icon().isNull()
    names = [path.stem for path in sorted(resource("icons").glob("*.svg")) if path.stem != "heartland"]
    assert len(names) > 50
    blank = [name for name in names if not solid(pixmap(name, "#ff0000", 40).toImage())]
    assert blank == []
    coloured = [name for name in names if "currentColor" not in resource("icons", f"{name}.svg").read_text("utf-8")]
    assert coloured == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_an_icon_that_is_chosen_has_the_colour_of_the_words_beside_it(theme: Theme) -> None:
    made = icon("table", theme, size=32, on=theme.chosen.text)
    shown = made.pixmap(32, 32, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert solid(shown) == {QColor(theme.chosen.text).name()}
