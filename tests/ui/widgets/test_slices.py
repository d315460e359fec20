"""Long reading between events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from heartland_gui.ui.widgets import slices
from heartland_gui.ui.widgets.slices import Slices


def test_everything_is_taken_in_order_and_the_end_is_told_once(qtbot: QtBot) -> None:
    owner = QObject()
    taken: list[object] = []
    ends: list[int] = []
    reading = Slices(owner)
    reading.finished.connect(lambda: ends.append(len(taken)))
    reading.begin(range(5), taken.append)
    assert reading.are_left
    assert taken == []
    qtbot.waitUntil(lambda: not reading.are_left)
    assert taken == [0, 1, 2, 3, 4]
    assert ends == [5]


def test_a_slice_ends_with_its_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = QObject()
    taken: list[object] = []
    reading = Slices(owner)
    # No time at all: one thing in each slice.
    monkeypatch.setattr(slices, "_AT_A_TIME", -1.0)
    reading.begin(range(3), taken.append)
    reading._go_on()
    assert taken == [0]
    assert reading.are_left
    qtbot.waitUntil(lambda: not reading.are_left)
    assert taken == [0, 1, 2]


def test_what_was_begun_before_is_given_up(qtbot: QtBot) -> None:
    owner = QObject()
    taken: list[object] = []
    reading = Slices(owner)
    reading.begin("abc", taken.append)
    reading.begin("xy", taken.append)
    qtbot.waitUntil(lambda: not reading.are_left)
    assert taken == ["x", "y"]
