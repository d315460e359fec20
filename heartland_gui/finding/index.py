"""Names in one long text and in sorted blocks, and the forms that they are compared by."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from functools import lru_cache
from itertools import accumulate, chain, islice, repeat
from operator import add
from typing import Final, NamedTuple

from pypinyin import Style, pinyin

_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_PIECES: Final = re.compile(r"[\u3400-\u9fff]|[^\u3400-\u9fff ]+")
_WORDS: Final = re.compile(r"[^ ]+")
_OTHER: Final = re.compile(r"[^\w\u3400-\u9fff%+]+")
_TONE_NUMBERS: Final = re.compile(r"(?:[a-z]{1,6}[1-5] ?){2,}")
_SCRIPTS: Final = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff ]+")
_PLACE_ENDINGS: Final = "市省县区"
"""What people add to the names of places that have none in the data."""
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


class Spelled(NamedTuple):
    """A text in the letters of its key, sign by sign, and for each of them which sign of the text it comes from."""

    letters: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Spelled:
        """Return a text so; what no key has is a space."""
        letters, at = [], []
        for place, sign in enumerate(text):
            plain = key(sign) or ("" if unicodedata.combining(sign) else " ")
            letters.append(plain)
            at += [place] * len(plain)
        return cls("".join(letters), tuple(at))


class Forms(NamedTuple):
    """What a name is found by."""

    keys: tuple[str, ...]
    """Itself and, beside another script, the letters in it."""
    readings: tuple[str, ...]
    """The syllables of Chinese in one word, for each way of reading it."""
    initials: tuple[str, ...]
    """The first letters of its words or syllables, nothing for a single one."""


def forms(name: str) -> Forms:
    """Return everything that a name is found by."""
    own = key(name)
    if own.isascii():
        words = own.split()
        return Forms((own,), (), ("".join([word[0] for word in words]),) if len(words) > 1 else ())
    readings = _readings(own)
    found = ["".join([syllable[0] for syllable in reading]) for reading in readings]
    words = own.split()
    if len(words) > 1 and not readings:
        found.append("".join([word[0] for word in words]))
    # Whoever types letters looks among letters: of a script without readings those that stand beside it are taken.
    letters = [] if readings else ["".join(sign if sign.isascii() else " " for sign in own).strip()]
    keys = dict.fromkeys((own, *filter(None, letters)))
    joined = dict.fromkeys("".join(reading) for reading in readings)
    return Forms(tuple(keys), tuple(joined), tuple([each for each in dict.fromkeys(found) if len(each) > 1]))


def _readings(own: str) -> list[list[str]]:
    """Return the ways in which a key with Chinese characters can be read, as words and syllables, the usual first."""
    if not _HAN.search(own):
        return []
    choices = _pieces(own)
    usual = [choice[0] for choice in choices]
    found = [usual]
    for place, choice in enumerate(choices):
        for other in choice[1:]:
            if len(found) < _MOST_READINGS:
                found.append([*usual[:place], other, *usual[place + 1 :]])
    return found


def words_of(own: str) -> list[str]:
    """Return the words of a key; Chinese and letters that stand together are two: `人均gdp`."""
    return _SCRIPTS.findall(own)


def without_ending(own: str) -> str:
    """Return a key in Chinese without what says that it is a city, a province or a county: `太原市` is `太原`."""
    is_place = len(own) >= _LEAST_INSIDE and own[-1] in _PLACE_ENDINGS and _HAN.fullmatch(own)
    return own[:-1] if is_place else own


def apart(text: str, typed: str) -> list[int]:
    """Return where the signs of Chinese stand that was typed, in order but with others between them; else nothing.

    Where not all do, one sign in four may be missing.
    """
    for pattern in (*_apart(typed), *_mostly(typed)):
        found = pattern.search(text)
        if found is not None:
            return [place - 1 for place in map(found.end, range(1, pattern.groups + 1))]
    return []


@lru_cache(maxsize=16)
def _apart(typed: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds the signs in order, nothing for what is no word of Chinese; two begin the name as well."""
    if not _HAN.fullmatch(typed) or not 1 < len(typed) <= _LONGEST_APART:
        return ()
    return (re.compile(("" if len(typed) >= _LEAST_INSIDE else "(?:^|\n)") + _with_gaps(typed), re.MULTILINE),)


