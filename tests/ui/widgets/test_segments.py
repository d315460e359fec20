"""Several choices in one track."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.segments import SegmentedControl


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def control(window: QWidget) -> SegmentedControl:
    made = SegmentedControl(window)
    made.offer(["Over time", "Map & cities", "Table"], [icon(name, LIGHT) for name in ("clock", "place", "table")])
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(QLineEdit(window))
    window.show()
    return made


def test_a_click_chooses(qtbot: QtBot, control: SegmentedControl) -> None:
    assert control.current == 0
    with qtbot.waitSignal(control.chosen) as said:
        QTest.mouseClick(control.buttons[2], Qt.MouseButton.LeftButton)
    assert (said.args, control.current) == ([2], 2)


def test_arrows_move_the_choice_and_go_round(qtbot: QtBot, control: SegmentedControl) -> None:
    chosen: list[int] = []
    control.chosen.connect(chosen.append)
    control.buttons[0].setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(control.buttons[control.current], key)
    assert chosen == [2, 1, 2, 0]
    assert control.buttons[0].hasFocus()


def test_tab_stops_once(control: SegmentedControl) -> None:
    control.set_chosen(1)
    stops = [bool(each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) for each in control.buttons]
    assert stops == [False, True, False]


def test_without_words_only_the_choice_is_named_the_others_by_their_tooltips(control: SegmentedControl) -> None:
    control.show_words(shown=False)
    assert [button.toolTip() for button in control.buttons] == ["", "Map & cities", "Table"]
    narrow = control.sizeHint().width()
    control.show_words(shown=True)
    assert [button.toolTip() for button in control.buttons] == ["", "", ""]
    assert control.sizeHint().width() > narrow
    assert [button.accessibleName() for button in control.buttons] == ["Over time", "Map & cities", "Table"]


def test_what_is_offered_anew_replaces_what_was_offered(control: SegmentedControl) -> None:
    control.offer(["One", "Two"], chosen=1)
    assert ([button.text() for button in control.buttons], control.current) == (["One", "Two"], 1)


def test_what_is_offered_anew_leaves_nothing_behind(control: SegmentedControl) -> None:
    first = control.buttons[0]
    for names in (["One", "Two"], ["One", "Two", "Three", "Four"], ["Five"]):
        control.offer(names)
        assert [button.text() for button in control.findChildren(QToolButton)] == names
    assert control.buttons == [first], "what had the keyboard may keep it"


@pytest.mark.parametrize("words", [True, False])
def test_a_width_is_measured_without_offering(control: SegmentedControl, words: bool) -> None:  # noqa: FBT001
    icons = [icon(name, LIGHT) for name in ("clock", "place")]
    measured = control.width_of(["Ranking", "Events & dates"], icons, chosen=1, words=words)
    assert [button.text() for button in control.buttons] == ["Over time", "Map && cities", "Table"]
    control.offer(["Ranking", "Events & dates"], icons, chosen=1)
    control.show_words(shown=words)
    assert measured == control.sizeHint().width()
