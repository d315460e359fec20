"""The charts of a page, each in its card."""
