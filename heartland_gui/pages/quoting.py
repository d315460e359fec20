"""A number as a sentence that stands alone: what, of whom, how much, when, how real, and who says so."""

from __future__ import annotations

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.text import Words
from heartland_gui.wording import exact_value_text, figure_name, status_text, titled_citation


def figure_sentence(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return a figure as a sentence: `GDP of Shanxi was 2,549.568 bn yuan (2025, actual; source)`.

    The number has all of its digits: a sentence is cited. What is planned, expected or designed is not said as if it
    had been: a colon stands in place of the verb. A name with commas in it (`Services, value added`) stands behind its
    subject.
    """
    indicator = dataset.indicator_by_id[figure.indicator]
    subject = dataset.subjects[figure.subject].name.text(words.language)
    name, value = figure_name(dataset, figure, words), exact_value_text(dataset, figure, words)
    known = words.details([words.period(figure.period.label), status_text(figure.status, words)])
    source = titled_citation(dataset, dataset.source_by_id[figure.source], words)
    if "," in name and (indicator.verb is None or figure.status not in DONE):
        told = words.text("{subject}: {figure} {value}", figure=words.inside(name), subject=subject, value=value)
    elif figure.status not in DONE:
        told = words.text("{figure} of {subject}: {value}", figure=name, subject=subject, value=value)
    elif indicator.verb is not None and figure.scope is None:
        verb = indicator.verb.text(words.language)
        told = words.text("{subject} {verb} {value}", subject=subject, verb=verb, value=value)
    elif indicator.plural:
        told = words.text("{figure} of {subject} were {value}", figure=name, subject=subject, value=value)
    else:
        told = words.text("{figure} of {subject} was {value}", figure=name, subject=subject, value=value)
    return words.text("{told} ({known}; {source}).", told=told, known=known, source=source)
