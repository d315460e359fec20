"""The sheet of a source: what it is, what it tells, and which figure somebody came from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade, Ref, SubjectKind
from heartland_gui.model.observations import Qualifier, Status
from heartland_gui.pages.source_sheet import SourceSheet, kind_text, source_sheet
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, happened, model_case, region, said, seen

WORDS = Words()
COUNTED = seen(48, "2019", source="paper", qualifier=Qualifier.ONLY)
EXPECTED = seen(5_000, "2020", Status.FORECAST, source="paper")
OF_RIVAL = seen(7, "2019", source="paper", subject="rival", indicator="staff")


def dataset() -> Dataset:
    return region(OF_RIVAL, COUNTED, EXPECTED, seen(1, "2019"), events=(happened("Opened.", "2019"),))


def sheet(source: str, **known: object) -> SourceSheet:
    found = dataset()
    return source_sheet(found, found.source_by_id[source], WORDS, **known)  # type: ignore[arg-type]


def test_the_figures_of_where_one_came_from_stand_first_and_the_clicked_one_is_marked() -> None:
    found = sheet("paper", figure=EXPECTED)
    assert [(group.name, [(each.label, each.value) for each in group.figures]) for group in found.groups] == [
        (
            "Maker Works",
            [
                ("Vehicles produced, 2019", "only\u00a048\u00a0vehicles"),
                ("Vehicles produced, 2020 · forecast", "5,000\u00a0vehicles"),
            ],
        ),
        ("Rival Works", [("Employees, 2019", "7\u00a0people")]),
    ]
    marked = [each.figure for group in found.groups for each in group.figures if each.is_marked]
    assert marked == [EXPECTED]
    assert (found.count, found.all_text) == (3, "Show all 3 figures and 1 event")


def test_without_a_figure_the_page_says_what_stands_first() -> None:
    assert sheet("paper").groups[0].name == "Rival Works"
    found = sheet("paper", page=MAKER)
    assert found.groups[0].name == "Maker Works"
    assert not any(each.is_marked for group in found.groups for each in group.figures)


def test_what_is_known_of_a_source() -> None:
    found = dataset()
    source = replace(
        found.source_by_id["paper"], via=said("Newswire"), grade=Grade.PRESS, language="en", note=said("The first one.")
    )
    shown = source_sheet(found, source, WORDS)
    assert shown.facts == (
        ("Publisher", "Morning Paper"),
        ("Date", "26 Apr 2020"),
        ("Read via", "Newswire"),
        ("Kind", "Press: a report of a newspaper or news agency"),
        ("Written", "in English"),
        ("Note", "The first one."),
    )
    assert (shown.source, shown.title) == (Ref(SubjectKind.SOURCE, "paper"), "Heartland reinvents itself")
    assert (shown.address, sheet("report").address) == ("", "https://example.org/report")
    assert "Heartland reinvents itself" in shown.citation


def test_a_source_that_tells_nothing_leads_to_no_more() -> None:
    found = sheet("report")
    assert (found.groups, found.count, found.all_text) == ((), 0, "")


@pytest.mark.parametrize("grade", Grade)
def test_every_grade_is_said_in_words(grade: Grade) -> None:
    assert ": " in kind_text(grade, WORDS)


def test_sources_that_differ_are_both_in_the_sheet() -> None:
    case = model_case()
    figure = next(item for item in case.observations() if item.value == 10_000)
    found = source_sheet(case, case.source_by_id["report"], WORDS, figure=figure)
    assert [(each.value, each.source, each.is_shown) for each in found.rivals] == [
        ("100,000\u00a0vehicles", "Morning Paper, 26 Apr 2020", False),
        ("10,000\u00a0vehicles", "Company report, 2020 (inferred)", True),
    ]
    assert sheet("paper", figure=COUNTED).rivals[0].figure == COUNTED
    assert sheet("paper", figure=EXPECTED).rivals == ()
