"""The page of where sources differ: one group a figure, its periods inside, what each source says, how far apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from heartland_gui.charts.disagreements import apart_text, values_apart
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreement, disagreements_in
from heartland_gui.model.entities import Ref, SubjectKind, ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import short_name
from heartland_gui.text import Words, message
from heartland_gui.wording import are_cities, citation, figure_name, listed_name, status_text

MOST_PERIODS: Final = 4
"""A figure begins with so many periods, those that differ most; the others unfold."""


class Group(StrEnum):
    """What figures are of, as far as the page tells it apart."""

    REGION = "region"
    PLACES = "places"
    ZONES = "zones"
    PILLARS = "pillars"
    TECHNOLOGIES = "technologies"
    COMPANIES = "companies"


_GROUPS: Final = {
    SubjectKind.ZONE: Group.ZONES,
    SubjectKind.PILLAR: Group.PILLARS,
    SubjectKind.TECHNOLOGY: Group.TECHNOLOGIES,
    SubjectKind.COMPANY: Group.COMPANIES,
}
_NAMES: Final = {
    Group.PLACES: message("Places"),
    Group.ZONES: message("Zones"),
    Group.PILLARS: message("Pillars"),
    Group.TECHNOLOGIES: message("Technologies"),
    Group.COMPANIES: message("Companies"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says."""

    figure: Observation
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class DifferingPeriod:
    """What sources say of one period, the highest value first; `apart` is empty where it cannot be computed."""

    period: str
    said: tuple[Said, ...]
    apart: str
    is_rounding: bool
    width: float
    """How far they are apart beside their size: what rows are ordered by."""


@dataclass(frozen=True, slots=True)
class DifferingFigure:
    """One figure of one subject with all periods in which sources differ, the newest first."""

    subject: Ref
    indicator: str
    group: Group
    name: str
    figure: str
    status: Status
    periods: tuple[DifferingPeriod, ...]
    note: str

    @property
    def key(self) -> tuple[str, str, Status]:
        """What tells it from the others, however many of its periods are shown."""
        return self.subject.id, self.figure, self.status

    @property
    def first(self) -> tuple[DifferingPeriod, ...]:
        """The periods that stand there before the others are asked for: those that differ most, the newest first."""
        widest = sorted(self.periods, key=lambda each: each.width, reverse=True)[:MOST_PERIODS]
        return tuple(each for each in self.periods if each in widest)

    @property
    def widest(self) -> float:
        """The width of the period that differs most."""
        return max(each.width for each in self.periods)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the differing figures are shown."""

    group: Group | None = None
    indicator: str | None = None
    text: str = ""
    rounding: bool = False


def differing_figures(dataset: Dataset, words: Words) -> tuple[DifferingFigure, ...]:
    """Return every figure on which sources differ, the largest difference first and bounds last."""
    grouped: defaultdict[tuple[object, ...], list[Disagreement]] = defaultdict(list)
    for found in disagreements_in(dataset):
        item = found.observations[0]
        grouped[item.subject, item.indicator, item.status, item.scope].append(found)
    figures = (_figure(dataset, each, words) for each in grouped.values())
    return tuple(sorted(figures, key=lambda each: each.widest, reverse=True))


def _figure(dataset: Dataset, found: Sequence[Disagreement], words: Words) -> DifferingFigure:
    newest_first = sorted(found, key=lambda each: each.observations[0].period.order, reverse=True)
    item = newest_first[0].observations[0]
    subject = dataset.subjects[item.subject]
    return DifferingFigure(
        subject=ref_of(subject),
        indicator=item.indicator,
        group=_group(dataset, ref_of(subject)),
        name=listed_name(dataset, subject, words),
        figure=figure_name(dataset, item, words),
        status=item.status,
        periods=tuple(_period(dataset, each, words) for each in newest_first),
        note=_note(dataset, [figure for each in newest_first for figure in each.observations], words),
    )


def _group(dataset: Dataset, subject: Ref) -> Group:
    return Group.REGION if subject == dataset.region_ref else _GROUPS.get(subject.kind, Group.PLACES)


def _period(dataset: Dataset, found: Disagreement, words: Words) -> DifferingPeriod:
    values = zip(found.observations, values_apart(dataset, found, words), strict=True)
    highest_first = sorted(values, key=lambda each: each[0].value, reverse=True)
    return DifferingPeriod(
        period=words.period(found.observations[0].period.label),
        said=tuple(
            Said(item, value, citation(dataset, dataset.source_by_id[item.source], words))
            for item, value in highest_first
        ),
        apart=apart_text(dataset, found, words),
        is_rounding=found.is_rounding,
        width=found.width,
    )


def _note(dataset: Dataset, figures: Iterable[Observation], words: Words) -> str:
    """Return what is noted at the figures, else what is at their sources, each said once."""
    every = tuple(figures)
    own = [item.note.text(words.language) for item in every if item.note is not None]
    if own:
        return words.sentences(list(dict.fromkeys(own)))
    sources = (dataset.source_by_id[each] for each in dict.fromkeys(item.source for item in every))
    told = [
        words.text("{source}: {note}", source=each.publisher.text(words.language), note=each.note.text(words.language))
        for each in sources
        if each.note is not None
    ]
    return words.sentences(list(dict.fromkeys(told)))


def chosen_figures(figures: Sequence[DifferingFigure], choice: Choice) -> tuple[DifferingFigure, ...]:
    """Return what a choice leaves: of each figure the periods, as far as any is left."""
    wanted = choice.text.casefold().split()
    found = []
    for each in figures:
        if choice.group not in (None, each.group) or choice.indicator not in (None, each.indicator):
            continue
        left = tuple(period for period in each.periods if choice.rounding or not period.is_rounding)
        if left and all(word in _spoken(each) for word in wanted):
            found.append(replace(each, periods=left))
    return tuple(sorted(found, key=lambda each: each.widest, reverse=True))


def _spoken(figure: DifferingFigure) -> str:
    """Return all words of a figure, to look into."""
    sources = (said.source for period in figure.periods for said in period.said)
    periods = (period.period for period in figure.periods)
    return " ".join((figure.name, figure.figure, figure.note, *sources, *periods)).casefold()


# -- in words ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose by: a kind of subject, an indicator, or all; with how many periods it has."""

    name: str
    count: int
    group: Group | None = None
    indicator: str | None = None


