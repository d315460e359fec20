"""Amounts as people type them: `1.5 bn`, `15亿`, `1,000,000`."""

from __future__ import annotations

import math
import re
from typing import Final

from heartland_gui.text import MINUS

_GROUPED: Final = r"[1-9][0-9]{0,2}([,，\s])[0-9]{3}(?:\2[0-9]{3})*"
"""Thousands apart by one and the same sign: elsewhere a comma may be meant as a decimal one."""
_TYPED: Final = re.compile(rf"([-+]?\s*(?:(?:{_GROUPED}|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)(?:e[-+]?[0-9]+)?)([^0-9]*)")

_STEPS: Final = {
    **dict.fromkeys(("tn", "trillion"), 1e12),
    **dict.fromkeys(("bn", "b", "billion"), 1e9),
    **dict.fromkeys(("mn", "m", "mio", "million"), 1e6),
    **dict.fromkeys(("k", "thousand"), 1e3),
    "万亿": 1e12,
    "亿": 1e8,
    "万": 1e4,
    "千": 1e3,
}
_SI_STEPS: Final = {"t": 1e9, "g": 1e6, "m": 1e3, "k": 1.0}
"""Of units that are counted in thousands of their own, as kW."""


def typed_amount(text: str, symbol: str = "") -> float | None:
    """Return the amount that a text means in base units, None where it means none.

    `symbol` is the unit's, which may stand behind the number. Commas and spaces group digits by three, and mean nothing
    anywhere else.
    """
    found = _TYPED.fullmatch(text.strip().replace(MINUS, "-").casefold())
    if found is None:
        return None
    number, behind = float(re.sub(r"[\s,，]", "", found[1])), re.sub(r"\s", "", found[3])
    unit = re.sub(r"\s", "", symbol).casefold()
    step = _step(behind, unit)
    value = None if step is None else number * step
    # What is written is meant as it stands: in binary 1.005 times a billion is a little less than 1,005,000,000.
    return float(f"{value:.15g}") if value is not None and math.isfinite(value) else None


def _step(behind: str, unit: str) -> float | None:
    """Return by how much what stands behind a number multiplies it."""
    if unit in ("kw", "kwh") and behind[:1] in _SI_STEPS and behind[1:] == unit[1:]:
        return _SI_STEPS[behind[:1]]
    step = behind.removesuffix(unit) if unit else behind
    return _STEPS.get(step) if step else 1.0
