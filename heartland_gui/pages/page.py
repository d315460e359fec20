"""A page as a value: what stands on it, in words and in its order, for whoever draws it. No Qt, no HTML.

A page is a header, a strip of headline figures, and blocks, one below the other. A text that may hold links is a
tuple of runs: plain strings and links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import overload

from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Status
from heartland_gui.pages.figures import FigureCell
from heartland_gui.wording import starred


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of the program, a Ref, or to an address of the web, a string."""

    text: str
    target: Ref | str


Text = tuple[str | Link, ...]
"""Runs of a text, one after the other."""


def plain(text: Text) -> str:
    """Return a text without its links."""
    return "".join(run.text if isinstance(run, Link) else run for run in text)


def filled(sentence: str, **parts: str | Link | Text) -> Text:
    """Return a sentence that is already in a language, its `{braces}` filled with runs."""
    runs: list[str | Link] = []
    for before, name, _, _ in Formatter().parse(sentence):
        runs.append(before)
        if name is not None:
            part = parts[name]
            runs += part if isinstance(part, tuple) else (part,)
    return tuple(run for run in runs if run)


def joined(runs: Iterable[str | Link], joint: str) -> Text:
    """Return runs with the same words between any two of them."""
    found = [part for run in runs for part in (joint, run)]
    return tuple(found[1:])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text with what stands before it (a date, a mark, a name), the marks of its sources, and a second line."""

    text: Text
    lead: str = ""
    marks: tuple[Link, ...] = ()
    below: Text = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A word or two; a link where `ref` is given, with a pillar's colour where `colour` is.

    What is `removable` has a button behind it that takes `ref` away.
    """

    text: str
    ref: Ref | None = None
    colour: int | None = None
    tip: str = ""
    removable: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A headline figure: what is measured, the value, when, how real, by whom."""

    label: str
    value: str
    period: str
    status: Status
    mark: Link
    scope: str = ""
    note: str = ""
    tip: str = ""
    disagreement: tuple[Paragraph, ...] = ()
    """What other sources say of the number, each with its mark."""

    @property
    def number(self) -> str:
        """The value, with a star where it has a note."""
        return starred(self.value, self.note)


@dataclass(frozen=True, slots=True)
class Header:
    """What is read first: everything above the charts."""

    title: str
    other_title: str
    """The name in the other language, or what else stands beside the title."""
    chips: tuple[Chip, ...]
    summary: tuple[Paragraph, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what is shown, what is sorted by, and what stands in the tooltip.

    `status` draws a badge, `ref` makes it a link, `number` puts it to the right. `beneath` is a second line, `warned`
    where it warns; the badge then stands before it. `copied` goes to the clipboard where it is more than the text.
    """

    text: str
    key: str | float | int = ""
    tip: str = ""
    status: Status | None = None
    ref: Ref | None = None
    number: bool = False
    beneath: str = ""
    warned: bool = False
    faint: bool = False
    copied: str = ""


Row = tuple[Cell, ...]


class LateRows(Sequence[Row]):
    """Rows that are put into words when they are asked for: most of a long table are never seen."""

    def __init__(self, count: int, worded: Callable[[int], Row]) -> None:
        self._count, self._worded = count, worded
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        numbers = range(self._count)[index]
        if isinstance(numbers, range):
            return tuple(self[number] for number in numbers)
        if numbers not in self._made:
            self._made[numbers] = self._worded(numbers)
        return self._made[numbers]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows of figures under headings."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[Row]
    signs: str = ""
    """What the signs in the table mean and what is left out, empty where there is nothing to say."""
    sortable: bool = True
    """Whether the rows stand each for itself."""


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under a title."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    remark: str = ""
    """What is left out, empty where nothing is."""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """Where charts stand: those that were chosen for the page, with switches between kinds; or one of a kind."""

    kind: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks that stand beside each other where the page has room, below each other where it has not.

    `widths` are those of the blocks in effective pixels, 0 for what takes the rest. They stand beside each other where
    the page has at least `least`; from `least_spilled` on only the block `spilled` goes below the block that follows.
    """

    blocks: tuple[object, ...]
    widths: tuple[int, ...]
    least: int
    spilled: int | None = None
    least_spilled: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page. Each block is a frozen value; the window has one widget for each type of block."""

    header: Header
    blocks: tuple[object, ...]
    strip: tuple[FigureCell, ...] = ()

    @property
    def table(self) -> FigureTable:
        """The table of figures; without rows where the page has none."""
        return next((block for block in self.blocks if isinstance(block, FigureTable)), FigureTable("", (), ()))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Section))
