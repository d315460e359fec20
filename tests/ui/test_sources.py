"""All sources in a list, their citations on the clipboard, and their addresses opened only after asking."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Words
from heartland_gui.ui.dialogs.web_address import AddressQuestion, is_web_address
from heartland_gui.ui.window.main_window import MainWindow

DAILY = Ref(SubjectKind.SOURCE, "daily")


def cells(window: MainWindow) -> list[list[str]]:
    model = window.sources.table.cells
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_every_source_is_listed_with_what_rests_on_it(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    assert window.pages.currentWidget() is window.sources
    assert window.windowTitle().startswith("All sources")
    rows = cells(window)
    assert len(rows) == len(window.session.dataset.sources)
    figures = sum(item.source == "daily" for item in window.session.dataset.observations())
    (daily,) = [row for row in rows if row[0] == "Daily"]
    assert daily[5] == str(figures)


def test_a_row_leads_to_the_page_of_the_source(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    row = [row[0] for row in cells(window)].index("Daily")
    window.sources.table.activated.emit(window.sources.table.cells.index(row, 1))
    assert window.session.selection.page == DAILY
    window.session.back()
    assert window.pages.currentWidget() is window.sources


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


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def question(qtbot: QtBot, opened: list[str]) -> Iterator[AddressQuestion]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def opener(url: QUrl) -> bool:
        opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    asked = AddressQuestion(ADDRESS, Words(), parent, opener)
    asked.open()
    qtbot.waitUntil(asked.isVisible)
    yield asked
    parent.close()


def test_the_address_is_shown_whole_and_opened_when_told_to(question: AddressQuestion, opened: list[str]) -> None:
    assert question.informativeText() == ADDRESS
    assert opened == []
    question.open_button.click()
    assert opened == [ADDRESS]


def test_return_and_escape_stay_here(question: AddressQuestion, opened: list[str]) -> None:
    assert question.defaultButton() is question.cancel_button
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert opened == []


def test_the_address_can_be_copied_instead(question: AddressQuestion, opened: list[str]) -> None:
    question.copy_button.click()
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert opened == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://example.org",
        "https://",
        "http:///x",
        "mailto:a@b",
        "x",
        "http://[",
    ],
)
def test_only_addresses_of_the_web_are_opened(qtbot: QtBot, address: str, opened: list[str]) -> None:
    assert not is_web_address(address)
    parent = QWidget()
    qtbot.addWidget(parent)

    def opener(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    asked = AddressQuestion(address, Words(), parent, opener)
    asked.open()
    asked.open_button.click()
    assert opened == []


def test_the_address_on_a_page_asks_before_it_leads_away(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(DAILY)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.page.address_requested.emit(ADDRESS)
    (asked,) = window.findChildren(AddressQuestion)
    assert asked.isVisible()
    assert asked.informativeText() == ADDRESS
    asked.cancel_button.click()
