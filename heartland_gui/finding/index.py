"""Names in one long text and in sorted blocks, and the forms that they are compared by."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache
from itertools import accumulate, chain, islice, repeat
from operator import add
from typing import Final, NamedTuple

from pypinyin import Style, pinyin

_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_PIECES: Final = re.compile(r"[\u3400-\u9fff]|[^\u3400-\u9fff ]+")
_OTHER: Final = re.compile(r"[^\w\u3400-\u9fff%+]+")
_TONE_NUMBERS: Final = re.compile(r"(?:[a-z]{1,6}[1-5] ?){2,}")
_MOST_READINGS: Final = 3
"""So many ways of reading a name are tried, each with one character read otherwise than usually."""


def key(text: str) -> str:
    """Return a text in small letters without accents, its words apart by one space: `Lüliang (city)` is `luliang city`.

    Syllables with numbers for tones lose them: `tai4yuan2` is `taiyuan`.
    """
    if text.isascii():
        words = _OTHER.sub(" ", text.lower()).strip()
        return re.sub(r"[1-5]", "", words) if _TONE_NUMBERS.fullmatch(words) else words
    # A sign may be a capital only once it is taken apart, and come apart once more as a small letter.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _OTHER.sub(" ", letters).strip()


class Forms(NamedTuple):
    """What a name is found by."""

    keys: tuple[str, ...]
    """Itself and, for Chinese, its syllables in one word."""
    initials: tuple[str, ...]
    """The first letters of its words or syllables, nothing for a single one."""


def forms(name: str) -> Forms:
    """Return everything that a name is found by."""
    own = key(name)
    if own.isascii():
        words = own.split()
        return Forms((own,), ("".join([word[0] for word in words]),) if len(words) > 1 else ())
    readings = _readings(own)
    found = ["".join([syllable[0] for syllable in reading]) for reading in readings]
    words = own.split()
    if len(words) > 1 and not readings:
        found.append("".join([word[0] for word in words]))
    # Whoever types letters looks among letters: of a script without readings those that stand beside it are taken.
    letters = [] if readings else ["".join(sign if sign.isascii() else " " for sign in own).strip()]
    keys = dict.fromkeys((own, *("".join(reading) for reading in readings), *filter(None, letters)))
    return Forms(tuple(keys), tuple([each for each in dict.fromkeys(found) if len(each) > 1]))


def _readings(own: str) -> list[list[str]]:
    """Return the ways in which a key with Chinese characters can be read, as words and syllables, the usual first."""
    if not _HAN.search(own):
        return []
    choices = [_syllables(piece) for piece in _PIECES.findall(own)]
    usual = [choice[0] for choice in choices]
    found = [usual]
    for place, choice in enumerate(choices):
        for other in choice[1:]:
            if len(found) < _MOST_READINGS:
                found.append([*usual[:place], other, *usual[place + 1 :]])
    return found


@lru_cache(maxsize=32_768)
def _syllables(piece: str) -> tuple[str, ...]:
    """Return the readings of a character without tones, the usual one first; `lv` may be typed `lu` as well.

    What is no Chinese character is read as it is.
    """
    if not _HAN.match(piece):
        return (piece,)
    (found,) = pinyin(piece, style=Style.NORMAL, heteronym=True)
    plain = [syllable for syllable in found if syllable.isascii()]
    both = [form for syllable in plain for form in dict.fromkeys((syllable, syllable.replace("v", "u")))]
    return tuple(dict.fromkeys(both)) or (piece,)


LONGEST_QUERY: Final = 100
"""What is typed beyond that is not looked at: no name is told apart by it."""
_MOST_OF_A_STAGE: Final = 400
_MOST_CANDIDATES: Final = 1_000
_MOST_NEAR: Final = 500
"""So many names that hold one half of what was typed are compared with all of it."""
_LEAST_FUZZY: Final = 4
"""With one error, shorter words would match nearly everything."""
_MOST_ABSENT: Final = 64
_BLOCK: Final = 8_192
"""Lines are sorted so many at a time: none takes long, so that an index can grow while somebody types."""
_LAST_SIGN: Final = "\U0010ffff"


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
    """Lines of one text, each belonging to a thing; in blocks, each of which is sorted as well."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.owners: list[int] = []
        self.names: list[str] = []
        self._starts: list[int] = [1]
        self._text = "\n"
        self._sorted: list[list[int]] = []
        self._unsorted = 0
        # What stood nowhere a letter ago stands nowhere now.
        self._absent: deque[str] = deque(maxlen=_MOST_ABSENT)

    def add(self, lines: Sequence[str], owner: int, name: str) -> None:
        """Take in what a name is found by."""
        self.lines += lines
        self.owners += [owner] * len(lines)
        self.names += [name] * len(lines)
        if len(self.lines) - self._unsorted >= _BLOCK:
            self._sort()

    def _sort(self) -> None:
        """Make a block of the lines that came since the last one."""
        block = range(self._unsorted, len(self.lines))
        self._unsorted = len(self.lines)
        self._sorted.append(sorted(block, key=self.lines.__getitem__))
        lengths = map(len, self.lines[block.start :])
        self._starts += islice(accumulate(map(add, lengths, repeat(1)), initial=self._starts[-1]), 1, None)

    def close(self) -> None:
        """Make ready for being searched; there is nothing to add any more."""
        self._sort()
        self._text = "\n".join(("", *self.lines, ""))

    def beginning(self, start: str) -> Iterator[int]:
        """Yield the lines that begin so, in order."""
        for block in self._sorted:
            low = bisect_left(block, start, key=self.lines.__getitem__)
            high = bisect_left(block, start + _LAST_SIGN, low, key=self.lines.__getitem__)
            yield from sorted(block[low:high])

    def being(self, line: str) -> Iterator[int]:
        """Yield the lines that are this and no more, in order."""
        for block in self._sorted:
            place = bisect_left(block, line, key=self.lines.__getitem__)
            while place < len(block) and self.lines[block[place]] == line:
                yield block[place]
                place += 1

    def having(self, needle: str) -> Iterator[int]:
        """Yield the lines that hold a needle, in order."""
        if any(absent in needle for absent in self._absent):
            return
        place = self._text.find(needle)
        if place < 0:
            self._absent.append(needle)
        while place >= 0:
            number = bisect_right(self._starts, place) - 1
            yield number
            place = self._text.find(needle, self._starts[number + 1])


