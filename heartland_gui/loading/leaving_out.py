"""What cannot stay because something that it refers to was left out. Nothing here runs where all is well."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from heartland_gui.loading.drafts import Draft, Drafts
from heartland_gui.loading.findings import Code, Findings, Spot
from heartland_gui.loading.references import (
    EVENT_REFERENCES,
    MANIFEST_REFERENCES,
    REFERENCES,
    SERIES_REFERENCES,
    Reference,
)
from heartland_gui.text import message

Name = tuple[str, str]
"""A table and an id in it."""


def leave_out_refused(drafts: Drafts, findings: Findings) -> None:
    """Take out every refused entry and what cannot do without it; say once for each how much that was."""
    entries = [draft.entry for draft in _all_drafts(drafts)] + [series.entry for series in drafts.series]
    failed = any(entry.failed for entry in entries)
    if failed or drafts.lost:
        _Leaving(drafts, findings).run()


def _all_drafts(drafts: Drafts) -> list[Draft[Any]]:
    manifest = [drafts.manifest] if drafts.manifest is not None else []
    return [draft for things in (*drafts.things.values(), drafts.events, manifest) for draft in things]


@dataclass(slots=True)
class _Leaving:
    drafts: Drafts
    findings: Findings
    roots: dict[Name, Name] = field(default_factory=dict)
    """Of what was left out only with something else: the entry that had the error itself."""
    counts: dict[Spot, int] = field(default_factory=dict)
    """How much went with what stands there."""

    def run(self) -> None:
        """Repeat until nothing more has to go: a unit takes its indicators along, and these their series."""
        drafts = self.drafts
        while self._take_out_things():
            pass
        known = self._known()
        drafts.events = [event for event in drafts.events if self._stays(event, EVENT_REFERENCES, known)]
        drafts.series = [
            series
            for series in drafts.series
            if not series.entry.failed and self._missing(series, SERIES_REFERENCES, known) is None
        ]
        for company in drafts.things["company"]:
            people = tuple(person for person in company.record.people if person.source in known["source"])
            company.record = replace(company.record, people=people)
        if drafts.manifest is not None:
            self._drop_optional(drafts.manifest, MANIFEST_REFERENCES, known)
        for spot, count in self.counts.items():
            said = message("Entries left out with this one, because they refer to it: {count}.", count=count)
            if not spot.path:
                said = message(
                    "Entries left out because they refer to what may stand in this file: {count}.", count=count
                )
            self.findings.warn(spot, Code.LEFT_OUT_WITH_IT, said)

    def _known(self) -> dict[str, set[str]]:
        return {table: {draft.record.id for draft in things} for table, things in self.drafts.things.items()}

    def _take_out_things(self) -> bool:
        drafts = self.drafts
        changed = False
        for table, things in drafts.things.items():
            for draft in things:
                if draft.entry.failed:
                    drafts.lost.setdefault((table, draft.record.id), draft.entry.spot())
            drafts.things[table] = [draft for draft in things if not draft.entry.failed]
        known = self._known()
        for table, things in drafts.things.items():
            for draft in things:
                if not self._stays(draft, REFERENCES[table], known, (table, draft.record.id)):
                    draft.entry.failed = changed = True
        return changed

    def _stays(
        self,
        draft: Draft[Any],
        references: tuple[Reference, ...],
        known: dict[str, set[str]],
        name: Name | None = None,
    ) -> bool:
        if draft.entry.failed:
            return False
        missing = self._missing(draft.record, references, known)
        if missing is not None:
            if name is not None:
                self.roots[name] = missing
            return False
        self._drop_optional(draft, references, known)
        return True

    def _missing(self, record: Any, references: tuple[Reference, ...], known: dict[str, set[str]]) -> Name | None:
        """Return what a record needs and what is not there any more; it is counted for its root."""
        for reference in references:
            identifier = getattr(record, reference.key)
            if reference.needed and not any(identifier in known[table] for table in reference.tables):
                found = next(
                    (table, identifier) for table in reference.tables if (table, identifier) in self.drafts.lost
                )
                spot = self.drafts.lost[self.roots.get(found, found)]
                self.counts[spot] = self.counts.get(spot, 0) + 1
                return found
        return None

    def _drop_optional(self, draft: Draft[Any], references: tuple[Reference, ...], known: dict[str, set[str]]) -> None:
        changes: dict[str, object] = {}
        for reference in references:
            value = getattr(draft.record, reference.key)
            if reference.needed or not value:
                continue
            ids = set().union(*(known[table] for table in reference.tables))
            if reference.free and not ids and not any(table in reference.tables for table, _ in self.drafts.lost):
                continue
            if reference.many and not ids.issuperset(value):
                changes[reference.key] = tuple(identifier for identifier in value if identifier in ids)
            elif not reference.many and value not in ids:
                changes[reference.key] = type(draft.record).__dataclass_fields__[reference.key].default
        if changes:
            draft.record = replace(draft.record, **changes)
