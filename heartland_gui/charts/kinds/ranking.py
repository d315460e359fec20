"""Companies, cities or pillars ranked by an indicator: bars from zero, differing periods said at the bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.comparing.comparable import (
    NOT_DONE,
    OTHER_PERIOD,
    common_period,
    groups,
    groups_with,
    indicator_of_members,
    left_out,
    left_out_notes,
    own_slot,
    peer_group,
    shared_period,
    with_others,
)
from heartland_gui.charts.counts import companies_by_pillar, pillars_chart
from heartland_gui.charts.disagreements import bracket, bracket_legend, disagreement_notes
from heartland_gui.charts.furniture import (
    NEEDS_INDICATOR,
    NoChartError,
    cited_sources,
    colour_slot,
    details,
    edition_line,
    periods_subtitle,
    pillar_legend,
    status_legend,
)
from heartland_gui.charts.notes import notes_by_name
from heartland_gui.charts.number_labels import shown_number
from heartland_gui.charts.scales import value_range
from heartland_gui.charts.spec import (
    ANY_COLOUR,
    AxisRow,
    Bar,
    Bracket,
    Chart,
    Label,
    LegendEntry,
    Panel,
    Question,
    RowAxis,
    Symbol,
    ValueAxis,
)
from heartland_gui.charts.tables import figures_table
from heartland_gui.charts.weights import RANKING
from heartland_gui.model.comparison import members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreement, disagreements_in, others_of
from heartland_gui.model.entities import Indicator, Pillar, Ref, Subject, SubjectKind, ref_of
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.queries import comparable_figures, headline_ids, latest, newest_known, short_name
from heartland_gui.text import Words, message
from heartland_gui.wording import listed_name, publisher_text, starred, status_text, value_text

FEWEST_ROWS: Final = 2
_MOST_ROWS: Final = 20
_MANY_ROWS: Final = 12


@dataclass(frozen=True, slots=True)
class Ranked:
    """The figure by which each member is ranked, the largest first, and everybody with any figure.

    `apart` are figures of members that are not ranked, because theirs is of another period than all others.
    """

    members: tuple[Subject, ...]
    figures: tuple[Observation, ...]
    apart: tuple[Observation, ...] = ()

    @property
    def fitness(self) -> tuple[bool, int]:
        """How fit the group is to be ranked: at least two figures, and two of them of what is done."""
        done = sum(item.status in DONE for item in self.figures)
        return len(self.figures) >= FEWEST_ROWS, min(done, FEWEST_ROWS)

    def shown(self, asked: str) -> tuple[Observation, ...]:
        """Return the figures that have a row: the largest, and whoever is asked about in the last row at least."""
        largest = self.figures[:_MOST_ROWS]
        beyond = tuple(item for item in self.figures[_MOST_ROWS:] if item.subject == asked)
        return (*largest[: _MOST_ROWS - len(beyond)], *beyond)

    def rank(self, item: Observation) -> int:
        """Return the place of a figure among all, counted from 1; equal values share one."""
        return 1 + sum(other.value > item.value for other in self.figures)


def ranking_of(dataset: Dataset, subject: Ref, indicator: Indicator) -> Ranked:
    """Return the ranking of the first group that is fit for it: cities go before pillars, pillars before companies.

    The subject itself is always ranked where it has a figure that can be.
    """
    rankings = [
        _ranked(dataset, members, indicator, subject.id) for members in groups_with(dataset, subject, indicator.id)
    ]
    return max(rankings, key=lambda each: each.fitness)


def _ranked(dataset: Dataset, members: tuple[Subject, ...], indicator: Indicator, asked: str) -> Ranked:
    comparable = {member.id: comparable_figures(dataset, member.id, indicator) for member in members}
    found = {name: newest_known(figures) for name, figures in comparable.items()}
    newest = {name: figure for name, figure in found.items() if figure is not None}
    figures = _of_one_period({name: comparable[name] for name in newest}, asked) or newest
    ordered = tuple(sorted(figures.values(), key=lambda item: (-item.value, item.subject)))
    return Ranked(members, ordered, tuple(figure for name, figure in newest.items() if name not in figures))


def _of_one_period(comparable: Mapping[str, Sequence[Observation]], asked: str) -> dict[str, Observation]:
    """Return what was done in the period that most members share, nothing where there is none.

    A period without the member that is asked about will not do.
    """
    done = {name: [item for item in figures if item.status in DONE] for name, figures in comparable.items()}
    if asked in done:
        own = {item.period for item in done[asked]}
        done = {name: [item for item in figures if item.period in own] for name, figures in done.items()}
    period = shared_period(done.values())
    chosen = {name: latest([item for item in items if item.period == period], DONE) for name, items in done.items()}
    return {name: item for name, item in chosen.items() if item is not None}


def beyond_notes(dataset: Dataset, ranked: Ranked, asked: str, words: Words) -> tuple[str, ...]:
    """Return how many of all have a row, where that is not everybody, and where the one that is asked about stands."""
    shown, everybody = ranked.shown(asked), len(ranked.figures)
    if len(shown) == everybody:
        return ()
    last = shown[-1]
    if last is ranked.figures[len(shown) - 1]:
        return (words.text("The largest {n} of {all} are shown.", n=len(shown), all=everybody),)
    return (
        words.text(
            "The largest {n} of {all} are shown, then {name}: number {rank}.",
            n=len(shown) - 1,
            all=everybody,
            name=short_name(dataset.subjects[last.subject], words.language),
            rank=ranked.rank(last),
        ),
    )


def absences(dataset: Dataset, ranked: Ranked, words: Words) -> tuple[str, ...]:
    """Return who has figures of the indicator but is not ranked, with the reason."""
    subjects = {member.id: member for member in ranked.members}
    other, hoped = [], []
    for item in ranked.apart:
        name, period = listed_name(dataset, subjects[item.subject], words), words.period(item.period.label)
        if item.status in DONE:
            other.append(words.text("{name} ({period})", name=name, period=period))
        else:
            hoped.append(name)
    found = []
    if other:
        found.append(left_out(OTHER_PERIOD, other, words))
    if hoped:
        found.append(left_out(NOT_DONE, hoped, words))
    present = {item.subject for item in (*ranked.figures, *ranked.apart)}
    indicator = dataset.indicator_by_id[ranked.figures[0].indicator]
    return (*found, *left_out_notes(dataset, ranked.members, present, indicator, words))


KIND: Final = "ranking"
NAME: Final = message("Ranking")
WITHOUT_INDICATOR: Final = message("Number of companies")
"""What the region ranks its pillars by where no indicator is asked for."""

_TOLD: Final = 3


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return a weight and a question for every indicator of which two members or more have comparable figures.

    Indicators with more members go first. A company is ranked among those of its first pillar.
    """
    counts: Counter[str] = Counter()
    for group in groups(dataset, subject):
        for member in group:
            counts.update(_present(dataset, member))
    headline = headline_ids(dataset, subject.id)
    own = dataset.indicators_by_subject.get(subject.id, ())
    found = _counted(dataset, subject)
    for identifier, count in counts.items():
        if count < FEWEST_ROWS or (subject.kind is SubjectKind.COMPANY and identifier not in own):
            continue
        ranked = ranking_of(dataset, subject, dataset.indicator_by_id[identifier]).figures
        if len(ranked) < FEWEST_ROWS or all(item.value == 0 for item in ranked):
            continue
        if subject.kind is SubjectKind.COMPANY and all(item.subject != subject.id for item in ranked):
            continue
        # Of the few that somebody chose, what all of them have done tells most.
        chosen = len(members_of(subject))
        done = sum(item.status in DONE for item in ranked)
        weight = RANKING.of(
            len(ranked),
            _MANY_ROWS,
            headline=identifier in headline,
            complete=len(ranked) == chosen,
            variety=done / len(ranked) if chosen else 0,
            of_company=subject.kind is SubjectKind.COMPANY,
        )
        found.append((weight, Question(KIND, subject, identifier)))
    return tuple(found)


