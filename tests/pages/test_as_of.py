"""The day of which everything is shown, in words."""

from __future__ import annotations

from datetime import date

import pytest

from heartland_gui.model.dataset import Dataset, as_of
from heartland_gui.pages.as_of import banner, day_asked, examples
from heartland_gui.text import Words
from tests.charts.small_region import happened, region, seen

WORDS = Words()
TODAY = date(2021, 12, 1)


@pytest.fixture
def whole() -> Dataset:
    """Return a region with figures of a paper of 26 April 2020, a yearbook of September 2021 and an undated report."""
    return region(
        seen(1, "2019", source="paper"),
        seen(2, "2018", source="paper"),
        seen(3, "2020"),
        seen(4, "2017", source="report", subject="rival"),
        events=(happened("Opened.", "2019"),),
    )


def test_a_day_says_how_much_had_been_published(whole: Dataset) -> None:
    asked = day_asked(whole, "1 june 2020", TODAY, WORDS)
    assert (asked.day, asked.lead) == (date(2020, 6, 1), "Monday, 1 June 2020:")
    assert asked.text.startswith("3 figures from 2 sources on 2 companies were published by then.")
    assert asked.text.endswith("1 of them is from a source without a date, counted from the end of its newest period.")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2020-13", "“2020-13” is no date. Try 2020-06-01 or June 2020."),
        ("01/06/2020", "Is it 1 June or 6 January? Try 2020-06-01."),
        ("2021-12-02", "2 December 2021 is still to come."),
        ("2021", "31 December 2021 is still to come."),
        ("", ""),
    ],
)
def test_why_a_day_cannot_be_shown(whole: Dataset, typed: str, reason: str) -> None:
    asked = day_asked(whole, typed, TODAY, WORDS)
    assert (asked.day, asked.sentence) == (None, reason)


def test_a_clock_that_is_behind_hides_nothing(whole: Dataset) -> None:
    assert day_asked(whole, "2021-09-30", date(1999, 1, 1), WORDS).day == date(2021, 9, 30)
    assert day_asked(whole, "2021-10-01", date(1999, 1, 1), WORDS).day is None


def test_before_all_sources_nothing_was_published(whole: Dataset) -> None:
    assert day_asked(whole, "1990", TODAY, WORDS).text == "Nothing was published by then."


def test_where_only_an_event_is_known_nothing_is_counted() -> None:
    dataset = region(seen(1, "2020"), events=(happened("Opened.", "2019"),))
    day = date(2020, 6, 1)
    assert day_asked(dataset, day.isoformat(), TODAY, WORDS).text == "Only events were published by then."
    found = banner(dataset, as_of(dataset, day), WORDS)
    assert found is not None
    assert (found.text, found.oldest) == ("Only events were published by then.", None)


def test_examples_stand_around_the_source_that_tells_most(whole: Dataset) -> None:
    shown = [(each.day, each.name, each.count) for each in examples(whole, TODAY, WORDS)]
    assert shown[-1] == (date(2020, 4, 26), "26 April 2020, Morning Paper", "3 figures")
    assert [each.name for each in examples(whole, date(2023, 1, 1), WORDS)][-1] == "End of 2022"
    assert all(day <= TODAY for day, _, _ in shown)


def test_the_banner_says_how_much_of_all_is_seen(whole: Dataset) -> None:
    assert banner(whole, whole, WORDS) is None
    found = banner(whole, as_of(whole, date(2020, 6, 1)), WORDS)
    assert found is not None
    assert (found.lead, found.oldest) == ("As of 1 June 2020.", None)
    assert found.text == "You see what was published by then: 3 of 4 figures from 2 sources."


def test_the_banner_of_an_early_day_leads_to_the_oldest_source(whole: Dataset) -> None:
    found = banner(whole, as_of(whole, date(1990, 1, 1)), WORDS)
    assert found is not None
    assert found.text == "Nothing was published by then. The oldest source is of 31 December 2017."
    assert found.oldest == date(2017, 12, 31)
