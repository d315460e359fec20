"""Which actual figure a plan may be held against, and what may be said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.kinds.targets import Outcome, Progress, tracked
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Better, Indicator
from heartland_gui.model.observations import Observation, Qualifier, Status
from tests.charts.small_region import model_case, region, said, seen

TARGET, FORECAST, CAPACITY = Status.TARGET, Status.FORECAST, Status.CAPACITY


def progress(*figures: Observation) -> list[Progress]:
    return list(tracked(region(*figures), "maker").progress)


def told(*figures: Observation) -> list[tuple[float, str, float, str]]:
    """Return the value and period of each plan and of the figure that it is held against."""
    return [
        (item.plan.value, item.plan.period.label, item.actual.value, item.actual.period.label)
        for item in progress(*figures)
    ]


def outcome(*figures: Observation) -> Outcome:
    (found,) = progress(*figures)
    return found.outcome


# -- the model case -----------------------------------------------------------------------------------------------


def test_the_model_case_has_one_forecast_and_two_capacities() -> None:
    found = tracked(model_case(), "maker").progress
    assert [(item.plan.status, item.plan.value, item.actual.value, item.sources_differ) for item in found] == [
        (FORECAST, 5_000, 48, False),
        (CAPACITY, 100_000, 48, True),
        (CAPACITY, 10_000, 48, True),
    ]
    assert [round(item.share, 3) for item in found] == [0.96, 0.048, 0.48]
    assert [item.outcome for item in found] == [Outcome.UNKNOWN_SINCE, Outcome.USED, Outcome.USED]


# -- which two ----------------------------------------------------------------------------------------------------


def test_the_newest_aim_of_each_status_counts() -> None:
    figures = (seen(5, "2019"), seen(10, "2025", TARGET), seen(20, "2030", TARGET), seen(8, "2022", FORECAST))
    assert told(*figures) == [(8, "2022", 5, "2019"), (20, "2030", 5, "2019")]


def test_the_newest_figure_counts_unless_one_is_of_the_aims_own_period() -> None:
    assert told(seen(5, "2018"), seen(6, "2019"), seen(10, "2025", TARGET)) == [(10, "2025", 6, "2019")]
    assert told(seen(5, "2018"), seen(6, "2019"), seen(10, "2018", TARGET)) == [(10, "2018", 5, "2018")]


def test_amounts_of_a_part_of_a_year_are_not_held_against_those_of_a_year() -> None:
    assert told(seen(5, "2019-S1"), seen(10, "2020", TARGET)) == []
    assert told(seen(5, "2019"), seen(10, "2020-S1", TARGET)) == []
    assert told(seen(5, "2019"), seen(9, "2020-S1"), seen(10, "2020", TARGET)) == [(10, "2020", 5, "2019")]


def test_amounts_of_the_same_stretch_of_years_are_held_against_each_other() -> None:
    span = "2016-01/2020-12"
    assert told(seen(9, "2019"), seen(12, span), seen(10, span, TARGET)) == [(10, span, 12, span)]


def test_levels_of_any_moment_are_held_against_each_other() -> None:
    assert told(seen(5, "2019-03", indicator="staff"), seen(10, "2020", TARGET, indicator="staff")) == [
        (10, "2020", 5, "2019-03")
    ]


def test_a_capacity_is_for_a_year_whenever_it_was_stated() -> None:
    assert told(seen(5, "2019"), seen(10, "2020-04-26", CAPACITY)) == [(10, "2020-04-26", 5, "2019")]


def test_a_part_is_held_against_the_same_part_only() -> None:
    part = said("north works")
    assert told(seen(5, "2019", scope=part), seen(10, "2020", TARGET)) == []
    assert told(seen(5, "2019"), seen(4, "2019", scope=part), seen(10, "2020", TARGET, scope=part)) == [
        (10, "2020", 4, "2019")
    ]


def test_whole_and_part_each_have_their_plan() -> None:
    part = said("north works")
    figures = (
        seen(5, "2019"),
        seen(10, "2025", TARGET),
        seen(4, "2019", scope=part),
        seen(6, "2020", TARGET, scope=part),
    )
    assert sorted(told(*figures)) == [(6, "2020", 4, "2019"), (10, "2025", 5, "2019")]


def test_estimates_are_not_what_is_done() -> None:
    assert told(seen(5, "2019", Status.ESTIMATE), seen(10, "2020", TARGET)) == []


def test_sources_that_differ_on_a_plan_each_have_a_row_and_those_that_agree_have_one() -> None:
    plans = (
        seen(10, "2025", TARGET),
        seen(12, "2025", TARGET, source="paper"),
        seen(10, "2025", TARGET, source="report"),
    )
    found = progress(seen(5, "2019"), *plans)
    assert [(item.plan.value, item.plan.source, item.sources_differ) for item in found] == [
        (10, "yearbook", True),
        (12, "paper", True),
    ]


# -- which not ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("indicator", ["growth", "back-at-work"])
def test_no_share_is_told_of_growth_and_shares(indicator: str) -> None:
    found = tracked(
        region(seen(5, "2019", indicator=indicator), seen(10, "2020", TARGET, indicator=indicator)), "maker"
    )
    assert found.progress == ()
    assert [item.value for item in found.unfit] == [10]


def test_no_share_is_told_where_less_is_better() -> None:
    dataset = region(seen(5, "2019"), seen(10, "2020", TARGET))
    assert not tracked(_with(dataset, better=Better.LESS), "maker").progress
    assert tracked(_with(dataset, better=Better.MORE), "maker").progress


def _with(dataset: Dataset, better: Better) -> Dataset:
    def changed(indicator: Indicator) -> Indicator:
        return replace(indicator, better=better)

    return replace(dataset, indicators=tuple(changed(indicator) for indicator in dataset.indicators))


def test_no_share_is_told_of_a_plan_at_less_than_was_done_when_it_was_set() -> None:
    # The newspaper is of April 2020.
    plan = seen(150, "2025", TARGET, source="paper")
    found = tracked(region(seen(270, "2019"), plan), "maker")
    assert (found.progress, found.unfit) == ((), (plan,))
    assert told(seen(100, "2019"), seen(170, "2023"), plan) == [(150, "2025", 170, "2023")], "more than aimed at"


@pytest.mark.parametrize(("actual", "plan"), [(0, 10), (-5, 10), (5, 0), (5, -10)])
def test_no_share_is_told_of_zero_or_less(actual: float, plan: float) -> None:
    assert told(seen(actual, "2019"), seen(plan, "2020", TARGET)) == []


def test_a_plan_without_an_actual_figure_is_remembered() -> None:
    found = tracked(region(seen(10, "2020", TARGET)), "maker")
    assert [item.value for item in found.without_actual] == [10]
    assert found.unfit == ()


# -- what it says -------------------------------------------------------------------------------------------------


def test_a_figure_of_the_aims_own_period_is_its_outcome() -> None:
    assert outcome(seen(12, "2019"), seen(10, "2019", TARGET)) is Outcome.MET
    assert outcome(seen(10, "2019"), seen(10, "2019", TARGET)) is Outcome.MET
    assert outcome(seen(9, "2019"), seen(10, "2019", TARGET)) is Outcome.MISSED


def test_the_level_at_the_end_of_the_aims_period_is_its_outcome() -> None:
    figures = (seen(9, "2019-12", indicator="staff"), seen(10, "2019", TARGET, indicator="staff"))
    assert outcome(*figures) is Outcome.MISSED


def test_a_hedged_number_near_its_aim_is_no_verdict() -> None:
    near = (seen(99, "2019", qualifier=Qualifier.OVER), seen(100, "2019", TARGET))
    far = (seen(80, "2019", qualifier=Qualifier.OVER), seen(100, "2019", TARGET))
    assert outcome(*near) is Outcome.NEARLY
    assert outcome(*far) is Outcome.MISSED


def test_a_figure_of_another_period_says_how_far_it_is_so_far() -> None:
    # The newest source is of September 2021.
    assert outcome(seen(9, "2019"), seen(10, "2025", TARGET)) is Outcome.SO_FAR


def test_an_amount_of_a_later_year_says_nothing_about_a_plan() -> None:
    assert progress(seen(9, "2020"), seen(10, "2019", TARGET)) == []
    found = progress(seen(5, "2018"), seen(9, "2020"), seen(10, "2019", TARGET))
    assert [item.actual.value for item in found] == [5]


def test_a_level_that_is_only_known_later_is_said_to_be_later() -> None:
    later, plan = (
        seen(value, year, status, indicator="staff")
        for value, year, status in ((9, "2020", Status.ACTUAL), (10, "2019", TARGET))
    )
    assert outcome(later, plan) is Outcome.AFTER
    found = progress(seen(5, "2018", indicator="staff"), later, plan)
    assert [(item.actual.value, item.outcome) for item in found] == [(5, Outcome.UNKNOWN_SINCE)]


def test_a_plan_whose_date_has_passed_without_a_figure_since_is_told() -> None:
    assert outcome(seen(9, "2019"), seen(10, "2020", TARGET)) is Outcome.UNKNOWN_SINCE
