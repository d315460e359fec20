"""Plans and their outcomes in words, in both languages."""
