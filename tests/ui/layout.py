"""Where the parts of a window stand, for tests of its layout."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from heartland_gui.rendering.style import THEMES
from heartland_gui.ui.widgets.theme import style_sheet

_SHEETS = "".join(style_sheet(theme) for theme in THEMES.values())


def called(widget: QWidget) -> str:
    """Return what tests call a widget: its name, else what is written on it."""
    if widget.objectName():
        return widget.objectName()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def as_read(root: QWidget) -> list[list[str]]:
    """Return the parts that are seen, line by line from the top, each line from the left.

    A part is a widget with a name or words of its own. What lies over another, as it does where a layout was
    forgotten, is a fault, and so is a style that the style sheet does not know. Raises AssertionError.
    """
    for each in (root, *root.findChildren(QWidget)):
        styles = {bytes(name.data()).decode() for name in each.dynamicPropertyNames()}
        unknown = {style for style in styles if not style.startswith("_") and f"[{style}=" not in _SHEETS}
        assert not unknown, f"{called(each)} has styles that are not there: {unknown}"
    root.ensurePolished()
    layout = root.layout()
    if layout is not None:
        layout.activate()
    parts = [
        part
        for part in root.findChildren(QWidget)
        if part.isVisibleTo(root) and called(part) and not called(part).startswith("qt_")
    ]
    # The innermost parts alone: what holds others is where they are.
    parts = [part for part in parts if not any(other is not part and part.isAncestorOf(other) for other in parts)]
    boxes = {part: part.rect().translated(part.mapTo(root, QPoint(0, 0))) for part in parts}
    for number, part in enumerate(parts):
        for other in parts[number + 1 :]:
            overlap = boxes[part].intersected(boxes[other])
            assert overlap.width() < 3 or overlap.height() < 3, f"{called(part)} lies over {called(other)}"
    lines: list[list[QWidget]] = []
    for part in sorted(parts, key=lambda each: boxes[each].center().y()):
        line = next((line for line in lines if _beside(boxes[line[0]].center().y(), boxes[part].center().y())), None)
        if line is None:
            lines.append([part])
        else:
            line.append(part)
    return [[called(part) for part in sorted(line, key=lambda each: boxes[each].left())] for line in lines]


def _beside(one: int, other: int) -> bool:
    return abs(one - other) < 10
