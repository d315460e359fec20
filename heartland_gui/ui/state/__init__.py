"""What is open and what is looked at; settings, bookmarks, and the look of the window."""
