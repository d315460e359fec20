"""How many examples of a property are tried."""

from __future__ import annotations

from typing import Final

from hypothesis import settings

EVERYDAY: Final = 50
NIGHTLY: Final = 1000


def examples(everyday: int) -> int:
    """Return how many examples to try of a property of which this many are tried every day: far more by night."""
    return everyday * settings().max_examples // EVERYDAY
