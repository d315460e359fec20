"""Which colour a pillar has: the one that it asks for, else the next free one."""

from __future__ import annotations

import pytest

from heartland_gui.model.dataset import SLOTS, Dataset, Manifest, pillar_slot, pillars_painted
from heartland_gui.model.entities import Localized, Pillar


def dataset_of(*colours: str | None) -> Dataset:
    pillars = tuple(Pillar(f"p{number}", Localized(()), colour) for number, colour in enumerate(colours))
    return Dataset(Manifest("x", Localized(()), "x"), pillars=pillars)


def names(dataset: Dataset) -> list[str]:
    return [SLOTS[pillar_slot(dataset, pillar)] for pillar in dataset.pillars]


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ([None, None], ["blue", "cyan"]),
        ([None] * 8, list(SLOTS)),
        (["rust", None, "blue", None], ["rust", "cyan", "blue", "green"]),
        (["leaf", "leaf", None], ["leaf", "leaf", "blue"]),
    ],
)
def test_a_pillar_has_the_colour_that_it_asks_for_or_the_next_free_one(
    asked: list[str | None], given: list[str]
) -> None:
    assert names(dataset_of(*asked)) == given


def test_a_ninth_pillar_shares_a_colour() -> None:
    assert names(dataset_of(*[None] * 10)) == [*SLOTS, "blue", "cyan"]
    assert names(dataset_of(*SLOTS, None)) == [*SLOTS, "blue"]
    assert names(dataset_of("cyan", *[None] * 8)) == ["cyan", "blue", *SLOTS[2:], "blue"]


def test_a_shared_colour_stands_for_every_pillar_that_has_it() -> None:
    dataset = dataset_of("cyan", None, "cyan")
    assert [(slot, pillar.id) for slot, pillar in pillars_painted(dataset, {1, None})] == [(1, "p0"), (1, "p2")]
