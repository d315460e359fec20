"""The window around the page: its frame, bars, banner and navigation."""
