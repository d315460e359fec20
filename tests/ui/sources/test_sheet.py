"""The sheet of a source: it comes with a figure, exchanges its content, and goes back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Series, Status
from heartland_gui.model.period import parse_period
from heartland_gui.ui.sources.sheet import RivalRow, SourceSheetPane
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")


def figure_of(window: MainWindow, source: str, number: int = 0) -> Observation:
    return [item for item in window.session.dataset.observations() if item.source == source][number]


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> SourceSheetPane:
    window.activateWindow()
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.page.figure_requested.emit(figure_of(window, "daily"))
    qtbot.waitUntil(window.sheet.isVisible)
    return window.sheet


def test_a_number_shows_where_it_comes_from_and_the_page_stays(window: MainWindow, sheet: SourceSheetPane) -> None:
    assert sheet.title.text() == "Heartland reinvents itself"
    assert window.session.selection.page == SND
    assert sheet.hint.isVisible()
    assert sheet.citation.text().startswith("Daily, “Heartland reinvents itself”, 26 Apr 2020")
    assert sheet.figures.figure_at(sheet.figures.currentIndex()) == figure_of(window, "daily")


def test_the_same_mark_closes_it_and_another_exchanges_it(window: MainWindow, sheet: SourceSheetPane) -> None:
    window.page.figure_requested.emit(figure_of(window, "daily", 1))
    assert sheet.isVisible()
    assert sheet.figures.figure_at(sheet.figures.currentIndex()) == figure_of(window, "daily", 1)
    window.page.figure_requested.emit(figure_of(window, "monthly"))
    assert sheet.title.text() == "The month"
    window.page.figure_requested.emit(figure_of(window, "monthly"))
    assert sheet.isHidden()


def test_escape_and_the_cross_give_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    field = window.navigation.view
    ways: tuple[Callable[[], object], ...] = (
        lambda: QTest.keyClick(window.sheet.figures, Qt.Key.Key_Escape),
        window.sheet.close_button.click,
    )
    for close in ways:
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        window.sheet.show_figure(figure_of(window, "daily"))
        qtbot.waitUntil(window.sheet.figures.hasFocus)
        close()
        assert window.sheet.isHidden()
        assert field.hasFocus()


def test_a_citation_and_a_sentence_go_to_the_clipboard(window: MainWindow, sheet: SourceSheetPane) -> None:
    sheet.cite_button.click()
    assert QGuiApplication.clipboard().text() == sheet.citation.text()
    assert window.status.currentMessage() == "Citation copied."


def test_an_address_is_opened_only_where_there_is_one(window: MainWindow, sheet: SourceSheetPane) -> None:
    asked: list[str] = []
    sheet.address_requested.disconnect()
    sheet.address_requested.connect(asked.append)
    sheet.open_button.click()
    assert asked == ["https://example.org/article"]
    sheet.show_source(MONTHLY)
    assert not sheet.open_button.isEnabled()
    assert sheet.open_button.toolTip() == "This source has no address"


def test_all_of_it_is_on_the_page_of_the_source(window: MainWindow, sheet: SourceSheetPane) -> None:
    assert sheet.all_button.text() == "Show all 3 figures and 3 events"
    sheet.page_button.click()
    assert (window.session.selection.page, sheet.isHidden()) == (DAILY, True)


def test_return_opens_the_subject(window: MainWindow, sheet: SourceSheetPane) -> None:
    window.session.go_to(window.session.dataset.region_ref)
    assert sheet.isVisible(), "another page leaves it there"
    sheet.figures.activated.emit(sheet.figures.currentIndex())
    assert window.session.selection.page.id == figure_of(window, "daily").subject
    assert sheet.isHidden()


def test_it_goes_with_its_source(window: MainWindow, sheet: SourceSheetPane) -> None:
    window.session.show_as_of(date(1990, 1, 1))
    assert sheet.isHidden()


def test_it_says_what_another_day_and_files_read_again_say(
    window: MainWindow, sheet: SourceSheetPane, dataset: Dataset
) -> None:
    window.session.show_as_of(date(2024, 1, 1))
    assert sheet.isVisible()
    assert sheet.hint.isVisible()
    assert "as of 1 January 2024" in sheet.citation.text()
    window.session.show_as_of(None)
    assert "as of" not in sheet.citation.text()
    changed = figure_of(window, "daily")._replace(value=49)
    first = dataset.series[0]._replace(observations=(changed,))
    window.session.open(window.session.path, replace(dataset, series=(first, *dataset.series[1:])))
    values = [index.data() for index in map(sheet.figures.rows.index, range(sheet.figures.rows.rowCount()))]
    assert any("49" in value for value in values), "the new value stands there"
    assert not any("48" in value for value in values)
    assert not sheet.hint.isVisible(), "the figure that somebody came from is gone"


def test_sources_that_differ_are_a_click_apart(window: MainWindow, dataset: Dataset) -> None:
    figures = [
        Observation("snd", "vehicles", source, parse_period("2022"), value, Status.CAPACITY)
        for source, value in (("daily", 100_000), ("monthly", 10_000))
    ]
    more = tuple(Series("snd", "vehicles", each.source, (each,)) for each in figures)
    window.session.open(None, replace(dataset, series=(*dataset.series, *more)))
    window.sheet.show_figure(figures[0])
    rows = [row for row in window.sheet.findChildren(RivalRow) if row.isVisible()]
    assert [(row.accessibleName(), row.isChecked()) for row in rows] == [
        ("100,000\u00a0vehicles, Daily, 26 Apr 2020", True),
        ("10,000\u00a0vehicles, Monthly, 2019 (inferred)", False),
    ]
    rows[1].click()
    assert window.sheet.title.text() == "The month"
    assert window.sheet.isVisible()


def test_the_sheet_takes_the_width_of_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    sheet = SourceSheetPane(window.session, host)
    for width, taken in ((1000, 424), (690, 690)):
        host.resize(width, 600)
        host.show()
        sheet.show_source(DAILY)
        assert sheet.width() == taken
        sheet.dismiss()


def test_the_title_stays_in_sight_in_a_low_window(window: MainWindow, sheet: SourceSheetPane) -> None:
    window.resize(1024, 420)
    window.page.figure_requested.emit(figure_of(window, "daily", 1))
    seen = sheet.title.visibleRegion().boundingRect()
    assert seen.size() == sheet.title.size()
