"""Proofs in files: each format gives back what was put into it, and never anything else, whatever the file."""

from __future__ import annotations

import contextlib
import io
import json
import struct
import zlib
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heartland_gui.export import reading
from heartland_gui.export.formats import encoded
from heartland_gui.export.proof import DamagedProofError, NewerProofError, Proof, parsed_proof, proof_text
from heartland_gui.export.reading import carried_text
from tests.examples import examples
from tests.export.small_picture import SMALL, answer, proof

PICTURES = ("png", "svg", "pdf")
properties = settings(derandomize=True, max_examples=examples(150))


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
