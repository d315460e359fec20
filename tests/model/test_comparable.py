"""Which figures can be compared, and which of them stands for a subject."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.entities import IndicatorKind, Unit, UnitScale
from heartland_gui.model.observations import Status
from heartland_gui.model.queries import is_amount, is_comparable, newest_comparable
from tests.charts.small_region import measured_in, region, said, seen


@pytest.mark.parametrize(
    ("indicator", "period"),
    [("output", "2019"), ("growth", "2019"), ("staff", "2019"), ("staff", "2019-03"), ("back-at-work", "2020-02-20")],
)
def test_years_are_compared_and_levels_of_any_moment(indicator: str, period: str) -> None:
    assert is_comparable(seen(1, period, indicator=indicator), region().indicator_by_id[indicator])


@pytest.mark.parametrize(
    ("indicator", "period"), [("output", "2019-S1"), ("output", "2019-01/2019-09"), ("growth", "2019-Q1")]
)
def test_amounts_and_growth_of_less_than_a_year_are_not_compared(indicator: str, period: str) -> None:
    assert not is_comparable(seen(1, period, indicator=indicator), region().indicator_by_id[indicator])


@pytest.mark.parametrize(
    ("kind", "symbol", "percentage", "amount"),
    [
        (IndicatorKind.FLOW, "yuan", False, True),
        (IndicatorKind.STOCK, "yuan/m³", False, True),
        (IndicatorKind.STOCK, "％", True, False),
        (IndicatorKind.FLOW, "pct", True, False),
        (IndicatorKind.RATIO, "yuan/m³", False, False),
        (IndicatorKind.GROWTH, "%", True, False),
        (IndicatorKind.INDEX, "", False, False),
    ],
)
def test_flows_and_stocks_that_are_no_percentages_are_amounts(
    kind: IndicatorKind,
    symbol: str,
    percentage: bool,  # noqa: FBT001
    amount: bool,  # noqa: FBT001
) -> None:
    unit = Unit("percent", said("unit"), said(symbol), UnitScale.RATIO, percentage=percentage)
    dataset = measured_in(region(), unit)
    assert is_amount(dataset, replace(dataset.indicator_by_id["back-at-work"], kind=kind)) is amount


def test_a_part_is_not_compared_with_wholes() -> None:
    dataset = region()
    assert not is_comparable(seen(1, "2019", scope=said("north works")), dataset.indicator_by_id["output"])


def test_the_newest_stands_for_a_subject_what_is_done_before_what_is_hoped_for() -> None:
    dataset = region(
        seen(10, "2018"),
        seen(20, "2019"),
        seen(5, "2020-S1"),
        seen(90, "2025", Status.TARGET),
        seen(1, "2020", scope=said("part")),
    )
    found = newest_comparable(dataset, "maker", dataset.indicator_by_id["output"])
    assert found is not None
    assert found.value == 20


@pytest.mark.parametrize(
    ("statuses", "chosen"),
    [
        ((Status.CAPACITY, Status.TARGET, Status.FORECAST), Status.FORECAST),
        ((Status.CAPACITY, Status.TARGET), Status.TARGET),
        ((Status.CAPACITY,), Status.CAPACITY),
    ],
)
def test_where_nothing_is_done_hopes_go_before_plans_and_designs(statuses: tuple[Status, ...], chosen: Status) -> None:
    dataset = region(*(seen(10, "2025", status) for status in statuses))
    found = newest_comparable(dataset, "maker", dataset.indicator_by_id["output"])
    assert found is not None
    assert found.status is chosen


def test_without_a_comparable_figure_there_is_none() -> None:
    dataset = region(seen(5, "2020-S1"))
    assert newest_comparable(dataset, "maker", dataset.indicator_by_id["output"]) is None
