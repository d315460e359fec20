"""Coverage: figures counted by year, the age of the newest source, and what is not shown."""

from __future__ import annotations

import pytest

from heartland_gui.charts.choice import chart, missing_kinds, questions
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.spec import Chart, Question, RowAxis, Tile, TimeAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Status
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, pillar, region, seen

VEHICLES = pillar("vehicles")


def coverage(dataset: Dataset, subject: Ref = REGION) -> Chart:
    return chart(dataset, Question("coverage", subject), Words())


def axis(answer: Chart) -> RowAxis:
    rows = answer.panels[0].y
    assert isinstance(rows, RowAxis)
    return rows


def counts(answer: Chart) -> dict[tuple[str, int], str]:
    """Return what is printed in the tiles that are not empty, by row and year."""
    found = [mark for mark in answer.panels[0].marks if isinstance(mark, Tile) and mark.label.strong]
    return {(axis(answer).rows[mark.row].label, int(mark.first)): mark.label.strong for mark in found}


def test_a_pillar_counts_its_own_figures_and_those_of_its_companies() -> None:
    figures = [seen(1, "2019"), seen(2, "2020"), seen(3, "2019", subject="vehicles"), seen(4, "2020", subject="valley")]
    assert counts(coverage(region(*figures))) == {
        ("Valley", 2020): "1",
        ("Vehicles", 2019): "2",
        ("Vehicles", 2020): "1",
    }


def test_a_pillar_s_page_has_the_pillar_and_its_companies() -> None:
    figures = [seen(1, "2019"), seen(2, "2019", subject="rival"), seen(3, "2020", subject="rival")]
    answer = coverage(region(*figures), VEHICLES)
    assert [row.label for row in axis(answer).rows] == ["Vehicles", "Rival Works", "Maker Works"]
    assert [row.emphasis for row in axis(answer).rows] == [True, False, False]
    assert axis(answer).rows[2].ref == MAKER


def test_every_status_counts() -> None:
    figures = [seen(number, "2019", status, subject="valley") for number, status in enumerate(Status)]
    assert counts(coverage(region(*figures))) == {("Valley", 2019): "5"}


def test_a_span_counts_in_the_year_in_which_it_ends() -> None:
    answer = coverage(region(seen(1, "2018/2020"), seen(1, "2018")), VEHICLES)
    assert counts(answer) == {("Maker Works", 2018): "1", ("Maker Works", 2020): "1"}
    assert "a span counts in the year in which it ends" in answer.notes[0]


def test_the_newest_source_is_dated_at_the_end_of_the_row() -> None:
    answer = coverage(
        region(seen(2, "2019", source="paper"), seen(1, "2019"), seen(3, "2019", source="report")), VEHICLES
    )
    assert [row.trailing for row in axis(answer).rows] == ["", "Sep 2021"]
    undated = coverage(region(seen(3, "2019", source="report")), VEHICLES)
    assert axis(undated).rows[1].trailing == "no date"


@pytest.mark.parametrize(
    ("number", "shade"), [(1, 0), (2, 1), (4, 1), (5, 2), (9, 2), (10, 3), (19, 3), (20, 4), (99, 4)]
)
def test_shades_are_the_same_on_every_page(number: int, shade: int) -> None:
    figures = [seen(value, "2019", subject="valley", source="paper") for value in range(number)]
    (tile,) = (
        mark for mark in coverage(region(*figures)).panels[0].marks if isinstance(mark, Tile) and mark.label.strong
    )
    assert tile.shade == shade


def test_a_year_without_figures_is_an_empty_tile() -> None:
    answer = coverage(region(seen(1, "2017"), seen(1, "2019")), VEHICLES)
    tiles = [mark for mark in answer.panels[0].marks if isinstance(mark, Tile)]
    assert len(tiles) == 2 * 3
    empty = [mark for mark in tiles if mark.shade is None]
    assert all(mark.label.strong == "" for mark in empty)
    assert empty[0].details.read_out == "Vehicles\n0 figures, 2017, computed"


def test_a_long_history_shows_the_twenty_years_that_hold_most() -> None:
    figures = [seen(1, str(year)) for year in range(1990, 2020)] + [seen(1, "2060", Status.TARGET)]
    answer = coverage(region(*figures), VEHICLES)
    assert answer.x == TimeAxis(2000, 2020, 1)
    assert "10 figures are of earlier years." in answer.notes
    assert "1 figure is of later years." in answer.notes
    assert len(answer.table.rows) == 31, "the table has them all"


def test_the_twenty_best_known_companies_are_shown() -> None:
    figures = [seen(1, "2019", subject=f"maker-{number:02d}") for number in range(30)]
    answer = coverage(region(*figures, seen(1, "2018", subject="maker-29"), more_makers=30), VEHICLES)
    assert len(axis(answer).rows) == 21
    assert axis(answer).rows[1].label == "Maker-29 Works"
    assert "The 20 best known of 30 companies are shown." in answer.notes


def test_a_tile_leads_to_its_row_s_page_and_reads_out_the_newest_source() -> None:
    answer = coverage(region(seen(1, "2019")), VEHICLES)
    (tile,) = (mark for mark in answer.panels[0].marks if isinstance(mark, Tile) and mark.label.strong)
    assert tile.details.subject == MAKER
    assert tile.details.read_out.splitlines() == [
        "Maker Works",
        "1 figure, 2019, computed",
        "newest source: Bureau of Statistics, Sep 2021",
    ]


def test_the_table_counts_each_subject_and_year() -> None:
    table = coverage(region(seen(1, "2019"), seen(2, "2019", source="paper")), VEHICLES).table
    assert table.columns[:5] == ("SUBJECT", "SUBJECT_NAME", "TIME_PERIOD", "FIGURES", "VALUE_TYPE")
    assert table.rows == (
        ("maker", "Maker Works", "2019", 2, "computed", "yearbook", "Bureau of Statistics", "2021-09"),
    )


def test_a_company_of_two_pillars_counts_in_both_and_once_in_the_sentence() -> None:
    answer = coverage(region(seen(1, "2019", subject="chemist")))
    assert counts(answer) == {("Vehicles", 2019): "1", ("Modern chemicals", 2019): "1"}
    assert "A company of several pillars counts in each." in answer.notes
    assert answer.sentence == "1 figure for Valley, of 2019, counted."


def test_only_the_region_and_pillars_are_counted() -> None:
    dataset = region(seen(1, "2019"))
    assert [question.subject for question in questions(dataset, VEHICLES)] == [VEHICLES]
    assert questions(dataset, MAKER) == ()
    reasons = dict(missing_kinds(dataset, MAKER, Words()))
    assert reasons["coverage"] == "Figures are counted for the region and for pillars."
    assert dict(missing_kinds(region(), VEHICLES, Words()))["coverage"] == "No figure is known here."
    for subject in (MAKER, pillar("silent")):
        with pytest.raises(NoChartError, match=r"\.$"):
            coverage(dataset, subject)


def test_coverage_comes_last() -> None:
    dataset = region(seen(1, "2018"), seen(2, "2019"), seen(3, "2019", subject="rival"))
    assert questions(dataset, VEHICLES)[-1].kind == "coverage"


@pytest.mark.parametrize(("subject", "whose"), [(REGION, "the region's own"), (VEHICLES, "the pillar's own")])
def test_the_subtitle_says_whose_figures_are_counted(subject: Ref, whose: str) -> None:
    dataset = region(seen(1, "2019"), seen(1, "2019", subject="valley"))
    assert whose in chart(dataset, Question("coverage", subject), Words()).subtitle
