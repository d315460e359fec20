"""The rows of the actions table that lead to other pages, and gather what is to be compared."""

from __future__ import annotations

from typing import Final

from heartland_gui.model.selection import View
from heartland_gui.text import message
from heartland_gui.ui.action_spec import ActionSpec, Commands, Menu, Tool, when_open
from heartland_gui.ui.session import Session


def _pillar_action(number: int) -> ActionSpec:
    def name(session: Session) -> str:
        if not session.is_open or number > len(session.dataset.pillars):
            return session.words.text("Pillar {number}", number=number)
        return session.dataset.pillars[number - 1].name.text(session.words.language)

    return ActionSpec(
        f"pillar_{number}",
        message("Pillar {number}", number=number),
        Menu.GO,
        lambda commands: commands.go_to_pillar(number),
        message("Show pillar {number} and its companies", number=number),
        (f"Ctrl+{number}",),
        enabled=lambda session, _: session.is_open and number <= len(session.dataset.pillars),
        name=name,
        separated=number == 1,
    )


def _compare_this_name(session: Session, commands: Commands) -> str:
    if session.is_open and commands.comparing.holds(session.selection.page):
        return session.words.text("Take out of the comparison")
    return session.words.text("Add to the comparison")


def _compare_name(session: Session, commands: Commands) -> str:
    count = len(commands.comparing.members)
    return session.words.text("Compare ({n})", n=count) if count else session.words.text("Compare")


GO_ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec(
        "back",
        message("&Back"),
        Menu.GO,
        lambda commands: commands.step(-1),
        message("Show the page before this one"),
        ("Alt+Left", "Back"),
        Tool.LEFT,
        "back",
        lambda session, _: session.can_go_back,
    ),
    ActionSpec(
        "forward",
        message("&Forward"),
        Menu.GO,
        lambda commands: commands.step(1),
        message("Show the page after this one"),
        ("Alt+Right", "Forward"),
        Tool.LEFT,
        "forward",
        lambda session, _: session.can_go_forward,
    ),
    ActionSpec(
        "region",
        message("&Region"),
        Menu.GO,
        lambda commands: commands.go_to_region(),
        message("Show the overview of the whole region"),
        ("Ctrl+0",),
        enabled=when_open,
        name=lambda session: session.dataset.region.name.text(session.words.language) if session.is_open else "",
    ),
    *(_pillar_action(number) for number in range(1, 9)),
    ActionSpec(
        "map",
        message("M&ap"),
        Menu.GO,
        lambda commands: commands.show_map(),
        message("Show the cities of the region on a map, and list the companies of each"),
        ("Ctrl+M",),
        enabled=when_open,
        separated=True,
    ),
    ActionSpec(
        "find",
        message("Fin&d …"),
        Menu.GO,
        lambda commands: commands.find(),
        message("Find a company, place, indicator, source or command by name"),
        ("Ctrl+K",),
        Tool.RIGHT,
        enabled=when_open,
        separated=True,
    ),
    ActionSpec(
        "filter",
        message("Fi&lter the companies"),
        Menu.GO,
        lambda commands: commands.focus_filter(),
        message("Type a part of a name to narrow the list of companies"),
        ("Ctrl+F",),
        enabled=when_open,
    ),
    ActionSpec(
        "compare_this",
        message("Add to the c&omparison"),
        Menu.GO,
        lambda commands: commands.compare_this(),
        message("Gather what is shown for a comparison, or let it go again"),
        ("Ctrl+D",),
        enabled=lambda session, commands: session.is_open and commands.comparing.can_hold(session.selection.page),
        live_name=_compare_this_name,
        separated=True,
    ),
    ActionSpec(
        "compare",
        message("Co&mpare"),
        Menu.GO,
        lambda commands: commands.comparing.show(),
        message("Show what was gathered side by side"),
        ("Ctrl+Shift+D",),
        Tool.RIGHT,
        enabled=when_open,
        live_name=_compare_name,
    ),
    ActionSpec(
        "bookmark",
        message("&Keep this place, or no more"),
        Menu.GO,
        lambda commands: commands.bookmark(),
        message("Keep what is shown among the bookmarks, or take it away from them"),
        ("Ctrl+B",),
        enabled=lambda session, _: session.is_open and session.selection.view is not View.BOOKMARKS,
        separated=True,
    ),
    ActionSpec(
        "bookmarks",
        message("Bookmarks and &history"),
        Menu.GO,
        lambda commands: commands.show_view(View.BOOKMARKS),
        message("List the places that were kept, and those that were seen last"),
        ("Ctrl+Shift+B",),
        enabled=when_open,
    ),
    ActionSpec(
        "sources",
        message("&Sources of this page"),
        Menu.GO,
        lambda commands: commands.show_sources(),
        message("Bring the list of sources into view"),
        ("S",),
        enabled=when_open,
    ),
)
