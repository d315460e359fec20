"""Several subjects together: comparable figures of one indicator, each course named where it ends."""

from __future__ import annotations

import re
from typing import Any

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds import several_over_time
from heartland_gui.charts.spec import (
    FIRST_MEMBER,
    OTHER_COLOUR,
    Bracket,
    Chart,
    Dot,
    EndLabel,
    Line,
    Question,
    Symbol,
    ValueAxis,
)
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, company, pillar, region, said, seen

VEHICLES = pillar("vehicles")


def together(dataset: Dataset, subject: Ref = VEHICLES, indicator: str = "output", **asked: bool | None) -> Chart:
    return chart(dataset, Question("several-over-time", subject, indicator, **asked), Words())


def course(subject: str, *values: float, first: int = 2018, **known: Any) -> list[Observation]:
    return [seen(value, str(first + number), subject=subject, **known) for number, value in enumerate(values)]


def dots(answer: Chart) -> list[Dot]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Dot)]


def end_labels(answer: Chart) -> list[EndLabel]:
    """Return the endings, those of the largest first."""
    return [dot.end_label for dot in reversed(dots(answer)) if dot.end_label is not None]


def names(answer: Chart) -> list[str]:
    return [end_label.name for end_label in end_labels(answer)]


# -- who is shown -----------------------------------------------------------------------------------------------


def test_each_course_is_named_where_it_ends_with_its_newest_number() -> None:
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25)))
    assert [(each.name, each.strong, each.faint) for each in end_labels(answer)] == [
        ("Rival Works", "25", ""),
        ("Maker Works", "20", ""),
    ]
    assert [dot.x for dot in dots(answer) if dot.end_label] == [2019.5, 2019.5]
    assert answer.title == "Vehicles produced by company, 2018–2019"
    assert answer.subtitle == "vehicles a year"


def test_a_course_that_ends_before_the_others_says_when() -> None:
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25, 24)))
    assert [(each.name, each.faint) for each in end_labels(answer)] == [("Rival Works", ""), ("Maker Works", "2019")]


def test_a_member_with_one_year_is_left_out_and_named() -> None:
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25), seen(99, "2019", subject="third")))
    assert names(answer) == ["Rival Works", "Maker Works"]
    assert "Left out, fewer than two comparable years: Third Works." in answer.notes


@pytest.mark.parametrize(
    "figures",
    [
        [seen(1, "2018", subject="rival"), seen(2, "2019", Status.TARGET, subject="rival")],
        [seen(1, "2018", subject="rival"), seen(2, "2019", subject="rival", scope=said("north works"))],
        [seen(1, "2018-S1", subject="rival"), seen(2, "2019-S1", subject="rival")],
        [seen(1, "2018", subject="rival"), seen(2, "2018", subject="rival", source="paper")],
    ],
    ids=["a target", "a part", "half-years", "one year twice"],
)
def test_what_are_not_two_comparable_years_done_is_no_course(figures: list[Observation]) -> None:
    with pytest.raises(NoChartError, match="Fewer than two have comparable figures of this indicator for two years"):
        together(region(*course("maker", 10, 20), *figures))


def test_figures_that_cannot_be_compared_are_left_out_and_counted() -> None:
    part, half = seen(7, "2020", scope=said("north works")), seen(8, "2020-S1")
    capacity = seen(99, "2020", Status.CAPACITY)
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25), part, half, capacity))
    assert sorted(dot.y for dot in dots(answer)) == [10, 20, 25, 30]
    assert "Left out: 3 figures of a part, of less than a year, or of a capacity." in answer.notes


def test_of_many_those_with_the_largest_newest_values_are_shown_and_all_are_in_the_table() -> None:
    many = [item for number in range(10) for item in course(f"maker-{number:02d}", 50, number)]
    answer = together(region(*many, more_makers=10))
    assert names(answer) == [f"Maker-{number:02d} Works" for number in range(9, 1, -1)]
    assert "Shown are the 8 of 10 with the largest newest values." in answer.notes
    assert len(answer.table.rows) == 20


def test_the_region_shows_its_cities_or_its_pillars_whichever_are_more() -> None:
    cities = [*course("north", 10, 20), *course("south", 5, 6)]
    answer = together(region(*cities, *course("maker", 1, 2), *course("rival", 3, 4)), REGION)
    assert names(answer) == ["North City", "South City"]
    assert answer.title == "Vehicles produced by city, 2018–2019"
    pillars = [item for name in ("vehicles", "chemicals", "silent") for item in course(name, 10, 20)]
    answer = together(region(*cities, *pillars), REGION)
    assert sorted(names(answer)) == ["A pillar without data", "Modern chemicals", "Vehicles"]
    assert answer.title == "Vehicles produced by pillar, 2018–2019"


