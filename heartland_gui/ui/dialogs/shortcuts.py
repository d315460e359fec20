"""What the keys do, read from the declarations of the actions, found by typing and done with Return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from heartland_gui.pages.page import Cell
from heartland_gui.text import Words
from heartland_gui.ui.actions.action import MENU_NAMES, Command, without_key
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.tables import TableWidget
from heartland_gui.ui.widgets.window_size import resize_within_screen

_STEPS: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class ShortcutsDialog(QDialog):
    """A table of every action that has a key, below a field that narrows it by name, key and menu."""

    def __init__(self, session: Session, commands: Mapping[str, Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self._session = session
        self._all = [(each, _row(each, words)) for each in commands.values() if each.action.shortcuts]
        self._shown: list[Command] = []
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(words.text("Keyboard shortcuts"))
        self.field = QLineEdit(self)
        self.field.setObjectName("shortcuts_field")
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(words.text("Find by name, key or menu …"))
        self.field.setAccessibleName(words.text("Find by name, key or menu"))
        self.table = TableWidget(session, self, fills=True)
        self.table.rows_lead = True
        self.table.activate_text = words.text("Run")
        self.table.one_click.is_on = False
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
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.table.activated.connect(self._do)
        self._search("")
        self.field.setFocus()

    def _search(self, text: str) -> None:
        """Show the rows that have every typed word, in any column."""
        words = self._session.words
        asked = text.casefold().split()
        fitting = [(command, row) for command, row in self._all if all(each in _sought(row) for each in asked)]
        self._shown = [command for command, _ in fitting]
        headings = (words.text("Command"), words.text("Keys"), words.text("Menu"))
        self.table.show_cells(headings, [row for _, row in fitting])
        if fitting:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.hint.setText(words.text("Enter runs the selected command."))
        else:
            self.hint.setText(words.text("No results for “{text}”.", text=text.strip()[:60]))

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
        command = self._shown[self.table.cells.source_row(index.row())]
        if command.is_enabled:
            self.accept()
            command.run()
        else:
            name = self.table.cells.cell(index.row(), 2).text
            self.hint.setText(self._session.words.text("“{name}” is not available here.", name=name))


def _row(command: Command, words: Words) -> tuple[Cell, ...]:
    declared, name = command.action, command.given_name
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in declared.shortcuts]
    tip = words.say(declared.tip)
    text = words.text("{tip}: {name}", tip=tip, name=name) if name else tip
    above = without_key(words.say(MENU_NAMES[declared.section.menu]))
    menu = words.text("{menu} › {name}", menu=above, name=command.name_now(words))
    faint = not command.is_enabled
    listed = words.enumeration(keys)
    return Cell(text, text, faint=faint), Cell(listed, listed, faint=faint), Cell(menu, menu, faint=faint)


def _sought(row: tuple[Cell, ...]) -> str:
    return " ".join(cell.text for cell in row).casefold()
