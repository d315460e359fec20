"""What something was made of."""

from __future__ import annotations

from heartland_gui.ui.widgets.inputs import Inputs


def test_inputs_are_compared_by_identity() -> None:
    inputs, first, second = Inputs(), [1], [1]
    assert inputs.changed_to(first, "a")
    assert not inputs.changed_to(first, "a")
    assert inputs.changed_to(second, "a"), "equal, but another one"
    assert inputs.changed_to(second, "b")
    assert not inputs.changed_to(second, "b")
