"""How alike two pictures are, and vector pictures as pixels, drawn by programs other than Qt.

The measure is the structural similarity of Z. Wang, A. C. Bovik, H. R. Sheikh and E. P. Simoncelli, "Image Quality
Assessment: From Error Visibility to Structural Similarity", IEEE Transactions on Image Processing 13 (4), 2004: a
Gaussian window of 11 by 11 with a standard deviation of 1.5, K1 = 0.01, K2 = 0.03, of luma, after the reduction of
large pictures that its authors recommend. 1 is the same picture.

Most of a chart is white, and white is like white: a bar that is missing hardly changes the mean. So the weakest tile
is a measure of its own.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.float64]
"""Luma from 0 to 255 in rows and columns."""

_RADIUS: Final = 5
_SIGMA: Final = 1.5
_C1: Final = (0.01 * 255) ** 2
_C2: Final = (0.03 * 255) ** 2
_LUMA: Final = np.array([0.299, 0.587, 0.114])  # ITU-R BT.601


def structural_similarity(first: Pixels, second: Pixels) -> float:
    """Return the mean structural similarity of two pictures of the same size."""
    return float(_similarity_map(first, second).mean())


def weakest_tile(first: Pixels, second: Pixels, *, across: int = 24) -> float:
    """Return the structural similarity of the square tile that is least alike; `across` tiles make the width."""
    return _weakest(_similarity_map(first, second), across)


def mean_and_weakest(first: Pixels, second: Pixels) -> tuple[float, float]:
    """Return `structural_similarity` and `weakest_tile`, for the price of one."""
    similarity = _similarity_map(first, second)
    return float(similarity.mean()), _weakest(similarity, 24)


def _weakest(similarity: Pixels, across: int) -> float:
    side = max(1, similarity.shape[1] // across)
    rows, columns = similarity.shape[0] // side, similarity.shape[1] // side
    tiles = similarity[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return float(np.min(tiles.mean(axis=(1, 3))))


def picture(path: Path) -> Pixels:
    """Return a picture file as luma, transparent places on white."""
    return luma(_colours(path))


def likeness(first: Path, second: Path, *, across: int = 24) -> tuple[float, float, float]:
    """Return how alike two picture files are on the whole and in the weakest tile, each in the colour least alike.

    Colours are compared one by one: a mark may change from blue to green and keep its luma. Where it is thin, its
    structure hardly changes with its colour, so the third number is how far red, green or blue of the tile that is
    farthest apart are in the mean, from 0 to 255.
    """
    one, other = _colours(first), _colours(second)
    return *_likeness_of_structure(one, other, across), _farthest_apart(one, other, across)


def is_like(first: Path, second: Path, *, across: int, least: float, least_of_tile: float, most_apart: float) -> bool:
    """Whether the three numbers of `likeness` keep to these bounds; the one that costs little is asked first."""
    one, other = _colours(first), _colours(second)
    if np.array_equal(one, other):
        return True
    if _farthest_apart(one, other, across) > most_apart:
        return False
    mean, weakest = _likeness_of_structure(one, other, across)
    return mean >= least and weakest >= least_of_tile


def _likeness_of_structure(one: Pixels, other: Pixels, across: int) -> tuple[float, float]:
    maps = [_similarity_map(one[..., colour], other[..., colour]) for colour in range(3)]
    return min(float(each.mean()) for each in maps), min(_weakest(each, across) for each in maps)


def _farthest_apart(one: Pixels, other: Pixels, across: int) -> float:
    assert one.shape == other.shape, f"sizes differ: {one.shape} and {other.shape}"
    side = max(1, one.shape[1] // across)
    return max(float(np.max(_reduced(np.abs(one[..., colour] - other[..., colour]), side))) for colour in range(3))


def _colours(path: Path) -> Pixels:
    """Return red, green and blue from 0 to 255, transparent places on white."""
    with Image.open(path) as opened:
        if opened.mode == "RGB":
            return np.asarray(opened, dtype=np.float64)
        rgba = np.asarray(opened.convert("RGBA"), dtype=np.float64)
    alpha = rgba[..., 3:] / 255
    return np.asarray(rgba[..., :3] * alpha + 255 * (1 - alpha))


def luma(rgb: Pixels) -> Pixels:
    """Return the luma of red, green and blue from 0 to 255."""
    return np.asarray(rgb @ _LUMA, dtype=np.float64)


def rasterised(path: Path, width: int, height: int) -> Pixels:
    """Return an SVG (by librsvg) or the first page of a PDF (by poppler) at a size in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "picture.png"
        size_x, size_y = str(width), str(height)
        if path.suffix == ".svg":
            command = ["rsvg-convert", "--background-color", "white", "-w", size_x, "-h", size_y, "-o", str(target)]
            command.append(str(path))
        else:
            command = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", size_x, "-scale-to-y", size_y, str(path)]
            command.append(str(target.with_suffix("")))
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return picture(target)


def _similarity_map(first: Pixels, second: Pixels) -> Pixels:
    assert first.shape == second.shape, f"sizes differ: {first.shape} and {second.shape}"
    factor = max(1, round(min(first.shape) / 256))
    x, y = _reduced(first, factor), _reduced(second, factor)
    mean_x, mean_y = _blurred(x), _blurred(y)
    variance_x = _blurred(x * x) - mean_x**2
    variance_y = _blurred(y * y) - mean_y**2
    covariance = _blurred(x * y) - mean_x * mean_y
    alike = (2 * mean_x * mean_y + _C1) * (2 * covariance + _C2)
    return np.asarray(alike / ((mean_x**2 + mean_y**2 + _C1) * (variance_x + variance_y + _C2)))


def _reduced(pixels: Pixels, factor: int) -> Pixels:
    """Return the means of squares of `factor` pixels; what does not fill a square at the edge is left out."""
    rows, columns = pixels.shape[0] // factor, pixels.shape[1] // factor
    squares = pixels[: rows * factor, : columns * factor].reshape(rows, factor, columns, factor)
    return np.asarray(squares.mean(axis=(1, 3)))


def _blurred(pixels: Pixels) -> Pixels:
    """Return the picture under the Gaussian window, where the window lies fully inside it."""
    offsets = np.arange(-_RADIUS, _RADIUS + 1)
    weights = np.exp(-(offsets**2) / (2 * _SIGMA**2))
    weights /= weights.sum()
    for axis in (0, 1):
        pixels = np.moveaxis(pixels, axis, 0)
        reach = len(pixels) - 2 * _RADIUS
        total = weights[0] * pixels[:reach]
        for place, weight in enumerate(weights[1:], 1):
            total += weight * pixels[place : place + reach]
        pixels = np.moveaxis(total, 0, axis)
    return pixels
