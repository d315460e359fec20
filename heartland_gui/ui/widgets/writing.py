"""Words that are painted in a line, or in as many as a width needs."""

from __future__ import annotations

import math
import re
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from heartland_gui.rendering.fonts import CHINESE

_NOT_CUT: Final = int(Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_OPENING: Final = frozenset("（《〈“‘【")
_CLOSING: Final = frozenset("，。、；：！？）》〉”’】…%")
"""No line begins with one of these."""
_WIDE: Final = f"[{CHINESE}-\uffef]"
_UNPARTED: Final = re.compile(rf"(?<=[0-9])(?={_WIDE})|(?<={_WIDE})(?={_WIDE}$)")
"""Where Qt would break a line, though a number and its unit stand there, or only a last Chinese sign would follow."""
_JOINER: Final = "\u2060"


def held_together(text: str) -> str:
    """Return a text that Qt does not break between a number and its Chinese unit, or before a last Chinese sign."""
    return _UNPARTED.sub(_JOINER, text)


def width_of(text: str, font: QFont) -> int:
    """Return how wide a text is in one line, in pixels, rounded up."""
    return math.ceil(QFontMetricsF(font).horizontalAdvance(text)) if text else 0


def broken(text: str, font: QFont, room: int) -> list[str]:
    """Return a text in lines of a width in pixels, broken between words; a word that is longer has its own line."""
    lines = [""]
    for part in _parts(text):
        if lines[-1] and width_of((lines[-1] + part).rstrip(), font) > room:
            lines.append("")
        lines[-1] += part
    return [line.rstrip() for line in lines]


def _parts(text: str) -> list[str]:
    """Return what a line may end behind; a last Chinese sign is not left alone on a line of its own."""
    parts = [""]
    for sign in text:
        if sign in _CLOSING and parts[-1] == "" and len(parts) > 1 and not parts[-2].endswith(" "):
            parts.pop()
        parts[-1] += sign
        if sign == " " or (sign >= CHINESE and sign not in _OPENING):
            parts.append("")
    parts = [part for part in parts if part]
    if len(parts) > 1 and parts[-1][0] >= CHINESE and len(parts[-1].rstrip("".join(_CLOSING))) == 1:
        parts[-2:] = [parts[-2] + parts[-1]]
    return parts


def write(painter: QPainter, place: tuple[float, float, float], text: str, font: QFont, colour: str) -> float:
    """Write a text in one line from `place` on, which is left, top and height; return where it ends."""
    x, y, height = place
    if not text:
        return x
    width = width_of(text, font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(x, y, width, height), _NOT_CUT, text)
    return x + width
