"""Words that are painted in lines of a width."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from heartland_gui.ui.widgets.writing import broken, width_of, write


def test_a_text_breaks_between_words(qapp: QApplication) -> None:
    font = QGuiApplication.font()
    assert broken("made of steel", font, 10_000) == ["made of steel"]
    assert broken("made of steel", font, width_of("made of", font)) == ["made of", "steel"]
    assert broken("made of steel", font, 1) == ["made", "of", "steel"]
    assert broken("", font, 100) == [""]


def test_chinese_breaks_behind_any_sign(qapp: QApplication) -> None:
    font = QGuiApplication.font()
    assert broken("规划与结果", font, width_of("规划与", font)) == ["规划与", "结果"]


def test_a_text_ends_where_it_says(qapp: QApplication) -> None:
    font = QGuiApplication.font()
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    end = write(painter, (10, 0, 30), "steel", font, "#000000")
    assert end == 10 + width_of("steel", font)
    assert write(painter, (10, 0, 30), "", font, "#000000") == 10
    painter.end()
    inked = [x for x in range(200) if any(image.pixelColor(x, y).lightness() < 200 for y in range(30))]
    assert min(inked) >= 10
    assert max(inked) <= end
