"""What every chart says around its marks: whose colour, which sources, which edition, what the signs mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from heartland_gui.charts.spec import CitedSource, Details, LegendEntry, Symbol
from heartland_gui.model.dataset import Dataset, pillar_slot, pillars_painted
from heartland_gui.model.entities import Entity, Pillar, Source
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import first_pillar, short_name
from heartland_gui.text import Words, message
from heartland_gui.wording import citation, edition_text, publisher_of, read_out, status_text

_STATUS_ORDER: Final = tuple(Status)
_MOST_NAMES: Final = 5


class NoChartError(ValueError):
    """The data has no answer to a question; the text is a sentence for people."""


NEEDS_INDICATOR: Final = message("This kind of chart needs an indicator.")
"""Why there is no chart where none was named."""


def colour_slot(dataset: Dataset, subject: Entity) -> int | None:
    """Return the slot of the palette: a pillar's own, a company's that of its first pillar, else None."""
    first = first_pillar(subject)
    if first is not None:
        subject = dataset.subjects[first.id]
    return pillar_slot(dataset, subject) if isinstance(subject, Pillar) else None


def edition_line(dataset: Dataset, words: Words) -> str:
    """Return `Shanxi in transition, edition 2026-11`."""
    manifest = dataset.manifest
    return edition_text(manifest.edition, manifest.as_of, words, manifest.title.text(words.language))


def cited_sources(dataset: Dataset, ids: Iterable[str], words: Words) -> tuple[CitedSource, ...]:
    """Return the sources of a footer, one entry for each publisher with the dates of its reports.

    The entry's id is that of the first report.
    """
    by_publisher: defaultdict[str, list[Source]] = defaultdict(list)
    for identifier in dict.fromkeys(ids):
        source = dataset.source_by_id[identifier]
        by_publisher[publisher_of(source, words)].append(source)
    return tuple(
        CitedSource(sources[0].id, _publisher_text(dataset, publisher, sources, words))
        for publisher, sources in by_publisher.items()
    )


def _publisher_text(dataset: Dataset, publisher: str, sources: list[Source], words: Words) -> str:
    dates = sorted({source.date.label for source in sources if source.date})
    if not dates:
        # Only of the newest one what is inferred: several such dates would say no more.
        newest = max(sources, key=lambda source: dataset.published(source).last)
        return citation(dataset, newest, words)
    if len(dates) <= 2:
        return words.text(
            "{publisher}, {date}", publisher=publisher, date=words.listing([words.period(date) for date in dates])
        )
    return words.plural(
        "{publisher}, {n} report, {span}",
        "{publisher}, {n} reports, {span}",
        len(sources),
        publisher=publisher,
        span=words.years(int(dates[0][:4]), int(dates[-1][:4])),
    )


def years_text(figures: Iterable[Observation], words: Words) -> str:
    """Return `2010–2023`: the years from the first to the last of figures."""
    periods = [item.period for item in figures]
    return words.years(min(period.first.year for period in periods), max(period.year for period in periods))


def periods_subtitle(unit: str, figures: Iterable[Observation], common: str | None, words: Words) -> str:
    """Return a unit with the period that all figures are of, its label, or with the years of which they are."""
    if common is not None:
        return words.text("{unit}, {period}", unit=unit, period=words.period(common))
    years = sorted({item.period.year for item in figures})
    return words.text(
        "{unit}, newest figure of each; periods differ: {first} to {last}",
        unit=unit,
        first=str(years[0]),
        last=str(years[-1]),
    )


def logarithmic_subtitle(unit: str, words: Words) -> str:
    """Return a unit with the scale that it has, where that is logarithmic."""
    return words.text("{unit} · logarithmic scale", unit=unit)


def listed_names(names: Sequence[str], words: Words, most: int = _MOST_NAMES) -> str:
    """Return names as a listing; those beyond the first `most` are counted."""
    if len(names) <= most:
        return words.listing(names)
    return words.listing([*names[:most], words.plural("{n} more", "{n} more", len(names) - most)])


def status_legend(
    statuses: Iterable[Status], symbol: Symbol, colour: int | None, words: Words
) -> tuple[LegendEntry, ...]:
    """Return the legend of the statuses that a chart shows, from done to designed."""
    shown = set(statuses)
    return tuple(
        LegendEntry(symbol, status_text(status, words), status, colour) for status in _STATUS_ORDER if status in shown
    )


def pillar_legend(
    dataset: Dataset, colours: Iterable[int | None], symbol: Symbol, words: Words
) -> tuple[LegendEntry, ...]:
    """Return the legend of the pillars whose colours a chart shows."""
    return tuple(
        LegendEntry(symbol, short_name(pillar, words.language), Status.ACTUAL, slot)
        for slot, pillar in pillars_painted(dataset, set(colours))
    )


def details(dataset: Dataset, observation: Observation, words: Words, *, named: bool = False) -> Details:
    """Return what a mark of a figure reads out and leads to; `named` puts the subject's name first."""
    text = read_out(dataset, observation, words)
    subject = dataset.subjects[observation.subject]
    if named:
        text = f"{subject.name.text(words.language)}\n{text}"
    if observation.note is not None:
        text = f"{text}\n{observation.note.text(words.language)}"
    return Details(text, observation.source, observation=observation)
