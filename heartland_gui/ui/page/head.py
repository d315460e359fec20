"""The upper part of a page in words: title, chips, summary and figure cards."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, Source, SubjectKind
from heartland_gui.model.queries import full_name, page_sources
from heartland_gui.pages.cards import FigureCard, figure_cards, source_marks
from heartland_gui.pages.header import Chip, chips_of, description, makings
from heartland_gui.text import Words
from heartland_gui.ui.page.links import web_link


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is read first: everything above the charts."""

    title: str
    other_title: str
    chips: tuple[Chip, ...]
    summary: str
    cards: tuple[FigureCard, ...]


def page_head(dataset: Dataset, ref: Ref, words: Words) -> PageHead:
    """Return what stands at the top of the page of a subject or source."""
    return _Writer(dataset, ref, words).head()


class _Writer:
    """Puts the top of one page into words; knows the numbers of its sources."""

    def __init__(self, dataset: Dataset, ref: Ref, words: Words) -> None:
        self._dataset, self._ref, self._words = dataset, ref, words
        self._entity = dataset.entity(ref)
        self._marks = source_marks(page_sources(dataset, ref))

    def head(self) -> PageHead:
        """Return the top of the page."""
        dataset, ref, words = self._dataset, self._ref, self._words
        named = self._entity.title if isinstance(self._entity, Source) else self._entity.name
        cards = () if ref.kind is SubjectKind.SOURCE else figure_cards(dataset, ref.id, words, self._marks)
        return PageHead(
            title=full_name(self._entity, words.language),
            other_title=named.other(words.language) or "",
            chips=chips_of(dataset, ref, words, self._marks),
            summary=self._summary(),
            cards=cards,
        )

    def _summary(self) -> str:
        entity, words = self._entity, self._words
        said = description(self._dataset, self._ref)
        paragraphs = [escape(said.text(words.language))] if said else []
        if isinstance(entity, Source) and entity.url:
            paragraphs.append(web_link(entity.url))
        for name, items in makings(entity, words):
            paragraphs.append(words.text("<b>{name}:</b> {items}", name=escape(name), items=escape(items)))
        return "<br>".join(paragraphs)
