"""The window: one session, panes that read it, and the actions."""
