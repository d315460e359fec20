"""No empty box, whatever fonts a machine has: rare characters get a frame with their number."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from PySide6.QtGui import QFont

from heartland_gui.rendering.fonts import chart_font, cover, font_families, lacking_characters
from heartland_gui.rendering.framed_numbers import font_of_framed_numbers
from tests.loading.small_dataset import SOUND
from tests.pictures import picture, rasterised, structural_similarity

RARE: Final = "喆\U0002b740䶮鿕\U00030eddक\u1820ก🙂ﷺא"
"""Han beyond GB 2312, three extensions of it among them, and scripts that go by rules of their own."""

_EMPTY: Final = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""

_PROGRAM: Final = """
import json, sys
from PySide6.QtGui import QFontDatabase, QGuiApplication
from heartland_gui.rendering import fonts
app = QGuiApplication([])
assert fonts.load_fonts() == ()
assert all(family.startswith(("Heartland", "Monospace", "Sans Serif", "Serif")) for family in QFontDatabase.families())
characters = sys.stdin.read()
lacking = fonts.lacking_characters(characters)
print(json.dumps([lacking, fonts.cover(characters), fonts.lacking_characters(characters), fonts.cover(characters)]))
"""


@pytest.fixture
def without_fonts(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a machine on which no font is installed."""
    (tmp_path / "fonts.conf").write_text(_EMPTY.format(folder=tmp_path / "cache"), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"}


def asked(environment: dict[str, str], characters: Iterable[str]) -> tuple[str, bool, str, bool]:
    """Return what is lacking, whether a font was needed, what is lacking then, and whether one is needed again."""
    answer = subprocess.run(
        [sys.executable, "-c", _PROGRAM], input="".join(characters), env=environment, capture_output=True,
        encoding="utf-8", check=True, timeout=120,
    )  # fmt: skip
    before, needed, after, again = json.loads(answer.stdout)
    return "".join(before), needed, "".join(after), again


def shipped_characters() -> set[str]:
    root = Path(__file__).resolve().parents[2]
    texts = [*(root / "resources").rglob("*.toml"), *(root / "resources").rglob("*.po")]
    return {character for path in texts for character in path.read_text(encoding="utf-8") if character.isprintable()}


@pytest.mark.parametrize(("size", "pixels"), [(12, 12), (11.4, 11), (11.6, 12), (0.2, 1)])
def test_the_font_of_charts_is_bundled_and_scales_evenly(size: float, pixels: int) -> None:
    font = chart_font(size)
    assert font.families() == list(font_families())
    assert font.families()[:2] == ["Heartland Sans", "Heartland Sans SC"]
    assert font.pixelSize() == pixels
    assert font.hintingPreference() is QFont.HintingPreference.PreferNoHinting
    assert font.styleStrategy() is QFont.StyleStrategy.PreferAntialias
    assert not font.bold()
    assert chart_font(size, bold=True).bold()


def test_what_is_bundled_is_not_lacking() -> None:
    assert lacking_characters("abc山西\n") == ()
    assert not cover("abc山西")


def test_every_shipped_character_is_there_without_any_font(without_fonts: dict[str, str]) -> None:
    characters = shipped_characters()
    assert len(characters) > 1000
    assert asked(without_fonts, characters) == ("", False, "", False)


def test_rare_characters_are_framed_once(without_fonts: dict[str, str]) -> None:
    assert asked(without_fonts, "山西" + RARE) == ("".join(sorted(RARE)), True, "", False)


def test_a_mark_that_is_one_glyph_with_its_letter_is_there(without_fonts: dict[str, str]) -> None:
    # As macOS writes é, ü and ç in names of files.
    assert asked(without_fonts, "e\u0301u\u0308c\u0327") == ("", False, "", False)
    # A vowel of Devanagari has no letter to be one glyph with.
    assert asked(without_fonts, "\u093e") == ("\u093e", True, "", False)


def test_what_was_measured_before_is_measured_again(without_fonts: dict[str, str]) -> None:
    program = """
from PySide6.QtGui import QGuiApplication
from heartland_gui.rendering.canvas import text_width
from heartland_gui.rendering.fonts import cover, load_fonts
app = QGuiApplication([])
load_fonts()
before = text_width("\\u1820", 20)
cover("\\u1820")
after = text_width("\\u1820", 20)
assert after != before and abs(after - 20) < 0.1, (before, after)
"""
    subprocess.run([sys.executable, "-c", program], env=without_fonts, check=True, timeout=120)


def test_nothing_is_framed_any_more_when_it_is_uncovered(without_fonts: dict[str, str]) -> None:
    program = """
from PySide6.QtGui import QGuiApplication
from heartland_gui.rendering.canvas import text_width
from heartland_gui.rendering.fonts import cover, font_families, lacking_characters, load_fonts, uncover
app = QGuiApplication([])
load_fonts()
families, width = font_families(), text_width("\\u1820", 20)
assert cover("\\u1820") and text_width("\\u1820", 20) != width
uncover()
assert font_families() == families and text_width("\\u1820", 20) == width
assert lacking_characters("\\u1820") == ("\\u1820",) and cover("\\u1820")
"""
    subprocess.run([sys.executable, "-c", program], env=without_fonts, check=True, timeout=120)


def test_what_cannot_be_printed_is_no_character(without_fonts: dict[str, str]) -> None:
    assert asked(without_fonts, "\ue000\u200b\ud7ff\n\t") == ("", False, "", False)


def drawn(
    environment: dict[str, str], texts: Sequence[str], folder: Path
) -> list[np.ndarray[tuple[int, int], np.dtype[np.bool_]]]:
    """Return where each text of a chart leaves ink."""
    program = """
import sys
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.fonts import cover, load_fonts, uncover
from heartland_gui.rendering.style import LIGHT
app = QGuiApplication([])
load_fonts()
for text in sys.argv[2:]:
    uncover()
    cover(text)
    for bold in (False, True):
        image = QImage(64, 64, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        Canvas(painter, LIGHT).text(4, 50, text, 48, LIGHT.text, bold=bold)
        painter.end()
        assert image.save(f"{sys.argv[1]}/{ord(text)}-{bold}.pgm")
"""
    subprocess.run([sys.executable, "-c", program, str(folder), *texts], env=environment, check=True, timeout=120)
    found = []
    for text in texts:
        paths = [folder / f"{ord(text)}-{bold}.pgm" for bold in (False, True)]
        regular, bold = (np.frombuffer(path.read_bytes()[-64 * 64 :], np.uint8).reshape(64, 64) < 128 for path in paths)
        assert (regular == bold).all(), "the digits of the bold one are not thickened"
        found.append(regular)
    return found


def test_different_characters_have_different_frames(without_fonts: dict[str, str], tmp_path: Path) -> None:
    one, other, indian = drawn(without_fonts, ("\U0002b740", "\U0002b741", "क"), tmp_path)
    assert (one != other).sum() > 10
    frame = one & other & indian
    assert frame.sum() > 300, "all have the frame"
    for each in (one, other, indian):
        assert (each & ~frame).sum() > 100, "each has digits in it"


def test_the_same_characters_give_the_same_font() -> None:
    made = font_of_framed_numbers("A family", "鿕क")
    assert made == font_of_framed_numbers("A family", "क鿕क")
    assert made != font_of_framed_numbers("A family", "鿕क", bold=True)


def test_rare_characters_are_in_exported_pictures(without_fonts: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "rare"
    folder.mkdir()
    (folder / "dataset.toml").write_text(SOUND.replace('zh = "北"', 'zh = "北\U0002b740क"'), encoding="utf-8")
    export = [sys.executable, "-m", "heartland_gui", "export", str(folder), "--subject", "north", "--language", "zh"]
    pictures = {}
    for kind in ("png", "svg", "pdf"):
        pictures[kind] = tmp_path / f"north.{kind}"
        command = [*export, "--format", kind, "--size", "1200x675", "--scale", "1", "-o", str(pictures[kind])]
        said = subprocess.run(command, env=without_fonts, check=True, timeout=120, capture_output=True)
        assert said.stderr == b"", "no word of Qt's about each font that lacks the characters"
    plain = picture(pictures["png"])
    for kind in ("svg", "pdf"):
        assert structural_similarity(plain, rasterised(pictures[kind], 1200, 675)) > 0.96, kind
    title = plain[:60, :400] < 128
    assert title.sum() > 300
