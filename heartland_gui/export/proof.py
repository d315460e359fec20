"""The proof that a picture carries: its numbers, their sources, and the view of the dataset that it shows.

It is one JSON text that depends on nothing but the chart and the program's version, with a checksum against damage. It
is no signature: whoever wants to forge a proof can.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from heartland_gui import __version__
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.export.table import csv_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, Source, SubjectKind
from heartland_gui.rendering.style import Theme

FORMAT: Final = 2
"""Goes up when a reader of the format before would misunderstand."""

_WITHOUT_DAY: Final = 1
"""The format of a proof that has no day: a reader of that format would overlook one.

Its edition may have the day behind it, as pictures had it before the day was a field of its own.
"""
_EDITION_AND_DAY: Final = re.compile(r"(?:(.*) )?as of (\d{4}-\d\d-\d\d)", re.DOTALL)

LONGEST: Final = 32_000_000
"""The most bytes of a proof that are read; the largest of the shipped dataset has 85,000."""

_CHECKSUM: Final = "sha256"
_CONTENT: Final = "heartland"
_UNFIT: Final = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What JSON lets through and XML or UTF-8 does not, or only just."""

_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")


class DamagedProofError(ValueError):
    """The text is no whole proof."""


class NewerProofError(ValueError):
    """The proof is in a format that only a newer program knows; the text is that program's name."""


