"""Subjects side by side: which figures may be compared, and what may be computed from them."""
