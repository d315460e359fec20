"""Readers of single values: from what stands in a table to what stands in a record.

Each takes the raw value, the entry that it belongs to, and its path inside that entry. Where the value will not do, the
reader says so to the entry and returns None; nothing is paid for that where all is well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from heartland_gui.loading.findings import Code, Findings, Spot, shown
from heartland_gui.loading.positions import KeyPath
from heartland_gui.model.entities import Localized
from heartland_gui.model.period import Frequency, Period, PeriodError, parse_period
from heartland_gui.text import Message, message
from heartland_gui.wording import period_refusal

LARGEST_NUMBER: Final = 1e300
"""Beyond this a sum or a ratio of two values could leave the range of floating-point numbers."""

ID_PATTERN: Final = r"[a-z0-9]++(?:-[a-z0-9]++)*+"
LONGEST_ID: Final = 100
"""Ids become names of files."""

ADDRESS_PATTERN: Final = r"https?://[^\s/?#]\S*"
_ID: Final = re.compile(ID_PATTERN)
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_ADDRESS: Final = re.compile(ADDRESS_PATTERN, re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
DATES: Final = frozenset({Frequency.YEAR, Frequency.MONTH, Frequency.DAY})
_PERIOD_HINT: Final = message("periods look like 2019, 2019-S1, 2019-Q1, 2019-03, 2019-03-31 or 2019-01/2019-09")


@dataclass(slots=True)
class Context:
    """What all entries of a dataset share while they are read."""

    findings: Findings
    default_language: str = "en"
    languages: tuple[str, ...] = ()
    """The declared ones; none where there is no manifest to tell."""


@dataclass(slots=True)
class Entry:
    """One table as it stands in a file, and whether something in it will not do."""

    context: Context
    file: str
    path: KeyPath
    failed: bool = False

    def spot(self, path: KeyPath = (), *, at_key: bool = False) -> Spot:
        """Return the place of a path inside this entry."""
        return Spot(self.file, self.path + path, at_key)

    def refuse(
        self, path: KeyPath, code: str, said: Message, hint: Message | None = None, *, at_key: bool = False
    ) -> None:
        """Note an error: the entry is left out."""
        self.failed = True
        self.context.findings.error(self.spot(path, at_key=at_key), code, said, hint)

    def warn(
        self, path: KeyPath, code: str, said: Message, hint: Message | None = None, *, at_key: bool = False
    ) -> None:
        """Note something that does no harm."""
        self.context.findings.warn(self.spot(path, at_key=at_key), code, said, hint)


Reader = Callable[[object, Entry, KeyPath], object]


def key_name(path: KeyPath) -> str:
    """Return how a path inside an entry is called in a sentence: `people[1].name`."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{shown(part)}" if name else shown(part)
    return name


def read_text(value: object, entry: Entry, path: KeyPath) -> str | None:
    """Read a text that is the same in all languages."""
    if type(value) is not str:
        _refuse_type(
            entry, path, message("“{key}” must be a text in quotes.", key=key_name(path)), value, _quotable(value)
        )
        return None
    if not value or value.isspace():
        said = message("The text of “{key}” is empty.", key=key_name(path))
        entry.refuse(path, Code.TEXT_EMPTY, said, message("leave the key out"))
        return None
    if not value.isprintable() and (found := _CONTROL.search(value)):
        said = message("“{key}” holds the control character {sign}.", key=key_name(path), sign=f"U+{ord(found[0]):04X}")
        entry.refuse(path, Code.TEXT_CONTROL_CHARACTER, said)
        return None
    return value


