"""The page of problems: what is wrong with the files, where, and what helps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heartland_gui.problems import Problem, Severity
from heartland_gui.ui.parts.tables import FactTable
from heartland_gui.ui.session import Session
from heartland_gui.ui.table_model import Cell


class ProblemsPane(QWidget):
    """Every problem with its file and line; where nothing could be read, the way to another dataset."""

    open_requested = Signal()
    again_requested = Signal()
    shipped_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._shown: tuple[Problem, ...] | None = None
        words = session.words
        self.title = QLabel(self)
        self.title.setObjectName("page_title")
        self.explanation = QLabel(self)
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.table = FactTable(session, self, fills=True, widest=2, wrapped=True)
        self.table.setObjectName("problems")
        self.table.setAccessibleName(words.text("Problems of the dataset"))
        self.back_button = QPushButton(words.text("Back to the page"), self)
        self.open_button = QPushButton(words.text("Open another dataset …"), self)
        self.again_button = QPushButton(words.text("Read again (F5)"), self)
        self.shipped_button = QPushButton(words.text("Open Shanxi"), self)
        self.copy_button = QPushButton(words.text("Copy all"), self)
        self._lay_out()
        self.back_button.clicked.connect(lambda: session.show_problems(shown=False))
        self.open_button.clicked.connect(self.open_requested)
        self.again_button.clicked.connect(self.again_requested)
        self.shipped_button.clicked.connect(self.shipped_requested)
        self.copy_button.clicked.connect(self._copy)
        session.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.back_button, self.again_button, self.open_button, self.shipped_button, self.copy_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.explanation)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Show the session's problems."""
        session = self._session
        if not session.showing_problems or self._shown is session.problems:
            return
        self._shown = session.problems
        words = session.words
        if session.is_open:
            self.title.setText(words.text("Problems of the dataset"))
            self.explanation.setText(
                words.text("What is named here was left out or may be wrong; everything else can be used.")
            )
        else:
            self.title.setText(words.text("This dataset cannot be read"))
            self.explanation.setText(str(session.path or ""))
        self.back_button.setVisible(session.is_open)
        self.shipped_button.setVisible(not session.is_open)
        headings = (words.text("Where"), words.text("Kind"), words.text("What is wrong"))
        self.table.show_cells(headings, [self._row(problem) for problem in session.problems])
        self.table.setVisible(bool(session.problems))

    def _row(self, problem: Problem) -> tuple[Cell, ...]:
        words = self._session.words
        file = self._within(problem.file)
        where = file if problem.line is None else f"{file}:{problem.line}"
        kind = words.text("error") if problem.severity is Severity.ERROR else words.text("warning")
        sentence = problem.sentence(words)
        return (
            Cell(where, f"{problem.file}:{problem.line or 0:09d}", tip=problem.report_line(words)),
            Cell(kind, problem.severity.value, tip=problem.code),
            Cell(sentence, sentence, tip=sentence),
        )

    def _within(self, file: str) -> str:
        """Return a file's path inside the dataset's folder: what stands before it is the same for all."""
        path = self._session.path
        if path is not None and Path(file).is_relative_to(path) and Path(file) != path:
            return str(Path(file).relative_to(path))
        return file

    def _copy(self) -> None:
        self.table.clearSelection()
        self.table.copy()
