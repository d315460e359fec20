"""Language and colours: chosen, remembered, as the system has them, and changed while the window is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui import app
from heartland_gui.app import Program
from heartland_gui.cli import WindowOptions
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.rendering.fonts import font_families, lacking_characters
from heartland_gui.rendering.screen.still import StillChart
from heartland_gui.rendering.style import CONTRAST, DARK, FONT_FAMILIES, LIGHT
from heartland_gui.text.languages import environment_language, words_in
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.facets.panel import FacetPanel
from heartland_gui.ui.find.dialog import FindDialog
from heartland_gui.ui.state.appearance import Appearance
from heartland_gui.ui.state.early import ZOOM, first_theme
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.outer_window import OuterWindow

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def saved(settings: QSettings) -> Settings:
    return Settings(settings)


@pytest.fixture
def chinese_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["tlh", "zh-Hans-CN", "zh", "en"])


def test_a_choice_goes_before_what_is_remembered_and_that_before_the_system(
    qapp: QApplication, saved: Settings, chinese_system: None
) -> None:
    del qapp, chinese_system
    assert Appearance(saved).words.language == "zh"
    saved.save_language("en")
    saved.save_theme("dark")
    appearance = Appearance(saved)
    assert (appearance.words.language, appearance.colours) == ("en", DARK)
    appearance = Appearance(saved, "zh", "contrast")
    assert (appearance.words.language, appearance.colours) == ("zh", CONTRAST)


def test_what_is_remembered_may_be_gone(qapp: QApplication, saved: Settings) -> None:
    del qapp
    saved.save_language("tlh")
    saved.save_theme("plaid")
    appearance = Appearance(saved)
    assert (appearance.words.language, appearance.colours) == ("en", LIGHT)


def test_a_choice_is_told_once_and_remembered(qtbot: QtBot, saved: Settings, settings: QSettings) -> None:
    appearance = Appearance(saved)
    with qtbot.waitSignal(appearance.changed):
        appearance.choose_theme("dark")
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.choose_theme("dark")
    with qtbot.waitSignal(appearance.changed):
        appearance.choose_language("zh")
    assert (Settings(settings).language, Settings(settings).theme) == ("zh", "dark")


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Unknown, LIGHT)],
)
def test_the_system_is_followed_unless_somebody_chose(
    qtbot: QtBot, saved: Settings, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, expected: object
) -> None:
    appearance, chosen = Appearance(saved), Appearance(saved, theme="light")
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: scheme)
    told: list[bool] = []
    appearance.changed.connect(lambda: told.append(True))
    with qtbot.assertNotEmitted(chosen.changed):
        QApplication.styleHints().colorSchemeChanged.emit(scheme)
    assert appearance.colours is expected
    assert told == [True] * (expected is DARK)
    assert chosen.colours is LIGHT


class Contrast(QObject):
    """The wish of the system for contrast, as Qt has it from 6.10 on."""

    contrastPreferenceChanged = Signal()  # noqa: N815 - Qt's name
    wish = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self.wish


def test_the_systems_wish_for_contrast_is_followed(
    qtbot: QtBot, saved: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    contrast = Contrast()
    monkeypatch.setattr(QStyleHints, "accessibility", lambda _: contrast)
    appearance = Appearance(saved)
    assert appearance.colours is LIGHT
    contrast.wish = Qt.ContrastPreference.HighContrast
    with qtbot.waitSignal(appearance.changed):
        contrast.contrastPreferenceChanged.emit()
    assert appearance.colours is CONTRAST


def test_the_first_frame_has_the_colours_of_the_window(qapp: QApplication, settings: QSettings) -> None:
    del qapp
    assert first_theme(settings, None) is LIGHT
    assert first_theme(settings, "contrast") is CONTRAST
    Settings(settings).save_theme("dark")
    assert first_theme(settings, None) is DARK


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN.UTF-8"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:zh:en"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "en_US.UTF-8"}, "zh_CN"),
    ],
)
def test_commands_speak_as_the_environment_says(environment: dict[str, str], expected: str) -> None:
    assert environment_language(environment) == expected


# -- the window is made anew ------------------------------------------------------------------------------------


@pytest.fixture
def program(
    qtbot: QtBot, session: Session, saved: Settings, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> Program:
    monkeypatch.setattr(app, "new_chart_view", StillChart)
    frame = OuterWindow(settings, LIGHT)
    qtbot.addWidget(frame)
    made = Program(session, UserState.of(session, saved), frame)
    made.use_interactive_charts()
    frame.hold(made.window)
    frame.resize(1200, 800)
    frame.show()
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
    window.splitter.setSizes([200, 260, 740])
    sizes = window.splitter.sizes()
    window = choose(qtbot, program, "language_zh")
    frame = window.window()
    assert isinstance(frame, QMainWindow)
    assert frame.centralWidget() is window
    assert frame.windowTitle().startswith("斯纳德")
    assert window.actions_by_id["find"].text().startswith("查找")
    assert window.actions_by_id["language_zh"].isChecked()
    assert not window.actions_by_id["language_system"].isChecked()
    assert window.session.selection.page == SND
    assert window.session.can_go_back
    assert window.comparing.members == ("snd",)
    assert window.splitter.sizes() == sizes
    assert choose(qtbot, program, "next_language").session.words.language == "en"


def test_a_character_that_no_font_has_gets_one_and_the_window_is_made_anew(
    qtbot: QtBot, program: Program, dataset: Dataset
) -> None:
    before, session = program.window, program.session
    rare = "\U00030edd"
    assert lacking_characters(rare) == (rare,)
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
    window = choose(qtbot, program, "theme_dark")
    palette = QApplication.palette()
    assert palette.window().color().name() == DARK.window
    card = window.page.charts.primary
    assert card is not None
    assert isinstance(card.drawing, StillChart)
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


@pytest.mark.parametrize(("kept", "expected"), [("150", 150), ("", 100), ("1000", 100), ("large", 100), ("-100", 100)])
def test_the_size_of_everything_is_one_of_those_that_are_offered(settings: QSettings, kept: str, expected: int) -> None:
    settings.setValue(ZOOM, kept)
    assert Settings(settings).zoom == expected


def test_the_size_is_kept_in_the_preferences(qtbot: QtBot, saved: Settings, settings: QSettings) -> None:
    dialog = PreferencesDialog(Appearance(saved), saved)
    qtbot.addWidget(dialog)
    assert dialog.zooms.currentText() == "100\u00a0%"
    dialog.zooms.setCurrentIndex(4)
    dialog.zooms.activated.emit(4)
    assert Settings(settings).zoom == 200


def test_the_first_start_has_three_hints_until_they_are_put_away(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr(app, "new_chart_view", StillChart)
    monkeypatch.setattr("sys.excepthook", None)  # given back afterwards

    def started() -> MainWindow:
        frame = OuterWindow(QSettings(), LIGHT)
        qtbot.addWidget(frame)
        frame.show()
        app.load_into(frame, WindowOptions(), words_in("en"))
        window = frame.centralWidget()
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


def test_a_choice_of_colours_does_not_make_a_language_for_once_permanent(qapp: QApplication, saved: Settings) -> None:
    del qapp
    Appearance(saved, "zh").choose_theme("dark")
    assert saved.language == ""
    Appearance(saved, theme="contrast").choose_language("zh")
    assert saved.theme == "dark"


def test_nothing_of_the_old_window_stays_in_the_frame(qtbot: QtBot, program: Program) -> None:
    frame = program.window.window()
    for action in ("language_zh", "theme_dark", "next_language"):
        window = program.window
        window.companies.head.facets_button.click()
        window.actions_by_id["find"].trigger()
        for dialog in frame.findChildren(FindDialog):
            dialog.reject()
        choose(qtbot, program, action)
        qtbot.waitUntil(lambda old=window: not shiboken6.isValid(old))  # type: ignore[misc]
        assert len(frame.findChildren(MainWindow)) == 1
        assert not frame.findChildren(FindDialog)
        assert all(program.window.isAncestorOf(panel) for panel in frame.findChildren(FacetPanel))


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
