"""The places that somebody keeps: addresses, remembered for each dataset."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from heartland_gui.model.address import AddressError, address_of, place_at
from heartland_gui.model.selection import Selection
from heartland_gui.ui.remembered import Remembered
from heartland_gui.ui.session import Session


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An address and the place it leads to, or why it leads nowhere any more."""

    address: str
    place: Selection | None
    refusal: str = ""


class Bookmarks(QObject):
    """The bookmarks of the dataset that is open; they are written as soon as they change."""

    changed = Signal()

    def __init__(self, session: Session, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._remembered = session, remembered

    @property
    def all(self) -> tuple[Bookmark, ...]:
        """Every bookmark, the newest first."""
        return tuple(self._bookmark(address) for address in reversed(self._addresses))

    @property
    def holds_current(self) -> bool:
        """Whether what is shown is kept."""
        return self._session.is_open and self._current in self._addresses

    def toggle(self) -> bool:
        """Keep what is shown, or keep it no more; return whether it is kept now."""
        if self.holds_current:
            self.remove(self._current)
        else:
            self._keep((*self._addresses, self._current))
        return self.holds_current

    def remove(self, address: str) -> None:
        """Keep an address no more."""
        self._keep(tuple(each for each in self._addresses if each != address))

    @property
    def _addresses(self) -> tuple[str, ...]:
        return self._remembered.bookmarks(self._session.dataset.manifest.id) if self._session.is_open else ()

    @property
    def _current(self) -> str:
        """The address of what is shown; what is typed into the filter belongs to the moment."""
        return address_of(self._session.dataset, replace(self._session.selection, filter=""))

    def _keep(self, addresses: tuple[str, ...]) -> None:
        self._remembered.keep_bookmarks(self._session.dataset.manifest.id, addresses)
        self.changed.emit()

    def _bookmark(self, address: str) -> Bookmark:
        try:
            return Bookmark(address, place_at(self._session.dataset, address, self._session.words))
        except AddressError as error:
            return Bookmark(address, None, str(error))
