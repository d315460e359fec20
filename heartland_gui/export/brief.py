"""A brief: one page of paper about one subject, for a meeting, with everything that it says sourced on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.furniture import colour_slot, edition_line
from heartland_gui.charts.spec import Chart, Line
from heartland_gui.charts.tables import figures_table
from heartland_gui.export.batch import RequestError, asked_subject
from heartland_gui.export.files import write_whole
from heartland_gui.export.pdf import Attachment, attachments, one_page
from heartland_gui.export.proof import proof_of, proof_text
from heartland_gui.export.table import csv_bytes, csv_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import WITHOUT_FIGURES, Company, Entity, Event, Localized, Ref, Source
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.queries import (
    Headline,
    events_of,
    headline_figures,
    observations_of,
    page_sources,
    short_name,
)
from heartland_gui.pages.cards import FigureCard, figure_cards, source_marks
from heartland_gui.pages.header import chips_of, description, makings
from heartland_gui.rendering.canvas import Canvas, line_height, text_width, wrapped
from heartland_gui.rendering.fonts import chart_font
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge, status_colour
from heartland_gui.rendering.picture.layout import Layout, layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE
from heartland_gui.rendering.picture.painter import paint_picture
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.wording import plain_citation, starred, value_text

SMALL: Final = 15.0
TEXT: Final = 17.0
SECTION: Final = 18.0
FIGURE: Final = 25.0
TITLE: Final = 34.0


class Sheet:
    """Writes onto a canvas, or only finds out how much room everything needs where there is none.

    `y` is how far the page is written.
    """

    def __init__(self, canvas: Canvas | None, y: float) -> None:
        self.canvas = canvas
        self.y = y

    def paragraph(
        self, place: tuple[float, float], text: str, size: float, colour: str, *, most: int, bold: bool = False
    ) -> None:
        """Write a text below what is written; `place` is where it begins and how wide it may be."""
        x, width = place
        self.y += self.block(Box(x, self.y, width, 0), text, size, colour, most=most, bold=bold)

    def block(
        self, box: Box, text: str, size: float, colour: str, *, most: int, bold: bool = False, align: float = 0.0
    ) -> float:
        """Write a text from the top of a box on, in `most` lines; return the height that it takes.

        What does not fit ends in an ellipsis. `align` is 0 for left and 1 for right.
        """
        lines = wrapped(text, size, box.width, most, bold=bold)
        step = line_height(size)
        for number, line in enumerate(lines if self.canvas is not None else ()):
            x = box.x + (box.width - text_width(line, size, bold=bold)) * align
            baseline = box.y + number * step + size
            if self.canvas is not None:
                self.canvas.text(x, baseline, line, size, colour, bold=bold)
        return len(lines) * step

    def line(self, x: float, width: float, colour: str) -> None:
        """Draw a thin line at the height that is reached."""
        if self.canvas is not None:
            self.canvas.line((x, self.y), (x + width, self.y), colour, 1.0)

    def badge(self, x: float, y: float, status: Status, words: Words, *, align: float = 0.0) -> float:
        """Draw the badge of a status; return its height. With `align` 1 its right edge is at `x`."""
        label, font = badge_label(status, words), chart_font(SMALL)
        size = badge_size(font, label)
        if self.canvas is not None:
            painter = self.canvas.painter
            painter.setFont(font)
            place = QRectF(QPointF(x - align * size.width(), y), size)
            draw_badge(painter, place, label, status, self.canvas.theme)
        return size.height()


def badge_width(status: Status, words: Words) -> float:
    """Return how wide a badge is."""
    return badge_size(chart_font(SMALL), badge_label(status, words)).width()


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
        shown = {id(item) for each in kept for item in (each.figure, *each.others)}
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

    def row(self, item: Observation, differing: Collection[int]) -> FigureRow:
        """Return a figure as a row of the table; `differing` are the identities of those on which sources differ."""
        language = self.words.language
        name = self.dataset.indicator_by_id[item.indicator].name.text(language)
        if item.scope is not None:
            name = self.words.text("{name} ({scope})", name=name, scope=item.scope.text(language))
        value = starred(value_text(self.dataset, item, self.words), item.note)
        if id(item) in differing:
            value = f"≠\u00a0{value}"
        return FigureRow(name, self.words.period(item.period.label), value, item.status, item.source)

    @cached_property
    def differing(self) -> frozenset[int]:
        """The identities of the figures on which sources differ."""
        return frozenset(id(item) for each in disagreements_in(self.dataset, self.ref.id) for item in each.observations)

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
            if not isinstance(mark, Line) and mark.details.observation is not None:
                yield mark.details.observation


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


PAGE_WIDTH: Final = 1190.0
PAGE_HEIGHT: Final = 1684.0
LEFT: Final = 56.0
TOP: Final = 52.0
WIDTH: Final = PAGE_WIDTH - 2 * LEFT
LOWEST: Final = PAGE_HEIGHT - 44.0
GAP: Final = 16.0
CHART_SCALE: Final = 1.25
"""Units of the page for each point of the chart's own scale: its labels are as large as small print."""

