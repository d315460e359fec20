"""Lines of text at their places, and the words of a label as such lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.spec import Label
from heartland_gui.rendering.canvas import Background, text_width
from heartland_gui.rendering.style import MEASURES

SPACE: Final = 4.0
"""Between the strong and the faint words of a label."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text at a place; on a coloured background it is as dark or light as that asks for."""

    x: float
    baseline: float
    text: str
    size: float
    bold: bool = False
    faint: bool = False
    background: Background | None = None
    slot: int | None = None
    """The colour of a subject that is compared, in which its name is written."""


def strong_width(label: Label) -> float:
    """Return the width of the strong words of a label, and of the space behind them."""
    return text_width(label.strong, MEASURES.label, bold=True) + SPACE if label.strong else 0.0


def label_width(label: Label) -> float:
    """Return the width of a label in its fullest form."""
    if not label.faint:
        return text_width(label.strong, MEASURES.label, bold=True)
    return strong_width(label) + text_width(label.faint, MEASURES.small)


def label_lines(label: Label, x: float, baseline: float, *, full: bool = True) -> tuple[TextLine, ...]:
    """Return the words of a label from `x` on, without the faint ones unless `full`."""
    text_lines = [TextLine(x, baseline, label.strong, MEASURES.label, bold=True)] if label.strong else []
    if full and label.faint:
        text_lines.append(TextLine(x + strong_width(label), baseline, label.faint, MEASURES.small, faint=True))
    return tuple(text_lines)
