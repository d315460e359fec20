"""Comparisons: up to eight subjects of any kind side by side. Each is a page of its own, named by its members' ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from heartland_gui.model.entities import Comparison, Localized, Ref, Subject, SubjectKind, Zone

MOST_MEMBERS: Final = 8
"""So many stand apart by colour and fit beside each other; the palette has no more slots."""

_BETWEEN: Final = ","
_MOST_NAMED: Final = 3


def comparison_of(ids: Iterable[str]) -> Ref:
    """Return the page that compares these subjects, each once, in the order given."""
    return Ref(SubjectKind.COMPARISON, _BETWEEN.join(dict.fromkeys(ids)))


def members_of(page: Ref) -> tuple[str, ...]:
    """Return the ids that a comparison's page names, known or not; nothing for another page."""
    return tuple(page.id.split(_BETWEEN)) if page.kind is SubjectKind.COMPARISON and page.id else ()


def found_comparison(subjects: Mapping[str, Subject], page: Ref) -> Comparison | None:
    """Return the comparison behind a page, None where a member is unknown or named twice, or there are too many."""
    ids = members_of(page)
    if len(ids) > MOST_MEMBERS or len(set(ids)) < len(ids) or any(each not in subjects for each in ids):
        return None
    members = tuple(subjects[each] for each in ids)
    return Comparison(page.id, _name(members), members)


def known_comparison(subjects: Mapping[str, Subject], page: Ref) -> Ref:
    """Return the page of those members of a comparison that are known."""
    return comparison_of([each for each in dict.fromkeys(members_of(page)) if each in subjects][:MOST_MEMBERS])


def _name(members: tuple[Subject, ...]) -> Localized:
    """Return the first names with dots between, and how many more there are: it needs no words of any language."""
    names = [each.short if isinstance(each, Zone) and each.short is not None else each.name for each in members]
    languages = dict.fromkeys(language for name in names for language, _ in name)
    more = f" + {len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
    shown = names[:_MOST_NAMED]
    return Localized(tuple((each, " · ".join(name.text(each) for name in shown) + more) for each in languages))
