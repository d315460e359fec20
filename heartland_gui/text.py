"""Words in the chosen language: messages, numbers, amounts, periods.

Every sentence that a person reads goes through `Words`. English sentences are the keys of the catalogues (gettext), so
a language is one catalogue and no code. Numbers and dates of English and Chinese follow CLDR, apart from the compact
forms, which follow the house style of financial newspapers (`bn`, `tn`) and Chinese custom (`万`, `亿`).
"""

from __future__ import annotations

import gettext
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not yet in a language: an English template and what fills its `{braces}`."""

    template: str
    values: tuple[tuple[str, str | int | float], ...] = ()


def message(template: str, /, **values: str | float) -> Message:
    """Return a message to be put into words later; `template` is found by the catalogue's extraction."""
    return Message(template, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Magnitude:
    """One scale for a whole axis or column: stored values are divided by `divisor` and read in `unit`."""

    divisor: float
    unit: str


# Translators: what stands between the items of a list, of which any number may follow.
_ITEMS: Final = message("{before}, {after}")
# Translators: what stands between parts that may hold commas, such as several sources.
_CLAUSES: Final = message("{before}; {after}")
# Translators: what stands between two sentences; {before} ends with its own full stop.
_SENTENCES: Final = message("{before} {after}")

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH_STEPS: Final = ((1e12, "tn", "trillion"), (1e9, "bn", "billion"), (1e6, "mn", "million"))
_CHINESE_STEPS: Final = ((1e12, "万亿", "万亿"), (1e8, "亿", "亿"), (1e4, "万", "万"))
_SI_STEPS: Final = ((1e9, "T"), (1e6, "G"), (1e3, "M"))
_SI_FAMILIES: Final = ("kW", "kWh")
_CHINESE_PARTS: Final = {
    "S1": "上半年",
    "S2": "下半年",
    "Q1": "一季度",
    "Q2": "二季度",
    "Q3": "三季度",
    "Q4": "四季度",
}


_LEAST_PLAIN: Final = 1e-9
_LEAST_POWER: Final = 1e15
_LEAST_POWER_OF_WHOLE: Final = 10**18
"""Between these numbers are written without a power of ten."""
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")

_NO_CATALOGUE: Final = gettext.NullTranslations()


class Words:
    """The words of one language. Immutable; choosing another language makes another `Words`."""

    def __init__(self, language: str = "en", catalogue: gettext.NullTranslations | None = None) -> None:
        self.language = language
        self._catalogue = catalogue or _NO_CATALOGUE
        self._chinese = language.split("-", maxsplit=1)[0] == "zh"

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

    def listing(self, items: Sequence[str]) -> str:
        """Return `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        return self.text("{first} and {last}", first=self.enumeration(items[:-1]), last=items[-1])

    def enumeration(self, items: Sequence[str]) -> str:
        """Return `a, b, c`: a list that does not end where it stops."""
        return self._joint(_ITEMS).join(items)

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
        return self.text(joint.template).replace("{before}", "").replace("{after}", "")

    # -- numbers ------------------------------------------------------------------------------------------------

    def number(self, value: float, digits: int | None = None) -> str:
        """Return the number in full with grouped thousands; `digits` rounds to that many decimals.

        Numbers with a decimal point have 15 significant digits, all that binary ones surely hold; whole ones up to 18
        digits are exact. What is beyond that, or nearer to zero than a billionth, has a power of ten: `1.23×10¹⁸`.
        """
        whole = isinstance(value, int)
        if not whole and not math.isfinite(value):
            shown = str(value)
        elif abs(value) >= (_LEAST_POWER_OF_WHOLE if whole else _LEAST_POWER) or (
            digits is None and 0 < abs(value) < _LEAST_PLAIN
        ):
            shown = _with_power(value)
        elif whole and digits is None:
            shown = f"{value:,}"
        else:
            exact = digits is None
            decimals = max(0, 14 - int(f"{value:.14e}".partition("e")[2])) if digits is None else digits
            plain = f"{value:,.{decimals}f}"
            shown = plain.rstrip("0").removesuffix(".") if exact and "." in plain else plain
            shown = shown if shown.strip("-0.") else shown.removeprefix("-")
        return shown.replace("-", MINUS)

    def rounded(self, value: float) -> str:
        """Return a number with at most three significant digits, for what was computed: `0.96`, `12.5`, `1,204`."""
        size = abs(value)
        if value == 0 or not math.isfinite(value):
            return self.number(value)
        if not _LEAST_PLAIN <= size < _LEAST_POWER:
            return self.number(float(f"{value:.3g}"))
        digits = max(0, 2 - math.floor(math.log10(size) + 1e-12))
        plain = self.number(float(value), digits)
        return plain.rstrip("0").rstrip(".") if "." in plain else plain

    def compact(self, value: float, scale: str, symbol: str = "") -> str:
        """Return a value as it stands on cards, axes and labels: `1.5 bn`, `48`, `15亿`, without its unit.

        `scale` is the unit's (money, count, physical or ratio); shortened numbers have three significant digits.
        """
        magnitude = self.magnitude(value, scale, symbol)
        number, unit = self._scaled(value, magnitude.divisor), self._step(magnitude.divisor, scale, symbol)
        return f"{number}{unit}" if self._chinese or not unit else f"{number}{NO_BREAK_SPACE}{unit}"

    def amount(self, value: float, symbol: str, scale: str) -> str:
        """Return a value with its unit: `1.5 bn yuan`, `15亿元`, `99 %`, `40.1 GW`."""
        magnitude = self.magnitude(value, scale, symbol)
        return self._with_unit(self._scaled(value, magnitude.divisor), magnitude.divisor, scale, symbol)

    def full_amount(self, value: float, symbol: str, scale: str, digits: int | None = None) -> str:
        """Return a value with its unit at full precision, for tooltips and tables; `digits` are its decimals."""
        return self._with_unit(self.number(value, digits), 1.0, scale, symbol)

    def magnitude(self, largest: float, scale: str, symbol: str = "") -> Magnitude:
        """Return the scale that suits a set of values whose largest is `largest` (in base units)."""
        divisor = 1.0
        size = abs(largest)
        if scale != "ratio" and math.isfinite(size):
            for step in self._steps(scale, symbol):
                # A value that rounds up to the next step (999.6 million) is shown on that step (1 billion).
                if size >= step * 0.9995:
                    divisor = step
                    break
        return Magnitude(divisor, self._long_unit(divisor, scale, symbol))

    def _steps(self, scale: str, symbol: str) -> tuple[float, ...]:
        if self._chinese:
            return tuple(step for step, _, _ in _CHINESE_STEPS)
        if scale == "physical" and symbol in _SI_FAMILIES:
            return tuple(step for step, _ in _SI_STEPS)
        return tuple(step for step, _, _ in _ENGLISH_STEPS)

    def _step(self, divisor: float, scale: str, symbol: str) -> str:
        if divisor == 1.0:
            return ""
        if not self._chinese and scale == "physical" and symbol in _SI_FAMILIES:
            return dict(_SI_STEPS)[divisor] + symbol[1:]
        steps = _CHINESE_STEPS if self._chinese else _ENGLISH_STEPS
        return next(short for step, short, _ in steps if step == divisor)

    def _with_unit(self, number: str, divisor: float, scale: str, symbol: str) -> str:
        step = self._step(divisor, scale, symbol)
        if self._chinese:
            return f"{number}{step}{symbol}"
        if step.endswith(symbol[1:]) and symbol in _SI_FAMILIES and step:
            return f"{number}{NO_BREAK_SPACE}{step}"
        return NO_BREAK_SPACE.join(part for part in (number, step, symbol) if part)

    def _long_unit(self, divisor: float, scale: str, symbol: str) -> str:
        if divisor == 1.0:
            return symbol
        if self._chinese:
            return self._step(divisor, scale, symbol) + symbol
        if scale == "physical" and symbol in _SI_FAMILIES:
            return self._step(divisor, scale, symbol)
        long = next(name for step, _, name in _ENGLISH_STEPS if step == divisor)
        return f"{long} {symbol}".strip()

    def scaled(self, value: float, magnitude: Magnitude) -> str:
        """Return a value on an axis or in a column of that magnitude, without its unit."""
        return self._scaled(value, magnitude.divisor)

    def _scaled(self, value: float, divisor: float) -> str:
        if divisor == 1.0:
            return self.number(value)
        shown = self.rounded(value / divisor)
        # Chinese counts by ten thousands: 2,000万 would be grouped twice.
        return shown.replace(",", "") if self._chinese else shown

    # -- periods ------------------------------------------------------------------------------------------------

    def period(self, label: str) -> str:
        """Return an SDMX time period (or a span of two) in words: `H1 2019`, `Jan-Sep 2019`, `2019年1—9月`."""
        first, _, last = label.partition("/")
        if not last:
            return _single(label.split("-"), self._chinese)
        span = _chinese_span if self._chinese else _english_span
        return span(first.split("-"), last.split("-"))

    def years(self, first: int, last: int) -> str:
        """Return the years from one to another, `2019–2025` or `2019—2025年`, or the one year where both are it."""
        return self.period(f"{first:04d}/{last:04d}" if first != last else f"{first:04d}")


def _single(parts: Sequence[str], chinese: bool) -> str:  # noqa: FBT001 - the one thing that it depends on
    year = parts[0]
    if len(parts) == 1:
        return f"{year}年" if chinese else year
    if parts[1][0] in "SQ":
        return f"{year}年{_CHINESE_PARTS[parts[1]]}" if chinese else f"{parts[1].replace('S', 'H')} {year}"
    month = int(parts[1])
    if chinese:
        return f"{year}年{month}月" + (f"{int(parts[2])}日" if len(parts) > 2 else "")
    return (f"{int(parts[2])} " if len(parts) > 2 else "") + f"{_MONTHS[month - 1]} {year}"


def _english_span(first: Sequence[str], last: Sequence[str]) -> str:
    start, end = _single(first, chinese=False), _single(last, chinese=False)
    if len(first) == len(last) == 1:
        return f"{start}{EN_DASH}{end}"
    if first[0] == last[0] and len(first) == len(last):
        if len(first) == 3 and first[1] == last[1]:
            return f"{int(first[2])}{EN_DASH}{end}"
        shortened = start.removesuffix(f" {first[0]}")
        return f"{shortened}{EN_DASH}{end}" if len(first) == 2 else f"{shortened} {EN_DASH} {end}"
    return f"{start} {EN_DASH} {end}"


def _chinese_span(first: Sequence[str], last: Sequence[str]) -> str:
    """Return a span without repeating what both ends share: `2019年1—9月`, `2019年一季度—三季度`."""
    start, end = _single(first, chinese=True), _single(last, chinese=True)
    if len(first) == len(last) == 1:
        return f"{first[0]}—{end}"
    if first[0] != last[0] or len(first) == 1 or len(last) == 1:
        return f"{start}—{end}"
    if len(first) == len(last) == 2 and first[1].isdigit() and last[1].isdigit():
        return f"{first[0]}年{int(first[1])}—{int(last[1])}月"
    if len(first) == len(last) == 3 and first[1] == last[1]:
        return f"{start}—{int(last[2])}日"
    return f"{start}—{end.partition('年')[2]}"


def _with_power(value: float) -> str:
    """Return a number as `1.23×10¹⁸`, with at most 15 significant digits."""
    mantissa, _, exponent = f"{value:.14e}".partition("e")
    return f"{mantissa.rstrip('0').removesuffix('.')}×10{str(int(exponent)).translate(_SUPERSCRIPTS)}"


def _said(values: Mapping[str, str | float], words: Words) -> dict[str, str | float]:
    return {name: words.number(value) if isinstance(value, int) else value for name, value in values.items()}
