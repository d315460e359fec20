"""A file is there whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from heartland_gui.export.files import not_written, write_whole
from heartland_gui.text import Words


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return a file that is already there."""
    path = tmp_path / "chart.png"
    path.write_bytes(b"before")
    return path


def no_space(*_: object) -> None:
    raise OSError(28, "No space left on device")


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == b"before"
    assert list(target.parent.iterdir()) == [target], "no part is left behind"


@pytest.mark.parametrize(("place", "name"), [(os, "fsync"), (Path, "replace"), (Path, "chmod")])
def test_on_a_failing_disk_the_old_file_stays(
    place: object, name: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, name, no_space)
    with pytest.raises(OSError, match=r"No space left on device: .*chart\.png"):
        write_whole(target, b"after")
    assert_untouched(target)


@pytest.mark.parametrize(("place", "name"), [(os, "fsync"), (Path, "replace"), (Path, "chmod")])
def test_an_interruption_leaves_the_old_file(
    place: object, name: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, name, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, b"after")
    assert_untouched(target)


def test_the_bytes_reach_the_disk_before_the_name(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def noted(name: str, done: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object) -> object:
            steps.append(name)
            return done(*arguments)

        return step

    monkeypatch.setattr(os, "fsync", noted("fsync", os.fsync))
    monkeypatch.setattr(Path, "replace", noted("replace", Path.replace))
    write_whole(target, b"after")
    assert steps == ["fsync", "replace"]
    assert target.read_bytes() == b"after"
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_whole(tmp_path / "chart.png", b"content")
    assert (tmp_path / "chart.png").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_a_replaced_file_keeps_its_mode(mode: int, target: Path) -> None:
    target.chmod(mode)
    write_whole(target, b"after")
    assert target.read_bytes() == b"after"
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.parent / "link.png"
    link.symlink_to(target.name)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_links_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    write_whole(tmp_path / "a", b"content")
    assert (tmp_path / "a").read_bytes() == b"content"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "chart.png"
    folder.mkdir()
    with pytest.raises(IsADirectoryError, match=r"chart\.png"):
        write_whole(folder, b"content")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere/chart\.png"):
        write_whole(tmp_path / "nowhere" / "chart.png", b"content")


def test_a_file_is_no_folder(target: Path) -> None:
    with pytest.raises(NotADirectoryError, match=r"chart\.png/inner"):
        write_whole(target / "inner.png", b"content")
    assert_untouched(target)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_refused(target: Path) -> None:
    target.parent.chmod(0o500)
    try:
        with pytest.raises(PermissionError, match=r"chart\.png"):
            write_whole(target, b"after")
        assert_untouched(target)
    finally:
        target.parent.chmod(0o700)


def test_a_refused_file_is_named(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/somewhere/.chart.png.abc.part")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Path, "open", refused)
        with pytest.raises(PermissionError, match=r"chart\.png'$"):
            write_whole(target, b"after")
    assert_untouched(target)


def test_a_pipe_takes_the_bytes_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"content")
        assert os.read(reading, 100) == b"content"
    finally:
        os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_long_chinese_name_fits(tmp_path: Path) -> None:
    path = tmp_path / ("山" * 80 + ".png")
    write_whole(path, b"content")
    assert list(tmp_path.iterdir()) == [path]


def test_files_may_be_written_by_many_threads_at_once(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda number: write_whole(tmp_path / str(number), b"content"), range(200)))
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(mask)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o640}


def test_a_file_that_could_not_be_written_is_told_with_the_reason() -> None:
    fault = OSError(28, "No space left on device")
    assert not_written(Path("a.png"), fault, Words()) == "“a.png” could not be written: No space left on device."
    assert not_written(Path("a.png"), OSError("gone"), Words()) == "“a.png” could not be written: gone."
