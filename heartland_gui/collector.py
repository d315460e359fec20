"""The collector of circular garbage, paused where many objects are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for circular garbage: what reads makes many objects at once and no such garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                # Freezing and thawing hands all that was made to the old generation, which is rarely looked at.
                # Otherwise the first step after reading would be to look through all of it.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
