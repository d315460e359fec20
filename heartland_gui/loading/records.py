"""Entries become records: one table of fields for each type, one loop for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from heartland_gui.loading import fields
from heartland_gui.loading.colours import read_colour
from heartland_gui.loading.fields import Choice, Degrees, Entry, ListOf, Reader, key_name
from heartland_gui.loading.findings import Code, shown
from heartland_gui.loading.positions import KeyPath
from heartland_gui.model.dataset import Manifest
from heartland_gui.model.entities import (
    ActorKind,
    Better,
    Company,
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
from heartland_gui.text import message

_R = TypeVar("_R")

_TEXT: Final = fields.read_text
_WORDS: Final = fields.read_localized
_ID: Final = fields.read_id
_TEXTS: Final = ListOf(fields.read_text)
_LOCALIZED_LIST: Final = ListOf(fields.read_localized)
_DATE: Final = fields.read_date


@dataclass(frozen=True, slots=True)
class Shape(Generic[_R]):
    """A type of record: how it is built, and the reader of each key that it may have."""

    record: Callable[..., _R]
    readers: Mapping[str, Reader]
    required: frozenset[str]


def read_record(table: object, entry: Entry, shape: Shape[_R]) -> _R | None:
    """Return the record of an entry, or None where something in it will not do."""
    if type(table) is not dict:
        said = message("“{key}” must be a table.", key=key_name(entry.path))
        entry.refuse((), Code.WRONG_TYPE, said)
        return None
    values = read_fields(table, entry, shape.readers, shape.required)
    return None if entry.failed else shape.record(**values)


def read_fields(
    table: Mapping[str, object], entry: Entry, readers: Mapping[str, Reader], required: frozenset[str]
) -> dict[str, Any]:
    """Return what stands under the known keys; unknown and missing ones are noted."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        reader = readers.get(key)
        if reader is None:
            said = message("Nothing in this format is called “{key}” here.", key=shown(key))
            hint = entry.context.findings.near.hint(key, readers)
            entry.warn((key,), Code.KEY_UNKNOWN, said, hint, at_key=True)
        else:
            values[key] = reader(value, entry, (key,))
    if not required <= values.keys():
        for key in sorted(required - values.keys()):
            entry.refuse((), Code.KEY_MISSING, message("“{key}” is missing.", key=key))
    return values


@dataclass(frozen=True, slots=True)
class RecordsOf:
    """The reader of a list of small records inside another; one that will not do is left out alone."""

    shape: Shape[Any]

    def __call__(self, value: object, entry: Entry, path: KeyPath) -> tuple[Any, ...]:
        """Read the list."""
        if type(value) is not list:
            entry.refuse(path, Code.WRONG_TYPE, message("“{key}” must be a list.", key=key_name(path)))
            return ()
        inside = entry.path + path
        records = [
            read_record(item, Entry(entry.context, entry.file, (*inside, number)), self.shape)
            for number, item in enumerate(value)
        ]
        return tuple([record for record in records if record is not None])


PERSON: Final = Shape(
    Person,
    {"name": _WORDS, "role": _WORDS, "source": _TEXT, "as_of": _DATE},
    frozenset({"name", "role", "source"}),
)

MANIFEST: Final = Shape(
    Manifest,
    {
        "format": fields.read_number,
        "id": _ID,
        "title": _WORDS,
        "edition": _TEXT,
        "region": _TEXT,
        "default_language": fields.read_language,
        "languages": ListOf(fields.read_language),
        "currency": _TEXT,
        "licence": _TEXT,
        "description": _WORDS,
        "headline": _TEXTS,
        "boundaries": _TEXT,
    },
    frozenset({"format", "id", "title", "region"}),
)

PLACE: Final = Shape(
    Place,
    {
        "id": _ID,
        "name": _WORDS,
        "kind": _ID,
        "parent": _TEXT,
        "latitude": Degrees(90),
        "longitude": Degrees(180),
    },
    frozenset({"id", "name", "kind"}),
)

ZONE: Final = Shape(
    Zone,
    {
        "id": _ID,
        "name": _WORDS,
        "short": _WORDS,
        "places": _TEXTS,
        "part_of": _TEXT,
        "founded": _DATE,
        "summary": _WORDS,
        "aliases": _TEXTS,
        "sources": _TEXTS,
    },
    frozenset({"id", "name"}),
)

PILLAR: Final = Shape(
    Pillar,
    {"id": _ID, "name": _WORDS, "colour": read_colour, "summary": _WORDS, "headline": _TEXTS, "sources": _TEXTS},
    frozenset({"id", "name"}),
)

TECHNOLOGY: Final = Shape(
    Technology, {"id": _ID, "name": _WORDS, "summary": _WORDS, "sources": _TEXTS}, frozenset({"id", "name"})
)

COMPANY: Final = Shape(
    Company,
    {
        "id": _ID,
        "name": _WORDS,
        "kind": Choice(ActorKind),
        "aliases": _TEXTS,
        "founded": _DATE,
        "place": _TEXT,
        "zone": _TEXT,
        "pillars": _TEXTS,
        "pillar_basis": Choice(PillarBasis),
        "technologies": _TEXTS,
        "summary": _WORDS,
        "products": _LOCALIZED_LIST,
        "uses": _LOCALIZED_LIST,
        "people": RecordsOf(PERSON),
        "headline": _TEXTS,
        "sources": _TEXTS,
    },
    frozenset({"id", "name"}),
)

UNIT: Final = Shape(
    Unit,
    {
        "id": _ID,
        "name": _WORDS,
        "symbol": _WORDS,
        "scale": Choice(UnitScale),
        "percentage": fields.read_truth,
        "si": _WORDS,
        "factor": fields.read_factor,
    },
    frozenset({"id", "name", "symbol", "scale"}),
)

TOPIC: Final = Shape(Topic, {"id": _ID, "name": _WORDS}, frozenset({"id", "name"}))

INDICATOR: Final = Shape(
    Indicator,
    {
        "id": _ID,
        "name": _WORDS,
        "unit": _TEXT,
        "kind": Choice(IndicatorKind),
        "topic": _ID,
        "better": Choice(Better),
        "description": _WORDS,
        "part_of": _TEXT,
        "role": Choice(IndicatorRole),
    },
    frozenset({"id", "name", "unit", "kind"}),
)

SOURCE: Final = Shape(
    Source,
    {
        "id": _ID,
        "title": _WORDS,
        "publisher": _WORDS,
        "date": _DATE,
        "url": fields.read_address,
        "language": fields.read_language,
        "grade": Choice(Grade),
        "note": _WORDS,
    },
    frozenset({"id", "title", "publisher"}),
)

EVENT: Final = Shape(
    Event,
    {"subject": _TEXT, "date": _DATE, "kind": Choice(EventKind), "text": _WORDS, "source": _TEXT},
    frozenset({"subject", "date", "kind", "text", "source"}),
)
