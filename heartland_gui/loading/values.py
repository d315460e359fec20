"""Kinds of values: what may stand under a key, how it becomes a value of the model, and what is wrong with it in words.

Values are read in columns: all that stand under one key in many entries, at once. A rule is one function that picks
the wrong values out of a set of values, which costs next to nothing where there are none, and one sentence. Which
entry a wrong value belongs to is looked up only when there is something to say.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from itertools import chain, filterfalse, islice, repeat
from typing import Any, ClassVar, Final

from heartland_gui.loading.diagnostics import Code, Diagnostics, Location, shown
from heartland_gui.loading.positions import KeyPath
from heartland_gui.model.dataset import SLOTS
from heartland_gui.model.entities import Localized
from heartland_gui.model.period import Frequency, Period, PeriodError, parse_period
from heartland_gui.text import Message, message
from heartland_gui.wording import period_refusal

LARGEST_NUMBER: Final = 1e300
"""Beyond this a sum or a ratio of two values could leave the range of floating-point numbers."""

LONGEST_ID: Final = 100
"""Ids become names of files."""

LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_ID: Final = re.compile(rf"(?=.{{1,{LONGEST_ID}}}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDRESS: Final = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_DATES: Final = frozenset({Frequency.YEAR, Frequency.MONTH, Frequency.DAY})
_PERIOD_HINT: Final = message("periods look like 2019, 2019-S1, 2019-Q1, 2019-03, 2019-03-31 or 2019-01/2019-09")


@dataclass(slots=True)
class Context:
    """What all entries of a dataset share while they are read."""

    diagnostics: Diagnostics
    default_language: str = "en"
    languages: tuple[str, ...] = ()
    """The declared ones; none where there is no manifest to tell."""


@dataclass(slots=True)
class Entries:
    """Tables of one kind while they are read, numbered from 0; `locate` tells where the table of a number stands."""

    context: Context
    tables: list[dict[str, Any]]
    locate: Callable[[int], Location]
    refused: dict[int, set[str | int]] = field(default_factory=dict)
    """The entries that will not do, and the keys because of which."""
    read_positions: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    """Of entries inside an entry, some of which were left out: the places of the others in their list."""

    def location(self, number: int, path: KeyPath = (), *, at_key: bool = False) -> Location:
        """Return where a path inside an entry stands."""
        return self.locate(number).inside(path, at_key=at_key)

    def column(self, name: str, values: list[Any], numbers: list[int] | None = None) -> Column:
        """Return the values under a key; `numbers` are those of the entries in which it stands, if not in all."""
        if numbers is None:
            return Column(self, values, lambda place: (place, (name,)))
        return Column(self, values, lambda place: (numbers[place], (name,)))

    def refuse(self, number: int, path: KeyPath, code: str, said: Message, hint: Message | None = None) -> None:
        """Note an error: the entry is left out."""
        self.refused.setdefault(number, set()).update(path[:1])
        self.context.diagnostics.error(self.location(number, path), code, said, hint)


@dataclass(slots=True)
class Column:
    """Values of many entries; `at` tells of each the number of its entry and its path inside that.

    A value that was refused is replaced by something harmless, so that nothing more is said of it.
    """

    entries: Entries
    values: list[Any]
    at: Callable[[int], tuple[int, KeyPath]]
    whole: bool = True
    """Whether no value was replaced by None."""

    @property
    def context(self) -> Context:
        """What all entries share."""
        return self.entries.context

    def name(self, place: int) -> str:
        """Return how the key of a value is called in a sentence: `people[1].name`."""
        return key_name(self.at(place)[1])

    def refuse(
        self, place: int, code: str, said: Message, hint: Message | None = None, *, at_key: bool = False
    ) -> None:
        """Note an error of a value: its entry is left out."""
        number, path = self.at(place)
        self.entries.refused.setdefault(number, set()).update(path[:1])
        self.context.diagnostics.error(self.entries.location(number, path, at_key=at_key), code, said, hint)

    def warn(self, place: int, code: str, said: Message, hint: Message | None = None, *, at_key: bool = False) -> None:
        """Note something about a value that does no harm."""
        number, path = self.at(place)
        self.context.diagnostics.warn(self.entries.location(number, path, at_key=at_key), code, said, hint)

    def inside(self, values: list[Any], steps: Callable[[], Iterable[tuple[int, KeyPath]]]) -> Column:
        """Return a column of what stands inside these values; `steps` tells of each in which and by which path."""
        listed = cache(lambda: list(steps()))

        def at(place: int) -> tuple[int, KeyPath]:
            outer, step = listed()[place]
            number, path = self.at(outer)
            return number, path + step

        return Column(self.entries, values, at)


def key_name(path: KeyPath) -> str:
    """Return how a path inside an entry is called in a sentence: `people[1].name`."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{shown(part)}" if name else shown(part)
    return name


