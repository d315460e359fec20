"""The program itself, started as ever, with eyes on its window and its first chart.

python program.py start|clicks
"""

from __future__ import annotations

import sys
import time
from functools import partial

from measuring import Measurement
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from heartland_gui import app
from heartland_gui.cli import WindowOptions
from heartland_gui.model.entities import ref_of
from heartland_gui.text import Words
from heartland_gui.ui.item_models import NavigationModel
from heartland_gui.ui.main_window import MainWindow
from heartland_gui.ui.parts.chart_card import ChartWidget

ROUNDS = 6


class Watched:
    """The program with its two building functions wrapped, so that what they build is watched."""

    def __init__(self, *, clicks: bool) -> None:
        self._build, self._draw = app.built_window, app.new_chart_view
        self._clicks = clicks
        self._measurement: Measurement | None = None
        self._charts = 0

    def built_window(self, options: WindowOptions, words: Words, settings: QSettings) -> MainWindow:
        """Build the window and watch it."""
        window = self._build(options, words, settings)
        self._measurement = measurement = Measurement()
        measurement.watch(window, "window")
        measurement.until("chart", partial(self._click, window, measurement) if self._clicks else measurement.report)
        return window

    def new_chart_view(self, parent: QWidget) -> ChartWidget:
        """Make what draws a chart and watch the first of them."""
        view = self._draw(parent)
        assert isinstance(view, QAbstractScrollArea)
        assert self._measurement is not None
        if not self._charts:
            self._measurement.watch(view.viewport(), "chart")
        self._charts += 1
        return view

    def _click(self, window: MainWindow, measurement: Measurement) -> None:
        """Click on each pillar in turn and note how long its page takes: its first screen, and all of it."""
        first, whole = [], []
        dataset, view = window.session.dataset, window.navigation.view
        model = view.model()
        assert isinstance(model, NavigationModel)
        for pillar in dataset.pillars * ROUNDS:
            place = view.visualRect(model.index_of(ref_of(pillar))).center()
            started = time.perf_counter()
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
            QApplication.sendPostedEvents()
            first.append(time.perf_counter() - started)
            while not window.page.is_complete:
                QApplication.processEvents()
            QApplication.sendPostedEvents()
            whole.append(time.perf_counter() - started)
            assert window.session.selection.page == ref_of(pillar)
        # The first round fills caches that stay filled.
        count = len(dataset.pillars)
        measurement.more.update(first_screen=first[count:], whole_page=whole[count:])
        measurement.report()


def main() -> int:
    """Start the program and let it report."""
    watched = Watched(clicks=sys.argv[1] == "clicks")
    app.built_window = watched.built_window
    app.new_chart_view = watched.new_chart_view
    return app.run_window(WindowOptions())


if __name__ == "__main__":
    sys.exit(main())
