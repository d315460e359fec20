"""The companies of a choice: their orders, and what words and facets leave."""

from __future__ import annotations
