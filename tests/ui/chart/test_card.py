"""A chart in its card: what its menu offers, and that it is done."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Chart, Question
from heartland_gui.ui.chart.card import ChartCard
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import SND, FakeChart, go_to_snd
from tests.ui.menus import menu_at

pytestmark = pytest.mark.usefixtures("without_popups")


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
    again["Show as chart"].trigger()
    assert not card.as_table


def test_a_chart_changes_its_scale(window: MainWindow, qtbot: QtBot) -> None:
    card, _ = shown_card(window, qtbot)
    window.session.choose_question(Question("over-time", SND, "vehicles", logarithmic=True))
    assert card.chart is not None
    assert card.chart.is_logarithmic
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


def test_the_keyboard_goes_with_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    card, _ = shown_card(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    card.show_as_table(shown=True)
    assert QApplication.focusWidget() is card.table
    assert (card.tools.kinds.current, card.drawing_widget.isVisible()) == (len(card.tools.kinds.buttons) - 1, False)
    card.show_as_table(shown=False)
    assert QApplication.focusWidget() is card.drawing_widget
    assert (card.table.isVisible(), card.tools.kinds.current) == (False, 0)


def test_the_table_of_a_chart_is_named_by_it(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    with qtbot.waitSignal(card.resized):
        card.show_as_table(shown=True)
    assert card.table.accessibleName() == f"{chart.full_title} as a table"
    assert card.tools.title.text() == (chart.title or chart.full_title)
    assert card.table.cells.total == len(chart.table.rows)
    with qtbot.waitSignal(card.copy_requested) as copied:
        menu_at(card, QPoint(40, 8))["Copy table as shown"].trigger()
    assert copied.args == [card.table]


def test_a_card_holds_its_head_its_drawing_and_its_sources_below_one_another(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    head, drawing, foot = card.tools.geometry(), card.drawing_widget.geometry(), card.sources.geometry()
    assert (head.left(), head.width()) == (drawing.left(), drawing.width()) == (16, card.width() - 32)
    assert head.bottom() < drawing.top() <= drawing.bottom() < foot.top()
    assert card.height_for(card.width()) == card.height()
    assert card.sources.text().startswith("Sources: Daily")
    before = card.height_for(card.width()) - drawing.height()
    card.set_least_height(900)
    assert card.height_for(card.width()) == before + 900
    card.set_least_height(5)
    assert card.height_for(300) >= 120
    card.set_most_height(130)
    assert card.height_for(card.width()) == before + 130
    assert chart.notes


def test_notes_unfold_below_the_sources(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    assert card.notes_button.text() == f"Notes ({len(chart.notes)})"
    folded = card.height_for(card.width())
    assert not card.notes.isVisible()
    with qtbot.waitSignal(card.resized):
        card.notes_button.click()
    assert card.notes.isVisible()
    assert card.notes.text().splitlines() == list(chart.notes)
    assert card.height_for(card.width()) > folded
    card.notes_button.click()
    menu_at(card, QPoint(40, 120))[card.notes_button.text()].trigger()
    assert card.notes.isVisible()


def test_sources_that_find_no_room_are_counted(window: MainWindow, qtbot: QtBot) -> None:
    card, chart = shown_card(window, qtbot)
    assert len(chart.sources) == 2
    assert card._source_line(card.fontMetrics().horizontalAdvance("Sources: Daily, 26 Apr 2020 and 1 more ")) == (
        "Sources: Daily, 26 Apr 2020 and 1 more"
    )
    assert card._source_line(40).endswith("…")


def test_of_hundreds_of_sources_only_those_that_may_have_room_are_measured(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, _ = shown_card(window, qtbot)
    monkeypatch.setattr(card, "_named_sources", lambda _: [f"Bureau {number}" for number in range(300)])
    measured: list[int] = []
    listed = card._session.words.clauses

    def counted(texts: Sequence[str]) -> str:
        measured.append(len(texts))
        return listed(texts)

    monkeypatch.setattr(card._session.words, "clauses", counted)
    line = card._source_line(600)
    assert line.endswith("more")
    assert len(measured) < 60


def test_what_a_drawing_asks_for_is_asked_of_the_card(window: MainWindow, qtbot: QtBot) -> None:
    card, _ = shown_card(window, qtbot)
    asked: list[object] = []
    card.source_requested.disconnect()
    card.subject_requested.disconnect()
    card.source_requested.connect(asked.append)
    card.subject_requested.connect(asked.append)
    card.drawing.source_requested.emit("daily")
    card.drawing.subject_requested.emit(SND)
    card.table.requested.emit(SND)
    assert asked == ["daily", SND, SND]