@dataclass(frozen=True, slots=True)
class Rule:
    """`wrong` returns those of some values that break it; `tell` says so of one of them, at a place of a column."""

    wrong: Callable[[Iterable[Any]], Collection[Any]]
    tell: Callable[[Column, int, Any], None]


def hold(column: Column, rules: Iterable[Rule], *, distinct: bool = False) -> None:
    """Tell every value that breaks a rule, each for the first one that it breaks.

    With `distinct`, each is asked once of what stands there many times; that pays where most values do.
    """
    values: Collection[Any] = set(column.values) if distinct else column.values
    if not column.whole:
        values = [value for value in values if value is not None]
    for rule in rules:
        wrong = frozenset(rule.wrong(values))
        if wrong:
            for place, value in enumerate(column.values):
                if value in wrong:
                    rule.tell(column, place, value)
            values = [value for value in values if value not in wrong]


def unless(test: Callable[[Any], object]) -> Callable[[Iterable[Any]], Collection[Any]]:
    """Return what picks the values of which a test is not true; it is quickest with tests written in C."""
    return lambda values: list(filterfalse(test, values))


def of_types(
    column: Column, types: Collection[type], tell: Callable[[Column, int, Any], None], *, instead: Any = None
) -> None:
    """Tell every value of another type and put something harmless in its place."""
    if set(map(type, column.values)).issubset(types):
        return
    for place, value in enumerate(column.values):
        if type(value) not in types:
            tell(column, place, value)
            column.values[place] = instead
            column.whole = column.whole and instead is not None


def refuse_type(column: Column, place: int, value: object, said: Message, hint: Message | None = None) -> None:
    """Refuse a value of another type than is wanted; of a date that lacks its quotes, say that."""
    code = Code.WRONG_TYPE
    if isinstance(value, datetime | date | time):
        code, hint = Code.DATE_UNQUOTED, _in_quotes(value.isoformat())
    column.refuse(place, code, said, hint)


def _in_quotes(text: str) -> Message:
    return message("put it in quotes: “{text}”", text=text)


def _quotable(value: object) -> Message | None:
    """Return the hint for a number where a text is wanted, most often a year."""
    return _in_quotes(str(value)) if type(value) is int and value.bit_length() < 64 else None


def _known(names: Iterable[str]) -> Message:
    return message("known: {names}", names=", ".join(names))


class ValueKind(ABC):
    """A kind of values; `says` is how the page of the format calls it."""

    says: str

    @abstractmethod
    def read(self, column: Column) -> list[Any]:
        """Return a value of the model for each value; what will not do is told, and its place holds anything."""


def _tell_no_text(column: Column, place: int, value: object) -> None:
    said = message("“{key}” must be a text in quotes.", key=column.name(place))
    refuse_type(column, place, value, said, _quotable(value))


def _tell_empty(column: Column, place: int, _: object) -> None:
    said = message("The text of “{key}” is empty.", key=column.name(place))
    column.refuse(place, Code.TEXT_EMPTY, said, message("leave the key out"))


def _tell_control(column: Column, place: int, text: str) -> None:
    sign = f"U+{ord(_CONTROL.findall(text)[0]):04X}"
    said = message("“{key}” contains the control character {sign}.", key=column.name(place), sign=sign)
    column.refuse(place, Code.TEXT_CONTROL_CHARACTER, said)


_TEXT_RULES: Final = (
    Rule(unless(str.strip), _tell_empty),
    # Control characters cannot be printed: of the few texts that cannot, most hold spaces and signs of other kinds.
    Rule(lambda texts: [text for text in filterfalse(str.isprintable, texts) if _CONTROL.search(text)], _tell_control),
)


