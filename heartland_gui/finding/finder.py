"""Finding: from what is typed to entries, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heartland_gui.finding.entries import Entry, Kind
from heartland_gui.finding.index import Found, Index, Match
from heartland_gui.finding.keys import key
from heartland_gui.model.entities import Ref

ENOUGH = 40
"""So many are shown; whoever wants more types more."""
_KINDS = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, and by which of its names."""

    entry: Entry
    match: Match
    name: str


class Finder:
    """Finds entries; every name is read when it is added, which takes some 30 µs."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = []
        self._index = Index()
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take in one more entry; before anything is looked for."""
        self._entries.append(entry)
        self._index.add(entry.names)

    def find(self, query: str, recent: Sequence[Ref] = (), kind: Kind | None = None) -> tuple[Hit, ...]:
        """Return at most ENOUGH entries for what is typed.

        The better fit goes first, then what was looked at recently, then by kind, then the shorter name.
        """
        places = {ref: number for number, ref in enumerate(recent)}

        def rank(found: Found) -> tuple[int, int, int, int, int]:
            entry = self._entries[found.number]
            seen = (
                places.get(entry.ref, len(places)) if entry.ref and entry.kind.value == entry.ref.kind else len(places)
            )
            return found.match, seen, _KINDS[entry.kind], len(key(found.name)), found.number

        found = self._index.search(query, ENOUGH if kind is None else 10 * ENOUGH)
        if kind is not None:
            found = [each for each in found if self._entries[each.number].kind is kind]
        best = sorted(found, key=rank)[:ENOUGH]
        return tuple(Hit(self._entries[each.number], each.match, each.name) for each in best)
