"""Language and colours: chosen, saved, and as the system has them; Qt's own words follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QSettings, Qt, QTranslator, Signal
from PySide6.QtGui import QStyleHints
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDateEdit, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from heartland_gui.app import build_program
from heartland_gui.cli import WindowOptions
from heartland_gui.rendering.style import CONTRAST, DARK, LIGHT
from heartland_gui.ui.state.appearance import Appearance, speak
from heartland_gui.ui.state.settings import Settings


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


def test_a_choice_of_colours_does_not_make_a_language_for_once_permanent(qapp: QApplication, saved: Settings) -> None:
    del qapp
    Appearance(saved, "zh").choose_theme("dark")
    assert saved.language == ""
    Appearance(saved, theme="contrast").choose_language("zh")
    assert saved.theme == "dark"


@pytest.fixture(autouse=True)
def _english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def file_words(qtbot: QtBot) -> str:
    return file_dialog(qtbot).labelText(QFileDialog.DialogLabel.FileName)


def file_dialog(qtbot: QtBot) -> QFileDialog:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    return dialog


def menu_words(qtbot: QtBot) -> list[str]:
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    return [action.text().partition("\t")[0] for action in menu.actions()]


def test_dialogs_and_menus_are_in_the_chosen_language(qtbot: QtBot, qapp: QApplication) -> None:
    speak(qapp, "zh")
    assert file_words(qtbot) == "文件名称(&N)："
    assert "全选" in menu_words(qtbot)
    speak(qapp, "en")
    assert file_words(qtbot) == "File &name:"
    assert "Select All" in menu_words(qtbot)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(qapp.findChildren(QTranslator, "toolkit_words")) == 1


def test_labels_that_qt_has_without_their_key_are_found(qtbot: QtBot, qapp: QApplication) -> None:
    speak(qapp, "zh")
    dialog = file_dialog(qtbot)
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "查找范围："
    assert dialog.labelText(QFileDialog.DialogLabel.FileType) == "文件类型："


def test_calendars_are_in_the_chosen_language(qtbot: QtBot, qapp: QApplication) -> None:
    speak(qapp, "zh")
    day = QDateEdit()
    qtbot.addWidget(day)
    day.setCalendarPopup(True)
    assert day.calendarWidget().locale().dayName(1, QLocale.FormatType.ShortFormat) == "周一"


def test_a_language_that_qt_does_not_have_is_english(qtbot: QtBot, qapp: QApplication) -> None:
    speak(qapp, "zh")
    speak(qapp, "tlh")
    assert file_words(qtbot) == "File &name:"


def test_the_window_brings_its_language_along(qtbot: QtBot, settings: QSettings) -> None:
    program = build_program(WindowOptions(language="zh"), settings)
    qtbot.addWidget(program.window)
    assert file_words(qtbot) == "文件名称(&N)："
    preview = QPrintPreviewDialog()
    qtbot.addWidget(preview)
    assert preview.windowTitle() == "打印预览"
