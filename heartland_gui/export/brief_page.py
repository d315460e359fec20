"""The page of a brief: what stands where, and how much of everything there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from heartland_gui.export.brief_content import BriefContent
from heartland_gui.export.brief_parts import (
    CHART_SCALE,
    LOWEST,
    TOP,
    WIDTH,
    write_cards,
    write_chart,
    write_events,
    write_figures,
    write_foot,
    write_head,
    write_sources,
)
from heartland_gui.export.sheet import Sheet
from heartland_gui.model.cards import source_marks
from heartland_gui.model.entities import Event
from heartland_gui.model.facts import Observation
from heartland_gui.rendering.around import ON_PAGE
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.layout import layout, natural_height

_MOST_ROWS: Final = 45
_MOST_EVENTS: Final = 30
_FEW_ROWS: Final = 6
_FEW_EVENTS: Final = 3
"""Down to so many, rows and events give way to the chart; then the chart does."""
_HIGHEST_CHART: Final = 400.0
_LOWEST_CHART: Final = 240.0
_STEP: Final = 20.0
"""Of the height of the chart, in its own scale."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything is on the page; `chart` is the height of the chart in its own scale, 0 without it."""

    cards: int
    rows: int
    events: int
    chart: float
    sources: int


@dataclass(frozen=True)
class BriefPage:
    """A brief with what its page has room for."""

    content: BriefContent
    _others: dict[tuple[int, bool], tuple[Observation, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def plan(self) -> Plan:
        """The most that fits."""
        plan = Plan(0, 0, 0, 0.0, 0)
        for plan in self._plans():
            if self.write(plan) <= LOWEST - self._foot_height:
                break
        return plan

    def paint(self, canvas: Canvas) -> None:
        """Draw the page onto a canvas of A4 in units of half a point."""
        self.write(self.plan, canvas)
        write_foot(Sheet(canvas, LOWEST - self._foot_height), self.content)

    @cached_property
    def _foot_height(self) -> float:
        sheet = Sheet(None, 0.0)
        write_foot(sheet, self.content)
        return sheet.y

    # -- how much ----------------------------------------------------------------------------------------------

    def _plans(self) -> Iterator[Plan]:
        """Yield what could stand on the page, from the most to what always fits."""
        content, high = self.content, self._chart_height
        cards = len(content.headlines)
        rows = min(len(self._left(cards, charted=high > 0)), _MOST_ROWS)
        plan = Plan(cards, rows, min(len(content.events), _MOST_EVENTS), high, len(content.sources))
        yield plan
        while plan.rows > _FEW_ROWS or plan.events > _FEW_EVENTS:
            plan = _shorter(plan, _FEW_ROWS, _FEW_EVENTS)
            yield plan
        while plan.chart - _STEP >= _LOWEST_CHART:
            plan = replace(plan, chart=plan.chart - _STEP)
            yield plan
        while plan.rows or plan.events:
            plan = _shorter(plan, 0, 0)
            yield plan
        plan = replace(plan, chart=0.0)
        yield plan
        while plan.cards:
            plan = replace(plan, cards=plan.cards - 1)
            yield plan
        for sources in range(plan.sources, -1, -1):
            yield replace(plan, sources=sources)

    @cached_property
    def _chart_height(self) -> float:
        if self.content.chart is None:
            return 0.0
        return min(_HIGHEST_CHART, natural_height(self.content.chart, WIDTH / CHART_SCALE))

    def _left(self, cards: int, *, charted: bool) -> tuple[Observation, ...]:
        key = (cards, charted)
        if key not in self._others:
            self._others[key] = self.content.others(cards, charted=charted)
        return self._others[key]

    # -- what stands there -------------------------------------------------------------------------------------

    def write(self, plan: Plan, canvas: Canvas | None = None) -> float:
        """Write everything but the foot, or only measure it; return where it ends."""
        content, sheet = self.content, Sheet(canvas, TOP)
        left = self._left(plan.cards, charted=plan.chart > 0)
        figures = content.in_order(left[: plan.rows])
        events = content.events[len(content.events) - plan.events :]
        marks = self._marks(plan, figures, events)
        write_head(sheet, content, marks)
        write_cards(sheet, content.cards(marks)[: plan.cards], content.words)
        if content.chart is not None and plan.chart:
            placed = layout(content.chart, WIDTH / CHART_SCALE, plan.chart, ON_PAGE)
            write_chart(sheet, placed)
        write_figures(sheet, content, figures, len(left) - len(figures), marks)
        write_events(sheet, content, events, len(content.events) - len(events), marks)
        write_sources(sheet, content, marks, plan.sources)
        return sheet.y

    def _marks(self, plan: Plan, figures: tuple[Observation, ...], events: tuple[Event, ...]) -> Mapping[str, str]:
        """Return the marks of the sources that the page uses; those of others are empty."""
        content = self.content
        used = {item.source for each in content.headlines[: plan.cards] for item in (each.figure, *each.rivals)}
        used |= {item.source for item in figures} | {event.source for event in events}
        used |= {*content.said_by, *content.chipped_by}
        numbered = source_marks([source for source in content.sources if source.id in used])
        return {source.id: numbered.get(source.id, "") for source in content.sources}


def _shorter(plan: Plan, rows: int, events: int) -> Plan:
    """Return a plan with a row or an event less; there are about two rows to an event, down to so many of both."""
    if plan.rows > rows and (plan.rows - rows >= 2 * (plan.events - events) or plan.events <= events):
        return replace(plan, rows=plan.rows - 1)
    return replace(plan, events=plan.events - 1)
