"""Which sizes of pictures the command line takes; what makes no sense is refused in a sentence."""

from __future__ import annotations

import argparse
import re
from typing import Final

_SIZE: Final = re.compile(r"(\d{2,5})x(\d{2,5})", re.ASCII)
_SHORTEST_SIDE: Final = 200
_LONGEST_SIDE: Final = 10_000
_MOST_SCALE: Final = 4.0
MOST_PIXELS: Final = 150_000_000
"""A picture takes four bytes for each pixel while it is drawn, and once more while it is packed."""


def size_of(text: str) -> tuple[int, int]:
    """Return the width and height that a text like `1600x900` means."""
    found = _SIZE.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size; write it like 1600x900")
    width, height = int(found[1]), int(found[2])
    if min(width, height) < _SHORTEST_SIDE or max(width, height) > _LONGEST_SIDE:
        raise argparse.ArgumentTypeError(f"a size has sides from {_SHORTEST_SIDE} to {_LONGEST_SIDE}, not “{text}”")
    return width, height


def scale_of(text: str) -> float:
    """Return how many pixels a unit is, from 1 to 4."""
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    # A comparison with not-a-number is false, so that is refused here too.
    if not 1.0 <= scale <= _MOST_SCALE:
        raise argparse.ArgumentTypeError(f"a scale is a number from 1 to 4, not “{text}”")
    return scale


def width_of(text: str) -> int:
    """Return a number of pixels."""
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not _SHORTEST_SIDE <= int(text) <= _LONGEST_SIDE:
        raise argparse.ArgumentTypeError(
            f"a width is a number of pixels from {_SHORTEST_SIDE} to {_LONGEST_SIDE}, not “{text}”"
        )
    return int(text)
