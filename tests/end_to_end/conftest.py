"""A real X server for the whole session, and the program started anew for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    screen = Desktop(tmp_path_factory.mktemp("desktop"))
    yield screen
    screen.close()


@pytest.fixture
def start(desktop: Desktop, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program with arguments, in a home that is empty for each test; it is ended after the test."""
    desktop.move_into(tmp_path / "home")
    with ExitStack() as running:

        def started(*arguments: str) -> Program:
            program = Program(desktop, *arguments)
            running.callback(program.close)
            return program

        yield started
