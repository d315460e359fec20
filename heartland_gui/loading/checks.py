"""Whether what was read fits together, and what has to go with an entry that was left out.

There is one function for each check, all of them listed in CHECKS: it notes what is wrong and refuses the entry. Each
first asks something of everything at once, and looks for the single entry only where the answer is not as it should be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Final

from heartland_gui.loading.diagnostics import Code, Location, shown
from heartland_gui.loading.positions import KeyPath
from heartland_gui.loading.reader import Contents, Rows
from heartland_gui.loading.tables import MANIFEST, TABLES, Key, RecordsOf
from heartland_gui.model.disagreements import number_of
from heartland_gui.model.entities import UnitScale
from heartland_gui.model.observations import HOPED, Terms
from heartland_gui.model.period import Period
from heartland_gui.text import message

ID_SETS: Final = {
    ids: tuple(table.name for table in TABLES if table.ids == ids)
    for ids in sorted({table.ids for table in TABLES} - {""})
}
"""The tables that share each set of ids."""


def check_repeated_ids(contents: Contents) -> None:
    """Refuse an id that is given twice in its set. The first entry is kept."""
    for tables in ID_SETS.values():
        ids = list(chain.from_iterable(contents.rows[table].column("id") for table in tables))
        if len(set(ids)) == len(ids):
            continue
        firsts: dict[str, Location] = {}
        for table in tables:
            rows = contents.rows[table]
            repeated = set()
            for place, identifier in enumerate(rows.column("id")):
                location = rows.location(place)
                first = firsts.setdefault(identifier, location)
                if first is not location:
                    repeated.add(place)
                    said = message("The id “{id}” is already used at {where}.", id=identifier)
                    rows.refuse(place, ("id",), Code.ID_REPEATED, said, message("ids are unique"), first=first)
            if repeated:  # at once: from here on, each id means one thing
                rows.leave_out(repeated)


class _Ids:
    """The ids that stand in the files, those of entries that were left out included."""

    def __init__(self, contents: Contents) -> None:
        self.by_table = {name: set(rows.column("id")) for name, rows in contents.rows.items() if rows.table.ids}
        for table, identifier in contents.lost:
            self.by_table[table].add(identifier)
        self._contents = contents
        self._joined: dict[tuple[str, ...], set[str]] = {}

    def of(self, tables: tuple[str, ...]) -> set[str]:
        """Return the ids of several tables."""
        if tables not in self._joined:
            self._joined[tables] = set().union(*(self.by_table[table] for table in tables))
        return self._joined[tables]

    def refuse(self, wrong: str, key: Key, location: Location) -> bool:
        """Note that an id is not known where it stands, and return whether its entry has to go."""
        others = [table for table, ids in self.by_table.items() if wrong in ids]
        if others:
            said = message("“{id}” is a {kind}, which cannot be used here.", id=shown(wrong), kind=others[0])
            hint = message("expected: {kinds}", kinds=" / ".join(key.refers))
            self._contents.diagnostics.error(location, Code.ID_OF_ANOTHER_KIND, said, hint)
            return True
        near = self._contents.diagnostics.near.hint(wrong, sorted(self.of(key.refers)))
        if self._contents.unread is None:
            said = message("There is no entry with the id “{id}”.", id=shown(wrong))
            self._contents.diagnostics.error(location, Code.ID_UNKNOWN, said, near)
            return True
        if near is not None:
            # The id may stand in the file that cannot be read, but it looks like a slip of the pen.
            unsure = message("No entry that could be read has the id “{id}”.", id=shown(wrong))
            self._contents.diagnostics.warn(location, Code.ID_UNKNOWN, unsure, near)
        self._contents.lost.setdefault((key.refers[0], wrong), Location(self._contents.unread))
        return False


def check_references(contents: Contents) -> None:
    """Refuse what refers to an id that stands nowhere."""
    ids = _Ids(contents)
    for rows in contents.all_rows.values():
        for key in rows.table.references:
            if not key.free or ids.of(key.refers):
                _check_key(rows, key, ids)
        for key in rows.table.keys:
            if isinstance(key.kind, RecordsOf):
                _check_inner(rows, key.name, key.kind, ids)
    if contents.manifest is not None and contents.manifest_location is not None:
        for key in MANIFEST.references:
            for path, identifier in _referred(key, getattr(contents.manifest, key.name)):
                at = contents.manifest_location
                if identifier not in ids.of(key.refers) and ids.refuse(identifier, key, at.inside(path)):
                    contents.manifest_refused = True


def _referred(key: Key, value: Any) -> Iterable[tuple[KeyPath, str]]:
    """Return the ids under a key of one record, with their paths."""
    if key.many:
        return [((key.name, number), identifier) for number, identifier in enumerate(value)]
    return [((key.name,), value)] if value else []


def _check_key(rows: Rows, key: Key, ids: _Ids) -> None:
    known = ids.of(key.refers)
    column = rows.column(key.name)
    # An id that may be left out is None or empty then.
    if known.issuperset(chain.from_iterable(column)) if key.many else set(column) - known <= {None, ""}:
        return
    for place, value in enumerate(column):
        for path, identifier in _referred(key, value):
            if identifier not in known and ids.refuse(identifier, key, rows.location(place, path)):
                rows.refused.add(rows.numbers[place])


def _check_inner(rows: Rows, name: str, kind: RecordsOf, ids: _Ids) -> None:
    """Leave out the entries inside an entry that refer to what is not known, and nothing else."""
    for place, records in enumerate(rows.column(name)):
        if not records:
            continue
        positions = rows.read_positions.get((rows.numbers[place], name), range(len(records)))
        wrong = set()
        for key in kind.table.references:
            for inner, record in enumerate(records):
                identifier = getattr(record, key.name)
                if identifier is not None and identifier not in ids.of(key.refers):
                    wrong.add(inner)
                    ids.refuse(identifier, key, rows.location(place, (name, positions[inner], key.name)))
        if wrong:
            left = tuple(record for inner, record in enumerate(records) if inner not in wrong)
            rows.records[place] = replace(rows.records[place], **{name: left})


def check_circles(contents: Contents) -> None:
    """Refuse what is a part of itself, by whatever detour."""
    for rows in contents.rows.values():
        for key in rows.table.references:
            if not key.of_whole:
                continue
            ids = rows.column("id")
            for members in circles(dict(zip(ids, rows.column(key.name), strict=True))):
                way = " → ".join((*members, members[0]))
                said = message("“{id}” is a part of itself: {way}.", id=members[0], way=shown(way))
                rows.refuse(ids.index(members[0]), (key.name,), Code.CIRCLE, said)


def circles(parents: Mapping[str, str | None]) -> list[list[str]]:
    """Return the members of every circle, in the order from a part to the whole."""
    found: list[list[str]] = []
    ended: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        current: str | None = start
        while current is not None and current in parents and current not in ended and current not in way:
            way[current] = None
            current = parents[current]
        if current is not None and current in way:
            members = list(way)
            found.append(members[members.index(current) :])
        ended.update(way)
    return found


def check_parts(contents: Contents) -> None:
    """Refuse an indicator in another unit than that of which it is a part."""
    rows = contents.rows["indicator"]
    units = {indicator.id: indicator.unit for indicator in rows.records}
    for place, part in enumerate(rows.records):
        whole = units.get(part.part_of, part.unit)
        if whole != part.unit:
            said = message("“{id}” is counted in another unit than this part of it.", id=part.part_of)
            hint = message("the whole: {whole}; the part: {part}", whole=shown(whole), part=shown(part.unit))
            rows.refuse(place, ("part_of",), Code.PART_OF_ANOTHER_UNIT, said, hint)


def check_factors(contents: Contents) -> None:
    """Refuse a factor that does not say of which unit of the SI."""
    rows = contents.rows["unit"]
    for place, unit in enumerate(rows.records):
        if unit.factor != 1 and unit.si is None:
            hint = message("“{key}” needs it", key="factor")
            rows.refuse(place, (), Code.KEY_MISSING, message("“{key}” is missing.", key="si"), hint)


_PERCENT_SIGNS: Final = frozenset({"%", "％", "pct", "percent", "per cent", "百分比"})


def check_percentages(contents: Contents) -> None:
    """Warn of a unit that is written as a percentage and does not say that it is one: made before there was the key."""
    rows = contents.rows["unit"]
    for place, unit in enumerate(rows.records):
        symbols = {symbol.strip(" .").casefold() for symbol in unit.symbol.all_texts()}
        if not unit.percentage and unit.scale is UnitScale.RATIO and symbols & _PERCENT_SIGNS:
            said = message(
                "This unit is written as a percentage, but without “{key}” its changes are not in points.",
                key="percentage",
            )
            hint = message("write {line}", line="percentage = true")
            contents.diagnostics.warn(rows.location(place, ("symbol",)), Code.PERCENTAGE_UNSAID, said, hint)


def check_roles(contents: Contents) -> None:
    """Refuse a role that another indicator has already."""
    rows = contents.rows["indicator"]
    firsts: dict[object, Location] = {}
    for place, indicator in enumerate(rows.records):
        if indicator.role is None:
            continue
        location = rows.location(place, ("role",))
        first = firsts.setdefault(indicator.role, location)
        if first is not location:
            said = message("Another indicator already has the role “{role}” at {where}.", role=indicator.role)
            rows.refuse(place, ("role",), Code.ROLE_REPEATED, said, first=first)


_Figure = tuple[int, int]
"""The place of a series, and that of a figure in it."""


def check_contradictions(contents: Contents) -> None:
    """One source gives one value: another one for the same subject, indicator, period, status and scope is an error.

    The first stays. The same value once more is a warning, and is kept once.
    """
    series = contents.series
    heads = list(zip(*(series.column(key) for key in ("subject", "indicator", "source")), strict=True))
    groups: Iterable[list[int]] = ([place] for place, figures in enumerate(series.observations) if len(figures) > 1)
    if len(set(heads)) < len(heads):
        together: defaultdict[object, list[int]] = defaultdict(list)
        for place, head in enumerate(heads):
            together[head].append(place)
        groups = together.values()
    doubled: defaultdict[int, set[int]] = defaultdict(set)
    for group in groups:
        told = [number_of(item) for place in group for item in series.observations[place]]
        if len(set(told)) < len(told):
            figures = [(place, figure) for place in group for figure in range(len(series.observations[place]))]
            firsts: dict[object, _Figure] = {}
            for name, this in zip(told, figures, strict=True):
                first = firsts.setdefault(name, this)
                if first is not this:
                    doubled[this[0]].add(this[1])
                    _tell_doubled(contents, this, first)
    for place, wrong in doubled.items():
        series.leave_out_figures(place, wrong)


def _tell_doubled(contents: Contents, this: _Figure, first: _Figure) -> None:
    series = contents.series
    at, where = (series.location(place, series.path(place, figure)) for place, figure in (this, first))
    value, other = (series.observations[place][figure].value for place, figure in (this, first))
    if value == other:
        said = message("This source already gives this figure at {where}.")
        contents.diagnostics.warn(at, Code.VALUE_REPEATED, said, message("only one is kept"), first=where)
        return
    said = message("This source already gives another value for the same period at {where}.")
    hint = message("the first is kept; a status or a scope may tell them apart")
    contents.diagnostics.error(at, Code.VALUE_CONTRADICTED, said, hint, first=where)


_SAID_OF_PLANS: Final = {"set": Terms().set, "base": Terms().base, "due": Terms().due}


def check_terms(contents: Contents) -> None:
    """Warn where a figure that is no plan says when it was set, and where a plan sets out after its own end."""
    series = contents.series
    for place, number in enumerate(series.numbers):
        if number not in series.with_terms:
            continue
        for figure, item in enumerate(series.observations[place]):
            if item.terms is None:
                continue
            told = [key for key, default in _SAID_OF_PLANS.items() if getattr(item.terms, key) != default]
            path = series.path(place, figure)[:-1]
            if item.status not in HOPED:
                said = message("“{key}” is said of plans, and this figure is none.", key=told[0])
                hint = message("write {line}", line='status = "target"')
                location = series.location(place, (*path, told[0]))
                contents.diagnostics.warn(location, Code.TERMS_WITHOUT_PLAN, said, hint)
                continue
            for key, period in _starts(item.terms):
                if item.terms.due and period.first > item.period.last:
                    said = message("“{key}” lies after the end of the plan.", key=key)
                    contents.diagnostics.warn(series.location(place, (*path, key)), Code.TERMS_OUT_OF_ORDER, said)


def _starts(terms: Terms) -> Iterable[tuple[str, Period]]:
    if terms.set is not None:
        yield "set", terms.set
    if terms.base is not None:
        yield "base", terms.base.period


def check_region(contents: Contents) -> None:
    """Refuse a region that is none of the dataset's places, or one that was left out: then there is no dataset."""
    if contents.manifest is None or contents.manifest_location is None:
        return
    region, rows = contents.manifest.region, contents.rows["place"]
    at = contents.manifest_location.inside(("region",))
    places = dict(zip(rows.column("id"), rows.numbers, strict=True))
    if region in places and places[region] not in rows.refused:
        return
    if region in places or ("place", region) in contents.lost:
        said = message(
            "The region “{id}” was left out because of an error; without it the dataset cannot be used.", id=region
        )
        contents.diagnostics.error(at, Code.REGION_UNUSABLE, said)
        return
    said = message("The region “{id}” is not a place of this dataset.", id=shown(region))
    hint = contents.diagnostics.near.hint(region, sorted(places))
    contents.diagnostics.error(at, Code.REGION_UNUSABLE, said, hint)


