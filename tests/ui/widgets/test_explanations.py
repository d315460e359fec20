"""What each part of the window says that it is, to whoever asks and to assistive technology."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.problems import Problem, Severity
from heartland_gui.text import message
from heartland_gui.ui.widgets.explanations import PARTS, explain_focused
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


def described(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def go_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    """Have every part of the window made."""
    session = window.session
    problem = Problem("cities.toml", 7, 1, Severity.WARNING, "city-unknown", message("There is no such city."))
    session.open(session.path, session.dataset, (problem,))
    session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.companies.head.facets_button.click()
    window.companies.head.panel.close_panel()
    for view in (View.MAP, View.SOURCES, View.DISAGREEMENTS, View.BOOKMARKS, View.PROBLEMS):
        session.choose_view(view)
    for action in ("as_of", "find"):
        window.actions_by_id[action].trigger()
    window.page.source_requested.emit(Ref(SubjectKind.SOURCE, "daily"))


def test_every_part_says_what_it_is(window: MainWindow, qtbot: QtBot) -> None:
    go_everywhere(window, qtbot)
    silent = []
    for name, said in PARTS.items():
        parts = window.findChildren(QWidget, name)
        words = window.session.words.say(said)
        # A table with a current row tells of that row instead; screen readers still read what it is.
        if not parts or not all(words in (part.whatsThis(), part.accessibleDescription()) for part in parts):
            silent.append(name)
    assert not silent


def test_what_has_a_description_of_its_own_keeps_it(window: MainWindow, qtbot: QtBot) -> None:
    go_everywhere(window, qtbot)
    assert described(window.page.strip.cells[0]).startswith("only\u00a048")
    assert described(window.navigation) == window.navigation.whatsThis()


def test_every_control_has_a_name_and_says_what_it_is(window: MainWindow, qtbot: QtBot) -> None:
    go_everywhere(window, qtbot)
    nameless, silent = [], []
    for control in window.findChildren(QWidget):
        inside_another = isinstance(control.parentWidget(), QLineEdit)
        if inside_another or not isinstance(control, QAbstractButton | QLineEdit):
            continue
        if control.objectName().startswith("qt_") or control.isHidden():
            continue  # what Qt builds its own widgets of
        found = QAccessible.queryAccessibleInterface(control)
        if not found.text(QAccessible.Text.Name):
            nameless.append(f"{type(control).__name__} {control.objectName()}")
        part: QWidget | None = control
        while part is not None and not part.whatsThis() and not described(part):
            part = part.parentWidget()
        if part is None:
            silent.append(f"{control.objectName()} “{found.text(QAccessible.Text.Name)}”")
    assert not nameless
    assert not silent


def test_the_part_with_the_keyboard_is_explained(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, QWidget]] = []
    # Without a screen Qt cannot show it.
    monkeypatch.setattr(QWhatsThis, "showText", lambda _, text, widget: said.append((text, widget)))
    window.activateWindow()
    window.navigation.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.navigation.view)
    window.actions_by_id["explain"].trigger()
    assert said == [(window.navigation.whatsThis(), window.navigation.view)]


def test_without_a_part_a_click_is_asked_for(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "focusWidget", lambda: None)
    explain_focused()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()
    window.actions_by_id["whats_this"].trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()


def test_actions_say_what_they_do(window: MainWindow) -> None:
    assert all(action.whatsThis() for action in window.actions_by_id.values())


def test_what_the_pointer_is_told_the_keyboard_can_ask_for(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert "Trial operation." in window.page.strip.cells[0].whatsThis()
    table = window.page.table
    assert table.whatsThis() == window.session.words.say(PARTS["figures"])
    noted = next(row for row in range(table.cells.rowCount()) if "48" in table.cells.cell(row, 2).text)
    table.setCurrentIndex(table.model().index(noted, 0))
    assert "Trial operation." in table.whatsThis()
