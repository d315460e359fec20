"""How long a letter takes in quick find and in the filter of the list, from the key to the painted rows.

Run it as a script: a made-up region of 100,000 companies, offscreen, 1440 by 900. Beside it a plain scan of the same
names for the same letters in Python. Aims: at the median at most 3 times the scan, at the 95th percentile 6 times.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from heartland_gui.app import application, new_find_dialog
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Localized
from heartland_gui.rendering.still import StillChart
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.ui.kept import Kept
from heartland_gui.ui.main_window import MainWindow
from heartland_gui.ui.remembered import Remembered
from heartland_gui.ui.session import Session

AIM, AIM_95 = 3.0, 6.0
TYPED = (
    *("heavy 77", "taiyuan", "zhonggong", "qwertz", "shanxi 123"),
    *("太原重工", "coal gas", "enrgy", "tyzg", "bank 99999"),
)
ENGLISH = (
    *("Shanxi", "Taiyuan", "Datong", "Heavy", "Industry", "Coal", "New", "Energy"),
    *("Vehicle", "Chemical", "Group", "Bank", "Power", "Steel", "Gas", "Park"),
)
CHINESE = "山西太原大同晋中长治重工煤炭新能源汽车化工集团银行电力钢铁"


def large_dataset(count: int) -> Dataset:
    """Return the shipped region with so many made-up companies beside its own."""
    dice = random.Random(5)  # noqa: S311 - no secret
    shipped = read_dataset(resource("datasets", "shanxi")).dataset
    assert shipped is not None
    pillars = [pillar.id for pillar in shipped.pillars]
    more = []
    for number in range(count):
        english = " ".join(dice.sample(ENGLISH, 4)) + f" {number}"
        chinese = "".join(dice.choices(CHINESE, k=9))
        name = Localized((("en", english), ("zh", chinese)))
        more.append(Company(f"company-{number}", name, place="taiyuan", pillars=(dice.choice(pillars),)))
    return replace(shipped, companies=(*shipped.companies, *more))


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
    application()
    dataset = large_dataset(options.companies)
    session = Session(Words())
    session.open(None, dataset)
    settings = QSettings("/dev/null", QSettings.Format.IniFormat)
    window = MainWindow(session, read_dataset, Kept.of(session, Remembered(settings)), new_find_dialog)
    window.use_charts(StillChart)
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    scan = scan_times(dataset)
    started = time.perf_counter()
    dialog: Any = new_find_dialog(session, window)
    dialog.begin()
    opened = time.perf_counter() - started
    QApplication.processEvents()
    quick = key_times(dialog.field, dialog.view.viewport(), QApplication.processEvents)
    dialog.reject()
    window.companies.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
    listed = key_times(window.companies.filter, window.companies.view.viewport(), QApplication.processEvents)
    rows = [told("quick find", quick, scan), told("filter", listed, scan)]
    sys.stdout.write(f"scan of {options.companies:,} companies: {statistics.median(scan) * 1e3:.1f} ms\n")
    sys.stdout.write("\n".join(line for line, _ in rows) + f"\nquick find opened for the first time: {opened:.1f} s\n")
    return 0 if all(met for _, met in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
