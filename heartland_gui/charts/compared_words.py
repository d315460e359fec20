"""What a comparison's table says in words: what was computed and how, why not; and the same numbers as rows."""

from __future__ import annotations

from typing import Final

from heartland_gui.charts.compared import ComparedRow, Computation, Computed, ComputedRow, Refusal, compared_rows
from heartland_gui.charts.figure_labels import percent_text
from heartland_gui.charts.growth import signed
from heartland_gui.charts.spec import Cell, Table
from heartland_gui.charts.tables import COMPUTED, figures_table
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Comparison, Indicator, UnitScale
from heartland_gui.model.facts import Qualifier
from heartland_gui.model.queries import short_name
from heartland_gui.model.wording import full_value_text, read_out
from heartland_gui.text import Words, message

_DIGITS: Final = 4
_REFUSALS: Final = {
    Refusal.OTHER_SOURCE: message("different sources"),
    Refusal.OTHER_DEFINITION: message("definition changed"),
    Refusal.NOT_POSITIVE: message("no percentage from zero or less"),
    Refusal.NOBODY: message("population is zero or less"),
    Refusal.NO_SHARE: message("no share where a value is zero or less"),
    Refusal.LARGER_THAN_WHOLE: message("larger than that of the region"),
    Refusal.TOO_LARGE: message("too large to compute"),
}
_MISSING: Final = {
    Computation.CHANGE: message("not both years"),
    Computation.PER_HEAD: message("no population of the period"),
    Computation.SHARE: message("no figure of the region for the period"),
}


def computation_name(dataset: Dataset, row: ComparedRow, computed: ComputedRow, words: Words) -> str:
    """Return what a computed row is called, such as `Revenue, change 2019 → 2024`."""
    name = row.indicator.name.text(words.language)
    if computed.years is not None:
        first, last = (words.period(label) for label in computed.years)
        return words.text("{indicator}, change {first} → {last}", indicator=name, first=first, last=last)
    if computed.computation is Computation.PER_HEAD:
        return words.text("{indicator}, per head", indicator=name)
    region = short_name(dataset.region, words.language)
    return words.text("{indicator}, share of {region}", indicator=name, region=region)


def formula(dataset: Dataset, row: ComparedRow, computed: ComputedRow, words: Words) -> str:
    """Return how a row is computed."""
    if computed.computation is Computation.CHANGE:
        if _is_share(dataset, row.indicator):
            return words.text("later \u2212 earlier, in points")
        return words.text("(later \u2212 earlier) / earlier")
    if computed.computation is Computation.PER_HEAD:
        return words.text("value / population of the same period")
    region = short_name(dataset.region, words.language)
    return words.text("value / value of {region} for the same period", region=region)


def computed_text(dataset: Dataset, row: ComparedRow, computed: ComputedRow, cell: Computed, words: Words) -> str:
    """Return a computed value with its unit, empty where there is none."""
    if cell.value is None:
        return ""
    if computed.computation is Computation.PER_HEAD:
        unit = dataset.unit_of(row.indicator.id)
        # No more digits than such a quotient can stand for.
        rounded = float(f"{cell.value:.{_DIGITS}g}")
        shown = words.amount(rounded, unit.symbol.text(words.language), unit.scale)
    elif computed.computation is Computation.SHARE:
        shown = percent_text(cell.value, words)
    else:
        size = abs(cell.value)
        shown = percent_text(size, words)
        if _is_share(dataset, row.indicator):
            shown = words.text("{number} points", number=words.number(size))
        shown = signed(cell.value, shown)
    return f"≈\u00a0{shown}" if cell.is_hedged else shown


def refusal_text(cell: Computed, words: Words) -> str:
    """Return why nothing was computed, empty where something was."""
    return words.say(_REFUSALS[cell.refusal]) if cell.refusal is not None else ""


