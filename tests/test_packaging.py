"""What ships: the fonts hold every character, the wheel holds every resource, the set-up says what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import bootstrap
import build_fonts
import commit_subject
import environment
import lock
import pytest
import system_packages
from fontTools.ttLib import TTFont
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from heartland_gui import cli

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
faces = pytest.mark.parametrize("face", build_fonts.FACES, ids=lambda face: face.file_name)


# -- fonts ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_fonts_hold_every_character_of_the_program_and_its_data(style: str) -> None:
    files = [FONTS / face.file_name for face in build_fonts.FACES if face.style == style]
    covered = {code for file in files for code in TTFont(file).getBestCmap()}
    missing = {character for character in build_fonts.written_characters() if ord(character) not in covered}
    assert not missing, "make the fonts again with packaging/build_fonts.py"
    assert len(build_fonts.written_characters()) > 1000


@faces
def test_the_font_has_a_name_of_its_own_and_keeps_its_licence(face: build_fonts.Face) -> None:
    names = TTFont(FONTS / face.file_name)["name"]
    assert names.getDebugName(1) == face.family
    assert names.getDebugName(2) == face.style
    holder = "Adobe" if face.family == build_fonts.CHINESE else "Inter Project Authors"
    assert holder in names.getDebugName(0)
    assert "SIL Open Font License" in names.getDebugName(13)
    assert holder in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@faces
def test_the_committed_font_is_what_the_script_makes(face: build_fonts.Face, tmp_path: Path) -> None:
    problem = build_fonts.source_problem(face)
    if problem:
        pytest.skip(problem)
    fresh = tmp_path / face.file_name
    build_fonts.write_font(face, build_fonts.wanted_characters(), fresh)
    assert fresh.read_bytes() == (FONTS / face.file_name).read_bytes()


# -- the wheel --------------------------------------------------------------------------------------------------

SHIPPED = (
    "resources/datasets/shanxi/dataset.toml",
    "resources/datasets/shanxi/series/province.toml",
    "resources/fonts/HeartlandSans-Regular.otf",
    "resources/fonts/HeartlandSans-Bold.otf",
    "resources/fonts/HeartlandSansSC-Regular.otf",
    "resources/fonts/HeartlandSansSC-Bold.otf",
    "resources/fonts/OFL.txt",
    "resources/languages/zh.mo",
)


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True)
    return folder


def test_the_wheel_and_the_source_archive_hold_the_resources(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        packed = set(opened.namelist())
    assert {f"heartland_gui/{name}" for name in SHIPPED} <= packed
    assert not [name for name in packed if name.startswith(("resources/", "tests/", "packaging/"))]
    (archive,) = distributions.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        unpacked = {name.partition("/")[2] for name in source.getnames()}
    assert {*SHIPPED, "packaging/bootstrap.py", "tests/test_packaging.py"} <= unpacked


def test_an_installed_wheel_finds_its_resources(distributions: Path, tmp_path: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    home = tmp_path / "environment"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    (site,) = home.glob("lib/python3*/site-packages")
    # A wheel of pure Python is installed by unpacking it; this needs neither pip nor a network.
    shutil.unpack_archive(wheel, site, "zip")
    question = (
        "from heartland_gui.resources import resource;"
        "print(resource('datasets', 'shanxi', 'dataset.toml').is_file(), resource('fonts'))"
    )
    asked = subprocess.run(
        [str(python), "-I", "-c", question], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert asked.stdout.split() == ["True", str(site / "heartland_gui" / "resources" / "fonts")]


# -- the set-up -------------------------------------------------------------------------------------------------


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert bootstrap.main(["run"]) == 2
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in capsys.readouterr().err


def test_wrong_use_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["fly"]) == 2
    assert "usage:" in capsys.readouterr().err


def test_without_root_the_exact_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "missing_libraries", lambda: ["libxcb-cursor.so.0", "libEGL.so.1"])
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(environment, "is_ready", lambda _extra: True)
    assert bootstrap.main(["run"]) == 1
    said = capsys.readouterr().err
    assert "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0" in said


def test_elsewhere_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(system_packages, "missing_libraries", lambda: ["libxcb-cursor.so.0"])
    monkeypatch.setattr(system_packages, "is_debian", lambda: False)
    monkeypatch.setattr(environment, "is_ready", lambda _extra: True)
    assert bootstrap.main(["run"]) == 1
    assert "libxcb-cursor.so.0" in capsys.readouterr().err


def test_every_library_that_is_looked_for_has_a_package() -> None:
    known = [*system_packages.LIBRARIES, *system_packages.WAYLAND_LIBRARIES]
    assert len(system_packages.packages_of(known)) == len(known)
    assert system_packages.missing_libraries() == []


def test_a_display_that_is_not_there_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(bootstrap, "PYTHON", sys.executable)
    none = bootstrap.display_problem()
    assert none is not None
    assert "no display" in none
    monkeypatch.setenv("DISPLAY", ":987")
    assert bootstrap.display_problem() == "The display :987 cannot be used."


# -- exact versions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("python", lock.PYTHONS)
def test_every_dependency_has_an_exact_version(python: str) -> None:
    """To mend: `python3 packaging/lock.py`."""
    lines = (lock.FOLDER / f"{python}.txt").read_text(encoding="utf-8").splitlines()
    exact = [Requirement(line) for line in lines if not line.startswith("#")]
    locked = {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in exact}
    unfit = [
        str(wanted)
        for wanted in declared(python)
        if not wanted.specifier.contains(locked.get(canonicalize_name(wanted.name), "0"))
    ]
    assert not unfit


def declared(python: str) -> list[Requirement]:
    """Return what the project, its extras and its build ask for on a Python."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = said["project"]
    lines = [*project["dependencies"], *said["build-system"]["requires"]]
    lines += [line for extra in project["optional-dependencies"].values() for line in extra]
    asked = [Requirement(line) for line in lines]
    return [
        each
        for each in asked
        if each.name != project["name"] and (not each.marker or each.marker.evaluate({"python_version": python}))
    ]


