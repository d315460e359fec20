"""The shipped dataset, every chart that its pages offer, and a sample of them, made once for all tests."""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.export.batch import all_questions
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.resources import resource
from heartland_gui.text.languages import words_in


@cache
def shipped_dataset() -> Dataset:
    dataset = read_dataset(resource("datasets", "shanxi")).dataset
    assert dataset is not None
    return dataset


@cache
def shipped_questions() -> tuple[Question, ...]:
    return tuple(all_questions(shipped_dataset()))


@cache
def shipped_charts(language: str) -> tuple[Chart, ...]:
    dataset, words = shipped_dataset(), words_in(language)
    return tuple(chart(dataset, question, words) for question in shipped_questions())


_DRAWN = 8
"""How many charts of each kind are drawn by lot."""


@cache
def sampled_charts(language: str) -> tuple[Chart, ...]:
    """Return of every kind the charts with most and fewest marks, panels, words and sources, and a few drawn by lot."""
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    english = shipped_charts("en")
    for number, question in enumerate(shipped_questions()):
        by_kind[question.kind].append(number)
    dice = random.Random(1)  # noqa: S311 - no secret
    chosen: set[int] = set()
    for numbers in by_kind.values():
        for size in (_marks, _panels, _words, _sources):
            chosen |= {choose(numbers, key=lambda number: size(english[number])) for choose in (min, max)}
        chosen |= set(dice.sample(numbers, min(_DRAWN, len(numbers))))
    dataset, words, asked = shipped_dataset(), words_in(language), shipped_questions()
    return tuple(
        english[number] if language == "en" else chart(dataset, asked[number], words) for number in sorted(chosen)
    )


def _marks(chart: Chart) -> int:
    return sum(len(panel.marks) for panel in chart.panels)


def _panels(chart: Chart) -> int:
    return len(chart.panels)


def _words(chart: Chart) -> int:
    said = (chart.full_title, chart.subtitle, *chart.notes, *(entry.label for entry in chart.legend))
    return sum(map(len, said))


def _sources(chart: Chart) -> int:
    return sum(len(source.text) for source in chart.sources)


SAMPLED_OR_ALL = (
    pytest.param(sampled_charts, id="sampled"),
    pytest.param(shipped_charts, id="all", marks=pytest.mark.nightly),
)
"""Where every chart is looked at: a sample by day, all of them by night."""


def chart_name(chart: Chart) -> str:
    question = chart.question
    return f"{question.subject.id} {question.kind} {question.indicator or ''}".strip()
