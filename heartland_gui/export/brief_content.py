"""What a brief can say of a subject, in words: more than its page may have room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.footnotes import starred
from heartland_gui.charts.frame import colour_slot, edition_line
from heartland_gui.charts.marks import Line
from heartland_gui.charts.spec import Chart
from heartland_gui.model.cards import FigureCard, figure_cards
from heartland_gui.model.chips import chips_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.descriptions import description, makings
from heartland_gui.model.entities import Company, Entity, Event, Localized, Ref, Source
from heartland_gui.model.facts import Observation, Status
from heartland_gui.model.queries import (
    Headline,
    conflicts,
    events_of,
    headline_figures,
    observations_of,
    page_sources,
    short_name,
)
from heartland_gui.model.wording import value_text
from heartland_gui.text import Words


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the table of a brief."""

    name: str
    period: str
    value: str
    status: Status
    source: str


@dataclass(frozen=True)
class BriefContent:
    """A subject of a dataset, as a brief in one language speaks of it.

    The page is tried with more and less on it: what needs a walk through the dataset is kept.
    """

    dataset: Dataset
    ref: Ref
    words: Words
    headlines: tuple[Headline, ...]
    chart: Chart | None
    sources: tuple[Source, ...]
    """Every source of the subject's page, in the order in which a brief numbers those that it uses."""
    _chips: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    """By the marks that stand in them."""

    @property
    def entity(self) -> Entity:
        """What the brief is about."""
        return self.dataset.entity(self.ref)

    @property
    def names(self) -> tuple[str, str]:
        """The name, and that in the other language, empty where there is none."""
        named = self._name
        return named.text(self.words.language), named.other(self.words.language) or ""

    @property
    def _name(self) -> Localized:
        entity = self.entity
        return entity.title if isinstance(entity, Source) else entity.name

    @property
    def colour(self) -> int | None:
        """The slot of the palette of the subject's colour."""
        return colour_slot(self.dataset, self.entity)

    @property
    def edition(self) -> str:
        """Which dataset and edition this is from."""
        return edition_line(self.dataset, self.words)

    @property
    def summary(self) -> tuple[str, ...]:
        """The paragraphs of running text."""
        words, said = self.words, description(self.dataset, self.ref)
        found = [said.text(words.language)] if said else []
        lists = makings(self.entity, words)
        return (*found, *(words.text("{name}: {text}", name=name, text=text) for name, text in lists))

    @property
    def said_by(self) -> tuple[str, ...]:
        """The sources of the running text, by their ids."""
        return getattr(self.entity, "sources", ()) if self.summary else ()

    @property
    def chipped_by(self) -> tuple[str, ...]:
        """The sources of the people, by their ids."""
        return tuple(person.source for person in self.entity.people) if isinstance(self.entity, Company) else ()

    def chips(self, marks: Mapping[str, str]) -> tuple[str, ...]:
        """Return what the subject belongs to, in words; `marks` are those of all `sources`."""
        said = tuple(marks[source] for source in self.chipped_by)
        if said not in self._chips:
            chips = chips_of(self.dataset, self.ref, self.words, marks)
            self._chips[said] = tuple(chip.text for chip in chips)
        return self._chips[said]

    def cards(self, marks: Mapping[str, str]) -> tuple[FigureCard, ...]:
        """Return the headline figures, in the order of `headlines`."""
        return figure_cards(self.dataset, self.ref.id, self.words, marks)

    @cached_property
    def figures(self) -> tuple[Observation, ...]:
        """Every figure of the subject."""
        return observations_of(self.dataset, self.ref.id)

    def others(self, cards: int, *, charted: bool) -> tuple[Observation, ...]:
        """Return the figures beside the first `cards` and, where it is `charted`, the chart: the most telling first.

        The newest of every indicator goes before what is older.
        """
        kept = self.headlines[:cards]
        shown = {id(item) for each in kept for item in (each.figure, *each.rivals)}
        headed = {each.figure.indicator for each in kept}
        shown |= self._charted if charted else set()
        by_indicator: defaultdict[str, list[Observation]] = defaultdict(list)
        for item in self.figures:
            if id(item) not in shown:
                by_indicator[item.indicator].append(item)
        ranked: list[tuple[int, int, Observation]] = []
        for place, (indicator, items) in enumerate(by_indicator.items()):
            items.sort(key=lambda item: (item.scope is None, item.period.order), reverse=True)
            first = 1 if indicator in headed else 0
            ranked += [(depth, place, item) for depth, item in enumerate(items, first)]
        return tuple(item for _, _, item in sorted(ranked, key=lambda each: each[:2]))

    @property
    def _charted(self) -> set[int]:
        return {id(item) for item in charted_figures(self.chart)} if self.chart else set()

    def in_order(self, chosen: Collection[Observation]) -> tuple[Observation, ...]:
        """Return figures in the order of the dataset."""
        wanted = {id(item) for item in chosen}
        return tuple(item for item in self.figures if id(item) in wanted)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event of the subject's page, in order of time."""
        return events_of(self.dataset, self.ref)

    def row(self, item: Observation, disputed: Collection[int]) -> FigureRow:
        """Return a figure as a row of the table; `disputed` are the identities of those on which sources differ."""
        language = self.words.language
        name = self.dataset.indicator_by_id[item.indicator].name.text(language)
        if item.scope is not None:
            name = self.words.text("{name} ({scope})", name=name, scope=item.scope.text(language))
        value = starred(value_text(self.dataset, item, self.words), item)
        if id(item) in disputed:
            value = f"≠\u00a0{value}"
        return FigureRow(name, self.words.period(item.period.label), value, item.status, item.source)

    @cached_property
    def disputed(self) -> frozenset[int]:
        """The identities of the figures on which sources differ."""
        return frozenset(id(item) for clash in conflicts(self.dataset, self.ref.id) for item in clash.observations)

    def event_text(self, event: Event) -> str:
        """Return what happened, and to whom where that is another subject."""
        words = self.words
        text = event.text.text(words.language)
        if event.subject == self.ref.id:
            return text
        name = short_name(self.dataset.subjects[event.subject], words.language)
        return words.text("{name}: {text}", name=name, text=text)


def charted_figures(answer: Chart) -> Iterator[Observation]:
    """Yield the figures that a chart draws; lines join what has marks of its own."""
    for panel in answer.panels:
        for mark in panel.marks:
            if not isinstance(mark, Line) and mark.datum.observation is not None:
                yield mark.datum.observation


def brief_content(dataset: Dataset, ref: Ref, words: Words) -> BriefContent:
    """Return what a brief can say of a subject; the pages in WITHOUT_FIGURES have none."""
    asked = questions(dataset, ref)
    return BriefContent(
        dataset=dataset,
        ref=ref,
        words=words,
        headlines=headline_figures(dataset, ref.id),
        chart=chart(dataset, asked[0], words) if asked else None,
        sources=page_sources(dataset, ref),
    )
