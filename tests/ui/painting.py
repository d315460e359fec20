"""What is painted: every text that a widget or a row draws by itself, where it stands and what room it has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NEAR: Final = 1.0
"""So many pixels are no fault: type is measured in fractions of them."""
_FAR: Final = 100_000.0
_UNCLIPPED: Final = 0x100
"""Qt.TextDontClip: the rectangle is a place to begin at, and no room."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text that was drawn: where its letters stand and what they may take, in pixels of the widget."""

    text: str
    widget: QWidget
    ink: QRectF
    room: QRectF

    @property
    def owner(self) -> str:
        """The widget in words."""
        shown = self.widget.parentWidget() if _is_viewport(self.widget) else self.widget
        widget = shown or self.widget
        return f"{type(widget).__name__} {widget.objectName()}".strip()


@dataclass(slots=True)
class Writing:
    """Everything that was drawn while it was watched."""

    texts: list[Written] = field(default_factory=list)
    shortened: dict[str, str] = field(default_factory=dict)
    """What was drawn with “…”, with the whole text."""


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Writing]:
    """Tell what widgets draw. What Qt draws for labels and buttons is measured by their size."""
    found = Writing()
    draw_text, draw_layout = QPainter.drawText, QTextLayout.draw

    def tell(painter: QPainter, text: str, ink: QRectF, room: QRectF | None = None) -> None:
        widget = painter.device()
        if not isinstance(widget, QWidget) or not text.strip():
            return
        move = painter.worldTransform()
        if room is None and painter.hasClipping():
            room = painter.clipBoundingRect()
        place = QRectF(widget.rect()) if room is None else move.mapRect(room)
        found.texts.append(Written(text, widget, move.mapRect(ink), place))

    def drawn_text(painter: QPainter, *args: Any) -> Any:
        tell(painter, *_ink_of(painter, args))
        return draw_text(painter, *args)

    def drawn_layout(layout: QTextLayout, painter: QPainter, at: QPointF, *rest: Any) -> Any:
        tell(painter, layout.text(), _ink_of_layout(layout).translated(at))
        return draw_layout(layout, painter, at, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", drawn_text)
        patch.setattr(QTextLayout, "draw", drawn_layout)
        for metrics in (QFontMetrics, QFontMetricsF):
            patch.setattr(metrics, "elidedText", _telling(metrics.elidedText, found))
        yield found


def _telling(shorten: Any, found: Writing) -> Any:
    def shortened(metrics: Any, text: str, mode: Qt.TextElideMode, *rest: Any) -> str:
        made: str = shorten(metrics, text, mode, *rest)
        # Long names may be cut in their middle, where what tells them apart stays.
        if made != text and mode is not Qt.TextElideMode.ElideMiddle:
            found.shortened[made] = text
        return made

    return shortened


def _ink_of(painter: QPainter, args: tuple[Any, ...]) -> tuple[str, QRectF, QRectF | None]:
    """Return a text, where its letters stand and, where it has one, its room; for each way of drawing."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    if isinstance(args[0], QPointF):
        at, text = args
        box = QRectF(at.x(), at.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
        return text, box, None
    place = QRectF(args[0]) if isinstance(args[0], QRect) else args[0]
    if isinstance(args[-1], QTextOption):
        flags, text = (
            int(args[2].alignment()) | int(args[2].wrapMode() != QTextOption.WrapMode.NoWrap) * 0x1000,
            args[1],
        )
    else:
        flags, text = int(args[1]), args[2]
    box = metrics.boundingRect(place, flags, text)
    return text, box, None if flags & _UNCLIPPED else place


def _ink_of_layout(layout: QTextLayout) -> QRectF:
    ink = QRectF()
    for number in range(layout.lineCount()):
        ink = ink.united(layout.lineAt(number).naturalTextRect())
    return ink


def cut_texts(writing: Writing) -> Iterator[str]:
    """Yield every text that has less room than it needs, or that was shortened."""
    for each in writing.texts:
        whole = writing.shortened.get(each.text)
        if whole is not None:
            yield f"{each.owner} shortens “{whole}” to “{each.text}” ({_size(each.room)})"
        elif not _near(_seen(each)).contains(each.ink):
            at = f"{each.ink.x():.0f}, {each.ink.y():.0f}"
            yield f"{each.owner} cuts “{each.text}”: {_size(each.room)} of {_size(each.ink)} at {at}"


def overlapping_texts(writing: Writing) -> Iterator[str]:
    """Yield every two texts of one widget that lie over each other."""
    by_widget: dict[int, list[Written]] = {}
    for each in writing.texts:
        by_widget.setdefault(id(each.widget), []).append(each)
    for texts in by_widget.values():
        for one, other in combinations(texts, 2):
            common = one.ink.intersected(other.ink)
            # The same text again at the same place is the widget painted twice.
            again = one.text == other.text and one.ink == other.ink
            if not again and common.width() > _NEAR and common.height() > _NEAR + _leading(one, other):
                yield f"{one.owner} draws “{one.text}” over “{other.text}” ({_size(common)})"


def _leading(one: Written, other: Written) -> float:
    """Return how far lines that are set closely may reach into each other: letters are lower than their line."""
    return min(one.ink.height(), other.ink.height()) / 4


def _seen(each: Written) -> QRectF:
    """Return the room of a text; what reaches out of an area that scrolls is scrolled to."""
    area = each.widget.parentWidget()
    room = QRectF(each.room)
    if _is_viewport(each.widget) and isinstance(area, QAbstractScrollArea) and room == QRectF(each.widget.rect()):
        if area.verticalScrollBar().maximum():
            room.adjust(0, -_FAR, 0, _FAR)
        if area.horizontalScrollBar().maximum():
            room.adjust(-_FAR, 0, _FAR, 0)
    return room


def _near(room: QRectF) -> QRectF:
    return room.adjusted(-_NEAR, -_NEAR - 2, _NEAR, _NEAR + 2)


def _size(place: QRectF) -> str:
    return f"{place.width():.0f} × {place.height():.0f}"


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
