"""The reader of a pillar's colour: a wish, so that a wrong one costs nothing but itself."""

from __future__ import annotations

from heartland_gui.loading.fields import Entry, read_text
from heartland_gui.loading.findings import Code, shown
from heartland_gui.loading.positions import KeyPath
from heartland_gui.model.dataset import SLOTS
from heartland_gui.text import message


def read_colour(value: object, entry: Entry, path: KeyPath) -> str | None:
    """Read the name of a slot of the palette; an unknown one is told, and the pillar takes its colour by its order."""
    name = read_text(value, entry, path)
    if name is None or name in SLOTS:
        return name
    said = message("“{name}” is no colour of the palette; the pillar gets one by its order.", name=shown(name))
    near = entry.context.findings.near.hint(name, SLOTS)
    entry.warn(path, Code.COLOUR_UNKNOWN, said, near or message("known: {names}", names=", ".join(SLOTS)))
    return None
