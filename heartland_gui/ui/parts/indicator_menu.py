"""A menu of indicators under their topics, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from PySide6.QtWidgets import QMenu

from heartland_gui.model.dataset import Dataset
from heartland_gui.text import Words
from heartland_gui.ui.wording import topic_text

_T = TypeVar("_T")
_MOST_IN_MENU: Final = 20
"""From this many indicators on each topic has a menu of its own."""


def list_by_topic(
    menu: QMenu, choices: Sequence[tuple[str, _T]], dataset: Dataset, words: Words, add: Callable[[QMenu, _T], None]
) -> None:
    """Have `add` list choices, each with the id of its indicator: below one another where they are few."""
    topics: defaultdict[str, list[_T]] = defaultdict(list)
    for indicator, choice in choices:
        topics[dataset.indicator_by_id[indicator].topic].append(choice)
    few = len(choices) <= _MOST_IN_MENU
    for topic, group in topics.items():
        title = topic_text(topic, words).replace("&", "&&")
        if few and len(topics) > 1:
            menu.addSection(title)
        target = menu if few else menu.addMenu(title)
        for choice in group:
            add(target, choice)


def empty_menu(menu: QMenu) -> None:
    """Take everything out of a menu; Qt would keep the menus within it."""
    menu.clear()
    for within in menu.findChildren(QMenu):
        within.deleteLater()
