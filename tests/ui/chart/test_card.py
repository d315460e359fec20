"""A chart in its card: what its menu offers, and that it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Chart
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.chart.card import ChartCard
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import FakeChart

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture(autouse=True)
def _without_popups(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a screen Qt cannot give a menu the keyboard.
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menu.setProperty("popped_up", "true"))


def menu_at(
    place: QWidget, at: QPoint, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
) -> dict[str, QAction]:
    """Open the menu of a place and return its entries by name."""
    QApplication.sendEvent(place, QContextMenuEvent(reason, at, place.mapToGlobal(at)))
    menu = place.window().findChildren(QMenu, "context_menu")[-1]
    assert menu.property("popped_up")
    menu.setObjectName("")
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def go_to_snd(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)


def shown_card(window: MainWindow, qtbot: QtBot) -> tuple[ChartCard, Chart]:
    go_to_snd(window, qtbot)
    card = window.page.charts.primary
    assert card is not None
    assert card.chart is not None
    return card, card.chart


def test_a_chart_is_copied_exported_and_seen_otherwise(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    entries = menu_at(card, QPoint(40, 120))
    assert list(entries)[:5] == ["Copy picture", "Copy table", "Copy as Markdown", "Copy citation", "Export …"]
    entries["Copy table"].trigger()
    assert "\t" in QGuiApplication.clipboard().text()
    entries["Copy as Markdown"].trigger()
    assert QGuiApplication.clipboard().text().startswith("|")
    entries["Copy citation"].trigger()
    assert "Daily" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(card.copy_requested) as copied:
        entries["Copy picture"].trigger()
    assert copied.args == [chart]
    card.export_requested.disconnect()
    with qtbot.waitSignal(card.export_requested) as exported:
        entries["Export …"].trigger()
    assert exported.args == [chart]
    entries["Show as table"].trigger()
    assert card.as_table
    again = menu_at(card, QPoint(40, 8))
    assert "Linear scale" not in again
    assert "Whole chart" not in again
    again["Show as drawing"].trigger()
    assert not card.as_table


def test_a_chart_changes_its_scale(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    assert chart.is_logarithmic
    menu_at(card, QPoint(40, 120))["Linear scale"].trigger()
    assert card.chart is not None
    assert not card.chart.is_logarithmic
    assert "Logarithmic scale" in menu_at(card, QPoint(40, 120))


def test_a_chart_that_is_zoomed_is_shown_whole_again(window: MainWindow, qtbot: QtBot) -> None:
    card, _ = shown_card(window, qtbot)
    drawing = card.drawing
    assert isinstance(drawing, FakeChart)
    drawing.is_zoomed = True
    menu_at(card, QPoint(40, 120))["Whole chart"].trigger()
    assert drawing.resets == 1
