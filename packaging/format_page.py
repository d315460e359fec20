"""The tables of keys on the page of the format, written from the description that files are read by.

    .venv/bin/python packaging/format_page.py update    # write them anew into docs/dataset-format.md
    .venv/bin/python packaging/format_page.py check     # say whether they are as they would be written

Each stands between two comments, `<!-- keys: unit -->` and `<!-- end -->`.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from heartland_gui.loading.tables import BASE, MANIFEST, PERSON, POINT, TABLES, Key, Table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "dataset-format.md"
DESCRIBED = (MANIFEST, *TABLES, PERSON, POINT, BASE)
_MARKED = re.compile(r"(<!-- keys: (?P<name>[a-z]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def row(key: Key) -> str:
    """Return the line of a key: its name, its value, what it says."""
    value = key.kind.says
    if key.refers:
        value = f"{'ids' if key.many else 'id'} of: {' / '.join(key.refers)}"
    says = f"required; {key.says}" if key.required else key.says
    return f"| `{key.name}` | {value} | {says} |"


def table_of_keys(table: Table) -> str:
    """Return the table of all keys of a table of the format."""
    return "\n".join(["", "| key | value | what it says |", "|---|---|---|", *map(row, table.keys), "", ""])


def written(page: str) -> str:
    """Return the page with its tables of keys written anew. Raises KeyError for a table that is not described."""
    tables = {table.name: table for table in DESCRIBED}
    return _MARKED.sub(lambda found: f"{found[1]}{table_of_keys(tables[found['name']])}{found[3]}", page)


def main() -> int:
    """Write the page, or return 1 where it is not as it would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("update", "check"))
    chosen = parser.parse_args()
    before = PAGE.read_text(encoding="utf-8")
    after = written(before)
    if chosen.command == "update":
        PAGE.write_text(after, encoding="utf-8")
        return 0
    if before != after:
        print(f"{PAGE.name} is not what packaging/format_page.py update writes")
    return int(before != after)


if __name__ == "__main__":
    raise SystemExit(main())
