"""Words of the window for what the dataset names by codes: grades of sources, kinds of actors and places."""

from __future__ import annotations

from typing import Final

from heartland_gui.model.entities import ActorKind, Comparison, Entity, Grade
from heartland_gui.model.queries import full_name
from heartland_gui.text import Words, message

_GRADES: Final = {
    Grade.OFFICIAL: message("official"),
    Grade.COMPANY: message("company's own"),
    Grade.PRESS: message("press"),
    Grade.REFERENCE: message("reference work"),
    Grade.AGGREGATOR: message("aggregator"),
    Grade.COPY: message("read as a copy"),
}
_ACTORS: Final = {
    ActorKind.COMPANY: message("company"),
    ActorKind.INSTITUTION: message("institution"),
    ActorKind.PROJECT: message("project"),
    ActorKind.PARK: message("park"),
    ActorKind.SCENIC_AREA: message("scenic area"),
    ActorKind.AIRPORT: message("airport"),
}
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


def topic_text(topic: str, words: Words) -> str:
    """Return the name of a group of indicators."""
    if topic in _TOPICS:
        return words.say(_TOPICS[topic])
    return topic.replace("-", " ").capitalize() or words.text("Other")


def grade_text(grade: Grade, words: Words) -> str:
    """Return how near a source is to the fact."""
    return words.say(_GRADES[grade])


def actor_text(kind: ActorKind, words: Words) -> str:
    """Return what an economic actor is."""
    return words.say(_ACTORS[kind])
