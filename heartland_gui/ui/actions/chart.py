"""Actions of the chart that is seen, and of the page as figures and on paper: shown, copied, exported, printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from heartland_gui.charts.comparing.table import comparison_table
from heartland_gui.charts.spec import Chart, Table
from heartland_gui.charts.tables import figures_table
from heartland_gui.export.brief import Brief, brief_of, has_brief, write_brief
from heartland_gui.export.files import not_written, write_whole
from heartland_gui.export.picture import Picture, PictureOptions
from heartland_gui.export.table import csv_bytes
from heartland_gui.model.entities import Comparison, Entity, Indicator, Ref, Source
from heartland_gui.model.queries import figures_of_indicator, observations_of, uses_of_source
from heartland_gui.model.selection import View
from heartland_gui.text import message
from heartland_gui.ui.actions.action import Section, Tool, action, actions_of, without_key
from heartland_gui.ui.actions.parts import Actions, WindowParts
from heartland_gui.ui.chart.column import ChartColumn
from heartland_gui.ui.export.choices import ExportSettings
from heartland_gui.ui.export.clipboard import copy_image
from heartland_gui.ui.export.dialog import ExportDialog, LastExport
from heartland_gui.ui.export.print_preview import PrintPreview
from heartland_gui.ui.export.printing import Sheet, brief_sheet, chart_sheet, new_printer, print_on
from heartland_gui.ui.export.saving import AskFile, asked_file, usual_folder
from heartland_gui.ui.widgets.tables import TableWidget

_COPIED: Final = PictureOptions(scale=1.0)


class ChartActions(Actions):
    """The chart that is seen is that of the page, the one with the keyboard where there are several, or the map."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts)
        self._page, self._settings = parts.page, parts.user.settings
        self._export_settings = ExportSettings()
        self._map: ChartColumn | None = None
        self.ask_file: AskFile = asked_file

    def use_map(self, charts: ChartColumn) -> None:
        """Take the chart of the page of the map, which is made when it is first wanted."""
        self._map = charts

    @property
    def is_there(self) -> bool:
        """Whether the page has a chart, and is what is seen."""
        return (self.session.shows_subject or self._has_map) and self._charts.chart() is not None

    @property
    def has_table(self) -> bool:
        """Whether the page has figures, and is what is seen."""
        return self.session.shows_subject and self._page.table.cells.total > 0

    @property
    def _charts(self) -> ChartColumn:
        """The charts that are seen: those of the page, or the map's."""
        return self._map if self._has_map and self._map is not None else self._page.charts

    @property
    def _has_map(self) -> bool:
        session = self.session
        return session.is_open and session.selection.view is View.MAP

    @property
    def has_logarithm(self) -> bool:
        """Whether the chart that is seen may be logarithmic."""
        return self.shown is not None and bool(self.shown.can_be_logarithmic)

    @property
    def folder(self) -> Path:
        """Where exports go: to where the last one went, at first to where this person keeps pictures."""
        return self._settings.folder or usual_folder()

    @property
    def shown(self) -> Chart | None:
        """The chart that is seen, None where there is none."""
        return self._charts.chart() if self.is_there else None

    def save_folder_of(self, file: Path) -> None:
        """Remember where an export went."""
        if file.parent != self.folder:
            self._settings.save_folder(file.parent)

    @action(
        message("&Export chart …"),
        Section.EXPORT,
        message("Save the chart of this page as a file"),
        shortcuts=("Ctrl+E",),
        tool=Tool.EXPORT,
        tool_name=lambda chart: chart.session.words.text("Export"),
        icon="export",
        enabled=lambda chart: chart.is_there,
    )
    def export(self) -> None:
        """Open the export dialog for the chart of the page."""
        self.export_this(self._charts.chart())

    def export_this(self, chart: object) -> None:
        """Open the export dialog for a chart."""
        if isinstance(chart, Chart):
            last = LastExport(self.folder, self._export_settings)
            cards = [card for card in self._charts.cards if card.chart is chart]
            dialog = ExportDialog(self.session.dataset, chart, last, self.window)
            if any(card.drawing.is_zoomed for card in cards):
                dialog.say(
                    self.session.words.text("The picture shows the whole time range, not only the part on the screen.")
                )
            dialog.exec()
            self._export_settings = dialog.last.settings
            if dialog.saved is not None:
                self.save_folder_of(dialog.saved)
            dialog.deleteLater()

    @action(
        message("Copy &chart"),
        Section.COPY,
        message("Copy the chart of this page as a picture"),
        shortcuts=("Ctrl+Shift+C",),
        enabled=lambda chart: chart.is_there,
    )
    def copy_chart(self) -> None:
        """Copy the chart of the page as a picture."""
        card = self._charts.active
        self.copy_this(card.table if card is not None and card.as_table else self._charts.chart())

    def copy_this(self, shown: object) -> None:
        """Put a chart on the clipboard as a picture, or what is shown instead as a table."""
        if isinstance(shown, TableWidget):
            self._copy_whole(shown)
        elif isinstance(shown, Chart):
            copy_image(Picture(shown, _COPIED))
            self.say_briefly(self.session.words.text("Picture copied."))

    @action(
        message("Copy &table"),
        Section.COPY,
        message("Copy the figures of this page as a table"),
        shortcuts=("Ctrl+Shift+T",),
        enabled=lambda chart: chart.has_table,
    )
    def copy_table(self) -> None:
        """Copy the page's table of figures, all of it."""
        self._copy_whole(self._page.table)

    @action(
        message("Export ta&ble …"),
        Section.EXPORT,
        message("Save the figures of this page as a CSV file"),
        enabled=lambda chart: chart.has_table,
    )
    def export_table(self) -> None:
        """Ask for a file and write the page's figures to it as CSV."""
        session, words = self.session, self.session.words
        page = session.selection.page
        entity = session.dataset.entity(page)
        name = "comparison" if isinstance(entity, Comparison) else page.id
        proposed = self.folder / f"{name}-figures.csv"
        title, kind = words.text("Export table"), words.text("CSV table")
        self.save(title, proposed, kind, lambda path: write_whole(path, csv_bytes(self._figures(entity, page))))

    def save_companies(self, table: object) -> None:
        """Ask for a file and write the companies of the page to it as CSV."""
        words, page = self.session.words, self.session.selection.page
        if isinstance(table, Table):
            proposed = self.folder / f"{page.id}-companies.csv"
            title, kind = words.text("Save companies"), words.text("CSV table")
            self.save(title, proposed, kind, lambda path: write_whole(path, csv_bytes(table)))

    def save(self, title: str, proposed: Path, kind: str, write: Callable[[Path], None]) -> None:
        """Ask for a file, have it written and remember its folder; say that it was saved, or why it was not."""
        words = self.session.words
        path = self.ask_file(self.window, words, title, proposed, kind)
        if path is None:
            return
        try:
            write(path)
        except OSError as fault:
            self.complain(not_written(path, fault, words))
        else:
            self.save_folder_of(path)
            self.say_briefly(words.text("Saved as “{file}”.", file=str(path)))

    def _figures(self, entity: Entity, page: Ref) -> Table:
        dataset, words = self.session.dataset, self.session.words
        if isinstance(entity, Comparison):
            return comparison_table(dataset, entity, words)
        if isinstance(entity, Source):
            return figures_table(dataset, uses_of_source(dataset, page.id).observations, words)
        if isinstance(entity, Indicator):
            return figures_table(dataset, figures_of_indicator(dataset, entity.id), words)
        return figures_table(dataset, observations_of(dataset, page.id), words)

    def _copy_whole(self, table: TableWidget) -> None:
        table.clearSelection()
        table.copy()
        self.say_briefly(self.session.words.text("Table copied."))

    @action(
        message("&Whole chart"),
        Section.SCREEN,
        message("Show the whole chart again after zooming"),
        shortcuts=("Home",),
        enabled=lambda chart: chart.is_there,
        of_chart=True,
    )
    def reset_chart(self) -> None:
        """Show all of the chart again."""
        card = self._charts.active
        if card is not None:
            card.drawing.reset_view()

    @action(
        message("&Logarithmic or linear"),
        Section.CHART,
        message("Switch the chart between a linear and a logarithmic scale"),
        shortcuts=("L",),
        enabled=lambda chart: chart.has_logarithm,
    )
    def scale(self) -> None:
        """Switch between a linear and a logarithmic scale."""
        self._charts.switch_scale()

    @action(
        message("Chart as &table"),
        Section.CHART,
        message("Show the numbers of the chart as a table"),
        shortcuts=("T",),
        enabled=lambda chart: chart.is_there,
    )
    def table(self) -> None:
        """Show the chart as a table or as a drawing."""
        card = self._charts.active
        if card is not None:
            card.show_as_table(shown=not card.as_table)


