"""Numbers and amounts as a language writes them: in full, rounded, and shortened by its steps (`bn`, `万`, `Mrd.`).

The English and the Chinese ones follow CLDR, apart from the names of English steps, which follow the house style of
financial newspapers (`bn`, `tn`), and from Chinese numbers below 万, which have no comma.
"""

from __future__ import annotations

import gettext
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Protocol

from heartland_gui.decimals import rounded, significant, written
from heartland_gui.text.conventions import Convention, pattern, read_items, unparted
from heartland_gui.text.messages import MINUS, NO_BREAK_SPACE, message

_LEAST_PLAIN: Final = Decimal("1e-9")
_LEAST_POWER: Final = Decimal("1e15")
_LEAST_POWER_OF_WHOLE: Final = 10**18
"""Between these numbers are written without a power of ten."""
_MOST_DECIMALS: Final = 3
"""An exact number is shortened as long as it has no more decimals than this."""
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SURE_DIGITS: Final = 15
"""So many significant digits any number of double precision surely holds."""
_NEARLY: Final = 0.9995
"""A value that rounds up to the next step (999.6 million) is shown on that step (1 billion)."""

_SIGN: Final = r"[^\w+\-]"
_THOUSANDS: Final = re.compile(rf"1({_SIGN}?)234(?:\1)567({_SIGN})8")
_LAKHS: Final = re.compile(rf"12({_SIGN})34(?:\1)567({_SIGN})8")
_PLACES_OF_LAKHS: Final = re.compile(r"(?<=\d)(?=(?:\d\d)*\d{3}$)")
_STEP: Final = re.compile(r"([1-9]\d?)\s+([^\s\d=][^=]*?)(?:\s*=\s*([^\s=][^=]*))?", re.ASCII)


class Named(Protocol):
    """A text that has a form in each language."""

    def text(self, language: str) -> str:
        """Return the form in a language (BCP 47)."""
        ...


