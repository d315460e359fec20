"""All that can be done in a window."""

from __future__ import annotations

from collections.abc import Mapping

from heartland_gui.ui.actions.action import Command, commands_of
from heartland_gui.ui.actions.chart import ChartActions
from heartland_gui.ui.actions.files import FileActions, Reader
from heartland_gui.ui.actions.go import FindFactory, GoActions
from heartland_gui.ui.actions.look import LookActions
from heartland_gui.ui.actions.page import PageActions
from heartland_gui.ui.actions.paper import PaperActions
from heartland_gui.ui.actions.parts import WindowParts
from heartland_gui.ui.actions.window import WindowActions


class Commands:
    """The objects whose methods are actions, and every action of theirs by its id, in the order of the menus."""

    def __init__(self, parts: WindowParts, reader: Reader, new_find: FindFactory) -> None:
        found: dict[str, Command] = {}
        self.by_id: Mapping[str, Command] = found
        self.window = WindowActions(parts, found)
        self.chart = ChartActions(parts)
        self.files = FileActions(parts, reader, self.chart)
        self.paper = PaperActions(parts, self.chart)
        self.go = GoActions(parts, found, new_find)
        self.page = PageActions(parts)
        self.look = LookActions(parts)
        # In a section of a menu, actions follow this order.
        owners = (self.window, self.files, self.chart, self.paper, self.go, self.page, self.look)
        found.update((command.id, command) for command in commands_of(*owners))
