"""The one table of what can be done: menus, tools, tooltips, shortcuts, their list and the tests all read it."""

from __future__ import annotations

from typing import Final

from heartland_gui.model.entities import SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.rendering.style import THEMES
from heartland_gui.text import Message, message
from heartland_gui.text.languages import languages
from heartland_gui.ui.actions.spec import ActionSpec, Commands, Menu, Tool, when_open, with_chart
from heartland_gui.ui.state.appearance import OF_SYSTEM
from heartland_gui.ui.state.session import Session
from heartland_gui.wording import Citation

THEME_NAMES: Final = {
    OF_SYSTEM: message("Colours of the system"),
    **{name: theme.title for name, theme in THEMES.items()},
}
"""What the themes are called, that of the system first."""


def _language_action(tag: str, name: Message, *, first: bool = False) -> ActionSpec:
    return ActionSpec(
        f"language_{tag or 'system'}",
        name,
        Menu.VIEW,
        lambda commands: commands.look.choose_language(tag),
        message("Write the window in this language"),
        checked=lambda _, commands: commands.look.language == tag,
        separated=first,
    )


def _theme_action(name: str, *, first: bool = False) -> ActionSpec:
    return ActionSpec(
        f"theme_{name or 'system'}",
        THEME_NAMES[name],
        Menu.VIEW,
        lambda commands: commands.look.choose_theme(name),
        message("Give the window these colours"),
        checked=lambda _, commands: commands.look.theme == name,
        separated=first,
    )


LOOK_ACTIONS: Final[tuple[ActionSpec, ...]] = (
    _language_action(OF_SYSTEM, message("Language of the system"), first=True),
    # Every language is called as its speakers call it.
    *(_language_action(tag, Message("{name}", (("name", name),))) for tag, name in languages().items()),
    *(_theme_action(name, first=name == OF_SYSTEM) for name in THEME_NAMES),
    ActionSpec(
        "next_language",
        message("Next language"),
        Menu.VIEW,
        lambda commands: commands.look.choose_language(commands.look.next_language[0]),
        message("Write the window in another language"),
        tool=Tool.RIGHT,
        live_name=lambda _, commands: commands.look.next_language[1],
        separated=True,
    ),
)


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


_CITATIONS: Final = (
    (Citation.PLAIN, message("Copy c&itation")),
    (Citation.MARKDOWN, message("Copy citation as &Markdown")),
    (Citation.BIBTEX, message("Copy citation as &BibTeX")),
)


def _citation_action(form: Citation, name: Message, first: bool) -> ActionSpec:  # noqa: FBT001 - read by position
    return ActionSpec(
        f"cite_{form}",
        name,
        Menu.EDIT,
        lambda commands: commands.copy_citation(form),
        message("Put the source of this page on the clipboard as it is cited"),
        enabled=lambda session, _: session.is_open and session.selection.page.kind is SubjectKind.SOURCE,
        separated=first,
    )


