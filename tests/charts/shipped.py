"""The shipped dataset and every chart that its pages offer, made once for all tests."""

from __future__ import annotations

from functools import cache

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


def chart_name(chart: Chart) -> str:
    question = chart.question
    return f"{question.subject.id} {question.kind} {question.indicator or ''}".strip()
