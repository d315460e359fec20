"""Actions that lead somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.problems import Problem
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, Ref(SubjectKind.PILLAR, "making")),
        (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier, Ref(SubjectKind.PLACE, "province")),
    ],
)
def test_keys_lead_to_pages(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, page: Ref
) -> None:
    window.session.go_to(SND)
    QTest.keyClick(window, key, modifier)
    assert window.session.selection.page == page


def test_alt_arrows_go_back_and_forward(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.selection.page == window.session.dataset.region_ref
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.session.selection.page == SND


def test_problems_can_be_shown_only_where_there_are_any(
    window: MainWindow, session: Session, dataset: Dataset, problem: Problem
) -> None:
    assert not window.actions_by_id["problems"].isEnabled()
    session.open(session.path, dataset, (problem,))
    window.actions_by_id["problems"].trigger()
    assert window.pages.currentWidget() is window.problems
