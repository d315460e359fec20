"""Names that may have been meant by a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

_LIKENESS: Final = 0.6
"""From 0, nothing alike, to 1: below it a name is no help."""
LONGEST: Final = 200
"""A wrong name of more signs is like nothing: to compare it would take long."""


def near_names(wrong: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Return the known names that are most like a wrong one, the nearest first."""
    return [] if len(wrong) > LONGEST else difflib.get_close_matches(wrong, list(known), most, _LIKENESS)
