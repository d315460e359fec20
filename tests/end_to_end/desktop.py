"""A screen of its own for the tests: an X server, a window manager and a message bus, and hands to use them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final, TypeVar

SIZE: Final = (1440, 900)
PATIENCE: Final = 30.0
"""Seconds after which something that was waited for is missing. Generous: only failures take so long."""

_Found = TypeVar("_Found")


def waited_for(question: Callable[[], _Found | None], what: str, pause: Callable[[], object]) -> _Found:
    """Return the first answer that is not None or False; `pause` is what happens between two questions."""
    give_up = time.monotonic() + PATIENCE
    while True:
        found = question()
        if found is not None and found is not False:
            return found
        if time.monotonic() > give_up:
            raise AssertionError(f"waited in vain for {what}")
        pause()


class Desktop:
    """An X server on a free display with openbox and a D-Bus session; everything ends with `close`."""

    def __init__(self, folder: Path) -> None:
        self._children = ExitStack()
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        self.environment = {"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}
        self.move_into(folder / "home")
        width, height = SIZE
        # Without -noreset the server starts afresh whenever nobody is connected, and refuses whoever comes meanwhile.
        screen = ["Xvfb", "-displayfd", "{fd}", "-noreset", "-nolisten", "tcp"]
        screen += ["-screen", "0", f"{width}x{height}x24"]
        self.environment["DISPLAY"] = ":" + self._started(screen)
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address={fd}"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._started(bus)
        self._start(["openbox"])
        waited_for(self._window_manager, "the window manager", self.pause)

    def close(self) -> None:
        """End everything that was started, the last first."""
        self._children.close()

    def move_into(self, home: Path) -> None:
        """Give programs that are started from now on another, empty home."""
        home.mkdir()
        self.environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}

    def run(self, *command: str) -> str:
        """Run a command on this screen and return what it prints."""
        done = self._done(*command)
        assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
        return done.stdout.strip()

    def answer(self, *command: str) -> str | None:
        """Return what a command on this screen prints, or None where it fails or has nothing to say."""
        done = self._done(*command)
        return done.stdout.strip() or None if done.returncode == 0 else None

    def pause(self) -> None:
        """Let the X server work through what it was sent: asking it something takes as long as it is busy."""
        self.run("xdotool", "getmouselocation")

    def screenshot(self, path: Path) -> Path:
        """Write the whole screen into a picture file and return its path."""
        self.run("import", "-window", "root", str(path))
        return path

    def _window_manager(self) -> bool:
        return "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    def _done(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        )

    def _started(self, command: list[str]) -> str:
        """Start a server and return the line that it writes into `{fd}` once it is ready."""
        reading, writing = os.pipe()
        self._start([part.format(fd=writing) for part in command], keep=writing)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as answer:
            line = answer.readline().strip()
        assert line, f"{command[0]} did not start"
        return line

    def _start(self, command: list[str], keep: int | None = None) -> None:
        child = subprocess.Popen(
            command,
            env=self.environment,
            pass_fds=() if keep is None else (keep,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._children.callback(child.wait, timeout=PATIENCE)
        self._children.callback(child.terminate)
