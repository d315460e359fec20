"""The list of companies."""
