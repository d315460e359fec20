"""What something was made of, so that nothing is made twice."""

from __future__ import annotations


class Inputs:
    """What something was made of, compared by identity, since datasets are large."""

    def __init__(self) -> None:
        self._things: tuple[object, ...] | None = None

    def changed_to(self, *things: object) -> bool:
        """Remember these things; return whether one of them is another one than before."""
        before, self._things = self._things, things
        return before is None or any(new is not old for new, old in zip(things, before, strict=True))
