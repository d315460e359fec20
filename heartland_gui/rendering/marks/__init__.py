"""Marks to drawing: status by fill and line, subject by colour."""