@dataclass(frozen=True)
class Text(ValueKind):
    """A text that is the same in all languages; `rules` are what a text of this kind must be beside."""

    says: str
    rules: tuple[Rule, ...] = ()

    def read(self, column: Column) -> list[Any]:
        """Return the texts as they are."""
        of_types(column, (str,), _tell_no_text)
        hold(column, (*_TEXT_RULES, *self.rules), distinct=True)
        return column.values


def _tell_no_id(column: Column, place: int, text: str) -> None:
    said = message("“{id}” is not a valid id.", id=shown(text))
    example = "-".join(re.findall("[a-z0-9]+", text.lower()))[:LONGEST_ID].strip("-") or "natural-gas"
    hint = message("lower-case letters and digits joined by hyphens, like {example}", example=example)
    column.refuse(place, Code.ID_INVALID, said, hint)


def _tell_no_address(column: Column, place: int, text: str) -> None:
    said = message("“{address}” is not a web address.", address=shown(text))
    column.refuse(place, Code.ADDRESS_INVALID, said, message("it begins with https:// or http://"))


def _tell_no_language(column: Column, place: int, text: str) -> None:
    said = message("“{language}” is not a language tag.", language=shown(text))
    column.refuse(place, Code.LANGUAGE_INVALID, said, message("write en, zh or zh-Hant"))


TEXT: Final = Text("text")
ID: Final = Text("id", (Rule(unless(_ID.fullmatch), _tell_no_id),))
ADDRESS: Final = Text(
    "address", (Rule(unless(_ADDRESS.fullmatch), _tell_no_address), Rule(unless(str.isprintable), _tell_no_address))
)
LANGUAGE: Final = Text("language tag", (Rule(unless(LANGUAGE_TAG.fullmatch), _tell_no_language),))


class Colour(ValueKind):
    """The name of a slot of the palette: a wish, so that a wrong one costs nothing but itself."""

    says = "colour"

    def read(self, column: Column) -> list[Any]:
        """Return the names; an unknown one is told and dropped."""
        known = set(SLOTS)
        TEXT.read(column)
        hold(column, (Rule(lambda names: set(names).difference(known), self._tell),))
        return [name if name in known else None for name in column.values]

    @staticmethod
    def _tell(column: Column, place: int, name: str) -> None:
        said = message("“{name}” is not a colour of the palette; the pillar gets one by its order.", name=shown(name))
        near = column.context.diagnostics.near.hint(name, SLOTS)
        column.warn(place, Code.COLOUR_UNKNOWN, said, near or _known(SLOTS))


class Choice(ValueKind):
    """A word from a closed list; `members` are its words and what they mean."""

    def __init__(self, choices: type[StrEnum]) -> None:
        self.members: Mapping[str, StrEnum] = {str(member): member for member in choices}
        self.says = "one of " + ", ".join(f"`{word}`" for word in self.members)

    def read(self, column: Column) -> list[Any]:
        """Return the members that the words mean."""
        of_types(column, (str,), _tell_no_text)
        hold(column, (Rule(lambda words: set(words).difference(self.members), self._tell),))
        return list(map(self.members.get, column.values))

    def _tell(self, column: Column, place: int, word: str) -> None:
        said = message("“{word}” is not a value of “{key}” in this format.", word=shown(word), key=column.name(place))
        near = column.context.diagnostics.near.hint(word, self.members)
        column.refuse(place, Code.CHOICE_UNKNOWN, said, near or _known(self.members))


