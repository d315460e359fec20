"""A chart on the screen: hovering, clicking, zooming, and reading with the keys."""
