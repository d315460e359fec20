"""What a screen reader is told of a program, as answers to questions; run by the system's Python, which has AT-SPI.

Each line of the input is a question in JSON, `[[role, name, text, state], ...]`: the first element whose role is `role`
(`""` is any), whose name and text match the regular expressions and of which the state holds, in it the next, and so
on; text and state may be left away. Each line of the output is the answer: null, or the element's role, name,
description, text, place on the screen and states.

A line may also ask for a deed: `{"steps": …, "deed": "press" | "choose" | "write", "text": …}`. The element is then
pressed (its first action), chosen in the list that it stands in, or given a text, as assistive technology does it; the
answer says `done` as well.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")

from gi.repository import Atspi, GLib  # noqa: E402 - the version is chosen before the import, as gi wants it

Element = Any

NAMES_NOW = {"push button": "button"}
"""What AT-SPI calls roles from 2.54 on, by what it called them before."""


def application(process: int) -> Element | None:
    """Return the program with that process id, if it has announced itself."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(number)
        if found is not None and found.get_process_id() == process:
            return found
    return None


def find(element: Element, role: str, name: str, text: str = "", state: str = "") -> Element | None:
    """Return the first element inside `element` that fits and is on the screen; nearer ones come first."""
    level = [element]
    while level:
        deeper = []
        for parent in level:
            for number in range(parent.get_child_count()):
                child = parent.get_child_at_index(number)
                if child is None or not is_shown(child):
                    continue
                roles = ("", child.get_role_name())
                named = (role in roles or NAMES_NOW.get(role) in roles) and re.search(name, child.get_name() or "")
                if named and (not text or re.search(text, text_of(child))) and (not state or state in states_of(child)):
                    return child
                deeper.append(child)
        level = deeper
    return None


def is_shown(element: Element) -> bool:
    """Whether the element can be seen; windows say so a moment late, and menus only while they are open."""
    states = element.get_state_set()
    return bool(states.contains(Atspi.StateType.SHOWING) or states.contains(Atspi.StateType.VISIBLE))


def states_of(element: Element) -> list[str]:
    """Return the names of what holds of an element, such as `focused`."""
    return [state.value_nick for state in element.get_state_set().get_states()]


def text_of(element: Element) -> str:
    """Return the text inside an element that is more than a name."""
    return str(Atspi.Text.get_text(element, 0, -1)) if "Text" in element.get_interfaces() else ""


def described(element: Element) -> dict[str, object]:
    """Return what is asked about an element."""
    place = element.get_extents(Atspi.CoordType.SCREEN)
    return {
        "role": element.get_role_name(),
        "name": element.get_name(),
        "description": element.get_description(),
        "place": [place.x, place.y, place.width, place.height],
        "text": text_of(element),
        "states": states_of(element),
    }


def answer(process: int, steps: list[list[str]]) -> dict[str, object] | None:
    """Return the described element to which the steps lead, or None."""
    found = application(process)
    for step in steps:
        found = found and find(found, *step)
    return described(found) if found else None


def do(element: Element, deed: str, text: str) -> bool:
    """Do something with an element; return whether it took it."""
    if deed == "press":
        try:
            return bool(Atspi.Action.do_action(element, 0))
        except GLib.Error:
            return True  # A dialog that it opens answers first; what follows shows whether it was pressed.
    if deed == "choose":
        return bool(Atspi.Selection.select_child(element.get_parent(), element.get_index_in_parent()))
    return bool(Atspi.EditableText.set_text_contents(element, text))


def done(process: int, asked: dict[str, Any]) -> dict[str, object] | None:
    """Return the described element with which something was done, or None where it is not there."""
    found = application(process)
    for step in asked["steps"]:
        found = found and find(found, *step)
    if not found:
        return None
    before = described(found)
    return {**before, "done": do(found, asked["deed"], asked.get("text", ""))}


def main() -> None:
    """Answer questions about the process named on the command line until the input ends."""
    Atspi.init()
    for line in sys.stdin:
        # Nothing is remembered between questions: what is asked about changes all the time.
        Atspi.get_desktop(0).clear_cache()
        try:
            asked = json.loads(line)
            process = int(sys.argv[1])
            said = done(process, asked) if isinstance(asked, dict) else answer(process, asked)
        except GLib.Error:
            said = None  # The element went away while it was looked at.
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