class TimePeriod(ValueKind):
    """A time period."""

    says = "period"
    frequencies: ClassVar[frozenset[Frequency]] = frozenset(Frequency)

    def read(self, column: Column) -> list[Any]:
        """Return the periods."""
        of_types(column, (str,), self._tell_no_label)
        return self.read_labels(column)

    def read_labels(self, column: Column, *, at_key: bool = False) -> list[Any]:
        """Return the periods that labels mean; `at_key` where the labels are themselves keys."""
        found: dict[Any, Period | None] = {}
        wrong: dict[str, PeriodError] = {}
        for label in set(column.values):
            try:
                found[label] = parse_period(label) if label is not None else None
            except PeriodError as error:
                found[label], wrong[label] = None, error
        if wrong:
            for place, label in enumerate(column.values):
                if label in wrong:
                    self._tell_no_period(column, place, label, wrong[label], at_key=at_key)
        wide = {label for label, period in found.items() if period and period.frequency not in self.frequencies}
        if wide:
            for place, label in enumerate(column.values):
                if label in wide:
                    said = message("“{label}” is not a date.", label=label)
                    column.refuse(place, Code.DATE_TOO_WIDE, said, message("a date is a day, a month or a year"))
        return list(map(found.__getitem__, column.values))

    @staticmethod
    def _tell_no_label(column: Column, place: int, value: object) -> None:
        said = message("“{key}” must be a time period in quotes.", key=column.name(place))
        refuse_type(column, place, value, said, _quotable(value))

    @staticmethod
    def _tell_no_period(column: Column, place: int, label: str, error: PeriodError, *, at_key: bool) -> None:
        hint = _PERIOD_HINT if error.code == Code.PERIOD_INVALID else message("write the earlier end first")
        said = period_refusal(error.fault, shown(label))
        column.refuse(place, error.code, said, hint, at_key=at_key)


class Day(TimePeriod):
    """A day, a month or a year."""

    says = "year, month or day"
    frequencies = _DATES


class PeriodLabel(TimePeriod):
    """A time period of which only the label is kept."""

    def read(self, column: Column) -> list[Any]:
        """Return the labels."""
        super().read(column)
        return column.values


def _tell_not_finite(column: Column, place: int, _: object) -> None:
    said = message("“{key}” must be a finite number.", key=column.name(place))
    column.refuse(place, Code.NUMBER_NOT_FINITE, said, message("leave the entry out where no number is known"))


def _tell_too_small(column: Column, place: int, _: object) -> None:
    said = message("“{key}” must be larger than 0.", key=column.name(place))
    column.refuse(place, Code.NUMBER_OUT_OF_RANGE, said)


_FINITE: Final = Rule(
    # Negated, because no comparison is true of what is not a number.
    lambda numbers: [number for number in numbers if not -LARGEST_NUMBER <= number <= LARGEST_NUMBER],
    _tell_not_finite,
)
_POSITIVE: Final = Rule(lambda numbers: [number for number in numbers if number <= 0], _tell_too_small)


@dataclass(frozen=True)
class Number(ValueKind):
    """A finite number; `rules` are what a number of this kind must be beside."""

    says: str
    rules: tuple[Rule, ...] = ()

    def read(self, column: Column) -> list[Any]:
        """Return the numbers as they are."""
        of_types(column, (int, float), self._tell)
        hold(column, (_FINITE, *self.rules))
        return column.values

    @staticmethod
    def _tell(column: Column, place: int, value: object) -> None:
        hint = message("write the number without quotes") if type(value) is str else None
        refuse_type(column, place, value, message("“{key}” must be a number.", key=column.name(place)), hint)


def degrees(limit: int) -> Number:
    """Return the kind of angles from `-limit` to `limit` degrees."""

    def tell(column: Column, place: int, _: object) -> None:
        said = message("“{key}” must be between −{limit} and {limit} degrees.", key=column.name(place), limit=limit)
        column.refuse(place, Code.NUMBER_OUT_OF_RANGE, said)

    beyond = Rule(lambda angles: [angle for angle in angles if not -limit <= angle <= limit], tell)
    return Number(f"degrees, −{limit} to {limit}", (beyond,))


class Truth(ValueKind):
    """True or false."""

    says = "`true` or `false`"

    def read(self, column: Column) -> list[Any]:
        """Return the values as they are."""
        of_types(column, (bool,), self._tell)
        return column.values

    @staticmethod
    def _tell(column: Column, place: int, value: object) -> None:
        hint = message("write it without quotes") if type(value) is str else None
        refuse_type(column, place, value, message("“{key}” must be true or false.", key=column.name(place)), hint)


