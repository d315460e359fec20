"""A field for a number: what is typed is taken as it is, or refused with the reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.text import Words
from heartland_gui.ui.widgets.number_field import NumberField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    made = NumberField(Words(), 200, 6000, 960)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "value"), [("1600", 1600), (" 1,600 ", 1600), ("１６００", 1600), ("200", 200), ("6000", 6000)]
)
def test_a_number_is_taken_as_it_was_typed(field: NumberField, typed: str, value: int) -> None:
    changed: list[int] = []
    field.valueChanged.connect(changed.append)
    field.selectAll()
    field.insert(typed)
    assert (field.value(), field.problem, changed) == (value, "", [])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert changed == [value]


@pytest.mark.parametrize("typed", ["12000", "199", "6001", "-300", "1.600", "", "wide", "9999999999999999999"])
def test_no_other_number_is_made_of_what_cannot_be_taken(field: NumberField, typed: str) -> None:
    changed: list[int] = []
    field.valueChanged.connect(changed.append)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    field.insert(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == typed
    assert (field.value(), changed) == (960, [])
    assert field.problem == "A number from 200 to 6,000 is needed."
    assert field.property("wrong") == "true"


def test_arrows_step_within_the_range(field: NumberField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 970
    field.setValue(205)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (field.value(), field.text()) == (200, "200")
