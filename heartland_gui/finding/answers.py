"""What is typed as a question about figures: an indicator, a year, who is in a pillar, what to compare."""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from heartland_gui.finding.entries import Entry, EntryKind, EntryText, entry_text, figure_count, figure_detail
from heartland_gui.finding.finder import COMPARABLE, ENOUGH, Finder, Group, Hit, Hits
from heartland_gui.finding.highlights import Range, matched_ranges
from heartland_gui.finding.index import key
from heartland_gui.model.comparison import MOST_MEMBERS, comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Compare, Indicator, Ref, ref_of
from heartland_gui.model.observations import DONE, Observation
from heartland_gui.model.queries import cities_of, companies_of, comparable_figures, newest_known, parent_of
from heartland_gui.text import Message, Words, message
from heartland_gui.wording import are_cities, listed_name, value_text

GROUP_NAMES: Final = {
    Group.FIGURES: message("Figures"),
    Group.COMPANIES: message("Companies"),
    Group.PLACES: message("Places"),
    Group.PILLARS: message("Pillars and technologies"),
    Group.PEOPLE: message("People"),
    Group.EVENTS: message("Events"),
    Group.SOURCES: message("Sources"),
    Group.COMMANDS: message("Commands"),
}
_ORDER: Final = {group: number for number, group in enumerate(Group)}
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)年?")
_SMALL_WORDS: Final = frozenset({"in", "of", "the", "for", "by", "的"})
"""What people type around a year or an indicator, and no name is told apart by."""
_WHO: Final = (
    message("who is in {name}"),
    message("companies in {name}"),
    message("companies of {name}"),
)
_HAVING: Final = {
    Group.COMPANIES: frozenset({EntryKind.COMPANY}),
    Group.PLACES: frozenset({EntryKind.PLACE, EntryKind.ZONE}),
    Group.PILLARS: frozenset({EntryKind.PILLAR, EntryKind.TECHNOLOGY}),
}
"""Who may have figures of an indicator, by the group in which they are listed."""
_WITH: Final = {
    Group.COMPANIES: message("Companies with {indicator}"),
    Group.PLACES: message("Places with {indicator}"),
    Group.PILLARS: message("Pillars and technologies with {indicator}"),
}
_WITH_IN_YEAR: Final = {
    Group.COMPANIES: message("Companies with {indicator} in {year}"),
    Group.PLACES: message("Places with {indicator} in {year}"),
    Group.PILLARS: message("Pillars and technologies with {indicator} in {year}"),
}
_LEAST: Final = 3
"""Whoever typed fewer letters has not named an indicator yet."""
_MOST_WEIGHED: Final = 2_000
"""Of more subjects those with the largest last figures are weighed."""
_FEWEST_COMPARED: Final = 2


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """Hits under a title. `is_cut` means that there may be more; what is not found by names is of no group."""

    group: Group | None
    title: str
    hits: tuple[Hit, ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class FoundText:
    """What a row says, and in each part which letters were typed."""

    text: EntryText
    title: tuple[Range, ...] = ()
    other: tuple[Range, ...] = ()
    detail: tuple[Range, ...] = ()


class Answers:
    """Answers what is typed about a dataset in a language; `finder` has the names of everything in it."""

    def __init__(self, dataset: Dataset, words: Words) -> None:
        self._dataset, self._words = dataset, words
        self._having: dict[tuple[str, int | None], tuple[Hit, ...]] = {}
        self._texts: dict[tuple[Hit, int | None], EntryText] = {}
        self._who = [_pattern(each.template) for each in _WHO] + [_pattern(words.say(each)) for each in _WHO]

    # -- groups -------------------------------------------------------------------------------------------------

    def groups(
        self, finder: Finder, query: str, recent: Sequence[Ref] = (), *, comparable: bool = False
    ) -> tuple[FoundGroup, ...]:
        """Return what fits, in its groups; `comparable` leaves only what can stand side by side."""
        wanted = COMPARABLE if comparable else frozenset(Group)
        found = list(finder.find(query, recent))
        figures = next((hits for hits in found if hits.group is Group.FIGURES), None)
        year = year_in(query)
        if figures is None and year is not None:
            figures = next(iter(finder.find(_without_year(query), (), (Group.FIGURES,))), None)
            found += [figures] if figures is not None else []
            found.sort(key=lambda hits: (hits.rank, _ORDER[hits.group]))
        groups = [self._named(hits) for hits in found]
        first = min((hits.rank for hits in found), default=0)
        # Whoever typed all of another name has not meant an indicator that holds it.
        if figures is not None and figures.fits_words and figures.rank == first and _says_enough(query):
            self._add_figures(groups, figures.hits[0], year)
        asked = self._who_is_in(finder, query)
        return tuple(each for each in (*asked, *groups) if each.group in wanted)

    def alike(self, finder: Finder, query: str, *, comparable: bool = False) -> tuple[Hit, ...]:
        """Return the two nearest names where nothing fits."""
        return finder.alike(query, COMPARABLE if comparable else frozenset(Group))

    def _named(self, hits: Hits) -> FoundGroup:
        return FoundGroup(
            hits.group, self._words.say(GROUP_NAMES[hits.group]), hits.hits, is_cut=len(hits.hits) >= ENOUGH
        )

    def _add_figures(self, groups: list[FoundGroup], meant: Hit, year: int | None) -> None:
        """Put behind the indicators who has figures of the first, and what compares them."""
        indicator = self._dataset.indicator_by_id[meant.entry.indicator or ""]
        having = self.having(indicator, year)
        before = {Group.FIGURES}
        for group, kinds in _HAVING.items():
            before.add(group)
            hits = tuple(hit for hit in having if hit.entry.kind in kinds)
            if hits:
                last = max(number for number, each in enumerate(groups) if each.group in before)
                groups.insert(last + 1, FoundGroup(group, self._having_title(group, indicator, year), hits))
        comparing = self._comparing(indicator, having)
        if comparing is not None:
            own = [hit for each in groups if each.group is Group.COMMANDS for hit in each.hits]
            groups[:] = [each for each in groups if each.group is not Group.COMMANDS]
            title = self._words.say(GROUP_NAMES[Group.COMMANDS])
            groups.append(FoundGroup(Group.COMMANDS, title, (comparing, *own)))

    def _having_title(self, group: Group, indicator: Indicator, year: int | None) -> str:
        words = self._words
        known = {"indicator": words.inside(indicator.name.text(words.language))}
        if year is None:
            return words.say(Message(_WITH[group].template, tuple(known.items())))
        known["year"] = words.period(str(year))
        return words.say(Message(_WITH_IN_YEAR[group].template, tuple(known.items())))

    # -- who has figures ----------------------------------------------------------------------------------------

    @cached_property
    def _subjects(self) -> Mapping[str, tuple[str, ...]]:
        """The subjects that have figures, by indicator."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for subject, indicator in self._dataset.figures:
            found[indicator].append(subject)
        return {indicator: tuple(subjects) for indicator, subjects in found.items()}

    def having(self, indicator: Indicator, year: int | None = None) -> tuple[Hit, ...]:
        """Return who has figures of an indicator, of a year or their newest, the largest first.

        Where values may not be compared it is no ranking: the order is that of names. What is done goes before what is
        expected or planned. The region is left out: it is not one of its parts.
        """
        known = self._having.get((indicator.id, year))
        if known is None:
            weighed = sorted(self._weighed(indicator, year), key=lambda item: self._rank(indicator, item))
            known = tuple(self._hit(item) for item in weighed)
            self._having[indicator.id, year] = known
        return known

    def _rank(self, indicator: Indicator, figure: Observation) -> tuple[bool, float, str]:
        if indicator.compare is Compare.NEVER:
            return False, 0.0, self._dataset.subjects[figure.subject].name.text(self._words.language)
        return figure.status not in DONE, -figure.value, ""

    def _weighed(self, indicator: Indicator, year: int | None) -> Iterator[Observation]:
        dataset = self._dataset
        subjects: Sequence[str] = self._subjects.get(indicator.id, ())
        if len(subjects) > _MOST_WEIGHED:
            subjects = heapq.nlargest(
                _MOST_WEIGHED, subjects, key=lambda subject: dataset.figures[subject, indicator.id][-1].value
            )
        for subject in subjects:
            if subject == dataset.region.id:
                continue
            figure = newest_known(self._of_year(subject, indicator, year))
            if figure is not None:
                yield figure

    def _of_year(self, subject: str, indicator: Indicator, year: int | None) -> tuple[Observation, ...]:
        found = comparable_figures(self._dataset, subject, indicator)
        return found if year is None else tuple(item for item in found if item.period.year == year)

    def _hit(self, figure: Observation) -> Hit:
        subject = self._dataset.subjects[figure.subject]
        ref = ref_of(subject)
        entry = Entry(EntryKind(ref.kind.value), subject.name.all_texts(), ref, indicator=figure.indicator)
        return Hit(entry, figure=figure)

    def _comparing(self, indicator: Indicator, having: Sequence[Hit]) -> Hit | None:
        """Return the command that puts the places directly below the region side by side, the largest of them."""
        cities = {ref_of(city): city for city in cities_of(self._dataset)}
        refs = [hit.entry.ref for hit in having if hit.entry.ref in cities][:MOST_MEMBERS]
        if len(refs) < _FEWEST_COMPARED:
            return None
        page = comparison_of([ref.id for ref in refs if ref is not None])
        words = self._words
        name = words.inside(indicator.name.text(words.language))
        if are_cities(cities.values()):
            said = words.text("Compare the cities by {indicator}", indicator=name)
        else:
            said = words.text("Compare the places by {indicator}", indicator=name)
        return Hit(Entry(EntryKind.COMMAND, (said,), page, indicator=indicator.id), said)

    # -- who is in something ------------------------------------------------------------------------------------

    def _who_is_in(self, finder: Finder, query: str) -> tuple[FoundGroup, ...]:
        """Return the companies of what is asked about: `who is in finance`."""
        typed = query.strip()
        asked = next((found[1] for each in self._who if (found := each.fullmatch(typed))), "")
        meant = [hits for hits in finder.find(asked, (), (Group.PILLARS, Group.PLACES)) if hits.fits_words]
        ref = meant[0].hits[0].entry.ref if meant else None
        if ref is None:
            return ()
        dataset, words = self._dataset, self._words
        companies = sorted(companies_of(dataset, ref), key=lambda company: -figure_count(dataset, company.id))
        hits = tuple(Hit(Entry(EntryKind.COMPANY, each.name.all_texts(), ref_of(each))) for each in companies)
        title = words.text("Companies in {name}", name=listed_name(dataset, dataset.entity(ref), words))
        return (FoundGroup(Group.COMPANIES, title, hits),) if hits else ()

    # -- what may be typed --------------------------------------------------------------------------------------

    @cached_property
    def examples(self) -> tuple[Hit, ...]:
        """What may be typed about this dataset: an indicator, a product, a place, and who is in a pillar."""
        dataset, words = self._dataset, self._words
        found: list[str] = []
        for each in dataset.manifest.headline:
            if each in self._subjects:
                called = dataset.indicator_by_id[each]
                found.append(words.inside((called.short or called.name).text(words.language)))
                break
        made: Counter[str] = Counter()
        places: Counter[str | None] = Counter()
        pillars: Counter[str] = Counter()
        for company in dataset.companies:
            made.update(list(dict.fromkeys(product.text(words.language) for product in company.products)))
            places[company.place] += 1
            pillars.update(company.pillars)
        found += [name for name, _ in made.most_common(1)]
        cities = max(cities_of(dataset), key=lambda city: places[city.id], default=None)
        found += [listed_name(dataset, cities, words)] if cities is not None else []
        pillar = max(dataset.pillars, key=lambda pillar: pillars[pillar.id], default=None)
        if pillar is not None:
            found.append(words.text("who is in {name}", name=words.inside(pillar.name.text(words.language))))
        return tuple(Hit(Entry(EntryKind.QUERY, (text,))) for text in found)

    # -- what rows say ------------------------------------------------------------------------------------------

    def text(self, hit: Hit, query: str = "") -> FoundText:
        """Return what the row of a hit says, with the letters that were typed."""
        year = year_in(query)
        text = self._texts.get((hit, year))
        if text is None:
            text = self._texts[hit, year] = self._text(hit, year)
        if not query or not hit.name:
            return FoundText(text)
        typed = _without_year(query) if hit.entry.indicator is not None else query
        title, other, detail = (
            matched_ranges(part, typed, nearly=hit.nearly) for part in (text.title, text.other, text.detail)
        )
        return FoundText(text, title, other, detail if hit.aside else ())

    def _text(self, hit: Hit, year: int | None) -> EntryText:
        entry, words = hit.entry, self._words
        text = entry_text(self._dataset, entry, words)
        if hit.figure is not None:
            return replace(text, detail=figure_detail(self._dataset, hit.figure, words))
        if entry.kind is EntryKind.INDICATOR and entry.indicator is not None:
            return replace(text, detail=self._known_of(self._dataset.indicator_by_id[entry.indicator], year))
        if entry.kind is EntryKind.COMPANY and entry.ref is not None and hit.aside:
            return replace(text, detail=self._makes(entry.ref, hit.name) or text.detail)
        if entry.kind is EntryKind.COMPANY and entry.ref is not None and not hit.name:
            return replace(text, detail=self._lies_in(entry.ref))
        shown = (text.title, text.other, text.detail)
        if hit.name and not hit.aside and hit.name not in shown and entry.kind is not EntryKind.COMMAND:
            return replace(text, other=hit.name)
        return text

    def _makes(self, company: Ref, name: str) -> str:
        """Return what a company makes, where it was found by that."""
        subject, words = self._dataset.subjects[company.id], self._words
        if not isinstance(subject, Company):
            return ""
        product = next((each for each in subject.products if name in each.all_texts()), None)
        return "" if product is None else words.text("makes {product}", product=product.text(words.language))

    def _lies_in(self, company: Ref) -> str:
        """Return where a company of a list is, whose pillar stands above."""
        parent = parent_of(self._dataset, self._dataset.subjects[company.id])
        return "" if parent is None else listed_name(self._dataset, parent, self._words)

    def _known_of(self, indicator: Indicator, year: int | None) -> str:
        """Return the region's newest figure of an indicator, or that of a year, and how many figures there are."""
        dataset, words = self._dataset, self._words
        subjects = self._subjects[indicator.id]
        count = sum(len(dataset.figures[subject, indicator.id]) for subject in subjects)
        counted = words.text(
            "{figures} of {subjects}",
            figures=words.plural("{n} figure", "{n} figures", count),
            subjects=words.plural("{n} subject", "{n} subjects", len(subjects)),
        )
        if year is not None:
            # The page that opens is not that of the year; who has a figure of it is listed below.
            counted = words.text("all years: {figures}", figures=counted)
        figure = newest_known(self._of_year(dataset.region.id, indicator, year))
        if figure is None:
            return counted
        newest = words.text(
            "{subject} {period}: {value}",
            subject=listed_name(dataset, dataset.region, words),
            period=words.period(figure.period.label),
            value=value_text(dataset, figure, words),
        )
        return f"{newest} · {counted}"


def _says_enough(query: str) -> bool:
    typed = key(_without_year(query))
    return not typed.isascii() or len(typed) >= _LEAST


def year_in(query: str) -> int | None:
    """Return the year that stands in what is typed."""
    found = _YEAR.search(query)
    return int(found[1]) if found else None


def _without_year(query: str) -> str:
    """Return what is typed beside a year, without the small words around it; without a year it stays."""
    if year_in(query) is None:
        return query
    return " ".join(word for word in _YEAR.sub(" ", query).split() if word.casefold() not in _SMALL_WORDS)


def _pattern(template: str) -> re.Pattern[str]:
    """Return what finds the name in a question; a mark behind it is no part of it."""
    before, _, after = template.partition("{name}")
    return re.compile(rf"{re.escape(before)}(.+?){re.escape(after)}\s*[?？]?", re.IGNORECASE)
