"""The bundled fonts: pictures look the same everywhere, and Chinese shows on a machine without any Chinese font.

What neither they nor the fonts of the system have is shown as a frame with the character's number, never as an empty
box.
"""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QByteArray, QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from heartland_gui.rendering.style import FONT_FAMILIES
from heartland_gui.resources import resource

CHINESE: Final = "\u2e80"
"""Characters beyond this one are Chinese, or written like it: a line may end between any two."""
_FRAMED: Final = "Heartland Framed Numbers"
_FRAMED_MODULE: Final = "heartland_gui.rendering.framed_numbers"
_SIZE: Final = 16
_BEARERS: Final = "aeiouncszAEIOUNCSZ"
"""Letters with which marks are most often one glyph."""
_BOX: Final = 1
"""Up to this glyph's number Qt draws an empty box: 0 is the one of a font that lacks the character, 1 that of no font.

A font may have a character as its very first glyph; then that is framed for nothing.
"""


_Cached = TypeVar("_Cached", bound="CachedFunction")
_forgetting: Final[list[Callable[[], object]]] = []
"""What forgets the answers that depend on which fonts there are."""


class CachedFunction(Protocol):
    """What `lru_cache` makes."""

    def cache_clear(self) -> None:
        """Forget all answers."""


def follows_fonts(cached: _Cached) -> _Cached:
    """Let a function with a cache forget its answers when a font comes in."""
    _forgetting.append(cached.cache_clear)
    return cached


def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts with Qt and return the names of the files that could not be loaded.

    Call after the application object exists and before the first widget.
    """
    # For some scripts Qt says of every font on the machine that it lacks them; what lacks is framed here.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    files = sorted(resource("fonts").glob("*.otf"))
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def font_families() -> tuple[str, ...]:
    """Return the families in the order in which a character is looked for; then come the fonts of the system."""
    return (*FONT_FAMILIES, _FRAMED) if _framed.characters else FONT_FAMILIES


def cover(characters: Iterable[str]) -> bool:
    """See that each of these characters can be seen; return whether that needed a font, and so texts drawn anew.

    What the bundled fonts and those of the system lack is framed from now on, as long as the program runs.
    """
    lacking = frozenset(lacking_characters(characters)) - _framed.characters
    if lacking:
        _framed.add(lacking)
        for forget in _forgetting:
            forget()
    return bool(lacking)


def uncover() -> None:
    """Frame nothing any more, as when the program starts; what is drawn already stays as it is."""
    if _framed.characters:
        _framed.remove()
        for forget in _forgetting:
            forget()


def lacking_characters(characters: Iterable[str]) -> tuple[str, ...]:
    """Return the printable characters that would be drawn as an empty box, in order."""
    bundled = [QRawFont(str(file), _SIZE) for file in sorted(resource("fonts").glob("*-Regular.otf"))]
    beyond = [
        character
        for character in sorted(set(characters))
        if character.isprintable() and not any(font.supportsCharacter(ord(character)) for font in bundled)
    ]
    return tuple(character for character in beyond if _is_box(character))


def _is_box(character: str) -> bool:
    if unicodedata.category(character).startswith("M"):
        # A mark may have no glyph of its own and still be there, in one glyph with the letter that bears it.
        return all(_has_box(letter + character) for letter in _BEARERS)
    return _has_box(character)


def _has_box(text: str) -> bool:
    layout = QTextLayout(text, chart_font(_SIZE))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(glyph <= _BOX for run in layout.glyphRuns() for glyph in run.glyphIndexes())


class _FramedNumbers:
    """The font of framed numbers as it is registered with Qt, which holds fonts for the whole process."""

    def __init__(self) -> None:
        self.characters: frozenset[str] = frozenset()
        self._fonts: list[int] = []

    def add(self, characters: frozenset[str]) -> None:
        """Register the font anew, with more characters."""
        characters |= self.characters
        self.remove()
        self.characters = characters
        make = importlib.import_module(_FRAMED_MODULE).font_of_framed_numbers
        faces = [make(_FRAMED, self.characters, bold=bold) for bold in (False, True)]
        self._fonts = [QFontDatabase.addApplicationFontFromData(QByteArray(face)) for face in faces]

    def remove(self) -> None:
        """Take the font away, with its characters."""
        for font in self._fonts:
            QFontDatabase.removeApplicationFont(font)
        self.characters, self._fonts = frozenset(), []


_framed: Final = _FramedNumbers()


@follows_fonts
@lru_cache(maxsize=64)
def chart_font(size: float, *, bold: bool = False) -> QFont:
    """Return the font of charts at a size in pixels of the chart's own scale, unhinted so that it scales evenly."""
    font = QFont()
    font.setFamilies(font_families())
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setBold(bold)
    return font
