"""Finding: from what is typed to entries, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heartland_gui.finding.entries import Entry, EntryKind
from heartland_gui.finding.index import Found, Index, Match, key
from heartland_gui.model.entities import Ref

ENOUGH = 40
"""So many are shown; whoever wants more types more."""
_KINDS = {kind: number for number, kind in enumerate(EntryKind)}


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, and by which of its names."""

    entry: Entry
    match: Match
    name: str


class Finder:
    """Finds entries; every name is read when it is added, which takes some 30 µs.

    Each kind has an index of its own: however many companies there are, they keep nothing of another kind from being
    found.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[EntryKind, list[Entry]] = {kind: [] for kind in EntryKind}
        self._indexes = {kind: Index() for kind in EntryKind}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take in one more entry; before anything is looked for."""
        self._entries[entry.kind].append(entry)
        self._indexes[entry.kind].add(entry.names)

    def find(self, query: str, recent: Sequence[Ref] = (), kind: EntryKind | None = None) -> tuple[Hit, ...]:
        """Return at most ENOUGH entries for what is typed.

        The better fit goes first, then what was looked at recently, then by kind, then the shorter name.
        """
        places = {ref: number for number, ref in enumerate(recent)}

        def rank(pair: tuple[Entry, Found]) -> tuple[int, int, int, int, int]:
            entry, found = pair
            seen = (
                places.get(entry.ref, len(places)) if entry.ref and entry.kind.value == entry.ref.kind else len(places)
            )
            return found.match, seen, _KINDS[entry.kind], len(key(found.name)), found.number

        found = self._found(query, EntryKind if kind is None else (kind,))
        return tuple(Hit(entry, each.match, each.name) for entry, each in sorted(found, key=rank)[:ENOUGH])

    def _found(self, query: str, kinds: Iterable[EntryKind]) -> list[tuple[Entry, Found]]:
        """Return what fits of some kinds; nothing that fits worse than ENOUGH others is looked for."""
        pairs: list[tuple[Entry, Found]] = []
        worst = Match.INNER
        # What is found among few is found at once, and may spare a pass over many.
        ordered = sorted(kinds, key=lambda kind: len(self._entries[kind]))
        for kind in ordered:
            entries = self._entries[kind]
            pairs += [(entries[found.number], found) for found in self._indexes[kind].search(query, ENOUGH, worst)]
            if len(pairs) >= ENOUGH:
                worst = sorted(found.match for _, found in pairs)[ENOUGH - 1]
                pairs = [pair for pair in pairs if pair[1].match <= worst]
        if len(pairs) >= ENOUGH:
            return pairs
        fitting = {id(entry) for entry, _ in pairs}
        for kind in ordered:
            entries = self._entries[kind]
            near = ((entries[found.number], found) for found in self._indexes[kind].nearly(query))
            pairs += [pair for pair in near if id(pair[0]) not in fitting]
        return pairs
