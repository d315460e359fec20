"""The column right of a plot: whose each line is and its last number, joined to where the line ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.spec import Dot, EndLabel, Mark, Part
from heartland_gui.rendering.canvas import elided, line_height, text_width, wrapped
from heartland_gui.rendering.geometry import Point
from heartland_gui.rendering.labels.placement import spread_out
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.marks.drawing import part_box
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES

_LEAD: Final = 14.0
"""From the plot to the signs: where the leaders go from the line to its name."""
_SIGN: Final = 10.0
_SPACE: Final = 4.0
_BEFORE_TEXT: Final = _LEAD + _SIGN + 5.0
LEAST_ROOM: Final = _LEAD
"""What labels in the plot may use of the room right of it where there is a column."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A thin line from the end of a line to the sign before its name; `path` is empty for an end out of sight.

    Inside the plot it lies flat, since a slope would read as part of the line. The sign reaches from `end` to the
    right: a stroke in the line's colour or the subject's shape, or a square in the tone of a part.
    """

    path: tuple[Point, ...]
    end: Point
    colour: int | None
    tone: int | None = None


@dataclass(frozen=True, slots=True)
class LineEndLabels:
    """The words and leaders right of a plot."""

    text_lines: tuple[TextLine, ...] = ()
    leaders: tuple[Leader, ...] = ()


_Piece = tuple[str, float, bool, bool]
"""A piece of a line: the text, its size, whether it is strong, whether it is faint."""
_Lines = tuple[tuple[_Piece, ...], ...]


def has_line_ends(marks: Sequence[Mark]) -> bool:
    """Whether names stand right of a plot with these marks."""
    return any(_end_label(mark) is not None for mark in marks)


def line_ends_width(marks: Sequence[Mark], most: float) -> float:
    """Return the room that the end labels of marks want right of the plot, at most `most`; nothing without any."""
    wanted = [_width(_full(end_label)) for mark in marks if (end_label := _end_label(mark)) is not None]
    return min(_BEFORE_TEXT + max(wanted) + 2, most) if wanted else 0.0


def line_end_labels(marks: Sequence[Mark], plot: Plot, right: float) -> LineEndLabels:
    """Return the column: each name as near to the height of its end as the others allow.

    Names take two lines where they are long and there is room for that. Where even single lines have no room, the
    marks that lie lowest in the drawing lose theirs.
    """
    ended = [(mark, end_label) for mark in marks if (end_label := _end_label(mark)) is not None]
    step, top, bottom = line_height(MEASURES.label), plot.box.y - 6, plot.box.bottom + 14
    width = right - _BEFORE_TEXT
    blocks = [_lines(end_label, width, 2) for _, end_label in ended]
    if sum(map(len, blocks)) * step > bottom - top:
        ended = ended[-max(1, int((bottom - top) // step)) :]
        blocks = [_lines(end_label, width, 1) for _, end_label in ended]
    ends = [_end(mark, plot) for mark, _ in ended]
    middles = spread_out([y for _, y in ends], [len(lines) * step for lines in blocks], top, bottom)
    text_lines: list[TextLine] = []
    leaders: list[Leader] = []
    for (mark, _), (x, y), middle, lines in zip(ended, ends, middles, blocks, strict=True):
        visible = plot.box.x - 1 <= x <= plot.box.right + 1
        tone = mark.tone if isinstance(mark, Part) else None
        colour = mark.colour if isinstance(mark, Dot) else None
        end = (plot.box.right + _LEAD, middle)
        path = ((x, y), (max(x, plot.box.right), y), end) if visible else ()
        leaders.append(Leader(path, end, colour, tone))
        first = middle - (len(lines) - 1) * step / 2 + MEASURES.label * 0.36
        for number, line in enumerate(lines):
            text_lines += _text_lines(line, plot.box.right + _BEFORE_TEXT, first + number * step, colour)
    return LineEndLabels(tuple(text_lines), tuple(leaders))


def sign_width() -> float:
    """Return how wide the sign before a name is."""
    return _SIGN


def _end_label(mark: Mark) -> EndLabel | None:
    return mark.end_label if isinstance(mark, Dot | Part) else None


def _end(mark: Mark, plot: Plot) -> Point:
    """Return where a line ends: at the right edge of its last mark."""
    if isinstance(mark, Part):
        box = part_box(mark, plot)
        return box.right, box.y + box.height / 2
    if isinstance(mark, Dot):
        return plot.x(mark.x), plot.y(mark.y)
    raise TypeError(mark)


def _name(end_label: EndLabel, text: str) -> _Piece:
    return text, MEASURES.label, end_label.emphasis, False


def _full(end_label: EndLabel) -> tuple[_Piece, ...]:
    return _name(end_label, end_label.name), *_number(end_label), *_rest(end_label)


def _number(end_label: EndLabel) -> tuple[_Piece, ...]:
    return ((end_label.strong, MEASURES.label, True, False),) if end_label.strong else ()


def _rest(end_label: EndLabel) -> tuple[_Piece, ...]:
    return ((end_label.faint, MEASURES.small, False, True),) if end_label.faint else ()


def _width(line: Sequence[_Piece]) -> float:
    return sum(text_width(text, size, bold=bold) for text, size, bold, _ in line) + _SPACE * (len(line) - 1)


def _lines(end_label: EndLabel, width: float, most: int) -> _Lines:
    """Return an end label in at most one or two lines of a width: what is faint goes first, then the name is cut."""
    number, rest = _number(end_label), _rest(end_label)
    name, size = end_label.name, MEASURES.label
    if _width(_full(end_label)) <= width:
        return (_full(end_label),)
    if most == 1:
        left = max(0.0, width - _width(number) - _SPACE)
        short = elided(name, size, left, bold=end_label.emphasis)
        return ((_name(end_label, short), *number),)
    names = wrapped(name, size, width, 2, bold=end_label.emphasis)
    last: tuple[_Piece, ...] = ()
    if len(names) > 1:
        left = max(0.0, width - _width(number) - _SPACE)
        last = (_name(end_label, elided(names[1], size, left, bold=end_label.emphasis)),)
    tail = (*last, *number, *rest)
    tail = tail if _width(tail) <= width else (*last, *number)
    return ((_name(end_label, names[0]),), tail) if tail else ((_name(end_label, names[0]),),)


def _text_lines(line: Sequence[_Piece], x: float, baseline: float, slot: int | None) -> list[TextLine]:
    found = []
    for text, size, bold, faint in line:
        found.append(TextLine(x, baseline, text, size, bold=bold, faint=faint, slot=slot))
        x += text_width(text, size, bold=bold) + _SPACE
    return found
