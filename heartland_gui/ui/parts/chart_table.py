"""A chart's numbers as a table for people: the columns that say something, in words; ids stay in the exports."""

from __future__ import annotations

from typing import Final

from heartland_gui.charts.spec import Cell as ChartCell
from heartland_gui.charts.spec import Chart
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facts import Status
from heartland_gui.model.period import PeriodError, parse_period
from heartland_gui.model.wording import status_text
from heartland_gui.text import Words
from heartland_gui.ui.table_model import Cell

_READ: Final = (
    "SUBJECT_NAME",
    "INDICATOR_NAME",
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT",
    "VALUE_TYPE",
    "QUALIFIER",
    "SCOPE",
    "TEXT",
    "NOTE",
    "SOURCE_PUBLISHER",
)
_IN_TITLE: Final = ("SUBJECT_NAME", "INDICATOR_NAME")
"""What stands above the table where it is the same in every row."""
_PERIOD: Final = "TIME_PERIOD"
_STATUS: Final = "VALUE_TYPE"
_PUBLISHER: Final = "SOURCE_PUBLISHER"
_SOURCE: Final = "SOURCE"


def readable_table(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return the headings and the rows; columns that are empty in every row are left out."""
    table = chart.table
    wanted = [
        number
        for number, name in enumerate(table.columns)
        if name in _READ and any(row[number] not in (None, "") for row in table.rows)
        if not (name in _IN_TITLE and len(table.rows) > 1 and len({row[number] for row in table.rows}) == 1)
    ]
    source = table.columns.index(_SOURCE) if _SOURCE in table.columns else None
    rows = tuple(
        tuple(_cell(table.columns[number], row[number], _cited(row, source), chart.words) for number in wanted)
        for row in table.rows
    )
    return tuple(table.headings[number] for number in wanted), rows


def _cited(row: tuple[ChartCell, ...], column: int | None) -> Ref | None:
    return Ref(SubjectKind.SOURCE, str(row[column])) if column is not None and row[column] else None


def _cell(name: str, value: ChartCell, source: Ref | None, words: Words) -> Cell:
    if isinstance(value, int | float):
        return Cell(words.number(value), value, number=True)
    text = value or ""
    if name == _STATUS and text in tuple(Status):
        status = Status(text)
        return Cell(status_text(status, words), tuple(Status).index(status), status=status)
    if name == _PERIOD:
        return _period_cell(text, words)
    return Cell(text, text, ref=source if name == _PUBLISHER else None)


def _period_cell(label: str, words: Words) -> Cell:
    try:
        period = parse_period(label)
    except PeriodError:
        return Cell(label, label)
    return Cell(words.period(label), period.last.toordinal())
