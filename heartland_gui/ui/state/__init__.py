"""What is open, what is looked at, and what a person keeps and chose."""
