"""The sources of a page: their marks, and what a figure says with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, Source, SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.pages.page import Link
from heartland_gui.text import Words
from heartland_gui.wording import read_out


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