def test_the_exact_versions_are_installed_unless_the_newest_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], str | None]] = []

    def run(command: list[str], _way_out: str, given: dict[str, str]) -> None:
        asked.append((command, given.get("PIP_CONSTRAINT")))

    monkeypatch.setattr(environment, "_run", run)
    monkeypatch.delenv(environment.NEWEST, raising=False)
    monkeypatch.delenv("PIP_CONSTRAINT", raising=False)
    before = environment._fingerprint()
    environment._install("test")
    monkeypatch.setenv(environment.NEWEST, "1")
    environment._install("test")
    (locked, file), (newest, none) = asked
    assert file == f"packaging/constraints/{sys.version_info[0]}.{sys.version_info[1]}.txt"
    assert none is None
    assert "--upgrade" in newest
    assert "--upgrade" not in locked
    assert environment._fingerprint() != before, "the environment is made anew when the versions change"


# -- commits ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("Say it\n\nThe reason.\n", "Say it"),
        ("\n# a comment\nSay it\n# another\n", "Say it"),
        ("Say it\nand more\n\nThe reason.", "Say it and more"),
        ("", ""),
    ],
)
def test_the_subject_is_what_git_takes_for_it(message: str, subject: str) -> None:
    assert commit_subject.subject_of(message) == subject


@pytest.mark.parametrize(("length", "status"), [(72, 0), (73, 1)])
def test_a_subject_of_a_commit_is_not_too_long(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], length: int, status: int
) -> None:
    file = tmp_path / "COMMIT_EDITMSG"
    file.write_text("x" * length + "\n\n" + "y" * 100, encoding="utf-8")
    assert commit_subject.main([str(file)]) == status
    assert capsys.readouterr().err == (
        "" if status == 0 else f"The subject has 73 characters, more than 72: {'x' * 73}\n"
    )


def test_every_command_but_the_window_needs_no_display() -> None:
    assert set(cli.COMMANDS) <= bootstrap.WINDOWLESS