class LocalizedText(ValueKind):
    """A text for people: in the default language, or a table of languages."""

    says = "text by language"

    def read(self, column: Column) -> list[Any]:
        """Return the texts, each with that in the default language first."""
        default = column.context.default_language
        of_types(column, (str, dict), self._tell_no_text, instead={default: "-"})
        types = set(map(type, column.values))
        if types == {str}:
            hold(column, _TEXT_RULES)
            return list(map(Localized, zip(zip(repeat(default), column.values))))
        tables = column.values
        if str in types:
            tables = [value if type(value) is dict else {default: value} for value in tables]
        texts = column.inside(list(chain.from_iterable(map(dict.values, tables))), lambda: _steps(column.values))
        of_types(texts, (str,), _tell_no_text)
        hold(texts, _TEXT_RULES)
        orders = set(map(tuple, tables))
        declared = set(column.context.languages)
        if not declared.issuperset(chain.from_iterable(orders)) or any(default not in order for order in orders):
            self._tell_languages(column)
        if any(order[:1] != (default,) for order in orders):
            tables = [{default: table[default]} | table if default in table else table for table in tables]
        return list(map(Localized, map(dict.items, tables)))

    @staticmethod
    def _tell_no_text(column: Column, place: int, value: object) -> None:
        said = message("“{key}” must be a text or a table of languages.", key=column.name(place))
        refuse_type(column, place, value, said, message('write "…" or { en = "…", zh = "…" }'))

    def _tell_languages(self, column: Column) -> None:
        context = column.context
        for place, value in enumerate(column.values):
            if type(value) is not dict:
                continue
            named = column.inside([], lambda place=place, value=value: [(place, (each,)) for each in value])  # type: ignore[misc]
            for number, language in enumerate(value):
                if language not in context.languages:
                    self._doubt_language(named, number, language)
            if not value:
                column.refuse(place, Code.TEXT_EMPTY, message("The text of “{key}” is empty.", key=column.name(place)))
            elif context.default_language not in value and context.languages:
                language = context.default_language
                said = message(
                    "“{key}” has no text in the default language {language}.", key=column.name(place), language=language
                )
                column.warn(place, Code.LANGUAGE_MISSING, said)

    @staticmethod
    def _doubt_language(column: Column, place: int, language: str) -> None:
        declared = column.context.languages
        if LANGUAGE_TAG.fullmatch(language) is None:
            said = message("“{language}” is not a language tag.", language=shown(language))
            column.refuse(place, Code.LANGUAGE_INVALID, said, _known(declared or ("en", "zh")), at_key=True)
        elif declared:
            said = message("The language “{language}” is not declared in the manifest.", language=shown(language))
            column.warn(place, Code.LANGUAGE_UNDECLARED, said, _known(declared), at_key=True)


def _steps(values: Iterable[object]) -> Iterator[tuple[int, KeyPath]]:
    """Yield for each text of some localized ones in which of them it stands, and by which path."""
    for place, value in enumerate(values):
        if isinstance(value, dict):
            yield from ((place, (language,)) for language in value)
        else:
            yield place, ()


def listed(column: Column) -> Column:
    """Return the items of lists; each list of the column has the items that come next."""
    return column.inside(
        list(chain.from_iterable(column.values)),
        lambda: ((place, (number,)) for place, items in enumerate(column.values) for number in range(len(items))),
    )


def divided(items: Iterable[Any], lengths: Iterable[int]) -> list[Any]:
    """Return tuples of so many items each."""
    rest = iter(items)
    return [tuple(islice(rest, length)) for length in lengths]


@dataclass(frozen=True)
class ListOf(ValueKind):
    """A list of values of one kind."""

    kind: ValueKind

    @property
    def says(self) -> str:  # type: ignore[override]
        """How the page of the format calls it."""
        return f"list: {self.kind.says}"

    def read(self, column: Column) -> list[Any]:
        """Return the lists as tuples."""
        of_types(column, (list,), self._tell, instead=[])
        items = listed(column)
        return divided(self.kind.read(items) if items.values else (), map(len, column.values))

    @staticmethod
    def _tell(column: Column, place: int, value: object) -> None:
        hint = message("write it in square brackets") if type(value) is str else None
        refuse_type(column, place, value, message("“{key}” must be a list.", key=column.name(place)), hint)


NUMBER: Final = Number("number")
FACTOR: Final = Number("number above 0", (_POSITIVE,))
PERIOD: Final = TimePeriod()
DAY: Final = Day()
PERIOD_LABEL: Final = PeriodLabel()
LOCALIZED: Final = LocalizedText()
TRUTH: Final = Truth()
COLOUR: Final = Colour()
