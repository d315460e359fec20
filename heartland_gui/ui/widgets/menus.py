"""Menus of what is under the pointer or has the keyboard, and keys that belong to a list and not to a menu."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Observation
from heartland_gui.pages.names import topic_name
from heartland_gui.pages.quoting import figure_sentence
from heartland_gui.rendering.screen.tooltips import plain_label
from heartland_gui.text import Words
from heartland_gui.wording import plain_citation

MenuEntry = tuple[str, Callable[[], object]]
"""What an entry of a menu is called, and what it does."""


def fill_menu(menu: QMenu, entries: Sequence[MenuEntry]) -> None:
    """Add entries to a menu."""
    for name, does in entries:
        menu.addAction(plain_label(name)).triggered.connect(lambda _=False, does=does: does())


def show_menu(parent: QWidget, at: QPoint, *groups: Sequence[MenuEntry]) -> None:
    """Show a menu at a place on the screen, with lines between the groups; nothing where there is nothing to do."""
    menu = QMenu(parent)
    menu.setObjectName("context_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        if menu.actions() and group:
            menu.addSeparator()
        fill_menu(menu, group)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(at)


def quoting_entries(
    dataset: Dataset, figure: Observation, words: Words, *, is_one_of_several: bool = False
) -> list[MenuEntry]:
    """Return what the menu of any number offers: the number as a sentence, and its source as it is cited.

    Where the menu is about several numbers, each entry names the publisher of its own.
    """
    source = dataset.source_by_id[figure.source]
    sentence, citation = words.text("Copy as sentence"), words.text("Copy citation")
    if is_one_of_several:
        publisher = source.publisher.text(words.language)
        sentence = words.text("Copy as sentence: {publisher}", publisher=publisher)
        citation = words.text("Copy citation: {publisher}", publisher=publisher)

    def copy(text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    return [
        (sentence, lambda: copy(figure_sentence(dataset, figure, words))),
        (citation, lambda: copy(plain_citation(dataset, source, words))),
    ]


Holds = Callable[[Ref], bool]
"""Says whether the subject of a page was gathered for a comparison."""


def holds_nothing(_page: Ref) -> bool:
    """Say that nothing was gathered."""
    return False


def comparing_text(words: Words, *, held: bool) -> str:
    """Return what a command says that gathers a subject for a comparison, or lets go of it where it is held."""
    return words.text("Remove from comparison") if held else words.text("Add to comparison")


def offer_comparing(
    view: QListView, words: Words, page_of: Callable[[QModelIndex], Ref | None], requested: SignalInstance, holds: Holds
) -> None:
    """Let the rows of a list be gathered for a comparison: by their menu, and by dragging them onto the page.

    `requested` is emitted with the page of the row.
    """
    view.setDragEnabled(True)
    view.setDragDropMode(QListView.DragDropMode.DragOnly)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def offer(at: QPoint) -> None:
        index = view.indexAt(at)
        page = page_of(index) if index.isValid() else None
        if page is None:
            return
        entry = (comparing_text(words, held=holds(page)), lambda: requested.emit(page))
        show_menu(view, view.viewport().mapToGlobal(at), [entry])

    view.customContextMenuRequested.connect(offer)


_T = TypeVar("_T")
_MOST_IN_MENU: Final = 20
"""From this many indicators on each topic has a menu of its own."""


def list_by_topic(
    menu: QMenu, choices: Sequence[tuple[str, _T]], dataset: Dataset, words: Words, add: Callable[[QMenu, _T], None]
) -> None:
    """Have `add` list choices, each with the id of its indicator: below one another where they are few.

    Topics stand in the order of the dataset, then what has none; in a dataset without topics, as the choices come.
    """
    topics: defaultdict[str, list[_T]] = defaultdict(list)
    for indicator, choice in choices:
        topics[dataset.indicator_by_id[indicator].topic].append(choice)
    few = len(choices) <= _MOST_IN_MENU
    order = {topic.id: place for place, topic in enumerate(dataset.topics)}
    for topic, group in sorted(topics.items(), key=lambda each: order.get(each[0], len(order))):
        title = plain_label(topic_name(dataset, topic, words))
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


def takes_letter(event: QEvent) -> bool:
    """Whether a list that has the keyboard wants a plain letter that would otherwise be a shortcut."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.text().isprintable() and bool(event.text().strip()) and not event.modifiers()
