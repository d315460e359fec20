"""Who is ranked by an indicator and by which figures: those of one period where most have one, else the newest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.comparable import (
    left_out_notes,
    shared_period,
    some_names,
)
from heartland_gui.charts.members import groups_with
from heartland_gui.model.comparable import comparable_figures, newest_known
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, Ref, Subject
from heartland_gui.model.facts import DONE, Observation
from heartland_gui.model.queries import latest, short_name
from heartland_gui.text import Words

FEWEST_ROWS: Final = 2
_MOST_ROWS: Final = 20


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
        name, period = short_name(subjects[item.subject], words.language), words.period(item.period.label)
        if item.status in DONE:
            other.append(words.text("{name} ({period})", name=name, period=period))
        else:
            hoped.append(name)
    found = []
    if other:
        found.append(words.text("Left out, no figure of the same period: {names}.", names=some_names(other, words)))
    if hoped:
        found.append(words.text("Left out, nothing done yet: {names}.", names=some_names(hoped, words)))
    present = {item.subject for item in (*ranked.figures, *ranked.apart)}
    indicator = dataset.indicator_by_id[ranked.figures[0].indicator]
    return (*found, *left_out_notes(dataset, ranked.members, present, indicator, words))
