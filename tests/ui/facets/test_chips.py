"""What was chosen, as chips that take it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.facets import NO_FACETS, facets_at
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.keyboard import focused


def test_each_choice_is_a_chip_that_takes_it_away(active: MainWindow) -> None:
    active.session.choose_facets(facets_at(["city:datong", "city:taiyuan", "kind:company", "since:1990"]))
    chips = active.companies.head.chips
    shown = [chip for chip in chips.chips if chip.isVisible()]
    assert [chip.accessibleName() for chip in shown] == [
        "Remove: Datong",
        "Remove: Taiyuan",
        "Remove: Kind: company",
        "Remove: founded 1990 or later",
    ]
    assert active.companies.head.facets_button.accessibleName().endswith("; 4 chosen")
    shown[0].setFocus()
    QTest.keyClick(shown[0], Qt.Key.Key_Delete)
    assert active.session.selection.facets.texts == ("city:taiyuan", "kind:company", "since:1990")
    assert focused() is chips.chips[0], "the keyboard goes on with the neighbour"
    chips.chips[2].setFocus()
    QTest.keyClick(chips.chips[2], Qt.Key.Key_Space)
    assert focused() is chips.chips[1]
    chips.clear_button.setFocus()
    QTest.keyClick(chips.clear_button, Qt.Key.Key_Space)
    assert active.session.selection.facets == NO_FACETS
    assert not chips.isVisible()
    assert focused() is active.companies.head.facets_button


def test_tab_goes_through_the_chips_between_order_and_list(active: MainWindow) -> None:
    active.session.choose_facets(facets_at(["city:datong", "city:taiyuan"]))
    head = active.companies.head
    head.facets_button.setFocus()
    reached = []
    for _ in range(6):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(focused())
    chips = head.chips
    assert reached == [
        *(head.filter, head.sort, chips.chips[0], chips.chips[1], chips.clear_button),
        active.companies.view,
    ]


def test_a_long_chip_is_shortened_but_keeps_its_cross(active: MainWindow, qtbot: QtBot) -> None:
    active.splitter.restore({Pane.COMPANIES: 200}, ())
    active.session.choose_facets(facets_at(["indicator:vehicles:123456789"]))
    chip = active.companies.head.chips.chips[0]
    qtbot.waitUntil(lambda: chip.isVisible() and chip.geometry().right() <= active.companies.head.chips.width())
    assert chip.text().endswith("… ×")
    assert active.companies.width() <= 201
