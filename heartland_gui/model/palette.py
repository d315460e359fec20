"""The colours of pillars by name: eight slots, which every theme paints in its own way."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Pillar

SLOTS: Final = ("blue", "cyan", "green", "magenta", "leaf", "orange", "purple", "rust")
"""What the key `colour` of a pillar may say."""


def pillar_slot(dataset: Dataset, pillar: Pillar) -> int:
    """Return the slot of a pillar: the one that it asks for, else the next free one in the order of the dataset.

    Beyond eight pillars colours are shared, again in order.
    """
    if pillar.colour in SLOTS:
        return SLOTS.index(pillar.colour)
    asked = {each.colour for each in dataset.pillars}
    free = [slot for slot, name in enumerate(SLOTS) if name not in asked] or list(range(len(SLOTS)))
    others = [each.id for each in dataset.pillars if each.colour not in SLOTS]
    return free[others.index(pillar.id) % len(free)]


def pillars_painted(dataset: Dataset, slots: Collection[int | None]) -> tuple[tuple[int, Pillar], ...]:
    """Return every pillar that has one of these slots, behind its slot, in the order of the dataset."""
    painted = ((pillar_slot(dataset, pillar), pillar) for pillar in dataset.pillars)
    return tuple((slot, pillar) for slot, pillar in painted if slot in slots)
