"""The page of a subject."""