@dataclass(frozen=True, slots=True)
class ProofSource:
    """A source of the numbers, in the language of the picture."""

    id: str
    publisher: str
    title: str
    date: str
    url: str
    via: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What is needed to check a picture and to find its view again.

    `dataset_title` and `title` are in the language of the picture; `table` is the chart's table as CSV.
    `as_of` is the day of which the dataset was shown: what was left out is part of what a picture shows.
    """

    dataset: str
    dataset_title: str
    edition: str
    as_of: date | None
    title: str
    question: Question
    language: str
    theme: str
    table: str
    sources: tuple[ProofSource, ...]
    program: str = f"Heartland {__version__}"


def proof_of(dataset: Dataset, chart: Chart, theme: Theme) -> Proof:
    """Return the proof of a chart that was made from the dataset."""
    language, question = chart.words.language, chart.question
    logarithmic = question.logarithmic
    if chart.can_be_logarithmic:
        # What the rule chose is kept: a later edition must not draw another picture.
        logarithmic = chart.is_logarithmic
    return Proof(
        dataset=dataset.manifest.id,
        dataset_title=dataset.manifest.title.text(language),
        edition=dataset.manifest.edition,
        as_of=dataset.manifest.as_of,
        title=chart.full_title,
        question=Question(question.kind, question.subject, question.indicator, logarithmic),
        language=language,
        theme=theme.name,
        table=csv_text(chart.table),
        sources=tuple(_source(dataset.source_by_id[each], language) for each in _source_ids(dataset, chart)),
    )


def _source_ids(dataset: Dataset, chart: Chart) -> Iterable[str]:
    """Return every source of the table, and those in the footer that stand for no number."""
    columns = [number for number, name in enumerate(chart.table.columns) if name in ("SOURCE", "NEWEST_SOURCE")]
    # A number that was counted rests on several sources, their ids with spaces between them.
    listed = [each for row in chart.table.rows for column in columns for each in str(row[column]).split()]
    named = dict.fromkeys([*listed, *(source.id for source in chart.sources)])
    return [identifier for identifier in named if identifier in dataset.source_by_id]


def _source(source: Source, language: str) -> ProofSource:
    return ProofSource(
        source.id,
        source.publisher.text(language),
        source.title.text(language),
        source.date.label if source.date else "",
        source.url or "",
        source.via.text(language) if source.via else "",
        source.accessed.label if source.accessed else "",
    )


# -- as a text --------------------------------------------------------------------------------------------------


def proof_text(proof: Proof) -> str:
    """Return the proof as one line of JSON that may stand in XML and in UTF-8."""
    content = _content(proof)
    return _json({_CONTENT: content, _CHECKSUM: _checksum(content)})


def parsed_proof(text: str) -> Proof:
    """Return the proof that a text holds. Raises DamagedProofError and NewerProofError."""
    try:
        whole = json.loads(text)
        content = whole[_CONTENT]
        checksum = _checksum(content)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise DamagedProofError(str(error)) from error
    if not isinstance(content, dict):
        raise DamagedProofError("the content is no record")
    found = content.get("format")
    if isinstance(found, int) and found > FORMAT:
        # Before the checksum, which another format may compute in another way.
        program = content.get("program")
        raise NewerProofError(program if isinstance(program, str) else "Heartland")
    if whole.get(_CHECKSUM) != checksum or found not in (_WITHOUT_DAY, FORMAT):
        raise DamagedProofError("the checksum differs")
    return _proof(content)


def _content(proof: Proof) -> dict[str, object]:
    question = proof.question
    dataset = {"id": proof.dataset, "title": proof.dataset_title, "edition": proof.edition}
    if proof.as_of is not None:
        dataset["as_of"] = proof.as_of.isoformat()
    return {
        "format": _WITHOUT_DAY if proof.as_of is None else FORMAT,
        "program": proof.program,
        "dataset": dataset,
        "view": {
            "title": proof.title,
            "chart": question.kind,
            "subject": question.subject.id,
            "subject_kind": str(question.subject.kind),
            "indicator": question.indicator,
            "logarithmic": question.logarithmic,
            "language": proof.language,
            "theme": proof.theme,
        },
        "table": proof.table,
        "sources": [
            {
                "id": source.id,
                "publisher": source.publisher,
                "title": source.title,
                "date": source.date,
                "url": source.url,
                **{name: value for name, value in (("via", source.via), ("accessed", source.accessed)) if value},
            }
            for source in proof.sources
        ],
    }


def _proof(content: Mapping[str, object]) -> Proof:
    dataset, view = _record(content, "dataset"), _record(content, "view")
    listed = content.get("sources")
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise DamagedProofError("no list of sources")
    logarithmic = view.get("logarithmic")
    if not (logarithmic is None or isinstance(logarithmic, bool)):
        raise DamagedProofError("logarithmic is neither true nor false")
    try:
        subject = Ref(SubjectKind(_text(view, "subject_kind")), _text(view, "subject"))
    except ValueError as error:
        raise DamagedProofError(str(error)) from error
    indicator = None if view.get("indicator") is None else _text(view, "indicator")
    edition, day = _edition(dataset)
    return Proof(
        dataset=_text(dataset, "id"),
        dataset_title=_text(dataset, "title"),
        edition=edition,
        as_of=day,
        title=_text(view, "title"),
        question=Question(_text(view, "chart"), subject, indicator, logarithmic),
        language=_text(view, "language"),
        theme=_text(view, "theme"),
        table=_text(content, "table"),
        sources=tuple(
            ProofSource(
                *(_text(each, name) for name in ("id", "publisher", "title", "date", "url")),
                # Pictures made before there were these have none.
                *(_text(each, name) if name in each else "" for name in ("via", "accessed")),
            )
            for each in listed
        ),
        program=_text(content, "program"),
    )


def _edition(dataset: Mapping[str, object]) -> tuple[str, date | None]:
    """Return the edition and the day of which it was shown."""
    edition = _text(dataset, "edition")
    joined = None if "as_of" in dataset else _EDITION_AND_DAY.fullmatch(edition)
    day = None
    if joined is not None:
        edition, day = joined[1] or "", joined[2]
    elif "as_of" in dataset:
        day = _text(dataset, "as_of")
    try:
        return edition, None if day is None else date.fromisoformat(day)
    except ValueError as error:
        raise DamagedProofError(str(error)) from error


def _record(content: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = content.get(name)
    if not isinstance(found, dict):
        raise DamagedProofError(f"no {name}")
    return found


def _text(content: Mapping[str, object], name: str) -> str:
    found = content.get(name)
    if not isinstance(found, str) or _HALF_CHARACTER.search(found):
        raise DamagedProofError(f"no {name}")
    return found


def _checksum(content: object) -> str:
    return hashlib.sha256(_json(content).encode()).hexdigest()


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
