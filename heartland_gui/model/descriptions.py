"""The running text of a page: what a subject or source is, and what a company makes."""

from __future__ import annotations

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Comparison, Entity, Localized, Place, Ref, Source
from heartland_gui.text import Words


def description(dataset: Dataset, ref: Ref) -> Localized | None:
    """Return what is said of a subject or source; a region is described by its dataset."""
    entity = dataset.entity(ref)
    if isinstance(entity, Source):
        return entity.note
    if isinstance(entity, Place):
        return dataset.manifest.description if ref == dataset.region_ref else None
    return None if isinstance(entity, Comparison) else entity.summary


def makings(entity: Entity, words: Words) -> tuple[tuple[str, str], ...]:
    """Return what a company makes and what for, each list after its name."""
    if not isinstance(entity, Company):
        return ()
    lists = ((words.text("Products"), entity.products), (words.text("Uses"), entity.uses))
    return tuple((name, words.listing([item.text(words.language) for item in items])) for name, items in lists if items)
