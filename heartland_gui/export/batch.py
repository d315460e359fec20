"""Exports from the command line: one chart that is asked for, or every chart of a dataset into a folder."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from heartland_gui.charts.choice import KINDS, chart, questions
from heartland_gui.charts.furniture import listed_names
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.charts.thresholds import offered
from heartland_gui.export.files import write_whole
from heartland_gui.export.formats import FORMATS, Rest, encoded
from heartland_gui.export.gallery import gallery_page
from heartland_gui.export.picture import Picture, PictureOptions
from heartland_gui.export.proof import Proof, proof_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import no_page
from heartland_gui.near_names import near_names
from heartland_gui.pages.gallery import GalleryEntry, gallery_of
from heartland_gui.pages.names import address_refusal
from heartland_gui.text import Words
from heartland_gui.text.languages import words_for_data

Progress = Callable[[int, int, str], None]
"""Called before each chart with how many are done, how many there are, and the name of the next."""


_MOST_NAMED: Final = 12
"""So many names are told where none is near what was asked for, and so many charts that there are instead."""


class RequestError(ValueError):
    """What was asked for is not there; the text is a sentence that names what is."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How charts are written: as which pictures, with their proof or without."""

    options: PictureOptions = field(default_factory=PictureOptions)
    proof: bool = True

    def proof_of(self, dataset: Dataset, answer: Chart) -> Proof | None:
        """Return the proof of a chart where one is to be in its files."""
        return proof_of(dataset, answer, self.options.theme) if self.proof else None


def asked_subject(dataset: Dataset, subject: str, words: Words) -> Ref:
    """Return the page of a subject, or of several with commas between. Raises RequestError."""
    ref = dataset.ref(subject)
    if ref is None and "," in subject:
        raise RequestError(address_refusal(no_page(dataset, subject), words))
    if ref is None or ref.kind is SubjectKind.SOURCE:
        raise RequestError(_unknown(words, words.text("subject"), subject, list(dataset.subjects)))
    return ref


# -- one chart --------------------------------------------------------------------------------------------------


def asked_question(dataset: Dataset, subject: str, kind: str | None, indicator: str | None, words: Words) -> Question:
    """Return the chart that leads the page of a subject, of that kind and indicator where they are given.

    What is too little for a page can be asked for as well, the most informative first. Raises RequestError for an
    unknown id and for a chart that the data does not support.
    """
    ref = asked_subject(dataset, subject, words)
    if kind is not None and kind not in KINDS:
        raise RequestError(_unknown(words, words.text("kind of chart"), kind, list(KINDS)))
    if indicator is not None and indicator not in dataset.indicator_by_id:
        raise RequestError(_unknown(words, words.text("indicator"), indicator, list(dataset.indicator_by_id)))
    supported = tuple(dict.fromkeys((*offered(dataset, ref), *questions(dataset, ref))))
    fitting = [
        question for question in supported if kind in (None, question.kind) and indicator in (None, question.indicator)
    ]
    if fitting:
        return fitting[0]
    if not supported:
        raise RequestError(words.text("There is not enough data for a chart of “{subject}”.", subject=subject))
    offers = dict.fromkeys(f"{question.kind} {question.indicator or ''}".strip() for question in supported)
    raise RequestError(
        words.text(
            "“{subject}” has no such chart; it has: {offers}.",
            subject=subject,
            offers=listed_names(list(offers), words, _MOST_NAMED),
        )
    )


def asked_languages(dataset: Dataset, asked: Sequence[str], words: Words) -> tuple[str, ...]:
    """Return the languages of a dataset, its default one first, or those that are asked for. Raises RequestError."""
    manifest = dataset.manifest
    offered = tuple(dict.fromkeys((manifest.default_language, *manifest.languages)))
    for language in asked:
        if language not in offered:
            raise RequestError(_unknown(words, words.text("language"), language, list(offered)))
    return tuple(language for language in offered if language in asked) if asked else offered


