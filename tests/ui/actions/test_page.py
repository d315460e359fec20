"""Actions about what is shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.dialogs.web_address import AddressQuestion
from heartland_gui.ui.window.main_window import MainWindow

DAILY = Ref(SubjectKind.SOURCE, "daily")


@pytest.mark.parametrize(
    ("form", "head"), [("plain", "Daily, 26"), ("markdown", "Daily, 26"), ("bibtex", "@misc{daily,")]
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
