"""The numbers of a chart or a page as CSV: RFC 4180, UTF-8 with a byte order mark, for spreadsheets to read Chinese."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from heartland_gui.charts.spec import CellValue, Table

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with; the wide forms are those of Chinese and Japanese keyboards."""


def csv_text(table: Table) -> str:
    """Return a table as CSV with a heading row of machine names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def csv_bytes(table: Table) -> bytes:
    """Return the CSV as it is written to a file."""
    return csv_text(table).encode("utf-8-sig")


def tsv_text(table: Table) -> str:
    """Return the table with its headings in words, tabs between the cells, as spreadsheets paste it."""
    rows = [table.headings, *([_cell(value) for value in row] for row in table.rows)]
    return "\n".join("\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in row) for row in rows)


def markdown_text(table: Table) -> str:
    """Return the table in Markdown as GitHub, Obsidian and pandoc read it, numbers at the right."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    numeric = [any(isinstance(cell, int | float) for cell in column) for column in columns]
    rows = [
        table.headings,
        ["---:" if is_number else "---" for is_number in numeric],
        *([_cell(value) for value in row] for row in table.rows),
    ]
    return "".join(f"| {' | '.join(map(_in_markdown, row))} |\n" for row in rows)


def _in_markdown(cell: str) -> str:
    """Return a text as a cell: a bar would end it, and lines cannot break in it."""
    return re.sub(r"\s*[\r\n]+\s*", " ", cell).replace("\\", "\\\\").replace("|", "\\|")


def _cell(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    text = str(value)
    if isinstance(value, str) and text.startswith(_FORMULA):
        # A spreadsheet would run such a text as a formula.
        return f"'{text}"
    return text
