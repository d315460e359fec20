"""The facets in words: what each is called, what can be chosen in it, and amounts as people type them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import ActorKind, Pillar, Unit
from heartland_gui.model.facets import Choice, Facet, Facets, HasFigures
from heartland_gui.model.observations import Status
from heartland_gui.model.queries import short_name
from heartland_gui.text import MINUS, Words, message
from heartland_gui.text.numbers import Signs
from heartland_gui.wording import actor_text, status_text

_NAMES: Final = {
    Facet.PILLAR: message("Pillar"),
    Facet.CITY: message("City"),
    Facet.ZONE: message("Zone"),
    Facet.TECHNOLOGY: message("Technology"),
    Facet.KIND: message("Kind"),
    Facet.SINCE: message("Founded"),
    Facet.UNTIL: message("Founded"),
    Facet.FIGURES: message("Figures"),
    Facet.STATUS: message("Has a figure that is"),
    Facet.INDICATOR: message("Has figures of each"),
}


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A value that can be chosen, and how many companies it would keep; `colour` is a slot of the palette."""

    choice: Choice
    text: str
    count: int
    chosen: bool = False
    colour: int | None = None


def facet_name(facet: Facet, words: Words) -> str:
    """Return what stands above the values of a facet."""
    return words.say(_NAMES[facet])


def facet_rows(
    dataset: Dataset, facet: Facet, facets: Facets, counts: Mapping[str, int], words: Words
) -> tuple[FacetRow, ...]:
    """Return the values of a facet, in the order of their counts' mapping."""
    rows = []
    for value, count in counts.items():
        chosen = facets.of(facet, value)
        choice = chosen or Choice(facet, value)
        subject = dataset.subjects.get(value) if facet is Facet.PILLAR else None
        colour = pillar_slot(dataset, subject) if isinstance(subject, Pillar) else None
        rows.append(FacetRow(choice, value_name(dataset, choice, words), count, chosen is not None, colour))
    return tuple(rows)


def value_name(dataset: Dataset, choice: Choice, words: Words) -> str:
    """Return what a value is called below the name of its facet."""
    value = choice.value
    match choice.facet:
        case Facet.KIND:
            return actor_text(ActorKind(value), words)
        case Facet.STATUS:
            return status_text(Status(value), words)
        case Facet.FIGURES:
            return words.text("with figures") if value == HasFigures.YES else words.text("without figures")
        case Facet.INDICATOR:
            return dataset.indicator_by_id[value].name.text(words.language)
    return short_name(dataset.subjects[value], words.language)


def choice_text(dataset: Dataset, choice: Choice, words: Words) -> str:
    """Return a choice so that it is understood alone: `Datong`, `Kind: project`, `Revenue ≥ 1 bn yuan`."""
    match choice.facet:
        case Facet.SINCE:
            return words.text("founded {year} or later", year=choice.value)
        case Facet.UNTIL:
            return words.text("founded {year} or earlier", year=choice.value)
    name = value_name(dataset, choice, words)
    if choice.facet is Facet.KIND:
        return words.text("Kind: {name}", name=name)
    if choice.facet is Facet.STATUS:
        return words.text("Figure: {name}", name=name)
    if choice.least is None:
        return words.text("Figure: {name}", name=name) if choice.facet is Facet.INDICATOR else name
    unit = dataset.unit_of(choice.value)
    amount = words.amount(choice.least, unit)
    return words.text("{name} ≥ {amount}", name=name, amount=amount)


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
