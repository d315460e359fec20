"""Actions about what is shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View, address_of
from heartland_gui.ui.actions.action import without_key
from heartland_gui.ui.dialogs.web_address import AddressQuestion
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")
SOLAR = Ref(SubjectKind.COMPANY, "solar")
DAILY = Ref(SubjectKind.SOURCE, "daily")


@pytest.mark.parametrize(
    ("form", "head"), [("plain", "Daily, “Heartland"), ("markdown", "Daily, “[Heartland"), ("bibtex", "@misc{daily,")]
)
def test_a_source_is_copied_as_it_is_cited(window: MainWindow, form: str, head: str) -> None:
    action = window.actions_by_id[f"cite_{form}"]
    assert not action.isEnabled()
    window.session.go_to(DAILY)
    assert action.isEnabled()
    action.trigger()
    assert QGuiApplication.clipboard().text().startswith(head)


ADDRESS = "https://example.org/path?a=1&b=%20#part"


def test_the_address_on_a_page_asks_before_it_leads_away(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(DAILY)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.page.address_requested.emit(ADDRESS)
    (asked,) = window.findChildren(AddressQuestion)
    assert asked.isVisible()
    assert asked.informativeText() == ADDRESS
    asked.cancel_button.click()


def test_what_is_shown_is_gathered_and_let_go(window: MainWindow) -> None:
    action = window.actions_by_id["compare_this"]
    window.session.go_to(SND)
    assert without_key(action.text()) == "Add to comparison"
    action.trigger()
    assert window.comparing.members == ("snd",)
    assert "1 of 8" in window.status.currentMessage()
    assert (action.text(), window.actions_by_id["compare"].text()) == ("Remove from comparison", "Compare (1)")
    action.trigger()
    assert not window.comparing.members
    assert window.status.currentMessage() == "Removed from comparison."
    window.session.go_to(DAILY)
    assert not action.isEnabled()


def test_what_was_gathered_is_shown(window: MainWindow) -> None:
    window.commands.page.gather(SND)
    window.actions_by_id["compare"].trigger()
    assert window.session.selection.page == comparison_of(("snd",))


def test_one_too_many_is_refused_in_the_banner(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heartland_gui.ui.state.user.MOST_MEMBERS", 1)
    window.commands.page.gather(SND)
    assert window.banner.said is None
    window.commands.page.gather(SOLAR)
    assert window.banner.said is not None
    assert window.comparing.members == ("snd",)


def test_what_is_dropped_is_gathered_and_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heartland_gui.ui.state.user.MOST_MEMBERS", 2)
    dropped = window.commands.page.gather_dropped
    dropped(SND)
    assert window.session.selection.page == comparison_of(("snd",))
    dropped(SND)
    assert window.comparing.members == ("snd",), "what is there already stays"
    dropped(SOLAR)
    assert window.session.selection.page == comparison_of(("snd", "solar"))
    window.session.go_to(SND)
    dropped(Ref(SubjectKind.COMPANY, "mill"))
    assert window.banner.said is not None
    assert "At most" in window.banner.said[0]
    assert window.session.selection.page == comparison_of(("snd", "solar"))
    dropped(DAILY)
    assert window.banner.said[0] == "This page cannot be compared."


def test_a_bookmark_is_added_and_removed(window: MainWindow) -> None:
    action = window.actions_by_id["bookmark"]
    action.trigger()
    added = window.status.currentMessage()
    assert window.user.bookmarks.holds_current
    assert action.text() == "Remove bookmark"
    action.trigger()
    assert not window.user.bookmarks.holds_current
    assert added != window.status.currentMessage() != ""
    assert action.text() == "Add bookmark"
    window.actions_by_id["bookmarks"].trigger()
    assert window.session.selection.view is View.BOOKMARKS
    assert not action.isEnabled()


def test_the_address_of_what_is_shown_is_copied(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.actions_by_id["copy_address"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied == address_of(window.session.dataset, window.session.selection)
    assert window.status.currentMessage() == "Address copied."


def test_the_sources_are_brought_into_view(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[bool] = []
    monkeypatch.setattr(window.page, "show_sources", lambda: shown.append(True))
    window.actions_by_id["sources"].trigger()
    assert shown == [True]
