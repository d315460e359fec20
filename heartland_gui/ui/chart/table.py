"""A chart's numbers as a table for people: the columns that say something, in words; ids stay in the exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from heartland_gui.charts.spec import CellValue, Chart, Line
from heartland_gui.charts.tables import COMPUTED
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Qualifier, Status
from heartland_gui.model.period import PeriodError, parse_period
from heartland_gui.pages.page import Cell
from heartland_gui.text import Words
from heartland_gui.wording import qualified, status_text

_READ: Final = (
    "SUBJECT_NAME",
    "INDICATOR_NAME",
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT",
    "VALUE_TYPE",
    "COMPUTED_SHARE",
    "SCOPE",
    "TEXT",
    "NOTE",
    "FIGURES",
    "FORMULA",
    "SOURCE_PUBLISHER",
    "NEWEST_SOURCE_PUBLISHER",
    "NEWEST_SOURCE_DATE",
)
_IN_TITLE: Final = ("SUBJECT_NAME", "INDICATOR_NAME")
"""What stands above the table where it is the same in every row."""
_PERIODS: Final = ("TIME_PERIOD", "NEWEST_SOURCE_DATE")
_VALUE: Final = "OBS_VALUE"
_QUALIFIER: Final = "QUALIFIER"
_STATUS: Final = "VALUE_TYPE"
_SUBJECT: Final = "SUBJECT"
_SUBJECT_NAME: Final = "SUBJECT_NAME"
_CITED: Final = {"SOURCE_PUBLISHER": "SOURCE", "NEWEST_SOURCE_PUBLISHER": "NEWEST_SOURCE"}
"""The columns that name a source, each with the one that has its id."""


def readable_table(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return the headings and the rows; columns that are empty in every row are left out."""
    table = chart.table
    wanted = [
        number
        for number, name in enumerate(table.columns)
        if name in _READ and any(row[number] not in (None, "") for row in table.rows)
        if not (name in _IN_TITLE and len(table.rows) > 1 and len({row[number] for row in table.rows}) == 1)
    ]
    pages = _pages(chart)
    rows = tuple(
        tuple(_cell(table.columns[number], row[number], named, pages, chart.words) for number in wanted)
        for row in table.rows
        for named in [dict(zip(table.columns, row, strict=True))]
    )
    return tuple(table.headings[number] for number in wanted), rows


def _pages(chart: Chart) -> Mapping[str, Ref]:
    """Return the pages of the subjects to which marks lead; a mark that has a source leads to that instead."""
    marks = [mark for panel in chart.panels for mark in panel.marks if not isinstance(mark, Line)]
    found = [mark.details.subject for mark in marks if mark.details.source is None]
    return {page.id: page for page in found if page is not None}


def _cell(name: str, value: CellValue, row: Mapping[str, CellValue], pages: Mapping[str, Ref], words: Words) -> Cell:
    if isinstance(value, int | float):
        shown = words.number(value)
        qualifier = row.get(_QUALIFIER)
        if name == _VALUE and qualifier in tuple(Qualifier):
            shown = qualified(shown, Qualifier(qualifier), words)
        hedge = ((words.text("Qualifier"), str(qualifier)),) if name == _VALUE and qualifier else ()
        return Cell(shown, value, number=True, parts=(("", value), *hedge))
    text = value or ""
    if name == _STATUS and text in tuple(Status):
        status = Status(text)
        return Cell(status_text(status, words), tuple(Status).index(status), status=status)
    if name == _STATUS and text == COMPUTED:
        return Cell(words.text("computed"), len(Status))
    if name in _PERIODS:
        return _period_cell(text, words)
    if name == _SUBJECT_NAME:
        return Cell(text, text, ref=pages.get(str(row.get(_SUBJECT))))
    source = row.get(_CITED.get(name, ""))
    return Cell(text, text, ref=Ref(SubjectKind.SOURCE, str(source)) if source else None)


def _period_cell(label: str, words: Words) -> Cell:
    try:
        period = parse_period(label)
    except PeriodError:
        return Cell(label, label)
    return Cell(words.period(label), period.last.toordinal())
