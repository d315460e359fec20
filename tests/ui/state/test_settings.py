"""What is saved between two runs, and settings that are damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.selection import Selection
from heartland_gui.text import Words
from heartland_gui.ui.find.dialog import FindDialog
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.window.main_window import MainWindow

REGION = Ref(SubjectKind.PLACE, "province")


def test_a_remembered_place_has_its_facets_and_unknown_ones_do_no_harm(
    settings: QSettings, dataset: Dataset, session: Session
) -> None:
    session.choose_facets(facets_at(["city:datong"]))
    Settings(settings).save_selection(session.selection)
    assert Settings(settings).selection == session.selection
    settings.setValue("place/facets", ["city:gone", "nonsense", "city:datong", "since:soon"])
    again = Session(Words())
    again.open(Path("tiny"), dataset, selection=Settings(settings).selection)
    assert again.selection.facets.texts == ("city:datong",)
    settings.setValue("place/facets", 7)
    assert Settings(settings).selection == Selection(REGION, REGION)


SND = Ref(SubjectKind.COMPANY, "snd")


def test_place_and_columns_are_remembered(window: MainWindow, settings: QSettings) -> None:
    window.session.go_to(SND)
    window.session.choose_sort("city")
    window.splitter.setSizes([200, 250, 600])
    widths = tuple(window.splitter.sizes())
    window.close()
    again = Settings(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.selection is not None
    assert (again.selection.page, again.selection.sort) == (SND, "city")
    assert again.columns == widths
    assert not again.geometry.isEmpty()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\x00\xff broken [[[",
        "[place]\npage=planet/mars\nlisting=\n[window]\ncolumns=a, b, c\ngeometry=@ByteArray(zzz)\n",
        "[place]\npage=company\nlisting=/\n[window]\ncolumns=1, 2\ngeometry=7\n",
        "[place]\npage=company/snd\n[window]\ncolumns=-5, 99999999, 0\n",
    ],
)
def test_a_damaged_memory_counts_as_none(
    session: Session, tmp_path: Path, qtbot: QtBot, dataset: Dataset, content: str
) -> None:
    path = tmp_path / "damaged.ini"
    path.write_bytes(content.encode("latin-1"))
    saved = Settings(QSettings(str(path), QSettings.Format.IniFormat))
    assert saved.selection is None
    assert saved.columns == ()
    window = MainWindow(session, lambda _: None, UserState.of(session, saved), FindDialog)  # type: ignore[arg-type,return-value] # never read
    qtbot.addWidget(window)
    assert min(window.splitter.sizes()) > 0
