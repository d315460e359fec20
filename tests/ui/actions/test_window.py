"""Actions of the window itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWhatsThis
from pytestqt.qtbot import QtBot

from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.window.main_window import MainWindow


@pytest.mark.parametrize(
    ("name", "kind"), [("preferences", PreferencesDialog), ("shortcuts", ShortcutsDialog), ("about", AboutDialog)]
)
def test_a_dialog_opens_in_front_of_the_window(window: MainWindow, name: str, kind: type[QDialog]) -> None:
    window.actions_by_id[name].trigger()
    (dialog,) = window.findChildren(kind)
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.reject()


def test_the_window_fills_the_screen_and_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["full_screen"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    window.actions_by_id["full_screen"].trigger()
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_the_window_is_closed(window: MainWindow) -> None:
    window.actions_by_id["quit"].trigger()
    assert not window.isVisible()


def test_a_part_is_asked_for_by_a_click(window: MainWindow) -> None:
    window.actions_by_id["whats_this"].trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()


def test_language_and_colours_are_chosen(window: MainWindow) -> None:
    appearance = window.user.appearance
    window.actions_by_id["theme_dark"].trigger()
    window.actions_by_id["language_zh"].trigger()
    assert (appearance.theme, appearance.language) == ("dark", "zh")
    window.actions_by_id["theme_system"].trigger()
    window.actions_by_id["language_system"].trigger()
    assert (appearance.theme, appearance.language) == ("", "")


def test_the_next_language_is_called_by_its_own_name(window: MainWindow) -> None:
    appearance = window.user.appearance
    appearance.choose_language("en")
    assert window.actions_by_id["next_language"].text() == "简体中文"
    window.actions_by_id["next_language"].trigger()
    assert appearance.language == "zh"
    assert window.commands.by_id["next_language"].name_now(appearance.words) == "English"
