"""The words of a language: its sentences, numbers and periods."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from heartland_gui.text.conventions import items
from heartland_gui.text.messages import Message, message
from heartland_gui.text.numbers import Magnitude, Numbers, Unit
from heartland_gui.text.periods import Periods

# Translators: what stands between the items of a list, of which any number may follow.
_ITEMS: Final = message("{before}, {after}")
# Translators: what stands between a text and what more is said of it: Revenue, 2024. Chinese parts it by a comma there.
_DETAILS: Final = message("{said}, {more}")
# Translators: what stands between parts that may hold commas, such as several sources.
_CLAUSES: Final = message("{before}; {after}")
# Translators: what stands between two sentences; {before} ends with its own full stop.
_SENTENCES: Final = message("{before} {after}")
# Translators: a name as a title has it, and the same name inside a sentence: German has Wachstum, Wachstum.
_TITLE_AND_INSIDE: Final = items(message("Growth, growth"))

_BRACES: Final = re.compile(r"{\w+}")
_NO_CATALOGUE: Final = gettext.NullTranslations()


class Words:
    """The words of one language. Immutable; choosing another language makes another `Words`."""

    def __init__(self, language: str = "en", catalogue: gettext.NullTranslations | None = None) -> None:
        self.language = language
        self._catalogue = catalogue or _NO_CATALOGUE
        self.numbers = Numbers(language, self._catalogue)
        self.periods = Periods(self._catalogue)
        title, inside = _TITLE_AND_INSIDE.of(self._catalogue)
        self._lowers_names = title != inside
        # Charts and lists ask for the same periods again and again.
        self._period = lru_cache(maxsize=65_536)(self.periods.period)

    def __eq__(self, other: object) -> bool:
        """Whether both are the words of the same language from the same catalogue."""
        if not isinstance(other, Words):
            return NotImplemented
        return (self.language, self._catalogue) == (other.language, other._catalogue)

    def __hash__(self) -> int:
        return hash(self.language)

    # -- sentences ----------------------------------------------------------------------------------------------

    def text(self, template: str, /, **values: str | float) -> str:
        """Return the sentence `template` in this language, its `{braces}` filled with `values`; counts are grouped."""
        translated = self._catalogue.gettext(template)
        return translated.format(**_said(values, self)) if values else translated

    def plural(self, one: str, many: str, count: int, /, **values: str | float) -> str:
        """Return the form of the sentence that fits `count`, which also fills `{n}`."""
        return self._catalogue.ngettext(one, many, count).format(n=self.number(count), **_said(values, self))

    def say(self, said: Message) -> str:
        """Return a stored message in this language."""
        return self.text(said.template, **dict(said.values))

    def inside(self, name: str) -> str:
        """Return a name as it stands inside a sentence: in English without its capital, but for an abbreviation."""
        return name[:1].lower() + name[1:] if self._lowers_names and name[1:2].islower() else name

    def listing(self, items: Sequence[str]) -> str:
        """Return `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        return self.text("{first} and {last}", first=self.enumeration(items[:-1]), last=items[-1])

    def enumeration(self, items: Sequence[str]) -> str:
        """Return `a, b, c`: a list that does not end where it stops."""
        return self._joint(_ITEMS).join(items)

    def details(self, parts: Sequence[str]) -> str:
        """Return `Revenue, 2024, actual`: one text and what more is said of it, which is no list of things alike."""
        return self._joint(_DETAILS).join(parts)

    def clauses(self, parts: Sequence[str]) -> str:
        """Return `a, b; c`: a list of parts that may themselves hold commas."""
        return self._joint(_CLAUSES).join(parts)

    def sentences(self, parts: Sequence[str]) -> str:
        """Return whole sentences, one after the other in one line."""
        joint = self._joint(_SENTENCES)
        # A text that the data has in English alone ends with a full stop that needs its space in any language.
        ended = [part + " " if part[-1:].isascii() and not joint else part for part in parts[:-1]]
        return joint.join((*ended, *parts[-1:]))

    def _joint(self, joint: Message) -> str:
        """Return what stands between two parts in this language."""
        return _BRACES.sub("", self.text(joint.template))

    # -- numbers ------------------------------------------------------------------------------------------------

    def number(self, value: float, digits: int | None = None) -> str:
        """Return the number in full with grouped thousands; `digits` rounds to that many decimals.

        Numbers with a decimal point have 15 significant digits, all that binary ones surely hold; whole ones up to 18
        digits are exact. What is beyond that, or nearer to zero than a billionth, has a power of ten: `1.23×10¹⁸`.
        """
        return self.numbers.number(value, digits)

    def rounded(self, value: float) -> str:
        """Return a number with at most three significant digits, for what was computed: `0.96`, `12.5`, `1,204`."""
        return self.numbers.rounded(value)

    def compact(self, value: float, unit: Unit) -> str:
        """Return a value as it stands on cards, axes and labels: `1.5 bn`, `48`, `15亿`, without its unit.

        Shortened numbers have three significant digits.
        """
        return self.numbers.compact(value, unit)

    def amount(self, value: float, unit: Unit) -> str:
        """Return a value with its unit: `1.5 bn yuan`, `15亿元`, `99 %`, `40.1 GW`."""
        return self.numbers.amount(value, unit)

    def full_amount(self, value: float, unit: Unit, digits: int | None = None) -> str:
        """Return a value with its unit at full precision, for tooltips and tables; `digits` are its decimals."""
        return self.numbers.with_unit(self.number(value, digits), unit)

    def exact_amount(self, value: float, unit: Unit) -> str:
        """Return a value with its unit and all of its digits, shortened where that leaves few decimals."""
        return self.numbers.exact(value, unit)

    def magnitude(self, largest: float, unit: Unit) -> Magnitude:
        """Return the scale that suits a set of values whose largest is `largest` (in base units)."""
        return self.numbers.magnitude(largest, unit)

    def scaled(self, value: float, magnitude: Magnitude, digits: int | None = None) -> str:
        """Return a value on an axis or in a column of that magnitude, without its unit.

        `digits` rounds to that many decimals; else it has three significant digits, or all where it is not scaled.
        """
        return self.numbers.scaled(value, magnitude.divisor, digits)

    def decimals(self, value: float, magnitude: Magnitude) -> int:
        """Return how many decimals a value has as `scaled` shows it."""
        return len(self.scaled(value, magnitude).partition(self.numbers.signs.decimal)[2])

    # -- periods ------------------------------------------------------------------------------------------------

    def period(self, label: str) -> str:
        """Return an SDMX time period (or a span of two) in words: `H1 2019`, `Jan-Sep 2019`, `2019年1—9月`."""
        return self._period(label)

    def day(self, day: date) -> str:
        """Return a day with its month in full: `1 June 2020`, `2020年6月1日`."""
        return self.periods.day(day)

    def years(self, first: int, last: int) -> str:
        """Return the years from one to another, `2019–2025` or `2019—2025年`, or the one year where both are it."""
        return self.period(f"{first:04d}/{last:04d}" if first != last else f"{first:04d}")


def _said(values: Mapping[str, str | float], words: Words) -> dict[str, str | float]:
    return {name: words.number(value) if isinstance(value, int) else value for name, value in values.items()}
