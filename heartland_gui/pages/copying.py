"""What figures become on the clipboard: numbers in base units, with unit, period and status in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from heartland_gui.charts.spec import CellValue
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Status
from heartland_gui.pages.page import Parts
from heartland_gui.text import Words

_COLUMNS: Final = 7


def figure_parts(dataset: Dataset, figure: Observation | None, words: Words, lead: str = "") -> Parts:
    """Return a figure as columns; `lead` stands before their headings where a table has several figures in a row.

    Where there is no figure the columns are empty.
    """
    if figure is None:
        return parts_of((None,) * _COLUMNS, words, lead)
    told = (
        dataset.indicator_by_id[figure.indicator].name.text(words.language),
        figure.scope.text(words.language) if figure.scope is not None else "",
        str(figure.qualifier or ""),
        figure.value,
        dataset.unit_of(figure.indicator).name.text(words.language),
        figure.period.label,
        str(figure.status),
    )
    return parts_of(told, words, lead)


def parts_of(told: Sequence[CellValue], words: Words, lead: str = "") -> Parts:
    """Return indicator, part, bound, number, unit, period and status in these columns, `lead` before the headings."""
    names = (
        words.text("Indicator"),
        words.text("Scope"),
        words.text("Qualifier"),
        words.text("Value"),
        words.text("Unit"),
        words.text("Period"),
        words.text("Status"),
    )
    headings = [words.text("{name}: {text}", name=lead, text=name) if lead else name for name in names]
    return tuple(zip(headings, told, strict=True))


def value_parts(figure: Observation, words: Words, heading: str) -> Parts:
    """Return a number below a heading, and in columns behind it its qualifier and its status.

    Only where it has a qualifier, and where it is not actual.
    """
    told: list[tuple[str, CellValue]] = [(heading, figure.value)]
    if figure.qualifier is not None:
        told.append((_behind(heading, words.text("Qualifier"), words), str(figure.qualifier)))
    if figure.status is not Status.ACTUAL:
        told.append((_behind(heading, words.text("Status"), words), str(figure.status)))
    return tuple(told)


def _behind(heading: str, name: str, words: Words) -> str:
    return words.text("{name}: {text}", name=heading, text=name)
