"""Actions on paper: briefs as files, and charts and briefs on printers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from heartland_gui.export.brief import Brief, brief_of, has_brief, write_brief
from heartland_gui.model.selection import View
from heartland_gui.text import message
from heartland_gui.ui.actions.action import Section, action, actions_of, without_key
from heartland_gui.ui.actions.chart import ChartActions
from heartland_gui.ui.actions.parts import Actions, WindowParts
from heartland_gui.ui.export.print_preview import PrintPreview
from heartland_gui.ui.export.printing import Sheet, brief_sheet, chart_sheet, new_printer, print_on
from heartland_gui.ui.export.saving import AskFile, asked_file, not_written


class PaperActions(Actions):
    """What can be printed is the chart that is seen, and the brief of the page."""

    def __init__(self, parts: WindowParts, charts: ChartActions) -> None:
        super().__init__(parts)
        self._charts = charts
        self.printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames
        self.ask_file: AskFile = asked_file
        self.ask_printer: Callable[[QWidget, QPrinter], bool] = _asked_printer

    @property
    def has_chart(self) -> bool:
        """Whether a chart is seen."""
        return self._charts.is_there

    @property
    def has_brief(self) -> bool:
        """Whether what is seen is the page of a subject of which there is a brief."""
        session = self.session
        seen = session.is_open and not session.showing_problems and session.selection.view is View.SUBJECT
        return seen and has_brief(session.selection.page)

    @property
    def _brief(self) -> Brief:
        session = self.session
        return brief_of(session.dataset, session.selection.page, session.words)

    @action(
        message("Brief as P&DF …"),
        Section.EXPORT,
        message("Save one page of A4 about what is shown, with figures, chart, events and sources"),
        enabled=lambda paper: paper.has_brief,
    )
    def brief(self) -> None:
        """Ask for a file and write the brief to it."""
        words = self.session.words
        proposed = self._charts.folder / f"{self.session.selection.page.id}-brief.pdf"
        path = self.ask_file(self.window, words, words.text("Save brief"), proposed, words.text("PDF page"))
        if path is None:
            return
        try:
            write_brief(self._brief, path)
        except OSError as fault:
            self.complain(not_written(path, fault, words))
        else:
            self._charts.keep_folder_of(path)
            self.say_briefly(words.text("Saved as “{file}”.", file=str(path)))

    @action(
        message("Pr&int chart …"),
        Section.PRINT,
        message("Print the chart of this page as large as the paper"),
        shortcuts=("Ctrl+P",),
        enabled=lambda paper: paper.has_chart,
    )
    def print_chart(self) -> None:
        """Ask for a printer and print the chart that is seen."""
        chart = self._charts.shown
        if chart is not None:
            sheet = chart_sheet(chart)
            self._print(sheet, new_printer(sheet), self.complain)

    @action(
        message("Print brie&f …"),
        Section.PRINT,
        message("Print one page about what is shown"),
        shortcuts=("Ctrl+Shift+P",),
        enabled=lambda paper: paper.has_brief,
    )
    def print_brief(self) -> None:
        """Ask for a printer and print the brief of the page."""
        sheet = brief_sheet(self._brief)
        self._print(sheet, new_printer(sheet), self.complain)

    @action(
        message("Print pre&view …"),
        Section.PRINT,
        message("Show the chart or the brief as it will be printed"),
        enabled=lambda paper: paper.has_chart or paper.has_brief,
    )
    def print_preview(self) -> None:
        """Show what can be printed as it will be."""
        words, chart = self.session.words, self._charts.shown
        sheets = {words.text("Chart"): chart_sheet(chart)} if chart is not None else {}
        if self.has_brief:
            sheets[words.text("Brief")] = brief_sheet(self._brief)
        if sheets:
            PrintPreview(sheets, words, self._print, self.parts.page).open()

    def _print(self, sheet: Sheet, printer: QPrinter, complain: Callable[[str], None]) -> bool:
        """Print on the printer that somebody chooses; return whether it was done."""
        words = self.session.words
        if not self.printers():
            complain(self._no_printer())
            return False
        if not self.ask_printer(self.window, printer):
            return False
        if not print_on(printer, sheet):
            complain(words.text("“{name}” could not be printed: the printer did not take it.", name=sheet.title))
            return False
        self.say_briefly(words.text("“{name}” is on its way to the printer.", name=sheet.title))
        return True

    def _no_printer(self) -> str:
        words = self.session.words
        declared = (*actions_of(ChartActions), *actions_of(PaperActions))
        names = {each.id: without_key(words.say(each.text)) for each in declared}
        return words.text(
            "No printer is set up on this computer. Save a PDF instead: “{chart}” or “{brief}” in the menu File.",
            chart=names["export"],
            brief=names["brief"],
        )


def _asked_printer(parent: QWidget, printer: QPrinter) -> bool:
    return bool(QPrintDialog(printer, parent).exec())
