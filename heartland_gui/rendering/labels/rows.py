"""The words of rows: their names, and the numbers at their bars and dots, none over another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.spec import (
    Bar,
    Bracket,
    Dot,
    Goal,
    HorizontalAxis,
    Label,
    Mark,
    Move,
    Panel,
    RowAxis,
    ValueAxis,
)
from heartland_gui.rendering.canvas import elided, text_width, wrapped
from heartland_gui.rendering.labels.text_lines import TextLine, label_lines, label_width, strong_width
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES

_GAP: Final = 7.0
"""Between a mark and its number."""
_NAME_GAP: Final = 10.0
_COLUMN_GAP: Final = 10.0
_LEAST_FAINT: Final = 48.0
"""Faint words get at least so much room, or none."""
_LEAST_PLOT: Final = 0.3
"""How much of the width is the plot's, whatever its numbers ask for."""
_MOST_LINES: Final = 3
_LINE: Final = MEASURES.small * 1.15


@dataclass(frozen=True, slots=True)
class RowMargins:
    """The room beside a plot of rows.

    `indent` and `beyond` are for the numbers at dots near the left and the right edge; between `indent` and the edge of
    the picture stand the names, right of `beyond` the column of changes.
    """

    left: float
    right: float
    indent: float = 0.0
    beyond: float = 0.0


def row_margins(panel: Panel, axis: RowAxis, x_axis: HorizontalAxis, width: float) -> RowMargins:
    """Return the room that the words of rows need in a picture of this width."""
    names = [text_width(row.label, MEASURES.label, bold=row.emphasis) for row in axis.rows]
    # A little more than measured: the line that breaks a text rounds.
    left = min(max(names, default=0.0) + 1, width * 0.34) + _NAME_GAP
    bars = [mark.label for mark in panel.marks if isinstance(mark, Bar)]
    if bars:
        # Faint words can be wrapped or cut; a number needs its room.
        whole, strong = (max(map(label_width, each)) + 12 for each in (bars, [Label(bar.strong) for bar in bars]))
        return RowMargins(left, max(min(whole, width * 0.34), min(strong, width * 0.5)))
    moves = [label_width(mark.label) for mark in panel.marks if isinstance(mark, Move)]
    trailing_texts = [text_width(row.trailing, MEASURES.small) for row in axis.rows if row.trailing]
    heading = text_width(axis.trailing, MEASURES.small, bold=True)
    column = max(min(max(moves, default=0.0), width * 0.25), *trailing_texts, heading) + _COLUMN_GAP + 4
    low, high = x_axis.bounds
    indent = beyond = 0.0
    for before, after in _ends(panel.marks):
        # The plot is at least so wide; a label needs what it does not find in the plot.
        plot_half = max(30.0, width * 0.9 - left - column) / 2
        for dot, is_left in ((before, True), (after, False)):
            if dot is None or dot.label is None:
                continue
            place = x_axis.position(dot.x) if isinstance(x_axis, ValueAxis) else dot.x
            inside = (place - low if is_left else high - place) / (high - low) * plot_half
            needed = label_width(dot.label) + _GAP + MEASURES.dot + 2 - inside
            indent, beyond = (max(indent, needed), beyond) if is_left else (indent, max(beyond, needed))
    # The plot comes first: numbers that would leave it too little room are left to the table.
    most = max(0.0, width * (1 - _LEAST_PLOT) - left - column)
    share = min(1.0, most / max(indent + beyond, 1.0))
    indent, beyond = indent * share, beyond * share
    return RowMargins(left + indent, column + beyond, indent, beyond)


def row_labels(panel: Panel, axis: RowAxis, plot: Plot, margins: RowMargins) -> tuple[TextLine, ...]:
    """Return the names of the rows and the words at their marks."""
    return (
        *_names(axis, plot, margins),
        *_at_bars(panel.marks, plot, margins),
        *_at_dots(panel.marks, plot, margins),
        *_changes(panel.marks, plot, margins),
        *_asides(axis, plot, margins),
    )


def _names(axis: RowAxis, plot: Plot, margins: RowMargins) -> tuple[TextLine, ...]:
    """Return the names of the rows: on two lines where they are long and the rows are high enough."""
    size, step = MEASURES.label, MEASURES.label * 1.15
    row_height = plot.box.height / max(1, len(axis.rows))
    right = plot.box.x - margins.indent - _NAME_GAP
    room = margins.left - margins.indent - _NAME_GAP
    text_lines: list[TextLine] = []
    for number, row in enumerate(axis.rows):
        lines = wrapped(row.label, size, room, 2 if row_height > 2 * step else 1, bold=row.emphasis)
        first = plot.y(number) + size * 0.36 - (len(lines) - 1) * step / 2
        for place, line in enumerate(lines):
            x = right - text_width(line, size, bold=row.emphasis)
            text_lines.append(TextLine(x, first + place * step, line, size, bold=row.emphasis))
    return tuple(text_lines)


