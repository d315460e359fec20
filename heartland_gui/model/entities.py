"""The things a dataset names: places, zones, pillars, technologies, companies, and what describes numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.model.period import Period


class Localized(tuple[tuple[str, str], ...]):
    """A text as pairs of language (BCP 47) and form; that in the dataset's default language, if any, comes first."""

    __slots__ = ()

    def text(self, language: str) -> str:
        """Return the form in that language (BCP 47), else in its base language, else in the default one."""
        for wanted in (language, language.split("-", maxsplit=1)[0]):
            for form_language, form in self:
                if form_language == wanted:
                    return form
        return self[0][1] if self else ""

    def other(self, language: str) -> str | None:
        """Return the first form that differs from the one in `language`: the name in the other language."""
        shown = self.text(language)
        return next((form for _, form in self if form != shown), None)

    def all_texts(self) -> tuple[str, ...]:
        """Return every form, in the order of the dataset."""
        return tuple(form for _, form in self)


class SubjectKind(StrEnum):
    """The kinds of page."""

    PLACE = "place"
    ZONE = "zone"
    PILLAR = "pillar"
    TECHNOLOGY = "technology"
    COMPANY = "company"
    SOURCE = "source"
    COMPARISON = "comparison"
    INDICATOR = "indicator"


WITHOUT_FIGURES: Final = frozenset({SubjectKind.SOURCE, SubjectKind.COMPARISON, SubjectKind.INDICATOR})
"""The pages of what no series can be about."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Which page: a kind and an id. Ids of sources and indicators may repeat those of subjects, hence the kind.

    The id of a comparison is those of its members with commas between.
    """

    kind: SubjectKind
    id: str


class ActorKind(StrEnum):
    """What a `[[company]]` is."""

    COMPANY = "company"
    INSTITUTION = "institution"
    PROJECT = "project"
    PARK = "park"
    SCENIC_AREA = "scenic-area"
    AIRPORT = "airport"


class PillarBasis(StrEnum):
    """Whether a source names the company's pillars or they follow from what it makes."""

    STATED = "stated"
    ASSIGNED = "assigned"


class UnitScale(StrEnum):
    """What a unit counts.

    Values of a `RATIO` are never shortened, all others alike; and stocks of a `PHYSICAL` unit, such as an area, are not
    divided by people. Nothing else is decided by it.
    """

    MONEY = "money"
    COUNT = "count"
    PHYSICAL = "physical"
    RATIO = "ratio"


class IndicatorKind(StrEnum):
    """What an indicator measures: a flow in a period, a stock at its end, or a relation."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"
    INDEX = "index"
    GROWTH = "growth"

    @property
    def is_of_period(self) -> bool:
        """Whether a value belongs to a whole period: one of a part of a year says nothing beside those of years.

        The others hold at a moment.
        """
        return self in (IndicatorKind.FLOW, IndicatorKind.GROWTH)


class IndicatorRole(StrEnum):
    """What an indicator is to all others; one indicator of a dataset at most has each role."""

    POPULATION = "population"
    """What "per person" divides by."""


class Compare(StrEnum):
    """Whether values of an indicator are put beside each other."""

    NEVER = "never"
    """They stand for different things, which their notes name: no ranking and no map."""


class Better(StrEnum):
    """Which direction of an indicator is welcome."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Grade(StrEnum):
    """How near a source is to the fact."""

    OFFICIAL = "official"
    COMPANY = "company"
    PRESS = "press"
    REFERENCE = "reference"
    AGGREGATOR = "aggregator"
    COPY = "copy"


