"""Plans and their outcomes in words."""

from __future__ import annotations

from typing import Final

import pytest

from heartland_gui.charts.plan_words import (
    outcome_sentence,
    outcome_text,
    plan_name,
    plan_text,
    plan_text_with_name,
)
from heartland_gui.charts.plans import Difference, Plan, PlanGroup, PlanState, plans_of
from heartland_gui.model.observations import Observation, Qualifier, Status, Terms
from heartland_gui.model.period import parse_period
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, said
from tests.charts.test_plans import SET_2022, aim, done, known

ENGLISH: Final = words_in("en")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def only(*figures: Observation, breaks: tuple[str, ...] = ()) -> Plan:
    (plan,) = plans_of(known(*figures, breaks=breaks), MAKER)
    return plan


def outcome(*figures: Observation, breaks: tuple[str, ...] = (), with_figure: bool = False) -> str:
    plan = only(*figures, breaks=breaks)
    return plain(outcome_text(known(*figures), plan, ENGLISH, with_figure=with_figure))


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ((aim(50, "2025"), done(60, "2025")), "met"),
        ((aim(54, "2027"), done(55, "2026-06")), "met 1 year early"),
        ((aim(54, "2027"), done(55, "2025")), "met 2 years early"),
        ((aim(5, "2025", "rise"), done(4, "2025", "rise")), "missed by 1 point"),
        ((aim(5, "2025", "rise"), done(2.9, "2025", "rise")), "missed by 2.1 points"),
        (
            (aim(6, "2025", "rise", qualifier=Qualifier.OVER), done(-0.4, "2025", "rise")),
            "missed by > 6.4 points",
        ),
        ((aim(5, "2025", qualifier=Qualifier.OVER), done(5, "2025")), "missed"),
        ((aim(1_500_000, "2025", "made"), done(1_201_540, "2025", "made")), "missed by 298,460 vehicles"),
        (
            (aim(15_000, "2025", "made"), done(3_000, "2025", "made", qualifier=Qualifier.ABOUT)),
            "missed by ≈ 12,000 vehicles",
        ),
        ((aim(100, "2025", "coal"), done(157, "2025", "coal")), "57 vehicles above the plan"),
        ((aim(100, "2025", "coal"), done(43, "2025", "coal")), "57 vehicles below the plan"),
        ((aim(36, "2025", "coal"), done(36, "2025", "coal")), "as planned"),
        ((aim(50, "2025"), done(40, "2025", qualifier=Qualifier.OVER)), "the figure is too rough to tell"),
        ((aim(145, "2024", "in-use"), done(151, "2025-04", "in-use")), "reached by Apr 2025"),
        ((aim(50, "2025"), done(40, "2021")), "no figure since 2021"),
        ((aim(50, "2023", "made"), done(40, "2025", "made")), "no figure for 2023"),
        ((aim(50, "2025"),), "no figure known"),
        ((aim(50, "2025"), done(20, "2021"), done(45, "2024")), "no figure since 2024; was on track"),
        ((aim(50, "2025"), done(20, "2021"), done(36.5, "2024")), "no figure since 2024; was behind"),
        ((aim(50, "2025"), done(20, "2021"), done(21, "2024")), "no figure since 2024; was far behind"),
        ((aim(50, "2025"), done(20, "2021"), done(19, "2024")), "no figure since 2024; was moving away"),
        ((aim(95, "2027", terms=SET_2022), done(80, "2022"), done(89, "2025")), "on track"),
        ((aim(95, "2027", terms=SET_2022), done(80, "2022"), done(86.5, "2025")), "behind (72 % of the pace)"),
        ((aim(95, "2027", terms=SET_2022), done(80, "2022"), done(84, "2025")), "far behind (44 % of the pace)"),
        ((aim(95, "2027", terms=SET_2022), done(80, "2022"), done(79, "2025")), "moving away"),
        ((aim(95, "2027"), done(80, "2020")), "not yet measured"),
        ((aim(95, "2027", source="undated"), done(80, "2020")), "not yet due"),
        ((aim(5, "2025", "size"),), "announced 2025"),
    ],
)
def test_each_outcome_has_its_words(figures: tuple[Observation, ...], text: str) -> None:
    assert outcome(*figures) == text


def test_a_new_definition_is_told_with_its_period() -> None:
    assert outcome(aim(50, "2025"), done(60, "2025"), breaks=("2024",)) == "new definition since 2024"


