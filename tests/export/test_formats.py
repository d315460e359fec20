"""What stands in an exported file beside the picture, and that the same chart gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.dom.minidom import Text, parseString

import pytest
from PIL import Image
from PySide6.QtCore import QHashSeed
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
    command += ["--size", "800x450", "--scale", "1", "-o", str(path)]
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


def test_the_fonts_of_a_pdf_stand_in_one_order() -> None:
    files = set()
    for _ in range(8):
        # As in another process: Qt draws the order of its hash tables by lot.
        QHashSeed.resetRandomGlobalSeed()
        files.add(encoded(model_case("zh"), "pdf", PictureOptions(400, 225, 1.0)))
    assert len(files) == 1


def test_a_png_tells_its_title_sources_and_edition() -> None:
    with Image.open(io.BytesIO(encoded(model_case(), "png", replace(SMALL, scale=2.0)))) as opened:
        assert opened.size == (1600, 900)
        assert opened.info["Title"] == "SND New Energy Special Vehicle: Vehicles produced, 2019–2020"
        assert "China Daily" in opened.info["Source"]
        assert "edition 2026-11" in opened.info["Comment"]
        assert "only 48 vehicles" in opened.info["Description"].replace("\u00a0", " ")


def test_an_svg_needs_no_font_and_no_other_file() -> None:
    svg = encoded(model_case("zh"), "svg", SMALL).decode()
    assert 'role="img"' in svg
    assert "<title>山西斯纳德" in svg
    assert "<desc>" in svg
    assert not re.search(r"<(image|text|style)\b|xlink:href|url\(", svg)


def test_an_svg_is_no_longer_than_its_scale_says() -> None:
    svg = encoded(model_case(), "svg", replace(SMALL, scale=2.0)).decode()
    assert re.search(r'<svg [^>]*width="1600" height="900"[^>]*viewBox="0 0 800 450"', svg)


def test_an_svg_is_sound_xml_whatever_the_words() -> None:
    answer = replace(model_case(), subject="A & B <c>\x01", sentence='"quoted" & <tagged>')
    read = parseString(encoded(answer, "svg", SMALL))  # noqa: S318 - our own file
    title, description = (read.getElementsByTagName(name)[0].firstChild for name in ("title", "desc"))
    assert isinstance(title, Text)
    assert title.data == "A & B <c>: Vehicles produced, 2019–2020"
    assert isinstance(description, Text)
    assert description.data.startswith('"quoted" & <tagged>\n')


def test_a_pdf_has_no_date_of_its_making_and_sound_offsets() -> None:
    pdf = encoded(model_case(), "pdf", SMALL)
    dates = re.findall(rb"\d{4}-\d\d-\d\dT[^\"<]*|D:[^)]*", pdf)
    assert set(dates) == {b"2000-01-01T00:00:00+00:00", b"D:20000101000000Z"}
    table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    assert pdf[table:].startswith(b"xref\n")
    offsets = [int(entry) for entry in re.findall(rb"(\d{10}) \d{5} n", pdf[table:])]
    assert len(offsets) > 10
    assert all(re.match(rb"\d+ 0 obj", pdf[offset:]) for offset in offsets)


def test_a_pdf_is_one_page_with_its_text(tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(encoded(model_case("zh"), "pdf", SMALL))
    about = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Pages: +1\n", about)
    assert re.search(r"Page size: +600 x 33[78] pts", about), "96 units to the inch"
    words = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True).stdout
    assert "整车产量" in words
    assert "10万" in words
