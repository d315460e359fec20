"""Qt without a screen; tests that want a real window start the program as a process of its own."""

from __future__ import annotations

import os

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform says this of every window with a least size; there is nothing to mend.
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support propagateSizeHints")
