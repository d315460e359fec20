"""Words of the window for what stands above pages and groups: names of pages, of views and of topics."""

from __future__ import annotations

from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Comparison, Entity
from heartland_gui.model.queries import full_name, short_name
from heartland_gui.model.selection import Selection, View
from heartland_gui.text import Words, message

VIEW_NAMES: Final = {
    View.MAP: message("Map"),
    View.SOURCES: message("All sources"),
    View.DISAGREEMENTS: message("Where sources disagree"),
    View.BOOKMARKS: message("Bookmarks and history"),
}
"""The pages of the whole dataset."""


def page_name(entity: Entity, words: Words) -> str:
    """Return what stands above a page; a comparison is named by its members."""
    name = full_name(entity, words.language)
    if not isinstance(entity, Comparison):
        return name
    return words.text("Comparison: {names}", names=name) if name else words.text("Comparison")


def selection_name(dataset: Dataset, selection: Selection, words: Words) -> str:
    """Return the name of what a selection shows: of a page of the whole dataset, or of a subject or source."""
    if selection.view is View.MAP:
        return words.text("Map of {region}", region=short_name(dataset.region, words.language))
    if selection.view in VIEW_NAMES:
        return words.say(VIEW_NAMES[selection.view])
    return page_name(dataset.entity(selection.page), words)


def topic_name(dataset: Dataset, topic: str, words: Words) -> str:
    """Return the name of a group of indicators; in a dataset without topics it is the word that stands there."""
    named = next((each.name for each in dataset.topics if each.id == topic), None)
    if named is not None:
        return named.text(words.language)
    return topic.replace("-", " ").capitalize() or words.text("Other")
