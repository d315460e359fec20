"""The page of a comparison: its members, and the table of what can be set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts import choice
from heartland_gui.charts.comparing.changes import Refusal
from heartland_gui.charts.comparing.comparable import common_period, own_slot
from heartland_gui.charts.comparing.table import (
    ComparedFigure,
    ComparedRow,
    Computed,
    ComputedRow,
    compared_rows,
    computation_name,
    computed_text,
    computed_unit,
    formula,
    inputs_text,
    refusal_text,
)
from heartland_gui.charts.furniture import colour_slot
from heartland_gui.charts.tables import COMPUTED, computed_cell
from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Comparison, Ref, Subject, ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.pages.copying import figure_parts, parts_of
from heartland_gui.pages.page import Cell, Emptiness, Gauge, Header, Member, Paragraph, Parts, Row, Text, filled
from heartland_gui.pages.sources import figure_tip
from heartland_gui.text import Words, message
from heartland_gui.wording import citation, listed_name, status_text, value_text

_FEWEST: Final = 2
_ALL_HAVE: Final = {
    2: message("Figures both have"),
    3: message("Figures all three have"),
    4: message("Figures all four have"),
    5: message("Figures all five have"),
    6: message("Figures all six have"),
    7: message("Figures all seven have"),
    8: message("Figures all eight have"),
}


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """Rows of a comparison that stand together under a title."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ComparisonBlock:
    """The figures of the members side by side: those that all have, those that only some have, and what is computed.

    Each row has a cell for the figure's name and one for each member, whose colours and shapes are `slots`. `hint`
    says which years are shown, with `warned` in it in the colour of another year; `nothing` that the first group is
    empty, and what shows the second then.
    """

    headings: tuple[str, ...]
    slots: tuple[int | None, ...]
    groups: tuple[ComparedGroup, ...]
    hint: Text
    warned: str
    nothing: Emptiness


def comparison_header(dataset: Dataset, page: Ref, words: Words) -> Header:
    """Return what stands at the top of the page of a comparison."""
    comparison = _comparison(dataset, page)
    members = tuple(
        Member(
            listed_name(dataset, each, words), ref_of(each), _slot(dataset, page, each), each.name.text(words.language)
        )
        for each in comparison.members
    )
    advice = _advice(dataset, page, comparison, words)
    return Header(
        title=words.text("Compare"),
        other_title=words.text("{n} of {most}", n=len(members), most=MOST_MEMBERS),
        members=members,
        summary=(Paragraph((advice,)),) if advice else (),
    )


def _comparison(dataset: Dataset, page: Ref) -> Comparison:
    found = dataset.entity(page)
    if not isinstance(found, Comparison):
        raise TypeError(f"{page.id!r} is no comparison")
    return found


def _slot(dataset: Dataset, page: Ref, member: Subject) -> int | None:
    slot = own_slot(dataset, page, member)
    return colour_slot(dataset, member) if slot is None else slot


def _advice(dataset: Dataset, page: Ref, comparison: Comparison, words: Words) -> str:
    """Return why there is no chart although there are figures to set side by side."""
    if len(comparison.members) < _FEWEST or choice.questions(dataset, page):
        return ""
    if any(row.is_common for row in compared_rows(dataset, comparison.members)):
        return words.text("Their figures cannot share a chart; the table says why.")
    return ""


def comparison_blocks(dataset: Dataset, page: Ref, words: Words) -> tuple[object, ...]:
    """Return what stands below the chart of a comparison: its table, or that there is nothing to compare yet."""
    comparison = _comparison(dataset, page)
    if len(comparison.members) < _FEWEST:
        sentence = words.text("Add two to eight companies, places or pillars to see them side by side.")
        return (Emptiness("compare", sentence, words.text("Add"), "find_member"),)
    return (_block(dataset, page, comparison, words),)


def _block(dataset: Dataset, page: Ref, comparison: Comparison, words: Words) -> ComparisonBlock:
    members = comparison.members
    slots = tuple(_slot(dataset, page, member) for member in members)
    rows = compared_rows(dataset, members)
    common = [row for row in rows if all(row.figures)]
    some = [row for row in rows if not all(row.figures)]
    computed = [_computed_row(dataset, row, each, words) for row in rows for each in row.computed]
    colour = words.text("this colour")
    groups = (
        ComparedGroup(words.say(_ALL_HAVE[len(members)]), _figure_rows(dataset, common, slots, words)),
        ComparedGroup(words.text("Figures that only some have"), _figure_rows(dataset, some, slots, words)),
        ComparedGroup(words.text("Computed from these figures"), tuple(computed)),
    )
    return ComparisonBlock(
        headings=(words.text("Figure"), *(listed_name(dataset, member, words) for member in members)),
        slots=slots,
        groups=groups,
        hint=filled(
            # Translators: `{colour}` are the words "this colour", in that colour.
            words.text("the newest year that all share; another year is in {colour}"),
            colour=colour,
        ),
        warned=colour,
        nothing=Emptiness(
            "info", words.text("These have no figure in common."), words.text("Show what each has") if some else ""
        ),
    )


def _figure_rows(
    dataset: Dataset, rows: Sequence[ComparedRow], slots: Sequence[int | None], words: Words
) -> tuple[Row, ...]:
    return tuple(_figure_row(dataset, row, slots, words) for row in rows)


