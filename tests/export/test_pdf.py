"""A chart as a page: its size, its text, what is attached to it, and the same bytes each time."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QHashSeed
from PySide6.QtGui import QColor, QPainter

from heartland_gui.export import pdf
from heartland_gui.export.pdf import Attachment, attachments, one_page, pdf_bytes
from heartland_gui.export.picture import Picture, PictureOptions
from heartland_gui.export.proof import proof_text
from heartland_gui.export.table import csv_bytes
from tests.export.small_picture import SMALL, answer, proof


def test_the_fonts_of_a_pdf_stand_in_one_order() -> None:
    files = set()
    for _ in range(8):
        # As in another process: Qt draws the order of its hash tables by lot.
        QHashSeed.resetRandomGlobalSeed()
        files.add(pdf_bytes(Picture(answer(), SMALL)))
    assert len(files) == 1


def test_a_pdf_is_one_page_with_its_text(tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(pdf_bytes(Picture(answer(), PictureOptions(800, 450))))
    about = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Pages: +1\n", about)
    assert re.search(r"Page size: +600 x 33[78] pts", about), "96 units to the inch"
    words = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True).stdout
    assert "整车产量" in words
    assert "万辆" in words


def test_a_pdf_lists_and_gives_its_attachments(tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(pdf_bytes(Picture(answer(), SMALL, proof())))
    listed = subprocess.run(["pdfdetach", "-list", str(path)], check=True, capture_output=True, text=True).stdout
    assert listed.split() == ["2", "embedded", "files", "1:", "heartland.json", "2:", "numbers.csv"]
    subprocess.run(["pdfdetach", "-saveall", "-o", str(tmp_path), str(path)], check=True)
    assert (tmp_path / "heartland.json").read_text(encoding="utf-8") == proof_text(proof())
    assert (tmp_path / "numbers.csv").read_bytes() == csv_bytes(answer().table)


def test_a_page_without_a_proof_carries_nothing() -> None:
    written = pdf_bytes(Picture(answer(), SMALL))
    assert b"/EmbeddedFile" not in written
    assert b"/EmbeddedFile" in pdf_bytes(Picture(answer(), SMALL, proof()))


def test_the_numbers_are_carried_without_a_proof_too() -> None:
    numbers = Attachment("numbers.csv", "text/csv", b"1")
    assert attachments("", b"1") == (numbers,)
    assert attachments("煤", b"1") == (
        Attachment("heartland.json", "application/json", "煤".encode()),
        numbers,
    )


def test_a_page_says_who_made_it_and_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(one_page("Coal 煤", (300, 200), (), lambda *_: None))
    told = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"^Title: +Coal 煤$", told, re.MULTILINE)
    assert re.search(r"^Creator: +Heartland$", told, re.MULTILINE)
    assert re.search(r"^Page size: +300 x 200 pts", told, re.MULTILINE)


def test_what_is_painted_fills_the_page_to_its_edges(tmp_path: Path) -> None:
    sizes: list[tuple[float, float]] = []

    def paint(painter: QPainter, width: float, height: float) -> None:
        sizes.append((width, height))
        painter.fillRect(0, 0, round(width), round(height), QColor("black"))

    path = tmp_path / "page.pdf"
    path.write_bytes(one_page("", (72.4, 35.7), (), paint))
    assert sizes == [(1200, 600)], "whole points, 1200 dots to the inch"
    raster = subprocess.run(["pdftoppm", "-r", "72", "-gray", str(path)], check=True, capture_output=True).stdout
    assert raster.startswith(b"P5\n72 36\n255\n")
    assert set(raster[-72 * 36 :]) == {0}


def test_the_picture_fills_its_page(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf_bytes(Picture(answer(), SMALL)))
    boxes = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True).stdout
    right = max(float(found) for found in re.findall(r'xMax="([\d.]+)"', boxes))
    bottom = max(float(found) for found in re.findall(r'yMax="([\d.]+)"', boxes))
    assert 240 < right <= 300
    assert 150 < bottom <= 169


def test_a_fault_while_painting_leaves_hashes_drawn_by_lot(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    seeds = SimpleNamespace(
        setDeterministicGlobalSeed=lambda: asked.append("fixed"),
        resetRandomGlobalSeed=lambda: asked.append("by lot"),
    )

    def failing(*_: object) -> None:
        asked.append("painted")
        raise ZeroDivisionError

    monkeypatch.setattr(pdf, "QHashSeed", seeds)
    with pytest.raises(ZeroDivisionError):
        one_page("", (100, 100), (), failing)
    assert asked == ["fixed", "painted", "by lot"]


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/St_Johns"])
def _time_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as zoned:
        zoned.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_time_zone")
def test_the_file_is_the_same_and_its_offsets_are_right_in_every_time_zone() -> None:
    attached = [Attachment("a.txt", "text/plain", b"a"), Attachment("b.txt", "text/plain", b"b")]
    written = one_page("x", (100, 100), attached, lambda *_: None)
    table = int(written[written.rindex(b"startxref") :].split()[1])
    assert written[table:].startswith(b"xref\n")
    offsets = [int(entry) for entry in re.findall(rb"(\d{10}) \d{5} n", written[table:])]
    assert len(offsets) > 10
    assert all(re.match(rb"\d+ 0 obj", written[offset:]) for offset in offsets)
    dates = re.findall(rb"\d{4}-\d\d-\d\dT[^\"<]*|D:[^)]*", written)
    assert set(dates) == {b"2000-01-01T00:00:00+00:00", b"D:20000101000000Z"}
    assert b"uuid:00000000-0000-0000-0000-000000000000" in written
    assert re.search(rb"/ID \[ <0+> <0+> \]", written)


def test_only_fonts_of_the_program_are_embedded_and_their_tags_are_fixed() -> None:
    written = pdf_bytes(Picture(answer(), SMALL))
    assert set(re.findall(rb"/([A-Z]{6})\+", written)) == {b"AAAAAA"}
