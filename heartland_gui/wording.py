"""Figures in words: values with unit, qualifier and scope, statuses, grades, and sources as they are cited."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Comparison, Entity, Grade, Localized, Place, Source
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.model.period import Frequency, PeriodFault
from heartland_gui.model.queries import parent_of, short_name
from heartland_gui.text import NO_BREAK_SPACE, Message, Words, message

_QUALIFIERS: Final = {
    Qualifier.ABOUT: message("≈\u00a0{value}"),
    Qualifier.OVER: message(">\u00a0{value}"),
    Qualifier.NEARLY: message("nearly\u00a0{value}"),
    Qualifier.UNDER: message("<\u00a0{value}"),
    Qualifier.AT_LEAST: message("≥\u00a0{value}"),
    Qualifier.UP_TO: message("≤\u00a0{value}"),
    Qualifier.ONLY: message("only\u00a0{value}"),
}
ROUGHLY: Final = "≈\u00a0"
"""The sign of an estimate before a word in any language; before a number it is `Qualifier.ABOUT` in words."""
_STATUSES: Final = {
    Status.ACTUAL: message("actual"),
    Status.ESTIMATE: message("estimate"),
    Status.FORECAST: message("forecast"),
    Status.TARGET: message("target"),
    Status.CAPACITY: message("capacity"),
}
_GRADES: Final = {
    Grade.OFFICIAL: message("official"),
    Grade.COMPANY: message("company's own"),
    Grade.PRESS: message("press"),
    Grade.REFERENCE: message("reference work"),
    Grade.AGGREGATOR: message("collected"),
    Grade.COPY: message("copy"),
}
_ACTORS: Final = {
    ActorKind.COMPANY: message("company"),
    ActorKind.INSTITUTION: message("institution"),
    ActorKind.PROJECT: message("project"),
    ActorKind.PARK: message("park"),
    ActorKind.SCENIC_AREA: message("scenic area"),
    ActorKind.AIRPORT: message("airport"),
}
_LANGUAGES: Final = {
    "en": message("in English"),
    "zh": message("in Chinese"),
    "de": message("in German"),
    "es": message("in Spanish"),
    "fr": message("in French"),
    "id": message("in Indonesian"),
    "it": message("in Italian"),
    "ja": message("in Japanese"),
    "ko": message("in Korean"),
    "pt": message("in Portuguese"),
    "ru": message("in Russian"),
}
"""The languages of most sources; of others the code is shown."""


def source_language_text(tag: str, words: Words) -> str:
    """Return in which language a source is: `in Chinese`; for a language without a name here its tag (BCP 47)."""
    named = _LANGUAGES.get(tag.partition("-")[0].lower())
    return words.say(named) if named is not None else words.text("language: {code}", code=tag)


def qualified(value: str, qualifier: Qualifier | None, words: Words) -> str:
    """Return `≈ 99 %`: a value in words with its qualifier before it."""
    if qualifier is None:
        return value
    return words.say(Message(_QUALIFIERS[qualifier].template, (("value", value),)))


def starred(shown: str, note: Localized | str | None) -> str:
    """Return a number in words with the sign that its figure has a note, where it has one."""
    return f"{shown}{NO_BREAK_SPACE}*" if note else shown


def listed_name(dataset: Dataset, entity: Entity, words: Words) -> str:
    """Return the name of an entity where room is scarce, with its parent's where another one has the same name."""
    name = short_name(entity, words.language)
    if isinstance(entity, Source | Comparison) or name not in dataset.shared_names:
        return name
    parent = parent_of(dataset, entity)
    if parent is None:
        return name
    return words.text("{name} ({parent})", name=name, parent=short_name(parent, words.language))


_PLACE_KINDS: Final = {
    "province": message("province"),
    "prefecture": message("prefecture"),
    "prefecture-level-city": message("city"),
    "county-level-city": message("city"),
    "city": message("city"),
    "county": message("county"),
    "district": message("district"),
    "town": message("town"),
}
"""The kinds of place that most datasets have; another one is said as the dataset has it."""


def place_kind_text(place: Place, words: Words) -> str:
    """Return what a place is: `city`, `county`."""
    named = _PLACE_KINDS.get(place.kind)
    return words.say(named) if named is not None else place.kind.replace("-", " ")


