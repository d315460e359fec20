"""The badge of a status: its word in its colour, in a rounded border whose line tells what is done."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from heartland_gui.model.observations import Status
from heartland_gui.rendering.fonts import chart_font
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge, status_colour
from heartland_gui.rendering.style import THEMES, Theme
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in

PLACE = QRectF(10, 8, 60, 20)
LIGHT = THEMES["light"]


def drawn(status: Status, label: str = "", theme: Theme = LIGHT) -> QImage:
    image = QImage(80, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    painter.setFont(chart_font(12))
    draw_badge(painter, PLACE, label, status, theme)
    painter.end()
    return image


def is_drawn(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).lightness() < 200


@pytest.mark.parametrize("status", Status)
def test_the_border_stays_in_its_place_and_its_corners_are_round(status: Status) -> None:
    image = drawn(status)
    inked = [(x, y) for x in range(80) for y in range(36) if image.pixelColor(x, y) != QColor(LIGHT.surface)]
    assert (min(x for x, _ in inked), max(x for x, _ in inked)) == (10, 69)
    assert (min(y for _, y in inked), max(y for _, y in inked)) == (8, 27)
    # A radius of three: corners are free, and what lies three from them on both sides is not.
    for x in (10, 69):
        for y in (8, 27):
            assert image.pixelColor(x, y).lightness() > 215, (x, y)


def coverage(image: QImage, x: int, y: int) -> float:
    """Return how much of a pixel the border covers."""
    paper, ink = QColor(LIGHT.surface), QColor(LIGHT.status_actual)
    return (paper.red() - image.pixelColor(x, y).red()) / (paper.red() - ink.red())


CORNER = (
    (0.0, 0.1, 0.58, 0.75, 1.0),
    (0.1, 0.76, 0.42, 0.0, 0.0),
    (0.58, 0.42, 0.0, 0.0, 0.0),
    (0.75, 0.0, 0.0, 0.0, 0.0),
    (1.0, 0.0, 0.0, 0.0, 0.0),
)
"""How much of each pixel a border of one pixel covers whose middle is an arc with a radius of three."""


def test_every_corner_is_an_arc_with_a_radius_of_three() -> None:
    image = drawn(Status.ACTUAL)
    for y, row in enumerate(CORNER):
        for x, expected in enumerate(row):
            for place in ((10 + x, 8 + y), (69 - x, 8 + y), (10 + x, 27 - y), (69 - x, 27 - y)):
                # A quarter of a pixel's darkness is a radius of four.
                assert coverage(image, *place) == pytest.approx(expected, abs=0.1), place
    assert coverage(image, 40, 18) == 0, "it is not filled"


def test_the_line_of_the_border_is_whole_for_what_there_is_and_broken_for_the_rest() -> None:
    tops = {status: tuple(is_drawn(drawn(status), x, 8) for x in range(15, 65)) for status in Status}
    assert all(tops[Status.ACTUAL])
    assert all(tops[Status.ESTIMATE])
    broken = [tops[status] for status in (Status.FORECAST, Status.TARGET, Status.CAPACITY)]
    assert len(set(broken)) == 3
    assert all(0 < sum(top) < 50 for top in broken)
    # Dots are more often broken than dashes.
    gaps = [sum(one and not other for one, other in pairwise(top)) for top in broken]
    assert gaps[0] < gaps[2]


def test_the_word_stands_in_the_middle_in_the_colour_of_its_status() -> None:
    image, bare = drawn(Status.ACTUAL, "HHH"), drawn(Status.ACTUAL)
    word = [(x, y) for x in range(80) for y in range(36) if image.pixelColor(x, y) != bare.pixelColor(x, y)]
    left, right = min(x for x, _ in word), max(x for x, _ in word)
    top, bottom = min(y for _, y in word), max(y for _, y in word)
    assert abs((left + right) / 2 - 39.5) <= 1
    assert abs((top + bottom) / 2 - 17.5) <= 2
    darkest = min((image.pixelColor(x, y) for x, y in word), key=lambda colour: colour.lightness())
    assert abs(darkest.hue() - QColor(LIGHT.status_actual).hue()) <= 4


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_status_has_the_colour_of_its_name(theme: Theme) -> None:
    for status in Status:
        assert status_colour(status, theme) == getattr(theme, f"status_{status.value}")


def test_only_an_estimate_is_marked_as_in_charts() -> None:
    words = Words()
    assert badge_label(Status.ESTIMATE, words) == "≈\u00a0estimate"
    assert [badge_label(status, words) for status in Status if status is not Status.ESTIMATE] == [
        status.value for status in Status if status is not Status.ESTIMATE
    ]
    assert badge_label(Status.ACTUAL, words_in("zh")) != "actual"


def test_a_badge_has_room_for_its_word_in_whole_pixels() -> None:
    font = QFont(chart_font(12))
    metrics, size = QFontMetricsF(font), badge_size(font, "actual")
    assert size == QSizeF(round(size.width()), round(size.height()))
    assert 0 <= size.width() - metrics.horizontalAdvance("actual") - 10 < 1
    assert 0 <= size.height() - metrics.height() - 3 < 1


def test_the_painter_is_left_as_it_was() -> None:
    image = QImage(80, 36, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.red)
    draw_badge(painter, PLACE, "target", Status.TARGET, LIGHT)
    assert painter.pen().color() == QColor(Qt.GlobalColor.red)
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
