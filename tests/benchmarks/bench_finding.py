"""How long a letter takes in the panel that finds and in the filter of the list, from the key to the painted rows.

Run it as a script: a made-up region of 100,000 companies, offscreen, 1440 by 900. Beside it a plain scan of the same
names for the same letters in Python. Aims: at the median at most 3 times the scan, at the 95th percentile 6 times.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from large_region import large_dataset, large_window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from heartland_gui.model.dataset import Dataset
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.window.main_window import MainWindow

AIM, AIM_95 = 3.0, 6.0
TYPED = (
    *("heavy 77", "taiyuan", "zhonggong", "qwertz", "shanxi 123"),
    *("太原重工", "coal gas", "enrgy", "tyzg", "bank 99999"),
)


def scan_times(dataset: Dataset) -> list[float]:
    """Return the seconds of a plain scan of all names for each beginning of what is typed."""
    names = [text.casefold() for company in dataset.companies for text in company.name.all_texts()]
    found = []
    for text in TYPED:
        for length in range(1, len(text) + 1):
            typed = text[:length]
            started = time.perf_counter()
            _ = [name for name in names if typed in name]
            found.append(time.perf_counter() - started)
    return found


def key_times(field: QLineEdit, painted: QWidget, settled: Callable[[], Any]) -> list[float]:
    """Return the seconds from each key to the painted rows."""
    found = []
    for text in TYPED:
        field.clear()
        settled()
        for letter in text:
            started = time.perf_counter()
            if letter.isascii():
                QTest.keyClicks(field, letter)
            else:
                field.insert(letter)  # an input method does that
            painted.repaint()
            QApplication.sendPostedEvents()
            found.append(time.perf_counter() - started)
    return found


def opened_panel(window: MainWindow) -> tuple[FindPanel, str]:
    """Return the panel when it has read all names, and what is to be told of that."""
    started = time.perf_counter()
    window.actions_by_id["find"].trigger()
    (panel,) = window.findChildren(FindPanel)
    panel.repaint()
    moments = [time.perf_counter()]
    while panel.names.is_reading:
        QApplication.processEvents()
        moments.append(time.perf_counter())
    longest = max(after - before for before, after in pairwise(moments))
    return panel, (
        f"find: painted after {moments[0] - started:.2f} s, all names read after {moments[-1] - started:.1f} s, "
        f"a key in between waits {longest * 1e3:.0f} ms at most"
    )


def told(name: str, seconds: Sequence[float], scan: Sequence[float]) -> tuple[str, bool]:
    """Return the line about one field, and whether it meets the aims."""
    middle, late = statistics.median(seconds), statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    base = statistics.median(scan)
    line = (
        f"{name:<12} median {middle * 1e3:6.1f} ms = {middle / base:4.1f} scans (aim {AIM}), "
        f"95 % within {late * 1e3:6.1f} ms = {late / base:4.1f} (aim {AIM_95})"
    )
    return line, middle <= AIM * base and late <= AIM_95 * base


def main() -> int:
    """Print both fields and return 1 where one misses an aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, default=100_000)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    dataset = large_dataset(options.companies)
    window = large_window(dataset)
    scan = scan_times(dataset)
    panel, opening = opened_panel(window)
    quick = key_times(panel.field, panel.view.viewport(), QApplication.processEvents)
    panel.dismiss()
    window.companies.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
    listed = key_times(window.companies.filter, window.companies.view.viewport(), QApplication.processEvents)
    rows = [told("find", quick, scan), told("filter", listed, scan)]
    sys.stdout.write(f"scan of {options.companies:,} companies: {statistics.median(scan) * 1e3:.1f} ms\n")
    sys.stdout.write("\n".join(line for line, _ in rows) + f"\n{opening}\n")
    return 0 if all(met for _, met in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
