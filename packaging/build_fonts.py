"""Make the bundled fonts: subsets of Inter (Latin) and Noto Sans CJK SC (Chinese) under names of our own.

    apt-get install fonts-inter fonts-noto-cjk
    .venv/bin/python -m pip install -e ".[fonts]"
    .venv/bin/python packaging/build_fonts.py

The Chinese fonts hold GB 2312, Latin with the vowels of pinyin, punctuation, arrows, signs of mathematics and geometry,
and every character that stands in `resources/` or in the program; the Latin ones hold of that what Inter has. Two
families are needed since the Chinese one sets quotation marks, dots and ellipses as wide as a Chinese character. The
same source, the same characters and the same fontTools give the same bytes, and a test compares the committed fonts
with a fresh build. The Open Font License reserves the names of the originals, hence "Heartland Sans" and its "SC".
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE_FOLDER: Final = Path("/usr/share/fonts/opentype")
TARGET_FOLDER: Final = ROOT / "resources" / "fonts"
LATIN: Final = "Heartland Sans"
CHINESE: Final = "Heartland Sans SC"

# Name table entries that stay as they are: copyright, trademark, makers, addresses, licence.
_KEPT_NAMES: Final = frozenset({0, 7, 8, 9, 11, 12, 13, 14})
_ENGLISH: Final = (3, 1, 0x409)
"""Platform, encoding and language of the entries we write: Windows, Unicode, English."""

_BLOCKS: Final = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x01CD, 0x01DC),  # vowels of pinyin with the third tone and with u umlaut
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # letter-like signs
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # signs of mathematics
    (0x2460, 0x2473),  # numbers in circles
    (0x2500, 0x257F),  # box drawing
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2600, 0x2606),  # stars
    (0x2713, 0x2717),  # ticks and crosses
    (0x3000, 0x303F),  # Chinese punctuation
    (0xFF00, 0xFFEF),  # full-width forms
)


@dataclass(frozen=True, slots=True)
class Face:
    """One font: its family and style, the file it is cut from, and how that file is known to be the right one.

    `member` names the family to take where the file is a collection of several.
    """

    family: str
    style: str
    source_file: str
    source_sha256: str
    package: str
    member: str = ""

    @property
    def source(self) -> Path:
        """The file that the Debian package installs."""
        return SOURCE_FOLDER / self.source_file

    @property
    def file_name(self) -> str:
        """The name of the font that is made."""
        return f"{self.family.replace(' ', '')}-{self.style}.otf"

    @property
    def source_name(self) -> str:
        """What the font is a subset of."""
        return self.member or "Inter"


FACES: Final = (
    Face(
        LATIN,
        "Regular",
        "inter/Inter-Regular.otf",
        "a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc",
        "fonts-inter",
    ),
    # The semi-bold serves as the bold: at the sizes of labels the bold one is too dark beside the regular.
    Face(
        LATIN,
        "Bold",
        "inter/Inter-SemiBold.otf",
        "8c1990b6012254ea2b487161697d107357dd0ee55811cfd91c8c11227bbef457",
        "fonts-inter",
    ),
    Face(
        CHINESE,
        "Regular",
        "noto/NotoSansCJK-Regular.ttc",
        "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
        "fonts-noto-cjk",
        "Noto Sans CJK SC",
    ),
    Face(
        CHINESE,
        "Bold",
        "noto/NotoSansCJK-Bold.ttc",
        "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
        "fonts-noto-cjk",
        "Noto Sans CJK SC",
    ),
)


def source_problem(face: Face) -> str | None:
    """Return why the fonts cannot be made again here, or None if the very source is installed."""
    if not face.source.is_file():
        return f"{face.source} is missing (Debian's package {face.package})"
    if hashlib.sha256(face.source.read_bytes()).hexdigest() != face.source_sha256:
        return f"{face.source} is another version than the one the fonts were made of"
    return None


def gb2312() -> Iterator[str]:
    """Yield the 7,445 characters of GB 2312: signs in rows 1 to 9, characters in rows 16 to 87."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield bytes((row, cell)).decode("gb2312", errors="ignore")


def written_characters(root: Path = ROOT) -> set[str]:
    """Return every character of the shipped data and catalogues and of the program's own text."""
    texts = (
        *sorted((root / "resources").rglob("*.toml")),
        *sorted((root / "resources").rglob("*.geojson")),
        *sorted((root / "resources").rglob("*.po")),
        *sorted((root / "heartland_gui").rglob("*.py")),
    )
    found = {character for text in texts for character in text.read_text(encoding="utf-8")}
    return {character for character in found if character.isprintable()}


def wanted_characters() -> set[str]:
    """Return the characters to keep, as far as the source has them."""
    blocks = {chr(code) for first, last in _BLOCKS for code in range(first, last + 1)}
    return blocks.union("".join(gb2312())) | written_characters()


def write_font(face: Face, characters: Iterable[str], target: Path) -> None:
    """Write the subset of one face to `target`."""
    options = Options()
    options.hinting = False
    options.desubroutinize = False
    options.layout_features = ["kern"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    # Vertical metrics and baselines of other scripts: nothing here is set from top to bottom.
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    subsetter = Subsetter(options=options)
    subsetter.populate(unicodes=sorted(ord(character) for character in characters))
    with TTFont(face.source, fontNumber=_number_in_collection(face), lazy=True, recalcTimestamp=False) as font:
        subsetter.subset(font)
        _rename(font, face)
        font.save(target, reorderTables=True)


def _number_in_collection(face: Face) -> int:
    if not face.member:
        return -1
    with TTCollection(str(face.source), lazy=True) as collection:
        families = [font["name"].getDebugName(1) for font in collection.fonts]
    return families.index(face.member)


def _rename(font: TTFont, face: Face) -> None:
    postscript = face.file_name.removesuffix(".otf")
    names: Any = font["name"]
    version = names.getDebugName(5).split(";")[0]
    names.names = [entry for entry in names.names if entry.nameID in _KEPT_NAMES and entry.langID == _ENGLISH[2]]
    written = {
        1: face.family,
        2: face.style,
        3: f"{version};{postscript}",
        4: f"{face.family} {face.style}",
        5: version,
        6: postscript,
        10: f"A subset of {face.source_name}.",
    }
    for identifier, text in written.items():
        names.setName(text, identifier, *_ENGLISH)
    compact: Any = font["CFF "]
    compact = compact.cff
    compact.fontNames = [postscript]
    top = compact.topDictIndex[0]
    top.FullName, top.FamilyName = written[4], face.family
    # Inter's semi-bold would otherwise be sorted between regular and bold.
    font["OS/2"].usWeightClass = 700 if face.style == "Bold" else 400
    for part in getattr(top, "FDArray", ()):
        part.FontName = f"{postscript}-{part.FontName.rpartition('-')[2]}"


def main(arguments: list[str] | None = None) -> int:
    """Make the fonts; return 1 where the source is not the one that the committed fonts were made of."""
    parser = argparse.ArgumentParser(description="Make the bundled fonts from Debian's fonts-inter and fonts-noto-cjk.")
    parser.add_argument("--folder", type=Path, default=TARGET_FOLDER, help="where to put the fonts")
    chosen = parser.parse_args(arguments)
    for face in FACES:
        problem = source_problem(face)
        if problem:
            print(problem, file=sys.stderr)
            return 1
    characters = wanted_characters()
    for face in FACES:
        target = chosen.folder / face.file_name
        write_font(face, characters, target)
        print(f"{target}: {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
