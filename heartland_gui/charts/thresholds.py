"""Which charts have enough to show: below four marks that may be compared, a number says it better than a picture."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from heartland_gui.charts.choice import questions
from heartland_gui.charts.comparing.alike import kind_of
from heartland_gui.charts.comparing.comparable import default_indicator, groups_with, in_one_period
from heartland_gui.charts.joins import main_course
from heartland_gui.charts.kinds import (
    change,
    coverage,
    map,  # noqa: A004 - a kind's name is its id
    multiples,
    over_time,
    ranking,
    several_over_time,
    structure,
    targets,
    timeline,
)
from heartland_gui.charts.spec import Question
from heartland_gui.model.comparison import members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import IndicatorKind, Ref, Subject, SubjectKind, ref_of
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import (
    cities_of,
    comparable_figures,
    events_of,
    figures_of_indicator,
    is_amount,
    newest_done,
    observations_of,
)
from heartland_gui.text import Words
from heartland_gui.wording import value_text

FEWEST_MARKS: Final = 4
"""Of marks that may be compared: so many subjects, or periods of one subject."""
_FEWEST_WITH_TARGET: Final = 3
_FEWEST_PARTS_OF_YEARS: Final = 6
_FEWEST_SHARED: Final = 3
_FEWEST_EVENTS: Final = 3
_FEWEST_PANELS: Final = 4
_SHARE_OF_PLACES: Final = 0.8


def worth_showing(dataset: Dataset, question: Question) -> bool:
    """Whether a chart that the data has an answer for has enough to show on a page.

    Fewer than four marks are enough for plans, for parts of one period and, with three, for events. How much of the
    data there is (coverage) is for those who keep a dataset, not for its readers.
    """
    return _ENOUGH[question.kind](dataset, question)


def _over_time(dataset: Dataset, question: Question) -> bool:
    if question.indicator is None:
        return False
    figures = observations_of(dataset, question.subject.id, question.indicator)
    return any(_fills_a_line(dataset, each) for each in _by_scope(figures).values())


def _by_scope(figures: Iterable[Observation]) -> Mapping[object, list[Observation]]:
    found: defaultdict[object, list[Observation]] = defaultdict(list)
    for item in figures:
        found[item.scope].append(item)
    return found


def _fills_a_line(dataset: Dataset, figures: Iterable[Observation]) -> bool:
    """Whether figures of one scope are enough for a line; of levels each date is a mark."""
    periods: Counter[Frequency] = Counter()
    items = list(figures)
    for frequency, _, _ in {(each.period.frequency, *each.period.order) for each in items if each.status in DONE}:
        periods[frequency] += 1
    has_target = any(each.status is Status.TARGET for each in items)
    if items and not dataset.indicator_by_id[items[0].indicator].kind.is_of_period:
        return sum(periods.values()) + has_target >= FEWEST_MARKS
    years = periods.pop(Frequency.YEAR, 0)
    enough = years >= (_FEWEST_WITH_TARGET if has_target else FEWEST_MARKS)
    return enough or max(periods.values(), default=0) >= _FEWEST_PARTS_OF_YEARS


def _several_over_time(dataset: Dataset, question: Question) -> bool:
    """Whether two subjects of one kind share three periods; on the page of a subject it is one of them."""
    for group in _asked_groups(dataset, question):
        periods = {member: _periods(dataset, member, question.indicator or "") for member in group}
        for one, other in combinations(periods, 2):
            has_focus = question.subject.id in (one.id, other.id) or not _is_focus(dataset, question.subject, group)
            if has_focus and kind_of(one) == kind_of(other) and len(periods[one] & periods[other]) >= _FEWEST_SHARED:
                return True
    return False


def _asked_groups(dataset: Dataset, question: Question) -> tuple[tuple[Subject, ...], ...]:
    return () if question.indicator is None else groups_with(dataset, question.subject, question.indicator)


def _is_focus(dataset: Dataset, subject: Ref, group: Iterable[Subject]) -> bool:
    return subject.kind is SubjectKind.COMPANY and dataset.subjects[subject.id] in group


def _periods(dataset: Dataset, member: Subject, indicator: str) -> set[object]:
    figures = comparable_figures(dataset, member.id, dataset.indicator_by_id[indicator])
    return {item.period.order for item in figures if item.status in DONE}


def _ranking(dataset: Dataset, question: Question) -> bool:
    if question.indicator is None:
        return len(dataset.pillars) >= FEWEST_MARKS
    indicator, focus = dataset.indicator_by_id[question.indicator], question.subject.id
    # No more are ranked than have a figure at all, which is known at once.
    large = (group for group in _asked_groups(dataset, question) if len(group) >= FEWEST_MARKS)
    return any(len(in_one_period(dataset, group, indicator, focus)) >= FEWEST_MARKS for group in large)


def _map(dataset: Dataset, question: Question) -> bool:
    """Whether four fifths of the places have a figure of one period; where companies are is known of all."""
    if question.indicator is None:
        return True
    cities, indicator = cities_of(dataset), question.indicator
    counts = Counter(period for city in cities for period in _periods(dataset, city, indicator))
    return max(counts.values(), default=0) >= max(FEWEST_MARKS, _SHARE_OF_PLACES * len(cities))


def default_map(dataset: Dataset, asked: Iterable[Question]) -> Question | None:
    """Return the map that is shown first: of what may be compared between places of different size.

    That is so much per head or a density, else a share, the newest: no amount, which says most of all how large a place
    is.
    """
    cities = cities_of(dataset)

    def rank(question: Question) -> tuple[bool, int]:
        years: Counter[int] = Counter()
        for city in cities:
            years.update(_years(dataset, city, question.indicator or ""))
        newest = max((year for year, count in years.items() if count >= _SHARE_OF_PLACES * len(cities)), default=0)
        return not dataset.unit_of(question.indicator or "").percentage, newest

    return max((question for question in asked if _is_fair(dataset, question)), key=rank, default=None)


def _is_fair(dataset: Dataset, question: Question) -> bool:
    """Whether an indicator is no amount: that of the region is no more than that of one of its places."""
    if question.indicator is None:
        return False
    indicator = dataset.indicator_by_id[question.indicator]
    whole = newest_done(dataset, dataset.region.id, indicator)
    places = [found for city in cities_of(dataset) if (found := newest_done(dataset, city.id, indicator)) is not None]
    if indicator.kind is IndicatorKind.GROWTH or not places:
        return False
    if whole is None:
        return not is_amount(dataset, indicator)
    return whole.value <= max(place.value for place in places)


def _change(dataset: Dataset, question: Question) -> bool:
    """Whether four subjects have figures of the same two periods."""
    for group in _asked_groups(dataset, question):
        counts = Counter(
            pair
            for member in group
            for pair in combinations(sorted(_years(dataset, member, question.indicator or "")), 2)
        )
        if max(counts.values(), default=0) >= FEWEST_MARKS:
            return True
    return False


def _years(dataset: Dataset, member: Subject, indicator: str) -> set[int]:
    figures = comparable_figures(dataset, member.id, dataset.indicator_by_id[indicator])
    return {item.period.year for item in figures if item.status in DONE and item.period.frequency is Frequency.YEAR}


def _multiples(dataset: Dataset, question: Question) -> bool:
    subject = dataset.subjects[question.subject.id]
    counts = (len(_periods(dataset, subject, each)) for each in dataset.indicators_by_subject.get(subject.id, ()))
    return sum(count >= FEWEST_MARKS for count in counts) >= _FEWEST_PANELS


def _timeline(dataset: Dataset, question: Question) -> bool:
    return len(events_of(dataset, question.subject)) >= _FEWEST_EVENTS


def _always(dataset: Dataset, question: Question) -> bool:  # noqa: ARG001 - the answer to such a question is enough
    return True


def _never(dataset: Dataset, question: Question) -> bool:  # noqa: ARG001 - no chart for readers
    return False


_ENOUGH: Final[Mapping[str, Callable[[Dataset, Question], bool]]] = {
    over_time.KIND: _over_time,
    several_over_time.KIND: _several_over_time,
    ranking.KIND: _ranking,
    map.KIND: _map,
    change.KIND: _change,
    multiples.KIND: _multiples,
    timeline.KIND: _timeline,
    structure.KIND: _always,
    targets.KIND: _always,
    coverage.KIND: _never,
}


_FIRST: Final = (over_time.KIND, targets.KIND)
_FIRST_OF_INDICATOR: Final = (ranking.KIND, several_over_time.KIND, map.KIND, over_time.KIND)
"""What a subject did itself goes before what it is beside others."""


def offered(dataset: Dataset, subject: Ref) -> tuple[Question, ...]:
    """Return the charts that have enough to show on a page: its own course first, then its plans, then the others.

    A comparison has all that its data supports, first those of the indicator on which it opens. An indicator has those
    of the region that are of it, first who has most; where there are none, the course of who has most figures.
    """
    if subject.kind is SubjectKind.INDICATOR:
        of_region = [each for each in offered(dataset, dataset.region_ref) if each.indicator == subject.id]
        order = {kind: place for place, kind in enumerate(_FIRST_OF_INDICATOR)}
        of_region.sort(key=lambda question: order.get(question.kind, len(order)))
        return tuple(of_region or _longest_course(dataset, subject.id))
    if subject.kind is SubjectKind.COMPARISON:
        members = [dataset.subjects[each] for each in members_of(subject)]
        first = default_indicator(dataset, members)
        of_members = questions(dataset, subject)
        return tuple(sorted(of_members, key=lambda each: first is None or each.indicator != first.id))
    enough = [question for question in questions(dataset, subject) if worth_showing(dataset, question)]
    order = {kind: place for place, kind in enumerate(_FIRST)}
    return tuple(sorted(enough, key=lambda question: order.get(question.kind, len(order))))


def _longest_course(dataset: Dataset, indicator: str) -> list[Question]:
    """Return the question about an indicator over time of the subject with most figures, where they are enough."""
    counts = Counter(item.subject for item in figures_of_indicator(dataset, indicator))
    asked = (Question(over_time.KIND, ref_of(dataset.subjects[each]), indicator) for each, _ in counts.most_common())
    return [each for each in asked if worth_showing(dataset, each)][:1]


# -- kinds that no module draws yet -------------------------------------------------------------------------------

_NEAR_YEARS: Final = 1
_FEWEST_DIFFERING: Final = 3
_SPREAD: Final = 1.0
_LARGE_SPREAD: Final = 10.0
_FEWEST_DOTS: Final = 6


def capacities_in_use(dataset: Dataset, subject: str, indicator: str) -> tuple[tuple[Observation, Observation], ...]:
    """Return the designed capacities of a subject, each with what was done in the same year or one beside it.

    The year that is nearest goes first, then the later. One pair is enough for a chart.
    """
    figures = observations_of(dataset, subject, indicator)
    done = [item for item in figures if item.status is Status.ACTUAL and item.period.frequency is Frequency.YEAR]
    found = []
    for capacity in (item for item in figures if item.status is Status.CAPACITY):
        near = [
            item
            for item in done
            if item.scope == capacity.scope and abs(item.period.year - capacity.period.year) <= _NEAR_YEARS
        ]
        if near:
            year = capacity.period.year
            found.append((capacity, min(near, key=lambda item: (abs(item.period.year - year), -item.period.year))))
    return tuple(found)


def may_compare_sources(dataset: Dataset, subject: str, indicator: str) -> bool:
    """Whether sources differ enough on an indicator: by 1 percent in three periods, or by 10 percent in any."""
    found = disagreements_in(dataset, subject, indicator)
    spreads = [each.percent for each in found if each.percent is not None and each.observations[0].status in DONE]
    return sum(spread >= _SPREAD for spread in spreads) >= _FEWEST_DIFFERING or max(spreads, default=0) >= _LARGE_SPREAD


def may_relate(dataset: Dataset, members: Iterable[Subject], one: str, other: str) -> bool:
    """Whether six subjects of one kind have figures of both indicators in one period."""
    counts = Counter(
        (kind_of(member), period)
        for member in members
        for period in _periods(dataset, member, one) & _periods(dataset, member, other)
    )
    return max(counts.values(), default=0) >= _FEWEST_DOTS


# -- in the place of a chart ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NumberPair:
    """What stands in the place of a chart with too few marks: the newest figure of what is done, and the one before."""

    newest: Observation
    before: Observation | None = None


def number_pair(dataset: Dataset, subject: str, indicator: str) -> NumberPair | None:
    """Return the newest two figures of an indicator of a subject that may be compared, None where nothing is done."""
    done = [item for item in observations_of(dataset, subject, indicator) if item.status in DONE]
    if not done:
        return None
    kind = dataset.indicator_by_id[indicator].kind

    def basis(item: Observation) -> tuple[object, ...]:
        return item.scope, item.period.frequency if kind.is_of_period else None

    newest = max(done, key=lambda item: (item.scope is None, item.period.order))
    course = main_course(dataset, (item for item in done if basis(item) == basis(newest)))
    return NumberPair(course[-1], course[-2] if len(course) > 1 else None)


def pair_text(dataset: Dataset, pair: NumberPair, words: Words) -> str:
    """Return `10.7 mn t in 2020 · 10.9 mn t in 2019`."""
    figures = (pair.newest,) if pair.before is None else (pair.newest, pair.before)
    told = [
        words.text(
            "{value} in {period}", value=value_text(dataset, item, words), period=words.period(item.period.label)
        )
        for item in figures
    ]
    return " · ".join(told)
