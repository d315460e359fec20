"""The rows of the actions table that choose the language and the colours of the window."""

from __future__ import annotations

from typing import Final

from heartland_gui.languages import languages
from heartland_gui.text import Message, message
from heartland_gui.ui.action_spec import ActionSpec, Menu, Tool
from heartland_gui.ui.look import OF_SYSTEM

THEME_NAMES: Final = {
    OF_SYSTEM: message("Colours of the system"),
    "light": message("Light"),
    "dark": message("Dark"),
    "contrast": message("High contrast"),
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