class PaperActions(Actions):
    """What can be printed is the chart that is seen, and the brief of the page."""

    def __init__(self, parts: WindowParts, charts: ChartActions) -> None:
        super().__init__(parts)
        self._charts = charts
        self.printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames
        self.ask_printer: Callable[[QWidget, QPrinter], bool] = _asked_printer

    @property
    def has_chart(self) -> bool:
        """Whether a chart is seen."""
        return self._charts.is_there

    @property
    def has_brief(self) -> bool:
        """Whether what is seen is the page of a subject of which there is a brief."""
        return self.session.shows_subject and has_brief(self.session.selection.page)

    @property
    def _brief(self) -> Brief:
        session = self.session
        return brief_of(session.dataset, session.selection.page, session.words)

    @action(
        message("Brief as P&DF …"),
        Section.EXPORT,
        message("Save a brief about this page: one page of A4 with figures, chart, events and sources"),
        enabled=lambda paper: paper.has_brief,
    )
    def brief(self) -> None:
        """Ask for a file and write the brief to it."""
        words = self.session.words
        proposed = self._charts.folder / f"{self.session.selection.page.id}-brief.pdf"
        kind = words.text("PDF page")
        self._charts.save(words.text("Save brief"), proposed, kind, lambda path: write_brief(self._brief, path))

    @action(
        message("Pr&int chart …"),
        Section.PRINT,
        message("Print the chart of this page, filling the paper"),
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
        message("Print the brief about this page"),
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
            complain(words.text("“{name}” could not be printed: the printer refused it.", name=sheet.title))
            return False
        self.say_briefly(words.text("“{name}” was sent to the printer.", name=sheet.title))
        return True

    def _no_printer(self) -> str:
        words = self.session.words
        declared = (*actions_of(ChartActions), *actions_of(PaperActions))
        names = {each.id: without_key(words.say(each.text)) for each in declared}
        return words.text(
            "No printer is set up on this computer. Save a PDF instead: “{chart}” or “{brief}” in the File menu.",
            chart=names["export"],
            brief=names["brief"],
        )


def _asked_printer(parent: QWidget, printer: QPrinter) -> bool:
    return bool(QPrintDialog(printer, parent).exec())
