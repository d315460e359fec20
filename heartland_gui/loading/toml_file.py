"""One TOML file: from bytes to a table, with every way in which that can fail said in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import tomli

from heartland_gui.loading.findings import Code, Finding, Spot
from heartland_gui.loading.positions import Place, place_of_depth
from heartland_gui.text import message

LARGEST_FILE: Final = 64 * 1024 * 1024
"""Bytes. The shipped dataset has 0.7 MB in all; what is a hundred times larger is no dataset of this format."""

DEEPEST_NESTING: Final = 400
"""Levels of brackets at which tomli stops."""

Table = dict[str, object]


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file that was read: its name for people, its text, and the table in it."""

    name: str
    text: str
    table: Table


def read_text(name: str, content: bytes) -> str | Finding:
    """Return the text of a file's bytes, or what is wrong with them."""
    try:
        # Editors on Windows put a mark before the text; it counts for nothing, in columns neither.
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _not_utf8(name, content, error)


def read_toml(name: str, text: str) -> TomlFile | Finding:
    """Return the table of a file's text, or what is wrong with it."""
    try:
        return TomlFile(name, text, tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        said = message("This is not valid TOML: {reason}.", reason=error.msg)
        return Finding(Spot(name), Code.NOT_TOML, said, known=Place(error.lineno, error.colno))
    except RecursionError:
        said = message("The file is nested too deeply to be read.")
        return Finding(Spot(name), Code.TOO_DEEP, said, known=place_of_depth(text, DEEPEST_NESTING))
    except ValueError:
        # Python refuses to turn thousands of digits into a whole number; tomli lets that error pass.
        return Finding(Spot(name), Code.NOT_TOML, message("A number in this file has too many digits."))


def _not_utf8(name: str, content: bytes, error: UnicodeDecodeError) -> Finding:
    before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    said = message("The byte {byte} is not UTF-8.", byte=f"0x{content[error.start]:02X}")
    return Finding(
        Spot(name), Code.NOT_UTF8, said, message("save the file in the encoding UTF-8"), known=Place(line, column)
    )
