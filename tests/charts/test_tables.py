"""The numbers of a chart as rows, with machine names after SDMX."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from heartland_gui.charts.spec import CellValue, Table
from heartland_gui.charts.tables import (
    COMPUTED,
    COMPUTED_SHARE,
    coverage_table,
    events_table,
    figures_table,
    newest_source,
    shares_table,
    with_computed,
)
from heartland_gui.model.observations import Qualifier, Status
from heartland_gui.model.period import parse_period
from heartland_gui.text import Words
from tests.charts.small_region import happened, region, said, seen


def rows(table: Table) -> Sequence[dict[str, CellValue]]:
    assert len(table.columns) == len(table.headings)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_a_figure_is_a_row_with_all_that_is_known_of_it() -> None:
    item = seen(
        48.25,
        "2019",
        Status.FORECAST,
        source="report",
        qualifier=Qualifier.OVER,
        scope=said("town"),
        note=said("New."),
    )
    (row,) = rows(figures_table(region(), [item], Words()))
    assert row == {
        "SUBJECT": "maker",
        "SUBJECT_NAME": "Maker Works",
        "INDICATOR": "output",
        "INDICATOR_NAME": "Vehicles produced",
        "TIME_PERIOD": "2019",
        "OBS_VALUE": 48.25,
        "UNIT": "vehicles",
        "VALUE_TYPE": "forecast",
        "OBS_STATUS": "F",
        "QUALIFIER": "over",
        "SCOPE": "town",
        "NOTE": "New.",
        "SOURCE": "report",
        "SOURCE_PUBLISHER": "Company report",
        "SOURCE_TITLE": "年度报告",
        "SOURCE_DATE": "",
        "SOURCE_URL": "https://example.org/report",
        "SOURCE_VIA": "",
        "SOURCE_ACCESSED": "",
        "SOURCE_SERIAL": "",
    }


def test_a_row_says_where_and_when_its_source_was_read_and_of_what_it_is_an_edition() -> None:
    dataset = region(seen(48, "2019", source="report"))
    sources = tuple(
        replace(each, via=said("Metals"), accessed=parse_period("2026-11-30"), serial="company-yearly")
        for each in dataset.sources
    )
    item = dataset.series[0].observations[0]
    (row,) = rows(figures_table(replace(dataset, sources=sources), [item], Words()))
    told = {name: row[name] for name in ("SOURCE_VIA", "SOURCE_ACCESSED", "SOURCE_SERIAL")}
    assert told == {
        "SOURCE_VIA": "Metals",
        "SOURCE_ACCESSED": "2026-11-30",
        "SOURCE_SERIAL": "company-yearly",
    }


@pytest.mark.parametrize(
    ("status", "code"),
    [(Status.ACTUAL, "A"), (Status.ESTIMATE, "E"), (Status.FORECAST, "F"), (Status.TARGET, ""), (Status.CAPACITY, "")],
)
def test_statuses_have_the_codes_of_sdmx_where_it_has_any(status: Status, code: str) -> None:
    (row,) = rows(figures_table(region(), [seen(1, "2019", status)], Words()))
    assert (row["VALUE_TYPE"], row["OBS_STATUS"]) == (str(status), code)
    assert (row["QUALIFIER"], row["SCOPE"], row["NOTE"], row["SOURCE_DATE"]) == ("", "", "", "2021-09")


def test_what_is_computed_stands_in_a_column_of_its_own() -> None:
    table = figures_table(region(), [seen(1, "2018"), seen(2, "2019")], Words())
    assert rows(with_computed(table, "CHANGE", "", {0: float("inf")}))[0]["CHANGE"] == float("inf")
    found = rows(with_computed(table, "CHANGE", "Then and now", {1: 100.0}))
    assert [row["CHANGE"] for row in found] == [None, 100.0]
    shares = rows(shares_table(region(), [(seen(1, "2018"), 100 / 3)], Words()))
    assert shares[0][COMPUTED_SHARE] == 33.33333333


def test_an_event_is_a_row_with_its_source() -> None:
    (row,) = rows(events_table(region(), [happened("Begun.", "2019-05")], Words()))
    assert list(row.values())[:6] == ["maker", "Maker Works", "2019-05", "milestone", "Begun.", "paper"]
    assert row["SOURCE_DATE"] == "2020-04-26"


def test_coverage_counts_the_figures_of_each_year_with_the_newest_source() -> None:
    dataset = region()
    figures = [seen(1, "2019", source="paper"), seen(2, "2018"), seen(3, "2019", source="report")]
    found = rows(coverage_table(dataset, [(dataset.subjects["maker"], figures)], Words()))
    assert [(row["TIME_PERIOD"], row["FIGURES"], row["NEWEST_SOURCE"]) for row in found] == [
        ("2018", 1, "yearbook"),
        ("2019", 2, "paper"),
    ]
    assert {row["VALUE_TYPE"] for row in found} == {COMPUTED}
    assert newest_source(dataset, figures).id == "yearbook"
