"""The order of names as the speakers of a language know it: Chinese by pinyin, accents beside their letters."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, Qt


class NameKey:
    """The place of a name among others: names of equal keys are equal in order."""

    __slots__ = ("_key",)

    def __init__(self, key: QCollatorSortKey) -> None:
        self._key = key

    def __lt__(self, other: NameKey) -> bool:
        return self._key.compare(other._key) < 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NameKey) and self._key.compare(other._key) == 0

    __hash__ = None  # type: ignore[assignment] # equal in order is not the same


def name_key(name: str, language: str) -> NameKey:
    """Return the key of a name in the order of a language (BCP 47): letters before their cases, numbers by value.

    The order is that of the Unicode collation algorithm (UTS #10) with the language's own rules (CLDR).
    """
    return NameKey(_collator(language).sortKey(name))


@lru_cache(maxsize=8)
def _collator(language: str) -> QCollator:
    made = QCollator(QLocale(language))
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setNumericMode(True)
    return made
