"""A font for characters that no font here has: a frame in which the character's number in Unicode can be read.

It is made of those very characters alone, so that it never comes before a font that has the real ones. Loaded only when
such a character turns up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.DefaultTable import DefaultTable

_EM: Final = 1000
_BOTTOM: Final = -120
_FRAME: Final = (40, _BOTTOM + 40, _EM - 40, _BOTTOM + _EM - 40)
_STROKE: Final = 40
_ROWS: Final = 2
_PER_ROW: Final = (2, 3)
"""A character has a number of four to six digits."""
_HIGH, _WIDE = 5, 3
"""How many dots a digit is high and wide."""
_NO_SHAPING: Final = bytes((0, 2, 0, 0, 0, 0, 0, 0))
"""The table `morx` of Apple's fonts, version 2, with nothing in it."""
_DIGITS: Final = {
    digit: tuple(dots.split())
    for digit, dots in {
        "0": "### #.# #.# #.# ###",
        "1": ".#. ##. .#. .#. ###",
        "2": "### ..# ### #.. ###",
        "3": "### ..# ### ..# ###",
        "4": "#.# #.# ### ..# ..#",
        "5": "### #.. ### ..# ###",
        "6": "### #.. ### #.# ###",
        "7": "### ..# ..# .#. .#.",
        "8": "### #.# ### #.# ###",
        "9": "### #.# ### ..# ###",
        "A": ".#. #.# ### #.# #.#",
        "B": "##. #.# ##. #.# ##.",
        "C": ".## #.. #.. #.. .##",
        "D": "##. #.# #.# #.# ##.",
        "E": "### #.. ### #.. ###",
        "F": "### #.. ### #.. #..",
    }.items()
}


def font_of_framed_numbers(family: str, characters: Iterable[str], *, bold: bool = False) -> bytes:
    """Return a TrueType font of that name which has these characters and no other; same input, same bytes.

    The bold one looks as the regular one does: thickened by Qt, the digits would run together.
    """
    names = {ord(character): f"u{ord(character):05X}" for character in sorted(set(characters))}
    # Nothing stands at the second place, by which Qt's own box for what no font has is known.
    glyphs = {".notdef": _frame(), "nothing": TTGlyphPen(None).glyph(), "frame": _frame()}
    glyphs |= {f"{digit}{per_row}": _digit(digit, per_row) for digit in _DIGITS for per_row in _PER_ROW}
    glyphs |= {name: _framed(f"{code:04X}", glyphs) for code, name in names.items()}
    font = FontBuilder(_EM, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap(names)
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (_EM, 0)))
    font.setupHorizontalHeader(ascent=_EM + _BOTTOM, descent=_BOTTOM)
    font.setupNameTable({"familyName": family, "styleName": "Bold" if bold else "Regular"})
    font.setupOS2(
        sTypoAscender=_EM + _BOTTOM,
        sTypoDescender=_BOTTOM,
        usWinAscent=_EM + _BOTTOM,
        usWinDescent=-_BOTTOM,
        usWeightClass=700 if bold else 400,
        fsSelection=0x20 if bold else 0x40,
    )
    font.setupPost()
    font.updateHead(created=0, modified=0, macStyle=int(bold))
    font.font.recalcTimestamp = False
    # Qt takes a font for the scripts of India and others only where it can shape them, or has such a table.
    font.font["morx"] = shaping = DefaultTable("morx")
    shaping.data = _NO_SHAPING
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _framed(number: str, glyphs: Mapping[str, Glyph]) -> Glyph:
    """Return a frame with a number in two rows, the upper one filled up with zeros; put together of other glyphs."""
    per_row = -(-len(number) // _ROWS)
    width, height = _dot(per_row)
    pen = TTGlyphPen(glyphs)
    pen.addComponent("frame", (1, 0, 0, 1, 0, 0))
    for place, digit in enumerate(number.zfill(per_row * _ROWS)):
        x = round(width * (place % per_row) * (_WIDE + 1))
        y = round(-height * (place // per_row) * (_HIGH + 1))
        pen.addComponent(f"{digit}{per_row}", (1, 0, 0, 1, x, y))
    return pen.glyph()


def _frame() -> Glyph:
    pen = TTGlyphPen(None)
    left, bottom, right, top = _FRAME
    _box(pen, left, bottom, right, top)
    _box(pen, left + _STROKE, bottom + _STROKE, right - _STROKE, top - _STROKE, hole=True)
    return pen.glyph()


def _digit(digit: str, per_row: int) -> Glyph:
    """Return a digit of dots at the first place of a frame with so many digits in a row."""
    pen = TTGlyphPen(None)
    width, height = _dot(per_row)
    x, y = _FRAME[0] + _STROKE + width, _FRAME[3] - _STROKE - height
    for row, dots in enumerate(_DIGITS[digit]):
        for column, dot in enumerate(dots):
            if dot == "#":
                left, right = round(x + column * width), round(x + (column + 1) * width)
                _box(pen, left, round(y - (row + 1) * height), right, round(y - row * height))
    return pen.glyph()


def _dot(per_row: int) -> tuple[float, float]:
    """Return how wide and high a dot is, with one dot between digits and around them."""
    left, bottom, right, top = _FRAME
    across, down = per_row * (_WIDE + 1) + 1, _ROWS * (_HIGH + 1) + 1
    return (right - left - 2 * _STROKE) / across, (top - bottom - 2 * _STROKE) / down


def _box(pen: TTGlyphPen, left: float, bottom: float, right: float, top: float, *, hole: bool = False) -> None:
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    for number, corner in enumerate(reversed(corners) if hole else corners):
        (pen.lineTo if number else pen.moveTo)(corner)
    pen.closePath()
