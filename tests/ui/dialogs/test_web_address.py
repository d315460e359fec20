"""Addresses of the web are opened only after asking."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.text import Words
from heartland_gui.ui.dialogs.web_address import AddressQuestion, is_web_address

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
