"""Charts and pages leave the window: as files, on the clipboard, on paper."""
