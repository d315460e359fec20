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


def test_no_sign_of_chinese_is_left_alone_on_a_line(qapp: QApplication) -> None:
    font = QGuiApplication.font()
    assert broken("目标：50万架，", font, width_of("目标：50万架", font)) == ["目标：", "50万架，"]
    assert broken("（规划）结果", font, 1) == ["（规", "划）", "结果"]
    assert broken("暂无数据", font, width_of("暂无数", font)) == ["暂无", "数据"]
    assert broken("逾1690万千瓦）", font, width_of("逾1690万千瓦", font)) == ["逾1690万", "千瓦）"]


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