def missing_text(row: ComparedRow, computed: ComputedRow, place: int, words: Words) -> str:
    """Return what is missing where nothing was computed, empty where there is no figure to compute with."""
    return words.say(_MISSING[computed.computation]) if row.figures[place] is not None else ""


def inputs_text(dataset: Dataset, cell: Computed, words: Words) -> str:
    """Return the figures that a value is made of and what other sources say of them, a line each, in full."""
    return "\n".join(
        words.text(
            "{name}: {text}",
            name=short_name(dataset.subjects[item.subject], words.language),
            text=read_out(dataset, item, words),
        )
        for item in (*cell.inputs, *cell.rivals)
    )


def _is_share(dataset: Dataset, indicator: Indicator) -> bool:
    return dataset.unit_of(indicator.id).scale is UnitScale.RATIO


def units_text(dataset: Dataset, comparison: Comparison, words: Words) -> str:
    """Return why subjects without a common indicator cannot be shown together: what each of them is measured in."""
    measured = []
    for member in comparison.members:
        name = short_name(member, words.language)
        present = dataset.indicators_by_subject.get(member.id, ())
        units = dict.fromkeys(dataset.unit_of(each).name.text(words.language) for each in present)
        told = words.listing(list(units)[:4]) if units else words.text("no figure")
        measured.append(words.text("{name}: {text}", name=name, text=told))
    refused = words.text("These have no indicator in common. Different units are never put on one axis.")
    return words.sentences([refused, words.clauses(measured)])


def comparison_table(dataset: Dataset, comparison: Comparison, words: Words) -> Table:
    """Return the figures of a comparison as rows, then what was computed: with its formula as the note.

    A computed row has the status `computed`, both periods and both sources where they differ, and percent as its unit
    but for amounts per head.
    """
    rows = compared_rows(dataset, comparison.members)
    figures = [each.figure for row in rows for each in row.figures if each is not None]
    table = figures_table(dataset, figures, words)
    computed = [
        _computed_row(dataset, table, (row, each, cell), words)
        for row in rows
        for each in row.computed
        for cell in each.cells
        if cell is not None and cell.value is not None
    ]
    return Table(table.columns, table.headings, (*table.rows, *computed))


def _computed_row(
    dataset: Dataset, table: Table, found: tuple[ComparedRow, ComputedRow, Computed], words: Words
) -> tuple[Cell, ...]:
    row, computed, cell = found
    first, second = cell.inputs
    subject, unit = first.subject, dataset.unit_of(row.indicator.id).name.text(words.language)
    in_points = computed.computation is Computation.CHANGE and _is_share(dataset, row.indicator)
    per_head = computed.computation is Computation.PER_HEAD
    used = " · ".join(full_value_text(dataset, item, words) for item in cell.inputs)
    disputed = "; ".join(read_out(dataset, item, words) for item in cell.rivals)
    note = words.text("{name}: {text}", name=formula(dataset, row, computed, words), text=used)
    known: dict[str, Cell] = {
        "SUBJECT": subject,
        "SUBJECT_NAME": dataset.subjects[subject].name.text(words.language),
        "INDICATOR": f"{row.indicator.id}:{computed.computation}",
        "INDICATOR_NAME": computation_name(dataset, row, computed, words),
        "TIME_PERIOD": "/".join(dict.fromkeys(item.period.label for item in cell.inputs)),
        "OBS_VALUE": float(f"{cell.value:.10g}"),
        "UNIT": words.text("{unit} per head", unit=unit) if per_head else words.text("points") if in_points else "%",
        "VALUE_TYPE": COMPUTED,
        "QUALIFIER": str(Qualifier.ABOUT) if cell.is_hedged else "",
        "NOTE": words.text("{note} (other sources: {disputed})", note=note, disputed=disputed) if disputed else note,
        "SOURCE": " ".join(dict.fromkeys((first.source, second.source))),
    }
    return tuple(known.get(column, "") for column in table.columns)
