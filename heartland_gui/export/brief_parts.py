"""The parts of a brief, each written below what is there: head, cards, chart, figures, events, sources, foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from heartland_gui.export.brief_content import BriefContent
from heartland_gui.export.sheet import FIGURE, SECTION, SMALL, TEXT, TITLE, Sheet, badge_width
from heartland_gui.model.cards import FigureCard
from heartland_gui.model.citing import plain_citation
from heartland_gui.model.entities import Event
from heartland_gui.model.facts import DONE, Observation, Status
from heartland_gui.rendering.badges import status_colour
from heartland_gui.rendering.canvas import line_height, text_width, wrapped
from heartland_gui.rendering.labels import Box
from heartland_gui.rendering.layout import Layout
from heartland_gui.rendering.painter import paint_picture
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words

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
    for rival in card.rivals:
        write(f"{rival.text} {rival.mark}", SMALL, _THEME.faint_text, 2)
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
    disputed = content.disputed
    shown = [content.row(item, disputed) for item in figures]
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
    if any(id(item) in disputed for item in figures):
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
