"""How many companies there are: counted in the dataset, and said to be computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from heartland_gui.charts.furniture import NoChartError, cited_sources, colour_slot, edition_line
from heartland_gui.charts.scales import value_range
from heartland_gui.charts.spec import (
    ANY_COLOUR,
    AxisRow,
    Bar,
    Chart,
    Details,
    Label,
    LegendEntry,
    Panel,
    Question,
    RowAxis,
    Symbol,
    Table,
    ValueAxis,
)
from heartland_gui.charts.tables import COMPUTED
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Subject, ref_of
from heartland_gui.model.observations import Status
from heartland_gui.model.queries import companies_of, short_name
from heartland_gui.text import Magnitude, Words, message

_COUNTS: Final = (
    ("SUBJECT", message("Subject")),
    ("SUBJECT_NAME", message("Name")),
    ("OBS_VALUE", message("Value")),
    ("UNIT", message("Unit")),
    ("VALUE_TYPE", message("Status")),
    ("FORMULA", message("Formula")),
    ("INPUTS", message("Inputs")),
    ("SOURCE", message("Source")),
)

Counted = tuple[Subject, tuple[Company, ...]]
"""A subject and its companies."""


def counts_table(counted: Iterable[Counted], formula: str, words: Words) -> Table:
    """Return one row for each subject: how many companies, which ones, and the sources that name them."""
    rows = tuple(
        (
            subject.id,
            subject.name.text(words.language),
            len(companies),
            words.text("companies"),
            COMPUTED,
            formula,
            " ".join(company.id for company in companies),
            " ".join(dict.fromkeys(source for company in companies for source in company.sources)),
        )
        for subject, companies in counted
    )
    return Table(tuple(name for name, _ in _COUNTS), tuple(words.say(heading) for _, heading in _COUNTS), rows)


def companies_by_pillar(dataset: Dataset) -> tuple[Counted, ...]:
    """Return the companies of each pillar, the largest number first; a company may stand in two pillars."""
    found = [(pillar, companies_of(dataset, ref_of(pillar))) for pillar in dataset.pillars]
    return tuple(sorted(found, key=lambda item: -len(item[1])))


def pillars_chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the ranking of the pillars by their number of companies.

    Raises NoChartError where no company belongs to a pillar.
    """
    counted = companies_by_pillar(dataset)
    largest = max((len(companies) for _, companies in counted), default=0)
    if not largest:
        raise NoChartError(words.text("No company belongs to a pillar."))
    low, high = value_range([0.0, float(largest)], from_zero=True, logarithmic=False)
    bars = tuple(
        Bar(
            row=row,
            value=len(companies),
            status=Status.ACTUAL,
            colour=colour_slot(dataset, pillar),
            details=_details(pillar, len(companies), words),
            label=Label(words.number(len(companies))),
        )
        for row, (pillar, companies) in enumerate(counted)
    )
    rows = tuple(AxisRow(short_name(pillar, words.language), ref_of(pillar)) for pillar, _ in counted)
    unit = words.text("companies")
    sources = (source for _, companies in counted for company in companies for source in company.sources)
    return Chart(
        question=question,
        subject=short_name(dataset.entity(question.subject), words.language),
        title=words.text("Companies by pillar"),
        subtitle=words.text("number of companies in this dataset, computed"),
        x=ValueAxis(low, high, Magnitude(1.0, unit)),
        panels=(Panel(RowAxis(rows), bars),),
        words=words,
        legend=(
            LegendEntry(Symbol.BAR, words.text("companies, in the colour of the pillar"), Status.ACTUAL, ANY_COLOUR),
        ),
        notes=_notes(dataset, counted, words),
        sources=cited_sources(dataset, sources, words),
        edition=edition_line(dataset, words),
        sentence=_sentence(counted, words),
        table=counts_table(counted, words.text("companies of this dataset that belong to the pillar, counted"), words),
    )


def _details(pillar: Subject, number: int, words: Words) -> Details:
    count = words.plural(
        "computed: {n} company of this dataset in {pillar}",
        "computed: {n} companies of this dataset in {pillar}",
        number,
        pillar=short_name(pillar, words.language),
    )
    return Details(f"{pillar.name.text(words.language)}\n{count}", subject=ref_of(pillar))


def _notes(dataset: Dataset, counted: Sequence[Counted], words: Words) -> tuple[str, ...]:
    notes = [
        words.text("Computed: number of companies in this dataset by pillar. The dataset does not have every company.")
    ]
    inside = sum(bool(company.pillars) for company in dataset.companies)
    times = sum(len(companies) for _, companies in counted)
    if times > inside:
        notes.append(
            words.text(
                "A company can be in two pillars: {n} companies are counted {times} times.",
                n=words.number(inside),
                times=words.number(times),
            )
        )
    without = len(dataset.companies) - inside
    if without:
        notes.append(words.plural("{n} company is in no pillar.", "{n} companies are in no pillar.", without))
    return tuple(notes)


def _sentence(counted: Sequence[Counted], words: Words) -> str:
    listed = [
        words.text("{name} ({n})", name=short_name(pillar, words.language), n=len(companies))
        for pillar, companies in counted
    ]
    return words.text("Number of companies in this dataset by pillar: {names}.", names=words.listing(listed))
