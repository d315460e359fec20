"""The plans of a page: what is due when, what is planned, the newest figure, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from heartland_gui.charts.plan_words import outcome_text
from heartland_gui.charts.plans import Plan, PlanGroup, PlanState, plan_bar, plans_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind, ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.plans import judged_on
from heartland_gui.model.queries import short_name
from heartland_gui.pages.companies import NOTHING
from heartland_gui.pages.copying import figure_parts
from heartland_gui.pages.page import Cell, LateRows, Row
from heartland_gui.pages.sources import figure_tip
from heartland_gui.text import Words, message
from heartland_gui.text.periods import whole_years
from heartland_gui.wording import figure_name, listed_name, value_text

_CHIPS: Final = {
    PlanGroup.NOT_YET_DUE: message("Not yet due"),
    PlanGroup.MET: message("Met"),
    PlanGroup.MISSED: message("Missed"),
    PlanGroup.NO_FIGURE: message("No figure"),
    PlanGroup.NEITHER: message("Above or below"),
    PlanGroup.ANNOUNCED: message("Announced"),
}


@dataclass(frozen=True, slots=True)
class PlanChip:
    """A group of plans that can be chosen, None for all of them, with how many there are."""

    group: PlanGroup | None
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class PlansBlock:
    """The plans of a page as a table: rows of those that are judged, behind them the others of the same indicators."""

    ref: Ref
    plans: tuple[Plan, ...]
    """Those of the rows, in their order; blocks of the same plans in the same words say the same."""
    title: str
    headings: tuple[str, ...]
    chips: tuple[PlanChip, ...]
    rows: Sequence[Row] = field(compare=False, repr=False)
    others: Sequence[Row] = field(default=(), compare=False, repr=False)

    def rows_of(self, group: PlanGroup | None) -> tuple[int, ...]:
        """Return which rows a chip leaves, in their order."""
        return tuple(number for number, each in enumerate(self.plans) if group in (None, each.group))


def plans_block(dataset: Dataset, ref: Ref, words: Words) -> PlansBlock | None:
    """Return the plans of a page, its own and those of its companies; None where it has none."""
    plans = plans_of(dataset, ref)
    if not plans:
        return None
    others = [(item, plan) for plan in plans for item in plan.others]
    writer = _Writer(dataset, ref, words)
    return PlansBlock(
        ref,
        plans,
        title=words.text("Plans"),
        headings=(
            words.text("Due"),
            words.text("What is planned"),
            words.text("Plan"),
            words.text("Newest figure"),
            words.text("Outcome, {day}", day=words.period(judged_on(dataset).isoformat())),
        ),
        chips=_chips(Counter(plan.group for plan in plans), words),
        rows=LateRows(len(plans), lambda number: writer.row(plans[number])),
        others=LateRows(len(others), lambda number: writer.other_row(*others[number])),
    )


def _chips(counts: Mapping[PlanGroup, int], words: Words) -> tuple[PlanChip, ...]:
    """Return the chips; one for what is neither good nor bad only where there is such a plan."""
    every = PlanChip(None, words.text("All"), sum(counts.values()))
    shown = [group for group in _CHIPS if group is not PlanGroup.NEITHER or counts.get(group)]
    return (every, *(PlanChip(group, words.say(_CHIPS[group]), counts.get(group, 0)) for group in shown))


def _is_of_years(target: Observation) -> bool:
    """Whether a plan is for several whole years together."""
    years = whole_years(target.period.label)
    return years is not None and years[0] != years[1]


class _Writer:
    """Puts plans into the words of the table."""

    def __init__(self, dataset: Dataset, ref: Ref, words: Words) -> None:
        self._dataset, self._ref, self._words = dataset, ref, words

    def row(self, plan: Plan) -> Row:
        """Return the cells of a plan."""
        dataset, words = self._dataset, self._words
        outcome = outcome_text(dataset, plan, words)
        return (
            self._due(plan.target, announced=plan.state is PlanState.ANNOUNCED),
            self._what(plan.target),
            self._value(plan.target, plan),
            self._newest(plan.figure),
            Cell(outcome, outcome, outcome=plan.state),
        )

    def other_row(self, target: Observation, beside: Plan) -> Row:
        """Return the cells of a plan `beside` which another one is judged: it is not."""
        words, shown = self._words, beside.target.period.last
        if target.period.last == shown:
            said = words.text("another plan")
        else:
            said = words.text("an older plan") if target.period.last < shown else words.text("a later plan")
        return (
            self._due(target),
            self._what(target),
            self._value(target),
            self._newest(None),
            Cell(said, said, faint=True),
        )

    def _due(self, target: Observation, *, announced: bool = False) -> Cell:
        """Return until when; of what was only announced there is no such day."""
        last = target.period.last
        due = self._words.period(f"{last.year:04d}" if _is_of_years(target) else target.period.label)
        subject = self._dataset.subjects[target.subject]
        lead = None if subject.id == self._ref.id else ref_of(subject)
        return Cell(NOTHING if announced else due, last.toordinal(), faint=announced, ref=lead)

    def _what(self, target: Observation) -> Cell:
        dataset, words = self._dataset, self._words
        name = figure_name(dataset, target, words)
        if _is_of_years(target):
            name = words.text("{name}, {years} together", name=name, years=words.period(target.period.label))
        subject = dataset.subjects[target.subject]
        own = target.subject == self._ref.id
        whose = self._whole() if own else listed_name(dataset, subject, words)
        parts = ((words.text("What is planned"), name), (words.text("Whose"), listed_name(dataset, subject, words)))
        return Cell(name, name, beneath=whose, ref=None if own else ref_of(subject), parts=parts)

    def _whole(self) -> str:
        words = self._words
        wholes = {
            SubjectKind.PILLAR: words.text("the pillar as a whole"),
            SubjectKind.ZONE: words.text("the zone as a whole"),
            SubjectKind.TECHNOLOGY: words.text("the technology as a whole"),
        }
        return wholes.get(self._ref.kind, short_name(self._dataset.subjects[self._ref.id], words.language))

    def _value(self, target: Observation, plan: Plan | None = None) -> Cell:
        dataset, words = self._dataset, self._words
        expected = target.status is Status.FORECAST
        return Cell(
            value_text(dataset, target, words),
            target.value,
            tip=figure_tip(dataset, target, words),
            after=words.text("expected") if expected else "",
            lead=target.status if expected else None,
            bar=None if plan is None else plan_bar(dataset, plan),
            figure=target,
            parts=figure_parts(dataset, target, words, words.text("Plan")),
        )

    def _newest(self, figure: Observation | None) -> Cell:
        dataset, words = self._dataset, self._words
        parts = figure_parts(dataset, figure, words, words.text("Newest figure"))
        if figure is None:
            return Cell(NOTHING, faint=True, parts=parts)
        return Cell(
            value_text(dataset, figure, words),
            figure.value,
            tip=figure_tip(dataset, figure, words),
            after=words.period(figure.period.label),
            figure=figure,
            parts=parts,
        )
