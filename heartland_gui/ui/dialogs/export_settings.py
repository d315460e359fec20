"""What somebody chose in the export dialog: one frozen value, kept for the next time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from heartland_gui.export.formats import FORMATS
from heartland_gui.export.options import A4_SIZE, DEFAULT_SIZE, SQUARE_SIZE, PictureOptions
from heartland_gui.rendering.style import LIGHT, THEMES
from heartland_gui.sizes import MOST_PIXELS
from heartland_gui.text import Message, message


@dataclass(frozen=True, slots=True)
class Preset:
    """A size by its name: in units, None where it is typed."""

    name: Message
    size: tuple[int, int] | None


PRESETS: Final = (
    Preset(message("Slide 16:9"), DEFAULT_SIZE),
    Preset(message("Page A4 upright"), A4_SIZE),
    Preset(message("Square"), SQUARE_SIZE),
    Preset(message("Own size"), None),
)

SCALES: Final = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """`preset` is the place in PRESETS; `language` is None as long as the window's own is meant."""

    format_id: str = "png"
    preset: int = 0
    width: int = DEFAULT_SIZE[0]
    height: int = DEFAULT_SIZE[1]
    scale: int = 2
    theme: str = LIGHT.name
    language: str | None = None
    title: bool = True
    key: bool = True
    sources: bool = True
    data: bool = True

    @property
    def is_picture(self) -> bool:
        """Whether the chosen format is a picture."""
        return FORMATS[self.format_id].is_picture

    def fits(self, scale: int) -> bool:
        """Whether a picture of this size has no more pixels at a scale than memory is likely to hold."""
        return self.width * self.height * scale**2 <= MOST_PIXELS

    @property
    def options(self) -> PictureOptions:
        """The picture that is asked for: only pixels are multiplied, a page has the size that its name says."""
        return PictureOptions(
            self.width,
            self.height,
            float(self.scale) if self.format_id == "png" else 1.0,
            THEMES[self.theme],
            title=self.title,
            key=self.key,
            sources=self.sources,
        )