class EventKind(StrEnum):
    """What happened."""

    FOUNDED = "founded"
    OPERATIONS_RESUMED = "operations-resumed"
    PRODUCTION_STARTED = "production-started"
    CONTRACT = "contract"
    INVESTMENT = "investment"
    POLICY = "policy"
    OPENING = "opening"
    LISTING = "listing"
    EXPANSION = "expansion"
    MILESTONE = "milestone"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Place:
    """The region, a city, a county: a tree through `parent`. Coordinates are WGS 84 degrees."""

    id: str
    name: Localized
    kind: str
    parent: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A development zone or park."""

    id: str
    name: Localized
    short: Localized | None = None
    places: tuple[str, ...] = ()
    part_of: str | None = None
    founded: Period | None = None
    summary: Localized | None = None
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pillar:
    """A branch of the economy that the region builds; shown in the dataset's order."""

    id: str
    name: Localized
    colour: str | None = None
    summary: Localized | None = None
    headline: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Technology:
    """A technology that cuts across the pillars."""

    id: str
    name: Localized
    summary: Localized | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a role at a company, as of a day, by a source."""

    name: Localized
    role: Localized
    source: str
    as_of: Period | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """Any economic actor: a company, an institution, a project, a park, a scenic area, an airport.

    `part_of` is the company of which it is a part, whose figures have those of this one in them.
    """

    id: str
    name: Localized
    kind: ActorKind = ActorKind.COMPANY
    aliases: tuple[str, ...] = ()
    founded: Period | None = None
    place: str | None = None
    zone: str | None = None
    pillars: tuple[str, ...] = ()
    pillar_basis: PillarBasis | None = None
    technologies: tuple[str, ...] = ()
    summary: Localized | None = None
    products: tuple[Localized, ...] = ()
    uses: tuple[Localized, ...] = ()
    people: tuple[Person, ...] = ()
    headline: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """What numbers are counted in. Values are stored in this unit, never in thousands or billions of it.

    `percentage` means hundredths of something: differences of two values are told in points. One of this unit is
    `factor` of the unit of the SI with the symbol `si`, which takes the prefixes of the SI: a kW is 1000 W.
    """

    id: str
    name: Localized
    symbol: Localized
    scale: UnitScale
    percentage: bool = False
    si: Localized | None = None
    factor: int | float = 1


NO_UNIT: Final = Unit("", Localized(), Localized(), UnitScale.COUNT)
PERCENT: Final = Unit(
    "percent",
    Localized((("en", "percent"), ("zh", "百分比"))),
    Localized((("en", "%"),)),
    UnitScale.RATIO,
    percentage=True,
)
"""The unit of shares and growth that are computed."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of indicators; topics are shown in the dataset's order."""

    id: str
    name: Localized


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. The unit belongs to the indicator, so two units never meet in one chart.

    `part_of` is the indicator of which this one is a part: all parts of a whole together are the whole. `topic` is the
    id of a topic, or any word in a dataset without topics. Targets of an indicator with `plan_size` say how large a
    plan is, and are never met or missed. `short` stands in labels; `verb` is what a subject did with such a number of
    it ("made"), and `plural` whether the name is one of several things ("exports were"). What is `per_person` is
    divided already: neither a share nor so much per head is computed of it.
    """

    id: str
    name: Localized
    unit: str
    kind: IndicatorKind
    topic: str = ""
    better: Better = Better.NEITHER
    description: Localized | None = None
    part_of: str | None = None
    role: IndicatorRole | None = None
    compare: Compare | None = None
    plan_size: bool = False
    per_person: bool = False
    short: Localized | None = None
    verb: Localized | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number was read. `url` is http or https, None where only a copy on an unrelated domain was read.

    Sources with the same `serial` are editions of one work. `via` is where the text was read, or who passed it on, when
    that is not the publisher's own place; `accessed` is the day on which it was read.
    """

    id: str
    title: Localized
    publisher: Localized
    date: Period | None = None
    url: str | None = None
    language: str = ""
    grade: Grade | None = None
    note: Localized | None = None
    serial: str | None = None
    via: Localized | None = None
    accessed: Period | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a subject on a day, in a month or a year."""

    subject: str
    date: Period
    kind: EventKind
    text: Localized
    source: str


Subject = Place | Zone | Pillar | Technology | Company


@dataclass(frozen=True, slots=True)
class Comparison:
    """Subjects side by side; `name` is made of theirs."""

    id: str
    name: Localized
    members: tuple[Subject, ...]


type_of_subject = {
    Place: SubjectKind.PLACE,
    Zone: SubjectKind.ZONE,
    Pillar: SubjectKind.PILLAR,
    Technology: SubjectKind.TECHNOLOGY,
    Company: SubjectKind.COMPANY,
    Source: SubjectKind.SOURCE,
    Comparison: SubjectKind.COMPARISON,
    Indicator: SubjectKind.INDICATOR,
}

Entity = Subject | Source | Comparison | Indicator


def product_key(product: Localized) -> str:
    """Return by what a product is chosen: its first form in small letters, without the sign that parts a choice."""
    return " ".join(product[0][1].casefold().replace(":", " ").split()) if product else ""


def ref_of(entity: Entity) -> Ref:
    """Return the page of an entity."""
    return Ref(type_of_subject[type(entity)], entity.id)
