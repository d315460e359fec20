"""The program as a person has it: a process with a window, used with mouse and keyboard and read from outside."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.end_to_end.desktop import PATIENCE, Desktop, waited_for

_READER: Final = Path(__file__).with_name("accessible_names.py")
Step = tuple[str, str] | tuple[str, str, str] | tuple[str, str, str, str]
"""A role (or ""), a pattern for the name and, where that is not enough, one for the text, and a state."""

_SYSTEM_PYTHON: Final = "/usr/bin/python3"


@dataclass(frozen=True, slots=True)
class Element:
    """Something on the screen, as assistive technology is told of it; the place is x, y, width and height."""

    role: str
    name: str
    description: str
    text: str
    place: tuple[int, int, int, int]
    states: frozenset[str]

    @property
    def middle(self) -> tuple[int, int]:
        """Where to click."""
        x, y, width, height = self.place
        return x + width // 2, y + height // 2


class Program:
    """A running Heartland."""

    def __init__(self, desktop: Desktop, *arguments: str) -> None:
        self.desktop = desktop
        environment = {
            **desktop.environment,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # libatspi asks for GetApplicationBusAddress, which Qt lacks, and Qt complains of the question.
            "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "heartland_gui", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._reader = subprocess.Popen(
            [_SYSTEM_PYTHON, str(_READER), str(self._process.pid)],
            env=desktop.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    # -- the window ---------------------------------------------------------------------------------------------

    def wait_for_title(self, pattern: str) -> None:
        """Wait until a window's title matches the pattern, and give it the keyboard."""

        def window() -> str | None:
            return self.desktop.answer("xdotool", "search", "--onlyvisible", "--name", pattern)

        found = waited_for(window, f"a window called {pattern}", self._pause)
        self.desktop.run("xdotool", "windowactivate", "--sync", found.splitlines()[-1])

    def quit(self) -> None:
        """Press Ctrl+Q and check that the program ends well, without a word of complaint."""
        self.press("ctrl+q")
        said, _ = self._process.communicate(timeout=PATIENCE)
        assert not said, said.decode()
        assert self._process.returncode == 0, f"it ended with {self._process.returncode}"

    def close(self) -> None:
        """End what still runs, however the test went."""
        for child in (self._reader, self._process):
            if child.poll() is None:
                child.kill()
            child.communicate()

    # -- hands --------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys, each in the words of xdotool: `ctrl+e`, `Return`."""
        self.desktop.run("xdotool", "key", "--clearmodifiers", *keys)

    def press_until_focused(self, key: str, *steps: Step) -> None:
        """Press a key, such as Tab, until an element has the keyboard."""
        for _ in range(40):
            if "focused" in self.element(*steps).states:
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {steps}")

    def write(self, text: str) -> None:
        """Type a text."""
        self.desktop.run("xdotool", "type", "--delay", "1", text)

    def click(self, *steps: Step) -> Element:
        """Click with the mouse on the middle of an element, once it is there, and return it."""
        element = self.element(*steps)
        x, y = element.middle
        self.desktop.run("xdotool", "mousemove", "--sync", str(x), str(y), "click", "1")
        return element

    # -- eyes ---------------------------------------------------------------------------------------------------

    def element(self, *steps: Step, state: str = "") -> Element:
        """Wait for an element: each step leads to something inside the one before."""

        def fitting() -> Element | None:
            found = self.found(*steps)
            return found if found is not None and (not state or state in found.states) else None

        return waited_for(fitting, f"an element {steps} {state}", self._pause)

    def found(self, *steps: Step) -> Element | None:
        """Return an element that is there now, or None."""
        said = self._asked(steps)
        return None if said is None else _element(said)

    def focused(self) -> Element:
        """Return what has the keyboard, once something has it."""
        return self.element(("", "", "", "focused"))

    # -- what assistive technology does -------------------------------------------------------------------------

    def do(self, deed: str, *steps: Step, text: str = "") -> Element:
        """Press, choose or write into an element without mouse and keyboard, once it is there, and return it."""

        def taken() -> Element | None:
            said = self._asked({"steps": steps, "deed": deed, "text": text})
            return _element(said) if said is not None and said.pop("done") else None

        return waited_for(taken, f"an element {steps} that lets itself {deed}", self._pause)

    def _asked(self, question: object) -> dict[str, Any] | None:
        """Return the reader's answer."""
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        print(json.dumps(question), file=self._reader.stdin, flush=True)
        said: dict[str, Any] | None = json.loads(self._reader.stdout.readline())
        return said

    def wait_for_file(self, path: Path) -> Path:
        """Wait until a file is there; the program writes files whole or not at all."""
        return waited_for(lambda: path if path.exists() else None, f"the file {path}", self._pause)

    def _pause(self) -> None:
        """Wait a moment, or until the program says something: it should say nothing, so that is shown at once."""
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], 0.05)
        if ready:
            said = os.read(self._process.stdout.fileno(), 65536).decode()
            raise AssertionError(f"the program said {said!r}" if said else "the program has ended")


def _element(said: dict[str, Any]) -> Element:
    return Element(**{**said, "place": tuple(said["place"]), "states": frozenset(said["states"])})


def named(text: str) -> str:
    """Return a pattern for exactly this name."""
    return f"^{re.escape(text)}$"
