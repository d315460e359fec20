"""What the program remembers between two runs: where the window was, what it showed, and where exports go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QSettings

from heartland_gui.model.entities import Ref
from heartland_gui.model.facets import facets_at
from heartland_gui.model.selection import Selection, is_address, page_at, path_of
from heartland_gui.ui.state.early import GEOMETRY, THEME, ZOOM, zoom_of

_COLUMNS = "window/columns"
_HIDDEN = "window/hidden"
_FOLDS = "window/unfolded"
# Written to files of former versions: these keys stay as they are.
_PAGE = "place/page"
_LISTING = "place/listing"
_SORT = "place/sort"
_FACETS = "place/facets"
_LANGUAGE = "look/language"
_FOLDER = "export/folder"
_RECENT = "datasets/recent"
_MOST_RECENT: Final = 8
_SESSION_KEYS: Final = (GEOMETRY, _COLUMNS, _HIDDEN, _FOLDS, _PAGE, _LISTING, _SORT, _FACETS, _RECENT)
"""What is forgotten where somebody asks for that; bookmarks and what was chosen stay."""


def _bookmarks_key(dataset: str) -> str:
    # A slash in an id would open a group of its own.
    return f"bookmarks/{quote(dataset, safe='')}"


def _compared_key(dataset: str) -> str:
    return f"compared/{quote(dataset, safe='')}"


def is_text(path: str) -> bool:
    """Whether a path is text, not bytes that the file system alone understands."""
    return not any("\udc80" <= character <= "\udcff" for character in path)


class Settings:
    """Reads and writes the settings file; what is damaged or unknown there counts as not remembered."""

    def __init__(self, store: QSettings) -> None:
        self._store = store
        self._saves_session = True

    @property
    def geometry(self) -> QByteArray:
        """The window's geometry as Qt writes it, empty where none is remembered."""
        found = self._store.value(GEOMETRY)
        return found if isinstance(found, QByteArray) else QByteArray()

    @property
    def columns(self) -> tuple[int, ...]:
        """The widths of the three columns in pixels, 0 for a default one, empty where none are remembered."""
        found = self._store.value(_COLUMNS)
        texts = [str(item) for item in found] if isinstance(found, list) else []
        if len(texts) != 3 or not all(text.isascii() and text.isdigit() and len(text) < 6 for text in texts):
            return ()
        widths = tuple(int(text) for text in texts)
        return widths if widths[2] > 0 else ()

    @property
    def hidden(self) -> tuple[str, ...]:
        """The columns that somebody hid."""
        return tuple(self._texts(_HIDDEN))

    @property
    def unfolded(self) -> tuple[str, ...]:
        """The parts of the navigation that somebody unfolded."""
        return tuple(self._texts(_FOLDS))

    def save_unfolded(self, parts: Sequence[str]) -> None:
        """Remember which parts of the navigation are unfolded."""
        if self._saves_session:
            self._store.setValue(_FOLDS, list(parts))

    @property
    def selection(self) -> Selection | None:
        """The last selection, None where none is remembered; whether it still exists is not asked here."""
        page, listing = self._ref(_PAGE), self._ref(_LISTING)
        if page is None or listing is None:
            return None
        facets = facets_at(self._texts(_FACETS))
        return Selection(page=page, listing=listing, sort=str(self._store.value(_SORT, "name")), facets=facets)

    def _texts(self, key: str) -> list[str]:
        """Return a list of texts; Qt reads one of a single text as that text."""
        found = self._store.value(key)
        return (
            [str(text) for text in found]
            if isinstance(found, list)
            else [found]
            if isinstance(found, str) and found
            else []
        )

    def _ref(self, key: str) -> Ref | None:
        return page_at(str(self._store.value(key, "")))

    @property
    def language(self) -> str:
        """The tag of the language that was chosen, empty where it is that of the system."""
        return str(self._store.value(_LANGUAGE, ""))

    @property
    def theme(self) -> str:
        """The name of the theme that was chosen, empty where it is that of the system."""
        return str(self._store.value(THEME, ""))

    @property
    def zoom(self) -> int:
        """How large everything is, in percent."""
        return zoom_of(self._store)

    def save_zoom(self, percent: int) -> None:
        """Remember how large everything is to be from the next start on."""
        self._store.setValue(ZOOM, str(percent))

    def save_language(self, tag: str) -> None:
        """Remember which language was chosen."""
        self._store.setValue(_LANGUAGE, tag)

    def save_theme(self, name: str) -> None:
        """Remember which theme was chosen."""
        self._store.setValue(THEME, name)

    @property
    def folder(self) -> Path | None:
        """The folder for exports, None where none is remembered or it is no folder any more."""
        found = self._store.value(_FOLDER)
        if not isinstance(found, str) or not found or not Path(found).is_absolute():
            return None
        try:
            return Path(found) if Path(found).is_dir() else None
        except (OSError, ValueError):
            # Such a name no system has: too long, or with signs that no name may have.
            return None

    def save_folder(self, folder: Path | None) -> None:
        """Remember the folder for exports, or with None no longer."""
        if folder is None:
            self._store.remove(_FOLDER)
        else:
            self._store.setValue(_FOLDER, str(folder.absolute()))
        self._store.sync()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The datasets that were opened last, the latest first; whether they still exist is not asked here."""
        found = [Path(text) for text in self._texts(_RECENT) if "\0" not in text]
        return tuple(dict.fromkeys(path for path in found if path.is_absolute()))[:_MOST_RECENT]

    def add_recent(self, dataset: Path) -> None:
        """Remember that a dataset was opened; not one whose path is no text, since settings are."""
        if not self._saves_session or not is_text(str(dataset)):
            return
        latest = dict.fromkeys((dataset.absolute(), *self.recent))
        self._store.setValue(_RECENT, [str(path) for path in latest][:_MOST_RECENT])

    def forget_session(self) -> None:
        """Forget where the window was and what it showed, and keep neither until the program is started again."""
        for key in _SESSION_KEYS:
            self._store.remove(key)
        self._store.sync()
        # The window saves its geometry when it is closed: what was to be forgotten would be back.
        self._saves_session = False

    def save_window(self, geometry: QByteArray, columns: Sequence[int], hidden: Sequence[str] = ()) -> None:
        """Remember where the window is, how wide its columns are, and which of them are hidden."""
        if not self._saves_session:
            return
        self._store.setValue(GEOMETRY, geometry)
        self._store.setValue(_COLUMNS, [str(width) for width in columns])
        self._store.setValue(_HIDDEN, list(hidden))

    def save_selection(self, selection: Selection) -> None:
        """Remember what is looked at."""
        if not self._saves_session:
            return
        self._store.setValue(_PAGE, path_of(selection.page))
        self._store.setValue(_LISTING, path_of(selection.listing))
        self._store.setValue(_SORT, selection.sort)
        self._store.setValue(_FACETS, list(selection.facets.texts))

    def bookmarks(self, dataset: str) -> tuple[str, ...]:
        """Return the addresses that are kept of a dataset, in the order in which they were kept."""
        return tuple(dict.fromkeys(text for text in self._texts(_bookmarks_key(dataset)) if is_address(text)))

    def save_bookmarks(self, dataset: str, addresses: Sequence[str]) -> None:
        """Remember the addresses of a dataset, and write the file at once: they are somebody's work."""
        self._store.setValue(_bookmarks_key(dataset), list(addresses))
        self._store.sync()

    def compared(self, dataset: str) -> tuple[str, ...]:
        """Return the ids of what was gathered of a dataset for a comparison; whether they exist is not asked here."""
        return tuple(dict.fromkeys(text for text in self._texts(_compared_key(dataset)) if text and "," not in text))

    def save_compared(self, dataset: str, ids: Sequence[str]) -> None:
        """Remember what was gathered of a dataset for a comparison."""
        self._store.setValue(_compared_key(dataset), list(ids))

    def save(self) -> None:
        """Write the file now."""
        self._store.sync()
