"""The window as a whole: names for those who do not see it, and the keyboard."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import Selection, View
from heartland_gui.problems import Problem
from heartland_gui.ui.companies.table import CompanyTable
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.widgets.overlay import Edge, Overlay
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import WindowMaker
from tests.ui.keyboard import tabbed
from tests.ui.menus import menu_at

SND = Ref(SubjectKind.COMPANY, "snd")


ENERGY = Ref(SubjectKind.PILLAR, "energy")


ZONE = Ref(SubjectKind.ZONE, "reform-zone")


DAILY = Ref(SubjectKind.SOURCE, "daily")


def _nameless(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("ref", [SND, ENERGY, ZONE, DAILY])
def test_all_that_can_have_the_keyboard_has_a_name(window: MainWindow, qtbot: QtBot, ref: Ref) -> None:
    window.session.go_to(ref)
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert _nameless(window) == []


def test_the_problems_page_has_names_too(window: MainWindow, problem: Problem) -> None:
    window.session.open(Path("elsewhere"), None, (problem,))
    assert _nameless(window) == []


def test_only_what_is_shown_is_made(window: MainWindow) -> None:
    assert window.pages.count() == 1
    window.session.choose_view(View.SOURCES)
    assert window.pages.count() == 2
    assert window.pages.currentWidget() is window.sources


def test_tab_goes_through_the_page_from_top_to_bottom_and_chooses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.head.facets_button.setFocus()
    reached = tabbed(30)
    assert window.session.selection.page == SND
    assert reached[:2] == [window.companies.filter, window.companies.head.sort]
    assert reached[2] is window.companies.view
    body = window.page.title.parentWidget()
    assert body is not None
    within = [widget for widget in reached if body.isAncestorOf(widget)]
    assert len(within) > 8
    tops = [widget.mapTo(body, QPoint(0, 0)).y() for widget in within]
    # What stands on one line is not equally high.
    assert all(after > before - 20 for before, after in pairwise(tops)), tops


def test_back_shows_a_page_where_it_was_left(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 420)
    company = Ref(SubjectKind.COMPANY, "snd")
    window.session.go_to(company)
    qtbot.waitUntil(lambda: window.page.is_complete)
    bar = window.page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(180)
    window.session.go_to(window.session.dataset.region_ref)
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert bar.value() == 0
    window.session.back()
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert bar.value() == 180
    window.session.go_to(window.session.dataset.region_ref)
    window.session.go_to(company)
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert bar.value() == 0, "who comes anew begins at the top"


def test_enter_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    card = window.page.charts.primary
    assert card is not None
    button = card.tools.kinds.buttons[-1]
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert card.as_table


def test_escape_leaves_the_full_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["full_screen"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_another_page_is_read_from_its_beginning(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    window.page.strip.cells[2].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page.strip.cells[2])
    window.session.go_to(window.session.dataset.region_ref)
    assert QApplication.focusWidget() is window.page.title


def test_a_letter_typed_into_the_filter_is_no_shortcut(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.companies.filter.hasFocus()
    card = window.page.charts.primary
    assert card is not None
    QTest.keyClick(window.companies.filter, Qt.Key.Key_T)
    assert window.companies.filter.text() == "t"
    assert not card.as_table
    for letters in (window.navigation.view, window.companies.view):
        # A list finds its rows by their first letters.
        letters.setFocus()
        QTest.keyClick(letters, Qt.Key.Key_T)
        assert not card.as_table
    window.page.scroll_area.setFocus()
    QTest.keyClick(window.page.scroll_area, Qt.Key.Key_T)
    assert card.as_table


def test_columns_stand_as_they_were_saved(make_window: WindowMaker, session: Session, settings: QSettings) -> None:
    Settings(settings).save_window(QByteArray(), (300, 310, 600), ("companies",))
    window = make_window(session)
    session.go_to(SND)
    assert window.splitter.sizes()[:2] == [300, 0]
    window.actions_by_id["company_pane"].trigger()
    assert window.splitter.sizes()[:2] == [300, 310]
    window.remember()
    assert (Settings(settings).columns[:2], Settings(settings).hidden) == ((300, 310), ())


def test_the_title_names_what_is_shown(window: MainWindow) -> None:
    assert window.windowTitle() == "Province – Tiny in transition – Heartland"
    window.session.go_to(SND)
    assert window.windowTitle() == "SND Vehicles – Tiny in transition – Heartland"
    window.session.choose_view(View.SOURCES)
    assert window.windowTitle() == "All sources – Tiny in transition – Heartland"


def test_each_view_has_its_page_and_is_made_once(window: MainWindow) -> None:
    for view, name in (
        (View.DISAGREEMENTS, "disagreements"),
        (View.BOOKMARKS, "bookmarks"),
        (View.SOURCES, "sources"),
        (View.MAP, "map"),
        (View.SUBJECT, "page"),
    ):
        window.session.visit(Selection(SND, window.session.dataset.region_ref, view=view))
        assert window.pages.currentWidget() is getattr(window, name)
        assert getattr(window, name) is getattr(window, name)


def test_a_table_that_is_shown_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.session.choose_view(View.SOURCES)
    qtbot.waitUntil(window.sources.table.hasFocus)


def test_without_a_dataset_only_the_problems_are_seen(window: MainWindow, problem: Problem) -> None:
    window.session.go_to(SND)
    assert (window.navigation.isVisible(), window.companies.isVisible()) == (True, True)
    window.session.open(Path("elsewhere"), None, (problem,))
    assert (window.navigation.isVisible(), window.companies.isVisible()) == (False, False)
    assert window.windowTitle() == "Heartland"


def test_what_is_asked_for_on_a_page_is_done(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.page.removal_requested.emit(SND)
    window.navigation.compare_requested.emit(ENERGY)
    window.companies.compare_requested.emit(SND)
    assert list(window.comparing.members) == ["energy", "snd"]
    window.page.removal_requested.emit(SND)
    assert list(window.comparing.members) == ["energy"]


def test_a_page_without_the_list_takes_its_place_before_it_is_painted(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1300, 900)
    for page in (ENERGY, SND):  # the first time makes the parts
        window.session.choose_listing(page)
        qtbot.waitUntil(lambda: window.page.is_complete)
    body = window.page.scroll_area.widget()
    assert body is not None

    def places() -> list[QRect]:
        return [part.geometry() for part in body.findChildren(QWidget) if part.isVisible()]

    window.session.choose_listing(ENERGY)
    window.page.wait_for_charts()
    before = places()
    QApplication.processEvents()
    QApplication.processEvents()
    assert places() == before


@pytest.mark.usefixtures("without_popups")
def test_menus_of_rows_say_which_of_both_they_do(window: MainWindow, qtbot: QtBot) -> None:
    window.session.choose_listing(ENERGY)
    qtbot.waitUntil(lambda: window.page.is_complete)
    table = window.page.findChild(CompanyTable)
    assert table is not None
    navigation = window.navigation.view
    rows = range(table.cells.rowCount())
    row = next(table.cells.index(number, 0) for number in rows if table.cells.cell(number, 0).ref == SND)
    places = [
        (navigation.viewport(), navigation.visualRect(navigation.currentIndex()).center()),
        (table.viewport(), table.visualRect(row).center()),
    ]
    for said in ("Add to comparison", "Remove from comparison", "Add to comparison"):
        for place, at in places:
            menu_at(place, at)[said].trigger()
    assert list(window.comparing.members) == ["energy", "snd"]


def test_what_was_shown_is_saved_when_the_window_is_closed(window: MainWindow, settings: QSettings) -> None:
    window.session.go_to(SND)
    window.close()
    saved = Settings(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert saved.selection is not None
    assert saved.selection.page == SND
    assert not saved.geometry.isEmpty()


def test_the_parts_of_the_window_stand_where_they_belong(window: MainWindow) -> None:
    window.resize(1300, 800)
    window.session.go_to(SND)
    window.banner.say("It failed.")
    window.welcome.show()
    QApplication.processEvents()
    order = [window.menuBar(), window.tools, window.banner, window.welcome, window.splitter, window.status]
    tops = [part.mapTo(window, QPoint(0, 0)).y() for part in order]
    assert tops == sorted(tops)
    assert all(above + part.height() <= below for above, part, below in zip(tops, order, tops[1:], strict=False))
    lefts = [part.mapTo(window, QPoint(0, 0)).x() for part in (window.navigation, window.companies, window.pages)]
    assert lefts == sorted(set(lefts))
    buttons = [widget for widget in window.tools.tab_order() if widget.isVisible()]
    assert [widget.x() for widget in buttons] == sorted(widget.x() for widget in buttons)
    assert len(buttons) == 10


def test_escape_closes_what_is_topmost_also_from_the_page(window: MainWindow, qtbot: QtBot) -> None:
    sheet = Overlay(window._body, edge=Edge.RIGHT, width=300, dims=False, stays=True)
    field = QLineEdit(sheet)
    sheet.present(field)
    window.page.scroll_area.setFocus()
    QTest.keyClick(window.page.scroll_area, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_f6_reaches_what_floats_over_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet = Overlay(window._body, edge=Edge.RIGHT, width=300, dims=False, stays=True)
    field = QLineEdit(sheet)
    sheet.present(field)
    window.page.scroll_area.setFocus()
    window.splitter.go_round(1)
    assert field.hasFocus()
    window.splitter.go_round(1)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.tools.isAncestorOf(focused)


def test_the_buttons_at_the_side_of_the_mouse_go_through_the_history(window: MainWindow) -> None:
    window.session.go_to(SND)
    for button, page in (
        (Qt.MouseButton.BackButton, window.session.dataset.region_ref),
        (Qt.MouseButton.ForwardButton, SND),
    ):
        QTest.mouseClick(window.navigation.view.viewport(), button)
        assert window.session.selection.page == page
    QTest.mouseClick(window.companies.view.viewport(), Qt.MouseButton.BackButton)
    assert window.session.selection.page != SND
