"""Exports from the command line: one chart that is asked for, or every chart of a dataset into a folder."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from heartland_gui.charts.choice import KINDS, chart, questions
from heartland_gui.charts.spec import Question
from heartland_gui.export.files import write_whole
from heartland_gui.export.formats import DEFAULT_SCALE, DEFAULT_SIZE, FORMATS, encoded
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import SubjectKind
from heartland_gui.text import Words

Progress = Callable[[int, int, str], None]
"""Called before each chart with how many are done, how many there are, and the name of the next."""


class RequestError(ValueError):
    """What was asked for is not there; the text is a sentence that names what is."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """The size of a picture: units in both directions and pixels for each."""

    width: int = DEFAULT_SIZE[0]
    height: int = DEFAULT_SIZE[1]
    scale: float = DEFAULT_SCALE


def asked_question(dataset: Dataset, subject: str, kind: str | None, indicator: str | None, words: Words) -> Question:
    """Return the most telling chart of a subject, of that kind and indicator where they are given.

    Raises RequestError for an unknown id and for a chart that the data does not support.
    """
    ref = dataset.ref(subject)
    if ref is None or ref.kind is SubjectKind.SOURCE:
        raise RequestError(_unknown(words, words.text("subject"), subject, list(dataset.subjects)))
    if kind is not None and kind not in KINDS:
        raise RequestError(_unknown(words, words.text("kind of chart"), kind, list(KINDS)))
    if indicator is not None and indicator not in dataset.indicator_by_id:
        raise RequestError(_unknown(words, words.text("indicator"), indicator, list(dataset.indicator_by_id)))
    offered = questions(dataset, ref)
    fitting = [
        question for question in offered if kind in (None, question.kind) and indicator in (None, question.indicator)
    ]
    if fitting:
        return fitting[0]
    if not offered:
        raise RequestError(words.text("There is not enough data for a chart of “{subject}”.", subject=subject))
    offers = dict.fromkeys(f"{question.kind} {question.indicator or ''}".strip() for question in offered)
    raise RequestError(
        words.text(
            "The data of “{subject}” has no such chart; it has: {offers}.",
            subject=subject,
            offers=words.listing(list(offers)[:12]),
        )
    )


def _unknown(words: Words, what: str, given: str, known: list[str]) -> str:
    near = [name for name in known if given.lower() in name][:5]
    near = near or difflib.get_close_matches(given, known, 3, 0.5) or (known if len(known) < 8 else [])
    if not near:
        return words.text("There is no {what} “{given}”.", what=what, given=given)
    return words.text(
        "There is no {what} “{given}”; did you mean {near}?", what=what, given=given, near=words.listing(near)
    )


def export_chart(
    dataset: Dataset, question: Question, format_id: str, size: PictureSize, path: Path, words: Words
) -> None:
    """Write one chart to one file, whole or not at all. Raises OSError and NoChartError."""
    answer = chart(dataset, question, words)
    write_whole(path, encoded(answer, format_id, size.width, size.height, size.scale))


def export_all(dataset: Dataset, folder: Path, size: PictureSize, words: Words, progress: Progress) -> int:
    """Write every chart of every subject in every format, a folder for each subject, and return how many charts.

    Raises OSError; what was written until then is complete.
    """
    found = list(all_questions(dataset))
    folder.mkdir(parents=True, exist_ok=True)
    for done, question in enumerate(found):
        progress(done, len(found), question.subject.id)
        answer = chart(dataset, question, words)
        target = folder / question.subject.id
        target.mkdir(exist_ok=True)
        for format_id in FORMATS:
            content = encoded(answer, format_id, size.width, size.height, size.scale)
            write_whole(target / f"{file_stem(question)}.{format_id}", content)
    progress(len(found), len(found), "")
    return len(found)


def all_questions(dataset: Dataset) -> Iterator[Question]:
    """Yield every chart that the pages of a dataset offer."""
    for identifier in dataset.subjects:
        ref = dataset.ref(identifier)
        if ref is not None:
            yield from questions(dataset, ref)


def file_stem(question: Question) -> str:
    """Return the name of a chart's files in its subject's folder: the kind and the indicator."""
    return f"{question.kind}-{question.indicator}" if question.indicator else question.kind
