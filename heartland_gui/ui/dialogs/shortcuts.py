"""What the keys do, read from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from heartland_gui.text import Words
from heartland_gui.ui.action_spec import ActionSpec
from heartland_gui.ui.actions import ACTIONS
from heartland_gui.ui.parts.tables import FactTable
from heartland_gui.ui.session import Session
from heartland_gui.ui.table_model import Cell


class ShortcutsDialog(QDialog):
    """A table of every action that has a key."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(words.text("Keyboard shortcuts"))
        self.table = FactTable(session, self, fills=True)
        self.table.setAccessibleName(words.text("Keyboard shortcuts"))
        headings = (words.text("What it does"), words.text("Keys"))
        self.table.show_cells(headings, [_row(spec, session, words) for spec in ACTIONS if spec.shortcuts])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(words.text("Close"))
        close.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        self.resize(620, 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def _row(spec: ActionSpec, session: Session, words: Words) -> tuple[Cell, ...]:
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.shortcuts]
    name = spec.name(session) if spec.name and session.is_open else ""
    tip = words.say(spec.tip)
    text = words.text("{tip}: {name}", tip=tip, name=name) if name else tip
    return Cell(text, text), Cell(words.enumeration(keys), words.enumeration(keys))
