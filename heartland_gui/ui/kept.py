"""What outlives the window when its language or colours change: what was gathered, kept and chosen."""

from __future__ import annotations

from dataclasses import dataclass

from heartland_gui.ui.bookmarks import Bookmarks
from heartland_gui.ui.comparing import Comparing
from heartland_gui.ui.look import Look
from heartland_gui.ui.remembered import Remembered
from heartland_gui.ui.session import Session


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings, the bookmarks, what is gathered for a comparison, and the look of the window."""

    remembered: Remembered
    bookmarks: Bookmarks
    comparing: Comparing
    look: Look

    @classmethod
    def of(cls, session: Session, remembered: Remembered, look: Look | None = None) -> Kept:
        """Return what is kept of a session."""
        return cls(remembered, Bookmarks(session, remembered), Comparing(session), look or Look(remembered))
