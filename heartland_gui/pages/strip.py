"""The strip of a page: its headline figures side by side, each with what puts it in proportion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from heartland_gui.charts.disagreements import told_apart
from heartland_gui.charts.joins import Join, join_between, joined_frequencies, joins_of, main_course
from heartland_gui.charts.plan_words import outcome_sentence
from heartland_gui.charts.plans import Plan, plan_bar, shown_plan
from heartland_gui.decimals import written
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import WITHOUT_FIGURES, Indicator, Ref, SubjectKind
from heartland_gui.model.observations import DONE, HOPED, Observation, Qualifier, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.plans import has_due, judged_on
from heartland_gui.model.queries import Headline, headline_figures, observations_of
from heartland_gui.pages.companies import age_text
from heartland_gui.pages.figures import Amount, FigureCell, Proportion, Spark
from heartland_gui.pages.sources import figure_tip
from heartland_gui.text import Words
from heartland_gui.wording import label_name, qualified, status_text, value_text

_MOST: Final = 5
_MOST_OF_COMPANY: Final = 6
_OLD: Final = 8
"""A figure that is older by more years warns."""
_BEHIND: Final = 3
"""A figure that is older than the newest of its strip by more years warns as well."""
_OVER_YEARS: Final = 1
"""A plan that was due so many years before a figure is still told of it, none of before that."""
_LEAST_POINTS: Final = 4
"""A line through fewer points says less than their numbers."""
_LONG: Final = 1000.0
"""Years of an axis on which any gap is bridged."""
_MOST_DECIMALS: Final = 2
"""With more decimals than this two values of a headline are not told apart."""
_NEAR_YEARS: Final = 3
"""A figure of so many years before is told by its period; before that it is where a course began."""


def strip_of(dataset: Dataset, ref: Ref, words: Words) -> tuple[FigureCell, ...]:
    """Return the headline figures of a page: five, or six of a company.

    Of a company, what is expected, planned and designed has cells of its own; of all others the plan of a figure
    stands below it.
    """
    if ref.kind in WITHOUT_FIGURES:
        return ()
    return tuple(cells_of(dataset, headlines_of(dataset, ref), words))


def headlines_of(dataset: Dataset, ref: Ref) -> tuple[Headline, ...]:
    """Return the figures of the strip of a page."""
    is_company = ref.kind is SubjectKind.COMPANY
    return headline_figures(dataset, ref.id, _MOST_OF_COMPANY if is_company else _MOST, plans=is_company)


def cells_of(dataset: Dataset, headlines: Iterable[Headline], words: Words) -> Iterator[FigureCell]:
    """Yield the cells of headline figures, in their order."""
    found = tuple(headlines)
    apart = {each.figure.indicator for each in found if each.figure.status not in DONE}
    done = {each.figure.indicator for each in found if each.figure.status in DONE}
    newest = max((each.figure.period.year for each in found if each.figure.status in DONE), default=0)
    for each in found:
        cell = figure_cell(dataset, each, words)
        figure = each.figure
        if figure.status in DONE:
            told = figure.indicator not in apart
            proportion = proportion_of(dataset, figure, words, planned=told)
            cell = _told_from_before(dataset, cell, proportion, words)
            cell = replace(cell, proportion=proportion, spark=spark_of(dataset, figure))
            years = newest - figure.period.year
            if years > _BEHIND and not cell.warned:
                cell = replace(cell, warned=True, spoken=words.clauses([cell.spoken, age_text(years, words)]))
            if proportion is not None:
                cell = replace(cell, spoken=words.clauses([cell.spoken, f"{proportion.text}{proportion.outcome}"]))
        else:
            cell = _with_outcome(dataset, cell, words)
            if figure.indicator in done:
                cell = replace(cell, label=_plan_label(dataset, figure, words))
        yield cell


def _with_outcome(dataset: Dataset, cell: FigureCell, words: Words) -> FigureCell:
    """Return the cell of what is hoped for with what became of it."""
    figure = cell.figures[0]
    plan = shown_plan(dataset, figure.subject, figure.indicator)
    if plan is None or plan.target is not figure:
        return cell
    _, outcome = outcome_sentence(dataset, plan, words)
    if not outcome:
        return cell
    spoken = words.clauses([cell.spoken, outcome])
    return replace(
        cell, proportion=Proportion("", outcome=outcome, state=plan.state, figures=plan.figures), spoken=spoken
    )


def figure_cell(dataset: Dataset, headline: Headline, words: Words) -> FigureCell:
    """Return the cell of a figure and of what other sources say of it, without what puts it in proportion."""
    figure = headline.figure
    others = [other for other in headline.others if _reads_apart(dataset, figure, other, words)]
    figures = (figure, *others)
    amounts = [amount_of(dataset, each, words, told=figures) for each in figures]
    # The unit is said once, behind the last of them; the step of a shortened number is part of it.
    amounts = [*(_without_unit(amount, dataset, figure, words) for amount in amounts[:-1]), amounts[-1]]
    period, warned = period_text(dataset, figure, words)
    real = _status_text(dataset, figure, words)
    remark = "" if figure.status is Status.ACTUAL else real
    if others:
        remark = _differing_text(len(figures), words)
        if figure.status is Status.CAPACITY:
            # What can be made does not change from one period to the next.
            period = ""
    label = label_of(dataset, figure, words)
    value = words.text(" or ").join(amount.whole for amount in amounts)
    told = [label, value, _told_period(dataset, figure, words), real]
    spoken = words.details([*told, remark] if others else told)
    return FigureCell(
        label=label,
        amounts=tuple(amounts),
        figures=figures,
        status=figure.status,
        period=period,
        spoken=spoken,
        remark=remark,
        differs=bool(others),
        warned=warned,
        tip="\n".join(figure_tip(dataset, each, words) for each in figures),
    )


def _status_text(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return how real a figure is; what was only announced is no target."""
    if figure.status in HOPED and not has_due(dataset, figure):
        return words.text("announced")
    return status_text(figure.status, words)


