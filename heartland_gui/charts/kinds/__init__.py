"""The kinds of chart, one module each; `heartland_gui.charts.choice` lists them."""
