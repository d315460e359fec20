"""Which letters of a text are those that were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from heartland_gui.finding.index import (
    LONGEST_QUERY,
    Spelled,
    apart,
    initials_begin,
    key,
    nearly_at,
    reading_of,
    without_ending,
    words_of,
)

Range = tuple[int, int]
"""From which sign to before which one."""


def matched_ranges(text: str, query: str, *, nearly: bool = False) -> tuple[Range, ...]:
    """Return the parts of a text that fit what was typed, in order, none touching another.

    Each word is looked for by itself: at the beginnings of words, else inside of them. What is found in no such way may
    be a reading or initials; with `nearly` also the beginning of a word with one error.
    """
    words = list(dict.fromkeys(words_of(key(query[:LONGEST_QUERY]))))
    if not words or not text:
        return ()
    spelled = Spelled.of(text)
    found: list[Range] = []
    missing = []
    for word in words:
        places = list(_places(spelled.letters, word))
        found += [(place, place + len(word)) for place in places]
        if not places:
            missing.append(word)
    if len(missing) == len(words):
        found += _read(spelled.letters, "".join(key(query[:LONGEST_QUERY]).split()))
    if nearly:
        found += _with_errors(spelled.letters, missing)
    return _merged((spelled.at[first], spelled.at[last - 1] + 1) for first, last in found)


def _places(letters: str, word: str) -> Iterable[int]:
    """Return where a word begins words; where it begins none, where it stands inside of them."""
    everywhere = [found.start() for found in re.finditer(re.escape(word), letters)]
    if not word.isascii():
        return everywhere
    starts = [place for place in everywhere if not _is_letter(letters[place - 1 : place])]
    return starts or (everywhere if len(word) > 2 else ())


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _read(letters: str, joined: str) -> list[Range]:
    """Return the characters that are read so, or the first letters of the words that have these initials."""
    place = letters.find(joined) if len(joined) > 2 else -1
    if place >= 0:
        return [(place, place + len(joined))]
    if not joined.isascii():
        bare = without_ending(joined)
        if bare in letters:
            return [(letters.index(bare), letters.index(bare) + len(bare))]
        return [(place, place + 1) for place in apart(letters, joined)]
    read = reading_of(letters, joined)
    return [read] if read is not None else [(place, place + 1) for place in initials_begin(letters, joined)]


def _with_errors(letters: str, missing: Iterable[str]) -> Iterator[Range]:
    for word in missing:
        start = nearly_at(letters, word) if len(word) > 3 else None
        if start is not None:
            yield start, start + len(letters[start : start + len(word)].rstrip())


def _merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    found: list[Range] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)
