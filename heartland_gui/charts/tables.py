"""The numbers of a chart as rows, with machine names after SDMX: the table twin, and what exports as CSV."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from heartland_gui.charts.spec import CellValue, Table
from heartland_gui.decimals import significant
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Event, Localized, Source, Subject
from heartland_gui.model.observations import OBS_STATUS, Observation
from heartland_gui.text import Words, message

COMPUTED: Final = "computed"
"""The status of what the program counted or worked out itself."""
COMPUTED_SHARE: Final = "COMPUTED_SHARE"
"""The column of what is no figure of a source: 100 * part / sum of all parts of the same source and period."""

_DIGITS: Final = 10
"""As many digits of a computed value say all that its figures do, without the noise of a division."""

_FIGURES: Final = (
    ("SUBJECT", message("Subject")),
    ("SUBJECT_NAME", message("Name")),
    ("INDICATOR", message("Indicator")),
    ("INDICATOR_NAME", message("Indicator name")),
    ("TIME_PERIOD", message("Period")),
    ("OBS_VALUE", message("Value")),
    ("UNIT", message("Unit")),
    ("VALUE_TYPE", message("Status")),
    ("OBS_STATUS", message("SDMX status")),
    ("QUALIFIER", message("Qualifier")),
    ("SCOPE", message("Scope")),
    ("NOTE", message("Note")),
    ("SOURCE", message("Source")),
    ("SOURCE_PUBLISHER", message("Publisher")),
    ("SOURCE_TITLE", message("Title")),
    ("SOURCE_DATE", message("Published")),
    ("SOURCE_URL", message("Address")),
    ("SOURCE_VIA", message("Read via")),
    ("SOURCE_ACCESSED", message("Accessed")),
    ("SOURCE_SERIAL", message("Serial")),
)
_EVENTS: Final = (
    ("SUBJECT", message("Subject")),
    ("SUBJECT_NAME", message("Name")),
    ("TIME_PERIOD", message("Date")),
    ("KIND", message("Kind")),
    ("TEXT", message("Event")),
    ("SOURCE", message("Source")),
    ("SOURCE_PUBLISHER", message("Publisher")),
    ("SOURCE_TITLE", message("Title")),
    ("SOURCE_DATE", message("Published")),
    ("SOURCE_URL", message("Address")),
    ("SOURCE_VIA", message("Read via")),
    ("SOURCE_ACCESSED", message("Accessed")),
    ("SOURCE_SERIAL", message("Serial")),
)

_COVERAGE: Final = (
    ("SUBJECT", message("Subject")),
    ("SUBJECT_NAME", message("Name")),
    ("TIME_PERIOD", message("Period")),
    ("FIGURES", message("Figures")),
    ("VALUE_TYPE", message("Status")),
    ("NEWEST_SOURCE", message("Newest source")),
    ("NEWEST_SOURCE_PUBLISHER", message("Publisher of the newest source")),
    ("NEWEST_SOURCE_DATE", message("Date of the newest source")),
)


def figures_table(dataset: Dataset, observations: Iterable[Observation], words: Words) -> Table:
    """Return one row for each figure, at full precision, with all that is known of it and of its source."""
    rows = tuple(_figure(dataset, observation, words) for observation in observations)
    return Table(tuple(name for name, _ in _FIGURES), tuple(words.say(heading) for _, heading in _FIGURES), rows)


def computed_cell(value: float) -> float:
    """Return a computed value as it stands in every table."""
    return float(significant(value, _DIGITS)) if math.isfinite(value) else value


def with_computed(table: Table, name: str, heading: str, values: Mapping[int, CellValue]) -> Table:
    """Return a table of figures with a column of what was computed from them, by the number of the row."""
    cells = {number: computed_cell(value) if isinstance(value, float) else value for number, value in values.items()}
    rows = tuple((*row, cells.get(number)) for number, row in enumerate(table.rows))
    return Table((*table.columns, name), (*table.headings, heading), rows)


def shares_table(dataset: Dataset, shares: Iterable[tuple[Observation, float]], words: Words) -> Table:
    """Return one row for each part of a whole: all that is known of its amount and its computed share."""
    computed = list(shares)
    table = figures_table(dataset, (item for item, _ in computed), words)
    values = dict(enumerate(share for _, share in computed))
    return with_computed(table, COMPUTED_SHARE, words.text("Share, computed (%)"), values)


def events_table(dataset: Dataset, events: Iterable[Event], words: Words) -> Table:
    """Return one row for each event with its source."""
    language = words.language
    rows = tuple(
        (
            event.subject,
            dataset.subjects[event.subject].name.text(language),
            event.date.label,
            str(event.kind),
            event.text.text(language),
            *_source(dataset.source_by_id[event.source], language),
        )
        for event in events
    )
    return Table(tuple(name for name, _ in _EVENTS), tuple(words.say(heading) for _, heading in _EVENTS), rows)


def coverage_table(dataset: Dataset, counted: Iterable[tuple[Subject, Collection[Observation]]], words: Words) -> Table:
    """Return one row for each subject and year with figures: how many there are, and the newest of their sources."""
    rows = []
    for subject, figures in counted:
        by_year: defaultdict[int, list[Observation]] = defaultdict(list)
        for figure in figures:
            by_year[figure.period.year].append(figure)
        for year in sorted(by_year):
            source = newest_source(dataset, by_year[year])
            cited = (source.id, source.publisher.text(words.language), source.date.label if source.date else "")
            name = subject.name.text(words.language)
            rows.append((subject.id, name, f"{year:04d}", len(by_year[year]), COMPUTED, *cited))
    return Table(
        tuple(name for name, _ in _COVERAGE), tuple(words.say(heading) for _, heading in _COVERAGE), tuple(rows)
    )


def newest_source(dataset: Dataset, figures: Collection[Observation]) -> Source:
    """Return the source that was published last of those of some figures, at least one."""
    sources = [dataset.source_by_id[identifier] for identifier in dict.fromkeys(item.source for item in figures)]
    return max(sources, key=lambda source: dataset.published(source).last)


def _figure(dataset: Dataset, observation: Observation, words: Words) -> tuple[CellValue, ...]:
    language = words.language
    return (
        observation.subject,
        dataset.subjects[observation.subject].name.text(language),
        observation.indicator,
        dataset.indicator_by_id[observation.indicator].name.text(language),
        observation.period.label,
        observation.value,
        dataset.unit_of(observation.indicator).name.text(language),
        str(observation.status),
        OBS_STATUS.get(observation.status, ""),
        str(observation.qualifier or ""),
        _text(observation.scope, language),
        _text(observation.note, language),
        *_source(dataset.source_by_id[observation.source], language),
    )


def _source(source: Source, language: str) -> tuple[CellValue, ...]:
    return (
        source.id,
        source.publisher.text(language),
        source.title.text(language),
        source.date.label if source.date else "",
        source.url or "",
        _text(source.via, language),
        source.accessed.label if source.accessed else "",
        source.serial or "",
    )


def _text(localized: Localized | None, language: str) -> str:
    return localized.text(language) if localized else ""
