"""What actions work on, and when most of them can be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from heartland_gui.ui.actions.parts import Actions, WindowParts, when_open
from heartland_gui.ui.window.main_window import MainWindow


def parts_of(window: MainWindow, say: Callable[[str], None], complain: Callable[[str], None]) -> WindowParts:
    return WindowParts(
        window.session,
        window.user,
        window.page,
        window.companies,
        say,
        complain,
        lambda: None,
        window.splitter,
        lambda: None,
        lambda: None,
    )


def test_actions_have_the_session_and_the_voices_of_their_window(window: MainWindow) -> None:
    said: list[str] = []
    complained: list[str] = []
    parts = parts_of(window, said.append, complained.append)
    actions = Actions(parts)
    assert actions.parts is parts
    assert actions.session is window.session
    actions.say_briefly("done")
    actions.complain("not done")
    assert (said, complained) == (["done"], ["not done"])


def test_dialogs_open_in_front_of_the_window(window: MainWindow) -> None:
    assert Actions(parts_of(window, print, print)).window is window


def test_most_can_be_done_while_a_dataset_is_open(window: MainWindow) -> None:
    actions = Actions(parts_of(window, print, print))
    assert when_open(actions)
    window.session.open(Path("elsewhere"), None)
    assert not when_open(actions)
