"""A tour through the window: every step is done as a person would do it and kept as a picture.

It makes the pictures of the README, tests every packaged form of the program, and shows the program on a machine
without a screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QMessageLogContext, QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from heartland_gui.app import application, build_program
from heartland_gui.charts.choice import best_of_each_kind
from heartland_gui.cli import TourOptions, WindowOptions
from heartland_gui.export.batch import Manner, export_chart, file_stem
from heartland_gui.export.files import write_whole
from heartland_gui.export.formats import FORMATS
from heartland_gui.export.picture import png_file
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import Company, Ref, SubjectKind, ref_of
from heartland_gui.model.queries import cities_of, observations_of
from heartland_gui.model.selection import View
from heartland_gui.start import has_display
from heartland_gui.text.languages import words_in
from heartland_gui.ui.views.map import map_selection
from heartland_gui.ui.window.main_window import MainWindow

_COMPANIES: Final = 3
_COMPARED: Final = 3
_SIZE: Final = (1440, 900)
_LONGEST_STEP: Final = 20_000
"""Milliseconds after which a page that does not finish ends the tour."""


class TourError(RuntimeError):
    """The tour could not go on; the text is a sentence for people."""


def run_tour(options: TourOptions) -> int:
    """Go through the window, on the display or without one, and return the exit code."""
    words = words_in(options.language)
    if not has_display(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_without_size_hints)
    application()
    # Settings of the person who runs the tour are neither read nor changed.
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "tour.ini"), QSettings.Format.IniFormat)
        program = build_program(WindowOptions(language=options.language, theme=options.theme), settings)
        window = program.window
        window.resize(*_SIZE)
        window.show()
        program.complete()
        try:
            count = guided_tour(window, options.folder, lambda path: print(path, flush=True))  # noqa: T201 - its output
        except (TourError, OSError) as error:
            sys.stderr.write(f"heartland tour: {error}\n")
            return 1
        window.close()
    sys.stderr.write(
        words.plural("{n} picture in {folder}", "{n} pictures in {folder}", count, folder=str(options.folder)) + "\n"
    )
    return 0


def _without_size_hints(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:  # noqa: ARG001 - Qt's form
    """Pass on what Qt says, but for the remark that windows without a screen have no least size."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the tour and the name of its picture."""

    name: str
    page: Ref
    view: View = View.SUBJECT


def stops(dataset: Dataset) -> Iterator[Stop]:
    """Yield the region and its map, every pillar, a few companies with many figures, one of each other kind of page."""
    yield Stop("region", dataset.region_ref)
    yield Stop("map", dataset.region_ref, View.MAP)
    for pillar in dataset.pillars:
        yield Stop(f"pillar-{pillar.id}", ref_of(pillar))
    for company in best_covered_companies(dataset):
        yield Stop(f"company-{company.id}", ref_of(company))
    cities = [place for place in dataset.places if place.id != dataset.manifest.region]
    for kind, group in (("zone", dataset.zones), ("city", cities), ("technology", dataset.technologies)):
        if group:
            yield Stop(f"{kind}-{group[0].id}", ref_of(group[0]))
    compared = cities_of(dataset)[:_COMPARED] or best_covered_companies(dataset)
    yield Stop("comparison", comparison_of(each.id for each in compared))
    if dataset.sources:
        used = next((item.source for item in dataset.observations()), dataset.sources[0].id)
        yield Stop(f"source-{used}", ref_of(dataset.source_by_id[used]))


def best_covered_companies(dataset: Dataset) -> tuple[Company, ...]:
    """Return the companies on which sources differ most, then those with the most statuses, then the most figures."""

    def weight(company: Company) -> tuple[int, int, int]:
        figures = observations_of(dataset, company.id)
        return len(disagreements_in(dataset, company.id)), len({item.status for item in figures}), len(figures)

    return tuple(sorted(dataset.companies, key=weight, reverse=True)[:_COMPANIES])


def guided_tour(window: MainWindow, folder: Path, report: Callable[[str], None]) -> int:
    """Go through the stops, keep a picture of each and the files of their charts; return how many files were written.

    The window must be shown and have its charts. Raises TourError and OSError.
    """
    dataset, words = window.session.dataset, window.session.words
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number, stop in enumerate(stops(dataset), 1):
        go_to(window, stop)
        path = folder / f"{number:02d}-{stop.name}.png"
        write_whole(path, picture_of(window))
        report(str(path))
        written += 1
        if stop.page.kind is not SubjectKind.COMPANY:
            continue
        for question in best_of_each_kind(dataset, stop.page):
            for format_id in FORMATS:
                path = folder / "charts" / f"{stop.page.id}-{file_stem(question)}.{format_id}"
                path.parent.mkdir(exist_ok=True)
                export_chart(dataset, question, format_id, Manner(), path, words)
                report(str(path))
                written += 1
    return written


def go_to(window: MainWindow, stop: Stop) -> None:
    """Show a page and return when all of it is there. Raises TourError where it is not finished in good time."""
    page = stop.page
    if stop.view is View.MAP:
        window.session.visit(map_selection(window.session))
    elif page.kind in (SubjectKind.COMPANY, SubjectKind.SOURCE, SubjectKind.COMPARISON):
        window.session.go_to(page)
    else:
        window.session.choose_listing(page)
    if not window.page.is_complete:
        waiting = QEventLoop()
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(lambda: waiting.exit(1))
        window.page.completed.connect(waiting.quit)
        limit.start(_LONGEST_STEP)
        if waiting.exec():
            raise TourError(window.session.words.text("The page of “{id}” did not finish.", id=page.id))
    # What was laid out last is painted before the picture is taken.
    QApplication.processEvents()
    QApplication.processEvents()


def picture_of(window: MainWindow) -> bytes:
    """Return the window as it looks, as PNG."""
    return png_file(window.grab().toImage())
