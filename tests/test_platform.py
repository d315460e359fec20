"""What the program stands on: faults of the platform that would otherwise show as crashes far away."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPainterPath


def test_this_pyside_keeps_its_references_to_none() -> None:
    # PySide6 6.12.0 drops one reference to None on nearly every call that returns it. On Python 3.11 None is mortal,
    # so after some ten thousand calls the process aborts: far too late for other tests to notice.
    path = QPainterPath()
    before = sys.getrefcount(None)
    for _ in range(1000):
        path.moveTo(1.0, 1.0)
    assert sys.getrefcount(None) > before - 500
