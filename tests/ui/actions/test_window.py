"""Actions of the window itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.state import appearance as appearance_module
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


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


def test_the_size_of_everything_goes_up_and_down_in_steps(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    works = [True]

    def set_scale(percent: int) -> bool:
        sizes.append(percent)
        return works[0]

    monkeypatch.setattr(appearance_module, "set_scale", set_scale)
    actions = window.actions_by_id
    window.commands.appearance.larger_text()
    assert window.status.currentMessage() == "Text size: 125\u00a0%"
    window.commands.appearance.larger_text()
    works[0] = False
    window.commands.appearance.smaller_text()
    assert window.status.currentMessage() == "Text size: 125\u00a0% from the next start on"
    window.commands.appearance.default_text()
    assert sizes == [125, 150, 125, 100]
    window.session.changed.emit()
    enabled = [actions[name].isEnabled() for name in ("larger_text", "smaller_text", "default_text")]
    assert enabled == [True, False, False]


def test_panes_are_shown_and_hidden(window: MainWindow) -> None:
    navigation, companies = window.actions_by_id["navigation_pane"], window.actions_by_id["company_pane"]
    assert (navigation.isChecked(), navigation.isEnabled()) == (True, True)
    assert (companies.isChecked(), companies.isEnabled()) == (False, False)
    navigation.trigger()
    assert (window.navigation.isVisible(), navigation.isChecked()) == (False, False)
    window.session.go_to(SND)
    assert (companies.isChecked(), companies.isEnabled()) == (True, True)
    companies.trigger()
    assert not window.companies.isVisible()
    window.session.choose_view(View.SOURCES)
    window.session.go_to(SND)
    assert not window.companies.isVisible(), "what somebody hid stays hidden"


def test_f6_goes_round_the_parts_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.navigation.view.setFocus()
    parts = [window.tools, window.navigation, window.companies, window.pages]

    def part() -> QWidget:
        focused = QApplication.focusWidget()
        return next(each for each in parts if focused is not None and each.isAncestorOf(focused))

    reached = []
    for _ in range(4):
        window.actions_by_id["next_pane"].trigger()
        reached.append(part())
    assert reached == [window.companies, window.pages, window.tools, window.navigation]
    window.actions_by_id["previous_pane"].trigger()
    assert part() is window.tools
