"""The series of a dataset: its two forms, and points that are left out one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from heartland_gui.loading.fields import (
    Entry,
    key_name,
    period_of,
    read_choice,
    read_list,
    read_localized,
    read_number,
    read_period,
    read_period_label,
    read_text,
)
from heartland_gui.loading.findings import Code, Spot
from heartland_gui.loading.positions import Path
from heartland_gui.loading.records import read_fields
from heartland_gui.model.facts import Observation, Qualifier, Series, Status
from heartland_gui.text import message


@dataclass(slots=True)
class SeriesDraft:
    """A series while it is read: its figures in the order of the file, each with the path of its value."""

    entry: Entry
    subject: str
    indicator: str
    source: str
    break_before: tuple[str, ...]
    observations: list[Observation]
    paths: list[Path]

    def spot(self, number: int) -> Spot:
        """Return where a figure stands."""
        return self.entry.spot(self.paths[number])

    def leave_out(self, numbers: set[int]) -> None:
        """Leave out some figures, by their places in `observations`."""
        kept = [number for number in range(len(self.observations)) if number not in numbers]
        self.observations = [self.observations[number] for number in kept]
        self.paths = [self.paths[number] for number in kept]

    def finished(self) -> Series:
        """Return the series with its figures in order of time."""
        observations = self.observations
        if len(observations) > 1:
            observations = sorted(observations, key=_time)
        return Series(self.subject, self.indicator, self.source, tuple(observations), self.break_before)


def _time(observation: Observation) -> tuple[object, object]:
    period = observation.period
    return period.last, period.first


def _keep(value: object, _entry: Entry, _path: Path) -> object:
    """Leave a value as it is: figures are read when the rest of their series is known."""
    return value


_SERIES: Final = {
    "subject": read_text,
    "indicator": read_text,
    "source": read_text,
    "status": read_choice(Status),
    "scope": read_localized,
    "note": read_localized,
    "break_before": read_list(read_period_label),
    "points": _keep,
    "values": _keep,
}
_SERIES_REQUIRED: Final = frozenset({"subject", "indicator", "source"})
_POINT: Final = {
    "period": read_period,
    "value": read_number,
    "status": read_choice(Status),
    "qualifier": read_choice(Qualifier),
    "scope": read_localized,
    "note": read_localized,
}
_POINT_REQUIRED: Final = frozenset({"period", "value"})
_FOR_EACH_POINT: Final = ("status", "scope", "note")


def read_series(table: object, entry: Entry) -> SeriesDraft | None:
    """Return a series, or None where it will not do as a whole.

    `points` and `values` may stand side by side; status, scope and note of the series hold for every figure that does
    not have its own.
    """
    if type(table) is not dict:
        entry.refuse((), Code.WRONG_TYPE, message("“{key}” must be a table.", key=key_name(entry.path)))
        return None
    head = read_fields(table, entry, _SERIES, _SERIES_REQUIRED)
    draft = SeriesDraft(
        entry,
        head.get("subject") or "",
        head.get("indicator") or "",
        head.get("source") or "",
        head.get("break_before", ()),
        [],
        [],
    )
    shared: dict[str, Any] = {key: head[key] for key in _FOR_EACH_POINT if key in head}
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
    context, file, inside = entry.context, entry.file, (*entry.path, "points")
    for number, table in enumerate(points):
        point = Entry(context, file, (*inside, number))
        if type(table) is not dict:
            point.refuse((), Code.WRONG_TYPE, message("A point must be a table with a period and a value."))
            continue
        values = read_fields(table, point, _POINT, _POINT_REQUIRED)
        if not point.failed:
            observation = Observation(draft.subject, draft.indicator, draft.source, **{**shared, **values})
            draft.observations.append(observation)
            draft.paths.append(("points", number, "value"))


def _read_values(values: object, draft: SeriesDraft, shared: dict[str, Any]) -> None:
    entry = draft.entry
    if type(values) is not dict:
        said = message("“{key}” must be a table of periods and values.", key="values")
        entry.refuse(("values",), Code.WRONG_TYPE, said)
        return
    for label, value in values.items():
        figure = Entry(entry.context, entry.file, entry.path)
        path = ("values", label)
        period = period_of(label, figure, path, at_key=True)
        number = read_number(value, figure, path)
        if period is not None and number is not None and not figure.failed:
            observation = Observation(draft.subject, draft.indicator, draft.source, period, number, **shared)
            draft.observations.append(observation)
            draft.paths.append(path)
