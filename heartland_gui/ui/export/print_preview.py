"""The paper as it will be: Qt's own preview would speak another language than the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heartland_gui.text import Words
from heartland_gui.ui.export.printing import Sheet, new_printer, print_on
from heartland_gui.ui.widgets.theme import SELECTABLE
from heartland_gui.ui.widgets.window_size import resize_within_screen

Complain = Callable[[str], None]
Print = Callable[[Sheet, QPrinter, Complain], bool]
"""Asks for a printer and prints; says through the third what hinders it, and returns whether it was done."""


class PrintPreview(QDialog):
    """Shows one of several sheets on paper that stands or lies, and prints it."""

    def __init__(self, sheets: Mapping[str, Sheet], words: Words, send: Print, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets, self._send = sheets, send
        self.setObjectName("print_preview")
        self.setWindowTitle(words.text("Print preview"))
        self.printer = new_printer(next(iter(sheets.values())))
        self.view = QPrintPreviewWidget(self.printer, self)
        self.view.setObjectName("preview_paper")
        self.view.setAccessibleName(words.text("The page as it will be printed"))
        self.view.paintRequested.connect(self._paint)
        self.what = QComboBox(self)
        self.what.setObjectName("preview_what")
        self.what.setAccessibleName(words.text("What is printed"))
        self.what.addItems(list(sheets))
        self.what.setEnabled(len(sheets) > 1)
        self.upright = self._button(words.text("Portrait"), "preview_upright")
        self.horizontal = self._button(words.text("Landscape"), "preview_lying")
        self._turns = QButtonGroup(self)
        for button in (self.upright, self.horizontal):
            button.setCheckable(True)
            self._turns.addButton(button)
        self.print_button = self._button(words.text("Print …"), "preview_print")
        self.print_button.setProperty("primary", "true")
        close = self._button(words.text("Close"), "preview_close")
        self.report = QLabel(self)
        self.report.setObjectName("preview_report")
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setTextInteractionFlags(SELECTABLE)
        self.report.setWordWrap(True)
        self.report.hide()
        self._arrange(close)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what.currentIndexChanged.connect(self._show_sheet)
        self.upright.clicked.connect(lambda: self._turn(lies=False))
        self.horizontal.clicked.connect(lambda: self._turn(lies=True))
        self.print_button.clicked.connect(self._print)
        close.clicked.connect(self.reject)
        self._show_sheet()

    def _arrange(self, close: QPushButton) -> None:
        top = QHBoxLayout()
        for each in (self.what, self.upright, self.horizontal):
            top.addWidget(each)
        top.addStretch()
        top.addWidget(close)
        top.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.report)
        resize_within_screen(self, 860, 760)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheets[self.what.currentText()]

    def _show_sheet(self) -> None:
        self.printer.setDocName(self.sheet.title)
        self._turn(lies=self.sheet.lies)

    def _turn(self, *, lies: bool) -> None:
        (self.horizontal if lies else self.upright).setChecked(True)
        self.printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)
        self.view.fitInView()
        self.view.updatePreview()

    def _paint(self, printer: QPrinter) -> None:
        print_on(printer, self.sheet)

    def _print(self) -> None:
        """Print and close; where nothing was printed the preview stays, and says what hindered it."""
        self.report.hide()
        if self._send(self.sheet, self.printer, self._say):
            self.accept()

    def _say(self, sentence: str) -> None:
        self.report.setText(sentence)
        self.report.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.report, sentence))
