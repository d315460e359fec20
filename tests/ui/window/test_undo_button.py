"""The button beside a notice."""

from __future__ import annotations

from heartland_gui.ui.window.main_window import MainWindow


def test_the_button_stands_as_long_as_its_notice(window: MainWindow) -> None:
    done: list[int] = []
    assert not window.undo_button.isVisible()
    window.user.undoing.offer("One is gone.", lambda: done.append(1))
    assert window.status.currentMessage() == "One is gone."
    assert window.undo_button.isVisible()
    window.status.say_briefly("Something else.")
    assert not window.undo_button.isVisible()
    window.user.undoing.offer("Two is gone.", lambda: done.append(2))
    window.undo_button.click()
    assert done == [2]
    assert not window.undo_button.isVisible()
    assert not window.status.currentMessage()


def test_a_key_undoes_also_when_the_notice_is_gone(window: MainWindow) -> None:
    undo, done = window.actions_by_id["undo"], list[int]()
    assert not undo.isEnabled()
    window.user.undoing.offer("One is gone.", lambda: done.append(1))
    window.status.clearMessage()
    assert undo.isEnabled()
    undo.trigger()
    assert done == [1]
    assert not undo.isEnabled()
