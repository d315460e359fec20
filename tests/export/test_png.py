"""PNG as it is written here, read by another program."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from heartland_gui.export import picture
from heartland_gui.export.picture import png_file


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
