"""The facets in words: what each is called, and what can be chosen in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import ActorKind, Pillar
from heartland_gui.model.facets import Choice, Facet, Facets, HasFigures, HasPlan
from heartland_gui.model.observations import Status
from heartland_gui.text import Words, message
from heartland_gui.wording import actor_text, listed_name, place_heading, status_text

_NAMES: Final = {
    Facet.PILLAR: message("Pillar"),
    Facet.ZONE: message("Zone"),
    Facet.TECHNOLOGY: message("Technology"),
    Facet.KIND: message("Kind"),
    Facet.SINCE: message("Founded"),
    Facet.UNTIL: message("Founded"),
    Facet.FIGURES: message("Figures"),
    Facet.PLAN: message("Plans"),
    Facet.STATUS: message("Has a figure that is"),
    Facet.PRODUCT: message("Makes"),
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


def facet_name(dataset: Dataset, facet: Facet, words: Words) -> str:
    """Return what stands above the values of a facet."""
    return place_heading(dataset, words) if facet is Facet.CITY else words.say(_NAMES[facet])


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
        case Facet.PLAN:
            return words.text("with a plan") if value == HasPlan.YES else words.text("without a plan")
        case Facet.PRODUCT | Facet.INDICATOR:
            named = (
                dataset.indicator_by_id[value].name
                if choice.facet is Facet.INDICATOR
                else dataset.product_by_key[value]
            )
            return named.text(words.language)
    return listed_name(dataset, dataset.subjects[value], words)


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
