"""A whole by its parts over time: upright bars of 100 percent, with shares computed from what one source says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from heartland_gui.charts.furniture import NEEDS_INDICATOR, NoChartError, cited_sources, edition_line, years_text
from heartland_gui.charts.notes import broken_courses, counted_notes, listed_years
from heartland_gui.charts.number_labels import hedge_of_part
from heartland_gui.charts.scales import time_range
from heartland_gui.charts.spec import (
    ANY_COLOUR,
    Chart,
    Details,
    EndLabel,
    Label,
    LegendEntry,
    Panel,
    Part,
    Question,
    Symbol,
    ValueAxis,
)
from heartland_gui.charts.tables import shares_table
from heartland_gui.charts.weights import STRUCTURE
from heartland_gui.decimals import percentage, rounded, written
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import PERCENT, Grade, Indicator, Ref
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import Frequency, Period
from heartland_gui.model.queries import observations_of, short_name
from heartland_gui.text import Magnitude, Message, Words, message
from heartland_gui.wording import citation, full_value_text, qualified

_FEWEST_PARTS: Final = 2
_GRADES: Final = tuple(Grade)


@dataclass(frozen=True, slots=True)
class Whole:
    """All parts of a whole in one year by one source, in the order of the dataset.

    `others` are other sources that give all parts of the same year, and other amounts.
    """

    parts: tuple[Observation, ...]
    others: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        """The year."""
        return self.parts[0].period

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.parts[0].source

    @property
    def total(self) -> float:
        """The sum of the parts, in their unit."""
        return float(sum(written(part.value) for part in self.parts))

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of each part in the sum of all, in percent."""
        return tuple(percentage(part.value, self.total) for part in self.parts)


def parts_of(dataset: Dataset, whole: str) -> tuple[Indicator, ...]:
    """Return the indicators that are parts of another, in the order of the dataset."""
    return tuple(indicator for indicator in dataset.indicators if indicator.part_of == whole)


class Shortfall(Enum):
    """Why a year has no bar although parts of it are known; the nearest to a bar comes last."""

    ONE_PART = auto()
    """The whole has one described part only."""
    INCOMPLETE = auto()
    ZERO = auto()
    NEGATIVE = auto()


def years_of(dataset: Dataset, subject: str, whole: str) -> tuple[tuple[Period, Whole | Shortfall], ...]:
    """Return the whole of every year for which parts are known, or why it is not shown, in order of time.

    A whole is shown where one source gives all of its parts, two or more, as actual figures of the whole subject. A
    negative part has no share, nor has any part of nothing. Of several sources the newest is taken where all agree,
    else the one of the best grade, the newest among equals.
    """
    found: list[tuple[Period, Whole | Shortfall]] = []
    for sources in _known(dataset, subject, whole).values():
        complete: list[tuple[Observation, ...]] = []
        lacking: list[Shortfall] = []
        for parts in sources.values():
            shortfall = _shortfall(dataset, whole, parts)
            if shortfall is None:
                complete.append(tuple(parts.values()))
            else:
                lacking.append(shortfall)
        period = next(iter(next(iter(sources.values())).values())).period
        shown = _chosen(dataset, complete) if complete else max(lacking, key=lambda each: each.value)
        found.append((period, shown))
    return tuple(sorted(found, key=lambda each: each[0].order))


def wholes(dataset: Dataset, subject: str, whole: str) -> tuple[Whole, ...]:
    """Return the wholes that can be shown, in order of time."""
    return tuple(found for _, found in years_of(dataset, subject, whole) if isinstance(found, Whole))


_BySource = dict[str, dict[str, Observation]]
"""What each source says of each part."""


def _known(dataset: Dataset, subject: str, whole: str) -> dict[str, _BySource]:
    """Return the actual figures of the parts, by year, then by source, then by part."""
    found: defaultdict[str, _BySource] = defaultdict(dict)
    for part in parts_of(dataset, whole):
        for item in observations_of(dataset, subject, part.id):
            fits = item.status is Status.ACTUAL and item.scope is None and item.period.frequency is Frequency.YEAR
            if fits:
                found[item.period.label].setdefault(item.source, {})[part.id] = item
    return found


