"""What stands around the plots: the legend, the lines of notes, sources and edition, and the column right of a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from heartland_gui.charts.spec import Chart, Details, LegendEntry, ListedRow, Listing, MapAxis, Milestone, Symbol
from heartland_gui.rendering.canvas import elided, line_height, text_width, wrapped
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.marks.drawing import circle_radius
from heartland_gui.rendering.picture.axes import Range
from heartland_gui.rendering.style import MEASURES

LEGEND_SYMBOL: Final = 26.0
_MOST_NOTE_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """How a chart stands on the page or in a picture.

    `standing_alone` pictures name their subject in the title and their edition in the footer.
    `ranges` are what a person zoomed to: the horizontal range, and the vertical one of each panel.
    Without `title` the line below it stays, which has the unit; without `sources` the notes stay, without which the
    numbers would be misread. A `bare` one has neither title nor notes nor sources: they stand around it on the screen.
    """

    standing_alone: bool = True
    margin: float = MEASURES.margin
    ranges: tuple[Range, tuple[Range, ...]] | None = None
    title: bool = True
    legend: bool = True
    sources: bool = True
    bare: bool = False


ON_PAGE: Final = LayoutOptions(standing_alone=False, margin=4.0)
ON_SCREEN: Final = replace(ON_PAGE, bare=True)


def legend_rows(chart: Chart, width: float, *, shown: bool = True) -> list[list[tuple[float, LegendEntry]]]:
    """Return the rows of the legend; the last one leaves room for the remark on events without words."""
    rows: list[list[tuple[float, LegendEntry]]] = []
    x = 0.0
    for entry in chart.legend if shown else ():
        needed = LEGEND_SYMBOL + text_width(entry.label, MEASURES.small) + 18
        if not rows or x + needed > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += needed
    events = sum(1 for mark in chart.panels[0].marks if isinstance(mark, Milestone))
    if events and (not shown or x + text_width(labelled_text(chart, events, events), MEASURES.small) > width):
        rows.append([])
    return rows


def labelled_text(chart: Chart, labelled: int, events: int) -> str:
    """Return how many of the events have found room for their words."""
    return chart.words.text("{labelled} of {all} labelled, all in the table", labelled=labelled, all=events)


def footer_texts(chart: Chart, options: LayoutOptions, width: float) -> tuple[str, ...]:
    """Return the lines of notes, sources and edition; sources that find no room are counted."""
    words, size = chart.words, MEASURES.small
    lines: list[str] = []
    if options.bare:
        return ()
    if chart.notes:
        lines += wrapped(words.sentences(chart.notes), size, width, _MOST_NOTE_LINES)
    if not options.sources:
        return tuple(lines)
    if chart.sources:
        edition = f" · {chart.edition}" if options.standing_alone and chart.edition else ""
        # On the page all sources stand in full below; a picture that leaves the program must name what it can.
        most = 3 if options.standing_alone else 2
        lines += _source_lines([source.text for source in chart.sources], edition, chart, width, most)
    elif options.standing_alone and chart.edition:
        lines += wrapped(chart.edition, size, width, 1)
    return tuple(lines)


def _source_lines(texts: Sequence[str], edition: str, chart: Chart, width: float, most: int) -> tuple[str, ...]:
    words, size = chart.words, MEASURES.small
    shown: tuple[str, ...] = ()
    # At least as wide as their letters: what is wider than all lines together need not be laid out.
    widths = accumulate(text_width("".join(text.split()), size) for text in texts)
    fitting = sum(1 for needed in widths if needed <= most * (width + size))
    for count in range(max(1, fitting), 0, -1):
        listed = words.clauses(texts[:count])
        rest = len(texts) - count
        if rest:
            listed = words.text("{listed}; and {n} more in the data", listed=listed, n=rest)
        head = words.text("Source: {sources}", sources=listed)
        if len(texts) > 1:
            head = words.text("Sources: {sources}", sources=listed)
        shown = wrapped(head + edition, size, width, most + 1)
        if len(shown) <= most:
            return shown
    return shown[:most]


def stacked(texts: Sequence[str], x: float, top: float) -> tuple[TextLine, ...]:
    """Return small lines of text below one another."""
    step = line_height(MEASURES.small)
    return tuple(
        TextLine(x, top + (number + 1) * step - 3, text, MEASURES.small, faint=True)
        for number, text in enumerate(texts)
    )


_GAP: Final = 34.0
_CELL_GAP: Final = 16.0
_SIGN: Final = 26.0
_ROW: Final = 18.0
_ABOVE_HEADING: Final = 10.0
_HEADING_WIDTH: Final = 150.0
"""Headings are broken into lines of this width rather than making the column wider."""
_MOST_WIDTH: Final = 200.0
_MOST_NAME: Final = 130.0
_HIGHEST: Final = 520.0
"""A map on a page is not higher: it should be seen as a whole."""


@dataclass(frozen=True, slots=True)
class MapColumn:
    """A map and what is right of it: the room for the plot, the signs, the words, and the rows that can be hit."""

    area: Box
    legend: tuple[tuple[Box, LegendEntry], ...] = ()
    text_lines: tuple[TextLine, ...] = ()
    rows: tuple[tuple[Box, Details], ...] = ()


def map_column(chart: Chart, room: Box) -> MapColumn:
    """Return how a map, its legend and its list share a room; without room for it there is no list."""
    column = _column_width(chart.legend)
    width = max(30.0, min(room.height * _shape(chart), room.width - column - _GAP))
    left = room.x + width + _GAP
    legend, text_lines = _column(chart.legend, Box(left, room.y, column, room.height))
    rows: tuple[tuple[Box, Details], ...] = ()
    listing = chart.listing
    if listing is not None and left + column + _GAP + _list_width(listing) <= room.right:
        place = Box(left + column + _GAP, room.y, _list_width(listing), room.height)
        signs, words, rows = _list(listing, place, chart)
        legend, text_lines = (*legend, *signs), (*text_lines, *words)
    return MapColumn(Box(room.x, room.y, width, room.height), legend, text_lines, rows)


def natural_map_height(chart: Chart, width: float) -> float:
    """Return the height at which a map of this width with its legend reads best."""
    column = _column_width(chart.legend)
    needed = sum(height for _, height in _parts(chart.legend, column)) + _ROW
    return max(needed, min(_HIGHEST, (width - column - _GAP) / _shape(chart)))


def _shape(chart: Chart) -> float:
    """Return the width of the land by its height."""
    x, y = chart.x, chart.panels[0].y
    if not (isinstance(x, MapAxis) and isinstance(y, MapAxis)):
        return 1.0
    return (x.high - x.low) * x.stretch / ((y.high - y.low) * y.stretch)


# -- the legend -------------------------------------------------------------------------------------------------


def _column_width(entries: Sequence[LegendEntry]) -> float:
    signs = [
        _sign_width(entries) + text_width(entry.label, MEASURES.small) for entry in entries if not _is_heading(entry)
    ]
    headings = [text_width(entry.label, MEASURES.small, bold=True) for entry in entries if _is_heading(entry)]
    return min(_MOST_WIDTH, max([*signs, *(min(width, _HEADING_WIDTH) for width in headings)], default=0.0))


def _sign_width(entries: Sequence[LegendEntry]) -> float:
    """Return how wide the signs of a column are: circles are drawn as large as on the map."""
    return max([_SIGN, *(2 * circle_radius(entry.share) + 6 for entry in entries if entry.symbol is Symbol.CIRCLE)])


def _is_heading(entry: LegendEntry) -> bool:
    return entry.symbol is Symbol.HEADING


def _parts(entries: Sequence[LegendEntry], width: float) -> Iterator[tuple[LegendEntry, float]]:
    """Yield the entries with their heights."""
    for number, entry in enumerate(entries):
        if _is_heading(entry):
            lines = len(wrapped(entry.label, MEASURES.small, width, 3, bold=True))
            yield entry, lines * line_height(MEASURES.small) + 4 + (_ABOVE_HEADING if number else 0.0)
        elif entry.symbol is Symbol.CIRCLE:
            yield entry, max(_ROW, 2 * circle_radius(entry.share) + 4)
        else:
            yield entry, _ROW


def _column(
    entries: Sequence[LegendEntry], place: Box
) -> tuple[tuple[tuple[Box, LegendEntry], ...], tuple[TextLine, ...]]:
    signs: list[tuple[Box, LegendEntry]] = []
    text_lines: list[TextLine] = []
    y, step, sign_width = place.y, line_height(MEASURES.small), _sign_width(entries)
    for entry, height in _parts(entries, place.width):
        if y + height > place.bottom + 1:
            break
        if _is_heading(entry):
            lines = wrapped(entry.label, MEASURES.small, place.width, 3, bold=True)
            first = y + height - len(lines) * step
            text_lines += [
                TextLine(place.x, first + (number + 1) * step - 7, line, MEASURES.small, bold=True)
                for number, line in enumerate(lines)
            ]
        else:
            label = elided(entry.label, MEASURES.small, place.width - sign_width)
            signs.append((Box(place.x, y, sign_width, height - 2), replace(entry, label=label)))
        y += height
    return tuple(signs), tuple(text_lines)


# -- the list ---------------------------------------------------------------------------------------------------


def _cell_widths(listing: Listing) -> list[float]:
    return [
        max(
            text_width(heading, MEASURES.small, bold=True),
            *(text_width(row.cells[number], MEASURES.label) for row in listing.rows),
        )
        for number, heading in enumerate(listing.headings)
    ]


def _name_width(listing: Listing) -> float:
    names = [text_width(row.name, MEASURES.label) for row in listing.rows]
    signs = _SIGN if any(row.sign for row in listing.rows) else 0.0
    return signs + min(_MOST_NAME, max(names, default=0.0))


def _list_width(listing: Listing) -> float:
    return _name_width(listing) + sum(width + _CELL_GAP for width in _cell_widths(listing))


def _list(
    listing: Listing, place: Box, chart: Chart
) -> tuple[list[tuple[Box, LegendEntry]], list[TextLine], tuple[tuple[Box, Details], ...]]:
    """Return the signs, the words and the rows of a list; rows without room are counted."""
    signs: list[tuple[Box, LegendEntry]] = []
    hit: list[tuple[Box, Details]] = []
    top = place.y + line_height(MEASURES.small) + 4
    most = max(0, int((place.bottom - top) // _ROW))
    shown = listing.rows if len(listing.rows) <= most else listing.rows[: max(0, most - 1)]
    text_lines = list(_cells(listing, listing.headings, place, top - 7, heading=True))
    for number, row in enumerate(shown):
        y = top + number * _ROW
        if row.sign is not None:
            signs.append((Box(place.x, y, _SIGN, 16), row.sign))
        text_lines += _row(listing, row, place, y + 8 + MEASURES.label * 0.36)
        hit.append((Box(place.x, y, place.width, _ROW - 2), row.details))
    if len(shown) < len(listing.rows):
        text = chart.words.text("and {n} more in the table", n=len(listing.rows) - len(shown))
        text_lines.append(TextLine(place.x, top + len(shown) * _ROW + 12, text, MEASURES.small, faint=True))
    return signs, text_lines, tuple(hit)


def _row(listing: Listing, row: ListedRow, place: Box, baseline: float) -> Iterator[TextLine]:
    signs = _SIGN if row.sign is not None else 0.0
    name = elided(row.name, MEASURES.label, _name_width(listing) - signs + 0.5)
    yield TextLine(place.x + signs, baseline, name, MEASURES.label)
    yield from _cells(listing, row.cells, place, baseline, heading=False)


def _cells(listing: Listing, cells: Sequence[str], place: Box, baseline: float, *, heading: bool) -> Iterator[TextLine]:
    """Yield the cells of a row, each at the right of its column."""
    size = MEASURES.small if heading else MEASURES.label
    x = place.x + _name_width(listing)
    for cell, width in zip(cells, _cell_widths(listing), strict=True):
        x += _CELL_GAP + width
        yield TextLine(x - text_width(cell, size, bold=heading), baseline, cell, size, bold=heading)
