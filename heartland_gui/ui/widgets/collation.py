"""The order of names as the speakers of a language know it: Chinese by pinyin, accents beside their letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from PySide6.QtCore import QCollator, QLocale, Qt

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.queries import short_name
from heartland_gui.text import Words


def name_ranks(dataset: Dataset, words: Words) -> Mapping[str, int]:
    """Return the places of the names of companies and places; of many companies to be asked for once only."""
    companies = (company.name.text(words.language) for company in dataset.companies)
    return ranks(chain(companies, (short_name(place, words.language) for place in dataset.places)), words.language)


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
