"""The happy path: a dataset in which all is well, read and checked whole, at the speed of columns.

It says yes or nothing. At any doubt, the same tables are read again entry by entry, and that tells what is wrong. The
rules stand there in full, and here only as far as they can be asked of everything at once; tests hold that both ways
make the same dataset.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import MISSING
from itertools import chain, islice
from operator import attrgetter
from typing import Any, Final

from heartland_gui.loading import records
from heartland_gui.loading.columns import DOUBTS, DoubtError, quick_columns, quick_records, tuples
from heartland_gui.loading.drafts import LISTS, SHAPES, Draft
from heartland_gui.loading.fields import Context
from heartland_gui.loading.findings import Finding
from heartland_gui.loading.references import (
    EVENT_REFERENCES,
    ID_SETS,
    MANIFEST_REFERENCES,
    REFERENCES,
    SERIES_REFERENCES,
    TREES,
    Reference,
    check_circles,
    check_contradictions,
    check_factors,
    check_known_ids,
    check_parts,
    check_percentages,
    check_region,
    check_repeated_ids,
    check_roles,
    circles,
    is_written_as_percentage,
)
from heartland_gui.loading.series import FOR_EACH_POINT, POINT, SERIES, in_order_of_time
from heartland_gui.loading.toml_file import Table, TomlFile
from heartland_gui.model.dataset import Manifest
from heartland_gui.model.observations import Observation, Series, Status

Records = dict[str, list[Any]]

_HEAD_DEFAULTS: Final = {
    "subject": MISSING,
    "indicator": MISSING,
    "source": MISSING,
    # What nearly every series has comes first: where nothing is left after it, nothing is looked for.
    "points": None,
    "break_before": (),
    **dict.fromkeys((*FOR_EACH_POINT, "values")),
}
_POINT_DEFAULTS: Final = {
    "period": MISSING,
    "value": MISSING,
    "status": Status.ACTUAL,
    "qualifier": None,
    "note": None,
    "scope": None,
}
_NEAR: Final = 80_000
"""Characters of files whose tables are read together: few enough for the cache, enough for columns to pay."""
_USUAL_LENGTH: Final = 4
"""How many keys nearly every series has: the three that it must have, and its points."""


def sound_records(files: Iterable[TomlFile | Finding], manifest: Draft[Manifest], context: Context) -> Records | None:
    """Return all records by table, or None where anything in the files needs a closer look.

    Each file is asked for when those before it are done with: so tables are read, and let go, while they are still in
    the processor's cache.
    """
    found: Records = {table: [] for table in LISTS}
    try:
        tables: defaultdict[str, list[Table]] = defaultdict(list)
        size = 0
        for file in files:
            size += _sort(file, tables, manifest)
            if size > _NEAR:
                _read(tables, found, context)
                size = 0
        _read(tables, found, context)
        for vouch in VOUCHES.values():
            vouch(found, manifest.record)
    except DOUBTS:
        return None
    return found


def _sort(file: TomlFile | Finding, tables: defaultdict[str, list[Table]], manifest: Draft[Manifest]) -> int:
    """Put the tables of a file to those of their kind, and return how long the file is."""
    if isinstance(file, Finding):
        raise DoubtError
    for table, content in file.table.items():
        if content is manifest.table:
            continue
        if table not in LISTS or type(content) is not list:
            raise DoubtError
        tables[table] += content
    return len(file.text)


def _read(tables: defaultdict[str, list[Table]], found: Records, context: Context) -> None:
    """Add the records of tables to those found, and let go of the tables."""
    for table, shape in SHAPES.items():
        found[table] += quick_records(tables[table], shape, context)
    found["event"] += quick_records(tables["event"], records.EVENT, context)
    found["series"] += _series(tables["series"], context)
    tables.clear()


def _series(tables: list[Table], context: Context) -> list[Series]:
    if not tables:
        return []
    columns = quick_columns(tables, SERIES, _HEAD_DEFAULTS, context)
    groups = columns["points"]
    for place, table in enumerate(tables):
        if len(table) != _USUAL_LENGTH or groups[place] is None:
            groups[place] = _points(table)
    if set(map(type, groups)) != {list} or not all(groups):
        raise DoubtError
    points = quick_columns(list(chain.from_iterable(groups)), POINT, _POINT_DEFAULTS, context)
    places = [place for place, group in enumerate(groups) for _ in group]
    for key in ("subject", "indicator", "source"):
        points[key] = list(map(columns[key].__getitem__, places))
    observations = iter(tuples(Observation, points))
    columns["observations"] = [
        (next(observations),) if len(group) == 1 else in_order_of_time(islice(observations, len(group)))
        for group in groups
    ]
    return tuples(Series, columns)


def _points(table: Table) -> Any:
    """Return the figures of a series as if each were a point with all that holds for it."""
    points, values, shared = table.get("points", []), table.get("values", {}), table.keys() & FOR_EACH_POINT
    if type(points) is not list or type(values) is not dict or not all(type(point) is dict for point in points):
        raise DoubtError
    every = [*points, *({"period": label, "value": value} for label, value in values.items())]
    return [{key: table[key] for key in shared} | point for point in every] if shared else every


def _vouch_for_values(found: Records, _: Manifest) -> None:
    """No source gives two values for the same."""
    every = found["series"]
    told = [series.observations for series in every if len(series.observations) > 1]
    if len({series[:3] for series in every}) < len(every):
        together: defaultdict[object, list[Observation]] = defaultdict(list)
        for series in every:
            together[series[:3]] += series.observations
        told = list(together.values())
    if any(len({(item.period.label, item.status, item.scope) for item in items}) < len(items) for items in told):
        raise DoubtError


def _vouch_for_ids(found: Records, _: Manifest) -> None:
    """No id is given twice."""
    for tables in ID_SETS:
        ids = [record.id for table in tables for record in found[table]]
        if len(set(ids)) < len(ids):
            raise DoubtError


def _vouch_for_references(found: Records, manifest: Manifest) -> None:
    """Every id that is referred to is there."""
    known = {table: {record.id for record in found[table]} for table in SHAPES}
    for table, references in REFERENCES.items():
        _vouch_for(found[table], references, known)
    people = list(chain.from_iterable(company.people for company in found["company"]))
    _vouch_for(people, (Reference("source", ("source",)),), known)
    _vouch_for(found["event"], EVENT_REFERENCES, known)
    _vouch_for(found["series"], SERIES_REFERENCES, known)
    _vouch_for([manifest], MANIFEST_REFERENCES, known)


def _vouch_for_trees(found: Records, _: Manifest) -> None:
    """Nothing is a part of itself."""
    for table, key in TREES:
        if circles({record.id: getattr(record, key) for record in found[table]}):
            raise DoubtError


def _vouch_for_parts(found: Records, _: Manifest) -> None:
    """Parts are counted in the unit of their whole."""
    units = {indicator.id: indicator.unit for indicator in found["indicator"]}
    if any(units[part.part_of] != part.unit for part in found["indicator"] if part.part_of is not None):
        raise DoubtError


def _vouch_for_factors(found: Records, _: Manifest) -> None:
    """See that each factor says of which unit of the SI."""
    if any(unit.factor != 1 and unit.si is None for unit in found["unit"]):
        raise DoubtError


def _vouch_for_percentages(found: Records, _: Manifest) -> None:
    """No unit may have forgotten to say that it is a percentage."""
    if any(map(is_written_as_percentage, found["unit"])):
        raise DoubtError


def _vouch_for_roles(found: Records, _: Manifest) -> None:
    """No role is given twice."""
    roles = [indicator.role for indicator in found["indicator"] if indicator.role is not None]
    if len(set(roles)) < len(roles):
        raise DoubtError


def _vouch_for_region(found: Records, manifest: Manifest) -> None:
    """See that the region is a place."""
    if all(place.id != manifest.region for place in found["place"]):
        raise DoubtError


def _vouch_for(found: Sequence[Any], references: Iterable[Reference], known: dict[str, set[str]]) -> None:
    for reference in references:
        values = map(attrgetter(reference.key), found)
        named = set(chain.from_iterable(values)) if reference.many else set(values)
        if reference.free and not any(known[table] for table in reference.tables):
            continue
        if not named.difference(*(known[table] for table in reference.tables)) <= {None, ""}:
            raise DoubtError


VOUCHES: Final = {
    check_repeated_ids: _vouch_for_ids,
    check_known_ids: _vouch_for_references,
    check_circles: _vouch_for_trees,
    check_parts: _vouch_for_parts,
    check_factors: _vouch_for_factors,
    check_percentages: _vouch_for_percentages,
    check_roles: _vouch_for_roles,
    check_contradictions: _vouch_for_values,
    check_region: _vouch_for_region,
}
"""The quick form of every check; a test compares it with CHECKS."""
