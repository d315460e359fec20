"""The page of a subject or source: its header, the table of figures, related pages, events and sources."""

from __future__ import annotations

from heartland_gui.charts.disagreements import differing, others_text, signs_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import (
    Entity,
    Event,
    Place,
    Ref,
    Source,
    SubjectKind,
    Technology,
    Zone,
    ref_of,
)
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import (
    companies_of,
    events_of,
    full_name,
    observations_of,
    page_sources,
    short_name,
    uses_of_source,
)
from heartland_gui.pages.cards import figure_tip, mark_of, source_marks
from heartland_gui.pages.comparison import comparison_header, comparison_table
from heartland_gui.pages.header import subject_header
from heartland_gui.pages.page import (
    Cell,
    ChartBlock,
    FigureTable,
    Header,
    LateRows,
    Link,
    Page,
    Paragraph,
    Row,
    Section,
    Text,
    filled,
    joined,
)
from heartland_gui.text import Words
from heartland_gui.wording import citation, figure_name, grade_text, qualified, starred, status_text


def header_of(dataset: Dataset, ref: Ref, words: Words) -> Header:
    """Return what stands above the charts of any page: it is shown before the rest is put into words."""
    return (comparison_header if ref.kind is SubjectKind.COMPARISON else subject_header)(dataset, ref, words)


def page_of(dataset: Dataset, ref: Ref, words: Words, header: Header | None = None) -> Page:
    """Return any page; `header` is its header where that is known already."""
    header = header or header_of(dataset, ref, words)
    if ref.kind is SubjectKind.COMPARISON:
        return Page(header, (ChartBlock(), comparison_table(dataset, ref, words)))
    return _Writer(dataset, ref, words).page(header)


def event_text(dataset: Dataset, event: Event, page: Ref, words: Words) -> Text:
    """Return what happened, and to whom where that is not what the page is about."""
    text = event.text.text(words.language)
    if event.subject == page.id:
        return (text,)
    subject = dataset.subjects[event.subject]
    name = Link(short_name(subject, words.language), ref_of(subject))
    return filled(words.text("{name}: {text}"), name=name, text=text)


