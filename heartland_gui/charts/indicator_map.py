"""The cities of a region shaded by an indicator: which figures are compared, in which classes, and what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from heartland_gui.charts.axes import ValueAxis
from heartland_gui.charts.city_map import (
    city_marks,
    city_panel,
    companies_by_city,
    companies_line,
    map_notes,
    places_key,
)
from heartland_gui.charts.classes import Classes, natural_classes
from heartland_gui.charts.comparable import (
    common_period,
    left_out_notes,
    newest,
    others_of,
    shared_period,
    some_names,
    with_others,
)
from heartland_gui.charts.figure_labels import shown_number
from heartland_gui.charts.frame import cited_sources, datum, edition_line
from heartland_gui.charts.marks import Datum
from heartland_gui.charts.spec import Chart, KeyEntry, ListedRow, Listing, Question, Symbol
from heartland_gui.charts.tables import figures_table
from heartland_gui.model.comparable import comparable_figures
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, Place, ref_of
from heartland_gui.model.facts import Observation, Status
from heartland_gui.model.queries import cities_of, short_name
from heartland_gui.model.wording import read_out, value_text
from heartland_gui.text import EN_DASH, Words


def city_figures(dataset: Dataset, indicator: Indicator) -> dict[str, Observation]:
    """Return the actual figure of each city that is shown: of one period where most have it, else the newest of each.

    Only what covers the whole of a city is compared and, for flows and growth, only full years.
    """
    known = {}
    for city in cities_of(dataset):
        comparable = comparable_figures(dataset, city.id, indicator)
        actual = [item for item in comparable if item.status is Status.ACTUAL]
        if actual:
            known[city.id] = actual
    common = shared_period(known.values())
    if common is not None:
        known = {city: [item for item in actual if item.period == common] for city, actual in known.items()}
    chosen = {city: newest(dataset, actual) for city, actual in known.items()}
    return {city: item for city, item in chosen.items() if item is not None}


def indicator_map(
    dataset: Dataset, question: Question, indicator: Indicator, figures: Mapping[str, Observation], words: Words
) -> Chart:
    """Return the map of the figures, at least one, that are given by city."""
    unit = dataset.unit_of(indicator.id)
    symbol = unit.symbol.text(words.language)
    values = [item.value for item in figures.values()]
    magnitude = words.magnitude(max(abs(value) for value in values), unit.scale, symbol)
    axis = ValueAxis(min(values), max(values), magnitude, scale=unit.scale, symbol=symbol)
    common = common_period(figures.values())
    return _IndicatorMap(dataset, indicator, figures, words, common, natural_classes(values), axis).chart(question)


@dataclass(frozen=True, slots=True)
class _IndicatorMap:
    """The making of one map: what the steps below share.

    `figures` are by city, `common` is the period of all of them or None, `axis` has the magnitude of their numbers.
    """

    dataset: Dataset
    indicator: Indicator
    figures: Mapping[str, Observation]
    words: Words
    common: str | None
    classes: Classes
    axis: ValueAxis

    def chart(self, question: Question) -> Chart:
        dataset, words = self.dataset, self.words
        marks = city_marks(dataset, words, self.shade, self.about)
        x, panel = city_panel(dataset, marks)
        ordered = sorted(self.figures.values(), key=lambda item: (-item.value, item.subject))
        shown = with_others(dataset, ordered)
        name = self.indicator.name.text(words.language)
        return Chart(
            question=question,
            subject=short_name(dataset.region, words.language),
            title=words.text("{indicator} by city", indicator=name),
            subtitle=self.subtitle(),
            x=x,
            panels=(panel,),
            words=words,
            key=(*self.shade_key(), *places_key(dataset, words)),
            notes=(*self.notes(), *map_notes(dataset, words)),
            sources=cited_sources(dataset, (item.source for item in shown), words),
            edition=edition_line(dataset, words),
            sentence=self.sentence(ordered),
            table=figures_table(dataset, shown, words),
            listing=self.listing(ordered),
        )

    def shade(self, city: Place) -> int | None:
        item = self.figures.get(city.id)
        return None if item is None else self.classes.shade(item.value)

    def about(self, city: Place) -> tuple[str, Datum]:
        """Return what is printed with a city's name, and what its marks stand for: a click leads to the city."""
        item, words = self.figures.get(city.id), self.words
        companies = companies_line(self.dataset, city, words)
        if item is None:
            text = words.text("{name}\nno figure that can be compared", name=city.name.text(words.language))
            return "", Datum(f"{text}\n{companies}", subject=ref_of(city))
        others = [read_out(self.dataset, other, words) for other in others_of(self.dataset, item)]
        about = datum(self.dataset, item, words, named=True)
        text = "\n".join((about.read_out, *others, companies))
        return self.number(item), replace(about, read_out=text, source=None, subject=ref_of(city))

    def number(self, item: Observation) -> str:
        """Return a number as it is printed: with its period where periods differ, and with what other sources say."""
        words, others = self.words, others_of(self.dataset, item)
        values = [shown_number(each, (item, *others), self.axis, words) for each in (item, *others)]
        shown = reduce(lambda one, other: words.text("{one} or {other}", one=one, other=other), values)
        if self.common is not None:
            return shown
        return words.text("{value} ({period})", value=shown, period=words.period(item.period.label))

    def subtitle(self) -> str:
        words, unit = self.words, self.axis.magnitude.unit
        if self.common is not None:
            return words.text("{unit}, {period}", unit=unit, period=words.period(self.common))
        years = sorted({item.period.year for item in self.figures.values()})
        return words.text(
            "{unit}, newest figure of each; periods differ: {first} to {last}",
            unit=unit,
            first=str(years[0]),
            last=str(years[-1]),
        )

    def shade_key(self) -> tuple[KeyEntry, ...]:
        heading = self.axis.magnitude.unit
        if self.common is not None:
            period = self.words.period(self.common)
            heading = self.words.text("{unit}, {period}", unit=heading, period=period)
        labels = self.classes.labels(self.axis.magnitude, self.words)
        key = [KeyEntry(Symbol.HEADING, heading)]
        key += [KeyEntry(Symbol.SHADE, label, fill=shade) for shade, label in labels]
        if len(self.figures) < len(cities_of(self.dataset)):
            key.append(KeyEntry(Symbol.SHADE, self.words.text("no figure")))
        return tuple(key)

    def notes(self) -> tuple[str, ...]:
        dataset, words = self.dataset, self.words
        cities = cities_of(dataset)
        known = {city.id: comparable_figures(dataset, city.id, self.indicator) for city in cities}
        apart = [city for city in cities if known[city.id] and city.id not in self.figures]
        done = [city for city in apart if any(item.status is Status.ACTUAL for item in known[city.id])]
        found = []
        if done:
            names = some_names([short_name(city, words.language) for city in done], words)
            found.append(words.text("Left out, no figure of the same period: {names}.", names=names))
        if len(done) < len(apart):
            names = some_names([short_name(city, words.language) for city in apart if city not in done], words)
            found.append(words.text("Left out, nothing done yet: {names}.", names=names))
        present = {*self.figures, *(city.id for city in apart)}
        found += left_out_notes(dataset, cities, present, self.indicator, words)
        if any(others_of(dataset, item) for item in self.figures.values()):
            found.append(words.text("Where sources differ, the newest one gives the shade."))
        return tuple(found)

    def sentence(self, ordered: Sequence[Observation]) -> str:
        words = self.words
        named = [
            words.text(
                "{value} in {name} ({period})",
                value=value_text(self.dataset, item, words),
                name=short_name(self.dataset.subjects[item.subject], words.language),
                period=words.period(item.period.label),
            )
            for item in (ordered[0], ordered[-1])
        ]
        return words.text(
            "{indicator} of {n} of {all} cities: from {low} to {high}.",
            indicator=self.indicator.name.text(words.language),
            n=len(ordered),
            all=len(cities_of(self.dataset)),
            low=named[1],
            high=named[0],
        )

    def listing(self, ordered: Sequence[Observation]) -> Listing:
        """Return the cities with their numbers, the largest first, those without one at the end."""
        dataset, words = self.dataset, self.words
        companies = companies_by_city(dataset)
        ranked = [item.subject for item in ordered]
        cities = sorted(
            cities_of(dataset), key=lambda city: ranked.index(city.id) if city.id in ranked else len(ranked)
        )
        rows = []
        for city in cities:
            value, about = self.about(city)
            sign = KeyEntry(Symbol.SHADE, "", fill=self.shade(city))
            cells = (value or EN_DASH, words.number(len(companies[city.id])))
            rows.append(ListedRow(short_name(city, words.language), cells, about, sign))
        return Listing((self.axis.magnitude.unit, words.text("companies")), tuple(rows))
