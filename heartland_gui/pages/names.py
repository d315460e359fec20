"""Names of pages, of views and of topics, and why an address leads to no page."""

from __future__ import annotations

from typing import Final

from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Comparison, Entity
from heartland_gui.model.queries import full_name, short_name
from heartland_gui.model.selection import AddressError, AddressFault, Selection, View
from heartland_gui.text import Words, message
from heartland_gui.wording import with_parent

VIEW_NAMES: Final = {
    View.MAP: message("Map"),
    View.SOURCES: message("All sources"),
    View.DISAGREEMENTS: message("Where sources differ"),
    View.BOOKMARKS: message("Bookmarks and history"),
    View.PROBLEMS: message("Problems in the dataset"),
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
    entity = dataset.entity(selection.page)
    return with_parent(dataset, entity, page_name(entity, words), words)


_SHOWN: Final = 80
"""So many signs of an address are said again."""


def address_refusal(error: AddressError, words: Words) -> str:
    """Return the sentence that says why an address leads nowhere."""
    asked = error.asked if len(error.asked) <= _SHOWN else f"{error.asked[:_SHOWN]}…"
    near = words.listing(error.known)
    match error.fault:
        case AddressFault.FORM:
            return words.text("“{text}” is not the address of a page.", text=asked)
        case AddressFault.DATASET:
            return words.text("The address is of the dataset “{other}”; “{this}” is open.", other=asked, this=near)
        case AddressFault.MEMBERS:
            count = len(error.known)
            return words.text("At most {n} can be compared; the address names {all}.", n=MOST_MEMBERS, all=count)
        case AddressFault.PAGE if near:
            return words.text("The dataset has no page “{id}”; did you mean {near}?", id=asked, near=near)
    return words.text("The dataset has no page “{id}”.", id=asked)


def topic_name(dataset: Dataset, topic: str, words: Words) -> str:
    """Return the name of a group of indicators; in a dataset without topics it is the word that stands there."""
    named = next((each.name for each in dataset.topics if each.id == topic), None)
    if named is not None:
        return named.text(words.language)
    return topic.replace("-", " ").capitalize() or words.text("Other")
