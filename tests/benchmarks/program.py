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


def written_on(page: Any) -> tuple[int, int, int]:
    """Return how many texts are painted on a whole page outside tables, and the rows and columns of its tables."""
    svg = importlib.import_module("PySide6.QtSvg").QSvgGenerator
    core = importlib.import_module("PySide6.QtCore")
    tables = importlib.import_module("heartland_gui.ui.widgets.tables").TableWidget
    body = page.scroll_area.widget()

    def texts(widget: QWidget) -> int:
        kept, drawing = core.QBuffer(), svg()
        kept.open(core.QIODevice.OpenModeFlag.WriteOnly)
        drawing.setOutputDevice(kept)
        widget.render(drawing)
        return bytes(kept.data().data()).count(b"<text ")

    shown = [table for table in body.findChildren(tables) if table.isVisibleTo(body) and table.cells.rowCount()]
    rows, cells = sum(each.cells.rowCount() for each in shown), [each.cells.columnCount() for each in shown]
    return texts(body) - sum(texts(each) for each in shown), rows, max(cells, default=0)


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
        """Click on the region and on each pillar in turn and note how long each page takes.

        Its first screen, all of it, and the longest time between in which no event is read; and how many labels and
        rows of tables its whole page has, for the bare page beside it. All in seconds of the processor, which other
        work on the machine does not change.
        """
        testing = importlib.import_module("PySide6.QtTest").QTest
        qt = importlib.import_module("PySide6.QtCore").Qt
        ref_of = importlib.import_module("heartland_gui.model.entities").ref_of
        dataset, view = window.session.dataset, window.navigation.view
        pages = [dataset.region_ref, *(ref_of(pillar) for pillar in dataset.pillars)]
        taken: list[tuple[str, float, float, float]] = []
        written: dict[str, tuple[int, int, int]] = {}
        for page in pages * ROUNDS:
            place = view.visualRect(view.model().first(lambda row, page=page: row.ref == page)).center()
            started = time.process_time()
            testing.mouseClick(view.viewport(), qt.MouseButton.LeftButton, qt.KeyboardModifier.NoModifier, place)
            QApplication.sendPostedEvents()
            first = stalled = time.process_time() - started
            while not window.page.is_complete:
                before = time.process_time()
                QApplication.processEvents()
                stalled = max(stalled, time.process_time() - before)
            QApplication.sendPostedEvents()
            taken.append((page.id, first, time.process_time() - started, stalled))
            assert window.session.selection.page == page
            if page.id not in written:
                written[page.id] = written_on(window.page)
        more = self._measurement.more
        # The first round fills caches that stay filled.
        kept = taken[len(pages) :]
        more["first_screen"] = [first for _, first, _, _ in kept]
        more["whole_page"] = [whole for _, _, whole, _ in kept]
        more["longest_stall"] = [stalled for _, _, _, stalled in kept]
        largest = max((pillar.id for pillar in dataset.pillars), key=lambda page: sum(written[page]))
        for name, page in (("region", dataset.region_ref.id), ("largest", largest)):
            more[name] = [whole for at, _, whole, _ in kept if at == page]
            more[f"written_on_{name}"] = [float(number) for number in written[page]]
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
