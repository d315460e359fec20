"""What is done against what was planned: which figure a plan is held against, and the chart of how far it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds import targets
from heartland_gui.charts.kinds.targets import Outcome, Progress, tracked
from heartland_gui.charts.spec import Bar, Bracket, Chart, Goal, Question, RowAxis, Symbol
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Better, Indicator, Ref
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, REGION, company, model_case, pillar, region, said, seen

VEHICLES = pillar("vehicles")
TARGET, FORECAST, CAPACITY = Status.TARGET, Status.FORECAST, Status.CAPACITY
PLAN = seen(10, "2025", TARGET)


def against_plan(dataset: Dataset, subject: Ref = MAKER, language: str = "en") -> Chart:
    return chart(dataset, Question("targets", subject), words_in(language))


def bars(answer: Chart) -> list[Bar]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Bar)]


def goals(answer: Chart) -> list[Goal]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Goal)]


def labels(answer: Chart) -> list[tuple[str, str]]:
    return [(bar.label.strong, bar.label.faint) for bar in bars(answer)]


def names(answer: Chart) -> list[str]:
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    return [row.label for row in axis.rows]


def weight(dataset: Dataset, subject: Ref) -> float:
    ((found, _),) = targets.questions(dataset, subject)
    return found


def of(subject: str, value: float, period: str = "2019", status: Status = Status.ACTUAL) -> Observation:
    return seen(value, period, status, subject=subject)


# -- the model case -----------------------------------------------------------------------------------------------


def test_the_model_case_says_how_far_by_when_and_by_whose_word() -> None:
    answer = against_plan(model_case())
    assert labels(answer) == [
        ("1.0\u00a0%\u00a0*", "48 of 5,000\u00a0vehicles by 2020 · forecast · so far, 2019; no figure since"),
        (
            "0.05\u00a0%\u00a0*",
            "of designed capacity used: 48 of 100,000\u00a0vehicles, 2019 · capacity as of 2020 · by Morning Paper",
        ),
        (
            "0.5\u00a0%\u00a0*",
            "of designed capacity used: 48 of 10,000\u00a0vehicles, 2019 · capacity as of 2020 · by Company report",
        ),
    ]
    assert [round(bar.value, 3) for bar in bars(answer)] == [0.96, 0.048, 0.48]
    assert [(goal.row, goal.value, goal.status) for goal in goals(answer)] == [
        (0, 100, FORECAST),
        (1, 100, CAPACITY),
        (2, 100, CAPACITY),
    ]
    assert "Sources differ on the plan: each has its own row." in answer.notes


def test_what_is_read_out_is_computed_from_both_figures() -> None:
    bar, goal = bars(against_plan(model_case()))[0], goals(against_plan(model_case()))[0]
    assert bar.details.read_out == (
        "Vehicles produced\n1.0\u00a0% = actual / forecast, computed\n"
        "48\u00a0vehicles · 2019 · actual · Morning Paper, 26 Apr 2020\n"
        "5,000\u00a0vehicles · 2020 · forecast · Morning Paper, 26 Apr 2020"
    )
    assert goal.details.read_out.startswith("Maker Works\n5,000\u00a0vehicles · 2020 · forecast")


def test_key_and_sentence_say_what_is_drawn() -> None:
    answer = against_plan(model_case())
    assert [(entry.symbol, entry.label) for entry in answer.legend] == [
        (Symbol.BAR, "actual"),
        (Symbol.GOAL, "forecast = 100 %"),
        (Symbol.GOAL, "capacity = 100 %"),
    ]
    assert answer.subtitle == "actual figure as a percentage of the target, forecast or capacity, computed"
    assert answer.sentence.startswith(
        "Maker Works, 3 compared with a target, forecast or capacity: Vehicles produced 1.0 % (48 of 5,000"
    )


def test_the_table_holds_each_figure_once_with_what_is_computed_from_it() -> None:
    table = against_plan(model_case()).table
    value, reached, when = (table.columns.index(name) for name in ("OBS_VALUE", "REACHED", "REACHED_PERIOD"))
    rows = [(row[value], row[reached], row[when]) for row in table.rows]
    assert rows == [
        (48, None, None),
        (5_000, pytest.approx(0.96), "2019"),
        (100_000, pytest.approx(0.048), "2019"),
        (10_000, pytest.approx(0.48), "2019"),
    ]


# -- words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actual", "plan", "faint"),
    [
        (seen(9, "2019"), seen(10, "2019", TARGET), "9 of 10\u00a0vehicles by 2019 · target · missed"),
        (seen(12, "2019"), seen(10, "2019", TARGET), "12 of 10\u00a0vehicles by 2019 · target · met"),
        (seen(9, "2019"), PLAN, "9 of 10\u00a0vehicles by 2025 · target · so far, 2019"),
        (
            seen(9, "2020", indicator="staff"),
            seen(10, "2019", TARGET, indicator="staff"),
            "9 of 10 people by 2019 · target · only a later figure, 2020",
        ),
        (
            seen(9, "2019/2020"),
            seen(10, "2019/2020", TARGET),
            "9 of 10\u00a0vehicles in 2019–2020 · target · missed",
        ),
    ],
)
def test_what_a_figure_says_of_its_plan(actual: Observation, plan: Observation, faint: str) -> None:
    assert labels(against_plan(region(actual, plan)))[0][1] == faint


def test_hedges_stand_at_the_numbers_and_at_what_is_computed() -> None:
    answer = against_plan(region(seen(99, "2019", qualifier=Qualifier.OVER), seen(100, "2019", TARGET)))
    assert labels(answer) == [(">\u00a099.0\u00a0%", ">\u00a099 of 100\u00a0vehicles by 2019 · target · about met")]


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (None, Qualifier.OVER, "<\u00a030.0\u00a0%"),
        (None, Qualifier.UP_TO, "≥\u00a030.0\u00a0%"),
        (Qualifier.AT_LEAST, None, "≥\u00a030.0\u00a0%"),
        (Qualifier.UNDER, Qualifier.ONLY, "<\u00a030.0\u00a0%"),
        (Qualifier.OVER, Qualifier.OVER, "≈\u00a030.0\u00a0%"),
        (Qualifier.NEARLY, None, "≈\u00a030.0\u00a0%"),
        (None, Qualifier.ONLY, "30.0\u00a0%"),
    ],
)
def test_a_share_is_bounded_as_what_it_is_made_of(part: Qualifier | None, whole: Qualifier | None, share: str) -> None:
    answer = against_plan(region(seen(3, "2019", qualifier=part), seen(10, "2025", TARGET, qualifier=whole)))
    assert labels(answer)[0][0] == share


def test_where_only_capacities_are_compared_the_title_says_so() -> None:
    answer = against_plan(region(seen(48, "2019"), seen(100, "2020", CAPACITY, note=said("After the third phase."))))
    assert answer.title == "Use of designed capacity"
    assert labels(answer)[0][0] == "48.0\u00a0%\u00a0*"
    assert answer.notes == ("*\u00a0Vehicles produced, 100\u00a0vehicles: After the third phase.",)


def test_a_part_is_named() -> None:
    part = said("north works")
    answer = against_plan(region(seen(5, "2019", scope=part), seen(10, "2025", TARGET, scope=part)))
    assert names(answer) == ["Vehicles produced (north works)"]


def test_long_bars_are_cut_and_their_number_stays() -> None:
    answer = against_plan(region(seen(400, "2025"), seen(100, "2025", TARGET), seen(300, "2020", CAPACITY)))
    assert [(bar.value, bar.cut, bar.label.strong) for bar in bars(answer)] == [
        (160, True, "400\u00a0%"),
        (pytest.approx(133.3, abs=0.1), False, "133\u00a0%"),
    ]
    assert "Bars longer than 160 % are cut." in answer.notes


def test_what_cannot_be_held_against_a_plan_is_told() -> None:
    figures = (
        seen(5, "2019"),
        PLAN,
        seen(8, "2025", TARGET, indicator="revenue"),
        seen(5, "2019", indicator="growth"),
        seen(6, "2025", TARGET, indicator="growth"),
    )
    assert against_plan(region(*figures)).notes == (
        "No actual figure to compare: Revenue.",
        "Left out, a share would mislead: Growth.",
    )


def test_an_actual_figure_on_which_sources_differ_has_a_bracket_and_its_source() -> None:
    answer = against_plan(region(seen(5, "2019"), seen(8, "2019", source="paper"), PLAN))
    (bracket,) = [mark for mark in answer.panels[0].marks if isinstance(mark, Bracket)]
    assert (bracket.along, bracket.low, bracket.high, bracket.horizontal) == (0, 50, 80, True)
    assert labels(answer)[0][1].endswith("· actual by Bureau of Statistics")
    assert answer.legend[-1].symbol is Symbol.BRACKET
    assert {source.id for source in answer.sources} == {"yearbook", "paper"}


# -- whose --------------------------------------------------------------------------------------------------------


def test_a_pillar_shows_its_own_and_those_of_its_companies_by_status_and_date() -> None:
    figures = (
        *(of("vehicles", 50), of("vehicles", 100, "2030", TARGET)),
        *(of("maker", 5), of("maker", 10, "2025", TARGET), of("maker", 20, "2024", FORECAST)),
        *(of("rival", 3), of("rival", 30, "2020", CAPACITY)),
    )
    answer = against_plan(region(*figures), VEHICLES)
    assert names(answer) == [
        "Maker Works: Vehicles produced",
        "Vehicles produced",
        "Maker Works: Vehicles produced",
        "Rival Works: Vehicles produced",
    ]
    assert [goal.status for goal in goals(answer)] == [TARGET, TARGET, FORECAST, CAPACITY]
    assert {bar.colour for bar in bars(answer)} == {0}


def test_the_region_shows_its_own_alone() -> None:
    figures = (of("valley", 50), of("valley", 100, "2030", TARGET), of("maker", 5), of("maker", 10, "2025", TARGET))
    assert names(against_plan(region(*figures), REGION)) == ["Vehicles produced"]


def test_of_many_the_first_are_shown_and_all_are_in_the_table() -> None:
    many = [
        item
        for number in range(15)
        for item in (of(f"maker-{number:02d}", 5), of(f"maker-{number:02d}", 10, "2025", TARGET))
    ]
    answer = against_plan(region(*many, more_makers=15), VEHICLES)
    assert len(bars(answer)) == 10
    assert "The first 10 of 15 are shown." in answer.notes
    assert len(answer.table.rows) == 30


def test_plans_are_telling_for_pillars_and_less_so_for_companies() -> None:
    dataset = region(of("maker", 5), of("maker", 10, "2025", TARGET), of("rival", 5), of("rival", 9, "2025", TARGET))
    assert weight(dataset, VEHICLES) == 9
    assert weight(dataset, MAKER) < 2
    assert weight(region(of("maker", 5), of("maker", 10, "2025", TARGET)), VEHICLES) < 9


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ((seen(5, "2019"),), "There is no target, forecast or capacity here."),
        ((PLAN,), "There is no actual figure to compare with a target, forecast or capacity."),
        (
            (seen(0, "2019"), seen(6, "2025", TARGET)),
            "The actual figures to compare with a target, forecast or capacity are zero or less.",
        ),
        (
            (seen(5, "2019", indicator="growth"), seen(6, "2025", TARGET, indicator="growth")),
            "The results of these plans cannot be given as a share.",
        ),
    ],
)
def test_without_two_figures_to_compare_there_is_a_reason(figures: tuple[Observation, ...], sentence: str) -> None:
    dataset = region(*figures)
    assert targets.reason(dataset, MAKER, Words()) == sentence
    assert not [question for question in questions(dataset, MAKER) if question.kind == "targets"]
    with pytest.raises(NoChartError) as told:
        against_plan(dataset)
    assert str(told.value) == sentence


def test_a_plan_whose_figure_is_zero_is_named_with_that_reason() -> None:
    plan = seen(6, "2025", TARGET, indicator="staff")
    notes = against_plan(
        region(seen(5, "2019"), seen(6, "2025", TARGET), seen(0, "2019", indicator="staff"), plan)
    ).notes
    assert "Left out, the actual figure is zero or less: Employees." in notes
    assert not any("Without an actual figure" in note for note in notes)


def test_chinese() -> None:
    answer = against_plan(
        region(seen(5e8, "2019", indicator="revenue"), seen(1e9, "2025", TARGET, indicator="revenue")), language="zh"
    )
    assert labels(answer)[0][0] == "50.0%"
    assert "5亿" in labels(answer)[0][1]
    assert "10亿元" in labels(answer)[0][1]


def test_companies_of_no_pillar_have_their_plans_too() -> None:
    answer = against_plan(region(of("homeless", 5), of("homeless", 10, "2025", TARGET)), company("homeless"))
    assert labels(answer)[0][0] == "50.0\u00a0%"


# -- what may be held against a plan ---------------------------------------------------------------------------------

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
