"""Days as people type them, in English and in Chinese; a year, a quarter or a month means its last day.

Which of day and month comes first differs between countries where both are numbers with strokes between, so that such
a date is read only where one of them can be no month, or where both are the same.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAYS_BACK: Final = {"today": 0, "now": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1}
_COUNTED: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}

_WORD: Final = r"(?P<word>[a-z]{3,9})\.?"
_YEAR: Final = r"(?P<year>\d{4})"
_NUMBER_OF_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        # 2020-06-01, 2020/6/1, 2020.6.1, 2020-06
        rf"{_YEAR}(?P<joint>[-/.])(?P<month>\d{{1,2}})(?:(?P=joint)(?P<day>\d{{1,2}}))?",
        # 1.6.2020
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        # 06/2020, 6.2020
        rf"(?P<month>\d{{1,2}})[-/.]{_YEAR}",
        # 1 June 2020, June 2020, June 1 2020, 2020 June 1
        rf"(?:{_NUMBER_OF_DAY}[\s-]?)?{_WORD}[\s,-]{{0,2}}{_YEAR}",
        rf"{_WORD}\s?{_NUMBER_OF_DAY}[\s,]{{1,2}}{_YEAR}",
        rf"{_YEAR}[\s,-]{{0,2}}{_WORD}(?:\s?{_NUMBER_OF_DAY})?",
        # Q2 2020, 2020-Q2, H1 2020
        rf"(?P<part>[qhs])\s?(?P<number>\d)[\s/-]?{_YEAR}",
        rf"{_YEAR}[\s/-]?(?P<part>[qhs])\s?(?P<number>\d)",
        # 2020年6月1日, 2020年6月, 2020年二季度, 2020年上半年, 2020年, 2020
        rf"{_YEAR}年(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})[日号])?",
        rf"{_YEAR}年第?(?P<number>[一二三四1-4])(?P<part>季)度?",
        rf"{_YEAR}年(?P<number>[上下])(?P<part>半)年",
        rf"{_YEAR}年?",
    )
)
_UNCLEAR: Final = re.compile(r"(?P<first>\d{1,2})(?P<joint>[/-])(?P<second>\d{1,2})(?P=joint)(?P<year>\d{4})", re.ASCII)
_WEEKDAY: Final = re.compile(r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s|星期[一二三四五六日天]\s?)")
_END: Final = re.compile(r"^(?:the )?end (?:of )?(?P<before>.+)$|^(?P<after>.+?)(?: ?end|年底|年末|底|末)$")
_CHINESE: Final = re.compile(r"(?<=[\d年月日季半一二三四上下第])\s+(?=[年月日号季半度底末第\d一二三四上下])")


@dataclass(frozen=True, slots=True)
class NoDay:
    """What was typed means no day of the calendar."""

    typed: str


@dataclass(frozen=True, slots=True)
class UnclearDay:
    """What was typed may be either of two days: with the day first, or with the month first."""

    day_first: date
    month_first: date


def day_typed(typed: str, today: date) -> date | NoDay | UnclearDay:
    """Return the day that somebody typed, of a longer period its last one; or why it is none that can be told.

    `today` is what words such as “yesterday” start from. Case, spaces and full-width signs do not matter.
    """
    text = unicodedata.normalize("NFKC", typed).casefold().replace("。", ".")
    text = _WEEKDAY.sub("", " ".join(text.split()))
    text = _CHINESE.sub("", text) if not text.isascii() else text
    if text in _DAYS_BACK:
        return today - timedelta(days=_DAYS_BACK[text])
    unclear = _UNCLEAR.fullmatch(text)
    if unclear is not None:
        return _day_with_strokes(unclear, typed)
    return _day_of(text) or _end_of(text) or NoDay(typed.strip())


def _end_of(text: str) -> date | None:
    """Return the last day of a year, quarter or month whose end is asked for in words."""
    found = _END.fullmatch(text)
    if found is None:
        return None
    # Of a day nobody asks for the end.
    return _day_of(found["before"] or found["after"], whole_days=False)


def _day_of(text: str, *, whole_days: bool = True) -> date | None:
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is not None:
            parts = found.groupdict()
            if parts.get("day") and not whole_days:
                return None
            return _last_day(parts)
    return None


def _last_day(parts: dict[str, str | None]) -> date | None:
    """Return the last day of what a form has found, None where the calendar has no such thing."""
    year, day = int(parts["year"] or 0), parts.get("day")
    month = _month_of(parts)
    if month is None or not 1 <= month <= 12 or not year:
        return None
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, last)
    return date(year, month, int(day)) if 1 <= int(day) <= last else None


def _month_of(parts: dict[str, str | None]) -> int | None:
    """Return in which month a period ends, 12 for a year, 0 or more than 12 for none of the calendar."""
    word, part, number = parts.get("word"), parts.get("part"), parts.get("number")
    if word:
        # “Sept” is as usual as “Sep”; “ma” would be two months.
        return next((count for count, name in enumerate(_MONTHS, 1) if name.startswith(word)), None)
    if part and number:
        counted = _COUNTED.get(number) or int(number)
        return counted * (3 if part in "q季" else 6)
    return int(parts.get("month") or 12)


def _day_with_strokes(found: re.Match[str], typed: str) -> date | NoDay | UnclearDay:
    """Return the day of `13/06/2020`; `01/06/2020` may be two."""
    first, second, year = found["first"], found["second"], found["year"]
    day_first = _last_day({"year": year, "month": second, "day": first})
    month_first = _last_day({"year": year, "month": first, "day": second})
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first or NoDay(typed.strip())
    return UnclearDay(day_first, month_first)
