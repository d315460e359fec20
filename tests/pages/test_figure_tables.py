"""The figures of a page as tables: every one, and by year."""

from __future__ import annotations

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.pages import figure_tables
from heartland_gui.pages.figure_tables import FiguresBlock, figures_block
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, region, said, seen
from tests.pages.frozen import thawed

WORDS = Words()
PAPER = Ref(SubjectKind.SOURCE, "paper")


def block(*figures: Observation, ref: Ref = MAKER) -> FiguresBlock:
    return figures_block(region(*figures), ref, figures, WORDS)


def years(*values: float, first: int = 2015, indicator: str = "revenue") -> list[Observation]:
    return [seen(value, f"{first + number}", indicator=indicator) for number, value in enumerate(values)]


def test_a_row_says_what_when_how_much_how_real_by_whom_and_what_is_noted() -> None:
    found = block(seen(48, "2019", source="paper", qualifier=Qualifier.ONLY, note=said("Trial operation.")))
    assert found.every.headings == ("Figure", "Period", "Value", "Status", "Source", "Note")
    (row,) = found.every.rows
    assert [cell.text for cell in row] == [
        "Vehicles produced",
        "2019",
        "only\u00a048\u00a0vehicles",
        "actual",
        "Morning Paper, 26 Apr 2020",
        "Trial operation.",
    ]
    assert (row[2].figure, row[2].key, row[2].strong) == (
        seen(48, "2019", source="paper", qualifier=Qualifier.ONLY, note=said("Trial operation.")),
        48,
        True,
    )
    assert (row[3].lead, row[4].ref) == (Status.ACTUAL, PAPER)
    assert dict(row[2].parts) == {"Scope": "", "Qualifier": "only", "Value": 48, "Unit": "vehicles"}
    assert found.by_year is None


def test_sources_that_differ_are_told_below_the_number_and_in_its_tooltip() -> None:
    one, other = (seen(value, "2019", source=name) for value, name in ((48, "paper"), (50, "report")))
    rows = block(one, other).every.rows
    assert [row[2].beneath for row in rows] == ["sources differ", "sources differ"]
    assert rows[0][2].tip.endswith("Sources differ: 50\u00a0vehicles by Company report, 2019 (inferred)")
    assert not any("≠" in cell.text or "*" in cell.text for row in rows for cell in row)


def test_the_page_of_a_source_says_of_whom_instead_of_by_whom() -> None:
    found = block(seen(48, "2019", source="paper"), ref=PAPER)
    assert found.every.headings == ("Subject", "Figure", "Period", "Value", "Status", "Note")
    (row,) = found.every.rows
    assert (row[0].text, row[0].ref) == ("Maker Works", MAKER)
    assert block(*years(1, 2, 3, 4, 5), ref=PAPER).by_year is None


def test_five_years_or_twenty_figures_are_read_by_year() -> None:
    assert block(*years(1, 2, 3, 4)).by_year is None
    assert block(*years(1, 2, 3, 4, 5)).by_year is not None
    months = [seen(value, f"2019-{value:02d}", indicator="staff") for value in range(1, 13)]
    assert block(*months, *years(1, 2)).by_year is None
    assert block(
        *months, *years(1, 2), *years(1, 2, 3, indicator="goods"), *years(1, 2, 3, indicator="services")
    ).by_year


def test_a_row_by_year_has_one_scale_and_its_unit_once() -> None:
    table = block(
        *years(247.5e9, 270.9e9, 303.3e9, 336.4e9, 361.3e9), seen(388.3e9, "2019-S1", indicator="revenue")
    ).by_year
    assert table is not None
    assert table.headings == ("Figure", "2015", "2016", "2017", "2018", "2019", "H1 2019")
    (row,) = table.rows
    assert [cell.text for cell in row] == ["Revenue", "247.5", "270.9", "303.3", "336.4", "361.3", "388.3"]
    assert row[0].after == "bn\u00a0yuan"
    assert all(cell.number and cell.figure is not None for cell in row[1:])


def test_what_is_missing_has_a_dash_and_what_is_hoped_for_its_mark() -> None:
    table = block(*years(1, 2, 3, 4, 5), seen(7, "2017", Status.FORECAST), seen(6, "2018")).by_year
    assert table is not None
    by_name = {row[0].text: row for row in table.rows}
    assert [cell.text for cell in by_name["Vehicles produced"]][1:] == ["—", "—", "7", "6", "—"]
    assert [cell.lead for cell in by_name["Vehicles produced"]][3:5] == [Status.FORECAST, None]
    assert [cell.spoken for cell in by_name["Vehicles produced"]][3:5] == ["7, forecast", "6"]
    assert by_name["Vehicles produced"][3].parts == (("2017", 7), ("2017: Status", "forecast"))


def test_no_more_digits_stand_there_than_the_source_gives_and_no_small_number_is_lost() -> None:
    table = block(*years(1.3e9, 1.25e9, 1e9, 0.0105e9, 1.234e9)).by_year
    assert table is not None
    assert [cell.text for cell in table.rows[0]][1:] == ["1.3", "1.25", "1", "0.011", "1.23"]


def test_a_new_definition_stands_below_the_first_number_of_it() -> None:
    figures = years(100.3, 90, 85.6, 86, 87)
    table = figures_block(region(*figures, breaks=("2017",)), MAKER, figures, WORDS).by_year
    assert table is not None
    assert [cell.beneath for cell in table.rows[0]][1:] == ["", "", "new definition", "", ""]
    assert table.rows[0][3].spoken == "85.6, new definition"


def test_a_span_of_years_is_no_part_of_a_year() -> None:
    span = seen(100e9, "2016/2030", Status.TARGET, indicator="revenue")
    table = block(*years(1, 2, 3, 4, 5), span).by_year
    assert table is not None
    assert table.headings[-1] == "2019"


def test_only_the_newest_years_have_columns() -> None:
    table = block(*years(*range(1, 12), first=2010)).by_year
    assert table is not None
    assert table.headings[1:] == ("2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020")
    old = block(*years(*range(1, 12), first=2010), seen(3, "2010")).by_year
    assert old is not None
    assert len(old.rows) == 1, "what is older than the columns stands with all figures"


def test_many_parts_of_years_say_themselves_which_they_are() -> None:
    parts = [
        seen(1, period, indicator=name)
        for name, period in (("staff", "2019-06"), ("goods", "2019-03"), ("output", "2019-09"))
    ]
    table = block(*years(1, 2, 3, 4, 5), *parts).by_year
    assert table is not None
    assert table.headings[-1] == "Part of a year"
    assert {row[-1].beneath for row in table.rows} == {"", "Jun 2019", "Mar 2019", "Sep 2019"}


def test_tables_cannot_be_changed() -> None:
    assert thawed(figure_tables) == []
