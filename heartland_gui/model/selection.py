"""What is looked at: one frozen value, and the history of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from heartland_gui.model.entities import Ref
from heartland_gui.model.facets import NO_FACETS, Facets


class View(StrEnum):
    """What stands in the third column."""

    SUBJECT = "subject"
    CONFLICTS = "conflicts"
    BOOKMARKS = "bookmarks"
    SOURCES = "sources"
    MAP = "map"


LONGEST_FILTER: Final = 200
"""So many signs, as UTF-16 counts them, the filter takes: no company is told apart by more, and addresses carry it."""


def filter_of(text: str) -> str:
    """Return as much of a text as the filter takes, without halves of signs, which no address can carry."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_FILTER].decode("utf-16-le", "ignore")


@dataclass(frozen=True, slots=True)
class Selection:
    """What the window shows.

    `page` is the subject of the page; `listing` is the choice in the navigation whose companies are listed.
    `view` may put another page of the whole dataset in its place.
    `chart` and `indicator` are a chart's kind and indicator where somebody chose them, else None: the page chooses.
    `logarithmic` is None where the rule decides. `sort` is the id of an order, or `indicator:` and an indicator's id.
    """

    page: Ref
    listing: Ref
    chart: str | None = None
    indicator: str | None = None
    logarithmic: bool | None = None
    filter: str = ""
    sort: str = "name"
    view: View = View.SUBJECT
    facets: Facets = NO_FACETS


@dataclass(frozen=True, slots=True)
class History:
    """The selections that were seen, oldest first, and which of them is current."""

    places: tuple[Selection, ...]
    index: int = 0
    limit: int = 200

    @property
    def current(self) -> Selection:
        """The selection that is shown."""
        return self.places[self.index]

    @property
    def can_go_back(self) -> bool:
        """Whether something was shown before."""
        return self.index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody went back from something."""
        return self.index < len(self.places) - 1

    def visit(self, selection: Selection) -> History:
        """Return the history after a new place: what was ahead is forgotten, the same place again changes nothing."""
        if selection == self.current:
            return self
        places = (*self.places[: self.index + 1], selection)[-self.limit :]
        return replace(self, places=places, index=len(places) - 1)

    def amend(self, selection: Selection) -> History:
        """Return the history with the current place changed in passing, as by typing into the filter."""
        places = (*self.places[: self.index], selection, *self.places[self.index + 1 :])
        return replace(self, places=places)

    def narrow(self, facets: Facets) -> History:
        """Return the history after other facets were chosen for the list that is shown.

        The first choice is a step, and those after it change that step: whoever tries this and that and goes back wants
        to be where the choosing began, not at each attempt. Taking all of them away is a step again, so that a list
        that was put together with care is one step back when it was cleared by mistake.
        """
        now = self.current
        narrowed = replace(now, facets=facets)
        if narrowed == now:
            return self
        before = self.places[self.index - 1] if self.index else now
        begun = (
            replace(before, facets=now.facets, filter=now.filter, sort=now.sort) == now and before.facets != now.facets
        )
        return self.amend(narrowed) if facets and now.facets and begun else self.visit(narrowed)

    def back(self) -> History:
        """Return the history one step back, or itself at the beginning."""
        return replace(self, index=max(0, self.index - 1))

    def forward(self) -> History:
        """Return the history one step forward, or itself at the end."""
        return replace(self, index=min(len(self.places) - 1, self.index + 1))
