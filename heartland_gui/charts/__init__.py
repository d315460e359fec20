"""Questions about a dataset become chart values. No Qt, no pixels."""
