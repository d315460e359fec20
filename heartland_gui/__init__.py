"""Heartland: a desktop browser for a region's economy in transition."""

__version__ = "0.1.0"
