"""Chips on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.page import Chip
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.page.chips import ChipRow
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import Goer

SND = Ref(SubjectKind.COMPANY, "snd")
ENERGY = Ref(SubjectKind.PILLAR, "energy")


@pytest.fixture
def row(qtbot: QtBot) -> ChipRow:
    made = ChipRow(Words())
    qtbot.addWidget(made)
    return made


def test_a_chip_leads_to_its_member(window: MainWindow, go: Goer) -> None:
    go(comparison_of(["snd", "solar"]))
    QTest.mouseClick(window.page.chips.buttons[0], Qt.MouseButton.LeftButton)
    assert window.session.selection.page == SND


def test_what_leads_nowhere_is_no_stop_for_tab_and_does_not_light_up(row: ChipRow) -> None:
    row.show_chips([Chip("Energy & more", ENERGY, 0, "All of it"), Chip("founded 2018"), Chip("old", tip="Why")], LIGHT)
    leads, plain, told = row.buttons
    assert (leads.text(), leads.accessibleName()) == ("Energy && more", "Energy & more")
    assert leads.accessibleDescription() == "All of it"
    assert "All of it" in leads.toolTip()
    assert [button.focusPolicy() for button in row.buttons] == [
        Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.NoFocus,
    ]  # fmt: skip
    through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    assert [button.testAttribute(through) for button in (leads, plain, told)] == [False, True, False]
    assert [button.icon().isNull() for button in (leads, plain, told)] == [False, True, True]


def test_a_chip_and_its_removal_ask_for_different_things(row: ChipRow) -> None:
    asked: list[tuple[str, object]] = []
    row.requested.connect(lambda ref: asked.append(("go", ref)))
    row.removal_requested.connect(lambda ref: asked.append(("remove", ref)))
    row.show_chips([Chip("SND", SND, removable=True)], LIGHT)
    chip, removal = row.buttons
    assert (removal.text(), removal.accessibleName()) == ("×", "Remove SND from the comparison")
    chip.click()
    removal.click()
    assert asked == [("go", SND), ("remove", SND)]


def test_buttons_are_kept_and_those_without_a_chip_are_hidden(row: ChipRow) -> None:
    row.show_chips([Chip("one", SND), Chip("two", ENERGY)], LIGHT)
    first, second = row.buttons
    row.show_chips([Chip("three")], LIGHT)
    assert row.buttons == [first, second]
    assert (first.text(), first.isHidden(), second.isHidden()) == ("three", False, True)
    row.show_chips([], LIGHT)
    assert row.isHidden()
