"""Where everything of a chart stands in a picture of a given size. Computed once, drawn by `painter`, hit by `view`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from heartland_gui.charts.axes import LaneAxis, MapAxis, RowAxis, Tick
from heartland_gui.charts.marks import Area, Datum, Goal, Line, Milestone
from heartland_gui.charts.spec import Chart, KeyEntry, Panel
from heartland_gui.rendering.axes import Range, has_labelled_axis, side_margins, x_ticks, y_ticks
from heartland_gui.rendering.beside import Beside, beside_map, natural_map_height
from heartland_gui.rendering.canvas import elided, line_height, text_width, wrapped
from heartland_gui.rendering.endings import Leader, has_column
from heartland_gui.rendering.frame import Frame
from heartland_gui.rendering.label_layout import labels_of_panel
from heartland_gui.rendering.labels import Box, Point
from heartland_gui.rendering.map_labels import labels_of_map
from heartland_gui.rendering.marks import mark_box
from heartland_gui.rendering.runs import Run
from heartland_gui.rendering.shapes import Ring, holds
from heartland_gui.rendering.style import MEASURES
from heartland_gui.rendering.surfaces import outline

_KEY_SYMBOL: Final = 26.0
_MOST_NOTE_LINES: Final = 4
_FEW_PANELS: Final = 3
_TITLE_OF_MANY: Final = 17.0
"""How much the title of a panel takes where there are many: every point counts then."""
_LEAST_PANEL: Final = 12.0
_WITH_COLUMN: Final = 300.0
"""How high a plot with a column of names is on a page: eight names of two lines have room."""
_PLOT_HEIGHTS: Final = {1: 240.0, 2: 380.0, 3: 450.0}
"""How high plots on a page are, all panels together; further panels are 120 each."""


@dataclass(frozen=True, slots=True)
class PanelLayout:
    """One plot: its frame, ticks and the words at its marks."""

    panel: Panel
    frame: Frame
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    runs: tuple[Run, ...]
    stems: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()
    left_out: int = 0
    leaders: tuple[Leader, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What the pointer can hit: a box, or within it a closed outline, and what it stands for."""

    box: Box
    datum: Datum
    outline: tuple[Ring, ...] = ()

    def is_near(self, point: Point, reach: float) -> bool:
        """Whether a point hits the target: within `reach` of a box, inside an outline."""
        near = self.box.grown(reach).contains(point)
        return near and (not self.outline or holds(self.outline, point))


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole picture, in the chart's own scale."""

    width: float
    height: float
    runs: tuple[Run, ...]
    key: tuple[tuple[Box, KeyEntry], ...]
    panels: tuple[PanelLayout, ...]
    targets: tuple[Target, ...]


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


def layout(chart: Chart, width: float, height: float, look: Look) -> Layout:
    """Return where everything stands in a picture of this size (in the chart's own scale)."""
    inner = width - 2 * look.margin
    header, top = _header(chart, look, inner)
    key_rows = [] if isinstance(chart.x, MapAxis) else _key_rows(chart, inner, shown=look.key)
    footer_texts = _footer_texts(chart, look, inner)
    bottom = height - look.margin - len(footer_texts) * line_height(MEASURES.small)
    footer = _stacked(footer_texts, look.margin, bottom)
    bottom -= len(key_rows) * 18 + (8 if key_rows or footer_texts else 0)
    key = tuple(
        (Box(look.margin + x, bottom + 8 + row * 18, _KEY_SYMBOL, 16), entry)
        for row, entries in enumerate(key_rows)
        for x, entry in entries
    )
    plot = Box(look.margin, top, inner, max(40.0, bottom - top))
    keyed = chart if look.key else replace(chart, key=())
    beside = beside_map(keyed, plot) if isinstance(chart.x, MapAxis) else Beside(plot)
    panels = _panels(chart, beside.plot, look)
    targets = [target for panel in panels for target in _targets(panel)]
    targets += [Target(box, datum) for box, datum in beside.rows]
    remark = _left_out_remark(chart, panels, plot.right, bottom + 8 + (len(key_rows) - 1) * 18)
    runs = (*header, *footer, *remark, *beside.runs)
    return Layout(width, height, runs, (*key, *beside.key), panels, tuple(targets))


