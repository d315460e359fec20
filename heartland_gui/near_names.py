"""Names that may have been meant by a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

_LIKENESS: Final = 0.6
"""From 0, nothing alike, to 1: below it a name is no help."""
_LONGEST_COMPARED: Final = 80
"""So many signs of a wrong name are compared: what is longer would take long and is like nothing."""


def near_names(wrong: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Return the known names that are most like a wrong one, the nearest first."""
    return difflib.get_close_matches(wrong[:_LONGEST_COMPARED], list(known), most, _LIKENESS)