def test_a_company_stands_out_among_those_of_its_first_pillar() -> None:
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25)), MAKER)
    assert [(each.name, each.emphasis) for each in end_labels(answer)] == [
        ("Maker Works", True),
        ("Rival Works", False),
    ]
    assert {dot.colour for dot in dots(answer) if dot.y in (10, 20)} == {0}
    assert {dot.colour for dot in dots(answer) if dot.y in (30, 25)} == {OTHER_COLOUR}
    assert answer.panels[0].marks[-1] == dots(answer)[-1], "it is drawn over the others"
    assert answer.title == "Vehicles produced, compared with others in Vehicles, 2018–2019"


def test_a_company_is_always_among_the_shown() -> None:
    many = [item for number in range(10) for item in course(f"maker-{number:02d}", 50, 100 + number)]
    answer = together(region(*many, *course("maker", 1, 2), more_makers=10), MAKER)
    assert "Maker Works" in names(answer)
    assert len(names(answer)) == 8


def test_without_figures_of_its_own_a_company_is_not_compared() -> None:
    dataset = region(*course("rival", 30, 25), *course("third", 1, 2), seen(1, "2019"))
    assert several_over_time.questions(dataset, MAKER) == ()
    assert several_over_time.reason(dataset, MAKER, Words()) == (
        "No indicator has comparable figures for two years here."
    )
    why = "This indicator has no comparable figures for two years here."
    with pytest.raises(NoChartError, match=re.escape(why)):
        together(dataset, MAKER)


def test_a_company_that_nobody_can_be_put_beside_says_so() -> None:
    dataset = region(*course("maker", 30, 25), seen(1, "2019", subject="rival"))
    why = "No other has comparable figures of the same indicator for two years."
    assert several_over_time.reason(dataset, MAKER, Words()) == why
    with pytest.raises(NoChartError, match=re.escape(why)):
        together(dataset, MAKER)
    expected = "Fewer than two have comparable figures of the same indicator for two years."
    assert several_over_time.reason(dataset, VEHICLES, Words()) == expected


@pytest.mark.parametrize("subject", [company("homeless"), Ref(SubjectKind.SOURCE, "paper"), REGION])
def test_nothing_is_offered_where_there_is_nobody_to_compare(subject: Ref) -> None:
    dataset = region(*course("maker", 10, 20), *course("rival", 30, 25), *course("homeless", 1, 2))
    assert several_over_time.questions(dataset, subject) == ()


def test_more_members_and_years_are_more_telling() -> None:
    few = region(*course("maker", 1, 2), *course("rival", 1, 2))
    more = region(*course("maker", 1, 2), *course("rival", 1, 2), *course("third", 1, 2))
    longer = region(*course("maker", 1, 2, 3), *course("rival", 1, 2))
    (least,), *others = ([w for w, _ in several_over_time.questions(each, VEHICLES)] for each in (few, more, longer))
    assert all(weight > least for (weight,) in others)


# -- what is drawn ----------------------------------------------------------------------------------------------


def test_lines_join_consecutive_years_of_one_source_of_one_subject() -> None:
    broken = [*course("maker", 10, 20), *course("maker", 40, 50, first=2021)]
    answer = together(region(*broken, *course("rival", 30), *course("rival", 25, first=2019, source="paper")))
    lines = [mark for mark in answer.panels[0].marks if isinstance(mark, Line)]
    assert sorted([x for x, _ in line.points] for line in lines) == [[2018.5, 2019.5], [2021.5, 2022.5]]


def test_a_changed_definition_is_named() -> None:
    figures = [*course("maker", 10, 20, 30), *course("rival", 30, 25)]
    notes = together(region(*figures, breaks=("2020",))).notes
    assert "Definition changed before 2020: Maker Works." in notes
    assert "Definition changed before 2019: all." in together(region(*figures, breaks=("2019",))).notes


