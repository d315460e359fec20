"""What the program is, to be read and copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heartland_gui import __version__
from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read


def test_all_that_is_known_of_the_program_can_be_copied(window: MainWindow, qtbot: QtBot) -> None:
    dialog = AboutDialog(window.session, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    QGuiApplication.clipboard().clear()
    dialog.copy_button.click()
    said = QGuiApplication.clipboard().text()
    for part in (f"Heartland: {__version__}", "Qt: 6.", "PySide: 6.", "Python: 3.", "System: "):
        assert part in said
    for part in ("Data: Tiny in transition", "Id: tiny", "Edition: 2026-11", "3 companies, 6 figures, 3 events"):
        assert part in said
    for part in ("The Inter Project Authors", "PERMISSION & CONDITIONS", "Apache License 2.0"):
        assert part in said
        assert part in dialog.licences.toPlainText()


def test_without_data_the_versions_are_still_said(window: MainWindow, qtbot: QtBot) -> None:
    window.session.open(Path("elsewhere"), None, ())
    dialog = AboutDialog(window.session, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    assert "PySide: 6." in dialog.details
    assert "Id: " not in dialog.details


def test_the_parts_stand_below_one_another(window: MainWindow) -> None:
    dialog = AboutDialog(window.session, window)
    dialog.show()
    assert as_read(dialog) == [["about_text"], ["Fonts and boundaries"], ["about_licences"], ["about_copy", "Close"]]
