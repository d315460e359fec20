"""Cards on the screen: how they are drawn, and where they lead."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages.card_layout import Part
from heartland_gui.pages.page import Card, Link, Paragraph
from heartland_gui.text import Words
from heartland_gui.ui.page.cards import CardRuler, FigureCards, FigureCardView
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import SND, Goer, go_to_snd
from tests.ui.menus import menu_at

pytestmark = pytest.mark.usefixtures("without_popups")


DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")
CARD = Card("Output", "48\u00a0vehicles", "2019", Status.ACTUAL, Link("[1]", DAILY))


@pytest.fixture
def cards(session: Session, qtbot: QtBot) -> FigureCards:
    made = FigureCards(session)
    qtbot.addWidget(made)
    made.resize(900, 300)
    return made


def rows(cards: FigureCards) -> list[list[FigureCardView]]:
    by_row: dict[int, list[FigureCardView]] = {}
    for card in cards.cards:
        by_row.setdefault(card.y(), []).append(card)
    return list(by_row.values())


def test_a_card_leads_to_its_source(window: MainWindow, qtbot: QtBot, go: Goer) -> None:
    go(SND)
    QTest.mouseClick(window.page.cards.cards[0], Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert window.session.selection.page == DAILY


def test_the_other_source_on_a_card_leads_to_its_own_source(window: MainWindow, qtbot: QtBot, go: Goer) -> None:
    go(SND)
    card = window.page.cards.cards[2]
    card.grab()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card._links[0][0].center().toPoint())
    assert window.session.selection.page == MONTHLY


def test_a_card_is_pressed_by_a_key(window: MainWindow, qtbot: QtBot, go: Goer) -> None:
    go(SND)
    QTest.keyClick(window.page.cards.cards[2], Qt.Key.Key_Space)
    assert window.session.selection.page == DAILY


def test_cards_are_set_in_rows_of_nearly_equal_length_that_fill_a_wide_page(cards: FigureCards) -> None:
    cards.show_cards([CARD] * 7)
    assert [len(row) for row in rows(cards)] == [4, 3]
    for row in rows(cards):
        assert [card.x() for card in row] == sorted(card.x() for card in row)
        assert all(after.x() - before.geometry().right() - 1 == 10 for before, after in pairwise(row))
    first = rows(cards)[0]
    assert (first[0].x(), first[-1].geometry().right() + 1) == (0, 900)
    assert cards.heightForWidth(900) == cards.cards[-1].geometry().bottom() + 1
    cards.resize(330, 900)
    assert [len(row) for row in rows(cards)] == [2, 2, 2, 1]


def test_a_few_cards_do_not_fill_a_wide_page(cards: FigureCards) -> None:
    cards.resize(2000, 300)
    cards.show_cards([CARD] * 3)
    assert {card.width() for card in cards.cards} == {420}
    cards.show_cards([])
    assert (cards.cards, cards.isHidden(), cards.heightForWidth(900)) == ((), True, 0)


def test_cards_of_a_row_are_as_high_as_the_highest(cards: FigureCards) -> None:
    higher = replace(CARD, scope="A part of the works that has a rather long name", note="Trial.")
    cards.show_cards([CARD, higher, CARD])
    heights = {card.height() for card in cards.cards}
    assert heights == {cards.cards[1].height_for(cards.cards[1].width())}
    assert cards.cards[0].height_for(200) < cards.cards[1].height_for(200)


def test_a_card_is_spoken_whole_and_its_tip_is_its_description(cards: FigureCards) -> None:
    other = Paragraph(("another source: 10",), marks=(Link("[2]", MONTHLY),))
    cards.show_cards([replace(CARD, scope="The plant", tip="All of it.", disagreement=(other,))])
    (card,) = cards.cards
    assert card.accessibleName() == "Output; 48\u00a0vehicles; 2019; actual; The plant; another source: 10"
    assert card.accessibleDescription() == "All of it."


def test_a_number_is_smaller_where_that_keeps_it_on_one_line(qapp: QApplication) -> None:
    base, words = QFont(), Words()
    sizes = [CardRuler(CARD, base, room, words).font(Part.NUMBER).pixelSize() for room in (400, 1)]
    assert sizes == [19, 19], "what cannot be kept on one line is broken instead"
    font = QFont(base)
    font.setPixelSize(16)
    font.setBold(True)
    room = QFontMetrics(font).horizontalAdvance(CARD.number)
    assert CardRuler(CARD, base, room, words).font(Part.NUMBER).pixelSize() == 16
    assert CardRuler(CARD, base, 400, words).font(Part.NUMBER).bold()
    assert not CardRuler(replace(CARD, status=Status.TARGET), base, 400, words).font(Part.NUMBER).bold()
    assert CardRuler(CARD, base, 400, words).font(Part.LABEL).pixelSize() == 12


def test_every_line_of_a_chinese_card_is_as_high_as_a_chinese_one(qapp: QApplication) -> None:
    chinese = CardRuler(replace(CARD, label="整车产量"), QFont(), 400, Words())
    assert chinese.drawn("48") == "48\u3000"
    assert CardRuler(CARD, QFont(), 400, Words()).drawn("48") == "48"


def test_a_key_leads_to_the_number_s_own_source_after_a_press_elsewhere(window: MainWindow, go: Goer) -> None:
    go(SND)
    card = window.page.cards.cards[2]
    card.grab()
    asked: list[object] = []
    card.source_requested.connect(asked.append)
    other = card._links[0][0].center().toPoint()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=other)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert asked == [DAILY]


def test_cards_that_were_hidden_are_shown_again(cards: FigureCards) -> None:
    for count in (2, 1, 2):
        cards.show_cards([CARD] * count)
        assert len(cards.cards) == count
        assert not any(card.isHidden() for card in cards.cards)
    kept = cards.cards
    cards.show_cards([CARD])
    assert kept[1].isHidden()


def test_a_card_is_wide_enough_for_its_number_in_small_type(cards: FigureCards) -> None:
    cards.show_cards([CARD])
    (card,) = cards.cards
    font = QFont(card.font())
    font.setPixelSize(15)
    font.setBold(True)
    assert card.number_width == QFontMetrics(font).horizontalAdvance(CARD.number) + 22
    cards.show_cards([replace(CARD, value="1")])
    assert card.number_width < 60


# -- its menu


def test_a_card_is_copied_with_its_source(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    card = window.page.cards.cards[0]
    entries = menu_at(card, card.rect().center())
    assert list(entries) == ["Open source: Heartland reinvents itself", "Copy with source"]
    entries["Copy with source"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("SND Vehicles; Vehicles produced: only\u00a048")
    assert "Daily, 26 Apr 2020" in copied
    entries["Open source: Heartland reinvents itself"].trigger()
    assert window.session.selection.page == DAILY
