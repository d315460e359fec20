"""Actions that open files: datasets, and pictures that lead back to what they show."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from heartland_gui.app import build_program
from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Question
from heartland_gui.cli import WindowOptions
from heartland_gui.export.formats import encoded
from heartland_gui.export.picture import PictureOptions
from heartland_gui.export.proof import proof_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import Selection
from heartland_gui.problems import Problem
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.actions.files import shipped_dataset
from heartland_gui.ui.state.session import Session, selection_of
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import FakeReading
from tests.ui.drag_events import drag_event

SND = Ref(SubjectKind.COMPANY, "snd")


ENERGY = Ref(SubjectKind.PILLAR, "energy")


LINEAR = Question("over-time", SND, "vehicles", logarithmic=False)


def picture(path: Path, dataset: Dataset, question: Question = LINEAR) -> Path:
    answer = chart(dataset, question, Words())
    options = PictureOptions(400, 225, 1.0)
    path.write_bytes(encoded(answer, path.suffix.removeprefix("."), options, proof_of(dataset, answer, LIGHT)))
    return path


def drop(window: MainWindow, *urls: QUrl) -> bool:
    """Drop files on the window as a file manager does, and return whether they were taken."""
    data = QMimeData()
    data.setUrls(list(urls))
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    entering = drag_event(QDragEnterEvent, QPoint(9, 9), data, actions)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if not entering.isAccepted():
        return False
    dropped = drag_event(QDropEvent, QPoint(9, 9), data, actions)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, dropped)
    assert dropped.dropAction() is Qt.DropAction.CopyAction, "what is moved would be deleted"
    return True


def drop_file(window: MainWindow, path: Path) -> bool:
    return drop(window, QUrl.fromLocalFile(str(path)))


@pytest.mark.parametrize("format_id", ["png", "svg", "pdf"])
def test_a_dropped_picture_shows_its_view_again(
    window: MainWindow, dataset: Dataset, tmp_path: Path, qtbot: QtBot, format_id: str
) -> None:
    assert window.acceptDrops()
    assert drop_file(window, picture(tmp_path / f"chart.{format_id}", dataset))
    shown = window.page.chart()
    assert shown is not None
    assert (shown.question.kind, shown.question.subject, shown.question.indicator) == ("over-time", SND, "vehicles")
    assert not shown.is_logarithmic
    assert window.status.currentMessage() == f"This is what “chart.{format_id}” shows."
    assert not window.banner.isVisible()


def test_the_menu_asks_for_the_picture(
    window: MainWindow, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = picture(tmp_path / "chart.png", dataset)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.actions_by_id["open_picture"].trigger()
    assert window.session.selection.page == SND
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    window.session.back()
    window.actions_by_id["open_picture"].trigger()
    assert window.session.selection.page == dataset.region_ref


def test_the_way_back_is_one_step(session: Session) -> None:
    session.choose_listing(ENERGY)
    before = session.selection
    session.visit(selection_of(session, LINEAR))
    assert session.selection == Selection(SND, ENERGY, "over-time", "vehicles", logarithmic=False)
    assert session.question == LINEAR
    session.back()
    assert session.selection == before


def test_a_view_of_nothing_changes_nothing(session: Session) -> None:
    before = session.selection
    session.visit(selection_of(session, replace(LINEAR, subject=Ref(SubjectKind.COMPANY, "nobody"))))
    assert session.selection == before


def test_what_cannot_be_shown_is_said_in_the_window(window: MainWindow, dataset: Dataset, tmp_path: Path) -> None:
    before = window.session.selection
    foreign = tmp_path / "foreign.png"
    foreign.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert drop_file(window, foreign)
    assert "“foreign.png” contains no Heartland data" in window.banner.sentence.text()
    elsewhere = replace(dataset, manifest=replace(dataset.manifest, id="elsewhere"))
    assert drop_file(window, picture(tmp_path / "other.svg", elsewhere))
    assert "open that dataset first" in window.banner.sentence.text()
    assert window.banner.isVisible()
    assert window.session.selection == before
    drop_file(window, picture(tmp_path / "chart.png", dataset))
    assert not window.banner.isVisible(), "what was refused before is of the past"


def test_another_edition_is_shown_and_told(window: MainWindow, dataset: Dataset, tmp_path: Path) -> None:
    older = replace(dataset, manifest=replace(dataset.manifest, edition="1999-01"))
    drop_file(window, picture(tmp_path / "chart.png", older))
    assert window.session.selection.page == SND
    assert "made from edition 1999-01" in window.banner.sentence.text()


def test_a_dropped_folder_is_opened_as_a_dataset(window: MainWindow, tmp_path: Path) -> None:
    assert drop_file(window, tmp_path)
    assert window.session.path == tmp_path


def test_only_one_file_of_this_machine_is_taken(window: MainWindow, tmp_path: Path) -> None:
    here = QUrl.fromLocalFile(str(tmp_path))
    assert not drop(window)
    assert not drop(window, here, here)
    assert not drop(window, QUrl("https://example.org/chart.png"))


def test_without_a_dataset_a_picture_has_no_page(
    window: MainWindow, session: Session, dataset: Dataset, problem: Problem, tmp_path: Path
) -> None:
    session.open(Path("elsewhere"), None, (problem,))
    drop_file(window, picture(tmp_path / "chart.png", dataset))
    assert window.banner.sentence.text() == "Open a dataset first, then the picture."


def choices(window: MainWindow) -> dict[str, QAction]:
    """Return what `Open recent` offers."""
    menu = window.findChild(QMenu, "menu_recent")
    assert menu is not None
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


SHIPPED = "Shanxi (comes with Heartland)"


def test_datasets_that_were_open_are_a_choice_away(window: MainWindow, settings: QSettings, tmp_path: Path) -> None:
    assert list(choices(window)) == [SHIPPED]
    one, other = tmp_path / "one & only", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    window.commands.files.open_path(one)
    window.commands.files.open_path(other)
    window.commands.files.open_path(other)
    assert list(choices(window)) == [str(one).replace("&", "&&"), SHIPPED]
    choices(window)[str(one).replace("&", "&&")].trigger()
    assert window.session.path == one
    assert Settings(settings).recent == (one, other)
    window.commands.files.recent()
    assert window.session.path == other
    choices(window)[SHIPPED].trigger()
    assert window.session.path == shipped_dataset()
    assert Settings(settings).recent == (other, one), "what is always there needs no remembering"
    other.rmdir()
    assert list(choices(window)) == [str(one).replace("&", "&&")], "what is gone is not offered"


def test_a_dataset_is_the_same_however_its_path_is_written(
    qtbot: QtBot, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped_dataset(), tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    program = build_program(WindowOptions(dataset=Path("mine")), settings)
    qtbot.addWidget(program.window)
    assert Settings(settings).recent == (tmp_path / "mine",)
    assert list(choices(program.window)) == [SHIPPED], "what is open is not offered"
    monkeypatch.chdir(shipped_dataset().parent)
    program = build_program(WindowOptions(dataset=Path("shanxi")), settings)
    qtbot.addWidget(program.window)
    assert Settings(settings).recent == (tmp_path / "mine",)
    assert list(choices(program.window)) == [str(tmp_path / "mine")]


def test_what_could_not_be_read_is_not_remembered(
    window: MainWindow, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.commands.files, "_reader", lambda _: FakeReading(None))
    window.commands.files.open_path(tmp_path / "broken")
    assert Settings(settings).recent == ()


def test_eight_datasets_are_remembered_and_forgotten(settings: QSettings, tmp_path: Path) -> None:
    saved = Settings(settings)
    for number in range(10):
        saved.add_recent(tmp_path / str(number))
    assert [path.name for path in saved.recent] == ["9", "8", "7", "6", "5", "4", "3", "2"]
    settings.setValue("datasets/recent", ["relative", "/a\0b", str(tmp_path), str(tmp_path)])
    assert saved.recent == (tmp_path,)
    saved.add_recent(tmp_path / "\udcff\udcfe")
    assert saved.recent == (tmp_path,), "settings hold text alone"
    saved.forget_session()
    assert not saved.recent
    saved.add_recent(tmp_path)
    assert not saved.recent, "what was to be forgotten does not come back"


def test_a_dataset_with_errors_says_so_above_the_page(window: MainWindow, dataset: Dataset, problem: Problem) -> None:
    window.session.open(Path("broken"), dataset, (problem,))
    assert window.commands.files.say_problems()
    assert window.banner.isVisible()
    assert "1 entry of this dataset is wrong" in window.banner.sentence.text()


def test_reading_again_keeps_the_page(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.actions_by_id["reload"].trigger()
    assert window.session.selection.page == SND
