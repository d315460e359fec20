"""Change between two years: a dot for each, an arrow from the earlier to the later, and what is computed from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.comparing.changes import (
    Change,
    Refusal,
    YearPair,
    change_between,
    change_label,
    change_told,
    computed_change,
    is_changing,
    shared_years,
    whole_years,
)
from heartland_gui.charts.comparing.comparable import (
    groups,
    groups_with,
    indicator_of_members,
    own_slot,
    peer_group,
)
from heartland_gui.charts.disagreements import disagreement_notes
from heartland_gui.charts.furniture import (
    NEEDS_INDICATOR,
    NoChartError,
    cited_sources,
    colour_slot,
    details,
    edition_line,
    listed_names,
    logarithmic_subtitle,
    pillar_legend,
)
from heartland_gui.charts.notes import notes_by_name
from heartland_gui.charts.number_labels import shown_number
from heartland_gui.charts.scales import can_be_logarithmic, value_range
from heartland_gui.charts.spec import (
    ANY_COLOUR,
    AxisRow,
    CellValue,
    Chart,
    Details,
    Dot,
    Label,
    LegendEntry,
    Mark,
    Move,
    Panel,
    Question,
    RowAxis,
    Symbol,
    Table,
    ValueAxis,
)
from heartland_gui.charts.tables import figures_table, with_computed
from heartland_gui.charts.weights import CHANGE
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreements
from heartland_gui.model.entities import Indicator, Ref, Subject, SubjectKind, ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import headline_ids, short_name
from heartland_gui.text import Words, message
from heartland_gui.wording import listed_name, read_out, starred, value_text

KIND: Final = "change"
NAME: Final = message("Then and now")

_MOST_ROWS: Final = 20
_MANY_ROWS: Final = 8
_FEWEST_ROWS: Final = 2


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return a weight and a question for every indicator of which two members or more have the same two years."""
    present = {
        identifier: None
        for group in groups(dataset, subject)
        for member in group
        for identifier in dataset.indicators_by_subject.get(member.id, ())
        if is_changing(dataset.indicator_by_id[identifier])
    }
    headline = headline_ids(dataset, subject.id)
    found = []
    for identifier in present:
        moved = _moved(dataset, subject, identifier)
        if moved is not None:
            weight = CHANGE.of(
                len(moved.changes),
                _MANY_ROWS,
                headline=identifier in headline,
                of_company=subject.kind is SubjectKind.COMPANY,
                doubtful=not any(change.is_comparable for change in moved.changes),
            )
            found.append((weight, Question(KIND, subject, identifier)))
    return tuple(found)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why no change is shown."""
    if subject.kind is not SubjectKind.COMPANY:
        return words.text("Fewer than two have actual figures of the same indicator for the same two years.")
    own = dataset.indicators_by_subject.get(subject.id, ())
    if any(_has_own(dataset, subject, each) for each in own if is_changing(dataset.indicator_by_id[each])):
        return words.say(_NO_OTHER)
    return words.text("No indicator has actual figures for two years here.")


_NO_OTHER: Final = message("No other has actual figures of the same indicator for the same two years.")


def _has_own(dataset: Dataset, subject: Ref, indicator: str) -> bool:
    """Whether a company itself could be compared with others."""
    return len({item.period for item in whole_years(dataset, subject.id, indicator)}) > 1


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the change of an indicator between the two years that most members share.

    Raises NoChartError where fewer than two members share two years, and of growth rates.
    """
    if question.indicator is None:
        raise NoChartError(words.say(NEEDS_INDICATOR))
    if not is_changing(dataset.indicator_by_id[question.indicator]):
        raise NoChartError(words.text("A growth rate is a change already: none is computed from two of them."))
    moved = _moved(dataset, question.subject, question.indicator)
    if moved is None:
        if question.subject.kind is not SubjectKind.COMPANY:
            why = words.text("Fewer than two have actual figures of this indicator for the same two years.")
        elif _has_own(dataset, question.subject, question.indicator):
            why = words.say(_NO_OTHER)
        else:
            why = words.text("This indicator has no actual figures for two years here.")
        raise NoChartError(why)
    return _Drawing(dataset, question, dataset.indicator_by_id[question.indicator], moved, words).chart()


@dataclass(frozen=True, slots=True)
class _Moved:
    """Who changed between which years, the largest later value first, and everybody with any figure."""

    years: YearPair
    members: tuple[Subject, ...]
    changes: tuple[Change, ...]


