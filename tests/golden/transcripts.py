"""Charts as text: where everything of a drawing stands, what can be hit, and how the layout was made.

A picture shows what a person sees, a transcript why it changed: each step of the drawing on a line, lengths to a tenth.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from heartland_gui.charts.spec import Chart
from heartland_gui.rendering.picture.layout import Layout, layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE, LayoutOptions
from heartland_gui.rendering.picture.painter import paint
from tests.golden.cases import kept
from tests.rendering.recording import transcript, written_number

DRAWINGS: Final = Path(__file__).parent / "drawings"
NARROW: Final = 400.0
TOLERANCE: Final = 0.35
"""Fonts are measured by Qt, whose versions round differently."""

_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


def drawing_of(chart: Chart) -> str:
    """Return the transcript of a chart in a file, and of the same on a narrow page."""
    in_file = layout(chart, 880, 495, LayoutOptions())
    on_page = layout(chart, NARROW, natural_height(chart, NARROW), ON_PAGE)
    return f"== in a file\n{_told(in_file)}\n== on a page\n{_told(on_page)}\n"


def _told(placed: Layout) -> str:
    targets = (
        f"target {written_number(each.box.x, each.box.y)} {written_number(each.box.width, each.box.height)}"
        f" {each.details.read_out}"
        for each in placed.targets
    )
    size = f"size {written_number(placed.width, placed.height)}"
    return "\n".join([size, transcript(lambda canvas: paint(placed, canvas)), *targets])


def kept_drawing(name: str) -> str:
    """Return the transcript that is kept under a name."""
    return (DRAWINGS / f"{name}.txt").read_text(encoding="utf-8")


def differences(before: str, after: str) -> list[str]:
    """Return the first lines that are not the same but for how lengths are rounded."""
    old, new = before.splitlines(), after.splitlines()
    found = [f"{one}\n  is now\n{other}" for one, other in zip(old, new, strict=False) if not _is_same(one, other)]
    if len(old) != len(new):
        found.append(f"{len(old)} steps are now {len(new)}")
    return found[:8]


def _is_same(one: str, other: str) -> bool:
    if one == other:
        return True
    if _NUMBER.sub("#", one) != _NUMBER.sub("#", other):
        return False
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    return all(abs(float(before) - float(after)) <= TOLERANCE for before, after in pairs)


def changes(name: str) -> list[str]:
    """Return how a kept chart is drawn otherwise now; nothing where it is as it was."""
    return differences(kept_drawing(name), drawing_of(kept()[name]()))
