"""A number as a sentence that stands alone: what, of whom, how much, when, how real, and who says so."""

from __future__ import annotations

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.text import Words
from heartland_gui.wording import figure_name, full_value_text, status_text


def figure_sentence(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return `Gross domestic product of Shanxi was 2.55 tn yuan (2025, actual; Publisher, “Title”, date).`."""
    subject = dataset.subjects[figure.subject].name.text(words.language)
    known = words.enumeration([words.period(figure.period.label), status_text(figure.status, words)])
    source = dataset.source_by_id[figure.source]
    told = {
        "figure": figure_name(dataset, figure, words),
        "subject": subject,
        "value": full_value_text(dataset, figure, words),
        "known": words.clauses([known, titled_citation(dataset, source, words)]),
    }
    return ""