def _targets(panel: PanelLayout) -> Iterator[Target]:
    """Yield what can be hit: marks that were moved out of the plot cannot."""
    plot = seen_box(panel.frame)
    for mark in panel.panel.marks:
        box = mark_box(mark, panel.frame)
        if box is not None and not isinstance(mark, Line) and box.overlaps(plot):
            rings = tuple(outline(mark, panel.frame)) if isinstance(mark, Area) else ()
            yield Target(box, mark.datum, rings)


def seen_box(frame: Frame) -> Box:
    """Return where marks of a plot can be seen: in it, and as far outside as one at its edge reaches.

    On the right that is as far as a bracket, which stands beside its numbers.
    """
    box = frame.box.grown(MEASURES.dot + 1)
    return Box(box.x, box.y, box.width + MEASURES.gap, box.height)


def natural_height(chart: Chart, width: float) -> float:
    """Return the height at which a chart reads best on a page of this width."""
    look = ON_PAGE
    width -= 2 * look.margin
    _, top = _header(chart, look, width)
    key_rows = [] if isinstance(chart.x, MapAxis) else _key_rows(chart, width)
    below = len(key_rows) * 18 + len(_footer_texts(chart, look, width)) * line_height(MEASURES.small)
    y_axis = chart.panels[0].y
    if isinstance(y_axis, RowAxis):
        row = 30.0 if len(y_axis.rows) <= 8 else 25.0
        # What is held against a goal needs a sentence.
        row = 40.0 if any(isinstance(mark, Goal) for mark in chart.panels[0].marks) else row
        plot = len(y_axis.rows) * row + 34
    elif isinstance(y_axis, LaneAxis):
        plot = 130.0 + 46.0 * min(4, 1 + len(chart.panels[0].marks) // 4)
    elif isinstance(y_axis, MapAxis):
        plot = natural_map_height(chart, width)
    else:
        plot = _PLOT_HEIGHTS.get(len(chart.panels), 120.0 * len(chart.panels))
        if any(has_column(panel.marks) for panel in chart.panels):
            plot = max(plot, _WITH_COLUMN)
    return top + plot + below + 24


# -- around the plot --------------------------------------------------------------------------------------------


def _header(chart: Chart, look: Look, width: float) -> tuple[tuple[Run, ...], float]:
    title = "" if not look.title else chart.full_title if look.standing_alone else chart.title
    runs: list[Run] = []
    y = look.margin
    for line in wrapped(title, MEASURES.title, width, 2, bold=True):
        y += line_height(MEASURES.title)
        runs.append(Run(look.margin, y - 5, line, MEASURES.title, bold=True))
    subtitle = chart.subtitle
    for line in wrapped(subtitle, MEASURES.subtitle, width, 2):
        y += line_height(MEASURES.subtitle)
        runs.append(Run(look.margin, y - 4, line, MEASURES.subtitle, faint=True))
    return tuple(runs), y + MEASURES.gap


def _key_rows(chart: Chart, width: float, *, shown: bool = True) -> list[list[tuple[float, KeyEntry]]]:
    """Return the rows of the key; the last one leaves room for the remark on events without words."""
    rows: list[list[tuple[float, KeyEntry]]] = []
    x = 0.0
    for entry in chart.key if shown else ():
        needed = _KEY_SYMBOL + text_width(entry.label, MEASURES.small) + 18
        if not rows or x + needed > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += needed
    events = sum(1 for mark in chart.panels[0].marks if isinstance(mark, Milestone))
    if events and (not shown or x + text_width(_labelled_text(chart, events, events), MEASURES.small) > width):
        rows.append([])
    return rows


def _labelled_text(chart: Chart, labelled: int, events: int) -> str:
    return chart.words.text("{labelled} of {all} labelled, all in the table", labelled=labelled, all=events)


def _left_out_remark(chart: Chart, panels: Sequence[PanelLayout], right: float, top: float) -> tuple[Run, ...]:
    """Return how many events found no room for their words, right of the key."""
    left_out = sum(panel.left_out for panel in panels if isinstance(panel.panel.y, LaneAxis))
    if not left_out:
        return ()
    events = sum(1 for mark in chart.panels[0].marks if isinstance(mark, Milestone))
    text = _labelled_text(chart, events - left_out, events)
    return (Run(right - text_width(text, MEASURES.small), top + 12, text, MEASURES.small, faint=True),)


def _footer_texts(chart: Chart, look: Look, width: float) -> tuple[str, ...]:
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


def _stacked(texts: Sequence[str], x: float, top: float) -> tuple[Run, ...]:
    step = line_height(MEASURES.small)
    return tuple(
        Run(x, top + (number + 1) * step - 3, text, MEASURES.small, faint=True) for number, text in enumerate(texts)
    )


# -- the plots --------------------------------------------------------------------------------------------------


def _panels(chart: Chart, plot: Box, look: Look) -> tuple[PanelLayout, ...]:
    ranges = look.ranges or (chart.x.bounds, tuple(panel.y.bounds for panel in chart.panels))
    stretches = _stretches(chart, plot)
    ticks = [
        y_ticks(panel, y_range, height, chart.words)
        for panel, y_range, (_, height) in zip(chart.panels, ranges[1], stretches, strict=True)
    ]
    margins = side_margins(chart, plot.width, [tick for each in ticks for tick in each])
    edges = (plot.x - look.margin, plot.right + look.margin)
    found = []
    for panel, y_range, (top, height), labels in zip(chart.panels, ranges[1], stretches, ticks, strict=True):
        box = Box(plot.x + margins.left, top, max(30.0, plot.width - margins.left - margins.right), height)
        if isinstance(chart.x, MapAxis) and isinstance(panel.y, MapAxis):
            box = _true_to_scale(box, chart.x, panel.y)
        frame = Frame(box, ranges[0], y_range, chart.x, panel.y)
        placed = labels_of_map(panel, frame) if isinstance(panel.y, MapAxis) else labels_of_panel(panel, frame, margins)
        title = _panel_title(panel, box, plot.right, len(chart.panels))
        found.append(
            PanelLayout(
                panel,
                frame,
                x_ticks(chart, frame, edges),
                labels,
                (*title, *placed.runs),
                placed.stems,
                placed.left_out,
                placed.leaders,
            )
        )
    return tuple(found)


def _panel_title(panel: Panel, box: Box, right: float, panels: int) -> tuple[Run, ...]:
    if not panel.title:
        return ()
    text = elided(panel.title, MEASURES.small, right - box.x, bold=True)
    return (Run(box.x, box.y - (8 if panels <= _FEW_PANELS else 6), text, MEASURES.small, bold=True),)


def _true_to_scale(box: Box, x: MapAxis, y: MapAxis) -> Box:
    """Return the largest box inside, at the left and in the middle of the height, in which land keeps its shape."""
    across, up = (x.high - x.low) * x.stretch, (y.high - y.low) * y.stretch
    scale = min(box.width / across, box.height / up)
    width, height = across * scale, up * scale
    return Box(box.x, box.y + (box.height - height) / 2, width, height)


def _stretches(chart: Chart, plot: Box) -> list[Range]:
    """Return the top and the height of each plot."""
    axis_height = 22.0 if has_labelled_axis(chart) else 4.0
    many = len(chart.panels) > _FEW_PANELS
    titled, gap = (_TITLE_OF_MANY, 8.0) if many else (20.0, 10.0)
    headed = [panel.title or (isinstance(panel.y, RowAxis) and panel.y.aside) for panel in chart.panels]
    above = [titled if head else 4.0 for head in headed]
    room = plot.height - axis_height - sum(above) - gap * (len(chart.panels) - 1)
    whole = sum(panel.weight for panel in chart.panels)
    top, found = plot.y, []
    for panel, over in zip(chart.panels, above, strict=True):
        height = max(_LEAST_PANEL, room * panel.weight / whole)
        # Few rows stay together at the top instead of drifting apart.
        drawn = min(height, MEASURES.row * len(panel.y.rows)) if isinstance(panel.y, RowAxis) else height
        found.append((top + over, drawn))
        top += over + height + gap
    return found
