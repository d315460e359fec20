"""What is found wrong while reading: noted by its path inside a file, put into lines and columns only at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from heartland_gui.loading.positions import KeyPath, Position, positions
from heartland_gui.near_names import LONGEST, near_names
from heartland_gui.problems import Problem, Severity
from heartland_gui.text import Message, message


class Code(StrEnum):
    """The codes of all problems that reading can find. Scripts rely on them: they are never renamed."""

    FOLDER_MISSING = "folder-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_TOO_LARGE = "file-too-large"
    LINK_LEAVES_FOLDER = "link-leaves-folder"
    PATH_LEAVES_FOLDER = "path-leaves-folder"
    NOT_UTF8 = "not-utf8"
    NOT_TOML = "not-toml"
    TOO_DEEP = "too-deep"
    MANIFEST_MISSING = "manifest-missing"
    MANIFEST_REPEATED = "manifest-repeated"
    FORMAT_UNKNOWN = "format-unknown"
    REGION_UNUSABLE = "region-unusable"
    TABLE_UNKNOWN = "table-unknown"
    TABLE_FORM = "table-form"
    KEY_UNKNOWN = "key-unknown"
    KEY_MISSING = "key-missing"
    WRONG_TYPE = "wrong-type"
    TEXT_EMPTY = "text-empty"
    TEXT_CONTROL_CHARACTER = "text-control-character"
    LANGUAGE_INVALID = "language-invalid"
    LANGUAGE_UNDECLARED = "language-undeclared"
    LANGUAGE_MISSING = "language-missing"
    CHOICE_UNKNOWN = "choice-unknown"
    NUMBER_NOT_FINITE = "number-not-finite"
    NUMBER_OUT_OF_RANGE = "number-out-of-range"
    PERIOD_INVALID = "period-invalid"
    PERIOD_REVERSED = "period-reversed"
    DATE_UNQUOTED = "date-unquoted"
    DATE_TOO_WIDE = "date-too-wide"
    ADDRESS_INVALID = "address-invalid"
    ID_INVALID = "id-invalid"
    ID_UNKNOWN = "id-unknown"
    ID_OF_ANOTHER_KIND = "id-of-another-kind"
    ID_REPEATED = "id-repeated"
    SERIES_EMPTY = "series-empty"
    VALUE_CONTRADICTED = "value-contradicted"
    VALUE_REPEATED = "value-repeated"
    CIRCLE = "circle"
    PART_OF_ANOTHER_UNIT = "part-of-another-unit"
    ROLE_REPEATED = "role-repeated"
    TERMS_WITHOUT_PLAN = "terms-without-plan"
    TERMS_OUT_OF_ORDER = "terms-out-of-order"
    PERCENTAGE_UNSAID = "percentage-unsaid"
    COLOUR_UNKNOWN = "colour-unknown"
    LEFT_OUT_WITH_IT = "left-out-with-it"
    BOUNDARIES_UNREADABLE = "boundaries-unreadable"
    BOUNDARIES_INVALID = "boundaries-invalid"
    BOUNDARY_INVALID = "boundary-invalid"
    BOUNDARY_UNKNOWN = "boundary-unknown"


LONGEST_SHOWN: Final = 80


def shown(text: str) -> str:
    """Return somebody's text as it can stand in a sentence of one line."""
    cut = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in cut)


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands: the path of a key or value in its TOML; the empty path is the file as a whole.

    `at_key` means the key itself, for keys that are unknown.
    """

    file: str
    path: KeyPath = ()
    at_key: bool = False

    def inside(self, path: KeyPath, *, at_key: bool = False) -> Location:
        """Return where a path inside of this stands."""
        return Location(self.file, self.path + path, at_key)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem before its lines are known. `first` fills `{where}` of the message: where the other one stands."""

    location: Location
    code: str
    message: Message
    hint: Message | None = None
    severity: Severity = Severity.ERROR
    first: Location | None = None
    known: Position | None = None
    """The line and column where they are known at once, as for errors of syntax."""


MOST_NAMES_LOOKED_UP: Final = 200
"""Near names are a courtesy: in files where everything is wrong, they must not take minutes."""


@dataclass(slots=True)
class NearNames:
    """The nearest known name for a wrong one, for hints."""

    left: int = MOST_NAMES_LOOKED_UP
    answers: dict[tuple[str, int], str | None] = field(default_factory=dict)

    def nearest(self, wrong: str, known: Iterable[str]) -> str | None:
        """Return the known name that is most like the wrong one, or None where none is."""
        names = list(known)
        key = (wrong, hash(tuple(names)))
        if key not in self.answers:
            if self.left == 0 or len(wrong) > LONGEST:
                return None
            self.left -= 1
            found = near_names(wrong, names)
            self.answers[key] = found[0] if found else None
        return self.answers[key]

    def hint(self, wrong: str, known: Iterable[str]) -> Message | None:
        """Return `did you mean “…”?`, or None where nothing is near."""
        name = self.nearest(wrong, known)
        return None if name is None else message("did you mean “{name}”?", name=shown(name))


@dataclass(slots=True)
class Diagnostics:
    """Everything found so far, in the order of finding."""

    items: list[Diagnostic] = field(default_factory=list)
    near: NearNames = field(default_factory=NearNames)

    def error(
        self,
        location: Location,
        code: str,
        said: Message,
        hint: Message | None = None,
        *,
        first: Location | None = None,
    ) -> None:
        """Note something that had to be left out."""
        self.items.append(Diagnostic(location, code, said, hint, first=first))

    def warn(
        self,
        location: Location,
        code: str,
        said: Message,
        hint: Message | None = None,
        *,
        first: Location | None = None,
    ) -> None:
        """Note something that does no harm."""
        self.items.append(Diagnostic(location, code, said, hint, Severity.WARNING, first))


_PositionOf = Callable[[Location], Position | None]


def problems(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return the diagnostics with their lines and columns: by file in the order of reading, then by line.

    `texts` are the files' texts by name: only those in which something was found are looked at again.
    """
    listed = list(diagnostics)
    wanted: defaultdict[str, set[KeyPath]] = defaultdict(set)
    for diagnostic in listed:
        for location in (diagnostic.location, diagnostic.first):
            if location is not None and location.path and location.file in texts:
                wanted[location.file].add(location.path)
    found = {file: positions(texts[file], paths) for file, paths in wanted.items()}

    def position(location: Location) -> Position | None:
        of_file = found.get(location.file)
        return of_file.of(location.path, at_key=location.at_key) if of_file and location.path else None

    order = {file: number for number, file in enumerate(texts)}
    result = [
        _problem(diagnostic, diagnostic.known or position(diagnostic.location), position) for diagnostic in listed
    ]
    result.sort(key=lambda each: (order.get(each.file, -1), each.line or 0, each.column or 0))
    return tuple(result)


def _problem(diagnostic: Diagnostic, at: Position | None, position: _PositionOf) -> Problem:
    said = diagnostic.message
    if diagnostic.first is not None:
        other = position(diagnostic.first)
        where = diagnostic.first.file if other is None else f"{diagnostic.first.file}:{other.line}"
        said = Message(said.template, (*said.values, ("where", where)))
    line, column = (at.line, at.column) if at else (None, None)
    return Problem(
        diagnostic.location.file, line, column, diagnostic.severity, str(diagnostic.code), said, diagnostic.hint
    )
