"""A source as it is cited: in plain text, in Markdown and in BibTeX."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from heartland_gui.model.entities import Source
from heartland_gui.model.period import Frequency
from heartland_gui.model.wording import citation
from heartland_gui.text import Words


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