def _shortfall(dataset: Dataset, whole: str, parts: dict[str, Observation]) -> Shortfall | None:
    """Return why the parts that a source gives are no whole, None where they are one."""
    wanted = len(parts_of(dataset, whole))
    if wanted < _FEWEST_PARTS:
        return Shortfall.ONE_PART
    if len(parts) < wanted:
        return Shortfall.INCOMPLETE
    values = [part.value for part in parts.values()]
    if min(values) < 0:
        return Shortfall.NEGATIVE
    return None if any(values) else Shortfall.ZERO


def _chosen(dataset: Dataset, complete: list[tuple[Observation, ...]]) -> Whole:
    """Return the whole by the source that is shown, with those that differ from it."""
    agreed = len({tuple(part.value for part in parts) for parts in complete}) == 1

    def rank(parts: tuple[Observation, ...]) -> tuple[int, int]:
        source = dataset.source_by_id[parts[0].source]
        grade = len(_GRADES) if source.grade is None else _GRADES.index(source.grade)
        return (0 if agreed else grade), -dataset.published(source).last.toordinal()

    first, *rest = sorted(complete, key=rank)
    values = [part.value for part in first]
    others = tuple(parts[0].source for parts in rest if [part.value for part in parts] != values)
    return Whole(first, others)


KIND: Final = "structure"
NAME: Final = message("Parts of the whole")

_MANY_YEARS: Final = 3
_SAME_SUM: Final = 0.005
"""Up to this much of a whole, parts that do not add up to it are rounding."""


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return a weight and a question for every whole of which one source gives all parts in some year."""
    found = []
    for identifier in dict.fromkeys(part.part_of for part in dataset.indicators if part.part_of is not None):
        years = wholes(dataset, subject.id, identifier)
        if years:
            found.append((STRUCTURE.of(len(years) >= _MANY_YEARS), Question(KIND, subject, identifier)))
    return tuple(found)


_NOT_DESCRIBED: Final = message("No parts of a whole are described here.")
_NOTHING: Final = {
    Shortfall.ONE_PART: message("Only one part of a whole is described here: there are no shares."),
    Shortfall.INCOMPLETE: message("No source gives all parts of a whole for the same year."),
    Shortfall.ZERO: message("All parts are zero in every year that has all parts."),
    Shortfall.NEGATIVE: message("A part is negative in every year that has all parts: there are no shares."),
}


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why there is no structure."""
    every = dict.fromkeys(part.part_of for part in dataset.indicators if part.part_of is not None)
    return _nothing(dataset, subject.id, tuple(every), words)


