"""The texts of a dataset beyond ASCII: what fonts must be able to show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from heartland_gui.model.dataset import Dataset


def texts_beyond_ascii(dataset: Dataset) -> Iterator[list[str]]:
    """Yield for each record and figure of the dataset its texts that have characters beyond ASCII."""
    tables = (
        *((dataset.manifest,), dataset.places, dataset.zones, dataset.pillars, dataset.technologies),
        *(dataset.companies, dataset.units, dataset.indicators, dataset.sources, dataset.events),
    )
    # Of a figure only what is in words: its ids stand in the other records.
    said = (
        (item.note, item.scope) for item in dataset.observations() if item.note is not None or item.scope is not None
    )
    for record in chain(chain.from_iterable(tables), said):
        texts: list[str] = []
        _gather(record, texts)
        yield texts


def _gather(found: object, texts: list[str]) -> None:
    if isinstance(found, str):
        if not found.isascii():
            texts.append(found)
    elif isinstance(found, tuple):
        for each in found:
            _gather(each, texts)
    else:
        # Records name their attributes so; numbers and dates have none.
        for name in getattr(type(found), "__match_args__", ()):
            _gather(getattr(found, name), texts)
