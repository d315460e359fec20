"""Which charts a page offers, the most informative first, and the chart that answers a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds import (
    change,
    coverage,
    map,  # noqa: A004 - a kind's name is its id
    multiples,
    over_time,
    ranking,
    several_over_time,
    structure,
    targets,
    timeline,
)
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Message, Words, message


class ChartKind(Protocol):
    """A kind of chart: a module of `heartland_gui.charts.kinds`."""

    @property
    def KIND(self) -> str:  # noqa: N802 - a constant of the module
        """The id, as the command line and addresses have it."""

    @property
    def NAME(self) -> Message:  # noqa: N802
        """What it is called on a switch."""

    def questions(self, dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
        """Return what the kind can be asked about a subject, each question with how informative its answer is."""

    def chart(self, dataset: Dataset, question: Question, words: Words) -> Chart:
        """Return the chart that answers a question. Raises NoChartError where the data has no answer."""

    def reason(self, dataset: Dataset, subject: Ref, words: Words) -> str:
        """Return why nothing can be asked about a subject for which `questions` has none, as a sentence."""


KINDS: Final[Mapping[str, ChartKind]] = {
    kind.KIND: kind
    for kind in (
        over_time,
        several_over_time,
        multiples,
        structure,
        ranking,
        map,
        targets,
        change,
        timeline,
        coverage,
    )
}
"""Every kind by its id, in the order of the switches."""


_WITHOUT_INDICATOR: Final = {map.KIND: map.WITHOUT_INDICATOR, ranking.KIND: ranking.WITHOUT_INDICATOR}


_COMPARING: Final = frozenset({several_over_time.KIND, ranking.KIND, change.KIND})
"""The kinds that can show subjects side by side, whatever they are."""


_NOT_SHOWN: Final = {
    SubjectKind.SOURCE: message("A source has no charts; places, pillars, companies and the like have."),
    SubjectKind.COMPARISON: message("This kind of chart cannot show a comparison."),
    SubjectKind.INDICATOR: message("This kind of chart cannot show one figure of all."),
}
"""Why no kind, or not every kind, can be asked about some pages, whatever is known."""


def _kinds_of(subject: Ref) -> list[str]:
    if subject.kind in (SubjectKind.SOURCE, SubjectKind.INDICATOR):
        return []
    return [kind for kind in KINDS if subject.kind is not SubjectKind.COMPARISON or kind in _COMPARING]


def questions(dataset: Dataset, subject: Ref) -> tuple[Question, ...]:
    """Return every chart that the data of a subject supports, the most informative first."""
    weighed = [item for kind in _kinds_of(subject) for item in KINDS[kind].questions(dataset, subject)]
    return tuple(question for _, question in sorted(weighed, key=lambda item: -item[0]))


def best_of_each_kind(dataset: Dataset, subject: Ref) -> tuple[Question, ...]:
    """Return the most informative question of each kind that the subject's data supports."""
    found: dict[str, Question] = {}
    for question in questions(dataset, subject):
        found.setdefault(question.kind, question)
    return tuple(found.values())


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the chart that answers a question. Raises NoChartError where the data has no answer."""
    kind = KINDS.get(question.kind)
    if kind is None:
        known = words.listing(list(KINDS))
        raise NoChartError(
            words.text("There is no kind of chart “{kind}”; known: {known}.", kind=question.kind, known=known)
        )
    if question.kind not in _kinds_of(question.subject):
        raise NoChartError(words.say(_NOT_SHOWN[question.subject.kind]))
    return kind.chart(dataset, question, words)


def missing_kinds(dataset: Dataset, subject: Ref, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the kinds that the data of a subject does not support, each with the reason as a sentence."""
    offered = {question.kind for question in questions(dataset, subject)}
    possible = _kinds_of(subject)
    return tuple(
        (kind, KINDS[kind].reason(dataset, subject, words) if kind in possible else words.say(_NOT_SHOWN[subject.kind]))
        for kind in KINDS
        if kind not in offered
    )


def kind_name(kind: str, words: Words) -> str:
    """Return what a kind of chart is called."""
    return words.say(KINDS[kind].NAME)


_SHORT_NAMES: Final = {
    several_over_time.KIND: message("Compared"),
    structure.KIND: message("Parts"),
    targets.KIND: message("Plans"),
}


def short_kind_name(kind: str, words: Words) -> str:
    """Return what a kind of chart is called where room is scarce."""
    return words.say(_SHORT_NAMES.get(kind, KINDS[kind].NAME))


def question_name(dataset: Dataset, question: Question, words: Words) -> str:
    """Return what a chart shows in a list of those of its kind: an indicator, else what the kind shows without one."""
    if question.indicator is not None:
        return dataset.indicator_by_id[question.indicator].name.text(words.language)
    return words.say(_WITHOUT_INDICATOR.get(question.kind, KINDS[question.kind].NAME))