CHECKS: Final = (
    check_repeated_ids,
    check_references,
    check_circles,
    check_parts,
    check_factors,
    check_percentages,
    check_roles,
    check_contradictions,
    check_terms,
    check_region,
)


def leave_out_refused(contents: Contents) -> None:
    """Take out every refused entry and what cannot do without it; say once for each how much that was."""
    refused = any(rows.refused for rows in contents.all_rows.values())
    if refused or contents.lost or contents.manifest_refused:
        _Leaving(contents).run()


_Name = tuple[str, str]
"""A table and an id in it."""


@dataclass(slots=True)
class _Leaving:
    contents: Contents
    roots: dict[_Name, _Name] = field(default_factory=dict)
    """Of what was left out only with something else: the entry that had the error itself."""
    counts: defaultdict[Location, int] = field(default_factory=lambda: defaultdict(int))
    """How much went with what stands there."""

    def run(self) -> None:
        """Repeat until nothing more has to go: a unit takes its indicators along, and these their series."""
        contents = self.contents
        while self._take_out():
            pass
        known = self._known()
        for rows in contents.all_rows.values():
            if not rows.table.ids:
                rows.leave_out_refused()
                rows.leave_out(set(self._missing(rows, known)))
            for key in rows.table.keys:
                if isinstance(key.kind, RecordsOf):
                    _drop_inner(rows, key.name, key.kind, known)
        if contents.manifest is not None:
            for key in MANIFEST.references:
                ids = _ids(known, key)
                left: Any = tuple(each for each in getattr(contents.manifest, key.name) if each in ids)
                contents.manifest = replace(contents.manifest, **{key.name: left})
        for location, count in self.counts.items():
            said = message("Entries also left out because they refer to it: {count}.", count=count)
            if not location.path:
                said = message("Entries left out because they refer to what may be in this file: {count}.", count=count)
            contents.diagnostics.warn(location, Code.LEFT_OUT_WITH_IT, said)

    def _known(self) -> dict[str, set[str]]:
        return {name: set(rows.column("id")) for name, rows in self.contents.rows.items() if rows.table.ids}

    def _take_out(self) -> bool:
        """Take out what was refused, and refuse what needs it; return whether anything was."""
        things = {name: rows for name, rows in self.contents.rows.items() if rows.table.ids}
        for name, rows in things.items():
            for place, identifier in enumerate(rows.column("id")):
                if rows.numbers[place] in rows.refused:
                    self.contents.lost.setdefault((name, identifier), rows.location(place))
            rows.leave_out_refused()
        known = self._known()
        changed = False
        for name, rows in things.items():
            for place, missing in self._missing(rows, known).items():
                self.roots[name, rows.records[place].id] = missing
                rows.refused.add(rows.numbers[place])
                changed = True
            self._drop_optional(rows, known)
        return changed

    def _missing(self, rows: Rows, known: dict[str, set[str]]) -> dict[int, _Name]:
        """Return for each record that needs what is not there any more what that is; it is counted for its root."""
        found: dict[int, _Name] = {}
        lost = self.contents.lost
        for key in rows.table.references:
            if not key.required:
                continue
            ids = _ids(known, key)
            for place, identifier in enumerate(rows.column(key.name)):
                if identifier not in ids and place not in found:
                    found[place] = next((table, identifier) for table in key.refers if (table, identifier) in lost)
        for name in found.values():
            self.counts[lost[self.roots.get(name, name)]] += 1
        return found

    def _drop_optional(self, rows: Rows, known: dict[str, set[str]]) -> None:
        """Take the ids of what is not there any more out of records that can do without."""
        for key in rows.table.references:
            ids = _ids(known, key)
            free = key.free and not ids and not any(table in key.refers for table, _ in self.contents.lost)
            if key.required or free:
                continue
            for place, value in enumerate(rows.column(key.name)):
                if key.many and not ids.issuperset(value):
                    left: object = tuple(identifier for identifier in value if identifier in ids)
                elif not key.many and value and value not in ids:
                    left = rows.table.defaults[key.name]
                else:
                    continue
                rows.records[place] = replace(rows.records[place], **{key.name: left})


def _ids(known: Mapping[str, set[str]], key: Key) -> set[str]:
    """Return the ids that may stand under a key."""
    return set().union(*(known[table] for table in key.refers))


def _drop_inner(rows: Rows, name: str, kind: RecordsOf, known: Mapping[str, set[str]]) -> None:
    """Leave out the entries inside an entry that need what is not there any more."""
    for place, records in enumerate(rows.column(name)):
        left = tuple(
            record
            for record in records
            if all(getattr(record, key.name) in _ids(known, key) for key in kind.table.references)
        )
        if len(left) < len(records):
            rows.records[place] = replace(rows.records[place], **{name: left})
