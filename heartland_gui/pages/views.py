"""The pages of the whole dataset that are tables: all sources, problems, bookmarks and history.

Each is a value with its title, its rows in the order given, and as its legend what stands above the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from heartland_gui.charts.choice import KINDS
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade, Source
from heartland_gui.model.selection import Selection, View
from heartland_gui.pages.facets import choice_text
from heartland_gui.pages.names import VIEW_NAMES, selection_name
from heartland_gui.pages.page import Cell, FigureTable, Row
from heartland_gui.pages.source_sheet import kind_text
from heartland_gui.problems import Problem, Severity
from heartland_gui.text import Words
from heartland_gui.wording import accessed_text, date_text, grade_text, publisher_of, source_language_text

# -- all sources ------------------------------------------------------------------------------------------------


def matching_sources(dataset: Dataset, text: str, words: Words) -> tuple[Source, ...]:
    """Return the sources in which every word that was typed stands, the newest first."""
    wanted = text.casefold().split()

    def said(source: Source) -> str:
        parts = (source.publisher, source.title, source.via, source.note)
        texts = [form for part in parts if part is not None for form in part.all_texts()]
        grade = grade_text(source.grade, words) if source.grade else ""
        return " ".join((*texts, grade, date_text(dataset, source, words), source.url or "")).casefold()

    found = [source for source in dataset.sources if all(word in said(source) for word in wanted)] if wanted else None
    shown = dataset.sources if found is None else found
    return tuple(sorted(shown, key=lambda source: dataset.published(source).last, reverse=True))


def sources_table(dataset: Dataset, sources: Sequence[Source], words: Words) -> FigureTable:
    """Return a row for every source, with how much rests on it."""
    figures = Counter(item.source for item in dataset.observations())
    events = Counter(event.source for event in dataset.events)
    return FigureTable(
        title=words.say(VIEW_NAMES[View.SOURCES]),
        headings=(
            words.text("Title"),
            words.text("Publisher"),
            words.text("Date"),
            words.text("Kind"),
            words.text("Figures"),
            words.text("Events"),
        ),
        rows=[_source(dataset, each, figures[each.id], events[each.id], words) for each in sources],
        signs=_sources_counted(dataset, sources, {*figures, *events}, words),
    )


def _sources_counted(dataset: Dataset, sources: Sequence[Source], used: Container[str], words: Words) -> str:
    if len(sources) < len(dataset.sources):
        every = words.plural("{n} source", "{n} sources", len(dataset.sources))
        return words.text("{n} of {sources}.", n=len(sources), sources=every)
    return words.plural(
        "{n} source; {used} with figures or events.",
        "{n} sources; {used} of them with figures or events.",
        len(sources),
        used=sum(1 for each in sources if each.id in used),
    )


def _source(dataset: Dataset, source: Source, figures: int, events: int, words: Words) -> Row:
    publisher, title = source.publisher.text(words.language), source.title.text(words.language)
    via = words.text("via {place}", place=source.via.text(words.language)) if source.via else ""
    grade = grade_text(source.grade, words) if source.grade else ""
    published = dataset.published(source)
    return (
        Cell(title, title.casefold(), tip=source.url or title, beneath=via),
        Cell(publisher, publisher.casefold(), copied=publisher_of(source, words)),
        Cell(
            "" if published.period is None else words.period(published.period.label),
            published.last.toordinal(),
            tip=accessed_text(source, words),
            beneath=words.text("inferred") if published.is_inferred else "",
            copied=date_text(dataset, source, words),
        ),
        Cell(
            grade,
            tuple(Grade).index(source.grade) if source.grade else len(Grade),
            tip=kind_text(source.grade, words) if source.grade else "",
            beneath=source_language_text(source.language, words) if source.language else "",
        ),
        Cell(words.number(figures), figures, number=True),
        Cell(words.number(events), events, number=True),
    )


# -- problems ---------------------------------------------------------------------------------------------------


def problems_table(problems: Iterable[Problem], path: Path | None, words: Words, *, readable: bool) -> FigureTable:
    """Return a row for every problem; `path` is the dataset's, `readable` whether it could be opened for all that."""
    if readable:
        title = words.say(VIEW_NAMES[View.PROBLEMS])
        legend = words.text("These entries were left out or may be wrong; everything else can be used.")
    else:
        title, legend = words.text("This dataset cannot be read"), str(path or "")
    headings = (words.text("Where"), words.text("Kind"), words.text("What is wrong"))
    return FigureTable(title, headings, [_problem(each, path, words) for each in problems], legend)


def _problem(problem: Problem, path: Path | None, words: Words) -> Row:
    file = _within(problem.file, path)
    where = file if problem.line is None else f"{file}:{problem.line}"
    kind = words.text("error") if problem.severity is Severity.ERROR else words.text("warning")
    sentence = problem.sentence(words)
    return (
        Cell(where, f"{problem.file}:{problem.line or 0:09d}", tip=problem.report_line(words)),
        Cell(kind, problem.severity.value, tip=problem.code),
        Cell(sentence, sentence, tip=sentence),
    )


def _within(file: str, path: Path | None) -> str:
    """Return a file's path inside the dataset's folder: what stands before it is the same for all."""
    if path is not None and Path(file).is_relative_to(path) and Path(file) != path:
        return str(Path(file).relative_to(path))
    return file


# -- bookmarks and history --------------------------------------------------------------------------------------


def bookmarks_table(dataset: Dataset, marked: Sequence[tuple[str, Selection | None, str]], words: Words) -> FigureTable:
    """Return a row for every bookmark: an address with the selection that it leads to, or why it leads nowhere."""
    rows = [
        (*(_selection(dataset, selection, words) if selection else (Cell(refusal, refusal), Cell(""))), _text(address))
        for address, selection, refusal in marked
    ]
    count = words.plural("{n} bookmark of this dataset", "{n} bookmarks of this dataset", len(rows))
    none = words.text("No bookmarks yet. Ctrl+B adds the page that is open.")
    return FigureTable(
        title=words.say(VIEW_NAMES[View.BOOKMARKS]),
        headings=(words.text("Page"), words.text("Chart"), words.text("Address")),
        rows=rows,
        signs=count if rows else none,
    )


def seen_table(dataset: Dataset, seen: Iterable[Selection], words: Words) -> FigureTable:
    """Return a row for everything that was seen."""
    headings = (words.text("Page"), words.text("Chart"))
    return FigureTable(words.text("Recent"), headings, [_selection(dataset, each, words) for each in seen])


def _selection(dataset: Dataset, selection: Selection, words: Words) -> Row:
    """Return the name of a selection's page with what narrows its list, and the chart that was chosen there."""
    name = selection_name(dataset, selection, words)
    if selection.facets:
        narrowed = words.enumeration([choice_text(dataset, choice, words) for choice in selection.facets.choices])
        name = words.text("{name}: {text}", name=name, text=narrowed)
    kind, indicator = KINDS.get(selection.chart or ""), dataset.indicator_by_id.get(selection.indicator or "")
    chosen = [words.say(kind.NAME)] if kind is not None else []
    if indicator is not None:
        chosen.append(indicator.name.text(words.language))
    return _text(name), _text(words.enumeration(chosen))


def _text(text: str) -> Cell:
    return Cell(text, text)
