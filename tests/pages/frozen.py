"""A check that tests of values share."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import ModuleType


def thawed(module: ModuleType) -> list[str]:
    """Return the dataclasses of a module that can be changed, or take names that they do not have."""
    values = [each for each in vars(module).values() if is_dataclass(each) and each.__module__ == module.__name__]
    assert values
    return [
        each.__name__  # type: ignore[union-attr]
        for each in values
        if not each.__dataclass_params__.frozen  # type: ignore[union-attr]
        or ("__slots__" not in vars(each) and "cached_property" not in repr(vars(each)))
    ]