def _nothing(dataset: Dataset, subject: str, every: Collection[str], words: Words) -> str:
    """Return why none of these wholes is shown: what keeps the year that is nearest to a bar from it."""
    described = max((len(parts_of(dataset, whole)) for whole in every), default=0)
    if not described:
        return words.say(_NOT_DESCRIBED)
    years = (found for whole in every for _, found in years_of(dataset, subject, whole))
    lacking = [each for each in years if isinstance(each, Shortfall)]
    # Without any figure there is still no whole of which all parts are known.
    lacking.append(Shortfall.INCOMPLETE if described >= _FEWEST_PARTS else Shortfall.ONE_PART)
    return words.say(_NOTHING[max(lacking, key=lambda each: each.value)])


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the structure of a whole in every year for which one source gives all of its parts.

    Raises NoChartError where there is no such year.
    """
    if question.indicator is None:
        raise NoChartError(words.say(NEEDS_INDICATOR))
    years = years_of(dataset, question.subject.id, question.indicator)
    shown = tuple(found for _, found in years if isinstance(found, Whole))
    if not shown:
        raise NoChartError(_nothing(dataset, question.subject.id, (question.indicator,), words))
    lacking = tuple((period, found) for period, found in years if isinstance(found, Shortfall))
    return _Drawing(dataset, question, dataset.indicator_by_id[question.indicator], shown, lacking, words).chart()


_LEFT_OUT: Final = {
    Shortfall.INCOMPLETE: message("No source gives all parts for {years}."),
    Shortfall.ZERO: message("All parts are zero in {years}: there are no shares."),
    Shortfall.NEGATIVE: message("A part is negative in {years}: there are no shares."),
}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The making of one chart: what the steps below share."""

    dataset: Dataset
    question: Question
    indicator: Indicator
    wholes: tuple[Whole, ...]
    lacking: tuple[tuple[Period, Shortfall], ...]
    words: Words

    def chart(self) -> Chart:
        dataset, words = self.dataset, self.words
        inputs = [part for whole in self.wholes for part in whole.parts]
        axis = ValueAxis(0, 100, Magnitude(1.0, "%"), unit=PERCENT)
        computed = [
            (part, share) for whole in self.wholes for part, share in zip(whole.parts, whole.shares, strict=True)
        ]
        return Chart(
            question=self.question,
            subject=short_name(dataset.entity(self.question.subject), words.language),
            title=self.title(),
            subtitle=words.text("percent, computed: part / sum of all parts"),
            x=time_range([(whole.period.start, whole.period.end) for whole in self.wholes]),
            panels=(Panel(axis, self.marks()),),
            words=words,
            legend=(LegendEntry(Symbol.BAR, words.text("computed from actual figures"), Status.ACTUAL, ANY_COLOUR),),
            notes=self.notes(),
            sources=cited_sources(dataset, [item.source for item in (*inputs, *self.others())], words),
            edition=edition_line(dataset, words),
            sentence=self.sentence(),
            table=shares_table(dataset, computed, words),
        )

    def marks(self) -> tuple[Part, ...]:
        marks = []
        for whole in self.wholes:
            low = 0.0
            for tone, share in enumerate(whole.shares):
                label = Label(self.words.number(_shown(share)))
                ends = self.end_label(whole, tone) if whole is self.wholes[-1] else None
                period = whole.period
                about = self.details(whole, tone)
                short = self.words.number(share, 0)
                marks.append(Part(period.start, period.end, low, low + share, tone, about, label, ends, short))
                low += share
        return tuple(marks)

    # -- words --------------------------------------------------------------------------------------------------

    def name(self, part: Observation) -> str:
        return self.dataset.indicator_by_id[part.indicator].name.text(self.words.language)

    def share_text(self, whole: Whole, place: int) -> str:
        """Return the share of a part with its sign, and how exact it is after what the source says of all parts."""
        hedge = hedge_of_part(whole.parts[place], (*whole.parts[:place], *whole.parts[place + 1 :]))
        return qualified(self.words.amount(_shown(whole.shares[place]), PERCENT), hedge, self.words)

    def end_label(self, whole: Whole, place: int) -> EndLabel:
        return EndLabel(self.name(whole.parts[place]), self.share_text(whole, place))

    def details(self, whole: Whole, place: int) -> Details:
        """Return what is read out: the share, how it was computed, from what, and by whom that is."""
        words, part = self.words, whole.parts[place]
        unit = self.dataset.unit_of(part.indicator)
        total = words.full_amount(whole.total, unit)
        computed = words.text("computed")
        lines = [
            self.name(part),
            " · ".join((self.share_text(whole, place), words.period(part.period.label), computed)),
            words.text("{part} / {total}", part=full_value_text(self.dataset, part, words), total=total),
            citation(self.dataset, self.dataset.source_by_id[part.source], words),
        ]
        if part.note is not None:
            lines.append(part.note.text(words.language))
        return Details("\n".join(lines), part.source, observation=part)

    def title(self) -> str:
        years = years_text([whole.parts[0] for whole in self.wholes], self.words)
        name = self.indicator.name.text(self.words.language)
        return self.words.text("{whole} by its parts, {years}", whole=name, years=years)

    def notes(self) -> tuple[str, ...]:
        words = self.words
        found = [words.text("Share = part / sum of all parts of the same source and year, computed.")]
        found += self.disagreements()
        courses = [
            (self.name(part), [whole.parts[place] for whole in self.wholes])
            for place, part in enumerate(self.wholes[0].parts)
        ]
        found += broken_courses(self.dataset, courses, words)
        found += self.years_left_out()
        uneven = [whole for whole in self.wholes if self.differs_from_whole(whole)]
        if uneven:
            years = words.listing([words.period(whole.period.label) for whole in uneven])
            found.append(
                words.text("The parts do not add up to the whole given by the same source: {years}.", years=years)
            )
        found += counted_notes([part for whole in self.wholes for part in whole.parts], words)
        return tuple(found)

    def years_left_out(self) -> list[str]:
        """Return which years have no bar, and why: of those between the bars, and others of which parts are known."""
        words = self.words
        shown = {whole.period.year for whole in self.wholes}
        years: defaultdict[Shortfall, set[int]] = defaultdict(set)
        for period, shortfall in self.lacking:
            years[shortfall].add(period.year)
        explained = shown.union(*years.values())
        years[Shortfall.INCOMPLETE] |= set(range(min(shown), max(shown))) - explained
        return [
            words.say(Message(said.template, (("years", listed_years(years[shortfall], words)),)))
            for shortfall, said in _LEFT_OUT.items()
            if years[shortfall]
        ]

    def disagreements(self) -> list[str]:
        """Return where other sources give all parts as well, and other amounts: who is shown and who is not."""
        words, found = self.words, []
        for whole in self.wholes:
            names = [citation(self.dataset, self.dataset.source_by_id[source], words) for source in whole.others]
            if names:
                shown = citation(self.dataset, self.dataset.source_by_id[whole.source], words)
                found.append(
                    words.text(
                        "{year}: sources differ; shown is {shown}, not {others}.",
                        year=words.period(whole.period.label),
                        shown=shown,
                        others=words.listing(names),
                    )
                )
        return found

    def others(self) -> list[Observation]:
        """Return the figures of sources that are named but not shown."""
        named = {(source, whole.period.label) for whole in self.wholes for source in whole.others}
        return [
            item
            for part in parts_of(self.dataset, self.indicator.id)
            for item in observations_of(self.dataset, self.question.subject.id, part.id)
            if (item.source, item.period.label) in named
        ]

    def differs_from_whole(self, whole: Whole) -> bool:
        """Whether the source of the parts gives another amount for the whole than their sum."""
        given = [
            item.value
            for item in observations_of(self.dataset, self.question.subject.id, self.indicator.id)
            if (item.source, item.period, item.status, item.scope) == (whole.source, whole.period, Status.ACTUAL, None)
        ]
        return any(abs(value - whole.total) > _SAME_SUM * abs(whole.total) for value in given)

    def sentence(self) -> str:
        words, first, last = self.words, self.wholes[0], self.wholes[-1]
        told = []
        for place, part in enumerate(last.parts):
            now = words.text(
                "{name} {share} in {period}",
                name=self.name(part),
                share=self.share_text(last, place),
                period=words.period(last.period.label),
            )
            if first is not last:
                before = self.share_text(first, place)
                now = words.text(
                    "{now} after {share} in {period}", now=now, share=before, period=words.period(first.period.label)
                )
            told.append(now)
        largest = max(range(len(last.parts)), key=lambda place: last.shares[place])
        return words.text(
            "{whole} of {subject} by its parts, shares computed: {parts}; the largest is {largest}.",
            whole=self.indicator.name.text(words.language),
            subject=short_name(self.dataset.entity(self.question.subject), words.language),
            parts=words.listing(told),
            largest=self.name(last.parts[largest]),
        )


def _shown(share: float) -> float:
    """Return a share with the one decimal that it has inside its bar, beside it and in words."""
    return float(rounded(share, 1))
