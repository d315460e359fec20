"""Whether what was read fits together: one function for each check, all of them listed in CHECKS.

A check notes what is wrong and leaves the entry out. What refers to an entry that was left out is seen to at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from heartland_gui.loading.drafts import SUBJECT_TABLES, Draft, Drafts
from heartland_gui.loading.fields import Entry
from heartland_gui.loading.findings import Code, Findings, Spot, shown
from heartland_gui.loading.positions import KeyPath
from heartland_gui.loading.series import SeriesDraft
from heartland_gui.model.entities import Unit, UnitScale
from heartland_gui.text import message


@dataclass(frozen=True, slots=True)
class Reference:
    """A key whose value is an id, or a list of ids, of things in some tables; `needed` ones cannot be dropped.

    A `free` one may be any word in a dataset that has none of these things.
    """

    key: str
    tables: tuple[str, ...]
    many: bool = False
    needed: bool = False
    free: bool = False


_SOURCES: Final = Reference("sources", ("source",), many=True)
_HEADLINE: Final = Reference("headline", ("indicator",), many=True)
_SUBJECT: Final = Reference("subject", SUBJECT_TABLES, needed=True)
_SOURCE: Final = Reference("source", ("source",), needed=True)

REFERENCES: Final[dict[str, tuple[Reference, ...]]] = {
    "place": (Reference("parent", ("place",)),),
    "zone": (Reference("places", ("place",), many=True), Reference("part_of", ("zone",)), _SOURCES),
    "pillar": (_HEADLINE, _SOURCES),
    "technology": (_SOURCES,),
    "company": (
        Reference("place", ("place",)),
        Reference("zone", ("zone",)),
        Reference("pillars", ("pillar",), many=True),
        Reference("technologies", ("technology",), many=True),
        _HEADLINE,
        _SOURCES,
    ),
    "unit": (),
    "topic": (),
    "indicator": (
        Reference("unit", ("unit",), needed=True),
        Reference("part_of", ("indicator",)),
        Reference("topic", ("topic",), free=True),
    ),
    "source": (),
}
EVENT_REFERENCES: Final = (_SUBJECT, _SOURCE)
SERIES_REFERENCES: Final = (_SUBJECT, Reference("indicator", ("indicator",), needed=True), _SOURCE)
MANIFEST_REFERENCES: Final = (_HEADLINE,)
ID_SETS: Final = (SUBJECT_TABLES, ("unit",), ("topic",), ("indicator",), ("source",))
"""Tables that share one set of ids."""
TREES: Final = (("place", "parent"), ("zone", "part_of"), ("indicator", "part_of"))
"""Tables whose entries are parts of each other, and the key that names the whole."""


class Ids:
    """The ids that stand in the files, those of entries that were left out included."""

    def __init__(self, drafts: Drafts) -> None:
        self.by_table: dict[str, set[str]] = {
            table: {draft.record.id for draft in things} for table, things in drafts.things.items()
        }
        for table, identifier in drafts.lost:
            self.by_table[table].add(identifier)
        self._drafts = drafts
        self._joined: dict[tuple[str, ...], set[str]] = {}

    def of(self, tables: tuple[str, ...]) -> set[str]:
        """Return the ids of several tables."""
        if len(tables) == 1:
            return self.by_table[tables[0]]
        if tables not in self._joined:
            self._joined[tables] = set().union(*(self.by_table[table] for table in tables))
        return self._joined[tables]

    def asked(self, references: Iterable[Reference]) -> list[Reference]:
        """Return the references without the free ones to things that the dataset has none of."""
        return [reference for reference in references if self.of(reference.tables) or not reference.free]

    def refuse(self, wrong: str, reference: Reference, entry: Entry, path: KeyPath) -> None:
        """Note that an id is not known where it stands."""
        others = [table for table, ids in self.by_table.items() if wrong in ids]
        if others:
            said = message("“{id}” is a {kind}, which cannot stand here.", id=shown(wrong), kind=others[0])
            hint = message("wanted: {kinds}", kinds=" / ".join(reference.tables))
            entry.refuse(path, Code.ID_OF_ANOTHER_KIND, said, hint)
            return
        near = entry.context.findings.near.hint(wrong, sorted(self.of(reference.tables)))
        if self._drafts.unread is not None:
            if near is not None:
                # The id may stand in the file that cannot be read, but it looks like a slip of the pen.
                unsure = message("Nothing that could be read has the id “{id}”.", id=shown(wrong))
                entry.context.findings.warn(entry.spot(path), Code.ID_UNKNOWN, unsure, near)
            self._drafts.lost.setdefault((reference.tables[0], wrong), Spot(self._drafts.unread))
            return
        said = message("Nothing here has the id “{id}”.", id=shown(wrong))
        entry.refuse(path, Code.ID_UNKNOWN, said, near)


def check_repeated_ids(drafts: Drafts, _findings: Findings) -> None:
    """Subjects share one set of ids; units, topics, indicators and sources have their own. The first entry is kept."""
    for tables in ID_SETS:
        seen: dict[str, Draft[Any]] = {}
        for table in tables:
            things = drafts.things[table]
            repeated = []
            for draft in things:
                identifier = draft.record.id
                if identifier in seen:
                    repeated.append(draft)
                else:
                    seen[identifier] = draft
            for draft in repeated:
                _refuse_repeated(draft, seen[draft.record.id].entry.spot())
            if repeated:
                drafts.things[table] = [draft for draft in things if not draft.entry.failed]


def _refuse_repeated(draft: Draft[Any], first: Spot) -> None:
    entry = draft.entry
    said = message("The id “{id}” is taken already, at {where}.", id=draft.record.id)
    entry.failed = True
    entry.context.findings.error(entry.spot(("id",)), Code.ID_REPEATED, said, message("ids are unique"), first=first)


def check_known_ids(drafts: Drafts, _findings: Findings) -> None:
    """Every id that is referred to stands in the files."""
    ids = Ids(drafts)
    for table, references in REFERENCES.items():
        _check_records(drafts.things[table], references, ids)
    for draft in drafts.things["company"]:
        if draft.record.people:
            _check_people(draft, ids)
    _check_records(drafts.events, EVENT_REFERENCES, ids)
    _check_series(drafts, ids)
    if drafts.manifest is not None:
        _check_records([drafts.manifest], MANIFEST_REFERENCES, ids)


def _check_series(drafts: Drafts, ids: Ids) -> None:
    for reference in SERIES_REFERENCES:
        known = ids.of(reference.tables)
        if {getattr(series, reference.key) for series in drafts.series} <= known:
            continue
        for series in drafts.series:
            identifier = getattr(series, reference.key)
            if identifier not in known:
                ids.refuse(identifier, reference, series.entry, (reference.key,))


def _check_records(drafts: Sequence[Draft[Any]], references: Iterable[Reference], ids: Ids) -> None:
    for reference in ids.asked(references):
        known = ids.of(reference.tables)
        values = [getattr(draft.record, reference.key) for draft in drafts]
        if reference.many:
            if not known.issuperset(chain.from_iterable(values)):
                for draft, several in zip(drafts, values, strict=True):
                    for number, identifier in enumerate(several):
                        if identifier not in known:
                            ids.refuse(identifier, reference, draft.entry, (reference.key, number))
        elif not set(values) <= known | {None, ""}:
            for draft, identifier in zip(drafts, values, strict=True):
                if identifier and identifier not in known:
                    ids.refuse(identifier, reference, draft.entry, (reference.key,))


def _check_people(draft: Draft[Any], ids: Ids) -> None:
    """Leave out the people whose source is not known, and nobody else."""
    known = ids.of(_SOURCE.tables)
    wrong = {person.source for person in draft.record.people if person.source not in known}
    if not wrong:
        return
    people: Any = draft.table["people"]
    for number, raw in enumerate(people):
        if isinstance(raw, dict) and raw.get("source") in wrong:
            place = Entry(draft.entry.context, draft.entry.file, draft.entry.path)
            ids.refuse(raw["source"], _SOURCE, place, ("people", number, "source"))
    kept = tuple(person for person in draft.record.people if person.source not in wrong)
    draft.record = replace(draft.record, people=kept)


def check_contradictions(drafts: Drafts, findings: Findings) -> None:
    """One source gives one value: another one for the same subject, indicator, period, status and scope is an error.

    The first stays. The same value once more is a warning, and is kept once.
    """
    told = [
        (series.subject, series.indicator, series.source, item.period.label)
        for series in drafts.series
        for item in series.observations
    ]
    if len(set(told)) == len(told):
        return
    places = [(series, number) for series in drafts.series for number in range(len(series.observations))]
    together: defaultdict[object, list[tuple[SeriesDraft, int]]] = defaultdict(list)
    for name, place in zip(told, places, strict=True):
        together[name].append(place)
    doubled: dict[int, set[int]] = {}
    for group in together.values():
        if len(group) > 1:
            _check_group(group, doubled, findings)
    for series in drafts.series:
        if id(series) in doubled:
            series.leave_out(doubled[id(series)])


def _check_group(group: list[tuple[SeriesDraft, int]], doubled: dict[int, set[int]], findings: Findings) -> None:
    firsts: dict[object, tuple[SeriesDraft, int]] = {}
    for series, number in group:
        item = series.observations[number]
        first = firsts.setdefault((item.status, item.scope), (series, number))
        if first[0] is not series or first[1] != number:
            doubled.setdefault(id(series), set()).add(number)
            _refuse_doubled((series, number), first, findings)


def _refuse_doubled(this: tuple[SeriesDraft, int], first: tuple[SeriesDraft, int], findings: Findings) -> None:
    (series, number), (other, place) = this, first
    spot, at = series.spot(number), other.spot(place)
    if series.observations[number].value == other.observations[place].value:
        said = message("This source gives this figure already, at {where}.")
        findings.warn(spot, Code.VALUE_REPEATED, said, message("it is kept once"), first=at)
        return
    said = message("This source gives another value for the same period already, at {where}.")
    hint = message("the first is kept; a status or a scope may tell them apart")
    findings.error(spot, Code.VALUE_CONTRADICTED, said, hint, first=at)


def check_circles(drafts: Drafts, _findings: Findings) -> None:
    """Nothing is a part of itself, by whatever detour."""
    for table, key in TREES:
        things: dict[str, Draft[Any]] = {draft.record.id: draft for draft in drafts.things[table]}
        parents = {identifier: getattr(draft.record, key) for identifier, draft in things.items()}
        for members in circles(parents):
            way = " → ".join((*members, members[0]))
            said = message("“{id}” is a part of itself: {way}.", id=members[0], way=shown(way))
            things[members[0]].entry.refuse((key,), Code.CIRCLE, said)


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


def check_parts(drafts: Drafts, _findings: Findings) -> None:
    """Parts are counted in the unit of their whole."""
    things = {draft.record.id: draft.record for draft in drafts.things["indicator"]}
    for draft in drafts.things["indicator"]:
        part, whole = draft.record, things.get(draft.record.part_of)
        if whole is not None and whole.unit != part.unit:
            said = message("“{id}” is counted in another unit than this part of it.", id=whole.id)
            hint = message("the whole: {whole}; the part: {part}", whole=shown(whole.unit), part=shown(part.unit))
            draft.entry.refuse(("part_of",), Code.PART_OF_ANOTHER_UNIT, said, hint)


def check_factors(drafts: Drafts, _findings: Findings) -> None:
    """See that each factor says of which unit of the SI."""
    for draft in drafts.things["unit"]:
        if draft.record.factor != 1 and draft.record.si is None:
            hint = message("“{key}” says nothing without it", key="factor")
            draft.entry.refuse((), Code.KEY_MISSING, message("“{key}” is missing.", key="si"), hint)


_PERCENT_SIGNS: Final = frozenset({"%", "％", "pct", "percent", "per cent", "百分比"})


def is_written_as_percentage(unit: Unit) -> bool:
    """Whether people read a unit as a percentage, though it does not say that it is one."""
    symbols = {symbol.strip(" .").casefold() for symbol in unit.symbol.all_texts()}
    return not unit.percentage and unit.scale is UnitScale.RATIO and bool(symbols & _PERCENT_SIGNS)


def check_percentages(drafts: Drafts, findings: Findings) -> None:
    """Warn of units that are written as percentages and say nothing about it: made before there was the key."""
    for draft in drafts.things["unit"]:
        if is_written_as_percentage(draft.record) and "percentage" not in draft.table:
            said = message(
                "This unit is written as a percentage, but without “{key}” its changes are not in points.",
                key="percentage",
            )
            findings.warn(
                draft.entry.spot(("symbol",)),
                Code.PERCENTAGE_UNSAID,
                said,
                message("write {line}", line="percentage = true"),
            )


def check_roles(drafts: Drafts, _findings: Findings) -> None:
    """Each role is given once; the first indicator keeps it."""
    firsts: dict[object, Draft[Any]] = {}
    for draft in drafts.things["indicator"]:
        role = draft.record.role
        first = firsts.setdefault(role, draft)
        if role is not None and first is not draft:
            entry = draft.entry
            entry.failed = True
            said = message("Another indicator has the role “{role}” already, at {where}.", role=role)
            at = first.entry.spot(("role",))
            entry.context.findings.error(entry.spot(("role",)), Code.ROLE_REPEATED, said, first=at)


def check_region(drafts: Drafts, findings: Findings) -> None:
    """Refuse a region that is none of the dataset's places, or one that was left out."""
    if drafts.manifest is None:
        return
    region = drafts.manifest.record.region
    spot = drafts.manifest.entry.spot(("region",))
    if any(draft.record.id == region and not draft.entry.failed for draft in drafts.things["place"]):
        return
    if ("place", region) in drafts.lost or any(draft.record.id == region for draft in drafts.things["place"]):
        said = message("The region “{id}” was left out because of an error, and nothing stands without it.", id=region)
        findings.error(spot, Code.REGION_UNUSABLE, said)
        return
    said = message("The region “{id}” is no place of this dataset.", id=shown(region))
    places = sorted(draft.record.id for draft in drafts.things["place"])
    findings.error(spot, Code.REGION_UNUSABLE, said, findings.near.hint(region, places))


CHECKS: Final = (
    check_repeated_ids,
    check_known_ids,
    check_circles,
    check_parts,
    check_factors,
    check_percentages,
    check_roles,
    check_contradictions,
    check_region,
)
