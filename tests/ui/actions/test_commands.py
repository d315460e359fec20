"""The actions of a window: in its menus and tools, and when each can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu, QToolButton

from heartland_gui.problems import Problem
from heartland_gui.ui.actions.action import Action, Menu
from heartland_gui.ui.window.main_window import MainWindow


def declared(window: MainWindow) -> list[Action]:
    return [command.action for command in window.commands.by_id.values()]


def test_every_action_stands_in_its_menu(window: MainWindow) -> None:
    for menu in Menu:
        shown = window.findChild(QMenu, f"menu_{menu.value}")
        assert shown is not None
        names = [action.objectName() for action in shown.actions() if not action.isSeparator()]
        assert names == [one.id for one in declared(window) if one.section.menu is menu]


def test_tools_are_the_actions_that_ask_for_one(window: MainWindow) -> None:
    names = {button.objectName() for button in window.tools.findChildren(QToolButton)}
    assert names == {f"tool_{one.id}" for one in declared(window) if one.tool}


def test_pillar_actions_bear_the_pillars_names(window: MainWindow) -> None:
    assert window.actions_by_id["pillar_1"].text() == "New energy && materials"
    assert window.actions_by_id["pillar_2"].isEnabled()
    assert not window.actions_by_id["pillar_3"].isEnabled()


def test_without_a_dataset_only_what_is_possible_can_be_done(window: MainWindow, problem: Problem) -> None:
    window.session.open(Path("elsewhere"), None, (problem,))
    enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
    look = {name for name in enabled if name.startswith(("language_", "theme_"))}
    assert enabled - look == {
        "open",
        "reload",
        "quit",
        "full_screen",
        "next_language",
        "problems",
        "preferences",
        "shortcuts",
        "about",
        "explain",
        "recent",
        "whats_this",
    }
    assert {"language_zh", "theme_dark"} <= look