class Unit(Protocol):
    """What must be known of a unit to write amounts of it; `scale` is money, count, physical or ratio.

    One of the unit is `factor` of that of the SI with the symbol `si`, where it has one: a kW is 1000 W.
    """

    @property
    def symbol(self) -> Named: ...  # noqa: D102
    @property
    def scale(self) -> str: ...  # noqa: D102
    @property
    def si(self) -> Named | None: ...  # noqa: D102
    @property
    def factor(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Magnitude:
    """One scale for a whole axis or column: stored values are divided by `divisor` and read in `unit`."""

    divisor: float
    unit: str


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands between digits; `group` is empty where nothing does.

    `lakhs` says that digits are grouped by two before the last three, as in India, `four` that numbers of four digits
    are grouped, `shortened` that numbers before a step are.
    """

    group: str = ","
    decimal: str = "."
    lakhs: bool = False
    four: bool = True
    shortened: bool = True

    def written(self, plain: str) -> str:
        """Return a number that is written as Python writes it, with commas and a point, with these signs instead."""
        whole, point, decimals = plain.partition(".")
        if "," in whole:
            digits = whole.replace(",", "")
            if len(digits.removeprefix("-")) == 4 and not self.four:
                whole = digits
            else:
                parted = _PLACES_OF_LAKHS.sub(",", digits) if self.lakhs else whole
                whole = parted.replace(",", self.group)
        return f"{whole}{self.decimal}{decimals}" if point else whole


@dataclass(frozen=True, slots=True)
class Step:
    """Values from `least` on are divided by `divisor` and called `short` beside a number, `long` on an axis.

    `is_unit` says that these names are units themselves, such as GW.
    """

    divisor: float
    least: float
    short: str
    long: str
    is_unit: bool


def _read_signs(text: str) -> Signs:
    # A space between digits is a no-break one, whichever was typed.
    examples = [each.strip(" ").replace(" ", NO_BREAK_SPACE) for each in text.split(";")]
    if len(examples) != 3:
        raise ValueError(f"{len(examples)} numbers between semicolons instead of 3")
    thousands, lakhs = _THOUSANDS.fullmatch(examples[0]), _LAKHS.fullmatch(examples[0])
    if not (found := thousands or lakhs):
        raise ValueError("the first number is not 1234567.8 with a sign before the decimal and the same between groups")
    group, decimal = found[1], found[2]
    if group == decimal:
        raise ValueError("the signs of groups and of decimals are the same")
    four, shortened = (
        re.fullmatch(rf"{start}({re.escape(group)})?000(?:\D.*)?", example)
        for start, example in zip((5, 20), examples[1:], strict=True)
    )
    if four is None or shortened is None:
        raise ValueError("the other numbers are not 5000 and 20000 with the first one's sign between groups, or none")
    return Signs(group, decimal, bool(lakhs), bool(four[1]), bool(shortened[1]))


def _read_steps(text: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    for item in read_items(text, None):
        found = _STEP.fullmatch(item)
        if found is None:
            raise ValueError(f"“{item}” is not a power of ten and a name, such as 9 bn or 9 bn = billion")
        divisor = float(f"1e{found[1]}")
        if steps and steps[-1].divisor <= divisor:
            raise ValueError("the highest power of ten does not stand first")
        short = found[2].replace(" ", NO_BREAK_SPACE)
        steps.append(Step(divisor, divisor * _NEARLY, short, found[3] or found[2], is_unit=False))
    return tuple(steps)


def _read_prefixes(text: str) -> tuple[Step, ...]:
    return () if text.strip() == "-" else _read_steps(text)


@lru_cache
def _prefixed(prefixes: tuple[Step, ...], symbol: str, factor: float) -> tuple[Step, ...]:
    """Return the steps of a unit that is `factor` of the unit of the SI with this symbol."""
    divisors = [float(written(prefix.divisor) / written(factor)) for prefix in prefixes]
    names = [prefix.short + symbol for prefix in prefixes]
    return tuple(
        Step(divisor, divisor * _NEARLY, name, name, is_unit=True)
        for divisor, name in zip(divisors, names, strict=True)
    )


# Translators: three numbers with the signs of your language between digits, and semicolons between the numbers. The
# first shows the signs of thousands and of decimals, the second whether four digits are grouped, the third whether a
# long number before a step is: it is not in Chinese, 20000万亿.
_SIGNS: Final = Convention(message("1,234,567.8; 5,000; 20,000 tn"), _read_signs)
# Translators: the steps of shortened numbers, the highest first: a power of ten, the short name that stands beside any
# number, and after = a long one that stands on axes, if there is one. German: 12 Bio. = Billionen, 9 Mrd. = Milliarden,
# 6 Mio. = Millionen; Chinese: 12 万亿, 8 亿, 4 万.
_STEPS: Final = Convention(message("12 tn = trillion, 9 bn = billion, 6 mn = million"), _read_steps)
# Translators: the prefixes of the SI, the highest first: 9 G means that a GW is 10⁹ W. A hyphen alone where your
# language counts power and energy like everything else.
_PREFIXES: Final = Convention(message("12 T, 9 G, 6 M, 3 k"), _read_prefixes)
# Translators: a shortened number, 1.5 bn; a space in it will be a no-break one.
_COUNTED: Final = unparted(message("{number}\u00a0{step}"))
# Translators: a number with its unit, 99 % or 1.5 bn yuan; a space in it will be a no-break one.
_MEASURED: Final = unparted(message("{number}\u00a0{unit}"))
# Translators: the long name of a step and a unit, as on an axis: billion yuan.
_NAMED: Final = pattern(message("{step} {unit}"))


class Numbers:
    """How one language writes numbers: its `signs`, and its `steps`. Immutable."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self._language = language
        self.signs, self.steps, self._prefixes = _SIGNS.of(catalogue), _STEPS.of(catalogue), _PREFIXES.of(catalogue)
        self._counted, self._measured = _COUNTED.of(catalogue), _MEASURED.of(catalogue)
        self._named = _NAMED.of(catalogue)
        self._as_plain = Signs(shortened=self.signs.shortened) == self.signs

    def number(self, value: float, digits: int | None = None) -> str:
        """Return a number in full, rounded to `digits` decimals where they are given."""
        return self._written(_plain(value, digits))

    def rounded(self, value: float) -> str:
        """Return a number with at most three significant digits."""
        return self._written(_plain_rounded(value))

    def scaled(self, value: float, divisor: float, digits: int | None = None) -> str:
        """Return a number without its step, rounded to `digits` decimals where they are given."""
        if divisor == 1.0 or not math.isfinite(value):
            return self.number(value, digits)
        quotient = written(value) / written(divisor)
        plain = _plain_rounded(quotient) if digits is None else _plain(quotient, digits)
        return self._written(plain if self.signs.shortened else plain.replace(",", ""))

    def compact(self, value: float, unit: Unit) -> str:
        """Return a shortened number, without its unit where a step is not a unit itself."""
        step = self._step(value, unit)
        return self.number(value) if step is None else self._shortened(value, step)

    def amount(self, value: float, unit: Unit) -> str:
        """Return a shortened number with its unit."""
        return self.amount_beside(value, unit, value)

    def amount_beside(self, value: float, unit: Unit, largest: float, digits: int | None = None) -> str:
        """Return a number with its unit, shortened as the largest that it stands beside; `digits` are its decimals."""
        step = self._step(largest, unit)
        shown = self.number(value, digits) if step is None else self._shortened(value, step, digits)
        return shown if step is not None and step.is_unit else self.with_unit(shown, unit)

    def exact(self, value: float, unit: Unit) -> str:
        """Return a number with its unit and all of its digits: `2,549.568 bn yuan`.

        It is shortened by the highest step that leaves at most three decimals, and in full where none does.
        """
        if math.isfinite(value):
            for step in self.steps_of(unit) if self._step(value, unit) is not None else ():
                decimals = -_exponent(written(value) / written(step.divisor))
                if abs(value) >= step.least and decimals <= _MOST_DECIMALS:
                    shown = self._shortened(value, step, max(0, decimals))
                    return shown if step.is_unit else self.with_unit(shown, unit)
        return self.with_unit(self.number(value), unit)

    def digits(self, value: float, unit: Unit) -> str:
        """Return the digits of a shortened number alone, as they stand in `amount`."""
        step = self._step(value, unit)
        return self.number(value) if step is None else self.scaled(value, step.divisor)

    def amount_as(self, value: float, other: float, unit: Unit) -> str:
        """Return a value with its unit, shortened by the step of another and with as many decimals as that has."""
        step = self._step(other, unit)
        decimals = len(self.digits(other, unit).partition(self.signs.decimal)[2])
        if step is None or self._step(value, unit) != step:
            return self.amount(value, unit) if step else self.with_unit(self.number(value, decimals), unit)
        joined = self._measured if step.is_unit else self._counted
        shown = joined(self.scaled(value, step.divisor, decimals), step.short)
        return shown if step.is_unit else self.with_unit(shown, unit)

    def with_unit(self, number: str, unit: Unit) -> str:
        """Return a number with its unit, if it has any."""
        symbol = unit.symbol.text(self._language)
        return self._measured(number, symbol) if symbol else number

    def magnitude(self, largest: float, unit: Unit) -> Magnitude:
        """Return the step for a set of values, with the name that it has on an axis."""
        step, symbol = self._step(largest, unit), unit.symbol.text(self._language)
        if step is None:
            return Magnitude(1.0, symbol)
        return Magnitude(step.divisor, step.long if step.is_unit or not symbol else self._named(step.long, symbol))

    def steps_of(self, unit: Unit) -> tuple[Step, ...]:
        """Return the steps by which amounts of a unit are shortened, the highest first."""
        if unit.si is None or not self._prefixes:
            return self.steps
        return _prefixed(self._prefixes, unit.si.text(self._language), unit.factor)

    def _step(self, value: float, unit: Unit) -> Step | None:
        size = abs(value)
        if unit.scale == "ratio" or not math.isfinite(size):
            return None
        return next((step for step in self.steps_of(unit) if size >= step.least), None)

    def _shortened(self, value: float, step: Step, digits: int | None = None) -> str:
        joined = self._measured if step.is_unit else self._counted
        return joined(self.scaled(value, step.divisor, digits), step.short)

    def _written(self, plain: str) -> str:
        return (plain if self._as_plain else self.signs.written(plain)).replace("-", MINUS)


def _exponent(number: Decimal) -> int:
    """Return the place of the last digit that is not 0: -3 of 2549.5680."""
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _plain(value: float | Decimal, digits: int | None = None) -> str:
    """Return a number as Python writes it, with commas between thousands and a decimal point."""
    if isinstance(value, int):
        if abs(value) >= _LEAST_POWER_OF_WHOLE:
            return _with_power(value)
        if digits is None:
            return f"{value:,}"
    elif not math.isfinite(value):
        return str(value)
    number = written(value)
    size = abs(number)
    if not isinstance(value, int) and (size >= _LEAST_POWER or (digits is None and 0 < size < _LEAST_PLAIN)):
        return _with_power(number)
    if digits is not None:
        shown = f"{rounded(number, digits):,f}"
    else:
        plain = f"{significant(number, _SURE_DIGITS):,f}"
        shown = plain.rstrip("0").removesuffix(".") if "." in plain else plain
    return shown if shown.strip("-0.") else shown.removeprefix("-")


def _plain_rounded(value: float | Decimal) -> str:
    """Return a number with at most three significant digits, as Python writes it; whole ones have all of theirs."""
    if value == 0 or not math.isfinite(value):
        return _plain(value)
    number = written(value)
    if not _LEAST_PLAIN <= abs(number) < _LEAST_POWER:
        return _plain(significant(number, 3))
    plain = _plain(number, max(0, 2 - number.adjusted()))
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _with_power(value: float | Decimal) -> str:
    """Return a number as `1.23×10¹⁸`, with at most 15 significant digits."""
    mantissa, _, exponent = f"{significant(value, _SURE_DIGITS):.{_SURE_DIGITS - 1}e}".partition("e")
    return f"{mantissa.rstrip('0').removesuffix('.')}×10{str(int(exponent)).translate(_SUPERSCRIPTS)}"
