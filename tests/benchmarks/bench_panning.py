"""How many pictures a second a chart shows while it is dragged sideways that has a line of a million points.

Run it as a script. Every picture is laid out and painted whole, 1600 by 900, offscreen. Aim: at least 60 a second, and
no picture later than twice that. A plot of pyqtgraph's own, thinned by its own means, is measured beside it.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np
import pyqtgraph
from PySide6.QtWidgets import QApplication, QWidget

from heartland_gui.charts.spec import Chart, Details, Dot, Label, Line, Mark, Panel, Question, TimeAxis, ValueAxis
from heartland_gui.model.entities import NO_UNIT, Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.text import Words

AIM = 60.0
FIRST, LAST = 1900.0, 2020.0


def walk(count: int) -> list[tuple[float, float]]:
    """Return a random walk with noise: it has points at every height of a column, as the worst data have."""
    dice = random.Random(7)  # noqa: S311 - no secret
    value, found = 100.0, []
    for number in range(count):
        value += dice.gauss(0, 0.1)
        found.append((FIRST + (LAST - FIRST) * number / count, value + dice.gauss(0, 4)))
    return found


def chart_of(points: list[tuple[float, float]]) -> Chart:
    """Return a chart of one line, its ends and extremes labelled as in any chart over time."""
    words = Words()
    values = [value for _, value in points]
    low, high = math.floor(min(values)), math.ceil(max(values))
    axis = ValueAxis(low, high, words.magnitude(high, NO_UNIT))
    told = (points[0], points[-1], points[values.index(min(values))], points[values.index(max(values))])
    dots = [Dot(x, y, Status.ACTUAL, 0, Details(f"{y:.0f}"), Label(f"{y:.0f}"), 50) for x, y in told]
    marks: tuple[Mark, ...] = (Line(tuple(points), Status.ACTUAL, 0), *dots)
    question = Question("over-time", Ref(SubjectKind.PLACE, "region"))
    return Chart(question, "A region", "A long line", "", TimeAxis(FIRST, LAST), (Panel(axis, marks),), words)


def paintings(show: Callable[[float, float], None], painted: QWidget, pictures: int) -> list[float]:
    """Return the seconds of each picture while a third of the time is dragged to and fro.

    `show` sets the range of time; what it changes is painted before the clock stops.
    """
    stretch, found = (LAST - FIRST) / 3, []
    for number in range(pictures):
        start = FIRST + stretch * (1 - math.cos(number / 40))
        before = time.perf_counter()
        show(start, start + stretch)
        painted.update()
        QApplication.processEvents()
        found.append(time.perf_counter() - before)
    return found[5:]  # the first ones fill the cache of columns


def told(name: str, seconds: list[float]) -> str:
    """Return the line that is printed of a measurement."""
    middle, late = statistics.median(seconds), statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    return f"{name:<28} {1 / middle:6.0f} pictures a second, 95 % within {late * 1e3:5.1f} ms"


def main() -> int:
    """Print both, and return 1 where the aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--pictures", type=int, default=200)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    points = walk(options.points)
    view = ChartView()
    view.set_chart(chart_of(points))
    view.setFixedSize(1600, 900)
    view.show()
    plot = pyqtgraph.PlotWidget()
    plot.resize(1600, 900)
    plot.setDownsampling(auto=True, mode="peak")
    plot.setClipToView(True)
    plot.plot(*np.array(points).T)
    plot.show()
    app.processEvents()
    zoom = view._zooming()
    assert zoom is not None
    ours = paintings(zoom.show_range, view, options.pictures)
    peer = paintings(lambda low, high: plot.setXRange(low, high, padding=0), plot.viewport(), options.pictures)
    sys.stdout.write(f"{datetime.now(UTC):%Y-%m-%d}: {options.points:,} points, {options.pictures} pictures\n")
    sys.stdout.write(told("heartland, 2 points wide", ours) + "\n" + told("pyqtgraph, 1 pixel wide", peer) + "\n")
    return 0 if statistics.median(ours) <= 1 / AIM else 1


if __name__ == "__main__":
    raise SystemExit(main())
