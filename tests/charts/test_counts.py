"""The pillars ranked by their number of companies: counted, and said to be counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.spec import Bar, Chart, Question, RowAxis
from heartland_gui.model.dataset import Dataset, Manifest
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import REGION, pillar, region, said

COUNT = Question("ranking", REGION)


def counted(language: str = "en") -> Chart:
    return chart(region(), COUNT, words_in(language))


def bars(answer: Chart) -> list[Bar]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Bar)]


def test_each_pillar_has_a_bar_in_its_colour_that_leads_to_it() -> None:
    answer = counted()
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    assert [row.label for row in axis.rows] == ["Vehicles", "Modern chemicals", "A pillar without data"]
    assert [(bar.value, bar.colour, bar.label.strong) for bar in bars(answer)] == [
        (5, 0, "5"),
        (1, 1, "1"),
        (1, 2, "1"),
    ]
    assert [bar.details.subject for bar in bars(answer)] == [row.ref for row in axis.rows]
    assert axis.rows[0].ref == pillar("vehicles")
    assert answer.title == "Companies by pillar"


def test_a_company_of_two_pillars_and_one_of_none_are_told() -> None:
    assert counted().notes == (
        "Computed: number of companies in this dataset by pillar. The dataset does not have every company.",
        "A company can be in two pillars: 6 companies are counted 7 times.",
        "1 company is in no pillar.",
    )


def test_counts_are_said_to_be_computed_and_name_who_was_counted_and_by_which_source() -> None:
    cited = replace(region(), companies=tuple(replace(one, sources=("paper",)) for one in region().companies))
    answer = chart(cited, COUNT, Words())
    assert bars(answer)[0].details.read_out == "Vehicles\ncomputed: 5 companies of this dataset in Vehicles"
    assert answer.subtitle == "number of companies in this dataset, computed"
    assert [source.id for source in answer.sources] == ["paper"]
    row = dict(zip(answer.table.columns, answer.table.rows[0], strict=True))
    assert (row["SUBJECT"], row["OBS_VALUE"], row["VALUE_TYPE"]) == ("vehicles", 5, "computed")
    assert (row["INPUTS"], row["SOURCE"]) == ("maker rival third fourth chemist", "paper")
    assert answer.sentence == (
        "Number of companies in this dataset by pillar: Vehicles (5), Modern chemicals (1) and A pillar "
        "without data (1)."
    )


def test_only_the_region_counts() -> None:
    assert questions(region(), pillar("vehicles")) == ()
    with pytest.raises(NoChartError, match="This kind of chart needs an indicator"):
        chart(region(), Question("ranking", pillar("vehicles")), Words())


def test_a_region_without_companies_has_nothing_to_count() -> None:
    empty = Dataset(Manifest("valley", said("The valley"), "valley"), places=region().places, pillars=region().pillars)
    assert questions(empty, REGION) == ()
    with pytest.raises(NoChartError, match="No company belongs to a pillar"):
        chart(empty, COUNT, Words())
