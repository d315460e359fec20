"""The measure of pictures: it must see what a person would see."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.pictures import Pixels, luma, picture, rasterised, structural_similarity, weakest_tile

pytestmark = pytest.mark.nightly

WIDTH, HEIGHT = 1600, 900
BARS = ((200, 1400), (300, 1100), (400, 900), (500, 620), (600, 380))


def drawn(*, leave_out: int | None = None, shift: int = 0, blur: bool = False) -> Pixels:
    canvas = Image.new("RGB", (WIDTH, HEIGHT), "white")
    brush = ImageDraw.Draw(canvas)
    for number, (top, right) in enumerate(BARS):
        brush.text((80 + shift, top + 20 + shift), f"Company number {number}", fill="black", font_size=28)
        if number != leave_out:
            brush.rectangle((320 + shift, top + shift, right + shift, top + 60 + shift), fill="#286BBB")
    if blur:
        canvas = canvas.resize((WIDTH // 2, HEIGHT // 2)).resize((WIDTH, HEIGHT))
    return luma(np.asarray(canvas, dtype=np.float64))


def test_the_same_picture_is_the_same() -> None:
    assert structural_similarity(drawn(), drawn()) == pytest.approx(1.0)
    assert weakest_tile(drawn(), drawn()) == pytest.approx(1.0)


def test_a_picture_that_is_drawn_a_little_softer_passes() -> None:
    assert structural_similarity(drawn(), drawn(blur=True)) > 0.95
    assert weakest_tile(drawn(), drawn(blur=True)) > 0.7


def test_a_black_picture_fails() -> None:
    assert structural_similarity(drawn(), np.zeros((HEIGHT, WIDTH))) < 0.1


def test_a_shifted_picture_fails() -> None:
    assert structural_similarity(drawn(), drawn(shift=12)) < 0.9


@pytest.mark.parametrize("bar", range(len(BARS)))
def test_a_dropped_bar_fails(bar: int) -> None:
    assert weakest_tile(drawn(), drawn(leave_out=bar)) < 0.5


def test_the_measure_agrees_with_its_formula_on_flat_pictures() -> None:
    # Without structure only the comparison of brightness is left: (2ab + C1) / (a² + b² + C1).
    dark, bright = np.full((64, 64), 100.0), np.full((64, 64), 150.0)
    expected = (2 * 100 * 150 + 2.55**2) / (100**2 + 150**2 + 2.55**2)
    assert structural_similarity(dark, bright) == pytest.approx(expected)


def test_pictures_of_different_sizes_are_refused() -> None:
    with pytest.raises(AssertionError, match="sizes differ"):
        structural_similarity(np.zeros((20, 20)), np.zeros((20, 30)))


def test_vector_pictures_become_pixels(tmp_path: Path) -> None:
    svg = tmp_path / "half.svg"
    svg.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
        '<rect width="100" height="100"/></svg>'
    )
    expected = np.full((300, 600), 255.0)
    expected[:, :300] = 0
    assert structural_similarity(rasterised(svg, 600, 300), expected) > 0.99
    Image.fromarray(expected.astype(np.uint8)).save(tmp_path / "half.pdf")
    assert structural_similarity(rasterised(tmp_path / "half.pdf", 600, 300), expected) > 0.99


def test_transparent_places_are_white(tmp_path: Path) -> None:
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert np.min(picture(tmp_path / "clear.png")) == pytest.approx(255)
