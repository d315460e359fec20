"""How many pictures a second the company list shows while it is scrolled, with 100,000 companies in it.

Run it as a script: offscreen, the window at 1440 by 900. The wheel is turned, notch by notch, then the scroll bar is
drawn through the whole list; the list is painted after each step. Aim: at least 60 a second at the median. Beside it a
bare list of Qt with as many plain strings and the usual rows, as large as ours.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time

from large_region import large_dataset, large_window
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, QStringListModel, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListView

AIM = 60.0
_NOTCH = 120


class Paintings(QObject):
    """Counts how often a list is painted, so that no step is measured that shows nothing."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def laid_out(view: QListView) -> None:
    """Wait until a list knows the places of all its rows: it lays them out in batches."""
    view.doItemsLayout()
    last = view.model().index(view.model().rowCount() - 1, 0)
    while view.visualRect(last).isEmpty():
        QApplication.processEvents()


def wheel_times(view: QListView, notches: int) -> list[float]:
    """Return the seconds from each notch of the wheel to the painted rows, from the beginning on."""
    place = QPointF(view.viewport().rect().center())
    view.scrollToTop()
    QApplication.processEvents()
    found, paintings = [], Paintings(view)
    for _ in range(notches):
        event = QWheelEvent(
            *(place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, -_NOTCH)),
            *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
        )
        started = time.perf_counter()
        QApplication.sendEvent(view.viewport(), event)
        QApplication.processEvents()
        found.append(time.perf_counter() - started)
    assert paintings.count == notches
    return found


def drag_times(view: QListView, steps: int) -> list[float]:
    """Return the seconds of each step while the scroll bar is drawn from the beginning to the end."""
    bar = view.verticalScrollBar()
    view.scrollToTop()
    QApplication.processEvents()
    found, paintings = [], Paintings(view)
    for step in range(1, steps + 1):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * step // steps)
        QApplication.processEvents()
        found.append(time.perf_counter() - started)
    assert paintings.count == steps
    return found


def bare_list(count: int, size: QSize) -> QListView:
    """Return a list of Qt as it comes, with so many strings."""
    view = QListView()
    view.setModel(QStringListModel([f"Company {number}" for number in range(count)], view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.resize(size)
    view.show()
    return view


def told(name: str, ours: list[float], bare: list[float]) -> tuple[str, bool]:
    """Return the line about one way of scrolling, and whether it meets the aim."""
    middle, late = statistics.median(ours), statistics.quantiles(ours, n=20, method="inclusive")[-1]
    line = (
        f"{name:<10} {1 / middle:5.0f} pictures a second (aim {AIM:.0f}), {1 / late:5.0f} at the slowest twentieth, "
        f"{middle / statistics.median(bare):.1f} times the bare list's time"
    )
    return line, middle <= 1 / AIM


def main() -> int:
    """Print both ways of scrolling and return 1 where one misses the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=400)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    window = large_window(large_dataset(options.companies))
    while not window.page.is_complete:
        QApplication.processEvents()
    ours = window.companies.view
    assert ours.model().rowCount() >= options.companies
    bare = bare_list(ours.model().rowCount(), ours.size())
    for view in (ours, bare):
        laid_out(view)
    rows = [
        told("wheel", wheel_times(ours, options.steps), wheel_times(bare, options.steps)),
        told("scroll bar", drag_times(ours, options.steps), drag_times(bare, options.steps)),
    ]
    sys.stdout.write("\n".join(line for line, _ in rows) + "\n")
    return 0 if all(met for _, met in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
