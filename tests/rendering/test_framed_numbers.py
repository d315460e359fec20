"""The font of framed numbers: those characters and no other, each a frame with its number."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from heartland_gui.rendering.framed_numbers import font_of_framed_numbers


def made(characters: str, *, bold: bool = False) -> TTFont:
    return TTFont(BytesIO(font_of_framed_numbers("A family", characters, bold=bold)))


def placed(font: TTFont, character: str) -> list[tuple[str, int, int]]:
    """Return the parts of a glyph with where they stand."""
    glyph = font["glyf"][font.getBestCmap()[ord(character)]]
    assert all(part.transform == [[1, 0], [0, 1]] for part in glyph.components if hasattr(part, "transform"))
    return [(part.glyphName, part.x, part.y) for part in glyph.components]


def test_it_has_those_characters_and_no_other() -> None:
    assert sorted(made("क鿕क").getBestCmap()) == [0x0915, 0x9FD5]


def test_a_number_stands_in_two_rows_filled_up_with_zeros() -> None:
    font = made("क\U00030edd")
    assert placed(font, "क") == [("frame", 0, 0), ("02", 0, 0), ("92", 373, 0), ("12", 0, -388), ("52", 373, -388)]
    parts = placed(font, "\U00030edd")
    assert [name for name, _, _ in parts] == ["frame", "03", "33", "03", "E3", "D3", "D3"]
    assert [x for _, x, _ in parts[1:]] == [0, 258, 517] * 2
    assert [y for _, _, y in parts[1:]] == [0] * 3 + [-388] * 3


def test_the_frame_fills_the_square_and_has_a_hole() -> None:
    font = made("क")
    frame = font["glyf"]["frame"]
    assert list(frame.coordinates) == [
        *((40, -80), (40, 840), (960, 840), (960, -80)),
        *((920, -40), (920, 800), (80, 800), (80, -40)),
    ]
    assert font["hmtx"]["frame"] == (1000, 0)
    assert font["hhea"].ascent - font["hhea"].descent == 1000
    assert font["glyf"]["nothing"].numberOfContours == 0


def test_digits_are_made_of_dots() -> None:
    font = made("क")
    dots = {digit: font["glyf"][f"{digit}2"].numberOfContours for digit in "0123456789ABCDEF"}
    assert dots == {
        "0": 12,
        "1": 8,
        "2": 11,
        "3": 11,
        "4": 9,
        "5": 11,
        "6": 12,
        "7": 7,
        "8": 13,
        "9": 12,
        "A": 10,
        "B": 10,
        "C": 7,
        "D": 10,
        "E": 11,
        "F": 9,
    }
    one = font["glyf"]["12"]
    xs, ys = [x for x, _ in one.coordinates], [y for _, y in one.coordinates]
    assert (min(xs), max(xs), min(ys), max(ys)) == (173, 453, 412, 735)


@pytest.mark.parametrize("bold", [False, True])
def test_bold_is_a_font_of_its_own_that_looks_the_same(bold: bool) -> None:  # noqa: FBT001
    font, regular = made("क", bold=bold), made("क")
    assert font["OS/2"].usWeightClass == (700 if bold else 400)
    assert font["OS/2"].fsSelection == (0x20 if bold else 0x40)
    assert font["head"].macStyle == int(bold)
    assert font["name"].getDebugName(2) == ("Bold" if bold else "Regular")
    assert placed(font, "क") == placed(regular, "क")
    assert (font["OS/2"].usWinAscent, font["OS/2"].usWinDescent) == (880, 120)
    assert (font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender) == (880, -120)
    assert font.reader["morx"] == bytes((0, 2, 0, 0, 0, 0, 0, 0)), "version 2, with nothing in it"


def test_the_same_characters_give_the_same_bytes() -> None:
    assert font_of_framed_numbers("A", "鿕क") == font_of_framed_numbers("A", "क鿕क")
