"""The program: put together, started, and made anew when its language or colours change."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui import app
from heartland_gui.app import FaultReporter, Program, build_program
from heartland_gui.cli import WindowOptions
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.model.selection import Selection
from heartland_gui.rendering.fonts import font_families, lacking_characters
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.rendering.style import DARK, FONT_FAMILIES, LIGHT
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.facets.panel import FacetPanel
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.outer_window import OuterWindow
from tests.ui import conftest

dataset, session, settings = conftest.dataset, conftest.session, conftest.settings
"""The fixtures of the window's tests."""


@pytest.fixture
def outer(qtbot: QtBot, settings: QSettings) -> OuterWindow:
    made = OuterWindow(settings, LIGHT)
    qtbot.addWidget(made)
    return made


def test_the_page_is_painted_with_its_chart_before_the_library_is_loaded(
    qtbot: QtBot, outer: OuterWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawn: list[str] = []

    class Painted(ChartView):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            drawn.append("picture")

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr(app, "ChartView", Painted)
    monkeypatch.setattr(app, "load_zooming", lambda: drawn.append("library"))
    monkeypatch.setattr("sys.excepthook", None)  # given back afterwards
    outer.resize(1440, 1400)
    outer.show()
    app.load_into(outer, WindowOptions(), Words())
    qtbot.waitUntil(lambda: "library" in drawn)
    assert drawn[0] == "picture"
    window = outer.centralWidget()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: window.page.is_complete)


SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def saved(settings: QSettings) -> Settings:
    return Settings(settings)


@pytest.fixture
def program(
    qtbot: QtBot, session: Session, saved: Settings, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> Program:
    outer = OuterWindow(settings, LIGHT)
    qtbot.addWidget(outer)
    made = Program(session, UserState.of(session, saved), outer)
    made.complete()
    outer.hold(made.window)
    outer.resize(1200, 800)
    outer.show()
    return made


def choose(qtbot: QtBot, program: Program, action: str) -> MainWindow:
    before = program.window
    before.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: program.window is not before)
    qtbot.waitUntil(lambda: program.window.page.is_complete)
    return program.window


