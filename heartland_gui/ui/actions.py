"""The one table of what can be done: menus, tools, tooltips, shortcuts, their list and the tests all read it."""

from __future__ import annotations

from typing import Final

from heartland_gui.model.citing import Citation
from heartland_gui.model.entities import SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.text import Message, message
from heartland_gui.ui.action_spec import ActionSpec, Menu, Tool, when_open, with_chart
from heartland_gui.ui.go_actions import GO_ACTIONS
from heartland_gui.ui.look_actions import LOOK_ACTIONS

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
        lambda commands: commands.show_shortcuts(),
        message("List what the keys do"),
        ("F1",),
    ),
    ActionSpec(
        "about",
        message("&About Heartland"),
        Menu.HELP,
        lambda commands: commands.show_about(),
        message("Say what this program is, its version and its licence"),
    ),
)
