"""Qt without a screen and with the bundled fonts; tests that want a real window start the program as a process."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.fonts import load_fonts

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# How long a machine takes is no verdict on the program.
settings.register_profile("everyday", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=1000)
settings.load_profile("everyday")


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform says this of every window with a least size; there is nothing to mend.
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support propagateSizeHints")


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """Load the fonts before anything is measured: what is measured without them is remembered."""
    assert load_fonts() == ()


@pytest.fixture(autouse=True)
def no_windows_left(fonts: None) -> Iterator[None]:
    """Delete the windows of a test after it: the application would go on telling each one what changes."""
    del fonts
    yield
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
