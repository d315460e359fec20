"""A chart as PNG and SVG: its size, its words and its proof, read by other programs."""

from __future__ import annotations

import io
import re
import struct
from dataclasses import replace
from xml.dom.minidom import Text, parseString

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication

from heartland_gui.export import picture
from heartland_gui.export.picture import (
    A4_SIZE,
    SIGNATURE,
    SQUARE_SIZE,
    Picture,
    PictureError,
    PictureOptions,
    about,
    chart_image,
    content,
    open_buffer,
    png_bytes,
    png_file,
    svg_bytes,
)
from heartland_gui.export.proof import parsed_proof, proof_text
from heartland_gui.rendering.picture.margins import LayoutOptions
from heartland_gui.rendering.style import DARK
from tests.export.small_picture import SMALL, answer, proof

# -- PNG as it is written here ----------------------------------------------------------------------------------


def chequered(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for y in range(height):
        for x in range(width):
            image.setPixelColor(x, y, QColor(x % 256, y % 256, (x * y) % 256))
    return image


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (5, 7), (33, 20)])
@pytest.mark.parametrize("strip", [1, 100, 4_000_000])
def test_every_pixel_comes_back(size: tuple[int, int], strip: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_STRIP", strip)
    with Image.open(io.BytesIO(png_file(chequered(*size)))) as opened:
        opened.verify()
    with Image.open(io.BytesIO(png_file(chequered(*size)))) as opened:
        pixels = np.asarray(opened)
        assert (opened.mode, opened.size) == ("RGB", size)
    width, height = size
    assert all(tuple(pixels[y, x]) == (x, y, x * y) for y in range(height) for x in range(width) if x * y < 256)


def test_texts_and_resolution_stand_in_the_file() -> None:
    texts = [("Title", "煤"), ("Comment", "long " * 500), ("Empty", "")]
    with Image.open(io.BytesIO(png_file(chequered(3, 3), texts, 7559))) as opened:
        opened.load()
        assert {name: opened.info[name] for name, _ in texts} == dict(texts)
        assert opened.info["dpi"] == pytest.approx((192, 192), abs=0.01)


def test_flat_pictures_are_small() -> None:
    image = QImage(3200, 1800, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    assert len(png_file(image)) < 100_000


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """Return the kinds and contents of the chunks of a PNG."""
    found, place = [], len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        found.append((png[place + 4 : place + 8], png[place + 8 : place + 8 + length]))
        place += 12 + length
    return found


def test_a_png_without_texts_and_resolution_has_none() -> None:
    assert {kind for kind, _ in chunks(png_file(chequered(3, 3)))} == {b"IHDR", b"IDAT", b"IEND"}
    assert chunks(png_file(chequered(3, 3)))[-1] == (b"IEND", b"")
    assert chunks(png_file(chequered(3, 2)))[0] == (b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0))


def test_only_long_texts_are_packed() -> None:
    texts = [("A", "a" * 1000), ("B", "b" * 1001), ("C", "煤" * 334)]
    flags = {text[:1]: text[2:4] for kind, text in chunks(png_file(chequered(1, 1), texts)) if kind == b"iTXt"}
    assert flags == {b"A": b"\0\0", b"B": b"\1\0", b"C": b"\1\0"}


def test_a_resolution_is_in_dots_to_the_metre() -> None:
    (size,) = (
        text for kind, text in chunks(png_bytes(Picture(answer(), replace(SMALL, scale=2.0)))) if kind == b"pHYs"
    )
    assert size == struct.pack(">IIB", 7559, 7559, 1)


# -- what a picture is to be ------------------------------------------------------------------------------------


def test_a_picture_is_a_slide_of_twice_as_many_pixels_unless_something_else_is_asked_for() -> None:
    assert PictureOptions().pixels == (3200, 1800)
    assert PictureOptions(333, 201, 1.5).pixels == (500, 302)


@pytest.mark.parametrize(
    ("size", "page"),
    [((1600, 900), (960, 540)), (A4_SIZE, (595, 842)), (SQUARE_SIZE, (600, 600)), ((800, 400), (600, 300))],
)
def test_known_sizes_are_pages_of_presentations_and_paper(size: tuple[int, int], page: tuple[float, float]) -> None:
    options = PictureOptions(*size)
    assert (size[0] * options.points, size[1] * options.points) == pytest.approx(page)


@pytest.mark.parametrize("left_out", ["title", "legend", "sources"])
def test_each_part_can_be_left_out_alone(left_out: str) -> None:
    assert PictureOptions().layout_options == LayoutOptions(title=True, legend=True, sources=True)
    options = PictureOptions(title=left_out != "title", legend=left_out != "legend", sources=left_out != "sources")
    assert options.layout_options == LayoutOptions(
        title=left_out != "title", legend=left_out != "legend", sources=left_out != "sources"
    )


def test_a_picture_is_laid_out_once_and_its_proof_written_once() -> None:
    made = Picture(answer(), SMALL, proof())
    assert made.layout is made.layout
    assert made.proof_text == proof_text(proof())
    assert made.proof_text is made.proof_text
    assert Picture(answer()).proof_text == ""
    assert Picture(answer()).options == PictureOptions()


# -- as an image ------------------------------------------------------------------------------------------------


def test_an_image_has_the_pixels_of_its_scale() -> None:
    made = Picture(answer(), replace(SMALL, scale=1.5))
    sizes = [(image.width(), image.height()) for image in (chart_image(made), chart_image(made, 0.5))]
    assert sizes == [(600, 338), (200, 112)]


def test_an_image_is_filled_with_the_theme_and_painted_at_its_scale() -> None:
    dark = chart_image(Picture(answer(), replace(SMALL, theme=DARK, scale=2.0)))
    assert dark.pixelColor(1, 1).name() == dark.pixelColor(798, 448).name() == DARK.surface
    small, large = (chart_image(Picture(answer(), SMALL), scale) for scale in (1.0, 2.0))
    halved = large.scaled(small.size()).convertToFormat(QImage.Format.Format_Grayscale8)
    plain = small.convertToFormat(QImage.Format.Format_Grayscale8)
    apart = [abs(int(a) - int(b)) for a, b in zip(bytes(halved.constBits()), bytes(plain.constBits()), strict=True)]
    assert sum(apart) / len(apart) < 12


def test_a_picture_that_does_not_fit_into_memory_is_refused_in_a_sentence() -> None:
    with pytest.raises(PictureError, match=r"^There is not enough memory for a picture of this size\.$"):
        chart_image(Picture(answer("en"), PictureOptions(10**6, 10**6, 1.0)))


def test_an_image_that_is_drawn_already_is_taken() -> None:
    with Image.open(io.BytesIO(png_bytes(Picture(answer(), SMALL), chequered(5, 7)))) as opened:
        assert opened.size == (5, 7)


# -- its words and its proof ------------------------------------------------------------------------------------


def test_a_picture_says_what_it_is() -> None:
    said = about(answer("en"))
    assert list(said) == ["Title", "Description", "Source", "Software", "Comment"]
    assert said["Description"] == answer("en").sentence
    assert said["Software"] == "Heartland"


def test_a_long_proof_is_continued_in_the_next_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert picture._LONGEST_TEXT == 500_000, "readers stop at 1 MB, and a character may have several bytes"
    text = proof_text(proof())
    monkeypatch.setattr(picture, "_LONGEST_TEXT", len(text) - 1)
    with Image.open(io.BytesIO(png_bytes(Picture(answer(), SMALL, proof())))) as opened:
        opened.load()
        assert opened.info["Heartland"] == text[-1:], "the last of two"


def test_a_png_tells_its_title_sources_and_edition() -> None:
    with Image.open(io.BytesIO(png_bytes(Picture(answer("en"), replace(SMALL, scale=2.0))))) as opened:
        assert opened.size == (800, 450)
        assert opened.info["Title"] == "Maker Works: Vehicles produced, 2019–2020"
        assert "Morning Paper, 26 Apr 2020; " in opened.info["Source"]
        assert "edition 2026-11" in opened.info["Comment"]
        assert ": 48 vehicles in 2019 (actual)" in opened.info["Description"].replace("\u00a0", " ")


def test_an_svg_needs_no_font_and_no_other_file() -> None:
    svg = svg_bytes(Picture(answer(), SMALL)).decode()
    assert 'role="img"' in svg
    assert "<title>maker厂" in svg
    assert "<desc>" in svg
    assert not re.search(r"<(image|text|style)\b|xlink:href|url\(", svg)


def test_an_svg_is_no_longer_than_its_scale_says() -> None:
    svg = svg_bytes(Picture(answer(), replace(SMALL, scale=2.0))).decode()
    assert re.search(r'<svg [^>]*width="800" height="450"[^>]*viewBox="0 0 400 225"', svg)


def test_an_svg_is_sound_xml_whatever_the_words() -> None:
    drawn = replace(answer("en"), subject="A & B <c>\x01", sentence='"quoted" & <tagged>')
    read = parseString(svg_bytes(Picture(drawn, SMALL)))  # noqa: S318 - our own file
    title, description = (read.getElementsByTagName(name)[0].firstChild for name in ("title", "desc"))
    assert isinstance(title, Text)
    assert title.data == "A & B <c>: Vehicles produced, 2019–2020"
    assert isinstance(description, Text)
    assert description.data.startswith('"quoted" & <tagged>\n')


def test_other_programs_read_a_png_with_a_long_proof() -> None:
    large = replace(proof(), table="煤, coal\r\n" * 300_000)
    with Image.open(io.BytesIO(png_bytes(Picture(answer(), SMALL, large)))) as opened:
        opened.load()
        assert opened.size == (400, 225)
        assert opened.info["Heartland"]


def test_other_programs_read_the_chinese_in_a_png() -> None:
    with Image.open(io.BytesIO(png_bytes(Picture(answer(), SMALL, proof())))) as opened:
        assert opened.info["Title"] == answer().full_title
        assert "整车产量" in opened.info["Title"]
        assert parsed_proof(opened.info["Heartland"]) == proof()


def test_an_svg_with_its_proof_is_sound_xml() -> None:
    read = parseString(svg_bytes(Picture(answer(), SMALL, proof())))  # noqa: S318 - our own file
    (metadata,) = read.getElementsByTagName("metadata")
    assert metadata.getAttribute("id") == "heartland"
    assert parsed_proof("".join(node.data for node in metadata.childNodes if isinstance(node, Text))) == proof()


def test_the_font_of_the_window_does_not_stand_in_an_svg(qapp: QApplication) -> None:
    usual = qapp.font()
    qapp.setFont(QFont("monospace", 31))
    try:
        svg = svg_bytes(Picture(answer(), SMALL)).decode()
    finally:
        qapp.setFont(usual)
    assert "monospace" not in svg


def test_an_svg_says_the_rest_below_its_title_and_has_a_proof_only_where_it_is_given() -> None:
    svg = svg_bytes(Picture(answer("en"), SMALL)).decode()
    assert "<metadata" not in svg
    assert svg.count("<title>") == svg.count("<desc>") == 1
    assert re.search(
        r'<svg role="img" width="400" height="225"[^>]*>\s*<title>[^<]*</title>\s*<desc>[^<]*</desc>\s*<', svg
    )
    read = parseString(svg)  # noqa: S318 - our own file
    described = read.getElementsByTagName("desc")[0].firstChild
    assert isinstance(described, Text)
    said = about(answer("en"))
    assert described.data.split("\n") == [text for name, text in said.items() if text and name != "Title"]


def test_what_is_written_into_memory_comes_back_and_the_memory_is_closed() -> None:
    buffer = open_buffer()
    buffer.write(b"a\0b")
    assert content(buffer) == b"a\0b"
    assert not buffer.isOpen()
