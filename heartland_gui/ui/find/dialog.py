"""Quick find: one field over everything, with what fits below it as it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from heartland_gui.finding.entries import KIND_NAMES, Entry, EntryKind, entries_of
from heartland_gui.finding.finder import Finder
from heartland_gui.model.entities import Ref
from heartland_gui.model.selection import AddressError, is_address, selection_at
from heartland_gui.pages.names import address_refusal
from heartland_gui.ui.actions.action import Command
from heartland_gui.ui.find.rows import FOUND, FoundModel, FoundRow, FoundRows
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.slices import Slices


class NameReader(QObject):
    """Makes a finder and says so in `finished`; what was begun before is given up for what is begun now."""

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.finder = Finder()
        """What was read last, empty as long as there is more to read."""
        self._growing = Finder()
        self._slices = Slices(self)
        self._slices.finished.connect(self._finish)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._slices.are_left

    def begin(self, entries: Iterable[Entry]) -> None:
        """Read these entries from now on."""
        self.finder, self._growing = Finder(), Finder()
        self._slices.begin(entries, self._growing.add)

    def _finish(self) -> None:
        self.finder = self._growing
        self.finished.emit()


_WIDTH: Final = 680
_HEIGHT: Final = 430
_BELOW_TOP: Final = 64
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class FindDialog(QDialog):
    """Says in `chosen` what was chosen; without words it offers the pages that were seen last."""

    chosen = Signal(object)

    def __init__(self, session: Session, commands: Mapping[str, Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        words = session.words
        self.setObjectName("find_dialog")
        self.setWindowTitle(words.text("Find"))
        self.setModal(True)
        self._session, self._commands, self._window = session, commands, parent.window()
        self._known = Inputs()
        self.names = NameReader(self)
        self._kind: EntryKind | None = None
        self.model = FoundModel(self)
        self.field = QLineEdit(self)
        self.field.setObjectName("find_field")
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(words.text("Find a company, place, indicator or source …"))
        self.field.setAccessibleName(words.text("Find anything"))
        self.view = FoundRows(session.theme, self)
        self.view.setObjectName("found")
        self.view.setModel(self.model)
        self.view.setAccessibleName(words.text("Results"))
        self.nothing = QLabel(self)
        self.nothing.setObjectName("nothing_found")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hint = QLabel(self)
        self.hint.setObjectName("find_hint")
        self.hint.setProperty("faint", "true")
        layout = QVBoxLayout(self)
        for each in (self.field, self.view, self.nothing, self.hint):
            layout.addWidget(each)
        # What was found, or that nothing was, takes the room; the hint stays at the bottom.
        for each in (self.view, self.nothing):
            layout.setStretchFactor(each, 1)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.view.clicked.connect(self._choose)
        self.names.finished.connect(self._answer)

    def begin(self) -> None:
        """Show the dialog over the upper part of the window, ready for typing."""
        self._learn()
        self._kind = None
        self.field.clear()
        self._search("")
        width = min(_WIDTH, self._window.width() - 40)
        self.resize(width, min(_HEIGHT, self._window.height() - 80))
        corner = self._window.mapToGlobal(self._window.rect().topLeft())
        self.move(corner.x() + (self._window.width() - width) // 2, corner.y() + _BELOW_TOP)
        self.open()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _learn(self) -> None:
        """Begin to read the names of the dataset where it is another one, or the language."""
        if self._known.changed_to(self._session.dataset, self._session.words):
            self.names.begin(chain(entries_of(self._session.dataset), self._command_entries()))

    def _command_entries(self) -> list[Entry]:
        """Return everything that can be done, by its name and by what it does."""
        words = self._session.words
        return [
            Entry(EntryKind.COMMAND, (each.name(words), words.say(each.action.tip)), command=each.id)
            for each in self._commands.values()
        ]

    def _answer(self) -> None:
        """Look for what was typed while the names were read."""
        self._search(self.field.text())

    # -- looking ------------------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        """Show what fits; without words, what was seen last."""
        words = self._session.words
        pages = dict.fromkeys(seen.page for seen in self._session.seen)
        recent = [ref for ref in pages if ref != self._session.selection.page]
        refusal = ""
        if is_address(text):
            found, refusal = self._at(text)
        elif text.strip():
            found = [FoundRow(hit.entry, hit.name) for hit in self.names.finder.find(text, recent, self._kind)]
        else:
            found = [FoundRow(_of_page(ref), "") for ref in recent]
        self.model.show_rows(self._session.dataset, words, found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if not found:
            self.nothing.setText(refusal or self._why_nothing(text))
        else:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.hint.setText(self._hint())

    def _why_nothing(self, text: str) -> str:
        words = self._session.words
        if not text.strip():
            return words.text("No recent pages yet.")
        if self.names.is_reading:
            return ""  # the hint says why
        return words.text("No results for “{text}”.", text=_shortened(text))

    def _at(self, address: str) -> tuple[list[FoundRow], str]:
        """Return the page of an address, or why there is none."""
        try:
            selection = selection_at(self._session.dataset, address)
        except AddressError as error:
            return [], address_refusal(error, self._session.words)
        return [FoundRow(replace(_of_page(selection.page), selection=selection), "")], ""

    def _hint(self) -> str:
        words = self._session.words
        if self.names.is_reading:
            return words.text("Loading names …")
        keys = [words.text("↑↓ choose"), words.text("Enter open"), words.text("Esc close")]
        if self._kind is None:
            keys.insert(2, words.text("Tab only this kind"))
        else:
            keys.insert(2, words.text("Tab every kind, not only: {kind}", kind=words.say(KIND_NAMES[self._kind])))
        return "    ".join(keys)

    # -- choosing -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the field keeps the cursor; Tab keeps to the kind of the row, or leaves that."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in _STEPS:
                self._step(_STEPS[Qt.Key(key)])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.view.currentIndex())
                return True
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._switch_kind()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = min(max(self.view.currentIndex().row() + by, 0), rows - 1)
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _switch_kind(self) -> None:
        row = self.view.currentIndex().data(FOUND)
        if self._kind is not None:
            self._kind = None
        elif isinstance(row, FoundRow):
            self._kind = row.entry.kind
        self._search(self.field.text())

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(FOUND) if index.isValid() else None
        if isinstance(row, FoundRow):
            self.accept()
            self.chosen.emit(row.entry)


def _of_page(ref: Ref) -> Entry:
    return Entry(EntryKind(ref.kind.value), (), ref)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