_THEME: Final = LIGHT
_CARDS_IN_ROW: Final = 4
_CARD_GAP: Final = 12.0
_PADDING: Final = 10.0
_SEPARATOR: Final = " · "
_ALL: Final = (LEFT, WIDTH)


def write_head(sheet: Sheet, content: BriefContent, marks: Mapping[str, str]) -> None:
    """Write the names, what the subject belongs to, and the running text with the marks of its sources."""
    if sheet.canvas is not None:
        sheet.canvas.rectangle(Box(LEFT, sheet.y, 72.0, 6.0), _THEME.mark(content.colour))
    sheet.y += 14
    name, other = content.names
    sheet.paragraph(_ALL, name, TITLE, _THEME.text, most=3, bold=True)
    sheet.paragraph(_ALL, other, SECTION, _THEME.faint_text, most=2)
    sheet.y += 6
    chips = _SEPARATOR.join(chip.replace(" ", "\u00a0") if len(chip) < 60 else chip for chip in content.chips(marks))
    sheet.paragraph(_ALL, chips, TEXT, _THEME.faint_text, most=4)
    paragraphs = content.summary
    if paragraphs:
        cited = [marks[source.id] for source in content.sources if source.id in content.said_by]
        paragraphs = (_marked(paragraphs[0], "\u00a0".join(cited)), *paragraphs[1:])
        sheet.y += 8
    for paragraph in paragraphs:
        sheet.paragraph(_ALL, paragraph, TEXT, _THEME.text, most=7)
    sheet.y += GAP


# -- headline figures -------------------------------------------------------------------------------------------