class Index:
    """Things by their names: `Index([["Taiyuan", "太原"], …]).search("ty", 10)`."""

    def __init__(self, things: Iterable[Sequence[str]] = ()) -> None:
        # Letters of the alphabet take a byte each and are searched twice as fast alone.
        self._letters, self._characters, self._initials = _Lines(), _Lines(), _Lines()
        self._count = 0
        self._is_closed = False
        for names in things:
            self.add(names)

    def add(self, names: Sequence[str]) -> None:
        """Take in the names of one more thing; before anything is searched."""
        for name in names:
            keys, initials = forms(name)
            letters = tuple(filter(str.isascii, keys))
            self._letters.add(letters, self._count, name)
            if len(letters) < len(keys):
                self._characters.add([each for each in keys if not each.isascii()], self._count, name)
            self._initials.add(initials, self._count, name)
        self._count += 1

    def search(self, query: str, enough: int, worst: Match = Match.FUZZY) -> list[Found]:
        """Return what fits, by how well it fits and then in the order of the things; nothing for an empty query.

        Ways that fit worse are only tried until `enough` was found, and none worse than `worst`; all that fit equally
        well come along, up to a few hundred.
        """
        self._close()
        wanted = key(query[:LONGEST_QUERY])
        if not wanted:
            return []
        names = self._letters if wanted.isascii() else self._characters
        found: dict[int, Found] = {}
        for match, lines, numbers in _stages(wanted, names, self._initials):
            if match > worst:
                break
            _take(found, match, lines, numbers)
            if len(found) >= enough:
                return list(found.values())
        for each in self.nearly(query) if worst >= Match.WORDS else ():
            found.setdefault(each.number, each)
        return list(found.values())

    def _close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            for lines in (self._letters, self._characters, self._initials):
                lines.close()

    def nearly(self, query: str) -> list[Found]:
        """Return what has every word somewhere or fits but for one error; after `search`."""
        wanted = key(query[:LONGEST_QUERY])
        names = self._letters if wanted.isascii() else self._characters
        found: dict[int, Found] = {}
        for each in (*_with_all_words(wanted, names), *_fuzzy(wanted, names)):
            found.setdefault(each.number, each)
        return list(found.values())


def _take(found: dict[int, Found], match: Match, lines: _Lines, numbers: Iterable[int]) -> None:
    """Take in the things of some lines, the first few hundred that were not found before."""
    taken = 0
    for line in numbers:
        if lines.owners[line] not in found:
            found[lines.owners[line]] = Found(lines.owners[line], match, lines.names[line])
            taken += 1
            if taken >= _MOST_OF_A_STAGE:
                return


def _stages(wanted: str, names: _Lines, letters: _Lines) -> Iterator[tuple[Match, _Lines, Iterable[int]]]:
    """Yield the lines that fit in one way, the best ways first."""
    joined = wanted.replace(" ", "")
    texts = tuple(dict.fromkeys((wanted, joined)))
    yield Match.EXACT, names, chain.from_iterable(map(names.being, texts))
    if len(joined) > 1:
        yield Match.ABBREVIATION, letters, letters.being(joined)
    yield Match.PREFIX, names, chain.from_iterable(map(names.beginning, texts))
    inside = {text: list(islice(names.having(text), _MOST_CANDIDATES)) for text in texts}
    yield Match.WORD, names, chain.from_iterable(_of_words(text, inside[text], names) for text in texts)
    if len(joined) > 1:
        yield Match.INITIALS, letters, letters.beginning(joined)
        yield Match.INNER, names, chain.from_iterable(inside.values())


def _of_words(text: str, inside: Sequence[int], names: _Lines) -> Iterable[int]:
    """Return the lines in which a text begins a word; `inside` are the first ones that have it anywhere."""
    if not text.isascii():
        return inside  # Chinese has no spaces between words: any place may be the beginning of one
    if len(inside) < _MOST_CANDIDATES:
        return [line for line in inside if f" {text}" in names.lines[line]]
    return names.having(f" {text}")


def _with_all_words(wanted: str, names: _Lines) -> Iterator[Found]:
    words = sorted(wanted.split(), key=len, reverse=True)
    if len(words) < 2:
        return
    for number, line in enumerate(names.having(words[0])):
        if number >= _MOST_CANDIDATES:
            return
        whole = f" {names.lines[line]}"
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
            if _begins_nearly(names.lines[line], wanted):
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
