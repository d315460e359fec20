"""The table of a comparison: one period where most have one, computed only what may be, and why not."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from heartland_gui.charts.choice import KINDS, chart, missing_kinds, questions
from heartland_gui.charts.comparing.changes import Refusal
from heartland_gui.charts.comparing.table import (
    ComparedRow,
    Computation,
    Computed,
    ComputedRow,
    compared_rows,
    comparison_table,
    computation_name,
    computed_text,
    formula,
    inputs_text,
    refusal_text,
)
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.spec import FIRST_MEMBER, Bar, Dot, Question
from heartland_gui.export.table import csv_text
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Comparison, Indicator, IndicatorKind, IndicatorRole, Unit, UnitScale
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Words
from tests.charts.small_region import measured_in, region, said, seen

WORDS = Words()
PEOPLE = Indicator("residents", said("Residents"), "people", IndicatorKind.STOCK, role=IndicatorRole.POPULATION)


def rows(dataset: Dataset, *ids: str) -> dict[str, ComparedRow]:
    return {row.indicator.id: row for row in compared_rows(dataset, [dataset.subjects[each] for each in ids])}


def periods(row: ComparedRow) -> list[str | None]:
    return [each.figure.period.label if each else None for each in row.figures]


def computed(row: ComparedRow, computation: Computation) -> ComputedRow:
    return next(each for each in row.computed if each.computation is computation)


def values(row: ComparedRow, computation: Computation) -> list[object]:
    return [
        cell if isinstance(cell, Refusal) else cell.value if cell.refusal is None else cell.refusal
        for cell in computed(row, computation).cells
    ]


def peopled(*figures: Observation) -> Dataset:
    dataset = region(*figures)
    return replace(dataset, indicators=(*dataset.indicators, PEOPLE))


def test_the_newest_period_that_all_share_is_shown_else_the_newest_of_each() -> None:
    figures = (seen(1, "2019"), seen(2, "2021"), seen(3, "2019", subject="rival"))
    row = rows(region(*figures), "maker", "rival")["output"]
    assert periods(row) == ["2019", "2019"]
    row = rows(region(*figures, seen(4, "2020", subject="third")), "maker", "rival", "third")["output"]
    assert periods(row) == ["2021", "2019", "2020"]


def test_where_no_two_have_a_period_all_are_marked() -> None:
    row = rows(region(seen(1, "2019"), seen(3, "2020", subject="rival")), "maker", "rival")["output"]
    assert [each.other_period for each in row.figures if each] == [True, True]


def test_a_part_of_a_year_or_of_the_subject_is_shown_and_marked() -> None:
    figures = (
        seen(1, "2019-S1"),
        seen(2, "2019", subject="rival", scope=said("one plant")),
        seen(3, "2019", subject="third"),
    )
    row = rows(region(*figures), "maker", "rival", "third")["output"]
    assert [each.is_part for each in row.figures if each] == [True, True, False]


def test_what_is_done_goes_before_what_is_hoped_for() -> None:
    figures = (seen(48, "2019"), seen(5_000, "2020", Status.FORECAST), seen(9, "2020", Status.TARGET, subject="rival"))
    row = rows(region(*figures), "maker", "rival")["output"]
    assert [each.figure.status for each in row.figures if each] == [Status.ACTUAL, Status.TARGET]


def test_common_indicators_come_first_and_absent_figures_are_none() -> None:
    dataset = region(seen(1, "2019", indicator="staff"), seen(2, "2019", indicator="revenue"),
                     seen(3, "2019", indicator="revenue", subject="rival"))  # fmt: skip
    found = compared_rows(dataset, [dataset.subjects["maker"], dataset.subjects["rival"]])
    assert [(row.indicator.id, row.is_common) for row in found] == [("revenue", True), ("staff", False)]
    assert periods(found[1]) == ["2019", None]
    assert found[1].computed == ()


def test_growth_is_computed_within_a_source_only() -> None:
    dataset = region(
        *(seen(10, "2019"), seen(15, "2020")),
        *(seen(10, "2019", subject="rival"), seen(15, "2020", subject="rival", source="paper")),
    )
    row = rows(dataset, "maker", "rival")["output"]
    assert computed(row, Computation.CHANGE).years == ("2019", "2020")
    assert values(row, Computation.CHANGE) == [50.0, Refusal.OTHER_SOURCE]


def test_years_of_one_source_go_before_years_farther_apart() -> None:
    figures = [
        figure
        for subject in ("maker", "rival")
        for figure in (
            seen(5, "2010", subject=subject, source="paper"),
            seen(10, "2019", subject=subject),
            seen(20, "2020", subject=subject),
        )
    ]
    row = rows(region(*figures), "maker", "rival")["output"]
    assert computed(row, Computation.CHANGE).years == ("2019", "2020")


def test_nothing_is_computed_over_a_change_of_definition_or_from_nothing() -> None:
    figures = (
        *(seen(10, "2019"), seen(15, "2020")),
        *(seen(0, "2019", subject="rival"), seen(15, "2020", subject="rival")),
    )
    assert values(rows(region(*figures, breaks=("2020",)), "maker", "rival")["output"], Computation.CHANGE) == [
        Refusal.OTHER_DEFINITION,
        Refusal.OTHER_DEFINITION,
    ]
    assert values(rows(region(*figures), "maker", "rival")["output"], Computation.CHANGE) == [
        50.0,
        Refusal.NOT_POSITIVE,
    ]


def test_percentages_change_in_points() -> None:
    figures = [
        seen(value, period, indicator="back-at-work", subject=subject)
        for subject, value, period in (
            ("maker", 97.5, "2019"), ("maker", 99, "2020"), ("rival", 50, "2019"), ("rival", 40, "2020"),
        )
    ]  # fmt: skip
    dataset = region(*figures)
    row = rows(dataset, "maker", "rival")["back-at-work"]
    change = computed(row, Computation.CHANGE)
    texts = [computed_text(dataset, row, change, cell, WORDS) for cell in change.cells if isinstance(cell, Computed)]
    assert texts == ["+1.5 percentage points", "−10 percentage points"]
    assert [each.computation for each in row.computed] == [Computation.CHANGE]


@pytest.mark.parametrize(
    ("symbol", "percentage", "change", "told"),
    [
        ("％", True, "+5 percentage points", "later − earlier, in points"),
        ("pct", True, "+5 percentage points", "later − earlier, in points"),
        ("yuan/m³", False, "+50.0\u00a0%", "(later − earlier) / earlier"),
    ],
)
def test_the_unit_alone_says_what_changes_in_points(symbol: str, percentage: bool, change: str, told: str) -> None:  # noqa: FBT001
    figures = [
        seen(value, period, indicator="back-at-work", subject=subject)
        for subject in ("maker", "rival")
        for period, value in (("2018", 10), ("2019", 15))
    ]
    unit = Unit("percent", said("unit"), said(symbol), UnitScale.RATIO, percentage=percentage)
    dataset = measured_in(region(*figures), unit)
    row = rows(dataset, "maker", "rival")["back-at-work"]
    changes = computed(row, Computation.CHANGE)
    cells = [cell for cell in changes.cells if isinstance(cell, Computed)]
    assert [computed_text(dataset, row, changes, cell, WORDS) for cell in cells] == [change, change]
    assert formula(dataset, row, changes, WORDS) == told


def test_amounts_per_head_are_of_the_same_period() -> None:
    dataset = peopled(
        seen(500, "2019", indicator="revenue", subject="north"),
        seen(800, "2019", indicator="revenue", subject="south"),
        seen(10, "2019", indicator="residents", subject="north", source="paper"),
        seen(10, "2018", indicator="residents", subject="south"),
    )
    row = rows(dataset, "north", "south")["revenue"]
    assert values(row, Computation.PER_HEAD) == [50.0, Refusal.NO_POPULATION]
    cell = computed(row, Computation.PER_HEAD).cells[0]
    assert isinstance(cell, Computed)
    assert cell.sources_differ
    people = rows(dataset, "north", "south")["residents"]
    assert all(each.computation is not Computation.PER_HEAD for each in people.computed)


def test_an_indicator_is_no_population_by_its_name() -> None:
    dataset = region(
        *(seen(500, "2019", indicator="revenue", subject=subject) for subject in ("north", "south")),
        *(seen(10, "2019", indicator="population", subject=subject) for subject in ("north", "south")),
    )
    named = Indicator("population", said("Population"), "people", IndicatorKind.STOCK)
    dataset = replace(dataset, indicators=(*dataset.indicators, named))
    assert dataset.population is None
    assert rows(dataset, "north", "south")["revenue"].computed == ()


def test_shares_of_the_region() -> None:
    dataset = region(
        seen(250, "2019", indicator="revenue", subject="north"),
        seen(2000, "2019", indicator="revenue", subject="south"),
        seen(1000, "2019", indicator="revenue", subject="valley"),
        seen(7777, "2020", indicator="revenue", subject="valley"),
    )
    row = rows(dataset, "north", "south", "valley")["revenue"]
    assert values(row, Computation.SHARE) == [25.0, Refusal.LARGER_THAN_WHOLE, Refusal.REGION_ITSELF]
    assert computation_name(dataset, row, computed(row, Computation.SHARE), WORDS) == "Revenue, share of Valley"


def test_what_is_rough_stays_rough() -> None:
    dataset = region(
        seen(250, "2019", indicator="revenue", subject="north", qualifier=Qualifier.ABOUT),
        seen(2, "2019", indicator="revenue", subject="south"),
        seen(1000, "2019", indicator="revenue", subject="valley"),
    )
    row = rows(dataset, "north", "south")["revenue"]
    share = computed(row, Computation.SHARE)
    cells = [cell for cell in share.cells if isinstance(cell, Computed)]
    assert computed_text(dataset, row, share, cells[0], WORDS) == "≈\u00a025.0\u00a0%"


def test_a_share_of_a_bound_is_a_bound() -> None:
    dataset = region(
        seen(250, "2019", indicator="revenue", subject="north"),
        seen(2, "2019", indicator="revenue", subject="south"),
        seen(1000, "2019", indicator="revenue", subject="valley", qualifier=Qualifier.OVER),
    )
    row = rows(dataset, "north", "south")["revenue"]
    share = computed(row, Computation.SHARE)
    cells = [cell for cell in share.cells if isinstance(cell, Computed)]
    assert computed_text(dataset, row, share, cells[0], WORDS) == "<\u00a025.0\u00a0%"


def comparison(dataset: Dataset, *ids: str) -> Comparison:
    found = dataset.entity(comparison_of(ids))
    assert isinstance(found, Comparison)
    return found


def test_the_table_has_every_figure_and_what_was_computed_with_its_formula() -> None:
    rival = (seen(1, "2019", subject="rival"), seen(3, "2020", subject="rival"))
    dataset = region(seen(10, "2019"), seen(15, "2020"), *rival)
    text = csv_text(comparison_table(dataset, comparison(dataset, "maker", "rival"), WORDS))
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    told = [
        (row["SUBJECT"], row["INDICATOR"], row["TIME_PERIOD"], row["OBS_VALUE"], row["VALUE_TYPE"]) for row in found
    ]
    assert told == [
        ("maker", "output", "2020", "15", "actual"),
        ("rival", "output", "2020", "3", "actual"),
        ("maker", "output:change", "2019/2020", "50.0", "computed"),
        ("rival", "output:change", "2019/2020", "200.0", "computed"),
    ]
    assert found[2]["NOTE"] == "(later − earlier) / earlier: 10\u00a0vehicles · 15\u00a0vehicles"
    assert (found[2]["UNIT"], found[2]["SOURCE"], found[2]["QUALIFIER"]) == ("percent", "yearbook", "")
    changes = computed(rows(dataset, "maker", "rival")["output"], Computation.CHANGE).cells
    assert [cell.other_period for cell in changes if not isinstance(cell, Refusal)] == [False, False], (
        "both are of the years of the row"
    )


# -- charts -----------------------------------------------------------------------------------------------------


def several() -> Dataset:
    figures = [
        seen(value, str(year), subject=subject, indicator="revenue")
        for subject, value in (("maker", 10), ("north", 20), ("vehicles", 30))
        for year in (2018, 2019, 2020)
    ]
    return region(*figures)


def test_members_of_any_kind_stand_in_one_chart_in_the_order_of_their_colours() -> None:
    dataset, page = several(), comparison_of(["maker", "north", "vehicles"])
    assert [question.kind for question in questions(dataset, page)] == ["several-over-time", "ranking", "change"]
    for question in questions(dataset, page):
        found = chart(dataset, question, WORDS)
        marks = [mark for mark in found.panels[0].marks if isinstance(mark, Dot | Bar)]
        colours = {mark.details.observation.subject: mark.colour for mark in marks if mark.details.observation}
        first = FIRST_MEMBER
        assert colours == {"maker": first, "north": first + 1, "vehicles": first + 2}, question.kind
        assert found.full_title.startswith("Maker Works · North City · Vehicles: Revenue"), question.kind


def test_pillars_keep_their_colours() -> None:
    figures = [
        seen(1, year, subject=each, indicator="revenue") for each in ("silent", "vehicles") for year in ("2018", "2019")
    ]
    dataset = region(*figures)
    offered = questions(dataset, comparison_of(["silent", "vehicles"]))
    assert [question.kind for question in offered] == ["several-over-time", "ranking", "change"]
    for question in offered:
        found = chart(dataset, question, WORDS)
        marks = [mark for mark in found.panels[0].marks if isinstance(mark, Dot | Bar)]
        colours = {mark.details.observation.subject: mark.colour for mark in marks if mark.details.observation}
        assert colours == {"silent": 2, "vehicles": 0}, question.kind


def test_other_kinds_say_that_they_show_one_page() -> None:
    dataset, page = several(), comparison_of(["maker", "north"])
    reasons = dict(missing_kinds(dataset, page, WORDS))
    assert set(reasons) == set(KINDS) - {"several-over-time", "ranking", "change"}
    assert set(reasons.values()) == {"This kind of chart cannot show a comparison."}
    with pytest.raises(NoChartError, match="cannot show a comparison"):
        chart(dataset, Question("over-time", page, "revenue"), WORDS)


def test_different_units_make_no_chart() -> None:
    dataset = region(seen(48, "2019"), seen(1, "2019", subject="rival", indicator="revenue"))
    assert questions(dataset, comparison_of(["maker", "rival"])) == ()


# -- nothing is combined in silence -----------------------------------------------------------------------------


def test_sources_that_differ_on_an_input_are_told() -> None:
    dataset = region(
        seen(250, "2019", indicator="revenue", subject="north"),
        seen(2, "2019", indicator="revenue", subject="south"),
        seen(1000, "2019", indicator="revenue", subject="valley"),
        seen(2000, "2019", indicator="revenue", subject="valley", source="paper"),
    )
    cell = computed(rows(dataset, "north", "south")["revenue"], Computation.SHARE).cells[0]
    assert isinstance(cell, Computed)
    assert [item.value for item in cell.others] == [2000]
    assert "2,000" in inputs_text(dataset, cell, WORDS)
    text = csv_text(comparison_table(dataset, comparison(dataset, "north", "south"), WORDS))
    assert "other sources: 2,000" in text


def test_computed_values_of_another_period_say_so() -> None:
    dataset = region(
        seen(250, "2020", indicator="revenue", subject="north"),
        seen(100, "2015", indicator="revenue", subject="south"),
        seen(1000, "2020", indicator="revenue", subject="valley"),
        seen(1000, "2015", indicator="revenue", subject="valley"),
    )
    cells = computed(rows(dataset, "north", "south")["revenue"], Computation.SHARE).cells
    assert [cell.other_period for cell in cells if isinstance(cell, Computed)] == [True, True]


def test_what_is_computed_from_an_estimate_is_rough() -> None:
    dataset = region(
        seen(250, "2019", Status.ESTIMATE, indicator="revenue", subject="north"),
        seen(2, "2019", indicator="revenue", subject="south"),
        seen(1000, "2019", indicator="revenue", subject="valley"),
    )
    cells = computed(rows(dataset, "north", "south")["revenue"], Computation.SHARE).cells
    assert [cell.hedge for cell in cells if isinstance(cell, Computed)] == [Qualifier.ABOUT, None]


def test_each_refusal_has_its_own_reason() -> None:
    dataset = peopled(
        seen(500, "2019", indicator="revenue", subject="north"),
        seen(-8, "2019", indicator="revenue", subject="south"),
        seen(0, "2019", indicator="residents", subject="north"),
        seen(1e-9, "2019", indicator="residents", subject="south"),
        seen(1000, "2019", indicator="revenue", subject="valley"),
    )
    row = rows(dataset, "north", "south")["revenue"]
    assert values(row, Computation.PER_HEAD)[0] is Refusal.NOBODY
    assert values(row, Computation.SHARE) == [50.0, Refusal.NO_SHARE]


def test_what_is_too_large_is_no_number() -> None:
    figures = (
        *(seen(1e-200, "2019"), seen(1e200, "2020")),
        *(seen(1, "2019", subject="rival"), seen(2, "2020", subject="rival")),
    )
    assert values(rows(region(*figures), "maker", "rival")["output"], Computation.CHANGE) == [Refusal.TOO_LARGE, 100.0]


def test_nothing_is_divided_of_a_plan() -> None:
    dataset = peopled(
        seen(500, "2019", indicator="revenue", subject="north"),
        seen(800, "2019", Status.TARGET, indicator="revenue", subject="south"),
        seen(10, "2019", indicator="residents", subject="north"),
        seen(10, "2019", indicator="residents", subject="south"),
        seen(1000, "2019", indicator="revenue", subject="valley"),
    )
    row = rows(dataset, "north", "south")["revenue"]
    assert values(row, Computation.PER_HEAD) == [50.0, Refusal.NOT_DONE]
    assert values(row, Computation.SHARE) == [50.0, Refusal.NOT_DONE]


def test_people_are_not_counted_per_head() -> None:
    dataset = peopled(
        seen(5, "2019", indicator="staff", subject="north"),
        seen(6, "2019", indicator="staff", subject="south"),
        seen(10, "2019", indicator="residents", subject="north"),
    )
    assert all(
        each.computation is not Computation.PER_HEAD for each in rows(dataset, "north", "south")["staff"].computed
    )


@pytest.mark.parametrize(("kind", "per_head"), [(IndicatorKind.FLOW, True), (IndicatorKind.STOCK, False)])
def test_a_level_such_as_an_area_is_not_divided_by_people(kind: IndicatorKind, per_head: bool) -> None:  # noqa: FBT001
    tonnes = Unit("tonnes", said("tonnes"), said("t"), UnitScale.PHYSICAL)
    dataset = peopled(
        *(
            seen(value, "2019", indicator=name, subject=subject)
            for subject in ("north", "south")
            for name, value in (("coal", 50), ("residents", 10))
        )
    )
    coal = Indicator("coal", said("Coal"), "tonnes", kind)
    dataset = replace(dataset, units=(*dataset.units, tonnes), indicators=(*dataset.indicators, coal))
    computations = [each.computation for each in rows(dataset, "north", "south")["coal"].computed]
    assert (Computation.PER_HEAD in computations) is per_head


def test_what_is_missing_is_told() -> None:
    dataset = peopled(
        seen(500, "2019", indicator="revenue", subject="north"),
        seen(800, "2019", indicator="revenue", subject="south"),
        seen(10, "2019", indicator="residents", subject="north"),
    )
    row = rows(dataset, "north", "south", "maker")["revenue"]
    heads = computed(row, Computation.PER_HEAD)
    told = [refusal_text(cell, WORDS) for cell in heads.cells if isinstance(cell, Refusal)]
    assert told == ["no actual population for the period", ""]


def test_the_region_has_no_share_of_itself_although_it_has_a_figure() -> None:
    dataset = region(
        seen(500, "2019", indicator="revenue", subject="north"),
        seen(1000, "2019", indicator="revenue", subject="valley"),
    )
    shares = computed(rows(dataset, "north", "valley")["revenue"], Computation.SHARE)
    assert refusal_text(shares.cells[1], WORDS) == "the region itself"


def test_a_share_says_why_there_is_none() -> None:
    north = seen(500, "2019", indicator="revenue", subject="north")
    whole = seen(1000, "2019", indicator="revenue", subject="valley")
    cases = {
        "covers only a part": (seen(1, "2019", indicator="revenue", subject="south", scope=said("town")), whole),
        "no actual figure yet": (seen(1, "2025", Status.TARGET, indicator="revenue", subject="south"), whole),
        "no actual figure for the region in this period": (
            seen(1, "2018", indicator="revenue", subject="south"),
            seen(9, "2018", Status.FORECAST, indicator="revenue", subject="valley"),
            whole,
        ),
    }
    for sentence, figures in cases.items():
        row = rows(region(north, *figures), "north", "south")["revenue"]
        assert refusal_text(computed(row, Computation.SHARE).cells[1], WORDS) == sentence
        assert refusal_text(computed(row, Computation.SHARE).cells[0], WORDS) == ""
