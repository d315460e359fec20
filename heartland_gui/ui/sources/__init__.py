"""The sheet of a source, beside the figure that somebody came from."""