def _moved(dataset: Dataset, subject: Ref, indicator: str) -> _Moved | None:
    """Return the changes of the first group of which two members or more share two years; a company shares its own."""
    own = subject.id if subject.kind is SubjectKind.COMPANY else None
    for members in groups_with(dataset, subject, indicator):
        years = shared_years(dataset, members, indicator, own, by_source=subject.kind is SubjectKind.COMPARISON)
        if years is None:
            continue
        found = [change_between(dataset, member.id, indicator, years) for member in members]
        changes = [change for change in found if change is not None]
        if len(changes) >= _FEWEST_ROWS:
            changes.sort(key=lambda each: (-each.after.value, each.after.subject))
            return _Moved(years, members, tuple(changes))
    return None


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The making of one chart: what the steps below share."""

    dataset: Dataset
    question: Question
    indicator: Indicator
    moved: _Moved
    words: Words

    def chart(self) -> Chart:
        words, shown = self.words, self.shown
        axis = self.axis()
        rows = tuple(self.row(change) for change in shown)
        marks = tuple(mark for row, change in enumerate(shown) for mark in self.marks(row, change, axis))
        name = indicator_of_members(self.dataset, self.question.subject, self.member(shown[0]), self.indicator, words)
        return Chart(
            question=self.question,
            subject=short_name(self.dataset.entity(self.question.subject), words.language),
            title=words.text("{indicator}, {first} and {last}", indicator=name, first=self.first, last=self.last),
            subtitle=self.subtitle(axis),
            x=axis,
            panels=(Panel(RowAxis(rows, self.heading(axis)), marks),),
            words=words,
            legend=self.legend(marks),
            notes=self.notes(axis),
            sources=cited_sources(self.dataset, (item.source for item in self.inputs(shown)), words),
            edition=edition_line(self.dataset, words),
            sentence=self.sentence(axis),
            table=self.table(axis),
            can_be_logarithmic=can_be_logarithmic([item.value for item in self.inputs(shown)]),
        )

    @property
    def shown(self) -> tuple[Change, ...]:
        return self.moved.changes[:_MOST_ROWS]

    @property
    def first(self) -> str:
        return self.words.period(self.moved.years[0])

    @property
    def last(self) -> str:
        return self.words.period(self.moved.years[1])

    def member(self, change: Change) -> Subject:
        return self.dataset.subjects[change.after.subject]

    def disagreements(self, changes: Sequence[Change]) -> Disagreements:
        """Return where sources differ on a figure of these changes."""
        return Disagreements(
            item
            for change in changes
            for item in whole_years(self.dataset, change.after.subject, self.indicator.id)
            if item.period.label in self.moved.years
        )

    def inputs(self, changes: Sequence[Change]) -> list[Observation]:
        """Return the figures of changes, and what other sources say of the same."""
        drawn = [item for change in changes for item in (change.before, change.after)]
        others = (item for each in self.disagreements(changes) for item in each.observations)
        return [*drawn, *(item for item in others if item not in drawn)]

    # -- what goes where ----------------------------------------------------------------------------------------

    def axis(self) -> ValueAxis:
        unit = self.dataset.unit_by_id[self.indicator.unit]
        values = [item.value for change in self.shown for item in (change.before, change.after)]
        logarithmic = can_be_logarithmic(values) and self.question.logarithmic is not False
        low, high = value_range(values, from_zero=False, logarithmic=logarithmic)
        magnitude = self.words.magnitude(max(abs(value) for value in values), unit)
        return ValueAxis(low, high, magnitude, logarithmic, unit)

    def row(self, change: Change) -> AxisRow:
        member = self.member(change)
        return AxisRow(
            listed_name(self.dataset, member, self.words), ref_of(member), member.id == self.question.subject.id
        )

    def marks(self, row: int, change: Change, axis: ValueAxis) -> tuple[Mark, ...]:
        words, colour = self.words, self.colour(change)
        numbers = [starred(shown_number(item, (), axis, words), item.note) for item in (change.before, change.after)]
        move = Move(
            row=row,
            before=change.before.value,
            after=change.after.value,
            colour=colour,
            details=self.move_details(change, axis),
            label=change_label(change, axis, words),
            joined=change.is_comparable,
        )
        about = [details(self.dataset, item, words, named=True) for item in (change.before, change.after)]
        earlier = Label("", numbers[0])
        before = Dot(change.before.value, row, Status.ACTUAL, colour, about[0], earlier, minor=True)
        return move, before, Dot(change.after.value, row, Status.ACTUAL, colour, about[1], Label(numbers[1]))

    def colour(self, change: Change) -> int | None:
        own = own_slot(self.dataset, self.question.subject, self.member(change))
        if own is not None:
            return own
        group = colour_slot(self.dataset, self.dataset.entity(peer_group(self.dataset, self.question.subject)))
        return colour_slot(self.dataset, self.member(change)) if group is None else group

    def move_details(self, change: Change, axis: ValueAxis) -> Details:
        words, told = self.words, change_told(change, axis.unit, self.words)
        lines = [self.member(change).name.text(words.language)]
        if told.strong:
            computed = words.text("{change}, computed", change=told.strong)
            lines.append(words.details([part for part in (computed, told.faint) if part]))
        else:
            lines.append(words.text("no change computed: {reason}", reason=told.faint))
        lines += [read_out(self.dataset, item, words) for item in (change.before, change.after)]
        return Details("\n".join(lines), change.after.source)

    # -- words --------------------------------------------------------------------------------------------------

    def subtitle(self, axis: ValueAxis) -> str:
        if axis.logarithmic:
            return logarithmic_subtitle(axis.unit.symbol.text(self.words.language), self.words)
        return axis.magnitude.unit

    def heading(self, axis: ValueAxis) -> str:
        """Return what stands above the changes."""
        if not any(change.is_comparable for change in self.shown):
            return ""
        if axis.unit.percentage:
            return self.words.text("points, computed")
        return self.words.text("change, computed")

    def legend(self, marks: Sequence[Mark]) -> tuple[LegendEntry, ...]:
        colours = {mark.colour for mark in marks if isinstance(mark, Dot)}
        colour = next(iter(colours)) if len(colours) == 1 else ANY_COLOUR
        label = self.words.text("from {first} to {last}", first=self.first, last=self.last)
        legend = (LegendEntry(Symbol.MOVE, label, Status.ACTUAL, colour),)
        if len(colours) == 1 or self.question.subject.kind is SubjectKind.COMPARISON:
            return legend
        return legend + pillar_legend(self.dataset, colours, Symbol.DOT, self.words)

    def notes(self, axis: ValueAxis) -> tuple[str, ...]:
        words, changes = self.words, self.moved.changes
        found = []
        if len(changes) > _MOST_ROWS:
            found.append(words.text("The largest {n} of {all} are shown.", n=_MOST_ROWS, all=len(changes)))
        outcomes = [computed_change(change, axis.unit) for change in self.shown]
        if not all(isinstance(each, Refusal) for each in outcomes):
            formula = words.text("Change = (later \u2212 earlier) / earlier, computed.")
            if axis.unit.percentage:
                formula = words.text("Change = later \u2212 earlier, computed.")
            found.append(formula)
        if Refusal.NOT_POSITIVE in outcomes:
            found.append(words.text("Where the earlier value is zero or less: later \u2212 earlier, computed."))
        if not all(change.is_comparable for change in self.shown):
            found.append(words.text("Nothing is computed across sources or definitions."))
        if axis.is_cut:
            found.append(words.text("The axis does not start at zero."))
        present = {change.after.subject for change in changes}
        missing = [short_name(member, words.language) for member in self.moved.members if member.id not in present]
        if missing:
            found.append(
                words.text("Left out, one of the years is missing: {names}.", names=listed_names(missing, words))
            )
        found += disagreement_notes(self.dataset, self.disagreements(self.shown), axis, words, named=True)
        return (*found, *notes_by_name(self.dataset, self.inputs(self.shown), words))

    def sentence(self, axis: ValueAxis) -> str:
        words = self.words
        listed = []
        for change in self.shown[:3]:
            told = change_told(change, axis.unit, words)
            listed.append(
                words.text(
                    "{name} from {before} to {after} ({change})",
                    name=short_name(self.member(change), words.language),
                    before=value_text(self.dataset, change.before, words),
                    after=value_text(self.dataset, change.after, words),
                    change=words.details([part for part in (told.strong, told.faint) if part]),
                )
            )
        return words.text(
            "{indicator} of {n} in {first} and {last}; the largest: {names}.",
            indicator=self.indicator.name.text(words.language),
            n=len(self.moved.changes),
            first=self.first,
            last=self.last,
            names=words.listing(listed),
        )

    def table(self, axis: ValueAxis) -> Table:
        """Return every figure, with the computed change beside the later one of each pair."""
        words, changes = self.words, self.moved.changes
        outcomes = [computed_change(change, axis.unit) for change in changes]
        computed: dict[int, CellValue] = {
            2 * row + 1: found for row, found in enumerate(outcomes) if not isinstance(found, Refusal)
        }
        heading = words.text("Change in percent, computed")
        if axis.unit.percentage:
            heading = words.text("Change in percentage points, computed")
        return with_computed(figures_table(self.dataset, self.inputs(changes), words), "CHANGE", heading, computed)
