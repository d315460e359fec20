"""Whether what was read fits together: one function for each check, all of them listed in CHECKS.

A check notes what is wrong and leaves the entry out. What refers to an entry that was left out is seen to at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from heartland_gui.loading.drafts import SUBJECT_TABLES, Draft, Drafts
from heartland_gui.loading.fields import Entry
from heartland_gui.loading.findings import Code, Findings, Spot, shown
from heartland_gui.loading.positions import Path
from heartland_gui.loading.series import SeriesDraft
from heartland_gui.text import message


@dataclass(frozen=True, slots=True)
class Reference:
    """A key whose value is an id, or a list of ids, of things in some tables; `needed` ones cannot be dropped."""

    key: str
    tables: tuple[str, ...]
    many: bool = False
    needed: bool = False


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
    "indicator": (Reference("unit", ("unit",), needed=True),),
    "source": (),
}
EVENT_REFERENCES: Final = (_SUBJECT, _SOURCE)
SERIES_REFERENCES: Final = (_SUBJECT, Reference("indicator", ("indicator",), needed=True), _SOURCE)
MANIFEST_REFERENCES: Final = (_HEADLINE,)


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

    def refuse(self, wrong: str, reference: Reference, entry: Entry, path: Path) -> None:
        """Note that an id is not known where it stands."""
        others = [table for table, ids in self.by_table.items() if wrong in ids]
        if others:
            said = message("“{id}” is a {kind}, which cannot stand here.", id=shown(wrong), kind=others[0])
            hint = message("wanted: {kinds}", kinds=" / ".join(reference.tables))
            entry.refuse(path, Code.ID_OF_ANOTHER_KIND, said, hint)
            return
        if self._drafts.unread is not None:
            self._drafts.lost.setdefault((reference.tables[0], wrong), Spot(self._drafts.unread))
            return
        said = message("Nothing here has the id “{id}”.", id=shown(wrong))
        near = entry.context.findings.near.hint(wrong, sorted(self.of(reference.tables)))
        entry.refuse(path, Code.ID_UNKNOWN, said, near)


def check_repeated_ids(drafts: Drafts, _findings: Findings) -> None:
    """Subjects share one set of ids; units, indicators and sources have their own. The first entry is kept."""
    for tables in (SUBJECT_TABLES, ("unit",), ("indicator",), ("source",)):
        seen: dict[str, Spot] = {}
        for table in tables:
            things = drafts.things[table]
            repeated = []
            for draft in things:
                identifier = draft.record.id
                if identifier in seen:
                    repeated.append(draft)
                else:
                    seen[identifier] = draft.entry.spot()
            for draft in repeated:
                _refuse_repeated(draft, seen[draft.record.id])
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
        if not references:
            continue
        for draft in drafts.things[table]:
            _check_record(draft, references, ids)
    for draft in drafts.things["company"]:
        if draft.record.people:
            _check_people(draft, ids)
    for event in drafts.events:
        _check_record(event, EVENT_REFERENCES, ids)
    _check_series(drafts, ids)
    if drafts.manifest is not None:
        _check_record(drafts.manifest, MANIFEST_REFERENCES, ids)


def _check_series(drafts: Drafts, ids: Ids) -> None:
    subjects, indicators, sources = (ids.of(reference.tables) for reference in SERIES_REFERENCES)
    for series in drafts.series:
        if series.subject in subjects and series.indicator in indicators and series.source in sources:
            continue
        for reference in SERIES_REFERENCES:
            identifier = getattr(series, reference.key)
            if identifier not in ids.of(reference.tables):
                ids.refuse(identifier, reference, series.entry, (reference.key,))


def _check_record(draft: Draft[Any], references: Iterable[Reference], ids: Ids) -> None:
    record = draft.record
    for reference in references:
        value = getattr(record, reference.key)
        if not value:
            continue
        known = ids.of(reference.tables)
        if not reference.many:
            if value not in known:
                ids.refuse(value, reference, draft.entry, (reference.key,))
        elif not known.issuperset(value):
            for number, identifier in enumerate(value):
                if identifier not in known:
                    ids.refuse(identifier, reference, draft.entry, (reference.key, number))


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
    firsts: dict[object, tuple[SeriesDraft, int]] = {}
    doubled: dict[int, set[int]] = {}
    for place, series in enumerate(drafts.series):
        subject, indicator, source = series.subject, series.indicator, series.source
        for number, item in enumerate(series.observations):
            key = (subject, indicator, source, item.period.label, item.status, item.scope)
            this = (series, number)
            first = firsts.setdefault(key, this)
            if first is not this:
                doubled.setdefault(place, set()).add(number)
                _refuse_doubled(this, first, findings)
    for place, numbers in doubled.items():
        drafts.series[place].leave_out(numbers)


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
    for table, key in (("place", "parent"), ("zone", "part_of")):
        things: dict[str, Draft[Any]] = {draft.record.id: draft for draft in drafts.things[table]}
        ended: set[str] = set()
        for start in things:
            way: dict[str, None] = {}
            current: str | None = start
            while current in things and current not in ended and current not in way:
                way[current] = None
                current = getattr(things[current].record, key)
            if current in way:
                members = list(way)[list(way).index(current) :]
                shown_way = " → ".join((*members, members[0]))
                said = message("“{id}” is a part of itself: {way}.", id=members[0], way=shown(shown_way))
                things[members[0]].entry.refuse((key,), Code.CIRCLE, said)
            ended.update(way)


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


CHECKS: Final = (check_repeated_ids, check_known_ids, check_circles, check_contradictions, check_region)
