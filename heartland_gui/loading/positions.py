"""Where things stand in a TOML file: from a path such as `("series", 3, "points", 1, "value")` to line and column.

TOML readers do not tell where a value stood. This scanner reads a text that is known to be valid once more, and only
after something in it turned out to be wrong; it goes into nothing but what is asked for and skips the rest unread.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import tomli

KeyPath = tuple[str | int, ...]

# The loops around alternatives are not possessive: before Python 3.11.5 those gave up too early (CPython issue 106052).
_STRING: Final = (
    r'"""(?:[^"\\]++|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']++|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*"'
    r"|'[^'\n]*'"
)
_BLANK: Final = re.compile(r"(?:[ \t\n\r]|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
_KEY_PART: Final = re.compile(r"[A-Za-z0-9_-]+|" + _STRING, re.DOTALL)
_TEXT: Final = re.compile(_STRING, re.DOTALL)
_SCALAR: Final = re.compile(r"[^,\]}\n#]+")
_TOKEN: Final = re.compile(_STRING + r"""|#[^\n]*|[^\[\]{}"'#]+|[\[\]{}]|["']""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Position:
    """A line and a column, counted from 1; columns count characters."""

    line: int
    column: int


class Positions:
    """The positions that were asked for."""

    def __init__(self, text: str, keys: dict[KeyPath, int], values: dict[KeyPath, int]) -> None:
        self._keys = keys
        self._values = values
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def of(self, path: KeyPath, *, at_key: bool = False) -> Position | None:
        """Return where the value of a path stands, or its key; what is not there stands where its table does."""
        first, second = (self._keys, self._values) if at_key else (self._values, self._keys)
        for length in range(len(path), 0, -1):
            offset = first.get(path[:length], second.get(path[:length]))
            if offset is not None:
                line = bisect_right(self._lines, offset)
                return Position(line, offset - self._lines[line - 1] + 1)
        return None


def positions(text: str, paths: Iterable[KeyPath]) -> Positions:
    """Return where these paths stand in a text that is valid TOML."""
    wanted = {path[:length] for path in paths for length in range(1, len(path) + 1)}
    scanner = _Scanner(text, wanted)
    scanner.scan()
    return Positions(text, scanner.keys, scanner.values)


def position_of_depth(text: str, levels: int) -> Position | None:
    """Return where brackets first stand deeper than `levels`; the text need not be valid."""
    depth = offset = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > levels:
            offset = token.start()
            line = text.count("\n", 0, offset) + 1
            return Position(line, offset - text.rfind("\n", 0, offset))
    return None


class _Scanner:
    """Walks through a valid text and notes the offsets of the wanted keys and values."""

    def __init__(self, text: str, wanted: set[KeyPath]) -> None:
        self._text = text
        self._wanted = wanted
        self._position = 0
        self._counts: dict[KeyPath, int] = {}
        self.keys: dict[KeyPath, int] = {}
        self.values: dict[KeyPath, int] = {}

    def scan(self) -> None:
        """Read the whole text."""
        table: KeyPath = ()
        self._skip(_BLANK)
        while self._position < len(self._text):
            before = self._position
            if self._text[self._position] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
            self._give_up_at(before)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._position)
        if found is None:
            return ""
        self._position = found.end()
        return found[0]

    def _take(self, sign: str) -> bool:
        taken = self._text.startswith(sign, self._position)
        if taken:
            self._position += len(sign)
        return taken

    def _header(self) -> KeyPath:
        start = self._position
        many = self._take("[[")
        if not many:
            self._take("[")
        path: KeyPath = ()
        parts = self._key()
        for number, (part, _) in enumerate(parts):
            path = (*path, part)
            last = number == len(parts) - 1
            if last and many:
                self._note(path, start)
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
            self._note(path, start)
        self._take("]]" if many else "]")
        return path

    def _key(self) -> list[tuple[str, int]]:
        """Read a dotted key: its parts, each with its offset."""
        parts: list[tuple[str, int]] = []
        while True:
            self._skip(_SPACE)
            start = self._position
            part = self._skip(_KEY_PART)
            if part[:1] in ('"', "'"):
                part = _unquoted(part)
            parts.append((part, start))
            self._skip(_SPACE)
            if not self._take("."):
                return parts

    def _pair(self, table: KeyPath) -> None:
        path = table
        parts = self._key()
        for part, start in parts:
            path = (*path, part)
            self._note(path, start)
        self._take("=")
        self._skip(_SPACE)
        self._value(path)

    def _note(self, path: KeyPath, offset: int) -> None:
        if path in self._wanted:
            self.keys.setdefault(path, offset)

    def _value(self, path: KeyPath) -> None:
        start = self._text[self._position : self._position + 1]
        if path in self._wanted:
            self.values.setdefault(path, self._position)
            if start == "[":
                self._array(path)
                return
            if start == "{":
                self._inline_table(path)
                return
        if start in ('"', "'"):
            self._skip(_TEXT)
        elif start in ("[", "{"):
            self._skip_brackets()
        else:
            self._skip(_SCALAR)

    def _array(self, path: KeyPath) -> None:
        self._take("[")
        number = 0
        while True:
            self._skip(_BLANK)
            if self._take("]") or self._position >= len(self._text):
                return
            before = self._position
            self._value((*path, number))
            number += 1
            self._skip(_BLANK)
            self._take(",")
            self._give_up_at(before)

    def _inline_table(self, path: KeyPath) -> None:
        self._take("{")
        while True:
            self._skip(_BLANK)
            if self._take("}") or self._position >= len(self._text):
                return
            before = self._position
            self._pair(path)
            self._skip(_BLANK)
            self._take(",")
            self._give_up_at(before)

    def _give_up_at(self, before: int) -> None:
        """Go to the end where nothing was read, so that a text that is not valid after all ends every loop."""
        if self._position == before:
            self._position = len(self._text)

    def _skip_brackets(self) -> None:
        depth = 0
        for token in _TOKEN.finditer(self._text, self._position):
            depth += (token[0] in "[{") - (token[0] in "]}")
            if depth == 0:
                self._position = token.end()
                return
        self._position = len(self._text)


def _unquoted(key: str) -> str:
    """Return what a quoted key means; a key that is no TOML stays as it is, and so is found by nobody."""
    try:
        return str(tomli.loads(f"key = {key}")["key"])
    except tomli.TOMLDecodeError:
        return key
