"""What stands around the plots: the rows of the key, and the lines of notes, sources and edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.marks import Milestone
from heartland_gui.charts.spec import Chart, KeyEntry
from heartland_gui.rendering.axes import Range
from heartland_gui.rendering.canvas import line_height, text_width, wrapped
from heartland_gui.rendering.runs import Run
from heartland_gui.rendering.style import MEASURES

KEY_SYMBOL: Final = 26.0
_MOST_NOTE_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart stands on the page or in a picture.

    `standing_alone` pictures name their subject in the title and their edition in the footer.
    `ranges` are what a person zoomed to: the horizontal range, and the vertical one of each panel.
    Without `title` the line below it stays, which has the unit; without `sources` the notes stay, without which the
    numbers would be misread.
    """

    standing_alone: bool = True
    margin: float = MEASURES.margin
    ranges: tuple[Range, tuple[Range, ...]] | None = None
    title: bool = True
    key: bool = True
    sources: bool = True


ON_PAGE: Final = Look(standing_alone=False, margin=4.0)


def key_rows(chart: Chart, width: float, *, shown: bool = True) -> list[list[tuple[float, KeyEntry]]]:
    """Return the rows of the key; the last one leaves room for the remark on events without words."""
    rows: list[list[tuple[float, KeyEntry]]] = []
    x = 0.0
    for entry in chart.key if shown else ():
        needed = KEY_SYMBOL + text_width(entry.label, MEASURES.small) + 18
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


def footer_texts(chart: Chart, look: Look, width: float) -> tuple[str, ...]:
    """Return the lines of notes, sources and edition; sources that find no room are counted."""
    words, size = chart.words, MEASURES.small
    lines: list[str] = []
    if chart.notes:
        lines += wrapped(words.sentences(chart.notes), size, width, _MOST_NOTE_LINES)
    if not look.sources:
        return tuple(lines)
    if chart.sources:
        edition = f" · {chart.edition}" if look.standing_alone and chart.edition else ""
        # On the page all sources stand in full below; a picture that leaves the program must name what it can.
        most = 3 if look.standing_alone else 2
        lines += _source_lines([source.text for source in chart.sources], edition, chart, width, most)
    elif look.standing_alone and chart.edition:
        lines += wrapped(chart.edition, size, width, 1)
    return tuple(lines)


def _source_lines(texts: Sequence[str], edition: str, chart: Chart, width: float, most: int) -> tuple[str, ...]:
    words = chart.words
    shown: tuple[str, ...] = ()
    for count in range(len(texts), 0, -1):
        listed = words.clauses(texts[:count])
        rest = len(texts) - count
        if rest:
            listed = words.text("{listed}; and {n} more in the data", listed=listed, n=rest)
        head = words.text("Source: {sources}", sources=listed)
        if len(texts) > 1:
            head = words.text("Sources: {sources}", sources=listed)
        shown = wrapped(head + edition, MEASURES.small, width, most + 1)
        if len(shown) <= most:
            return shown
    return shown[:most]


def stacked(texts: Sequence[str], x: float, top: float) -> tuple[Run, ...]:
    """Return small lines of text below one another."""
    step = line_height(MEASURES.small)
    return tuple(
        Run(x, top + (number + 1) * step - 3, text, MEASURES.small, faint=True) for number, text in enumerate(texts)
    )