ACTIONS: Final[tuple[ActionSpec, ...]] = (
    *GO_ACTIONS,
    ActionSpec(
        "open",
        message("&Open dataset …"),
        Menu.FILE,
        lambda commands: commands.open_dataset(),
        message("Look at another folder of data"),
        ("Ctrl+O",),
    ),
    ActionSpec(
        "recent",
        message("Open re&cent"),
        Menu.FILE,
        lambda commands: commands.open_latest(),
        message("Look at a dataset that was open before, or at the one that comes with the program"),
        choices=lambda commands: commands.recent_choices(),
    ),
    ActionSpec(
        "open_picture",
        message("Open exported &picture …"),
        Menu.FILE,
        lambda commands: commands.open_picture(),
        message("Show again what a saved picture shows"),
        ("Ctrl+Shift+O",),
        enabled=when_open,
    ),
    ActionSpec(
        "reload",
        message("&Read again"),
        Menu.FILE,
        lambda commands: commands.reload(),
        message("Read the files of the dataset again"),
        ("F5",),
    ),
    ActionSpec(
        "export",
        message("&Export chart …"),
        Menu.FILE,
        lambda commands: commands.chart.export(),
        message("Save the chart of this page as a file"),
        ("Ctrl+E",),
        Tool.RIGHT,
        enabled=with_chart,
        separated=True,
    ),
    ActionSpec(
        "export_table",
        message("Export ta&ble …"),
        Menu.FILE,
        lambda commands: commands.chart.export_table(),
        message("Save the figures of this page as a CSV file"),
        enabled=lambda _, commands: commands.chart.has_table,
    ),
    ActionSpec(
        "brief",
        message("Brief as P&DF …"),
        Menu.FILE,
        lambda commands: commands.paper.save_brief(),
        message("Save one page of A4 about what is shown, with figures, chart, events and sources"),
        enabled=lambda _, commands: commands.paper.has_brief,
    ),
    ActionSpec(
        "print_chart",
        message("Pr&int chart …"),
        Menu.FILE,
        lambda commands: commands.paper.print_chart(),
        message("Print the chart of this page as large as the paper"),
        ("Ctrl+P",),
        enabled=with_chart,
        separated=True,
    ),
    ActionSpec(
        "print_brief",
        message("Print brie&f …"),
        Menu.FILE,
        lambda commands: commands.paper.print_brief(),
        message("Print one page about what is shown"),
        ("Ctrl+Shift+P",),
        enabled=lambda _, commands: commands.paper.has_brief,
    ),
    ActionSpec(
        "print_preview",
        message("Print pre&view …"),
        Menu.FILE,
        lambda commands: commands.paper.preview(),
        message("Show the chart or the brief as it will be printed"),
        enabled=lambda session, commands: with_chart(session, commands) or commands.paper.has_brief,
    ),
    ActionSpec(
        "quit",
        message("&Quit"),
        Menu.FILE,
        lambda commands: commands.quit(),
        message("Close the window and end the program"),
        ("Ctrl+Q",),
        separated=True,
    ),
    ActionSpec(
        "copy_chart",
        message("Copy &chart"),
        Menu.EDIT,
        lambda commands: commands.chart.copy(),
        message("Put the chart of this page on the clipboard as a picture"),
        ("Ctrl+Shift+C",),
        enabled=with_chart,
    ),
    ActionSpec(
        "copy_table",
        message("Copy &table"),
        Menu.EDIT,
        lambda commands: commands.chart.copy_table(),
        message("Put the figures of this page on the clipboard as a table"),
        ("Ctrl+Shift+T",),
        enabled=lambda _, commands: commands.chart.has_table,
    ),
    *(_citation_action(form, name, number == 0) for number, (form, name) in enumerate(_CITATIONS)),
    ActionSpec(
        "copy_address",
        message("Copy &address"),
        Menu.EDIT,
        lambda commands: commands.copy_address(),
        message("Put the address of what is shown on the clipboard"),
        ("Ctrl+Shift+L",),
        enabled=when_open,
        separated=True,
    ),
    ActionSpec(
        "preferences",
        message("&Preferences …"),
        Menu.EDIT,
        lambda commands: commands.dialogs.show_preferences(),
        message("Choose language, colours and the folder for exports"),
        ("Ctrl+,",),
        separated=True,
    ),
    ActionSpec(
        "full_screen",
        message("&Full screen"),
        Menu.VIEW,
        lambda commands: commands.switch_full_screen(),
        message("Fill the screen with the window, or leave it again"),
        ("F11",),
    ),
    ActionSpec(
        "reset_chart",
        message("&Whole chart"),
        Menu.VIEW,
        lambda commands: commands.chart.reset(),
        message("Show all of the chart again after zooming"),
        ("Home",),
        enabled=with_chart,
        of_chart=True,
    ),
    ActionSpec(
        "as_of",
        message("As &of a day …"),
        Menu.VIEW,
        lambda commands: commands.choose_day(),
        message("Show only what had been published by a day"),
        ("Ctrl+Shift+A",),
        enabled=when_open,
        separated=True,
    ),
    ActionSpec(
        "conflicts",
        message("Where sources &disagree"),
        Menu.VIEW,
        lambda commands: commands.show_view(View.CONFLICTS),
        message("List every number that different sources give differently"),
        ("F7",),
        enabled=when_open,
    ),
    ActionSpec(
        "all_sources",
        message("All &sources"),
        Menu.VIEW,
        lambda commands: commands.show_view(View.SOURCES),
        message("List every source with its date, its grade and how much rests on it"),
        ("F6",),
        enabled=when_open,
    ),
    ActionSpec(
        "problems",
        message("&Problems of the data"),
        Menu.VIEW,
        lambda commands: commands.show_problems(),
        message("Show what is wrong in the files and where"),
        ("F8",),
        enabled=lambda session, _: bool(session.problems),
    ),
    *LOOK_ACTIONS,
    ActionSpec(
        "scale",
        message("&Logarithmic or linear"),
        Menu.CHART,
        lambda commands: commands.chart.switch_scale(),
        message("Switch the chart between a linear and a logarithmic scale"),
        ("L",),
        enabled=lambda session, commands: with_chart(session, commands) and commands.chart.has_logarithm,
    ),
    ActionSpec(
        "table",
        message("Chart as &table"),
        Menu.CHART,
        lambda commands: commands.chart.switch_table(),
        message("Show the numbers of the chart instead of the drawing"),
        ("T",),
        enabled=with_chart,
    ),
    ActionSpec(
        "shortcuts",
        message("&Keyboard shortcuts"),
        Menu.HELP,
        lambda commands: commands.dialogs.show_shortcuts(),
        message("Find what the keys do, and do it"),
        ("F1",),
    ),
    ActionSpec(
        "explain",
        message("&Explain this part"),
        Menu.HELP,
        lambda commands: commands.dialogs.explain(),
        message("Say what the part of the window is that has the keyboard"),
        ("Shift+F1",),
    ),
    ActionSpec(
        "whats_this",
        message("&What’s this?"),
        Menu.HELP,
        lambda commands: commands.dialogs.ask_for_part(),
        message("Click a part of the window to be told what it is"),
    ),
    ActionSpec(
        "about",
        message("&About Heartland"),
        Menu.HELP,
        lambda commands: commands.dialogs.show_about(),
        message("Say what this program is, its version and its licence"),
    ),
)
