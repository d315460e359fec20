"""Layouts: widgets in lines, and the column that a page is, each part as high as its width makes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.ui.widgets.layouts import ColumnLayout, FlowLayout, Line, LineLayout, finish_layouts


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
    assert corners(whole, boxes, 140) == [(0, 5), (50, 0), (100, 5)], "each in the middle of its line"
    assert corners(whole, boxes, 139) == [(0, 5), (50, 0), (0, 40)]
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


class Part(QWidget):
    """As high as it has to be for so many square pixels."""

    def __init__(self, area: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.area = area
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return self.area // width

    def sizeHint(self) -> QSize:
        return QSize(10, 10)


@pytest.fixture
def column(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_parts_stand_below_one_another_at_the_full_width(column: QWidget) -> None:
    layout = ColumnLayout(column, gap=6, margins=(10, 20, 30, 40))
    first, second = Part(36_000, column), Part(18_000, column)
    for part in (first, second):
        layout.addWidget(part)
    assert layout.heightForWidth(400) == 20 + 100 + 6 + 50 + 40
    layout.setGeometry(QRect(0, 0, 400, 1_000))
    assert (first.geometry(), second.geometry()) == (QRect(10, 20, 360, 100), QRect(10, 126, 360, 50))


def test_a_part_is_no_wider_than_it_may_be_and_hidden_ones_take_no_room(column: QWidget) -> None:
    layout = ColumnLayout(column, gap=6)
    narrow, hidden, last = Part(20_000, column), Part(90_000, column), Part(30_000, column)
    for part in (narrow, hidden, last):
        layout.addWidget(part)
    narrow.setMaximumWidth(200)
    hidden.hide()
    assert layout.heightForWidth(300) == 100 + 6 + 100
    layout.setGeometry(QRect(0, 0, 300, 300))
    assert narrow.width() == 200
    assert last.geometry() == QRect(0, 106, 300, 100)


def test_heights_are_measured_again_when_a_part_has_changed(column: QWidget) -> None:
    layout = ColumnLayout(column)
    part = Part(30_000, column)
    layout.addWidget(part)
    assert layout.heightForWidth(300) == 100
    part.area = 60_000
    assert layout.heightForWidth(300) == 100, "kept"
    part.updateGeometry()
    assert layout.heightForWidth(300) == 200


def test_at_a_width_that_it_never_gets_nothing_is_measured(column: QWidget) -> None:
    layout = ColumnLayout(column, margins=(1, 2, 3, 4))
    layout.addWidget(Part(30_000, column))
    assert layout.heightForWidth(200) == layout.minimumSize().height() == 6
    assert layout.heightForWidth(201) > 100
    assert layout.sizeHint() == QSize(200, 6)
    assert layout.hasHeightForWidth()
    assert layout.expandingDirections() == Qt.Orientation(0)


def test_items_can_be_counted_and_taken(column: QWidget) -> None:
    layout = ColumnLayout(column)
    part = Part(1, column)
    layout.addWidget(part)
    assert layout.count() == 1
    assert layout.itemAt(0) is not None
    assert layout.itemAt(1) is None
    assert layout.itemAt(-1) is None
    assert layout.takeAt(1) is None
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is part
    assert layout.count() == 0


def test_parts_within_parts_are_in_their_places_at_once(column: QWidget) -> None:
    outer = ColumnLayout(column)
    inner = QWidget(column)
    within = ColumnLayout(inner)
    part = Part(30_000, inner)
    within.addWidget(part)
    outer.addWidget(inner)
    column.resize(300, 500)
    column.show()
    finish_layouts()
    assert part.geometry() == QRect(0, 0, 300, 100)
    part.area = 60_000
    part.updateGeometry()
    finish_layouts()
    assert part.height() == 200


def lines(whole: QWidget, boxes: list[Box], width: int) -> list[tuple[int, int, int]]:
    corners(whole, boxes, width)
    return [(box.x(), box.y(), box.width()) for box in boxes]


def test_lines_stand_beside_each_other_where_there_is_room(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    boxes = [Box(40, height, whole) for height in (20, 30, 10, 15)]
    layout = LineLayout(whole, gap=10)
    row = Line(tuple(boxes[:3]), (0, 100, 80), least=400, spilled=1, least_spilled=300)
    layout.set_lines([row, Line((boxes[3],))])
    assert lines(whole, boxes, 400) == [(0, 0, 200), (210, 0, 100), (320, 0, 80), (0, 40, 400)]
    # The highest of a line says how high all are.
    assert {box.height() for box in boxes[:3]} == {30}
    # In between one of them goes below what follows.
    assert lines(whole, boxes, 399) == [(0, 0, 309), (0, 55, 399), (319, 0, 80), (0, 30, 399)]
    assert lines(whole, boxes, 299) == [(0, 0, 299), (0, 30, 299), (0, 70, 299), (0, 90, 299)]
    assert layout.heightForWidth(299) == 105


def test_those_of_an_uneven_line_keep_their_own_heights(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    boxes = [Box(40, 20, whole), Box(40, 60, whole), Box(40, 15, whole)]
    layout = LineLayout(whole, gap=10)
    layout.set_lines([Line((boxes[0], boxes[1]), (0, 100), least=200, even=False), Line((boxes[2],))])
    assert lines(whole, boxes, 300) == [(0, 0, 190), (200, 0, 100), (0, 70, 300)]
    assert [box.height() for box in boxes] == [20, 60, 15]


def test_what_is_hidden_leaves_its_line_to_the_others(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    boxes = [Box(40, 20, whole) for _ in range(3)]
    layout = LineLayout(whole, gap=10)
    layout.set_lines([Line((boxes[0], boxes[1]), (0, 100), least=200), Line((boxes[2],))])
    boxes[1].hide()
    assert lines(whole, boxes, 300)[0] == (0, 0, 300)
    # What stands in no line any more takes no room.
    layout.set_lines([Line((boxes[2],))])
    assert layout.heightForWidth(300) == 20