def figure_name(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return what is measured, and of which part of the subject."""
    name = dataset.indicator_by_id[figure.indicator].name.text(words.language)
    if figure.scope is None:
        return name
    return words.text("{name} ({scope})", name=name, scope=figure.scope.text(words.language))


def value_text(dataset: Dataset, observation: Observation, words: Words) -> str:
    """Return a figure as cards and labels show it: shortened, with qualifier and unit."""
    unit = dataset.unit_of(observation.indicator)
    amount = words.amount(observation.value, unit)
    return qualified(amount, observation.qualifier, words)


def full_value_text(dataset: Dataset, observation: Observation, words: Words) -> str:
    """Return a figure at full precision, with qualifier and unit."""
    unit = dataset.unit_of(observation.indicator)
    amount = words.full_amount(observation.value, unit)
    return qualified(amount, observation.qualifier, words)


def publisher_text(dataset: Dataset, observation: Observation, words: Words) -> str:
    """Return who published a figure."""
    return dataset.source_by_id[observation.source].publisher.text(words.language)


_PERIOD_FAULTS: Final = {
    PeriodFault.FORM: message("“{label}” is not a time period."),
    PeriodFault.CALENDAR: message("The period “{label}” does not exist in the calendar."),
    PeriodFault.ORDER: message("The period “{label}” ends before it starts."),
}


def period_refusal(fault: PeriodFault, label: str) -> Message:
    """Return why a text is no period."""
    return Message(_PERIOD_FAULTS[fault].template, (("label", label),))


def status_text(status: Status, words: Words) -> str:
    """Return the word of a status; `rendering.marks.badges` makes the text of its badge of it."""
    return words.say(_STATUSES[status])


def edition_text(edition: str, day: date | None, words: Words, title: str = "") -> str:
    """Return `Shanxi in transition, edition 2026-11, as of 1 May 2020`: a dataset, or without a title its edition."""
    if not edition:
        named = title or words.text("an unnamed edition")
    elif title:
        named = words.text("{title}, edition {edition}", title=title, edition=edition)
    else:
        named = words.text("edition {edition}", edition=edition)
    if day is None:
        return named
    return words.text("{title}, as of {date}", title=named, date=words.period(day.isoformat()))


def citation(source: Source, words: Words) -> str:
    """Return `publisher, date`: how a source is named in a footer or a table."""
    publisher = source.publisher.text(words.language)
    if source.date is None:
        return publisher
    return words.text("{publisher}, {date}", publisher=publisher, date=words.period(source.date.label))


def read_out(dataset: Dataset, observation: Observation, words: Words) -> str:
    """Return a figure in one line: value, period, status, scope and source, as hovering reads it out."""
    parts = [full_value_text(dataset, observation, words), words.period(observation.period.label)]
    parts.append(status_text(observation.status, words))
    if observation.scope is not None:
        parts.append(observation.scope.text(words.language))
    parts.append(citation(dataset.source_by_id[observation.source], words))
    return " · ".join(parts)


def grade_text(grade: Grade, words: Words) -> str:
    """Return how near a source is to the fact."""
    return words.say(_GRADES[grade])


def actor_text(kind: ActorKind, words: Words) -> str:
    """Return what an economic actor is."""
    return words.say(_ACTORS[kind])


class Citation(StrEnum):
    """The forms of a citation."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"


def cited(source: Source, form: Citation, words: Words) -> str:
    """Return a source as it is cited in a form."""
    forms = {
        Citation.PLAIN: plain_citation,
        Citation.MARKDOWN: markdown_citation,
        Citation.BIBTEX: bibtex_citation,
    }
    return forms[form](source, words)


_TEX: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_MARKED: Final = re.compile(r"([\\`*_\[\]<>])")


def plain_citation(source: Source, words: Words) -> str:
    """Return `Publisher, date: “Title”. Address`."""
    said = words.text("{source}: “{title}”.", source=citation(source, words), title=_title(source, words))
    return f"{said} {source.url}" if source.url else said


def markdown_citation(source: Source, words: Words) -> str:
    """Return the same with the title as a link; what Markdown would read as its own signs is kept apart."""
    title = _MARKED.sub(r"\\\1", _title(source, words))
    linked = f"[{title}](<{_safe_url(source.url)}>)" if source.url else title
    publisher = _MARKED.sub(r"\\\1", citation(source, words))
    return words.text("{source}: {title}.", source=publisher, title=linked)


def bibtex_citation(source: Source, words: Words) -> str:
    """Return a BibTeX entry of type `misc`, its key the source's id; the fields are those of biblatex."""
    fields = {
        "title": f"{{{_tex(_title(source, words))}}}",
        "author": f"{{{_tex(source.publisher.text(words.language))}}}",
    }
    if source.date is not None:
        first = source.date.first
        known = {Frequency.DAY: 3, Frequency.MONTH: 2}.get(source.date.frequency, 1)
        fields["date"] = "-".join((f"{first.year:04}", f"{first.month:02}", f"{first.day:02}")[:known])
        fields["year"] = f"{first.year:04}"
    if source.url:
        fields["url"] = _safe_url(source.url)
    if source.language:
        fields["langid"] = _tex(source.language)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{re.sub(r'[^A-Za-z0-9:.+/-]', '-', source.id)},\n{lines}}}\n"


def _title(source: Source, words: Words) -> str:
    return " ".join(source.title.text(words.language).split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in " ".join(text.split()))


def _safe_url(url: str) -> str:
    """Return an address whose brackets, braces and spaces cannot end the place where it stands."""
    return re.sub(r"[{}<>\s\\]", lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), url)
