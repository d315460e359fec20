"""The cards of a page: its headline figures in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from heartland_gui.charts.disagreements import another_text, told_apart
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, Source, SubjectKind
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.queries import Headline
from heartland_gui.pages.page import Card, Link, Paragraph
from heartland_gui.text import Words
from heartland_gui.wording import read_out

_OLD: Final = 8
"""From this many years on, the age of a figure stands beside it."""


def cards_of(
    dataset: Dataset, headlines: Iterable[Headline], words: Words, marks: Mapping[str, str]
) -> tuple[Card, ...]:
    """Return the cards of headline figures; `marks` are the page's source marks by the source's id."""
    writer = _Writer(dataset, words, marks)
    return tuple(writer.card(headline) for headline in headlines)


def source_marks(sources: Sequence[Source]) -> dict[str, str]:
    """Return the marks of a page's sources, `[1]` and so on, by the source's id."""
    return {source.id: f"[{number}]" for number, source in enumerate(sources, 1)}


def mark_of(source: str, marks: Mapping[str, str]) -> Link:
    """Return the mark of a source as a link to its page."""
    return Link(marks[source], Ref(SubjectKind.SOURCE, source))


def figure_tip(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return what a tooltip says of a figure: all in full, and the note below."""
    lines = [read_out(dataset, figure, words)]
    if figure.note:
        lines.append(figure.note.text(words.language))
    return "\n".join(lines)


class _Writer:
    """Puts the cards of one page into words."""

    def __init__(self, dataset: Dataset, words: Words, marks: Mapping[str, str]) -> None:
        self._dataset, self._words, self._marks = dataset, words, marks

    def card(self, headline: Headline) -> Card:
        """Return the card of a figure."""
        figure, words = headline.figure, self._words
        return Card(
            label=self._label(figure),
            value=told_apart(self._dataset, figure, headline.others, words),
            period=self._period(figure),
            status=figure.status,
            mark=mark_of(figure.source, self._marks),
            scope=figure.scope.text(words.language) if figure.scope else "",
            note=figure.note.text(words.language) if figure.note else "",
            tip=figure_tip(self._dataset, figure, self._words),
            disagreement=tuple(self._said_by_another(other, headline) for other in headline.others),
        )

    def _label(self, figure: Observation) -> str:
        name = self._dataset.indicator_by_id[figure.indicator].name.text(self._words.language)
        if figure.status is Status.CAPACITY:
            return self._words.text("{indicator}, designed", indicator=name)
        return name

    def _period(self, figure: Observation) -> str:
        """Return the period, with its age where a figure is old beside the edition, or the day that is shown."""
        words, period = self._words, self._words.period(figure.period.label)
        manifest = self._dataset.manifest
        now = manifest.edition[:4] if manifest.as_of is None else str(manifest.as_of.year)
        age = int(now) - figure.period.year if now.isdecimal() else 0
        if age < _OLD or figure.status not in DONE:
            return period
        return words.text("{period}, {n} years old", period=period, n=age)

    def _said_by_another(self, figure: Observation, headline: Headline) -> Paragraph:
        text = another_text(self._dataset, figure, (headline.figure, *headline.others), self._words)
        return Paragraph((text,), marks=(mark_of(figure.source, self._marks),))
