"""A brief: one page of paper about one subject, for a meeting, with everything that it says sourced on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from heartland_gui.charts.spec import Chart
from heartland_gui.charts.tables import figures_table
from heartland_gui.export.batch import RequestError, asked_subject
from heartland_gui.export.files import write_whole
from heartland_gui.export.pdf import Attachment, attachments, one_page
from heartland_gui.export.proof import proof_of, proof_text
from heartland_gui.export.table import csv_bytes, csv_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import WITHOUT_FIGURES, Ref
from heartland_gui.model.observations import DONE, Status
from heartland_gui.pages.brief import BriefContent, CompanyTable, Extent, brief_content
from heartland_gui.pages.figures import FigureCell
from heartland_gui.pages.page import Fact, FigureTable, Header, Link, Paragraph, Section, plain
from heartland_gui.rendering.canvas import Canvas, line_height, text_width, wrapped
from heartland_gui.rendering.fonts import chart_font
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge, status_colour
from heartland_gui.rendering.marks.small import MARK_SIZE, draw_status_mark
from heartland_gui.rendering.picture.layout import Layout, layout, least_height, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE
from heartland_gui.rendering.picture.painter import paint_picture
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import NO_BREAK_SPACE, Words

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

    def badge(self, x: float, y: float, status: Status, words: Words) -> None:
        """Draw the badge of a status from its upper left corner on."""
        if self.canvas is not None:
            label, font, painter = badge_label(status, words), chart_font(SMALL), self.canvas.painter
            painter.setFont(font)
            place = QRectF(QPointF(x, y), badge_size(font, label))
            draw_badge(painter, place, label, status, self.canvas.theme)


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
_CELLS_IN_ROW: Final = 5
_CELL_SIDE: Final = 12.0
_CELL_TOP: Final = 10.0
_BEHIND_MARK: Final = 7.0
_BADGE_RISE: Final = 2.0
"""A badge reaches so far above the line of text that it stands on."""
_SEPARATOR: Final = " · "
_SOURCES: Final = "sources"
_BETWEEN_COLUMNS: Final = 28.0
_FEW_SOURCES: Final = 8
_ALL: Final = (LEFT, WIDTH)


def write_header(sheet: Sheet, header: Header, words: Words) -> None:
    """Write the names, the facts, and the running text with the marks of its sources."""
    if sheet.canvas is not None:
        sheet.canvas.rectangle(Box(LEFT, sheet.y, 72.0, 6.0), _THEME.mark(header.colour))
    sheet.y += 14
    sheet.paragraph(_ALL, header.title, TITLE, _THEME.text, most=3, bold=True)
    sheet.paragraph(_ALL, header.other_title, SECTION, _THEME.faint_text, most=2)
    sheet.y += 6
    sheet.paragraph(_ALL, _SEPARATOR.join(_fact(each, words) for each in header.facts), TEXT, _THEME.faint_text, most=4)
    if header.summary:
        sheet.y += 8
    for paragraph in header.summary:
        text = _marked(paragraph)
        if paragraph.lead:
            text = words.text("{name}: {text}", name=paragraph.lead, text=text)
        sheet.paragraph(_ALL, text, TEXT, _THEME.text, most=7)
    sheet.y += GAP


def _fact(fact: Fact, words: Words) -> str:
    """Return a fact in a line: its label, what is known, as of when, and the mark of its source."""
    # What stands side by side in colours needs a sign between where there are none.
    known = [words.enumeration([each.text for each in fact.text if isinstance(each, Link)])] if fact.colours else []
    known = known or [plain(fact.text)]
    if fact.faint:
        known.append(words.text("({text})", text=fact.faint))
    if fact.source is not None:
        known.append(fact.source.text)
    return words.text("{name}: {text}", name=fact.label, text=" ".join(known))


# -- headline figures -------------------------------------------------------------------------------------------


def write_strip(sheet: Sheet, cells: Sequence[FigureCell], marks: Mapping[str, str], words: Words) -> None:
    """Write the headline figures in a card, in rows of nearly equal length; `marks` are those of their sources."""
    if not cells:
        return
    rows = -(-len(cells) // _CELLS_IN_ROW)
    columns = -(-len(cells) // rows)
    width = WIDTH / columns
    begin = sheet.y
    for start in range(0, len(cells), columns):
        row, top = cells[start : start + columns], sheet.y
        heights = []
        for number, cell in enumerate(row):
            sheet.y = top
            box = Box(LEFT + number * width, top, width, 0)
            _write_cell(sheet, box, cell, marks, words)
            heights.append(sheet.y - top)
        sheet.y = top + max(heights)
        if sheet.canvas is not None:
            for number in range(1, len(row)):
                x = LEFT + number * width
                sheet.canvas.line((x, top), (x, sheet.y), _THEME.border, 1.0)
            if start:
                sheet.canvas.line((LEFT, top), (LEFT + WIDTH, top), _THEME.border, 1.0)
    if sheet.canvas is not None:
        sheet.canvas.rectangle(Box(LEFT, begin, WIDTH, sheet.y - begin), None, _THEME.border, 1.0)
    sheet.y += GAP


def _write_cell(sheet: Sheet, box: Box, cell: FigureCell, marks: Mapping[str, str], words: Words) -> None:
    x, room = box.x + _CELL_SIDE, box.width - 2 * _CELL_SIDE
    sheet.y += _CELL_TOP
    sheet.paragraph((x, room), cell.label, SMALL, _THEME.faint_text, most=2)
    value = words.text(" or ").join(each.whole for each in cell.amounts)
    colour = _value_colour(cell.status)
    sheet.paragraph((x, room), value, FIGURE, colour, most=2, bold=cell.status in DONE)
    cited = " ".join(dict.fromkeys(marks[each.source] for each in cell.figures))
    said = [part for part in (cell.period, cell.remark) if part]
    _mark(sheet, x, cell.status)
    indent = MARK_SIZE + _BEHIND_MARK
    period = f"{_SEPARATOR.join(said)} {cited}"
    sheet.paragraph((x + indent, room - indent), period, SMALL, _THEME.faint_text, most=2)
    told = cell.proportion
    if told is not None:
        if told.status is not None:
            _mark(sheet, x, told.status)
        else:
            indent = 0.0
        others = {marks[each.source]: None for each in told.figures if each not in cell.figures}
        text = " ".join((f"{told.text}{told.outcome}", *(mark for mark in others if mark not in cited.split())))
        sheet.paragraph((x + indent, room - indent), text, SMALL, _THEME.faint_text, most=3)
    for each in cell.figures:
        if each.note is not None:
            sheet.paragraph((x, room), each.note.text(words.language), SMALL, _THEME.faint_text, most=4)
    sheet.y += _CELL_TOP


def _mark(sheet: Sheet, x: float, status: Status) -> None:
    """Draw how real a figure is in front of the line that follows."""
    if sheet.canvas is not None:
        centre = QPointF(x + MARK_SIZE / 2, sheet.y + line_height(SMALL) / 2)
        draw_status_mark(sheet.canvas.painter, centre, status, _THEME)


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


def write_table(sheet: Sheet, table: FigureTable, words: Words) -> None:
    """Write figures as a table, and what is to be said of it."""
    if not table.rows and not table.signs:
        return
    _heading(sheet, table.title)
    for name, period, value, status, mark in table.rows:
        sheet.line(LEFT, WIDTH, _THEME.grid)
        top = sheet.y + 4
        real = status.status or Status.ACTUAL
        heights = [
            sheet.block(Box(*_at(_NAME, top)), name.text, SMALL, _THEME.text, most=3),
            sheet.block(Box(*_at(_PERIOD, top)), period.text, SMALL, _THEME.text, most=2),
            sheet.block(Box(*_at(_VALUE, top)), value.text, SMALL, _value_colour(real), most=2, align=1.0),
        ]
        sheet.badge(_STATUS, top - _BADGE_RISE, real, words)
        sheet.block(Box(*_at(_MARK, top)), mark.text, SMALL, _THEME.faint_text, most=1, align=1.0)
        sheet.y = top + max(heights) + 4
    _remark(sheet, table.signs)
    sheet.y += GAP


def _at(column: tuple[float, float], top: float) -> tuple[float, float, float, float]:
    return column[0], top, column[1], 0.0


# -- companies --------------------------------------------------------------------------------------------------

_COMPANY_COLUMNS: Final = (220.0, 248.0, 138.0, 230.0, 186.0, 56.0)
"""Name, what is made, where, key figure, plan, marks of the sources."""
_BETWEEN_CELLS: Final = 14.0


def write_companies(sheet: Sheet, table: CompanyTable) -> None:
    """Write companies as a table, and how many are left out."""
    _heading(sheet, table.title)
    starts = [LEFT + sum(_COMPANY_COLUMNS[:number]) for number in range(len(_COMPANY_COLUMNS))]
    places = [(x, width - _BETWEEN_CELLS) for x, width in zip(starts, _COMPANY_COLUMNS, strict=True)]
    for place, heading in zip(places, table.headings, strict=False):
        sheet.block(Box(*_at(place, sheet.y)), heading, SMALL, _THEME.faint_text, most=1)
    sheet.y += line_height(SMALL) + 2
    for row in table.rows:
        sheet.line(LEFT, WIDTH, _THEME.grid)
        top = sheet.y + 3
        heights = []
        for place, cell in zip(places, row, strict=True):
            colour = _value_colour(cell.status) if cell.status is not None else _THEME.text
            colour = _THEME.faint_text if cell.faint or place == places[-1] else colour
            heights.append(sheet.block(Box(*_at(place, top)), cell.text, SMALL, colour, most=3, bold=cell.strong))
        sheet.y = top + max(heights) + 3
    _remark(sheet, table.remark)
    sheet.y += GAP


# -- events, sources, foot --------------------------------------------------------------------------------------


def write_section(sheet: Sheet, section: Section) -> None:
    """Write paragraphs, their dates or marks in a column of their own, and what is left out."""
    _heading(sheet, section.title)
    if section.id == _SOURCES:
        _write_sources(sheet, section.paragraphs)
    else:
        indent = max((text_width(paragraph.lead, SMALL) for paragraph in section.paragraphs), default=0.0) + 18
        for paragraph in section.paragraphs:
            sheet.block(Box(LEFT, sheet.y, indent, 0), paragraph.lead, SMALL, _THEME.faint_text, most=1)
            sheet.paragraph((LEFT + indent, WIDTH - indent), _marked(paragraph), SMALL, _THEME.text, most=3)
            sheet.y += 3
    _remark(sheet, section.remark)
    if section.id != _SOURCES:
        sheet.y += GAP


def _write_sources(sheet: Sheet, sources: Sequence[Paragraph]) -> None:
    """Write sources in two columns, the first half in the left one.

    Each has two lines where there are few. Else it has one, in which its title ends with an ellipsis, unless its name
    alone needs both.
    """
    begin, lowest = sheet.y, sheet.y
    width = (WIDTH - _BETWEEN_COLUMNS) / 2
    indent = max((text_width(source.lead, SMALL) for source in sources), default=0.0) + 10
    half = -(-len(sources) // 2)
    for x, column in ((LEFT, sources[:half]), (LEFT + width + _BETWEEN_COLUMNS, sources[half:])):
        sheet.y = begin
        for source in column:
            sheet.block(Box(x, sheet.y, indent, 0), source.lead, SMALL, _THEME.faint_text, most=1)
            is_short = text_width(plain(source.text[:1]), SMALL) <= width - indent
            most = 1 if is_short and len(sources) > _FEW_SOURCES else 2
            sheet.paragraph((x + indent, width - indent), _marked(source), SMALL, _THEME.faint_text, most=most)
        lowest = max(lowest, sheet.y)
    sheet.y = lowest


def write_foot(sheet: Sheet, content: BriefContent) -> None:
    """Write the edition, below a line."""
    sheet.line(LEFT, WIDTH, _THEME.axis)
    sheet.y += 6
    for line in wrapped(content.edition, SMALL, WIDTH, 2):
        sheet.paragraph(_ALL, line, SMALL, _THEME.faint_text, most=1)


def _value_colour(status: Status) -> str:
    """Return the colour of a number: what is not done yet has that of its badge."""
    return _THEME.text if status in DONE else status_colour(status, _THEME)


def _marked(paragraph: Paragraph) -> str:
    """Return a text with the marks of its sources, which never stand alone on a line."""
    return NO_BREAK_SPACE.join([plain(paragraph.text), *(mark.text for mark in paragraph.marks)])


def _heading(sheet: Sheet, text: str) -> None:
    if not text:
        return
    sheet.paragraph(_ALL, text, SECTION, _THEME.text, most=1, bold=True)
    sheet.y += 4


def _remark(sheet: Sheet, text: str) -> None:
    if text:
        sheet.y += 2
        sheet.paragraph(_ALL, text, SMALL, _THEME.faint_text, most=2)


_MOST_ROWS: Final = 45
_MOST_EVENTS: Final = 30
_MOST_LISTED: Final = 16
_FEW_ROWS: Final = 6
_FEW_EVENTS: Final = 3
_FEW_LISTED: Final = 6
_LEAST_EVENTS: Final = 2
_LEAST_LISTED: Final = 4
"""Down to a few, rows and events give way, then what is listed of others, then the chart; again down to the least of
each. What has no room then begins anew without the chart."""
_HIGHEST_CHART: Final = 400.0
_STEP: Final = 20.0
"""Of the height of the chart, in its own scale."""


@dataclass(frozen=True)
class BriefPage:
    """A brief with what its page has room for."""

    content: BriefContent

    @cached_property
    def extent(self) -> Extent:
        """The most that fits."""
        extent = Extent(0, 0, 0, 0)
        for extent in self._extents():
            if self.write(extent) <= LOWEST - self._foot_height:
                break
        return extent

    def paint(self, canvas: Canvas) -> None:
        """Draw the page onto a canvas of A4 in units of half a point."""
        self.write(self.extent, canvas)
        write_foot(Sheet(canvas, LOWEST - self._foot_height), self.content)

    @cached_property
    def _foot_height(self) -> float:
        sheet = Sheet(None, 0.0)
        write_foot(sheet, self.content)
        return sheet.y

    # -- how much ----------------------------------------------------------------------------------------------

    def _extents(self) -> Iterator[Extent]:
        """Yield what could stand on the page, from the most to what always fits."""
        if self._chart_height:
            yield from self._with_less(self._whole(self._chart_height))
        extent = self._whole(0.0)
        for less in self._with_less(extent):
            extent = less
            yield extent
        while extent.events:
            extent = replace(extent, events=extent.events - 1)
            yield extent
        while extent.listed:
            extent = replace(extent, listed=extent.listed - 1)
            yield extent
        while extent.cards:
            extent = replace(extent, cards=extent.cards - 1)
            yield extent
        for sources in range(extent.sources, -1, -1):
            yield replace(extent, sources=sources)

    def _with_less(self, extent: Extent) -> Iterator[Extent]:
        """Yield an extent and what is left of it step by step, down to what a page with a chart should have."""
        yield extent
        for rows, events, listed in ((_FEW_ROWS, _FEW_EVENTS, _FEW_LISTED), (0, _LEAST_EVENTS, _LEAST_LISTED)):
            while extent.rows > rows or extent.events > events:
                extent = _shorter(extent, rows, events)
                yield extent
            while extent.listed > max(listed, self.content.pillars):
                extent = replace(extent, listed=extent.listed - 1)
                yield extent
            while extent.chart and extent.chart - _STEP >= self._least_chart_height:
                extent = replace(extent, chart=extent.chart - _STEP)
                yield extent

    def _whole(self, chart: float) -> Extent:
        """Return everything that could stand on a page with a chart of that height."""
        content = self.content
        cards = len(content.headlines)
        rows = min(len(content.others(cards, charted=chart > 0)), _MOST_ROWS)
        events, sources = min(len(content.events), _MOST_EVENTS), len(content.all_sources)
        return Extent(cards, rows, events, sources, chart, min(content.longest_list, _MOST_LISTED))

    @cached_property
    def _chart_height(self) -> float:
        if self.content.chart is None:
            return 0.0
        natural = natural_height(self.content.chart, WIDTH / CHART_SCALE)
        return max(self._least_chart_height, min(_HIGHEST_CHART, natural))

    @cached_property
    def _least_chart_height(self) -> float:
        return 0.0 if self.content.chart is None else least_height(self.content.chart, WIDTH / CHART_SCALE)

    @cached_property
    def _placings(self) -> dict[float, Layout]:
        return {}

    def _placed(self, chart: Chart, height: float) -> Layout:
        """Return where everything of the chart stands; many extents are tried with a chart of one height."""
        if height not in self._placings:
            self._placings[height] = layout(chart, WIDTH / CHART_SCALE, height, ON_PAGE)
        return self._placings[height]

    # -- what stands there -------------------------------------------------------------------------------------

    def write(self, extent: Extent, canvas: Canvas | None = None) -> float:
        """Write everything but the foot, or only measure it; return where it ends."""
        content, sheet = self.content, Sheet(canvas, TOP)
        page = content.page(extent)
        write_header(sheet, page.header, content.words)
        write_strip(sheet, page.strip, content.marks(extent), content.words)
        if content.chart is not None and extent.has_chart:
            write_chart(sheet, self._placed(content.chart, extent.chart))
        for block in page.blocks:
            if isinstance(block, FigureTable):
                write_table(sheet, block, content.words)
            elif isinstance(block, CompanyTable):
                write_companies(sheet, block)
            elif isinstance(block, Section):
                write_section(sheet, block)
        return sheet.y


def _shorter(extent: Extent, rows: int, events: int) -> Extent:
    """Return an extent with a row or an event less; there are about two rows to an event, down to so many of both."""
    if extent.rows > rows and (extent.rows - rows >= 2 * (extent.events - events) or extent.events <= events):
        return replace(extent, rows=extent.rows - 1)
    return replace(extent, events=extent.events - 1)


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
        return self.content.name

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
        raise RequestError(words.text("A brief is about one subject; there is none of “{id}”.", id=subject))
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
