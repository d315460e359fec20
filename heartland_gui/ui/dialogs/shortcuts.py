"""What the keys do, read from the table of actions, found by typing and done with Return."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from heartland_gui.pages.page import Cell
from heartland_gui.text import Words
from heartland_gui.ui.actions.spec import MENU_NAMES, ActionSpec, Commands, without_key
from heartland_gui.ui.actions.table import ACTIONS
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.tables import FactTable
from heartland_gui.ui.window.frame import resize_within_screen

_STEPS: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class ShortcutsDialog(QDialog):
    """A table of every action that has a key, below a field that narrows it by name, key and menu."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self._session, self._commands = session, commands
        self._all = [(spec, _row(spec, session, commands)) for spec in ACTIONS if spec.shortcuts]
        self._shown: list[ActionSpec] = []
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(words.text("Keyboard shortcuts"))
        self.field = QLineEdit(self)
        self.field.setObjectName("shortcuts_field")
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(words.text("Find by name, key or menu …"))
        self.field.setAccessibleName(words.text("Find by name, key or menu"))
        self.table = FactTable(session, self, fills=True)
        self.table.rows_lead = True
        self.table.deed = words.text("Do it")
        self.table.setObjectName("shortcuts")
        self.table.setAccessibleName(words.text("Keyboard shortcuts"))
        self.hint = QLabel(self)
        self.hint.setObjectName("shortcuts_hint")
        self.hint.setProperty("faint", "true")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(words.text("Close"))
        close.setIcon(QIcon())
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for each in (self.field, self.table, self.hint, buttons):
            layout.addWidget(each)
        resize_within_screen(self, 760, 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.table.activated.connect(self._do)
        self._look("")
        self.field.setFocus()

    def _look(self, text: str) -> None:
        """Show the rows that have every typed word, in any column."""
        words = self._session.words
        asked = text.casefold().split()
        fitting = [(spec, row) for spec, row in self._all if all(each in _sought(row) for each in asked)]
        self._shown = [spec for spec, _ in fitting]
        headings = (words.text("What it does"), words.text("Keys"), words.text("Menu"))
        self.table.show_cells(headings, [row for _, row in fitting])
        if fitting:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.hint.setText(words.text("Enter does what the row says."))
        else:
            self.hint.setText(words.text("No action with a key is called “{text}”.", text=text.strip()[:60]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the table while the field keeps the cursor."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _STEPS:
                QApplication.sendEvent(self.table, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self.table.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _do(self, index: QModelIndex) -> None:
        """Do what a row says and close; say so where it cannot be done here."""
        if not index.isValid():
            return
        spec = self._shown[self.table.cells.source_row(index.row())]
        if spec.enabled(self._session, self._commands):
            self.accept()
            spec.does(self._commands)
        else:
            name = self.table.cells.cell(index.row(), 2).text
            self.hint.setText(self._session.words.text("“{name}” cannot be done here.", name=name))


def _row(spec: ActionSpec, session: Session, commands: Commands) -> tuple[Cell, ...]:
    words = session.words
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.shortcuts]
    name = spec.name(session) if spec.name and session.is_open else ""
    tip = words.say(spec.tip)
    text = words.text("{tip}: {name}", tip=tip, name=name) if name else tip
    entry = spec.live_name(session, commands) if spec.live_name else name or without_key(words.say(spec.text))
    menu = words.text("{menu} › {name}", menu=_menu_name(spec, words), name=entry)
    faint = not spec.enabled(session, commands)
    listed = words.enumeration(keys)
    return Cell(text, text, faint=faint), Cell(listed, listed, faint=faint), Cell(menu, menu, faint=faint)


def _menu_name(spec: ActionSpec, words: Words) -> str:
    return without_key(words.say(MENU_NAMES[spec.menu]))


def _sought(row: tuple[Cell, ...]) -> str:
    return " ".join(cell.text for cell in row).casefold()
