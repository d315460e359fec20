"""What floats over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.ui.widgets.overlay import Edge, Overlay


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    layout = QHBoxLayout(made)
    for name in ("below", "beside"):
        button = QPushButton(name, made)
        button.setObjectName(name)
        layout.addWidget(button)
    made.resize(1000, 600)
    made.show()
    qtbot.waitActive(made)
    button_of(made, "below").setFocus()
    return made


def button_of(host: QWidget, name: str) -> QPushButton:
    found = host.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def filled(overlay: Overlay) -> QLineEdit:
    """Put two fields into an overlay and return the first."""
    layout = QVBoxLayout(overlay)
    first, second = QLineEdit(overlay), QLineEdit(overlay)
    layout.addWidget(first)
    layout.addWidget(second)
    return first


@pytest.mark.parametrize(
    ("edge", "left", "is_high"),
    [(Edge.LEFT, 0, True), (Edge.RIGHT, 680, True), (Edge.TOP, 340, False), (Edge.CORNER, 664, False)],
)
def test_it_stands_at_its_edge(host: QWidget, edge: Edge, left: int, *, is_high: bool) -> None:
    overlay = Overlay(host, edge=edge, width=320, dims=True)
    overlay.present(filled(overlay))
    assert (overlay.width(), overlay.x()) == (320, left)
    assert (overlay.height() == 600) == is_high
    assert overlay.geometry().bottom() < 600


def test_it_follows_its_host_and_where_that_is_narrow_takes_all_of_it(host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.RIGHT, width=424, dims=False)
    overlay.present(filled(overlay))
    host.resize(900, 500)
    assert overlay.geometry() == QRect(476, 0, 424, 500)
    host.resize(464, 500)
    assert overlay.geometry() == QRect(0, 0, 464, 500)


def test_the_keyboard_goes_in_and_comes_back(qtbot: QtBot, host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.RIGHT, width=320, dims=False)
    field = filled(overlay)
    button_of(host, "beside").setFocus()
    overlay.present(field)
    assert field.hasFocus()
    with qtbot.waitSignal(overlay.dismissed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert overlay.isHidden()
    assert button_of(host, "beside").hasFocus()


def test_the_keyboard_stays_where_somebody_has_put_it_meanwhile(host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.RIGHT, width=320, dims=False, stays=True)
    overlay.present(filled(overlay))
    button_of(host, "beside").setFocus()
    overlay.dismiss()
    assert button_of(host, "beside").hasFocus()


def test_it_goes_although_what_had_the_keyboard_is_gone(host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.RIGHT, width=320, dims=False)
    before = QLineEdit(host)
    before.show()
    before.setFocus()
    overlay.present(filled(overlay))
    before.setParent(None)
    before.deleteLater()
    overlay.dismiss()
    assert overlay.isHidden()


@pytest.mark.parametrize("dims", [True, False])
def test_a_click_beside_it_dismisses_it_and_does_nothing_else(qtbot: QtBot, host: QWidget, *, dims: bool) -> None:
    overlay = Overlay(host, edge=Edge.RIGHT, width=320, dims=dims)
    overlay.present(filled(overlay))
    pressed: list[bool] = []
    button_of(host, "below").pressed.connect(lambda: pressed.append(True))
    at = button_of(host, "below").geometry().center()
    met = host.childAt(at)
    assert met is not None
    QTest.mouseClick(met, Qt.MouseButton.LeftButton, pos=met.mapFrom(host, at))
    assert (overlay.isHidden(), pressed) == (True, [])


def test_one_that_stays_leaves_what_is_beside_it_alone(host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.RIGHT, width=320, dims=False, stays=True)
    overlay.present(filled(overlay))
    below = button_of(host, "below")
    assert host.childAt(below.geometry().center()) is below


def test_tab_stays_within_what_dims_the_rest(qtbot: QtBot, host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.LEFT, width=320, dims=True)
    field = filled(overlay)
    overlay.present(field)
    fields = overlay.findChildren(QLineEdit)
    for expected in (fields[1], fields[0], fields[1]):
        focused = overlay.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert expected.hasFocus()
    QTest.keyClick(fields[1], Qt.Key.Key_Backtab)
    assert fields[0].hasFocus()


def test_tab_leaves_what_dims_nothing(qtbot: QtBot, host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.LEFT, width=320, dims=False, stays=True)
    overlay.present(filled(overlay))
    last = overlay.findChildren(QLineEdit)[1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert not last.hasFocus()
    assert not overlay.isAncestorOf(host.focusWidget())


def test_the_topmost_is_the_one_presented_last(host: QWidget) -> None:
    assert Overlay.topmost(host) is None
    sheet = Overlay(host, edge=Edge.RIGHT, width=320, dims=False)
    find = Overlay(host, edge=Edge.TOP, width=320, dims=True)
    find.present(filled(find))
    sheet.present(filled(sheet))
    assert Overlay.topmost(host) is sheet
    sheet.dismiss()
    assert Overlay.topmost(host) is find


def test_it_is_as_high_as_what_is_in_it(qtbot: QtBot, host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.CORNER, width=320, dims=False)
    field = filled(overlay)
    overlay.present(field)
    before = overlay.height()
    field.setMinimumSize(QSize(10, 300))
    qtbot.waitUntil(lambda: overlay.height() > before + 200)


def test_it_can_be_made_wider_and_throws_a_shadow_beside_it(host: QWidget) -> None:
    overlay = Overlay(host, edge=Edge.RIGHT, width=320, dims=False)
    bare = host.grab().toImage().pixelColor(QPoint(677, 300))
    overlay.present(filled(overlay))
    assert host.grab().toImage().pixelColor(QPoint(677, 300)).lightness() < bare.lightness()
    overlay.set_width(400)
    assert overlay.x() == 600


def test_where_nobody_had_the_keyboard_nobody_gets_it(host: QWidget) -> None:
    button_of(host, "below").clearFocus()
    overlay = Overlay(host, edge=Edge.TOP, width=320, dims=False)
    overlay.present(filled(overlay))
    overlay.dismiss()
    assert QApplication.focusWidget() is None


class _Counted(QWidget):
    painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted += 1


@pytest.mark.parametrize("freezes", [True, False])
def test_one_that_freezes_lets_nothing_below_be_painted_while_it_changes(host: QWidget, *, freezes: bool) -> None:
    below = _Counted(host)
    below.setGeometry(host.rect())
    below.show()
    overlay = Overlay(host, edge=Edge.TOP, width=320, dims=True, freezes=freezes)
    overlay.present(filled(overlay))
    QApplication.processEvents()
    before = below.painted
    overlay.set_width(500)
    QApplication.processEvents()
    assert (below.painted == before) == freezes
    host.resize(900, 500)
    QApplication.processEvents()
    assert below.painted > before, "and what has another size is seen as it is"
    overlay.dismiss()
    assert QApplication.focusWidget() is button_of(host, "below")