def test_a_pace_is_never_printed_as_one_of_another_class() -> None:
    figures = aim(100, "2027", terms=SET_2022), done(0, "2022"), done(56.99, "2025")
    assert outcome(*figures) == "behind (94.98 % of the pace)"
    assert outcome(*figures[:2], done(56.7, "2025")) == "behind (94.5 % of the pace)"


def test_the_figure_since_which_there_is_none_may_be_told() -> None:
    known_then = aim(30, "2025", "in-use"), done(9, "2022-06", "in-use")
    assert outcome(*known_then, with_figure=True) == "9 vehicles in Jun 2022, no figure since"
    assert outcome(aim(30, "2025", "in-use"), with_figure=True) == "no figure known"


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (aim(20, "2026", "made", qualifier=Qualifier.OVER), "target for 2026: > 20 vehicles"),
        (aim(20, "2026", "made", status=Status.FORECAST), "expected for 2026: 20 vehicles"),
        (aim(20, "2016-01/2020-12", "made"), "target for 2016–2020: 20 vehicles"),
        (aim(20, "2016-02/2020-12", "made"), "target for Feb 2016 – Dec 2020: 20 vehicles"),
        (aim(20, "2026", "size"), "announced 2026: 20 yuan"),
    ],
)
def test_a_plan_beside_its_own_figure(target: Observation, text: str) -> None:
    assert plain(plan_text(known(target), only(target), ENGLISH)) == text


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ((aim(20, "2026", "made"),), "plan: made 20 vehicles in 2026"),
        (
            (aim(20, "2026", "made"), done(16.9, "2025", "made", qualifier=Qualifier.OVER)),
            "plan: made 20 vehicles in 2026 (> 16.9 vehicles in 2025)",
        ),
        ((aim(20, "2025", "made"), done(16, "2025", "made")), "plan: made 20 vehicles in 2025 (16 vehicles)"),
        ((aim(20, "2026", "in-use"),), "plan: in-use 20 vehicles by 2026"),
        ((aim(30, "2025", "in-use"), done(9, "2022-06", "in-use")), "plan: in-use 30 vehicles by 2025"),
        ((aim(20, "2026", "made", status=Status.FORECAST),), "expected: made 20 vehicles in 2026"),
        ((aim(20, "2026", "size"),), "plan: investment planned 20 yuan, announced 2026"),
    ],
)
def test_a_plan_beside_the_figure_of_another_indicator(figures: tuple[Observation, ...], text: str) -> None:
    assert plain(plan_text_with_name(known(*figures), only(*figures), ENGLISH)) == text


def test_the_name_of_a_plan_says_of_which_part_it_is_and_when_it_was_announced() -> None:
    part = aim(20, "2026", "made", scope=said("methanol cars"))
    assert plan_name(known(part), only(part), ENGLISH) == "made (methanol cars)"
    told = aim(20, "2019-04", "made", terms=Terms(due=False))
    assert plan_name(known(told), only(told), ENGLISH) == "made, announced Apr 2019"


def test_below_a_figure_the_outcome_stands_only_where_it_says_more_than_the_date() -> None:
    def parts(*figures: Observation) -> tuple[str, ...]:
        return tuple(map(plain, outcome_sentence(known(*figures), only(*figures), ENGLISH)))

    assert parts(aim(5, "2025", "rise"), done(4, "2025", "rise")) == ("target for 2025: 5 %", "missed by 1 point")
    assert parts(aim(50, "2025")) == ("target for 2025: 50 %", "no figure known")
    for figures in (
        (aim(50, "2027"),),
        (aim(50, "2027"), done(40, "2021")),
        (aim(50, "2027", source="undated"), done(40, "2021")),
    ):
        assert parts(*figures) == ("target for 2027: 50 %", "")
    assert parts(aim(50, "2025", "size")) == ("announced 2025: 50 yuan", "")


@pytest.mark.parametrize("state", PlanState)
def test_every_state_has_words(state: PlanState) -> None:
    target = aim(50, "2025")
    plan = Plan(
        target,
        state,
        PlanGroup.NO_FIGURE,
        figure=done(1, "2024"),
        pace=0.5,
        difference=Difference(1),
        broken=parse_period("2024"),
    )
    assert outcome_text(known(target), plan, Words())
