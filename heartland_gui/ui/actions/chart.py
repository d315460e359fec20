"""What the actions do with the chart of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from heartland_gui.charts.comparing.table import comparison_table
from heartland_gui.charts.spec import Chart, Table
from heartland_gui.charts.tables import figures_table
from heartland_gui.export.files import write_whole
from heartland_gui.export.picture import Picture, PictureOptions
from heartland_gui.export.table import csv_bytes
from heartland_gui.model.entities import Comparison, Entity, Ref, Source
from heartland_gui.model.queries import observations_of, uses_of_source
from heartland_gui.model.selection import View
from heartland_gui.ui.chart.column import ChartColumn
from heartland_gui.ui.export.choices import ExportSettings
from heartland_gui.ui.export.clipboard import copy_image
from heartland_gui.ui.export.dialog import ExportDialog, Kept
from heartland_gui.ui.export.saving import AskFile, asked_file, not_written
from heartland_gui.ui.page.page import PagePane
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Remembered
from heartland_gui.ui.widgets.tables import FactTable

_COPIED: Final = PictureOptions(scale=1.0)


class ChartCommands:
    """The deeds of the actions table that are about the chart of the page."""

    def __init__(
        self,
        session: Session,
        page: PagePane,
        say_briefly: Callable[[str], None],
        complain: Callable[[str], None],
        remembered: Remembered,
    ) -> None:
        self._session, self._page, self._remembered = session, page, remembered
        self._say_briefly, self._complain = say_briefly, complain
        self._settings = ExportSettings()
        self._map: ChartColumn | None = None
        self.ask_file: AskFile = asked_file

    def use_map(self, charts: ChartColumn) -> None:
        """Take the chart of the page of the map, which is made when it is first wanted."""
        self._map = charts

    @property
    def is_there(self) -> bool:
        """Whether the page has a chart, and is what is seen."""
        return self._charts.chart() is not None and (self._is_seen or self._has_map)

    @property
    def has_table(self) -> bool:
        """Whether the page has figures, and is what is seen."""
        return self._is_seen and self._page.table.cells.total > 0

    @property
    def _charts(self) -> ChartColumn:
        """The charts that are seen: those of the page, or the map's."""
        return self._map if self._has_map and self._map is not None else self._page.charts

    @property
    def _has_map(self) -> bool:
        session = self._session
        return session.is_open and session.selection.view is View.MAP

    @property
    def _is_seen(self) -> bool:
        session = self._session
        return session.is_open and session.selection.view is View.SUBJECT

    @property
    def has_logarithm(self) -> bool:
        """Whether the chart of the page may be logarithmic."""
        chart = self._charts.chart()
        return chart is not None and chart.can_be_logarithmic

    @property
    def folder(self) -> Path:
        """Where exports go: to where the last one went, at first to where this person keeps pictures."""
        return self._remembered.folder or usual_folder()

    @property
    def shown(self) -> Chart | None:
        """The chart that is seen, None where there is none."""
        return self._charts.chart() if self.is_there else None

    def keep_folder_of(self, file: Path) -> None:
        """Remember where an export went."""
        if file.parent != self.folder:
            self._remembered.keep_folder(file.parent)

    def export(self) -> None:
        """Open the export dialog for the chart of the page."""
        self.export_this(self._charts.chart())

    def export_this(self, chart: object) -> None:
        """Open the export dialog for a chart."""
        if isinstance(chart, Chart):
            kept = Kept(self.folder, self._settings)
            cards = [card for card in self._charts.cards if card.chart is chart]
            dialog = ExportDialog(self._session.dataset, chart, kept, self._page.window())
            if any(card.drawing.is_zoomed for card in cards):
                dialog.say(self._session.words.text("The picture has all of the time, not only the part that is seen."))
            dialog.exec()
            self._settings = dialog.kept.settings
            if dialog.saved is not None:
                self.keep_folder_of(dialog.saved)
            dialog.deleteLater()

    def copy(self) -> None:
        """Copy the chart of the page as a picture."""
        card = self._charts.active
        self.copy_this(card.table if card is not None and card.as_table else self._charts.chart())

    def copy_this(self, shown: object) -> None:
        """Put a chart on the clipboard as a picture, or what is shown instead as a table."""
        if isinstance(shown, FactTable):
            self._copy_whole(shown)
        elif isinstance(shown, Chart):
            copy_image(Picture(shown, _COPIED))
            self._say_briefly(self._session.words.text("The picture is on the clipboard."))

    def copy_table(self) -> None:
        """Copy the page's table of figures, all of it."""
        self._copy_whole(self._page.table)

    def export_table(self) -> None:
        """Ask for a file and write the page's figures to it as CSV."""
        session, words = self._session, self._session.words
        page = session.selection.page
        entity = session.dataset.entity(page)
        name = "comparison" if isinstance(entity, Comparison) else page.id
        proposed = self.folder / f"{name}-figures.csv"
        title, kind = words.text("Export table"), words.text("CSV table")
        path = self.ask_file(self._page.window(), words, title, proposed, kind)
        if path is None:
            return
        try:
            write_whole(path, csv_bytes(self._figures(entity, page)))
        except OSError as fault:
            self._complain(not_written(path, fault, words))
        else:
            self.keep_folder_of(path)
            self._say_briefly(words.text("Saved as “{file}”.", file=str(path)))

    def _figures(self, entity: Entity, page: Ref) -> Table:
        dataset, words = self._session.dataset, self._session.words
        if isinstance(entity, Comparison):
            return comparison_table(dataset, entity, words)
        if isinstance(entity, Source):
            return figures_table(dataset, uses_of_source(dataset, page.id).observations, words)
        return figures_table(dataset, observations_of(dataset, page.id), words)

    def _copy_whole(self, table: FactTable) -> None:
        table.clearSelection()
        table.copy()
        self._say_briefly(self._session.words.text("The table is on the clipboard."))

    def reset(self) -> None:
        """Show all of the chart again."""
        card = self._charts.active
        if card is not None:
            card.drawing.reset_view()

    def switch_scale(self) -> None:
        """Switch between a linear and a logarithmic scale."""
        self._charts.switch_scale()

    def switch_table(self) -> None:
        """Show the chart as a table or as a drawing."""
        card = self._charts.active
        if card is not None:
            card.show_as_table(shown=not card.as_table)


def usual_folder() -> Path:
    """Return the folder in which this person keeps pictures, or everything."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures) if Path(pictures).is_dir() else Path.home()
