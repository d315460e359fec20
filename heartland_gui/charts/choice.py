"""Which charts a page offers, the most telling first, and the chart that answers a question."""

from __future__ import annotations

from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref
from heartland_gui.text import Words


def questions(dataset: Dataset, subject: Ref) -> tuple[Question, ...]:
    """Return every chart that the data of a subject supports, the most telling first."""
    raise NotImplementedError


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the chart that answers a question. Raises NoChartError where the data has no answer."""
    raise NotImplementedError
