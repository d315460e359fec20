"""Periods in words: years, half-years, quarters, months, days and spans, as the language puts them together.

The English and the Chinese ones follow CLDR's formats of dates, with the custom of each for spans.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from heartland_gui.text.conventions import items, pattern, patterns
from heartland_gui.text.messages import message

# Translators: how a year stands alone; Chinese writes a word behind it.
_YEAR: Final = pattern(message("{year}"))
# Translators: a month of a year; {month} comes from the list “Jan, Feb, …”.
_MONTH: Final = pattern(message("{month} {year}"))
# Translators: a quarter or half of a year; {part} comes from the lists “Q1, Q2, …” and “H1, H2”.
_PART: Final = pattern(message("{part} {year}"))
# Translators: a day of a year; {date} comes from the list “{day} Jan, {day} Feb, …”.
_DATE: Final = pattern(message("{date} {year}"))

# Translators: the twelve months, short, as they stand without a day; a language that counts them has 1, 2, 3 ….
_MONTHS: Final = items(message("Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec"))
_DATES: Final = patterns(
    # Translators: a day of each of the twelve months, short, as it stands before or after the year.
    message(
        "{day} Jan, {day} Feb, {day} Mar, {day} Apr, {day} May, {day} Jun, "
        "{day} Jul, {day} Aug, {day} Sep, {day} Oct, {day} Nov, {day} Dec"
    )
)
_LONG_DATES: Final = patterns(
    # Translators: a day of each of the twelve months in full, as it stands before or after the year.
    message(
        "{day} January, {day} February, {day} March, {day} April, {day} May, {day} June, "
        "{day} July, {day} August, {day} September, {day} October, {day} November, {day} December"
    )
)
# Translators: the days of the week, Monday first.
_WEEKDAYS: Final = items(message("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"))
# Translators: a day with its day of the week: Monday, 1 June 2020.
_DAY_OF_WEEK: Final = pattern(message("{weekday}, {date}"))
# Translators: the four quarters, short.
_QUARTERS: Final = items(message("Q1, Q2, Q3, Q4"))
# Translators: the two halves of a year, short.
_HALVES: Final = items(message("H1, H2"))
# Translators: a month from the list “Jan, Feb, …” in a span that says the year elsewhere; Chinese: {month}月.
_MONTH_ALONE: Final = pattern(message("{month}"))

# Translators: a span of whole years.
_YEARS_SPAN: Final = pattern(message("{first_year}–{last_year}"))
# Translators: a span of months of one year; both come from the list “Jan, Feb, …”.
_MONTHS_SPAN: Final = pattern(message("{first_month}–{last_month} {year}"))
# Translators: a span of quarters or halves of one year.
_PARTS_SPAN: Final = pattern(message("{first_part}–{last_part} {year}"))
# Translators: a span of days of one month, which takes the place of {day} in “{day} Jan”: 2–5 Jan. German has
# {first_day}.–{last_day}, because its day has a dot: 2.–5. Jan.
_DAYS_SPAN: Final = pattern(message("{first_day}–{last_day}"))
# Translators: a span of days in different months of one year: 28 Sep – 7 Oct 2019.
_DATES_SPAN: Final = pattern(message("{first_date} – {last_date} {year}"))
# Translators: a span within one year from a day to the end of a quarter, and the like; {year} may be said once.
_MIXED_SPAN: Final = pattern(message("{first} {year} – {last} {year}"))
# Translators: a span between what is in different years; both are said with their year.
_SPAN: Final = pattern(message("{first} – {last}"))


_WHOLE_YEARS: Final = re.compile(r"(\d{4})(?:-01(?:-01)?)?/(\d{4})(?:-12(?:-31)?)?", re.ASCII)


def whole_years(label: str) -> tuple[str, str] | None:
    """Return the first and the last year of a span of whole years, however it is written, None of all else.

    `2026/2030`, `2026-01/2030-12` and `2026-01-01/2030-12-31` are the same years.
    """
    found = _WHOLE_YEARS.fullmatch(label)
    return None if found is None else (found[1], found[2])


class Periods:
    """How one language writes periods. Immutable."""

    def __init__(self, catalogue: gettext.NullTranslations) -> None:
        self._year, self._month = _YEAR.of(catalogue), _MONTH.of(catalogue)
        self._part, self._date = _PART.of(catalogue), _DATE.of(catalogue)
        self._months, self._dates = _MONTHS.of(catalogue), _DATES.of(catalogue)
        self._long_dates, self._weekdays = _LONG_DATES.of(catalogue), _WEEKDAYS.of(catalogue)
        self._day_of_week = _DAY_OF_WEEK.of(catalogue)
        quarters, halves = _QUARTERS.of(catalogue), _HALVES.of(catalogue)
        self._parts = {f"Q{count}": name for count, name in enumerate(quarters, 1)} | {
            f"S{count}": name for count, name in enumerate(halves, 1)
        }
        self._month_alone = _MONTH_ALONE.of(catalogue)
        self._years_span, self._months_span = _YEARS_SPAN.of(catalogue), _MONTHS_SPAN.of(catalogue)
        self._parts_span, self._days_span = _PARTS_SPAN.of(catalogue), _DAYS_SPAN.of(catalogue)
        self._dates_span, self._mixed_span = _DATES_SPAN.of(catalogue), _MIXED_SPAN.of(catalogue)
        self._span = _SPAN.of(catalogue)

    def period(self, label: str) -> str:
        """Return an SDMX time period, or a span of two, in words."""
        first, slash, last = label.partition("/")
        if not slash:
            return self._single(label.split("-"))
        years = whole_years(label)
        if years is not None:
            return self._years_span(*years) if years[0] != years[1] else self._year(years[0])
        start, end = first.split("-"), last.split("-")
        if start[0] != end[0] or len(start) == 1 or len(end) == 1:
            return self._span(self._single(start), self._single(end))
        return self._within_year(start, end)

    def day_of_year(self, day: date) -> str:
        """Return a day with its month in full and without its year: `1 June`, `6月1日`."""
        return self._long_dates[day.month - 1](day.day)

    def day(self, day: date) -> str:
        """Return a day with its month in full: `1 June 2020`, `2020年6月1日`."""
        return self._date(self.day_of_year(day), f"{day.year:04}")

    def day_of_week(self, day: date) -> str:
        """Return a day with its day of the week: `Monday, 1 June 2020`."""
        return self._day_of_week(self._weekdays[day.weekday()], self.day(day))

    def _single(self, parts: Sequence[str]) -> str:
        year = parts[0]
        if len(parts) == 1:
            return self._year(year)
        if len(parts) == 3:
            return self._date(self._within(parts), year)
        if parts[1] in self._parts:
            return self._part(self._parts[parts[1]], year)
        return self._month(self._months[int(parts[1]) - 1], year)

    def _within(self, parts: Sequence[str]) -> str:
        """Return a part of a year, a month or a day without its year."""
        if parts[1] in self._parts:
            return self._parts[parts[1]]
        month = int(parts[1]) - 1
        return self._dates[month](int(parts[2])) if len(parts) == 3 else self._month_alone(self._months[month])

    def _within_year(self, start: Sequence[str], end: Sequence[str]) -> str:
        """Return a span without repeating what both ends share: `2–5 Mar 2019`, `2019年1—9月`."""
        year = start[0]
        if len(start) != len(end):
            return self._mixed_span(self._within(start), year, self._within(end))
        if len(start) == 3 and start[1] == end[1]:
            days = self._days_span(int(start[2]), int(end[2]))
            return self._date(self._dates[int(start[1]) - 1](days), year)
        if len(start) == 3:
            return self._dates_span(self._within(start), self._within(end), year)
        if start[1] in self._parts or end[1] in self._parts:
            return self._parts_span(self._within(start), self._within(end), year)
        return self._months_span(self._months[int(start[1]) - 1], self._months[int(end[1]) - 1], year)
