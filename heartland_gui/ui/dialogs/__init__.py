"""Dialogs that panes and the window open."""