@lru_cache(maxsize=16)
def _mostly(typed: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds all signs but for one in four, which stand together; the fewest missing first.

    Of a long word the first sign may be missing as well: `氢燃料电池公交车` is a `燃料电池客车`.
    """
    if not _apart(typed):
        return ()
    wholes = (typed, typed[1:]) if len(typed) >= _LONG_WORD else (typed,)
    return tuple(
        re.compile(_with_gaps(whole[:start] + whole[start + missing :]))
        for whole in wholes
        for missing in range(1, min(_MOST_MISSING, len(typed) // _LEAST_FUZZY) + 1)
        for start in range(len(whole) - missing, -1, -1)
    )


def _with_gaps(typed: str) -> str:
    return rf"[^\n]{{0,{_WIDEST_GAP}}}?".join(f"({re.escape(sign)})" for sign in typed)


def same_sound(typed: str) -> tuple[str, ...]:
    """Return how Chinese characters that were typed are read: others may be meant that are read so too."""
    own = key(typed[:LONGEST_QUERY])
    return () if own.isascii() else tuple(dict.fromkeys("".join(reading) for reading in _readings(own)))


def _pieces(own: str) -> list[tuple[str, ...]]:
    """Return the readings of each character of a key; words of letters stay whole."""
    return [_syllables(piece) for piece in _PIECES.findall(own)]


def reading_of(own: str, typed: str) -> tuple[int, int] | None:
    """Return from where to where the characters of a text in letters are read as what was typed, else None."""
    if not _HAN.search(own):
        return None
    found = [(piece.start(), piece.end()) for piece in _PIECES.finditer(own)]
    read = _read_as(_pieces(own), typed)
    return None if read is None else (found[read[0]][0], found[read[1] - 1][1])


def initials_begin(own: str, typed: str) -> list[int]:
    """Return where the words or characters begin whose first letters are those that were typed; two must be all."""
    places = [piece.start() for piece in (_PIECES if _HAN.search(own) else _WORDS).finditer(own)]
    firsts = [own[place] if own[place].isascii() else _syllables(own[place])[0][0] for place in places]
    whole = "".join(firsts)
    fits = whole.startswith(typed) if len(typed) >= _LEAST_INSIDE else whole == typed
    return places[: len(typed)] if fits and len(typed) > 1 else []


def _read_as(pieces: Sequence[tuple[str, ...]], typed: str) -> tuple[int, int] | None:
    """Return from where to where pieces are read as what was typed, the last one perhaps only begun; else None."""
    for first in range(len(pieces)):
        end = _read_on(pieces, first, typed)
        if end is not None:
            return first, end
    return None


def _read_on(pieces: Sequence[tuple[str, ...]], place: int, typed: str) -> int | None:
    if place == len(pieces):
        return None
    for syllable in pieces[place]:
        if syllable.startswith(typed):
            return place + 1
        if typed.startswith(syllable):
            end = _read_on(pieces, place + 1, typed[len(syllable) :])
            if end is not None:
                return end
    return None


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
_MOST_CANDIDATES: Final = 1_000
_MOST_NEAR: Final = 500
"""So many names that hold one half of what was typed are compared with all of it."""
_MOST_ALIKE: Final = 200
_LEAST_INSIDE: Final = 3
"""Fewer letters stand inside of nearly everything."""
_LEAST_FUZZY: Final = 4
"""With one error, shorter words would match nearly everything."""
_LONGEST_APART: Final = 20
"""What is longer is no name."""
_WIDEST_GAP: Final = 2
"""So many signs may stand between two that were typed."""
_MOST_MISSING: Final = 2
_LONG_WORD: Final = 8
_MOST_ABSENT: Final = 64
_BLOCK: Final = 8_192
"""Lines are sorted so many at a time: none takes long, so that an index can grow while somebody types."""
_LAST_SIGN: Final = "\U0010ffff"


class Match(IntEnum):
    """How a name fits what was typed, the best first."""

    EXACT = auto()
    START = auto()
    WORD = auto()
    """At the beginning of a word of it."""
    WORDS = auto()
    """Every word that was typed begins a word of some name of the thing."""
    INSIDE = auto()
    APART = auto()
    """All signs of Chinese in order, others between them: `旅游收入` is `旅游总收入`."""
    WHOLE_READING = auto()
    """All initials or all syllables, and no more."""
    READING = auto()
    MOSTLY = auto()
    """Nearly all signs of Chinese in order: `煤炭产量` is `原煤产量`."""
    FUZZY = auto()
    """The beginning of a word with one letter wrong, missing, too many, or two exchanged."""


class Fit(IntEnum):
    """How well something fits, the best first: within one of these other things decide."""

    WHOLE = auto()
    WORD_START = auto()
    INSIDE = auto()
    READING = auto()
    FUZZY = auto()


_FITS: Final = {
    Match.EXACT: Fit.WHOLE,
    Match.START: Fit.WORD_START,
    Match.WORD: Fit.WORD_START,
    Match.WORDS: Fit.WORD_START,
    Match.INSIDE: Fit.INSIDE,
    Match.APART: Fit.INSIDE,
    Match.WHOLE_READING: Fit.READING,
    Match.READING: Fit.READING,
    Match.MOSTLY: Fit.FUZZY,
    Match.FUZZY: Fit.FUZZY,
}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the number of the thing, how it fits, and by which of its names.

    `aside` means that it is not called so: the words stand in what else is said of it, such as a company's products.
    """

    number: int
    match: Match
    name: str
    aside: bool = False

    @property
    def fit(self) -> Fit:
        """How well it fits; what stands aside is never all that somebody can mean."""
        fit = _FITS[self.match]
        return Fit.WORD_START if self.aside and fit is Fit.WHOLE else fit

    @property
    def is_whole(self) -> bool:
        """Whether a name, or its initials or syllables, are all that was typed and no more."""
        return not self.aside and self.match in (Match.EXACT, Match.WHOLE_READING)


class _Lines:
    """Lines of one text, each belonging to a thing; in blocks, each of which is sorted as well."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.owners: list[int] = []
        self.names: list[str] = []
        self.aside = bytearray()
        self._starts: list[int] = [1]
        self._text = "\n"
        self._sorted: list[list[int]] = []
        self._unsorted = 0
        # What stood nowhere a letter ago stands nowhere now.
        self._absent: deque[str] = deque(maxlen=_MOST_ABSENT)

    def add(self, lines: Sequence[str], owner: int, name: str, *, aside: bool) -> None:
        """Take in what a name is found by."""
        self.lines += lines
        self.owners += [owner] * len(lines)
        self.names += [name] * len(lines)
        self.aside += bytes([aside]) * len(lines)
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

    def fitting(self, patterns: Iterable[re.Pattern[str]]) -> Iterator[int]:
        """Yield the lines that patterns find, the first pattern's first."""
        for pattern in patterns:
            for found in islice(pattern.finditer(self._text), _MOST_CANDIDATES):
                yield bisect_right(self._starts, found.end() - 1) - 1

    def found(self, line: int, match: Match) -> Found:
        """Return the thing that a line belongs to."""
        return Found(self.owners[line], match, self.names[line], bool(self.aside[line]))


class Index:
    """Things by their names: `Index([["Taiyuan", "太原"], …]).search("ty", 10)`."""

    def __init__(self, things: Iterable[Sequence[str]] = ()) -> None:
        # Letters of the alphabet take a byte each and are searched twice as fast alone.
        self._letters, self._characters = _Lines(), _Lines()
        self._readings, self._initials = _Lines(), _Lines()
        # Where the lines of each thing begin among the letters and among the characters.
        self._first: tuple[list[int], list[int]] = ([0], [0])
        self._is_closed = False
        self._has_sentences = False
        for names in things:
            self.add(names)

    def __len__(self) -> int:
        return len(self._first[0]) - 1

    def add(self, names: Sequence[str], aside: Sequence[str] = (), *, sentences: bool = False) -> None:
        """Take in the names of one more thing, and what else it is found by; before anything is searched.

        Nobody types the initials of sentences, and in them signs stand in any order by chance.
        """
        self._has_sentences = self._has_sentences or sentences
        number = len(self)
        for said, is_aside in ((names, False), (aside, True)):
            for name in said:
                keys, readings, initials = forms(name)
                letters = tuple(filter(str.isascii, keys))
                self._letters.add(letters, number, name, aside=is_aside)
                if len(letters) < len(keys):
                    others = [each for each in keys if not each.isascii()]
                    self._characters.add(others, number, name, aside=is_aside)
                self._readings.add(readings, number, name, aside=is_aside)
                self._initials.add(() if is_aside or sentences else initials, number, name, aside=is_aside)
        for first, lines in zip(self._first, (self._letters, self._characters), strict=True):
            first.append(len(lines.lines))

    def search(self, query: str, enough: int) -> list[Found]:
        """Return what fits without an error, in no order; nothing for an empty query.

        Ways that fit worse are only tried until `enough` was found.
        """
        self._close()
        wanted = key(query[:LONGEST_QUERY])
        found: dict[int, Found] = {}
        if not wanted:
            return []
        for each in chain.from_iterable(self._stages(wanted)):
            before = found.get(each.number)
            if before is None or (before.aside and not each.aside and before.fit is each.fit):
                found[each.number] = each
            if len(found) >= enough:
                break
        if not found and not self._has_sentences:
            lines = self._characters
            for each in islice(_each(lines, Match.MOSTLY, lines.fitting(_mostly("".join(wanted.split())))), enough):
                found.setdefault(each.number, each)
        return list(found.values())

    def _close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            for lines in (self._letters, self._characters, self._readings, self._initials):
                lines.close()

    def _names(self, text: str) -> _Lines:
        return self._letters if text.isascii() else self._characters

    def _stages(self, wanted: str) -> Iterator[Iterable[Found]]:
        """Yield what fits in one way, the best ways first."""
        names, words = self._names(wanted), words_of(wanted)
        joined = "".join(words)
        texts = tuple(dict.fromkeys((wanted, joined)))
        called = dict.fromkeys((*texts, without_ending(joined)))
        yield _each(names, Match.EXACT, chain.from_iterable(map(names.being, called)))
        yield _each(names, Match.START, chain.from_iterable(map(names.beginning, texts)))
        inside = {text: list(islice(names.having(text), _MOST_CANDIDATES)) for text in texts}
        yield _each(names, Match.WORD, chain.from_iterable(_of_words(text, inside[text], names) for text in texts))
        if len(words) > 1:
            yield self._with_words(words, Match.WORDS)
        if not joined.isascii() or len(joined) >= _LEAST_INSIDE:
            yield _each(names, Match.INSIDE, chain.from_iterable(inside.values()))
            if len(words) > 1:
                yield self._with_words(words, Match.INSIDE)
        if joined.isascii():
            yield from self._read(joined)
        elif not self._has_sentences:
            found = _each(names, Match.APART, names.fitting(_apart(joined)))
            # A short form is one of a name, not of what a company makes.
            yield (each for each in found if len(joined) >= _LEAST_INSIDE or not each.aside)

    def _read(self, joined: str) -> Iterator[Iterable[Found]]:
        """Yield what is read so, or has these initials; a part of a reading begins where a syllable does."""
        readings, initials = self._readings, self._initials
        if len(joined) > 1:
            yield _each(initials, Match.WHOLE_READING, initials.being(joined))
        yield _each(readings, Match.WHOLE_READING, readings.being(joined))
        yield _each(readings, Match.READING, readings.beginning(joined))
        if len(joined) < _LEAST_INSIDE:
            return
        yield _each(initials, Match.READING, initials.beginning(joined))
        within = islice(readings.having(joined), _MOST_CANDIDATES)
        spoken = (line for line in within if _read_as(_pieces(key(readings.names[line])), joined) is not None)
        yield _each(readings, Match.READING, spoken)

    def _with_words(self, words: Sequence[str], match: Match) -> Iterator[Found]:
        """Yield the things that have every word, at the beginning of a word or anywhere, in any of their names."""
        for line, lines in self._holding(words):
            aside = self._has(lines.owners[line], words, within=match is Match.INSIDE)
            if aside is not None:
                yield Found(lines.owners[line], match, lines.names[line], aside)

    def _holding(self, words: Sequence[str]) -> list[tuple[int, _Lines]]:
        """Return lines that hold one of the words: the longest of which there are few."""
        found: list[tuple[int, _Lines]] = []
        for word in sorted(words, key=len, reverse=True):
            lines = self._names(word)
            found = [(line, lines) for line in islice(lines.having(word), _MOST_CANDIDATES)]
            if len(found) < _MOST_CANDIDATES:
                break
        return found

    def _has(self, thing: int, words: Sequence[str], *, within: bool) -> bool | None:
        """Return None where a thing has not all words, else whether it takes more than its names to have them."""
        aside = False
        for word in words:
            # Chinese has no spaces between words: any place may be the beginning of one.
            wanted = word if within or not word.isascii() else f" {word}"
            lines, first = self._names(word), self._first[not word.isascii()]
            having = [line for line in range(first[thing], first[thing + 1]) if wanted in f" {lines.lines[line]}"]
            if not having:
                return None
            aside = aside or bool(lines.aside[having[0]])
        return aside

    def nearly(self, query: str, enough: int) -> list[Found]:
        """Return what fits but for one error; after `search`, where that found nothing."""
        self._close()
        wanted = key(query[:LONGEST_QUERY])
        found: dict[int, Found] = {}
        for each in self._fuzzy(wanted):
            found.setdefault(each.number, each)
            if len(found) >= enough:
                break
        return list(found.values())

    def _fuzzy(self, wanted: str) -> Iterator[Found]:
        """Yield what has all of what was typed, or one word of it among the others, but for an error."""
        yield from self._with_error(wanted, ())
        words = wanted.split()
        if len(words) > 1:
            for place, word in enumerate(words):
                yield from self._with_error(word, (*words[:place], *words[place + 1 :]))

    def _with_error(self, wrong: str, others: Sequence[str]) -> Iterator[Found]:
        """Yield what begins a word nearly so, beside the other words: one error leaves one half of it whole."""
        if len(wrong) < _LEAST_FUZZY:
            return
        half, names = len(wrong) // 2, self._names(wrong)
        lines = (names, self._readings) if wrong.isascii() else (names,)
        for needle in (wrong[:half], wrong[half + 1 :] if len(wrong) > _LEAST_FUZZY else wrong[half:]):
            for each in lines:
                for line in islice(each.having(needle), _MOST_NEAR):
                    if _begins_nearly(each.lines[line], wrong):
                        aside = self._has(each.owners[line], others, within=False)
                        if aside is not None:
                            yield replace(each.found(line, Match.FUZZY), aside=aside or bool(each.aside[line]))

    def alike(self, query: str) -> list[Found]:
        """Return what shares most runs of letters with what was typed: what may be meant where nothing fits."""
        self._close()
        wanted = key(query[:LONGEST_QUERY])
        length = _LEAST_INSIDE if wanted.isascii() else 1
        names, shared = self._names(wanted), Counter[int]()
        for start in range(len(wanted) - length + 1):
            shared.update(islice(names.having(wanted[start : start + length]), _MOST_ALIKE))
        lines = (line for line, _ in shared.most_common(_MOST_ALIKE) if not names.aside[line])
        return list(_each(names, Match.FUZZY, lines))


def _each(lines: _Lines, match: Match, numbers: Iterable[int]) -> Iterator[Found]:
    return (lines.found(line, match) for line in numbers)


def _of_words(text: str, inside: Sequence[int], names: _Lines) -> Iterable[int]:
    """Return the lines in which a text begins a word; `inside` are the first ones that have it anywhere."""
    if not text.isascii():
        return inside  # Chinese has no spaces between words: any place may be the beginning of one
    if len(inside) < _MOST_CANDIDATES:
        return [line for line in inside if f" {text}" in names.lines[line]]
    return names.having(f" {text}")


def _begins_nearly(line: str, wanted: str) -> bool:
    """Whether a word of a line begins with what was typed but for one error."""
    return nearly_at(line, wanted) is not None


def nearly_at(line: str, wanted: str) -> int | None:
    """Return where a word of a line begins with what was typed but for one error."""
    starts = [0, *(place + 1 for place, sign in enumerate(line) if sign == " ")]
    return next((start for start in starts if _is_one_error(line[start : start + len(wanted) + 1], wanted)), None)


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
