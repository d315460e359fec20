"""Make the kept pictures anew: `python -m tests.golden.remake`. Look at each one that has changed before it is kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from heartland_gui.charts.spec import Chart
from heartland_gui.export.picture import Picture, PictureOptions, png_bytes
from heartland_gui.rendering.fonts import load_fonts
from heartland_gui.rendering.style import THEMES
from tests.golden.cases import kept
from tests.pictures import is_like

FOLDER = Path(__file__).parent / "pictures"
SIZE = (720, 450)
KEPT_THEMES = ("light", "dark")
"""High contrast draws the marks of the dark theme, on black."""
ALIKE = 0.985
WEAKEST = 0.9
FARTHEST = 3.0
"""The same fonts and the same painter come to the same pixels but for how edges are smoothed."""


def drawn(answer: Chart, theme: str) -> bytes:
    """Return the picture of a chart as it is kept."""
    return png_bytes(Picture(answer, PictureOptions(*SIZE, 1.0, THEMES[theme])))


def is_alike(first: Path, second: Path) -> bool:
    """Whether two pictures show the same."""
    return is_like(first, second, across=48, least=ALIKE, least_of_tile=WEAKEST, most_apart=FARTHEST)


def main() -> int:
    """Write the pictures that have changed, take away those of charts that are gone, and name both."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(sys.argv[:1])
    load_fonts()
    wanted = {FOLDER / theme / f"{name}.png": (make, theme) for name, make in kept().items() for theme in KEPT_THEMES}
    for path in sorted(set(FOLDER.rglob("*.png")) - wanted.keys()):
        path.unlink()
        sys.stdout.write(f"gone: {path.relative_to(FOLDER)}\n")
    for path, (make, theme) in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = drawn(make(), theme)
        if not path.exists() or path.read_bytes() != made:
            path.write_bytes(made)
            sys.stdout.write(f"written: {path.relative_to(FOLDER)}\n")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
