"""The parts that pages are made of: chips, figure cards, chart cards, tables and texts."""
