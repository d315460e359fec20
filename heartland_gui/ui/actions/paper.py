"""What the actions do with paper: briefs as files, and charts and briefs on printers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from heartland_gui.export.brief import Brief, brief_of, has_brief, write_brief
from heartland_gui.model.selection import View
from heartland_gui.ui.actions.chart import ChartCommands
from heartland_gui.ui.actions.spec import without_key
from heartland_gui.ui.actions.table import ACTIONS
from heartland_gui.ui.export.print_preview import PrintPreview
from heartland_gui.ui.export.printing import Sheet, brief_sheet, chart_sheet, new_printer, print_on
from heartland_gui.ui.export.saving import AskFile, asked_file, not_written
from heartland_gui.ui.state.session import Session


class PaperCommands:
    """Saves and prints; asks in front of the window that `place` is in."""

    def __init__(
        self,
        session: Session,
        charts: ChartCommands,
        place: QWidget,
        say_briefly: Callable[[str], None],
        complain: Callable[[str], None],
    ) -> None:
        self._session, self._charts, self._place = session, charts, place
        self._say_briefly, self._complain = say_briefly, complain
        self.printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames
        self.ask_file: AskFile = asked_file
        self.ask_printer: Callable[[QWidget, QPrinter], bool] = _asked_printer

    @property
    def has_brief(self) -> bool:
        """Whether what is seen is the page of a subject of which there is a brief."""
        session = self._session
        seen = session.is_open and session.selection.view is View.SUBJECT
        return seen and has_brief(session.selection.page)

    @property
    def _brief(self) -> Brief:
        session = self._session
        return brief_of(session.dataset, session.selection.page, session.words)

    def save_brief(self) -> None:
        """Ask for a file and write the brief to it."""
        words = self._session.words
        proposed = self._charts.folder / f"{self._session.selection.page.id}-brief.pdf"
        path = self.ask_file(self._place.window(), words, words.text("Save brief"), proposed, words.text("PDF page"))
        if path is None:
            return
        try:
            write_brief(self._brief, path)
        except OSError as fault:
            self._complain(not_written(path, fault, words))
        else:
            self._charts.keep_folder_of(path)
            self._say_briefly(words.text("Saved as “{file}”.", file=str(path)))

    def print_chart(self) -> None:
        """Ask for a printer and print the chart that is seen."""
        chart = self._charts.shown
        if chart is not None:
            sheet = chart_sheet(chart)
            self._print(sheet, new_printer(sheet), self._complain)

    def print_brief(self) -> None:
        """Ask for a printer and print the brief of the page."""
        sheet = brief_sheet(self._brief)
        self._print(sheet, new_printer(sheet), self._complain)

    def preview(self) -> None:
        """Show what can be printed as it will be."""
        words, chart = self._session.words, self._charts.shown
        sheets = {words.text("Chart"): chart_sheet(chart)} if chart is not None else {}
        if self.has_brief:
            sheets[words.text("Brief")] = brief_sheet(self._brief)
        if sheets:
            PrintPreview(sheets, words, self._print, self._place).open()

    def _print(self, sheet: Sheet, printer: QPrinter, complain: Callable[[str], None]) -> bool:
        """Print on the printer that somebody chooses; return whether it was done."""
        words = self._session.words
        if not self.printers():
            complain(self._no_printer())
            return False
        if not self.ask_printer(self._place.window(), printer):
            return False
        if not print_on(printer, sheet):
            complain(words.text("“{name}” could not be printed: the printer did not take it.", name=sheet.title))
            return False
        self._say_briefly(words.text("“{name}” is on its way to the printer.", name=sheet.title))
        return True

    def _no_printer(self) -> str:
        words = self._session.words
        names = {spec.id: without_key(words.say(spec.text)) for spec in ACTIONS}
        return words.text(
            "No printer is set up on this computer. Save a PDF instead: “{chart}” or “{brief}” in the menu File.",
            chart=names["export"],
            brief=names["brief"],
        )


def _asked_printer(parent: QWidget, printer: QPrinter) -> bool:
    return bool(QPrintDialog(printer, parent).exec())
