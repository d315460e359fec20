"""What was promised and what became of it: each state, from hand-judged cases and from all that can be made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from heartland_gui.charts.bounds import values_of
from heartland_gui.charts.plans import (
    Difference,
    Plan,
    PlanBar,
    PlanGroup,
    PlanState,
    plan_bar,
    plan_beside,
    plans_of,
    shown_plan,
)
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Better, Indicator, IndicatorKind, Ref, Source, SubjectKind
from heartland_gui.model.observations import Base, Observation, Qualifier, Status, Terms
from heartland_gui.model.period import parse_period
from heartland_gui.model.plans import judged_on
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import MAKER, REGION, company, pillar, region, said, seen

TARGET, FORECAST, ESTIMATE, CAPACITY = Status.TARGET, Status.FORECAST, Status.ESTIMATE, Status.CAPACITY
_KINDS: Final = {
    "made": (IndicatorKind.FLOW, "vehicles", Better.MORE),
    "coal": (IndicatorKind.FLOW, "vehicles", Better.NEITHER),
    "in-use": (IndicatorKind.STOCK, "vehicles", Better.MORE),
    "mines": (IndicatorKind.STOCK, "vehicles", Better.LESS),
    "share": (IndicatorKind.RATIO, "percent", Better.MORE),
    "rise": (IndicatorKind.GROWTH, "percent", Better.MORE),
}
_INDICATORS: Final = tuple(
    Indicator(name, said(name), unit, kind, better=better) for name, (kind, unit, better) in _KINDS.items()
)
_SIZE: Final = Indicator("size", said("Investment planned"), "yuan", IndicatorKind.STOCK, plan_size=True)
_SOURCES: Final = tuple(
    Source(name, said(name), said(name), None if day is None else parse_period(day))
    for name, day in (
        ("plan", "2022-07-10"),
        ("old-plan", "2015-03"),
        ("undated", None),
        ("bureau", "2026-02"),
        ("paper", "2026-03"),
    )
)


def known(*figures: Observation, breaks: tuple[str, ...] = (), edition: str = "2026-11") -> Dataset:
    """Return a region with these figures; `breaks` hold for the series of the bureau."""
    dataset = region(*figures)
    series = tuple(
        each._replace(break_before=breaks if each.source == "bureau" else (), observations=each.observations)
        for each in dataset.series
    )
    manifest = replace(dataset.manifest, edition=edition)
    return replace(dataset, manifest=manifest, indicators=(*_INDICATORS, _SIZE), sources=_SOURCES, series=series)


def done(value: float, period: str, indicator: str = "share", source: str = "bureau", **more: Any) -> Observation:
    return seen(value, period, indicator=indicator, source=source, **more)


def aim(value: float, period: str, indicator: str = "share", source: str = "plan", **more: Any) -> Observation:
    return seen(value, period, more.pop("status", TARGET), indicator=indicator, source=source, **more)


def judged(*figures: Observation, breaks: tuple[str, ...] = ()) -> Plan:
    (plan,) = plans_of(known(*figures, breaks=breaks), MAKER)
    return plan


def told(plan: Plan) -> tuple[PlanState, PlanGroup]:
    return plan.state, plan.group


# -- what is due ------------------------------------------------------------------------------------------------------

MORE, LESS, NEITHER = "share", "mines", "coal"
_OVER, _AT_LEAST, _UNDER, _UP_TO = Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.UP_TO
_ABOUT, _NEARLY, _ONLY = Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.ONLY
MET, MISSED, UNDECIDED = PlanState.MET, PlanState.MISSED, PlanState.UNDECIDED
ABOVE, BELOW, AS_PLANNED = PlanState.ABOVE, PlanState.BELOW, PlanState.AS_PLANNED


@pytest.mark.parametrize(
    ("indicator", "wanted", "figure", "state", "difference"),
    [
        (MORE, (50, None), (50, None), MET, None),
        (MORE, (50, None), (49, None), MISSED, Difference(1)),
        (MORE, (50, None), (49, _ONLY), MISSED, Difference(1)),
        (MORE, (100.3, None), (100.1, None), MISSED, Difference(0.2)),
        (MORE, (50, _AT_LEAST), (50, None), MET, None),
        (MORE, (50, _OVER), (50, None), MISSED, None),
        (MORE, (50, _OVER), (50.1, None), MET, None),
        (MORE, (6, _OVER), (-0.4, None), MISSED, Difference(6.4, _OVER)),
        (MORE, (50, _ABOUT), (49, None), MET, None),
        (MORE, (50, _ABOUT), (48.9, None), MISSED, Difference(1.1)),
        (MORE, (50, _ABOUT), (60, None), MET, None),
        (MORE, (50, None), (51, _ABOUT), UNDECIDED, None),
        (MORE, (50, None), (52, _ABOUT), MET, None),
        (MORE, (50, None), (40, _ABOUT), MISSED, Difference(10, _ABOUT)),
        (MORE, (50, None), (50, _NEARLY), MISSED, None),
        (MORE, (50, None), (45, _NEARLY), MISSED, Difference(5, _OVER)),
        (MORE, (50, None), (40, _OVER), UNDECIDED, None),
        (MORE, (50, None), (50, _OVER), MET, None),
        (MORE, (50, _OVER), (50, _OVER), MET, None),
        (MORE, (50, _OVER), (50, _AT_LEAST), UNDECIDED, None),
        (MORE, (50, None), (40, _UP_TO), MISSED, Difference(10, _AT_LEAST)),
        (MORE, (50, None), (40, _UNDER), MISSED, Difference(10, _OVER)),
        (MORE, (50, None), (50, _UNDER), MISSED, None),
        (MORE, (50, None), (60, _UNDER), UNDECIDED, None),
        (MORE, (50, _UP_TO), (60, None), MET, None),
        (MORE, (50, _UP_TO), (40, None), UNDECIDED, None),
        (LESS, (50, None), (50, None), MET, None),
        (LESS, (50, None), (51, None), MISSED, Difference(1)),
        (LESS, (50, _UNDER), (50, None), MISSED, None),
        (LESS, (50, _UNDER), (60, None), MISSED, Difference(10, _OVER)),
        (LESS, (50, _UNDER), (49, None), MET, None),
        (LESS, (50, _ABOUT), (51, None), MET, None),
        (LESS, (50, _AT_LEAST), (60, None), UNDECIDED, None),
        (NEITHER, (50, None), (50, None), AS_PLANNED, None),
        (NEITHER, (50, None), (57, None), ABOVE, Difference(7)),
        (NEITHER, (50, None), (43, None), BELOW, Difference(7)),
        (NEITHER, (50, _ABOUT), (50.9, None), AS_PLANNED, None),
        (NEITHER, (50, _OVER), (80, None), AS_PLANNED, None),
        (NEITHER, (50, _OVER), (40, None), BELOW, Difference(10, _OVER)),
        (NEITHER, (50, None), (50, _ABOUT), UNDECIDED, None),
        (NEITHER, (50, None), (60, _OVER), ABOVE, Difference(10, _OVER)),
    ],
)
def test_the_figure_of_the_due_period_decides(
    indicator: str,
    wanted: tuple[float, Qualifier | None],
    figure: tuple[float, Qualifier | None],
    state: PlanState,
    difference: Difference | None,
) -> None:
    plan = judged(
        aim(wanted[0], "2025", indicator, qualifier=wanted[1]), done(figure[0], "2025", indicator, qualifier=figure[1])
    )
    assert (plan.state, plan.difference) == (state, difference)


def test_an_estimate_is_rough() -> None:
    assert judged(aim(50, "2025"), done(50.5, "2025", status=ESTIMATE)).state is UNDECIDED
    assert judged(aim(50, "2025"), done(60, "2025", status=ESTIMATE)).state is MET


@pytest.mark.parametrize("status", [TARGET, FORECAST, CAPACITY])
def test_what_is_not_done_tells_nothing(status: Status) -> None:
    plan = plans_of(known(aim(50, "2025"), seen(60, "2025", status, indicator="share", source="bureau")), MAKER)[0]
    assert told(plan) == (PlanState.NO_FIGURE, PlanGroup.NO_FIGURE)


def test_a_target_is_due_on_the_day_after_its_period() -> None:
    figures = aim(50, "2026-10"), done(40, "2021")
    assert [plan.due for plan in plans_of(known(*figures), MAKER)] == [date(2026, 11, 1)]
    assert plans_of(known(*figures, edition="2026-11"), MAKER)[0].is_due
    assert not plans_of(known(*figures, edition="2026-10"), MAKER)[0].is_due


def test_the_groups_of_what_is_due() -> None:
    assert told(judged(aim(50, "2025"), done(60, "2025")))[1] is PlanGroup.MET
    assert told(judged(aim(50, "2025"), done(40, "2025")))[1] is PlanGroup.MISSED
    assert told(judged(aim(50, "2025"), done(50, "2025", qualifier=_ABOUT)))[1] is PlanGroup.NO_FIGURE
    assert told(judged(aim(50, "2025", "coal"), done(50, "2025", "coal")))[1] is PlanGroup.NEITHER
    assert told(judged(aim(50, "2025"))) == (PlanState.NO_FIGURE, PlanGroup.NO_FIGURE)


def test_a_figure_of_a_part_tells_nothing_of_the_whole() -> None:
    part = said("electronics")
    plan = judged(aim(230, "2025", "made"), done(240, "2025", "made", scope=part))
    assert (plan.state, plan.figure) == (PlanState.NO_FIGURE, None)
    assert judged(aim(230, "2025", "made", scope=part), done(240, "2025", "made", scope=part)).state is MET


def test_half_a_year_tells_nothing_of_what_is_made_in_a_year() -> None:
    assert judged(aim(50, "2025", "made"), done(60, "2025-S1", "made")).state is PlanState.NO_FIGURE


def test_a_level_at_the_end_of_the_due_period_is_of_it() -> None:
    assert judged(aim(50, "2025", "in-use"), done(40, "2025-12", "in-use")).state is MISSED
    assert judged(aim(50, "2025"), done(40, "2025-12")).state is PlanState.NO_FIGURE_SINCE


def test_a_span_is_told_by_its_own_figure_alone() -> None:
    span = aim(100, "2016/2020", "coal", source="old-plan")
    assert judged(span, done(30, "2020", "coal"), done(130, "2016", "coal")).state is PlanState.NO_FIGURE
    plan = judged(span, done(157, "2016-01/2020-12", "coal"))
    assert (plan.state, plan.difference, plan.needed, plan.so_far) == (ABOVE, Difference(57), 20, 31.4)


def test_of_two_sources_the_exact_one_tells() -> None:
    exact, bound = done(49.7, "2025"), done(50, "2025", source="paper", qualifier=_OVER)
    for figures in ([exact, bound], [bound, exact]):
        assert judged(aim(50, "2025"), *figures).state is MISSED


def test_of_two_sources_the_newer_one_tells() -> None:
    older, newer = done(51, "2025"), done(52, "2025", source="paper")
    for figures in ([older, newer], [newer, older]):
        plan = judged(aim(50, "2025"), *figures)
        assert (plan.state, plan.figure) == (MET, newer)


def test_where_the_verdict_depends_on_the_source_there_is_none() -> None:
    figures = done(49, "2025"), done(51, "2025", source="paper")
    assert told(judged(aim(50, "2025"), *figures)) == (PlanState.SOURCES_DIFFER, PlanGroup.NO_FIGURE)
    assert told(judged(aim(50, "2025"), figures[0], done(51, "2025", source="paper", status=ESTIMATE)))[0] is MISSED
    assert judged(
        aim(50, "2025", "coal"), done(50, "2025", "coal"), done(60, "2025", "coal", source="paper")
    ).state is (PlanState.SOURCES_DIFFER)


# -- before and after the due period ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("period", "years"), [("2025", 2), ("2026-06", 1), ("2027-06", 0)])
def test_met_before_the_due_period_is_met_early(period: str, years: int) -> None:
    plan = judged(aim(54, "2027"), done(40, "2021"), done(55, period))
    assert (plan.state, plan.group, plan.years_early) == (MET, PlanGroup.MET, years)


def test_what_was_met_early_and_is_no_more_is_not_met() -> None:
    assert judged(aim(54, "2027"), done(55, "2024"), done(50, "2025")).state is not MET


def test_what_is_due_can_have_been_met_early() -> None:
    plan = judged(aim(500, "2025", "in-use"), done(514, "2025-08", "in-use"))
    assert (plan.state, plan.is_due, plan.years_early) == (MET, True, 0)


def test_a_figure_from_before_a_target_was_set_does_not_meet_it() -> None:
    plan = judged(aim(60, "2025", "mines"), done(50, "2021", "mines"))
    assert (plan.state, plan.group) == (PlanState.NO_FIGURE_SINCE, PlanGroup.NO_FIGURE)


def test_of_a_target_without_a_date_nothing_is_met_early() -> None:
    assert judged(aim(54, "2027", source="undated"), done(55, "2025")).state is PlanState.NOT_YET_DUE


def test_what_only_one_of_two_sources_reaches_is_not_reached() -> None:
    early = done(55, "2025"), done(53, "2025", source="paper")
    assert judged(aim(54, "2027"), *early).state is not MET
    later = done(151, "2025", "in-use", source="paper"), done(140, "2025", "in-use")
    assert judged(aim(145, "2024", "in-use"), *later).state is PlanState.NO_FIGURE_SINCE


def test_a_level_that_was_there_before_is_no_progress() -> None:
    plan = judged(aim(54, "2027"), done(60, "2021"), done(58, "2025"))
    assert (plan.state, plan.needed, plan.pace) == (PlanState.NOT_YET_DUE, None, None)


def test_the_growth_of_another_year_meets_nothing() -> None:
    assert judged(aim(5, "2027", "rise"), done(6, "2025", "rise")).state is PlanState.NOT_YET_DUE


def test_a_level_may_be_reached_later() -> None:
    later = done(164, "2025", "in-use"), done(151, "2025-04", "in-use"), done(140, "2025-01", "in-use")
    plan = judged(aim(145, "2024", "in-use"), *later)
    assert (plan.state, plan.group, plan.figure) == (PlanState.REACHED_LATER, PlanGroup.MET, later[1])


def test_what_is_made_in_a_later_year_reaches_nothing() -> None:
    plan = judged(aim(145, "2024", "made"), done(164, "2025", "made"))
    assert (plan.state, plan.figure) == (PlanState.NO_FIGURE_SINCE, done(164, "2025", "made"))


def test_a_target_without_figure_since_tells_how_it_was_then() -> None:
    plan = judged(aim(120, "2025", "in-use"), done(16, "2020", "in-use"), done(108, "2024", "in-use"))
    assert (plan.state, plan.pace_state) == (PlanState.NO_FIGURE_SINCE, PlanState.ON_TRACK)


# -- the pace ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (95, PlanState.MET),
        (89, PlanState.ON_TRACK),
        (88.55, PlanState.ON_TRACK),
        (88.54, PlanState.BEHIND),
        (85.4, PlanState.BEHIND),
        (85.39, PlanState.FAR_BEHIND),
        (80, PlanState.FAR_BEHIND),
        (79.9, PlanState.MOVING_AWAY),
    ],
)
def test_the_pace_of_what_is_not_due(now: float, state: PlanState) -> None:
    plan = judged(aim(95, "2027", source="old-plan", terms=SET_2022), done(80, "2022"), done(now, "2025"))
    assert plan.state is state
    assert plan.group is (PlanGroup.MET if state is MET else PlanGroup.NOT_YET_DUE)


SET_2022: Final = Terms(parse_period("2022-12-31"))


def test_the_steps_of_the_pace_are_straight() -> None:
    plan = judged(aim(95, "2027", terms=SET_2022), done(80, "2022"), done(84, "2025"))
    assert (plan.base, plan.needed) == (Base(parse_period("2022"), 80), 3)
    assert plan.so_far == pytest.approx(4 / 3)
    assert plan.pace == pytest.approx(4 / 9)


def test_less_has_a_pace_as_well() -> None:
    plan = judged(aim(60, "2027", "mines", terms=SET_2022), done(110, "2022", "mines"), done(70, "2025", "mines"))
    assert (plan.state, plan.needed) == (PlanState.ON_TRACK, -10)


@pytest.mark.parametrize(
    ("figures", "base"),
    [
        ((aim(95, "2027", terms=Terms(base=Base(parse_period("2019"), 70))), done(80, "2021")), ("2019", 70)),
        ((aim(95, "2027"), done(80, "2020", source="plan"), done(82, "2021")), ("2020", 80)),
        ((aim(95, "2027"), done(80, "2020"), done(82, "2021"), done(83, "2022")), ("2021", 82)),
        ((aim(95, "2027", source="undated"), done(80, "2020"), done(82, "2021", source="undated")), ("2021", 82)),
        ((aim(95, "2027", source="undated"), done(80, "2020")), None),
        ((aim(95, "2027"), done(83, "2022")), None),
        ((aim(95, "2027"), done(83, "2021", status=ESTIMATE)), None),
        ((aim(95, "2027", terms=SET_2022), done(84, "2023", source="plan"), done(80, "2022")), ("2022", 80)),
        ((aim(95, "2020", source="paper"), done(84, "2023", source="paper"), done(80, "2019")), ("2019", 80)),
    ],
)
def test_the_base_of_a_plan(figures: tuple[Observation, ...], base: tuple[str, float] | None) -> None:
    plan = judged(*figures)
    assert (plan.base and (plan.base.period.label, plan.base.value)) == base


def test_not_due_without_a_base_or_without_a_figure_since() -> None:
    assert told(judged(aim(95, "2027", source="undated"), done(80, "2020"))) == (
        PlanState.NOT_YET_DUE,
        PlanGroup.NOT_YET_DUE,
    )
    assert judged(aim(95, "2027"), done(80, "2020")).state is PlanState.NOT_YET_MEASURED
    assert told(judged(aim(95, "2027"))) == (PlanState.NO_FIGURE, PlanGroup.NOT_YET_DUE)


def test_where_neither_is_better_there_is_no_pace_to_keep() -> None:
    plan = judged(aim(95, "2027", "coal"), done(80, "2021", "coal"), done(70, "2025", "coal"))
    assert told(plan) == (PlanState.NOT_YET_DUE, PlanGroup.NOT_YET_DUE)
    due = judged(aim(95, "2025", "coal"), done(80, "2021", "coal"), done(90, "2024", "coal"))
    assert (due.state, due.pace_state) == (PlanState.NO_FIGURE_SINCE, None)


def test_a_way_of_less_than_a_year_has_no_pace() -> None:
    plan = judged(
        aim(92, "2023", "in-use", source="undated"),
        done(84, "2023-08", "in-use", source="undated"),
        done(85, "2023-10", "in-use"),
    )
    assert (plan.base, plan.needed, plan.pace) == (Base(parse_period("2023-08"), 84), None, None)


def test_a_bound_has_a_pace_only_where_it_holds_for_all_values() -> None:
    def under_way(now: float) -> Plan:
        return judged(aim(95, "2027", terms=SET_2022), done(80, "2022"), done(now, "2025", qualifier=_OVER))

    assert (under_way(89).state, under_way(89).pace) == (PlanState.ON_TRACK, None)
    assert under_way(84).state is PlanState.NOT_YET_DUE


def test_a_base_that_is_a_bound_has_no_pace() -> None:
    plan = judged(aim(95, "2027", terms=SET_2022), done(80, "2022", qualifier=_OVER), done(84, "2025"))
    assert (plan.state, plan.needed) == (PlanState.NOT_YET_DUE, None)


# -- new definitions --------------------------------------------------------------------------------------------------


def test_no_verdict_and_no_pace_go_across_a_new_definition() -> None:
    due = judged(aim(50, "2025"), done(40, "2021"), done(60, "2025"), breaks=("2024",))
    assert (due.state, due.group) == (PlanState.NEW_DEFINITION, PlanGroup.NO_FIGURE)
    assert due.broken == parse_period("2024")
    ahead = judged(aim(90, "2027"), done(40, "2021"), done(60, "2025"), breaks=("2024",))
    assert told(ahead) == (PlanState.NEW_DEFINITION, PlanGroup.NOT_YET_DUE)
    assert (ahead.pace, ahead.so_far) == (None, None)
    early = judged(aim(50, "2027"), done(40, "2021"), done(60, "2025"), breaks=("2024",))
    assert early.state is PlanState.NEW_DEFINITION
    later = judged(aim(50, "2023", "in-use"), done(60, "2025", "in-use"), breaks=("2024",))
    assert later.state is PlanState.NO_FIGURE_SINCE


def test_a_definition_that_is_older_than_the_base_changes_nothing() -> None:
    assert judged(aim(50, "2025"), done(40, "2021"), done(60, "2025"), breaks=("2021",)).state is MET


def test_without_a_base_the_definition_must_not_have_changed_since_the_plan_was_set() -> None:
    assert judged(aim(50, "2025"), done(60, "2025"), breaks=("2023",)).state is PlanState.NEW_DEFINITION
    assert judged(aim(50, "2025"), done(60, "2025"), breaks=("2022",)).state is MET
    assert judged(aim(50, "2025", source="undated"), done(60, "2025"), breaks=("2023",)).state is MET
    assert judged(aim(50, "2025", source="undated"), done(60, "2025"), breaks=("2025",)).state is (
        PlanState.NEW_DEFINITION
    )


# -- which plans there are --------------------------------------------------------------------------------------------


def test_of_several_targets_the_nearest_that_is_not_past_is_shown() -> None:
    targets = [aim(10, "2020"), aim(20, "2025"), aim(30, "2027"), aim(40, "2030")]
    plan = judged(*targets)
    assert plan.target == targets[2]
    assert plan.others == (targets[3], targets[1], targets[0])


def test_of_several_targets_that_are_past_the_latest_is_shown() -> None:
    assert judged(aim(10, "2020"), aim(20, "2025")).target == aim(20, "2025")


def test_of_two_targets_for_one_day_the_one_set_last_is_shown() -> None:
    old, new = aim(10, "2027", source="old-plan"), aim(20, "2027")
    assert judged(new, old).target == judged(old, new).target == new


def test_what_is_expected_does_not_hide_what_was_promised() -> None:
    promised, expected = aim(20, "2025"), aim(30, "2027", status=FORECAST)
    plan = judged(promised, expected)
    assert (plan.target, plan.others) == (promised, (expected,))
    assert judged(expected).target == expected


def test_a_year_and_a_span_and_another_scope_have_rows_of_their_own() -> None:
    plans = plans_of(
        known(aim(1, "2027", "made"), aim(9, "2026/2030", "made"), aim(1, "2027", "made", scope=said("part"))), MAKER
    )
    assert len(plans) == 3


def test_plans_without_a_day_are_announced() -> None:
    told_only = aim(5, "2019", "made", terms=Terms(due=False))
    size = aim(7, "2021", "size")
    plans = plans_of(known(told_only, size, done(9, "2019", "made")), MAKER)
    assert [(plan.target, plan.state, plan.group, plan.due, plan.figure) for plan in plans] == [
        (each, PlanState.ANNOUNCED, PlanGroup.ANNOUNCED, None, None) for each in (size, told_only)
    ]


def test_the_order_is_nearest_first_then_due_newest_first_then_announced() -> None:
    rows = [
        aim(1, "2030", "made"),
        aim(2, "2027", "share"),
        aim(3, "2020", "coal"),
        aim(4, "2025", "mines"),
        aim(5, "2026", "size"),
    ]
    values = [plan.target.value for plan in plans_of(known(*rows), MAKER)]
    assert values == [2, 1, 4, 3, 5]


def test_a_page_has_the_plans_of_its_companies_behind_its_own() -> None:
    dataset = known(
        aim(1, "2027", subject="vehicles"),
        aim(2, "2027", subject="rival"),
        aim(3, "2027", subject="north"),
        aim(4, "2027", subject="chemist"),
        aim(5, "2027", subject="valley"),
        aim(6, "2027", subject="homeless"),
    )

    def values(ref: Ref) -> list[float]:
        return [plan.target.value for plan in plans_of(dataset, ref)]

    assert values(pillar("vehicles")) == [1, 2, 4]
    assert values(Ref(SubjectKind.PLACE, "north")) == [3, 2]
    assert values(REGION) == [5, 2, 4, 6]
    assert values(company("rival")) == [2]
    assert values(Ref(SubjectKind.SOURCE, "plan")) == []
    assert values(Ref(SubjectKind.COMPARISON, "rival,chemist")) == [2, 4]


def test_the_plan_of_the_whole_is_shown_beside_the_figure_of_an_indicator() -> None:
    part = aim(1, "2027", "made", scope=said("part"))
    dataset = known(part, aim(2, "2028", "made"), aim(3, "2027", "coal"))
    found = shown_plan(dataset, "maker", "made")
    assert found is not None
    assert found.target.value == 2
    assert shown_plan(dataset, "maker", "share") is None
    alone = shown_plan(known(part), "maker", "made")
    assert alone is not None
    assert alone.target == part


def test_beside_another_figure_the_plan_of_the_headline_is_shown() -> None:
    dataset = known(aim(1, "2027", "made"), aim(2, "2025", "in-use"), aim(3, "2026", "size"))
    (maker, *others) = dataset.companies

    def beside(*headline: str, indicator: str | None = None) -> float | None:
        companies = (replace(maker, headline=headline), *others)
        found = plan_beside(replace(dataset, companies=companies), "maker", indicator)
        return None if found is None else found.target.value

    assert beside("in-use", indicator="made") == 1
    assert beside("in-use", "made", indicator="share") == 2
    assert beside("size") == 3
    assert beside() == 1
    assert plan_beside(dataset, "rival", None) is None


def test_beside_the_figure_of_a_pillar_the_nearest_plan_is_shown() -> None:
    dataset = known(aim(1, "2025", "made", subject="vehicles"), aim(2, "2027", "share", subject="vehicles"))
    first, *others = dataset.pillars
    dataset = replace(dataset, pillars=(replace(first, headline=("made",)), *others))
    found = plan_beside(dataset, "vehicles", "coal")
    assert found is not None
    assert found.target.value == 2


def test_the_calendar_has_an_end_and_a_beginning() -> None:
    assert judged(aim(50, "9999"), done(40, "2021")).due == date.max
    assert judged(aim(50, "0001", source="undated"), done(40, "0001")).state is MISSED


# -- the small bar ----------------------------------------------------------------------------------------------------


def bar(*figures: Observation) -> PlanBar | None:
    dataset = known(*figures)
    return plan_bar(dataset, plans_of(dataset, MAKER)[0])


def test_the_bar_puts_the_figure_beside_the_plan() -> None:
    shown = bar(aim(100, "2027"), done(53, "2025")), bar(aim(53, "2025", "made"), done(100, "2025", "made"))
    assert [each and (each.figure, each.plan) for each in shown] == [
        pytest.approx((0.5, 1 / 1.06)),
        pytest.approx((1 / 1.06, 0.5)),
    ]


@pytest.mark.parametrize(
    "figures",
    [
        (aim(100, "2027"),),
        (aim(100, "2027", "made"), done(53, "2025", "made")),
        (aim(5, "2025", "rise"), done(4, "2025", "rise")),
        (aim(5, "2025", "made"), done(-4, "2025", "made")),
        (aim(-5, "2025", "made"), done(4, "2025", "made")),
        (aim(5, "2025", "size"), done(4, "2025", "size")),
    ],
)
def test_no_bar_where_it_would_say_nothing(figures: tuple[Observation, ...]) -> None:
    assert bar(*figures) is None


# -- whatever is asked ------------------------------------------------------------------------------------------------

_VALUES: Final = st.integers(-400, 400).map(lambda number: number / 4)
_QUALIFIERS: Final = st.sampled_from([None, *Qualifier])
_TOLD_BY_FIGURE: Final = frozenset({MET, MISSED, ABOVE, BELOW, AS_PLANNED})
_TOLD_BY_PACE: Final = frozenset({PlanState.ON_TRACK, PlanState.BEHIND, PlanState.FAR_BEHIND, PlanState.MOVING_AWAY})


def allowed(value: float, qualifier: Qualifier | None, steps: Iterable[int]) -> list[float]:
    """Return some of the values that a figure allows."""
    values = values_of(value, qualifier)
    low = values.low if values.low.is_finite() else values.high - 200
    high = values.high if values.high.is_finite() else values.low + 200
    tries = [low + (high - low) * Decimal(step) / 8 for step in steps]
    inside = [each for each in tries if values_of(float(each), None).within(values)]
    return [float(each) for each in inside]


@given(st.sampled_from([MORE, LESS, NEITHER]), _VALUES, _QUALIFIERS, _VALUES, _QUALIFIERS)
def test_a_bound_tells_nothing_that_one_of_its_values_contradicts(
    indicator: str, wanted: float, hedge: Qualifier | None, value: float, qualifier: Qualifier | None
) -> None:
    target = aim(wanted, "2025", indicator, qualifier=hedge)
    state = judged(target, done(value, "2025", indicator, qualifier=qualifier)).state
    assume(state in _TOLD_BY_FIGURE)
    others = {judged(target, done(each, "2025", indicator)).state for each in allowed(value, qualifier, range(9))}
    assert others <= {state}


@given(_VALUES, _VALUES, _VALUES, _QUALIFIERS)
def test_a_pace_is_told_only_where_each_value_of_a_bound_has_it(
    wanted: float, begun: float, value: float, qualifier: Qualifier | None
) -> None:
    def pace(now: float, hedge: Qualifier | None = None) -> PlanState | None:
        figures = done(begun, "2022"), done(now, "2025", qualifier=hedge)
        return judged(aim(wanted, "2027", terms=SET_2022), *figures).pace_state

    state = pace(value, qualifier)
    assume(state is not None)
    assert {pace(each) for each in allowed(value, qualifier, range(9))} <= {state}


_YEARS: Final = st.lists(st.tuples(st.integers(2016, 2026), _VALUES), max_size=5, unique_by=lambda each: each[0])


@given(st.sampled_from(sorted(_KINDS)), _YEARS, st.integers(2023, 2029), _VALUES)
def test_scaling_all_values_changes_no_state(
    indicator: str, years: list[tuple[int, float]], due: int, wanted: float
) -> None:
    def state(factor: int) -> tuple[PlanState, PlanState | None]:
        figures = [done(value * factor, str(year), indicator) for year, value in years]
        plan = judged(aim(wanted * factor, str(due), indicator), *figures)
        return plan.state, plan.pace_state

    assert state(1) == state(10)


@given(st.sampled_from(sorted(_KINDS)), _YEARS, st.integers(2023, 2029), _VALUES)
def test_without_a_figure_that_is_newer_than_the_target_nothing_is_met_or_missed(
    indicator: str, years: list[tuple[int, float]], due: int, wanted: float
) -> None:
    figures = [done(value, str(year), indicator) for year, value in years if year < 2022]
    plan = judged(aim(wanted, str(due), indicator), *figures)
    assert plan.state not in _TOLD_BY_FIGURE | _TOLD_BY_PACE | {PlanState.REACHED_LATER}


@given(st.sampled_from(sorted(_KINDS)), _YEARS, st.integers(2023, 2029), _VALUES, st.integers(2017, 2026))
def test_nothing_is_told_across_a_new_definition(
    indicator: str, years: list[tuple[int, float]], due: int, wanted: float, changed: int
) -> None:
    figures = [done(value, str(year), indicator) for year, value in years]
    plan = judged(aim(wanted, str(due), indicator), *figures, breaks=(str(changed),))
    # Where there is no base: the plan was set in July 2022.
    since = 2022 if plan.base is None else plan.base.period.year
    if plan.state in _TOLD_BY_FIGURE | {PlanState.REACHED_LATER} and plan.figure is not None:
        assert not since < changed <= plan.figure.period.year
    if plan.pace is not None or plan.state in _TOLD_BY_PACE:
        assert not since < changed <= max(year for year, _ in years if year <= due)


@given(st.permutations([done(40, "2021"), done(50, "2024"), done(51, "2024", source="paper"), done(60, "2025-06")]))
def test_the_order_of_the_figures_changes_nothing(figures: list[Observation]) -> None:
    assert judged(aim(90, "2027"), *figures) == judged(
        aim(90, "2027"), *sorted(figures, key=lambda item: (item.period.order, item.source))
    )


# -- the shipped dataset ----------------------------------------------------------------------------------------------


def test_what_the_design_tells_of_the_shipped_dataset_is_so() -> None:
    dataset = shipped_dataset()
    assert judged_on(dataset) == date(2026, 12, 1)
    own = {
        name: shown_plan(dataset, dataset.manifest.region, name)
        for name in ("gdp-growth", "clean-energy-capacity-share", "raw-coal-output", "advanced-coal-capacity-share")
    }
    assert {name: plan and (plan.state, plan.years_early) for name, plan in own.items()} == {
        "gdp-growth": (MISSED, 0),
        "clean-energy-capacity-share": (MET, 2),
        "raw-coal-output": (PlanState.NOT_YET_MEASURED, 0),
        "advanced-coal-capacity-share": (PlanState.FAR_BEHIND, 0),
    }
