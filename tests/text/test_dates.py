"""Days as they are typed, in English and in Chinese."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.text import Words
from heartland_gui.text.dates import NoDay, UnclearDay, day_typed
from heartland_gui.text.languages import words_in

TODAY = date(2020, 6, 2)
FIRST_OF_JUNE = date(2020, 6, 1)
END_OF_JUNE = date(2020, 6, 30)
END_OF_2019 = date(2019, 12, 31)
END_OF_2020 = date(2020, 12, 31)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2020-06-01", FIRST_OF_JUNE),
        ("2020-6-1", FIRST_OF_JUNE),
        ("2020/06/01", FIRST_OF_JUNE),
        ("2020.06.01", FIRST_OF_JUNE),
        ("1 June 2020", FIRST_OF_JUNE),
        ("1june2020", FIRST_OF_JUNE),
        ("  1  JUNE   2020 ", FIRST_OF_JUNE),
        ("1 Jun 2020", FIRST_OF_JUNE),
        ("1 Jun. 2020", FIRST_OF_JUNE),
        ("1st June 2020", FIRST_OF_JUNE),
        ("1-Jun-2020", FIRST_OF_JUNE),
        ("June 1 2020", FIRST_OF_JUNE),
        ("june 1, 2020", FIRST_OF_JUNE),
        ("June 1st, 2020", FIRST_OF_JUNE),
        ("2020 June 1", FIRST_OF_JUNE),
        ("Monday, 1 June 2020", FIRST_OF_JUNE),
        ("1.6.2020", FIRST_OF_JUNE),
        ("01.06.2020", FIRST_OF_JUNE),
        ("1. 6. 2020", FIRST_OF_JUNE),
        ("2020年6月1日", FIRST_OF_JUNE),
        ("2020 年 6 月 1 日", FIRST_OF_JUNE),
        ("2020年06月01号", FIRST_OF_JUNE),
        ("２０２０年６月１日", FIRST_OF_JUNE),
        ("２０２０－０６－０１", FIRST_OF_JUNE),
        ("13/06/2020", date(2020, 6, 13)),
        ("06/13/2020", date(2020, 6, 13)),
        ("06/06/2020", date(2020, 6, 6)),
        ("29 February 2020", date(2020, 2, 29)),
        ("2020-06", END_OF_JUNE),
        ("2020/6", END_OF_JUNE),
        ("June 2020", END_OF_JUNE),
        ("jun 2020", END_OF_JUNE),
        ("2020 June", END_OF_JUNE),
        ("Sept 2020", date(2020, 9, 30)),
        ("06/2020", END_OF_JUNE),
        ("6/2020", END_OF_JUNE),
        ("06.2020", END_OF_JUNE),
        ("2020年6月", END_OF_JUNE),
        ("2020年6月底", END_OF_JUNE),
        ("end of June 2020", END_OF_JUNE),
        ("Q2 2020", END_OF_JUNE),
        ("q2/2020", END_OF_JUNE),
        ("2020 Q2", END_OF_JUNE),
        ("2020-Q2", END_OF_JUNE),
        ("2020Q2", END_OF_JUNE),
        ("2020年二季度", END_OF_JUNE),
        ("2020年第2季度", END_OF_JUNE),
        ("H1 2020", END_OF_JUNE),
        ("2020-S1", END_OF_JUNE),
        ("2020年上半年", END_OF_JUNE),
        ("Q4 2019", END_OF_2019),
        ("2020", END_OF_2020),
        ("2020年", END_OF_2020),
        ("２０２０", END_OF_2020),
        ("end of 2019", END_OF_2019),
        ("End Of 2019", END_OF_2019),
        ("2019年底", END_OF_2019),
        ("2019年末", END_OF_2019),
        ("2019 年 底", END_OF_2019),
        ("today", TODAY),
        ("Today", TODAY),
        ("今天", TODAY),
        ("yesterday", FIRST_OF_JUNE),
        ("昨天", FIRST_OF_JUNE),
    ],
)
def test_what_is_understood(typed: str, day: date) -> None:
    assert day_typed(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "2020-13",
        "2020-06-31",
        "2019-02-29",
        "0000",
        "0000-01-01",
        "99/99/2020",
        "13/2020",
        "Q5 2020",
        "H3 2020",
        "2020年13月",
        "1 June",
        "June",
        "1 Ju 2020",
        "1 Smarch 2020",
        "20",
        "1.6.20",
        "end of",
        "end of 1 June 2020",
        "end of nothing",
        "2020-06.01",
        "last week",
        "2020-06-01 and more",
        "٢٠٢٠",
    ],
)
def test_what_is_no_day(typed: str) -> None:
    assert day_typed(typed, TODAY) == NoDay(typed.strip())


@pytest.mark.parametrize("typed", ["01/06/2020", "1/6/2020", "01-06-2020", "０１／０６／２０２０"])
def test_day_and_month_that_may_change_places(typed: str) -> None:
    assert day_typed(typed, TODAY) == UnclearDay(FIRST_OF_JUNE, date(2020, 1, 6))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_as_the_program_writes_it(day: date) -> None:
    for words in (Words("en"), words_in("zh")):
        assert day_typed(words.day(day), TODAY) == day
    assert day_typed(day.isoformat(), TODAY) == day
    assert day_typed(f"{day.day}.{day.month}.{day.year}", TODAY) == day


@given(st.text())
def test_any_text_is_answered(typed: str) -> None:
    assert isinstance(day_typed(typed, TODAY), date | NoDay | UnclearDay)
