"""A window that is moved to a screen of another scale looks there as one that was opened there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

_SCREEN: Final = {"y": 0, "width": 1440, "height": 900, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_SIZE: Final = (718, 400)
"""Of the window, in its own units: twice as fine it still has room on the screen."""

_PROGRAM: Final = """
import sys
from PySide6.QtCore import QSettings
from heartland_gui.app import application, build_program
from heartland_gui.cli import WindowOptions

ending, picture, settings, width, height = sys.argv[1:]
app = application()
screens = {screen.name(): screen for screen in app.screens()}
opened = app.primaryScreen().name()
program = build_program(
    WindowOptions(open="snd-new-energy-special-vehicle"), QSettings(settings, QSettings.Format.IniFormat)
)
window = program.window

def settle():
    while not window.page.is_complete or program.characters.is_reading:
        app.processEvents()
    for _ in range(5):
        app.processEvents()

def place(name):
    window.move(screens[name].geometry().topLeft())
    # Without a window manager nobody tells the window that its size is another one on this screen.
    for less in (1, 0):
        window.resize(int(width) - less, int(height) - less)
        settle()
    window.splitter.restore({"navigation": 160, "companies": 200}, ())
    settle()
    # The page is scrolled to its chart.
    window.page.scroll_area.verticalScrollBar().setValue(window.page.charts.y() + 60)
    window.companies.view.scrollToTop()
    settle()

window.show()
program.complete()
place(opened)
if ending != opened:
    window.windowHandle().setScreen(screens[ending])
    place(ending)
assert window.screen().name() == ending, window.screen().name()
grabbed = window.grab().toImage()
print(grabbed.devicePixelRatio(), grabbed.width(), grabbed.height())
assert grabbed.save(picture)
"""


def shown(folder: Path, *way: str) -> tuple[list[float], NDArray[np.int16]]:
    """Return scale, width and height of a window that was opened on the first screen and moved to the last.

    Its grey pixels come with them.
    """
    screens = [{"name": name, "x": 1440 * number, **_SCREEN} for number, name in enumerate(way)]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    picture = folder / f"{'-'.join(way)}.png"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}",
        "QT_SCREEN_SCALE_FACTORS": "plain=1;fine=2",
    }
    arguments = [way[-1], str(picture), str(picture.with_suffix(".ini")), *map(str, _SIZE)]
    said = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments], env=environment, check=True, capture_output=True,
        encoding="utf-8", timeout=120,
    )  # fmt: skip
    with Image.open(picture) as grabbed:
        return [float(each) for each in said.stdout.split()], np.asarray(grabbed.convert("L"), np.int16)


_NARROWED: Final = """
import sys
from PySide6.QtCore import QSettings
from heartland_gui.app import application, build_program
from heartland_gui.cli import WindowOptions

app = application()
options = WindowOptions(open="new-energy-and-new-materials", language="zh")
program = build_program(options, QSettings(sys.argv[1], QSettings.Format.IniFormat))
window = program.window
window.resize(1400, 860)
window.show()
program.complete()

def settle():
    while not window.page.is_complete or program.characters.is_reading:
        app.processEvents()
    for _ in range(5):
        app.processEvents()

settle()
window.resize(1024, 860)
settle()
for card in window.page.charts.cards:
    drawing = card.drawing_widget
    print(card.height_for(card.width()) - card.height(), drawing.height() - round(drawing.placed.height))
"""


def test_charts_grow_with_their_words_when_the_window_becomes_narrow(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-c", _NARROWED, str(tmp_path / "settings.ini")], env=environment, check=True,
        capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    lines = said.stdout.split("\n")[:-1]
    assert len(lines) >= 3
    assert set(lines) == {"0 0"}, "every drawing has the height of its words, inside too"


@pytest.mark.parametrize(
    ("way", "scale"),
    [(("plain", "fine"), 2.0), pytest.param(("fine", "plain"), 1.0, marks=pytest.mark.nightly)],
)
def test_a_window_looks_on_another_screen_as_if_it_was_opened_there(
    tmp_path: Path, way: tuple[str, str], scale: float
) -> None:
    measured, moved = shown(tmp_path, *way)
    assert measured == [scale, _SIZE[0] * scale, _SIZE[1] * scale]
    _, there = shown(tmp_path, way[-1])
    assert (moved < 100).sum() > 2000 * scale, "there is text"
    assert (abs(moved - there) > 40).mean() < 0.002
