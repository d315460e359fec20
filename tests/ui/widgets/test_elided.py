"""Texts that are cut where they have no room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from heartland_gui.ui.widgets.elided import cut_in_middle

NAME = "Daning-Jixian coalbed methane field (PetroChina)"


def cut(text: str, metrics: QFontMetrics, width: int) -> str:
    first, last = cut_in_middle(text, metrics, width)
    return text if first == len(text) else f"{text[:first].rstrip()}…{text[len(text) - last :].lstrip()}"


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    return QFontMetrics(qapp.font())


def test_a_name_that_has_room_stays_whole(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance(NAME)
    assert cut(NAME, metrics, width) == NAME
    assert cut_in_middle(NAME, metrics, width) == (len(NAME), 0)
    assert cut("", metrics, 0) == ""


def test_a_long_name_keeps_its_beginning_and_its_end(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance(NAME) * 2 // 3
    shown = cut(NAME, metrics, width)
    first, last = shown.split("…")
    assert NAME.startswith(first)
    assert NAME.endswith(last)
    assert abs(len(first) - len(last)) <= 2
    assert metrics.horizontalAdvance(shown) <= width
    assert metrics.horizontalAdvance(shown) > width - 3 * metrics.horizontalAdvance("W")


def test_without_room_only_the_sign_is_left(metrics: QFontMetrics) -> None:
    assert cut(NAME, metrics, 1) == "…"


def test_what_is_very_long_is_cut_at_once(metrics: QFontMetrics) -> None:
    assert len(cut("x" * 1_000_000, metrics, 100)) < 100