class _Writer:
    """Puts what stands below the charts of one page into words; knows the numbers of its sources."""

    def __init__(self, dataset: Dataset, ref: Ref, words: Words) -> None:
        self._dataset, self._ref, self._words = dataset, ref, words
        self._entity = dataset.entity(ref)
        self._sources = page_sources(dataset, ref)
        self._marks = source_marks(self._sources)
        self._figures = self._observations()
        self._differing = self._disagreements()
        self._order = {source.id: number for number, source in enumerate(self._sources)}

    def page(self, header: Header) -> Page:
        """Return the page below a header."""
        table = FigureTable(self._words.text("Figures"), self._headings(), self._rows(), self._signs())
        sections = (*self._related(), self._events(), self._source_list())
        return Page(header, (ChartBlock(), table, *(section for section in sections if section.paragraphs)))

    def _observations(self) -> tuple[Observation, ...]:
        if self._ref.kind is SubjectKind.SOURCE:
            return uses_of_source(self._dataset, self._ref.id).observations
        return observations_of(self._dataset, self._ref.id)

    # -- the table ----------------------------------------------------------------------------------------------

    def _headings(self) -> tuple[str, ...]:
        words = self._words
        common = (
            words.text("Indicator"),
            words.text("Period"),
            words.text("Value"),
            words.text("Unit"),
            words.text("Status"),
        )
        if self._ref.kind is SubjectKind.SOURCE:
            return (words.text("Subject"), *common)
        return (*common, words.text("Source"))

    def _disagreements(self) -> dict[int, tuple[Observation, ...]]:
        """Return the figures of every disagreement that a figure of this page is part of, by that figure's identity."""
        if not self._figures:
            return {}
        subject = None if self._ref.kind is SubjectKind.SOURCE else self._ref.id
        found = disagreements_in(self._dataset, subject)
        return {id(item): each.observations for each in found for item in each.observations}

    def _rows(self) -> LateRows:
        def worded(number: int) -> Row:
            figure = self._figures[number]
            return self._row(figure, self._differing.get(id(figure), ()))

        return LateRows(len(self._figures), worded)

    def _signs(self) -> str:
        signs = signs_text(
            self._words,
            noted=any(figure.note for figure in self._figures),
            differ=any(id(figure) in self._differing for figure in self._figures),
        )
        return self._words.text("{signs}: point at a number to read it.", signs=signs) if signs else ""

    def _row(self, figure: Observation, told: tuple[Observation, ...]) -> Row:
        dataset, words = self._dataset, self._words
        name = figure_name(dataset, figure, words)
        unit = dataset.unit_of(figure.indicator).symbol.text(words.language)
        source = dataset.source_by_id[figure.source]
        tip = figure_tip(dataset, figure, words)
        cells = (
            Cell(name, name, tip=tip),
            Cell(words.period(figure.period.label), figure.period.last.toordinal()),
            self._value_cell(figure, told, tip),
            Cell(unit, unit),
            Cell(status_text(figure.status, words), tuple(Status).index(figure.status), status=figure.status),
            Cell(
                f"{self._marks[figure.source]} {citation(self._dataset, source, words)}",
                self._order[figure.source],
                tip=source.title.text(words.language),
                ref=ref_of(source),
            ),
        )
        if self._ref.kind is not SubjectKind.SOURCE:
            return cells
        # On a source's page the source is the page itself.
        subject = dataset.subjects[figure.subject]
        subject_name = short_name(subject, words.language)
        return (Cell(subject_name, subject_name, ref=ref_of(subject)), *cells[:-1])

    def _value_cell(self, figure: Observation, told: tuple[Observation, ...], tip: str) -> Cell:
        words = self._words
        text = starred(qualified(words.number(figure.value), figure.qualifier, words), figure.note)
        if told:
            others = [item for item in told if item is not figure]
            tip += "\n" + others_text(self._dataset, others, words)
        return Cell(differing(text, told), figure.value, tip=tip, number=True)

    # -- links, events, sources ---------------------------------------------------------------------------------

    def _related(self) -> tuple[Section, ...]:
        dataset, words, ref = self._dataset, self._words, self._ref
        if ref.kind is SubjectKind.SOURCE:
            return (
                self._links(
                    "subjects", words.text("Mentioned in this source"), uses_of_source(dataset, ref.id).subjects
                ),
            )
        if isinstance(self._entity, Technology):
            return (self._links("companies", words.text("Companies"), companies_of(dataset, ref)),)
        if isinstance(self._entity, Zone):
            cities = tuple(dataset.subjects[identifier] for identifier in self._entity.places)
            parts = tuple(zone for zone in dataset.zones if zone.part_of == ref.id)
            return (
                self._links("places", words.text("Places"), cities),
                self._links("parts", words.text("Parts"), parts),
                self._links("companies", words.text("Companies"), companies_of(dataset, ref)),
            )
        if isinstance(self._entity, Place) and ref != dataset.region_ref:
            zones = tuple(zone for zone in dataset.zones if ref.id in zone.places)
            below = tuple(place for place in dataset.places if place.parent == ref.id)
            return (
                self._links("places", words.text("Places"), (*below, *zones)),
                self._links("companies", words.text("Companies"), companies_of(dataset, ref)),
            )
        return ()

    def _links(self, identifier: str, title: str, entities: tuple[Entity, ...]) -> Section:
        shown = [Link(full_name(entity, self._words.language), ref_of(entity)) for entity in entities]
        return Section(identifier, title, (Paragraph(joined(shown, " · ")),) if shown else ())

    def _events(self) -> Section:
        if self._ref.kind is SubjectKind.SOURCE:
            found = uses_of_source(self._dataset, self._ref.id).events
        else:
            found = events_of(self._dataset, self._ref)
        return Section("events", self._words.text("Events"), tuple(self._event(event) for event in found))

    def _event(self, event: Event) -> Paragraph:
        return Paragraph(
            event_text(self._dataset, event, self._ref, self._words),
            lead=self._words.period(event.date.label),
            marks=(mark_of(event.source, self._marks),),
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
