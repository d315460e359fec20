"""Questions about a dataset become the words and values of pages. No Qt, no HTML."""
