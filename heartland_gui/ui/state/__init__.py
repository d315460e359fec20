"""What is open and what is looked at; settings, bookmarks, and the language and colours of the window."""
