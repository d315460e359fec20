"""Periods in words, in English and in Chinese; dates as the Unicode consortium's data (CLDR) has them."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.text import Words
from heartland_gui.text.languages import words_in

ENGLISH = Words("en")
CHINESE = words_in("zh")


PERIODS = [
    ("2019", "2019", "2019年"),
    ("2019-S1", "H1 2019", "2019年上半年"),
    ("2019-S2", "H2 2019", "2019年下半年"),
    ("2019-Q3", "Q3 2019", "2019年三季度"),
    ("2019-03", "Mar 2019", "2019年3月"),
    ("2020-02-14", "14 Feb 2020", "2020年2月14日"),
    ("2019-01/2019-09", "Jan–Sep 2019", "2019年1—9月"),
    ("2017/2019", "2017–2019", "2017—2019年"),
    ("2018-11/2019-02", "Nov 2018 – Feb 2019", "2018年11月—2019年2月"),
    ("2019-10-01/2019-10-07", "1–7 Oct 2019", "2019年10月1日—7日"),
    ("2019-09-28/2019-10-07", "28 Sep – 7 Oct 2019", "2019年9月28日—10月7日"),
    ("2019-Q1/2019-Q3", "Q1–Q3 2019", "2019年一季度—三季度"),
    ("2026-01/2030-12", "2026–2030", "2026—2030年"),
    ("2026-01-01/2030-12-31", "2026–2030", "2026—2030年"),
    ("2019-01/2019-12", "2019", "2019年"),
    ("2019/2020-06", "2019 – Jun 2020", "2019年—2020年6月"),
]


@pytest.mark.parametrize(("label", "english", "chinese"), PERIODS)
def test_a_period_in_words(label: str, english: str, chinese: str) -> None:
    assert ENGLISH.period(label) == english
    assert CHINESE.period(label) == chinese


def test_years_are_one_or_a_span() -> None:
    assert [ENGLISH.years(2019, last) for last in (2019, 2025)] == ["2019", "2019–2025"]
    assert [CHINESE.years(2019, last) for last in (2019, 2025)] == ["2019年", "2019—2025年"]
    assert ENGLISH.years(7, 12) == "0007–0012"


@given(st.dates(date(1000, 1, 1)))
def test_dates_are_written_as_cldr_writes_them(day: date) -> None:
    assert CHINESE.period(day.isoformat()) == format_date(day, "long", "zh_Hans_CN")
    assert CHINESE.period(day.isoformat()[:7]) == format_date(day, "y年M月", "zh_Hans_CN")
    # September is `Sept` in British English; the three letters of American English fit axes better.
    assert ENGLISH.period(day.isoformat()) == format_date(day, "d MMM y", "en")
    assert ENGLISH.period(day.isoformat()[:7]) == format_date(day, "MMM y", "en")


def test_a_day_in_full() -> None:
    first_of_june = date(2020, 6, 1)
    assert ENGLISH.day(first_of_june) == "1 June 2020"
    assert CHINESE.day(first_of_june) == "2020年6月1日"
    assert ENGLISH.periods.day_of_year(first_of_june) == "1 June"
    assert ENGLISH.periods.day_of_week(first_of_june) == "Monday, 1 June 2020"
    assert CHINESE.periods.day_of_week(first_of_june) == "2020年6月1日星期一"
    assert ENGLISH.periods.day_of_week(date(2020, 6, 7)) == "Sunday, 7 June 2020"
