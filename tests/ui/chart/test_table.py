"""A chart's numbers as a table: where its cells lead, and what is said of numbers that were counted."""

from __future__ import annotations

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Question
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.page import Cell
from heartland_gui.text import Words
from heartland_gui.ui.chart.table import readable_table
from tests.charts.small_region import MAKER, REGION, mapped, model_case, pillar, region, seen


def first_row(kind: str, subject: Ref, indicator: str | None = None) -> dict[str, Cell]:
    """Return the cells of the first row by their headings."""
    figures = (seen(20, "2019", subject="north"), seen(30, "2019", subject="south"))
    dataset = mapped(*figures) if kind == "map" else region(seen(1, "2019"), *figures)
    headings, rows = readable_table(chart(dataset, Question(kind, subject, indicator), Words()))
    return dict(zip(headings, rows[0], strict=True))


def test_names_on_a_map_lead_to_their_cities_and_publishers_to_their_sources() -> None:
    cells = first_row("map", REGION, "output")
    assert cells["Name"].ref == Ref(SubjectKind.PLACE, "south")
    assert cells["Publisher"].ref == Ref(SubjectKind.SOURCE, "yearbook")
    assert cells["Value"].ref is None


def test_counts_are_said_to_be_computed_with_their_formula() -> None:
    cells = first_row("map", REGION)
    assert cells["Value"].key == 4
    assert cells["Status"].text == "computed"
    assert cells["Formula"].text == "companies of this dataset that are in the city, counted"


def test_coverage_leads_to_the_subject_and_to_the_newest_source() -> None:
    cells = first_row("coverage", pillar("vehicles"))
    assert cells["Name"].ref == MAKER
    assert (cells["Figures"].key, cells["Status"].text) == (1, "computed")
    assert cells["Publisher of the newest source"].ref == Ref(SubjectKind.SOURCE, "yearbook")
    assert cells["Date of the newest source"].text == "Sep 2021"


def test_names_stay_plain_where_every_mark_has_a_source() -> None:
    _, rows = readable_table(chart(model_case(), Question("over-time", MAKER, "output"), Words()))
    assert all(row[0].ref is None for row in rows)
