"""The page of a comparison: its members, and the table of what can be set side by side."""

from __future__ import annotations

from heartland_gui.charts import choice
from heartland_gui.charts.comparing.changes import Refusal
from heartland_gui.charts.comparing.comparable import own_slot
from heartland_gui.charts.comparing.table import (
    ComparedFigure,
    ComparedRow,
    Computed,
    ComputedRow,
    compared_rows,
    computation_name,
    computed_text,
    formula,
    inputs_text,
    refusal_text,
    units_text,
)
from heartland_gui.charts.furniture import colour_slot
from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Comparison, Ref, SubjectKind, ref_of
from heartland_gui.model.queries import short_name
from heartland_gui.pages.copying import figure_parts
from heartland_gui.pages.page import Cell, Chip, FigureTable, Header, Paragraph, Row
from heartland_gui.pages.sources import figure_tip
from heartland_gui.text import Words
from heartland_gui.wording import full_value_text, publisher_text, starred, status_text, value_text


def comparison_header(dataset: Dataset, page: Ref, words: Words) -> Header:
    """Return what stands at the top of the page of a comparison."""
    comparison = _comparison(dataset, page)
    count = len(comparison.members)
    chips = []
    for member in comparison.members:
        slot = own_slot(dataset, page, member)
        name = short_name(member, words.language)
        colour = colour_slot(dataset, member) if slot is None else slot
        chips.append(Chip(name, ref_of(member), colour, tip=member.name.text(words.language), removable=True))
    advice = _advice(dataset, page, comparison, words)
    return Header(
        title=words.text("Comparison"),
        other_title=words.text("{n} of {most}", n=count, most=MOST_MEMBERS),
        chips=tuple(chips),
        summary=(Paragraph((advice,)),) if advice else (),
    )


def _comparison(dataset: Dataset, page: Ref) -> Comparison:
    found = dataset.entity(page)
    if not isinstance(found, Comparison):
        raise TypeError(f"{page.id!r} is no comparison")
    return found


def _advice(dataset: Dataset, page: Ref, comparison: Comparison, words: Words) -> str:
    """Return what to do where there is nothing to see yet, or why there is no chart."""
    how = words.text(
        "Add up to {n}: with Ctrl+D on a page, from the menu of a row, or by dragging it here.", n=MOST_MEMBERS
    )
    if len(comparison.members) < 2:
        none = words.text("The comparison is empty.") if not comparison.members else words.text("One more is needed.")
        return words.sentences([none, how])
    if choice.questions(dataset, page):
        return ""
    if any(row.is_common for row in compared_rows(dataset, comparison.members)):
        return words.text("Their figures cannot share a chart; the table says why.")
    return units_text(dataset, comparison, words)


def comparison_table(dataset: Dataset, page: Ref, words: Words) -> FigureTable:
    """Return the table of a comparison: rows of figures, each followed by what is computed from them."""
    comparison = _comparison(dataset, page)
    rows: list[Row] = []
    for row in compared_rows(dataset, comparison.members):
        rows.append(_figure_row(dataset, row, len(rows), words))
        for computed in row.computed:
            rows.append(_computed_row(dataset, row, computed, len(rows), words))
    headings = (words.text("Indicator"), *(short_name(member, words.language) for member in comparison.members))
    return FigureTable(words.text("Figures side by side"), headings, tuple(rows), sortable=False)


def _figure_row(dataset: Dataset, row: ComparedRow, number: int, words: Words) -> Row:
    indicator = row.indicator
    name = indicator.name.text(words.language)
    tip = indicator.description.text(words.language) if indicator.description else name
    unit = dataset.unit_of(indicator.id).name.text(words.language)
    cells = [_figure_cell(dataset, each, number, words) for each in row.figures]
    return Cell(name, number, tip, beneath=unit), *cells


def _figure_cell(dataset: Dataset, compared: ComparedFigure | None, number: int, words: Words) -> Cell:
    if compared is None:
        return Cell(words.text("no figure"), number, number=True, faint=True)
    item = compared.figure
    period, publisher = words.period(item.period.label), publisher_text(dataset, item, words)
    remarks = []
    if compared.is_part:
        remarks.append(item.scope.text(words.language) if item.scope else words.text("part of a year"))
    elif compared.other_period:
        remarks.append(words.text("other period"))
    if compared.others:
        remarks.append(words.text("sources differ"))
    when = words.text("{period} ({remarks})", period=period, remarks=words.enumeration(remarks)) if remarks else period
    others = (*compared.others, *compared.plans)
    tip = "\n".join([figure_tip(dataset, item, words), *(figure_tip(dataset, each, words) for each in others)])
    also = words.listing([status_text(each.status, words) for each in compared.plans])
    behind = words.text("also {statuses}", statuses=also) if also else ""
    value = value_text(dataset, item, words)
    told = [full_value_text(dataset, item, words), period, status_text(item.status, words), publisher, *remarks, behind]
    return Cell(
        starred(value, item.note),
        number,
        tip,
        item.status,
        Ref(SubjectKind.SOURCE, item.source),
        number=True,
        beneath=" · ".join(part for part in (when, behind, publisher) if part),
        warned=bool(remarks),
        copied=words.enumeration([part for part in told if part]),
        parts=figure_parts(dataset, item, words, short_name(dataset.subjects[item.subject], words.language))[1:],
    )


def _computed_row(dataset: Dataset, row: ComparedRow, computed: ComputedRow, number: int, words: Words) -> Row:
    name, how = computation_name(dataset, row, computed, words), formula(dataset, row, computed, words)
    cells = [Cell(name, number, how, beneath=f"= {how}")]
    for cell in computed.cells:
        if isinstance(cell, Refusal):
            cells.append(Cell(refusal_text(cell, words), number, number=True, faint=True))
            continue
        text, refused = computed_text(dataset, row, computed, cell, words), refusal_text(cell, words)
        tip = "\n".join([words.text("computed: {formula}", formula=how), inputs_text(dataset, cell, words)])
        remarks = _remarks(cell, words) if text else []
        shown = _when(cell, computed, words)
        beneath = " · ".join(part for part in (shown, *(remarks or [words.text("computed")])) if part) if text else ""
        cells.append(
            Cell(
                text or refused,
                number,
                tip,
                ref=Ref(SubjectKind.SOURCE, cell.inputs[0].source) if text else None,
                number=True,
                beneath=beneath,
                faint=not text,
                warned=bool(remarks),
                copied=words.enumeration([text or refused, beneath]) if beneath else text or refused,
            )
        )
    return tuple(cells)


def _when(cell: Computed, computed: ComputedRow, words: Words) -> str:
    """Return the period of a computed value, said to be another one; of a change the row names the years."""
    if computed.years is not None:
        return ""
    period = words.period(cell.inputs[0].period.label)
    remark = words.text("other period")
    return words.text("{period} ({remarks})", period=period, remarks=remark) if cell.other_period else period


def _remarks(cell: Computed, words: Words) -> list[str]:
    """Return what has to be known of a computed value."""
    remarks = [words.text("from two sources")] if cell.sources_differ else []
    if cell.others:
        remarks.append(words.text("sources differ"))
    if cell.other_period and not remarks:
        remarks.append(words.text("computed"))
    return remarks
