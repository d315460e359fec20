"""The declarations of the actions."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from heartland_gui.ui.actions.action import actions_of, without_key
from heartland_gui.ui.actions.parts import Actions
from heartland_gui.ui.window.main_window import MainWindow


def test_ids_and_shortcuts_are_unique(window: MainWindow) -> None:
    every = [one for kind in Actions.__subclasses__() for one in actions_of(kind)]
    assert sorted(one.id for one in every) == sorted(window.commands.by_id)
    keys = Counter(QKeySequence(key).toString() for one in every for key in one.shortcuts)
    assert "" not in keys
    assert max(keys.values()) == 1


def test_a_tool_says_its_name_without_the_key_of_its_menu() -> None:
    named = {"&Export …": "Export …", "Fi&lter": "Filter", "导出图表(&E)…": "导出图表…"}
    assert {name: without_key(name) for name in named} == named
