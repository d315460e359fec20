"""Change between two years: the same two for all, computed only within one source and one definition."""

from __future__ import annotations

import re
from typing import Any

import pytest

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds import change as change_kind
from heartland_gui.charts.spec import Chart, Dot, Label, Move, Question, RowAxis, Symbol, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind, Unit, UnitScale
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, company, measured_in, pillar, region, said, seen

VEHICLES = pillar("vehicles")


def change(dataset: Dataset, indicator: str = "output", subject: Ref = VEHICLES, **asked: bool) -> Chart:
    return chart(dataset, Question("change", subject, indicator, asked.get("logarithmic")), Words())


def of(subject: str, *values: float, first: int = 2018, **known: Any) -> list[Observation]:
    """Return figures of a subject for one year after another."""
    return [seen(value, str(first + number), subject=subject, **known) for number, value in enumerate(values)]


def names(answer: Chart) -> list[str]:
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    return [row.label for row in axis.rows]


def moves(answer: Chart) -> list[Move]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Move)]


def labels(answer: Chart) -> list[Label]:
    return [move.label for move in moves(answer)]


def heading(answer: Chart) -> str:
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    return axis.trailing


def dots(answer: Chart, row: int) -> list[tuple[float, bool]]:
    return [(mark.x, mark.minor) for mark in answer.panels[0].marks if isinstance(mark, Dot) and mark.y == row]


# -- which years, who ---------------------------------------------------------------------------------------------


def test_each_row_has_the_earlier_number_small_and_the_later_one_large() -> None:
    answer = change(region(*of("maker", 20, 30), *of("rival", 50, 40)))
    assert names(answer) == ["Rival Works", "Maker Works"], "the largest later value stands first"
    assert dots(answer, 0) == [(50, True), (40, False)]
    assert dots(answer, 1) == [(20, True), (30, False)]
    assert [(move.before, move.after, move.joined) for move in moves(answer)] == [(50, 40, True), (20, 30, True)]
    assert answer.title == "Vehicles produced by company, 2018 and 2019"
    assert [(entry.symbol, entry.label) for entry in answer.legend] == [(Symbol.MOVE, "from 2018 to 2019")]


def test_the_years_are_those_that_most_share() -> None:
    figures = (*of("maker", 1, 2, 3), *of("rival", 1, 2), *of("third", 1, 2))
    answer = change(region(*figures))
    assert answer.title.endswith("2018 and 2019")
    assert len(moves(answer)) == 3


def test_among_years_that_equally_many_share_the_farthest_apart_are_taken() -> None:
    assert change(region(*of("maker", 1, 2, 3), *of("rival", 1, 2, 3))).title.endswith("2018 and 2020")
    older = [item for name in ("maker", "rival") for year in (2010, 2018) for item in of(name, 1, first=year)]
    newer = [item for name in ("third", "fourth") for item in of(name, 1, 2, first=2019)]
    assert change(region(*older, *newer)).title.endswith("2010 and 2018")


def test_who_lacks_a_year_is_left_out_and_named() -> None:
    answer = change(region(*of("maker", 20, 30), *of("rival", 50, 40), *of("third", 9)))
    assert names(answer) == ["Rival Works", "Maker Works"]
    assert "Left out, one of the years is missing: Third Works." in answer.notes


@pytest.mark.parametrize(
    "second",
    [
        seen(40, "2019", Status.TARGET, subject="rival"),
        seen(40, "2019", Status.ESTIMATE, subject="rival"),
        seen(40, "2019", subject="rival", scope=said("part")),
        seen(40, "2019-S1", subject="rival"),
    ],
)
def test_only_what_the_whole_did_in_whole_years_counts(second: Observation) -> None:
    dataset = region(*of("maker", 20, 30), *of("rival", 50), second)
    assert not [question for question in questions(dataset, VEHICLES) if question.kind == "change"]
    with pytest.raises(
        NoChartError, match="Fewer than two have actual figures of this indicator for the same two years"
    ):
        change(dataset)


