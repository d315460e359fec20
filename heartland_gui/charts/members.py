"""Whom a page compares: a comparison its members, the region its cities, pillars or companies, others companies."""

from __future__ import annotations

from heartland_gui.model.comparison import members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Indicator, Pillar, Place, Ref, Subject, SubjectKind
from heartland_gui.model.queries import cities_of, companies_of, short_name
from heartland_gui.text import Words


def home(dataset: Dataset, subject: Ref) -> Ref:
    """Return whose companies are compared: for a company those of its first pillar."""
    if subject.kind is not SubjectKind.COMPANY:
        return subject
    company = dataset.subjects[subject.id]
    pillars = company.pillars if isinstance(company, Company) else ()
    return Ref(SubjectKind.PILLAR, pillars[0]) if pillars else subject


def groups(dataset: Dataset, subject: Ref) -> tuple[tuple[Subject, ...], ...]:
    """Return who may be compared: in the region its cities, its pillars or its companies, else companies.

    The members of a comparison are of any kind, and one group.
    """
    if subject.kind is SubjectKind.COMPARISON:
        return (tuple(dataset.subjects[each] for each in members_of(subject)),)
    companies = companies_of(dataset, home(dataset, subject))
    return (cities_of(dataset), dataset.pillars, companies) if subject == dataset.region_ref else (companies,)


def groups_with(dataset: Dataset, subject: Ref, indicator: str) -> tuple[tuple[Subject, ...], ...]:
    """Return who may be compared by an indicator: those of each group who have a figure of it."""
    return tuple(
        tuple(member for member in group if (member.id, indicator) in dataset.figures)
        for group in groups(dataset, subject)
    )


def own_slot(dataset: Dataset, subject: Ref, member: Subject) -> int | None:
    """Return the slot of the palette that a member has in a comparison, its number; None on other pages.

    Where all members are pillars they keep their colours.
    """
    members = members_of(subject)
    if member.id not in members or all(isinstance(dataset.subjects[each], Pillar) for each in members):
        return None
    return members.index(member.id)


def indicator_of_members(dataset: Dataset, subject: Ref, member: Subject, indicator: Indicator, words: Words) -> str:
    """Return the title of a comparison, such as `Revenue by company`; `member` is one of those compared."""
    name = indicator.name.text(words.language)
    if subject.kind is SubjectKind.COMPARISON:
        return name
    if subject.kind is SubjectKind.COMPANY:
        group = short_name(dataset.entity(home(dataset, subject)), words.language)
        return words.text("{indicator}, compared with others in {group}", indicator=name, group=group)
    if isinstance(member, Place):
        return words.text("{indicator} by city", indicator=name)
    if isinstance(member, Pillar):
        return words.text("{indicator} by pillar", indicator=name)
    return words.text("{indicator} by company", indicator=name)
