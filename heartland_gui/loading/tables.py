"""The tables of the format: each described once, as data, and read from that description.

The page of the format, docs/dataset-format.md, lists the keys from the same description.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from dataclasses import fields as fields_of
from functools import cached_property
from itertools import compress, count, repeat
from operator import itemgetter
from typing import Any, Final

from heartland_gui.loading.diagnostics import Code, shown
from heartland_gui.loading.values import (
    ADDRESS,
    COLOUR,
    DAY,
    FACTOR,
    ID,
    LANGUAGE,
    LOCALIZED,
    NUMBER,
    PERIOD,
    PERIOD_LABEL,
    TEXT,
    TRUTH,
    Choice,
    Column,
    Entries,
    ListOf,
    ValueKind,
    degrees,
    divided,
    key_name,
    listed,
    of_types,
)
from heartland_gui.model.dataset import Manifest
from heartland_gui.model.entities import (
    ActorKind,
    Better,
    Company,
    Compare,
    Event,
    EventKind,
    Grade,
    Indicator,
    IndicatorKind,
    IndicatorRole,
    Person,
    Pillar,
    PillarBasis,
    Place,
    Source,
    Technology,
    Topic,
    Unit,
    UnitScale,
    Zone,
)
from heartland_gui.model.observations import Base, Observation, Qualifier, Series, Status, Terms
from heartland_gui.text import Message, message

NOTHING: Final[Mapping[str, list[Any]]] = {}


@dataclass(frozen=True)
class Key:
    """A key that may stand in a table.

    `says` is what the page of the format says of it. `refers` names the tables of which its value is an id, or a list
    of ids. `of_whole` marks the id of the whole of which the entry is a part. In a dataset that has nothing of the
    kind, a `free` id may be any.
    """

    name: str
    kind: ValueKind
    says: str = ""
    required: bool = False
    refers: tuple[str, ...] = ()
    of_whole: bool = False
    free: bool = False

    @property
    def many(self) -> bool:
        """Whether it holds a list."""
        return isinstance(self.kind, ListOf)


@dataclass(frozen=True)
class Table:
    """A kind of table: its keys, and the record that an entry becomes.

    Entries of tables with the same `ids` share one set of ids.
    """

    name: str
    record: type[Any]
    keys: tuple[Key, ...]
    ids: str = ""
    no_table: Message | None = None
    """What is said of an entry that is no table, where there is more to say than that."""

    @cached_property
    def key_names(self) -> frozenset[str]:
        """The names of all keys."""
        return frozenset(key.name for key in self.keys)

    @cached_property
    def references(self) -> tuple[Key, ...]:
        """The keys whose values are ids of other entries."""
        return tuple(key for key in self.keys if key.refers)

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """What every attribute of a record is where an entry lacks the key; MISSING where it must not."""
        record: Any = self.record
        if issubclass(self.record, tuple):
            return {name: record._field_defaults.get(name, MISSING) for name in record._fields}
        return {attribute.name: attribute.default for attribute in fields_of(record)}


def read_records(entries: Entries, table: Table) -> tuple[list[Any], list[int]]:
    """Return the records of all entries that will do, and their numbers."""
    if not entries.tables:
        return [], []
    columns = read_columns(entries, table, table.defaults)
    records = built(table.record, columns, len(entries.tables))
    numbers = list(range(len(records)))
    if entries.refused:
        numbers = [number for number in numbers if number not in entries.refused]
        records = [records[number] for number in numbers]
    return records, numbers


def built(record: Callable[..., Any], columns: Mapping[str, list[Any]], number: int) -> list[Any]:
    """Return the records whose attributes are these columns: all of the attributes, each of the same length.

    Frozen records take their attributes only from their constructor, which is most of the cost of reading; the slots
    themselves can be filled from outside, a column at a time. That is right for records without `__post_init__` only.
    """
    records: list[Any] = list(map(object.__new__, repeat(record, number)))  # type: ignore[arg-type]  # a class
    for name, column in columns.items():
        deque(map(getattr(record, name).__set__, records, column), maxlen=0)
    return records


def read_columns(
    entries: Entries, table: Table, defaults: Mapping[str, Any], own: Mapping[str, list[Any]] = NOTHING
) -> dict[str, list[Any]]:
    """Return for each key what its values mean, entry by entry; where an entry lacks it, the default.

    `own` has defaults that differ from entry to entry. Attributes that no key gives have their default everywhere.
    """
    broken = only_tables(entries, table)
    tables = entries.tables
    columns = {name: [default] * len(tables) for name, default in defaults.items() if name not in table.key_names}
    unread = sum(map(len, tables))
    missing: list[tuple[int, str]] = []
    for key in table.keys:
        if not unread and not key.required:
            columns[key.name] = own[key.name] if key.name in own else [defaults[key.name]] * len(tables)
            continue
        numbers, values = standing(tables, key.name)
        unread -= len(values)
        read = key.kind.read(entries.column(key.name, values, numbers)) if values else values
        if numbers is None:
            columns[key.name] = read
            continue
        columns[key.name] = column = own[key.name] if key.name in own else [defaults[key.name]] * len(tables)
        deque(map(column.__setitem__, numbers, read), maxlen=0)
        if key.required:
            missing += [(number, key.name) for number in set(range(len(tables))) - broken - set(numbers)]
    for number, name in sorted(missing):
        entries.refuse(number, (), Code.KEY_MISSING, message("“{key}” is missing.", key=name))
    if unread:
        _doubt_keys(entries, table)
    return columns


def standing(tables: list[dict[str, Any]], name: str) -> tuple[list[int] | None, list[Any]]:
    """Return the numbers of the tables in which a key stands, None where it stands in all, and its values."""
    try:
        return None, list(map(itemgetter(name), tables))
    except KeyError:
        places = list(compress(count(), map(dict.__contains__, tables, repeat(name))))
        return places, [tables[place][name] for place in places]


def only_tables(entries: Entries, table: Table) -> frozenset[int]:
    """Refuse what is no table, put an empty one in its place, and return its number."""
    if set(map(type, entries.tables)) <= {dict}:
        return frozenset()
    for number, value in enumerate(entries.tables):
        if type(value) is not dict:
            said = table.no_table or message("“{key}” must be a table.", key=key_name(entries.location(number).path))
            entries.refuse(number, (), Code.WRONG_TYPE, said)
            entries.tables[number] = {}
    return frozenset(entries.refused)


def _doubt_keys(entries: Entries, table: Table) -> None:
    diagnostics = entries.context.diagnostics
    for number, raw in enumerate(entries.tables):
        for name in raw:
            if name not in table.key_names:
                said = message("“{key}” is not a key of this format here.", key=shown(name))
                hint = diagnostics.near.hint(name, [key.name for key in table.keys])
                diagnostics.warn(entries.location(number, (name,), at_key=True), Code.KEY_UNKNOWN, said, hint)


def _tell_no_list(column: Column, place: int, _: object) -> None:
    column.refuse(place, Code.WRONG_TYPE, message("“{key}” must be a list.", key=column.name(place)))


@dataclass(frozen=True)
class RecordsOf(ValueKind):
    """A list of small entries inside another; one that will not do is left out alone."""

    table: Table

    @property
    def says(self) -> str:  # type: ignore[override]
        """How the page of the format calls it."""
        return "list of tables with " + ", ".join(f"`{key.name}`" for key in self.table.keys)

    def read(self, column: Column) -> list[Any]:
        """Return the records as tuples."""
        of_types(column, (list,), _tell_no_list, instead=[])
        items = listed(column)
        entries = Entries(column.context, items.values, lambda number: column.entries.location(*items.at(number)))
        records, numbers = read_records(entries, self.table)
        if not entries.refused:
            return divided(records, map(len, column.values))
        kept: list[list[int]] = [[] for _ in column.values]
        place_of = [(place, number) for place, values in enumerate(column.values) for number in range(len(values))]
        for number in numbers:
            place, inside = place_of[number]
            kept[place].append(inside)
        for place, left in enumerate(kept):
            entry, path = column.at(place)
            column.entries.read_positions[entry, str(path[0])] = left
        return divided(records, map(len, kept))


@dataclass(frozen=True)
class RecordOf(ValueKind):
    """A small entry inside another, which goes with it."""

    table: Table

    @property
    def says(self) -> str:  # type: ignore[override]
        """How the page of the format calls it."""
        return "table with " + ", ".join(f"`{key.name}`" for key in self.table.keys)

    def read(self, column: Column) -> list[Any]:
        """Return the records."""
        places = list(map(column.at, range(len(column.values))))
        entries = Entries(column.context, column.values, lambda place: column.entries.location(*places[place]))
        columns = read_columns(entries, self.table, self.table.defaults)
        for place in entries.refused:
            number, path = places[place]
            column.entries.refused.setdefault(number, set()).update(path[:1])
        return built(self.table.record, columns, len(column.values))


class Figures(ValueKind):
    """The figures of a series, which are read when the rest of it is known."""

    def __init__(self, form: type, says: str) -> None:
        self.form = form
        self.says = says

    def read(self, column: Column) -> list[Any]:
        """Return what stands there, None where it is neither a list of points nor a table of values."""
        of_types(column, (self.form,), _tell_no_list if self.form is list else self._tell_no_values)
        return column.values

    @staticmethod
    def _tell_no_values(column: Column, place: int, _: object) -> None:
        said = message("“{key}” must be a table of periods and values.", key="values")
        column.refuse(place, Code.WRONG_TYPE, said)


SUBJECT: Final = "subject"
"""The set of ids that whatever a series can be about shares."""
SUBJECTS: Final = ("place", "zone", "pillar", "technology", "company")
_TEXTS: Final = ListOf(TEXT)
_SOURCES: Final = Key("sources", _TEXTS, "the sources of what is said here", refers=("source",))
_SUMMARY: Final = Key("summary", LOCALIZED, "a sentence or two")
_ALIASES: Final = Key("aliases", _TEXTS, "other names, found by search")
_FOUNDED: Final = Key("founded", DAY, "when it was founded")


def _id(says: str = "a word that nothing else of this kind has") -> Key:
    return Key("id", ID, says, required=True)


def _name(says: str = "what people call it") -> Key:
    return Key("name", LOCALIZED, says, required=True)


MANIFEST: Final = Table(
    "dataset",
    Manifest,
    (
        Key("format", NUMBER, "`1`, the only format there is", required=True),
        Key("id", ID, "a word for the dataset", required=True),
        Key("title", LOCALIZED, "what people call the dataset", required=True),
        Key("edition", TEXT, 'which state of the data this is, such as `"2026-11"`; printed on every picture'),
        Key("region", TEXT, "the id of the place that the dataset is about", required=True),
        Key("default_language", LANGUAGE, 'the language of texts that say no other, `"en"` if you say nothing'),
        Key("languages", ListOf(LANGUAGE), 'the languages of the dataset: `["en", "zh"]`'),
        Key("currency", TEXT, "an ISO 4217 code"),
        Key("licence", TEXT, "an SPDX expression"),
        Key("description", LOCALIZED, "a sentence or two"),
        Key("headline", _TEXTS, "the indicators that are shown first on the region's page", refers=("indicator",)),
        Key("boundaries", TEXT, "a GeoJSON file in the folder; each feature carries the `id` of its place"),
    ),
)

PLACE: Final = Table(
    "place",
    Place,
    (
        _id(),
        _name(),
        Key("kind", ID, "`province`, `prefecture-level-city`, `county` …", required=True),
        Key("parent", TEXT, "the place in which it lies", refers=("place",), of_whole=True),
        Key("latitude", degrees(90), "WGS 84"),
        Key("longitude", degrees(180), "WGS 84"),
    ),
    ids=SUBJECT,
)

ZONE: Final = Table(
    "zone",
    Zone,
    (
        _id(),
        _name(),
        Key("short", LOCALIZED, "a short name"),
        Key("places", _TEXTS, "the places in which it lies", refers=("place",)),
        Key("part_of", TEXT, "the zone of which it is a part", refers=("zone",), of_whole=True),
        _FOUNDED,
        _SUMMARY,
        _ALIASES,
        _SOURCES,
    ),
    ids=SUBJECT,
)

PILLAR: Final = Table(
    "pillar",
    Pillar,
    (
        _id(),
        _name(),
        Key("colour", COLOUR, "see below"),
        _SUMMARY,
        Key("headline", _TEXTS, "its first indicators", refers=("indicator",)),
        _SOURCES,
    ),
    ids=SUBJECT,
)

TECHNOLOGY: Final = Table("technology", Technology, (_id(), _name(), _SUMMARY, _SOURCES), ids=SUBJECT)

PERSON: Final = Table(
    "people",
    Person,
    (
        _name(),
        Key("role", LOCALIZED, "what the person is there", required=True),
        Key("source", TEXT, "who says so", required=True, refers=("source",)),
        Key("as_of", DAY, "when that was so"),
    ),
)

COMPANY: Final = Table(
    "company",
    Company,
    (
        _id(),
        _name(),
        Key("kind", Choice(ActorKind), "`company` if you say nothing"),
        _ALIASES,
        _FOUNDED,
        Key("place", TEXT, "where it is", refers=("place",)),
        Key("zone", TEXT, "the zone in which it is", refers=("zone",)),
        Key("part_of", TEXT, "the company whose figures have its own in them", refers=("company",), of_whole=True),
        Key("pillars", _TEXTS, "the pillars to which it belongs", refers=("pillar",)),
        Key(
            "pillar_basis", Choice(PillarBasis), "whether a source names the pillars or they follow from what it makes"
        ),
        Key("technologies", _TEXTS, "the technologies that it works with", refers=("technology",)),
        _SUMMARY,
        Key("products", ListOf(LOCALIZED), "what it makes"),
        Key("uses", ListOf(LOCALIZED), "what its products are for"),
        Key("people", RecordsOf(PERSON), "who is named there"),
        Key("headline", _TEXTS, "its first indicators", refers=("indicator",)),
        _SOURCES,
    ),
    ids=SUBJECT,
)

UNIT: Final = Table(
    "unit",
    Unit,
    (
        _id(),
        _name(),
        Key("symbol", LOCALIZED, "what stands beside numbers", required=True),
        Key("scale", Choice(UnitScale), "what it counts; values of a `ratio` are never shortened", required=True),
        Key("percentage", TRUTH, "whether the unit is hundredths of something"),
        Key("si", LOCALIZED, "the symbol of a unit of the SI, which takes its prefixes"),
        Key("factor", FACTOR, "how many of that one of this unit is, 1 if you say nothing; needs `si`"),
    ),
    ids="unit",
)

TOPIC: Final = Table("topic", Topic, (_id(), _name()), ids="topic")

INDICATOR: Final = Table(
    "indicator",
    Indicator,
    (
        _id(),
        _name(),
        Key("unit", TEXT, "what its values are counted in", required=True, refers=("unit",)),
        Key(
            "kind",
            Choice(IndicatorKind),
            "`flow`: so much in a period; `stock`: so much at its end",
            required=True,
        ),
        Key("topic", ID, "its topic; without topics, any word", refers=("topic",), free=True),
        Key("better", Choice(Better), "which direction is welcome; `neither` if you say nothing"),
        Key("description", LOCALIZED, "what is counted"),
        Key("part_of", TEXT, "the indicator of which it is a part", refers=("indicator",), of_whole=True),
        Key("role", Choice(IndicatorRole), "what it is to all others; one indicator at most has each role"),
        Key("compare", Choice(Compare), "`never` where its values stand for different things: no ranking, no map"),
        Key("per_person", TRUTH, "whether it is so much for each person already: never divided by people"),
        Key("plan_size", TRUTH, "whether its targets say how large a plan is, and are never met or missed"),
        Key("short", LOCALIZED, "its name in labels with little room: `GDP`"),
        Key("verb", LOCALIZED, "what a subject did, in the past tense: `made` 48 vehicles"),
        Key("plural", TRUTH, "whether the name is one of several things: exports *were*"),
    ),
    ids="indicator",
)

SOURCE: Final = Table(
    "source",
    Source,
    (
        _id(),
        Key("title", LOCALIZED, "what it is called", required=True),
        Key("publisher", LOCALIZED, "who says it", required=True),
        Key("date", DAY, "when it was published"),
        Key("url", ADDRESS, "http or https; leave it out where you only read a copy on some unrelated site"),
        Key("language", LANGUAGE, "the language in which it is written"),
        Key("grade", Choice(Grade), "how near it is to the fact"),
        Key("note", LOCALIZED, "what a reader must know of it"),
        Key("serial", ID, "a word that all editions of one work share, such as the yearly report of one bureau"),
        Key("via", LOCALIZED, "where it was read, or who passed it on, when that is not the publisher's own place"),
        Key("accessed", DAY, "when you read it"),
    ),
    ids="source",
)

EVENT: Final = Table(
    "event",
    Event,
    (
        Key("subject", TEXT, "to whom it happened", required=True, refers=SUBJECTS),
        Key("date", DAY, "when it happened", required=True),
        Key("kind", Choice(EventKind), "what happened", required=True),
        Key("text", LOCALIZED, "a sentence", required=True),
        Key("source", TEXT, "who says so", required=True, refers=("source",)),
    ),
)

_STATUS: Final = Key("status", Choice(Status), "`actual` if you say nothing")
_SCOPE: Final = Key("scope", LOCALIZED, 'which part of the subject the number covers ("Taiyuan part of the zone")')
_NOTE: Final = Key("note", LOCALIZED, "what else a reader must know")
SHARED: Final = ("status", "scope", "note")
"""What a series may say once for all of its figures that say nothing of their own."""

BASE: Final = Table(
    "base",
    Base,
    (
        Key("period", PERIOD, "the period of that value", required=True),
        Key("value", NUMBER, "in the indicator's unit", required=True),
    ),
    no_table=message("A base must be a table with a period and a value."),
)

TERMS: Final = Table(
    "terms",
    Terms,
    (
        Key("set", DAY, "of a target or forecast: when it was set, if not on the date of the source"),
        Key("base", RecordOf(BASE), "of a target or forecast: from where it sets out"),
        Key("due", TRUTH, "of a target or forecast: `false` where nobody says by when; `period` is when it was told"),
    ),
)
"""What stands in a point that is a plan; it is no table of its own."""

POINT: Final = Table(
    "points",
    Observation,
    (
        Key("period", PERIOD, "see below", required=True),
        Key("value", NUMBER, "in the indicator's unit, never in thousands or billions of it", required=True),
        _STATUS,
        Key("qualifier", Choice(Qualifier), "shown at the number, never mixed into it"),
        _SCOPE,
        _NOTE,
        *TERMS.keys,
    ),
    no_table=message("A point must be a table with a period and a value."),
)

SERIES: Final = Table(
    "series",
    Series,
    (
        Key("subject", TEXT, "what the numbers are about", required=True, refers=SUBJECTS),
        Key("indicator", TEXT, "what was measured", required=True, refers=("indicator",)),
        Key("source", TEXT, "who says so", required=True, refers=("source",)),
        # What nearly every series has comes first: where nothing is left after it, nothing is looked for.
        Key("points", Figures(list, "list of tables, see below"), "numbers that have something to say for themselves"),
        Key("values", Figures(dict, "table of periods and numbers"), "plain numbers: `{ 2016 = 1_305, 2017 = 1_552 }`"),
        _STATUS,
        _SCOPE,
        _NOTE,
        Key("break_before", ListOf(PERIOD_LABEL), "the definition changed here: lines are not joined across"),
    ),
)

TABLES: Final = (PLACE, ZONE, PILLAR, TECHNOLOGY, COMPANY, UNIT, TOPIC, INDICATOR, SOURCE, EVENT, SERIES)
"""Everything that stands in a dataset beside its manifest."""
