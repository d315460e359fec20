"""A chart on the clipboard: as a picture, as a table, as a footnote."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from heartland_gui.charts.spec import Chart
from heartland_gui.export.picture import Picture, chart_image
from heartland_gui.export.table import markdown_text, tsv_text

MARKDOWN: Final = "text/markdown"


def copy_image(picture: Picture) -> None:
    """Copy the picture as pixels."""
    QGuiApplication.clipboard().setImage(chart_image(picture))


def copy_table(chart: Chart) -> None:
    """Copy the table: with tabs for spreadsheets, as Markdown for programs that ask for it."""
    _copy_texts(tsv_text(chart.table), markdown_text(chart.table))


def copy_markdown(chart: Chart) -> None:
    """Copy the table as Markdown for every program."""
    _copy_texts(markdown_text(chart.table), markdown_text(chart.table))


def copy_citation(chart: Chart) -> None:
    """Copy title, sources and edition as one line."""
    QGuiApplication.clipboard().setText(citation_text(chart))


def citation_text(chart: Chart) -> str:
    """Return title, sources and edition as one line for a footnote."""
    words = chart.words
    sources = words.clauses([source.text for source in chart.sources])
    parts = [part for part in (chart.full_title, sources, chart.edition) if part]
    return words.sentences([words.text("{sentence}.", sentence=part) for part in parts])


def _copy_texts(plain: str, markdown: str) -> None:
    data = QMimeData()
    data.setText(plain)
    data.setData(MARKDOWN, QByteArray(markdown.encode()))
    QGuiApplication.clipboard().setMimeData(data)
