"""The actions of a window: in its menus and tools, and when each can be done."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

import heartland_gui
from heartland_gui.problems import Problem
from heartland_gui.ui.actions.action import Action, Menu, Tool
from heartland_gui.ui.window.main_window import MainWindow


def declared(window: MainWindow) -> list[Action]:
    return [command.action for command in window.commands.by_id.values()]


MENUS = {
    Menu.FILE: """
        open recent open_picture reload | export export_table brief | print_chart print_brief print_preview | quit
    """,
    Menu.EDIT: """
        undo | copy_chart copy_table | cite_plain cite_markdown cite_bibtex | copy_address | preferences
    """,
    Menu.VIEW: """
        navigation_pane company_pane next_pane previous_pane | full_screen reset_chart |
        as_of back_to_today disagreements all_sources problems | language_system language_en language_zh |
        theme_system theme_light theme_dark theme_contrast | larger_text smaller_text default_text
    """,
    Menu.GO: """
        back forward region | pillar_1 pillar_2 pillar_3 pillar_4 pillar_5 pillar_6 pillar_7 pillar_8
        previous_company next_company | map |
        find find_member filter | compare_this compare clear_comparison | bookmark bookmarks sources
    """,
    Menu.CHART: "scale table",
    Menu.HELP: "shortcuts explain whats_this about",
}
"""The actions from top to bottom, with lines between."""


def test_every_action_stands_in_its_menu(window: MainWindow) -> None:
    for menu, expected in MENUS.items():
        shown = window.findChild(QMenu, f"menu_{menu.value}")
        assert shown is not None
        assert [action.objectName() or "|" for action in shown.actions()] == expected.split()
    bar = window.menuBar().actions()
    assert [action.text() for action in bar] == ["&File", "&Edit", "&View", "&Go", "&Chart", "&Help"]
    assert len(window.actions_by_id) == len(declared(window))


def test_an_action_says_what_it_does_and_by_which_keys(window: MainWindow) -> None:
    back, about = window.actions_by_id["back"], window.actions_by_id["about"]
    assert [key.toString() for key in back.shortcuts()] == ["Alt+Left", "Back"]
    assert back.toolTip() == back.whatsThis() == "Show the page before this one (Alt+Left)"
    assert about.toolTip() == "Show the version and the licence of this program"
    assert (back.text(), back.iconText()) == ("&Back", "Back")
    assert (back.icon().isNull(), about.icon().isNull()) == (False, True)


KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+[\w+]+|F\d+)\b|(?<=\()[A-Z](?=\)$)")
SAID = {
    "finds anything by its name": "find",
    "saves the chart with its sources inside": "export",
    "Added to comparison": "compare",
    "was left out, with what depends on it": "problems",
    "were left out, with what depends on them": "problems",
    "Switch between a linear and a logarithmic": "scale",
    "adds the page that is open": "bookmark",
    "Bring back what was removed last": "undo",
    "Show everything again (": "back_to_today",
    "Reload (": "reload",
    "Show as table (": "table",
    "Finds figures, companies, places": None,
    "Return sorts, Shift+Return adds": None,
    "copies the selected ones": None,
    "add to comparison": None,
    "add and stay": None,
}
"""What sentences that name a key say it does; None is what every table of Qt does, or the panel with what it found."""


def sentences_with_keys() -> Iterator[str]:
    """Yield every text of the program that names a key, not its own documentation."""
    for file in sorted(Path(heartland_gui.__file__).parent.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in documentation:
                continue
            if " " in node.value and KEY.search(node.value):
                yield node.value


def test_keys_in_sentences_are_those_of_the_actions(window: MainWindow) -> None:
    shortcuts = {action.id: action.shortcuts for action in declared(window)}
    meant = set()
    for sentence in sentences_with_keys():
        (what,) = (each for each in SAID if each in sentence)
        meant.add(what)
        action = SAID[what]
        for key in KEY.findall(sentence):
            assert action is None or key in shortcuts[action], sentence
    assert meant == set(SAID)


def test_choices_are_checked_and_others_cannot_be(window: MainWindow) -> None:
    chosen = {name for name, action in window.actions_by_id.items() if action.isCheckable()}
    assert chosen == {name for name in window.actions_by_id if name.startswith(("language_", "theme_"))} | {
        "navigation_pane",
        "company_pane",
    }
    assert window.actions_by_id["theme_system"].isChecked()
    window.user.appearance.choose_theme("light")
    menu = window.findChild(QMenu, "menu_view")
    assert menu is not None
    menu.aboutToShow.emit()
    assert window.actions_by_id["theme_light"].isChecked()
    assert not window.actions_by_id["theme_system"].isChecked()


def test_what_is_recent_is_listed_when_its_menu_is_opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    offered = [("One & two", lambda: done.append("one"))]
    monkeypatch.setattr(window.commands.files, "recent_choices", lambda: offered)
    menu = window.findChild(QMenu, "menu_recent")
    assert menu is not None
    for _ in range(2):
        menu.aboutToShow.emit()
    (entry,) = menu.actions()
    assert entry.text() == "One && two"
    entry.trigger()
    assert done == ["one"]


def test_tools_are_the_actions_that_ask_for_one(window: MainWindow) -> None:
    order = [button.objectName() for button in window.tools.tab_order()]
    asked = {one.tool: one.id for one in declared(window) if one.tool is not None}
    assert set(asked) == set(Tool)
    names = ["find_field" if tool is Tool.FIND else f"tool_{asked[tool]}" for tool in Tool]
    assert order == [*names, "tool_view_settings"]


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
        "next_pane",
        "previous_pane",
        "larger_text",
        "problems",
        "preferences",
        "shortcuts",
        "about",
        "explain",
        "recent",
        "whats_this",
    }
    assert {"language_zh", "theme_dark"} <= look
