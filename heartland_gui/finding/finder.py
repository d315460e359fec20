"""Finding: from what is typed to entries in their groups, the likeliest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.finding.entries import Entry, EntryKind
from heartland_gui.finding.index import Fit, Found, Index, Match, key, same_sound
from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Observation
from heartland_gui.near_names import near_names

ENOUGH: Final = 100
"""So many of a group are found; whoever wants more types more."""
_KINDS: Final = {kind: number for number, kind in enumerate(EntryKind)}


class Group(StrEnum):
    """What is found stands in groups, in this order."""

    FIGURES = "figures"
    COMPANIES = "companies"
    PLACES = "places"
    PILLARS = "pillars"
    PEOPLE = "people"
    EVENTS = "events"
    SOURCES = "sources"
    COMMANDS = "commands"


COMPARABLE: Final = frozenset({Group.COMPANIES, Group.PLACES, Group.PILLARS})
"""The groups of what can stand side by side."""
_GROUPS: Final = {
    EntryKind.INDICATOR: Group.FIGURES,
    EntryKind.COMPANY: Group.COMPANIES,
    EntryKind.PLACE: Group.PLACES,
    EntryKind.ZONE: Group.PLACES,
    EntryKind.PILLAR: Group.PILLARS,
    EntryKind.TECHNOLOGY: Group.PILLARS,
    EntryKind.PERSON: Group.PEOPLE,
    EntryKind.EVENT: Group.EVENTS,
    EntryKind.SOURCE: Group.SOURCES,
    EntryKind.COMMAND: Group.COMMANDS,
}
_RANKED: Final = frozenset({EntryKind.INDICATOR, EntryKind.EVENT, EntryKind.SOURCE})
"""Of these the entries come in their order: where words fit equally well, that decides and no name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry, by which of its names it was found, and the figure for which it stands there.

    The name is empty where it was not looked for by its name; `aside` says that the words stand in what else is said of
    it, and `nearly` that they do but for an error.
    """

    entry: Entry
    name: str = ""
    aside: bool = False
    nearly: bool = False
    figure: Observation | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one group, at most ENOUGH; `is_whole` means that the first is called just so."""

    group: Group
    hits: tuple[Hit, ...]
    match: Match
    aside: bool = False

    @property
    def fits_words(self) -> bool:
        """Whether the first has every word at the beginning of a word of its names."""
        return self.match <= Match.WORDS and not self.aside

    @property
    def rank(self) -> int:
        """A sorting key: groups whose first entry is called just so go before the others."""
        return (Match.EXACT, Match.WHOLE_READING).index(self.match) if self.is_whole else 2

    @property
    def is_whole(self) -> bool:
        """Whether what was typed is all of a name of the first."""
        return not self.aside and self.match in (Match.EXACT, Match.WHOLE_READING)


class Finder:
    """Finds entries; every name is read when it is added, which takes some 30 µs.

    Each group has an index of its own: however many companies there are, they keep nothing of another group from being
    found.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[Group, list[Entry]] = {group: [] for group in Group}
        self._indexes = {group: Index() for group in Group}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take in one more entry; before anything is looked for."""
        group = _GROUPS[entry.kind]
        self._entries[group].append(entry)
        sentences = entry.kind in (EntryKind.EVENT, EntryKind.SOURCE)
        self._indexes[group].add(entry.names, entry.aside, sentences=sentences)

    def find(
        self, query: str, recent: Sequence[Ref] = (), groups: Collection[Group] = tuple(Group)
    ) -> tuple[Hits, ...]:
        """Return what fits what is typed: by group, those first whose first entry is called just so.

        Within a group the better fit goes first, then what is called so before what else is said of it, then what was
        looked at recently, then by kind, then the shorter name. One error is tried where nothing fits.
        """
        wanted = [group for group in Group if group in groups]
        found = {group: self._indexes[group].search(query, ENOUGH) for group in wanted}
        if not any(found.values()):
            found = {group: self._indexes[group].nearly(query, ENOUGH) for group in wanted}
        places = {ref: number for number, ref in enumerate(recent)}
        ordered = [self._ordered(group, found[group], places) for group in wanted if found[group]]
        return tuple(sorted(ordered, key=lambda hits: hits.rank))

    def _ordered(self, group: Group, found: Iterable[Found], places: dict[Ref, int]) -> Hits:
        entries = self._entries[group]

        def rank(each: Found) -> tuple[Fit, bool, int, int, int, int, int]:
            entry = entries[each.number]
            own = entry.ref is not None and entry.kind.value == entry.ref.kind
            seen = places.get(entry.ref, len(places)) if own and entry.ref is not None else len(places)
            if entry.kind in _RANKED:
                return each.fit, each.aside, seen, 0, 0, 0, each.number
            return each.fit, each.aside, seen, _KINDS[entry.kind], each.match, len(each.name), each.number

        ordered = sorted(found, key=rank)
        hits = tuple(
            Hit(entries[each.number], each.name, each.aside, nearly=each.match is Match.FUZZY) for each in ordered
        )
        return Hits(group, hits[:ENOUGH], ordered[0].match, ordered[0].aside)

    def alike(self, query: str, groups: Collection[Group], most: int = 2) -> tuple[Hit, ...]:
        """Return what may have been meant where nothing fits: what sounds the same, then what is most like it."""
        found: dict[str, Hit] = {}
        sounding: dict[Entry, Hit] = {}
        for group in (each for each in _NAMED if each in groups):
            entries, index = self._entries[group], self._indexes[group]
            for each in index.alike(query):
                found.setdefault(key(each.name), Hit(entries[each.number], each.name))
            for sound in same_sound(query):
                for each in index.search(sound, most):
                    sounding.setdefault(entries[each.number], Hit(entries[each.number], each.name))
        near = (found[name] for name in near_names(key(query), found, most))
        return tuple({hit.entry: hit for hit in (*sounding.values(), *near)}.values())[:most]


_NAMED: Final = (Group.PLACES, Group.PILLARS, Group.COMPANIES, Group.FIGURES, Group.PEOPLE)
"""What has names: of sentences and titles none is meant by a word that is like it."""