def test_a_growth_rate_is_a_change_already() -> None:
    dataset = region(*of("maker", 5, 7, indicator="growth"), *of("rival", 3, 4, indicator="growth"))
    assert change_kind.questions(dataset, VEHICLES) == ()
    assert change_kind.reason(dataset, MAKER, Words()) == OWN
    with pytest.raises(NoChartError, match="A growth rate is a change already: none is computed from two of them"):
        change(dataset, "growth")


OWN = "No indicator has actual figures for two years here."
OTHERS = "No other has actual figures of the same indicator for the same two years."


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ([*of("rival", 1, 2), *of("third", 1, 2), *of("maker", 3)], OWN),
        ([*of("rival", 1, 2), *of("third", 1, 2), *of("maker", 3, 4, first=2010)], OTHERS),
        (of("maker", 3, 4), OTHERS),
    ],
)
def test_a_company_that_is_not_compared_has_its_true_reason(figures: list[Observation], why: str) -> None:
    assert change_kind.reason(region(*figures), MAKER, Words()) == why
    with pytest.raises(NoChartError, match=re.escape(why.replace("No indicator has", "This indicator has no"))):
        change(region(*figures), subject=MAKER)


def test_two_years_that_others_share_go_before_two_of_one_source_that_one_has() -> None:
    figures = [*of("maker", 1, 2, first=2010), seen(3, "2015"), seen(4, "2016", source="paper")]
    figures += [seen(5, "2015", subject="rival"), seen(6, "2016", subject="rival", source="paper")]
    answer = change(region(*figures), subject=Ref(SubjectKind.COMPARISON, "maker,rival"))
    assert names(answer) == ["Rival Works", "Maker Works"]


def test_the_region_compares_its_cities_and_without_them_its_companies() -> None:
    companies = (*of("maker", 20, 30), *of("rival", 50, 40))
    assert names(change(region(*companies, *of("north", 1, 2), *of("south", 3, 4)), subject=REGION)) == [
        "South City",
        "North City",
    ]
    assert names(change(region(*companies), subject=REGION)) == ["Rival Works", "Maker Works"]


def test_a_company_is_compared_in_years_that_it_has() -> None:
    figures = (*of("maker", 1, 2), *of("rival", 3, 4, 5, 6), *of("third", 7, 8, 9, 10))
    answer = change(region(*figures), subject=MAKER)
    assert answer.title == "Vehicles produced, compared with others in Vehicles, 2018 and 2019"
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    assert [row.emphasis for row in axis.rows] == [False, False, True]
    assert not [
        question
        for question in questions(region(*figures, *of("fourth", 1)), company("fourth"))
        if question.kind == "change"
    ]


def test_of_very_many_the_largest_are_shown_and_all_are_in_the_table() -> None:
    many = [item for number in range(25) for item in of(f"maker-{number:02d}", number + 1, number + 2)]
    answer = change(region(*many, more_makers=25))
    assert len(names(answer)) == 20
    assert "The largest 20 of 25 are shown." in answer.notes
    assert len(answer.table.rows) == 50


# -- what is computed ---------------------------------------------------------------------------------------------


def test_the_change_is_computed_and_said_to_be() -> None:
    answer = change(region(*of("maker", 20, 30), *of("rival", 50, 40)))
    assert labels(answer) == [Label("\u221220.0\u00a0%"), Label("+50.0\u00a0%")]
    assert "Change = (later \u2212 earlier) / earlier, computed." in answer.notes
    assert heading(answer) == "change, computed"
    assert moves(answer)[1].details.read_out == (
        "Maker Works\n+50.0\u00a0%, computed\n20\u00a0vehicles · 2018 · actual · Bureau of Statistics, Sep 2021\n"
        "30\u00a0vehicles · 2019 · actual · Bureau of Statistics, Sep 2021"
    )


PRICE = Unit("percent", said("yuan per cubic metre"), said("yuan/m³"), UnitScale.RATIO)


