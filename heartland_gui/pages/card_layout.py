"""Where everything stands on a card, for whoever draws it: the window on the screen, a brief on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Protocol

from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Status
from heartland_gui.pages.page import Card, plain
from heartland_gui.text import NO_BREAK_SPACE

_BETWEEN_LINES: Final = 2.0
"""What lies between the period and a badge that stands above it."""


class Part(Enum):
    """What a text on a card says; it decides type and colour."""

    LABEL = auto()
    NUMBER = auto()
    SCOPE = auto()
    DISAGREEMENT = auto()
    NOTE = auto()
    PERIOD = auto()
    MARK = auto()


class Ruler(Protocol):
    """Measures the texts of a card as they will be drawn."""

    def width(self, text: str, part: Part) -> float:
        """Return how wide a text is in one line."""

    def height(self, text: str, part: Part, width: float) -> float:
        """Return how high a text is that is wrapped at a width."""

    def badge(self, status: Status) -> tuple[float, float]:
        """Return the width and the height of a badge."""


@dataclass(frozen=True, slots=True)
class CardMeasures:
    """Distances on a card, in the unit of whoever draws it."""

    side: float
    """Left and right of everything."""
    top: float
    bottom: float
    below_text: float
    """Below each text."""
    above_foot: float
    """Between the last text and the line with the period."""
    before_badge: float
    """The least that lies between the mark and the badge on one line."""
    before_mark: float = 0.0
    """Between the period and its mark, besides a space."""
    has_notes: bool = False
    """Whether notes are written out: paper has no tooltips."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text and the rectangle that is its own; `source` is what it leads to, if not where the card leads."""

    part: Part
    text: str
    x: float
    y: float
    width: float
    height: float
    source: Ref | None = None


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Everything on a card. The badge is a rectangle: left, top, width, height."""

    texts: tuple[PlacedText, ...]
    badge: tuple[float, float, float, float]
    height: float
    """The least that the card needs."""


def card_columns(count: int, fitting: int) -> int:
    """Return how many cards stand in a row of which at most `fitting` have room.

    Rows of nearly equal length look calmer than a full row and a single card.
    """
    rows = -(-count // max(1, fitting))
    return -(-count // rows) if rows else 1


def lay_out_card(card: Card, width: float, ruler: Ruler, measures: CardMeasures, height: float = 0.0) -> CardLayout:
    """Set the texts of a card below one another, and its period, mark and badge at the bottom.

    Without a height the card is as high as it needs to be.
    """
    texts, y = _column(card, width - 2 * measures.side, ruler, measures)
    foot, badge, least = _foot(card, width, ruler, measures, (y, height))
    return CardLayout((*texts, *foot), badge, least)


def _column(card: Card, room: float, ruler: Ruler, measures: CardMeasures) -> tuple[list[PlacedText], float]:
    """Return what stands below one another, and where it ends."""
    number = card.number
    if ruler.width(number, Part.NUMBER) > room:
        # Rather parted from its unit than cut off; the star of a note never stands alone.
        number = number.replace(NO_BREAK_SPACE, " ").replace(" *", f"{NO_BREAK_SPACE}*")
    parts: list[tuple[Part, str, Ref | None]] = [(Part.LABEL, card.label, None), (Part.NUMBER, number, None)]
    if card.scope:
        parts.append((Part.SCOPE, card.scope, None))
    for said in card.disagreement:
        mark = said.marks[0]
        source = mark.target if isinstance(mark.target, Ref) else None
        parts.append((Part.DISAGREEMENT, f"{plain(said.text)} {mark.text}", source))
    if card.note and measures.has_notes:
        parts.append((Part.NOTE, f"*{NO_BREAK_SPACE}{card.note}", None))
    placed, y = [], measures.top
    for part, text, source in parts:
        taken = ruler.height(text, part, room)
        placed.append(PlacedText(part, text, measures.side, y, room, taken, source))
        y += taken + measures.below_text
    return placed, y


def _foot(
    card: Card, width: float, ruler: Ruler, measures: CardMeasures, reach: tuple[float, float]
) -> tuple[tuple[PlacedText, PlacedText], tuple[float, float, float, float], float]:
    """Return period and mark, the badge, and the least height; `reach` is where the texts end and how high it is.

    Periods of one row stand on one line, and a badge that does not fit beside its period stands above it.
    """
    left, room, mark = measures.side, width - 2 * measures.side, card.mark.text
    badge_width, badge_height = ruler.badge(card.status)
    needed = ruler.width(f"{card.period} {mark}", Part.PERIOD) + measures.before_badge + badge_width
    raised = badge_height + _BETWEEN_LINES if needed > room else 0.0
    least = reach[0] + measures.above_foot + raised + badge_height + measures.bottom
    y = max(least, reach[1]) - measures.bottom - badge_height
    mark_width = ruler.width(mark, Part.MARK)
    until = room - (0.0 if raised else badge_width) - mark_width
    indent = min(ruler.width(f"{card.period} ", Part.PERIOD) + measures.before_mark, until)
    period = PlacedText(Part.PERIOD, card.period, left, y, indent, badge_height)
    marked = PlacedText(Part.MARK, mark, left + indent, y, mark_width, badge_height)
    return (period, marked), (left + room - badge_width, y - raised, badge_width, badge_height), least
