"""Names that are cut in the middle, since their ends tell them apart: as Qt does it, but saying where."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontMetrics

_SIGN: Final = "…"
_LONGEST: Final = 2_000
"""So many signs are measured: no line has room for more."""


def cut_in_middle(text: str, metrics: QFontMetrics, width: int) -> tuple[int, int]:
    """Return how many signs at the beginning and at the end of a text have room in `width` pixels, with "…" between.

    A text that has room is whole: all its signs are at the beginning, none at the end.
    """
    text = text[:_LONGEST]
    if metrics.horizontalAdvance(text) <= width:
        return len(text), 0
    low, high = 0, len(text) - 1
    while low < high:
        kept = (low + high + 1) // 2
        if metrics.horizontalAdvance(_joined(text, *_halves(kept))) <= width:
            low = kept
        else:
            high = kept - 1
    return _halves(low)


def _halves(kept: int) -> tuple[int, int]:
    return kept - kept // 2, kept // 2


def _joined(text: str, first: int, last: int) -> str:
    return text if first >= len(text) else f"{text[:first].rstrip()}{_SIGN}{text[len(text) - last :].lstrip()}"
