"""The question for a file to write: what is there already is replaced only when somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Words
from heartland_gui.ui.export.dialog import ExportDialog, LastExport
from heartland_gui.ui.export.saving import ReplaceQuestion, asked_file
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


Typing = Callable[..., list[str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Typing:
    """Return how to type names into the dialog one after the other; it keeps what was proposed each time."""

    def begin(*names: str) -> list[str]:
        proposals: list[str] = []
        left: Iterator[str] = iter(names)

        def answer(_: QWidget, __: str, proposed: str, ___: str) -> tuple[str, str]:
            proposals.append(Path(proposed).name)
            name = next(left)
            return (str(tmp_path / name) if name else "", "")

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        return proposals

    return begin


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was asked; every question gets the answer that takes nothing away."""
    asked: list[str] = []

    def keep(question: ReplaceQuestion) -> None:
        asked.append(question.text())
        question.keep_button.click()

    monkeypatch.setattr(ReplaceQuestion, "exec", keep)
    return asked


def asked(qtbot: QtBot, folder: Path) -> Path | None:
    parent = QWidget()
    qtbot.addWidget(parent)
    return asked_file(parent, Words(), "Save", folder / "first.pdf", "PDF page")


@pytest.mark.parametrize("name", ["mine", "mine.v2", "mine.png"])
def test_a_name_gets_the_ending(qtbot: QtBot, typed: Typing, questions: list[str], tmp_path: Path, name: str) -> None:
    typed(name)
    assert asked(qtbot, tmp_path) == tmp_path / f"{name}.pdf"
    assert not questions


@pytest.mark.parametrize("name", ["mine", "mine.v2", "mine.png"])
def test_what_the_name_with_its_ending_would_replace_is_asked_about(
    qtbot: QtBot, typed: Typing, questions: list[str], tmp_path: Path, name: str
) -> None:
    (tmp_path / f"{name}.pdf").touch()
    proposals = typed(name, "other")
    assert asked(qtbot, tmp_path) == tmp_path / "other.pdf"
    assert questions == [f"“{name}.pdf” already exists. Replace it?"]
    assert proposals == ["first.pdf", f"{name}.pdf"], "the dialog comes back with the name that was meant"


def test_it_is_replaced_when_somebody_says_so(
    qtbot: QtBot, typed: Typing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.pdf").touch()
    typed("mine")
    monkeypatch.setattr(ReplaceQuestion, "exec", lambda question: question.replace_button.click())
    assert asked(qtbot, tmp_path) == tmp_path / "mine.pdf"


@pytest.mark.parametrize("name", ["mine.pdf", "mine.PDF"])
def test_a_whole_name_was_asked_about_by_the_dialog_itself(
    qtbot: QtBot, typed: Typing, questions: list[str], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).touch()
    typed(name)
    assert asked(qtbot, tmp_path) == tmp_path / name
    assert not questions


def test_return_and_escape_keep_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    question = ReplaceQuestion(tmp_path / "mine.pdf", Words(), parent)
    assert question.defaultButton() is question.keep_button
    assert question.escapeButton() is question.keep_button


@pytest.mark.parametrize("ending", ["pdf", "csv", "png"])
def test_no_way_to_a_file_replaces_another_unasked(
    window: MainWindow, qtbot: QtBot, typed: Typing, questions: list[str], tmp_path: Path, ending: str
) -> None:
    kept = tmp_path / f"mine.{ending}"
    kept.write_text("of somebody")
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    proposals = typed("mine", "")
    if ending == "pdf":
        window.commands.paper.brief()
    elif ending == "csv":
        window.commands.chart.export_table()
    else:
        chart = window.commands.chart.shown
        assert chart is not None
        dialog = ExportDialog(window.session.dataset, chart, LastExport(tmp_path), window)
        dialog.save_button.click()
        assert dialog.saved is None
    assert len(proposals) == 2
    assert len(questions) == 1
    assert kept.read_text() == "of somebody"
