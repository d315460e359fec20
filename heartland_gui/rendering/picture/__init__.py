"""A chart as a whole picture: plots, axes, margins, layout, and the one painter."""
