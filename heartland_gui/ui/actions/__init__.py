"""What can be done, and what it does."""
