"""Words on coloured ground: dark or light, whichever is read more easily."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from heartland_gui.rendering.canvas import mixed
from heartland_gui.rendering.style import Theme

_DISC: Final = 0.8
"""How much of its colour a disc on a map keeps."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under words: a class of shade (None: hatched or plain), the tone of a part of a whole, or a disc.

    With `halo` the words have an edge in the colour of the ground: they may reach beyond it.
    """

    shade: int | None = None
    disc: bool = False
    slot: int | None = None
    halo: bool = False
    tone: int | None = None

    def colour(self, theme: Theme) -> str:
        """Return the colour of the ground."""
        if self.disc:
            return disc_colour(self.slot, theme)
        if self.tone is not None:
            return theme.tone(self.tone)
        return theme.surface if self.shade is None else theme.shade(self.shade)


def disc_colour(slot: int | None, theme: Theme) -> str:
    """Return the colour of a disc on a map: that of a subject, or of counts."""
    return mixed(theme.count if slot is None else theme.mark(slot), theme.surface, _DISC)
