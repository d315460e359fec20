"""Which charts a page offers, the most telling first, and the chart that answers a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from heartland_gui.charts.frame import NoChartError
from heartland_gui.charts.kinds import over_time, ranking, timeline
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref
from heartland_gui.text import Message, Words


class _Questions(Protocol):
    def __call__(self, dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]: ...


class _Answer(Protocol):
    def __call__(self, dataset: Dataset, question: Question, words: Words) -> Chart: ...


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A kind of chart: what it is called, what it can be asked about a subject, and its answer."""

    id: str
    name: Message
    questions: _Questions
    chart: _Answer


KINDS: Final = {
    kind.id: kind
    for kind in (
        ChartKind(over_time.KIND, over_time.NAME, over_time.questions, over_time.chart),
        ChartKind(ranking.KIND, ranking.NAME, ranking.questions, ranking.chart),
        ChartKind(timeline.KIND, timeline.NAME, timeline.questions, timeline.chart),
    )
}


def questions(dataset: Dataset, subject: Ref) -> tuple[Question, ...]:
    """Return every chart that the data of a subject supports, the most telling first."""
    weighed = [item for kind in KINDS.values() for item in kind.questions(dataset, subject)]
    return tuple(question for _, question in sorted(weighed, key=lambda item: -item[0]))


def best_of_each_kind(dataset: Dataset, subject: Ref) -> tuple[Question, ...]:
    """Return the most telling question of each kind that the subject's data supports."""
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
    return kind.chart(dataset, question, words)


def kind_name(kind: str, words: Words) -> str:
    """Return what a kind of chart is called."""
    return words.say(KINDS[kind].name)
