"""The day of which everything is shown, in words: what was typed, how much there was by then, and the banner."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from heartland_gui.model.dataset import Dataset, as_of
from heartland_gui.text import Words
from heartland_gui.text.dates import NoDay, UnclearDay, day_typed


@dataclass(frozen=True, slots=True)
class DayAsked:
    """What was typed, as it was understood: a day with how much there was by then, else why it cannot be shown."""

    day: date | None
    lead: str
    """The day with its day of the week, empty where there is none."""
    text: str

    @property
    def sentence(self) -> str:
        """All of it in one line, as it is spoken."""
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Example:
    """A day that may be meant, with what it is called and how many figures there were."""

    day: date
    name: str
    count: str


@dataclass(frozen=True, slots=True)
class DayBanner:
    """What stands above every page while a day is set; `oldest` is where to go if nothing was published by then."""

    lead: str
    text: str
    oldest: date | None = None


def day_asked(whole: Dataset, typed: str, today: date, words: Words) -> DayAsked:
    """Return what somebody typed means in a dataset of which all is shown."""
    found = day_typed(typed, today)
    match found:
        case NoDay():
            return DayAsked(None, "", _no_day(found.typed, words))
        case UnclearDay():
            first, second = (words.periods.day_of_year(day) for day in (found.day_first, found.month_first))
            said = words.text(
                "Is it {first} or {second}? Try {day}.", first=first, second=second, day=found.day_first.isoformat()
            )
            return DayAsked(None, "", said)
    if found > _newest(whole, today):
        return DayAsked(None, "", words.text("{day} is still to come.", day=words.day(found)))
    lead = words.text("{day}:", day=words.periods.day_of_week(found))
    return DayAsked(found, lead, _known(as_of(whole, found), words))


def _no_day(typed: str, words: Words) -> str:
    if not typed:
        return ""
    return words.text("“{typed}” is no date. Try 2020-06-01 or June 2020.", typed=typed)


def _newest(whole: Dataset, today: date) -> date:
    """Return the last day that can be asked for; a clock that is behind does not hide what was published."""
    return max((today, *(whole.published(source).last for source in whole.sources if source.date is not None)))


def _known(then: Dataset, words: Words) -> str:
    """Return how much of a dataset had been published, and how much of that has no date of its own."""
    if not then.observation_count:
        return _without_figures(then, words)
    said = [
        words.text(
            "{figures} from {sources} on {companies} were published by then.",
            figures=words.plural("{n} figure", "{n} figures", then.observation_count),
            sources=words.plural("{n} source", "{n} sources", len(then.sources)),
            companies=words.plural("{n} company", "{n} companies", len(then.companies)),
        )
    ]
    inferred = then.inferred_count
    if inferred:
        said.append(
            words.plural(
                "{n} of them is from a source without a date, counted from the end of its newest period.",
                "{n} of them are from sources without a date, counted from the end of their newest period.",
                inferred,
            )
        )
    return words.sentences(said)


def _without_figures(then: Dataset, words: Words) -> str:
    if then.events:
        return words.text("Only events were published by then.")
    return words.text("Nothing was published by then.")


_YEARS: Final = 2
"""The examples are so many years before and after the source that tells most of what happened."""


def examples(whole: Dataset, today: date, words: Words) -> tuple[Example, ...]:
    """Return days to try: that of the source that most events rest on, and the ends of years before and after it."""
    told = Counter(event.source for event in whole.events)
    dated = [source for source in whole.sources if source.date is not None]
    if not dated:
        return ()
    # Of those that tell as much as each other the oldest, which others came after.
    telling = min(dated, key=lambda source: (-told[source.id], whole.published(source).last))
    day = whole.published(telling).last
    named = words.text("{day}, {publisher}", day=words.day(day), publisher=telling.publisher.text(words.language))
    before, after = (date(max(1, min(day.year + years, date.max.year)), 12, 31) for years in (-_YEARS, _YEARS))
    offered = [
        (before, words.text("End of {year}", year=str(before.year))),
        (day, named),
        (after, words.text("End of {year}", year=str(after.year))),
    ]
    found = []
    for each, name in offered:
        count = as_of(whole, each).observation_count if each <= _newest(whole, today) else 0
        if count:
            found.append(Example(each, name, words.plural("{n} figure", "{n} figures", count)))
    return tuple(found)


def banner(whole: Dataset, then: Dataset, words: Words) -> DayBanner | None:
    """Return what stands above the page of a dataset that is shown as of a day, None where all of it is shown."""
    day = then.manifest.as_of
    if day is None:
        return None
    lead = words.text("As of {day}.", day=words.day(day))
    if not then.observation_count and then.events:
        return DayBanner(lead, _without_figures(then, words))
    if not then.observation_count:
        known = (whole.published(source) for source in whole.sources)
        oldest = min((published.last for published in known if published.period is not None), default=None)
        said = [_without_figures(then, words)]
        if oldest is not None:
            said.append(words.text("The oldest source is of {day}.", day=words.day(oldest)))
        return DayBanner(lead, words.sentences(said), oldest)
    said_of = words.text(
        "You see what was published by then: {n} of {figures} from {sources}.",
        n=then.observation_count,
        figures=words.plural("{n} figure", "{n} figures", whole.observation_count),
        sources=words.plural("{n} source", "{n} sources", len(then.sources)),
    )
    return DayBanner(lead, said_of)
