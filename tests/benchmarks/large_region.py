"""The shipped region with as many made-up companies as wanted, for measuring what grows with them."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from heartland_gui.app import application, charts_in, new_find_panel
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Localized
from heartland_gui.rendering.style import LIGHT
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.window.main_window import MainWindow

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


def large_window(dataset: Dataset) -> MainWindow:
    """Return the program's window on a dataset, shown at 1440 by 900."""
    apply_theme(application(), LIGHT)
    session = Session(Words())
    session.open(None, dataset)
    settings = QSettings("/dev/null", QSettings.Format.IniFormat)
    window = MainWindow(session, read_dataset, UserState.of(session, Settings(settings)), new_find_panel)
    window.use_charts(charts_in(LIGHT))
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    return window