def _counted(dataset: Dataset, subject: Ref) -> list[tuple[float, Question]]:
    """Return the question how many companies each pillar has, for the region."""
    filled = (
        sum(bool(companies) for _, companies in companies_by_pillar(dataset)) if subject == dataset.region_ref else 0
    )
    return [(RANKING.of(filled, _MANY_ROWS), Question(KIND, subject))] if filled >= FEWEST_ROWS else []


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why nothing is ranked."""
    every = {name: None for group in groups(dataset, subject) for member in group for name in _present(dataset, member)}
    if subject.kind is SubjectKind.COMPANY:
        own = [name for name in every if comparable_figures(dataset, subject.id, dataset.indicator_by_id[name])]
        if not own:
            return words.text("There are no comparable figures here.")
        every = dict.fromkeys(own)
    rankings = [ranking_of(dataset, subject, dataset.indicator_by_id[name]).figures for name in every]
    if any(len(figures) >= FEWEST_ROWS for figures in rankings):
        return words.text("All figures that could be ranked are zero.")
    if subject.kind is SubjectKind.COMPANY:
        return words.text("No other has a comparable figure of the same indicator.")
    return words.text("Fewer than two have comparable figures of the same indicator.")


def _present(dataset: Dataset, member: Subject) -> tuple[str, ...]:
    return dataset.indicators_by_subject.get(member.id, ())


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the ranking of every member with a figure that can be compared, or of the pillars by their companies.

    Raises NoChartError where fewer than two members have one.
    """
    if question.indicator is None and question.subject == dataset.region_ref:
        return pillars_chart(dataset, question, words)
    if question.indicator is None:
        raise NoChartError(words.say(NEEDS_INDICATOR))
    indicator = dataset.indicator_by_id[question.indicator]
    ranked = ranking_of(dataset, question.subject, indicator)
    if len(ranked.figures) < FEWEST_ROWS:
        raise NoChartError(words.text("Fewer than two have comparable figures of this indicator."))
    shown = ranked.shown(question.subject.id)
    differing = {item.subject: found for item in shown if (found := _disagreement(dataset, item))}
    axis = _axis(dataset, with_others(dataset, shown), words)
    common = common_period(shown)
    marks = _marks(dataset, question.subject, shown, axis, words, differing)
    legend = _legend(dataset, question.subject, ranked, marks, words)
    return Chart(
        question=question,
        subject=short_name(dataset.entity(question.subject), words.language),
        title=indicator_of_members(dataset, question.subject, dataset.subjects[shown[0].subject], indicator, words),
        subtitle=periods_subtitle(axis.magnitude.unit, shown, common, words),
        x=axis,
        panels=(Panel(RowAxis(_rows(dataset, ranked, question.subject, words)), marks),),
        words=words,
        legend=(*legend, *bracket_legend(marks, words)),
        notes=(
            *beyond_notes(dataset, ranked, question.subject.id, words),
            *absences(dataset, ranked, words),
            *disagreement_notes(dataset, differing.values(), axis, words, named=True),
            *notes_by_name(dataset, with_others(dataset, shown), words),
        ),
        sources=cited_sources(dataset, (item.source for item in with_others(dataset, shown)), words),
        edition=edition_line(dataset, words),
        sentence=_sentence(dataset, ranked, question.subject, words),
        table=figures_table(dataset, with_others(dataset, ranked.figures), words),
    )