def test_the_language_changes_at_once_and_everything_stays(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.session.go_to(SND)
    window.actions_by_id["compare_this"].trigger()
    window.splitter.restore({Pane.NAVIGATION: 200, Pane.COMPANIES: 260}, ())
    sizes = window.splitter.sizes()
    window = choose(qtbot, program, "language_zh")
    outer = window.window()
    assert isinstance(outer, QMainWindow)
    assert outer.centralWidget() is window
    assert outer.windowTitle().startswith("斯纳德")
    assert window.actions_by_id["find"].text().startswith("查找")
    assert window.actions_by_id["language_zh"].isChecked()
    assert not window.actions_by_id["language_system"].isChecked()
    assert window.session.selection.page == SND
    assert window.session.can_go_back
    assert window.comparing.members == ("snd",)
    assert window.splitter.sizes() == sizes
    assert choose(qtbot, program, "language_en").session.words.language == "en"


def test_a_character_that_no_font_has_gets_one_and_the_window_is_made_anew(
    qtbot: QtBot, program: Program, dataset: Dataset
) -> None:
    before, session = program.window, program.session
    # Some machines have fonts with a few of these; no test asks for one that the machine has.
    rare = next((each for each in map(chr, range(0x30000, 0x3134B)) if lacking_characters(each)), "")
    if not rare:
        pytest.skip("the fonts of this machine have every Han character of extension G")
    before.banner.say("One entry was left out.", "Details.")
    places = (replace(dataset.places[0], name=Localized((("en", f"Province {rare}"),))), *dataset.places[1:])
    session.open(session.path, replace(dataset, places=places))
    qtbot.waitUntil(lambda: program.window is not before)
    assert program.window.banner.said == ("One entry was left out.", "Details.")
    assert lacking_characters(rare) == ()
    assert QApplication.font().families() == list(font_families())
    assert font_families() != FONT_FAMILIES
    now = program.window
    session.open(session.path, replace(dataset, places=places))
    qtbot.waitUntil(lambda: not program.characters.is_reading)
    QApplication.processEvents()
    assert program.window is now, "what is covered needs nothing anew"


def test_the_colours_change_at_once_in_window_and_charts(qtbot: QtBot, program: Program) -> None:
    program.window.session.go_to(SND)
    window = choose(qtbot, program, "theme_dark")
    palette = QApplication.palette()
    assert palette.window().color().name() == DARK.window
    card = window.page.charts.primary
    assert card is not None
    assert isinstance(card.drawing, ChartView)
    assert card.drawing._theme is DARK
    apply_theme(QApplication.instance(), LIGHT)  # type: ignore[arg-type] # it is an application


def test_the_keyboard_stays_where_it_was(qtbot: QtBot, program: Program) -> None:
    program.window.companies.filter.setFocus()
    window = choose(qtbot, program, "language_zh")
    focused = window.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "company_filter"


def test_the_page_stays_scrolled(qtbot: QtBot, program: Program) -> None:
    program.window.window().resize(1200, 500)
    program.window.session.go_to(SND)
    qtbot.waitUntil(lambda: program.window.page.is_complete)
    program.window.page.scroll_to(70)
    assert program.window.page.scrolled == 70
    assert choose(qtbot, program, "theme_dark").page.scrolled == 70


def test_a_closed_window_is_gone_and_nothing_of_it_answers(qtbot: QtBot, program: Program) -> None:
    before = program.window
    gone: list[bool] = []
    before.destroyed.connect(lambda: gone.append(True))
    choose(qtbot, program, "language_zh")
    qtbot.waitUntil(lambda: bool(gone))
    program.session.go_to(SND)  # would raise where a deleted pane still listened


def test_the_first_start_has_three_hints_until_they_are_put_away(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr("sys.excepthook", None)  # given back afterwards

    def started() -> MainWindow:
        outer = OuterWindow(QSettings(), LIGHT)
        qtbot.addWidget(outer)
        outer.show()
        app.load_into(outer, WindowOptions(), words_in("en"))
        window = outer.centralWidget()
        assert isinstance(window, MainWindow)
        qtbot.waitUntil(lambda: window.page.is_complete)
        return window

    window = started()
    assert window.welcome.isVisible()
    assert len(window.welcome.findChildren(QLabel)) == 3
    window.welcome.close_button.click()
    assert not window.welcome.isVisible()
    window.window().close()
    assert not started().welcome.isVisible()


def test_nothing_of_the_old_window_stays_in_the_frame(qtbot: QtBot, program: Program) -> None:
    outer = program.window.window()
    for action in ("language_zh", "theme_dark", "language_en"):
        window = program.window
        window.companies.head.facets_button.click()
        window.actions_by_id["find"].trigger()
        for panel in outer.findChildren(FindPanel):
            panel.dismiss()
        choose(qtbot, program, action)
        qtbot.waitUntil(lambda old=window: not shiboken6.isValid(old))  # type: ignore[misc]
        assert len(outer.findChildren(MainWindow)) == 1
        assert not outer.findChildren(FindPanel)
        assert all(program.window.isAncestorOf(panel) for panel in outer.findChildren(FacetPanel))


def test_the_actions_of_a_window_that_is_gone_follow_nothing(qtbot: QtBot, program: Program) -> None:
    old, menus = program.window, program.window._menus
    choose(qtbot, program, "theme_dark")
    qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    program.window.comparing.add(program.session.dataset.region_ref)
    assert program.window.comparing.members
    assert not shiboken6.isValid(menus)


def test_the_window_waits_with_its_change_until_nobody_types_into_the_panel_that_finds(
    qtbot: QtBot, program: Program
) -> None:
    window = program.window
    program._renew_later()
    window.actions_by_id["find"].trigger()
    (panel,) = window.findChildren(FindPanel)
    QApplication.processEvents()
    assert program.window is window
    assert panel.isVisible()
    panel.dismiss()
    qtbot.waitUntil(lambda: program.window is not window)


def test_the_window_waits_with_its_change_until_a_dialog_is_done(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.actions_by_id["about"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    program._user.appearance.choose_theme("dark")
    QApplication.processEvents()
    assert program.window is window
    dialog.reject()
    qtbot.waitUntil(lambda: program.window is not window)


def test_every_language_is_called_as_its_speakers_call_it(qtbot: QtBot, program: Program) -> None:
    names = {"language_en": "English", "language_zh": "简体中文"}
    for language in ("language_zh", "language_en"):
        window = choose(qtbot, program, language)
        assert {name: window.actions_by_id[name].text() for name in names} == names


def test_what_nobody_caught_is_said_in_one_sentence(qtbot: QtBot, session: Session, settings: QSettings) -> None:
    program = Program(session, UserState.of(session, Settings(settings)))
    window = program.window
    qtbot.addWidget(window)
    window.show()
    reporter = FaultReporter(program)
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
    Settings(settings).save_selection(Selection(Ref(SubjectKind.PLACE, "shanxi"), Ref(SubjectKind.PLACE, "shanxi")))
    window = build_program(WindowOptions(open=asked), settings).window
    qtbot.addWidget(window)
    assert said in window.banner.sentence.text()
    assert window.session.selection.page.id == "shanxi"


def test_the_window_says_that_charts_cannot_be_zoomed(
    qtbot: QtBot, session: Session, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "heartland_gui.rendering.screen.zooming", None)
    outer = OuterWindow(settings, LIGHT)
    qtbot.addWidget(outer)
    program = Program(session, UserState.of(session, Settings(settings)), outer)
    program.complete()
    assert program.window.banner.said is not None
    assert program.window.banner.said[0].startswith("Charts cannot be zoomed: ")
    session.go_to(SND)
    qtbot.waitUntil(lambda: program.window.page.is_complete)
    assert program.window.page.charts.primary is not None
