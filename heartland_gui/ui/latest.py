"""What was shown last, so that nothing is made again while it stays the same."""

from __future__ import annotations


class Latest:
    """Keeps the things that something was made of; they are compared by identity, since datasets are large."""

    def __init__(self) -> None:
        self._things: tuple[object, ...] | None = None

    def becomes(self, *things: object) -> bool:
        """Keep these things; return whether one of them is another one than before."""
        before, self._things = self._things, things
        return before is None or any(new is not old for new, old in zip(things, before, strict=True))
