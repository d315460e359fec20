"""Names in one long text, so that a search is a few passes of the fastest search there is: `str.find`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Final

from heartland_gui.finding.keys import initials, key, keys

LONGEST_QUERY: Final = 100
"""What is typed beyond that is not looked at: no name is told apart by it."""
_MOST_OF_A_STAGE: Final = 400
_MOST_CANDIDATES: Final = 1_000
_MOST_NEAR: Final = 500
"""So many names that hold one half of what was typed are compared with all of it."""
_LEAST_FUZZY: Final = 4
"""With one error, shorter words would match nearly everything."""


class Match(IntEnum):
    """How a name fits what was typed, the best first."""

    EXACT = auto()
    ABBREVIATION = auto()
    """All initials, and no more."""
    PREFIX = auto()
    WORD = auto()
    INITIALS = auto()
    INNER = auto()
    WORDS = auto()
    """Every word that was typed begins a word somewhere."""
    FUZZY = auto()
    """The beginning of a word with one letter wrong, missing, too many, or two exchanged."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the number of the thing, how it fits, and by which of its names."""

    number: int
    match: Match
    name: str


class _Lines:
    """Lines of one text, each belonging to a thing."""

    def __init__(self) -> None:
        self.owners: list[int] = []
        self.names: list[str] = []
        self._lines: list[str] = []
        self._starts: list[int] = []
        self._length = 1
        self._text: str | None = None

    def add(self, line: str, owner: int, name: str) -> None:
        self.owners.append(owner)
        self.names.append(name)
        self._lines.append(line)
        self._starts.append(self._length)
        self._length += len(line) + 1

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = "\n" + "\n".join(self._lines) + "\n"
        return self._text

    def line(self, number: int) -> str:
        return self._lines[number]

    def having(self, needle: str) -> Iterator[int]:
        """Yield the lines that hold a needle, in order; one that begins with a line break stands at their beginning."""
        shift = 1 if needle.startswith("\n") else 0
        text = self.text
        place = text.find(needle)
        while place >= 0:
            number = bisect_right(self._starts, place + shift) - 1
            yield number
            if number + 1 >= len(self._starts):
                return
            place = text.find(needle, self._starts[number + 1] - 1)


class Index:
    """Things by their names: `Index([["Taiyuan", "太原"], …]).search("ty", 10)`."""

    def __init__(self, things: Sequence[Sequence[str]]) -> None:
        # Letters of the alphabet take a byte each and are searched twice as fast alone.
        self._letters, self._characters, self._initials = _Lines(), _Lines(), _Lines()
        self._absent = "\n"
        for number, names in enumerate(things):
            for name in names:
                for each in keys(name):
                    (self._letters if each.isascii() else self._characters).add(each, number, name)
                for each in initials(name):
                    self._initials.add(each, number, name)

    def search(self, query: str, enough: int) -> list[Found]:
        """Return what fits, by how well it fits and then in the order of the things; nothing for an empty query.

        Ways that fit worse are only tried until `enough` was found; all that fit equally well come along, up to a few
        hundred.
        """
        wanted = key(query[:LONGEST_QUERY])
        if not wanted:
            return []
        names = self._letters if wanted.isascii() else self._characters
        found: dict[int, Found] = {}
        known = self._is_known(wanted, names)
        for match, lines, needles in _stages(wanted, names, self._initials, known=known):
            taken = 0
            for needle in needles:
                for line in lines.having(needle):
                    if lines.owners[line] not in found:
                        found[lines.owners[line]] = Found(lines.owners[line], match, lines.names[line])
                        taken += 1
                        if taken >= _MOST_OF_A_STAGE:
                            break
            if len(found) >= enough:
                return list(found.values())
        for each in (*_with_all_words(wanted, names), *_fuzzy(wanted, names)):
            found.setdefault(each.number, each)
        return list(found.values())

    def _is_known(self, wanted: str, names: _Lines) -> bool:
        """Whether what is typed stands anywhere; what stood nowhere a letter ago stands nowhere now."""
        if wanted.startswith(self._absent):
            return False
        known = wanted in names.text or wanted.replace(" ", "") in names.text
        if not known:
            self._absent = wanted
        return known


def _stages(
    wanted: str, names: _Lines, letters: _Lines, *, known: bool
) -> Iterator[tuple[Match, _Lines, tuple[str, ...]]]:
    """Yield where to look for what, the best fit first; what is not `known` in any name can only be an abbreviation."""
    joined = wanted.replace(" ", "")
    forms = tuple(dict.fromkeys((wanted, joined))) if known else ()
    yield Match.EXACT, names, tuple(f"\n{form}\n" for form in forms)
    if len(joined) > 1:
        yield Match.ABBREVIATION, letters, (f"\n{joined}\n",)
    yield Match.PREFIX, names, tuple(f"\n{form}" for form in forms)
    # Chinese has no spaces between words: any place may be the beginning of one.
    yield Match.WORD, names, tuple(f" {form}" if form.isascii() else form for form in forms)
    if len(joined) > 1:
        yield Match.INITIALS, letters, (f"\n{joined}",)
        yield Match.INNER, names, forms


def _with_all_words(wanted: str, names: _Lines) -> Iterator[Found]:
    words = sorted(wanted.split(), key=len, reverse=True)
    if len(words) < 2:
        return
    for number, line in enumerate(names.having(words[0])):
        if number >= _MOST_CANDIDATES:
            return
        whole = f" {names.line(line)}"
        if all((f" {word}" if word.isascii() else word) in whole for word in words):
            yield Found(names.owners[line], Match.WORDS, names.names[line])


def _fuzzy(wanted: str, names: _Lines) -> Iterator[Found]:
    """Yield what begins a word nearly so: one error leaves one half of what was typed whole."""
    if len(wanted) < _LEAST_FUZZY:
        return
    half = len(wanted) // 2
    for needle in (wanted[:half], wanted[half + 1 :] if len(wanted) > _LEAST_FUZZY else wanted[half:]):
        for number, line in enumerate(names.having(needle)):
            if number >= _MOST_NEAR:
                break
            if _begins_nearly(names.line(line), wanted):
                yield Found(names.owners[line], Match.FUZZY, names.names[line])


def _begins_nearly(line: str, wanted: str) -> bool:
    """Whether a word of a line begins with what was typed but for one error."""
    starts = [0, *(place + 1 for place, sign in enumerate(line) if sign == " ")]
    return any(_is_one_error(line[start : start + len(wanted) + 1], wanted) for start in starts)


def _is_one_error(text: str, wanted: str) -> bool:
    """Whether a text begins with `wanted` but for a letter that is wrong, missing, too many, or a pair exchanged.

    That is a distance of one by Damerau (1964).
    """
    place = next((at for at, (one, other) in enumerate(zip(text, wanted, strict=False)) if one != other), len(text))
    if place >= len(wanted):
        return True
    rest, typed = text[place:], wanted[place:]
    return (
        rest[1:].startswith(typed[1:])
        or rest.startswith(typed[1:])
        or rest[1:].startswith(typed)
        or (len(typed) > 1 and rest.startswith(typed[1] + typed[0]) and rest[2:].startswith(typed[2:]))
    )
