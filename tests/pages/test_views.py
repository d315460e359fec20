"""The pages of the whole dataset as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade, Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.selection import Selection, View
from heartland_gui.pages.page import FigureTable
from heartland_gui.pages.views import bookmarks_table, matching_sources, problems_table, seen_table, sources_table
from heartland_gui.problems import Problem, Severity
from heartland_gui.text import Words, message
from tests.charts.small_region import said

WORDS = Words()
SND = Ref(SubjectKind.COMPANY, "snd")


def texts(table: FigureTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_each_source_says_how_much_rests_on_it(dataset: Dataset) -> None:
    passed_on = replace(dataset.sources[0], via=said("Newswire"))
    dataset = replace(dataset, sources=(passed_on, *dataset.sources[1:]))
    found = sources_table(dataset, dataset.sources, WORDS)
    assert (found.title, found.signs) == ("All sources", "2 sources; 2 of them with figures or events.")
    assert found.headings == ("Title", "Publisher", "Date", "Kind", "Figures", "Events")
    assert texts(found) == [
        ["Heartland reinvents itself", "Daily", "26 Apr 2020", "press", "3", "3"],
        ["The month", "Monthly", "2019", "copy", "3", "0"],
    ]
    assert [cell.key for cell in found.rows[1]] == [
        "the month", "monthly", date(2019, 12, 31).toordinal(), tuple(Grade).index(Grade.COPY), 3, 0,
    ]  # fmt: skip
    assert found.rows[0][0].beneath == "via Newswire"
    assert found.rows[1][3].beneath == "in Chinese"
    assert (found.rows[0][1].copied, found.rows[1][2].copied) == ("Daily via Newswire", "2019 (inferred)")
    assert (found.rows[0][2].beneath, found.rows[1][2].beneath) == ("", "inferred")
    assert found.rows[0][3].tip == "Press: a report of a newspaper or news agency"
    unused = sources_table(
        replace(dataset, series=(), events=(), sources=dataset.sources[:1]), dataset.sources[:1], WORDS
    )
    assert unused.signs == "1 source; 0 with figures or events."


def test_sources_are_the_newest_first_and_narrowed_by_all_words(dataset: Dataset) -> None:
    daily, monthly = dataset.sources
    assert matching_sources(dataset, "", WORDS) == (daily, monthly)
    assert matching_sources(replace(dataset, sources=(monthly, daily)), " ", WORDS) == (daily, monthly)
    assert matching_sources(dataset, "PRESS reinvents 2020", WORDS) == (daily,)
    assert matching_sources(dataset, "press month", WORDS) == ()
    assert sources_table(dataset, (daily,), WORDS).signs == "1 of 2 sources."


def test_a_problem_says_where_it_is_inside_the_dataset() -> None:
    problem = Problem("valley/cities.toml", 7, None, Severity.ERROR, "unknown-id", message("There is no city."))
    outside = replace(problem, file="elsewhere.toml", line=None, severity=Severity.WARNING)
    found = problems_table([problem, outside], Path("valley"), WORDS, readable=True)
    assert (found.title, found.headings) == ("Problems in the dataset", ("Where", "Kind", "What is wrong"))
    assert found.signs.startswith("These entries were left out")
    assert texts(found) == [
        ["cities.toml:7", "error", "There is no city."],
        ["elsewhere.toml", "warning", "There is no city."],
    ]
    assert (found.rows[0][0].key, found.rows[1][0].key) == ("valley/cities.toml:000000007", "elsewhere.toml:000000000")
    assert found.rows[0][1].tip == "unknown-id"
    unread = problems_table([problem], Path("valley"), WORDS, readable=False)
    assert (unread.title, unread.signs) == ("This dataset cannot be read", "valley")
    assert problems_table([problem], None, WORDS, readable=False).signs == ""


def test_a_bookmark_says_where_it_leads_or_why_nowhere(dataset: Dataset) -> None:
    narrowed = Selection(SND, SND, facets=facets_at(["kind:company"]), chart="over-time", indicator="vehicles")
    marked = [("heartland:company/snd", narrowed, ""), ("heartland:company/gone", None, "There is no such page.")]
    found = bookmarks_table(dataset, marked, WORDS)
    assert (found.title, found.signs) == ("Bookmarks and history", "2 bookmarks of this dataset")
    assert found.headings == ("Page", "Chart", "Address")
    assert texts(found) == [
        ["SND Vehicles: Kind: company", "Over time, Vehicles produced", "heartland:company/snd"],
        ["There is no such page.", "", "heartland:company/gone"],
    ]
    assert bookmarks_table(dataset, [], WORDS).signs == "No bookmarks yet. Ctrl+B adds the page that is open."


def test_what_was_seen_stands_without_an_address(dataset: Dataset) -> None:
    found = seen_table(dataset, [Selection(SND, SND), Selection(SND, SND, view=View.SOURCES)], WORDS)
    assert (found.title, found.headings) == ("Recent", ("Page", "Chart"))
    assert texts(found) == [["SND Vehicles", ""], ["All sources", ""]]
