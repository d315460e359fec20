"""The structure of a whole: only years for which one source gives all parts, shares said to be computed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds import structure
from heartland_gui.charts.spec import Chart, EndLabel, Part, Question
from heartland_gui.charts.tables import COMPUTED_SHARE
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Words
from tests.charts.small_region import REGION, region, said, seen


def year(label: str, goods: float, services: float, source: str = "yearbook", **known: Any) -> list[Observation]:
    return [
        seen(value, label, subject="valley", indicator=part, source=source, **known)
        for part, value in (("goods", goods), ("services", services))
    ]


def structured(dataset: Dataset) -> Chart:
    return chart(dataset, Question("structure", REGION, "revenue"), Words())


def parts(answer: Chart) -> list[Part]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Part)]


def bars(answer: Chart) -> list[tuple[float, list[tuple[float, float]]]]:
    starts = dict.fromkeys(part.first for part in parts(answer))
    return [(start, [(part.low, part.high) for part in parts(answer) if part.first == start]) for start in starts]


def graded(dataset: Dataset, **grades: Grade) -> Dataset:
    return replace(dataset, sources=tuple(replace(each, grade=grades.get(each.id)) for each in dataset.sources))


def test_the_parts_of_each_year_are_stacked_to_a_hundred() -> None:
    answer = structured(region(*year("2018", 30, 10), *year("2020", 1, 1)))
    assert bars(answer) == [(2018, [(0, 75), (75, 100)]), (2020, [(0, 50), (50, 100)])]
    assert [part.tone for part in parts(answer)] == [0, 1, 0, 1]
    assert answer.x.bounds == (2018, 2021)
    assert answer.panels[0].y.bounds == (0, 100)
    assert answer.title == "Revenue by its parts, 2018–2020"


def test_shares_stand_inside_and_names_beside_the_last_bar() -> None:
    answer = structured(region(*year("2018", 30, 10), *year("2019", 2, 1)))
    assert [part.label.strong for part in parts(answer) if part.label] == ["75", "25", "66.7", "33.3"]
    assert [part.end_label for part in parts(answer)] == [
        None,
        None,
        EndLabel("Goods", "66.7\u00a0%"),
        EndLabel("Services", "33.3\u00a0%"),
    ]


def test_a_share_has_one_decimal_wherever_it_stands() -> None:
    answer = structured(region(*year("2018", 1, 7), *year("2019", 4.9, 0.7)))
    assert [part.label.strong for part in parts(answer) if part.label] == ["12.5", "87.5", "87.5", "12.5"]
    assert [part.end_label.strong for part in parts(answer) if part.end_label] == ["87.5\u00a0%", "12.5\u00a0%"]
    assert "Goods 87.5\u00a0% in 2019 after 12.5\u00a0% in 2018" in answer.sentence
    halves = structured(region(*year("2018", 401, 7599)))
    assert [part.label.strong for part in parts(halves) if part.label] == ["5", "95"], "5.0125 and 94.9875"
    halves = structured(region(*year("2018", 9, 391)))
    assert [part.label.strong for part in parts(halves) if part.label] == ["2.3", "97.8"], "2.25 and 97.75"


def test_shares_are_said_to_be_computed_with_formula_inputs_and_source() -> None:
    answer = structured(region(*year("2018", 3e9, 1e9)))
    assert answer.subtitle == "percent, computed: part / sum of all parts"
    assert "Share = part / sum of all parts of the same source and year, computed." in answer.notes
    assert parts(answer)[0].details.read_out.splitlines() == [
        "Goods",
        "75\u00a0% · 2018 · computed",
        "3,000,000,000\u00a0yuan / 4,000,000,000\u00a0yuan",
        "Bureau of Statistics, Sep 2021",
    ]
    assert parts(answer)[0].details.source == "yearbook"
    assert [entry.label for entry in answer.legend] == ["computed from actual figures"]


def test_a_qualifier_of_an_amount_stands_at_its_share() -> None:
    figures = year("2018", 30, 10, qualifier=Qualifier.ABOUT)
    assert [part.end_label.strong for part in parts(structured(region(*figures))) if part.end_label] == [
        "≈\u00a075\u00a0%",
        "≈\u00a025\u00a0%",
    ]


def test_a_share_beside_a_bound_is_no_exact_share() -> None:
    goods, services = year("2018", 30, 70)
    answer = structured(region(goods, services._replace(qualifier=Qualifier.OVER)))
    assert [part.end_label.strong for part in parts(answer) if part.end_label] == [
        "<\u00a030\u00a0%",
        ">\u00a070\u00a0%",
    ]
    assert "<\u00a030\u00a0% · 2018 · computed" in parts(answer)[0].details.read_out
    assert "Goods <\u00a030\u00a0% in 2018 and Services >\u00a070\u00a0% in 2018" in answer.sentence


def test_the_table_holds_the_inputs_and_the_computed_share() -> None:
    table = structured(region(*year("2018", 30, 10), *year("2019", 2, 1))).table
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert len(table.columns) == len(table.headings)
    assert [(row["INDICATOR"], row["TIME_PERIOD"], row["OBS_VALUE"], row[COMPUTED_SHARE]) for row in rows] == [
        ("goods", "2018", 30, 75),
        ("services", "2018", 10, 25),
        ("goods", "2019", 2, 66.66666667),
        ("services", "2019", 1, 33.33333333),
    ]
    assert dict(zip(table.columns, table.headings, strict=True))[COMPUTED_SHARE] == "Share, computed (%)"
    assert {row["SOURCE"] for row in rows} == {"yearbook"}


NOT_ALL = "No source gives all parts of a whole for the same year."
INCOMPLETE = {
    "a part is missing": (year("2019", 30, 10)[:1], NOT_ALL),
    "parts of two sources": ([*year("2019", 30, 10)[:1], *year("2019", 30, 10, "paper")[1:]], NOT_ALL),
    "a forecast": (year("2019", 30, 10, status=Status.FORECAST), NOT_ALL),
    "a narrower scope": (year("2019", 30, 10, scope=said("north")), NOT_ALL),
    "a half-year": (year("2019-S1", 30, 10), NOT_ALL),
    "a negative part": (
        year("2019", 30, -10),
        "A part is negative in every year that has all parts: there are no shares.",
    ),
    "nothing at all": (year("2019", 0, 0), "All parts are zero in every year that has all parts."),
}


@pytest.mark.parametrize(("figures", "why"), INCOMPLETE.values(), ids=INCOMPLETE)
def test_only_a_year_with_all_parts_by_one_source_has_a_bar(figures: list[Observation], why: str) -> None:
    answer = structured(region(*year("2018", 30, 10), *figures))
    assert [start for start, _ in bars(answer)] == [2018]
    assert structure.questions(region(*figures), REGION) == ()
    assert structure.reason(region(*figures), REGION, Words()) == why
    with pytest.raises(NoChartError, match=re.escape(why)):
        structured(region(*figures))


def test_years_without_a_bar_are_said() -> None:
    dataset = region(*year("2014", 30, 10), *year("2018", 30, 10), *year("2020", 30, 10)[:1])
    assert "No source gives all parts for 2015–2017 and 2020." in structured(dataset).notes


def test_a_year_without_a_bar_says_its_own_reason() -> None:
    dataset = region(
        *year("2014", 30, 10),
        *year("2015", 0, 0),
        *year("2016", 30, -10),
        *year("2017", 30, 10)[:1],
        *year("2018", 30, -10)[:1],
        *year("2018", 0, 0, "paper"),
        *year("2020", 30, 10),
    )
    assert [note for note in structured(dataset).notes if "20" in note] == [
        "No source gives all parts for 2017 and 2019.",
        "All parts are zero in 2015 and 2018: there are no shares.",
        "A part is negative in 2016: there are no shares.",
    ]


def test_a_source_that_gives_a_whole_makes_up_for_one_that_does_not() -> None:
    dataset = region(
        *year("2014", 30, -10), *year("2014", 30, 10, "paper"), *year("2015", 0, 0), *year("2015", 3, 1, "paper")
    )
    answer = structured(dataset)
    assert [start for start, _ in bars(answer)] == [2014, 2015]
    assert not [note for note in answer.notes if "there are no shares" in note]


def test_sources_that_agree_are_no_matter_and_the_newest_is_named() -> None:
    dataset = region(*year("2018", 30, 10, "paper"), *year("2018", 30, 10))
    answer = structured(graded(dataset, paper=Grade.OFFICIAL, yearbook=Grade.COPY))
    assert [part.details.source for part in parts(answer)] == ["yearbook", "yearbook"]
    assert not [note for note in answer.notes if "differ" in note]


@pytest.mark.parametrize(("better", "other"), [("paper", "yearbook"), ("yearbook", "paper")])
def test_of_sources_that_differ_the_better_one_is_shown_and_both_are_named(better: str, other: str) -> None:
    dataset = graded(
        region(*year("2018", 30, 10, better), *year("2018", 20, 20, other)),
        **{better: Grade.OFFICIAL, other: Grade.PRESS},
    )
    answer = structured(dataset)
    assert bars(answer) == [(2018, [(0, 75), (75, 100)])]
    (note,) = (note for note in answer.notes if "differ" in note)
    named = {"paper": "Morning Paper, 26 Apr 2020", "yearbook": "Bureau of Statistics, Sep 2021"}
    assert note == f"2018: sources differ; shown is {named[better]}, not {named[other]}."
    assert {source.text for source in answer.sources} == set(named.values())


def test_a_changed_definition_is_said() -> None:
    dataset = region(*year("2018", 30, 10), *year("2019", 30, 10), breaks=("2019",))
    assert "Definition changed before 2019: all." in structured(dataset).notes


@pytest.mark.parametrize(("whole", "said_so"), [(40, False), (40.1, False), (50, True)])
def test_parts_that_are_not_the_whole_are_said(whole: float, said_so: bool) -> None:  # noqa: FBT001
    total = seen(whole, "2018", subject="valley", indicator="revenue")
    notes = structured(region(*year("2018", 30, 10), total)).notes
    assert any("do not add up to the whole" in note for note in notes) is said_so


def test_one_part_is_no_whole() -> None:
    dataset = region(*year("2018", 30, 10))
    alone = tuple(replace(each, part_of=None) if each.id == "goods" else each for each in dataset.indicators)
    assert structure.questions(replace(dataset, indicators=alone), REGION) == ()
    for known in (dataset, region()):
        described = replace(known, indicators=alone)
        why = "Only one part of a whole is described here: there are no shares."
        assert structure.reason(described, REGION, Words()) == why
        with pytest.raises(NoChartError, match=re.escape(why)):
            structured(described)


def test_a_whole_without_described_parts_says_so() -> None:
    dataset = region(*year("2018", 30, 10))
    bare = replace(dataset, indicators=tuple(replace(each, part_of=None) for each in dataset.indicators))
    assert structure.reason(bare, REGION, Words()) == "No parts of a whole are described here."
    with pytest.raises(NoChartError, match=re.escape("No parts of a whole are described here.")):
        structured(bare)
    assert structure.reason(region(), REGION, Words()) == NOT_ALL


def test_three_years_are_more_telling_than_two() -> None:
    two = [*year("2018", 30, 10), *year("2019", 30, 10)]
    assert [weight for weight, _ in structure.questions(region(*two), REGION)] == [8]
    assert [weight for weight, _ in structure.questions(region(*two, *year("2020", 1, 1)), REGION)] == [12]


def test_the_sentence_tells_first_last_and_largest() -> None:
    answer = structured(region(*year("2018", 30, 10), *year("2020", 1, 1.5)))
    assert answer.sentence == (
        "Revenue of Valley by its parts, shares computed: Goods 40\u00a0% in 2020 after 75\u00a0% in 2018 and "
        "Services 60\u00a0% in 2020 after 25\u00a0% in 2018; the largest is Services."
    )
