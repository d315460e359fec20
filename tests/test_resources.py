"""Where the files that ship with the program are: beside the package, or inside it once it is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from heartland_gui import resources
from heartland_gui.resources import resource


def loaded_from(folder: Path) -> Path:
    """Return where the files are for a package that lies in a folder."""
    path = folder / "heartland_gui" / "resources.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(Path(resources.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("resources_elsewhere", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Path = module.resource("a", "b.txt")
    return found


def test_in_a_checkout_they_lie_beside_the_package(tmp_path: Path) -> None:
    assert loaded_from(tmp_path) == tmp_path.resolve() / "resources" / "a" / "b.txt"


def test_once_installed_they_lie_inside_of_it(tmp_path: Path) -> None:
    inside = tmp_path / "heartland_gui" / "resources"
    inside.mkdir(parents=True)
    assert loaded_from(tmp_path) == inside.resolve() / "a" / "b.txt"


def test_what_the_program_ships_is_there() -> None:
    assert resource("datasets", "shanxi").is_dir()
    assert resource("languages", "zh.mo").is_file()
    assert resource().is_absolute()
