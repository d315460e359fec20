"""What a brief says, with more and less on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages import brief
from heartland_gui.pages.brief import BriefContent, CompanyTable, Extent, brief_content
from heartland_gui.pages.page import FigureTable, Link, Page, Paragraph, Section, plain
from heartland_gui.text import Words
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import MAKER, REGION, company, happened, model_case, pillar, region, said, seen
from tests.pages.frozen import thawed

WORDS = Words()
SND = Ref(SubjectKind.COMPANY, "snd-new-energy-special-vehicle")
ALL = Extent(8, 45, 30, 99, chart=1.0)
FIGURES = (
    *(seen(1000 + year, str(1900 + year), indicator=each) for year in range(4) for each in ("output", "revenue")),
    seen(3, "1903", indicator="staff"),
)
_PLANNED = ((2027, "maker"), (2028, "rival"), (2031, "third"))
EVENTS = tuple(happened(f"Event {year}.", str(1950 + year)) for year in range(3))


def content_of(*figures: object, **known: object) -> BriefContent:
    return brief_content(region(*figures, **known), MAKER, WORDS)  # type: ignore[arg-type]


def headed(content: BriefContent, *headline: str) -> BriefContent:
    """Return the content where the maker has these headline figures."""
    made = content.dataset
    companies = tuple(replace(each, headline=headline) if each.id == "maker" else each for each in made.companies)
    return brief_content(replace(made, companies=companies), MAKER, WORDS)


def names(page: Page) -> list[tuple[str, str]]:
    return [(row[0].text, row[1].text) for row in table(page).rows]


def test_the_newest_of_every_indicator_goes_before_what_is_older() -> None:
    content = headed(content_of(*FIGURES), "output")
    first = content.others(1, charted=False)
    assert [(item.indicator, item.period.label) for item in first] == [
        ("revenue", "1903"),
        ("staff", "1903"),
        ("output", "1902"),
        ("revenue", "1902"),
        ("output", "1901"),
        ("revenue", "1901"),
        ("output", "1900"),
        ("revenue", "1900"),
    ]
    assert len(content.others(0, charted=False)) == 9, "what is on no card is in the table"
    charted = {item.period.label for item in brief.charted_figures(content.chart)} if content.chart else set()
    assert charted == {"1900", "1901", "1902", "1903"}
    assert len(content.others(0, charted=True)) == 5


def test_a_part_of_the_subject_stands_behind_the_whole() -> None:
    content = headed(content_of(seen(1, "2019", scope=said("A plant")), seen(2, "2018")), "revenue")
    assert [item.value for item in content.others(0, charted=False)] == [2, 1]


def test_rows_stand_in_the_order_of_the_dataset_and_what_is_left_out_is_counted() -> None:
    content = headed(content_of(*FIGURES, events=EVENTS), "output")
    page = content.page(Extent(1, 3, 2, 99))
    assert table(page).title == "Other figures"
    assert names(page) == [("Vehicles produced", "1902"), ("Revenue", "1903"), ("Employees", "1903")]
    assert table(page).signs == "5 more figures are not on this page"
    events = page.sections[0]
    assert [plain(each.text) for each in events.paragraphs] == ["Event 2.", "Event 1."], "the newest stay"
    assert events.remark == "1 earlier event is not on this page"
    whole = content.page(Extent(1, 8, 3, 99))
    assert (table(whole).signs, whole.sections[0].remark) == ("", "")


def test_a_row_has_the_value_with_its_unit_and_the_mark_of_its_source() -> None:
    content = brief_content(model_case(), MAKER, WORDS)
    page = content.page(Extent(0, 9, 0, 99))
    assert [row[2].text for row in table(page).rows] == [
        "48\u00a0vehicles\u00a0*",
        "5,000\u00a0vehicles\u00a0*",
        "≠\u00a0100,000\u00a0vehicles",
        "≠\u00a010,000\u00a0vehicles",
    ]
    assert [row[3].status for row in table(page).rows] == [
        Status.ACTUAL, Status.FORECAST, Status.CAPACITY, Status.CAPACITY,
    ]  # fmt: skip
    assert [(row[4].text, row[4].ref) for row in table(page).rows][2:] == [
        ("[1]", Ref(SubjectKind.SOURCE, "paper")),
        ("[2]", Ref(SubjectKind.SOURCE, "report")),
    ]
    assert table(page).signs == "* has a note, ≠ sources differ"
    assert [cell.number for cell in table(page).rows[0]] == [False, False, True, False, True]
    assert table(content.page(Extent(3, 0, 0, 99))).rows == ()


def table(page: Page) -> FigureTable:
    return next(block for block in page.blocks if isinstance(block, FigureTable))


def test_only_sources_that_the_page_uses_are_numbered() -> None:
    content = content_of(seen(5, "2019", source="report"), seen(4, "2018"), events=EVENTS)
    page = content.page(Extent(0, 1, 0, 99))
    assert [each.lead for each in page.sections[-1].paragraphs] == ["[1]"]
    assert "年度报告" in plain(page.sections[-1].paragraphs[0].text)
    assert page.sections[-1].remark == ""
    more = content.page(Extent(0, 2, 1, 2)).sections[-1]
    assert ([each.lead for each in more.paragraphs], more.remark) == (
        ["[1]", "[2]"],
        "1 more source is not on this page",
    )


def test_each_list_says_what_it_leaves_out() -> None:
    plans = [seen(year, f"{year}", Status.TARGET, indicator="revenue", subject=who) for year, who in _PLANNED]
    dataset = region(*plans)
    page = brief_content(dataset, pillar("vehicles"), WORDS).page(replace(ALL, listed=2))
    remarks = [each.remark for each in page.blocks if isinstance(each, Section | CompanyTable)]
    assert remarks[:2] == ["1 more plan is not on this page", "3 more companies are not on this page"]
    of_region = brief_content(dataset, REGION, WORDS).page(replace(ALL, listed=1))
    (tiles,) = (each for each in of_region.blocks if isinstance(each, Section) and each.id == "pillars")
    assert tiles.remark == "2 more pillars are not on this page"


def test_what_there_is_none_of_has_no_section() -> None:
    page = content_of().page(ALL)
    assert page.sections == ()
    assert (table(page).title, table(page).signs) == ("", "There are no figures here.")
    assert page.strip == ()


def test_everything_on_the_cards_leaves_no_table() -> None:
    page = headed(content_of(seen(5, "2019")), "output").page(Extent(1, 5, 0, 9))
    assert (table(page).rows, table(page).signs) == ((), "")


def test_the_running_text_has_the_marks_of_its_sources() -> None:
    dataset = region(seen(5, "2019"))
    told = replace(dataset.companies[0], summary=Localized((("en", "Makes cars."),)), sources=("paper", "report"))
    content = brief_content(replace(dataset, companies=(told, *dataset.companies[1:])), MAKER, WORDS)
    marks = tuple(Link(f"[{n}]", Ref(SubjectKind.SOURCE, each)) for n, each in ((2, "paper"), (3, "report")))
    assert content.page(ALL).header.summary == (Paragraph(("Makes cars.",), marks=marks),)
    making = replace(told, products=(said("cars"),), uses=(said("roads"),))
    content = brief_content(replace(dataset, companies=(making, *dataset.companies[1:])), MAKER, WORDS)
    header = content.page(ALL).header
    assert header.summary == (
        Paragraph(("Makes cars.",), marks=marks),
        Paragraph(("cars",), "Makes"),
        Paragraph(("roads",), "Uses"),
    )
    assert "Makes" not in [fact.label for fact in header.facts]
    untold = replace(told, summary=None)
    content = brief_content(replace(dataset, companies=(untold, *dataset.companies[1:])), MAKER, WORDS)
    assert content.page(ALL).header.summary == ()
    assert len(content.page(ALL).sections[-1].paragraphs) == 1


def test_as_many_cards_as_there_is_room_for() -> None:
    content = brief_content(model_case(), MAKER, WORDS)
    cells = content.page(ALL).strip
    assert [cell.status for cell in cells] == [Status.ACTUAL, Status.FORECAST, Status.CAPACITY]
    assert content.page(replace(ALL, cards=2)).strip == cells[:2]


def test_the_marks_of_people_are_those_of_the_page() -> None:
    content = brief_content(shipped_dataset(), SND, WORDS)
    marks = {source.id: "" for source in content.sources}
    company_ = shipped_dataset().entity(SND)
    source = company_.people[0].source  # type: ignore[union-attr]
    without = content.facts(marks)
    marked = content.facts({**marks, source: "[7]"})
    assert not any(fact.source is not None and "[7]" in fact.source.text for fact in without)
    assert any(fact.source is not None and "[7]" in fact.source.text for fact in marked)
    assert content.facts(marks) is without


@pytest.mark.parametrize("walk", ["facts_of", "disagreements_in", "events_of", "observations_of"])
def test_the_dataset_is_walked_through_once_however_many_pages_are_tried(
    walk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[object] = []
    walking = getattr(brief, walk)

    def walk_through(*asked: object) -> object:
        walked.append(asked)
        return walking(*asked)

    monkeypatch.setattr(brief, walk, walk_through)
    content = headed(content_of(*FIGURES, events=EVENTS), "output")
    for rows in range(5):
        content.page(replace(ALL, rows=rows, cards=rows % 2))
    assert len(walked) == 1


def test_it_is_named_and_coloured_after_its_subject() -> None:
    content = brief_content(region(), company("chemist"), WORDS)
    assert (content.name, content.colour) == ("Chemist", 1)
    assert content.edition.startswith("The valley")


def test_its_values_cannot_be_changed() -> None:
    assert thawed(brief) == []


def test_a_pillar_names_its_companies_with_what_they_make_where_and_how_much() -> None:
    makers = region(
        seen(48, "2019"),
        seen(99, "2030", Status.TARGET, source="paper"),
        seen(7, "2018", subject="rival"),
    )
    makers = replace(makers, companies=tuple(replace(each, products=(said("cars"),)) for each in makers.companies))
    content = brief_content(makers, pillar("vehicles"), WORDS)
    page = content.page(replace(ALL, listed=2))
    (companies,) = (block for block in page.blocks if isinstance(block, CompanyTable))
    assert companies.headings == ("Company", "Makes", "City", "Key figure", "Plan")
    first = companies.rows[0]
    assert [cell.text for cell in first[1:4]] == ["cars", "North City", "Vehicles produced: 48\u00a0vehicles, 2019"]
    assert [cell.text for cell in first[4:]] == ["Vehicles produced: 99\u00a0vehicles, 2030", "[2] [1]"]
    assert [cell.status for cell in first[3:5]] == [Status.ACTUAL, Status.TARGET]
    assert companies.rows[1][4].text == "", "a company without a plan has an empty cell"
    assert len(companies.rows) == 2
    assert companies.remark == "3 more companies are not on this page"
    assert len(content.page(ALL).sections[-1].paragraphs) >= 2
    nobody = content.page(replace(ALL, listed=0))
    assert not [block for block in nobody.blocks if isinstance(block, CompanyTable)]


def test_companies_with_a_key_figure_stand_first() -> None:
    content = brief_content(shipped_dataset(), Ref(SubjectKind.PLACE, "taiyuan"), WORDS)
    (table_,) = (each.block for each in content._listed if isinstance(each.block, CompanyTable))
    known = [row[3].status is not None for row in table_.rows]
    assert known == sorted(known, reverse=True)
    assert {True, False} == set(known)


def test_what_is_listed_has_the_sources_of_plan_and_figure() -> None:
    figures = (seen(48, "2019"), seen(99, "2030", Status.TARGET, source="paper"))
    content = content_of(*figures)
    (plans,) = content.page(Extent(0, 0, 0, 99)).sections[:1]
    assert plans.id == "plans"
    assert [mark.text for mark in plans.paragraphs[0].marks] == ["[2]", "[1]"]


def test_what_is_left_out_whole_has_no_heading() -> None:
    page = headed(content_of(*FIGURES, events=EVENTS), "output").page(Extent(1, 0, 0, 99))
    assert (table(page).title, table(page).signs) == ("", "8 more figures are not on this page")
    assert (page.sections[0].title, page.sections[0].remark) == ("", "3 earlier events are not on this page")


def test_a_source_is_named_before_its_title() -> None:
    page = content_of(seen(5, "2019", source="report")).page(Extent(0, 1, 0, 99))
    named, between, title = page.sections[-1].paragraphs[0].text
    assert (named, between) == ("Company report, 2019 (inferred), example.org", ": ")
    assert title == "“年度报告”"