def _disagreement(dataset: Dataset, item: Observation) -> Disagreement | None:
    """Return what sources say of a ranked number, that of the bar first, None where they agree."""
    found = disagreements_in(dataset, item.subject, item.indicator).about(item)
    return found.led_by(item) if found else None


def _marks(
    dataset: Dataset,
    subject: Ref,
    shown: Sequence[Observation],
    axis: ValueAxis,
    words: Words,
    differing: Mapping[str, Disagreement],
) -> tuple[Bar | Bracket, ...]:
    """Return a bar for each row and, where other sources give another value, the bracket to it."""
    colour = colour_slot(dataset, dataset.entity(peer_group(dataset, subject)))
    common = common_period(shown)
    marks: list[Bar | Bracket] = []
    for row, item in enumerate(shown):
        member = dataset.subjects[item.subject]
        own = own_slot(dataset, subject, member)
        if own is None:
            own = colour_slot(dataset, member) if colour is None else colour
        about = details(dataset, item, words, named=True)
        marks.append(Bar(row, item.value, item.status, own, about, _label(dataset, item, axis, common, words)))
        if item.subject in differing:
            marks.append(bracket(dataset, differing[item.subject], row, words, horizontal=True))
    return tuple(marks)


def _axis(dataset: Dataset, drawn: Sequence[Observation], words: Words) -> ValueAxis:
    unit = dataset.unit_of(drawn[0].indicator)
    magnitude = words.magnitude(max(abs(item.value) for item in drawn), unit)
    low, high = value_range([item.value for item in drawn], from_zero=True, logarithmic=False)
    return ValueAxis(low, high, magnitude, unit=unit)