def _without_unit(amount: Amount, dataset: Dataset, figure: Observation, words: Words) -> Amount:
    symbol = dataset.unit_of(figure.indicator).symbol.text(words.language)
    return replace(amount, unit=amount.unit.removesuffix(symbol).rstrip())


def _differing_text(count: int, words: Words) -> str:
    if count == 2:
        return words.text("two sources differ")
    return words.plural("{n} source differs", "{n} sources differ", count)


def _reads_apart(dataset: Dataset, figure: Observation, other: Observation, words: Words) -> bool:
    """Whether another source's value is another number as it stands on a page."""
    return value_text(dataset, figure, words) != value_text(dataset, other, words)


def amount_of(dataset: Dataset, figure: Observation, words: Words, told: Iterable[Observation] = ()) -> Amount:
    """Return a value in its parts, with as many digits as keep it apart from others that are `told` beside it."""
    unit = dataset.unit_of(figure.indicator)
    others = [each for each in told if each is not figure]
    whole = told_apart(dataset, figure, others, words)
    digits = words.numbers.digits(figure.value, unit)
    if digits not in whole:
        digits = words.number(figure.value)
    before, _, behind = whole.partition(digits)
    return Amount(digits, before, behind)


def label_of(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return what a figure is of, as shortly as the dataset has it, with the part that it covers."""
    name = label_name(dataset, figure, words)
    if figure.status is Status.CAPACITY:
        return words.text("Designed {name}", name=words.inside(name))
    return name


def _plan_label(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return what a hope is called that stands behind the figure of the same indicator."""
    period = words.period(figure.period.label)
    if figure.status is Status.FORECAST:
        return words.text("Expected for {period}", period=period)
    if figure.status is Status.TARGET:
        return words.text("Target for {period}", period=period)
    return label_of(dataset, figure, words)


def period_text(dataset: Dataset, figure: Observation, words: Words) -> tuple[str, bool]:
    """Return the period of a figure, and whether it is so long ago that it warns."""
    return words.period(figure.period.label), figure.status is not Status.CAPACITY and _age(dataset, figure) > _OLD


def _told_period(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return the period of a figure, with its age where it warns: a colour alone is not read out."""
    period, warned = period_text(dataset, figure, words)
    return words.text("{period}, {n} years old", period=period, n=_age(dataset, figure)) if warned else period


def _age(dataset: Dataset, figure: Observation) -> int:
    """Return how many years a figure is older than the day on which plans are judged."""
    return judged_on(dataset).year - figure.period.year


# -- what puts a figure in proportion ---------------------------------------------------------------------------


def proportion_of(dataset: Dataset, figure: Observation, words: Words, *, planned: bool = True) -> Proportion | None:
    """Return what puts a figure in proportion: its plan with the outcome if there is one, else what was before.

    Without `planned` plans are left out: they stand beside the figure already.
    """
    plan = shown_plan(dataset, figure.subject, figure.indicator) if planned else None
    return (
        plan_proportion(dataset, plan, words) if plan and _tells_of(plan, figure) else _before(dataset, figure, words)
    )


def _tells_of(plan: Plan, figure: Observation) -> bool:
    """Whether a plan may stand below a figure: not one of a part below the whole, nor one that was over long before."""
    return plan.target.scope == figure.scope and plan.target.period.last.year >= figure.period.year - _OVER_YEARS


def plan_proportion(dataset: Dataset, plan: Plan, words: Words) -> Proportion:
    """Return a plan of a figure's own indicator with its outcome and bar."""
    text, outcome = outcome_sentence(dataset, plan, words)
    if outcome:
        text = words.text("{plan}, {outcome}", plan=text, outcome="")
    return Proportion(text, plan.target.status, outcome, plan.state, plan_bar(dataset, plan), plan.figures)


def _before(dataset: Dataset, figure: Observation, words: Words) -> Proportion | None:
    """Return the figure of the year before in words, else that of an earlier period."""
    indicator = dataset.indicator_by_id[figure.indicator]
    known = [item for item in observations_of(dataset, figure.subject, figure.indicator) if item.status in DONE]
    known = [item for item in known if item.scope == figure.scope and _is_like(item, figure, indicator)]
    known = [item for item in known if item.period.last < figure.period.last]
    if not known:
        return None
    found = max(known, key=lambda item: _rank_before(item, figure))
    unit = dataset.unit_of(figure.indicator)
    value = words.numbers.amount_as(found.value, figure.value, unit)
    decimals = _decimals_apart(dataset, figure, found, words)
    if decimals is not None:
        value = words.numbers.amount_beside(found.value, unit, figure.value, decimals)
    value = qualified(value, found.qualifier, words)
    period, years = words.period(found.period.label), figure.period.year - found.period.year
    if years == 1 and _is_year_before(found, figure):
        text = words.text("Year before: {value}", value=value)
    elif years <= _NEAR_YEARS:
        text = words.text("{period}: {value}", period=period, value=value)
    else:
        text = words.text("from {value} in {period}", value=value, period=period)
    if join_between(dataset, found, figure, _LONG) is Join.BREAK:
        text = words.text("{text}, new definition", text=text)
    return Proportion(text, figures=(found,))


def _decimals_apart(dataset: Dataset, figure: Observation, before: Observation, words: Words) -> int | None:
    """Return with how many decimals two values differ that would read the same.

    None where they read differently, and where that takes more decimals than a headline has room for: they are almost
    the same then, and reading the same says so.
    """
    unit = dataset.unit_of(figure.indicator)
    alike = words.numbers.amount_as(before.value, figure.value, unit) == words.amount(figure.value, unit)
    if not alike or figure.value == before.value:
        return None
    divisor = written(words.magnitude(figure.value, unit).divisor)
    apart = abs(written(figure.value) - written(before.value)) / divisor
    decimals = max(0, -apart.adjusted())
    return decimals if decimals <= _MOST_DECIMALS else None


def _told_from_before(dataset: Dataset, cell: FigureCell, beside: Proportion | None, words: Words) -> FigureCell:
    """Return a cell whose value has as many digits as tell it from the one before that stands below it."""
    if beside is None or beside.status is not None or len(cell.figures) > 1:
        return cell
    figure, (before, *_) = cell.figures[0], beside.figures
    decimals = _decimals_apart(dataset, figure, before, words)
    if decimals is None:
        return cell
    unit, (amount,) = dataset.unit_of(figure.indicator), cell.amounts
    digits = words.scaled(figure.value, words.magnitude(figure.value, unit), decimals)
    told = replace(amount, text=digits)
    return replace(cell, amounts=(told,), spoken=cell.spoken.replace(amount.whole, told.whole, 1))


def _rank_before(item: Observation, figure: Observation) -> tuple[bool, bool, object, bool]:
    """Return what makes an earlier figure better to compare with: exact, of a whole year, new, of the same source."""
    is_exact = item.qualifier in (None, Qualifier.ABOUT, Qualifier.ONLY)
    return is_exact, item.period.frequency is Frequency.YEAR, item.period.order, item.source == figure.source


def _is_year_before(found: Observation, figure: Observation) -> bool:
    one, other = found.period, figure.period
    return one.frequency is other.frequency and one.last.month == other.last.month


def _is_like(item: Observation, figure: Observation, indicator: Indicator) -> bool:
    """Whether two figures cover stretches of the same length of the year; of what holds at a moment any are alike."""
    one, other = item.period, figure.period
    if not indicator.kind.is_of_period:
        return True
    same_months = (one.first.month, one.last.month) == (other.first.month, other.last.month)
    return one.frequency is other.frequency and same_months


# -- the small line ---------------------------------------------------------------------------------------------


def spark_of(dataset: Dataset, figure: Observation) -> Spark | None:
    """Return the course of a figure's indicator as a small line, None where it has fewer than four points."""
    frequencies = joined_frequencies(dataset.indicator_by_id[figure.indicator])
    known = observations_of(dataset, figure.subject, figure.indicator)
    drawn = [item for item in known if item.status in DONE and item.scope == figure.scope]
    course = main_course(dataset, [item for item in drawn if item.period.frequency in frequencies])
    if len(course) < _LEAST_POINTS:
        return None
    return Spark(tuple((item.period.end, float(item.value)) for item in course), joins_of(dataset, course))
