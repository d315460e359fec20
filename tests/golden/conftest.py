"""The bundled fonts, without which no text has its size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.fonts import load_fonts


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    assert load_fonts() == ()
