"""The order of names as the speakers of a language know it: Chinese by pinyin, accents beside their letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCollator, QLocale, Qt


def ranks(names: Iterable[str], language: str) -> Mapping[str, int]:
    """Return the place of each name in the order of a language (BCP 47); names that differ in case alone share one.

    The order is that of the Unicode collation algorithm (UTS #10) with the language's own rules (CLDR), and numbers by
    their value. Keys are compared here once, since each comparison is a call of Qt.
    """
    collator = QCollator(QLocale(language))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    keys = {name: collator.sortKey(name) for name in dict.fromkeys(names)}
    found: dict[str, int] = {}
    before = None
    for name in sorted(keys, key=keys.__getitem__):
        rank = 0 if before is None else found[before] + (keys[before].compare(keys[name]) < 0)
        found[name], before = rank, name
    return found
