"""Time periods: what is one, when it begins and ends, and how they are ordered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.period import Frequency, Period, PeriodError, PeriodFault, decimal_year, parse_period

PERIODS = [
    ("2019", Frequency.YEAR, "2019-01-01", "2019-12-31"),
    ("2019-S1", Frequency.HALF_YEAR, "2019-01-01", "2019-06-30"),
    ("2019-S2", Frequency.HALF_YEAR, "2019-07-01", "2019-12-31"),
    ("2019-Q1", Frequency.QUARTER, "2019-01-01", "2019-03-31"),
    ("2019-Q4", Frequency.QUARTER, "2019-10-01", "2019-12-31"),
    ("2020-02", Frequency.MONTH, "2020-02-01", "2020-02-29"),
    ("2100-02", Frequency.MONTH, "2100-02-01", "2100-02-28"),
    ("2020-02-29", Frequency.DAY, "2020-02-29", "2020-02-29"),
    ("2019-01/2019-09", Frequency.SPAN, "2019-01-01", "2019-09-30"),
    ("2017/2019-Q2", Frequency.SPAN, "2017-01-01", "2019-06-30"),
    ("2019-03/2019", Frequency.SPAN, "2019-03-01", "2019-12-31"),
    ("0001", Frequency.YEAR, "0001-01-01", "0001-12-31"),
    ("9999-12-31", Frequency.DAY, "9999-12-31", "9999-12-31"),
]


@pytest.mark.parametrize(("label", "frequency", "first", "last"), PERIODS)
def test_a_period_is_a_stretch_of_days(label: str, frequency: Frequency, first: str, last: str) -> None:
    period = parse_period(label)
    assert period == Period(label, frequency, date.fromisoformat(first), date.fromisoformat(last))


INVALID = [
    "",
    "19",
    "20190",
    "0000",
    "2019-",
    "2019-S0",
    "2019-S3",
    "2019-Q0",
    "2019-Q5",
    "2019-00",
    "2019-13",
    "2019-1",
    "2019-02-29",
    "2019-02-30",
    "2019-3-1",
    "2019-s1",
    "2019-01-01T00:00",
    " 2019",
    "2019\n",
    "２０１９",
    "2019/",
    "/2019",
    "2019/2020/2021",
    "2019//2020",
    "2019/x",
    "last year",
]


@pytest.mark.parametrize("label", INVALID)
def test_what_is_no_period(label: str) -> None:
    with pytest.raises(PeriodError) as raised:
        parse_period(label)
    assert raised.value.code == "period-invalid"
    assert raised.value.label == label


@pytest.mark.parametrize(
    ("label", "fault"),
    [
        ("2019/x", PeriodFault.FORM),
        ("0000", PeriodFault.FORM),
        ("2019-02-29", PeriodFault.CALENDAR),
        ("2019-13/2020", PeriodFault.CALENDAR),
        ("2020/2019", PeriodFault.ORDER),
    ],
)
def test_an_error_tells_what_is_wrong_with_a_period(label: str, fault: PeriodFault) -> None:
    with pytest.raises(PeriodError) as raised:
        parse_period(label)
    assert (raised.value.fault, raised.value.label) == (fault, label)


@pytest.mark.parametrize("label", ["2020/2019", "2019-09/2019-01", "2019-Q3/2019-S1", "2019-12-31/2019-12-30"])
def test_a_span_that_ends_before_it_starts(label: str) -> None:
    with pytest.raises(PeriodError) as raised:
        parse_period(label)
    assert raised.value.code == "period-reversed"


@pytest.mark.parametrize("label", ["2019/2019", "2019-01-01/2019-01-01", "2019-Q2/2019-Q2"])
def test_a_span_of_one_period_is_a_span(label: str) -> None:
    assert parse_period(label).frequency is Frequency.SPAN


def test_decimal_years() -> None:
    assert parse_period("2019").start == 2019.0
    assert parse_period("2019").middle == 2019.5
    assert parse_period("2019").end == 2020.0
    assert parse_period("2020-01-31").end == parse_period("2020-02-01").start
    assert parse_period("2020-07-02").start == pytest.approx(2020.5)
    assert parse_period("9999").end == 10_000.0
    assert parse_period("2018-11/2019-02").year == 2019


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30)))
def test_decimal_years_grow_with_the_days(day: date) -> None:
    assert decimal_year(day) < decimal_year(day + timedelta(days=1))
    assert int(decimal_year(day)) == day.year


def test_periods_are_ordered_by_their_end_then_by_their_length() -> None:
    labels = ["2019", "2018-11/2019-12", "2019-12", "2019-S1", "2019-12-31", "2018", "2019-Q4"]
    ordered = sorted(labels, key=lambda label: parse_period(label).order)
    assert ordered == ["2018", "2019-S1", "2018-11/2019-12", "2019", "2019-Q4", "2019-12", "2019-12-31"]


_SINGLE = r"\d{4}(-(S\d|Q\d|\d\d(-\d\d)?))?"


@given(st.from_regex(rf"{_SINGLE}(/{_SINGLE})?", fullmatch=True) | st.text(alphabet="0123456789-/SQ", max_size=24))
def test_any_text_is_a_period_or_refused(label: str) -> None:
    try:
        period = parse_period(label)
    except PeriodError:
        return
    assert period.first <= period.last
    assert period.label == label
    assert period.start < period.end


@pytest.mark.parametrize(
    ("label", "several"),
    [("2020", False), ("2021-01/2024-12", True), ("2018-08/2019-02", False), ("2020-S1", False), ("2026/2030", True)],
)
def test_what_is_longer_than_a_year_is_of_several(label: str, *, several: bool) -> None:
    assert parse_period(label).is_of_several_years is several
