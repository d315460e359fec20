"""The painter: every chart drawn as it is kept, from the back to the front, as large as the picture."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Question
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.picture.layout import layout
from heartland_gui.rendering.picture.margins import ON_PAGE, LayoutOptions
from heartland_gui.rendering.picture.painter import paint, paint_picture, picture_layout, picture_scale
from heartland_gui.rendering.style import DARK, LIGHT, MEASURES
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, model_case, region, seen
from tests.golden.cases import kept
from tests.golden.transcripts import changes

SOME = [name for name in kept() if name.endswith("-all") or "-" not in name] + [
    "over-time-breaks", "over-time-sources-differ", "ranking-losses", "ranking-periods", "map-missing", "map-companies",
]  # fmt: skip


@pytest.mark.parametrize("name", SOME)
def test_a_chart_is_drawn_as_it_is_kept(name: str) -> None:
    assert changes(name) == []


def test_a_picture_is_laid_out_in_the_scale_of_charts() -> None:
    assert picture_scale(MEASURES.base_width, MEASURES.base_height) == 1
    assert picture_scale(2 * MEASURES.base_width, MEASURES.base_height) == 1
    assert picture_scale(2 * MEASURES.base_width, 2 * MEASURES.base_height) == 2
    assert picture_scale(MEASURES.base_width, MEASURES.base_height / 2) == 0.5
    answer = chart(model_case(), Question("over-time", MAKER, "output"), Words())
    placed = picture_layout(answer, 1760, 990, LayoutOptions())
    assert (placed.width, placed.height) == (880, 495)


def painted(width: int, height: int) -> QImage:
    answer = chart(model_case(), Question("over-time", MAKER, "output"), Words())
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    painter = QPainter(image)
    paint_picture(picture_layout(answer, width, height, LayoutOptions()), painter, width, DARK)
    assert painter.transform().isIdentity(), "the painter is left as it was"
    painter.end()
    return image


def test_a_picture_is_filled_to_its_corners_in_the_colours_of_its_theme() -> None:
    image = painted(440, 248)
    corners = [(0, 0), (439, 0), (0, 247), (439, 247)]
    assert {image.pixelColor(*corner).name() for corner in corners} == {DARK.surface}


def test_twice_as_large_is_twice_as_large() -> None:
    small, large = painted(440, 248), painted(880, 496)
    halved = large.scaled(440, 248)
    differing = sum(
        abs(small.pixelColor(x, y).lightness() - halved.pixelColor(x, y).lightness()) > 100
        for x in range(0, 440, 2)
        for y in range(0, 248, 2)
    )
    assert differing < 0.02 * 220 * 124


@pytest.mark.parametrize("clipped", [True, False])
def test_on_the_screen_marks_end_where_their_plot_does(*, clipped: bool) -> None:
    figures = [seen(20 + year % 5, str(year)) for year in range(2000, 2020)]
    answer = chart(region(*figures), Question("over-time", MAKER, "output"), Words())
    options = LayoutOptions(
        standing_alone=False, margin=ON_PAGE.margin, ranges=((2008.0, 2012.0), (answer.panels[0].y.bounds,))
    )
    placed = layout(answer, 700, 400, options)
    image = QImage(700, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint(placed, Canvas(painter, LIGHT), clipped=clipped)
    painter.end()
    box = placed.panels[0].plot.box
    beside = [
        image.pixelColor(x, y).name() == LIGHT.pillar[0]
        for x in (*range(int(box.x) - 20), *range(int(box.right) + 20, 700))
        for y in range(int(box.y), int(box.bottom))
    ]
    assert any(beside) is not clipped
    inside = [image.pixelColor(x, y).name() == LIGHT.pillar[0] for x in range(200, 500) for y in range(60, 300)]
    assert any(inside)
