"""The page of an indicator: what is counted, and the newest figure of each subject that has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from heartland_gui.charts.comparing.comparable import newest
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, IndicatorKind, ref_of
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.model.queries import comparable_figures, figures_of_indicator, latest, newest_known
from heartland_gui.pages.names import topic_name
from heartland_gui.pages.page import Fact, Link
from heartland_gui.text import Words, message

_KINDS: Final = {
    IndicatorKind.FLOW: message("amount of a period"),
    IndicatorKind.STOCK: message("level at the end of a period"),
    IndicatorKind.RATIO: message("relation of two amounts"),
    IndicatorKind.INDEX: message("index"),
    IndicatorKind.GROWTH: message("change since the year before"),
}


def indicator_facts(dataset: Dataset, indicator: Indicator, words: Words) -> Iterator[Fact]:
    """Yield what is counted: the unit, the kind, the topic, of what it is a part, and how much is known."""
    language = words.language
    figures = figures_of_indicator(dataset, indicator.id)
    yield Fact(words.text("Unit"), (dataset.unit_of(indicator.id).name.text(language),))
    yield Fact(words.text("Kind"), (words.say(_KINDS[indicator.kind]),))
    if indicator.topic:
        yield Fact(words.text("Topic"), (topic_name(dataset, indicator.topic, words),))
    if indicator.part_of:
        whole = dataset.indicator_by_id[indicator.part_of]
        yield Fact(words.text("Part of"), (Link(whole.name.text(language), ref_of(whole)),))
    subjects = len({item.subject for item in figures})
    counts = (
        words.plural("{n} figure", "{n} figures", len(figures)),
        words.plural("{n} subject", "{n} subjects", subjects),
    )
    yield Fact(words.text("In the data"), (words.details(counts),))


def newest_figures(dataset: Dataset, indicator: Indicator) -> tuple[Observation, ...]:
    """Return the newest figure of each subject: of the whole and done where there is one. The largest come first."""
    by_subject: defaultdict[str, list[Observation]] = defaultdict(list)
    for item in figures_of_indicator(dataset, indicator.id):
        by_subject[item.subject].append(item)
    chosen = []
    for subject, figures in by_subject.items():
        whole = newest_known(comparable_figures(dataset, subject, indicator))
        found = whole or latest(figures, DONE) or newest(dataset, figures)
        if found is not None:
            chosen.append(found)
    return tuple(sorted(chosen, key=lambda item: (item.status not in DONE, -item.value, item.subject)))
