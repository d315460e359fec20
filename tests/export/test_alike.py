"""SVG and PDF, drawn by programs other than Qt, show the picture that the PNG shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Bar, Chart
from heartland_gui.export.batch import asked_question
from heartland_gui.export.formats import encoded
from heartland_gui.rendering import marks
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.text import Words
from tests.charts.shipped import shipped_dataset
from tests.pictures import picture, rasterised, structural_similarity, weakest_tile

SIZE = (1200, 675)
CHARTS = {
    "over time, conflict and capacity": ("snd-new-energy-special-vehicle", "over-time", "vehicles-produced"),
    "over time, spans and targets": ("shanxi", "over-time", "raw-coal-output"),
    "ranking, every status": ("natural-gas", "ranking", "gas-output"),
    "ranking, hatched": ("new-energy-and-new-materials", "ranking", "revenue"),
    "timeline": ("shanxi", "timeline", None),
}
ALIKE = 0.95
WEAKEST = 0.6


def shipped_chart(name: str, language: str) -> Chart:
    dataset, words = shipped_dataset(), Words(language)
    return chart(dataset, asked_question(dataset, *CHARTS[name], words), words)


def written(answer: Chart, format_id: str, folder: Path) -> Path:
    path = folder / f"picture.{format_id}"
    path.write_bytes(encoded(answer, format_id, *SIZE, 1.0))
    return path


def likeness(answer: Chart, format_id: str, folder: Path) -> tuple[float, float]:
    """Return how alike a format is to the PNG: on the whole, and where it is least alike."""
    whole = picture(written(answer, "png", folder))
    other = rasterised(written(answer, format_id, folder), *SIZE)
    return structural_similarity(whole, other), weakest_tile(whole, other)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("format_id", ["svg", "pdf"])
@pytest.mark.parametrize("name", CHARTS)
def test_every_format_shows_the_same_picture(name: str, format_id: str, language: str, tmp_path: Path) -> None:
    mean, weakest = likeness(shipped_chart(name, language), format_id, tmp_path)
    assert mean >= ALIKE
    assert weakest >= WEAKEST


def test_a_missing_bar_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = shipped_chart("ranking, every status", "en")
    whole = picture(written(answer, "png", tmp_path))
    monkeypatch.setitem(marks.DRAWINGS, Bar, lambda *_: None)
    other = rasterised(written(answer, "svg", tmp_path), *SIZE)
    assert weakest_tile(whole, other) < WEAKEST


def test_missing_hatching_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = shipped_chart("ranking, every status", "en")
    whole = picture(written(answer, "png", tmp_path))
    sound = weakest_tile(whole, rasterised(written(answer, "svg", tmp_path), *SIZE))
    monkeypatch.setattr(Canvas, "hatching", lambda *_: None)
    other = rasterised(written(answer, "svg", tmp_path), *SIZE)
    assert weakest_tile(whole, other) < sound - 0.1


def test_missing_chinese_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = shipped_chart("timeline", "zh")
    whole = picture(written(answer, "png", tmp_path))
    text = Canvas.text

    def latin_only(self: Canvas, x: float, baseline: float, said: str, *rest: object, **more: object) -> None:
        text(self, x, baseline, "".join(c for c in said if c.isascii()), *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Canvas, "text", latin_only)
    other = rasterised(written(answer, "svg", tmp_path), *SIZE)
    assert structural_similarity(whole, other) < ALIKE
