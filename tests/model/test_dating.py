"""When sources were published, where they do not say so themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartland_gui.model.dataset import Dataset, as_of
from heartland_gui.model.dating import Published, end_of
from heartland_gui.model.entities import Event, EventKind, Person
from heartland_gui.model.observations import Observation, Status, Terms
from heartland_gui.model.period import parse_period
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import region, said, seen


def undated(*figures: Observation, accessed: str | None = None) -> Dataset:
    """Return a small region whose yearbook, the source of its figures, says no date."""
    dataset = region(*figures)
    read = parse_period(accessed) if accessed else None
    return replace(
        dataset,
        sources=tuple(
            replace(each, date=None, accessed=read) if each.id == "yearbook" else each for each in dataset.sources
        ),
    )


def inferred(dataset: Dataset) -> str | None:
    published = dataset.published(dataset.source_by_id["yearbook"])
    assert published.is_inferred == (published.period is not None)
    return None if published.period is None else published.period.label


def test_a_date_of_its_own_is_not_inferred() -> None:
    dataset = region(seen(10, "2023"))
    yearbook = dataset.source_by_id["yearbook"]
    assert dataset.published(yearbook) == Published(yearbook.date, read=yearbook.accessed)
    assert dataset.inferred_count == 0


def test_a_source_is_as_old_as_the_newest_that_it_tells_as_done() -> None:
    figures = (seen(10, "2013"), seen(9, "2012"), seen(8, "2011", status=Status.ESTIMATE))
    assert inferred(undated(*figures, seen(20, "2020", status=Status.TARGET))) == "2013"
    assert inferred(undated(*figures, seen(20, "2015", status=Status.ESTIMATE))) == "2015"
    assert undated(*figures).inferred_count == 3


def test_an_event_of_it_and_a_person_in_it_count_as_figures_do() -> None:
    dataset = undated(seen(10, "2013"))
    happened = Event("maker", parse_period("2014-05"), EventKind.OPENING, said("Opened."), "yearbook")
    assert inferred(replace(dataset, events=(happened,))) == "2014-05"
    planned = replace(happened, kind=EventKind.PLAN)
    assert inferred(replace(dataset, events=(planned,))) == "2013"
    person = Person(said("A"), said("B"), "yearbook", parse_period("2015"))
    companies = (replace(dataset.companies[0], people=(person,)), *dataset.companies[1:])
    assert inferred(replace(dataset, companies=companies)) == "2015"


def test_a_plan_tells_when_it_was_set_or_announced() -> None:
    target = seen(20, "2027", status=Status.TARGET)
    assert inferred(undated(target._replace(terms=Terms(set=parse_period("2023-01-14"))))) == "2023-01-14"
    assert inferred(undated(seen(10, "2013"), target._replace(terms=Terms(due=False)))) == "2027"
    dataset = undated(seen(10, "2013"), target)
    sizes = tuple(replace(each, plan_size=True) for each in dataset.indicators)
    assert inferred(replace(dataset, indicators=sizes)) == "2027"


def test_one_that_only_tells_of_what_is_to_come_is_as_old_as_its_earliest_plan() -> None:
    plans = [seen(value, period, status=Status.TARGET) for value, period in ((20, "2025"), (15, "2021"), (18, "2023"))]
    assert inferred(undated(*plans)) == "2021"


def test_one_on_which_nothing_rests_is_as_old_as_its_reading_at_most() -> None:
    assert inferred(undated(accessed="2026-11-30")) == "2026-11-30"
    nothing = undated()
    assert inferred(nothing) is None
    assert nothing.published(nothing.source_by_id["yearbook"]).last == date.min
    assert not nothing.published(nothing.source_by_id["yearbook"]).by(date.max)


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("2019", "2019"),
        ("2019-03", "2019-03"),
        ("2019-03-31", "2019-03-31"),
        ("2019-S1", "2019-06"),
        ("2019-Q4", "2019-12"),
        ("2019-01/2019-09", "2019-09"),
        ("2024-01-01/2024-12-10", "2024-12-10"),
        ("2016/2020", "2020"),
    ],
)
def test_a_date_is_a_day_a_month_or_a_year(period: str, end: str) -> None:
    assert end_of(parse_period(period)).label == end
    assert end_of(parse_period(period)).last == parse_period(period).last


def test_shanxi_on_a_day() -> None:
    shown = as_of(shipped_dataset(), date(2020, 6, 1))
    assert shown.day == date(2020, 6, 1)
    # 539, 179 and 158 by the newest actual figures alone; 13 more sources tell of events or plans only.
    assert (shown.observation_count, len(shown.sources), len(shown.companies)) == (553, 191, 74)
    assert shown.inferred_count == 174


def test_nothing_is_shown_before_it_had_happened() -> None:
    day = date(2020, 6, 1)
    shown = as_of(shipped_dataset(), day)
    without_date = {source.id for source in shown.sources if source.date is None}
    assert without_date
    assert [item for item in shown.observations() if item.source in without_date and _is_done_after(item, day)] == []
    assert [event for event in shown.events if event.date.first > day] == []


def _is_done_after(item: Observation, day: date) -> bool:
    return item.status in {Status.ACTUAL, Status.ESTIMATE} and item.period.last > day


def test_what_was_read_before_its_year_ended_was_out_by_the_day_of_reading() -> None:
    year, read = parse_period("2026"), parse_period("2026-11-30")
    published = Published(year, read=read)
    assert published.last == read.last
    assert published.by(read.last)
    assert not published.by(date(2026, 11, 29))
    # What plans for 2027 has no date but that year, and was read in 2026.
    assert Published(parse_period("2027"), is_inferred=True, read=read).last == read.last
    assert Published(parse_period("2020"), read=read).last == date(2020, 12, 31)


def test_on_the_day_on_which_all_was_read_no_figure_is_missing() -> None:
    dataset = shipped_dataset()
    last_read = max(source.accessed.last for source in dataset.sources if source.accessed is not None)
    assert as_of(dataset, last_read).observation_count == dataset.observation_count
