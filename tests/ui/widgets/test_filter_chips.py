"""Chips that narrow a table, and lists to choose from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.filter_chips import CHIP_HEIGHT, ChoiceList, FilterChip, Offer


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_a_chip_says_its_count_and_whether_it_is_chosen(session: Session, ground: QWidget) -> None:
    chip = FilterChip(session, ground)
    chip.show_chip("Taiyuan", 1200, chosen=True)
    assert (chip.accessibleName(), chip.isChecked()) == ("Taiyuan, 1,200", True)
    wide = chip.sizeHint().width()
    chip.show_chip("Taiyuan", None, chosen=False)
    assert (chip.accessibleName(), chip.isChecked()) == ("Taiyuan", False)
    assert chip.sizeHint().width() < wide == chip.minimumSizeHint().width() + wide - chip.sizeHint().width()
    assert chip.height() == CHIP_HEIGHT


def test_what_would_leave_nothing_cannot_be_chosen_but_let_go_of(session: Session, ground: QWidget) -> None:
    chip = FilterChip(session, ground)
    for count, chosen, enabled in ((0, False, False), (0, True, True), (1, False, True), (None, False, True)):
        chip.show_chip("Met", count, chosen=chosen)
        assert chip.isEnabled() is enabled


def test_no_name_makes_a_key(session: Session, ground: QWidget) -> None:
    chip = FilterChip(session, ground)
    chip.show_chip("R&D centre", 3, chosen=False)
    assert chip.shortcut().isEmpty()
    assert chip.accessibleName() == "R&D centre, 3"
    wide = chip.sizeHint().width()
    chip.show_chip("R+D centre", 3, chosen=False)
    assert abs(chip.sizeHint().width() - wide) < 5


def test_a_click_does_not_change_what_is_chosen_by_itself(session: Session, ground: QWidget) -> None:
    chip = FilterChip(session, ground)
    chip.show_chip("Taiyuan", 10, chosen=False)
    clicks: list[object] = []
    chip.clicked.connect(lambda: clicks.append(True))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert (len(clicks), chip.isChecked()) == (1, False)


def opened(session: Session, ground: QWidget, count: int, chosen: list[object]) -> ChoiceList:
    offers = [Offer(f"city {number}", number, number, chosen=number == 3) for number in range(count)]
    made = ChoiceList(session, ground, "City", offers, chosen.append)
    made.open_at(ground.mapToGlobal(QPoint(0, 20)))
    return made


def test_a_short_list_has_no_search_and_begins_at_what_is_chosen(session: Session, ground: QWidget) -> None:
    chosen: list[object] = []
    made = opened(session, ground, 5, chosen)
    assert not made.search.isVisible()
    assert made.list.currentRow() == 3
    QTest.keyClick(made.list, Qt.Key.Key_Up)
    QTest.keyClick(made.list, Qt.Key.Key_Return)
    assert chosen == [2]


def test_a_long_list_is_searched_by_words(session: Session, ground: QWidget) -> None:
    chosen: list[object] = []
    made = opened(session, ground, 20, chosen)
    assert made.search.isVisible()
    QTest.keyClicks(made.search, "city 17")
    assert [made.list.item(row).text() for row in range(made.list.count())] == ["city 17  17"]
    QTest.keyClick(made.search, Qt.Key.Key_Return)
    assert chosen == [17]


def test_down_leads_from_the_search_into_the_list_and_escape_closes(
    session: Session, ground: QWidget, qtbot: QtBot
) -> None:
    chosen: list[object] = []
    made = opened(session, ground, 20, chosen)
    made.search.setFocus()
    QTest.keyClick(made.search, Qt.Key.Key_Down)
    assert made.focusWidget() is made.list
    with qtbot.waitSignal(made.destroyed):
        QTest.keyClick(made, Qt.Key.Key_Escape)
    assert chosen == []


def test_a_click_chooses(session: Session, ground: QWidget) -> None:
    chosen: list[object] = []
    made = opened(session, ground, 4, chosen)
    place = made.list.visualItemRect(made.list.item(1)).center()
    QTest.mouseClick(made.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [1]
