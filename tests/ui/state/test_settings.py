"""What is saved between two runs, and settings that are damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.selection import Selection
from heartland_gui.text import Words
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.find.panel import FindPanel
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
    window.splitter.restore({Pane.NAVIGATION: 200, Pane.COMPANIES: 250}, [Pane.COMPANIES])
    window.close()
    again = Settings(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.selection is not None
    assert (again.selection.page, again.selection.sort) == (SND, "city")
    assert (again.columns[:2], again.hidden) == ((200, 250), ("companies",))
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
    window = MainWindow(session, lambda _: None, UserState.of(session, saved), FindPanel)  # type: ignore[arg-type,return-value] # never read
    qtbot.addWidget(window)
    assert not window.splitter.hidden


@pytest.fixture
def saved(settings: QSettings) -> Settings:
    return Settings(settings)


def test_everything_that_is_saved_is_read_again(saved: Settings, tmp_path: Path) -> None:
    assert (saved.language, saved.theme, saved.zoom, saved.folder, saved.selection) == ("", "", 100, None, None)
    assert (saved.columns, saved.recent, saved.bookmarks("tiny")) == ((), (), ())
    saved.save_language("zh")
    saved.save_theme("dark")
    saved.save_zoom(150)
    saved.save_folder(tmp_path)
    saved.save_window(QByteArray(b"geometry"), (1, 2, 3))
    saved.save_selection(Selection(SND, REGION, sort="city", facets=facets_at(["city:datong"])))
    saved.save_unfolded(["places"])
    assert saved.unfolded == ("places",)
    saved.save_bookmarks("tiny", ["heartland:company/snd", "heartland:company/snd"])
    assert (saved.language, saved.theme, saved.zoom, saved.folder) == ("zh", "dark", 150, tmp_path)
    assert (saved.geometry, saved.columns) == (QByteArray(b"geometry"), (1, 2, 3))
    assert saved.selection == Selection(SND, REGION, sort="city", facets=facets_at(["city:datong"]))
    assert list(saved.bookmarks("tiny")) == ["heartland:company/snd"]
    assert saved.bookmarks("other") == ()
    saved.save_folder(None)
    assert saved.folder is None


def test_the_last_eight_datasets_are_listed_the_latest_first(saved: Settings) -> None:
    for number in (*range(10), 5):
        saved.add_recent(Path(f"/data/{number}"))
    assert [path.name for path in saved.recent] == ["5", "9", "8", "7", "6", "4", "3", "2"]
    saved.add_recent(Path("/data/\udcff"))
    assert saved.recent[0].name == "5", "a path that is no text cannot be saved"


def test_a_session_that_is_forgotten_is_not_saved_again(saved: Settings) -> None:
    saved.save_theme("dark")
    saved.save_bookmarks("tiny", ["heartland:company/snd"])
    saved.save_window(QByteArray(b"geometry"), (1, 2, 3))
    saved.save_selection(Selection(SND, REGION))
    saved.add_recent(Path("/data"))
    saved.forget_session()
    saved.save_window(QByteArray(b"geometry"), (1, 2, 3))
    saved.save_selection(Selection(SND, REGION))
    saved.add_recent(Path("/data"))
    assert (saved.geometry.isEmpty(), saved.columns, saved.selection, saved.recent) == (True, (), None, ())
    assert (saved.theme, list(saved.bookmarks("tiny"))) == ("dark", ["heartland:company/snd"])


@pytest.mark.parametrize("columns", [["1", "2"], ["1", "2", "x"], ["1", "2", "123456"], ["1", "2", "0"], "1,2,3"])
def test_columns_that_make_no_sense_are_none(saved: Settings, settings: QSettings, columns: object) -> None:
    settings.setValue("window/columns", columns)
    assert saved.columns == ()


def test_bookmarks_that_are_no_addresses_are_left_out(saved: Settings, settings: QSettings) -> None:
    settings.setValue("bookmarks/a%2Fb", ["nonsense", "heartland:company/snd"])
    assert list(saved.bookmarks("a/b")) == ["heartland:company/snd"]
