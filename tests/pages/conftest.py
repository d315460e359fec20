"""The small dataset of the window's tests."""

from __future__ import annotations

from tests.ui.conftest import dataset

__all__ = ["dataset"]