def _figure_row(dataset: Dataset, row: ComparedRow, slots: Sequence[int | None], words: Words) -> Row:
    indicator = row.indicator
    name = indicator.name.text(words.language)
    tip = indicator.description.text(words.language) if indicator.description else name
    figures = [each.figure for each in row.figures if each is not None]
    whole = [each.figure for each in row.figures if each is not None and not each.is_part]
    shared = common_period(figures)
    if shared is None:
        beneath = words.text("years differ")
    elif all(row.figures):
        beneath = words.text("all {period}", period=words.period(shared))
    else:
        beneath = words.period(shared)
    cells = [
        _figure_cell(dataset, each, _gauge(dataset, each, whole, slot), shared, words)
        for each, slot in zip(row.figures, slots, strict=True)
    ]
    return Cell(name, name, tip, ref=ref_of(indicator), beneath=beneath), *cells


def _gauge(
    dataset: Dataset, compared: ComparedFigure | None, figures: Sequence[Observation], slot: int | None
) -> Gauge | None:
    """Return how large a figure is beside the largest of `figures`, those of whole subjects and whole years.

    Percentages, and rows in which something is below zero, have no bars; what is alone has none either.
    """
    if compared is None or compared.figure not in figures or len(figures) < _FEWEST:
        return None
    largest, least = max(item.value for item in figures), min(item.value for item in figures)
    if least < 0 or largest <= 0 or dataset.unit_of(compared.figure.indicator).percentage:
        return None
    return Gauge(compared.figure.value / largest, slot)


def _figure_cell(
    dataset: Dataset, compared: ComparedFigure | None, gauge: Gauge | None, shared: str | None, words: Words
) -> Cell:
    if compared is None:
        return Cell("–", "", words.text("no figure"), number=True, faint=True)
    item = compared.figure
    remarks = []
    if compared.is_part:
        several = words.text("several years") if item.period.is_of_several_years else words.text("part of a year")
        remarks.append(item.scope.text(words.language) if item.scope else several)
    if compared.others:
        remarks.append(words.text("sources differ"))
    also = words.listing([status_text(each.status, words) for each in compared.plans])
    others = (*compared.others, *compared.plans)
    beneath = words.enumeration(remarks) if remarks else words.text("also {statuses}", statuses=also) if also else ""
    return Cell(
        value_text(dataset, item, words),
        item.value,
        "\n".join([figure_tip(dataset, item, words), *(figure_tip(dataset, each, words) for each in others)]),
        number=True,
        remark=words.period(item.period.label) if shared is None else "",
        lead=None if item.status is Status.ACTUAL else item.status,
        beneath=beneath,
        warned=bool(remarks),
        gauge=gauge,
        figure=item,
        cited=True,
        parts=_copied(dataset, item, words),
    )


def _copied(dataset: Dataset, item: Observation, words: Words) -> Parts:
    """Return a figure as columns below the name of its subject, with its source; the row is of one indicator."""
    whose = listed_name(dataset, dataset.subjects[item.subject], words)
    heading = words.text("{name}: {text}", name=whose, text=words.text("Source"))
    cited = citation(dataset, dataset.source_by_id[item.source], words)
    return (*figure_parts(dataset, item, words, whose)[1:], (heading, cited))


def _computed_row(dataset: Dataset, row: ComparedRow, computed: ComputedRow, words: Words) -> Row:
    name, how = computation_name(dataset, row, computed, words), formula(dataset, row, computed, words)
    cells = [Cell(name, name, how, ref=ref_of(row.indicator), beneath=f"= {how}")]
    for cell in computed.cells:
        if isinstance(cell, Refusal):
            cells.append(Cell(refusal_text(cell, words) or "–", "", number=True, faint=True))
            continue
        text, refused = computed_text(dataset, row, computed, cell, words), refusal_text(cell, words)
        tip = "\n".join([words.text("computed: {formula}", formula=how), inputs_text(dataset, cell, words)])
        remarks = _remarks(cell, words) if text else []
        first = cell.inputs[0]
        other = words.period(first.period.label) if cell.other_period and computed.years is None else ""
        cells.append(
            Cell(
                text or refused,
                cell.value if cell.value is not None else "",
                tip,
                number=True,
                remark=other if text else "",
                beneath=words.enumeration(remarks),
                faint=not text,
                warned=bool(remarks),
                figure=first if text else None,
                parts=_computed_parts(dataset, row, computed, cell, words),
            )
        )
    return tuple(cells)


def _computed_parts(dataset: Dataset, row: ComparedRow, computed: ComputedRow, cell: Computed, words: Words) -> Parts:
    """Return a computed value in the columns in which figures of the same member stand."""
    first, second = cell.inputs
    told = (
        str(cell.hedge or ""),
        None if cell.value is None else computed_cell(cell.value),
        computed_unit(dataset, row, computed, words),
        "/".join(dict.fromkeys(item.period.label for item in (first, second))),
        COMPUTED,
    )
    of_part = first.scope.text(words.language) if first.scope is not None else ""
    return parts_of((None, of_part, *told), words, listed_name(dataset, dataset.subjects[first.subject], words))[1:]


def _remarks(cell: Computed, words: Words) -> list[str]:
    """Return what has to be known of a computed value."""
    remarks = [words.text("from two sources")] if cell.sources_differ else []
    if cell.others:
        remarks.append(words.text("sources differ"))
    return remarks
