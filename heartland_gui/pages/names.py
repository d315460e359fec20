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
    View.CONFLICTS: message("Where sources disagree"),
    View.BOOKMARKS: message("Bookmarks and history"),
    View.PROBLEMS: message("Problems of the dataset"),
}
"""The pages of the whole dataset."""

_TOPICS: Final = {
    "economy": message("Economy"),
    "structure": message("Structure of the economy"),
    "investment": message("Investment"),
    "output": message("Output"),
    "trade": message("Trade"),
    "people": message("People"),
    "innovation": message("Innovation"),
    "environment": message("Environment"),
    "coal": message("Coal"),
    "energy": message("Energy"),
    "gas": message("Gas"),
    "digital": message("Digital economy"),
    "aviation": message("Aviation"),
    "finance": message("Finance"),
    "tourism": message("Tourism"),
    "business": message("Business"),
}
"""The topics of the shipped dataset; others are shown as they are written."""


def page_name(entity: Entity, words: Words) -> str:
    """Return what stands above a page; a comparison is named by its members."""
    name = full_name(entity, words.language)
    if not isinstance(entity, Comparison):
        return name
    return words.text("Comparison: {names}", names=name) if name else words.text("Comparison")


def place_name(dataset: Dataset, place: Selection, words: Words) -> str:
    """Return the name of what a place shows: of a page of the whole dataset, or of a subject or source."""
    if place.view is View.MAP:
        return words.text("Map of {region}", region=short_name(dataset.region, words.language))
    if place.view in VIEW_NAMES:
        return words.say(VIEW_NAMES[place.view])
    return page_name(dataset.entity(place.page), words)


def topic_text(topic: str, words: Words) -> str:
    """Return the name of a group of indicators."""
    if topic in _TOPICS:
        return words.say(_TOPICS[topic])
    return topic.replace("-", " ").capitalize() or words.text("Other")
