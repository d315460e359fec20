"""Qt without a screen and with the bundled fonts; tests that want a real window start the program as a process."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.fonts import load_fonts, uncover
from tests.examples import EVERYDAY, NIGHTLY

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# How long a machine takes is no verdict on the program. Other examples are drawn each day, and very many by night.
settings.register_profile("everyday", deadline=None, max_examples=EVERYDAY)
settings.register_profile("nightly", deadline=None, max_examples=NIGHTLY)
settings.load_profile("everyday")


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform says this of every window with a least size; there is nothing to mend.
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support propagateSizeHints")


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """Load the fonts before anything is measured: what is measured without them is remembered."""
    assert load_fonts() == ()


@pytest.fixture(scope="session")
def settings_folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return where settings are that are read without a file: those of whoever runs the tests stay untouched."""
    return str(tmp_path_factory.mktemp("settings"))


@pytest.fixture(autouse=True)
def application_as_before(qapp: QApplication, fonts: None, settings_folder: str) -> Iterator[None]:
    """Give the application back its language, colours, fonts, names and clipboard: tests run in any order."""
    del fonts
    font, locale = qapp.font(), QLocale()
    names = qapp.applicationName(), qapp.organizationName(), qapp.desktopFileName()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, settings_folder)
    yield
    _delete_windows()
    uncover()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    if qapp.styleSheet():
        qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    if qapp.font() != font:
        qapp.setFont(font)
    qapp.setApplicationName(names[0])
    qapp.setOrganizationName(names[1])
    qapp.setDesktopFileName(names[2])
    qapp.clipboard().clear()


def _delete_windows() -> None:
    """Delete the windows of a test after it: the application would go on telling each one what changes."""
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
