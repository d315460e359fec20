"""What stands in an exported file beside the picture, and that the same chart gives the same bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Table
from heartland_gui.cli import FORMATS as NAMED
from heartland_gui.export.batch import PictureSize, asked_question, export_all
from heartland_gui.export.files import write_whole
from heartland_gui.export.formats import FORMATS, encoded
from heartland_gui.export.table import csv_text, tsv_text
from heartland_gui.text import Words
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import region, seen

SND = "snd-new-energy-special-vehicle"


def model_case(language: str = "en") -> Chart:
    dataset, words = shipped_dataset(), Words(language)
    return chart(dataset, asked_question(dataset, SND, "over-time", None, words), words)


def test_the_command_line_names_every_format() -> None:
    assert tuple(FORMATS) == NAMED


@pytest.mark.parametrize("format_id", FORMATS)
def test_the_same_chart_gives_the_same_bytes(format_id: str, tmp_path: Path) -> None:
    here = encoded(model_case(), format_id, 800, 450, 1.0)
    assert encoded(model_case(), format_id, 800, 450, 1.0) == here
    path = tmp_path / f"chart.{format_id}"
    command = [sys.executable, "-m", "heartland_gui", "export", "--subject", SND, "--format", format_id]
    command += ["--size", "800x450", "--scale", "1", "-o", str(path)]
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    environment.pop("DISPLAY", None)
    subprocess.run(command, check=True, env=environment, capture_output=True)
    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(here).digest()


def test_a_png_tells_its_title_sources_and_edition() -> None:
    with Image.open(io.BytesIO(encoded(model_case(), "png", 800, 450, 2.0))) as opened:
        assert opened.size == (1600, 900)
        assert opened.info["Title"] == "SND New Energy Special Vehicle: Vehicles produced, 2019–2020"
        assert "China Daily" in opened.info["Source"]
        assert "edition 2026-11" in opened.info["Comment"]
        assert "only 48 vehicles" in opened.info["Description"].replace("\u00a0", " ")


def test_an_svg_needs_no_font_and_no_other_file() -> None:
    svg = encoded(model_case("zh"), "svg", 800, 450, 1.0).decode()
    assert 'role="img"' in svg
    assert "<title>山西斯纳德" in svg
    assert "<desc>" in svg
    assert not re.search(r"<(image|text|style)\b|xlink:href|url\(", svg)


def test_a_pdf_is_one_page_with_its_text(tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(encoded(model_case("zh"), "pdf", 800, 450, 1.0))
    about = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Pages: +1\n", about)
    assert re.search(r"Page size: +800 x 450 pts", about)
    words = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True).stdout
    assert "整车产量" in words


def test_csv_keeps_every_number_and_every_source() -> None:
    answer = model_case()
    rows = list(csv.DictReader(io.StringIO(csv_text(answer))))
    assert [float(row["OBS_VALUE"]) for row in rows] == [48, 100_000, 5_000, 10_000]
    assert {row["VALUE_TYPE"] for row in rows} == {"actual", "capacity", "forecast"}
    assert all(row["SOURCE"] and row["SOURCE_PUBLISHER"] for row in rows)
    assert encoded(answer, "csv").startswith(b"\xef\xbb\xbf")


def test_csv_is_no_formula() -> None:
    answer = model_case()
    harmful = Table(("A", "B"), ("a", "b"), (("=1+1", -0.1), ("@x", 1e-9)))
    object.__setattr__(answer, "table", harmful)
    assert list(csv.reader(io.StringIO(csv_text(answer))))[1:] == [["'=1+1", "-0.1"], ["'@x", "1e-09"]]
    assert tsv_text(answer).splitlines()[0] == "a\tb"


def test_everything_goes_into_a_folder_for_each_subject(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    dataset = region(seen(1, "2018"), seen(2, "2019"))
    count = export_all(
        dataset, tmp_path, PictureSize(400, 300, 1.0), Words(), lambda done, whole, _: steps.append((done, whole))
    )
    assert count == 1
    assert sorted(path.name for path in (tmp_path / "maker").iterdir()) == [
        "over-time-output.csv",
        "over-time-output.pdf",
        "over-time-output.png",
        "over-time-output.svg",
    ]
    assert steps == [(0, 1), (1, 1)]


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_a_file_is_written_whole_or_not_at_all(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "chart.png"
    path.write_bytes(b"before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(OSError, match=r"chart\.png"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    path.write_bytes(b"before")
    path.chmod(0o640)
    write_whole(path, b"after")
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o640
