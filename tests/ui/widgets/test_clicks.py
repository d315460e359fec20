"""A double click is one click where a click leads somewhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.widgets.clicks import OneClick
from heartland_gui.ui.widgets.theme import apply_theme
from tests.ui.mouse import click_twice


def a_list(qtbot: QtBot) -> tuple[QListView, list[str]]:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["one", "two"], view))
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.show()
    said: list[str] = []
    view.clicked.connect(lambda _: said.append("clicked"))
    view.activated.connect(lambda _: said.append("activated"))
    return view, said


def test_a_double_click_is_one_click(qtbot: QtBot) -> None:
    view, said = a_list(qtbot)
    clicks = OneClick(view)
    click_twice(view, view.visualRect(view.model().index(0, 0)).center())
    assert said == ["clicked"]
    clicks.is_on = False
    said.clear()
    click_twice(view, view.visualRect(view.model().index(0, 0)).center())
    assert "activated" in said


class OneClickDesktop(QProxyStyle):
    """A desktop on which everything opens on one click."""

    def styleHint(self, hint: QStyle.StyleHint, *others: Any) -> int:  # noqa: N802 - as Qt has it
        if hint is QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick:
            return 1
        return super().styleHint(hint, *others)


def test_a_click_never_opens_a_second_time_what_it_follows(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    try:
        qapp.setStyle(OneClickDesktop())
        view, said = a_list(qtbot)
        at = view.visualRect(view.model().index(0, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert said == ["clicked"]
        qapp.setStyleSheet("")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert said == ["clicked", "clicked", "activated"], "the style sheet of the window says no to it"
    finally:
        apply_theme(qapp, LIGHT)
