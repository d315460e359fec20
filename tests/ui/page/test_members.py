"""The members of a comparison on the screen: chips with their marks, and what is done with all of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import FIRST_MEMBER
from heartland_gui.model.comparison import MOST_MEMBERS, comparison_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.page import Member
from heartland_gui.ui.page.members import MembersBar
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")
ENERGY = Ref(SubjectKind.PILLAR, "energy")
TWO = (Member("SND & more", SND, FIRST_MEMBER, "SND Vehicles"), Member("Energy", ENERGY, 0))


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> MembersBar:
    made = MembersBar(session)
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    return made


def test_a_member_and_its_cross_ask_for_different_things(bar: MembersBar) -> None:
    asked: list[tuple[str, object]] = []
    bar.requested.connect(lambda ref: asked.append(("go", ref)))
    bar.removal_requested.connect(lambda ref: asked.append(("remove", ref)))
    bar.show_members(TWO)
    first, second = bar.chips
    first.name.click()
    second.close_button.click()
    assert asked == [("go", SND), ("remove", ENERGY)]
    assert (first.name.text(), first.name.accessibleName()) == ("SND && more", "SND & more")
    assert first.name.accessibleDescription() == "SND Vehicles"
    assert second.close_button.accessibleName() == "Remove Energy from the comparison"


def test_each_has_its_mark_and_the_cross_is_large_enough_to_be_hit(bar: MembersBar) -> None:
    bar.show_members(TWO)
    pictures = [chip.name.icon().pixmap(14, 14).toImage() for chip in bar.chips]
    assert pictures[0] != pictures[1]
    assert all(min(chip.close_button.width(), chip.close_button.height()) >= 24 for chip in bar.chips)
    assert all(chip.rect().contains(chip.close_button.geometry()) for chip in bar.chips)


def test_chips_are_used_again_and_reached_in_their_order(bar: MembersBar) -> None:
    bar.show_members(TWO)
    bar.show_members(TWO[1:])
    assert [chip.isHidden() for chip in bar.chips] == [False, True]
    assert bar.tab_order()[:2] == [bar.chips[0].name, bar.chips[0].close_button]
    assert bar.copy.isHidden(), "one alone has no table"
    assert not bar.clear.isHidden()


def test_when_there_are_enough_no_more_are_added(bar: MembersBar) -> None:
    bar.show_members([Member(str(number), SND, FIRST_MEMBER + number) for number in range(MOST_MEMBERS)])
    assert not bar.add.isEnabled()
    bar.show_members(TWO)
    assert bar.add.isEnabled()


def test_the_buttons_say_what_they_want(bar: MembersBar) -> None:
    deeds: list[str] = []
    bar.deed_requested.connect(deeds.append)
    bar.show_members(TWO)
    for button in (bar.add, bar.copy, bar.clear):
        button.click()
    assert deeds == ["find_member", "copy_table", "clear_comparison"]


def test_who_is_taken_out_leaves_the_keyboard_at_the_next(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(comparison_of(["snd", "solar", "mill"]))
    bar = window.page.members
    qtbot.waitUntil(lambda: window.page.is_complete)
    bar.chips[0].close_button.setFocus(Qt.FocusReason.TabFocusReason)
    bar.chips[0].close_button.click()
    assert window.session.selection.page == comparison_of(["solar", "mill"])
    assert bar.chips[0].close_button.hasFocus()
    bar.clear.click()
    assert window.session.selection.page == comparison_of([])
    assert window.comparing.members == ()
    window.session.back()
    assert window.session.selection.page == comparison_of(["solar", "mill"])
