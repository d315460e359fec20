"""What narrows the company list beside the words of the filter, and which companies each choice would keep."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Company, product_key
from heartland_gui.model.key_figures import KEY_STATUSES
from heartland_gui.model.observations import HOPED, Observation, Series, Status
from heartland_gui.model.queries import cities_of, newest_done


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
    PLAN = "plan"
    STATUS = "status"
    PRODUCT = "product"
    INDICATOR = "indicator"


class HasFigures(StrEnum):
    """The values of the facet `FIGURES`: whether there is one that can be the key figure of a company."""

    YES = "yes"
    NO = "no"


class HasPlan(StrEnum):
    """The values of the facet `PLAN`: whether a target or a forecast is known."""

    YES = "yes"
    NO = "no"


_ORDER: Final = tuple(Facet)
_ALONE: Final = frozenset({Facet.SINCE, Facet.UNTIL, Facet.INDICATOR})
"""Of these a value takes the place of the one before it."""
_CLOSED: Final = {
    Facet.KIND: tuple(ActorKind),
    Facet.STATUS: tuple(Status),
    Facet.FIGURES: tuple(HasFigures),
    Facet.PLAN: tuple(HasPlan),
}
"""The values of facets that do not come from the dataset."""
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_EXACT: Final = 2**53


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one facet: an id, a kind, a status, a year, a product in the words of `product_key`.

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

    def only(self, choice: Choice) -> Facets:
        """Return the choices with this one as the only one of its group."""
        return self.of_other_groups(choice).with_choice(choice)

    def of_other_groups(self, choice: Choice) -> Facets:
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
    known: dict[Facet, Container[str]] = {
        Facet.PILLAR: {pillar.id for pillar in dataset.pillars},
        Facet.CITY: {city.id for city in cities_of(dataset)},
        Facet.ZONE: {zone.id for zone in dataset.zones},
        Facet.TECHNOLOGY: {technology.id for technology in dataset.technologies},
        Facet.PRODUCT: dataset.product_by_key,
        Facet.INDICATOR: dataset.indicator_by_id,
    }
    return Facets(tuple(each for each in facets.choices if each.facet not in known or each.value in known[each.facet]))


_MOST_BOUNDED: Final = 32


class FacetIndex:
    """The companies of every choice, made facet by facet when they are first asked for.

    A set of companies is a whole number whose bit n stands for company n of the dataset: of what the standard library
    has, nothing intersects and counts a hundred thousand faster.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._values: dict[Facet, dict[str, int]] = {}
        self._bounded: dict[Choice, int] = {}
        self._newest: dict[str, Mapping[str, Observation]] = {}

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Which bit stands for a company, by its id."""
        return {company.id: number for number, company in enumerate(self.dataset.companies)}

    @cached_property
    def indicator_order(self) -> Mapping[str, int]:
        """The place of each indicator in the dataset, by its id."""
        return {each: place for place, each in enumerate(self.dataset.indicator_by_id)}

    @cached_property
    def everybody(self) -> int:
        """All companies."""
        return (1 << len(self.dataset.companies)) - 1

    def numbers_of(self, companies: Iterable[Company]) -> list[int]:
        """Return the numbers of companies."""
        return [self.number[company.id] for company in companies]

    def set_of(self, numbers: Iterable[int]) -> int:
        """Return companies, given by their numbers, as a set."""
        bits = bytearray(len(self.dataset.companies) // 8 + 1)
        for number in numbers:
            bits[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(bits, "little")

    def flags(self, companies: int) -> str:
        """Return a `1` for each company of the dataset that is in a set, a `0` for each that is not."""
        return format(companies, f"0{len(self.dataset.companies)}b")[::-1]

    # -- what is asked ------------------------------------------------------------------------------------------

    def matching(self, facets: Facets) -> int:
        """Return the companies that match facets: any choice of a group will do, and every group must hold."""
        groups: defaultdict[tuple[Facet, str], int] = defaultdict(int)
        for choice in facets.choices:
            groups[choice.group] |= self.chosen(choice)
        found = self.everybody
        for companies in groups.values():
            found &= companies
        return found

    def count(self, choice: Choice, facets: Facets, among: int) -> int:
        """Return how many companies `among` a set match a choice together with those of other groups."""
        return (self.matching(facets.of_other_groups(choice)) & self.chosen(choice) & among).bit_count()

    def counts(self, facet: Facet, facets: Facets, among: int) -> Mapping[str, int]:
        """Return the `count` of every value of a facet, in the dataset's order; `SINCE` and `UNTIL` have no list.

        A chosen indicator is counted with the least value that is asked of it.
        """
        by_others: dict[Facets, int] = {}
        found = {}
        for value in self.values(facet):
            choice = facets.of(facet, value) or Choice(facet, value)
            others = facets.of_other_groups(choice)
            if others not in by_others:
                by_others[others] = self.matching(others) & among
            found[value] = (by_others[others] & self.chosen(choice)).bit_count()
        return found

    def chosen(self, choice: Choice) -> int:
        """Return the companies of one choice, nobody where the dataset does not know its value."""
        if choice.least is None and choice.facet not in (Facet.SINCE, Facet.UNTIL):
            return self.values(choice.facet).get(choice.value, 0)
        if choice not in self._bounded:
            # Whoever types tries many bounds; the last few are what counting asks for again and again.
            if len(self._bounded) >= _MOST_BOUNDED:
                self._bounded.clear()
            self._bounded[choice] = self.set_of(self._within(choice))
        return self._bounded[choice]

    def _within(self, choice: Choice) -> Iterable[int]:
        """Return the companies on the right side of a year or of a least value, as numbers."""
        if choice.least is not None:
            newest, least = self.newest(choice.value), choice.least
            return (self.number[name] for name, figure in newest.items() if figure.value >= least)
        year = int(choice.value)
        if choice.facet is Facet.SINCE:
            return (number for number, first, _ in self._founded if first >= year)
        return (number for number, _, last in self._founded if last <= year)

    def newest(self, indicator: str) -> Mapping[str, Observation]:
        """Return the newest comparable figure of what is done by the id of each company that has one.

        What is only planned is no figure here: it would be measured and ordered as if it were reached.
        """
        if indicator not in self._newest:
            known = self.dataset.indicator_by_id.get(indicator)
            having = self.values(Facet.INDICATOR).get(indicator, 0)
            pairs = zip(self.dataset.companies, self.flags(having), strict=True) if known and having else ()
            figures = {
                company.id: newest_done(self.dataset, company.id, known)
                for company, flag in pairs
                if known and flag == "1"
            }
            self._newest[indicator] = {name: figure for name, figure in figures.items() if figure is not None}
        return self._newest[indicator]

    # -- what is known of every company -------------------------------------------------------------------------

    @cached_property
    def _founded(self) -> tuple[tuple[int, int, int], ...]:
        """Each company with a date of founding: its number, and the years in which that may have begun and ended."""
        companies = enumerate(self.dataset.companies)
        return tuple(
            (number, each.founded.first.year, each.founded.last.year) for number, each in companies if each.founded
        )

    def values(self, facet: Facet) -> Mapping[str, int]:
        """Return the companies of each value of a facet, in the dataset's order, without indicators that none has."""
        if facet not in self._values:
            numbers: dict[str, list[int]] = {value: [] for value in self._all_values(facet)}
            values_of = self._reader(facet)
            for number, company in enumerate(self.dataset.companies):
                for value in values_of(company):
                    if value in numbers:
                        numbers[value].append(number)
            # Most indicators are of the region and its cities; nobody looks for companies by those.
            offered = {value: group for value, group in numbers.items() if group or facet is not Facet.INDICATOR}
            self._values[facet] = {value: self.set_of(group) for value, group in offered.items()}
        return self._values[facet]

    def _all_values(self, facet: Facet) -> Iterable[str]:
        dataset = self.dataset
        match facet:
            case Facet.PILLAR:
                return [pillar.id for pillar in dataset.pillars]
            case Facet.CITY:
                return [city.id for city in cities_of(dataset)]
            case Facet.ZONE:
                return [zone.id for zone in dataset.zones]
            case Facet.TECHNOLOGY:
                return [technology.id for technology in dataset.technologies]
        named: dict[Facet, Iterable[str]] = {
            Facet.INDICATOR: dataset.indicator_by_id,
            Facet.PRODUCT: dataset.product_by_key,
            **_CLOSED,
        }
        return named.get(facet, ())

    def _reader(self, facet: Facet) -> Callable[[Company], Iterable[str]]:
        """Return what reads the values of a facet off a company."""
        dataset = self.dataset

        def series_of(company: Company) -> Sequence[Series]:
            return dataset.series_by_subject.get(company.id, ())

        readers: dict[Facet, Callable[[Company], Iterable[str]]] = {
            Facet.PILLAR: lambda company: company.pillars,
            Facet.CITY: lambda company: self._above.get(company.place or "", ()),
            Facet.ZONE: lambda company: self._around.get(company.zone or "", ()),
            Facet.TECHNOLOGY: lambda company: company.technologies,
            Facet.KIND: lambda company: (company.kind,),
            Facet.FIGURES: lambda company: _has_figures(series_of(company)),
            Facet.PLAN: lambda company: _has_plan(series_of(company)),
            Facet.PRODUCT: lambda company: {product_key(product) for product in company.products},
            Facet.STATUS: lambda company: {item.status for each in series_of(company) for item in each.observations},
            Facet.INDICATOR: lambda company: dataset.indicators_by_subject.get(company.id, ()),
        }
        return readers.get(facet, lambda _: ())

    @cached_property
    def _above(self) -> Mapping[str, tuple[str, ...]]:
        """Each place with all in which it lies: a company in a county is one of its city."""
        return _ways({place.id: place.parent for place in self.dataset.places})

    @cached_property
    def _around(self) -> Mapping[str, tuple[str, ...]]:
        """Each zone with all of which it is a part."""
        return _ways({zone.id: zone.part_of for zone in self.dataset.zones})


def _has_figures(series: Iterable[Series]) -> tuple[str, ...]:
    known = any(item.status in KEY_STATUSES for each in series for item in each.observations)
    return (HasFigures.YES if known else HasFigures.NO,)


def _has_plan(series: Iterable[Series]) -> tuple[str, ...]:
    planned = any(item.status in HOPED for each in series for item in each.observations)
    return (HasPlan.YES if planned else HasPlan.NO,)


def _ways(parents: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    return {start: tuple(_way(start, parents)) for start in parents}


def _way(start: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    """Yield an id and all above it; a cycle in the data ends where it began."""
    seen: set[str] = set()
    now: str | None = start
    while now is not None and now not in seen:
        yield now
        seen.add(now)
        now = parents.get(now)
