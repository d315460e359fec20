"""Whom a page compares, which period they share, and what is said of figures that may not stand beside each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar

from heartland_gui.charts.comparing.alike import kind_of, wholes_of
from heartland_gui.charts.furniture import listed_names
from heartland_gui.charts.joins import main_course
from heartland_gui.charts.spec import FIRST_MEMBER
from heartland_gui.model.comparison import members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import others_of
from heartland_gui.model.entities import Compare, Indicator, Pillar, Place, Ref, Subject, SubjectKind
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.model.period import Period
from heartland_gui.model.queries import (
    cities_of,
    companies_of,
    comparable_figures,
    first_pillar,
    observations_of,
    short_name,
)
from heartland_gui.text import Message, Words, message

_PART: Final = message("Left out, figures cover only a part: {names}.")
_SHORT: Final = message("Left out, no full year: {names}.")
_PART_OR_SHORT: Final = message("Left out, figures cover only a part or less than a year: {names}.")
_COMMON_SHARE: Final = 0.8
"""A period of which so many of those with figures have one is used for all."""


def newest(dataset: Dataset, items: Collection[Observation]) -> Observation | None:
    """Return the figure of the latest period; of several for that period the one that was published last."""

    def rank(item: Observation) -> tuple[tuple[date, date], date]:
        return item.period.order, dataset.published(dataset.source_by_id[item.source]).last

    return max(items, key=rank, default=None)


def common_period(items: Collection[Observation]) -> str | None:
    """Return the label of the period that all figures are of, or None where periods differ."""
    labels = {item.period.label for item in items}
    return next(iter(labels)) if len(labels) == 1 else None


def shared_period(members: Collection[Collection[Observation]]) -> Period | None:
    """Return the newest period of which most members have a figure, None where there is none.

    Given are the figures of each member that could be shown. The few without one of that period are left out, because
    numbers of one period say more than the newest of each.
    """
    counts = Counter(period for figures in members for period in {item.period for item in figures})
    shared = [period for period, count in counts.items() if count >= _COMMON_SHARE * len(members)]
    return max(shared, key=lambda period: period.order, default=None)


def in_one_period(
    dataset: Dataset, members: Iterable[Subject], indicator: Indicator, focus: str | None = None
) -> tuple[Observation, ...]:
    """Return the figures of members that may be ranked beside each other, largest first; empty where there are none.

    All are done, of one kind of subject, and of one period: the newest of which at least four fifths of the largest
    number have a figure, and the one that is largest by its newest figure, and the `focus`. Of a whole and its part
    only the whole is there, unless the part is the focus.
    """
    if indicator.compare is Compare.NEVER:
        return ()
    figures = {member: _done_by_period(dataset, member.id, indicator) for member in members}
    figures = {member: found for member, found in figures.items() if found}
    kinds = Counter(kind_of(member) for member in figures)
    if not kinds:
        return ()
    asked = dataset.subjects.get(focus or "")
    kind = kind_of(asked) if asked in figures and asked is not None else max(kinds, key=kinds.__getitem__)
    figures = {member: found for member, found in figures.items() if kind_of(member) == kind}
    figures = _without_parts(dataset, figures, focus)
    counts = Counter(period for found in figures.values() for period in found)
    largest = max(figures.values(), key=lambda found: found[max(found, key=lambda period: period.order)].value)
    needed = [largest, *(found for member, found in figures.items() if member.id == focus)]
    most = max((counts[period] for period in counts), default=0)
    fit = [
        period
        for period, count in counts.items()
        if count >= _COMMON_SHARE * most and all(period in found for found in needed)
    ]
    if not fit:
        return ()
    chosen = max(fit, key=lambda period: period.order)
    ranked = (found[chosen] for found in figures.values() if chosen in found)
    return tuple(sorted(ranked, key=lambda item: (-item.value, item.subject)))


def _done_by_period(dataset: Dataset, subject: str, indicator: Indicator) -> dict[Period, Observation]:
    """Return one figure a period of what is done by the whole of a subject, of whole years where it is of a period."""
    done = (item for item in comparable_figures(dataset, subject, indicator) if item.status in DONE)
    return {item.period: item for item in main_course(dataset, done)}


_Figures = TypeVar("_Figures")


def _without_parts(dataset: Dataset, figures: Mapping[Subject, _Figures], focus: str | None) -> dict[Subject, _Figures]:
    """Return the figures without those of parts of others that are there; the focus goes before its whole."""
    asked = dataset.subjects.get(focus or "")
    above = () if asked is None else wholes_of(dataset, asked)
    kept = {member.id: member for member in figures if member.id not in above}
    return {
        member: figures[member]
        for member in kept.values()
        if member == asked or kept.keys().isdisjoint(wholes_of(dataset, member))
    }


def default_indicator(dataset: Dataset, members: Sequence[Subject]) -> Indicator | None:
    """Return the indicator on which a comparison opens, None where its members share no period of any.

    Of the region's headline indicators that all members have the one with most shared periods, else of any; of equal
    ones the first of the headline, then of the alphabet.
    """
    headline = dataset.manifest.headline
    present = [set(dataset.indicators_by_subject.get(member.id, ())) for member in members]
    shared = set.intersection(*present) if present else set()
    periods = {name: _shared_periods(dataset, members, dataset.indicator_by_id[name]) for name in shared}
    known = {name: count for name, count in periods.items() if count}
    wanted = [name for name in known if name in headline] or list(known)

    def rank(name: str) -> tuple[int, int, str]:
        place = headline.index(name) if name in headline else len(headline)
        return -known[name], place, dataset.indicator_by_id[name].name.text(dataset.manifest.default_language)

    return dataset.indicator_by_id[min(wanted, key=rank)] if wanted else None


def _shared_periods(dataset: Dataset, members: Iterable[Subject], indicator: Indicator) -> int:
    """Return in how many periods every member has a figure of what is done."""
    each = [set(_done_by_period(dataset, member.id, indicator)) for member in members]
    return len(set.intersection(*each)) if each else 0


def with_others(dataset: Dataset, items: Sequence[Observation]) -> list[Observation]:
    """Return figures, each followed by what other sources say of it."""
    return [each for item in items for each in (item, *others_of(dataset, item))]


OTHER_PERIOD: Final = message("Left out, no figure of the same period: {names}.")
NOT_DONE: Final = message("Left out, no actual figure yet: {names}.")
"""Why figures that could be compared are left out."""


def left_out(said: Message, names: Sequence[str], words: Words) -> str:
    """Return the note that says why some are left out, with their names."""
    return words.say(Message(said.template, (("names", listed_names(names, words)),)))


def left_out_notes(
    dataset: Dataset, members: Sequence[Subject], present: Collection[str], indicator: Indicator, words: Words
) -> tuple[str, ...]:
    """Return who has figures of an indicator but none that can be compared, with the reason.

    `present` are the ids of those that are shown, and of those that are spoken of elsewhere.
    """
    names: defaultdict[Message, list[str]] = defaultdict(list)
    for member in members:
        figures = observations_of(dataset, member.id, indicator.id)
        if figures and member.id not in present:
            parts = [item.scope is not None for item in figures]
            absence = _PART if all(parts) else _PART_OR_SHORT if any(parts) else _SHORT
            names[absence].append(short_name(member, words.language))
    return tuple(left_out(said, names[said], words) for said in (_PART, _SHORT, _PART_OR_SHORT) if names[said])


def peer_group(dataset: Dataset, subject: Ref) -> Ref:
    """Return whose companies are compared: for a company those of its first pillar."""
    if subject.kind is not SubjectKind.COMPANY:
        return subject
    return first_pillar(dataset.subjects[subject.id]) or subject


def groups(dataset: Dataset, subject: Ref) -> tuple[tuple[Subject, ...], ...]:
    """Return who may be compared: in the region its cities, its pillars or its companies, else companies.

    The members of a comparison are of any kind, and one group.
    """
    if subject.kind is SubjectKind.COMPARISON:
        return (tuple(dataset.subjects[each] for each in members_of(subject)),)
    companies = companies_of(dataset, peer_group(dataset, subject))
    return (cities_of(dataset), dataset.pillars, companies) if subject == dataset.region_ref else (companies,)


def groups_with(dataset: Dataset, subject: Ref, indicator: str) -> tuple[tuple[Subject, ...], ...]:
    """Return who may be compared by an indicator: those of each group who have a figure of it."""
    present = dataset.subjects_by_indicator.get(indicator, frozenset())
    return tuple(tuple(member for member in group if member.id in present) for group in groups(dataset, subject))


def own_slot(dataset: Dataset, subject: Ref, member: Subject) -> int | None:
    """Return the slot of a member's colour and shape in a comparison; None on other pages.

    Where all members are pillars they keep their colours.
    """
    members = members_of(subject)
    if member.id not in members or all(isinstance(dataset.subjects[each], Pillar) for each in members):
        return None
    return FIRST_MEMBER + members.index(member.id)


def indicator_of_members(dataset: Dataset, subject: Ref, member: Subject, indicator: Indicator, words: Words) -> str:
    """Return the title of a comparison, such as `Revenue by company`; `member` is one of those compared."""
    name = indicator.name.text(words.language)
    if subject.kind is SubjectKind.COMPARISON:
        return name
    if subject.kind is SubjectKind.COMPANY:
        group = short_name(dataset.entity(peer_group(dataset, subject)), words.language)
        return words.text("{indicator}, compared with others in {group}", indicator=name, group=group)
    if isinstance(member, Place):
        return words.text("{indicator} by city", indicator=name)
    if isinstance(member, Pillar):
        return words.text("{indicator} by pillar", indicator=name)
    return words.text("{indicator} by company", indicator=name)
