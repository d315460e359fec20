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
from heartland_gui.app import Stage
from heartland_gui.cli import WindowOptions
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.rendering.fonts import font_families, lacking_characters
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.rendering.style import CONTRAST, DARK, FONT_FAMILIES, LIGHT
from heartland_gui.text.languages import environment_language, words_in
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.facets.panel import FacetPanel
from heartland_gui.ui.find.dialog import FindDialog
from heartland_gui.ui.state.appearance import Look
from heartland_gui.ui.state.kept import Kept
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Remembered
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.window.frame import ZOOM, Frame, first_theme
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def remembered(settings: QSettings) -> Remembered:
    return Remembered(settings)


@pytest.fixture
def chinese_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["tlh", "zh-Hans-CN", "zh", "en"])


def test_a_choice_goes_before_what_is_remembered_and_that_before_the_system(
    qapp: QApplication, remembered: Remembered, chinese_system: None
) -> None:
    del qapp, chinese_system
    assert Look(remembered).words.language == "zh"
    remembered.keep_language("en")
    remembered.keep_theme("dark")
    look = Look(remembered)
    assert (look.words.language, look.colours) == ("en", DARK)
    look = Look(remembered, "zh", "contrast")
    assert (look.words.language, look.colours) == ("zh", CONTRAST)


def test_what_is_remembered_may_be_gone(qapp: QApplication, remembered: Remembered) -> None:
    del qapp
    remembered.keep_language("tlh")
    remembered.keep_theme("plaid")
    look = Look(remembered)
    assert (look.words.language, look.colours) == ("en", LIGHT)


def test_a_choice_is_told_once_and_remembered(qtbot: QtBot, remembered: Remembered, settings: QSettings) -> None:
    look = Look(remembered)
    with qtbot.waitSignal(look.changed):
        look.choose_theme("dark")
    with qtbot.assertNotEmitted(look.changed):
        look.choose_theme("dark")
    with qtbot.waitSignal(look.changed):
        look.choose_language("zh")
    assert (Remembered(settings).language, Remembered(settings).theme) == ("zh", "dark")


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Unknown, LIGHT)],
)
def test_the_system_is_followed_unless_somebody_chose(
    qtbot: QtBot, remembered: Remembered, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, expected: object
) -> None:
    look, chosen = Look(remembered), Look(remembered, theme="light")
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: scheme)
    told: list[bool] = []
    look.changed.connect(lambda: told.append(True))
    with qtbot.assertNotEmitted(chosen.changed):
        QApplication.styleHints().colorSchemeChanged.emit(scheme)
    assert look.colours is expected
    assert told == [True] * (expected is DARK)
    assert chosen.colours is LIGHT


class Contrast(QObject):
    """The wish of the system for contrast, as Qt has it from 6.10 on."""

    contrastPreferenceChanged = Signal()  # noqa: N815 - Qt's name
    wish = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self.wish


def test_the_systems_wish_for_contrast_is_followed(
    qtbot: QtBot, remembered: Remembered, monkeypatch: pytest.MonkeyPatch
) -> None:
    contrast = Contrast()
    monkeypatch.setattr(QStyleHints, "accessibility", lambda _: contrast)
    look = Look(remembered)
    assert look.colours is LIGHT
    contrast.wish = Qt.ContrastPreference.HighContrast
    with qtbot.waitSignal(look.changed):
        contrast.contrastPreferenceChanged.emit()
    assert look.colours is CONTRAST


def test_the_first_frame_has_the_colours_of_the_window(qapp: QApplication, settings: QSettings) -> None:
    del qapp
    assert first_theme(settings, None) is LIGHT
    assert first_theme(settings, "contrast") is CONTRAST
    Remembered(settings).keep_theme("dark")
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
def stage(
    qtbot: QtBot, session: Session, remembered: Remembered, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> Stage:
    frame = Frame(settings, LIGHT)
    qtbot.addWidget(frame)
    made = Stage(session, Kept.of(session, remembered), frame)
    made.bring_to_life()
    frame.hold(made.window)
    frame.resize(1200, 800)
    frame.show()
    return made


def choose(qtbot: QtBot, stage: Stage, action: str) -> MainWindow:
    before = stage.window
    before.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: stage.window is not before)
    qtbot.waitUntil(lambda: stage.window.page.is_complete)
    return stage.window


def test_the_language_changes_at_once_and_everything_stays(qtbot: QtBot, stage: Stage) -> None:
    window = stage.window
    window.session.go_to(SND)
    window.actions_by_id["compare_this"].trigger()
    window.splitter.setSizes([200, 260, 740])
    sizes = window.splitter.sizes()
    window = choose(qtbot, stage, "language_zh")
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
    assert choose(qtbot, stage, "next_language").session.words.language == "en"


def test_a_character_that_no_font_has_gets_one_and_the_window_is_made_anew(
    qtbot: QtBot, stage: Stage, dataset: Dataset
) -> None:
    before, session = stage.window, stage.session
    rare = "\U00030edd"
    assert lacking_characters(rare) == (rare,)
    before.banner.say("One entry was left out.", "Details.")
    places = (replace(dataset.places[0], name=Localized((("en", f"Province {rare}"),))), *dataset.places[1:])
    session.open(session.path, replace(dataset, places=places))
    qtbot.waitUntil(lambda: stage.window is not before)
    assert stage.window.banner.said == ("One entry was left out.", "Details.")
    assert lacking_characters(rare) == ()
    assert QApplication.font().families() == list(font_families())
    assert font_families() != FONT_FAMILIES
    now = stage.window
    session.open(session.path, replace(dataset, places=places))
    qtbot.waitUntil(lambda: not stage.characters.is_reading)
    QApplication.processEvents()
    assert stage.window is now, "what is covered needs nothing anew"


