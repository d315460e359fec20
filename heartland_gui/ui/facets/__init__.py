"""What narrows the list of companies."""
