"""Companies (or the region's cities) ranked by an indicator: bars from zero, differing periods said at the bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from heartland_gui.charts.axes import Row, RowAxis, ValueAxis
from heartland_gui.charts.comparable import common_period, comparable_figures, left_out_notes, others_of, with_others
from heartland_gui.charts.figure_labels import shown_number
from heartland_gui.charts.frame import (
    NoChartError,
    cited_sources,
    colour_slot,
    datum,
    edition_line,
    status_key,
)
from heartland_gui.charts.marks import Bar, Label
from heartland_gui.charts.scales import value_range
from heartland_gui.charts.spec import ANY_COLOUR, Chart, KeyEntry, Panel, Question, Symbol
from heartland_gui.charts.tables import figures_table
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator, Ref, Subject, SubjectKind, ref_of
from heartland_gui.model.facts import DONE, Observation, Status
from heartland_gui.model.queries import cities_of, companies_of, headline_ids, latest, observations_of, short_name
from heartland_gui.model.wording import status_text, value_text
from heartland_gui.text import Words, message

KIND: Final = "ranking"
NAME: Final = message("Ranking")

_MOST_ROWS: Final = 20
_FEWEST_ROWS: Final = 2


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return a weight and a question for every indicator of which two members or more have comparable figures.

    Indicators with more members go first. A company is ranked among those of its first pillar.
    """
    if subject.kind is SubjectKind.SOURCE:
        return ()
    counts: Counter[str] = Counter()
    group = _group(dataset, subject)
    for member in (*companies_of(dataset, group), *_cities(dataset, subject)):
        counts.update({series.indicator for series in dataset.series_by_subject.get(member.id, ())})
    headline = headline_ids(dataset, subject.id)
    own = {series.indicator for series in dataset.series_by_subject.get(subject.id, ())}
    found = []
    for identifier, count in counts.items():
        if count < _FEWEST_ROWS or (subject.kind is SubjectKind.COMPANY and identifier not in own):
            continue
        ranked = _ranked(dataset, subject, dataset.indicator_by_id[identifier])
        if len(ranked) < _FEWEST_ROWS or all(item.value == 0 for item in ranked):
            continue
        if subject.kind is SubjectKind.COMPANY and all(item.subject != subject.id for item in ranked):
            continue
        weight = min(len(ranked), 12) + (2 if identifier in headline else 0)
        weight -= 4 * (subject.kind is SubjectKind.COMPANY)
        found.append((float(weight), Question(KIND, subject, identifier)))
    return tuple(found)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:  # noqa: ARG001 - the same for every subject
    """Return why nothing is ranked."""
    return words.text("Fewer than two have a figure of one indicator that can be compared.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the ranking by the newest comparable figure of every member.

    Raises NoChartError where fewer than two members have one.
    """
    if question.indicator is None:
        raise NoChartError(words.text("A ranking needs an indicator."))
    indicator = dataset.indicator_by_id[question.indicator]
    ranked = _ranked(dataset, question.subject, indicator)
    if len(ranked) < _FEWEST_ROWS:
        raise NoChartError(words.text("Fewer than two have a figure of this indicator that can be compared."))
    shown = ranked[:_MOST_ROWS]
    axis = _axis(dataset, shown, indicator, words)
    common = common_period(shown)
    colour = colour_slot(dataset, dataset.entity(_group(dataset, question.subject)))
    bars = tuple(
        Bar(
            row=row,
            value=item.value,
            status=item.status,
            colour=colour_slot(dataset, dataset.subjects[item.subject]) if colour is None else colour,
            datum=datum(dataset, item, words, named=True),
            label=_label(dataset, item, axis, common, words),
        )
        for row, item in enumerate(shown)
    )
    rows = tuple(_row(dataset, item, question.subject, words) for item in shown)
    colours = {bar.colour for bar in bars}
    return Chart(
        question=question,
        subject=short_name(dataset.entity(question.subject), words.language),
        title=_title(dataset, question.subject, shown, indicator, words),
        subtitle=_subtitle(axis.magnitude.unit, shown, common, words),
        x=axis,
        panels=(Panel(RowAxis(rows), bars),),
        words=words,
        key=_key(dataset, shown, colours, words),
        notes=_notes(dataset, question.subject, indicator, ranked, words),
        sources=cited_sources(dataset, (item.source for item in with_others(dataset, shown)), words),
        edition=edition_line(dataset, words),
        sentence=_sentence(dataset, shown, indicator, words),
        table=figures_table(dataset, with_others(dataset, ranked), words),
    )


def _axis(dataset: Dataset, shown: Sequence[Observation], indicator: Indicator, words: Words) -> ValueAxis:
    unit = dataset.unit_of(indicator.id)
    symbol = unit.symbol.text(words.language)
    magnitude = words.magnitude(max(abs(item.value) for item in shown), unit.scale, symbol)
    low, high = value_range([item.value for item in shown], from_zero=True, logarithmic=False)
    return ValueAxis(low, high, magnitude, scale=unit.scale, symbol=symbol)


def _group(dataset: Dataset, subject: Ref) -> Ref:
    """Return whose companies are ranked: for a company those of its first pillar."""
    if subject.kind is not SubjectKind.COMPANY:
        return subject
    company = next(item for item in dataset.companies if item.id == subject.id)
    return Ref(SubjectKind.PILLAR, company.pillars[0]) if company.pillars else subject


def _cities(dataset: Dataset, subject: Ref) -> tuple[Subject, ...]:
    return cities_of(dataset) if subject == dataset.region_ref else ()


def _members(dataset: Dataset, subject: Ref, indicator: Indicator) -> tuple[Subject, ...]:
    """Return who is ranked: the region's cities where two have figures of the indicator, else companies."""
    cities = [city for city in _cities(dataset, subject) if observations_of(dataset, city.id, indicator.id)]
    return tuple(cities) if len(cities) >= _FEWEST_ROWS else companies_of(dataset, _group(dataset, subject))


def _ranked(dataset: Dataset, subject: Ref, indicator: Indicator) -> tuple[Observation, ...]:
    """Return the newest comparable figure of each member, the largest first.

    Only what covers the whole of a member is compared and, for flows and growth, only full years; a member with
    nothing done yet stands with what it expects, plans or has designed.
    """
    found = []
    for member in _members(dataset, subject, indicator):
        comparable = comparable_figures(dataset, member.id, indicator)
        if not comparable:
            continue
        figure = latest(comparable, DONE)
        for status in (Status.FORECAST, Status.TARGET, Status.CAPACITY):
            figure = figure or latest(comparable, {status})
        if figure is not None:
            found.append(figure)
    return tuple(sorted(found, key=lambda item: (-item.value, item.subject)))


def _label(dataset: Dataset, item: Observation, axis: ValueAxis, common: str | None, words: Words) -> Label:
    """Return the number with what else must be known: its period, its status, and what other sources say."""
    faint = []
    others = others_of(dataset, item)
    if common is None:
        faint.append(words.period(item.period.label))
    if item.status is not Status.ACTUAL:
        faint.append(status_text(item.status, words))
    for other in others:
        publisher = dataset.source_by_id[other.source].publisher.text(words.language)
        number = shown_number(other, (item, other), axis, words)
        faint.append(words.text("{value} by {source}", value=number, source=publisher))
    return Label(shown_number(item, (item, *others), axis, words), " · ".join(faint))


def _key(
    dataset: Dataset, shown: Sequence[Observation], colours: set[int | None], words: Words
) -> tuple[KeyEntry, ...]:
    """Return the key of statuses and, where the bars have several colours, of the pillars."""
    statuses = {item.status for item in shown}
    if len(colours) == 1:
        return status_key(statuses, Symbol.BAR, next(iter(colours)), words)
    key = status_key(statuses, Symbol.BAR, ANY_COLOUR, words)
    pillars = [(slot, dataset.pillars[slot]) for slot in sorted(slot for slot in colours if slot is not None)]
    return key + tuple(
        KeyEntry(Symbol.BAR, short_name(pillar, words.language), Status.ACTUAL, slot) for slot, pillar in pillars
    )


def _row(dataset: Dataset, item: Observation, subject: Ref, words: Words) -> Row:
    member = dataset.subjects[item.subject]
    return Row(short_name(member, words.language), ref=ref_of(member), emphasis=member.id == subject.id)


def _title(dataset: Dataset, subject: Ref, shown: Sequence[Observation], indicator: Indicator, words: Words) -> str:
    name = indicator.name.text(words.language)
    if subject.kind is SubjectKind.COMPANY:
        group = short_name(dataset.entity(_group(dataset, subject)), words.language)
        return words.text("{indicator}, against others of {group}", indicator=name, group=group)
    if isinstance(dataset.subjects[shown[0].subject], type(dataset.region)):
        return words.text("{indicator} of the cities", indicator=name)
    return words.text("{indicator} of the companies", indicator=name)


def _subtitle(unit: str, shown: Sequence[Observation], common: str | None, words: Words) -> str:
    if common is not None:
        return words.text("{unit}, {period}", unit=unit, period=words.period(common))
    years = sorted({item.period.year for item in shown})
    return words.text(
        "{unit}, newest figure of each; periods differ: {first} to {last}", unit=unit, first=years[0], last=years[-1]
    )


def _notes(
    dataset: Dataset, subject: Ref, indicator: Indicator, ranked: Sequence[Observation], words: Words
) -> tuple[str, ...]:
    found = []
    if len(ranked) > _MOST_ROWS:
        found.append(words.text("The largest {n} of {all} are shown.", n=_MOST_ROWS, all=len(ranked)))
    present = {item.subject for item in ranked}
    members = _members(dataset, subject, indicator)
    return (*found, *left_out_notes(dataset, members, present, indicator, words))


def _sentence(dataset: Dataset, shown: Sequence[Observation], indicator: Indicator, words: Words) -> str:
    listed = [
        words.text(
            "{name} {value} ({period}, {status})",
            name=short_name(dataset.subjects[item.subject], words.language),
            value=value_text(dataset, item, words),
            period=words.period(item.period.label),
            status=status_text(item.status, words),
        )
        for item in shown[:3]
    ]
    return words.text(
        "{n} ranked by {indicator}; the largest: {names}.",
        n=len(shown),
        indicator=indicator.name.text(words.language),
        names=words.listing(listed),
    )