def _label(dataset: Dataset, item: Observation, axis: ValueAxis, common: str | None, words: Words) -> Label:
    """Return the number with what else must be known: its period, its status, and what which source says.

    A star says that a figure has a note.
    """
    faint = []
    others = others_of(dataset, item)
    if common is None:
        faint.append(words.period(item.period.label))
    if item.status is not Status.ACTUAL:
        faint.append(status_text(item.status, words))
    if others:
        faint.append(words.text("by {source}", source=publisher_text(dataset, item, words)))
    for other in others:
        number = starred(shown_number(other, (item,), axis, words), other.note)
        faint.append(words.text("{value} by {source}", value=number, source=publisher_text(dataset, other, words)))
    return Label(starred(shown_number(item, others, axis, words), item.note), " · ".join(faint))


def _legend(
    dataset: Dataset, subject: Ref, ranked: Ranked, marks: Sequence[Bar | Bracket], words: Words
) -> tuple[LegendEntry, ...]:
    """Return the legend of statuses and, where bars have several colours but not their names, of the pillars."""
    bars = [mark for mark in marks if isinstance(mark, Bar)]
    statuses, colours = {bar.status for bar in bars}, {bar.colour for bar in bars}
    if len(colours) == 1:
        return status_legend(statuses, Symbol.BAR, next(iter(colours)), words)
    legend = status_legend(statuses, Symbol.BAR, ANY_COLOUR, words)
    named = isinstance(ranked.members[0], Pillar) or subject.kind is SubjectKind.COMPARISON
    return legend if named else legend + pillar_legend(dataset, colours, Symbol.BAR, words)


def _rows(dataset: Dataset, ranked: Ranked, subject: Ref, words: Words) -> tuple[AxisRow, ...]:
    """Return the rows; one below which others are left out says its place."""
    rows = []
    for number, item in enumerate(ranked.shown(subject.id)):
        member = dataset.subjects[item.subject]
        name = listed_name(dataset, member, words)
        if item is not ranked.figures[number]:
            # Translators: a row of a ranking behind a gap: the name and its place, such as `Maker Works (number 25)`.
            name = words.text("{name} (number {rank})", name=name, rank=ranked.rank(item))
        rows.append(AxisRow(name, ref=ref_of(member), emphasis=member.id == subject.id))
    return tuple(rows)


def _sentence(dataset: Dataset, ranked: Ranked, subject: Ref, words: Words) -> str:
    """Return the largest in words and, where it is not among them, the one that is asked about."""
    shown = ranked.shown(subject.id)
    told = words.text(
        "{n} ranked by {indicator}; the largest: {names}.",
        n=len(shown),
        indicator=dataset.indicator_by_id[shown[0].indicator].name.text(words.language),
        names=words.listing([_told(dataset, item, words) for item in shown[:_TOLD]]),
    )
    own = [
        words.text("Number {rank}: {name}.", rank=ranked.rank(item), name=_told(dataset, item, words))
        for item in shown[_TOLD:]
        if item.subject == subject.id
    ]
    return words.sentences([told, *own])


def _told(dataset: Dataset, item: Observation, words: Words) -> str:
    return words.text(
        "{name} {value} ({period}, {status})",
        name=short_name(dataset.subjects[item.subject], words.language),
        value=value_text(dataset, item, words),
        period=words.period(item.period.label),
        status=status_text(item.status, words),
    )
