"""Which files belong to a dataset, their bytes, and the tables in them; every way in which that can fail is said.

Nothing outside the folder is ever opened.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

import tomli

from heartland_gui.loading.diagnostics import Code, Diagnostic, Diagnostics, Location, shown
from heartland_gui.loading.positions import Position, position_of_depth
from heartland_gui.text import Message, message

LARGEST_FILE: Final = 64 * 1024 * 1024
"""Bytes. The shipped dataset has 0.7 MB in all; what is a hundred times larger is no dataset of this format."""

DEEPEST_NESTING: Final = 400
"""Levels of brackets at which tomli stops."""

RawTable = dict[str, object]


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file that was read: its name for people, its text, and the tables in it."""

    name: str
    text: str
    tables: RawTable


def shown_path(path: Path) -> str:
    """Return a path as it can be printed: bytes that are no text in the file system's encoding are escaped."""
    text = str(path)
    if text.isprintable():
        return text
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text if text.isprintable() else text.encode("unicode_escape").decode("ascii")


def toml_files(folder: Path, diagnostics: Diagnostics) -> list[Path]:
    """Return the paths of all TOML files in a folder and below it, in order; hidden ones are skipped.

    Links are not followed into folders. A link to a file is read where its target is not read anyway, and refused
    where it leaves the folder.
    """
    root = folder.resolve()
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    path, is_link = current / entry.name, entry.is_symlink()
                    if not is_link and entry.is_dir():
                        waiting.append(path)
                    elif _is_ours(path, root, diagnostics, is_link=is_link):
                        found.append(path)
        except OSError as error:
            diagnostics.items.append(_unreadable(current, error))
    return sorted(found)


def _is_ours(path: Path, root: Path, diagnostics: Diagnostics, *, is_link: bool) -> bool:
    if not is_link:
        return path.suffix == ".toml"
    target = Path(os.path.realpath(path))  # unlike resolve(), it does not mind links in a circle
    if path.suffix != ".toml" and not target.is_dir():
        return False
    if not target.is_relative_to(root):
        diagnostics.items.append(link_that_leaves(path))
        return False
    return not target.is_dir() and (target.suffix != ".toml" or not target.exists())


def link_that_leaves(path: Path) -> Diagnostic:
    """Return the problem of a link out of the folder."""
    said = message("This link leads outside the dataset's folder and was not followed.")
    return Diagnostic(Location(shown_path(path)), Code.LINK_LEAVES_FOLDER, said, message("put a copy there"))


def is_relative_inside(path: str) -> bool:
    """Whether a path written in a manifest can only mean something below the folder, on any system."""
    windows = PureWindowsPath(path)
    return not (PurePosixPath(path).is_absolute() or windows.anchor or ".." in windows.parts or "\0" in path)


def content(path: Path) -> bytes | Diagnostic:
    """Return the bytes of a regular file, or why there are none."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return Diagnostic(Location(shown_path(path)), Code.FILE_UNREADABLE, message("This is not a file."))
        if state.st_size > LARGEST_FILE:
            said = message("The file is larger than {limit} MiB.", limit=LARGEST_FILE // 1024**2)
            hint = message("divide it into several files")
            return Diagnostic(Location(shown_path(path)), Code.FILE_TOO_LARGE, said, hint)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        return _unreadable(path, error)


def _unreadable(path: Path, error: OSError | ValueError) -> Diagnostic:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    said = message("The system cannot read this: {reason}.", reason=reason)
    return Diagnostic(Location(shown_path(path)), Code.FILE_UNREADABLE, said)


def decoded(name: str, content: bytes) -> str | Diagnostic:
    """Return the text of a file's bytes, or what is wrong with them."""
    try:
        # Editors on Windows put a mark before the text; it counts for nothing, in columns neither.
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _not_utf8(name, content, error)


