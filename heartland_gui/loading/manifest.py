"""The manifest, read before everything else: the format, the languages, the region."""

from __future__ import annotations

from typing import Any, Final

from heartland_gui.loading.drafts import Draft, manifest_tables
from heartland_gui.loading.fields import LANGUAGE, Context, Entry
from heartland_gui.loading.findings import Code, Spot
from heartland_gui.loading.records import MANIFEST, read_fields
from heartland_gui.loading.toml_file import TomlFile
from heartland_gui.model.dataset import Manifest
from heartland_gui.text import message

FORMAT: Final = 1
"""The one format that this program knows."""


def read_manifest(folder: str, files: list[TomlFile], context: Context, unread: str | None) -> Draft[Manifest] | None:
    """Return the manifest, or None where there is none that will do; the languages are put into the context.

    Where a file could not be read, the manifest may stand in it, and its absence is nothing to mend.
    """
    tables = list(manifest_tables(files))
    if not tables and unread is not None:
        return None
    if not tables:
        said = message("There is no manifest here: no file has a table [dataset].")
        hint = message("a dataset is a folder with a file dataset.toml")
        context.findings.error(Spot(folder), Code.MANIFEST_MISSING, said, hint)
        return None
    first, table = tables[0]
    for other, _ in tables[1:]:
        said = message("There is a second manifest; the first stands at {where}.")
        spot = Spot(other.name, ("dataset",))
        context.findings.error(spot, Code.MANIFEST_REPEATED, said, first=Spot(first.name, ("dataset",)))
    entry = Entry(context, first.name, ("dataset",))
    if type(table) is not dict:
        entry.refuse((), Code.TABLE_FORM, message("The manifest must be one table."), message("write [dataset]"))
        return None
    if "format" in table and not _is_known(table["format"]):
        said = message("This program does not know this format of dataset; it knows format {known}.", known=FORMAT)
        entry.refuse(("format",), Code.FORMAT_UNKNOWN, said, message("a newer version of the program may"))
        return None
    _choose_languages(table, context)
    manifest = _manifest(table, entry)
    return None if manifest is None else Draft(manifest, entry, table)


def _manifest(table: dict[str, object], entry: Entry) -> Manifest | None:
    """Return the manifest; unlike other entries it is not left out for what it can do without."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        alone = Entry(entry.context, entry.file, entry.path)
        read = read_fields({key: value}, alone, MANIFEST.readers, frozenset())
        if not alone.failed:
            values.update(read)
    for key in sorted(MANIFEST.required - table.keys()):
        entry.refuse((), Code.KEY_MISSING, message("“{key}” is missing.", key=key))
    return Manifest(**values) if values.keys() >= MANIFEST.required else None


def _is_known(number: object) -> bool:
    return type(number) is int and number == FORMAT


def _choose_languages(table: dict[str, object], context: Context) -> None:
    """Take over the languages as far as they make sense; what does not is refused when the manifest is read."""
    default, languages = table.get("default_language"), table.get("languages")
    if isinstance(default, str) and LANGUAGE.fullmatch(default):
        context.default_language = default
    listed = languages if isinstance(languages, list) else []
    declared = [each for each in listed if isinstance(each, str) and LANGUAGE.fullmatch(each)]
    context.languages = tuple(dict.fromkeys((context.default_language, *declared)))
