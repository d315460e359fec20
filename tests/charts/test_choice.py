"""Which charts a page offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartland_gui.charts import choice, kinds
from heartland_gui.charts.choice import (
    KINDS,
    best_of_each_kind,
    chart,
    kind_name,
    missing_kinds,
    question_name,
    questions,
)
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.spec import Question
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind, ref_of
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, REGION, company, happened, model_case, pillar, region, seen

_SOURCES = ("SOURCE", "NEWEST_SOURCE")


@pytest.fixture(scope="module")
def shanxi() -> Dataset:
    dataset = read_dataset(resource("datasets", "shanxi")).dataset
    assert dataset is not None
    return dataset


def test_every_kind_of_chart_is_listed() -> None:
    modules = {path.stem for folder in kinds.__path__ for path in Path(folder).glob("*.py")} - {"__init__"}
    assert {identifier.replace("-", "_") for identifier in KINDS} == modules
    assert list(KINDS) == [kind.KIND for kind in KINDS.values()]
    assert vars(choice).keys() >= modules


def test_every_kind_has_a_name() -> None:
    assert [kind_name(kind, Words()) for kind in KINDS] == [
        "Over time",
        "Together",
        "Side by side",
        "Structure",
        "Ranking",
        "Map",
        "Against plan",
        "Change",
        "Timeline",
        "Coverage",
    ]


def test_the_model_case_begins_with_its_figures() -> None:
    assert questions(model_case(), MAKER)[0] == Question("over-time", MAKER, "output")


def test_the_best_of_each_kind_comes_once() -> None:
    figures = [seen(year, str(year), subject=maker) for year in (2018, 2019) for maker in ("maker", "rival")]
    dataset = region(*figures, events=(happened("a", "2018"), happened("b", "2019")))
    assert sorted(question.kind for question in best_of_each_kind(dataset, MAKER)) == [
        "change",
        "over-time",
        "ranking",
        "several-over-time",
        "timeline",
    ]


@pytest.mark.parametrize(
    "subject",
    [
        pillar("silent"),
        company("quiet"),
        company("homeless"),
        Ref(SubjectKind.ZONE, "park"),
        Ref(SubjectKind.TECHNOLOGY, "cloud"),
        Ref(SubjectKind.SOURCE, "paper"),
        Ref(SubjectKind.PLACE, "south"),
    ],
)
def test_a_subject_without_data_offers_nothing_and_does_no_harm(subject: Ref) -> None:
    assert questions(region(), subject) == ()
    assert best_of_each_kind(region(), subject) == ()
    for kind in KINDS:
        with pytest.raises(NoChartError, match=r"\.$"):
            chart(region(), Question(kind, subject, "output"), Words())


def test_a_source_has_no_chart_although_it_tells_of_events() -> None:
    dataset = region(seen(1, "2018"), seen(2, "2019"), events=(happened("a", "2018"), happened("b", "2019")))
    paper = Ref(SubjectKind.SOURCE, "paper")
    reasons = dict(missing_kinds(dataset, paper, Words()))
    assert set(reasons) == set(KINDS)
    assert set(reasons.values()) == {
        "Charts show places, pillars, companies and the like; a source has none of its own."
    }
    assert questions(dataset, paper) == ()


def test_a_region_without_data_can_still_count_its_companies() -> None:
    assert questions(region(), REGION) == (Question("ranking", REGION),)
    for kind in KINDS:
        with pytest.raises(NoChartError, match=r"\.$"):
            chart(region(), Question(kind, REGION, "output"), Words())


def test_a_subject_with_events_alone_offers_its_timeline() -> None:
    dataset = region(events=(happened("a", "2018", subject="quiet"), happened("b", "2019", subject="quiet")))
    assert questions(dataset, company("quiet")) == (Question("timeline", company("quiet")),)
    assert questions(dataset, pillar("silent")) == (Question("timeline", pillar("silent")),)


def test_one_figure_is_no_chart() -> None:
    assert questions(region(seen(1, "2019")), MAKER) == ()


def test_zeros_alone_are_no_ranking() -> None:
    dataset = region(seen(0, "2019"), seen(0, "2019", subject="rival"))
    assert "ranking" not in {question.kind for question in questions(dataset, pillar("vehicles"))}


def test_a_chart_is_listed_by_its_indicator_else_by_what_it_shows_without_one() -> None:
    named = (Question("ranking", REGION, "output"), Question("ranking", REGION), Question("timeline", MAKER))
    assert [question_name(region(), each, Words()) for each in named] == [
        "Vehicles produced",
        "Number of companies",
        "Timeline",
    ]


def test_an_unknown_kind_is_told_with_the_known_ones() -> None:
    with pytest.raises(NoChartError, match=r"There is no kind of chart “pie”; known: over-time, .* and coverage"):
        chart(model_case(), Question("pie", MAKER), Words())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_of_the_shipped_dataset_gets_what_it_offers(shanxi: Dataset, language: str) -> None:
    words = words_in(language)
    for subject in (*shanxi.subjects.values(), *shanxi.sources):
        for question in questions(shanxi, ref_of(subject)):
            answer = chart(shanxi, question, words)
            assert answer.title, question
            assert answer.sentence, question
            assert answer.sources, question
            assert answer.legend, question
            assert answer.table.rows, question
            source = next(place for place, name in enumerate(answer.table.columns) if name in _SOURCES)
            assert all(row[source] for row in answer.table.rows), "every number has a source"
