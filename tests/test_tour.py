"""The tour: where it stops, what it writes, and how it ends where a page does not finish."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType
from pytestqt.qtbot import QtBot

from heartland_gui import tour
from heartland_gui.cli import TourOptions
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.tour import Stop, TourError, best_covered_companies, go_to, guided_tour, run_tour, stops
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui import conftest

dataset, problem, session, settings = conftest.dataset, conftest.problem, conftest.session, conftest.settings
make_window, window = conftest.make_window, conftest.window

SND = Ref(SubjectKind.COMPANY, "snd")
REGION = Ref(SubjectKind.PLACE, "province")


def test_the_tour_stops_at_one_page_of_each_kind(dataset: Dataset) -> None:
    assert [(stop.name, stop.view) for stop in stops(dataset)] == [
        ("region", View.SUBJECT),
        ("map", View.MAP),
        ("pillar-energy", View.SUBJECT),
        ("pillar-making", View.SUBJECT),
        ("company-snd", View.SUBJECT),
        ("company-solar", View.SUBJECT),
        ("company-mill", View.SUBJECT),
        ("zone-reform-zone", View.SUBJECT),
        ("city-taiyuan", View.SUBJECT),
        ("technology-big-data", View.SUBJECT),
        ("comparison", View.SUBJECT),
        ("source-daily", View.SUBJECT),
    ]
    pages = {stop.name: stop.page for stop in stops(dataset)}
    assert pages["map"] == pages["region"] == REGION
    assert pages["comparison"] == comparison_of(("taiyuan", "datong"))


def test_what_a_dataset_lacks_is_left_out(dataset: Dataset) -> None:
    small = replace(dataset, zones=(), technologies=(), places=dataset.places[:1], series=(), events=(), sources=())
    names = [stop.name for stop in stops(small)]
    assert names[-1] == "comparison"
    assert not [name for name in names if name.split("-")[0] in ("zone", "city", "technology", "source")]


def test_companies_with_many_kinds_of_figures_come_first(dataset: Dataset) -> None:
    assert [company.id for company in best_covered_companies(dataset)] == ["snd", "solar", "mill"]
    turned = replace(dataset, companies=tuple(reversed(dataset.companies)))
    assert best_covered_companies(turned)[0].id == "snd"


def test_pictures_of_pages_and_files_of_charts_are_written(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour, "stops", lambda _: iter((Stop("region", REGION), Stop("company-snd", SND))))
    told: list[str] = []
    count = guided_tour(window, tmp_path / "pictures", told.append)
    written = sorted(path for path in (tmp_path / "pictures").rglob("*") if path.is_file())
    assert count == len(written) == len(told)
    assert sorted(told) == [str(path) for path in written]
    names = [path.name for path in written]
    assert {"01-region.png", "02-company-snd.png"} <= set(names)
    charts = [path for path in written if path.parent.name == "charts"]
    assert {path.suffix for path in charts} == {".png", ".svg", ".pdf", ".csv"}
    assert len(charts) % 4 == 0
    assert all(path.read_bytes() for path in written)


@pytest.mark.parametrize(
    ("stop", "listing", "view"),
    [
        (Stop("region", REGION), REGION, View.SUBJECT),
        (Stop("map", REGION, View.MAP), REGION, View.MAP),
        (Stop("company-snd", SND), REGION, View.SUBJECT),
    ],
)
def test_each_stop_is_shown(window: MainWindow, stop: Stop, listing: Ref, view: View) -> None:
    go_to(window, stop)
    chosen = window.session.selection
    assert (chosen.page, chosen.listing, chosen.view) == (stop.page, listing, view)
    assert window.page.is_complete


def test_a_pillar_is_listed_where_it_is_shown(window: MainWindow) -> None:
    pillar = Ref(SubjectKind.PILLAR, "energy")
    go_to(window, Stop("pillar-energy", pillar))
    assert window.session.selection.listing == pillar


def test_a_page_that_does_not_finish_ends_the_tour(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tour, "_LONGEST_STEP", 1)
    never = QTimer(session)
    stuck = SimpleNamespace(session=session, page=SimpleNamespace(is_complete=False, completed=never.timeout))
    with pytest.raises(TourError, match="“snd” did not finish"):
        go_to(cast(MainWindow, stuck), Stop("company-snd", SND))


def test_a_tour_that_cannot_go_on_says_why(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot

    def stuck(*_: object) -> int:
        raise TourError("it is stuck")

    monkeypatch.setattr(tour, "guided_tour", stuck)
    assert run_tour(TourOptions(tmp_path)) == 1
    assert "heartland tour: it is stuck" in capsys.readouterr().err
    monkeypatch.setattr(tour, "guided_tour", lambda *_: 2)
    assert run_tour(TourOptions(tmp_path)) == 0
    assert capsys.readouterr().err.endswith(f"2 pictures in {tmp_path}\n")


def test_without_a_screen_nothing_is_said_of_least_sizes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    installed: list[object] = []
    monkeypatch.setattr(tour, "qInstallMessageHandler", installed.append)
    monkeypatch.setattr(tour, "guided_tour", lambda *_: 2)
    assert run_tour(TourOptions(tmp_path)) == 0
    (handler,) = installed
    assert callable(handler)
    capsys.readouterr()
    for said in ("This plugin does not support propagateSizeHints()", "Something is wrong"):
        handler(QtMsgType.QtWarningMsg, QMessageLogContext(), said)
    assert capsys.readouterr().err == "Something is wrong\n"
