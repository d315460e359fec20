"""Events on a line of true time, each with its date and words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from heartland_gui.charts.furniture import NoChartError, cited_sources, colour_slot, edition_line, pillar_legend
from heartland_gui.charts.scales import time_range
from heartland_gui.charts.spec import (
    ANY_COLOUR,
    Chart,
    Details,
    Label,
    LaneAxis,
    LegendEntry,
    Milestone,
    Panel,
    Question,
    Symbol,
)
from heartland_gui.charts.tables import events_table
from heartland_gui.charts.weights import TIMELINE
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Event, EventKind, Ref, ref_of
from heartland_gui.model.observations import Status
from heartland_gui.model.queries import events_of, short_name
from heartland_gui.text import Words, message
from heartland_gui.wording import citation

KIND: Final = "timeline"
NAME: Final = message("Events")

_FEWEST_EVENTS: Final = 2


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return the one question about a subject with two events or more; figures are more informative."""
    if len(events_of(dataset, subject)) < _FEWEST_EVENTS:
        return ()
    return ((TIMELINE.of(), Question(KIND, subject)),)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:  # noqa: ARG001 - the same for every subject
    """Return why there is no timeline."""
    return words.text("There are fewer than two events here.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the timeline of a subject's events. Raises NoChartError where there are none."""
    events = events_of(dataset, question.subject)
    if not events:
        raise NoChartError(words.text("There are no events here."))
    shown = _without_stragglers(events)
    marks = tuple(_milestone(dataset, event, question.subject, words) for event in shown)
    first, last = shown[0].date.first.year, shown[-1].date.year
    language = words.language
    colours = {mark.colour for mark in marks}
    return Chart(
        question=question,
        subject=short_name(dataset.entity(question.subject), language),
        title=words.text("Events, {years}", years=words.years(first, last)),
        subtitle=words.plural("{n} event, dates to scale", "{n} events, dates to scale", len(events)),
        x=time_range([(event.date.start, event.date.end) for event in shown]),
        panels=(Panel(LaneAxis(), marks),),
        words=words,
        legend=(
            *_legend(shown, next(iter(colours)) if len(colours) == 1 else ANY_COLOUR, words),
            *(_colours_legend(dataset, colours, words) if len(colours) > 1 else ()),
        ),
        notes=_notes(events[: len(events) - len(shown)], words),
        sources=cited_sources(dataset, (event.source for event in events), words),
        edition=edition_line(dataset, words),
        sentence=_sentence(dataset, question.subject, events, words),
        table=events_table(dataset, events, words),
    )


def _without_stragglers(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events without a few early ones that a long gap would push all others together for.

    At most a tenth of the events may be left out, and only before a gap of a quarter of the whole time.
    """
    whole = events[-1].date.end - events[0].date.start
    for number in range(max(0, len(events) // 10), 0, -1):
        if events[number].date.start - events[number - 1].date.end > whole / 4:
            return events[number:]
    return events


def _notes(left_out: tuple[Event, ...], words: Words) -> tuple[str, ...]:
    if not left_out:
        return ()
    dates = words.listing([words.period(event.date.label) for event in left_out])
    return (words.text("Earlier, in the table: {dates}.", dates=dates),)


def _milestone(dataset: Dataset, event: Event, page: Ref, words: Words) -> Milestone:
    subject = dataset.subjects[event.subject]
    date = words.period(event.date.label)
    text = event.text.text(words.language)
    name = short_name(subject, words.language)
    source = citation(dataset, dataset.source_by_id[event.source], words)
    # On the page of a pillar or a city the company's name says more than a sentence that has no room.
    label = Label(date, text if subject.id == page.id else words.text("{name}: {text}", name=name, text=text))
    return Milestone(
        first=event.date.start,
        last=event.date.end,
        colour=colour_slot(dataset, subject),
        details=Details(f"{date} · {name}\n{text}\n{source}", event.source, ref_of(subject)),
        label=label,
        planned=event.kind is EventKind.PLAN,
    )


def _legend(events: tuple[Event, ...], colour: int | None, words: Words) -> tuple[LegendEntry, ...]:
    kinds = {event.kind is EventKind.PLAN for event in events}
    happened = LegendEntry(Symbol.MILESTONE, words.text("happened"), Status.ACTUAL, colour)
    planned = LegendEntry(Symbol.MILESTONE, words.text("plan announced"), Status.TARGET, colour)
    return tuple(entry for entry, shown in ((happened, False in kinds), (planned, True in kinds)) if shown)


def _colours_legend(dataset: Dataset, colours: Collection[int | None], words: Words) -> tuple[LegendEntry, ...]:
    """Return whose colours are shown: the pillars', and that of places and of companies without a pillar."""
    legend = pillar_legend(dataset, colours, Symbol.MILESTONE, words)
    return (*legend, LegendEntry(Symbol.MILESTONE, words.text("no pillar"))) if None in colours else legend


def _sentence(dataset: Dataset, page: Ref, events: tuple[Event, ...], words: Words) -> str:
    subject, first = short_name(dataset.entity(page), words.language), words.period(events[0].date.label)
    last = words.period(events[-1].date.label)
    if first == last:
        return words.plural(
            "{n} event of {subject}: {date}.",
            "{n} events of {subject}: {date}.",
            len(events),
            subject=subject,
            date=first,
        )
    return words.text(
        "{n} events of {subject} from {first} to {last}.", n=len(events), subject=subject, first=first, last=last
    )
