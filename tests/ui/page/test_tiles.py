"""The tiles on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.charts.plans import PlanState
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import parse_period
from heartland_gui.pages.figures import Amount, FigureCell, Proportion, Tile
from heartland_gui.pages.tiles import TileBlock
from heartland_gui.text import Words
from heartland_gui.ui.page.tiles import TilesView, TileText
from heartland_gui.ui.state.session import Session
from tests.ui.menus import menu_at

ENERGY = Ref(SubjectKind.PILLAR, "energy")
FIGURE = Observation("energy", "vehicles", "daily", parse_period("2024"), 108_000)
CELL = FigureCell(
    "Base stations", (Amount("108,000", "", "\u00a0stations"),), (FIGURE,), Status.ACTUAL, "2024", "108,000 stations"
)
PLAN = Proportion(
    "target for 2025: 120,000 stations", Status.TARGET, "no figure since 2024; was on track", PlanState.NO_FIGURE_SINCE
)
TILE = Tile(ENERGY, 0, "New energy", 37, "New energy; 108,000 stations; 37 companies", CELL, PLAN)


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> TilesView:
    made = TilesView(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    return made


def columns(view: TilesView, width: int, count: int = 8) -> int:
    view.show_block(TileBlock("Pillars", (TILE,) * count))
    view.resize(width, view.heightForWidth(width))
    view.show()
    return len({tile.x() for tile in view.tiles})


@pytest.mark.parametrize(("width", "found"), [(1171, 4), (1032, 4), (868, 3), (688, 2), (480, 2), (400, 1)])
def test_the_number_of_columns_follows_the_width(view: TilesView, width: int, found: int) -> None:
    assert columns(view, width) == found
    assert max(tile.geometry().right() for tile in view.tiles) < width


def test_a_tile_opens_its_pillar_and_its_number_what_stands_behind_it(view: TilesView, qtbot: QtBot) -> None:
    columns(view, 1171)
    tile = view.tiles[0]
    view.grab()
    with qtbot.waitSignal(view.requested) as asked:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))
    assert asked.args == [ENERGY]
    with qtbot.waitSignal(view.figure_requested) as number:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(30, 57))
    assert number.args == [FIGURE]
    with qtbot.waitSignal(view.requested):
        QTest.keyClick(tile, Qt.Key.Key_Space)


@pytest.mark.usefixtures("without_popups")
def test_the_menu_of_a_tile_offers_both(view: TilesView, qtbot: QtBot) -> None:
    columns(view, 1171)
    with qtbot.waitSignal(view.figure_requested):
        menu_at(view.tiles[0], QPoint(20, 14))["Show the source of the figure"].trigger()
    with qtbot.waitSignal(view.requested):
        menu_at(view.tiles[0], QPoint(20, 14))["Open"].trigger()


def test_tiles_are_read_out(view: TilesView) -> None:
    columns(view, 1171)
    assert view.accessibleName() == "Pillars"
    assert view.tiles[0].accessibleName() == TILE.spoken
    assert view.tab_order() == list(view.tiles)


def text(tile: Tile, width: int = 285) -> TileText:
    return TileText(tile, QGuiApplication.font(), Words(), width)


def test_what_has_no_room_on_a_line_stands_elsewhere() -> None:
    short = text(TILE)
    assert short.label == ["Base stations"]
    assert short.outcome == ["no figure since 2024"], "the rest is read out"
    long = replace(CELL, period="1 January to 10 December 2024 and beyond")
    told = text(replace(TILE, cell=long), 400)
    assert told.label == ["Base stations, 1 January to 10 December 2024 and beyond"]
    narrow = text(TILE, 200)
    assert len(narrow.plan) == 2
    assert narrow.height > short.height


def test_a_tile_says_what_there_is_none_of() -> None:
    bare = text(replace(TILE, cell=None, plan=None))
    assert (bare.label, bare.plan, bare.value, bare.outcome) == (
        ["No figure in the data"],
        ["No plan in the data"],
        "",
        [""],
    )
    assert bare.height < text(TILE).height


def test_fewer_tiles_leave_the_others_hidden(view: TilesView) -> None:
    columns(view, 1171)
    view.show_block(TileBlock("Pillars", (TILE,)))
    assert len(view.tiles) == 1
    assert sum(tile.isVisible() for tile in view._tiles) == 1
    with pytest.raises(TypeError):
        view.show_block(TILE)
