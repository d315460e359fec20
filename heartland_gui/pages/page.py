"""A page as a value: what stands on it, in words and in its order, for whoever draws it. No Qt, no HTML.

A page is a header, a strip of headline figures, and blocks, one below the other. A text that may hold links is a
tuple of runs: plain strings and links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import overload

from heartland_gui.charts.plans import PlanBar, PlanState
from heartland_gui.charts.spec import CellValue
from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Observation, Status
from heartland_gui.pages.figures import FigureCell


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
class Member:
    """A member of a comparison: its name where room is scarce, its page, its colour and shape, and its whole name."""

    text: str
    ref: Ref
    slot: int | None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a subject in a word or two, below a label.

    `colours` are the slots of squares before the links of the text, one each. `faint` stands behind the text; `source`
    leads to the page of the source that says so. What `gives_way` is left out where it would begin a line.
    """

    label: str
    text: Text
    colours: tuple[int, ...] = ()
    faint: str = ""
    source: Link | None = None
    tip: str = ""
    gives_way: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What is read first: everything above the strip."""

    title: str
    other_title: str
    """The name in the other language, or what else stands beside the title."""
    summary: tuple[Paragraph, ...] = ()
    facts: tuple[Fact, ...] = ()
    members: tuple[Member, ...] | None = None
    """Those of a comparison; other pages have none."""
    colour: int | None = None
    """The slot of the colour of a pillar's page."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """How large a figure is beside the largest of its row, from 0 to 1, and the slot of its subject's colour."""

    share: float
    slot: int | None


Parts = tuple[tuple[str, CellValue], ...]
"""Columns of their own that a cell becomes on the clipboard: their headings and what stands in them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what is shown, what is sorted by, and what stands in the tooltip.

    `status` draws a badge, `ref` makes it a link, `number` puts it to the right. `beneath` is a second line, `warned`
    where it warns; the badge then stands before it. `copied` is read out, and goes to the clipboard, where it is more
    than the text; where there are `parts` those go to the clipboard, numbers as numbers in base units.

    Rows that are as high as their words need also draw: the text `strong`, behind it `after` in the second level and
    `remark` as a warning; an icon of the `outcome` of a plan before it; the `lead` status as a small mark before the
    text and the status `mark` before the second line; `bar` at the right, its plan in the colour of `lead`; `folded` as
    further lines. `figure` is what a click on the number, or on the name of its source, opens; where it is `cited`
    the sign of a source says so; `gauge` is a bar below the words. A link that is `quiet` has the colour of text: a
    column of links is read worse.
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
    parts: Parts = ()
    strong: bool = False
    after: str = ""
    remark: str = ""
    outcome: PlanState | None = None
    lead: Status | None = None
    mark: Status | None = None
    bar: PlanBar | None = None
    figure: Observation | None = None
    folded: tuple[str, ...] = ()
    cited: bool = False
    quiet: bool = False
    gauge: Gauge | None = None

    @property
    def spoken(self) -> str:
        """The cell as it is read out."""
        words = (" ".join(part for part in (self.text, self.after, self.remark) if part), self.beneath, *self.folded)
        return self.copied or ", ".join(part for part in words if part)


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
    shares: tuple[int, ...] = ()
    """The parts of the width that the columns get, nothing where they get what they need."""
    kept: tuple[int, ...] = ()
    """The columns that stay in a narrow card; what the others say stands below the first of them."""


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under a title."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    remark: str = ""
    """What is left out, empty where nothing is."""


class Charts(StrEnum):
    """Which charts of a page."""

    CHOSEN = "chosen"
    """The one that was chosen, with switches between kinds."""
    OTHERS = "others"
    """The best of some other kinds."""
    MAP = "map"


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """Where charts stand. `height` is the most that each may be high, in effective pixels; 0 is as high as it needs."""

    charts: Charts = Charts.CHOSEN
    height: int = 0


@dataclass(frozen=True, slots=True)
class NewestEvents:
    """The newest events in short, and the words of the way to all of them."""

    title: str
    more: str
    events: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Emptiness:
    """That something is missing: one sentence, and the words of the one thing to do about it, where there is one.

    `deed` is what is asked of the window: the name of one of its actions.
    """

    icon: str
    sentence: str
    action: str = ""
    deed: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks that stand beside each other where the page has room, below each other where it has not.

    `widths` are those of the blocks in effective pixels, 0 for what takes the rest. They stand beside each other where
    the page has at least `least`; from `least_spilled` on only the block `spilled` goes below the block that follows.
    Where they are `even` they are as high as the highest of them.
    """

    blocks: tuple[object, ...]
    widths: tuple[int, ...]
    least: int
    spilled: int | None = None
    least_spilled: int = 0
    even: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page. Each block is a frozen value; the window has one widget for each type of block."""

    header: Header
    blocks: tuple[object, ...]
    strip: tuple[FigureCell, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Section))
