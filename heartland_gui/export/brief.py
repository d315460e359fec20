"""A brief: one page of paper about one subject, for a meeting, with everything that it says sourced on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtGui import QPainter

from heartland_gui.charts.tables import figures_table
from heartland_gui.export.batch import RequestError, asked_subject
from heartland_gui.export.brief_content import BriefContent, brief_content
from heartland_gui.export.brief_page import BriefPage
from heartland_gui.export.brief_parts import PAGE_HEIGHT, PAGE_WIDTH
from heartland_gui.export.files import write_whole
from heartland_gui.export.pdf import Attachment, attachments, one_page
from heartland_gui.export.proof import proof_of, proof_text
from heartland_gui.export.table import csv_bytes, csv_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import WITHOUT_FIGURES, Ref
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words

A4: Final = (595.0, 842.0)
"""In points, as Qt rounds it."""


@dataclass(frozen=True)
class Brief:
    """The brief of a subject in one language, laid out once for screen, printer and file."""

    content: BriefContent

    @cached_property
    def page(self) -> BriefPage:
        """Where everything stands."""
        return BriefPage(self.content)

    @property
    def name(self) -> str:
        """What the brief is about."""
        return self.content.names[0]

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Draw the brief as large as it fits into so much room, in the middle of it."""
        scale = min(width / PAGE_WIDTH, height / PAGE_HEIGHT)
        painter.save()
        painter.translate((width - PAGE_WIDTH * scale) / 2, (height - PAGE_HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        self.page.paint(Canvas(painter, LIGHT))
        painter.restore()

    def attached(self) -> tuple[Attachment, ...]:
        """Return every figure of the subject and, where there is a chart, what leads back to its view."""
        content = self.content
        table = figures_table(content.dataset, content.figures, content.words)
        proof = ""
        if content.chart is not None:
            known = proof_of(content.dataset, content.chart, LIGHT)
            proof = proof_text(replace(known, title=self.name, table=csv_text(table)))
        return attachments(proof, csv_bytes(table))


def has_brief(ref: Ref) -> bool:
    """Whether there can be a brief of a page."""
    return ref.kind not in WITHOUT_FIGURES


def asked_brief(dataset: Dataset, subject: str, words: Words, spoken: Words) -> Brief:
    """Return the brief of a subject as it is `spoken`. Raises RequestError, in `words`, where there is none."""
    ref = asked_subject(dataset, subject, words)
    if not has_brief(ref):
        raise RequestError(words.text("There is a brief of a single subject only, not of “{id}”.", id=subject))
    return brief_of(dataset, ref, spoken)


def brief_of(dataset: Dataset, ref: Ref, words: Words) -> Brief:
    """Return the brief of a subject, for which `has_brief` is true."""
    return Brief(brief_content(dataset, ref, words))


def brief_bytes(brief: Brief, *, data: bool = True) -> bytes:
    """Return the brief as a PDF of one page of A4, with all figures of the subject attached where `data` is wanted."""
    return one_page(brief.name, A4, brief.attached() if data else (), brief.paint)


def write_brief(brief: Brief, path: Path, *, data: bool = True) -> None:
    """Write the brief as a PDF, whole or not at all. Raises OSError."""
    write_whole(path, brief_bytes(brief, data=data))