def _periods(figures: Iterable[DifferingFigure]) -> int:
    return sum(len(each.periods) for each in figures)


def count_text(figures: Sequence[DifferingFigure], words: Words) -> str:
    """Return `29 periods of 10 figures`."""
    periods = words.plural("{n} period", "{n} periods", _periods(figures))
    named = words.plural("{n} figure", "{n} figures", len(figures))
    return words.text("{periods} of {figures}", periods=periods, figures=named)


def explanation(figures: Sequence[DifferingFigure], words: Words) -> str:
    """Return what the page is about, and how much differs only by rounding."""
    said = [
        words.text(
            "Two sources give different values for the same figure, period and status. "
            "Nothing is averaged: every page shows both."
        )
    ]
    rounding = rounding_count(figures)
    if rounding:
        said.append(
            words.plural(
                "{n} more differs only because one source rounds.",
                "{n} more differ only because one source rounds.",
                rounding,
            )
        )
    return words.sentences(said)


def rounding_count(figures: Iterable[DifferingFigure]) -> int:
    """Return in how many periods sources only round differently."""
    return sum(period.is_rounding for each in figures for period in each.periods)


def group_offers(
    dataset: Dataset, figures: Sequence[DifferingFigure], choice: Choice, words: Words
) -> tuple[Offer, ...]:
    """Return the kinds of subjects that differ, all of them first; with one kind there is nothing to choose."""
    shown = chosen_figures(figures, Choice(rounding=choice.rounding))
    offers = [Offer(words.text("All"), _periods(shown))]
    for group in Group:
        count = _periods(each for each in shown if each.group is group)
        if count:
            of_group = [each.subject.id for each in shown if each.group is group]
            offers.append(Offer(_group_name(dataset, group, of_group, words), count, group))
    return tuple(offers) if len(offers) > 2 else tuple(offers[:1])


def _group_name(dataset: Dataset, group: Group, subjects: Collection[str], words: Words) -> str:
    if group is Group.REGION:
        return short_name(dataset.region, words.language)
    if group is Group.PLACES and are_cities(place for place in dataset.places if place.id in subjects):
        return words.text("Cities")
    return words.say(_NAMES[group])


def indicator_offers(
    dataset: Dataset, figures: Sequence[DifferingFigure], choice: Choice, words: Words
) -> tuple[Offer, ...]:
    """Return the indicators that differ, in the order of the dataset, all of them first."""
    shown = chosen_figures(figures, replace(choice, indicator=None))
    offers = [Offer(words.text("All figures"), _periods(shown))]
    for each in dataset.indicators:
        count = _periods(figure for figure in shown if figure.indicator == each.id)
        if count:
            offers.append(Offer(each.name.text(words.language), count, indicator=each.id))
    return tuple(offers)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what one source says, or in place of it how many periods more there are.

    `figure_lines` and `period_lines` say over how many lines the cells of the figure and of the period reach, 0 where
    they began above.
    """

    figure: DifferingFigure
    period: DifferingPeriod | None
    said: Said | None
    figure_lines: int
    period_lines: int
    more: int = 0


def lines_of(figures: Sequence[DifferingFigure], unfolded: Container[object]) -> tuple[Line, ...]:
    """Return the lines of the table; figures whose keys are `unfolded` have all of their periods."""
    found: list[Line] = []
    for figure in figures:
        periods = figure.periods if figure.key in unfolded else figure.first
        more = len(figure.periods) - len(periods)
        left = sum(len(period.said) for period in periods) + bool(more)
        for period in periods:
            for number, said in enumerate(period.said):
                found.append(Line(figure, period, said, left, 0 if number else len(period.said)))
                left = 0
        if more:
            found.append(Line(figure, None, None, 0, 1, more))
    return tuple(found)


def status_line(figure: DifferingFigure, words: Words) -> str:
    """Return how real a figure is, and of how many periods where there are several: `actual, 19 periods`."""
    status = status_text(figure.status, words)
    if len(figure.periods) == 1:
        return status
    periods = words.plural("{n} period", "{n} periods", len(figure.periods))
    return words.details([status, periods])


def headings(words: Words) -> tuple[str, ...]:
    """Return what stands above the columns: figure, period, value, source, how far apart, note."""
    return (
        words.text("Figure"),
        words.text("Period"),
        words.text("What the sources say"),
        words.text("Source"),
        words.text("Apart"),
        words.text("Note"),
    )


def tab_separated(figures: Sequence[DifferingFigure], words: Words) -> str:
    """Return all periods of figures for the clipboard, a line for what each source says; values are plain numbers."""
    head = (
        *(words.text("Subject"), words.text("Figure"), words.text("Status"), words.text("Period")),
        *(words.text("Value"), words.text("As shown"), words.text("Source"), words.text("Apart"), words.text("Note")),
    )
    lines = [head]
    for figure in figures:
        for period in figure.periods:
            lines += [
                (
                    *(figure.name, figure.figure, status_text(figure.status, words), period.period),
                    *(f"{said.figure.value!r}", said.value, said.source, period.apart, figure.note),
                )
                for said in period.said
            ]
    return "".join("\t".join(" ".join(text.split()) for text in line) + "\n" for line in lines)
