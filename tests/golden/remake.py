"""Make anew what is kept: `python -m tests.golden.remake`. Look at each picture and text that has changed.

Every chart is kept as a transcript of its drawing, which shows in a few changed lines what a change does. Pictures are
kept where somebody should look: of each kind, of each status, of what is special, and of the brief; few in the dark.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from heartland_gui.charts.spec import Chart
from heartland_gui.export.brief import PAGE_HEIGHT, PAGE_WIDTH, brief_of
from heartland_gui.export.picture import Picture, PictureOptions, png_bytes
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.fonts import load_fonts
from heartland_gui.rendering.style import LIGHT, THEMES
from heartland_gui.text import Words
from tests.charts.small_region import MAKER
from tests.golden.cases import MIXES, MORE, briefed, kept
from tests.golden.transcripts import DRAWINGS, drawing_of
from tests.pictures import is_like
from tests.rendering.recording import transcript

FOLDER: Final = Path(__file__).parent / "pictures"
SIZE: Final = (540, 338)
BRIEF: Final = "brief"
BRIEF_SCALE: Final = 0.4
ALIKE = 0.985
WEAKEST = 0.9
FARTHEST = 3.0
"""The same fonts and the same painter come to the same pixels but for how edges are smoothed."""
_LEVELS: Final = 16


def pictured() -> dict[str, tuple[str, ...]]:
    """Return the charts that are kept as pictures too, with the themes; high contrast has the marks of the dark one."""
    statuses = [f"{kind}-{mix}" for kind in ("over-time", "ranking") for mix in MIXES]
    light = [name for name in kept() if name.endswith("-all") or name in statuses or name in MORE]
    dark = ("over-time-all", "structure-all", "map-all", "several-over-time-all")
    return {name: ("light", "dark") if name in dark else ("light",) for name in light}


def drawn(answer: Chart, theme: str) -> bytes:
    """Return the picture of a chart as it is kept."""
    return packed(png_bytes(Picture(answer, PictureOptions(*SIZE, 1.0, THEMES[theme]))))


def drawn_brief() -> bytes:
    """Return the picture of a brief as it is kept."""
    image = QImage(round(PAGE_WIDTH * BRIEF_SCALE), round(PAGE_HEIGHT * BRIEF_SCALE), QImage.Format.Format_RGB32)
    image.fill(LIGHT.surface)
    painter = QPainter(image)
    painter.scale(BRIEF_SCALE, BRIEF_SCALE)
    _paint_brief(Canvas(painter, LIGHT))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt takes the name of a format
    return packed(bytes(buffer.data().data()))


def brief_drawing() -> str:
    """Return the transcript of that brief: texts and lines of the page itself."""
    return transcript(_paint_brief) + "\n"


def _paint_brief(canvas: Canvas) -> None:
    brief_of(briefed(), MAKER, Words()).page.paint(canvas)


def packed(png: bytes) -> bytes:
    """Return a picture with sixteen levels of each colour, in as few bytes as that takes: a third of all."""
    with Image.open(BytesIO(png)) as opened:
        pixels = np.asarray(opened.convert("RGB")).astype(int)
    step = 255 // (_LEVELS - 1)
    levels = (pixels + step // 2) // step * step
    # As one number each, in the same order: rows of three take numpy twenty times as long to sort.
    numbers, places = np.unique(levels @ [1 << 16, 1 << 8, 1], return_inverse=True)
    colours = np.stack([numbers >> 16, numbers >> 8 & 255, numbers & 255], axis=-1)
    image = Image.fromarray(places.reshape(levels.shape[:2]).astype(np.uint8), "P")
    image.putpalette(colours.astype(np.uint8).tobytes())
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def is_alike(first: Path, second: Path) -> bool:
    """Whether two pictures show the same."""
    return is_like(first, second, across=48, least=ALIKE, least_of_tile=WEAKEST, most_apart=FARTHEST)


def wanted() -> dict[Path, Callable[[], bytes]]:
    """Return what makes each file that is kept."""
    charts = kept()
    files: dict[Path, Callable[[], bytes]] = {FOLDER / "light" / f"{BRIEF}.png": drawn_brief}
    files[DRAWINGS / f"{BRIEF}.txt"] = lambda: brief_drawing().encode()
    for name, make in charts.items():
        files[DRAWINGS / f"{name}.txt"] = lambda make=make: drawing_of(make()).encode()  # type: ignore[misc]
    for name, themes in pictured().items():
        for theme in themes:
            files[FOLDER / theme / f"{name}.png"] = lambda name=name, theme=theme: drawn(charts[name](), theme)  # type: ignore[misc]
    return files


def kept_files() -> set[Path]:
    """Return the files that are there."""
    return {*FOLDER.rglob("*.png"), *DRAWINGS.glob("*.txt")}


def _is_same(path: Path, made: bytes) -> bool:
    if not path.exists():
        return False
    if path.suffix != ".png":
        return path.read_bytes() == made
    # Others pack the same pixels into other bytes.
    with Image.open(path) as before, Image.open(BytesIO(made)) as now:
        return before.convert("RGB").tobytes() == now.convert("RGB").tobytes()


def main() -> int:
    """Write what has changed, take away what belongs to charts that are gone, and name both."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(sys.argv[:1])
    load_fonts()
    files = wanted()
    for path in sorted(kept_files() - files.keys()):
        path.unlink()
        sys.stdout.write(f"gone: {path.relative_to(FOLDER.parent)}\n")
    for path, make in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = make()
        if not _is_same(path, made):
            path.write_bytes(made)
            sys.stdout.write(f"written: {path.relative_to(FOLDER.parent)}\n")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
