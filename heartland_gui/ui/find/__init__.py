"""Quick find."""
