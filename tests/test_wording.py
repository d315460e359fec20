"""Figures and sources in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset, Manifest, as_of
from heartland_gui.model.entities import Localized, Place, Source
from heartland_gui.model.period import parse_period
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from heartland_gui.wording import (
    Citation,
    citation,
    cited,
    edition_text,
    full_citation,
    label_name,
    listed_name,
    place_kind_text,
    printed_citation,
    starred,
)
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import region, said, seen


def test_a_star_says_that_there_is_a_note() -> None:
    assert starred("48", Localized((("en", "Trial operation."),))) == "48\u00a0*"
    assert starred("48", "Trial operation.") == "48\u00a0*"
    assert starred("48", None) == starred("48", "") == "48"


@pytest.mark.parametrize(
    ("edition", "day", "title", "text"),
    [
        ("2026-11", date(2020, 6, 1), "Shanxi", "Shanxi, edition 2026-11, as of 1 June 2020"),
        ("2026-11", None, "Shanxi", "Shanxi, edition 2026-11"),
        ("", date(2020, 5, 1), "Shanxi", "Shanxi, as of 1 May 2020"),
        ("", None, "Shanxi", "Shanxi"),
        ("2026-11", date(2020, 5, 1), "", "edition 2026-11, as of 1 May 2020"),
        ("", None, "", "an unnamed edition"),
    ],
)
def test_an_edition_has_the_day_that_is_shown_behind_it(edition: str, day: date | None, title: str, text: str) -> None:
    assert edition_text(edition, day, Words(), title) == text


def twins() -> Dataset:
    """Return the region with a county in each city that are called the same, and a third one that is so in Chinese."""
    dataset = region()
    counties = (
        Place("gate-north", said("Gate", "城门"), "county", "north"),
        Place("gate-south", said("Gate", "关口"), "county", "south"),
        Place("bridge", said("Bridge", "关口"), "county", "south"),
    )
    return replace(dataset, places=(*dataset.places, *counties))


def test_a_name_that_occurs_twice_carries_its_parent() -> None:
    dataset = twins()
    named = [listed_name(dataset, place, Words()) for place in dataset.places]
    assert named[3:] == ["Gate (North City)", "Gate (South City)", "Bridge"]
    assert named[1:3] == ["North City", "South City"]
    assert listed_name(dataset, dataset.sources[0], Words()) == "Bureau of Statistics"
    comparison = dataset.entity(comparison_of(["maker", "rival"]))
    assert listed_name(dataset, comparison, Words()) == "Maker Works · Rival Works"


def test_without_a_parent_a_name_stays_alone() -> None:
    dataset = region()
    maker, rival, *others = dataset.companies
    lost = replace(rival, name=maker.name, place=None)
    dataset = replace(dataset, companies=(maker, lost, *others))
    assert listed_name(dataset, maker, Words()) == "Maker Works (North City)"
    assert listed_name(dataset, lost, Words()) == "Maker Works"


@pytest.mark.parametrize(
    ("kind", "text"), [("prefecture-level-city", "city"), ("county", "county"), ("land-of-lakes", "land of lakes")]
)
def test_a_place_is_called_what_it_is(kind: str, text: str) -> None:
    assert place_kind_text(Place("x", said("X"), kind), Words()) == text


def test_a_label_has_the_short_name_and_the_part() -> None:
    dataset = region()
    assert label_name(dataset, seen(1, "2019"), Words()) == "Vehicles produced"
    short = tuple(replace(each, short=said("Vehicles", "整车")) for each in dataset.indicators)
    dataset = replace(dataset, indicators=short)
    assert label_name(dataset, seen(1, "2019"), Words("zh")) == "整车"
    assert label_name(dataset, seen(1, "2019", scope=said("north works")), Words()) == "Vehicles (north works)"


# -- citations --------------------------------------------------------------------------------------------------

REPORT = Source(
    "daily-2020",
    said("Coal & steel: 50% [less]_"),
    said("Heartland Daily"),
    parse_period("2020-04-26"),
    "https://example.org/a?b=1&c=%20{x}",
    "en",
    via=Localized((("en", "Metal [News]"), ("zh", "金属网"))),
    accessed=parse_period("2026-11-30"),
)
WHOLE = Dataset(
    Manifest("x", Localized((("en", "Shanxi in transition"), ("zh", "转型中的山西"))), "x", edition="2026-12"),
    sources=(REPORT,),
)


def test_in_plain_text() -> None:
    assert cited(WHOLE, REPORT, Citation.PLAIN, Words()) == (
        "Heartland Daily, “Coal & steel: 50% [less]_”, 26 Apr 2020, via Metal [News]. "
        "https://example.org/a?b=1&c=%20{x}, accessed 30 Nov 2026. As used in Shanxi in transition, edition 2026-12."
    )


def test_in_chinese() -> None:
    assert cited(WHOLE, REPORT, Citation.PLAIN, words_in("zh")) == (
        "Heartland Daily，《Coal & steel: 50% [less]_》，2020年4月26日，转引自金属网。"
        "访问日期2026年11月30日，https://example.org/a?b=1&c=%20{x} 引自转型中的山西，2026-12版。"
    )


def test_the_day_of_which_the_dataset_is_shown_is_part_of_it() -> None:
    shown = as_of(WHOLE, date(2020, 6, 1))
    assert cited(shown, REPORT, Citation.PLAIN, Words()).endswith("edition 2026-12, as of 1 June 2020.")


def test_in_markdown_the_title_is_a_link() -> None:
    assert cited(WHOLE, REPORT, Citation.MARKDOWN, Words()) == (
        "Heartland Daily, “[Coal & steel: 50% \\[less\\]\\_](<https://example.org/a?b=1&c=%20%7Bx%7D>)”, 26 Apr 2020, "
        "via Metal \\[News\\]. Accessed 30 Nov 2026. As used in Shanxi in transition, edition 2026-12."
    )


def test_in_bibtex_every_sign_is_safe() -> None:
    assert cited(WHOLE, REPORT, Citation.BIBTEX, Words()) == (
        "@misc{daily-2020,\n"
        "  title = {{Coal \\& steel: 50\\% [less]\\_}},\n"
        "  author = {{Heartland Daily}},\n"
        "  date = {2020-04-26},\n"
        "  year = {2020},\n"
        "  url = {https://example.org/a?b=1&c=%20%7Bx%7D},\n"
        "  urldate = {2026-11-30},\n"
        "  langid = {en},\n"
        "  note = {{Via Metal [News]. As used in Shanxi in transition, edition 2026-12.}},\n"
        "}\n"
    )


def test_a_source_is_named_by_publisher_way_and_date() -> None:
    assert citation(WHOLE, REPORT, Words()) == "Heartland Daily via Metal [News], 26 Apr 2020"
    assert citation(WHOLE, REPORT, words_in("zh")) == "Heartland Daily，转引自金属网，2020年4月26日"


@pytest.mark.parametrize(("label", "date"), [("2020", "2020"), ("2020-04", "2020-04"), ("2020-Q2", "2020")])
def test_a_date_is_as_exact_as_it_is_known(label: str, date: str) -> None:
    source = Source("a", said("A"), said("B"), parse_period(label))
    assert f"  date = {{{date}}},\n" in cited(WHOLE, source, Citation.BIBTEX, Words())


def test_what_is_not_known_is_left_out() -> None:
    source = Source("a", said("A"), said("B"))
    used = "As used in Shanxi in transition, edition 2026-12."
    assert cited(WHOLE, source, Citation.PLAIN, Words()) == f"B, “A”. {used}"
    assert cited(WHOLE, source, Citation.MARKDOWN, Words()) == f"B, “A”. {used}"
    assert "date" not in cited(WHOLE, source, Citation.BIBTEX, Words())
    assert citation(WHOLE, source, Words()) == "B"


def test_a_date_that_is_inferred_is_marked_as_such() -> None:
    source = Source("yearbook", said("A"), said("B Ltd."))
    dataset = region(seen(10, "2013"))
    dataset = replace(dataset, sources=tuple(source if each.id == source.id else each for each in dataset.sources))
    assert citation(dataset, source, Words()) == "B Ltd., 2013 (inferred)"
    assert full_citation(dataset, source, Words()) == "B Ltd., “A”, 2013 (inferred)."
    entry = cited(dataset, source, Citation.BIBTEX, Words())
    assert "  date = {2013},\n" in entry
    assert "note = {{Date inferred. As used in" in entry


def test_no_citation_ends_in_two_full_stops() -> None:
    source = Source("a", said("A"), said("B"), via=said("C Ltd."))
    assert full_citation(WHOLE, source, Words()) == "B, “A”, via C Ltd."


texts = st.text(min_size=1, max_size=40)


@given(texts, texts, texts)
def test_braces_of_any_words_are_in_balance(title: str, publisher: str, address: str) -> None:
    source = Source(title, said(title), said(publisher), None, f"https://example.org/{address}")
    entry = re.sub(r"\\.", "", cited(WHOLE, source, Citation.BIBTEX, Words()))
    depth = 0
    for sign in entry:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("form", list(Citation))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_source_of_shanxi_can_be_cited(form: Citation, language: str) -> None:
    dataset = shipped_dataset()
    assert all(cited(dataset, source, form, words_in(language)).strip() for source in dataset.sources)


@pytest.mark.parametrize(
    ("sign", "safe"),
    [("{", "%7B"), ("}", "%7D"), ("<", "%3C"), (">", "%3E"), (" ", "%20"), ("\\", "%5C"), ("\u3000", "%E3%80%80")],
)
def test_no_sign_of_an_address_ends_the_place_where_it_stands(sign: str, safe: str) -> None:
    source = replace(REPORT, url=f"https://example.org/a{sign}b?c={sign}&d=%20煤")
    address = f"https://example.org/a{safe}b?c={safe}&d=%20煤"
    assert f"](<{address}>)" in cited(WHOLE, source, Citation.MARKDOWN, Words())
    assert f"  url = {{{address}}},\n" in cited(WHOLE, source, Citation.BIBTEX, Words())


def test_on_paper_a_source_has_its_site_alone() -> None:
    title = "“Coal & steel: 50% [less]_”"
    named = "Heartland Daily via Metal [News], 26 Apr 2020"
    assert printed_citation(WHOLE, REPORT, Words()) == (f"{named}, example.org", title)
    www = replace(REPORT, url="https://www.example.org/long/way/to/it")
    assert printed_citation(WHOLE, www, Words())[0] == f"{named}, example.org"
    assert printed_citation(WHOLE, replace(REPORT, url=""), Words())[0] == named
    again = replace(REPORT, via=said("Example.org"))
    assert printed_citation(WHOLE, again, Words())[0] == "Heartland Daily via Example.org, 26 Apr 2020"