@pytest.mark.parametrize("symbol", ["%", "％", "pct", "percent", "百分点"])
def test_percentages_change_by_points_however_their_unit_is_written(symbol: str) -> None:
    unit = Unit("percent", said("percent"), said(symbol), UnitScale.RATIO, percentage=True)
    figures = (*of("maker", 10, 15, indicator="back-at-work"), *of("rival", 60, 50, indicator="back-at-work"))
    answer = change(measured_in(region(*figures), unit), "back-at-work")
    assert [label.strong for label in labels(answer)] == ["−10", "+5"]
    assert heading(answer) == "points, computed"
    assert "Change = later − earlier, computed." in answer.notes
    assert answer.table.headings[-1] == "Change in percentage points, computed"
    assert [row[-1] for row in answer.table.rows] == [None, -10, None, 5]


def test_a_price_per_unit_changes_by_percent() -> None:
    figures = (*of("maker", 2, 3, indicator="back-at-work"), *of("rival", 4, 3, indicator="back-at-work"))
    answer = change(measured_in(region(*figures), PRICE), "back-at-work")
    assert sorted(label.strong for label in labels(answer)) == ["+50.0\u00a0%", "−25.0\u00a0%"]
    assert heading(answer) == "change, computed"
    assert "Change = (later − earlier) / earlier, computed." in answer.notes
    assert answer.table.headings[-1] == "Change in percent, computed"


def test_shares_change_by_percentage_points() -> None:
    figures = (*of("maker", 49.7, 50, indicator="back-at-work"), *of("rival", 60, 55, indicator="back-at-work"))
    answer = change(region(*figures), "back-at-work")
    assert labels(answer) == [Label("\u22125"), Label("+0.3")]
    assert heading(answer) == "points, computed"
    assert "Change = later \u2212 earlier, computed." in answer.notes
    assert answer.table.columns[-1] == "CHANGE"
    assert [row[-1] for row in answer.table.rows] == [None, -5, None, 0.3]


def test_nothing_is_computed_across_sources() -> None:
    figures = (seen(20, "2018", source="paper"), seen(30, "2019"), *of("rival", 50, 40))
    answer = change(region(*figures))
    assert labels(answer)[1] == Label("", "different sources")
    assert not moves(answer)[1].joined
    assert dots(answer, 1) == [(20, True), (30, False)], "both numbers are shown"
    assert "Nothing is computed across sources or definitions." in answer.notes
    assert "no change computed: different sources" in moves(answer)[1].details.read_out
    assert [row[-1] for row in answer.table.rows] == [None, -20, None, None]


def test_a_source_that_has_both_years_goes_before_two_that_have_one() -> None:
    figures = (seen(20, "2018", source="paper"), *of("maker", 25, 30), seen(99, "2019", source="report"))
    answer = change(region(*figures, *of("rival", 5, 4)))
    assert labels(answer)[0] == Label("+20.0\u00a0%")
    assert [note for note in answer.notes if "difference:" in note] == [
        "Maker Works, 2018: 20 by Morning Paper, 25 by Bureau of Statistics; difference: 5 vehicles (25.0 %).",
        "Maker Works, 2019: 30 by Bureau of Statistics, 99 by Company report; difference: 69 vehicles (230 %).",
    ]
    assert {row[answer.table.columns.index("SOURCE")] for row in answer.table.rows} == {"yearbook", "paper", "report"}


def test_nothing_is_computed_across_a_change_of_definition() -> None:
    answer = change(region(*of("maker", 20, 30), *of("rival", 50, 40), breaks=("2019",)))
    assert labels(answer) == [Label("", "definition changed")] * 2
    assert not any(move.joined for move in moves(answer))
    assert heading(answer) == ""


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        (0, 5, Label("+5", "earlier value is zero or less")),
        (-10, 5, Label("+15", "earlier value is zero or less")),
        (5, -5, Label("\u2212200\u00a0%")),
        (5, 5, Label("0\u00a0%")),
        (5, 0, Label("\u2212100\u00a0%")),
    ],
)
def test_there_is_no_percentage_of_nothing(before: float, after: float, label: Label) -> None:
    answer = change(region(*of("maker", before, after), *of("rival", 100, 200)))
    assert labels(answer)[1] == label


