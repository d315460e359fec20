"""What the state of the data says of itself in the status line."""

from __future__ import annotations

from pathlib import Path

from heartland_gui.model.dataset import Dataset
from heartland_gui.problems import Problem
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.status_bar import StatusBar


def test_only_a_state_that_leads_somewhere_says_where(dataset: Dataset, problem: Problem) -> None:
    session = Session(Words())
    session.open(Path("tiny"), dataset)
    status = StatusBar(session)
    assert (status.state.text(), status.state.isEnabled(), status.state.toolTip()) == ("dataset valid", False, "")
    session.open(Path("tiny"), dataset, (problem,))
    assert status.state.isEnabled()
    assert status.state.toolTip() == "Show what is wrong and where"
