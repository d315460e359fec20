"""Amounts as people type them."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Final

from heartland_gui.text.messages import MINUS
from heartland_gui.text.numbers import Signs, Unit
from heartland_gui.text.words import Words

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
_PREFIXES: Final = {"t": 1e12, "g": 1e9, "m": 1e6, "k": 1e3, "": 1.0}
"""Of the SI, as they are typed in any language."""


def typed_amount(text: str, unit: Unit, words: Words) -> float | None:
    """Return the amount that a text means in base units, None where it means none.

    The unit may stand behind the number. Commas, spaces and the language's own sign group digits
    as the language does, and mean nothing anywhere else; where the comma is its decimal sign, it is that alone.
    """
    signs = words.numbers.signs
    found = _typed(signs).fullmatch(text.strip().replace(MINUS, "-").casefold())
    if found is None:
        return None
    number = float(re.sub(_between(signs), "", found[1]).replace(signs.decimal, "."))
    step = _step(_joined(found[3]), unit, words)
    value = None if step is None else number * step
    # What is written is meant as it stands: in binary 1.005 times a billion is a little less than 1,005,000,000.
    return float(f"{value:.15g}") if value is not None and math.isfinite(value) else None


def _between(signs: Signs) -> str:
    """Return a pattern of the signs that may group digits."""
    commas = "" if signs.decimal == "," else ",，"
    return rf"[{commas}{re.escape(signs.group)}\s]"


@cache
def _typed(signs: Signs) -> re.Pattern[str]:
    """Return the pattern of a number and what is behind it.

    Groups are apart by one and the same sign: elsewhere a comma may be meant as a decimal one.
    """
    size, decimal = 2 if signs.lakhs else 3, re.escape(signs.decimal)
    grouped = rf"[1-9][0-9]{{0,{size - 1}}}({_between(signs)})(?:[0-9]{{{size}}}\2)*[0-9]{{3}}"
    number = rf"(?:(?:{grouped}|[0-9]+)(?:{decimal}[0-9]+)?|{decimal}[0-9]+)(?:e[-+]?[0-9]+)?"
    return re.compile(rf"([-+]?\s*{number})([^0-9]*)")


def _step(behind: str, unit: Unit, words: Words) -> float | None:
    """Return by how much what stands behind a number multiplies it."""
    steps, symbol = words.numbers.steps_of(unit), _joined(unit.symbol.text(words.language))
    if unit.si is not None:
        si = _joined(unit.si.text(words.language))
        typed = {prefix + si: size / unit.factor for prefix, size in _PREFIXES.items()}
        typed |= {_joined(step.short): step.divisor for step in steps}
        if behind in typed:
            return typed[behind]
    step = behind.removesuffix(symbol) if symbol else behind
    for each in words.numbers.steps:
        # Mrd. may be typed without its dot.
        if step in (_joined(each.short), _joined(each.short).rstrip("."), _joined(each.long)):
            return each.divisor
    return _STEPS.get(step) if step else 1.0


def _joined(text: str) -> str:
    """Return a text without spaces, and without a difference between small and capital letters."""
    return re.sub(r"\s", "", text).casefold()