def test_the_colours_change_at_once_in_window_and_charts(qtbot: QtBot, stage: Stage) -> None:
    window = choose(qtbot, stage, "theme_dark")
    palette = QApplication.palette()
    assert palette.window().color().name() == DARK.window
    card = window.page.charts.primary
    assert card is not None
    assert isinstance(card.drawing, ChartView)
    assert card.drawing._theme is DARK
    apply_theme(QApplication.instance(), LIGHT)  # type: ignore[arg-type] # it is an application


def test_the_keyboard_stays_where_it_was(qtbot: QtBot, stage: Stage) -> None:
    stage.window.companies.filter.setFocus()
    window = choose(qtbot, stage, "language_zh")
    focused = window.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "company_filter"


def test_the_page_stays_scrolled(qtbot: QtBot, stage: Stage) -> None:
    stage.window.window().resize(1200, 500)
    stage.window.session.go_to(SND)
    qtbot.waitUntil(lambda: stage.window.page.is_complete)
    stage.window.page.scroll_to(70)
    assert stage.window.page.scrolled == 70
    assert choose(qtbot, stage, "theme_dark").page.scrolled == 70


def test_a_closed_window_is_gone_and_nothing_of_it_answers(qtbot: QtBot, stage: Stage) -> None:
    before = stage.window
    gone: list[bool] = []
    before.destroyed.connect(lambda: gone.append(True))
    choose(qtbot, stage, "language_zh")
    qtbot.waitUntil(lambda: bool(gone))
    stage.session.go_to(SND)  # would raise where a deleted pane still listened


@pytest.mark.parametrize(("kept", "expected"), [("150", 150), ("", 100), ("1000", 100), ("large", 100), ("-100", 100)])
def test_the_size_of_everything_is_one_of_those_that_are_offered(settings: QSettings, kept: str, expected: int) -> None:
    settings.setValue(ZOOM, kept)
    assert Remembered(settings).zoom == expected


def test_the_size_is_kept_in_the_preferences(qtbot: QtBot, remembered: Remembered, settings: QSettings) -> None:
    dialog = PreferencesDialog(Look(remembered), remembered)
    qtbot.addWidget(dialog)
    assert dialog.zooms.currentText() == "100\u00a0%"
    dialog.zooms.setCurrentIndex(4)
    dialog.zooms.activated.emit(4)
    assert Remembered(settings).zoom == 200


def test_the_first_start_has_three_hints_until_they_are_put_away(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr("sys.excepthook", None)  # given back afterwards

    def started() -> MainWindow:
        frame = Frame(QSettings(), LIGHT)
        qtbot.addWidget(frame)
        frame.show()
        app.furnish(frame, WindowOptions(), words_in("en"))
        window = frame.centralWidget()
        assert isinstance(window, MainWindow)
        qtbot.waitUntil(lambda: window.page.is_complete)
        return window

    window = started()
    assert window.hints.isVisible()
    assert len(window.hints.findChildren(QLabel)) == 3
    window.hints.close_button.click()
    assert not window.hints.isVisible()
    window.window().close()
    assert not started().hints.isVisible()


def test_a_choice_of_colours_does_not_make_a_language_for_once_permanent(
    qapp: QApplication, remembered: Remembered
) -> None:
    del qapp
    Look(remembered, "zh").choose_theme("dark")
    assert remembered.language == ""
    Look(remembered, theme="contrast").choose_language("zh")
    assert remembered.theme == "dark"


def test_nothing_of_the_old_window_stays_in_the_frame(qtbot: QtBot, stage: Stage) -> None:
    frame = stage.window.window()
    for action in ("language_zh", "theme_dark", "next_language"):
        window = stage.window
        window.companies.head.facets_button.click()
        window.actions_by_id["find"].trigger()
        for dialog in frame.findChildren(FindDialog):
            dialog.reject()
        choose(qtbot, stage, action)
        qtbot.waitUntil(lambda old=window: not shiboken6.isValid(old))  # type: ignore[misc]
        assert len(frame.findChildren(MainWindow)) == 1
        assert not frame.findChildren(FindDialog)
        assert all(stage.window.isAncestorOf(panel) for panel in frame.findChildren(FacetPanel))


def test_the_window_waits_with_its_change_until_a_dialog_is_done(qtbot: QtBot, stage: Stage) -> None:
    window = stage.window
    window.actions_by_id["about"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    stage._kept.look.choose_theme("dark")
    QApplication.processEvents()
    assert stage.window is window
    dialog.reject()
    qtbot.waitUntil(lambda: stage.window is not window)


def test_every_language_is_called_as_its_speakers_call_it(qtbot: QtBot, stage: Stage) -> None:
    names = {"language_en": "English", "language_zh": "简体中文"}
    for language in ("language_zh", "language_en"):
        window = choose(qtbot, stage, language)
        assert {name: window.actions_by_id[name].text() for name in names} == names
