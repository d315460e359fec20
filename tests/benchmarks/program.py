"""The program itself, started as ever, with eyes on its window and its first chart.

python program.py start|clicks
"""

from __future__ import annotations

import importlib
import sys
import time
from functools import partial
from typing import Any

from measuring import Measurement
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from heartland_gui import start
from heartland_gui.cli import WindowOptions
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.window.outer_window import OuterWindow

ROUNDS = 6


class Watched:
    """The program with its building functions wrapped, so that what they build is watched.

    Nothing is imported here that the program itself imports later.
    """

    def __init__(self, *, clicks: bool) -> None:
        self._frame, self._load = OuterWindow, start.load_program
        self._clicks = clicks
        self._measurement = Measurement()
        self._charts: list[QWidget] = []

    def frame(self, settings: QSettings, theme: Theme) -> OuterWindow:
        """Make the window that is on the screen first, and watch it."""
        made = self._frame(settings, theme)
        self._measurement.watch(made, "window")
        return made

    def load_program(self, frame: OuterWindow, options: WindowOptions, words: Words) -> None:
        """Let the program be loaded, and watch what it builds."""
        app = importlib.import_module("heartland_gui.app")
        build, draw, load_zooming = app.build_program, app.ChartView, app.load_zooming

        def build_program(options: WindowOptions, settings: QSettings, frame: OuterWindow) -> Any:
            program = build(options, settings, frame)
            then = partial(self._click, program.window) if self._clicks else self._measurement.report
            self._measurement.until("chart that zooms", then)
            return program

        def chart_view(parent: QWidget, theme: Theme) -> Any:
            view = draw(parent, theme)
            if not self._charts:
                self._measurement.watch(view, "chart")
            self._charts.append(view)
            return view

        def zooming_loaded() -> None:
            load_zooming()
            self._measurement.watch(self._charts[0], "chart that zooms")
            self._charts[0].update()

        app.build_program, app.ChartView = build_program, chart_view  # type: ignore[attr-defined]
        app.load_zooming = zooming_loaded  # type: ignore[attr-defined]
        self._load(frame, options, words)

    def _click(self, window: Any) -> None:
        """Click on each pillar in turn and note how long its page takes: its first screen, and all of it."""
        testing = importlib.import_module("PySide6.QtTest").QTest
        qt = importlib.import_module("PySide6.QtCore").Qt
        ref_of = importlib.import_module("heartland_gui.model.entities").ref_of
        first, whole = [], []
        dataset, view = window.session.dataset, window.navigation.view
        for pillar in dataset.pillars * ROUNDS:
            place = view.visualRect(view.model().index_of(ref_of(pillar))).center()
            started = time.perf_counter()
            testing.mouseClick(view.viewport(), qt.MouseButton.LeftButton, qt.KeyboardModifier.NoModifier, place)
            QApplication.sendPostedEvents()
            first.append(time.perf_counter() - started)
            while not window.page.is_complete:
                QApplication.processEvents()
            QApplication.sendPostedEvents()
            whole.append(time.perf_counter() - started)
            assert window.session.selection.page == ref_of(pillar)
        # The first round fills caches that stay filled.
        count = len(dataset.pillars)
        self._measurement.more.update(first_screen=first[count:], whole_page=whole[count:])
        self._measurement.report()


def main() -> int:
    """Start the program and let it report."""
    watched = Watched(clicks=sys.argv[1] == "clicks")
    # Wrapped, as the class says.
    setattr(start, "OuterWindow", watched.frame)  # noqa: B010 - a class cannot be assigned a function
    setattr(start, "load_program", watched.load_program)  # noqa: B010
    return start.run_window(WindowOptions())


if __name__ == "__main__":
    sys.exit(main())