def test_where_nothing_is_divided_no_division_is_told() -> None:
    answer = change(region(*of("maker", -900, -950), *of("rival", 0, 5)))
    assert (
        "Maker Works from −900\u00a0vehicles to −950\u00a0vehicles (−50\u00a0vehicles, earlier value is zero or less)"
        in (answer.sentence)
    )
    assert moves(answer)[1].details.read_out.splitlines()[1] == (
        "−50\u00a0vehicles, computed, earlier value is zero or less"
    )
    assert [note for note in answer.notes if "computed" in note] == [
        "Where the earlier value is zero or less: later − earlier, computed."
    ]
    assert [row[-1] for row in answer.table.rows] == [None] * 4


def test_points_have_their_unit_in_words() -> None:
    figures = (*of("maker", 10, 15, indicator="back-at-work"), *of("rival", 60, 50, indicator="back-at-work"))
    answer = change(region(*figures), "back-at-work")
    assert moves(answer)[1].details.read_out.splitlines()[1] == "+5 percentage points, computed"
    assert "(+5 percentage points)" in answer.sentence


def test_figures_with_notes_are_starred_and_their_notes_stand_below() -> None:
    noted = seen(20, "2018", note=said("Trial operation."))
    answer = change(region(noted, seen(30, "2019"), *of("rival", 5, 4)))
    labels = [mark.label for mark in answer.panels[0].marks if isinstance(mark, Dot) and mark.y == 0]
    assert labels == [Label("", "20\u00a0*"), Label("30")]
    assert answer.notes[-1] == "*\u00a0Maker Works, 20\u00a0vehicles: Trial operation."
    plain = change(region(*of("maker", 20, 30), *of("rival", 5, 4)))
    assert not [note for note in plain.notes if note.startswith("*")]


def test_a_computed_cell_has_ten_digits() -> None:
    answer = change(region(*of("maker", 3, 4), *of("rival", 3, 1)))
    assert [row[-1] for row in answer.table.rows] == [None, 33.33333333, None, -66.66666667]


def test_a_change_of_hedged_numbers_is_hedged() -> None:
    hedged = [seen(20, "2018", qualifier=Qualifier.OVER), seen(30, "2019")]
    only = [seen(20, "2018", qualifier=Qualifier.ONLY), seen(30, "2019")]
    assert labels(change(region(*hedged, *of("rival", 5, 4))))[0] == Label("≈\u00a0+50.0\u00a0%")
    assert labels(change(region(*only, *of("rival", 5, 4))))[0] == Label("+50.0\u00a0%")


# -- the scale ----------------------------------------------------------------------------------------------------


def test_values_far_apart_stand_on_a_logarithmic_axis_unless_asked_otherwise() -> None:
    dataset = region(*of("maker", 20, 30), *of("rival", 5_000, 4_000))
    answer = change(dataset)
    assert answer.is_logarithmic
    assert answer.subtitle == "vehicles · logarithmic scale"
    plain = change(dataset, logarithmic=False)
    assert not plain.is_logarithmic
    assert plain.can_be_logarithmic


def test_a_cut_axis_is_told() -> None:
    answer = change(region(*of("maker", 90, 91), *of("rival", 100, 99)))
    assert isinstance(answer.x, ValueAxis)
    assert answer.x.low > 0
    assert "The axis does not start at zero." in answer.notes


def test_an_axis_that_ends_below_zero_is_cut_as_well() -> None:
    answer = change(region(*of("maker", -90, -91), *of("rival", -100, -99)))
    assert isinstance(answer.x, ValueAxis)
    assert answer.x.high < 0
    assert "The axis does not start at zero." in answer.notes


def test_the_sentence_names_the_largest() -> None:
    answer = change(region(*of("maker", 20, 30), *of("rival", 50, 40)))
    assert answer.sentence == (
        "Vehicles produced of 2 in 2018 and 2019; the largest: Rival Works from 50\u00a0vehicles to 40\u00a0vehicles "
        "(\u221220.0\u00a0%) and Maker Works from 20\u00a0vehicles to 30\u00a0vehicles (+50.0\u00a0%)."
    )
