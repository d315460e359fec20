"""What stands in an exported file beside the picture, and that the same chart gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart
from heartland_gui.cli import FORMATS as NAMED
from heartland_gui.export.batch import asked_question
from heartland_gui.export.formats import FORMATS, encoded
from heartland_gui.export.picture import PictureOptions
from heartland_gui.export.proof import Proof, proof_of
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset

SMALL = PictureOptions(800, 450, 1.0)
SND = "snd-new-energy-special-vehicle"


def model_case(language: str = "en") -> Chart:
    dataset, words = shipped_dataset(), words_in(language)
    return chart(dataset, asked_question(dataset, SND, "over-time", None, words), words)


def proof() -> Proof:
    return proof_of(shipped_dataset(), model_case(), LIGHT)


def test_the_command_line_names_every_format() -> None:
    assert tuple(FORMATS) == NAMED


@pytest.mark.parametrize("format_id", FORMATS)
def test_the_same_chart_gives_the_same_bytes(format_id: str, tmp_path: Path) -> None:
    here = encoded(model_case(), format_id, SMALL, proof())
    assert encoded(model_case(), format_id, SMALL, proof()) == here
    path = tmp_path / f"chart.{format_id}"
    command = [sys.executable, "-m", "heartland_gui", "export", "--subject", SND, "--format", format_id]
    command += ["--chart", "over-time", "--size", "800x450", "--scale", "1", "-o", str(path)]
    # Another seed of hashes, another time zone, another language of the system.
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    environment.pop("DISPLAY", None)
    subprocess.run(command, check=True, env=environment, capture_output=True)
    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(here).digest()


@pytest.mark.parametrize("format_id", FORMATS)
def test_the_font_of_the_window_does_not_change_a_picture(format_id: str, qapp: QApplication) -> None:
    here = encoded(model_case(), format_id, SMALL, proof())
    usual = qapp.font()
    qapp.setFont(QFont("monospace", 31))
    try:
        assert encoded(model_case(), format_id, SMALL, proof()) == here
    finally:
        qapp.setFont(usual)