# -- bars -------------------------------------------------------------------------------------------------------


def _at_bars(marks: Sequence[Mark], plot: Plot, margins: RowMargins) -> tuple[TextLine, ...]:
    """Return the label of each bar, right of the bar and of whatever else stands on its row."""
    reach: defaultdict[float, float] = defaultdict(lambda: plot.x(0.0))
    for mark in marks:
        box = mark_box(mark, plot)
        if box is not None and isinstance(mark, Bar | Goal | Bracket):
            row = mark.along if isinstance(mark, Bracket) else mark.row
            reach[row] = max(reach[row], box.right)
    edge = plot.box.right + margins.right
    text_lines: list[TextLine] = []
    for mark in marks:
        if isinstance(mark, Bar):
            text_lines += _fitted(mark.label, reach[mark.row] + _GAP, plot.y(mark.row), edge, _row_height(plot))
    return tuple(text_lines)


def _row_height(plot: Plot) -> float:
    return abs(plot.y(1) - plot.y(0))


def _fitted(label: Label, x: float, y: float, edge: float, height: float) -> tuple[TextLine, ...]:
    """Return a label between `x` and the edge: its faint words on several lines, or cut, where they are long."""
    baseline = y + MEASURES.label * 0.36
    after = x + strong_width(label)
    room = edge - after
    if text_width(label.faint, MEASURES.small) <= room + 1:
        return label_lines(label, x, baseline)
    strong = label_lines(label, x, baseline, full=False)
    if room < _LEAST_FAINT:
        return strong
    lines = wrapped(label.faint, MEASURES.small, room, max(1, min(_MOST_LINES, int(height // _LINE))))
    first = y + MEASURES.small * 0.36 - (len(lines) - 1) * _LINE / 2
    faint = (
        TextLine(after, first + number * _LINE, line, MEASURES.small, faint=True) for number, line in enumerate(lines)
    )
    return (*strong, *faint)


# -- dots and changes -------------------------------------------------------------------------------------------


def _ends(marks: Sequence[Mark]) -> list[tuple[Dot | None, Dot | None]]:
    """Return the outermost dots of each row, from the left; a dot that is alone is the right one."""
    rows: defaultdict[float, list[Dot]] = defaultdict(list)
    for mark in marks:
        if isinstance(mark, Dot):
            rows[mark.y].append(mark)
    ends: list[tuple[Dot | None, Dot | None]] = []
    for dots in rows.values():
        dots.sort(key=lambda dot: (dot.x, not dot.minor))
        ends.append((dots[0] if len(dots) > 1 else None, dots[-1]))
    return ends


def _at_dots(marks: Sequence[Mark], plot: Plot, margins: RowMargins) -> tuple[TextLine, ...]:
    """Return the numbers at the outermost dots of each row, on their outer sides."""
    text_lines: list[TextLine] = []
    for left, right in _ends(marks):
        for dot in (left, right):
            box = mark_box(dot, plot) if dot is not None else None
            if dot is None or dot.label is None or box is None:
                continue
            width = label_width(dot.label)
            x = box.x - _GAP + 2 - width if dot is left else box.right + _GAP - 2
            inside = x >= plot.box.x - margins.indent - 1 and x + width <= plot.box.right + margins.beyond + 1
            if inside:
                text_lines += label_lines(dot.label, x, plot.y(dot.y) + MEASURES.label * 0.36)
    return tuple(text_lines)


def _changes(marks: Sequence[Mark], plot: Plot, margins: RowMargins) -> tuple[TextLine, ...]:
    """Return the changes of all rows, below one another at the right."""
    x = plot.box.right + margins.beyond + _COLUMN_GAP
    room = margins.right - margins.beyond - _COLUMN_GAP
    text_lines: list[TextLine] = []
    for mark in marks:
        if isinstance(mark, Move):
            y = plot.y(mark.row)
            if mark.label.strong:
                strong = elided(mark.label.strong, MEASURES.label, room, bold=True)
                text_lines += _fitted(Label(strong, mark.label.faint), x, y, x + room, _row_height(plot))
            else:
                text_lines += _fitted(mark.label, x, y, x + room, _row_height(plot))
    return tuple(text_lines)


def _asides(axis: RowAxis, plot: Plot, margins: RowMargins) -> tuple[TextLine, ...]:
    """Return the words at the right ends of the rows, and the heading of whatever stands there."""
    x, size = plot.box.right + margins.beyond + _COLUMN_GAP, MEASURES.small
    text_lines = [
        TextLine(x, plot.y(number) + size * 0.36, row.trailing, size, faint=True)
        for number, row in enumerate(axis.rows)
        if row.trailing
    ]
    return (
        (TextLine(x, plot.box.y - 6, axis.trailing, size, bold=True), *text_lines)
        if axis.trailing
        else tuple(text_lines)
    )
