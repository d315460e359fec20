"""What `heartland export` does: read, draw, write, and say in plain sentences what went wrong."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import chain
from pathlib import Path
from typing import TextIO

from PySide6.QtGui import QGuiApplication

from heartland_gui.charts.furniture import NoChartError
from heartland_gui.cli import PNG, ExportOptions
from heartland_gui.export.batch import (
    Gallery,
    Manner,
    RequestError,
    asked_languages,
    asked_question,
    export_all,
    export_chart,
)
from heartland_gui.export.brief import asked_brief, write_brief
from heartland_gui.export.files import not_written
from heartland_gui.export.formats import FORMATS
from heartland_gui.export.picture import PictureOptions
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset, texts_beyond_ascii
from heartland_gui.rendering.fonts import cover, load_fonts
from heartland_gui.rendering.style import THEMES
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.text.languages import words_for_data


def run_export(options: ExportOptions) -> int:
    """Write charts without any display and return the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(sys.argv[:1])
    load_fonts()
    code = export_asked(options, Words())
    app.quit()
    return code


def export_asked(options: ExportOptions, words: Words) -> int:
    """Do what the options ask for and return the exit code: 0 done, 1 not done, 2 something unknown was asked for.

    Needs a QGuiApplication and the bundled fonts.
    """
    path = options.dataset or resource("datasets", "shanxi")
    reading = read_dataset(path)
    for problem in reading.problems:
        sys.stderr.write(problem.report_line(words) + "\n")
    if reading.dataset is None:
        sys.stderr.write(words.text("heartland export: the dataset could not be read.") + "\n")
        return 1
    try:
        _export(reading.dataset, options, words)
    except RequestError as error:
        sys.stderr.write(f"heartland export: {error}\n")
        return 2
    except (NoChartError, OSError) as error:
        sys.stderr.write(f"heartland export: {_reason(error, options.output, words)}\n")
        return 1
    return 0


def _export(dataset: Dataset, options: ExportOptions, words: Words) -> None:
    pictures = PictureOptions(options.width, options.height, options.scale, THEMES[options.theme])
    manner = Manner(pictures, proof=options.data)
    if options.all_charts:
        languages = asked_languages(dataset, options.languages, words)
        _see_characters(dataset)
        bar = ProgressBar(sys.stderr)
        count = export_all(Gallery(dataset, options.output, manner, options.formats, languages), bar.show)
        bar.clear()
        sys.stdout.write(
            words.plural("{n} chart in {folder}", "{n} charts in {folder}", count, folder=str(options.output)) + "\n"
        )
        return
    spoken = words
    if options.language is not None:
        spoken = words_for_data(asked_languages(dataset, (options.language,), words)[0])
    if options.brief:
        brief = asked_brief(dataset, options.subject or "", words, spoken)
        _see_characters(dataset)
        write_brief(brief, options.output, data=options.data)
        return
    question = asked_question(dataset, options.subject or "", options.chart, options.indicator, words)
    form = options.format or PNG
    if FORMATS[form].is_picture:
        _see_characters(dataset)
    export_chart(dataset, question, form, manner, options.output, spoken)


def _see_characters(dataset: Dataset) -> None:
    """See that every character of the dataset can be drawn."""
    cover(chain.from_iterable(chain.from_iterable(texts_beyond_ascii(dataset))))


def _reason(error: Exception, output: Path, words: Words) -> str:
    if isinstance(error, OSError) and error.strerror:
        return not_written(Path(error.filename or output), error, words)
    return str(error)


class ProgressBar:
    """A bar in the last line of a terminal; silent where the stream is none."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()

    def show(self, done: int, whole: int, name: str) -> None:
        """Draw the bar at `done` of `whole`, with what comes next."""
        if not self._shown:
            return
        width = 28
        filled = width * done // max(1, whole)
        line = f"[{'#' * filled}{'.' * (width - filled)}] {done}/{whole} {name}"
        columns = shutil.get_terminal_size().columns
        self._stream.write("\r\x1b[K" + line[: columns - 1])
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
