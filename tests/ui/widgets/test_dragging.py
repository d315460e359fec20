"""Pages and files on the move."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.widgets.dragging import DropTarget, dragged_page, dropped_path, page_data

SND = Ref(SubjectKind.COMPANY, "snd")


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(name) for name in names])
    return data


def test_a_page_is_dragged_with_its_address_for_other_programs() -> None:
    data = page_data(SND)
    assert dragged_page(data) == SND
    assert data.text() == "heartland:company/snd"
    assert dragged_page(QMimeData()) is None


@pytest.mark.parametrize(
    ("names", "path"),
    [
        (["file:///data/region"], Path("/data/region")),
        (["file:///a", "file:///b"], None),
        (["https://example.org/a"], None),
        ([], None),
    ],
)
def test_one_file_of_this_machine_is_dropped(names: list[str], path: Path | None) -> None:
    assert dropped_path(files(*names)) == path


@pytest.fixture
def taken() -> list[object]:
    return []


@pytest.fixture
def target(qtbot: QtBot, taken: list[object]) -> DropTarget:
    """Return what takes pages over the right half of a window."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 100)
    half = QWidget(made)
    half.setGeometry(100, 0, 100, 100)
    return DropTarget(made, half, taken.append, taken.append)


def drop(target: DropTarget, data: QMimeData, x: int) -> bool:
    event = QDropEvent(
        QPointF(x, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    window = target.parent()
    assert isinstance(window, QWidget)
    assert window.acceptDrops()
    # Qt itself would want to be dragged over first.
    assert target.eventFilter(window, event)
    return event.isAccepted()


def test_pages_are_taken_over_one_part_and_files_everywhere(target: DropTarget, taken: list[object]) -> None:
    assert drop(target, page_data(SND), 150)
    assert not drop(target, page_data(SND), 50)
    assert taken == [SND]
    assert drop(target, files("file:///data/region"), 50)
    assert taken == [SND, Path("/data/region")]
    assert not drop(target, QMimeData(), 150)
    assert len(taken) == 2
