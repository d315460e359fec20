"""The declarations of the actions."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from heartland_gui.text import Words, message
from heartland_gui.ui.actions.action import Section, action, actions_of, commands_of, each, without_key
from heartland_gui.ui.actions.parts import Actions
from heartland_gui.ui.window.main_window import MainWindow


def test_ids_and_shortcuts_are_unique(window: MainWindow) -> None:
    every = [one for kind in Actions.__subclasses__() if kind is not Doing for one in actions_of(kind)]
    assert sorted(one.id for one in every) == sorted(window.commands.by_id)
    keys = Counter(QKeySequence(key).toString() for one in every for key in one.shortcuts)
    assert "" not in keys
    assert max(keys.values()) == 1


def test_a_tool_says_its_name_without_the_key_of_its_menu() -> None:
    named = {"&Export …": "Export …", "Fi&lter": "Filter", "导出图表(&E)…": "导出图表…"}
    assert {name: without_key(name) for name in named} == named


class Doing(Actions):
    """Actions of a test: one, one that is shared by several, and a method that is none."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.ready = False

    @action(message("&Later"), Section.HELP, message("Does it"), id="later")
    def afterwards(self) -> None:
        self.done.append("later")

    def no_action(self) -> None:
        self.done.append("none")

    @each(
        (
            action(
                message("Number {n}", n=1),
                Section.HISTORY,
                message("Counts"),
                id="number_1",
                arguments=(1,),
                enabled=lambda doing: doing.ready,
                checked=lambda doing: 1 in doing.done,
                name=lambda doing: "given" if doing.ready else "",
            ),
        )
    )
    def count(self, number: int) -> None:
        self.done.append(number)

    @action(message("&Now"), Section.HELP, message("Says it"), live_name=lambda doing: str(len(doing.done)))
    def now(self) -> None:
        self.done.append("now")


def test_a_declaration_stands_above_its_method() -> None:
    later, count, now = actions_of(Doing)
    assert (later.id, count.id, now.id) == ("later", "number_1", "now")
    doing = Doing()
    for one in (later, count, now):
        one.method(doing, *one.arguments)
    assert doing.done == ["later", 1, "now"]


def test_commands_follow_the_sections_and_then_their_methods() -> None:
    first, second = Doing(), Doing()
    found = commands_of(first, second)
    assert [command.id for command in found] == ["number_1", "number_1", "later", "now", "later", "now"]
    assert [command.owner for command in found] == [first, second, first, first, second, second]


def test_a_command_asks_the_object_that_does_it() -> None:
    doing, words = Doing(), Words()
    count, later, now = commands_of(doing)
    assert (count.is_enabled, later.is_enabled) == (False, True)
    assert (count.name(words), count.given_name) == ("Number 1", "")
    doing.ready = True
    assert count.is_enabled
    assert (count.name(words), count.name_now(words)) == ("given", "given")
    assert (count.is_checked, later.is_checked) == (False, False)
    count.run()
    assert count.is_checked
    assert (now.name(words), now.name_now(words), later.name_now(words)) == ("Now", "1", "Later")
    assert list(count.choices) == []
