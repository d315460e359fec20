"""The series of a dataset: its two forms, and points that are left out one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final

from heartland_gui.loading.fields import (
    Choice,
    Entry,
    ListOf,
    Reader,
    key_name,
    period_of,
    read_localized,
    read_number,
    read_period,
    read_period_label,
    read_text,
)
from heartland_gui.loading.findings import Code, Spot
from heartland_gui.loading.positions import KeyPath
from heartland_gui.loading.records import read_fields
from heartland_gui.loading.toml_file import Table
from heartland_gui.model.observations import Observation, Qualifier, Series, Status
from heartland_gui.text import message

_TIME: Final = attrgetter("period.last", "period.first")


@dataclass(slots=True)
class SeriesDraft:
    """A series while it is read: its figures in the order of the file."""

    entry: Entry
    table: Table
    subject: str = ""
    indicator: str = ""
    source: str = ""
    observations: list[Observation] = field(default_factory=list)
    break_before: tuple[str, ...] = ()
    left_out: set[KeyPath] = field(default_factory=set)
    """The paths of figures that would not do."""

    def paths(self) -> list[KeyPath]:
        """Return where the values of the figures stand inside the entry."""
        points: Any = self.table.get("points", ())
        values: Any = self.table.get("values", ())
        every: list[KeyPath] = [("points", number, "value") for number in range(len(points))]
        every += [("values", label) for label in values]
        return [path for path in every if path not in self.left_out]

    def spot(self, number: int) -> Spot:
        """Return where the value of a figure stands."""
        return self.entry.spot(self.paths()[number])

    def leave_out(self, numbers: set[int]) -> None:
        """Leave out some figures, by their places in `observations`."""
        self.left_out.update([path for number, path in enumerate(self.paths()) if number in numbers])
        self.observations = [item for number, item in enumerate(self.observations) if number not in numbers]

    def finished(self) -> Series:
        """Return the series."""
        observations = in_order_of_time(self.observations)
        return Series(self.subject, self.indicator, self.source, observations, self.break_before)


def in_order_of_time(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the figures of a series as the model wants them."""
    return tuple(sorted(observations, key=_TIME))


def keep(value: object, _entry: Entry, _path: KeyPath) -> object:
    """Leave a value as it is: figures are read when the rest of their series is known."""
    return value


SERIES: Final[dict[str, Reader]] = {
    "subject": read_text,
    "indicator": read_text,
    "source": read_text,
    "status": Choice(Status),
    "scope": read_localized,
    "note": read_localized,
    "break_before": ListOf(read_period_label),
    "points": keep,
    "values": keep,
}
SERIES_REQUIRED: Final = frozenset({"subject", "indicator", "source"})
POINT: Final[dict[str, Reader]] = {
    "period": read_period,
    "value": read_number,
    "status": Choice(Status),
    "qualifier": Choice(Qualifier),
    "scope": read_localized,
    "note": read_localized,
}
POINT_REQUIRED: Final = frozenset({"period", "value"})
FOR_EACH_POINT: Final = ("status", "scope", "note")


def read_series(table: object, entry: Entry) -> SeriesDraft | None:
    """Return a series, or None where it will not do as a whole.

    `points` and `values` may stand side by side; status, scope and note of the series hold for every figure that does
    not have its own.
    """
    if type(table) is not dict:
        entry.refuse((), Code.WRONG_TYPE, message("“{key}” must be a table.", key=key_name(entry.path)))
        return None
    head = read_fields(table, entry, SERIES, SERIES_REQUIRED)
    draft = SeriesDraft(
        entry,
        table,
        head.get("subject") or "",
        head.get("indicator") or "",
        head.get("source") or "",
        break_before=head.get("break_before", ()),
    )
    shared: dict[str, Any] = {key: head[key] for key in FOR_EACH_POINT if key in head}
    if "points" in head:
        _read_points(head["points"], draft, shared)
    if "values" in head:
        _read_values(head["values"], draft, shared)
    if not head.get("points") and not head.get("values"):
        entry.warn((), Code.SERIES_EMPTY, message("The series holds no figure."), message("add points or values"))
    return None if entry.failed else draft


def _read_points(points: object, draft: SeriesDraft, shared: dict[str, Any]) -> None:
    entry = draft.entry
    if type(points) is not list:
        entry.refuse(("points",), Code.WRONG_TYPE, message("“{key}” must be a list.", key="points"))
        return
    for number, table in enumerate(points):
        point = Entry(entry.context, entry.file, (*entry.path, "points", number))
        if type(table) is dict:
            values = read_fields(table, point, POINT, POINT_REQUIRED)
            if not point.failed:
                figure = Observation(draft.subject, draft.indicator, draft.source, **{**shared, **values})
                draft.observations.append(figure)
                continue
        else:
            point.refuse((), Code.WRONG_TYPE, message("A point must be a table with a period and a value."))
        draft.left_out.add(("points", number, "value"))


def _read_values(values: object, draft: SeriesDraft, shared: dict[str, Any]) -> None:
    entry = draft.entry
    if type(values) is not dict:
        said = message("“{key}” must be a table of periods and values.", key="values")
        entry.refuse(("values",), Code.WRONG_TYPE, said)
        return
    for label, value in values.items():
        figure = Entry(entry.context, entry.file, entry.path)
        path: KeyPath = ("values", label)
        period = period_of(label, figure, path, at_key=True)
        number = read_number(value, figure, path)
        if period is None or number is None or figure.failed:
            draft.left_out.add(path)
            continue
        observation = Observation(draft.subject, draft.indicator, draft.source, period, number, **shared)
        draft.observations.append(observation)
