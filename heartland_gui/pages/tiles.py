"""The pillars of a region as tiles: what is done, what is planned, and how far the two are apart."""

from __future__ import annotations

from dataclasses import dataclass

from heartland_gui.charts.plan_words import outcome_text, plan_text, plan_text_with_name
from heartland_gui.charts.plans import plan_bar, plan_beside
from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import Pillar, ref_of
from heartland_gui.model.observations import DONE
from heartland_gui.model.queries import Headline, companies_of, headline_figures
from heartland_gui.pages.figures import FigureCell, Proportion, Tile
from heartland_gui.pages.strip import figure_cell, spark_of
from heartland_gui.text import Words


@dataclass(frozen=True, slots=True)
class TileBlock:
    """Tiles under a title."""

    title: str
    tiles: tuple[Tile, ...]


def tile_block(dataset: Dataset, words: Words) -> TileBlock:
    """Return every pillar as a tile, in the dataset's order."""
    tiles = tuple(tile_of(dataset, pillar, words) for pillar in dataset.pillars)
    if len(tiles) == 8:
        return TileBlock(words.text("The eight pillars"), tiles)
    return TileBlock(words.plural("{n} pillar", "{n} pillars", len(tiles)), tiles)


def tile_of(dataset: Dataset, pillar: Pillar, words: Words) -> Tile:
    """Return the tile of a pillar: its first headline indicator of which something is done, and one plan."""
    found = headline_figures(dataset, pillar.id, plans=False)
    done = next((each for each in found if each.figure.status in DONE), None)
    cell = _cell(dataset, done, words) if done is not None else None
    companies = len(companies_of(dataset, ref_of(pillar)))
    title = pillar.name.text(words.language)
    plan = _plan(dataset, pillar, done, words)
    told = [title]
    if cell is not None:
        told.append(cell.spoken)
    if plan is not None:
        told += [plan.text, *([plan.outcome] if plan.outcome else [])]
    told.append(words.plural("{n} company", "{n} companies", companies))
    return Tile(
        ref=ref_of(pillar),
        colour=pillar_slot(dataset, pillar),
        title=title,
        companies=companies,
        spoken=words.clauses(told),
        cell=cell,
        plan=plan,
    )


def _cell(dataset: Dataset, headline: Headline, words: Words) -> FigureCell:
    # What other sources say of it stands on the pillar's own page.
    cell = figure_cell(dataset, Headline(headline.figure), words)
    return FigureCell(
        label=cell.label,
        amounts=cell.amounts,
        figures=cell.figures,
        status=cell.status,
        period=cell.period,
        spoken=cell.spoken,
        warned=cell.warned,
        spark=spark_of(dataset, headline.figure),
        tip=cell.tip,
    )


def _plan(dataset: Dataset, pillar: Pillar, done: Headline | None, words: Words) -> Proportion | None:
    """Return the plan of the figure's own indicator, else the nearest one of the pillar, None where it has none."""
    indicator = done.figure.indicator if done is not None else None
    plan = plan_beside(dataset, pillar.id, indicator)
    if plan is None:
        return None
    is_own = done is not None and (indicator, done.figure.scope) == (plan.target.indicator, plan.target.scope)
    text = plan_text(dataset, plan, words) if is_own else plan_text_with_name(dataset, plan, words)
    outcome = outcome_text(dataset, plan, words, with_figure=not is_own)
    bar = plan_bar(dataset, plan) if is_own else None
    return Proportion(text, plan.target.status, outcome, plan.state, bar, plan.figures)
