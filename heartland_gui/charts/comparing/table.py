"""A comparison as a table: each member's figure for each indicator, what may be computed, and both in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from heartland_gui.charts.comparing.changes import (
    Change,
    Refusal,
    YearPair,
    change_between,
    change_text,
    computed_change,
    is_changing,
    refusal_said,
    shared_years,
)
from heartland_gui.charts.comparing.comparable import newest
from heartland_gui.charts.number_labels import hedge_of_computed, hedge_of_share, percent_text
from heartland_gui.charts.spec import CellValue, Table
from heartland_gui.charts.tables import COMPUTED, computed_cell, figures_table
from heartland_gui.decimals import percentage, quotient, significant
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import others_of
from heartland_gui.model.entities import PERCENT, Comparison, Indicator, IndicatorKind, Subject, Unit, UnitScale
from heartland_gui.model.observations import DONE, Observation, Qualifier, Status
from heartland_gui.model.queries import comparable_figures, is_amount, latest, newest_known, observations_of, short_name
from heartland_gui.text import Words
from heartland_gui.wording import full_value_text, qualified, read_out


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """The figure of one member, and what keeps it from standing beside those of the others.

    `other_period`: most of the row are of another period. `is_part`: it covers a part of its subject or of a year.
    `plans` are the newest hope, plan and designed capacity of the same, which the row has no room for.
    """

    figure: Observation
    others: tuple[Observation, ...] = ()
    plans: tuple[Observation, ...] = ()
    other_period: bool = False
    is_part: bool = False


class Computation(StrEnum):
    """What is computed from figures."""

    CHANGE = "change"
    """(later - earlier) / earlier; of percentages later - earlier, in points."""
    PER_HEAD = "per-head"
    """value / population of the same subject and period"""
    SHARE = "share-of-region"
    """value / value of the region for the same period"""


@dataclass(frozen=True, slots=True)
class Computed:
    """A computed value with the two figures it is made of, or why they cannot be computed with.

    A change and a share are in percent (or points), an amount per head in the indicator's base unit. `hedge` is how the
    value is not exact, `others` are what other sources say of the inputs; `other_period`: most of the row are of
    another period.
    """

    inputs: tuple[Observation, Observation]
    value: float | None
    refusal: Refusal | None = None
    others: tuple[Observation, ...] = ()
    other_period: bool = False
    hedge: Qualifier | None = None

    @property
    def sources_differ(self) -> bool:
        """Whether the inputs are of different sources."""
        return self.inputs[0].source != self.inputs[1].source


@dataclass(frozen=True, slots=True)
class ComputedRow:
    """One computation for every member, or why it cannot be asked of one; `years` are those of a change."""

    computation: Computation
    cells: tuple[Computed | Refusal, ...]
    years: YearPair | None = None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """An indicator with the figure of each member, in their order, and the rows computed from it."""

    indicator: Indicator
    figures: tuple[ComparedFigure | None, ...]
    computed: tuple[ComputedRow, ...] = ()

    @property
    def is_common(self) -> bool:
        """Whether two members have a figure."""
        return sum(each is not None for each in self.figures) > 1


def compared_rows(dataset: Dataset, members: Sequence[Subject]) -> tuple[ComparedRow, ...]:
    """Return a row for each indicator that any member has; those that several have come first."""
    present = Counter(name for member in members for name in dataset.indicators_by_subject.get(member.id, ()))
    common = [each for each in dataset.indicators if present[each.id] > 1]
    single = [each for each in dataset.indicators if present[each.id] == 1]
    rows = []
    for indicator in (*common, *single):
        figures = _figures(dataset, members, indicator)
        computed = _computed(dataset, members, indicator, figures) if indicator in common else ()
        rows.append(ComparedRow(indicator, figures, computed))
    return tuple(rows)


# -- figures ----------------------------------------------------------------------------------------------------


def _figures(dataset: Dataset, members: Sequence[Subject], indicator: Indicator) -> tuple[ComparedFigure | None, ...]:
    """Return the figure of each member that has one: of the newest period that all of them share, else its newest."""
    comparable = {member.id: comparable_figures(dataset, member.id, indicator) for member in members}
    period = _common_period(comparable)
    chosen: dict[str, Observation] = {}
    for member in members:
        of_period = [item for item in comparable[member.id] if item.status in DONE and item.period.label == period]
        found = newest(dataset, of_period) or newest_known(comparable[member.id])
        found = found or latest(observations_of(dataset, member.id, indicator.id), DONE)
        found = found or newest(dataset, observations_of(dataset, member.id, indicator.id))
        if found is not None:
            chosen[member.id] = found
    counts = Counter(item.period.label for item in chosen.values())
    usual, count = max(counts.items(), key=lambda each: (each[1], each[0]), default=("", 0))

    def compared(item: Observation) -> ComparedFigure:
        differs = len(chosen) > 1 and (count < 2 or item.period.label != usual)
        every = observations_of(dataset, item.subject, indicator.id)
        planned = (latest(every, {status}) for status in Status if status not in DONE and status is not item.status)
        plans = tuple(each for each in planned if each is not None)
        return ComparedFigure(item, others_of(dataset, item), plans, differs, item not in comparable[item.subject])

    return tuple(compared(chosen[member.id]) if member.id in chosen else None for member in members)


def _common_period(comparable: Mapping[str, Collection[Observation]]) -> str | None:
    """Return the newest period of which all members that have figures have one of what is done, at least two."""
    last = {item.period.label: item.period.last for figures in comparable.values() for item in figures}
    counts = Counter(
        label
        for figures in comparable.values()
        for label in {item.period.label for item in figures if item.status in DONE}
    )
    having = sum(1 for figures in comparable.values() if figures)
    shared = [label for label, count in counts.items() if count == having > 1]
    return max(shared, key=lambda label: last[label], default=None)


# -- what is computed -------------------------------------------------------------------------------------------


def _computed(
    dataset: Dataset,
    members: Sequence[Subject],
    indicator: Indicator,
    figures: Sequence[ComparedFigure | None],
) -> tuple[ComputedRow, ...]:
    rows = []
    unit = dataset.unit_of(indicator.id)
    years = shared_years(dataset, members, indicator.id, by_source=True)
    if years is not None and is_changing(indicator):
        changes = [change_between(dataset, member.id, indicator.id, years) for member in members]
        moved = tuple(
            (Refusal.NO_FIGURE if figure is None else Refusal.NOT_BOTH_YEARS)
            if change is None
            else _change(dataset, change, unit)
            for change, figure in zip(changes, figures, strict=True)
        )
        if sum(change is not None for change in changes) > 1:
            rows.append(ComputedRow(Computation.CHANGE, moved, years))
    if is_amount(dataset, indicator):
        if _is_divisible(dataset, indicator):
            rows.append(ComputedRow(Computation.PER_HEAD, tuple(_per_head(dataset, each) for each in figures)))
        rows.append(ComputedRow(Computation.SHARE, tuple(_share(dataset, each) for each in figures)))
    return tuple(row for row in rows if any(isinstance(cell, Computed) for cell in row.cells))


def _is_divisible(dataset: Dataset, indicator: Indicator) -> bool:
    """Whether an amount per head means something: not of people themselves, and not of a level such as an area."""
    people = dataset.population
    is_level = indicator.kind is IndicatorKind.STOCK and dataset.unit_of(indicator.id).scale is UnitScale.PHYSICAL
    return people is not None and indicator.unit != people.unit and not is_level


def _unfit(compared: ComparedFigure | None) -> Refusal | None:
    """Return why nothing is divided by or from a figure, None where it is done and of the whole."""
    if compared is None:
        return Refusal.NO_FIGURE
    if compared.figure.scope is not None:
        return Refusal.PART
    return None if compared.figure.status in DONE else Refusal.NOT_DONE


def _computed_of(
    dataset: Dataset,
    inputs: tuple[Observation, Observation],
    found: float | Refusal,
    *,
    hedge: Qualifier | None,
    other_period: bool = False,
) -> Computed:
    """Return what was found, with all that other sources say of what it is made of."""
    others = tuple(other for item in inputs for other in others_of(dataset, item))
    if isinstance(found, Refusal):
        return Computed(inputs, None, found, others, other_period)
    if not math.isfinite(found):
        return Computed(inputs, None, Refusal.TOO_LARGE, others, other_period)
    return Computed(inputs, found, None, others, other_period, hedge)


def _change(dataset: Dataset, found: Change, unit: Unit) -> Computed:
    inputs = (found.before, found.after)
    return _computed_of(dataset, inputs, computed_change(found, unit), hedge=hedge_of_computed(inputs))


def _per_head(dataset: Dataset, compared: ComparedFigure | None) -> Computed | Refusal:
    unfit = _unfit(compared)
    if compared is None or unfit is not None:
        return unfit or Refusal.NO_FIGURE
    item = compared.figure
    if dataset.population is None:
        return Refusal.NO_POPULATION
    people = _of_same_period(dataset, item.subject, dataset.population.id, item)
    if people is None:
        return Refusal.NO_POPULATION
    value = quotient(item.value, people.value) if people.value > 0 else Refusal.NOBODY
    hedge = hedge_of_computed((item, people))
    return _computed_of(dataset, (item, people), value, hedge=hedge, other_period=compared.other_period)


def _share(dataset: Dataset, compared: ComparedFigure | None) -> Computed | Refusal:
    unfit = _unfit(compared)
    if compared is None or unfit is not None:
        return unfit or Refusal.NO_FIGURE
    item = compared.figure
    if item.subject == dataset.region.id:
        return Refusal.REGION_ITSELF
    whole = _of_same_period(dataset, dataset.region.id, item.indicator, item)
    if whole is None:
        return Refusal.NO_REGION
    value: float | Refusal
    if whole.value <= 0 or item.value < 0:
        value = Refusal.NO_SHARE
    elif item.value > whole.value:
        value = Refusal.LARGER_THAN_WHOLE
    else:
        value = percentage(item.value, whole.value)
    hedge = hedge_of_share(item, whole)
    return _computed_of(dataset, (item, whole), value, hedge=hedge, other_period=compared.other_period)


def _of_same_period(dataset: Dataset, subject: str, indicator: str, item: Observation) -> Observation | None:
    """Return what is known of a subject for the period of a figure: by the same source, else published last."""
    found = [
        each
        for each in observations_of(dataset, subject, indicator)
        if each.period.label == item.period.label and each.status in DONE and each.scope is None
    ]
    return newest(dataset, [each for each in found if each.source == item.source]) or newest(dataset, found)


_DIGITS: Final = 4


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
        if dataset.unit_of(row.indicator.id).percentage:
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
        shown = words.amount(float(significant(cell.value, _DIGITS)), unit)
    elif computed.computation is Computation.SHARE:
        shown = percent_text(cell.value, words)
    else:
        shown = change_text(cell.value, dataset.unit_of(row.indicator.id), words)
    return qualified(shown, cell.hedge, words)


def computed_unit(dataset: Dataset, row: ComparedRow, computed: ComputedRow, words: Words) -> str:
    """Return the name of the unit of a computed row: percent but for amounts per head and changes of percentages."""
    unit = dataset.unit_of(row.indicator.id)
    if computed.computation is Computation.PER_HEAD:
        return words.text("{unit} per head", unit=unit.name.text(words.language))
    if computed.computation is Computation.CHANGE and unit.percentage:
        return words.text("points")
    return PERCENT.name.text(words.language)


def refusal_text(cell: Computed | Refusal, words: Words) -> str:
    """Return why nothing was computed, empty where something was and where there is no figure to compute with."""
    refusal = cell.refusal if isinstance(cell, Computed) else cell
    return "" if refusal is None else refusal_said(refusal, words)


def inputs_text(dataset: Dataset, cell: Computed, words: Words) -> str:
    """Return the figures that a value is made of and what other sources say of them, a line each, in full."""
    return "\n".join(
        words.text(
            "{name}: {text}",
            name=short_name(dataset.subjects[item.subject], words.language),
            text=read_out(dataset, item, words),
        )
        for item in (*cell.inputs, *cell.others)
    )


def comparison_table(dataset: Dataset, comparison: Comparison, words: Words) -> Table:
    """Return the figures of a comparison as rows, then what was computed: with its formula as the note.

    A computed row has the status `computed`, both periods and both sources where they differ, and percent as its unit
    but for amounts per head.
    """
    rows = compared_rows(dataset, comparison.members)
    figures = [each.figure for row in rows for each in row.figures if each is not None]
    table = figures_table(dataset, figures, words)
    computed = [
        _computed_row(dataset, table, (row, each, cell, cell.value), words)
        for row in rows
        for each in row.computed
        for cell in each.cells
        if isinstance(cell, Computed) and cell.value is not None
    ]
    return Table(table.columns, table.headings, (*table.rows, *computed))


def _computed_row(
    dataset: Dataset, table: Table, found: tuple[ComparedRow, ComputedRow, Computed, float], words: Words
) -> tuple[CellValue, ...]:
    row, computed, cell, value = found
    first, second = cell.inputs
    subject = first.subject
    used = " · ".join(full_value_text(dataset, item, words) for item in cell.inputs)
    others = "; ".join(read_out(dataset, item, words) for item in cell.others)
    note = words.text("{name}: {text}", name=formula(dataset, row, computed, words), text=used)
    known: dict[str, CellValue] = {
        "SUBJECT": subject,
        "SUBJECT_NAME": dataset.subjects[subject].name.text(words.language),
        "INDICATOR": f"{row.indicator.id}:{computed.computation}",
        "INDICATOR_NAME": computation_name(dataset, row, computed, words),
        "TIME_PERIOD": "/".join(dict.fromkeys(item.period.label for item in cell.inputs)),
        "OBS_VALUE": computed_cell(value),
        "UNIT": computed_unit(dataset, row, computed, words),
        "VALUE_TYPE": COMPUTED,
        "QUALIFIER": str(cell.hedge or ""),
        "NOTE": words.text("{note} (other sources: {others})", note=note, others=others) if others else note,
        "SOURCE": " ".join(dict.fromkeys((first.source, second.source))),
    }
    return tuple(known.get(column, "") for column in table.columns)
