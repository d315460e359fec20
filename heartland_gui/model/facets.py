"""What narrows the company list beside the words of the filter: choices among what is known of each company."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind
from heartland_gui.model.facts import Status
from heartland_gui.model.queries import cities_of


class Facet(StrEnum):
    """What can be chosen by, in the order in which it is shown. The values of `SINCE` and `UNTIL` are years."""

    PILLAR = "pillar"
    CITY = "city"
    ZONE = "zone"
    TECHNOLOGY = "technology"
    KIND = "kind"
    SINCE = "since"
    UNTIL = "until"
    FIGURES = "figures"
    STATUS = "status"
    INDICATOR = "indicator"


class HasFigures(StrEnum):
    """The values of the facet `FIGURES`."""

    YES = "yes"
    NO = "no"


_ORDER: Final = tuple(Facet)
_ALONE: Final = frozenset({Facet.SINCE, Facet.UNTIL, Facet.INDICATOR})
"""Of these a value takes the place of the one before it."""
_CLOSED: Final = {Facet.KIND: tuple(ActorKind), Facet.STATUS: tuple(Status), Facet.FIGURES: tuple(HasFigures)}
"""The values of facets that do not come from the dataset."""
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_EXACT: Final = 2**53


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one facet: an id, a kind, a status, a year.

    `least` is what the newest comparable figure of what is done must be at least, in base units of a chosen indicator;
    None asks only for a figure of it, also for one of what is planned.
    """

    facet: Facet
    value: str
    least: float | None = None

    @property
    def group(self) -> tuple[Facet, str]:
        """The choices of which any will do; those of different groups must all hold.

        Each indicator is a group of its own: whoever asks for revenue and for employees wants companies with both.
        """
        return self.facet, self.value if self.facet is Facet.INDICATOR else ""

    @property
    def text(self) -> str:
        """The choice as addresses have it: `city:datong`, `indicator:revenue:1000000`."""
        least = () if self.least is None else (_number(self.least),)
        return ":".join((self.facet, self.value, *least))


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < _EXACT else repr(value)


def choice_at(text: str) -> Choice | None:
    """Return the choice that a text of an address means, None where it is of another form."""
    name, _, rest = text.partition(":")
    value, _, least = rest.partition(":")
    if name not in _ORDER or not value:
        return None
    facet = Facet(name)
    if facet in _CLOSED and value not in _CLOSED[facet]:
        return None
    if facet in (Facet.SINCE, Facet.UNTIL) and not _YEAR.fullmatch(value):
        return None
    if not least:
        return Choice(facet, value)
    try:
        number = float(least)
    except ValueError:
        return None
    return Choice(facet, value, number) if facet is Facet.INDICATOR and math.isfinite(number) else None


@dataclass(frozen=True, slots=True)
class Facets:
    """All choices, in the order of the facets: make them with `with_choice`, so that equal ones are equal."""

    choices: tuple[Choice, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.choices)

    def with_choice(self, choice: Choice) -> Facets:
        """Return the choices with another one, which takes the place of the one before it where only one can be."""
        kept = [each for each in self.choices if each.group != choice.group or choice.facet not in _ALONE]
        ordered = sorted({*kept, choice}, key=lambda each: (_ORDER.index(each.facet), each.value))
        return Facets(tuple(ordered))

    def without(self, choice: Choice) -> Facets:
        """Return the choices without one of them."""
        return Facets(tuple(each for each in self.choices if each != choice))

    def beside(self, choice: Choice) -> Facets:
        """Return the choices of all other groups: those that hold whatever is chosen in this one."""
        return Facets(tuple(each for each in self.choices if each.group != choice.group))

    def of(self, facet: Facet, value: str | None = None) -> Choice | None:
        """Return the first choice of a facet, or the one of that value; None where there is none."""
        fitting = (each for each in self.choices if each.facet is facet and value in (None, each.value))
        return next(fitting, None)

    @property
    def texts(self) -> tuple[str, ...]:
        """The choices as addresses have them."""
        return tuple(choice.text for choice in self.choices)


NO_FACETS: Final = Facets()
"""Everything is listed."""


def facets_at(texts: Iterable[str]) -> Facets:
    """Return the facets that texts of an address mean; what is of no known form is passed over."""
    found = NO_FACETS
    for text in texts:
        choice = choice_at(text)
        found = found if choice is None else found.with_choice(choice)
    return found


def known_facets(dataset: Dataset, facets: Facets) -> Facets:
    """Return the choices whose ids the dataset has; whoever chose the others would see an empty list for no reason."""
    if not facets:
        return facets
    known = {
        Facet.PILLAR: {pillar.id for pillar in dataset.pillars},
        Facet.CITY: {city.id for city in cities_of(dataset)},
        Facet.ZONE: {zone.id for zone in dataset.zones},
        Facet.TECHNOLOGY: {technology.id for technology in dataset.technologies},
        Facet.INDICATOR: set(dataset.indicator_by_id),
    }
    return Facets(tuple(each for each in facets.choices if each.facet not in known or each.value in known[each.facet]))
