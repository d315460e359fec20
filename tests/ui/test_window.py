"""The window as a whole: problems, memory, faults, names for those who do not see it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStatusBar, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.app import FaultReporter, Stage, built_stage
from heartland_gui.cli import WindowOptions
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind, ref_of
from heartland_gui.model.selection import Selection, View
from heartland_gui.problems import Problem
from heartland_gui.start import has_display
from heartland_gui.text import Words
from heartland_gui.ui.find.dialog import FindDialog
from heartland_gui.ui.state.kept import Kept
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Remembered
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.tool_bar import elided_names

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


def test_the_state_of_the_data_leads_to_the_problems(
    window: MainWindow, session: Session, dataset: Dataset, problem: Problem
) -> None:
    state = window.findChild(QPushButton, "data_state")
    assert state is not None
    assert (state.text(), state.isEnabled()) == ("dataset valid", False)
    session.open(session.path, dataset, (problem, problem))
    assert state.text() == "2 problems"
    QTest.mouseClick(state, Qt.MouseButton.LeftButton)
    cells = window.problems.table.cells
    assert window.problems.isVisible()
    assert cells.cell(0, 0).text == "cities.toml:7"
    assert cells.cell(0, 2).text == "There is no city “tayuan”. (did you mean taiyuan?)"
    assert window.windowTitle().startswith("Problems of the dataset – ")
    QTest.mouseClick(window.problems.back_button, Qt.MouseButton.LeftButton)
    assert window.page.isVisible()


def test_from_problems_that_were_shown_first_a_button_leads_to_the_region(
    window: MainWindow, session: Session, dataset: Dataset, problem: Problem
) -> None:
    region = dataset.region_ref
    session.open(Path("another"), dataset, (problem,), Selection(region, region, view=View.PROBLEMS))
    assert window.problems.isVisible()
    QTest.mouseClick(window.problems.back_button, Qt.MouseButton.LeftButton)
    assert window.page.isVisible()
    assert session.selection.page == region


def test_an_unreadable_dataset_shows_its_problems_and_two_ways_out(
    window: MainWindow, session: Session, problem: Problem
) -> None:
    session.open(Path("/some/folder"), None, (problem,))
    pane = window.problems
    assert pane.isVisible()
    assert pane.title.text() == "This dataset cannot be read"
    assert pane.explanation.text() == "/some/folder"
    assert pane.open_button.isVisible()
    assert not pane.back_button.isVisible()
    assert not window.companies.isVisible()
    QTest.mouseClick(pane.shipped_button, Qt.MouseButton.LeftButton)
    assert session.is_open
    assert window.page.isVisible()


def test_only_what_is_shown_is_made(window: MainWindow) -> None:
    assert window.pages.count() == 1
    window.session.choose_view(View.SOURCES)
    assert window.pages.count() == 2
    assert window.pages.currentWidget() is window.sources


def test_a_window_may_begin_with_an_unreadable_dataset(
    make_window: Callable[[Session], MainWindow], problem: Problem, qapp: QApplication
) -> None:
    session = Session(Words())
    session.open(Path("elsewhere"), None, (problem,))
    window = make_window(session)
    assert window.problems.isVisible()
    assert window.problems.table.cells.rowCount() == 1
    assert not window.problems.back_button.isVisible()
    assert window.windowTitle() == "Heartland"


def test_the_status_line_counts(window: MainWindow) -> None:
    bar = window.findChild(QStatusBar)
    assert bar is not None
    texts = [label.property("text") for label in bar.findChildren(QWidget) if label.property("text")]
    assert "Tiny in transition · 2026-11 edition" in texts
    assert "3 companies · 6 figures · 2 sources" in texts


def test_the_breadcrumb_leads_back_up(window: MainWindow) -> None:
    window.resize(1200, 700)
    window.session.choose_listing(ENERGY)
    window.session.go_to(SND)
    crumbs = [window.findChild(QPushButton, f"crumb_{number}") for number in range(3)]
    names = [crumb.text() for crumb in crumbs if crumb]
    assert names == ["Province", "New energy && materials", "SND Vehicles"]
    assert crumbs[1] is not None
    QTest.mouseClick(crumbs[1], Qt.MouseButton.LeftButton)
    assert window.session.selection.page == ENERGY


def test_long_steps_of_the_breadcrumb_give_way_first(window: MainWindow) -> None:
    metrics = window.fontMetrics()
    names = ["Shanxi", "A very long name of something that takes much room", "Short"]
    assert elided_names(names, metrics, 2000) == names
    short = elided_names(names, metrics, 260)
    assert short[0] == "Shanxi"
    assert short[1].endswith("…")
    assert short[2] == "Short"


# -- memory -----------------------------------------------------------------------------------------------------


def test_place_and_columns_are_remembered(window: MainWindow, settings: QSettings) -> None:
    window.session.go_to(SND)
    window.session.choose_sort("city")
    window.splitter.setSizes([200, 250, 600])
    widths = tuple(window.splitter.sizes())
    window.close()
    again = Remembered(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.place is not None
    assert (again.place.page, again.place.sort) == (SND, "city")
    assert again.columns == widths
    assert not again.geometry.isEmpty()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\x00\xff broken [[[",
        "[place]\npage=planet/mars\nlisting=\n[window]\ncolumns=a, b, c\ngeometry=@ByteArray(zzz)\n",
        "[place]\npage=company\nlisting=/\n[window]\ncolumns=1, 2\ngeometry=7\n",
        "[place]\npage=company/snd\n[window]\ncolumns=-5, 99999999, 0\n",
    ],
)
def test_a_damaged_memory_counts_as_none(
    session: Session, tmp_path: Path, qtbot: QtBot, dataset: Dataset, content: str
) -> None:
    path = tmp_path / "damaged.ini"
    path.write_bytes(content.encode("latin-1"))
    remembered = Remembered(QSettings(str(path), QSettings.Format.IniFormat))
    assert remembered.place is None
    assert remembered.columns == ()
    window = MainWindow(session, lambda _: None, Kept.of(session, remembered), FindDialog)  # type: ignore[arg-type,return-value] # never read
    qtbot.addWidget(window)
    assert min(window.splitter.sizes()) > 0


# -- faults -----------------------------------------------------------------------------------------------------


def test_what_nobody_caught_is_said_in_one_sentence(qtbot: QtBot, session: Session, settings: QSettings) -> None:
    stage = Stage(session, Kept.of(session, Remembered(settings)))
    window = stage.window
    qtbot.addWidget(window)
    window.show()
    reporter = FaultReporter(stage)
    reporter.report(ZeroDivisionError, ZeroDivisionError("by nought"), None)
    banner = window.banner
    assert banner.isVisible()
    assert "by nought" in banner.sentence.text()
    assert "Traceback" not in banner.sentence.text()
    assert not banner.details.isVisible()
    QTest.mouseClick(banner.more, Qt.MouseButton.LeftButton)
    assert banner.details.isVisible()
    assert "ZeroDivisionError" in banner.details.toPlainText()
    QTest.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


@pytest.mark.parametrize(
    ("environment", "platform", "found"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": "nonsense"}, "linux", False),
        ({"DISPLAY": ":4000"}, "linux", False),  # where no server listens
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4000", "WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_looked_for_before_qt_ends_the_process(
    environment: dict[str, str], platform: str, *, found: bool
) -> None:
    assert has_display(environment, platform) is found


def tabbed(window: MainWindow, presses: int) -> list[QWidget]:
    found = []
    for _ in range(presses):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        assert after is not None
        assert not after.visibleRegion().isEmpty(), f"{after.objectName()} has the keyboard out of sight"
        found.append(after)
    return found


def test_tab_goes_through_the_page_from_top_to_bottom_and_chooses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.filter.setFocus()
    reached = tabbed(window, 30)
    assert window.session.selection.page == SND
    assert reached[:2] == [window.companies.head.facets_button, window.companies.head.sort]
    assert reached[2] is window.companies.view
    body = window.page.title.parentWidget()
    assert body is not None
    within = [widget for widget in reached if body.isAncestorOf(widget)]
    assert len(within) > 8
    tops = [widget.mapTo(body, QPoint(0, 0)).y() for widget in within]
    rows = [top - top % 40 for top in tops]
    assert rows == sorted(rows)


def test_the_list_can_be_entered_without_leaving_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.session.choose_listing(ENERGY)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.head.sort.setFocus()
    tabbed(window, 1)
    assert window.companies.view.hasFocus()
    assert window.session.selection.page == ENERGY
    QTest.keyClick(window.companies.view, Qt.Key.Key_Down)
    assert window.session.selection.page.kind is SubjectKind.COMPANY


def test_a_dataset_with_errors_says_so_above_the_page(window: MainWindow, dataset: Dataset, problem: Problem) -> None:
    window.session.open(Path("broken"), dataset, (problem,))
    assert window.commands.say_problems()
    assert window.banner.isVisible()
    assert "1 entry of this dataset is wrong" in window.banner.sentence.text()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("new-energy-and-new-material", "did you mean new-energy-and-new-materials?"),
        ("snd", "did you mean snd-new-energy-special-vehicle?"),
        ("xyzzy-plugh", "The dataset has no page “xyzzy-plugh”."),
    ],
)
def test_a_page_that_is_not_there_is_named_with_its_neighbours(
    tmp_path: Path, qtbot: QtBot, asked: str, said: str
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    # A remembered place is no answer to what was asked for.
    Remembered(settings).keep_place(Selection(Ref(SubjectKind.PLACE, "shanxi"), Ref(SubjectKind.PLACE, "shanxi")))
    window = built_stage(WindowOptions(open=asked), settings).window
    qtbot.addWidget(window)
    assert said in window.banner.sentence.text()
    assert window.session.selection.page.id == "shanxi"


def test_a_notice_stands_alone_in_the_line_at_the_bottom(window: MainWindow) -> None:
    window.status.say_briefly("Done.")
    window.session.go_to(window.session.dataset.region_ref)
    window.session.choose_listing(ref_of(window.session.dataset.pillars[0]))
    assert window.status.currentMessage() == "Done."
    assert not any(label.isVisible() for label in window.status.findChildren(QLabel))
    window.status.clearMessage()
    assert all(label.isVisible() for label in window.status.findChildren(QLabel))


def test_a_sentence_goes_with_the_page_that_it_was_about(window: MainWindow) -> None:
    window.banner.say("The dataset has no page “gone”.")
    window.session.choose_filter("s")
    assert window.banner.isVisible()
    window.session.choose_listing(ref_of(window.session.dataset.pillars[0]))
    assert not window.banner.isVisible()


def test_a_fault_with_details_stays_until_it_is_put_away(window: MainWindow) -> None:
    window.banner.say("Something went wrong.", "details")
    window.session.choose_listing(ref_of(window.session.dataset.pillars[0]))
    assert window.banner.isVisible()


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


# -- the keyboard -----------------------------------------------------------------------------------------------


def test_enter_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    card = window.page.charts.primary
    assert card is not None
    copy = card.tab_order()[-4]
    window.activateWindow()
    copy.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is copy)
    with qtbot.waitSignal(card.copy_requested):
        QTest.keyClick(copy, Qt.Key.Key_Return)


def test_escape_leaves_the_full_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["full_screen"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_another_page_is_read_from_its_beginning(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    window.page.cards.cards[2].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page.cards.cards[2])
    window.session.go_to(window.session.dataset.region_ref)
    assert QApplication.focusWidget() is window.page.title


def test_the_right_button_leaves_the_page_as_it_is(window: MainWindow) -> None:
    view, before = window.companies.view, window.session.selection.page
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert window.session.selection.page == before


def test_the_title_of_a_dataset_is_no_markup(window: MainWindow) -> None:
    labels = window.status.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels if label.text())
