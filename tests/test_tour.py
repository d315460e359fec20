"""The tour: where it stops, what it writes, and how it ends where a page does not finish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QMessageLogContext, QSettings, QTimer, QtMsgType
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui import tour
from heartland_gui.app import Program, build_program
from heartland_gui.cli import TourOptions, WindowOptions
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.model.observations import Observation, Series, Status
from heartland_gui.model.period import parse_period
from heartland_gui.model.selection import View
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from heartland_gui.tour import (
    Scene,
    Stop,
    TourError,
    best_covered_companies,
    compared_cities,
    dress,
    go_to,
    guided_tour,
    known_day,
    question_of,
    rich_companies,
    run_tour,
    scenes,
    stops,
)
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.overlay import Overlay
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


def spoken(dataset: Dataset) -> Dataset:
    return replace(dataset, manifest=replace(dataset.manifest, languages=("en", "zh")))


def test_what_the_window_can_do_is_shown_once_each(dataset: Dataset) -> None:
    found = {scene.stop.name: scene for scene in scenes(spoken(dataset), Words())}
    assert list(found) == [
        *("region", "find", "as-of", "pillar", "pillar-full", "pillar-dark", "company", "source-sheet", "export"),
        *("narrow", "narrow-drawer", "company-zh", "company-zh-dark", "disagreements", "compare", "narrow-compare"),
    ]
    assert {name for name, scene in found.items() if scene.theme} == {"pillar-dark", "company-zh-dark"}
    assert {name for name, scene in found.items() if scene.language} == {"company-zh", "company-zh-dark"}
    small = {name for name, scene in found.items() if scene.size != (1440, 900)}
    assert small == {"narrow", "narrow-drawer", "narrow-compare"}
    energy = Ref(SubjectKind.PILLAR, "energy")
    assert (found["company"].stop.page, found["company"].stop.listing, found["pillar"].stop.page) == (
        SND,
        energy,
        energy,
    )


def test_what_a_dataset_lacks_is_not_done(dataset: Dataset) -> None:
    manifest = replace(dataset.manifest, headline=())
    small = replace(
        dataset, manifest=manifest, companies=(), places=dataset.places[:1], zones=(), pillars=(), series=()
    )
    assert [scene.stop.name for scene in scenes(small, Words())] == ["region", "disagreements"]


def test_the_rich_company_is_of_another_pillar(dataset: Dataset) -> None:
    snd, solar, mill = dataset.companies
    assert rich_companies(dataset, snd) == (), "it is in both pillars"
    assert rich_companies(dataset, solar) == (mill,)


def test_the_cities_are_those_with_the_newest_figure_and_most_companies(dataset: Dataset) -> None:
    snd, _, mill = dataset.companies
    assert [city.id for city in compared_cities(replace(dataset, companies=(mill,)), mill)] == ["datong", "taiyuan"]
    assert [city.id for city in compared_cities(dataset, snd)] == ["taiyuan", "datong"]
    newer = Observation("datong", "gdp", "daily", parse_period("2030"), 1, Status.ACTUAL)
    apart = replace(dataset, series=(*dataset.series, Series("datong", "gdp", "daily", (newer,))))
    assert compared_cities(apart, snd) == (), "one city has a newer figure than the others"
    hoped = replace(dataset, series=(Series("datong", "gdp", "daily", (newer._replace(status=Status.TARGET),)),))
    assert len(compared_cities(hoped, snd)) == 2


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Raw coal output", "coal output"), ("GDP", "gdp"), ("New energy, share of capacity", "share of capacity"[-11:])],
)
def test_a_question_is_the_end_of_a_long_name(dataset: Dataset, name: str, typed: str) -> None:
    named = [
        replace(each, name=Localized((("en", name),))) if each.id == "gdp" else each for each in dataset.indicators
    ]
    assert question_of(replace(dataset, indicators=tuple(named)), Words()) == typed


def test_a_day_is_asked_for_that_follows_what_a_source_hoped(dataset: Dataset) -> None:
    assert known_day(dataset, dataset.companies[0]) == date(2020, 6, 1)
    undated = replace(dataset, sources=tuple(replace(each, date=None) for each in dataset.sources))
    assert known_day(undated, undated.companies[0]) is None
    assert known_day(dataset, dataset.companies[2]) is None


@pytest.fixture
def done(window: MainWindow, dataset: Dataset, request: pytest.FixtureRequest) -> tuple[MainWindow, dict[str, object]]:
    """Return the window after a scene, and what it looked like when the picture was taken."""
    scene = next(each for each in scenes(dataset, window.session.words) if each.stop.name == request.param)
    window.resize(*scene.size)
    go_to(window, scene.stop)
    seen: dict[str, object] = {}

    def keep(image: QImage) -> None:
        overlays = [each for each in window.findChildren(Overlay) if each.isVisible()]
        seen.update(
            size=(image.width(), image.height()),
            over=[each.objectName() for each in overlays],
            day=window.session.dataset.manifest.as_of,
            dialog=type(QApplication.activeModalWidget()).__name__,
            drawer=window.splitter.shows(Pane.COMPANIES),
        )

    scene.do(window, keep)
    return window, seen


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("find", {"over": ["find_panel"]}),
        ("as-of", {"over": ["date_panel"], "day": date(2020, 6, 1)}),
        ("source-sheet", {"over": ["source_sheet"]}),
        ("export", {"dialog": "ExportDialog", "size": (1440, 900)}),
        ("narrow-drawer", {"drawer": True, "size": (1024, 700)}),
        ("company", {"over": [], "size": (1440, 900)}),
    ],
    indirect=["done"],
)
def test_a_scene_is_kept_and_left_as_it_was(
    done: tuple[MainWindow, dict[str, object]], expected: dict[str, object]
) -> None:
    window, seen = done
    assert seen.items() >= expected.items()
    assert not [each for each in window.findChildren(Overlay) if each.isVisible()]
    assert window.session.dataset.manifest.as_of is None
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("done", ["pillar-full"], indirect=True)
def test_a_whole_page_is_as_high_as_it_needs(done: tuple[MainWindow, dict[str, object]]) -> None:
    window, seen = done
    assert window.height() == 900
    width, height = cast(tuple[int, int], seen["size"])
    assert width == 1440
    assert height >= 900


def test_the_window_is_made_anew_in_another_language_and_theme(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "tour.ini"), QSettings.Format.IniFormat)
    program = build_program(WindowOptions(language="en", theme="light"), settings)
    first = program.window
    dress(program, "light", "en")
    assert program.window is first
    dress(program, "dark", "zh")
    qtbot.addWidget(program.window)
    assert program.window is not first
    assert (program.session.theme.name, program.session.words) == ("dark", words_in("zh"))


def test_pictures_of_pages_and_files_of_charts_are_written(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour, "stops", lambda _: iter((Stop("region", REGION), Stop("company-snd", SND))))
    monkeypatch.setattr(tour, "scenes", lambda *_: iter((Scene(Stop("narrow", SND), tour.look, size=(1024, 700)),)))
    told: list[str] = []
    program = cast(Program, SimpleNamespace(session=window.session, window=window))
    count = guided_tour(program, tmp_path / "pictures", told.append)
    written = sorted(path for path in (tmp_path / "pictures").rglob("*") if path.is_file())
    assert count == len(written) == len(told)
    assert sorted(told) == [str(path) for path in written]
    names = [path.name for path in written]
    assert {"01-region.png", "02-company-snd.png", "narrow.png"} <= set(names)
    assert QImage(str(tmp_path / "pictures" / "narrow.png")).width() == 1024
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
