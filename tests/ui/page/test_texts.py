"""Texts with links: what becomes HTML, and where the links lead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.pages.page import Fact, Link, Paragraph, Section
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.page.texts import LinkedText, SectionCard, html_of, target_of
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import Goer

WORDS = Words()
SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Ref(SubjectKind.SOURCE, "daily")
ADDRESS = "https://example.org/article"


@pytest.fixture
def text(qtbot: QtBot) -> LinkedText:
    made = LinkedText()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def card(qtbot: QtBot) -> SectionCard:
    made = SectionCard(WORDS)
    qtbot.addWidget(made)
    return made


def lines(card: SectionCard) -> list[str]:
    return [line for line in card.text.toPlainText().splitlines() if line]


def test_words_are_never_markup() -> None:
    assert html_of(("a <b> & ", Link("<i>SND</i>", SND))) == (
        'a &lt;b&gt; &amp; <a href="page:company/snd" style="text-decoration:none">&lt;i&gt;SND&lt;/i&gt;</a>'
    )


def test_a_link_to_a_page_leads_back_to_it() -> None:
    assert target_of("page:company/snd") == SND
    for address in ("https://example.org", "page:planet/mars", "page:company", "company/snd", "all:"):
        assert target_of(address) is None


@pytest.mark.parametrize("address", [ADDRESS, "http://example.org/“x”<b>&amp;", "https://example.org/太原?q='a b'"])
def test_a_link_to_the_web_gives_its_address_back(address: str) -> None:
    anchor = html_of((Link(address, address),))
    reference = anchor.split('"')[1]
    assert target_of(QUrl(reference).toString(QUrl.ComponentFormattingOption.FullyEncoded)) == address
    assert "<b>" not in anchor


def test_a_link_asks_for_its_page_or_its_address(text: LinkedText) -> None:
    asked: list[object] = []
    for signal in (text.requested, text.address_requested):
        signal.connect(asked.append)
    text.rest_requested.connect(lambda: asked.append("rest"))
    for address in ("page:company/snd", "web:https%3A%2F%2Fexample.org", "all:", "https://example.org"):
        text.anchorClicked.emit(QUrl(address))
    assert asked == [SND, "https://example.org", "rest"]


def test_paragraphs_stand_below_one_another_after_their_names(text: LinkedText) -> None:
    text.show_paragraphs((Paragraph(("Makes <cars>.",)), Paragraph(("a & b",), lead="Uses")), WORDS)
    assert text.toPlainText() == "Makes <cars>.\nUses: a & b"
    assert "font-weight" in text.toHtml().split("Uses:")[0].rpartition("<span")[2]


def test_tab_stops_only_where_there_is_something_to_follow(text: LinkedText) -> None:
    text.show_paragraphs((Paragraph(("words",)),), WORDS)
    assert text.focusPolicy() == Qt.FocusPolicy.ClickFocus
    text.show_paragraphs((Paragraph((Link("words", SND),)),), WORDS)
    assert text.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_text_is_as_high_as_its_width_makes_it(text: LinkedText) -> None:
    text.show_paragraphs((Paragraph(("words " * 50,)),), WORDS)
    assert text.heightForWidth(200) > text.heightForWidth(400) > 0
    before = text.heightForWidth(200)
    text.show_paragraphs((Paragraph(("words",)),), WORDS)
    assert text.heightForWidth(200) < before


def test_a_section_has_dates_texts_marks_and_second_lines(card: SectionCard) -> None:
    mark = Link("[1]", DAILY)
    first = Paragraph(("Won orders.",), "14 Feb 2020", (mark,))
    second = Paragraph((Link("Title", DAILY),), "[2]", below=("Daily", " · ", "press"))
    card.show_block(Section("events", "Events", (first, second)))
    assert (card.title.text(), card.objectName(), card.text.accessibleName()) == ("Events", "section_events", "Events")
    assert "14\u00a0Feb\u00a02020" in card.text.document().toRawText()
    assert lines(card) == ["14 Feb 2020", "Won orders. [1]", "[2]", "Title", "Daily · press"]
    assert card.text.toHtml().count("<tr>") == 2


def test_a_section_of_one_text_is_no_table(card: SectionCard) -> None:
    card.show_block(Section("places", "Places", (Paragraph((Link("Taiyuan", SND), " · ", "x")),)))
    assert lines(card) == ["Taiyuan · x"]
    assert "<table" not in card.text.toHtml()
    card.show_block(Section("events", "Events", (Paragraph(("Founded.",), "2018"),)))
    assert "<table" in card.text.toHtml()


@pytest.mark.parametrize(("count", "shown", "more"), [(8, 8, ""), (9, 8, "Show 1 more"), (30, 8, "Show 22 more")])
def test_a_long_section_shows_its_beginning_and_offers_the_rest(
    card: SectionCard, count: int, shown: int, more: str
) -> None:
    paragraphs = tuple(Paragraph((f"Event {number}.",), str(number)) for number in range(count))
    card.show_block(Section("events", "Events", paragraphs))
    assert sum("Event" in line for line in lines(card)) == shown
    assert lines(card)[-1] == (more or f"Event {count - 1}.")
    card.text.anchorClicked.emit(QUrl("all:"))
    assert sum("Event" in line for line in lines(card)) == count
    assert "more" not in card.text.toPlainText()


def test_a_mark_in_the_events_leads_to_the_source(window: MainWindow, go: Goer) -> None:
    go(SND)
    events = window.page.findChild(SectionCard, "section_events")
    assert events is not None
    events.text.anchorClicked.emit(QUrl("page:source/daily"))
    assert window.session.selection.page == DAILY


def test_a_long_name_in_the_other_language_stands_below(window: MainWindow, dataset: Dataset, qtbot: QtBot) -> None:
    window.resize(1100, 700)
    title = window.page.title
    for other, lines in (("省", 1), ("一个很长的名字" * 4, 2)):
        name = Localized((("en", "A province of some length"), ("zh", other)))
        places = (replace(dataset.places[0], name=name), *dataset.places[1:])
        window.session.open(Path("tiny"), replace(dataset, places=places))
        qtbot.waitUntil(lambda: window.page.is_complete)
        assert title.toPlainText().count("\n") + 1 == lines
        assert other in title.toPlainText()
    window.resize(2000, 700)
    qtbot.waitUntil(lambda: "\n" not in title.toPlainText())


def test_the_width_that_a_text_wants_is_that_of_one_line_however_narrow_it_is(text: LinkedText) -> None:
    text.show_paragraphs([Paragraph(("Four words in line",))], Words())
    text.resize(600, 40)
    wanted = text.wanted_width
    text.resize(20, 400)
    assert text.wanted_width == wanted > 60


def test_a_fact_that_gives_way_begins_no_further_row(text: LinkedText) -> None:
    facts = (Fact("Founded", ("2018",)), Fact("Makes", ("cold-storage vehicles",), gives_way=True))
    text.show_facts(facts, 600, LIGHT)
    assert text.toPlainText().split() == ["Founded", "2018", "Makes", "cold-storage", "vehicles"]
    text.show_facts(facts, 120, LIGHT)
    assert text.toPlainText().split() == ["Founded", "2018"]
    text.show_facts(facts[1:], 60, LIGHT)
    assert "Makes" in text.toPlainText(), "alone it costs no row"
