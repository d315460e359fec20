"""What gives way where room is scarce: windows, columns, rows of widgets, words on a button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.ui.widgets.fitting import (
    SIZE,
    ElidedButton,
    FlowLayout,
    default_columns,
    place_window,
    resize_within_screen,
)


class Box(QWidget):
    """A widget of a size of its own."""

    def __init__(self, width: int, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size


def flow(qtbot: QtBot, *sizes: tuple[int, int], right: tuple[int, int] | None = None) -> tuple[QWidget, list[Box]]:
    whole = QWidget()
    qtbot.addWidget(whole)
    layout = FlowLayout(whole, gap=10)
    boxes = [Box(*size, whole) for size in sizes]
    for box in boxes:
        layout.addWidget(box)
    if right is not None:
        boxes.append(Box(*right, whole))
        layout.add_right(boxes[-1])
    return whole, boxes


def corners(whole: QWidget, boxes: list[Box], width: int) -> list[tuple[int, int]]:
    whole.resize(width, 200)
    whole.show()
    layout = whole.layout()
    assert layout is not None
    layout.activate()
    return [(box.x(), box.y()) for box in boxes]


def test_what_does_not_fit_begins_a_line_below_the_highest(qtbot: QtBot) -> None:
    whole, boxes = flow(qtbot, (40, 20), (40, 30), (40, 20))
    assert corners(whole, boxes, 140) == [(0, 0), (50, 0), (100, 0)]
    assert corners(whole, boxes, 139) == [(0, 0), (50, 0), (0, 40)]
    layout = whole.layout()
    assert layout is not None
    assert [layout.heightForWidth(width) for width in (140, 139, 40)] == [30, 60, 90]
    assert layout.hasHeightForWidth()
    assert layout.sizeHint() == QSize(40, 30)


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    whole, boxes = flow(qtbot, (40, 20), (40, 20), (40, 20))
    boxes[1].hide()
    assert corners(whole, [boxes[0], boxes[2]], 200) == [(0, 0), (50, 0)]


def test_what_belongs_to_the_right_stands_there_while_one_line_is_enough(qtbot: QtBot) -> None:
    whole, boxes = flow(qtbot, (40, 20), right=(30, 20))
    assert corners(whole, boxes, 200) == [(0, 0), (170, 0)]
    assert corners(whole, boxes, 79) == [(0, 0), (0, 30)]


def test_a_widget_is_put_before_others_and_given_away(qtbot: QtBot) -> None:
    whole, boxes = flow(qtbot, (40, 20), (40, 20))
    layout = whole.layout()
    assert isinstance(layout, FlowLayout)
    new = Box(20, 20, whole)
    layout.insert_left(1, new)
    assert [layout.itemAt(number).widget() for number in range(layout.count())] == [boxes[0], new, boxes[1]]  # type: ignore[union-attr] # they are there
    assert layout.itemAt(3) is None
    assert layout.itemAt(-1) is None
    taken = layout.takeAt(1)
    assert taken is not None
    assert taken.widget() is new
    assert layout.takeAt(2) is None
    assert layout.count() == 2


def test_words_give_way_but_the_sign_stays(qtbot: QtBot) -> None:
    button = ElidedButton("▼")
    qtbot.addWidget(button)
    button.show()
    button.show_words("Revenue of a & b in the last year that is known")
    button.resize(button.sizeHint())
    assert button.text() == "Revenue of a && b in the last year that is known ▼"
    whole = button.sizeHint().width()
    button.resize(whole - 40, button.height())
    assert button.text().endswith("… ▼")
    assert abs(button.sizeHint().width() - whole) <= 2, "what it would like to be does not shrink with it"
    assert button.minimumSizeHint().width() == 64
    button.show_words("A")
    assert button.text() == "A ▼"
    assert button.minimumSizeHint().width() <= 64


def test_words_without_a_sign_give_way_too(qtbot: QtBot) -> None:
    button = ElidedButton("")
    qtbot.addWidget(button)
    button.show()
    button.show_words("Clear all filters that are set")
    button.resize(button.sizeHint())
    assert button.text() == "Clear all filters that are set"
    button.resize(button.width() - 40, button.height())
    assert button.text().startswith("Clear all")
    assert button.text().endswith("…")


@pytest.mark.parametrize(
    ("width", "columns"),
    [(1440, (230, 302, 908)), (1000, (200, 240, 560)), (3000, (260, 360, 2380)), (300, (200, 240, 1))],
)
def test_the_page_gets_most_of_the_width(width: int, columns: tuple[int, int, int]) -> None:
    assert default_columns(width) == columns


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
