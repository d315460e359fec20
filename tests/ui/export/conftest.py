"""A chart of a dataset in two languages, the dialog of its export, and its sheets of paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.spec import Chart
from heartland_gui.export.brief import brief_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Words
from heartland_gui.ui.export.dialog import ExportDialog, LastExport
from heartland_gui.ui.export.printing import Sheet, brief_sheet, chart_sheet


@pytest.fixture
def dataset(dataset: Dataset) -> Dataset:
    """Return the dataset in two languages."""
    return replace(dataset, manifest=replace(dataset.manifest, languages=("en", "zh")))


@pytest.fixture
def answer(dataset: Dataset) -> Chart:
    question = questions(dataset, Ref(SubjectKind.COMPANY, "snd"))[0]
    return chart(dataset, question, Words())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "chart.png"


@pytest.fixture
def dialog(qtbot: QtBot, dataset: Dataset, answer: Chart, target: Path) -> ExportDialog:
    def choose(_: QWidget, __: Words, ___: str, proposed: Path, ____: str) -> Path:
        return target.with_name(proposed.name)

    made = ExportDialog(dataset, answer, LastExport(target.parent), choose_file=choose)
    qtbot.addWidget(made)
    made.show()
    return made


def press(dialog: ExportDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


@pytest.fixture
def sheets(dataset: Dataset, answer: Chart) -> dict[str, Sheet]:
    company = Ref(SubjectKind.COMPANY, "snd")
    return {"chart": chart_sheet(answer), "brief": brief_sheet(brief_of(dataset, company, Words()))}