def _unknown(words: Words, what: str, given: str, known: list[str]) -> str:
    near = [name for name in known if given.lower() in name][:5]
    near = near or near_names(given, known, 3) or (known if len(known) <= _MOST_NAMED else [])
    if not near:
        return words.text("There is no {what} “{given}”.", what=what, given=given)
    return words.text(
        "There is no {what} “{given}”; did you mean {near}?", what=what, given=given, near=words.listing(near)
    )


def export_chart(
    dataset: Dataset, question: Question, format_id: str, manner: Manner, path: Path, words: Words
) -> None:
    """Write one chart to one file, whole or not at all. Raises OSError and NoChartError."""
    answer = chart(dataset, question, words)
    write_whole(path, encoded(answer, format_id, manner.options, manner.proof_of(dataset, answer)))


# -- all of them ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gallery:
    """Every chart of a dataset in some formats and languages; the first language stands at the root of the folder."""

    dataset: Dataset
    folder: Path
    manner: Manner
    formats: tuple[str, ...]
    languages: tuple[str, ...]


def export_all(gallery: Gallery, progress: Progress) -> int:
    """Write every chart of every subject, a folder for each subject, and pages that show them all.

    Returns how many charts there are, in every language. The pages are written last, so that they lead nowhere that is
    not there. Raises OSError; what was written until then is complete.
    """
    dataset = gallery.dataset
    found = list(all_questions(dataset))
    whole = len(found) * len(gallery.languages)
    pages: dict[Path, bytes] = {}
    with Writers() as writers:
        for number, language in enumerate(gallery.languages):
            words = words_for_data(language)
            folder = gallery.folder / language if number else gallery.folder
            folder.mkdir(parents=True, exist_ok=True)
            entries = []
            for done, question in enumerate(found, number * len(found)):
                progress(done, whole, question.subject.id)
                entries.append(_export_one(gallery, question, folder, words, writers))
            contents = gallery_of(dataset, entries, words)
            pages[folder / "index.html"] = gallery_page(contents, gallery.languages, language).encode()
        writers.finish()
    for path, content in pages.items():
        write_whole(path, content)
    progress(whole, whole, "")
    return whole


def _export_one(gallery: Gallery, question: Question, folder: Path, words: Words, writers: Writers) -> GalleryEntry:
    dataset, manner = gallery.dataset, gallery.manner
    answer = chart(dataset, question, words)
    target = folder / question.subject.id
    target.mkdir(exist_ok=True)
    picture = Picture(answer, manner.options, manner.proof_of(dataset, answer))
    stem = file_stem(question)
    for format_id in gallery.formats:
        writers.write(target / f"{stem}.{format_id}", FORMATS[format_id].draw(picture))
    return GalleryEntry(
        subject=question.subject,
        stem=stem,
        title=answer.title or answer.full_title,
        sentence=answer.sentence or answer.full_title,
        size=(manner.options.width, manner.options.height),
        formats=gallery.formats,
    )


class Writers:
    """Threads that pack and write files while the next chart is drawn.

    Packing a PNG takes as long as all the rest of a chart, and needs nothing of Python's lock or of Qt's painter.
    """

    def __init__(self) -> None:
        self._count = max(1, min(4, os.cpu_count() or 1))
        self._threads = ThreadPoolExecutor(self._count)
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)

    def write(self, path: Path, rest: Rest) -> None:
        """Write a file soon. Raises the OSError of a file before."""
        # Each one that waits holds a whole picture in memory.
        while len(self._waiting) > 4 * self._count:
            self._waiting.popleft().result()
        self._waiting.append(self._threads.submit(_write, path, rest))

    def finish(self) -> None:
        """Wait until all files are there. Raises the OSError of one that is not."""
        while self._waiting:
            self._waiting.popleft().result()


def _write(path: Path, rest: Rest) -> None:
    write_whole(path, rest())


def all_questions(dataset: Dataset) -> Iterator[Question]:
    """Yield every chart that the data of the subjects supports, also those that are too little for a page."""
    for identifier in dataset.subjects:
        ref = dataset.ref(identifier)
        if ref is not None:
            yield from questions(dataset, ref)


def file_stem(question: Question) -> str:
    """Return the name of a chart's files in its subject's folder: the kind and the indicator."""
    return f"{question.kind}-{question.indicator}" if question.indicator else question.kind
