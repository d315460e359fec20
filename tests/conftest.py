"""Qt without a screen and with the bundled fonts; tests that want a real window start the program as a process."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.fonts import load_fonts

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform says this of every window with a least size; there is nothing to mend.
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support propagateSizeHints")


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """Load the fonts before anything is measured: what is measured without them is remembered."""
    assert load_fonts() == ()
