"""What has the keyboard, and where the Tab key takes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tabbed(presses: int) -> list[QWidget]:
    """Press the Tab key so often, and return what had the keyboard after each time."""
    found = []
    for _ in range(presses):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        after = focused()
        assert not after.visibleRegion().isEmpty(), f"{after.objectName()} has the keyboard out of sight"
        found.append(after)
    return found