def _not_utf8(name: str, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
    at = Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    said = message("The byte {byte} is not UTF-8.", byte=f"0x{content[error.start]:02X}")
    return Diagnostic(Location(name), Code.NOT_UTF8, said, message("save the file in the encoding UTF-8"), known=at)


def parsed(name: str, text: str) -> TomlFile | Diagnostic:
    """Return the tables of a file's text, or what is wrong with it."""
    try:
        return TomlFile(name, text, tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        said, hint = syntax_error(error.msg)
        return Diagnostic(Location(name), Code.NOT_TOML, said, hint, known=Position(error.lineno, error.colno))
    except RecursionError:
        said = message("The file is nested too deeply to be read.")
        return Diagnostic(Location(name), Code.TOO_DEEP, said, known=position_of_depth(text, DEEPEST_NESTING))
    except ValueError:
        # Python refuses to turn thousands of digits into a whole number; tomli lets that error pass.
        return Diagnostic(Location(name), Code.NOT_TOML, message("A number in this file has too many digits."))


def syntax_error(reason: str) -> tuple[Message, Message | None]:
    """Return what is wrong with a text by the parser's English reason, and where there is one a hint."""
    for pattern, tell in _SYNTAX_ERRORS:
        found = pattern.fullmatch(reason)
        if found is not None:
            return tell(found)
    return message("This is not valid TOML."), None


def _plain(said: Message, hint: Message | None = None) -> Callable[[re.Match[str]], tuple[Message, Message | None]]:
    return lambda _: (said, hint)


def _twice(found: re.Match[str]) -> tuple[Message, Message | None]:
    return message("“{key}” is given a second time here.", key=_key(found[1])), message("write it once")


def _closed(found: re.Match[str]) -> tuple[Message, Message | None]:
    said = message("“{key}” is already complete: nothing can be added to it here.", key=_key(found[1]))
    return said, message("write all of it in one place")


def _character(found: re.Match[str]) -> tuple[Message, Message | None]:
    sign = _literal(found[1])
    if sign in ("\n", "\r"):
        return message("A text in quotes does not end in its line."), message("add the quotation mark at its end")
    return message("The character {sign} cannot be used here.", sign=f"U+{ord(sign[:1] or ' '):04X}"), None


_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}


def _literal(written: str) -> str:
    """Return the text that Python wrote with quotes and escapes."""

    def meant(found: re.Match[str]) -> str:
        code = found[1][1:]
        return chr(int(code, 16)) if code else _ESCAPES.get(found[1], found[1])

    return re.sub(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)", meant, written[1:-1])


def _key(written: str) -> str:
    """Return a key as people write it: `a.b`, where Python wrote `('a', 'b')` or `'a'`."""
    parts = re.findall(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", written)
    return shown(".".join(map(_literal, parts)))


_SYNTAX_ERRORS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Message, Message | None]]], ...]] = (
    *(
        (re.compile(reason), _plain(said, hint))
        for reason, said, hint in (
            (
                "Invalid statement",
                message("A line must begin with a key, a table in square brackets, or “#”."),
                None,
            ),
            (
                "Expected newline or end of document after a statement",
                message("There is more on this line than belongs to it."),
                message("write texts in quotes, and each key in a line of its own"),
            ),
            (
                "Expected '=' after a key in a key/value pair",
                message("“=” is missing after the key."),
                None,
            ),
            (
                "Invalid initial character for a key part",
                message("A key is missing here, or begins with a character that needs quotes."),
                message("bare keys have only the letters A to Z, digits, “_” and “-”"),
            ),
            (
                r"Expected '\]' at the end of a table declaration",
                message("“{sign}” is missing after the name of the table.", sign="]"),
                None,
            ),
            (
                r"Expected '\]\]' at the end of an array declaration",
                message("“{sign}” is missing after the name of the table.", sign="]]"),
                None,
            ),
            (
                "Cannot overwrite a value",
                message("This key already has a value."),
                message("a key is given once in its table"),
            ),
            (
                "Unclosed array",
                message("A comma or “{sign}” is missing in this list.", sign="]"),
                None,
            ),
            (
                "Unclosed inline table",
                message("A comma or “{sign}” is missing in this table.", sign="}"),
                None,
            ),
            (
                r"Unescaped '\\\\?' in a string",
                message("“\\” has a meaning of its own in this text."),
                message("write “\\\\”, or put the text in single quotes"),
            ),
            (
                "Invalid hex value",
                message("The digits after “\\” do not name a character."),
                message("write \\u and four digits from 0 to F"),
            ),
            (
                "Escaped character is not a Unicode scalar value",
                message("The digits after “\\” do not name a Unicode character."),
                None,
            ),
            (
                "Unterminated string|Expected \"'\"|Expected \"'''\"",
                message("A text in quotes does not end."),
                message("add the quotation mark at its end"),
            ),
            (
                "Invalid date or datetime",
                message("There is no such day or time."),
                None,
            ),
            (
                "Invalid value",
                message("A value is missing here, or it is not a TOML value."),
                message("write texts in quotes"),
            ),
        )
    ),
    (re.compile(r"Cannot declare (\(.*\)) twice", re.DOTALL), _twice),
    (re.compile(r"Duplicate inline table key (.*)", re.DOTALL), _twice),
    (re.compile(r"Cannot (?:mutate immutable|redefine) namespace (\(.*\))", re.DOTALL), _closed),
    (re.compile(r"(?:Found invalid|Illegal) character (.*)", re.DOTALL), _character),
)
"""What tomli says (its source lists all of it), and our sentence for it."""
