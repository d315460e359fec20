"""A source in short, beside the figure that somebody came from: what it is, what it tells, and how it is cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import Grade, Ref, Source, SubjectKind, ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import uses_of_source
from heartland_gui.text import Words, message
from heartland_gui.wording import (
    citation,
    date_text,
    figure_name,
    listed_name,
    plain_citation,
    read_out,
    source_language_text,
    status_text,
    value_text,
)

_KINDS: Final = {
    Grade.OFFICIAL: message("Official: published by an authority"),
    Grade.COMPANY: message("Company: what it says of itself"),
    Grade.PRESS: message("Press: a report of a newspaper or news agency"),
    Grade.REFERENCE: message("Reference work: a yearbook, a study or an encyclopaedia"),
    Grade.AGGREGATOR: message("Collected: a page that gathers others"),
    Grade.COPY: message("Copy: read in a copy only"),
}


def kind_text(grade: Grade, words: Words) -> str:
    """Return in a few words how near a source is to the fact."""
    return words.say(_KINDS[grade])


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """A figure that a source tells: of what and when, how much, how real."""

    figure: Observation
    label: str
    value: str
    status: Status
    is_marked: bool
    """Whether somebody came from it."""
    spoken: str


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """The figures of one subject."""

    subject: Ref
    name: str
    figures: tuple[SheetFigure, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """One of the sources that differ on the figure that somebody came from."""

    figure: Observation
    value: str
    source: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """All of the sheet; `facts` are pairs of a label and what is known."""

    source: Ref
    title: str
    facts: tuple[tuple[str, str], ...]
    rivals: tuple[Rival, ...]
    groups: tuple[SheetGroup, ...]
    count: int
    """How many figures there are."""
    all_text: str
    """What leads to the page of the source, empty where there is no more than the sheet says."""
    citation: str
    address: str


def source_sheet(
    dataset: Dataset, source: Source, words: Words, *, figure: Observation | None = None, page: Ref | None = None
) -> SourceSheet:
    """Return the sheet of a source; `figure` is the one that somebody came from, `page` where they were."""
    use = uses_of_source(dataset, source.id)
    first = figure.subject if figure is not None else page.id if page is not None else ""
    return SourceSheet(
        source=Ref(SubjectKind.SOURCE, source.id),
        title=source.title.text(words.language),
        facts=_facts(dataset, source, words),
        rivals=_rivals(dataset, figure, words),
        groups=_groups(dataset, use.observations, figure, first, words),
        count=len(use.observations),
        all_text=_all_text(len(use.observations), len(use.events), words),
        citation=plain_citation(dataset, source, words),
        address=source.url or "",
    )


def _facts(dataset: Dataset, source: Source, words: Words) -> tuple[tuple[str, str], ...]:
    known = (
        (words.text("Publisher"), source.publisher.text(words.language)),
        (words.text("Date"), date_text(dataset, source, words)),
        (words.text("Read via"), source.via.text(words.language) if source.via else ""),
        (words.text("Kind"), kind_text(source.grade, words) if source.grade else ""),
        (words.text("Written"), source_language_text(source.language, words) if source.language else ""),
        (words.text("Note"), source.note.text(words.language) if source.note else ""),
    )
    return tuple((label, text) for label, text in known if text)


def _rivals(dataset: Dataset, figure: Observation | None, words: Words) -> tuple[Rival, ...]:
    """Return what every source says of a number on which they differ, in the order of the dataset."""
    if figure is None:
        return ()
    found = disagreements_in(dataset, figure.subject, figure.indicator).about(figure)
    if found is None:
        return ()
    return tuple(
        Rival(
            item,
            value_text(dataset, item, words),
            citation(dataset, dataset.source_by_id[item.source], words),
            item.source == figure.source,
        )
        for item in found.observations
    )


def _groups(
    dataset: Dataset, observations: tuple[Observation, ...], marked: Observation | None, first: str, words: Words
) -> tuple[SheetGroup, ...]:
    """Return figures by their subjects, the one that somebody came from first, each in the order of indicators."""
    order = {identifier: place for place, identifier in enumerate(dataset.indicator_by_id)}
    by_subject: dict[str, list[Observation]] = {}
    for item in observations:
        by_subject.setdefault(item.subject, []).append(item)
    groups = []
    for subject in sorted(by_subject, key=lambda each: each != first):
        entity = dataset.subjects[subject]
        items = sorted(by_subject[subject], key=lambda item: (order[item.indicator], item.period.order))
        figures = tuple(_figure(dataset, item, words, is_marked=item == marked) for item in items)
        groups.append(SheetGroup(ref_of(entity), listed_name(dataset, entity, words), figures))
    return tuple(groups)


def _figure(dataset: Dataset, item: Observation, words: Words, *, is_marked: bool) -> SheetFigure:
    label = words.details([figure_name(dataset, item, words), words.period(item.period.label)])
    if item.status is not Status.ACTUAL:
        label = words.text("{text} · {status}", text=label, status=status_text(item.status, words))
    return SheetFigure(
        item,
        label,
        value_text(dataset, item, words),
        item.status,
        is_marked,
        f"{figure_name(dataset, item, words)}: {read_out(dataset, item, words)}",
    )


def _all_text(figures: int, events: int, words: Words) -> str:
    told = []
    if figures:
        told.append(words.plural("{n} figure", "{n} figures", figures))
    if events:
        told.append(words.plural("{n} event", "{n} events", events))
    return words.text("Show all {counts}", counts=words.listing(told)) if told else ""
