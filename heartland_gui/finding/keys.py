"""What names are compared by: small letters without accents, words apart; Chinese names also by their pinyin."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

# The library's dictionary of phrases takes half a second to load. It tells which reading a character has in a word;
# here every reading is tried instead.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
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
    plain = unicodedata.normalize("NFKD", text.casefold())
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
