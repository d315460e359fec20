"""Qt's own widgets speak the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QSettings, QTranslator
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDateEdit, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from heartland_gui.app import build_program
from heartland_gui.cli import WindowOptions
from heartland_gui.ui.state.appearance import speak


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
