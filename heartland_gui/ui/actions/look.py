"""Actions that choose the language and the colours of the window."""

from __future__ import annotations

from heartland_gui.text import Message, message
from heartland_gui.text.languages import languages
from heartland_gui.ui.actions.action import Action, Section, Tool, action, each
from heartland_gui.ui.actions.parts import Actions
from heartland_gui.ui.state.appearance import OF_SYSTEM, THEME_NAMES, Look


def _language(tag: str, name: Message) -> Action:
    return action(
        name,
        Section.LANGUAGE,
        message("Write the window in this language"),
        id=f"language_{tag or 'system'}",
        checked=lambda look: look.now.language == tag,
        arguments=(tag,),
    )


def _theme(name: str) -> Action:
    return action(
        THEME_NAMES[name],
        Section.THEME,
        message("Give the window these colours"),
        id=f"theme_{name or 'system'}",
        checked=lambda look: look.now.theme == name,
        arguments=(name,),
    )


class LookActions(Actions):
    """A choice is remembered; the window is made anew in it."""

    @property
    def now(self) -> Look:
        """What the window is written in and coloured with."""
        return self.parts.kept.look

    @each(
        (
            _language(OF_SYSTEM, message("Language of the system")),
            # Every language is called as its speakers call it.
            *(_language(tag, Message("{name}", (("name", name),))) for tag, name in languages().items()),
        )
    )
    def language(self, tag: str) -> None:
        """Write the window in a language."""
        self.now.choose_language(tag)

    @each(_theme(name) for name in THEME_NAMES)
    def theme(self, name: str) -> None:
        """Colour the window with a theme."""
        self.now.choose_theme(name)

    @action(
        message("Next language"),
        Section.NEXT_LANGUAGE,
        message("Write the window in another language"),
        tool=Tool.RIGHT,
        live_name=lambda look: look.now.next_language[1],
    )
    def next_language(self) -> None:
        """Write the window in the language after this one."""
        tag, _ = self.now.next_language
        self.now.choose_language(tag)
