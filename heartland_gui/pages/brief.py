"""What a brief says: one page of paper about one subject, with as much of everything on it as there is room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from heartland_gui.charts.choice import chart
from heartland_gui.charts.disagreements import differing, signs_text
from heartland_gui.charts.furniture import colour_slot, edition_line
from heartland_gui.charts.plan_words import outcome_text, plan_name
from heartland_gui.charts.plans import Plan, plans_of
from heartland_gui.charts.spec import Chart, Line
from heartland_gui.charts.thresholds import offered
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import Company, Entity, Event, Ref, Source, SubjectKind, ref_of
from heartland_gui.model.facets import FacetIndex
from heartland_gui.model.key_figures import key_figure
from heartland_gui.model.observations import Observation
from heartland_gui.model.queries import (
    Headline,
    companies_of,
    events_of,
    newest_source_of,
    observations_of,
    page_sources,
    short_name,
)
from heartland_gui.pages.companies import NOTHING, Column, CompanyRows, columns_of
from heartland_gui.pages.figures import FigureCell, Tile
from heartland_gui.pages.header import description, facts_of, makings, titles_of
from heartland_gui.pages.page import Cell, Fact, FigureTable, Header, Page, Paragraph, Row, Section, filled
from heartland_gui.pages.sources import mark_of, source_marks
from heartland_gui.pages.strip import cells_of, headlines_of
from heartland_gui.pages.subject import event_text
from heartland_gui.pages.tiles import tile_block
from heartland_gui.text import Words
from heartland_gui.wording import figure_name, printed_citation, starred, status_text, value_text


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of everything stands on a brief: so many cards, rows, events and sources, and a chart or none.

    `chart` is the height of the chart in its own scale, 0 without it; `listed` are how many plans and how many
    companies, or pillars, stand on it at most.
    """

    cards: int
    rows: int
    events: int
    sources: int
    chart: float = 0.0
    listed: int = 8

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart."""
        return self.chart > 0


@dataclass(frozen=True, slots=True)
class CompanyTable:
    """Companies under headings: what they make, where, the key figure, the plan beside it, the marks of the sources.

    The status of a cell is that of the figure in it.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    remark: str = ""
    """How many are left out, empty where none are."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is listed of others, whole, and of each line the ids of the sources that it rests on."""

    block: Section | CompanyTable
    cited: tuple[tuple[str, ...], ...]


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
    _facts: dict[tuple[str, ...], tuple[Fact, ...]] = field(default_factory=dict, repr=False, compare=False)
    """By the marks that stand in them."""
    _others: dict[tuple[int, bool], tuple[Observation, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def entity(self) -> Entity:
        """What the brief is about."""
        return self.dataset.entity(self.ref)

    @property
    def name(self) -> str:
        """The name of what the brief is about."""
        return titles_of(self.entity, self.words)[0]

    @property
    def colour(self) -> int | None:
        """The slot of the palette of the subject's colour."""
        return colour_slot(self.dataset, self.entity)

    @property
    def edition(self) -> str:
        """Which dataset and edition this is from."""
        return edition_line(self.dataset, self.words)

    @cached_property
    def figures(self) -> tuple[Observation, ...]:
        """Every figure of the subject."""
        return observations_of(self.dataset, self.ref.id)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event of the subject's page, in order of time."""
        return events_of(self.dataset, self.ref)

    def others(self, cards: int, *, charted: bool) -> tuple[Observation, ...]:
        """Return the figures beside the first `cards` and, where it is `charted`, the chart, most informative first.

        The newest of every indicator goes before what is older.
        """
        if (cards, charted) not in self._others:
            self._others[cards, charted] = self._ranked(cards, charted=charted)
        return self._others[cards, charted]

    def _ranked(self, cards: int, *, charted: bool) -> tuple[Observation, ...]:
        kept = self.headlines[:cards]
        shown = {id(item) for each in kept for item in (each.figure, *each.others)}
        headed = {each.figure.indicator for each in kept}
        if charted and self.chart is not None:
            shown |= {id(item) for item in charted_figures(self.chart)}
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

    def page(self, extent: Extent) -> Page:
        """Return the page with so much on it, its sources numbered as far as it uses them."""
        left = self.others(extent.cards, charted=extent.has_chart)
        figures, events = self._rows(extent), self._shown_events(extent)
        marks = self.marks(extent)
        used = [source for source in self.all_sources if marks[source.id]]
        sections = (self._events(events, marks), self._source_list(used, extent.sources, marks))
        return Page(
            self._header(marks),
            (
                *self._lists(extent.listed, marks),
                self._table(figures, len(left) - len(figures), marks),
                *(section for section in sections if section.paragraphs or section.remark),
            ),
            self.cells[: extent.cards],
        )

    @cached_property
    def cells(self) -> tuple[FigureCell, ...]:
        """The headline figures, as on the strip of the page."""
        return tuple(cells_of(self.dataset, self.headlines, self.words))

    def _rows(self, extent: Extent) -> tuple[Observation, ...]:
        """Return the figures of the table."""
        chosen = {id(item) for item in self.others(extent.cards, charted=extent.has_chart)[: extent.rows]}
        return tuple(item for item in self.figures if id(item) in chosen)

    def _shown_events(self, extent: Extent) -> tuple[Event, ...]:
        """Return the newest events, newest first."""
        return tuple(reversed(self.events[len(self.events) - extent.events :]))

    def marks(self, extent: Extent) -> Mapping[str, str]:
        """Return the marks of the sources that a page of that extent uses; those of others are empty."""
        used = {item.source for cell in self.cells[: extent.cards] for item in cell.told}
        used |= {item.source for item in self._rows(extent)} | {event.source for event in self._shown_events(extent)}
        used |= {*self._said_by, *self._people_said_by}
        used |= {source for each in self._listed for cited in each.cited[: extent.listed] for source in cited}
        numbered = source_marks([source for source in self.all_sources if source.id in used])
        return {source.id: numbered.get(source.id, "") for source in self.all_sources}

    # -- header -------------------------------------------------------------------------------------------------

    @cached_property
    def _summary(self) -> tuple[Paragraph, ...]:
        said = description(self.dataset, self.ref)
        found = (Paragraph((said.text(self.words.language),)),) if said else ()
        return (*found, *makings(self.entity, self.words))

    @property
    def _said_by(self) -> tuple[str, ...]:
        """The sources of the running text, by their ids."""
        return getattr(self.entity, "sources", ()) if self._summary else ()

    @property
    def _people_said_by(self) -> tuple[str, ...]:
        """The sources of the people, by their ids."""
        return tuple(person.source for person in self.entity.people) if isinstance(self.entity, Company) else ()

    def _header(self, marks: Mapping[str, str]) -> Header:
        title, other = titles_of(self.entity, self.words)
        summary = self._summary
        if summary:
            cited = tuple(mark_of(source.id, marks) for source in self.sources if source.id in self._said_by)
            summary = (replace(summary[0], marks=cited), *summary[1:])
        return Header(title, other, summary, self.facts(marks), colour=self.colour)

    def facts(self, marks: Mapping[str, str]) -> tuple[Fact, ...]:
        """Return the facts of the subject; `marks` are those of all `sources`."""
        said = tuple(marks[source] for source in self._people_said_by)
        if said not in self._facts:
            found = facts_of(self.dataset, self.ref, self.words, marks)
            # What gives way on the screen is told whole in the running text.
            self._facts[said] = tuple(fact for fact in found if not fact.gives_way)
        return self._facts[said]

    # -- figures, events, sources -------------------------------------------------------------------------------

    @cached_property
    def _differing(self) -> frozenset[int]:
        """The identities of the figures on which sources differ."""
        found = disagreements_in(self.dataset, self.ref.id)
        return frozenset(id(item) for each in found for item in each.observations)

    def _table(self, figures: tuple[Observation, ...], left_out: int, marks: Mapping[str, str]) -> FigureTable:
        words = self.words
        if not self.figures:
            return FigureTable("", (), (), words.text("There are no figures here."))
        signs = signs_text(
            words,
            noted=any(item.note for item in figures),
            differ=any(id(item) in self._differing for item in figures),
        )
        remarks = [signs] if signs else []
        if left_out:
            remarks.append(
                words.plural("{n} more figure is not on this page", "{n} more figures are not on this page", left_out)
            )
        rows = tuple(self._row(item, marks) for item in figures)
        return FigureTable(words.text("Other figures") if rows else "", (), rows, words.clauses(remarks))

    def _row(self, item: Observation, marks: Mapping[str, str]) -> Row:
        words = self.words
        value = starred(value_text(self.dataset, item, words), item.note)
        return (
            Cell(figure_name(self.dataset, item, words)),
            Cell(words.period(item.period.label)),
            Cell(differing(value, id(item) in self._differing), number=True),
            Cell(status_text(item.status, words), status=item.status),
            Cell(marks[item.source], ref=ref_of(self.dataset.source_by_id[item.source]), number=True),
        )

    @cached_property
    def _listed(self) -> tuple[_Listed, ...]:
        """The pillars of the region, or what is planned on the page and who is in it: all of them."""
        words, dataset = self.words, self.dataset
        if self.ref == dataset.region_ref:
            tiles = tile_block(dataset, words)
            pillars = Section("pillars", tiles.title, tuple(self._pillar(tile) for tile in tiles.tiles))
            return (_Listed(pillars, tuple(_sources_of(*_figures_of(tile)) for tile in tiles.tiles)),)
        dated = [plan for plan in plans_of(dataset, self.ref) if plan.due is not None]
        plans = Section("plans", words.text("Plans"), tuple(self._plan(plan) for plan in dated))
        planned = _Listed(plans, tuple(_sources_of(*plan.figures) for plan in dated))
        return (planned,) if self.ref.kind is SubjectKind.COMPANY else (planned, self._companies())

    @property
    def pillars(self) -> int:
        """How many pillars are listed: they are named as a whole. None on any page but the region's."""
        return len(self.dataset.pillars) if self.ref == self.dataset.region_ref else 0

    @property
    def longest_list(self) -> int:
        """How many lines the longest of the lists has."""
        return max((len(each.cited) for each in self._listed), default=0)

    def _companies(self) -> _Listed:
        """Return the companies of the page, those with a key figure first, then by what was said of them last."""
        dataset, words = self.dataset, self.words
        columns = [each for each in columns_of(dataset, self.ref) if each is not Column.SOURCE]
        rows = CompanyRows(FacetIndex(dataset), columns, "", words)
        found = [rows.row(company) for company in sorted(companies_of(dataset, self.ref), key=self._newest)]
        cited = tuple(_sources_of(*(cell.figure for cell in row)) for row in found)
        told = tuple(tuple(self._told(cell) for cell in row) for row in found)
        return _Listed(CompanyTable(words.text("Companies"), rows.headings(short=True), told), cited)

    def _told(self, cell: Cell) -> Cell:
        """Return a cell of the table of companies in one line of words."""
        if cell.figure is None:
            return Cell("" if cell.text == NOTHING else cell.text, faint=cell.faint, strong=cell.strong)
        words = self.words
        text = words.details([part for part in (cell.text, cell.after) if part])
        return Cell(words.text("{name}: {text}", name=cell.beneath, text=text), status=cell.figure.status)

    @cached_property
    def all_sources(self) -> tuple[Source, ...]:
        """The sources of the page, then those of what is listed of others."""
        ids = [source for each in self._listed for cited in each.cited for source in cited]
        found = [self.dataset.source_by_id[each] for each in ids]
        return tuple({source.id: source for source in (*self.sources, *found)}.values())

    def _lists(self, most: int, marks: Mapping[str, str]) -> tuple[Section | CompanyTable, ...]:
        """Return the first of each list with the marks of their sources, and how many are left out."""
        shown: list[Section | CompanyTable] = []
        for listed in self._listed if most else ():
            block = listed.block
            if isinstance(block, CompanyTable):
                rows = tuple(
                    (*row, Cell(" ".join(marks[each] for each in cited)))
                    for row, cited in zip(block.rows[:most], listed.cited, strict=False)
                )
                shown.append(replace(block, rows=rows, remark=self._left_out("companies", len(block.rows) - most)))
            else:
                paragraphs = tuple(
                    replace(paragraph, marks=tuple(mark_of(source, marks) for source in cited))
                    for paragraph, cited in zip(block.paragraphs[:most], listed.cited, strict=False)
                )
                remark = self._left_out(block.id, len(block.paragraphs) - most)
                shown.append(replace(block, paragraphs=paragraphs, remark=remark))
        return tuple(each for each in shown if (each.rows if isinstance(each, CompanyTable) else each.paragraphs))

    def _left_out(self, listed: str, count: int) -> str:
        words = self.words
        if count <= 0:
            return ""
        if listed == "plans":
            return words.plural("{n} more plan is not on this page", "{n} more plans are not on this page", count)
        if listed == "pillars":
            return words.plural("{n} more pillar is not on this page", "{n} more pillars are not on this page", count)
        return words.plural("{n} more company is not on this page", "{n} more companies are not on this page", count)

    def _pillar(self, tile: Tile) -> Paragraph:
        words, cell = self.words, tile.cell
        told: list[str] = []
        if cell is not None:
            value = "".join(each.whole for each in cell.amounts)
            told.append(words.details([cell.label, value, cell.period]))
        if tile.plan is not None:
            told.append(words.details([part for part in (tile.plan.text, tile.plan.outcome) if part]))
        told.append(words.plural("{n} company", "{n} companies", tile.companies))
        return Paragraph((words.clauses(told),), lead=tile.title)

    def _plan(self, plan: Plan) -> Paragraph:
        words, target = self.words, plan.target
        whose = self.dataset.subjects[target.subject]
        told = [plan_name(self.dataset, plan, words), value_text(self.dataset, target, words)]
        told.append(outcome_text(self.dataset, plan, words, with_figure=True))
        text = words.details(told)
        if target.subject != self.ref.id:
            text = words.text("{name}: {text}", name=short_name(whose, words.language), text=text)
        return Paragraph((text,), lead=words.period(target.period.label))

    def _newest(self, company: Company) -> tuple[bool, int, str]:
        """Return what sorts companies: whether they have a key figure, then the source that spoke last of them."""
        source = newest_source_of(self.dataset, company)
        day = 0 if source is None else self.dataset.published(source).last.toordinal()
        return key_figure(self.dataset, company) is None, -day, company.id

    def _events(self, events: tuple[Event, ...], marks: Mapping[str, str]) -> Section:
        words, left_out = self.words, len(self.events) - len(events)
        paragraphs = tuple(
            Paragraph(
                event_text(self.dataset, event, self.ref, words),
                lead=words.period(event.date.label),
                marks=(mark_of(event.source, marks),),
            )
            for event in events
        )
        remark = ""
        if left_out:
            remark = words.plural(
                "{n} earlier event is not on this page", "{n} earlier events are not on this page", left_out
            )
        return Section("events", words.text("Events") if paragraphs else "", paragraphs, remark)

    def _source_list(self, used: Collection[Source], most: int, marks: Mapping[str, str]) -> Section:
        words, left_out = self.words, len(used) - most
        cited = tuple(self._cited(each, marks) for each in used)
        remark = ""
        if left_out > 0:
            remark = words.plural(
                "{n} more source is not on this page", "{n} more sources are not on this page", left_out
            )
        return Section("sources", words.text("Sources"), cited[:most], remark)

    def _cited(self, source: Source, marks: Mapping[str, str]) -> Paragraph:
        """Return a source behind its mark; the first run names it, what follows may be cut."""
        named, title = printed_citation(self.dataset, source, self.words)
        return Paragraph(filled(self.words.text("{name}: {text}"), name=named, text=title), lead=marks[source.id])


def _figures_of(tile: Tile) -> tuple[Observation, ...]:
    """Return the figures that a tile tells."""
    return (*(() if tile.cell is None else tile.cell.figures), *(() if tile.plan is None else tile.plan.figures))


def _sources_of(*figures: Observation | None) -> tuple[str, ...]:
    """Return the ids of the sources of figures, each once."""
    return tuple(dict.fromkeys(figure.source for figure in figures if figure is not None))


def charted_figures(answer: Chart) -> Iterator[Observation]:
    """Yield the figures that a chart draws; lines join what has marks of its own."""
    for panel in answer.panels:
        for mark in panel.marks:
            if not isinstance(mark, Line) and mark.details.observation is not None:
                yield mark.details.observation


def brief_content(dataset: Dataset, ref: Ref, words: Words) -> BriefContent:
    """Return what a brief can say of a subject; the pages in WITHOUT_FIGURES have none."""
    asked = offered(dataset, ref)
    return BriefContent(
        dataset=dataset,
        ref=ref,
        words=words,
        headlines=headlines_of(dataset, ref),
        chart=chart(dataset, asked[0], words) if asked else None,
        sources=page_sources(dataset, ref),
    )