def test_hopes_are_hollow_dashed_and_said_where_the_course_ends() -> None:
    target = seen(90, "2025", Status.TARGET)
    answer = together(region(*course("maker", 10, 20), target, *course("rival", 30, 25)))
    assert [(each.name, each.strong, each.faint) for each in end_labels(answer)] == [
        ("Rival Works", "25", "2019"),
        ("Maker Works", "90", "target"),
    ]
    dashed = [mark for mark in answer.panels[0].marks if isinstance(mark, Line) and mark.status is Status.TARGET]
    assert [line.points for line in dashed] == [((2019.5, 20), (2025.5, 90))]
    assert [(entry.symbol, entry.label) for entry in answer.legend] == [(Symbol.DOT, "actual"), (Symbol.DOT, "target")]


def test_sources_that_differ_are_bracketed_and_both_told() -> None:
    other = seen(35, "2018", subject="rival", source="paper")
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25), other))
    (bracket,) = (mark for mark in answer.panels[0].marks if isinstance(mark, Bracket))
    assert (bracket.along, bracket.low, bracket.high) == (2018.5, 30, 35)
    assert "Bureau of Statistics" in bracket.details.read_out
    assert "Morning Paper" in bracket.details.read_out
    assert {dot.label.strong for dot in dots(answer) if dot.label} == {"30", "35"}
    assert (Symbol.BRACKET, "sources differ") in [(entry.symbol, entry.label) for entry in answer.legend]
    assert "Morning Paper, 26 Apr 2020" in [source.text for source in answer.sources]


def test_groups_have_the_colours_of_members_in_order_and_pillars_their_own() -> None:
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25)))
    first, second = FIRST_MEMBER, FIRST_MEMBER + 1
    assert {dot.y: dot.colour for dot in dots(answer)} == {25: first, 30: first, 20: second, 10: second}
    dataset = region(*course("vehicles", 10, 20), *course("silent", 30, 25))
    assert {dot.y: dot.colour for dot in dots(together(dataset, REGION))} == {20: 0, 10: 0, 25: 2, 30: 2}


def test_far_apart_is_logarithmic_by_rule_and_linear_on_request() -> None:
    far = region(*course("maker", 10, 20), *course("rival", 3000, 2500))
    answer = together(far)
    assert answer.is_logarithmic
    assert answer.subtitle == "vehicles a year · logarithmic scale"
    assert all(dot.label or dot.end_label for dot in dots(answer))
    plain = together(far, logarithmic=False)
    assert not plain.is_logarithmic
    assert plain.can_be_logarithmic
    assert not any(dot.label for dot in dots(plain))
    assert not together(region(*course("maker", 0, 20), *course("rival", 3000, 2500))).can_be_logarithmic


def test_amounts_start_at_zero_on_one_axis() -> None:
    answer = together(region(*course("maker", 100, 101), *course("rival", 102, 103)))
    axis = answer.panels[0].y
    assert isinstance(axis, ValueAxis)
    assert axis.low == 0
    assert len(answer.panels) == 1


def test_levels_of_all_stand_at_the_end_of_their_periods_as_soon_as_one_does() -> None:
    levels = [*course("maker", 10, 20, indicator="staff"), *course("rival", 30, 25, indicator="staff")]
    moment = seen(26, "2020-03", subject="rival", indicator="staff")
    answer = together(region(*levels, moment), indicator="staff")
    assert {dot.x for dot in dots(answer) if dot.y in (10, 20)} == {2019, 2020}


def test_the_sentence_tells_the_first_and_the_last_of_the_largest() -> None:
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25)))
    assert answer.sentence == (
        "Vehicles produced by company, 2018–2019: 2 compared. The largest: Rival Works: 30 vehicles in 2018 "
        "(actual) and 25 vehicles in 2019 (actual); Maker Works: 10 vehicles in 2018 (actual) and 20 vehicles "
        "in 2019 (actual)."
    )


def test_a_mark_reads_out_whose_number_it_is() -> None:
    answer = together(region(*course("maker", 10, 20), *course("rival", 30, 25)))
    assert all(dot.details.read_out.startswith(("Maker Works\n", "Rival Works\n")) for dot in dots(answer))


def test_a_course_that_ends_in_two_numbers_at_one_mark_tells_both_with_their_sources() -> None:
    figures = [*course("maker", 1000, 2010), *course("rival", 10, 20), seen(2000, "2019", source="paper")]
    answer = together(region(*figures))
    assert answer.is_logarithmic
    assert [(each.strong, each.faint) for each in end_labels(answer)] == [
        ("2,010", "by Bureau of Statistics · 2,000 by Morning Paper"),
        ("20", ""),
    ]
    assert [dot.label for dot in dots(answer) if dot.y == 2000] == [None]
