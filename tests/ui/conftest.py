"""A small dataset, and a window on it whose charts are not drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Chart
from heartland_gui.model.dataset import Dataset, Manifest
from heartland_gui.model.entities import (
    Company,
    Event,
    EventKind,
    Grade,
    Indicator,
    IndicatorKind,
    Localized,
    Person,
    Pillar,
    PillarBasis,
    Place,
    Ref,
    Source,
    SubjectKind,
    Technology,
    Unit,
    UnitScale,
    Zone,
)
from heartland_gui.model.observations import Observation, Qualifier, Series, Status
from heartland_gui.model.period import parse_period
from heartland_gui.problems import Problem, Severity
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words, message
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.widgets.window_size import SIZE
from heartland_gui.ui.window.main_window import MainWindow


def _named(en: str, zh: str = "") -> Localized:
    return Localized((("en", en), ("zh", zh)) if zh else (("en", en),))


def _series(subject: str, indicator: str, source: str, *points: tuple[str, float, Status]) -> Series:
    found = tuple(
        Observation(subject, indicator, source, parse_period(period), value, status) for period, value, status in points
    )
    return Series(subject, indicator, source, found)


@pytest.fixture
def dataset() -> Dataset:
    snd = Company(
        "snd",
        _named("SND Vehicles", "斯纳德"),
        aliases=("Sinade",),
        founded=parse_period("2018"),
        place="taiyuan",
        zone="reform-zone",
        pillars=("energy", "making"),
        pillar_basis=PillarBasis.ASSIGNED,
        technologies=("big-data",),
        summary=_named("Makes vehicles & parts."),
        products=(_named("cold-storage vehicles"),),
        uses=(_named("snow removal"),),
        people=(Person(_named("Que Wenxiu"), _named("president"), "daily", parse_period("2020-04")),),
        headline=("vehicles",),
        sources=("daily",),
    )
    noted = Observation(
        "snd",
        "vehicles",
        "daily",
        parse_period("2019"),
        48,
        qualifier=Qualifier.ONLY,
        note=_named("Trial operation."),
        scope=None,
    )
    return Dataset(
        Manifest("tiny", _named("Tiny in transition"), "province", "2026-11", headline=("gdp",)),
        places=(
            Place("province", _named("Province", "省"), "province"),
            Place("taiyuan", _named("Taiyuan", "太原"), "prefecture-level-city", "province"),
            Place("datong", _named("Datong", "大同"), "prefecture-level-city", "province"),
        ),
        zones=(Zone("reform-zone", _named("Long Reform Zone"), _named("Zone"), ("taiyuan",)),),
        pillars=(
            Pillar("energy", _named("New energy & materials", "新能源"), summary=_named("Wind.")),
            Pillar("making", _named("Advanced manufacturing")),
        ),
        technologies=(Technology("big-data", _named("Big data")),),
        companies=(
            snd,
            Company("solar", _named("Abc Solar"), place="datong", pillars=("energy",), founded=parse_period("2001")),
            Company("mill", _named("Zhong Mill"), place="datong", pillars=("making",)),
        ),
        units=(
            Unit("vehicle", _named("vehicles"), _named("vehicles"), UnitScale.COUNT),
            Unit("yuan", _named("yuan"), _named("yuan"), UnitScale.MONEY),
        ),
        indicators=(
            Indicator("gdp", _named("GDP"), "yuan", IndicatorKind.FLOW),
            Indicator("vehicles", _named("Vehicles produced"), "vehicle", IndicatorKind.FLOW),
        ),
        sources=(
            Source(
                "daily", _named("Heartland reinvents itself"), _named("Daily"), parse_period("2020-04-26"),
                "https://example.org/article", "en", Grade.PRESS,
            ),
            Source("monthly", _named("The month"), _named("Monthly"), None, None, "zh", Grade.COPY, _named("A copy.")),
        ),
        series=(
            Series("snd", "vehicles", "daily", (noted,)),
            _series("snd", "vehicles", "daily", ("2020", 5000, Status.FORECAST), ("2021", 100_000, Status.CAPACITY)),
            _series("snd", "vehicles", "monthly", ("2021", 10_000, Status.CAPACITY)),
            _series("province", "gdp", "monthly", ("2018", 1.6e12, Status.ACTUAL), ("2019", 1.7e12, Status.ACTUAL)),
        ),
        events=(
            Event("snd", parse_period("2020-02-14"), EventKind.OPERATIONS_RESUMED, _named("Resumed <work>."), "daily"),
            Event("snd", parse_period("2018"), EventKind.FOUNDED, _named("Founded."), "daily"),
            Event("snd", parse_period("2020-04"), EventKind.CONTRACT, _named("Won orders."), "daily"),
        ),
    )  # fmt: skip


@pytest.fixture
def problem() -> Problem:
    said = message("There is no city “{id}”.", id="tayuan")
    return Problem("cities.toml", 7, 3, Severity.ERROR, "unknown-id", said, message("did you mean taiyuan?"))


@pytest.fixture
def session(qapp: QApplication, dataset: Dataset) -> Session:
    made = Session(Words())
    made.open(Path("tiny"), dataset)
    return made


class FakeChart(QWidget):
    """Stands where a chart is drawn."""

    figure_requested = Signal(object)
    source_requested = Signal(str)
    subject_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self.resets = 0
        self.marked: Ref | None = None
        self.is_zoomed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_chart(self, chart: Chart) -> None:
        self.chart = chart
        self.setAccessibleName(chart.full_title)

    def mark_subject(self, subject: Ref | None) -> None:
        self.marked = subject

    def reset_view(self) -> None:
        self.resets += 1


@dataclass
class FakeReading:
    dataset: Dataset | None
    problems: tuple[Problem, ...] = ()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


WindowMaker = Callable[[Session], MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication, settings: QSettings, dataset: Dataset) -> WindowMaker:
    """Return what builds and shows a window for a session, its page complete."""
    apply_theme(qapp, LIGHT)

    def make(session: Session) -> MainWindow:
        window = MainWindow(
            session, lambda _: FakeReading(dataset), UserState.of(session, Settings(settings)), FindPanel
        )
        qtbot.addWidget(window)
        # Without a screen it would be as small as the one that there is not.
        window.resize(*SIZE)
        window.show()
        window.use_charts(FakeChart)
        if session.is_open:
            qtbot.waitUntil(lambda: window.page.is_complete)
        return window

    return make


@pytest.fixture
def window(make_window: WindowMaker, session: Session) -> MainWindow:
    return make_window(session)


SND = Ref(SubjectKind.COMPANY, "snd")


Goer = Callable[[Ref], None]


@pytest.fixture
def go(window: MainWindow, qtbot: QtBot) -> Goer:
    """Return what goes to a page of the window and waits until all of it is there."""

    def go_to(ref: Ref) -> None:
        window.session.go_to(ref)
        qtbot.waitUntil(lambda: window.page.is_complete)

    return go_to


def go_to_snd(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)


@pytest.fixture
def without_popups(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a screen Qt cannot give a menu the keyboard.
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menu.setProperty("popped_up", "true"))
