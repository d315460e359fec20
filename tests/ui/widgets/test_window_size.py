"""How large windows and their columns are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.ui.widgets.window_size import (
    SIZE,
    Breakpoint,
    breakpoint_of,
    default_columns,
    page_padding,
    place_window,
    resize_within_screen,
)


@pytest.mark.parametrize(
    ("width", "columns"),
    [(1440, (220, 284, 936)), (1300, (208, 260, 832)), (3000, (220, 284, 2496)), (300, (200, 260, 1))],
)
def test_the_page_gets_most_of_the_width(width: int, columns: tuple[int, int, int]) -> None:
    assert default_columns(width) == columns


@pytest.mark.parametrize(
    ("width", "shape", "padding"),
    [
        (2560, Breakpoint.WIDE, 24),
        (1440, Breakpoint.WIDE, 24),
        (1439, Breakpoint.NORMAL, 20),
        (1280, Breakpoint.NORMAL, 20),
        (1279, Breakpoint.MEDIUM, 16),
        (1099, Breakpoint.NARROW, 16),
        (899, Breakpoint.LEAST, 16),
        (0, Breakpoint.LEAST, 16),
    ],
)
def test_a_window_has_the_shape_of_its_width(width: int, shape: Breakpoint, padding: int) -> None:
    assert (breakpoint_of(width), page_padding(width)) == (shape, padding)


@pytest.mark.parametrize(
    ("screen", "wanted", "expected"),
    [
        (QSize(1920, 1080), (800, 600), (800, 600)),
        (QSize(700, 500), (800, 600), (700, 468)),
        (QSize(1920, 620), (800, 600), (800, 588)),
    ],
)
def test_no_window_is_larger_than_its_screen(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    screen: QSize,
    wanted: tuple[int, int],
    expected: tuple[int, int],
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: screen)
    window = QWidget()
    qtbot.addWidget(window)
    resize_within_screen(window, *wanted)
    assert (window.width(), window.height()) == expected


def test_a_window_stands_where_it_was_or_has_the_usual_size(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(4000, 4000))
    first, again, new = QMainWindow(), QMainWindow(), QMainWindow()
    for window in (first, again, new):
        qtbot.addWidget(window)
    first.resize(640, 480)
    place_window(again, first.saveGeometry())
    assert (again.width(), again.height()) == (640, 480)
    place_window(new, QByteArray())
    assert (new.width(), new.height()) == SIZE