def read_localized(value: object, entry: Entry, path: KeyPath) -> Localized | None:
    """Read a text for people: in the default language, or a table of languages."""
    context = entry.context
    if type(value) is str:
        return Localized(((context.default_language, read_text(value, entry, path) or ""),))
    if type(value) is not dict:
        said = message("“{key}” must be a text or a table of languages.", key=key_name(path))
        _refuse_type(entry, path, said, value, message('write "…" or { en = "…", zh = "…" }'))
        return None
    for language, text in value.items():
        read_text(text, entry, (*path, language))
        if language not in context.languages:
            _doubt_language(language, entry, path)
    if not value:
        entry.refuse(path, Code.TEXT_EMPTY, message("The text of “{key}” is empty.", key=key_name(path)))
    elif context.default_language not in value and context.languages:
        said = message(
            "“{key}” lacks the default language {language}.", key=key_name(path), language=context.default_language
        )
        entry.warn(path, Code.LANGUAGE_MISSING, said)
    forms = tuple(value.items())
    if forms and forms[0][0] != context.default_language:
        forms = tuple(sorted(forms, key=lambda form: form[0] != context.default_language))
    return Localized(forms)


def _doubt_language(language: str, entry: Entry, path: KeyPath) -> None:
    declared = entry.context.languages
    if LANGUAGE.fullmatch(language) is None:
        said = message("“{language}” is no language tag.", language=shown(language))
        entry.refuse((*path, language), Code.LANGUAGE_INVALID, said, _listed(declared or ("en", "zh")), at_key=True)
        return
    if not declared:
        return
    said = message("The language “{language}” is not declared in the manifest.", language=shown(language))
    entry.warn((*path, language), Code.LANGUAGE_UNDECLARED, said, _listed(declared), at_key=True)


def _listed(names: tuple[str, ...]) -> Message:
    return message("known: {names}", names=", ".join(names))


@dataclass(frozen=True, slots=True)
class ListOf:
    """The reader of a list, each of whose items `read_item` reads."""

    read_item: Reader

    def __call__(self, value: object, entry: Entry, path: KeyPath) -> tuple[object, ...]:
        """Read the list."""
        if type(value) is not list:
            said = message("“{key}” must be a list.", key=key_name(path))
            hint = message("write it in square brackets") if type(value) is str else None
            _refuse_type(entry, path, said, value, hint)
            return ()
        return tuple([self.read_item(item, entry, (*path, number)) for number, item in enumerate(value)])


def read_id(value: object, entry: Entry, path: KeyPath) -> str | None:
    """Read an id that this entry gives itself, or another word of the same form."""
    text = read_text(value, entry, path)
    if text and (_ID.fullmatch(text) is None or len(text) > LONGEST_ID):
        said = message("“{id}” is no id.", id=shown(text))
        hint = message("lower-case letters and digits joined by hyphens, like {example}", example=_kebab(text))
        entry.refuse(path, Code.ID_INVALID, said, hint)
    return text


