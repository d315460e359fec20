"""The numbers of a chart as CSV: RFC 4180, UTF-8 with a byte order mark so that spreadsheets read the Chinese."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from heartland_gui.charts.spec import Cell, Chart

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with; the wide forms are those of Chinese and Japanese keyboards."""


def csv_text(chart: Chart) -> str:
    """Return the table of a chart as CSV with a heading row of machine names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(chart.table.columns)
    for row in chart.table.rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def csv_bytes(chart: Chart) -> bytes:
    """Return the CSV as it is written to a file."""
    return csv_text(chart).encode("utf-8-sig")


def tsv_text(chart: Chart) -> str:
    """Return the table with its headings in words, tabs between the cells, as spreadsheets paste it."""
    rows = [chart.table.headings, *([_cell(value) for value in row] for row in chart.table.rows)]
    return "\n".join("\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in row) for row in rows)


def markdown_text(chart: Chart) -> str:
    """Return the table in Markdown as GitHub, Obsidian and pandoc read it, numbers at the right."""
    columns = list(zip(*chart.table.rows, strict=True)) or [()] * len(chart.table.columns)
    numeric = [any(isinstance(cell, int | float) for cell in column) for column in columns]
    rows = [
        chart.table.headings,
        ["---:" if is_number else "---" for is_number in numeric],
        *([_cell(value) for value in row] for row in chart.table.rows),
    ]
    return "".join(f"| {' | '.join(map(_in_markdown, row))} |\n" for row in rows)


def _in_markdown(cell: str) -> str:
    """Return a text as a cell: a bar would end it, and lines cannot break in it."""
    return re.sub(r"\s*[\r\n]+\s*", " ", cell).replace("\\", "\\\\").replace("|", "\\|")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    text = str(value)
    if isinstance(value, str) and text.startswith(_FORMULA):
        # A spreadsheet would run such a text as a formula.
        return f"'{text}"
    return text
