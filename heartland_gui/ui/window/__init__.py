"""The window around the page: its navigation, bars and banner, and the outer window that is on the screen first."""