def _kebab(text: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", text.lower()))[:100].strip("-") or "natural-gas"


class Choice:
    """The reader of a word from a closed list; `members` are its words and what they mean."""

    def __init__(self, choices: type[StrEnum]) -> None:
        self.members = {str(member): member for member in choices}

    def __call__(self, value: object, entry: Entry, path: KeyPath) -> StrEnum | None:
        """Read the word."""
        if type(value) is not str:
            said = message("“{key}” must be a text in quotes.", key=key_name(path))
            _refuse_type(entry, path, said, value, _quotable(value))
            return None
        member = self.members.get(value)
        if member is None:
            said = message("“{word}” is no “{key}” of this format.", word=shown(value), key=key_name(path))
            near = entry.context.findings.near.hint(value, self.members)
            entry.refuse(path, Code.CHOICE_UNKNOWN, said, near or _listed(tuple(self.members)))
        return member


def read_period(value: object, entry: Entry, path: KeyPath) -> Period | None:
    """Read a time period."""
    if type(value) is not str:
        said = message("“{key}” must be a time period in quotes.", key=key_name(path))
        _refuse_type(entry, path, said, value, _quotable(value))
        return None
    return period_of(value, entry, path)


def period_of(label: str, entry: Entry, path: KeyPath, *, at_key: bool = False) -> Period | None:
    """Return the period that a label means; `at_key` where the label is itself a key."""
    try:
        return parse_period(label)
    except PeriodError as error:
        hint = _PERIOD_HINT if error.code == Code.PERIOD_INVALID else message("write the earlier end first")
        said = period_refusal(error.fault, shown(label))
        entry.refuse(path, error.code, said, hint, at_key=at_key)
        return None


def read_date(value: object, entry: Entry, path: KeyPath) -> Period | None:
    """Read a day, a month or a year."""
    period = read_period(value, entry, path)
    if period is not None and period.frequency not in DATES:
        said = message("“{label}” is no date.", label=period.label)
        entry.refuse(path, Code.DATE_TOO_WIDE, said, message("a date is a day, a month or a year"))
    return period


def read_period_label(value: object, entry: Entry, path: KeyPath) -> str | None:
    """Read a time period of which only the label is kept."""
    period = read_period(value, entry, path)
    return period.label if period else None


def read_number(value: object, entry: Entry, path: KeyPath) -> int | float | None:
    """Read a finite number."""
    if type(value) is not int and type(value) is not float:
        hint = message("write the number without quotes") if type(value) is str else None
        _refuse_type(entry, path, message("“{key}” must be a number.", key=key_name(path)), value, hint)
        return None
    if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:  # also false for what is not a number
        said = message("“{key}” must be a finite number.", key=key_name(path))
        entry.refuse(path, Code.NUMBER_NOT_FINITE, said, message("leave the entry out where no number is known"))
    return value


def read_factor(value: object, entry: Entry, path: KeyPath) -> int | float | None:
    """Read a finite number above 0."""
    number = read_number(value, entry, path)
    if number is not None and number <= 0:
        said = message("“{key}” must be larger than 0.", key=key_name(path))
        entry.refuse(path, Code.NUMBER_OUT_OF_RANGE, said)
    return number


def read_truth(value: object, entry: Entry, path: KeyPath) -> bool | None:
    """Read true or false."""
    if type(value) is not bool:
        hint = message("write it without quotes") if type(value) is str else None
        _refuse_type(entry, path, message("“{key}” must be true or false.", key=key_name(path)), value, hint)
        return None
    return value


@dataclass(frozen=True, slots=True)
class Degrees:
    """The reader of an angle from `-limit` to `limit` degrees."""

    limit: int

    def __call__(self, value: object, entry: Entry, path: KeyPath) -> float | None:
        """Read the angle."""
        number = read_number(value, entry, path)
        if number is not None and not -self.limit <= number <= self.limit and not entry.failed:
            said = message(
                "“{key}” must be between −{limit} and {limit} degrees.", key=key_name(path), limit=self.limit
            )
            entry.refuse(path, Code.NUMBER_OUT_OF_RANGE, said)
        return number


def read_address(value: object, entry: Entry, path: KeyPath) -> str | None:
    """Read the address of a page on the web."""
    text = read_text(value, entry, path)
    if text and (_ADDRESS.fullmatch(text) is None or not text.isprintable()):
        said = message("“{address}” is no address of the web.", address=shown(text))
        entry.refuse(path, Code.ADDRESS_INVALID, said, message("it begins with https:// or http://"))
    return text


def read_language(value: object, entry: Entry, path: KeyPath) -> str | None:
    """Read a language tag (BCP 47)."""
    text = read_text(value, entry, path)
    if text and LANGUAGE.fullmatch(text) is None:
        said = message("“{language}” is no language tag.", language=shown(text))
        entry.refuse(path, Code.LANGUAGE_INVALID, said, message("write en, zh or zh-Hant"))
    return text


def _refuse_type(entry: Entry, path: KeyPath, said: Message, value: object, hint: Message | None = None) -> None:
    code = Code.WRONG_TYPE
    if isinstance(value, datetime | date | time):
        code, hint = Code.DATE_UNQUOTED, _in_quotes(value.isoformat())
    entry.refuse(path, code, said, hint)


def _in_quotes(text: str) -> Message:
    return message("put it in quotes: “{text}”", text=text)


def _quotable(value: object) -> Message | None:
    """Return the hint for a number where a text is wanted, most often a year."""
    return _in_quotes(str(value)) if type(value) is int and value.bit_length() < 64 else None
