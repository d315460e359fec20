"""Time periods as SDMX writes them (ISO 8601 years, months and days; half-years and quarters), and spans of two.

Source of the notation: SDMX 3.0 technical notes, "Time period". A span `first/last`, both included, is an addition.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

_SINGLE: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?:S(?P<half>\d)|Q(?P<quarter>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?", re.ASCII
)


class Frequency(StrEnum):
    """How long a period is; the codes are those of the SDMX code list CL_FREQ, the span aside."""

    YEAR = "A"
    HALF_YEAR = "S"
    QUARTER = "Q"
    MONTH = "M"
    DAY = "D"
    SPAN = "span"


class PeriodFault(StrEnum):
    """Why a text is no period."""

    FORM = "form"
    CALENDAR = "calendar"
    ORDER = "order"


class PeriodError(ValueError):
    """A text is no period; `code` is the problem's code."""

    def __init__(self, fault: PeriodFault, label: str) -> None:
        super().__init__(f"{fault}: {label}")
        self.fault, self.label = fault, label

    @property
    def code(self) -> str:
        """The code of the problem, which scripts may rely on."""
        return "period-reversed" if self.fault is PeriodFault.ORDER else "period-invalid"


_LONGEST_YEAR: Final = 366
"""In days."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days: `label` as written, `first` and `last` both included."""

    label: str
    frequency: Frequency
    first: date
    last: date

    @property
    def is_of_several_years(self) -> bool:
        """Whether it is longer than a year."""
        return self.last.toordinal() - self.first.toordinal() > _LONGEST_YEAR

    @property
    def start(self) -> float:
        """The beginning of the first day in decimal years: 2019-07-02 is about 2019.5."""
        return decimal_year(self.first)

    @property
    def end(self) -> float:
        """The end of the last day in decimal years; the end of 2019 is 2020.0."""
        if self.last == date.max:
            return self.last.year + 1.0
        return decimal_year(self.last + timedelta(days=1))

    @property
    def middle(self) -> float:
        """The middle of the period in decimal years."""
        return (self.start + self.end) / 2

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.last.year

    @property
    def order(self) -> tuple[date, date]:
        """A sorting key: by last day; of those that end together the longer one comes first."""
        return (self.last, self.first)


def decimal_year(day: date) -> float:
    """Return the beginning of a day as a number of years: 1 January 2019 is 2019.0."""
    first = date(day.year, 1, 1)
    days = 366 if monthrange(day.year, 2)[1] == 29 else 365
    return day.year + (day - first).days / days


@lru_cache(maxsize=65_536)
def parse_period(label: str) -> Period:
    """Return the period that a label such as `2019`, `2019-S1`, `2019-03` or `2019-01/2019-09` means.

    Raises PeriodError where the label is none, names a day that does not exist, or ends before it starts.
    """
    first, slash, last = label.partition("/")
    begin = _parse_single(first, label)
    if not slash:
        return begin
    end = _parse_single(last, label)
    if end.last < begin.first:
        raise PeriodError(PeriodFault.ORDER, label)
    return Period(label, Frequency.SPAN, begin.first, end.last)


def _parse_single(text: str, whole: str) -> Period:
    found = _SINGLE.fullmatch(text)
    if found is None or found["year"] == "0000":
        raise PeriodError(PeriodFault.FORM, whole)
    year = int(found["year"])
    try:
        frequency, begin, end = _bounds(year, found)
    except ValueError:
        raise PeriodError(PeriodFault.CALENDAR, whole) from None
    return Period(text, frequency, begin, end)


def _bounds(year: int, found: re.Match[str]) -> tuple[Frequency, date, date]:
    if found["half"]:
        return (Frequency.HALF_YEAR, *_months(year, int(found["half"]), 6))
    if found["quarter"]:
        return (Frequency.QUARTER, *_months(year, int(found["quarter"]), 3))
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return Frequency.DAY, day, day
    if found["month"]:
        return (Frequency.MONTH, *_months(year, int(found["month"]), 1))
    return Frequency.YEAR, date(year, 1, 1), date(year, 12, 31)


def _months(year: int, part: int, length: int) -> tuple[date, date]:
    last_month = part * length
    first = date(year, last_month - length + 1, 1)
    return first, date(year, last_month, monthrange(year, last_month)[1])
