"""The upper part of a page in words: title, chips, summary and figure cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import (
    Company,
    Comparison,
    Localized,
    Place,
    Ref,
    Source,
    SubjectKind,
)
from heartland_gui.model.facts import DONE, Observation, Status
from heartland_gui.model.queries import (
    Headline,
    full_name,
    headline_figures,
    page_sources,
)
from heartland_gui.model.wording import read_out, value_text
from heartland_gui.text import Words
from heartland_gui.ui.chips import Chip, chips_of
from heartland_gui.ui.links import web_link

_OLD: Final = 8
"""From this many years on, the age of a figure stands beside it."""


@dataclass(frozen=True, slots=True)
class Rival:
    """What another source says of the number on a card."""

    text: str
    mark: str
    source: Ref


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One card: what is measured, the value, when, how real, by whom."""

    label: str
    value: str
    period: str
    status: Status
    mark: str
    source: Ref
    scope: str = ""
    note: str = ""
    tip: str = ""
    rivals: tuple[Rival, ...] = ()


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


def source_marks(sources: Sequence[Source]) -> dict[str, str]:
    """Return the marks of a page's sources, `[1]` and so on, by the source's id."""
    return {source.id: f"[{number}]" for number, source in enumerate(sources, 1)}


def figure_tip(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return what a tooltip says of a figure: all in full, and the note below."""
    lines = [read_out(dataset, figure, words)]
    if figure.note:
        lines.append(figure.note.text(words.language))
    return "\n".join(lines)


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
        figures = () if ref.kind is SubjectKind.SOURCE else headline_figures(dataset, ref.id)
        return PageHead(
            title=full_name(self._entity, words.language),
            other_title=named.other(words.language) or "",
            chips=chips_of(dataset, ref, words, self._marks),
            summary=self._summary(),
            cards=tuple(self._card(headline) for headline in figures),
        )

    def _summary(self) -> str:
        entity, language = self._entity, self._words.language
        paragraphs: list[str] = []
        if isinstance(entity, Source):
            paragraphs = [escape(entity.note.text(language))] if entity.note else []
            paragraphs.append(web_link(entity.url) if entity.url else "")
        elif not isinstance(entity, Place | Comparison):
            paragraphs = [escape(entity.summary.text(language))] if entity.summary else []
        elif self._ref == self._dataset.region_ref and self._dataset.manifest.description:
            paragraphs = [escape(self._dataset.manifest.description.text(language))]
        if isinstance(entity, Company):
            paragraphs.append(self._named_list(self._words.text("Products"), entity.products))
            paragraphs.append(self._named_list(self._words.text("Uses"), entity.uses))
        return "<br>".join(paragraph for paragraph in paragraphs if paragraph)

    def _named_list(self, name: str, items: tuple[Localized, ...]) -> str:
        if not items:
            return ""
        listed = self._words.listing([item.text(self._words.language) for item in items])
        return self._words.text("<b>{name}:</b> {items}", name=escape(name), items=escape(listed))

    def _card(self, headline: Headline) -> FigureCard:
        figure, words = headline.figure, self._words
        return FigureCard(
            label=self._label(figure),
            value=value_text(self._dataset, figure, words),
            period=self._period(figure),
            status=figure.status,
            mark=self._marks[figure.source],
            source=Ref(SubjectKind.SOURCE, figure.source),
            scope=figure.scope.text(words.language) if figure.scope else "",
            note=figure.note.text(words.language) if figure.note else "",
            tip=figure_tip(self._dataset, figure, self._words),
            rivals=tuple(self._rival(rival) for rival in headline.rivals),
        )

    def _label(self, figure: Observation) -> str:
        name = self._dataset.indicator_by_id[figure.indicator].name.text(self._words.language)
        if figure.status is Status.CAPACITY:
            return self._words.text("{indicator}, designed", indicator=name)
        return name

    def _period(self, figure: Observation) -> str:
        """Return the period, with its age where a figure is old beside the edition, or the day that is shown."""
        words, period = self._words, self._words.period(figure.period.label)
        manifest = self._dataset.manifest
        now = manifest.edition[:4] if manifest.as_of is None else str(manifest.as_of.year)
        age = int(now) - figure.period.year if now.isdecimal() else 0
        if age < _OLD or figure.status not in DONE:
            return period
        return words.text("{period}, {n} years old", period=period, n=age)

    def _rival(self, figure: Observation) -> Rival:
        value = value_text(self._dataset, figure, self._words)
        return Rival(
            self._words.text("another source: {value}", value=value),
            self._marks[figure.source],
            Ref(SubjectKind.SOURCE, figure.source),
        )
