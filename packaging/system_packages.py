"""What the operating system must bring: the shared libraries of Qt and, for the tests, a few programs.

Read by `bootstrap.py` before anything is installed: standard library only, and no syntax newer than Python 3.7, so
that an old Python gets as far as the sentence that says it is too old.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# The libraries that Qt 6 opens in a window under X11, and Debian's package of each: the names are the same in
# Debian 12, Debian 13 and Ubuntu 24.04 (there some are provided by packages whose name ends in t64).
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# The programs with which the tests drive a real window and look at pictures.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xwininfo": "x11-utils",
    "import": "imagemagick",
    "rsvg-convert": "librsvg2-bin",
    "pdftoppm": "poppler-utils",
    "dbus-run-session": "dbus",
    "git": "git",
}
# What reads the window's accessible names from outside runs in the system's own Python.
_SYSTEM_PYTHON = "/usr/bin/python3"
_ACCESSIBILITY_CHECK = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_ACCESSIBILITY_PACKAGES = ("at-spi2-core", "gir1.2-atspi-2.0", "python3-gi")


def missing_libraries() -> list[str]:
    """Return the shared libraries that a window needs and that cannot be opened."""
    if not sys.platform.startswith("linux"):
        return []  # The wheels for Windows and macOS need nothing else.
    wanted = list(LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted += WAYLAND_LIBRARIES
    return [name for name in wanted if not _can_be_opened(name)]


def _can_be_opened(name: str) -> bool:
    # Opening is truer than looking: find_library needs a compiler or ldconfig, which small images lack.
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_test_programs() -> list[str]:
    """Return the packages of the programs that only the tests need and that are not there."""
    missing = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    if not (Path("/usr/libexec/at-spi-bus-launcher").exists() and _accessibility_readable()):
        missing += _ACCESSIBILITY_PACKAGES
    return missing


def _accessibility_readable() -> bool:
    if not Path(_SYSTEM_PYTHON).exists():
        return False
    asked = subprocess.run([_SYSTEM_PYTHON, "-c", _ACCESSIBILITY_CHECK], capture_output=True, check=False)
    return asked.returncode == 0


def missing_python_packages(python: str) -> list[str]:
    """Return the package that brings `venv` with pip for this Python, if Debian has split it off."""
    asked = subprocess.run([python, "-c", "import venv, ensurepip"], capture_output=True, check=False)
    return [] if asked.returncode == 0 else [f"python3.{sys.version_info.minor}-venv"]


def packages_of(libraries: list[str]) -> list[str]:
    """Return Debian's packages of these libraries."""
    known = dict(LIBRARIES, **WAYLAND_LIBRARIES)
    return [known[name] for name in libraries]


def is_debian() -> bool:
    """Whether packages come from apt under Debian's names: on Debian, Ubuntu and their descendants."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def apt_command(packages: list[str]) -> list[str]:
    """Return the command that installs these packages."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *sorted(set(packages))]
