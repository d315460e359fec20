"""What assistive technology is told: every control of every page and panel has a name, a role and a description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.app import Program, application, build_program
from heartland_gui.cli import WindowOptions
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind, ref_of
from heartland_gui.model.queries import observations_of
from heartland_gui.model.selection import View

_Role: Final = QAccessible.Role
_CONTROLS: Final = frozenset(
    {
        *(_Role.Button, _Role.ButtonMenu, _Role.ButtonDropDown, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox),
        *(_Role.EditableText, _Role.List, _Role.Table, _Role.Tree, _Role.SpinBox, _Role.Slider, _Role.MenuItem),
        *(_Role.Chart, _Role.Link, _Role.PageTab),
    }
)
_ROLELESS: Final = frozenset({_Role.NoRole, _Role.Client, _Role.Border})
_OF_MANY: Final = frozenset({_Role.List, _Role.Table, _Role.Tree})
"""Their rows are what the models say; they have tests of their own."""
_SCROLLED: Final = "page_scroll"
"""What scrolls a page takes the keyboard so that arrows scroll it; Qt has no better role for it."""


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Program:
    """Return the program on the shipped dataset, shown and complete."""
    application()
    made = build_program(WindowOptions(), QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made.window)
    made.window.resize(1440, 900)
    made.window.show()
    made.complete()
    _settle(made)
    return made


def _settle(program: Program) -> None:
    while not program.window.page.is_complete or program.characters.is_reading:
        QApplication.processEvents()
    QApplication.processEvents()


def _shown(element: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if element.state().invisible:
        return
    yield element
    if element.role() in _OF_MANY:
        return
    for number in range(element.childCount()):
        child = element.child(number)
        if child is not None:
            yield from _shown(child)


def _is_described(element: QAccessibleInterface) -> bool:
    """Whether it says what it is, or what it stands in does; a menu is described by its entries."""
    part: QObject | None = element.object()
    while part is not None:
        if isinstance(part, QAction) or (
            isinstance(part, QWidget) and (part.whatsThis() or part.accessibleDescription())
        ):
            return True
        part = part.parent()
    return False


def _called(element: QAccessibleInterface) -> str:
    held: QObject | None = element.object()
    names: list[str] = []
    while held is not None and len(names) < 3:
        names.append(held.objectName() or type(held).__name__)
        held = held.parent()
    return f"{element.role().name} “{element.text(QAccessible.Text.Name)}” {' in '.join(names)}"


def faults_of(root: QWidget) -> Iterator[str]:
    """Yield what is wrong with what is shown in a window: nameless, without a role or words, two with one name."""
    for element in _shown(QAccessible.queryAccessibleInterface(root)):
        is_control = element.role() in _CONTROLS or element.state().focusable
        held = element.object()
        is_scrolled = held is not None and held.objectName() == _SCROLLED
        if is_control and not element.text(QAccessible.Text.Name).strip():
            yield f"no name: {_called(element)}"
        if is_control and element.role() in _ROLELESS and not is_scrolled:
            yield f"no role: {_called(element)}"
        if element.role() in _CONTROLS and not _is_described(element):
            yield f"no description: {_called(element)}"
        if element.text(QAccessible.Text.Description).startswith("<"):
            yield f"markup as description: {_called(element)}"
        held_by = [] if element.role() in _OF_MANY else [element.child(n) for n in range(element.childCount())]
        beside = [each for each in held_by if each is not None and not each.state().invisible]
        names = Counter((each.text(QAccessible.Text.Name), each.role()) for each in beside if each.role() in _CONTROLS)
        for (name, role), count in names.items():
            if name and count > 1:
                yield f"{count} times {role.name} “{name}” in {_called(element)}"


def _pages(dataset: Dataset) -> Iterator[Ref]:
    yield dataset.region_ref
    yield ref_of(dataset.pillars[4])
    yield Ref(SubjectKind.COMPANY, "snd-new-energy-special-vehicle")
    yield Ref(SubjectKind.PLACE, "datong")
    yield ref_of(dataset.zones[0])
    yield ref_of(dataset.technologies[0])
    yield ref_of(dataset.sources[5])
    yield comparison_of(["snd-new-energy-special-vehicle", "geely-jinzhong"])


def test_every_control_of_every_page_and_panel_can_be_told_from_the_others(program: Program) -> None:
    window = program.window
    found: dict[str, str] = {}
    session = window.session

    def look(where: str) -> None:
        _settle(program)
        for fault in faults_of(window):
            found.setdefault(fault, where)

    for page in _pages(session.dataset):
        session.go_to(page)
        look(f"{page.kind} {page.id}")
    for view in View:
        session.choose_view(view)
        look(f"view {view}")
    session.go_to(Ref(SubjectKind.COMPANY, "snd-new-energy-special-vehicle"))
    figure = observations_of(session.dataset, "snd-new-energy-special-vehicle", "vehicles-produced")[0]
    panels: dict[str, Callable[[], object]] = {
        "find": window.actions_by_id["find"].trigger,
        "as of": window.actions_by_id["as_of"].trigger,
        "sheet": lambda: window.page.figure_requested.emit(figure),
    }
    for name, show in panels.items():
        show()
        look(f"panel {name}")
    assert not [f"{where}: {fault}" for fault, where in found.items()]


def test_a_chart_is_one_to_assistive_technology(program: Program) -> None:
    card = program.window.page.charts.cards[0]
    assert card.chart is not None
    told = QAccessible.queryAccessibleInterface(card.drawing_widget)
    assert told.role() is _Role.Chart
    assert told.text(QAccessible.Text.Name) == card.chart.full_title
    assert told.text(QAccessible.Text.Description) == card.chart.sentence
