"""Figures in words: values with unit, qualifier and scope, statuses, grades, and sources as they are cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Comparison, Entity, Grade, Indicator, Localized, Place, Source
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.model.period import Frequency, Period, PeriodFault
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
    return with_parent(dataset, entity, short_name(entity, words.language), words)


def with_parent(dataset: Dataset, entity: Entity, name: str, words: Words) -> str:
    """Return a name of an entity, with its parent's behind it where another one of its kind is called so too."""
    if isinstance(entity, Source | Comparison | Indicator) or name not in dataset.shared_names:
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


def are_cities(places: Iterable[Place]) -> bool:
    """Return whether all places may be called cities."""
    return all(place.kind.endswith("city") for place in places)


def place_heading(dataset: Dataset, words: Words) -> str:
    """Return what stands above the places of companies: `City` where the region has no places of another kind."""
    within = (place for place in dataset.places if place.id != dataset.manifest.region)
    return words.text("City") if are_cities(within) else words.text("Place")


def figure_name(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return what is measured, and of which part of the subject."""
    name = dataset.indicator_by_id[figure.indicator].name.text(words.language)
    if figure.scope is None:
        return name
    return words.text("{name} ({scope})", name=name, scope=figure.scope.text(words.language))


def label_name(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return what is measured where room is scarce, as shortly as the dataset has it, and of which part."""
    indicator = dataset.indicator_by_id[figure.indicator]
    name = (indicator.short or indicator.name).text(words.language)
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


def exact_value_text(dataset: Dataset, observation: Observation, words: Words) -> str:
    """Return a figure with all of its digits as people read it, `2,549.568 bn yuan`, with qualifier and unit."""
    amount = words.exact_amount(observation.value, dataset.unit_of(observation.indicator))
    return qualified(amount, observation.qualifier, words)


def publisher_text(dataset: Dataset, observation: Observation, words: Words) -> str:
    """Return who published a figure."""
    return publisher_of(dataset.source_by_id[observation.source], words)


def publisher_of(source: Source, words: Words) -> str:
    """Return `China Daily via Ferro-Alloys.com`: who published a source, and who passed it on."""
    publisher = source.publisher.text(words.language)
    if source.via is None:
        return publisher
    return words.text("{publisher} via {place}", publisher=publisher, place=source.via.text(words.language))


def date_text(dataset: Dataset, source: Source, words: Words) -> str:
    """Return `26 Apr 2020` or `2013 (inferred)`: when a source was published, empty where nothing is known of it."""
    published = dataset.published(source)
    if published.period is None:
        return ""
    date = words.period(published.period.label)
    return words.text("{date} (inferred)", date=date) if published.is_inferred else date


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
    return words.text("{title}, as of {date}", title=named, date=words.day(day))


def accessed_text(source: Source, words: Words) -> str:
    """Return `accessed 30 Nov 2026`, empty where no day is known."""
    if source.accessed is None:
        return ""
    return words.text("accessed {date}", date=words.period(source.accessed.label))


def citation(dataset: Dataset, source: Source, words: Words) -> str:
    """Return `China Daily via Ferro-Alloys.com, 26 Apr 2020`: how a source is named in a footer or a table."""
    publisher, date = publisher_of(source, words), date_text(dataset, source, words)
    return words.text("{publisher}, {date}", publisher=publisher, date=date) if date else publisher


def read_out(dataset: Dataset, observation: Observation, words: Words) -> str:
    """Return a figure in one line: value, period, status, scope and source, as hovering reads it out."""
    parts = [full_value_text(dataset, observation, words), words.period(observation.period.label)]
    parts.append(status_text(observation.status, words))
    if observation.scope is not None:
        parts.append(observation.scope.text(words.language))
    parts.append(citation(dataset, dataset.source_by_id[observation.source], words))
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


def cited(dataset: Dataset, source: Source, form: Citation, words: Words) -> str:
    """Return a source as it is cited in a form, with the edition of the dataset that uses it."""
    forms = {
        Citation.PLAIN: plain_citation,
        Citation.MARKDOWN: markdown_citation,
        Citation.BIBTEX: bibtex_citation,
    }
    return forms[form](dataset, source, words)


_TEX: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_MARKED: Final = re.compile(r"([\\`*_\[\]<>])")


def full_citation(dataset: Dataset, source: Source, words: Words) -> str:
    """Return `Publisher, “Title”, date, via V. Address, accessed D.`, as far as these are known."""
    return _in_full(dataset, source, _title(source, words), source.url, words)


def printed_citation(dataset: Dataset, source: Source, words: Words) -> tuple[str, str]:
    """Return `China Daily, 26 Apr 2020, chinadaily.com.cn` and `“Title”`, which stands last, so that it may be cut.

    On paper nobody follows a long address: the site is enough, and is left out where it is named already.
    """
    said = citation(dataset, source, words)
    site = ((urlsplit(source.url).hostname if source.url else None) or "").removeprefix("www.")
    if site and site.casefold() not in said.casefold():
        said = words.details([said, site])
    return said, words.text("“{title}”", title=_title(source, words))


def plain_citation(dataset: Dataset, source: Source, words: Words) -> str:
    """Return the full citation, and that it is cited as the dataset uses it."""
    return words.sentences((full_citation(dataset, source, words), _used(dataset, words)))


def markdown_citation(dataset: Dataset, source: Source, words: Words) -> str:
    """Return the same with the title as a link; what Markdown would read as its own signs is kept apart."""
    title = _marked(_title(source, words))
    linked = f"[{title}](<{_safe_url(source.url)}>)" if source.url else title
    return words.sentences((_in_full(dataset, source, linked, None, words, _marked), _marked(_used(dataset, words))))


def _in_full(
    dataset: Dataset,
    source: Source,
    title: str,
    address: str | None,
    words: Words,
    kept: Callable[[str], str] = str,
) -> str:
    """Return a citation with a title and an address as they are given; `kept` makes other texts fit their place."""
    said = _named(dataset, source, title, words, kept)
    sentences = [words.text("{sentence}.", sentence=said.removesuffix("."))]
    read = words.period(source.accessed.label) if source.accessed is not None else ""
    if address and read:
        sentences.append(words.text("{address}, accessed {date}.", address=address, date=read))
    elif read:
        sentences.append(words.text("Accessed {date}.", date=read))
    elif address:
        sentences.append(words.text("{address}.", address=address))
    return words.sentences(sentences)


def titled_citation(dataset: Dataset, source: Source, words: Words) -> str:
    """Return `Publisher, “Title”, date, via V` without a full stop, as it stands in brackets in a sentence."""
    return _named(dataset, source, _title(source, words), words)


def _named(dataset: Dataset, source: Source, title: str, words: Words, kept: Callable[[str], str] = str) -> str:
    parts = [kept(source.publisher.text(words.language)), words.text("“{title}”", title=title)]
    parts.append(kept(date_text(dataset, source, words)))
    if source.via is not None:
        parts.append(words.text("via {place}", place=kept(source.via.text(words.language))))
    return words.details([part for part in parts if part])


def _used(dataset: Dataset, words: Words) -> str:
    manifest = dataset.manifest
    named = edition_text(manifest.edition, dataset.day, words, manifest.title.text(words.language))
    return words.text("As used in {dataset}.", dataset=named)


def _marked(text: str) -> str:
    return _MARKED.sub(r"\\\1", text)


def bibtex_citation(dataset: Dataset, source: Source, words: Words) -> str:
    """Return a BibTeX entry of type `misc`, its key the source's id; the fields are those of biblatex."""
    fields = {
        "title": f"{{{_tex(_title(source, words))}}}",
        "author": f"{{{_tex(source.publisher.text(words.language))}}}",
    }
    published, notes = dataset.published(source), []
    if published.period is not None:
        fields["date"] = _digits(published.period)
        fields["year"] = f"{published.period.first.year:04}"
        if published.is_inferred:
            notes.append(words.text("Date inferred."))
    if source.via is not None:
        notes.append(words.text("Via {place}.", place=source.via.text(words.language)))
    notes.append(_used(dataset, words))
    if source.url:
        fields["url"] = _safe_url(source.url)
    if source.accessed is not None:
        fields["urldate"] = _digits(source.accessed)
    if source.language:
        fields["langid"] = _tex(source.language)
    fields["note"] = f"{{{_tex(words.sentences(notes))}}}"
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{re.sub(r'[^A-Za-z0-9:.+/-]', '-', source.id)},\n{lines}}}\n"


def _digits(date: Period) -> str:
    """Return a date as far as it is known: `2020`, `2020-04` or `2020-04-26`."""
    known = {Frequency.DAY: 3, Frequency.MONTH: 2}.get(date.frequency, 1)
    return "-".join((f"{date.first.year:04}", f"{date.first.month:02}", f"{date.first.day:02}")[:known])


def _title(source: Source, words: Words) -> str:
    return " ".join(source.title.text(words.language).split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in " ".join(text.split()))


def _safe_url(url: str) -> str:
    """Return an address whose brackets, braces and spaces cannot end the place where it stands."""
    return re.sub(r"[{}<>\s\\]", lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), url)
