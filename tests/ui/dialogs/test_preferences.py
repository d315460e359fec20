"""Preferences that hold at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMargins, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.app import Program
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import Selection
from heartland_gui.rendering.style import DARK
from heartland_gui.ui.dialogs.preferences import ForgetQuestion, PreferencesDialog
from heartland_gui.ui.export.saving import usual_folder
from heartland_gui.ui.state import appearance as appearance_module
from heartland_gui.ui.state.appearance import Appearance
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import Bookmarks, UserState
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def saved(settings: QSettings) -> Settings:
    return Settings(settings)


@pytest.fixture
def appearance(saved: Settings, qtbot: QtBot) -> Appearance:
    del qtbot
    return Appearance(saved, "en", "light")


@pytest.fixture
def preferences(appearance: Appearance, saved: Settings, qtbot: QtBot) -> PreferencesDialog:
    made = PreferencesDialog(appearance, saved)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(choice: QComboBox, identifier: str) -> None:
    choice.setCurrentIndex(choice.findData(identifier))
    choice.activated.emit(choice.currentIndex())


def test_choices_hold_at_once_and_the_dialog_speaks_the_language(
    preferences: PreferencesDialog, appearance: Appearance, settings: QSettings
) -> None:
    choose(preferences.themes, "dark")
    assert appearance.colours == DARK
    choose(preferences.languages, "zh")
    assert appearance.words.language == "zh"
    assert preferences.close_button.text() == appearance.words.text("Close") != "Close"
    assert preferences.themes.currentData() == "dark"
    assert (Settings(settings).language, Settings(settings).theme) == ("zh", "dark")


def test_the_window_follows_while_preferences_are_open(
    qtbot: QtBot, session: Session, settings: QSettings, saved: Settings, appearance: Appearance
) -> None:
    program = Program(session, UserState.of(session, saved, appearance))
    program.window.show()
    # It goes when the language changes, and cannot be closed at the end.
    first = program.window
    appearance.choose_language("zh")
    qtbot.waitUntil(lambda: program.window is not first)
    qtbot.addWidget(program.window)
    program.window.actions_by_id["preferences"].trigger()
    dialog = program.window.findChild(PreferencesDialog)
    assert dialog is not None
    assert dialog.languages.currentData() == "zh"
    dialog.close()


def test_everything_in_the_preferences_has_a_name(preferences: PreferencesDialog) -> None:
    for each in preferences.findChildren(QWidget):
        if isinstance(each, QComboBox | QLineEdit) and each.objectName():
            assert each.accessibleName()
        if isinstance(each, QAbstractButton) and each.objectName().startswith("preferences"):
            assert each.text()


def test_the_folder_for_exports_outlives_the_program(
    preferences: PreferencesDialog, settings: QSettings, tmp_path: Path
) -> None:
    assert not preferences.usual_button.isEnabled()
    preferences.ask_folder = lambda *_: tmp_path
    preferences.choose_button.click()
    assert preferences.folder.text() == str(tmp_path)
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert Settings(again).folder == tmp_path
    preferences.usual_button.click()
    assert Settings(settings).folder is None
    assert preferences.folder.text() == str(usual_folder())


def test_a_chosen_folder_is_where_exports_go(window: MainWindow, saved: Settings, tmp_path: Path) -> None:
    saved.save_folder(tmp_path)
    assert window.commands.chart.folder == tmp_path


@pytest.mark.parametrize(
    "value",
    [
        "", "relative/folder", "/no/such/folder", "/" + "x" * 5000, "/with\0zero", 7, 2.5, True, ["/", "/"], {},
        QByteArray(b"/"), "/etc/passwd", "\ud800", "~", ".",
    ],
)  # fmt: skip
def test_a_strange_folder_counts_as_none(settings: QSettings, value: object) -> None:
    settings.setValue("export/folder", value)
    assert Settings(settings).folder is None


def test_what_is_remembered_is_forgotten_after_asking(
    preferences: PreferencesDialog, saved: Settings, settings: QSettings, window: MainWindow
) -> None:
    place = Selection(page=SND, listing=window.session.dataset.region_ref)
    saved.save_selection(place)
    saved.save_window(QByteArray(b"somewhere"), (200, 300, 400))
    saved.save_language("en")
    saved.save_theme("dark")
    Bookmarks(window.session, saved, window.user.undoing).toggle()
    kept = saved.bookmarks("tiny")
    assert kept
    preferences.ask = lambda question: question.keep_button.click()
    preferences.forget_button.click()
    assert Settings(settings).selection is not None
    preferences.ask = lambda question: question.forget_button.click()
    preferences.forget_button.click()
    again = Settings(settings)
    assert (again.selection, again.columns, again.geometry) == (None, (), QByteArray())
    assert (again.bookmarks("tiny"), again.theme) == (kept, "dark")
    assert "next start" in preferences.report.text()
    # Closing the window must not bring back what was to be forgotten.
    saved.save_selection(place)
    saved.save_window(QByteArray(b"somewhere"), (200, 300, 400))
    assert (Settings(settings).selection, Settings(settings).columns) == (None, ())


def test_the_safe_answer_is_the_one_that_return_gives(preferences: PreferencesDialog, appearance: Appearance) -> None:
    question = ForgetQuestion(appearance.words, preferences)
    assert question.defaultButton() is question.keep_button
    assert question.escapeButton() is question.keep_button


def test_the_size_changes_at_once_or_it_is_said_when(
    qtbot: QtBot, saved: Settings, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = [True]
    monkeypatch.setattr(appearance_module, "set_scale", lambda _percent: works[0])
    dialog = PreferencesDialog(Appearance(saved), saved)
    qtbot.addWidget(dialog)
    assert dialog.zooms.currentText() == "100\u00a0%"
    dialog.zooms.setCurrentIndex(4)
    dialog.zooms.activated.emit(4)
    assert (Settings(settings).zoom, dialog.report.text()) == (200, "")
    works[0] = False
    dialog.zooms.activated.emit(4)
    assert dialog.report.text() == "Text size: 200\u00a0% from the next start on"


def test_each_choice_stands_beside_its_name(preferences: PreferencesDialog) -> None:
    preferences.show()
    assert as_read(preferences) == [
        ["Language", "preferences_language"],
        ["Theme", "preferences_theme"],
        ["Text size", "preferences_zoom"],
        [
            "Folder for exports",
            "preferences_folder",
            "preferences_choose_folder",
            "preferences_usual_folder",
        ],
        ["preferences_report"],
        ["preferences_forget", "preferences_close"],
    ]


def test_it_is_as_wide_as_the_folder_needs_with_the_margins_of_every_dialog(preferences: PreferencesDialog) -> None:
    layout = preferences.layout()
    assert layout is not None
    assert layout.contentsMargins() == QMargins(20, 18, 20, 14)
    assert preferences.width() == max(620, preferences.minimumSizeHint().width())
    assert preferences.height() < preferences.width()
