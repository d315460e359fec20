"""Chart values become pixels: the only package that knows pyqtgraph."""
