"""Everything that was read, before it is known whether it fits together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from heartland_gui.loading import records
from heartland_gui.loading.fields import Context, Entry
from heartland_gui.loading.findings import Code, Findings, Spot, shown
from heartland_gui.loading.records import Shape, read_record
from heartland_gui.loading.series import SeriesDraft, read_series
from heartland_gui.loading.toml_file import Table, TomlFile
from heartland_gui.model.dataset import Manifest
from heartland_gui.model.entities import Event
from heartland_gui.text import message

_R = TypeVar("_R")

SUBJECT_TABLES: Final = ("place", "zone", "pillar", "technology", "company")
SHAPES: Final[dict[str, Shape[Any]]] = {
    "place": records.PLACE,
    "zone": records.ZONE,
    "pillar": records.PILLAR,
    "technology": records.TECHNOLOGY,
    "company": records.COMPANY,
    "unit": records.UNIT,
    "topic": records.TOPIC,
    "indicator": records.INDICATOR,
    "source": records.SOURCE,
}
"""The tables of things that have an id."""

LISTS: Final = frozenset({*SHAPES, "event", "series"})


@dataclass(slots=True)
class Draft(Generic[_R]):
    """A record with its origin: the entry that it was read from and the raw table."""

    record: _R
    entry: Entry
    table: Table


@dataclass(slots=True)
class Drafts:
    """All records by table, and the ids of entries that will not do: `lost` maps table and id to the place."""

    manifest: Draft[Manifest] | None = None
    unread: str | None = None
    """A file that could not be read: ids that nothing else has may stand in it."""
    things: dict[str, list[Draft[Any]]] = field(default_factory=lambda: {table: [] for table in SHAPES})
    events: list[Draft[Event]] = field(default_factory=list)
    series: list[SeriesDraft] = field(default_factory=list)
    lost: dict[tuple[str, str], Spot] = field(default_factory=dict)

    def records(self) -> dict[str, list[Any]]:
        """Return the finished records by table; a series without any figure is none."""
        found: dict[str, list[Any]] = {
            table: [draft.record for draft in drafts] for table, drafts in self.things.items()
        }
        found["event"] = [draft.record for draft in self.events]
        found["series"] = [series.finished() for series in self.series if series.observations]
        return found


def read_drafts(
    files: list[TomlFile], context: Context, manifest: Draft[Manifest] | None, unread: str | None
) -> Drafts:
    """Return everything that stands in the files; `context` is that of the manifest."""
    drafts = Drafts(manifest, unread)
    for file in files:
        for table, content in file.table.items():
            if table == "dataset":
                continue
            if table not in LISTS:
                _doubt_table(table, file.name, context.findings)
            elif type(content) is not list:
                said = message("“{table}” must be a list of tables.", table=table)
                hint = message("write [[{table}]]", table=table)
                context.findings.error(Spot(file.name, (table,)), Code.TABLE_FORM, said, hint)
                _remember_lost(table, content, Spot(file.name, (table,)), drafts)
            else:
                _read_table(table, content, Entry(context, file.name, (table,)), drafts)
    return drafts


def _doubt_table(table: str, file: str, findings: Findings) -> None:
    said = message("This format has no table “{table}”.", table=shown(table))
    hint = findings.near.hint(table, (*LISTS, "dataset"))
    findings.warn(Spot(file, (table,), at_key=True), Code.TABLE_UNKNOWN, said, hint)


def _read_table(table: str, content: list[Any], place: Entry, drafts: Drafts) -> None:
    for number, raw in enumerate(content):
        entry = Entry(place.context, place.file, (table, number))
        if table == "series":
            series = read_series(raw, entry)
            if series is not None:
                drafts.series.append(series)
            continue
        kept: list[Any] = drafts.events if table == "event" else drafts.things[table]
        record = read_record(raw, entry, records.EVENT if table == "event" else SHAPES[table])
        if record is not None:
            kept.append(Draft(record, entry, raw))
        else:
            _remember_lost(table, raw, entry.spot(), drafts)


def _remember_lost(table: str, raw: object, spot: Spot, drafts: Drafts) -> None:
    """Keep the id of an entry that will not do: what refers to it has nothing wrong with itself."""
    if table in SHAPES and type(raw) is dict and type(raw.get("id")) is str:
        drafts.lost.setdefault((table, raw["id"]), spot)


def manifest_tables(files: list[TomlFile]) -> Iterator[tuple[TomlFile, object]]:
    """Yield what stands under `[dataset]`, with its file."""
    for file in files:
        if "dataset" in file.table:
            yield file, file.table["dataset"]
