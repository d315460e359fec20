"""From files to all that stands in them, each table read by its description; whether it fits together comes later.

The tables of a few files are read together, column by column, while they are in the processor's cache; then they are
let go. A problem in one of them stops nothing and costs only the search for what it is.

All of it takes 1.6 to 1.7 times what the parser takes alone. It took 1.4 when a second reader, of sound datasets only,
asked things of many texts as if they were one. Here each rule is asked of each value by itself, in loops that Python
runs in C, so that the same rule also tells which value breaks it; signs that are seldom seen, such as no-break spaces,
and wrong values cost nothing beside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING
from itertools import accumulate, chain, compress, repeat
from operator import add, attrgetter
from typing import Any, Final, TypeVar

from heartland_gui.loading.diagnostics import Code, Diagnostic, Diagnostics, Location, shown
from heartland_gui.loading.files import TomlFile, parsed
from heartland_gui.loading.positions import KeyPath
from heartland_gui.loading.tables import (
    MANIFEST,
    POINT,
    SERIES,
    SHARED,
    TABLES,
    TERMS,
    Table,
    read_columns,
    read_records,
)
from heartland_gui.loading.values import LANGUAGE_TAG, NUMBER, PERIOD, Column, Context, Entries, divided
from heartland_gui.model.dataset import Manifest
from heartland_gui.model.observations import Observation, Series, Terms
from heartland_gui.text import Message, message

_Fact = TypeVar("_Fact", Observation, Series)

NamedText = tuple[str, str]
"""The name of a file for people, and its text."""

FORMAT: Final = 1
"""The one format that this program knows."""

_TOGETHER: Final = 20_000
"""Characters of files whose tables are read together: few enough for the cache, enough for columns to pay."""

_TIME: Final = attrgetter("period.last", "period.first")


class Rows:
    """The records of one table from all files. `numbers` are those of their entries, counted through all files."""

    def __init__(self, table: Table, diagnostics: Diagnostics) -> None:
        self.table = table
        self._diagnostics = diagnostics
        self.records: list[Any] = []
        self.numbers: list[int] = []
        self.refused: set[int] = set()
        """The numbers of entries that were found not to fit."""
        self.read_positions: dict[tuple[int, str], list[int]] = {}
        """Of entries inside an entry, some of which were left out: the places of the others in their list."""
        self.count = 0
        self._files: list[str] = []
        self._starts: list[int] = []

    def add_file(self, file: str, count: int) -> None:
        """Note that so many entries that come next stand in a file."""
        self._files.append(file)
        self._starts.append(self.count)
        self.count += count

    def location_of(self, number: int) -> Location:
        """Return where the entry of a number stands."""
        place = bisect_right(self._starts, number) - 1
        return Location(self._files[place], (self.table.name, number - self._starts[place]))

    def location(self, place: int, path: KeyPath = ()) -> Location:
        """Return where a path inside the entry of a record stands."""
        return self.location_of(self.numbers[place]).inside(path)

    def refuse(
        self,
        place: int,
        path: KeyPath,
        code: str,
        said: Message,
        hint: Message | None = None,
        *,
        first: Location | None = None,
    ) -> None:
        """Note that a record does not fit: it is left out."""
        self.refused.add(self.numbers[place])
        self._diagnostics.error(self.location(place, path), code, said, hint, first=first)

    def column(self, key: str) -> list[Any]:
        """Return what stands under a key, record by record."""
        return list(map(attrgetter(key), self.records))

    def add(self, entries: Entries, base: int) -> None:
        """Add what stands in some entries, the first of which has the number `base`."""
        records, numbers = read_records(entries, self.table)
        self.records += records
        self.numbers += [base + number for number in numbers] if base else numbers
        for (number, key), places in entries.read_positions.items():
            self.read_positions[base + number, key] = places

    def leave_out_refused(self) -> None:
        """Leave out every row that was refused."""
        self.leave_out({place for place, number in enumerate(self.numbers) if number in self.refused})

    def leave_out(self, places: set[int]) -> None:
        """Leave out the rows at these places."""
        others = [place for place in range(len(self.numbers)) if place not in places]
        self.records = [self.records[place] for place in others]
        self.numbers = [self.numbers[place] for place in others]


_HEAD_DEFAULTS: Final = {key.name: MISSING if key.required else None for key in SERIES.keys} | {"break_before": ()}
_POINT_DEFAULTS: Final = {key.name: {**POINT.defaults, **TERMS.defaults}[key.name] for key in POINT.keys}
_COLUMNS: Final = ("subject", "indicator", "source", "break_before")


class SeriesRows(Rows):
    """The series from all files, as columns: a million figures need no million objects beside themselves.

    The figures of a series stand in the order of the file: first its points, then its values.
    """

    def __init__(self, diagnostics: Diagnostics) -> None:
        super().__init__(SERIES, diagnostics)
        self.columns: dict[str, list[Any]] = {name: [] for name in (*_COLUMNS, "points", "observations")}
        """`points` has for each series how many figures its list of points has."""
        self.paths: dict[int, Sequence[KeyPath]] = {}
        """Where each value stands inside its entry, where some figures were left out."""
        self.with_terms: set[int] = set()
        """The numbers of the few entries in which a figure has terms."""

    @property
    def observations(self) -> list[Sequence[Observation]]:
        """The figures of each series."""
        return self.columns["observations"]

    def column(self, key: str) -> list[Any]:
        """Return what stands under a key, series by series."""
        return self.columns[key]

    def path(self, place: int, figure: int) -> KeyPath:
        """Return where the value of a figure stands inside its series."""
        paths = self.paths.get(self.numbers[place])
        if paths is not None:
            return paths[figure]
        if figure < self.columns["points"][place]:
            return ("points", figure, "value")
        return ("values", self.observations[place][figure].period.label)

    def leave_out_figures(self, place: int, figures: set[int]) -> None:
        """Leave out some figures of a series."""
        observations = self.observations[place]
        kept = [figure for figure in range(len(observations)) if figure not in figures]
        self.paths[self.numbers[place]] = [self.path(place, figure) for figure in kept]
        self.observations[place] = [observations[figure] for figure in kept]

    def add(self, entries: Entries, base: int) -> None:
        """Add the series of some entries, the first of which has the number `base`."""
        heads = read_columns(entries, SERIES, _HEAD_DEFAULTS)
        points = [each or () for each in heads["points"]]
        counts = list(map(len, points))
        flat, refused, with_terms = _read_points(entries, heads, points)
        self.with_terms.update(base + number for number in with_terms)
        heads["observations"], heads["points"] = _grouped(flat, counts, refused), counts
        if any(heads["values"]):
            self._add_values(entries, base, heads, refused)
        elif refused:
            paths = [("points", number, "value") for count in counts for number in range(count)]
            self._note_paths(base, _grouped(paths, counts, refused))
        _doubt_empty(entries, heads)
        kept = [number for number in range(len(entries.tables)) if number not in entries.refused]
        self.numbers += [base + number for number in kept]
        for name in self.columns:
            column = heads[name]
            self.columns[name] += column if len(kept) == len(column) else [column[number] for number in kept]

    def _add_values(self, entries: Entries, base: int, heads: dict[str, list[Any]], refused: Collection[int]) -> None:
        """Add the figures of tables of values to those of points."""
        values = [each or {} for each in heads["values"]]
        counts = list(map(len, values))
        flat, refused_values = _read_values(entries, heads, values)
        together = zip(heads["observations"], _grouped(flat, counts, refused_values), strict=True)
        heads["observations"] = [(*of_points, *of_values) for of_points, of_values in together]
        if refused or refused_values:
            of_points = [("points", number, "value") for count in heads["points"] for number in range(count)]
            of_values = [("values", label) for each in values for label in each]
            self._note_paths(
                base,
                map(add, _grouped(of_points, heads["points"], refused), _grouped(of_values, counts, refused_values)),
            )

    def _note_paths(self, base: int, groups: Iterable[Sequence[KeyPath]]) -> None:
        self.paths.update(enumerate(groups, start=base))

    def leave_out(self, places: set[int]) -> None:
        """Leave out the series at these places."""
        others = [place for place in range(len(self.numbers)) if place not in places]
        self.numbers = [self.numbers[place] for place in others]
        self.columns = {name: [column[place] for place in others] for name, column in self.columns.items()}

    def finished(self) -> list[Series]:
        """Return the series with figures in order of time; one without any figure is none."""
        self.columns["observations"] = [
            group if len(group) == 1 else tuple(sorted(group, key=_TIME)) for group in self.observations
        ]
        return [series for series in _tuples(Series, self.columns) if series.observations]


def _grouped(flat: list[Any], counts: list[int], refused: Collection[int]) -> list[tuple[Any, ...]]:
    """Return what belongs together: so many each, without the refused ones."""
    if not refused:
        return divided(flat, counts)
    groups, place = [], 0
    for count in counts:
        groups.append(tuple([flat[each] for each in range(place, place + count) if each not in refused]))
        place += count
    return groups


def _read_points(
    entries: Entries, heads: dict[str, list[Any]], groups: list[Sequence[Any]]
) -> tuple[list[Observation], Collection[int], Collection[int]]:
    """Return the figures in lists of points, series after series, and the places of those that will not do.

    The third are the numbers of the series in which figures have terms.
    """
    owners = [number for number, group in enumerate(groups) for _ in group]
    firsts = list(accumulate(map(len, groups), initial=0))

    def locate(place: int) -> Location:
        return entries.location(owners[place], ("points", place - firsts[owners[place]]))

    points = Entries(entries.context, list(chain.from_iterable(groups)), locate)
    columns = read_columns(points, POINT, _POINT_DEFAULTS, _shared(heads, owners))
    columns["terms"] = _terms(columns)
    with_terms = set(compress(owners, columns["terms"]))
    return _observations(columns, heads, owners), points.refused, with_terms


def _terms(columns: dict[str, list[Any]]) -> list[Terms | None]:
    """Return what each figure says of itself as a plan, None for nearly all of them."""
    said = [columns[key.name] for key in TERMS.keys]
    if all(column.count(TERMS.defaults[key.name]) == len(column) for key, column in zip(TERMS.keys, said, strict=True)):
        return [None] * len(said[0])
    nothing = Terms()
    return [None if terms == nothing else terms for terms in map(Terms, *said)]


def _read_values(
    entries: Entries, heads: dict[str, list[Any]], groups: list[dict[str, Any]]
) -> tuple[list[Observation], Collection[int]]:
    """Return the figures in tables of values, series after series, and the places of those that will not do."""
    owners = [number for number, group in enumerate(groups) for _ in group]
    labels: list[str] = list(chain.from_iterable(groups))
    numbers = list(chain.from_iterable(map(dict.values, groups)))
    values = Entries(entries.context, [], lambda place: entries.location(owners[place]))

    def at(place: int) -> tuple[int, KeyPath]:
        return place, ("values", labels[place])

    columns: dict[str, list[Any]] = {
        **{name: [default] * len(labels) for name, default in _POINT_DEFAULTS.items()},
        **_shared(heads, owners),
        "period": PERIOD.read_labels(Column(values, labels, at), at_key=True),
        "value": NUMBER.read(Column(values, numbers, at)),
        "terms": [None] * len(labels),
    }
    return _observations(columns, heads, owners), values.refused


def _shared(heads: dict[str, list[Any]], owners: list[int]) -> dict[str, list[Any]]:
    """Return for each figure what its series says for all of its figures."""
    said = {key: heads[key] for key in SHARED if heads[key].count(None) < len(heads[key])}
    return {
        key: [_POINT_DEFAULTS[key] if column[number] is None else column[number] for number in owners]
        for key, column in said.items()
    }


def _observations(columns: dict[str, list[Any]], heads: dict[str, list[Any]], owners: list[int]) -> list[Observation]:
    for key in ("subject", "indicator", "source"):
        columns[key] = list(map(heads[key].__getitem__, owners))
    return _tuples(Observation, columns)


def _tuples(kind: type[_Fact], columns: Mapping[str, list[Any]]) -> list[_Fact]:
    """Return the named tuples whose fields are these columns; other columns are passed over.

    What `NamedTuple` puts around the making of a tuple takes four times as long as the making.
    """
    make: Any = tuple.__new__
    return list(map(make, repeat(kind), zip(*[columns[name] for name in kind._fields], strict=True)))


def _doubt_empty(entries: Entries, heads: dict[str, list[Any]]) -> None:
    for number in [number for number, count in enumerate(heads["points"]) if not count]:
        raw = entries.tables[number]
        if not heads["values"][number] and raw and not raw.get("points") and not raw.get("values"):
            said = message("The series has no figures.")
            location = entries.location(number)
            entries.context.diagnostics.warn(location, Code.SERIES_EMPTY, said, message("add points or values"))


class Contents:
    """Everything that stands in the files.

    `unread` is a file that could not be read: ids that nothing else has may stand in it. `lost` maps table and id of
    entries that will not do to where they stand.
    """

    def __init__(self, diagnostics: Diagnostics, unread: str | None) -> None:
        self.diagnostics = diagnostics
        self.unread = unread
        self.manifest: Manifest | None = None
        self.manifest_location: Location | None = None
        self.manifest_refused = False
        self.rows = {table.name: Rows(table, diagnostics) for table in TABLES if table is not SERIES}
        self.series = SeriesRows(diagnostics)
        self.lost: dict[tuple[str, str], Location] = {}

    @property
    def all_rows(self) -> dict[str, Rows]:
        """The rows of every table, those of series among them."""
        return {**self.rows, SERIES.name: self.series}


class _Texts:
    """The texts of files, each parsed once, when it is asked for."""

    def __init__(self, texts: Sequence[NamedText]) -> None:
        self._texts = texts
        self._parsed: dict[int, TomlFile | Diagnostic] = {}

    def file(self, number: int) -> TomlFile | Diagnostic:
        """Return a file, and keep it for whoever asks next."""
        if number not in self._parsed:
            self._parsed[number] = parsed(*self._texts[number])
        return self._parsed[number]

    def taken(self) -> Iterator[TomlFile | Diagnostic]:
        """Yield all files and keep none."""
        for number in range(len(self._texts)):
            file = self.file(number)
            del self._parsed[number]
            yield file

    def with_manifest(self) -> TomlFile | None:
        """Return the first file that has a manifest."""
        likely = [number for number, (_, text) in enumerate(self._texts) if f"[{MANIFEST.name}]" in text]
        for number in chain(likely, range(len(self._texts))):
            file = self.file(number)
            if isinstance(file, TomlFile) and MANIFEST.name in file.tables:
                return file
        return None

    def first_unread(self) -> str | None:
        """Return the name of the first file that cannot be parsed."""
        files = map(self.file, range(len(self._texts)))
        return next((file.location.file for file in files if isinstance(file, Diagnostic)), None)


def read_contents(
    folder: str, texts: Sequence[NamedText], diagnostics: Diagnostics, unread: str | None
) -> Contents | None:
    """Return what stands in the files, or None where they are of a format that this program does not know.

    `folder` and `unread` name the folder and a file that could not be read, if any.
    """
    files = _Texts(texts)
    context = Context(diagnostics)
    contents = Contents(diagnostics, unread)
    first = files.with_manifest()
    if first is not None:
        _read_manifest(first, context, contents)
    elif unread is None and files.first_unread() is None:
        # Else the manifest may stand in that file, and its absence is nothing to mend.
        said = message("There is no manifest here: no file has a table [dataset].")
        hint = message("a dataset is a folder with a file dataset.toml")
        diagnostics.error(Location(folder), Code.MANIFEST_MISSING, said, hint)
    known = all(diagnostic.code != Code.FORMAT_UNKNOWN for diagnostic in diagnostics.items)
    waiting, size = _Waiting(context, contents), 0
    for file in files.taken():
        if isinstance(file, Diagnostic):
            diagnostics.items.append(file)
            contents.unread = contents.unread or file.location.file
            continue
        if MANIFEST.name in file.tables and file is not first and first is not None:
            said = message("This is a second manifest; the first is at {where}.")
            location = Location(first.name, (MANIFEST.name,))
            diagnostics.error(Location(file.name, (MANIFEST.name,)), Code.MANIFEST_REPEATED, said, first=location)
        if known:  # what another format means by its words cannot be judged
            waiting.add(file)
            size += len(file.text)
            if size > _TOGETHER:
                waiting.read()
                size = 0
    waiting.read()
    return contents if known else None


class _Waiting:
    """The tables of a few files, until they are read together."""

    def __init__(self, context: Context, contents: Contents) -> None:
        self._context = context
        self._contents = contents
        self._rows = contents.all_rows
        self._tables: dict[str, list[Any]] = {name: [] for name in self._rows}

    def add(self, file: TomlFile) -> None:
        """Put the tables of a file to the others."""
        for name, content in file.tables.items():
            if name == MANIFEST.name:
                continue
            if name not in self._rows:
                self._doubt_table(name, file.name)
            elif type(content) is not list:
                said = message("“{table}” must be a list of tables.", table=name)
                location = Location(file.name, (name,))
                hint = message("write [[{table}]]", table=name)
                self._context.diagnostics.error(location, Code.TABLE_FORM, said, hint)
                self._remember_lost(name, content, location)
            else:
                self._rows[name].add_file(file.name, len(content))
                self._tables[name] += content

    def read(self) -> None:
        """Read the tables, and let go of them."""
        for name, tables in self._tables.items():
            if not tables:
                continue
            rows, raw = self._rows[name], list(tables)
            base = rows.count - len(tables)
            entries = Entries(self._context, tables, _locator(rows, base))
            rows.add(entries, base)
            for number in sorted(entries.refused):
                self._remember_lost(name, raw[number], entries.location(number))
            self._tables[name] = []

    def _doubt_table(self, name: str, file: str) -> None:
        said = message("This format has no table “{table}”.", table=shown(name))
        diagnostics = self._context.diagnostics
        hint = diagnostics.near.hint(name, (*self._rows, MANIFEST.name))
        diagnostics.warn(Location(file, (name,), at_key=True), Code.TABLE_UNKNOWN, said, hint)

    def _remember_lost(self, name: str, raw: object, location: Location) -> None:
        """Keep the id of an entry that will not do: what refers to it has nothing wrong with itself."""
        if self._rows[name].table.ids and type(raw) is dict and type(raw.get("id")) is str:
            self._contents.lost.setdefault((name, raw["id"]), location)


def _locator(rows: Rows, base: int) -> Callable[[int], Location]:
    return lambda number: rows.location_of(base + number)


def _read_manifest(file: TomlFile, context: Context, contents: Contents) -> None:
    """Read the manifest: the languages are put into the context. It is not left out for what it can do without."""
    raw = file.tables[MANIFEST.name]
    location = contents.manifest_location = Location(file.name, (MANIFEST.name,))
    entries = Entries(context, [], lambda _: location)
    if type(raw) is not dict:
        said = message("The manifest must be one table.")
        entries.refuse(0, (), Code.TABLE_FORM, said, message("write [dataset]"))
        return
    if "format" in raw and not (type(raw["format"]) is int and raw["format"] == FORMAT):
        said = message("This version does not know this dataset format; it knows format {known}.", known=FORMAT)
        hint = message("a newer version of the program may")
        entries.refuse(0, ("format",), Code.FORMAT_UNKNOWN, said, hint)
        return
    _choose_languages(raw, context)
    entries.tables.append(raw)
    columns = read_columns(entries, MANIFEST, MANIFEST.defaults)
    wrong = entries.refused.get(0, set())
    known = {key.name: columns[key.name][0] for key in MANIFEST.keys if key.name in raw and key.name not in wrong}
    if all(key.name in known for key in MANIFEST.keys if key.required):
        contents.manifest = Manifest(**known)


def _choose_languages(raw: dict[str, Any], context: Context) -> None:
    """Take over the languages as far as they make sense; what does not is refused when the manifest is read."""
    default, languages = raw.get("default_language"), raw.get("languages")
    if isinstance(default, str) and LANGUAGE_TAG.fullmatch(default):
        context.default_language = default
    listed = languages if isinstance(languages, list) else []
    declared = [each for each in listed if isinstance(each, str) and LANGUAGE_TAG.fullmatch(each)]
    context.languages = tuple(dict.fromkeys((context.default_language, *declared)))
