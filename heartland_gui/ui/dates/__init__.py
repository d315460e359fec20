"""The panel of a day, over the window."""
