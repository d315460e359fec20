"""The page of a subject or source: its header, the table of figures, related pages, events and sources."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import (
    WITHOUT_FIGURES,
    Entity,
    Event,
    Indicator,
    Ref,
    Source,
    SubjectKind,
    ref_of,
)
from heartland_gui.model.observations import Observation
from heartland_gui.model.queries import (
    companies_of,
    events_of,
    full_name,
    in_order,
    indicators_of,
    observations_of,
    page_sources,
    uses_of_source,
)
from heartland_gui.pages.companies import CompaniesBlock
from heartland_gui.pages.comparison import comparison_blocks, comparison_header
from heartland_gui.pages.figure_tables import figures_block
from heartland_gui.pages.header import subject_header
from heartland_gui.pages.indicator import newest_figures
from heartland_gui.pages.page import (
    Beside,
    ChartBlock,
    Charts,
    Emptiness,
    Header,
    Link,
    NewestEvents,
    Page,
    Paragraph,
    Section,
    Text,
    filled,
    joined,
)
from heartland_gui.pages.plans import plans_block
from heartland_gui.pages.sources import mark_of, source_marks
from heartland_gui.pages.strip import strip_of
from heartland_gui.pages.tiles import tile_block
from heartland_gui.text import Words
from heartland_gui.wording import citation, grade_text, listed_name

_NEWEST: Final = 3
_COMPACT: Final = 205
"""How high a chart is that leaves room for the pillars below it, in effective pixels."""
_ABOVE_TABLE: Final = 246
"""How high the chart of a comparison is, so that its table begins on the first screen, in effective pixels."""
_CHART_WIDTH: Final = 331
_LEAST_BESIDE: Final = 1000
"""From this width on a chart stands beside the plans."""
_THREE_BESIDE: Final = 1120
_TWO_BESIDE: Final = 800
"""Widths of what stands on a page, in effective pixels, from which on its parts stand beside each other."""


def header_of(dataset: Dataset, ref: Ref, words: Words) -> Header:
    """Return what stands above the charts of any page: it is shown before the rest is put into words."""
    return (comparison_header if ref.kind is SubjectKind.COMPARISON else subject_header)(dataset, ref, words)


def page_of(dataset: Dataset, ref: Ref, words: Words, first: Page | None = None) -> Page:
    """Return any page; `first` is what is seen of it first, where that is known already."""
    first = first or first_screen(dataset, ref, words)
    if ref.kind is SubjectKind.COMPARISON:
        return replace(first, blocks=(*first.blocks, *comparison_blocks(dataset, ref, words)))
    return replace(first, blocks=(*first.blocks, *_Writer(dataset, ref, words).rest()))


def first_screen(dataset: Dataset, ref: Ref, words: Words) -> Page:
    """Return what is seen of a page first, in its place: it is shown before the rest is put into words."""
    header = header_of(dataset, ref, words)
    if ref.kind is SubjectKind.COMPARISON:
        return Page(header, (ChartBlock(height=_ABOVE_TABLE),))
    strip = strip_of(dataset, ref, words)
    if ref == dataset.region_ref:
        return Page(header, _Writer(dataset, ref, words).overview(), strip)
    if ref.kind in WITHOUT_FIGURES or ref.kind is SubjectKind.COMPANY:
        return Page(header, (ChartBlock(),), strip)
    return Page(header, _Writer(dataset, ref, words).companies_and_plans(), strip)


def event_text(dataset: Dataset, event: Event, page: Ref, words: Words) -> Text:
    """Return what happened, and to whom where that is not what the page is about."""
    text = event.text.text(words.language)
    if event.subject == page.id:
        return (text,)
    subject = dataset.subjects[event.subject]
    name = Link(listed_name(dataset, subject, words), ref_of(subject))
    return filled(words.text("{name}: {text}"), name=name, text=text)


def _newest_first(item: Observation) -> tuple[int, int]:
    return -item.period.last.toordinal(), item.period.first.toordinal()


class _Writer:
    """Puts what stands below the charts of one page into words; knows the numbers of its sources."""

    def __init__(self, dataset: Dataset, ref: Ref, words: Words) -> None:
        self._dataset, self._ref, self._words = dataset, ref, words
        self._entity = dataset.entity(ref)
        self._sources = page_sources(dataset, ref)
        self._marks = source_marks(self._sources)

    def rest(self) -> tuple[object, ...]:
        """Return the blocks below those that are seen first."""
        figures = figures_block(self._dataset, self._ref, self._figures, self._words)
        shown: object = figures if self._figures else self._without_figures()
        others = (ChartBlock(Charts.OTHERS),) if self._ref.kind is SubjectKind.INDICATOR else ()
        blocks = (*self._charts(), shown, *others, *self._related(), self._events(), self._source_list())
        return tuple(block for block in blocks if not isinstance(block, Section) or block.paragraphs)

    def _without_figures(self) -> Emptiness:
        words, kind = self._words, self._ref.kind
        if kind is SubjectKind.COMPANY:
            sentence = words.text("No figure of this company is in the data.")
        else:
            sentence = words.text("No figure is in the data.")
        action = words.text("Show its sources") if self._sources and kind is not SubjectKind.SOURCE else ""
        return Emptiness("info", sentence, action, "sources" if action else "")

    def _charts(self) -> tuple[object, ...]:
        """Return what stands between the first blocks and the figures."""
        if self._ref.kind in WITHOUT_FIGURES or self._ref.kind is SubjectKind.COMPANY:
            return ()
        if self._ref != self._dataset.region_ref:
            return (ChartBlock(Charts.OTHERS),)
        return (*self._companies(), ChartBlock(Charts.OTHERS))

    def _companies(self) -> tuple[object, ...]:
        return (CompaniesBlock(self._ref),) if companies_of(self._dataset, self._ref) else ()

    def companies_and_plans(self) -> tuple[object, ...]:
        """Return what is seen first of a pillar, a place, a zone, a technology: who is there, and what is planned."""
        plans = plans_block(self._dataset, self._ref, self._words)
        if plans is None:
            return (*self._companies(), ChartBlock())
        beside = Beside((plans, ChartBlock()), widths=(0, _CHART_WIDTH), least=_LEAST_BESIDE, even=False)
        return (*self._companies(), beside)

    def overview(self) -> tuple[object, ...]:
        """Return what is seen of the region on one screen: its chart, the newest events, the map and the pillars."""
        row = Beside(
            (ChartBlock(height=_COMPACT), self._newest(), ChartBlock(Charts.MAP, _COMPACT)),
            widths=(0, 284, 416),
            least=_THREE_BESIDE,
            spilled=1,
            least_spilled=_TWO_BESIDE,
        )
        tiles = (tile_block(self._dataset, self._words),) if self._dataset.pillars else ()
        return (row, *tiles)

    def _newest(self) -> NewestEvents | Emptiness:
        """Return the newest events of the region and of all that is in it, or that there are none."""
        words, found = self._words, in_order(self._dataset.events)
        if not found:
            return Emptiness("event", words.text("No event is in the data."))
        more = words.text("All {n}", n=len(found)) if len(found) > _NEWEST else ""
        events = tuple(self._newest_event(event) for event in reversed(found[-_NEWEST:]))
        return NewestEvents(words.text("Newest events"), more, events)

    def _newest_event(self, event: Event) -> Paragraph:
        subject = self._dataset.subjects[event.subject]
        name = Link(listed_name(self._dataset, subject, self._words), ref_of(subject))
        return Paragraph(
            (event.text.text(self._words.language),),
            lead=self._words.period(event.date.label),
            below=(name,),
        )

    @cached_property
    def _figures(self) -> tuple[Observation, ...]:
        if self._ref.kind is SubjectKind.SOURCE:
            return uses_of_source(self._dataset, self._ref.id).observations
        if isinstance(self._entity, Indicator):
            return newest_figures(self._dataset, self._entity)
        order = [indicator.id for indicator in indicators_of(self._dataset, self._ref.id)]
        figures = [item for each in order for item in observations_of(self._dataset, self._ref.id, each)]
        # What is read first is what is newest of what matters most.
        return tuple(sorted(figures, key=lambda item: (order.index(item.indicator), *_newest_first(item))))

    # -- links, events, sources ---------------------------------------------------------------------------------

    def _related(self) -> tuple[Section, ...]:
        dataset, words, ref = self._dataset, self._words, self._ref
        if ref.kind is SubjectKind.SOURCE:
            return (
                self._links(
                    "subjects", words.text("Mentioned in this source"), uses_of_source(dataset, ref.id).subjects
                ),
            )
        return ()

    def _links(self, identifier: str, title: str, entities: tuple[Entity, ...]) -> Section:
        shown = [Link(full_name(entity, self._words.language), ref_of(entity)) for entity in entities]
        return Section(identifier, title, (Paragraph(joined(shown, " · ")),) if shown else ())

    def _events(self) -> Section:
        if self._ref.kind is SubjectKind.SOURCE:
            found = uses_of_source(self._dataset, self._ref.id).events
        elif self._ref.kind is SubjectKind.INDICATOR:
            found = ()
        elif self._ref == self._dataset.region_ref:
            # The newest of them stand above, with those of all companies.
            found = in_order(self._dataset.events)
        else:
            found = events_of(self._dataset, self._ref)
        newest_first = tuple(self._event(event) for event in reversed(found))
        return Section("events", self._words.text("Events"), newest_first)

    def _mark_of(self, source: str) -> Link:
        """Return the mark of a source of the page; another's, of an event of a company, is named."""
        if source in self._marks:
            return mark_of(source, self._marks)
        found = self._dataset.source_by_id[source]
        return Link(found.publisher.text(self._words.language), ref_of(found))

    def _event(self, event: Event) -> Paragraph:
        return Paragraph(
            event_text(self._dataset, event, self._ref, self._words),
            lead=self._words.period(event.date.label),
            marks=(self._mark_of(event.source),),
        )

    def _source_list(self) -> Section:
        if self._ref.kind is SubjectKind.SOURCE:
            return Section("sources", "", ())
        return Section("sources", self._words.text("Sources"), tuple(self._source(source) for source in self._sources))

    def _source(self, source: Source) -> Paragraph:
        words = self._words
        details: list[str | Link] = [citation(self._dataset, source, words)]
        if source.grade:
            details.append(grade_text(source.grade, words))
        if source.url:
            details.append(Link(source.url, source.url))
        title = Link(source.title.text(words.language), ref_of(source))
        return Paragraph((title,), lead=self._marks[source.id], below=joined(details, " · "))
