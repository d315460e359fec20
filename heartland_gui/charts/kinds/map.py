"""The cities of the region on a map: shaded by an indicator, with circles for their companies; or circles alone.

A number of companies is an amount, not a density: a city with much land would look full of them if it were shaded by
it. So the number is shown by circles of proportional area, with a key of sizes (J. J. Flannery, "The Relative
Effectiveness of Some Common Graduated Point Symbols in the Presentation of Quantitative Data", Cartographica 8, 1971).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from heartland_gui.charts.city_map import (
    cities_table,
    city_marks,
    city_panel,
    companies_by_city,
    companies_line,
    map_notes,
    places_key,
)
from heartland_gui.charts.frame import NoChartError, cited_sources, edition_line
from heartland_gui.charts.indicator_map import city_figures, indicator_map
from heartland_gui.charts.marks import Datum
from heartland_gui.charts.places import land_of
from heartland_gui.charts.spec import Chart, ListedRow, Listing, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Place, Ref, ref_of
from heartland_gui.model.queries import cities_of, headline_ids, short_name
from heartland_gui.text import Words, message

KIND: Final = "map"
NAME: Final = message("Map")
WITHOUT_INDICATOR: Final = message("Number of companies")
"""What a map shows that is asked for without an indicator."""

_FEWEST_CITIES: Final = 2
_COUNT_WEIGHT: Final = 11.0


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return the questions about the region: the number of companies, and every indicator that half of its cities have.

    Headline indicators go first, then the number of companies.
    """
    cities = cities_of(dataset)
    if subject != dataset.region_ref or len(cities) < _FEWEST_CITIES or not _has_outlines(dataset):
        return ()
    found = []
    if any(companies_by_city(dataset).values()):
        found.append((_COUNT_WEIGHT, Question(KIND, subject)))
    headline = headline_ids(dataset, subject.id)
    for indicator in dataset.indicators:
        figures = city_figures(dataset, indicator)
        if 2 * len(figures) < len(cities) or len({item.value for item in figures.values()}) < _FEWEST_CITIES:
            continue
        weight = 3.0 + 4.0 * len(figures) / len(cities)
        if indicator.id in headline:
            weight = _COUNT_WEIGHT + 1.0 - headline.index(indicator.id) / len(headline)
        found.append((weight, Question(KIND, subject, indicator.id)))
    return tuple(found)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why there is no map."""
    if subject != dataset.region_ref:
        return words.text("Only the region as a whole has a map.")
    if len(cities_of(dataset)) < _FEWEST_CITIES:
        return words.text("Fewer than two cities are known here.")
    if not _has_outlines(dataset):
        return words.text("The dataset has no outlines of the cities.")
    return words.text("Nothing is known of enough cities.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the map of an indicator, or of the number of companies where none is asked for.

    Raises NoChartError where the subject is not the region, and where there is nothing to show of its cities.
    """
    if question.subject != dataset.region_ref or not _has_outlines(dataset):
        raise NoChartError(reason(dataset, question.subject, words))
    if question.indicator is None:
        return _company_map(dataset, question, words)
    indicator = dataset.indicator_by_id[question.indicator]
    figures = city_figures(dataset, indicator)
    if not figures:
        raise NoChartError(words.text("No city has an actual figure of this indicator that can be compared."))
    return indicator_map(dataset, question, indicator, figures, words)


def _has_outlines(dataset: Dataset) -> bool:
    return any(land_of(dataset, city.id) for city in cities_of(dataset))


def _company_map(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the map of the number of companies: plain land with circles."""
    companies = companies_by_city(dataset)
    cities = sorted(cities_of(dataset), key=lambda city: (-len(companies[city.id]), city.id))
    if not any(companies.values()):
        raise NoChartError(words.text("No city has a company in this dataset."))

    def about(city: Place) -> tuple[str, Datum]:
        # The number itself stands in the circle, or below the name where the circle is too small.
        none = "" if companies[city.id] else words.number(0)
        text = f"{city.name.text(words.language)}\n{companies_line(dataset, city, words)}"
        return none, Datum(text, subject=ref_of(city))

    marks = city_marks(dataset, words, lambda _: 0, about)
    x, panel = city_panel(dataset, marks)
    inside = [company for found in companies.values() for company in found]
    outside = len(dataset.companies) - len(inside)
    rows = tuple(
        ListedRow(short_name(city, words.language), (words.number(len(companies[city.id])),), about(city)[1])
        for city in cities
    )
    notes = [words.text("Computed: companies of this dataset by city, counted; it does not hold all that there are.")]
    if outside:
        notes.append(words.plural("{n} company is in no city.", "{n} companies are in no city.", outside))
    return Chart(
        question=question,
        subject=short_name(dataset.region, words.language),
        title=words.text("Companies by city"),
        subtitle=words.text("number of companies in this dataset, computed"),
        x=x,
        panels=(panel,),
        words=words,
        key=places_key(dataset, words),
        notes=(*notes, *map_notes(dataset, words)),
        sources=cited_sources(dataset, (source for one in inside for source in one.sources), words),
        edition=edition_line(dataset, words),
        sentence=_company_sentence(cities, companies, words),
        table=cities_table(dataset, words),
        listing=Listing((words.text("companies"),), rows),
    )


def _company_sentence(cities: Sequence[Place], companies: Mapping[str, Sequence[Company]], words: Words) -> str:
    named = [
        words.text("{name} ({n})", name=short_name(city, words.language), n=len(companies[city.id])) for city in cities
    ]
    return words.plural(
        "{n} company of this dataset in {cities} cities, counted; the most are in {names}.",
        "{n} companies of this dataset in {cities} cities, counted; the most are in {names}.",
        sum(len(companies[city.id]) for city in cities),
        cities=len(cities),
        names=words.listing(named[:3]),
    )