def write_cards(sheet: Sheet, cards: Sequence[FigureCard], words: Words) -> None:
    """Write the headline figures as cards, in rows of equal length."""
    if not cards:
        return
    rows = -(-len(cards) // _CARDS_IN_ROW)
    columns = -(-len(cards) // rows)
    width = (WIDTH - (_CARDS_IN_ROW - 1) * _CARD_GAP) / _CARDS_IN_ROW
    width = (WIDTH - (columns - 1) * _CARD_GAP) / columns if columns == _CARDS_IN_ROW - 1 else width
    for start in range(0, len(cards), columns):
        row = cards[start : start + columns]
        measured = Sheet(None, 0.0)
        height = max(_card(measured, Box(0, 0, width, 0), card, words) for card in row)
        for number, card in enumerate(row):
            box = Box(LEFT + number * (width + _CARD_GAP), sheet.y, width, height)
            if sheet.canvas is not None:
                sheet.canvas.rectangle(box, _THEME.surface, _THEME.border, 1.0)
            _card(sheet, box, card, words)
        sheet.y += height + _CARD_GAP
    sheet.y += 4


def _card(sheet: Sheet, box: Box, card: FigureCard, words: Words) -> float:
    """Write a card into a box, or only measure it; return the height that it needs."""
    x, y, width = box.x + _PADDING, box.y + _PADDING, box.width - 2 * _PADDING

    def write(text: str, size: float, colour: str, most: int, *, bold: bool = False) -> None:
        nonlocal y
        y += sheet.block(Box(x, y, width, 0), text, size, colour, most=most, bold=bold)

    done = card.status in DONE
    write(card.label, SMALL, _THEME.faint_text, 3)
    shown = card.number
    if text_width(shown, FIGURE, bold=done) > width:
        shown = shown.replace("\u00a0", " ")
    write(shown, FIGURE, _value_colour(card.status), 2, bold=done)
    write(card.scope, SMALL, _THEME.faint_text, 3)
    for other in card.others:
        write(f"{other.text} {other.mark}", SMALL, _THEME.faint_text, 2)
    if card.note:
        write(words.text("*\u00a0{note}", note=card.note), SMALL, _THEME.faint_text, 4)
    foot = f"{card.period} {card.mark}"
    badge = badge_width(card.status, words)
    if text_width(foot, SMALL) + badge + 10 > width:
        write(foot, SMALL, _THEME.faint_text, 2)
        foot = ""
    # At the bottom, so that the badges of a row stand on one line.
    line = line_height(SMALL) + 4
    bottom = max(y + 4, box.bottom - _PADDING - line) if box.height else y + 4
    sheet.block(Box(x, bottom, width - badge - 10, 0), foot, SMALL, _THEME.faint_text, most=1)
    sheet.badge(x + width, bottom - 2, card.status, words, align=1.0)
    return bottom + line + _PADDING - box.y


# -- chart ------------------------------------------------------------------------------------------------------


def write_chart(sheet: Sheet, placed: Layout) -> None:
    """Draw a chart that is laid out, by the painter of every picture."""
    if sheet.canvas is not None:
        painter = sheet.canvas.painter
        painter.save()
        painter.translate(LEFT, sheet.y)
        paint_picture(placed, painter, WIDTH, _THEME)
        painter.restore()
    sheet.y += placed.height * WIDTH / placed.width + GAP


# -- figures ----------------------------------------------------------------------------------------------------

_PERIOD: Final = (LEFT + 530, 170.0)
_VALUE: Final = (LEFT + 700, 210.0)
_STATUS: Final = LEFT + 926
_MARK: Final = (LEFT + WIDTH - 60, 60.0)
_NAME: Final = (LEFT, 515.0)


def write_figures(
    sheet: Sheet, content: BriefContent, figures: Sequence[Observation], left_out: int, marks: Mapping[str, str]
) -> None:
    """Write figures as a table, and how many are left out."""
    words = content.words
    if not content.figures:
        _remark(sheet, words.text("The data has no figures here."))
        sheet.y += GAP
    if not figures and not left_out:
        return
    _heading(sheet, words.text("Other figures"))
    differing = content.differing
    shown = [content.row(item, differing) for item in figures]
    for row in shown:
        sheet.line(LEFT, WIDTH, _THEME.grid)
        top = sheet.y + 4
        name = sheet.block(Box(*_at(_NAME, top)), row.name, SMALL, _THEME.text, most=3)
        period = sheet.block(Box(*_at(_PERIOD, top)), row.period, SMALL, _THEME.text, most=2)
        value = sheet.block(Box(*_at(_VALUE, top)), row.value, SMALL, _value_colour(row.status), most=2, align=1.0)
        sheet.badge(_STATUS, top - 2, row.status, words)
        sheet.block(Box(*_at(_MARK, top)), marks[row.source], SMALL, _THEME.faint_text, most=1, align=1.0)
        sheet.y = top + max(name, period, value) + 4
    signs = []
    if any(item.note for item in figures):
        signs.append(words.text("* has a note"))
    if any(id(item) in differing for item in figures):
        signs.append(words.text("≠ sources disagree"))
    if left_out:
        signs.append(
            words.plural("{n} more figure is not on this page", "{n} more figures are not on this page", left_out)
        )
    _remark(sheet, words.clauses(signs))
    sheet.y += GAP


def _at(column: tuple[float, float], top: float) -> tuple[float, float, float, float]:
    return column[0], top, column[1], 0.0


# -- events, sources, foot --------------------------------------------------------------------------------------


def write_events(
    sheet: Sheet, content: BriefContent, events: Sequence[Event], left_out: int, marks: Mapping[str, str]
) -> None:
    """Write events in order of time, and how many are left out."""
    words = content.words
    if not events and not left_out:
        return
    _heading(sheet, words.text("Events"))
    dates = [words.period(event.date.label) for event in events]
    indent = max((text_width(date, SMALL) for date in dates), default=0.0) + 18
    for date, event in zip(dates, events, strict=True):
        sheet.block(Box(LEFT, sheet.y, indent, 0), date, SMALL, _THEME.faint_text, most=1)
        text = _marked(content.event_text(event), marks[event.source])
        sheet.paragraph((LEFT + indent, WIDTH - indent), text, SMALL, _THEME.text, most=3)
        sheet.y += 3
    if left_out:
        _remark(
            sheet,
            words.plural("{n} earlier event is not on this page", "{n} earlier events are not on this page", left_out),
        )
    sheet.y += GAP


def write_sources(sheet: Sheet, content: BriefContent, marks: Mapping[str, str], most: int) -> None:
    """Write the sources that have marks, as they are cited, and how many are left out."""
    words = content.words
    used = [source for source in content.sources if marks[source.id]]
    if not used:
        return
    _heading(sheet, words.text("Sources"))
    indent = max(text_width(marks[source.id], SMALL) for source in used) + 10
    place = (LEFT + indent, WIDTH - indent)
    for source in used[:most]:
        sheet.block(Box(LEFT, sheet.y, indent, 0), marks[source.id], SMALL, _THEME.faint_text, most=1)
        sheet.paragraph(place, plain_citation(source, words), SMALL, _THEME.faint_text, most=4)
    left_out = len(used) - most
    if left_out > 0:
        _remark(
            sheet,
            words.plural("{n} more source is not on this page", "{n} more sources are not on this page", left_out),
        )


def write_foot(sheet: Sheet, content: BriefContent) -> None:
    """Write the edition, below a line."""
    sheet.line(LEFT, WIDTH, _THEME.axis)
    sheet.y += 6
    for line in wrapped(content.edition, SMALL, WIDTH, 2):
        sheet.paragraph(_ALL, line, SMALL, _THEME.faint_text, most=1)


def _value_colour(status: Status) -> str:
    """Return the colour of a number: what is not done yet has that of its badge."""
    return _THEME.text if status in DONE else status_colour(status, _THEME)


def _marked(text: str, marks: str) -> str:
    """Return a text with the marks of its sources, which never stand alone on a line."""
    return f"{text}\u00a0{marks}" if marks else text


def _heading(sheet: Sheet, text: str) -> None:
    sheet.paragraph(_ALL, text, SECTION, _THEME.text, most=1, bold=True)
    sheet.y += 4


def _remark(sheet: Sheet, text: str) -> None:
    if text:
        sheet.y += 2
        sheet.paragraph(_ALL, text, SMALL, _THEME.faint_text, most=2)


_MOST_ROWS: Final = 45
_MOST_EVENTS: Final = 30
_FEW_ROWS: Final = 6
_FEW_EVENTS: Final = 3
"""Down to so many, rows and events give way to the chart; then the chart does."""
_HIGHEST_CHART: Final = 400.0
_LOWEST_CHART: Final = 240.0
_STEP: Final = 20.0
"""Of the height of the chart, in its own scale."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything is on the page; `chart` is the height of the chart in its own scale, 0 without it."""

    cards: int
    rows: int
    events: int
    chart: float
    sources: int


@dataclass(frozen=True)
class BriefPage:
    """A brief with what its page has room for."""

    content: BriefContent
    _others: dict[tuple[int, bool], tuple[Observation, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def plan(self) -> Plan:
        """The most that fits."""
        plan = Plan(0, 0, 0, 0.0, 0)
        for plan in self._plans():
            if self.write(plan) <= LOWEST - self._foot_height:
                break
        return plan

    def paint(self, canvas: Canvas) -> None:
        """Draw the page onto a canvas of A4 in units of half a point."""
        self.write(self.plan, canvas)
        write_foot(Sheet(canvas, LOWEST - self._foot_height), self.content)

    @cached_property
    def _foot_height(self) -> float:
        sheet = Sheet(None, 0.0)
        write_foot(sheet, self.content)
        return sheet.y

    # -- how much ----------------------------------------------------------------------------------------------

    def _plans(self) -> Iterator[Plan]:
        """Yield what could stand on the page, from the most to what always fits."""
        content, high = self.content, self._chart_height
        cards = len(content.headlines)
        rows = min(len(self._left(cards, charted=high > 0)), _MOST_ROWS)
        plan = Plan(cards, rows, min(len(content.events), _MOST_EVENTS), high, len(content.sources))
        yield plan
        while plan.rows > _FEW_ROWS or plan.events > _FEW_EVENTS:
            plan = _shorter(plan, _FEW_ROWS, _FEW_EVENTS)
            yield plan
        while plan.chart - _STEP >= _LOWEST_CHART:
            plan = replace(plan, chart=plan.chart - _STEP)
            yield plan
        while plan.rows or plan.events:
            plan = _shorter(plan, 0, 0)
            yield plan
        plan = replace(plan, chart=0.0)
        yield plan
        while plan.cards:
            plan = replace(plan, cards=plan.cards - 1)
            yield plan
        for sources in range(plan.sources, -1, -1):
            yield replace(plan, sources=sources)

    @cached_property
    def _chart_height(self) -> float:
        if self.content.chart is None:
            return 0.0
        return min(_HIGHEST_CHART, natural_height(self.content.chart, WIDTH / CHART_SCALE))

    def _left(self, cards: int, *, charted: bool) -> tuple[Observation, ...]:
        key = (cards, charted)
        if key not in self._others:
            self._others[key] = self.content.others(cards, charted=charted)
        return self._others[key]

    # -- what stands there -------------------------------------------------------------------------------------

    def write(self, plan: Plan, canvas: Canvas | None = None) -> float:
        """Write everything but the foot, or only measure it; return where it ends."""
        content, sheet = self.content, Sheet(canvas, TOP)
        left = self._left(plan.cards, charted=plan.chart > 0)
        figures = content.in_order(left[: plan.rows])
        events = content.events[len(content.events) - plan.events :]
        marks = self._marks(plan, figures, events)
        write_head(sheet, content, marks)
        write_cards(sheet, content.cards(marks)[: plan.cards], content.words)
        if content.chart is not None and plan.chart:
            placed = layout(content.chart, WIDTH / CHART_SCALE, plan.chart, ON_PAGE)
            write_chart(sheet, placed)
        write_figures(sheet, content, figures, len(left) - len(figures), marks)
        write_events(sheet, content, events, len(content.events) - len(events), marks)
        write_sources(sheet, content, marks, plan.sources)
        return sheet.y

    def _marks(self, plan: Plan, figures: tuple[Observation, ...], events: tuple[Event, ...]) -> Mapping[str, str]:
        """Return the marks of the sources that the page uses; those of others are empty."""
        content = self.content
        used = {item.source for each in content.headlines[: plan.cards] for item in (each.figure, *each.others)}
        used |= {item.source for item in figures} | {event.source for event in events}
        used |= {*content.said_by, *content.chipped_by}
        numbered = source_marks([source for source in content.sources if source.id in used])
        return {source.id: numbered.get(source.id, "") for source in content.sources}


def _shorter(plan: Plan, rows: int, events: int) -> Plan:
    """Return a plan with a row or an event less; there are about two rows to an event, down to so many of both."""
    if plan.rows > rows and (plan.rows - rows >= 2 * (plan.events - events) or plan.events <= events):
        return replace(plan, rows=plan.rows - 1)
    return replace(plan, events=plan.events - 1)


A4: Final = (595.0, 842.0)
"""In points, as Qt rounds it."""


@dataclass(frozen=True)
class Brief:
    """The brief of a subject in one language, laid out once for screen, printer and file."""

    content: BriefContent

    @cached_property
    def page(self) -> BriefPage:
        """Where everything stands."""
        return BriefPage(self.content)

    @property
    def name(self) -> str:
        """What the brief is about."""
        return self.content.names[0]

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Draw the brief as large as it fits into so much room, in the middle of it."""
        scale = min(width / PAGE_WIDTH, height / PAGE_HEIGHT)
        painter.save()
        painter.translate((width - PAGE_WIDTH * scale) / 2, (height - PAGE_HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        self.page.paint(Canvas(painter, LIGHT))
        painter.restore()

    def attached(self) -> tuple[Attachment, ...]:
        """Return every figure of the subject and, where there is a chart, what leads back to its view."""
        content = self.content
        table = figures_table(content.dataset, content.figures, content.words)
        proof = ""
        if content.chart is not None:
            known = proof_of(content.dataset, content.chart, LIGHT)
            proof = proof_text(replace(known, title=self.name, table=csv_text(table)))
        return attachments(proof, csv_bytes(table))


def has_brief(ref: Ref) -> bool:
    """Whether there can be a brief of a page."""
    return ref.kind not in WITHOUT_FIGURES


def asked_brief(dataset: Dataset, subject: str, words: Words, spoken: Words) -> Brief:
    """Return the brief of a subject as it is `spoken`. Raises RequestError, in `words`, where there is none."""
    ref = asked_subject(dataset, subject, words)
    if not has_brief(ref):
        raise RequestError(words.text("There is a brief of a single subject only, not of “{id}”.", id=subject))
    return brief_of(dataset, ref, spoken)


def brief_of(dataset: Dataset, ref: Ref, words: Words) -> Brief:
    """Return the brief of a subject, for which `has_brief` is true."""
    return Brief(brief_content(dataset, ref, words))


def brief_bytes(brief: Brief, *, data: bool = True) -> bytes:
    """Return the brief as a PDF of one page of A4, with all figures of the subject attached where `data` is wanted."""
    return one_page(brief.name, A4, brief.attached() if data else (), brief.paint)


def write_brief(brief: Brief, path: Path, *, data: bool = True) -> None:
    """Write the brief as a PDF, whole or not at all. Raises OSError."""
    write_whole(path, brief_bytes(brief, data=data))
