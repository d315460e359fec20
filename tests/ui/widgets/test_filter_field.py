"""The field whose words narrow a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.filter_field import FilterField


def test_it_and_all_of_its_buttons_have_names(session: Session, qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    assert FilterField(session, ground).accessibleName() == "Filter by a word"
    field = FilterField(session, ground, name="Filter companies")
    assert field.accessibleName() == "Filter companies"
    field.setText("wind")
    buttons = [button for button in field.findChildren(QToolButton) if button.focusPolicy() or button.isEnabled()]
    assert buttons
    assert "Clear filter" in [button.accessibleName() for button in buttons]


def test_escape_takes_the_words_away_and_goes_on_where_there_are_none(session: Session, qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    field = FilterField(session, ground)
    typed: list[str] = []
    field.textChanged.connect(typed.append)
    QTest.keyClicks(field, "wi")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), typed) == ("", ["w", "wi", ""])
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field, escape)
    assert not escape.isAccepted(), "the window closes what is topmost"
