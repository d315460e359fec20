"""Proofs in files: each format gives back what was put into it, and never anything else, whatever the file."""

from __future__ import annotations

import contextlib
import io
import json
import struct
import subprocess
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.dom.minidom import Text, parseString

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.export import reading
from heartland_gui.export.formats import encoded
from heartland_gui.export.picture import PictureOptions
from heartland_gui.export.proof import DamagedProofError, NewerProofError, Proof, parsed_proof, proof_of, proof_text
from heartland_gui.export.reading import carried_text
from heartland_gui.export.table import csv_bytes
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, model_case

SMALL = PictureOptions(400, 225, 1.0)
PICTURES = ("png", "svg", "pdf")
properties = settings(derandomize=True, max_examples=150)


@cache
def answer() -> Chart:
    return chart(model_case(), Question("over-time", MAKER, "output"), words_in("zh"))


@cache
def proof() -> Proof:
    return proof_of(model_case(), answer(), LIGHT)


@cache
def file(format_id: str) -> bytes:
    return encoded(answer(), format_id, SMALL, proof())


def carried(content: bytes) -> Proof | None:
    text = carried_text(io.BytesIO(content))
    return None if text is None else parsed_proof(text)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


# -- there and back ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_id", PICTURES)
def test_a_picture_gives_its_proof_back(format_id: str) -> None:
    assert carried(file(format_id)) == proof()


@pytest.mark.parametrize("format_id", PICTURES)
def test_a_picture_without_data_gives_none(format_id: str) -> None:
    assert carried(encoded(answer(), format_id, SMALL)) is None


@pytest.mark.parametrize("format_id", PICTURES)
def test_a_long_proof_with_every_sign_comes_back(format_id: str) -> None:
    signs = "".join(chr(code) for code in (*range(0x3000), *range(0x4E00, 0x9FFF), 0xFFFE, 0xFFFF, 0x1F600))
    large = replace(proof(), table=signs * 40 + "]]><&\r\n")
    assert carried(encoded(answer(), format_id, SMALL, large)) == large


def test_other_programs_read_a_png_with_a_long_proof() -> None:
    large = replace(proof(), table="煤, coal\r\n" * 300_000)
    with Image.open(io.BytesIO(encoded(answer(), "png", SMALL, large))) as opened:
        opened.load()
        assert opened.size == (400, 225)
        assert opened.info["Heartland"]


def test_other_programs_read_the_chinese_in_a_png() -> None:
    with Image.open(io.BytesIO(file("png"))) as opened:
        assert opened.info["Title"] == answer().full_title
        assert "整车产量" in opened.info["Title"]
        assert parsed_proof(opened.info["Heartland"]) == proof()


def test_an_svg_with_its_proof_is_sound_xml() -> None:
    read = parseString(file("svg"))  # noqa: S318 - our own file
    (metadata,) = read.getElementsByTagName("metadata")
    assert metadata.getAttribute("id") == "heartland"
    assert parsed_proof("".join(node.data for node in metadata.childNodes if isinstance(node, Text))) == proof()


def test_a_pdf_lists_and_gives_its_attachments(tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(file("pdf"))
    listed = subprocess.run(["pdfdetach", "-list", str(path)], check=True, capture_output=True, text=True).stdout
    assert listed.split() == ["2", "embedded", "files", "1:", "heartland.json", "2:", "numbers.csv"]
    subprocess.run(["pdfdetach", "-saveall", "-o", str(tmp_path), str(path)], check=True)
    assert (tmp_path / "heartland.json").read_text(encoding="utf-8") == proof_text(proof())
    assert (tmp_path / "numbers.csv").read_bytes() == csv_bytes(answer().table)


# -- what is not whole ------------------------------------------------------------------------------------------


@properties
@given(st.sampled_from(PICTURES), st.floats(0, 1, exclude_max=True))
def test_a_file_that_is_cut_off_gives_the_right_proof_or_none(format_id: str, share: float) -> None:
    content = file(format_id)
    assert_right_or_refused(content[: int(share * len(content))])


@properties
@given(st.sampled_from(PICTURES), st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8))
def test_a_file_with_other_bytes_in_it_gives_the_right_proof_or_none(
    format_id: str, share: float, other: bytes
) -> None:
    content = file(format_id)
    place = int(share * len(content))
    assert_right_or_refused(content[:place] + other + content[place + len(other) :])


@properties
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
@example(share=0.9995, change=1)
def test_a_png_of_which_any_byte_is_changed_is_refused(share: float, change: int) -> None:
    content = bytearray(file("png"))
    content[int(share * (len(content) - 4))] ^= change
    with contextlib.suppress(DamagedProofError):
        assert carried(bytes(content)) is None


def test_a_png_without_its_end_is_refused() -> None:
    with pytest.raises(DamagedProofError):
        carried(file("png")[:-12])


@properties
@given(st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4\n", b"<svg>", b'<metadata id="heartland">']), st.binary())
def test_any_bytes_at_all_are_refused(head: bytes, rest: bytes) -> None:
    assert_right_or_refused(head + rest)


def assert_right_or_refused(content: bytes) -> None:
    try:
        found = carried(content)
    except (DamagedProofError, NewerProofError):
        return
    assert found in (None, proof())


# -- what is made to harm ---------------------------------------------------------------------------------------


def test_a_bomb_in_a_png_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 100_000)
    bomb = chunk(b"iTXt", b"Heartland\0\1\0\0\0" + zlib.compress(b" " * 200_000))
    with pytest.raises(DamagedProofError, match=r"^cut off, or too long$"):
        carried(b"\x89PNG\r\n\x1a\n" + bomb)


def test_many_texts_in_a_png_do_not_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 100_000)
    part = chunk(b"iTXt", b"Heartland\0\1\0\0\0" + zlib.compress(b" " * 60_000))
    with pytest.raises(DamagedProofError, match="too long"):
        carried(b"\x89PNG\r\n\x1a\n" + part * 2)


def test_a_bomb_in_a_pdf_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 500)
    with pytest.raises(DamagedProofError, match=r"^cut off, or too long$"):
        carried(file("pdf"))


def test_a_document_type_ends_the_reading() -> None:
    bomb = (
        '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        f'<svg><metadata id="heartland">{proof_text(proof())}</metadata></svg>'
    )
    assert carried(bomb.encode()) is None


@pytest.mark.parametrize("encoding", ["utf-7", "idna", "no-such", "utf-16"])
def test_an_encoding_that_the_file_names_is_not_believed(encoding: str) -> None:
    assert_right_or_refused(f'<?xml version="1.0" encoding="{encoding}"?><svg/>'.encode())


def test_metadata_of_others_are_not_ours() -> None:
    assert carried(b'<svg><metadata id="rdf">{}</metadata></svg>') is None


def test_an_svg_that_another_editor_saved_is_read() -> None:
    text = json.dumps(json.loads(proof_text(proof()))).replace("&", "&amp;").replace("<", "&lt;")
    written = f'\ufeff\n<svg:svg xmlns:svg="x"><metadata\n id="heartland"  >\n{text}\n</metadata></svg:svg>'
    assert carried(written.encode()) == proof()
