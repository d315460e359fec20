"""Sources as they are cited."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.entities import Localized, Source
from heartland_gui.model.period import parse_period
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from heartland_gui.wording import Citation, cited
from tests.charts.shipped import shipped_dataset


def said(text: str) -> Localized:
    return Localized((("en", text),))


REPORT = Source(
    "daily-2020",
    said("Coal & steel: 50% [less]_"),
    said("Heartland Daily"),
    parse_period("2020-04-26"),
    "https://example.org/a?b=1&c=%20{x}",
    "en",
)


def test_in_plain_text_the_address_stands_last() -> None:
    assert cited(REPORT, Citation.PLAIN, Words()) == (
        "Heartland Daily, 26 Apr 2020: “Coal & steel: 50% [less]_”. https://example.org/a?b=1&c=%20{x}"
    )


def test_in_markdown_the_title_is_a_link() -> None:
    assert cited(REPORT, Citation.MARKDOWN, Words()) == (
        "Heartland Daily, 26 Apr 2020: [Coal & steel: 50% \\[less\\]\\_](<https://example.org/a?b=1&c=%20%7Bx%7D>)."
    )


def test_in_bibtex_every_sign_is_safe() -> None:
    assert cited(REPORT, Citation.BIBTEX, Words()) == (
        "@misc{daily-2020,\n"
        "  title = {{Coal \\& steel: 50\\% [less]\\_}},\n"
        "  author = {{Heartland Daily}},\n"
        "  date = {2020-04-26},\n"
        "  year = {2020},\n"
        "  url = {https://example.org/a?b=1&c=%20%7Bx%7D},\n"
        "  langid = {en},\n"
        "}\n"
    )


@pytest.mark.parametrize(("label", "date"), [("2020", "2020"), ("2020-04", "2020-04"), ("2020-Q2", "2020")])
def test_a_date_is_as_exact_as_it_is_known(label: str, date: str) -> None:
    source = Source("a", said("A"), said("B"), parse_period(label))
    assert f"  date = {{{date}}},\n" in cited(source, Citation.BIBTEX, Words())


def test_what_is_not_known_is_left_out() -> None:
    source = Source("a", said("A"), said("B"))
    assert cited(source, Citation.PLAIN, Words()) == "B: “A”."
    assert cited(source, Citation.MARKDOWN, Words()) == "B: A."
    assert "date" not in cited(source, Citation.BIBTEX, Words())


texts = st.text(min_size=1, max_size=40)


@given(texts, texts, texts)
def test_braces_of_any_words_are_in_balance(title: str, publisher: str, address: str) -> None:
    source = Source(title, said(title), said(publisher), None, f"https://example.org/{address}")
    entry = re.sub(r"\\.", "", cited(source, Citation.BIBTEX, Words()))
    depth = 0
    for sign in entry:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("form", list(Citation))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_source_of_shanxi_can_be_cited(form: Citation, language: str) -> None:
    assert all(cited(source, form, words_in(language)).strip() for source in shipped_dataset().sources)
